// Package assets holds the finished site, which assets/build writes to the
// folder site. Before the first build the folder is empty and the package still
// compiles.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed all:site
var embedded embed.FS

// Site returns the finished site: pages, programs and pictures, with a .br and a
// .gz copy beside each file that is worth compressing. Names that start with a
// dot are the build's own. It is empty before the first build.
func Site() fs.FS {
	site, err := fs.Sub(embedded, "site")
	if err != nil {
		panic("assets: " + err.Error()) // the name is valid, so this cannot happen
	}
	return site
}
