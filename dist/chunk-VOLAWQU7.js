import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  unknownRun
} from "./chunk-KYOW2CHN.js";
import {
  keepLog,
  partContent
} from "./chunk-63WLSAXU.js";
import {
  chooseSuites,
  toJobs
} from "./chunk-IBCBMOJQ.js";

// src/collect/job-logs.ts
function suitesOf(logs, select, notes) {
  let jobs = toJobs(
    [...logs].map(([name, { failed }], id) => ({ id, name, conclusion: failed ? "failure" : "success" }))
  ), chosen = chooseSuites(jobs, select), suites = [];
  for (let { aliases: _, job, ...suite } of chosen.suites) {
    let log = job && logs.get(job.name), content = log ? partContent(log.part, job.name, notes) : null, sources = content ? [{ kind: "job-log", name: job.name, url: null, content }] : [];
    suites.push({ ...suite, job: null, sources });
  }
  return { run: structuredClone(unknownRun.run), suites, green_jobs: chosen.green_jobs, incomplete: notes };
}
async function keepJobLog(path, limit) {
  let keeper = await keepLog(path, limit), error = !1, tail = "";
  return {
    get at() {
      return keeper.at;
    },
    async add(chunk) {
      await keeper.add(chunk);
      let text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString("latin1");
      error ||= text.includes("##[error]"), tail = text.slice(-4096);
    },
    async finish(isCut = !1) {
      let failed = isCut || error || !tail.includes("Cleaning up orphan processes");
      return { part: await keeper.finish(), failed };
    }
  };
}

export {
  suitesOf,
  keepJobLog
};
