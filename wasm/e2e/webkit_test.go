package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// webkit is a window of WebKitGTK under WebDriver.
type webkit struct {
	session string // address of the driver, then of the session
	site    string // where the pages complain
}

// startWebKit opens WebKitGTK's browser on a display. It tells hear what pages
// complain about.
func startWebKit(t *testing.T, display string, hear func(string)) *webkit {
	t.Helper()
	port := freePort(t)
	cmd := exec.Command(program(t, "WebKitWebDriver"), fmt.Sprint("--port=", port))
	cmd.Env = append(os.Environ(), "DISPLAY="+display, "GDK_BACKEND=x11", "HOME="+t.TempDir(),
		"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1") // it does not start as root otherwise, and sees only the site
	must(t, cmd.Start())
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	w := &webkit{session: fmt.Sprint("http://127.0.0.1:", port), site: complaining(t, hear)}
	w.open(t)
	t.Cleanup(func() { w.call("DELETE", "", nil, nil) })
	must(t, w.call("POST", "/window/rect", map[string]int{"width": 1280, "height": 900}, nil))
	must(t, w.call("POST", "/timeouts", map[string]int{"script": int(2 * slow / time.Millisecond)}, nil))
	return w
}

func freePort(t *testing.T) int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// open begins a session once the driver listens.
func (w *webkit) open(t *testing.T) {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if len(found) == 0 {
		t.Fatal("MiniBrowser of WebKitGTK is missing; make test-browsers installs it")
	}
	options := map[string]any{"binary": found[0], "args": []string{"--automation"}}
	body := map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"webkitgtk:browserOptions": options}}}
	var session struct{ SessionID string }
	var err error
	for end := time.Now().Add(slow / 3); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if err = w.call("POST", "/session", body, &session); err == nil {
			w.session += "/session/" + session.SessionID
			return
		}
	}
	t.Fatal(err)
}

func (w *webkit) call(method, path string, body, result any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, w.session+path, bytes.NewReader(data))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	data, err = io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s %v", method, path, data, err)
	}
	return json.Unmarshal(data, &struct{ Value any }{result})
}

func (w *webkit) visit(path string) error {
	return w.call("POST", "/url", map[string]string{"url": w.site + path}, nil)
}

func (w *webkit) evaluate(expression string) (string, error) {
	var got struct{ JSON, Fault string }
	err := w.call("POST", "/execute/async", map[string]any{"args": []any{}, "script": `const done = arguments[0];
		(async () => ` + asJSON(expression) + `)().then(JSON => done({JSON}), fault => done({Fault: String(fault)}))`}, &got)
	if err == nil && got.Fault != "" {
		err = fmt.Errorf("exception: %s", got.Fault)
	}
	return got.JSON, err
}

func (w *webkit) screenshot() ([]byte, error) {
	var text string
	if err := w.call("GET", "/screenshot", nil, &text); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}
