//go:build !js && !amd64

package main

// peak is measured by the kernel only.
func (b *bench) peak() {}
