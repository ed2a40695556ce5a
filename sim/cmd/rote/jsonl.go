package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A translator reads lines of JSON: it says to a reader in the words of the other
// format what is new in each.
type translator struct {
	reader  interface{ Lines(lines ...string) error }
	lines   int
	about   string // the object of the line before
	columns string
}

// about is what a line says of itself.
type about struct {
	Sweep string            `json:"sweep"`
	Run   string            `json:"run"`
	Made  []string          `json:"made"`
	Shard string            `json:"shard"`
	Names map[string]string `json:"names"`
	Units map[string]string `json:"units"`
}

// aboutKey is the key of what a line says of itself.
const aboutKey = "rote"

func (t *translator) line(line string) error {
	if t.lines++; t.lines == 1 {
		line = strings.TrimPrefix(line, mark)
	}
	if strings.TrimSpace(line) == "" {
		return t.reader.Lines("")
	}
	keys, cells, raw, err := fields(line)
	var lines []string
	if err == nil && raw == "" {
		err = fmt.Errorf("want a key %q", aboutKey)
	}
	if err == nil && t.about != raw {
		t.about, t.columns = raw, ""
		lines, err = comments(raw)
	}
	if err != nil {
		return fmt.Errorf("line %d: it is no line of a file of results: %w", t.lines, err)
	}
	if columns := strings.Join(keys, ","); columns != t.columns {
		t.columns = columns
		lines = append(lines, columns)
	}
	return t.reader.Lines(append(lines, strings.Join(cells, ","))...)
}

// comments says what an object is about as the comments of the other format do.
func comments(raw string) (lines []string, err error) {
	var a about
	if err := json.Unmarshal([]byte(raw), &a); err != nil {
		return nil, err
	}
	lines = []string{"# rote sweep: " + oneLine(a.Sweep)}
	if a.Run != "" {
		lines[0] = "# rote run: " + oneLine(a.Run)
	}
	for _, maker := range a.Made {
		lines = append(lines, "# made by: "+oneLine(maker))
	}
	if a.Shard != "" {
		lines = append(lines, "# shard: "+oneLine(a.Shard))
	}
	for _, key := range sortedKeys(a.Names) {
		lines = append(lines, "# name of "+oneLine(key+": "+a.Names[key]))
	}
	for _, key := range sortedKeys(a.Units) {
		lines = append(lines, "# unit of "+oneLine(key+": "+a.Units[key]))
	}
	return lines, nil
}

func sortedKeys(m map[string]string) (keys []string) {
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func oneLine(text string) string { return strings.NewReplacer("\n", " ", "\r", " ").Replace(text) }

// fields returns the keys of an object in the order in which they stand, their values
// as cells of a table, and what it says of itself.
func fields(line string) (keys, cells []string, about string, err error) {
	in := json.NewDecoder(strings.NewReader(line))
	in.UseNumber()
	if start, err := in.Token(); err != nil || start != json.Delim('{') {
		return nil, nil, "", errors.New("want an object")
	}
	for in.More() {
		token, err := in.Token()
		if err != nil {
			return nil, nil, "", err
		}
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			return nil, nil, "", err
		}
		if token == aboutKey {
			about = string(raw)
			continue
		}
		cell, err := cellOf(raw)
		if err != nil {
			return nil, nil, "", err
		}
		keys, cells = append(keys, token.(string)), append(cells, cell)
	}
	if _, err := in.Token(); err != nil || in.More() {
		return nil, nil, "", errors.New("want one object a line")
	}
	return keys, cells, about, nil
}

// cellOf writes a number, a text or null as a cell of a table.
func cellOf(raw json.RawMessage) (cell string, err error) {
	if string(bytes.TrimSpace(raw)) == "null" {
		return "", nil
	}
	var number json.Number
	if raw[0] != '"' {
		err := json.Unmarshal(raw, &number)
		return string(number), err
	}
	err = json.Unmarshal(raw, &cell)
	if strings.ContainsAny(cell, ",;\"\n\r\t") {
		return "", fmt.Errorf("%q is no value of a knob", cell)
	}
	return cell, err
}
