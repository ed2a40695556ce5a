// Command stage is the Ebitengine program that paints the frames of a lab. It
// runs as stage.wasm in an iframe of the page, because Ebitengine takes over the
// document that it finds.
//
// It knows no lab: frames come in encoded, [figure.Layout] turns them into
// drawing operations, and the stage paints those. Pointer and keyboard go back
// to the page in the units of the data. There is no state worth keeping: when
// the graphics context is lost the iframe reloads, says that it is ready, and
// gets the last frame again.
//
// Lines, areas and marks are triangles, and one shader says how much of a pixel
// their shapes cover (mesh.go, stroke.go, fill.go, marker.go, cover.go): edges fade
// over one device pixel, a mark is two triangles, and a call paints many. The files
// without a build tag hold that geometry; native tests weigh its triangles and paint
// them, and compare with closed forms and with brute force (canvas_test.go). The
// shader's formula is Go, too, so that they run what the graphics card runs. Only a
// browser can build the rest.
package main
