package e2e

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"

	"example.org/rote/sim/catalog"
	"github.com/chromedp/chromedp"
)

// root is the project's folder as seen from this package.
const root = "../.."

// site is the address of the server under test. TestMain sets it once, and these.
var (
	site  string
	spare *stable
	rote  string   // the command line program
	labs  []string // names of the catalog's
)

func TestMain(m *testing.M) {
	code, err := testMain(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

func testMain(m *testing.M) (code int, err error) {
	dir, err := os.MkdirTemp("", "rote-e2e-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	rote = filepath.Join(dir, "rote")
	if err := build(rote, "./sim/cmd/rote"); err != nil {
		return 1, err
	}
	for _, info := range catalog.Labs() {
		labs = append(labs, info.Name)
	}
	stop, err := serve(filepath.Join(dir, "server"))
	if err != nil {
		return 1, err
	}
	defer stop()
	spare = &stable{dir: dir, lent: map[*testing.T]context.Context{}}
	defer spare.end()
	return m.Run(), nil
}

func build(output, pkg string) error {
	out, err := filepath.Abs(output)
	if err != nil {
		return err
	}
	cmd := exec.Command("go", "build", "-o", out, pkg)
	cmd.Dir, cmd.Stderr = root, os.Stderr
	return cmd.Run()
}

// pages returns the paths of all pages.
func pages() []string {
	paths := texts()
	for _, lab := range labs {
		paths = append(paths, "/"+lab+"/")
	}
	return paths
}

// texts returns the paths of the pages without a lab.
func texts() []string {
	paths := []string{"/", "/404.html", "/map/", "/teach/", "/accessibility/"}
	for _, lab := range labs {
		paths = append(paths, "/"+lab+"/about/")
		if _, err := os.Stat(filepath.Join(root, "assets", "lessons", "teach", lab+".md")); err == nil {
			paths = append(paths, "/"+lab+"/teach/")
		}
	}
	return paths
}

// serve builds and starts the server on a free port.
func serve(binary string) (stop func(), err error) {
	if err := build(binary, "./server"); err != nil {
		return nil, err
	}
	cmd := exec.Command(binary, "-addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	url := regexp.MustCompile(`http://[^\s/]+`)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if site = url.FindString(lines.Text()); site != "" {
			break
		}
	}
	if site == "" {
		return nil, fmt.Errorf("the server printed no address; run make build first")
	}
	return func() {
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
	}, nil
}

// start launches a Chromium with software WebGL and a fresh profile.
func start(profile string, more ...chromedp.ExecAllocatorOption) (context.Context, context.CancelFunc, error) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium()), chromedp.UserDataDir(profile), chromedp.NoSandbox,
		chromedp.Flag("use-gl", "angle"), chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.Flag("disable-gpu-process-crash-limit", true), chromedp.WSURLReadTimeout(time.Minute))
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, stop := chromedp.NewContext(alloc)
	if err := chromedp.Do(ctx); err != nil {
		stop()
		stopAlloc()
		return nil, nil, fmt.Errorf("Chromium did not start: %w", err)
	}
	return ctx, func() { stop(); stopAlloc() }, nil
}

func chromium() string {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return "chromium"
}
