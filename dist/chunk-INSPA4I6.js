import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  oneSuite
} from "./chunk-QNDHDYXM.js";
import {
  member,
  members
} from "./chunk-W4LYY7VR.js";
import {
  assemble
} from "./chunk-NZ6Z2CMF.js";
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
} from "./chunk-IBCBMOJQ.js";
import {
  withoutArchive,
  withoutKind
} from "./chunk-NNJIFKDM.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/collect/hand-made.ts
import { open, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
var stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /, ofRunner = /Z ##\[|Current runner version/, headLength = 16384, bare = /^(?:job|log|output|console|run|raw)?[-_]?\d*$/i, shown = 5;
async function collectHandMade(dir, select, limits) {
  let entries = await readdir(dir, { withFileTypes: !0 }).catch(() => []), folder = { dir, logs: [], rest: [], select, limits };
  for (let entry of entries.sort((a, b) => a.name < b.name ? -1 : 1))
    entry.isFile() && await isJobLog(join(dir, entry.name)) ? folder.logs.push(entry.name) : (entry.isFile() || entry.isDirectory()) && folder.rest.push({ name: entry.name, isFolder: entry.isDirectory() });
  let [only] = folder.logs;
  return only === void 0 ? null : folder.logs.length === 1 ? await alone(only, folder) : await several(folder);
}
async function alone(log, { dir, rest, select, limits }) {
  let notes = [], called = basename(resolve(dir)), name = bare.test(withoutKind(log)) ? called : withoutKind(log), content = await logContent(join(dir, log), name, limits.maxLogBytes, notes), sources = [{ kind: "job-log", name, url: null, content }];
  return rest.length > 0 && sources.push({
    kind: "bundle",
    name: called,
    url: null,
    content: { type: "folder", members: () => without(members(dir), log) }
  }), oneSuite(name, sources, select, notes);
}
async function several({ dir, logs, rest, select, limits }) {
  let notes = [], places = /* @__PURE__ */ new Map();
  for (let place of rest) {
    let short = withoutArchive(place.name);
    places.set(places.has(short) ? place.name : short, place);
  }
  let unused = new Set(places.keys()), collection = await assemble({
    found: structuredClone(unknownRun),
    jobs: toJobs(logs.map((file, id) => ({ id, name: withoutKind(file), conclusion: "failure" }))),
    artifacts: [...places.keys()].flatMap((name) => toArtifacts([{ name }])),
    // Whoever put them there means them to be read, so their names need not speak of diagnostics.
    select: { ...select, artifacts: select.artifacts.length > 0 ? select.artifacts : ["*{service}*"] },
    ownUnknown: !1,
    notes,
    annotationsOf: async () => [],
    logOf: ({ job }) => logContent(join(dir, logs[job.id]), job.name, limits.maxLogBytes, notes),
    artifactOf: async (artifact) => {
      unused.delete(artifact.name);
      let { name, isFolder } = places.get(artifact.name), path = join(dir, name);
      if (isFolder) return { type: "folder", members: () => members(path) };
      if (name === withoutArchive(name)) return { type: "folder", members: () => member(dir, name) };
      let { size } = await fileBytes(path);
      return withoutContent({ ...artifact, size_in_bytes: size }, limits.maxArtifactBytes) ?? { type: "bytes", open: () => fileBytes(path) };
    }
  });
  for (let suite of collection.suites) suite.job = null;
  return unused.size > 0 && collection.incomplete.push(leftOut([...unused])), collection;
}
function leftOut(names) {
  let more = names.length > shown ? ` and ${names.length - shown} more` : "";
  return {
    what: `${names.slice(0, shown).join(", ")}${more}`,
    why: "not read: with several job logs in a folder, what belongs to one is to be called like it"
  };
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
  for await (let member2 of all) member2.path !== file && (yield member2);
}
export {
  collectHandMade
};
