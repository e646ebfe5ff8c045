import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  logMember
} from "./chunk-3DRPSEGI.js";
import {
  require_yauzl
} from "./chunk-T3DWGUMF.js";
import {
  keepJobLog,
  suitesOf
} from "./chunk-VOLAWQU7.js";
import "./chunk-KYOW2CHN.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-IBCBMOJQ.js";
import "./chunk-NNJIFKDM.js";
import "./chunk-OAKODS55.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/collect/run-logs.ts
var import_yauzl = __toESM(require_yauzl(), 1);
import { join } from "node:path";
var ENTRIES = 5e4;
async function collectRunLogs(options) {
  let { file, select, limits, tempDir } = options, notes = [], logs = await unpack(file, join(tempDir, "run-logs"), limits, notes);
  return suitesOf(logs, select, notes);
}
async function unpack(file, dir, limits, notes) {
  let logs = /* @__PURE__ */ new Map(), zip = null, left = limits.maxArtifactBytes;
  try {
    zip = await (0, import_yauzl.openPromise)(file, { lazyEntries: !0, autoClose: !1 });
    for (let { name, entries } of jobLogs(await readEntries(zip))) {
      let path = join(dir, `${logs.size}.log`);
      try {
        let { bytes, ...log } = await unpackLog(zip, entries, path, limits.maxLogBytes, left);
        left -= bytes, logs.set(name, log);
      } catch (error) {
        notes.push({ what: `log of ${name}`, why: `cannot be unpacked: ${describe(error)}` });
      }
      if (left <= 0) {
        notes.push({ what: file, why: "unpacks to more than max-artifact-mb; the rest was not read" });
        break;
      }
    }
  } catch (error) {
    notes.push({ what: file, why: `cannot be read as a zip: ${describe(error)}` });
  } finally {
    zip?.close();
  }
  return logs;
}
async function readEntries(zip) {
  let entries = [];
  for await (let entry of zip.eachEntry()) if (entries.push(entry) >= ENTRIES) break;
  return entries;
}
function jobLogs(entries) {
  let own = /* @__PURE__ */ new Map(), steps = /* @__PURE__ */ new Map();
  for (let entry of entries) {
    let member = logMember(entry.fileName);
    if (member)
      if (member.step === null) {
        let name = member.job;
        for (let n = 2; own.has(name); n++) name = `${member.job} ${n}`;
        own.set(name, entry);
      } else steps.set(member.job, [...steps.get(member.job) ?? [], { number: member.step, entry }]);
  }
  let stepwise = [...steps].filter(([name]) => !own.has(name));
  return [
    ...[...own].map(([name, entry]) => ({ name, entries: [entry] })),
    ...stepwise.map(([name, list]) => ({
      name,
      entries: list.sort((a, b) => a.number - b.number).map((s) => s.entry)
    }))
  ];
}
async function unpackLog(zip, entries, path, max, most) {
  let keeper = await keepJobLog(path, max), isCut = !1;
  try {
    for (let entry of entries) {
      if (isCut) break;
      for await (let chunk of await zip.openReadStreamPromise(entry))
        if (await keeper.add(chunk.subarray(0, most - keeper.at)), isCut = keeper.at >= most, isCut) break;
    }
  } catch (cause) {
    throw await keeper.finish(), cause;
  }
  return { ...await keeper.finish(isCut), bytes: keeper.at };
}
export {
  collectRunLogs
};
