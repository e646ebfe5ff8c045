import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/collect/gh-log.ts
var columns = /^[^\t\n]+\t[^\t\n]+\t\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
function isGhLog(head) {
  return columns.test(new TextDecoder().decode(head.subarray(0, 2048)));
}
async function* byJob(chunks) {
  let carry = Buffer.alloc(0), job = Buffer.alloc(0), lines = function* (from) {
    let to = Buffer.allocUnsafe(from.length), length = 0;
    for (let start = 0; start < from.length; ) {
      let found = from.indexOf(10, start), end = found < 0 ? from.length : found + 1, first = from.indexOf(9, start), second = first < 0 ? -1 : from.indexOf(9, first + 1), isOwn = second >= 0 && second < end && isStamped(from, second + 1);
      isOwn && !job.equals(from.subarray(start, first)) && (length && (yield { job: job.toString(), bytes: to.subarray(0, length) }), length = 0, job = Buffer.from(from.subarray(start, first))), length += from.copy(to, length, isOwn ? second + 1 : start, end), start = end;
    }
    length && (yield { job: job.toString(), bytes: to.subarray(0, length) });
  };
  for await (let chunk of chunks) {
    let bytes = Buffer.concat([carry, chunk]), end = bytes.lastIndexOf(10) + 1;
    if (!end && bytes.length < longest) {
      carry = bytes;
      continue;
    }
    let whole = end || bytes.length;
    carry = Buffer.from(bytes.subarray(whole)), yield* lines(bytes.subarray(0, whole));
  }
  yield* lines(carry);
}
var longest = 16 << 20;
function isStamped(from, at) {
  let start = from[at] === 239 ? at + 3 : at, year = from[start];
  return year !== void 0 && year >= 48 && year <= 57 && from[start + 4] === 45 && from[start + 10] === 84;
}

export {
  isGhLog,
  byJob
};
