// The guard of the stage. It runs in the stage's iframe before the Ebitengine
// program, which takes every key, wheel and touch for itself: the guard lets
// through what the stage needs and leaves the rest to the browser and the page.
"use strict";
(() => {
  const page = window.parent, origin = window.location.origin;
  if (page === window) {
    document.body.textContent = "This is a part of a lab page and shows nothing alone.";
    return;
  }
  let canvas = null, drawing = false, held = false;
  let at = null; // where a pointer is that may go to what the page shows beside a mark
  let again = false; // the page asks what is at a place now
  const post = (message, transfer = []) => page.postMessage(message.kind === "hover" ? { ...message, at, again } : message, origin, transfer);

  // Nothing moves most of the time: the animation loop then waits here.
  const animate = window.requestAnimationFrame.bind(window);
  let awake = true, parked = null;
  window.requestAnimationFrame = (callback) => awake ? animate(callback) : (parked = callback, 0);
  const park = () => { awake = false; };
  const wake = () => {
    awake = true;
    if (parked) animate(parked);
    parked = null;
  };

  // All edges fade by themselves: several samples for each pixel would only cost.
  const context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    return context.call(this, kind, { ...options, antialias: false });
  };

  // The engine asks for gamepads, and from then on the browser looks for them 60
  // times a second. The stage has no use for any.
  navigator.getGamepads = () => [];

  // The engine reads the pixel ratio only once. It is told that a pixel is a
  // pixel, and that the body is as large as its device pixels.
  const pixels = (size) => Math.max(1, Math.round(size * window.devicePixelRatio));
  Object.defineProperty(document.body, "clientWidth", { get: () => pixels(window.innerWidth) });
  Object.defineProperty(document.body, "clientHeight", { get: () => pixels(window.innerHeight) });
  const ratio = () => matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    .addEventListener("change", () => { window.dispatchEvent(new Event("resize")); ratio(); }, { once: true });
  ratio();

  // Listeners on the window come before the engine's on its canvas.
  const guard = (types, handle) => types.split(" ").forEach((type) =>
    window.addEventListener(type, handle, { capture: true, passive: true }));
  const stop = (event) => event.stopImmediatePropagation();
  // A finger scrolls and two zoom, unless one finger begins on a mark of a picture
  // that answers to pointers.
  window.addEventListener("touchstart", (event) => {
    const { touches: [touch, more] } = event;
    if (drawing && !more && stage.grabs(touch.clientX, touch.clientY)) event.preventDefault();
  }, { capture: true, passive: false });
  guard("pointermove", ({ buttons, pointerType, clientX: x, clientY: y }) => { at = buttons || pointerType === "touch" ? null : { x, y }; });
  guard("pointerdown pointerleave keydown", () => { at = null; });
  // A pen that is lifted leaves the picture in its midst: what its tap has shown stays.
  guard("pointerleave", (event) => {
    const { pointerType, clientX: x, clientY: y } = event;
    if (pointerType === "pen" && x > 0 && y > 0 && x < window.innerWidth && y < window.innerHeight) stop(event);
  });
  guard("mousedown mousemove mouseup touchstart touchmove touchend keyup dragover drop", stop);
  guard("contextmenu", (event) => { if (!drawing) stop(event); });
  guard("wheel", (event) => { if (!drawing || !held) stop(event); });
  // The wheel pressed scrolls, and buttons beyond it go back and forward.
  guard("pointerdown", (event) => { if ([0, 2].includes(event.button)) held = true; else stop(event); });
  guard("pointerup pointercancel", () => { held = false; });

  // A key that is held presses once on a mark.
  window.addEventListener("keydown", (event) => {
    if (!event.repeat || !["Enter", "Space", "Delete"].includes(event.code)) return;
    event.preventDefault();
    stop(event);
  }, { capture: true });

  // The stage takes these keys, alone or with Shift. The page may want others:
  // it hears of them, and the browser does what it does with them anyway.
  const own = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Enter", "Space", "Delete"];
  guard("keydown", (event) => {
    const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (own.includes(code) && !altKey && !ctrlKey && !metaKey) return;
    stop(event);
    const held = event.repeat && !["KeyL", "KeyJ", "PageUp", "ArrowLeft"].includes(code); // acts once
    if (code !== "Tab" && !ctrlKey && !metaKey && !held) post({ kind: "key", key, code, alt: altKey, shift: shiftKey });
  });

  // The page may say so before there is a canvas.
  const aim = () => { if (canvas) canvas.style.cursor = drawing ? "crosshair" : "default"; };

  // What the program uses, and puts its own function receive into.
  const stage = window.stage = {
    post, park, wake, receive: () => {}, grabs: () => false, drags: false,
    describe: (text) => canvas.setAttribute("aria-description", text),
  };
  window.addEventListener("message", (event) => {
    if (event.origin !== origin || event.source !== page || !event.data?.kind) return;
    if (event.data.kind === "drawing") {
      drawing = event.data.on;
      stage.drags = event.data.drags;
      aim();
    }
    if (event.data.kind === "reread" && canvas) { // another frame is under a pointer that rests
      const { x: clientX, y: clientY } = event.data;
      again = true;
      canvas.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, buttons: 1, pointerId: -1 }));
      again = false;
    }
    stage.receive(event.data);
  });

  // The engine has put a canvas into the body.
  const adopt = () => {
    canvas = document.querySelector("canvas");
    document.body.style.background = "transparent"; // the engine's is black, and shows at round corners
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", window.frameElement.title || document.title);
    canvas.style.touchAction = "auto";
    canvas.style.outlineOffset = "-3px";
    aim();
    const ring = () => {
      const accent = getComputedStyle(page.document.documentElement).getPropertyValue("--accent") || "Highlight";
      canvas.style.outline = canvas.matches(":focus-visible") ? `3px solid ${accent}` : "none";
    };
    canvas.addEventListener("focus", ring);
    canvas.addEventListener("blur", ring);
  };

  const fail = (message) => post({ kind: "fail", message });
  const start = async () => {
    const go = new Go(), write = fs.writeSync, text = new TextDecoder();
    let said = "";
    fs.writeSync = (file, bytes) => {
      said = (said + text.decode(bytes)).slice(-4000);
      return write(file, bytes);
    };
    go.exit = (code) => {
      go._resume = () => go._scheduledTimeouts.clear(); // its listeners and timers outlive it until the frame is loaded again
      if (code) fail(`The stage stopped (exit code ${code}). ${said}`);
    };
    const instance = await WebAssembly.instantiate(await page.stageModule, go.importObject);
    const ended = go.run(instance);
    adopt();
    await ended;
  };
  start().catch((error) => fail(`The stage did not start: ${error}`));
})();
