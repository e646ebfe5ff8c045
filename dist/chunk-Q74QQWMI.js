import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  cleanBytes,
  decodeActionsLine,
  unfinishedCode
} from "./chunk-55YYQKXH.js";
import {
  collect
} from "./chunk-4JNOUEEH.js";

// src/deadline.ts
function timesUntil(deadline, now = Date.now()) {
  let all = Math.max(0, deadline - now), kept = 2 * Math.floor(Math.min(3e4, Math.max(all * 0.1, Math.min(5e3, all * 0.3))) / 2);
  return { fetch: deadline - kept, rest: deadline - kept / 2, logs: deadline };
}
var clockAt = (deadline) => () => Date.now() >= deadline, noHurry = { logs: () => !1, rest: () => !1 }, clocksAt = (times) => times ? { logs: clockAt(times.logs), rest: clockAt(times.rest) } : noHurry;
function watched(isUp) {
  async function* chunks(from, counts) {
    for await (let chunk of from) {
      if (isUp()) {
        self.late = !0;
        return;
      }
      counts && (self.read += chunk.length), yield chunk;
    }
  }
  let self = {
    read: 0,
    late: !1,
    chunks: (from) => chunks(from, !0),
    bytes: (bytes) => ({ ...bytes, stream: (start, end) => chunks(bytes.stream(start, end), !0) }),
    async *members(from) {
      for await (let member of from) {
        if (isUp()) {
          self.late = !0;
          return;
        }
        yield { ...member, bytes: () => chunks(member.bytes(), !1) };
      }
    }
  };
  return self;
}

// src/diagnose/text.ts
function normalise(line) {
  return line.replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>").replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<id>").replace(/\b0x[0-9a-f]+\b/gi, "<hex>").replace(/(?<=[a-z])-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, "-<pod>").replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, "<hex>").replace(/(?:\/[\w.@+-]+){2,}/g, (path) => `<path>/${path.split("/").at(-1)}`).replace(/\d+/g, "<n>").replace(/\s+/g, " ").trim();
}
function hash(text) {
  let h = 0xcbf29ce484222325n;
  for (let byte of new TextEncoder().encode(text))
    h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  return h.toString(16).padStart(16, "0");
}
var isMild = (line) => /\bWARN(?:ING)?\b|Warning: |\[Warning\]|level(?:=|":\s?")warn|##\[warning\]|retrying|will retry|attempt \d+/.test(
  line
), isDebug = (line) => /^(?:(?!\b(?:ERROR|FATAL|PANIC)\b).){0,200}?\b(?:DEBUG|TRACE)\d?\b|level(?:=|":\s?")(?:debug|trace)/.test(
  line
), isMeant = (line) => /\s\((?:as )?expected\)|\bnegative[- ](?:test|case|path|check)s?\b|\b(?:deliberate|intentional)(?:ly)?\b|\bon purpose\b|\bprovoked\b|\bexpected (?:rejection|refusal|denial)\b|\b(?:injected|simulated) (?:fault|error|failure|outage)s?\b/i.test(
  line
), isInfo = (line) => /^(?:(?!\b(?:WARN|WARNING|ERROR|FATAL|PANIC)\b).){0,120}?\bINFO\b|level(?:=|":\s?")info\b|^\s*I\d{4} /.test(
  line
), isAccess = (line) => /^(?:INFO:?\s+)?[\da-f.:]+ (?:- )+.{0,60}"(?:GET|POST|PUT|PATCH|DELETE|HEAD) /.test(line), isPassed = (line) => /^\s*(?:[│├└─╷╵ ]+(?:\[\d+\] )?.* (?:\[OK\]|✔)$|[✓✔√☑] \S|✎ todo |ok \d+ |not ok \d+ .*# todo\b)|^test \S.* (?:\.\.\.|-) (?:ok$|compile fail )|<testcase [^>]*>/i.test(
  line
), wrapper = /^##\[(?:group|endgroup|warning|debug|command)\]|Process completed with exit code|[Ss]tep script exited with code|Executing the custom container implementation failed|^make(?:\[\d+\])?: \*\*\*|^exit status \d+$|Test Suite Failed|^Ginkgo ran |The process '.*' failed with exit code|^npm (?:ERR!|error) (?:code|errno|A complete log)|There were failures detected|^FAIL$|^FAIL!? |=+ .*(?:failed|error).* in [\d.]+s|^Summarizing \d+ Failure|short test summary|^##\[error\](?:It|BeforeSuite) |The operation was canceled|^(?:[-+] |\+\+ )|^\s*(?:shell:|set -)/, bare = /^##\[error\]\W*(?:(?:[\w/().-]+ ){0,6}(?:tests?|specs|suites?|jobs?|steps?|build|set-?up|script|checks?|deploy\w*|pipeline|workflow|command|task|one or more\b.*)(?: [\w/().-]+){0,4} (?:(?:has |have )?failed|did not (?:pass|succeed)|timed out|exited with (?:exit )?(?:code|status) \d+|failed with (?:exit )?(?:code|status) \d+)|(?:Bash|PowerShell|Cmd\.exe) exited with code)\b[^:]*$/i, isWrapper = (line) => wrapper.test(line) || bare.test(line), crash = /^\s*(?:panic: |fatal error: |Uncaught |(?:(?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)|(?:[a-z_]\w*\.)+[A-Z]\w+): \S)/, prefix = /^\s*(?:[a-z0-9][\w.-]{0,80} +\| ?|\[pod\/\S+\] )/, wrong = "(?:ERROR|FATAL|PANIC|CRITICAL|SEVERE|ALERT|EMERG|error|crit|alert|emerg)", ofCluster = [
  /^\s*(?:\S+\s+){0,3}Warning\s+[A-Z][A-Za-z]+\s/,
  /^\s*(?:\S+ )?\{.*"(?:level|severity|lvl)": ?"(?:error|fatal|panic|critical)"/i,
  /^\s*(?:\S+ )?\{.*"(?:level|severity|lvl)": ?(?:50|60)\b/,
  new RegExp(String.raw`^\s*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\S+\s+(?:\S+ ){0,2}\[?${wrong}\b`),
  new RegExp(String.raw`^\s*\[?\d\d:\d\d:\d\d[.,]\d+\]? (?:\[[^\]]*\] )?${wrong}\b`),
  new RegExp(String.raw`^\s*\[?${wrong}\]?(?::\s{2,}|\s+\[?\d{4}-\d\d-\d\d|\t)`),
  /^\s*(?:ERRO|FATA|PANI)\[\d+\] /,
  /^\s*(?:\S+ )?(?:time|ts)=(?:"[^"]*"|\S+) (?:\w+=\S+ ){0,3}level="?(?:error|fatal|panic)\b/i,
  crash,
  /^\s*(?:\S+ )?[EF]\d{4} \d\d:\d\d:\d\d\.\d+/,
  /^\s*\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (?:\S+ )?(?:ERROR|FATAL|PANIC): /
], mere = [
  /^.{0,120}?\b(?:INFO|WARN(?:ING)?|DEBUG|TRACE|NOTICE|LOG|HINT|DETAIL|STATEMENT)\b/,
  /^\W*(?:\S+\s+){0,3}?\W?(?:info|warn(?:ing)?|debug|trace|notice)\b/i,
  /"(?:level|severity|lvl)": ?(?:"(?:info|warn\w*|debug|trace|notice)"|[1-4]0\b)/i,
  /level="?(?:info|warn|debug|trace)|^\s*[IW]\d{4} |\[(?:info|warn|notice|debug)\]|" [1-4]\d\d /i
], isMere = (text) => mere.some((shape) => shape.test(text)), isOfCluster = (text) => {
  let own = text.replace(prefix, "");
  return own !== text && !isMere(own) || ofCluster.some((shape) => shape.test(own));
};

// src/read/blocks.ts
var blockSize = 256 * 1024, around = 16 * 1024;
function blockRoom(size = blockSize) {
  return { buffer: Buffer.from(new ArrayBuffer(size + 4)), newlines: new Int32Array(4096) };
}
async function* blocks(chunks, room = blockRoom()) {
  let { buffer } = room, size = buffer.length - 4, margin = Math.min(around, size >> 2), line = 1, continued = !1, fresh = 0, raw = 0, filled = 0;
  function next(last2) {
    let newline = filled > raw ? buffer.lastIndexOf(10, filled - 1) : -1, whole = newline >= raw, cut = !whole && !last2, to = whole ? newline + 1 : cut ? unfinishedCode(buffer, raw, filled) : filled, end = cleanBytes(buffer, raw, to, raw === 0), settled = cut ? Math.max(fresh, end - margin) : end + 1, block = lineBlock(buffer.subarray(0, end), { firstLine: line, continued, fresh, settled }, room);
    return {
      block,
      rest: () => {
        let kept = cut ? Math.min(2 * margin, end) : 0;
        buffer.copyWithin(0, end - kept, end), buffer.copyWithin(kept, to, filled), filled += kept - to, raw = kept, fresh = cut ? settled - (end - kept) : 0, line += block.newlines.length, continued = cut;
      }
    };
  }
  for await (let chunk of chunks)
    for (let at = 0; at < chunk.length; ) {
      let count = Math.min(chunk.length - at, size - filled);
      if (buffer.set(chunk.subarray(at, at + count), filled), filled += count, at += count, filled < size) break;
      let { block, rest } = next(!1);
      yield block, rest();
    }
  for (; filled > raw || continued; ) {
    let { block, rest } = next(!0);
    yield block, rest();
  }
}
function lineBlock(bytes, more = {}, room = { newlines: new Int32Array(64) }) {
  let count = findNewlines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), room), newlines = room.newlines.subarray(0, count);
  return { firstLine: 1, continued: !1, fresh: 0, settled: bytes.length + 1, ...more, bytes, newlines };
}
function findNewlines(buffer, room) {
  let count = 0;
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) {
    if (count === room.newlines.length) {
      let larger = new Int32Array(count * 2);
      larger.set(room.newlines), room.newlines = larger;
    }
    room.newlines[count++] = at;
  }
  return count;
}

// src/read/decode.ts
var utf8 = new TextDecoder("utf-8", { ignoreBOM: !0 });
function decodeText(buffer, start, end, longest2) {
  let last2 = Math.min(end, start + 3 * longest2 + 3), latin = buffer.toString("latin1", start, Math.min(end, start + longest2));
  return /[^\x00-\x7f]/.test(latin) ? utf8.decode(buffer.subarray(start, last2)).slice(0, longest2) : latin;
}

// src/read/telling-filter.ts
var words = "error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|not found|no such|missing|unknown|undefined|timeout|time out|timedout|timed out|killed|abort|✗|❌|err!|expected|to equal|assert";
var hash2 = (word) => Math.imul(word, 2654435761) >>> 16;
function signFilter() {
  let table = new Uint8Array(65536);
  for (let word of words.split("|")) {
    let bytes = new TextEncoder().encode(word);
    for (let at of [bytes.length > 4 ? 0 : -1, bytes.length > 4 ? 1 : 0]) {
      let free = at < 0 ? 0 : 24, partial = at < 0 || at + 4 > bytes.length, fixed = 0;
      for (let i = 0; i < 4; i++) fixed |= (bytes[at + i] ?? 0) << i * 8;
      for (let byte = 0; byte < (partial ? 256 : 1); byte++)
        table[hash2(fixed | byte << free | 538976288)] = 1;
    }
  }
  return table;
}
function signRows(table, bytes, newlines) {
  let rows = [], places = signPlaces(table, bytes), place = 0;
  for (let row = 0, start = 0; row <= newlines.length && start < bytes.length; row++) {
    let end = newlines[row] ?? bytes.length;
    for (; places[place] < start - 1; ) place++;
    (places[place] <= end || mayBePytest(bytes, start, end)) && rows.push(row), start = end + 1;
  }
  return rows;
}
var behindAll = 1073741823;
function signPlaces(table, bytes) {
  let padded = bytes.byteOffset % 4 === 0 && bytes.byteOffset + bytes.length + 4 <= bytes.buffer.byteLength, copy = padded ? bytes : new Uint8Array(bytes.length + 8);
  padded || copy.set(bytes);
  let length = bytes.length + 3 >> 2, view = new Int32Array(copy.buffer, copy.byteOffset, length), places = [], word = view[0] ?? 0;
  for (let i = 0; i < length; i++) {
    let next = view[i + 1] ?? 0, between = word >>> 16 | next << 16;
    (table[hash2(word | 538976288)] | table[hash2(between | 538976288)]) !== 0 && (table[hash2(word | 538976288)] !== 0 && places.push(i * 4), table[hash2(between | 538976288)] !== 0 && places.push(i * 4 + 2)), word = next;
  }
  return places.push(behindAll), places;
}
function mayBePytest(bytes, start, end) {
  let at = end - start > 30 && bytes[start + 27] === 90 ? start + 29 : start;
  return bytes[at] === 69 && bytes[at + 1] === 32;
}

// src/read/telling.ts
var first = 100, last = 400, longest = 2e3, backwardSize = 1 << 18, sign = /error|fail|fatal|panic|exception|traceback|cannot|can't|could not|unable|denied|refused|invalid|unexpected|not found|no such|missing|unknown|undefined|timed? ?out|killed|abort|✗|❌|ERR!|^E {2,}|^\s*(?:expected|to equal|assert)/i;
function tellingReader() {
  let filter = signFilter(), lines = [], until = null;
  return {
    block({ bytes, newlines, firstLine, continued }, time) {
      if (until !== null) return;
      let block = { bytes, newlines, firstLine, continued, time };
      lines.push(...tellingRows(block, signRows(filter, bytes, newlines)).map((row) => logLine(block, row))), lines.length >= first && (until = firstLine + newlines.length - 1);
    },
    result: () => ({ lines, until })
  };
}
async function withLastTelling({ lines, until }, bytes, parts) {
  let tail = [];
  if (until !== null) {
    let filter = signFilter();
    for (let part of parts.toReversed())
      for await (let block of backwards(bytes, part)) {
        if (tail.length >= last || block.firstLine + block.newlines.length <= until) break;
        tail = [...tellingRows(block, signRows(filter, block.bytes, block.newlines)).slice(tail.length - last).map((row) => logLine(block, row)).filter(({ line }) => line > until), ...tail];
      }
  }
  return [...lines.slice(0, first), ...[...lines.slice(first), ...tail].slice(-last)];
}
async function* backwards(bytes, { from, to, lastLine }) {
  let end = to, line = lastLine;
  for (; end > from; ) {
    let start = Math.max(from, end - backwardSize), read = await collect(bytes.stream(start, end), backwardSize), newline = start > from ? read.indexOf(10) : -1, skip = start === from ? 0 : newline === -1 || newline === read.length - 1 ? read.length : newline + 1, buffer = Buffer.from(read.subarray(skip)), { newlines, bytes: clean } = lineBlock(buffer.subarray(0, cleanBytes(buffer, 0, buffer.length, !0))), firstLine = line - newlines.length + (clean.at(-1) === 10 ? 1 : 0);
    clean.length && (yield { bytes: clean, newlines, firstLine, continued: !1, time: null }, line = firstLine - 1), end = skip === read.length ? start : start + skip;
  }
}
function tellingRows(block, rows) {
  return rows.filter((row) => {
    if (row === 0 && block.continued) return !1;
    let { text } = decoded(block, row);
    return text !== "" && sign.test(text);
  });
}
function logLine(block, row) {
  let { text, time } = decoded(block, row), own = time;
  for (let before = row - 1; own === null && before >= (block.continued ? 1 : 0); before--)
    own = decoded(block, before, 80).time;
  return { line: block.firstLine + row, time: own ?? block.time, text };
}
function decoded(block, row, most = longest + 80) {
  let { bytes, newlines } = block, buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), start = row === 0 ? 0 : newlines[row - 1] + 1, { text, time } = decodeActionsLine(decodeText(buffer, start, newlines[row] ?? bytes.length, most));
  return { text: text.slice(0, longest), time };
}

export {
  timesUntil,
  clockAt,
  noHurry,
  clocksAt,
  watched,
  normalise,
  hash,
  isMild,
  isDebug,
  isMeant,
  isInfo,
  isAccess,
  isPassed,
  isWrapper,
  isMere,
  isOfCluster,
  blockRoom,
  blocks,
  lineBlock,
  decodeText,
  tellingReader,
  withLastTelling
};
