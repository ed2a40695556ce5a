package main

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lock keeps other calls from a file until it is closed, however this program ends. It
// returns errLocked if another has it, and errNoLock where the file system has none.
// Windows lets nobody else read what is locked, so this is a byte far behind the end.
func lock(file *os.File) error {
	behind := windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(file.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &behind)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return errLocked
	}
	return errNoLock
}
