import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  oneSuite
} from "./chunk-KQLUKL3K.js";
import {
  members
} from "./chunk-2BZI2K3R.js";
import {
  assemble
} from "./chunk-QE6NFIWX.js";
import {
  withoutContent
} from "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import {
  unknownRun
} from "./chunk-KYOW2CHN.js";
import {
  logContent
} from "./chunk-63WLSAXU.js";
import {
  fileBytes
} from "./chunk-X5YOBKFU.js";
import {
  toArtifacts,
  toJobs
} from "./chunk-KKE4RHFO.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/collect/hand-made.ts
import { open, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
var stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /, ofRunner = /Z ##\[|Current runner version/, headLength = 16384, archive = /\.(?:tar\.gz|tgz|tar|zip)$/i, bare = /^(?:job|log|output|console|run|raw)?[-_]?\d*$/i;
async function collectHandMade(dir, select, limits) {
  let entries = await readdir(dir, { withFileTypes: !0 }), files = entries.filter((e) => e.isFile()).map((e) => e.name), logs = [];
  for (let file of files.sort()) await isJobLog(join(dir, file)) && logs.push(file);
  let notes = [], [only] = logs;
  if (only === void 0) return null;
  let contentOf = (file, name) => logContent(join(dir, file), name, limits.maxLogBytes, notes);
  if (logs.length === 1) {
    let name = bare.test(stem(only)) ? basename(resolve(dir)) : stem(only), sources = [{ kind: "job-log", name, url: null, content: await contentOf(only, name) }], rest = () => without(members(dir), only);
    return entries.length > 1 && sources.push({
      kind: "bundle",
      name: basename(resolve(dir)),
      url: null,
      content: { type: "folder", members: rest }
    }), oneSuite(name, sources, select, notes);
  }
  let places = new Map(
    entries.filter((e) => e.isDirectory() || e.isFile() && archive.test(e.name)).map((e) => [stem(e.name), { path: join(dir, e.name), isFolder: e.isDirectory() }])
  ), collection = await assemble({
    found: structuredClone(unknownRun),
    jobs: toJobs(logs.map((file, id) => ({ id, name: stem(file), conclusion: "failure" }))),
    artifacts: [...places.keys()].flatMap((name) => toArtifacts([{ name }])),
    select,
    ownUnknown: !1,
    notes,
    annotationsOf: async () => [],
    logOf: ({ job }) => contentOf(logs[job.id], job.name),
    artifactOf: async (artifact) => {
      let { path, isFolder } = places.get(artifact.name);
      if (isFolder) return { type: "folder", members: () => members(path) };
      let { size } = await fileBytes(path);
      return withoutContent({ ...artifact, size_in_bytes: size }, limits.maxArtifactBytes) ?? { type: "bytes", open: () => fileBytes(path) };
    }
  });
  for (let suite of collection.suites) suite.job = null;
  return collection;
}
async function isJobLog(path) {
  let file = await open(path).catch(() => null);
  try {
    let head = Buffer.alloc(headLength), { bytesRead = 0 } = await file?.read(head, 0, headLength, 0) ?? {}, text = head.toString("utf8", 0, bytesRead);
    return stamp.test(text) && ofRunner.test(text);
  } catch {
    return !1;
  } finally {
    await file?.close();
  }
}
async function* without(all, file) {
  for await (let member of all) member.path !== file && (yield member);
}
var stem = (name) => name.replace(archive, "").replace(/\.(?:log|txt)$/i, "") || name;
export {
  collectHandMade
};
