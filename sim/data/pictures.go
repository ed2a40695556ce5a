package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The bounds of a file of pictures.
const (
	FewestPictures = 100
	MostPictures   = 600 // what comes behind them is left out
	leastSide      = 8
	mostSide       = 64
	mostNumbers    = 28 * 28 // in a row of text
)

// allowedFiles says what [ReadPictures] takes.
const allowedFiles = "allowed is an IDX file of pictures (bytes, as of MNIST) from 8×8 to 64×64, or a CSV of one picture a row, 64 to 784 numbers, " +
	"a square number of them, with or without a label before them"

// A gray is a picture of any size.
type gray struct {
	rows, cols int
	ink        []float64 // rows×cols
}

// ReadPictures reads the first pictures of a file, at most [MostPictures], and
// makes each of them side×side pixels of 0 or 1: a pixel is the mean of the area
// it covers, and 1 above the middle between the least and the greatest number of
// all. The file is IDX with three dimensions and bytes, or comma-separated text
// with a picture a row. The error says what is allowed. Side is at most 8.
func ReadPictures(file []byte, side int) (pixels []float32, err error) {
	var pictures []gray
	switch {
	case len(file) == 0:
		return nil, fmt.Errorf("the file is empty; %s", allowedFiles)
	case file[0] == 0:
		pictures, err = readIDX(file)
	default:
		pictures, err = readCSV(file)
	}
	if n := len(pictures); err == nil && n < FewestPictures {
		err = fmt.Errorf("the file has %d pictures, and %d are needed", n, FewestPictures)
	}
	if err != nil {
		return nil, fmt.Errorf("%w; %s", err, allowedFiles)
	}
	least, most := extremes(pictures)
	if least == most {
		return nil, fmt.Errorf("all numbers of the file are %v; pictures need dark and light", least)
	}
	for _, p := range pictures {
		for _, v := range p.shrink(side) {
			pixels = append(pixels, float32((v-least)/(most-least)))
		}
	}
	Binarize(pixels)
	return pixels, nil
}

// readIDX reads pictures of bytes: a magic number, three sizes, the pixels.
func readIDX(file []byte) ([]gray, error) {
	const head = 16
	if len(file) < head || !bytes.Equal(file[:4], []byte{0, 0, 8, 3}) {
		return nil, fmt.Errorf("the file does not begin like pictures of bytes in IDX (00 00 08 03)")
	}
	size := func(i int) int { return int(binary.BigEndian.Uint32(file[4*i:])) }
	n, rows, cols := size(1), size(2), size(3)
	if min(rows, cols) < leastSide || max(rows, cols) > mostSide {
		return nil, fmt.Errorf("its pictures have %d×%d pixels", rows, cols)
	}
	area := rows * cols
	if have := (len(file) - head) / area; have < n {
		return nil, fmt.Errorf("the file ends after %d of %d pictures", have, n)
	}
	pictures := make([]gray, min(n, MostPictures))
	for i := range pictures {
		pictures[i] = gray{rows, cols, make([]float64, area)}
		for j, b := range file[head+i*area : head+(i+1)*area] {
			pictures[i].ink[j] = float64(b)
		}
	}
	return pictures, nil
}

// readCSV reads a picture a row. A first row that is no numbers is a header.
func readCSV(file []byte) (pictures []gray, err error) {
	width, number := 0, 0
	for line := range bytes.Lines(bytes.TrimPrefix(file, []byte("\ufeff"))) {
		number++
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if len(pictures) == MostPictures {
			break
		}
		row, word := numbers(line)
		switch {
		case word != "" && number == 1:
			continue
		case word != "":
			return nil, fmt.Errorf("line %d has %.40q, which is no number", number, word)
		case width == 0:
			width = len(row)
		case len(row) != width:
			return nil, fmt.Errorf("line %d has %d numbers, and the lines before have %d", number, len(row), width)
		}
		p, ok := square(row)
		if !ok {
			return nil, fmt.Errorf("line %d has %d numbers", number, len(row))
		}
		pictures = append(pictures, p)
	}
	return pictures, nil
}

// numbers reads the numbers of a line, and returns the first word that is none.
func numbers(line []byte) (row []float64, word string) {
	if bytes.Count(line, []byte(",")) > mostNumbers {
		return make([]float64, mostNumbers+2), "" // too many to read
	}
	for _, word := range strings.Split(string(line), ",") {
		word = strings.Trim(word, " \t\"")
		v, err := strconv.ParseFloat(word, 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > math.MaxFloat32 {
			return nil, cut(word)
		}
		row = append(row, v)
	}
	return row, ""
}

// cut keeps an empty word visible.
func cut(word string) string {
	if word == "" {
		return " "
	}
	return word
}

// square makes a picture of a row, without the label that may stand before it.
func square(row []float64) (gray, bool) {
	side := int(math.Sqrt(float64(len(row))))
	if side*side == len(row)-1 {
		row = row[1:]
	}
	return gray{side, side, row}, side*side == len(row) && side >= leastSide && len(row) <= mostNumbers
}

func extremes(pictures []gray) (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, p := range pictures {
		for _, v := range p.ink {
			least, most = min(least, v), max(most, v)
		}
	}
	return least, most
}

// shrink returns the means over side×side areas of the same size, row by row. An
// area takes a pixel by the share of it that it covers.
func (p gray) shrink(side int) []float64 {
	out := make([]float64, 0, side*side)
	for i := range side {
		for j := range side {
			out = append(out, p.mean(i, j, side))
		}
	}
	return out
}

// mean works in units of 1/side of a pixel, in which all lengths are whole numbers.
func (p gray) mean(i, j, side int) float64 {
	sum := 0.0
	for y := i * p.rows / side; y < p.rows && y*side < (i+1)*p.rows; y++ {
		high := overlap(y*side, side, i*p.rows, p.rows)
		for x := j * p.cols / side; x < p.cols && x*side < (j+1)*p.cols; x++ {
			sum += float64(float64(high*overlap(x*side, side, j*p.cols, p.cols)) * p.ink[y*p.cols+x])
		}
	}
	return sum / float64(p.rows*p.cols)
}

// overlap returns the length that two stretches have in common.
func overlap(a, lengthA, b, lengthB int) int {
	return min(a+lengthA, b+lengthB) - max(a, b)
}
