import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/collect/bytes.ts
import { open, stat } from "node:fs/promises";
var CHUNK = 1024 * 1024;
async function fileBytes(path) {
  return partBytes({ path, ranges: [[0, (await stat(path)).size]], gap: null, short: null });
}
function partBytes(part) {
  let { path, ranges } = part, size = ranges.reduce((sum, [start, end]) => sum + end - start, 0);
  return {
    size,
    part,
    async *stream(start = 0, end = size) {
      for (let [from, to] of within(ranges, start, end)) yield* read(path, from, to);
    }
  };
}
function within(ranges, start, end) {
  let before = 0;
  return ranges.flatMap(([first, last]) => {
    let from = Math.max(first, first + start - before), to = Math.min(last, first + end - before);
    return before += last - first, from < to ? [[from, to]] : [];
  });
}
async function* read(path, start, end) {
  let file = await open(path), next = Promise.resolve();
  try {
    let buffers = [], readAt = async (turn, at2) => {
      if (at2 >= end) return 0;
      let buffer = buffers[turn % 2] ??= Buffer.allocUnsafeSlow(Math.min(CHUNK, end - at2));
      return (await file.read(buffer, 0, Math.min(buffer.length, end - at2), at2)).bytesRead;
    }, at = start, ahead = readAt(0, at);
    for (let turn = 0; ; turn++) {
      let count = await ahead;
      if (count === 0) return;
      at += count, next = ahead = readAt(turn + 1, at), yield buffers[turn % 2].subarray(0, count);
    }
  } finally {
    await next.catch(() => {
    }), await file.close();
  }
}
function memoryBytes(bytes) {
  return {
    size: bytes.length,
    async *stream(start = 0, end = bytes.length) {
      let [from, to] = [Math.max(0, start), Math.min(end, bytes.length)];
      for (let at = from; at < to; at += CHUNK) yield bytes.slice(at, Math.min(at + CHUNK, to));
    }
  };
}

// src/collect/unavailable.ts
var Unavailable = class extends Error {
  name = "Unavailable";
  state;
  constructor(state, message, options) {
    super(message, options), this.state = state;
  }
}, none = (state, detail) => ({ type: "none", state, detail });

export {
  fileBytes,
  partBytes,
  memoryBytes,
  Unavailable,
  none
};
