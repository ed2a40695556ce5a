//go:build !(windows || darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package main

import "os"

// lock returns errNoLock: the standard library has no locks for this platform.
func lock(*os.File) error { return errNoLock }
