import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/collect/folder.ts
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
var DEPTH = 32, FILES = 2e5;
async function* members(dir) {
  let left = FILES;
  for await (let path of walk(dir, "", 0)) {
    if (left-- <= 0) return;
    yield* member(dir, path);
  }
}
async function* member(dir, path) {
  let file = join(dir, path), found = await lstat(file).catch(() => null);
  found?.isFile() && (yield { path, size: found.size, bytes: () => createReadStream(file, { highWaterMark: 256 * 1024 }) });
}
async function* walk(dir, prefix, depth) {
  let named = (await readdir(join(dir, prefix), { withFileTypes: !0 }).catch(() => [])).map((e) => ({ entry: e, path: prefix + e.name + (e.isDirectory() ? "/" : "") }));
  named.sort((a, b) => a.path < b.path ? -1 : 1);
  for (let { entry, path } of named)
    entry.isDirectory() && depth < DEPTH ? yield* walk(dir, path, depth + 1) : entry.isFile() && (yield path);
}

export {
  members,
  member
};
