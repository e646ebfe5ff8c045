import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/read/archive/pull.ts
var nothing = new Uint8Array(0);
function pull(stream) {
  let iterator = stream[Symbol.asyncIterator](), current = nothing, ended = !1;
  async function more() {
    for (; !ended; ) {
      let { value, done } = await iterator.next();
      if (done) ended = !0;
      else if (value.length > 0) return value;
    }
    return null;
  }
  let self = {
    async next(max) {
      if (current.length === 0 && (current = await more() ?? nothing), current.length === 0 || max <= 0) return null;
      let piece = current.subarray(0, max);
      return current = current.subarray(piece.length), piece;
    },
    async peek(count) {
      for (; current.length < count; ) {
        let before = copy(current), chunk = await more();
        if (current = chunk ? before.length === 0 ? chunk : join([before, chunk]) : before, !chunk) break;
      }
      return current.subarray(0, count);
    },
    async take(count) {
      let piece = copy(await self.peek(count));
      return current = current.subarray(piece.length), piece;
    },
    async skip(count) {
      let left = count;
      for (; left > 0; ) {
        let piece = await self.next(left);
        if (!piece) break;
        left -= piece.length;
      }
      return count - left;
    },
    unread(bytes) {
      current = current.length ? join([bytes, current]) : bytes;
    },
    async close() {
      current = nothing, ended = !0, await iterator.return?.();
    }
  };
  return self;
}
async function* remaining(source) {
  for (let chunk = await source.next(1 << 22); chunk; chunk = await source.next(1 << 22)) yield chunk;
}
var copy = (bytes) => new Uint8Array(bytes);
function join(chunks) {
  let all = new Uint8Array(chunks.reduce((sum, c) => sum + c.length, 0)), at = 0;
  for (let chunk of chunks)
    all.set(chunk, at), at += chunk.length;
  return all;
}
async function collect(stream, limit) {
  let chunks = [], length = 0;
  for await (let chunk of stream) {
    if (length += chunk.length, length > limit) return null;
    chunks.push(copy(chunk));
  }
  return chunks.length === 1 ? chunks[0] : join(chunks);
}

export {
  pull,
  remaining,
  join,
  collect
};
