import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  fileBytes,
  memoryBytes,
  none,
  partBytes
} from "./chunk-X5YOBKFU.js";

// src/collect/keep.ts
import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
var GATHERED = 1 << 18, LINE = 1 << 20;
async function keepStart(path, limit) {
  let max = Math.floor(limit), file = await create(path);
  return keeper(file, {
    store: (bytes, at) => file.write(bytes, 0, Math.min(bytes.length, max - at), at),
    room: (at) => at <= max,
    part: async (at) => ({ path, ranges: [[0, Math.min(at, max)]], gap: null, short: null })
  });
}
async function keepLog(path, limit) {
  let max = Math.floor(limit), file = await create(path), tail = Math.floor(max / 2), head = max - tail, lines = 0;
  return keeper(file, {
    store: async (bytes, at) => {
      at === 0 && (lines = 0), lines += countNewlines(bytes);
      for (let done = 0; done < bytes.length; ) {
        let place = at + done < head || tail === 0 ? at + done : head + (at + done - head) % tail, room = place < head ? head - place : max - place;
        if (room <= 0) return;
        let count2 = Math.min(bytes.length - done, room);
        await file.write(bytes, done, count2, place), done += count2;
      }
    },
    room: () => !0,
    part: async (at) => {
      if (at <= max) return { path, ranges: [[0, at]], gap: null, short: null };
      let turn = tail ? (at - head) % tail : 0, end = [
        [head + turn, max],
        [head, head + turn]
      ];
      return await withGap(path, head, end, (newlines) => lines - newlines, max);
    }
  });
}
async function headAndTail(path, size, limit) {
  let max = Math.floor(limit), tail = Math.floor(max / 2), before = await countIn(path, [[0, size - tail]]), end = [[size - tail, size]], all = before + await countIn(path, end);
  return await withGap(path, max - tail, end, (newlines) => all - newlines, max);
}
async function withGap(path, head, tail, before, max) {
  let headEnd = await lastLineEnd(path, head), skip = await firstLineEnd(path, tail), rest = partBytes({ path, ranges: tail, gap: null, short: null }), ranges = [[0, headEnd], ...cut(tail, skip)], line = before(await count(rest.stream(skip))) + 1, first = await countIn(path, [[0, headEnd]]) + 1, last = Math.max(first, line - 1), short = `longer than ${limitMb(max)} MB: lines ${first} to ${last} were left out; raise max-log-mb to read them`;
  return { path, ranges, gap: { at: headEnd, line }, short };
}
var limitMb = (bytes) => Number((bytes / 1024 ** 2).toPrecision(3)), cut = (ranges, skip) => {
  let left = skip;
  return ranges.flatMap(([start, end]) => {
    let from = Math.min(end, start + left);
    return left -= from - start, from < end ? [[from, end]] : [];
  });
};
async function lastLineEnd(path, end) {
  let from = Math.max(0, end - LINE), newline = (await some(path, [[from, end]])).lastIndexOf(10);
  return newline < 0 ? end : from + newline + 1;
}
async function firstLineEnd(path, ranges) {
  let [first, second] = ranges, near = Math.min(LINE, first[1] - first[0]);
  return (await some(path, [
    [first[0], first[0] + near],
    ...second ? [[second[0], Math.min(second[1], second[0] + LINE - near)]] : []
  ])).indexOf(10) + 1;
}
async function some(path, ranges) {
  let chunks = [];
  for await (let chunk of partBytes({ path, ranges, gap: null, short: null }).stream())
    chunks.push(new Uint8Array(chunk));
  return Buffer.concat(chunks);
}
var countIn = (path, ranges) => count(partBytes({ path, ranges, gap: null, short: null }).stream());
async function count(chunks) {
  let lines = 0;
  for await (let chunk of chunks) lines += countNewlines(chunk);
  return lines;
}
function countNewlines(bytes) {
  let buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), lines = 0;
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) lines++;
  return lines;
}
async function create(path) {
  return mkdirSync(dirname(path), { recursive: !0 }), await open(path, "w", 384);
}
function keeper(file, { store, room, part }) {
  let gathered = Buffer.allocUnsafeSlow(GATHERED), held = 0, at = 0, flush = async () => {
    held && await store(gathered.subarray(0, held), at - held), held = 0;
  };
  return {
    get at() {
      return at;
    },
    async add(chunk) {
      for (let done = 0; done < chunk.length && room(at); ) {
        let count2 = Math.min(chunk.length - done, GATHERED - held);
        gathered.set(chunk.subarray(done, done + count2), held), held += count2, done += count2, at += count2, (held === GATHERED || !room(at)) && await flush();
      }
      return room(at);
    },
    async restart() {
      held = 0, at = 0, await file.truncate(0);
    },
    async finish() {
      try {
        return await flush(), await part(at);
      } finally {
        await file.close();
      }
    }
  };
}

// src/collect/local-log.ts
async function logContent(file, name, max, notes) {
  return partContent(await readable(await fileBytes(file), max), name, notes);
}
var openLog = async (file) => narrow(await fileBytes(file));
function partContent(part, name, notes) {
  return part.short !== null && notes.push(logNote(name, part.short)), partBytes(part).size === 0 ? none("empty", "the log has no bytes") : { type: "bytes", open: async () => await narrow(partBytes(part)) };
}
var logNote = (name, why) => ({ what: `log of ${name}`, why });
async function readable(bytes, max) {
  let { path } = bytes.part;
  if (bytes.size <= max) return bytes.part;
  if (await encodingOf(bytes) === null) return await headAndTail(path, bytes.size, max);
  let short = `longer than ${limitMb(max)} MB: only its beginning was read; raise max-log-mb to read it whole`;
  return { path, ranges: [[0, Math.floor(max)]], gap: null, short };
}
async function narrow(bytes) {
  let encoding = await encodingOf(bytes);
  if (encoding === null) return bytes;
  let decoder = new TextDecoder(encoding), parts = [];
  for await (let chunk of bytes.stream()) parts.push(Buffer.from(decoder.decode(chunk, { stream: !0 })));
  return memoryBytes(Buffer.concat(parts));
}
async function encodingOf(bytes) {
  let first = [];
  for await (let chunk of bytes.stream(0, 2)) first.push(...chunk);
  let mark = (first[0] ?? 0) * 256 + (first[1] ?? 0);
  return mark === 65534 ? "utf-16le" : mark === 65279 ? "utf-16be" : null;
}

export {
  keepStart,
  keepLog,
  logContent,
  openLog,
  partContent,
  logNote
};
