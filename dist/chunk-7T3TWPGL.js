import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  byJob
} from "./chunk-X2VZODPB.js";
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
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/collect/gh-run.ts
import { join } from "node:path";
var mostJobs = 256;
async function collectGhLog(chunks, { select, limits, tempDir }) {
  let notes = [], keepers = /* @__PURE__ */ new Map(), left = limits.maxArtifactBytes;
  for await (let { job, bytes } of byJob(chunks)) {
    let keeper = keepers.get(job);
    if (!(!keeper && keepers.size >= mostJobs) && (keeper ??= await keepJobLog(join(tempDir, "gh", `${keepers.size}.log`), limits.maxLogBytes), keepers.set(job, keeper), await keeper.add(bytes), left -= bytes.length, left <= 0)) {
      notes.push({ what: "output of gh", why: "more than max-artifact-mb; the rest was not read" });
      break;
    }
  }
  keepers.size >= mostJobs && notes.push({ what: "output of gh", why: `more than ${mostJobs} jobs may be in it; no more were read` });
  let logs = new Map(
    await Promise.all([...keepers].map(async ([job, keeper]) => [job, await keeper.finish()]))
  ), [only] = logs.values();
  return only && logs.size === 1 && (only.failed = !0), suitesOf(logs, select, notes);
}
export {
  collectGhLog
};
