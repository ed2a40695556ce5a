// A maker of GIFs, which runs in a worker of its own: the page draws the frames, and
// sends their pixels. It is loaded when somebody asks for a GIF.
'use strict';

const clear = 256, end = 257, most = 4096; // codes of the compression
const same = 255; // the index of a pixel that stays as it was

// Bytes grow.
class Bytes {
  constructor() { this.data = new Uint8Array(1 << 16); this.length = 0; }
  add(...bytes) { for (const b of bytes) this.push(b); }
  push(b) {
    if (this.length == this.data.length) this.grow(1);
    this.data[this.length++] = b;
  }
  grow(n) { // makes room for n more
    const size = Math.max(2 * this.data.length, this.length + n), old = this.data;
    this.data = new Uint8Array(size);
    this.data.set(old);
  }
  word(n) { this.add(n & 255, n >> 8); }
  text(s) { for (let i = 0; i < s.length; i++) this.push(s.charCodeAt(i) & 255); }
  // blocks writes bytes in parts of 255 at most, and an empty one behind them.
  blocks(bytes, length) {
    for (let i = 0; i < length; i += 255) {
      const n = Math.min(255, length - i);
      this.push(n);
      for (let j = i; j < i + n; j++) this.push(bytes[j]);
    }
    this.push(0);
  }
}

// A Gif is written frame by frame. Pixels are bytes of red, green, blue and alpha, which
// does not count.
class Gif {
  // palette is a list of at most 255 colours [red, green, blue]; comment is a text.
  constructor(width, height, palette, comment) {
    Object.assign(this, {width, height, palette, out: new Bytes(), before: null});
    this.nearest = new Uint8Array(1 << 24).fill(same); // of each colour, if it is known
    this.codes = new Int16Array(most << 8); // of a code and the byte behind it
    this.packed = new Bytes();
    const out = this.out;
    out.text('GIF89a');
    out.word(width);
    out.word(height);
    out.add(0xf7, 0, 0); // one palette of 256 colours for all frames
    for (let i = 0; i < 256; i++) out.add(...(palette[i] ?? [0, 0, 0]));
    out.add(0x21, 0xff, 11);
    out.text('NETSCAPE2.0');
    out.add(3, 1, 0, 0, 0); // it begins again for ever
    out.add(0x21, 0xfe);
    const words = new Bytes();
    words.text(comment);
    out.blocks(words.data, words.length);
  }

  // add adds a frame that is seen for a time, in hundredths of a second.
  add(pixels, time) {
    const now = this.indices(pixels), box = this.changed(now);
    const out = this.out;
    out.add(0x21, 0xf9, 4, 1 << 2 | 1); // it stays, and one index is clear
    out.word(time);
    out.add(same, 0, 0x2c);
    for (const n of [box.x, box.y, box.w, box.h]) out.word(n);
    out.add(0, 8);
    this.compress(this.part(now, box));
    out.blocks(this.packed.data, this.packed.length);
    this.before = now;
  }

  finish() {
    this.out.push(0x3b);
    return this.out.data.slice(0, this.out.length);
  }

  indices(pixels) {
    const out = new Uint8Array(this.width * this.height);
    for (let i = 0, at = 0; i < out.length; i++, at += 4) {
      const colour = pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2];
      let index = this.nearest[colour];
      if (index == same) index = this.nearest[colour] = nearest(this.palette, pixels[at], pixels[at + 1], pixels[at + 2]);
      out[i] = index;
    }
    return out;
  }

  // changed returns the rectangle outside of which a frame is as the one before.
  changed(now) {
    const {width, height, before} = this;
    if (!before) return {x: 0, y: 0, w: width, h: height};
    let left = width, right = -1, top = height, bottom = -1;
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        if (now[i] == before[i]) continue;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
    }
    return bottom < 0 ? {x: 0, y: 0, w: 1, h: 1} : {x: left, y: top, w: right - left + 1, h: bottom - top + 1};
  }

  // part returns the indices of a rectangle: what has not changed is clear.
  part(now, {x, y, w, h}) {
    const out = new Uint8Array(w * h);
    for (let row = 0, i = 0; row < h; row++) {
      for (let at = (y + row) * this.width + x, last = at + w; at < last; at++, i++) {
        out[i] = this.before && this.before[at] == now[at] ? same : now[at];
      }
    }
    return out;
  }

  // compress packs indices as GIF wants it: LZW, with codes of 9 to 12 bits.
  compress(indices) {
    const {codes, packed} = this;
    let size = 9, next = end + 1, bits = 0, held = 0;
    const emit = code => {
      held |= code << bits;
      for (bits += size; bits >= 8; bits -= 8) { packed.push(held & 255); held >>>= 8; }
    };
    packed.length = 0;
    codes.fill(0);
    emit(clear);
    let code = indices[0];
    for (let i = 1; i < indices.length; i++) {
      const key = code << 8 | indices[i], known = codes[key];
      if (known) { code = known; continue; }
      emit(code);
      if (next == most) {
        emit(clear);
        codes.fill(0);
        size = 9;
        next = end + 1;
      } else {
        if (next >= 1 << size) size++;
        codes[key] = next++;
      }
      code = indices[i];
    }
    emit(code);
    emit(end);
    if (bits > 0) packed.push(held & 255);
  }
}

function distance(a, r, g, b) { return (a[0] - r) ** 2 + (a[1] - g) ** 2 + (a[2] - b) ** 2; }

function nearest(palette, r, g, b) {
  let best = 0, least = Infinity;
  for (let i = 0; i < palette.length; i++) {
    const d = distance(palette[i], r, g, b);
    if (d < least) { least = d; best = i; }
  }
  return best;
}

// choose returns at most 255 colours: those of the theme, and of what the samples show
// the most frequent ones that are not too near to another, nearer and nearer.
function choose(theme, samples) {
  const counts = new Map();
  for (const pixels of samples) {
    for (let i = 0; i < pixels.length; i += 4) {
      const colour = pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const seen = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most).map(([c]) => [c >> 16, c >> 8 & 255, c & 255]);
  const chosen = theme.slice(0, same);
  for (let apart = 48; apart >= 1; apart /= 2) {
    for (const [r, g, b] of seen) {
      if (chosen.length == same) return chosen;
      if (chosen.every(c => distance(c, r, g, b) >= apart * apart)) chosen.push([r, g, b]);
    }
  }
  return chosen;
}

// The worker: begin, samples, frames, and end. It answers each of the last three, so that
// one picture at a time is on its way.
if (typeof WorkerGlobalScope != 'undefined') {
  let order, samples, gif;
  onmessage = ({data}) => {
    switch (data.kind) {
      case 'begin': order = data; samples = []; gif = null; return;
      case 'sample': samples.push(new Uint8Array(data.pixels)); break;
      case 'frame':
        gif = gif || new Gif(order.width, order.height, choose(JSON.parse(order.theme), samples), order.comment);
        gif.add(new Uint8Array(data.pixels), data.time);
        break;
      case 'end': {
        const file = gif.finish();
        postMessage({kind: 'file', file}, [file.buffer]);
        return;
      }
    }
    postMessage({kind: 'took', bytes: gif ? gif.out.length : 0});
  };
}
