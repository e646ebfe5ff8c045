import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/read/actions-log.ts
var echo = [27, 91, 51, 54, 59, 49, 109];
function cleanBytes(buffer, from, to, fresh) {
  let bytes = buffer.subarray(0, to), read = bytes.indexOf(27, from);
  if (read === -1) return to;
  let write = read, intact = fresh ? from - 1 : from;
  for (; read < to; ) {
    if (isEcho(bytes, read) && isContentStart(bytes, intact, write)) {
      bytes[write++] = 32;
      let newline = bytes.indexOf(10, read);
      read = newline === -1 ? to : newline;
    } else read = afterCode(bytes, read);
    let next = bytes.indexOf(27, read), end = next === -1 ? to : next;
    bytes.copyWithin(write, read, end), intact = write, write += end - read, read = end;
  }
  return write;
}
function unfinishedCode(buffer, from, to) {
  let last = buffer.lastIndexOf(27, to - 1);
  return last > from && last >= to - 256 && afterCode(buffer.subarray(0, to), last) >= to ? last : to;
}
function isEcho(bytes, at) {
  for (let i = 0; i < echo.length; i++) if (bytes[at + i] !== echo[i]) return !1;
  return !0;
}
function isContentStart(bytes, intact, at) {
  for (let before of [0, 29, 32]) {
    let newline = at - before - 1;
    if (!(newline < intact || newline >= 0 && bytes[newline] !== 10))
      return before === 0 || bytes[at - 1] === 32 && bytes[at - 2] === 90;
  }
  return !1;
}
function afterCode(bytes, at) {
  let kind = bytes[at + 1], most = Math.min(bytes.length, at + 256);
  if (kind === 91) {
    for (let i = at + 2; i < most; i++) {
      if (bytes[i] >= 64 && bytes[i] <= 126) return i + 1;
      if (bytes[i] === 10) return i;
    }
    return most;
  }
  if (kind === 93) {
    for (let i = at + 2; i < most; i++) {
      if (bytes[i] === 7) return i + 1;
      if (bytes[i] === 27 && bytes[i + 1] === 92) return i + 2;
      if (bytes[i] === 10) return i;
    }
    return most;
  }
  return at + 1;
}
var stamped = /^\uFEFF?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)(?: |$)/;
function decodeActionsLine(raw) {
  let line = raw.endsWith("\r") ? raw.slice(0, -1) : raw, first = line.charCodeAt(0);
  if (first !== 65279 && (first < 48 || first > 57)) return { text: line, time: null };
  let stamp = stamped.exec(line);
  return stamp ? { text: line.slice(stamp[0].length), time: stamp[1] } : { text: first === 65279 ? line.slice(1) : line, time: null };
}

export {
  cleanBytes,
  unfinishedCode,
  decodeActionsLine
};
