package e2e

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// firefox is a tab of Firefox under WebDriver BiDi.
type firefox struct {
	conn *websocket.Conn
	tab  string // its context
	hear func(problem string)

	mu      sync.Mutex
	calls   int
	waiting map[int]chan firefoxMessage
}

// A firefoxMessage is an answer, or an event, which has a method.
type firefoxMessage struct {
	ID             int
	Method         string
	Params, Result json.RawMessage
	Error, Message string
}

// firefoxSettings let a program ask for WebGL, a machine without a graphics card
// give it, and nothing be fetched from other hosts.
const firefoxSettings = `user_pref("webgl.force-enabled", true);
user_pref("app.update.auto", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("extensions.update.enabled", false);
`

// startFirefox opens Firefox on a display with a fresh profile. It tells hear what
// pages complain about.
func startFirefox(t *testing.T, display string, hear func(string)) *firefox {
	t.Helper()
	profile := t.TempDir()
	must(t, os.WriteFile(filepath.Join(profile, "user.js"), []byte(firefoxSettings), 0o644))
	cmd := exec.Command(program(t, "firefox-esr", "firefox"), "--remote-debugging-port", "0", "--no-remote", "--profile", profile,
		"--width", "1280", "--height", "900")
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	must(t, cmd.Start())
	stopLater(t, cmd)
	f := &firefox{hear: hear, waiting: map[int]chan firefoxMessage{}}
	f.connect(t, filepath.Join(profile, "WebDriverBiDiServer.json"))
	t.Cleanup(func() { f.call("browser.close", none{}, nil) })
	must(t, f.call("session.new", firefoxSession{}, nil))
	must(t, f.call("session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil))
	var tree struct{ Contexts []struct{ Context string } }
	must(t, f.call("browsingContext.getTree", none{}, &tree))
	f.tab = tree.Contexts[0].Context
	return f
}

type none struct{}

type firefoxSession struct {
	Capabilities none `json:"capabilities"`
}

// connect waits for the file in which Firefox says where it listens.
func (f *firefox) connect(t *testing.T, file string) {
	t.Helper()
	var at struct {
		Host string `json:"ws_host"`
		Port int    `json:"ws_port"`
	}
	for end := time.Now().Add(slow); at.Port == 0; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("Firefox does not say where it listens")
		}
		data, _ := os.ReadFile(file)
		json.Unmarshal(data, &at) // once the file is there, and whole
	}
	conn, _, err := websocket.Dial(context.Background(), fmt.Sprintf("ws://%s:%d/session", at.Host, at.Port), nil)
	must(t, err)
	conn.SetReadLimit(-1)
	f.conn = conn
	go f.read()
}

// read hands each answer to the call that waits for it, and problems to hear,
// until the connection ends.
func (f *firefox) read() {
	for {
		var m firefoxMessage
		if err := wsjson.Read(context.Background(), f.conn, &m); err != nil {
			m.Error = err.Error()
			f.mu.Lock()
			defer f.mu.Unlock()
			for _, c := range f.waiting {
				c <- m
			}
			return
		}
		if m.Method != "" {
			f.event(m)
			continue
		}
		f.mu.Lock()
		f.waiting[m.ID] <- m
		delete(f.waiting, m.ID)
		f.mu.Unlock()
	}
}

func (f *firefox) event(m firefoxMessage) {
	var entry struct{ Type, Level, Text string }
	// Firefox says this of a request that ends because its page is left.
	const left = "A ServiceWorker intercepted the request and encountered an unexpected error"
	if json.Unmarshal(m.Params, &entry); entry.Level == "error" && !strings.Contains(entry.Text, left) {
		f.hear(entry.Type + ": " + entry.Text)
	}
}

func (f *firefox) call(method string, params, result any) error {
	answer := make(chan firefoxMessage, 1)
	f.mu.Lock()
	f.calls++
	id := f.calls
	f.waiting[id] = answer
	f.mu.Unlock()
	err := wsjson.Write(context.Background(), f.conn, map[string]any{"id": id, "method": method, "params": params})
	if err != nil {
		return err
	}
	var m firefoxMessage
	select {
	case m = <-answer:
	case <-time.After(slow):
		return fmt.Errorf("%s: %w", method, errSilent)
	}
	if m.Error != "" {
		return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(m.Result, result)
}

var errSilent = errors.New("Firefox does not answer")

// visit waits until the page has loaded. Firefox may never say so, though it has, where a
// page writes its URL meanwhile.
func (f *firefox) visit(path string) error {
	err := f.call("browsingContext.navigate", map[string]any{"context": f.tab, "url": site + path, "wait": "complete"}, nil)
	if !errors.Is(err, errSilent) {
		return err
	}
	state, _ := f.evaluate(`document.readyState + ' ' + location.pathname`)
	if name, ok := strings.CutPrefix(strings.Trim(state, `"`), "complete "); ok && strings.HasPrefix(path, name) {
		return nil
	}
	return fmt.Errorf("%w; it is at %s", err, state)
}

func (f *firefox) evaluate(expression string) (string, error) {
	var got struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err := f.call("script.evaluate", map[string]any{"expression": asJSON(expression), "awaitPromise": true,
		"target": map[string]any{"context": f.tab}}, &got)
	if err == nil && got.Type != "success" {
		err = fmt.Errorf("exception: %s", got.ExceptionDetails.Text)
	}
	return got.Result.Value, err
}

func (f *firefox) screenshot() ([]byte, error) {
	var got struct{ Data string }
	if err := f.call("browsingContext.captureScreenshot", map[string]any{"context": f.tab}, &got); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(got.Data)
}
