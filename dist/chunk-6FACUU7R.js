import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectRecorded,
  readRecord
} from "./chunk-W3FZSVFY.js";
import {
  clientFor,
  factsFromGitHub,
  fromAddress,
  limits,
  readConfig,
  redactorOf,
  selectionOf,
  tempFolder,
  triage
} from "./chunk-ANAR66ES.js";
import "./chunk-3H6AIKHL.js";
import {
  defaultConfig,
  parseSource,
  usablePatterns
} from "./chunk-F5MP4J3H.js";
import "./chunk-YNDPRC5D.js";
import "./chunk-NEAMQSGN.js";
import "./chunk-Z5GTGI63.js";
import "./chunk-GPAXXWLV.js";
import "./chunk-32FVNC22.js";
import "./chunk-AMICUPT5.js";
import "./chunk-XRMKMG2Q.js";
import "./chunk-CUR2NN6C.js";
import "./chunk-CX5CV64Q.js";
import {
  staySmall
} from "./chunk-Y7C5HZNZ.js";
import {
  version
} from "./chunk-UU7CQAJO.js";
import "./chunk-Q74QQWMI.js";
import "./chunk-55YYQKXH.js";
import "./chunk-4JNOUEEH.js";
import {
  fromListing,
  listRun
} from "./chunk-DKS2Z5KL.js";
import "./chunk-OQC3ZFW7.js";
import "./chunk-6MH66UTG.js";
import "./chunk-6F67BEFM.js";
import "./chunk-3DRPSEGI.js";
import "./chunk-T3DWGUMF.js";
import "./chunk-QNDHDYXM.js";
import "./chunk-W4LYY7VR.js";
import "./chunk-NZ6Z2CMF.js";
import "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-X2VZODPB.js";
import "./chunk-KYOW2CHN.js";
import "./chunk-63WLSAXU.js";
import {
  Unavailable
} from "./chunk-X5YOBKFU.js";
import "./chunk-IBCBMOJQ.js";
import {
  fileName
} from "./chunk-NNJIFKDM.js";
import "./chunk-OAKODS55.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/commands/download.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/collect/download.ts
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
var PARTS = ["run.json", "jobs.json", "artifacts.json", "record.json", "logs", "artifacts", "annotations"];
async function recordRun(options, dir) {
  let earlier = await emptyOrRecord(dir), listing = await listRun(options), { run } = listing.found, of = `${run.repository}/runs/${run.id}/attempts/${run.attempt}`;
  if (earlier !== null && earlier !== of) throw occupied(dir);
  for (let part of earlier === null ? [] : PARTS) await rm(join(dir, part), { recursive: !0, force: !0 });
  await write(dir, "record.json", { of, incomplete: [], absent: {} });
  let collection = await fromListing(listing, options);
  await writeLists(listing, dir), await writeAnnotations(collection, dir);
  let absent = await writeSources(collection, dir), record = { of, incomplete: collection.incomplete, absent };
  await write(dir, "record.json", record);
  let notRecorded = Object.entries(absent).map(([what, { detail: why }]) => ({ what, why }));
  return { notes: [...collection.incomplete, ...notRecorded] };
}
async function emptyOrRecord(dir) {
  let entries;
  try {
    entries = await readdir(dir);
  } catch (cause) {
    if (cause.code === "ENOENT") return null;
    throw new UserError(`${dir}: ${describe(cause)}`, { cause });
  }
  if (entries.length === 0) return null;
  let { of } = await readRecord(dir);
  if (of === null) throw occupied(dir);
  return of;
}
var occupied = (dir) => new UserError(`${dir}: is not empty and holds no earlier record of this run; name another folder`);
async function writeLists({ raw, found }, dir) {
  let { pull_request: number, head_sha: sha } = found.run, pulls = number === null ? [] : [{ number, head: { sha } }], listed = Array.isArray(raw.run.pull_requests) ? raw.run.pull_requests : [], repository = raw.run.repository ?? { full_name: found.run.repository };
  await write(dir, "run.json", { ...raw.run, repository, pull_requests: [...pulls, ...listed] }), await write(dir, "jobs.json", { total_count: raw.jobs.length, jobs: raw.jobs }), await write(dir, "artifacts.json", { total_count: raw.artifacts.length, artifacts: raw.artifacts });
}
async function writeAnnotations({ suites }, dir) {
  for (let { job } of suites) {
    if (!job || job.annotations.length === 0) continue;
    let annotations = job.annotations.map((message) => ({ annotation_level: "failure", message }));
    await write(join(dir, "annotations"), `${job.id}.json`, annotations);
  }
}
async function writeSources({ suites, incomplete }, dir) {
  let absent = {}, wanted = /* @__PURE__ */ new Map();
  for (let { job, sources } of suites)
    for (let source of sources) {
      let log = source.kind === "job-log";
      wanted.set(log ? `logs/${job?.id}.log` : `artifacts/${fileName(source.name)}.zip`, source);
    }
  for (let [path, source] of wanted) {
    let content = await copy(source, join(dir, path), incomplete);
    content && (absent[path] = content);
  }
  return absent;
}
async function copy(source, file, notes) {
  let { content } = source;
  if (content.type === "none") return { ...content };
  if (content.type === "folder") throw new Error(`${source.name}: a folder cannot come from the API`);
  try {
    let bytes = await content.open(), { short, gap } = bytes.part;
    return short !== null && source.kind !== "job-log" && notes.push({ what: source.name, why: short }), await mkdir(join(file, ".."), { recursive: !0 }), await pipeline(own(gap ? filled(bytes, gap) : bytes.stream()), createWriteStream(file, { mode: 420 })), bytes.drop?.(), null;
  } catch (error) {
    if (error instanceof Unavailable) return { type: "none", state: error.state, detail: error.message };
    throw error;
  }
}
async function* own(chunks) {
  for await (let chunk of chunks) yield new Uint8Array(chunk);
}
async function* filled(bytes, gap) {
  let lines = 0;
  for await (let chunk of bytes.stream(0, gap.at)) {
    for (let byte of chunk) byte === 10 && lines++;
    yield chunk;
  }
  for (let left = gap.line - 1 - lines; left > 0; left -= 65536)
    yield Buffer.alloc(Math.min(left, 65536), 10);
  yield* bytes.stream(gap.at);
}
async function write(dir, name, data) {
  await mkdir(dir, { recursive: !0 }), await writeFile(
    join(dir, name),
    `${JSON.stringify(data, (_, value) => typeof value == "bigint" ? Number(value) : value, 2)}
`
  );
}

// src/commands/download.ts
async function downloadCommand(url, dir, options, terminal) {
  let source = parseSource(url);
  if (source.type !== "run-url")
    throw new UserError(`${url}: expected a run URL (https://github.com/o/r/actions/runs/1)`);
  let config = options.config ? await readConfig(options.config) : defaultConfig, { patterns, digest } = await usablePatterns([], config.disable);
  staySmall();
  let deadline = Date.now() + Math.ceil(options.timeoutMinutes * 6e4), tempDir = await tempFolder(tmpdir()), client = await clientFor(source, terminal, deadline), { owner, repo } = source, { notes } = await recordRun(fromAddress(source, config, { client, deadline, tempDir, terminal }), dir);
  for (let { what, why } of notes) terminal.warn(`${what}: ${why}`);
  let { collection } = await collectRecorded({ dir, select: selectionOf(config), limits });
  return await triage({
    tool: { version, catalog: digest },
    collection,
    patterns,
    config,
    base: null,
    facts: async (wanted) => {
      let facts = await factsFromGitHub({
        client,
        owner,
        repo,
        wanted,
        now: (/* @__PURE__ */ new Date()).toISOString(),
        deadline
      });
      return await writeFile2(join2(dir, "facts.json"), `${JSON.stringify(facts, null, 2)}
`), facts;
    },
    earlier: [],
    redact: redactorOf(config),
    progress: terminal.progress
  }), terminal.stdout(
    `recorded ${collection.suites.length} suites in ${dir}; read it with: e2e-triage triage ${dir}
`
  ), 0;
}
export {
  downloadCommand
};
