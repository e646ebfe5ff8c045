import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collect,
  join,
  pull,
  remaining
} from "./chunk-4JNOUEEH.js";
import {
  require_yauzl
} from "./chunk-T3DWGUMF.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/read/archive/limits.ts
var defaultLimits = {
  total: 2147483648,
  member: 536870912,
  members: 5e4,
  ratio: 1e3,
  ratioFrom: 67108864,
  nested: 67108864,
  depth: 4,
  path: 500
};
function budget(name, limits, note, order = () => 0) {
  let expanded = 0, members = 0, said = /* @__PURE__ */ new Set(), left = /* @__PURE__ */ new Map(), self = {
    limits,
    order,
    stopped: !1,
    spend(bytes) {
      return expanded += bytes, expanded > limits.total && stop(`more than ${size(limits.total)} when unpacked; the rest was not read`), !self.stopped;
    },
    admit() {
      return ++members > limits.members && stop(`more than ${limits.members} members; the rest was not read`), !self.stopped;
    },
    cut(what, why) {
      self.stopped || said.has(what) || (said.add(what), note({ what, why }));
    },
    leaveOut: (what) => {
      left.set(what, (left.get(what) ?? 0) + 1);
    },
    finish() {
      for (let [what, count] of left) note({ what: name, why: `${count} ${what}` });
      left.clear();
    }
  };
  function stop(why) {
    self.stopped || note({ what: name, why }), self.stopped = !0;
  }
  return self;
}
function size(bytes) {
  return bytes >= 1048576 ? `${Math.round(bytes / 1048576 * 10) / 10} MiB` : bytes >= 1024 ? `${Math.round(bytes / 1024)} KiB` : `${bytes} bytes`;
}

// src/read/archive/paths.ts
function safePath(name, limit) {
  let unix = name.replaceAll("\\", "/"), relative = unix.replace(/^\/*[A-Za-z]:(?=\/|$)/, ""), parts = relative.split("/").filter((part) => part !== "" && part !== "."), kept = parts.filter((part) => part !== ".."), joined = kept.join("/"), clean2 = joined.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "?");
  return {
    path: clean2.length > limit ? clean2.slice(0, limit) : clean2,
    suspicious: kept.length !== parts.length || relative !== unix || joined.includes("\0") || clean2.length > limit
  };
}
function stem(path) {
  return path.replace(/\.(?:zip|tgz|tar|tar\.gz)$/i, "");
}
function withoutGzip(path) {
  return path.replace(/\.tgz$/i, ".tar").replace(/\.gz(?:ip)?$/i, "");
}

// src/read/archive/inflate.ts
import { createGunzip, createInflateRaw } from "node:zlib";
var chunkSize = 1 << 20, high = 1 << 21;
async function* inflated(format, input, leave = () => {
}) {
  let options = { chunkSize, highWaterMark: chunkSize }, zlib2 = format === "gzip" ? createGunzip(options) : createInflateRaw(options), ready = [], queued = 0, done = !1, failure = null, wake = () => {
  }, finish = (error) => {
    failure ??= error, done = !0, wake();
  };
  zlib2.on("data", (chunk) => {
    ready.push(chunk), queued += chunk.length, queued >= high && zlib2.pause(), wake();
  }), zlib2.on("end", () => finish(null)), zlib2.on("close", () => finish(null)), zlib2.on("error", finish);
  let fed = feed(zlib2, input, leave).catch((error) => {
    failure ??= error, zlib2.end();
  });
  try {
    for (; ; ) {
      let chunk = ready.shift();
      if (chunk)
        queued -= chunk.length, queued < high / 2 && zlib2.isPaused() && zlib2.resume(), yield chunk, release(chunk), await turn();
      else {
        if (done) break;
        await new Promise((resolve) => {
          wake = resolve;
        });
      }
    }
    if (failure) throw failure;
  } finally {
    zlib2.destroy(), await fed;
  }
}
async function feed(zlib2, input, leave) {
  let closed = new Promise((resolve) => zlib2.once("close", resolve)), given = 0, isOver = !1, write = async (chunk) => {
    if (isOver) return leave(chunk);
    let isTaken = !1;
    given += chunk.length;
    let taken = new Promise(
      (resolve) => zlib2.write(chunk, (error) => {
        isTaken = !error, resolve();
      })
    );
    await Promise.race([closed, taken]);
    let over = given - zlib2.bytesWritten;
    isOver = zlib2.destroyed || zlib2.readableEnded || over > 0, isTaken && over > 0 ? leave(chunk.subarray(chunk.length - over)) : isTaken && release(chunk);
  }, written = null, held = null;
  for await (let chunk of input)
    if (await written, held && (written = write(held)), held = new Uint8Array(chunk), isOver) return leave(held);
  await written, held && held.length > 8 && (await write(held.subarray(0, -8)), held = held.subarray(-8)), held && await write(held), isOver || zlib2.end();
}
function release({ buffer, byteOffset, length }) {
  let memory = buffer;
  byteOffset + length === buffer.byteLength && memory.transfer?.(0);
}
var turn = () => new Promise((resolve) => setImmediate(resolve));

// src/read/archive/gunzip.ts
async function* gunzipUnchecked(source) {
  let header = headerLength(await source.peek(1024));
  if (!header) return yield* inflated("gzip", remaining(source));
  await source.skip(header);
  let length = 0, left = [];
  for await (let chunk of inflated("raw", remaining(source), (bytes) => left.push(bytes)))
    length += chunk.length, yield chunk;
  source.unread(join(left));
  let trailer = await source.take(8);
  if (trailer.length < 8) throw new Error("unexpected end of file");
  if (new DataView(trailer.buffer).getUint32(4, !0) !== length % 2 ** 32) throw new Error("incorrect length check");
  if ((await source.peek(1))[0]) return yield* inflated("gzip", remaining(source));
  for (; await source.next(1 << 22); ) ;
}
var hasName = 8, hasComment = 16;
function headerLength(head) {
  let flags = head[3] ?? 0;
  if (head[0] !== 31 || head[1] !== 139 || head[2] !== 8 || flags & ~(hasName | hasComment | 1)) return null;
  let at = 10;
  for (let flag of [hasName, hasComment])
    if (flags & flag && (at = head.indexOf(0, at) + 1, !at))
      return null;
  return head.length > at ? at : null;
}

// src/read/archive/streams.ts
async function* guarded(bill, entry) {
  try {
    yield* entry.open();
  } catch (error) {
    bill.cut(entry.path, `could not be read to its end: ${describe(error)}`);
  }
}
async function* gunzipped(bill, { path, checked }, source) {
  let packed = 0, length = 0, counted = async function* () {
    for await (let chunk of remaining(source))
      packed += chunk.length, yield chunk;
  };
  try {
    for await (let chunk of checked ? gunzipUnchecked(pull(counted())) : inflated("gzip", counted())) {
      if (length += chunk.length, !bill.spend(chunk.length)) return;
      if (length > bill.limits.ratioFrom && length > bill.limits.ratio * packed)
        return bill.cut(path, `inflates more than ${bill.limits.ratio} times; cut at ${size(length)}`);
      yield chunk;
    }
  } catch (error) {
    bill.cut(path, `damaged gzip: ${describe(error)}; ${size(length)} were read before that`);
  }
}
async function* rest(bill, entry, source) {
  let left = bill.limits.member;
  for await (let chunk of remaining(source)) {
    if (chunk.length > left)
      return yield chunk.subarray(0, left), bill.cut(entry.path, `longer than ${size(bill.limits.member)}; the rest was cut`);
    left -= chunk.length, yield chunk;
  }
}
async function inMemory(bill, entry, source) {
  let data = await collect(remaining(source), bill.limits.nested);
  return data ? memoryBytes(data) : (bill.cut(
    entry.path,
    `a zip of more than ${size(bill.limits.nested)} inside a compressed archive; not opened`
  ), null);
}
function memoryBytes(data) {
  return {
    size: data.length,
    async *stream(start = 0, end = data.length) {
      yield data.subarray(start, end);
    }
  };
}

// src/read/archive/tar.ts
var text = new TextDecoder(), latin = new TextDecoder("latin1");
function isTarHeader(block) {
  if (block.length < 512 || block[0] === 0) return !1;
  let sum = 256;
  for (let i = 0; i < 512; i++) (i < 148 || i >= 156) && (sum += block[i]);
  return sum === octal(block.subarray(148, 156));
}
async function* tarEntries(budget2, source, { path: archive, checked }) {
  let next = {};
  for (; !budget2.stopped; ) {
    let block = await source.take(512);
    if (block.length === 0) return;
    if (block.length < 512) return budget2.cut(archive, "ends within a header; what came before was read");
    if (block.every((byte) => byte === 0)) {
      await source.skip(1 << 20);
      return;
    }
    if (!isTarHeader(block)) return budget2.cut(archive, "damaged header; what came before was read");
    let type = String.fromCharCode(block[156] || 48), size2 = next.size ?? number(block.subarray(124, 136));
    if (!Number.isSafeInteger(size2) || size2 < 0)
      return budget2.cut(archive, "impossible size in a header; what came before was read");
    let padding = (512 - size2 % 512) % 512;
    if (type === "x" || type === "L") {
      if (size2 > 1 << 20) return budget2.cut(archive, "header too long; what came before was read");
      let body = await source.take(size2);
      await source.skip(padding), next = { ...next, ...type === "x" ? pax(body) : { path: zeroEnded(body) } };
      continue;
    }
    let name = next.path ?? ustarName(block), sparse = next.sparse === !0 || type === "S";
    if (next = type === "K" || type === "g" ? next : {}, type !== "K" && type !== "g" && !budget2.admit()) return;
    if (type !== "0" && type !== "7" || sparse || name.endsWith("/")) {
      "12".includes(type) ? budget2.leaveOut("links were left out: links in archives are never followed") : "346".includes(type) ? budget2.leaveOut("devices and pipes were left out") : sparse && budget2.leaveOut("sparse files were left out"), await source.skip("123456".includes(type) ? 0 : size2 + padding);
      continue;
    }
    let left = size2;
    yield { name, size: size2, open: async function* () {
      for (; left > 0; ) {
        let chunk = await source.next(Math.min(left, 1048576));
        if (!chunk) return budget2.cut(archive, `ends within ${name.slice(0, 200)}; what came before was read`);
        left -= chunk.length, yield chunk;
      }
    }, range: null, main: !1, checked }, await source.skip(left) < left && budget2.cut(archive, `ends within ${name.slice(0, 200)}; what came before was read`), await source.skip(padding);
  }
}
function ustarName(block) {
  let name = zeroEnded(block.subarray(0, 100)), prefix = latin.decode(block.subarray(257, 263)) === "ustar\0" ? zeroEnded(block.subarray(345, 500)) : "";
  return prefix ? `${prefix}/${name}` : name;
}
function zeroEnded(bytes) {
  let end = bytes.indexOf(0);
  return text.decode(end < 0 ? bytes : bytes.subarray(0, end));
}
function octal(bytes) {
  let digits = latin.decode(bytes).replace(/[\0 ]+/g, " ").trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
}
function number(bytes) {
  if ((bytes[0] & 128) === 0) return octal(bytes);
  let value = bytes[0] & 127;
  for (let byte of bytes.subarray(1)) value = value * 256 + byte;
  return value;
}
function pax(body) {
  let found = {};
  for (let at = 0; at < body.length; ) {
    let space = body.indexOf(32, at), length = space < 0 ? Number.NaN : Number(latin.decode(body.subarray(at, space)));
    if (!(length > 0)) break;
    let [key, ...value] = text.decode(body.subarray(space + 1, at + length - 1)).split("=");
    key === "path" && (found.path = value.join("=")), key === "size" && /^\d+$/.test(value[0] ?? "") && (found.size = Number(value[0])), key?.startsWith("GNU.sparse.") && (found.sparse = !0), at += length;
  }
  return found;
}

// src/read/archive/zip.ts
var import_yauzl = __toESM(require_yauzl(), 1);

// src/read/archive/window.ts
function windowed(bytes) {
  let window = { at: 0, data: new Uint8Array(0) };
  return async (position, length) => {
    let from = position - window.at;
    if (from >= 0 && from + length <= window.data.length) return window.data.subarray(from, from + length);
    let end = Math.min(bytes.size, position + Math.max(length, 1 << 18));
    return end <= position ? new Uint8Array(0) : (window = { at: position, data: await collect(bytes.stream(position, end), end - position) }, window.data.subarray(0, length));
  };
}

// src/read/archive/zip-content.ts
import * as zlib from "node:zlib";
var checksum = zlib.crc32, isChecked = (found) => found.crc !== null && checksum !== void 0;
async function* zipContent(budget2, { bytes, read }, found, archive) {
  let length = 0, crc = 0;
  try {
    let start = await found.start(), raw = found.compressed <= 65536 ? only(await read(start, found.compressed)) : bytes.stream(start, start + found.compressed);
    for await (let chunk of found.method === 0 ? raw : inflatedEntry(found, raw)) {
      if (length += chunk.length, found.method === 8 && !budget2.spend(chunk.length)) return;
      if (length > budget2.limits.ratioFrom && length > budget2.limits.ratio * found.compressed)
        return budget2.cut(
          found.name,
          `inflates more than ${budget2.limits.ratio} times; cut at ${size(length)}`
        );
      crc = checksum?.(chunk, crc) ?? crc, yield chunk;
    }
    found.expanded !== null && length !== found.expanded ? budget2.cut(found.name, `holds ${size(length)}, the zip declares ${size(found.expanded)}`) : isChecked(found) && crc !== found.crc && budget2.cut(found.name, "its check sum does not fit: the archive is damaged here");
  } catch (error) {
    budget2.cut(found.name, `damaged in ${archive}: ${describe(error)}; ${size(length)} of it were read`);
  }
}
async function* inflatedEntry(found, raw) {
  if (found.compressed > 65536 || found.expanded === null || found.expanded > 1 << 23)
    return yield* inflated("raw", raw);
  let packed = await collect(raw, found.compressed), whole = null;
  try {
    whole = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, found.expanded) });
  } catch {
  }
  whole ? yield whole : yield* inflated("raw", only(packed));
}
async function* only(chunk) {
  yield chunk;
}

// src/read/archive/zip-salvage.ts
async function* salvage(bytes) {
  let at = await signature(bytes, 0, [4]);
  for (; at !== null; ) {
    let header = await collect(bytes.stream(at, at + 30), 30);
    if (!header || header.length < 30) return;
    let view = new DataView(header.buffer, header.byteOffset, header.length), flags = view.getUint16(6, !0), method = view.getUint16(8, !0), nameLength = view.getUint16(26, !0), start = at + 30 + nameLength + view.getUint16(28, !0), name = new TextDecoder().decode(
      await collect(bytes.stream(at + 30, at + 30 + nameLength), nameLength) ?? new Uint8Array(0)
    ), sized = (flags & 8) === 0 && view.getUint32(18, !0) < 4294967295, declared = sized ? view.getUint32(18, !0) : null, end = declared === null ? await signature(bytes, start, [4, 8]) ?? bytes.size : start + declared;
    yield {
      name,
      method,
      encrypted: (flags & 1) === 1,
      link: !1,
      compressed: Math.max(0, Math.min(end, bytes.size) - start),
      expanded: sized ? view.getUint32(22, !0) : null,
      crc: sized ? view.getUint32(14, !0) : null,
      start: async () => start
    }, at = await signature(bytes, end, [4]);
  }
}
async function signature(bytes, from, ends) {
  if (from >= bytes.size) return null;
  let source = pull(bytes.stream(from));
  try {
    for (let at = from; ; ) {
      let block = await source.peek(262144);
      for (let i = block.indexOf(80); i >= 0 && i + 3 < block.length; i = block.indexOf(80, i + 1)) {
        let last = block[i + 3];
        if (block[i + 1] === 75 && block[i + 2] === last - 1 && ends.includes(last)) return at + i;
      }
      if (block.length < 1 << 18) return null;
      at += await source.skip(block.length - 3);
    }
  } finally {
    await source.close();
  }
}

// src/read/archive/zip.ts
async function* zipEntries(budget2, bytes, archive) {
  let read = windowed(bytes), all = [];
  try {
    for await (let found of directory(bytes, read))
      if (all.push(found), all.length > budget2.limits.members) break;
  } catch (error) {
    if (budget2.cut(archive, `damaged zip: ${describe(error).replace(/\.$/, "")}; what was readable was read`), all.length === 0) {
      for await (let found of salvage(bytes))
        if (all.push(found), all.length > budget2.limits.members) break;
    }
  }
  let files = all.filter((found) => !found.name.endsWith("/")).map((found) => ({ found, place: budget2.order(found.name) })).toSorted((a, b) => a.place - b.place).map(({ found }) => found), whole = files.reduce((sum, found) => sum + found.compressed, 0);
  for (let found of files) {
    if (!budget2.admit()) return;
    if (found.link) budget2.leaveOut("links were left out: links in archives are never followed");
    else if (found.encrypted) budget2.leaveOut("encrypted members were left out");
    else if (found.method !== 0 && found.method !== 8)
      budget2.leaveOut(`members were left out: compression method ${found.method} is not supported`);
    else {
      let main = files.length === 1 || found.compressed > whole * 0.8, range = async () => slice(bytes, await found.start(), found.compressed);
      yield {
        name: found.name,
        size: found.expanded,
        open: () => zipContent(budget2, { bytes, read }, found, archive),
        range: found.method === 0 ? range : null,
        main,
        checked: isChecked(found)
      };
    }
  }
}
async function* directory(bytes, read) {
  let Reader = import_yauzl.default.RandomAccessReader, reader = new Reader();
  reader.read = (buffer, offset, length, position, done) => {
    read(position, length).then(
      (data) => {
        buffer.set(data, offset), done(data.length < length ? new Error("unexpected end of file") : null);
      },
      (error) => done(error)
    );
  };
  let options = { decodeStrings: !1, validateEntrySizes: !1, autoClose: !1, lazyEntries: !0 }, zip = await import_yauzl.default.fromRandomAccessReaderPromise(reader, bytes.size, options);
  for await (let entry of zip.eachEntry())
    yield {
      name: import_yauzl.default.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        !1
      ),
      method: entry.compressionMethod,
      encrypted: entry.isEncrypted(),
      link: (entry.externalFileAttributes >>> 16 & 61440) === 40960,
      compressed: entry.compressedSize,
      expanded: entry.uncompressedSize,
      crc: entry.crc32,
      start: async () => (await zip.readLocalFileHeaderPromise(entry, { minimal: !0 })).fileDataStart
    };
}
function slice(bytes, start, length) {
  return {
    size: length,
    stream: (from = 0, to = length) => bytes.stream(start + from, start + Math.min(to, length))
  };
}

// src/read/archive/members.ts
async function* archiveMembers(name, bytes, limits, note, order) {
  let bill = budget(name, limits, note, order), whole = {
    path: safePath(name, limits.path).path || "file",
    size: bytes.size,
    open: () => bytes.stream(),
    range: async () => bytes,
    main: !0,
    checked: !1
  };
  yield* expand(bill, whole, 0), bill.finish();
}
async function* expandMembers(members, limits, note) {
  let bill = budget("folder", limits, note);
  for await (let member of members) {
    if (!bill.admit()) break;
    let path = clean(bill, member.path);
    path && (yield* expand(
      bill,
      { path, size: member.size, open: () => member.bytes(), range: null, main: !1, checked: !1 },
      0
    ));
  }
  bill.finish();
}
async function* expand(bill, entry, depth) {
  if (bill.stopped) return;
  let source = pull(guarded(bill, entry));
  try {
    let type = typeOf(await source.peek(512));
    if (type !== "plain" && depth >= bill.limits.depth)
      return bill.cut(entry.path, `an archive more than ${bill.limits.depth} archives deep; not opened`);
    if (type === "plain") yield { path: entry.path, size: entry.size, bytes: () => rest(bill, entry, source) };
    else if (type === "gzip") {
      let open = () => gunzipped(bill, entry, source);
      yield* expand(
        bill,
        { ...entry, path: withoutGzip(entry.path), size: null, open, range: null },
        depth + 0.5
      );
    } else if (type === "tar") yield* inner(bill, entry, tarEntries(bill, source, entry), depth + 0.5);
    else {
      let bytes = entry.range ? await entry.range() : await inMemory(bill, entry, source);
      bytes && (yield* inner(bill, entry, zipEntries(bill, bytes, entry.path), depth + 1));
    }
  } finally {
    await source.close();
  }
}
async function* inner(bill, archive, entries, depth) {
  let base = archive.main ? "" : `${stem(archive.path)}/`;
  for await (let entry of entries) {
    let path = clean(bill, entry.name);
    if (path && (yield* expand(bill, { ...entry, path: (base + path).slice(0, bill.limits.path) }, depth)), bill.stopped) return;
  }
}
function clean(bill, name) {
  let { path, suspicious } = safePath(name, bill.limits.path);
  return suspicious && bill.leaveOut("names pointed out of the archive, were too long or held a NUL: they were cleaned"), path;
}
function typeOf(head) {
  let [a, b, c, d] = head;
  return a === 80 && b === 75 && (c === 3 && d === 4 || c === 5 && d === 6) ? "zip" : a === 31 && b === 139 && c === 8 ? "gzip" : isTarHeader(head) ? "tar" : "plain";
}

export {
  defaultLimits,
  safePath,
  archiveMembers,
  expandMembers
};
