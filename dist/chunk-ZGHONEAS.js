import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  blockRoom,
  blocks,
  clockAt,
  normalise,
  tellingReader,
  watched
} from "./chunk-Q74QQWMI.js";
import {
  attemptsBefore
} from "./chunk-24PO6JZN.js";
import {
  jobLog,
  limiter
} from "./chunk-6MH66UTG.js";
import {
  allPages
} from "./chunk-6F67BEFM.js";
import {
  tally
} from "./chunk-WMGXCVAD.js";
import {
  id,
  statusOf,
  text,
  toJobs
} from "./chunk-IBCBMOJQ.js";
import {
  object
} from "./chunk-OAKODS55.js";

// src/collect/baseline.ts
import { rm } from "node:fs/promises";
var never = Number.POSITIVE_INFINITY, NEWEST = 5;
function passingLogs(options) {
  let { client, owner, repo, base, earlier, deadline } = options, { run, workflow_id = null } = options.collection, notes = [], quiet = tally(() => {
  }, never), api = { fetch, ...options, limit: limiter(4), tally: quiet, notes, firstWait: never }, lists = /* @__PURE__ */ new Map();
  function listed(key, ask) {
    let known = lists.get(key) ?? ask().catch(() => []);
    return lists.set(key, known), known;
  }
  let request = () => ({ retries: 0, signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())) });
  async function jobsOf(run_id, attempt_number) {
    let query = { owner, repo, run_id, attempt_number, per_page: 100, request: request() }, answers = await allPages("jobs", "actions: read", notes, async (page) => {
      let { data } = await client.rest.actions.listJobsForWorkflowRunAttempt({ ...query, page });
      return { total: data.total_count, items: data.jobs };
    });
    return toJobs(answers);
  }
  async function jobsOnBase(workflow_id2, branch) {
    let { data } = await client.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: workflow_id2,
      branch,
      status: "success",
      exclude_pull_requests: !0,
      per_page: NEWEST,
      request: request()
    }), own = data.workflow_runs.flatMap((answer) => listedRun.safeParse(answer).data ?? []).find(
      (r) => r.id !== run.id && r.conclusion === "success" && r.head_repository?.full_name?.toLowerCase() === `${owner}/${repo}`.toLowerCase()
    );
    return own ? await jobsOf(own.id, own.run_attempt) : [];
  }
  async function logOf(job) {
    let content = await jobLog(api, job, !0).catch(() => null);
    if (content?.type !== "bytes") return null;
    let bytes = await content.open();
    return { ...bytes, drop: () => {
      rm(bytes.part.path, { force: !0 }).catch(() => {
      });
    } };
  }
  return async function* (suite) {
    let { service, job } = suite;
    if (!job) return;
    let places = [];
    for (let attempt of attemptsBefore(run).toReversed())
      (earlier.find((r) => r.run.id === run.id && r.run.attempt === attempt)?.suites.find((s) => s.service === service)?.status ?? "passed") === "passed" && places.push(() => listed(`${attempt}`, () => jobsOf(run.id, attempt)));
    base !== null && workflow_id !== null && places.push(() => listed("base", () => jobsOnBase(workflow_id, base)));
    for (let jobs of places) {
      if (Date.now() >= deadline) return;
      let same = (await jobs()).filter((one) => one.name === job.name), passed = same.length === 1 && statusOf(same[0]) === "passed" ? same[0] : null, log = passed && await logOf(passed);
      log && (yield log);
    }
  };
}
var listedRun = object({
  id,
  run_attempt: id.catch(1),
  conclusion: text,
  head_repository: object({ full_name: text }).nullish().catch(null)
});

// src/baseline.ts
var size = 16 * 1024, longest = 6e4;
function baselineFromGitHub(options) {
  let deadline = null, logs = null;
  return async (suite, lines) => {
    deadline ??= Math.min(options.deadline, Date.now() + longest), logs ??= passingLogs({ ...options, deadline });
    try {
      for await (let bytes of logs(suite)) return await linesOf(bytes, lines, deadline);
    } catch {
    }
    return null;
  };
}
async function linesOf(bytes, wanted, deadline) {
  let found = /* @__PURE__ */ new Set();
  try {
    for await (let block of blocks(watched(clockAt(deadline)).chunks(bytes.stream()), blockRoom(size))) {
      let reader = tellingReader();
      reader.block(block, null);
      for (let { text: text2 } of reader.result().lines) {
        let line = normalise(text2);
        wanted.has(line) && found.add(line);
      }
      if (found.size === wanted.size) break;
    }
    return found;
  } finally {
    bytes.drop?.();
  }
}

export {
  baselineFromGitHub
};
