// pdf.js makes objects of the browser when it is loaded, for drawing, which reading never does. Must be
// imported before it.

class NoDrawing {}

const globals = globalThis as { DOMMatrix?: unknown; ImageData?: unknown; Path2D?: unknown };
globals.DOMMatrix ??= NoDrawing;
globals.ImageData ??= NoDrawing;
globals.Path2D ??= NoDrawing;
