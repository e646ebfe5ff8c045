import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  toRun
} from "./chunk-OQC3ZFW7.js";
import {
  jobLog,
  limiter
} from "./chunk-6MH66UTG.js";
import {
  allPages
} from "./chunk-6F67BEFM.js";
import {
  assemble
} from "./chunk-NZ6Z2CMF.js";
import {
  fetchZip,
  withoutContent
} from "./chunk-RKE5MIFK.js";
import {
  tally
} from "./chunk-WMGXCVAD.js";
import {
  refusal,
  refused
} from "./chunk-UVAZU45G.js";
import {
  toAnnotations,
  toArtifacts,
  toJobs
} from "./chunk-IBCBMOJQ.js";
import {
  UserError
} from "./chunk-UIGTJO4Z.js";

// src/collect/ahead.ts
import { rm } from "node:fs/promises";
var ALIVE = 4, AT_ONCE = 3;
function zipsAhead(api) {
  let known = /* @__PURE__ */ new Map(), limit = limiter(AT_ONCE);
  function fetched(zip) {
    let { artifact } = zip;
    return zip.opened ??= limit(() => fetchZip(api, artifact)).finally(() => api.tally.done("artifact", artifact.id)), zip.opened;
  }
  function goAhead() {
    let waiting = [...known.values()].filter((zip) => zip.readers > 0 && !zip.opened && !zip.content), alive = [...known.values()].filter((zip) => zip.opened && !zip.dropped).length;
    for (let zip of waiting.slice(0, Math.max(0, ALIVE - alive))) fetched(zip).catch(() => {
    });
  }
  async function drop(zip, { part }) {
    --zip.readers > 0 || zip.dropped || (zip.dropped = !0, await rm(part.path, { force: !0 }), goAhead());
  }
  async function open(zip) {
    let opening = fetched(zip);
    goAhead();
    try {
      let bytes = await opening, mine = !0;
      return {
        ...bytes,
        drop: () => {
          mine && drop(zip, bytes).catch(() => {
          }), mine = !1;
        }
      };
    } catch (error) {
      throw zip.dropped = !0, goAhead(), error;
    }
  }
  return (artifact, isRead) => {
    let content = withoutContent(artifact, api.limits.maxArtifactBytes), zip = known.get(artifact.id) ?? { artifact, content, readers: 0, opened: null, dropped: !1 };
    return known.set(artifact.id, zip), content || (isRead && (zip.readers++, api.tally.expect("artifact", artifact.id, artifact.size_in_bytes), goAhead()), { type: "bytes", open: () => open(zip) });
  };
}

// src/collect/pull-request.ts
var WITHOUT = ["schedule", "merge_group", "release"];
async function findPullRequest(client, owner, repo, found, notes) {
  let { run, head_repository: from } = found;
  if (run.pull_request !== null) return run.pull_request;
  if (from === null || run.head_branch === null || run.head_sha === null || WITHOUT.includes(run.event ?? ""))
    return null;
  try {
    let { data } = await client.rest.pulls.list({
      owner,
      repo,
      state: "all",
      head: `${from.split("/")[0]}:${run.head_branch}`,
      per_page: 100
    }), fitting = data.filter(
      (p) => p.head.sha === run.head_sha && p.head.repo?.full_name.toLowerCase() === from.toLowerCase() && p.base.repo.full_name.toLowerCase() === `${owner}/${repo}`.toLowerCase()
    );
    return fitting.sort((a, b) => +(b.state === "open") - +(a.state === "open") || b.number - a.number), fitting[0]?.number ?? null;
  } catch (error) {
    return notes.push(refused("pull request of the run", error, "pull-requests: read")), null;
  }
}

// src/collect/listing.ts
async function listRun(options) {
  let api = {
    ...options,
    fetch: options.fetch ?? fetch,
    limit: limiter(4),
    tally: tally(options.progress, options.progressEvery ?? 5e3),
    notes: [],
    firstWait: options.firstWait ?? 2e3
  }, { client, owner, repo, notes } = api, { answer, until } = await readRun(options), found = toRun(answer);
  if (!found)
    throw new UserError(`run ${options.runId}: the answer of ${options.serverUrl} is not a workflow run`);
  let { run } = found;
  run.repository ??= `${owner}/${repo}`, run.id ??= options.runId, run.url ??= `${options.serverUrl.replace(/\/$/, "")}/${owner}/${repo}/actions/runs/${options.runId}`;
  let base = { owner, repo, run_id: options.runId, per_page: 100 }, [pullRequest, jobs, artifacts] = await Promise.all([
    api.limit(() => findPullRequest(client, owner, repo, found, notes)),
    allPages("list of jobs", "actions: read", notes, async (page) => {
      let { data } = await api.limit(
        () => client.rest.actions.listJobsForWorkflowRunAttempt({ ...base, attempt_number: run.attempt ?? 1, page })
      );
      return { total: data.total_count, items: data.jobs };
    }),
    allPages("list of artifacts", "actions: read", notes, async (page) => {
      let { data } = await api.limit(() => client.rest.actions.listWorkflowRunArtifacts({ ...base, page }));
      return { total: data.total_count, items: data.artifacts };
    })
  ]);
  run.pull_request = pullRequest;
  let others = jobs.filter((job) => job.id !== options.ownCheckRunId), current = artifacts.filter(
    (a) => until === null || !later(a.created_at, until)
  );
  return {
    api,
    found,
    jobs: toJobs(others),
    artifacts: toArtifacts(current),
    raw: { run: answer, jobs: others, artifacts: current }
  };
}
async function readRun(options) {
  let { client, owner, repo, runId: run_id, attempt } = options;
  try {
    let { data: latest } = await client.rest.actions.getWorkflowRun({ owner, repo, run_id });
    if (attempt === null || latest.run_attempt === void 0 || attempt === latest.run_attempt)
      return { answer: { ...latest }, until: null };
    let of = (attempt_number) => client.rest.actions.getWorkflowRunAttempt({ owner, repo, run_id, attempt_number }), [{ data }, next] = await Promise.all([of(attempt), of(attempt + 1).catch(() => null)]);
    return { answer: { ...data }, until: next?.data.run_started_at ?? null };
  } catch (cause) {
    let { message, advice } = refusal(cause, "actions: read"), url = `${options.serverUrl.replace(/\/$/, "")}/${owner}/${repo}/actions/runs/${run_id}`;
    throw new UserError(`${url}${attempt === null ? "" : `/attempts/${attempt}`}: ${message}; ${advice}`, {
      cause
    });
  }
}
var later = (a, b) => typeof a == "string" && Date.parse(a) >= Date.parse(b);

// src/collect/github.ts
async function collectFromGitHub(options) {
  return fromListing(await listRun(options), options);
}
async function fromListing(listing, options) {
  let { api, found, jobs, artifacts } = listing, contentOf = zipsAhead(api);
  return assemble({
    found,
    jobs,
    artifacts,
    select: options.select,
    ownUnknown: options.ownCheckRunId === null,
    notes: api.notes,
    annotationsOf: annotationsOf(api),
    logOf: (suite) => jobLog(api, suite.job, suite.status !== "passed"),
    artifactOf: (artifact, { status }) => contentOf(artifact, status === "failed" || status === "cancelled" || status === "timed_out")
  });
}
function annotationsOf(api) {
  let { owner, repo } = api, forbidden = null, missing = (job, note, matters = !job.steps.some((s) => s.conclusion === "failure")) => (matters && !api.notes.includes(note) && api.notes.push(note), []), ask = async (job) => {
    if (forbidden) return missing(job, forbidden);
    try {
      let query = { owner, repo, check_run_id: job.id, per_page: 100 };
      return toAnnotations((await api.client.rest.checks.listAnnotations(query)).data);
    } catch (error) {
      let { status, message } = refusal(error, "");
      return status === 401 || status === 403 && !message.includes("rate limit") ? (forbidden ??= refused("annotations of the jobs", error, "checks: read"), missing(job, forbidden)) : missing(job, refused(`annotations of ${job.name}`, error, "checks: read"), !0);
    }
  };
  return (job) => api.limit(() => ask(job));
}

export {
  listRun,
  collectFromGitHub,
  fromListing
};
