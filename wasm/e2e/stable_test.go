package e2e

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
)

// A stable keeps the Chromiums that most tests share. Each serves one test at a time:
// behind the tab of another a tab would be hidden. One is enough for tests that follow
// each other.
type stable struct {
	dir     string // of their profiles
	mu      sync.Mutex
	idle    []context.Context
	lent    map[*testing.T]context.Context
	stops   []context.CancelFunc
	started int
}

// lend returns the browser of a test: one that is idle, or a new one. It is idle again
// at the end of the test.
func (s *stable) lend(t *testing.T) context.Context {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if ctx, ok := s.lent[t]; ok {
		return ctx
	}
	if len(s.idle) == 0 {
		s.start(t)
	}
	last := len(s.idle) - 1
	ctx := s.idle[last]
	s.idle, s.lent[t] = s.idle[:last], ctx
	t.Cleanup(func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.idle = append(s.idle, ctx)
		delete(s.lent, t)
	})
	return ctx
}

func (s *stable) start(t *testing.T) {
	t.Helper()
	s.started++
	ctx, stop, err := start(filepath.Join(s.dir, fmt.Sprint("profile", s.started)))
	must(t, err)
	s.idle, s.stops = append(s.idle, ctx), append(s.stops, stop)
}

// end ends all of them.
func (s *stable) end() {
	for _, stop := range s.stops {
		stop()
	}
}
