import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  runOfJob,
  toRun
} from "./chunk-OQC3ZFW7.js";
import {
  members
} from "./chunk-W4LYY7VR.js";
import {
  assemble,
  notRecorded
} from "./chunk-NZ6Z2CMF.js";
import {
  withoutContent
} from "./chunk-RKE5MIFK.js";
import {
  unknownRun
} from "./chunk-KYOW2CHN.js";
import {
  logContent
} from "./chunk-63WLSAXU.js";
import {
  fileBytes,
  none
} from "./chunk-X5YOBKFU.js";
import {
  toAnnotations,
  toArtifacts,
  toJobs
} from "./chunk-IBCBMOJQ.js";
import {
  fileName,
  withoutArchive
} from "./chunk-NNJIFKDM.js";
import {
  _enum,
  array,
  literal,
  object,
  record,
  string
} from "./chunk-OAKODS55.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";

// src/collect/recorded.ts
import { readdir } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/collect/disk.ts
import { lstat, readFile } from "node:fs/promises";
var JSON_BYTES = 64 * 1024 * 1024;
async function kindOf(path) {
  let found = await lstat(path).catch(() => null);
  return found?.isFile() ? "file" : found?.isDirectory() ? "folder" : null;
}
async function firstOf(paths, kind) {
  for (let path of paths) if (await kindOf(path) === kind) return path;
  return null;
}
async function readJson(path, what, notes) {
  if (await kindOf(path) !== "file") return null;
  try {
    if ((await lstat(path)).size > JSON_BYTES) throw new Error(`larger than ${JSON_BYTES} bytes`);
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    return notes.push({ what, why: `cannot be read: ${describe(error)}` }), null;
  }
}

// src/collect/record.ts
import { readFile as readFile2 } from "node:fs/promises";
import { join } from "node:path";
var none2 = object({
  type: literal("none"),
  state: _enum(["missing", "expired", "empty", "unreadable"]),
  detail: string()
}), record2 = object({
  /** `owner/repo/runs/1/attempts/2` of the server. */
  of: string().nullable(),
  incomplete: array(object({ what: string(), why: string() })),
  /** By the file that would hold it: why there is none. */
  absent: record(string(), none2)
});
async function readRecord(dir) {
  let path = join(dir, "record.json"), nothing = { of: null, incomplete: [], absent: {} };
  if (await kindOf(path) !== "file") return nothing;
  try {
    return record2.parse(JSON.parse(await readFile2(path, "utf8")));
  } catch {
    return nothing;
  }
}

// src/collect/recorded.ts
var ARCHIVES = [".zip", ".tar.gz", ".tgz", ".tar"];
async function recordedPaths(dir) {
  let history = await names(join2(dir, "history"));
  return {
    factsPath: await firstOf([join2(dir, "facts.json")], "file"),
    historyPaths: history.filter((n) => n.endsWith(".json")).map((n) => join2(dir, "history", n)),
    configPath: await firstOf([join2(dir, "config.yml"), join2(dir, "config.yaml")], "file"),
    catalogPath: await firstOf([join2(dir, "catalog")], "folder")
  };
}
async function collectRecorded(options) {
  let { dir, select, limits } = options, record3 = await readRecord(dir), notes = [...record3.incomplete], read = (file) => readJson(join2(dir, file), file, notes), listed = list(await read("jobs.json"), "jobs"), found = toRun(await read("run.json")) ?? runOfJob(listed?.[0]) ?? structuredClone(unknownRun), jobs = listed ? toJobs(listed) : await jobsFromLogs(dir), artifacts = toArtifacts(list(await read("artifacts.json"), "artifacts") ?? []), collection = await assemble({
    found,
    jobs,
    artifacts: [...artifacts, ...await unlisted(dir, artifacts)],
    select,
    ownUnknown: !0,
    notes,
    annotationsOf: async (job) => toAnnotations(list(await read(`annotations/${job.id}.json`), "annotations") ?? []),
    logOf: async ({ job }) => {
      let files = [...listed ? [`${job.id}.log`] : [], `${job.name}.log`, `${fileName(job.name)}.log`], file = await firstOf(
        files.filter(plain).map((f) => join2(dir, "logs", f)),
        "file"
      );
      return file ? await logContent(file, job.name, limits.maxLogBytes, notes) : job.status !== "completed" ? none("missing", "the job has not finished; its log comes when it has") : record3.absent[`logs/${files[0]}`] ?? notRecorded(`logs/${files[0]}`);
    },
    artifactOf: (artifact) => artifactContent(dir, artifact, limits, record3.absent)
  });
  if (!listed) for (let suite of collection.suites) suite.job = null;
  return collection.incomplete = once(notes), { collection, ...await recordedPaths(dir) };
}
var list = (answer, key) => {
  if (Array.isArray(answer)) return answer;
  let inner = answer?.[key];
  return Array.isArray(inner) ? inner : null;
}, plain = (name) => !name.includes("/") && !name.includes("\0") && ![".", ".."].includes(name), names = async (dir) => await kindOf(dir) === "folder" ? (await readdir(dir)).sort() : [];
async function jobsFromLogs(dir) {
  let logs = (await names(join2(dir, "logs"))).filter((n) => /\.(log|txt)$/.test(n));
  return toJobs(logs.map((n, i) => ({ id: i, name: n.replace(/\.(log|txt)$/, ""), conclusion: "failure" })));
}
async function unlisted(dir, listed) {
  let known = new Set(listed.flatMap((a) => [a.name, fileName(a.name)])), found = (await names(join2(dir, "artifacts"))).map(withoutArchive);
  return [...new Set(found)].filter((n) => !known.has(n)).flatMap((name) => toArtifacts([{ name }]));
}
async function artifactPath(dir, artifact) {
  let stems = [artifact.name, fileName(artifact.name)].filter(plain).map((n) => join2(dir, "artifacts", n)), file = await firstOf(
    stems.flatMap((s) => ARCHIVES.map((e) => s + e)),
    "file"
  ), path = file ?? await firstOf(stems, "folder");
  return path === null ? null : { path, folder: file === null };
}
async function artifactContent(dir, artifact, limits, absent) {
  let place = await artifactPath(dir, artifact);
  if (place?.folder) return { type: "folder", members: () => members(place.path) };
  if (place) {
    let { size } = await fileBytes(place.path);
    return withoutContent({ ...artifact, expired: !1, size_in_bytes: size }, limits.maxArtifactBytes) ?? {
      type: "bytes",
      open: () => fileBytes(place.path)
    };
  }
  let file = `artifacts/${fileName(artifact.name)}.zip`;
  return withoutContent(artifact, limits.maxArtifactBytes) ?? absent[file] ?? notRecorded(file);
}
var once = (notes) => notes.filter((n, i) => notes.findIndex((o) => o.what === n.what && o.why === n.why) === i);

export {
  readRecord,
  recordedPaths,
  collectRecorded
};
