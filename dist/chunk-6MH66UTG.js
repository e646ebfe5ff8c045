import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  brokenOff,
  download,
  locate
} from "./chunk-WMGXCVAD.js";
import {
  refusal
} from "./chunk-UVAZU45G.js";
import {
  keepLog,
  logNote
} from "./chunk-63WLSAXU.js";
import {
  Unavailable,
  none,
  partBytes
} from "./chunk-X5YOBKFU.js";

// src/collect/job-log.ts
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
var TRIES = 4, JUST_NOW = 5 * 6e4, RETENTION = 90 * 864e5;
async function jobLog(api, job, eager) {
  if (job.status !== "completed")
    return none("missing", "the job has not finished; its log comes when it has");
  let opened, fetched = () => api.limit(() => fetchLog(api, job)).finally(() => api.tally.done("log", job.id)), open = () => opened ??= fetched();
  if (eager) {
    api.tally.expect("log", job.id, null);
    try {
      let { size } = await open();
      if (size === 0) return none("empty", "the log has no bytes");
    } catch (error) {
      if (error instanceof Unavailable) return none(error.state, error.message);
      throw error;
    }
  }
  return { type: "bytes", open };
}
async function fetchLog(api, job) {
  for (let tries = 1; ; tries++)
    try {
      let part = await save(api, job);
      return part.short !== null && api.notes.push(logNote(job.name, part.short)), partBytes(part);
    } catch (error) {
      let age = Date.now() - Date.parse(job.completed_at ?? ""), wait = api.firstWait * 2 ** (tries - 1);
      if (!(status(error) === 404 && age < JUST_NOW && tries < TRIES) || Date.now() + wait > api.deadline) throw unavailable(error, age);
      await setTimeout(wait);
    }
}
async function save(api, job) {
  let keeper = await keepLog(join(api.tempDir, `job-${job.id}.log`), api.limits.maxLogBytes), total = null, failure = null;
  try {
    await download({
      locate: (signal) => locate(api, "jobs/{job_id}/logs", { job_id: job.id }, signal),
      keeper,
      deadline: api.deadline,
      fetch: api.fetch,
      onBytes: (bytes, of) => {
        total = of, api.tally.got("log", job.id, bytes, of);
      }
    });
  } catch (error) {
    failure = error;
  }
  let part = await keeper.finish();
  if (!failure) return part;
  if (keeper.at === 0) throw failure;
  return { ...part, short: brokenOff(keeper.at, total, api.deadline, failure) };
}
var status = (error) => error?.status;
function unavailable(cause, age) {
  if (status(cause) === 410 || status(cause) === 404 && age > RETENTION)
    return new Unavailable("expired", "GitHub keeps logs for a time only; run again to have it anew", { cause });
  if (status(cause) === 404)
    return new Unavailable(
      "missing",
      "GitHub has no log of this job (404): it was deleted, or never written",
      { cause }
    );
  let { message, advice } = refusal(cause, "actions: read");
  return new Unavailable("unreadable", `${message}; ${advice}`, { cause });
}

// src/collect/limit.ts
function limiter(size) {
  let waiting = [], running = 0;
  return async (task) => {
    running >= size ? await new Promise((go) => waiting.push(go)) : running++;
    try {
      return await task();
    } finally {
      let next = waiting.shift();
      next ? next() : running--;
    }
  };
}

export {
  jobLog,
  limiter
};
