// Command build writes the site: a page for each lab with its lesson, formulas,
// controls and still pictures, the two WebAssembly programs, the scripts and
// the styles, and beside each of them a .br and a .gz copy.
//
// Files other than pages carry a hash of their content in their name, so that
// they can be cached for ever. What has not changed since the last run is not
// made again: assets/.cache keeps formulas, pictures and compressed copies.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"example.org/rote/sim/catalog"
)

func main() {
	w := workshop{labs: catalog.Labs()}
	flag.StringVar(&w.root, "root", ".", "folder of the checkout")
	flag.StringVar(&w.out, "o", filepath.Join("assets", "site"), "folder to write the site to")
	base := flag.String("base", "/", "where the site will be: its address, such as https://example.org/rote/, with which there are\npreviews of links, oEmbed and a site map; or only its path, for the page of unknown addresses")
	flag.StringVar(&w.zip, "zip", "", "file to pack the site into, for any host")
	flag.StringVar(&w.course, "scorm", "", "folder to pack each lab into, as rote-LAB-scorm.zip for a learning platform")
	flag.BoolVar(&w.release, "release", false, "compress as far as possible, which takes minutes, and check all budgets")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "build: unexpected argument %q\n", flag.Arg(0))
		flag.Usage()
		os.Exit(2)
	}
	if err := w.locate(*base); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(2)
	}
	if err := w.build(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}
