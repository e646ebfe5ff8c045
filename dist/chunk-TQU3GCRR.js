import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  redactReport,
  redactor
} from "./chunk-3H6AIKHL.js";
import {
  brokenOff,
  chooseSuites,
  collectFromFiles,
  diagnose,
  download,
  excerpt,
  explainsGraph,
  fetchZip,
  fileName,
  fold,
  glob,
  id,
  keepLog,
  locate,
  logContent,
  logNote,
  members,
  normalise,
  parseSource,
  refusal,
  refused,
  require_picomatch,
  runOfJob,
  statusOf,
  tally,
  text,
  toAnnotations,
  toArtifacts,
  toJobs,
  toRun,
  unknownRun,
  usablePatterns,
  withoutContent
} from "./chunk-ZHR3YVQV.js";
import {
  defaultConfig,
  iso_exports,
  parseConfig
} from "./chunk-D6L5YBII.js";
import {
  version
} from "./chunk-CXHGEUED.js";
import {
  Unavailable,
  archiveMembers,
  blockRoom,
  blocks,
  buildMatcher,
  clockAt,
  clocksAt,
  compile,
  defaultLimits,
  examine,
  fileBytes,
  none,
  partBytes,
  tellingReader,
  timesUntil,
  watched
} from "./chunk-FOUBRLID.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  object,
  record,
  strictObject,
  string
} from "./chunk-GT6B6EJW.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/commands/triage.ts
import { readFile as readFile5, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";

// src/collect/baseline.ts
import { rm } from "node:fs/promises";

// src/collect/pages.ts
var PAGES = 50;
async function allPages(what, permission, notes, page3) {
  let all = [], total = 0;
  try {
    for (let number3 = 1; number3 <= PAGES; number3++) {
      let answer2 = await page3(number3);
      if (total = answer2.total, all.push(...answer2.items), answer2.items.length === 0 || all.length >= total) break;
    }
  } catch (error) {
    return notes.push(refused(what, error, permission)), all;
  }
  return all.length !== total && notes.push({ what, why: `GitHub announced ${total} and listed ${all.length}; run again to have them all` }), all;
}

// src/collect/attempts.ts
var MOST = 3;
function attemptsBefore({ id: id2, attempt }) {
  if (id2 === null || attempt === null) return [];
  let first = Math.max(1, attempt - MOST);
  return Array.from({ length: attempt - first }, (_, i) => first + i);
}
async function earlierAttempts(options) {
  let { client, owner, repo, run, suites } = options, notes = [], attempts = [];
  for (let attempt of suites.length ? attemptsBefore(run) : []) {
    let what = `jobs of attempt ${attempt}`, answers = await allPages(what, "actions: read", notes, async (page3) => {
      let query = { owner, repo, run_id: run.id, attempt_number: attempt, per_page: 100, page: page3 }, { data } = await client.rest.actions.listJobsForWorkflowRunAttempt(query);
      return { total: data.total_count, items: data.jobs };
    }), jobs = toJobs(answers), ended = suites.flatMap(({ service: service2, job }) => {
      let same = jobs.filter((one) => one.name === job?.name);
      return same.length === 1 ? [[service2, statusOf(same[0])]] : [];
    });
    attempts.push({ attempt, statuses: Object.fromEntries(ended) });
  }
  return { attempts, notes };
}

// src/collect/job-log.ts
import { join } from "node:path";
import { setTimeout as setTimeout2 } from "node:timers/promises";
var TRIES = 4, JUST_NOW = 5 * 6e4, RETENTION = 90 * 864e5;
async function jobLog(api, job, eager) {
  if (job.status !== "completed")
    return none("missing", "the job has not finished; its log comes when it has");
  let opened, fetched = () => api.limit(() => fetchLog(api, job)).finally(() => api.tally.done("log", job.id)), open = () => opened ??= fetched();
  if (eager) {
    api.tally.expect("log", job.id, null);
    try {
      let { size: size2 } = await open();
      if (size2 === 0) return none("empty", "the log has no bytes");
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
      await setTimeout2(wait);
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
      onBytes: (bytes2, of) => {
        total = of, api.tally.got("log", job.id, bytes2, of);
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
function unavailable(cause3, age) {
  if (status(cause3) === 410 || status(cause3) === 404 && age > RETENTION)
    return new Unavailable("expired", "GitHub keeps logs for a time only; run again to have it anew", { cause: cause3 });
  if (status(cause3) === 404)
    return new Unavailable(
      "missing",
      "GitHub has no log of this job (404): it was deleted, or never written",
      { cause: cause3 }
    );
  let { message, advice } = refusal(cause3, "actions: read");
  return new Unavailable("unreadable", `${message}; ${advice}`, { cause: cause3 });
}

// src/collect/limit.ts
function limiter(size2) {
  let waiting = [], running = 0;
  return async (task) => {
    running >= size2 ? await new Promise((go) => waiting.push(go)) : running++;
    try {
      return await task();
    } finally {
      let next = waiting.shift();
      next ? next() : running--;
    }
  };
}

// src/collect/baseline.ts
var never = Number.POSITIVE_INFINITY, NEWEST = 5;
function passingLogs(options) {
  let { client, owner, repo, base, earlier, deadline } = options, { run, workflow_id = null } = options.collection, notes = [], quiet = tally(() => {
  }, never), api = { fetch, ...options, limit: limiter(4), tally: quiet, notes, firstWait: never }, lists = /* @__PURE__ */ new Map();
  function listed3(key, ask) {
    let known = lists.get(key) ?? ask().catch(() => []);
    return lists.set(key, known), known;
  }
  let request = () => ({ retries: 0, signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())) });
  async function jobsOf(run_id, attempt_number) {
    let query = { owner, repo, run_id, attempt_number, per_page: 100, request: request() }, answers = await allPages("jobs", "actions: read", notes, async (page3) => {
      let { data } = await client.rest.actions.listJobsForWorkflowRunAttempt({ ...query, page: page3 });
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
    }), own = data.workflow_runs.flatMap((answer2) => listedRun.safeParse(answer2).data ?? []).find(
      (r) => r.id !== run.id && r.conclusion === "success" && r.head_repository?.full_name?.toLowerCase() === `${owner}/${repo}`.toLowerCase()
    );
    return own ? await jobsOf(own.id, own.run_attempt) : [];
  }
  async function logOf(job) {
    let content = await jobLog(api, job, !0).catch(() => null);
    if (content?.type !== "bytes") return null;
    let bytes2 = await content.open();
    return { ...bytes2, drop: () => {
      rm(bytes2.part.path, { force: !0 }).catch(() => {
      });
    } };
  }
  return async function* (suite2) {
    let { service: service2, job } = suite2;
    if (!job) return;
    let places = [];
    for (let attempt of attemptsBefore(run).toReversed())
      (earlier.find((r) => r.run.id === run.id && r.run.attempt === attempt)?.suites.find((s) => s.service === service2)?.status ?? "passed") === "passed" && places.push(() => listed3(`${attempt}`, () => jobsOf(run.id, attempt)));
    base !== null && workflow_id !== null && places.push(() => listed3("base", () => jobsOnBase(workflow_id, base)));
    for (let jobs of places) {
      if (Date.now() >= deadline) return;
      let same = (await jobs()).filter((one) => one.name === job.name), passed = same.length === 1 && statusOf(same[0]) === "passed" ? same[0] : null, log2 = passed && await logOf(passed);
      log2 && (yield log2);
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
  return async (suite2, lines2) => {
    deadline ??= Math.min(options.deadline, Date.now() + longest), logs ??= passingLogs({ ...options, deadline });
    try {
      for await (let bytes2 of logs(suite2)) return await linesOf(bytes2, lines2, deadline);
    } catch {
    }
    return null;
  };
}
async function linesOf(bytes2, wanted2, deadline) {
  let found = /* @__PURE__ */ new Set();
  try {
    for await (let block of blocks(watched(clockAt(deadline)).chunks(bytes2.stream()), blockRoom(size))) {
      let reader = tellingReader();
      reader.block(block, null);
      for (let { text: text6 } of reader.result().lines) {
        let line = normalise(text6);
        wanted2.has(line) && found.add(line);
      }
      if (found.size === wanted2.size) break;
    }
    return found;
  } finally {
    bytes2.drop?.();
  }
}

// src/collect/recorded.ts
import { readdir } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/collect/artifacts.ts
var WORDS = ["must-gather", "diagnostics", "logs", "bundle"];
function chooseArtifacts(artifacts, question) {
  let chosen = new Map(question.suites.map((s) => [s.service, []])), fits = question.suites.map((s) => reach(s.aliases, question)), others2 = question.others.map((name) => reach([name], question));
  for (let artifact of newest(artifacts)) {
    let name = fold(artifact.name);
    if (name.startsWith("e2e-triage-report") || question.patterns.length === 0 && !WORDS.some((word) => name.includes(word))) continue;
    let lengths = fits.map((length) => length(name)), longest3 = Math.max(-1, ...lengths, ...others2.map((length) => length(name)));
    question.suites.forEach((suite2, i) => {
      longest3 < 0 || lengths[i] !== longest3 || question.rerun && before(artifact.created_at, suite2.started_at) || chosen.get(suite2.service)?.push(artifact);
    });
  }
  return chosen;
}
function reach(aliases, question) {
  let tests = (question.patterns.length > 0 ? question.patterns : ["*{service}*"]).flatMap((pattern3) => {
    let filled = pattern3.replaceAll("{run_id}", String(question.runId ?? "*"));
    return filled.includes("{service}") ? aliases.flatMap((alias) => {
      let text6 = fold(alias).replace(/[^\p{L}\p{N}-]+/gu, "?");
      return /[\p{L}\p{N}]/u.test(text6) ? { length: text6.length, fits: glob(fold(filled.replaceAll("{service}", () => text6))) } : [];
    }) : { length: 0, fits: glob(fold(filled)) };
  });
  return (name) => Math.max(-1, ...tests.filter((t) => t.fits(name)).map((t) => t.length));
}
function newest(artifacts) {
  let byName = /* @__PURE__ */ new Map();
  for (let artifact of artifacts) {
    let other = byName.get(artifact.name);
    (!other || time(artifact) > time(other) || time(artifact) === time(other) && artifact.id > other.id) && byName.set(artifact.name, artifact);
  }
  return [...byName.values()].sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
var time = (artifact) => Date.parse(artifact.created_at ?? "") || 0, before = (a, b) => a !== null && b !== null && Date.parse(a) < Date.parse(b);

// src/collect/evidence.ts
var findingsName = "e2e-triage-findings-{service}", longest2 = 4 * 1024 * 1024;
function chooseEvidence(artifacts, question, select) {
  let { name, only } = select.findings ?? { name: findingsName, only: !1 }, found = chooseArtifacts(artifacts, { ...question, patterns: [name] }), isNamed = (a) => fold(a.name).startsWith("e2e-triage-findings-"), findings = /* @__PURE__ */ new Set([...[...found.values()].flat(), ...artifacts.filter(isNamed)]), rest2 = only ? [] : artifacts.filter((a) => !findings.has(a)), bundles = chooseArtifacts(rest2, { ...question, patterns: select.artifacts }), bySuite = new Map(
    question.suites.map(({ service: service2 }) => {
      let own = found.get(service2) ?? [];
      return [service2, own.length ? own : bundles.get(service2) ?? []];
    })
  );
  return {
    bySuite,
    known: (artifact) => findings.has(artifact) && (artifact.size_in_bytes ?? 0) > longest2 ? none("unreadable", tooLong) : null,
    instead: (service2) => only && !bySuite.get(service2)?.length ? [
      {
        kind: "bundle",
        name: name.replaceAll("{service}", () => service2),
        url: null,
        content: none("missing", noFindings)
      }
    ] : []
  };
}
var tooLong = `it has more than the ${longest2 / 1024 / 1024} MB that findings have; not read`, noFindings = "the job uploaded no findings; give it a step with `mode: scan` and `if: failure()`, or use `mode: triage` to read bundles";

// src/collect/assemble.ts
var ARTIFACTS = 20;
async function assemble(pieces) {
  let { found, jobs, notes } = pieces, chosen = chooseSuites(jobs, pieces.select), evidence = evidenceOf(pieces, chosen.suites, chosen.others), suites = await Promise.all(
    chosen.suites.map(async ({ aliases: _, ...suite2 }) => {
      let job = suite2.job && { ...suite2.job };
      return job && suite2.status !== "passed" && job.status === "completed" && suite2.status !== "skipped" && (job.annotations = await pieces.annotationsOf(job)), { ...suite2, job, status: job ? statusOf(job) : suite2.status, sources: [] };
    })
  );
  await Promise.all(
    suites.map(async (suite2) => {
      let { job } = suite2;
      if (!job || suite2.status === "skipped") return;
      let fitting = evidence.bySuite.get(suite2.service) ?? [];
      fitting.length > ARTIFACTS && notes.push({
        what: `artifacts of ${suite2.name}`,
        why: `${fitting.length} fit, ${ARTIFACTS} are read; narrow artifact-pattern`
      });
      let artifacts = fitting.slice(0, ARTIFACTS), [log2, ...contents] = await Promise.all([
        pieces.logOf({ ...suite2, job }),
        ...artifacts.map((artifact) => evidence.known(artifact) ?? pieces.artifactOf(artifact, suite2))
      ]);
      suite2.sources.push({ kind: "job-log", name: job.name, url: job.url, content: log2 });
      for (let [i, artifact] of artifacts.entries())
        suite2.sources.push(artifactSource(artifact, found, contents[i]));
      suite2.sources.push(...evidence.instead(suite2.service));
    })
  ), notes.push(...remarks(pieces, chosen.unfinished, suites)), notes.sort((a, b) => a.what + a.why < b.what + b.why ? -1 : 1);
  let { run, workflow_id } = found;
  return { run, workflow_id, suites, green_jobs: chosen.green_jobs, incomplete: notes };
}
function evidenceOf(pieces, suites, others2) {
  let { run } = pieces.found, question = {
    suites: suites.map((s) => ({ ...s, started_at: s.job?.started_at ?? null })),
    others: others2,
    runId: run.id,
    rerun: (run.attempt ?? 1) > 1
  };
  return chooseEvidence(pieces.artifacts, question, pieces.select);
}
function artifactSource(artifact, found, content) {
  let base = found.run.url?.replace(/\/attempts\/\d+$/, ""), report2 = /junit|test-?(report|result)s?/.test(fold(artifact.name)), bundle = /must-gather|diagnostics|bundle|logs/.test(fold(artifact.name));
  return {
    kind: report2 && !bundle ? "test-report" : "bundle",
    name: artifact.name,
    url: base && artifact.id > 0 ? `${base}/artifacts/${artifact.id}` : null,
    content
  };
}
function remarks(pieces, unfinished, suites) {
  let { found, jobs } = pieces, notes = [], page3 = found.run.url ?? "its page", why3 = (/* @__PURE__ */ new Map([
    [
      "startup_failure",
      `GitHub could not start it (startup_failure), so there are no jobs: see the workflow file's errors at ${page3}`
    ],
    ["action_required", `it waits for a maintainer's approval, so no job has run: see ${page3}`],
    [
      "failure",
      jobs.some((j) => statusOf(j) === "failed") ? "it failed, but no job that is a suite did; see job-name-pattern and exclude-jobs" : `it failed without a failed job: see ${page3}`
    ]
  ])).get(found.conclusion ?? "");
  return why3 && !suites.some((s) => !["passed", "skipped"].includes(s.status)) && notes.push({ what: "the run", why: why3 }), unfinished.length > (pieces.ownUnknown ? 1 : 0) && notes.push({
    what: `${unfinished.length} unfinished ${unfinished.length === 1 ? "job" : "jobs"}`,
    why: `${unfinished.slice(0, 5).join(", ")}${unfinished.length > 5 ? " ..." : ""}: not finished when this was made; add them to the \`needs\` of the triage job`
  }), notes;
}
var notRecorded = (file) => none("missing", `${file} is not there`);

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
import { join as join2 } from "node:path";
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
  let path = join2(dir, "record.json"), nothing = { of: null, incomplete: [], absent: {} };
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
  let history2 = await names(join3(dir, "history"));
  return {
    factsPath: await firstOf([join3(dir, "facts.json")], "file"),
    historyPaths: history2.filter((n) => n.endsWith(".json")).map((n) => join3(dir, "history", n)),
    configPath: await firstOf([join3(dir, "config.yml"), join3(dir, "config.yaml")], "file"),
    catalogPath: await firstOf([join3(dir, "catalog")], "folder")
  };
}
async function collectRecorded(options) {
  let { dir, select, limits: limits2 } = options, record3 = await readRecord(dir), notes = [...record3.incomplete], read = (file) => readJson(join3(dir, file), file, notes), listed3 = list(await read("jobs.json"), "jobs"), found = toRun(await read("run.json")) ?? runOfJob(listed3?.[0]) ?? structuredClone(unknownRun), jobs = listed3 ? toJobs(listed3) : await jobsFromLogs(dir), artifacts = toArtifacts(list(await read("artifacts.json"), "artifacts") ?? []), collection = await assemble({
    found,
    jobs,
    artifacts: [...artifacts, ...await unlisted(dir, artifacts)],
    select,
    ownUnknown: !0,
    notes,
    annotationsOf: async (job) => toAnnotations(list(await read(`annotations/${job.id}.json`), "annotations") ?? []),
    logOf: async ({ job }) => {
      let files = [...listed3 ? [`${job.id}.log`] : [], `${job.name}.log`, `${fileName(job.name)}.log`], file = await firstOf(
        files.filter(plain).map((f) => join3(dir, "logs", f)),
        "file"
      );
      return file ? await logContent(file, job.name, limits2.maxLogBytes, notes) : job.status !== "completed" ? none("missing", "the job has not finished; its log comes when it has") : record3.absent[`logs/${files[0]}`] ?? notRecorded(`logs/${files[0]}`);
    },
    artifactOf: (artifact) => artifactContent(dir, artifact, limits2, record3.absent)
  });
  if (!listed3) for (let suite2 of collection.suites) suite2.job = null;
  return collection.incomplete = once(notes), { collection, ...await recordedPaths(dir) };
}
var list = (answer2, key) => {
  if (Array.isArray(answer2)) return answer2;
  let inner2 = answer2?.[key];
  return Array.isArray(inner2) ? inner2 : null;
}, plain = (name) => !name.includes("/") && !name.includes("\0") && ![".", ".."].includes(name), names = async (dir) => await kindOf(dir) === "folder" ? (await readdir(dir)).sort() : [];
async function jobsFromLogs(dir) {
  let logs = (await names(join3(dir, "logs"))).filter((n) => /\.(log|txt)$/.test(n));
  return toJobs(logs.map((n, i) => ({ id: i, name: n.replace(/\.(log|txt)$/, ""), conclusion: "failure" })));
}
async function unlisted(dir, listed3) {
  let known = new Set(listed3.flatMap((a) => [a.name, fileName(a.name)])), found = (await names(join3(dir, "artifacts"))).map(stem);
  return [...new Set(found)].filter((n) => !known.has(n)).flatMap((name) => toArtifacts([{ name }]));
}
var stem = (name) => {
  let end2 = ARCHIVES.find((e) => name.toLowerCase().endsWith(e));
  return end2 ? name.slice(0, -end2.length) : name;
};
async function artifactPath(dir, artifact) {
  let stems = [artifact.name, fileName(artifact.name)].filter(plain).map((n) => join3(dir, "artifacts", n)), file = await firstOf(
    stems.flatMap((s) => ARCHIVES.map((e) => s + e)),
    "file"
  ), path = file ?? await firstOf(stems, "folder");
  return path === null ? null : { path, folder: file === null };
}
async function artifactContent(dir, artifact, limits2, absent) {
  let place = await artifactPath(dir, artifact);
  if (place?.folder) return { type: "folder", members: () => members(place.path) };
  if (place) {
    let { size: size2 } = await fileBytes(place.path);
    return withoutContent({ ...artifact, expired: !1, size_in_bytes: size2 }, limits2.maxArtifactBytes) ?? {
      type: "bytes",
      open: () => fileBytes(place.path)
    };
  }
  let file = `artifacts/${fileName(artifact.name)}.zip`;
  return withoutContent(artifact, limits2.maxArtifactBytes) ?? absent[file] ?? notRecorded(file);
}
var once = (notes) => notes.filter((n, i) => notes.findIndex((o) => o.what === n.what && o.why === n.why) === i);

// src/fixes/merge-commit.ts
function mergeCommit(run, env) {
  let { GITHUB_RUN_ID: id2, GITHUB_EVENT_NAME: event, GITHUB_SHA: sha } = env;
  return event !== "pull_request" || run.event !== event || run.id === null || String(run.id) !== id2 ? null : sha && /^[0-9a-f]{40}$/.test(sha) && sha !== run.head_sha ? sha : null;
}

// src/diagnose/correlate.ts
function commonCauses(suites, knowledge) {
  let groups = /* @__PURE__ */ new Map();
  for (let suite2 of suites) {
    let cause3 = suite2.diagnosis?.root_cause, pattern3 = cause3 && knowledge.patterns.get(cause3.pattern);
    if (!cause3 || !pattern3) continue;
    let key = JSON.stringify([pattern3.id, ...pattern3.same_when.map((name) => cause3.captures[name] ?? null)]), group = groups.get(key) ?? { pattern: pattern3, title: cause3.title, members: [] };
    group.members.push(suite2), groups.set(key, group);
  }
  return [...groups.values()].map(({ pattern: pattern3, title: title5, members: members2 }) => ({
    pattern: pattern3.id,
    family: pattern3.family,
    title: title5,
    suites: members2.map((s) => s.service),
    probable: suites.filter((s) => isProbable(s, members2, pattern3, knowledge)).map((s) => s.service)
  })).filter((common2) => common2.suites.length + common2.probable.length > 1).sort(
    (a, b) => b.suites.length - a.suites.length || b.probable.length - a.probable.length || a.pattern.localeCompare(b.pattern, "en")
  );
}
function isProbable(suite2, members2, cause3, knowledge) {
  return suite2.diagnosis?.state !== "symptom-only" ? !1 : suite2.diagnosis.chain.some((own) => {
    let symptom2 = knowledge.patterns.get(own.pattern);
    return !symptom2 || knowledge.explains.distance(cause3, symptom2) === null ? !1 : members2.length > 1 && !cause3.same_when.length ? !0 : members2.some((m) => m.diagnosis.chain.some((l) => l.pattern === own.pattern && l.title === own.title));
  });
}

// src/fixes/candidates.ts
function candidates(cause3, { facts: facts2, service: service2 }) {
  let ours = (claim) => claim.pattern === cause3.pattern && (claim.service === null || claim.service === service2), declared2 = cause3.fixes.filter(
    (fix) => fix.services.length === 0 || fix.services.includes(service2)
  ), trailers2 = facts2.trailers.filter(ours).map(({ commit: commit2, pull: pull3 }) => ({ commit: commit2, pull: pull3 ?? void 0 })), mentions2 = facts2.mentions.filter(ours).map(({ type, number: number3 }) => type === "pull" ? { pull: number3 } : { issue: number3 }), seen = /* @__PURE__ */ new Map();
  for (let found of [
    ...declared2,
    ...[...trailers2, ...mentions2].map((c) => ({ ...c, summary: null, verified: !1 }))
  ]) {
    let key = identity(found, facts2), before2 = seen.get(key);
    before2 ? seen.set(key, {
      ...found,
      ...before2,
      pull: before2.pull ?? found.pull,
      verified: before2.verified || found.verified
    }) : seen.set(key, found);
  }
  return [...seen.values()];
}
function identity({ commit: commit2, pull: pull3, issue: issue2 }, facts2) {
  return commit2 !== void 0 ? facts2.commits[commit2]?.sha ?? commit2 : pull3 !== void 0 ? facts2.pulls[pull3]?.merge_commit ?? `#${pull3}` : `issue ${issue2}`;
}

// src/fixes/outcome.ts
var short = (ref) => ref.slice(0, 9), when = (at) => at === null ? Number.NEGATIVE_INFINITY : Date.parse(at);
function later(fact, { pattern: pattern3, service: service2, later: runs }) {
  let seen = runs.filter((run) => fact.contained_in[run.head_sha] === !0 && Object.hasOwn(run.service_patterns, service2)).sort((a, b) => when(a.created_at) - when(b.created_at)).at(-1)?.service_patterns[service2];
  return seen === void 0 ? null : { again: seen.includes(pattern3), other: seen[0] ?? null };
}
function inTested(fact, { facts: facts2, run }) {
  let at = (sha) => sha === null ? null : fact.contained_in[sha] ?? null, head = at(facts2.tested ?? run.head_sha), merge = facts2.merge ?? null, ran = at(merge) ?? (merge === null || head === !0 ? head : null);
  return ran !== null ? { has: ran, merge: ran && head !== !0 } : { has: fact.committed_at !== null && run.created_at !== null && when(fact.committed_at) > when(run.created_at) ? !1 : null, merge: head === !1 };
}
function elsewhere(fact, { facts: facts2, run, later: runs }) {
  let heads = Object.keys(fact.contained_in).filter(
    (sha) => fact.contained_in[sha] === !0 && sha !== (facts2.tested ?? run.head_sha) && sha !== facts2.merge
  ), pulls3 = Object.values(facts2.pulls).filter((pull3) => pull3.state === "open" && pull3.head !== null), open = pulls3.find((pull3) => pull3.number !== run.pull_request && heads.includes(pull3.head)) ?? null, own = pulls3.some((pull3) => pull3.number === run.pull_request && heads.includes(pull3.head)), foreign = new Set(pulls3.map((pull3) => pull3.head)), ran = runs.some((run2) => heads.includes(run2.head_sha));
  return { mine: own || ran || open === null && heads.some((sha) => !foreign.has(sha)), open };
}
function judgeCommit(fact, name, verified, it) {
  let at = when(fact.committed_at), say = (status2, why3) => ({ status: status2, why: why3, at });
  if (fact.sha === null) return say("unknown", fact.why ?? `${name} is unknown`);
  let base = it.facts.base ?? "the base branch", { has: tested, merge } = inTested(fact, it);
  if (tested === !0 && merge)
    return say("ineffective", `fix ${name} was tested through the merge with ${base} and did not help`);
  if (tested === !0) return say("ineffective", `fix ${name} is in this commit and did not help`);
  let told = later(fact, it);
  if (told?.again === !0)
    return say("ineffective", `fix ${name} is in a later run, which fails in the same way`);
  let onBase2 = it.facts.base !== null && it.facts.base === it.run.head_branch, { mine, open } = elsewhere(fact, it), here = fact.landed !== !0 && mine, place = here ? it.run.pull_request ? `in #${it.run.pull_request}` : "on this branch" : `on ${base}`, act = here || onBase2 ? ", after this commit" : ": rebase", gone = told?.again === !1, instead = told?.other ? `: the cause is gone, another one is now visible (${told.other})` : "", proof2 = gone ? `, and a later run no longer shows it${instead}` : "";
  if ((fact.landed === !0 || here) && tested === !1)
    return gone || verified ? say("fixed", `fixed ${place} by ${name}${act}${proof2}`) : say("should-be-fixed", `fixed ${place} by ${name}${act}`);
  if (gone) return say("fixed", `fixed by ${name}${proof2}`);
  if (fact.reverted_by !== null)
    return say("needs-fix", `fix ${name} was reverted by ${short(fact.reverted_by)}`);
  if (open) return say("in-review", `fix ${name} is in review in #${open.number}`);
  if (fact.landed === !1 && tested === !1)
    return say("needs-fix", `fix ${name} is only on another branch: not on ${base}, in no pull request`);
  if (fact.landed === null && tested === !1 && verified)
    return say("fixed", `fixed by ${name}, after this commit`);
  let what = tested !== null ? base : merge ? `the merge with ${base}` : "this commit";
  return say("unknown", `whether ${what} has fix ${name} is unknown${fact.why ? `: ${fact.why}` : ""}`);
}
function commitState(fact, status2) {
  return status2 === "ineffective" ? "ineffective" : status2 === "fixed" ? "verified" : status2 === "in-review" ? "in review" : fact.reverted_by !== null ? "reverted" : status2 === "should-be-fixed" ? "landed" : fact.sha === null || status2 === "unknown" ? "unknown" : "not landed";
}

// src/fixes/judge.ts
function judge(candidate, it) {
  let found = [];
  candidate.commit !== void 0 && found.push(ofCommit(candidate.commit, candidate, it)), candidate.pull !== void 0 && found.push(ofPull(candidate.pull, candidate, it)), candidate.issue !== void 0 && found.push(ofIssue(candidate.issue, it));
  let decisive2 = found.find((outcome2) => outcome2.status !== "unknown") ?? found[0];
  return decisive2 ? [{ ...decisive2, refs: found.flatMap((outcome2) => outcome2.refs) }] : [];
}
var unasked = {
  sha: null,
  title: null,
  url: null,
  committed_at: null,
  landed: null,
  contained_in: {},
  reverted_by: null,
  why: null
};
function ofCommit(ref, { summary, verified }, it) {
  let fact = it.facts.commits[ref] ?? { ...unasked, why: `commit ${short(ref)} was not looked up` }, outcome2 = judgeCommit(fact, short(ref), verified, it), state = commitState(fact, outcome2.status), at = {
    type: "commit",
    id: short(ref),
    url: fact.url,
    title: fact.title ?? summary,
    state
  };
  return { ...outcome2, refs: [at] };
}
function ofPull(number3, { summary, verified }, it) {
  let fact = it.facts.pulls[number3], { title: title5 = null, url: url2 = null, state = null } = fact ?? {}, refs = [{ type: "pull", id: String(number3), url: url2, title: title5 ?? summary, state }], say = (status2, why3, at = Number.NEGATIVE_INFINITY) => ({ status: status2, why: why3, at, refs }), merged = state === "merged" ? fact?.merge_commit : null, head = state === "open" ? fact?.head : null, commit2 = merged ?? head ? it.facts.commits[merged ?? head] : void 0;
  if (state === "open") {
    let inTested2 = commit2 && judgeCommit(commit2, `#${number3}`, verified, it);
    return inTested2?.status === "ineffective" ? { ...inTested2, refs } : number3 === it.run.pull_request ? say("in-review", `#${number3}, this pull request, says that it fixes this`, Number.POSITIVE_INFINITY) : say("in-review", `the fix is in review in #${number3}`, Number.POSITIVE_INFINITY);
  }
  return state === "closed" ? say("needs-fix", `#${number3} was closed without being merged`) : commit2 ? { ...judgeCommit(commit2, `#${number3}`, verified, it), refs } : say("unknown", fact?.why ?? `what became of #${number3} is unknown`);
}
function ofIssue(number3, it) {
  let fact = it.facts.issues[number3], { title: title5 = null, url: url2 = null, state = null } = fact ?? {}, refs = [{ type: "issue", id: String(number3), url: url2, title: title5, state }], at = Number.NEGATIVE_INFINITY;
  return state === "open" ? { status: "needs-fix", why: `tracked in #${number3}`, at, refs } : state === "closed" ? { status: "needs-fix", why: `tracked in #${number3}, which is closed without a known fix`, at, refs } : { status: "unknown", why: fact?.why ?? `what became of #${number3} is unknown`, at, refs };
}

// src/fixes/status.ts
var LABELS = {
  "needs-fix": "❌ NEEDS FIX",
  "in-review": "🔄 IN REVIEW",
  "should-be-fixed": "✅ SHOULD BE FIXED",
  fixed: "✅ FIXED",
  ineffective: "⚠️ FIX INEFFECTIVE",
  unknown: "❔ UNKNOWN"
}, NEXT = {
  "needs-fix": "still-failing",
  "in-review": "still-failing",
  "should-be-fixed": "should-pass",
  fixed: "should-pass",
  ineffective: "still-failing",
  unknown: "unknown"
}, MAX_REFS = 20;
function fixStatus(input) {
  let { cause: cause3, ...rest2 } = input, it = { ...rest2, pattern: cause3.pattern }, outcomes = candidates(cause3, it).flatMap((candidate) => judge(candidate, it)), active2 = newestFirst(outcomes.filter((o) => o.status !== "needs-fix" && o.status !== "unknown")), rank = (o) => o.status === "unknown" ? 0 : tracks(o) ? 2 : 1, idle = outcomes.filter((o) => !active2.includes(o)).sort((a, b) => rank(a) - rank(b)), decisive2 = active2[0] ?? idle[0], blind = rest2.facts.searched === !1, status2 = decisive2?.status ?? (blind ? "unknown" : "needs-fix");
  return {
    status: status2,
    label: LABELS[status2],
    why: decisive2 ? sentence(decisive2, active2, idle) : blind ? unsearched(rest2.facts) : "no fix is known",
    refs: references([...active2, ...idle]),
    next_run: NEXT[status2]
  };
}
var unsearched = ({ incomplete: incomplete2 }) => `whether there is a fix could not be looked up${incomplete2[0] ? `: ${incomplete2[0].why}` : ""}`, newestFirst = (outcomes) => outcomes.map((outcome2, index) => ({ outcome: outcome2, index })).sort(
  (a, b) => a.outcome.at === b.outcome.at ? b.index - a.index : a.outcome.at < b.outcome.at ? 1 : -1
).map(({ outcome: outcome2 }) => outcome2), tracks = (outcome2) => outcome2.refs.every((ref) => ref.type === "issue"), shown = (ref) => ref === void 0 ? "" : ref.type === "commit" ? ref.id : `#${ref.id}`;
function sentence(decisive2, active2, idle) {
  let others2 = active2.filter((o) => o !== decisive2), failed2 = others2.filter((o) => o.status === "ineffective").map((o) => shown(o.refs[0])), waiting = decisive2.status === "ineffective" ? others2.find((o) => o.status !== "ineffective") : void 0, tracked = decisive2.status === "fixed" || decisive2.status === "should-be-fixed" ? void 0 : idle.find((o) => o !== decisive2 && tracks(o));
  return [
    decisive2.why,
    failed2.length > 0 ? `earlier fix ${failed2.join(", ")} did not help` : "",
    waiting?.why ?? "",
    tracked?.why ?? ""
  ].filter(Boolean).join("; ");
}
function references(outcomes) {
  return [...new Map(outcomes.flatMap((outcome2) => outcome2.refs).map((ref) => [`${ref.type} ${ref.id}`, ref])).values()].slice(0, MAX_REFS);
}

// src/fixes/wanted.ts
function wantedFacts(input) {
  let { run, base, merge = null, causes: causes2, heads } = input, once2 = new Map(causes2.map(({ pattern: pattern3, fixes: fixes2 }) => [pattern3, { pattern: pattern3, fixes: fixes2 }]));
  return {
    repository: run.repository,
    tested: run.head_sha,
    merge_sha: merge,
    base,
    causes: [...once2.values()],
    heads: [...new Set(heads.filter((head) => head !== null && head !== run.head_sha))]
  };
}

// src/history/history.ts
var RED = /* @__PURE__ */ new Set(["failed", "timed_out"]);
function history(input) {
  let { current, base } = input, seen = input.earlier.slice(-30).filter((report2) => !sameAttempt(report2.run, current.run)).map((report2) => ({ run: report2.run, what: look(report2, current) })), same = seen.filter(({ what }) => what === "same"), before2 = same.filter(({ run }) => !isLater(run, current.run)), green = seen.filter(({ what }) => what === "passed"), streak = seen.filter(({ run }) => onBase(run, base)), red = streak.slice(streak.findLastIndex(({ what }) => what === "passed") + 1).filter(({ what }) => what === "same"), failing = /* @__PURE__ */ new Set([current.run.head_sha, ...same.map(({ run }) => run.head_sha)]);
  return {
    seen_on_base: red.length > 0,
    first_seen: earliest((red.length > 0 ? red : before2).map(({ run }) => run.created_at)),
    times_seen: before2.length,
    flaky: green.some(({ run }) => run.head_sha !== null && failing.has(run.head_sha))
  };
}
function compare(input) {
  let { current, base, shown: shown3 } = input, { run } = current, told = input.earlier.slice(-30).filter((report2) => run.id === null || report2.run.id !== run.id).flatMap((report2) => {
    let suite2 = report2.suites.find((one) => one.service === current.service), patterns = suite2 ? verdict(suite2) : null;
    return suite2 && (patterns || RED.has(suite2.status)) ? [{ run: report2.run, patterns }] : [];
  }), clear = told.filter(({ run: other, patterns }) => patterns !== null && onBase(other, base)), had = clear.some(({ patterns }) => current.pattern !== null && patterns?.[0] === current.pattern), cause3 = told.filter(({ run: other }) => sameBranch(other, run) && !isLater(other, run)).at(-1)?.patterns?.[0] ?? null, gone = current.pattern !== null && cause3 !== null && !shown3.includes(cause3);
  return {
    compared: told.length,
    onBase: clear.length,
    green: had && clear.at(-1)?.patterns?.length === 0,
    before: gone ? cause3 : null
  };
}
var tellingHeads = (earlier, tested, base) => earlier.filter(({ run }) => onBase(run, base) || isLater(run, tested)).map(({ run }) => run.head_sha);
function later2(earlier, tested) {
  return earlier.slice(-30).flatMap(({ run, suites }) => {
    if (run.head_sha === null || run.head_sha === tested.head_sha || sameAttempt(run, tested)) return [];
    let verdicts = suites.flatMap((suite2) => {
      let patterns = verdict(suite2);
      return patterns ? [[suite2.service, patterns]] : [];
    });
    return [
      { head_sha: run.head_sha, created_at: run.created_at, service_patterns: Object.fromEntries(verdicts) }
    ];
  });
}
function verdict({ status: status2, diagnosis }) {
  return status2 === "passed" ? [] : !RED.has(status2) || !diagnosis?.root_cause ? null : [.../* @__PURE__ */ new Set([diagnosis.root_cause.pattern, ...diagnosis.chain.map((link3) => link3.pattern)])];
}
function look(report2, { service: service2, pattern: pattern3, signature }) {
  let suite2 = report2.suites.find((one) => one.service === service2);
  if (!suite2) return "unclear";
  if (suite2.status === "passed") return "passed";
  if (!RED.has(suite2.status) || !suite2.diagnosis) return "unclear";
  let cause3 = suite2.diagnosis.root_cause?.pattern ?? null;
  return pattern3 !== null ? cause3 === pattern3 ? "same" : cause3 !== null ? "other" : "unclear" : cause3 !== null ? "other" : signature !== null && signature !== "" && suite2.diagnosis.signature === signature ? "same" : "unclear";
}
var onBase = (run, base) => base !== null && run.head_branch === base && run.pull_request === null && !run.event?.startsWith("pull_request"), sameBranch = (a, b) => a.pull_request === b.pull_request && (a.head_branch === b.head_branch || a.pull_request !== null), isLater = (a, b) => a.created_at !== null && b.created_at !== null && Date.parse(a.created_at) > Date.parse(b.created_at), sameAttempt = (a, b) => a.id !== null && a.id === b.id && a.attempt === b.attempt;
function earliest(times) {
  let known = times.filter((time3) => time3 !== null);
  return known.length > 0 ? known.reduce((a, b) => Date.parse(b) < Date.parse(a) ? b : a) : null;
}

// src/history/say.ts
function day(at, run) {
  let date = new Date(at), year = run.created_at === null || new Date(run.created_at).getUTCFullYear() !== date.getUTCFullYear();
  return date.toLocaleDateString("en-US", {
    month: "short",
    day: "numeric",
    timeZone: "UTC",
    ...year ? { year: "numeric" } : {}
  });
}
function sayHistory(history2, context) {
  let { run, base, compared, onBase: onBase2, green, before: before2 } = context, since = history2.first_seen === null ? "" : ` since ${day(history2.first_seen, run)}`, flaky = history2.flaky ? "the same commit passed in another run: flaky" : "", gone = before2 === null ? "" : `the cause of the last run is gone (${before2}), another one is now visible`;
  return [compared > 0 ? place() : "", gone, flaky].filter(Boolean).join("; ");
  function place() {
    let own = base !== null && run.head_branch === base && run.pull_request === null, times = history2.times_seen === 1 ? "once" : `${history2.times_seen} times`;
    if (history2.seen_on_base) return own ? `red here${since}` : `also red on ${base}${since}: not yours`;
    let there = own || onBase2 === 0 ? "" : green ? `, green again on ${base}` : `, not on ${base}`;
    return history2.times_seen > 0 ? `seen ${times} before${since}${there}` : own ? `new on ${base}` : onBase2 === 0 ? before2 === null ? "not seen in earlier runs" : "" : run.pull_request !== null ? "new in this pull request" : "new on this branch";
  }
}

// src/reading.ts
var soon = 1e3;
async function readSuites(suites, {
  patterns,
  catalog,
  times = null,
  threads = null,
  before: before2,
  found
}) {
  let matcher = buildMatcher(patterns), clocks = clocksAt(times), waiting = [...suites], here = (suite2) => examine(suite2, matcher, catalog, clocks), lane = async (read) => {
    for (let suite2 = waiting.shift(); suite2; suite2 = waiting.shift())
      before2(suite2), found(suite2, await read(suite2));
  }, pool = null, others2 = async () => {
    let started = waiting.length && threads ? await threads().catch(() => null) : null;
    pool = started;
    let there = (suite2) => started.examine(suite2, catalog, times).catch(() => here(suite2));
    await Promise.all(Array.from({ length: started?.count ?? 0 }, () => lane(there)));
  }, rest2 = Promise.resolve(), timer = setTimeout(() => {
    rest2 = others2(), rest2.catch(() => {
    });
  }, soon);
  try {
    await lane(here), clearTimeout(timer), await rest2;
  } finally {
    clearTimeout(timer), await pool?.close();
  }
}

// src/report/severity.ts
function hasFailed(suite2) {
  return suite2.status === "failed" || suite2.status === "timed_out" || suite2.status === "cancelled";
}
function isClassified(suite2) {
  return suite2.diagnosis?.state === "confirmed" || suite2.diagnosis?.state === "likely";
}
function severity(status2, tests) {
  return status2 === "missing" ? "P0" : hasFailed({ status: status2 }) ? !tests || tests.phase === "setup" || tests.ran === 0 ? "P0" : tests.phase === "teardown" ? "P2" : tests.failed > 0 || tests.failures.length > 0 || status2 !== "failed" ? "P1" : tests.passed > 0 ? "P2" : "P1" : null;
}
var RANK = {
  failed: 0,
  timed_out: 0,
  cancelled: 0,
  missing: 1,
  pending: 2,
  passed: 3,
  skipped: 4
};
function order(suites) {
  return suites.toSorted(
    (a, b) => RANK[a.status] - RANK[b.status] || (a.severity ?? "P9").localeCompare(b.severity ?? "P9", "en")
  );
}

// src/report/lists.ts
function fixList(suites) {
  let list3 = /* @__PURE__ */ new Map();
  for (let suite2 of suites)
    for (let ref of suite2.fix?.refs ?? []) {
      let name = refName(ref), entry = list3.get(name) ?? { ref: name, summary: summaryOf(ref, suite2), services: [] };
      entry.services.includes(suite2.service) || entry.services.push(suite2.service), list3.set(name, entry);
    }
  return [...list3.values()];
}
function remainingWork(suites) {
  return suites.flatMap((suite2) => {
    let what = workOn(suite2);
    return what === null ? [] : [{ service: suite2.service, what }];
  });
}
function workOn(suite2) {
  if (suite2.status === "missing") return "Find out why this suite never ran";
  if (!hasFailed(suite2)) return null;
  let { diagnosis, fix } = suite2, cause3 = diagnosis?.root_cause?.title;
  if (!diagnosis || diagnosis.state === "no-evidence")
    return "Keep the evidence: nothing readable was left behind";
  if (diagnosis.state === "symptom-only")
    return `Find the cause; only this symptom is known: ${symptom(suite2)}`;
  if (diagnosis.state === "unclassified" || !cause3) return "Find the cause, then teach it to the catalog";
  let all = fix?.refs ?? [], open = all.filter((ref) => ref.type === "pull" ? ref.state === "open" : ref.state === "in review"), vain = all.filter((ref) => ref.state === "ineffective"), names3 = (some) => (some.length > 0 ? some : all).map(refName).join(", ");
  switch (fix?.status) {
    case "needs-fix":
      return `Fix it: ${cause3}`;
    case "in-review":
      return `Review and merge ${names3(open) || "the fix"}: ${cause3}`;
    case "ineffective":
      return `Fix it again${all.length > 0 ? `, ${names3(vain)} ${vain.length > 1 ? "do" : "does"} not help` : ""}: ${cause3}`;
    case "fixed":
    case "should-be-fixed":
      return null;
    default:
      return `Find out whether this is fixed${fix?.why ? ` (${fix.why})` : ""}: ${cause3}`;
  }
}
function symptom(suite2) {
  return suite2.diagnosis?.chain[0]?.title ?? suite2.diagnosis?.hypotheses[0]?.title ?? "see the log";
}
function refName(ref) {
  return ref.type === "commit" ? ref.id : `#${ref.id.replace(/^#/, "")}`;
}
function summaryOf(ref, suite2) {
  return ref.title ?? suite2.diagnosis?.root_cause?.title ?? suite2.fix?.why ?? "";
}

// src/report/build.ts
function buildReport(input) {
  let suites = order(input.suites.map(suiteReport)), failed2 = suites.filter(hasFailed), classified = failed2.filter(isClassified).length;
  return {
    schema_version: 1,
    tool: { name: "e2e-triage", ...input.tool },
    run: input.run,
    totals: {
      suites: suites.length,
      passed: suites.filter((suite2) => suite2.status === "passed").length,
      failed: failed2.length,
      classified,
      unclassified: failed2.length - classified,
      needs_fix: failed2.filter(
        (suite2) => suite2.fix?.status === "needs-fix" || suite2.fix?.status === "ineffective"
      ).length
    },
    incomplete: unique([...input.incomplete, ...input.suites.flatMap((s) => s.findings?.incomplete ?? [])]),
    suites,
    common_causes: input.common_causes,
    fixes: fixList(suites),
    remaining_work: remainingWork(suites)
  };
}
function suiteReport({ suite: suite2, findings, diagnosis, fix, history: history2 }) {
  let tests = findings?.tests ?? null;
  return {
    service: suite2.service,
    name: suite2.name,
    status: suite2.status,
    severity: severity(suite2.status, tests),
    job: jobReport(suite2.job),
    tests: tests && {
      framework: tests.framework,
      total: tests.total,
      ran: tests.ran,
      passed: tests.passed,
      failed: tests.failed,
      skipped: tests.skipped,
      phase: tests.phase,
      failures: tests.failures
    },
    sources: findings?.sources ?? [],
    diagnosis,
    fix,
    history: history2
  };
}
var BROKEN = ["failure", "timed_out", "cancelled"];
function jobReport(job) {
  if (!job) return null;
  let step = job.steps.find((s) => BROKEN.includes(s.conclusion ?? ""));
  return {
    id: job.id,
    name: job.name,
    url: job.url,
    conclusion: job.conclusion,
    failed_step: step ? { number: step.number, name: step.name } : null
  };
}
function unique(notes) {
  return [...new Map(notes.map((note) => [JSON.stringify([note.what, note.why]), note])).values()];
}

// src/triage.ts
var failed = ["failed", "cancelled", "timed_out"], withoutEvidence = (findings) => ({
  ...findings,
  matches: [],
  events: [],
  objects: [],
  telling: []
}), mostCompared = 5, isUnknown = ({ state }) => state === "unclassified" || state === "symptom-only";
async function compareWithPassing({ baseline, times, progress }, suites, knownOf) {
  !baseline || !suites.length || times && clockAt(times.fetch)() || (progress("looking for a passing run to compare with"), await Promise.all(
    suites.map(async (suite2) => {
      let { findings, diagnosis } = knownOf(suite2), usual = await baseline(suite2, new Set(findings.telling.map(({ text: text6 }) => normalise(text6))));
      diagnosis.excerpt = excerpt(findings, suite2.job, usual);
    })
  ));
}
async function triage(world) {
  let { collection, config, earlier, base, merge = null } = world, { run } = collection, knowledge = {
    patterns: new Map(world.patterns.map((p) => [p.id, p])),
    explains: explainsGraph(world.patterns),
    config
  }, red = collection.suites.filter((suite2) => failed.includes(suite2.status)), known = /* @__PURE__ */ new Map(), telling = /* @__PURE__ */ new Map(), begun = 0;
  await readSuites(red, {
    patterns: world.patterns,
    catalog: world.tool.catalog,
    times: world.times ?? null,
    threads: world.threads ?? null,
    before: (suite2) => world.progress(`reading ${suite2.name} (${++begun}/${red.length})`),
    found(suite2, findings) {
      let diagnosis = diagnose(suite2, findings, knowledge);
      known.set(suite2, { findings: withoutEvidence(findings), diagnosis }), world.baseline && isUnknown(diagnosis) && telling.set(suite2, findings.telling);
    }
  });
  let diagnosed = collection.suites.map((suite2) => {
    let { findings = null, diagnosis = null } = known.get(suite2) ?? {};
    return { suite: suite2, findings, service: suite2.service, diagnosis };
  }), common2 = commonCauses(diagnosed, knowledge), causes2 = diagnosed.flatMap(({ diagnosis }) => {
    let pattern3 = diagnosis?.root_cause && knowledge.patterns.get(diagnosis.root_cause.pattern);
    return pattern3 ? [{ pattern: pattern3.id, fixes: pattern3.fixes }] : [];
  }), laterRuns = later2(earlier, run);
  causes2.length && world.progress("looking up fixes");
  let unknown = collection.suites.filter((suite2) => telling.get(suite2)?.length).slice(0, mostCompared), [facts2] = await Promise.all([
    world.facts(wantedFacts({ run, base, merge, causes: causes2, heads: tellingHeads(earlier, run, base) })),
    compareWithPassing(world, unknown, (suite2) => {
      let { findings, diagnosis } = known.get(suite2);
      return { findings: { ...findings, telling: telling.get(suite2) }, diagnosis };
    })
  ]);
  telling.clear();
  let branch = base ?? facts2.base, suites = diagnosed.map(({ suite: suite2, findings, diagnosis }) => {
    let { service: service2 } = suite2, cause3 = causes2.find((c) => c.pattern === diagnosis?.root_cause?.pattern), fix = cause3 ? fixStatus({ cause: cause3, service: service2, facts: facts2, later: laterRuns, run }) : null;
    if (!diagnosis || !earlier.length) return { suite: suite2, findings, diagnosis, fix, history: null, note: "" };
    let { signature } = diagnosis, current = { run, service: service2, pattern: cause3?.pattern ?? null, signature }, past2 = history({ earlier, current, base: branch }), shown3 = [...diagnosis.chain.map((link3) => link3.pattern), ...cause3 ? [cause3.pattern] : []], told = compare({ earlier, current, base: branch, shown: shown3 }), note = sayHistory(past2, { run, base: branch, ...told });
    return { suite: suite2, findings, diagnosis, fix, history: past2, note };
  }), incomplete2 = [...collection.incomplete, ...facts2.incomplete], report2 = buildReport({ tool: world.tool, run, incomplete: incomplete2, suites, common_causes: common2 }), notes = suites.filter(({ note }) => note !== "").map(({ suite: suite2, note }) => [suite2.service, note]), reviewerNotes = Object.fromEntries(notes);
  return { report: redactReport(report2, world.redact), reviewerNotes };
}

// src/collect/ahead.ts
import { rm as rm2 } from "node:fs/promises";
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
    --zip.readers > 0 || zip.dropped || (zip.dropped = !0, await rm2(part.path, { force: !0 }), goAhead());
  }
  async function open(zip) {
    let opening = fetched(zip);
    goAhead();
    try {
      let bytes2 = await opening, mine = !0;
      return {
        ...bytes2,
        drop: () => {
          mine && drop(zip, bytes2).catch(() => {
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
  }, { client, owner, repo, notes } = api, { answer: answer2, until } = await readRun(options), found = toRun(answer2);
  if (!found)
    throw new UserError(`run ${options.runId}: the answer of ${options.serverUrl} is not a workflow run`);
  let { run } = found;
  run.repository ??= `${owner}/${repo}`, run.id ??= options.runId, run.url ??= `${options.serverUrl.replace(/\/$/, "")}/${owner}/${repo}/actions/runs/${options.runId}`;
  let base = { owner, repo, run_id: options.runId, per_page: 100 }, [pullRequest, jobs, artifacts] = await Promise.all([
    api.limit(() => findPullRequest(client, owner, repo, found, notes)),
    allPages("list of jobs", "actions: read", notes, async (page3) => {
      let { data } = await api.limit(
        () => client.rest.actions.listJobsForWorkflowRunAttempt({ ...base, attempt_number: run.attempt ?? 1, page: page3 })
      );
      return { total: data.total_count, items: data.jobs };
    }),
    allPages("list of artifacts", "actions: read", notes, async (page3) => {
      let { data } = await api.limit(() => client.rest.actions.listWorkflowRunArtifacts({ ...base, page: page3 }));
      return { total: data.total_count, items: data.artifacts };
    })
  ]);
  run.pull_request = pullRequest;
  let others2 = jobs.filter((job) => job.id !== options.ownCheckRunId), current = artifacts.filter(
    (a) => until === null || !later3(a.created_at, until)
  );
  return {
    api,
    found,
    jobs: toJobs(others2),
    artifacts: toArtifacts(current),
    raw: { run: answer2, jobs: others2, artifacts: current }
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
  } catch (cause3) {
    let { message, advice } = refusal(cause3, "actions: read"), url2 = `${options.serverUrl.replace(/\/$/, "")}/${owner}/${repo}/actions/runs/${run_id}`;
    throw new UserError(`${url2}${attempt === null ? "" : `/attempts/${attempt}`}: ${message}; ${advice}`, {
      cause: cause3
    });
  }
}
var later3 = (a, b) => typeof a == "string" && Date.parse(a) >= Date.parse(b);

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
    logOf: (suite2) => jobLog(api, suite2.job, suite2.status !== "passed"),
    artifactOf: (artifact, { status: status2 }) => contentOf(artifact, status2 === "failed" || status2 === "cancelled" || status2 === "timed_out")
  });
}
function annotationsOf(api) {
  let { owner, repo } = api, forbidden = null, missing2 = (job, note, matters = !job.steps.some((s) => s.conclusion === "failure")) => (matters && !api.notes.includes(note) && api.notes.push(note), []), ask = async (job) => {
    if (forbidden) return missing2(job, forbidden);
    try {
      let query = { owner, repo, check_run_id: job.id, per_page: 100 };
      return toAnnotations((await api.client.rest.checks.listAnnotations(query)).data);
    } catch (error) {
      let { status: status2, message } = refusal(error, "");
      return status2 === 401 || status2 === 403 && !message.includes("rate limit") ? (forbidden ??= refused("annotations of the jobs", error, "checks: read"), missing2(job, forbidden)) : missing2(job, refused(`annotations of ${job.name}`, error, "checks: read"), !0);
    }
  };
  return (job) => api.limit(() => ask(job));
}

// src/commands/collect-source.ts
var terminalPause = 200, limits = { maxLogBytes: 200 * 1024 ** 2, maxArtifactBytes: 2048 * 1024 ** 2 };
async function clientFor(source, terminal, deadline) {
  let { createClient } = await import("./chunk-UYWK3OU4.js"), { api } = terminal;
  return createClient({
    token: terminal.token,
    apiUrl: api?.server === source.server ? api.url : source.apiUrl,
    userAgent: `e2e-failure-triage/${version}`,
    deadline: () => deadline,
    log: terminal.progress
  });
}
function selectionOf(config, excludeJobs = [], findings) {
  let { jobs, artifacts, services } = config;
  return {
    jobName: jobs.name,
    expected: jobs.expected,
    excludeJobs,
    artifacts,
    services,
    ...findings ? { findings } : {}
  };
}
async function collectSource(source, config, means) {
  let select = selectionOf(config);
  return source.type === "recorded" ? (await collectRecorded({ dir: source.dir, select, limits })).collection : source.type === "run-url" ? collectFromGitHub(fromAddress(source, config, means)) : collectFromFiles({ source, select, limits, tempDir: means.tempDir, stdin: process.stdin });
}
function fromAddress({ owner, repo, runId, attempt, server }, config, { client, deadline, tempDir, terminal }) {
  return {
    client,
    owner,
    repo,
    runId,
    attempt,
    serverUrl: server,
    ownCheckRunId: null,
    select: selectionOf(config),
    limits,
    tempDir,
    deadline,
    progress: terminal.progress,
    progressEvery: terminalPause
  };
}

// src/commands/earlier.ts
import { readdir as readdir2, readFile as readFile3 } from "node:fs/promises";
import { join as join4 } from "node:path";

// node_modules/p-map/index.js
function pMap(iterable, mapper, options) {
  return mapConcurrently(iterable, mapper, options, !1);
}
async function mapConcurrently(iterable, mapper, {
  concurrency = Number.POSITIVE_INFINITY,
  stopOnError = !0,
  signal
} = {}, isSettled) {
  return new Promise((resolve_, reject_) => {
    validateOptions(iterable, mapper, concurrency);
    let result = [], errors = [], skippedCount = 0, isResolved = !1, isIterableDone = !1, pendingIndexes = /* @__PURE__ */ new Set(), doneIndex = Number.POSITIVE_INFINITY, currentIndex = 0, iterator = getIterator(iterable), signalListener = () => {
      reject(signal.reason);
    }, cleanup = () => {
      signal?.removeEventListener("abort", signalListener);
    }, resolve = (value) => {
      resolve_(value), cleanup();
    }, reject = (reason) => {
      isResolved || (isResolved = !0, reject_(reason), cleanup(), isIterableDone || closeIterator(iterator));
    };
    if (signal) {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      signal.addEventListener("abort", signalListener, { once: !0 });
    }
    let pull3 = createPuller(iterator), settleIfFinished = () => {
      if (isResolved || doneIndex === Number.POSITIVE_INFINITY)
        return;
      for (let index of pendingIndexes)
        if (index < doneIndex)
          return;
      if (!stopOnError) {
        let collectedErrors = [];
        for (let index = 0; index < Math.min(doneIndex, errors.length); index++)
          index in errors && collectedErrors.push(errors[index]);
        if (collectedErrors.length > 0) {
          reject(new AggregateError(collectedErrors));
          return;
        }
      }
      isResolved = !0, isIterableDone || closeIterator(iterator);
      let lastIndex = Math.min(doneIndex, result.length);
      if (lastIndex === result.length && skippedCount === 0) {
        resolve(result);
        return;
      }
      resolve(result.slice(0, lastIndex).filter((value) => value !== pMapSkip));
    }, next = async () => {
      if (isResolved || currentIndex >= doneIndex)
        return;
      let index = currentIndex++;
      pendingIndexes.add(index);
      let nextItem;
      try {
        nextItem = await pull3();
      } catch (error) {
        if (pendingIndexes.delete(index), index < doneIndex)
          throw error;
        settleIfFinished();
        return;
      }
      if (nextItem.done) {
        pendingIndexes.delete(index), doneIndex = Math.min(doneIndex, index), isIterableDone = !0, settleIfFinished();
        return;
      }
      (async () => {
        try {
          let element = await nextItem.value;
          if (isResolved || index >= doneIndex)
            return;
          let value = await mapper(element, index);
          if (index >= doneIndex)
            return;
          if (value === pMapStop) {
            doneIndex = index;
            return;
          }
          value === pMapSkip && skippedCount++, result[index] = isSettled && value !== pMapSkip ? { status: "fulfilled", value } : value;
        } catch (error) {
          if (index >= doneIndex)
            return;
          if (isSettled)
            result[index] = { status: "rejected", reason: error };
          else if (stopOnError) {
            reject(error);
            return;
          } else
            errors[index] = error;
        } finally {
          pendingIndexes.delete(index), settleIfFinished();
        }
        try {
          await next();
        } catch (error) {
          reject(error);
        }
      })().then(() => new Promise(() => {
      })).then(resolve_);
    };
    (async () => {
      for (let index = 0; index < concurrency; index++) {
        try {
          await next();
        } catch (error) {
          reject(error);
          break;
        }
        if (isResolved || currentIndex >= doneIndex)
          break;
      }
    })();
  });
}
var pMapSkip = /* @__PURE__ */ Symbol("skip"), pMapStop = /* @__PURE__ */ Symbol("stop");
function validateOptions(iterable, mapper, concurrency) {
  if (iterable?.[Symbol.iterator] === void 0 && iterable?.[Symbol.asyncIterator] === void 0)
    throw new TypeError(`Expected \`input\` to be either an \`Iterable\` or \`AsyncIterable\`, got (${typeof iterable})`);
  if (typeof mapper != "function")
    throw new TypeError("Mapper function is required");
  if (!isLimit(concurrency, 1))
    throw new TypeError(`Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency}\` (${typeof concurrency})`);
}
function isLimit(value, minimum) {
  return Number.isSafeInteger(value) && value >= minimum || value === Number.POSITIVE_INFINITY;
}
function getIterator(iterable) {
  return iterable[Symbol.asyncIterator] === void 0 ? iterable[Symbol.iterator]() : iterable[Symbol.asyncIterator]();
}
async function closeIterator(iterator) {
  try {
    await iterator.return?.();
  } catch {
  }
}
function createPuller(iterator) {
  let isSourceDone = !1, markDone = (item) => {
    item?.done && (isSourceDone = !0);
  };
  return () => {
    if (isSourceDone)
      return { done: !0 };
    let result = iterator.next();
    if (markDone(result), typeof result?.then != "function")
      return result;
    let promise = Promise.resolve(result);
    return promise.then(markDone, () => {
    }), promise;
  };
}

// src/fixes/calls.ts
var rateLimited = ({ status: status2, message, response }) => status2 === 429 || response?.headers?.["x-ratelimit-remaining"] === "0" || response?.headers?.["retry-after"] !== void 0 || /rate limit/i.test(message ?? "");
function boundedCalls(limit, deadline, before2 = 0) {
  let reasons = /* @__PURE__ */ new Set(), over = `not more than ${limit} calls are made for one run`, used = before2, stopped = null;
  function refused2(error, permission) {
    let refusal2 = typeof error == "object" && error !== null ? error : {}, { status: status2 } = refusal2, why3 = `GitHub answered ${status2}`;
    if (permission === null && status2 !== 401)
      return { why: `${status2 === void 0 ? "no answer" : String(status2)}: ${describe(error).slice(0, 200)}`, missing: !1 };
    if ((status2 === 403 || status2 === 429) && rateLimited(refusal2))
      stopped = why3 = `the rate limit of the GitHub API is used up (${status2})`;
    else if (status2 === 401) stopped = why3 = "GitHub refused the token (401)";
    else if (status2 === 403) why3 = `GitHub refused it (403): the token needs \`${permission}\``;
    else {
      if (status2 === 404 || status2 === 410 || status2 === 422 || status2 === 409)
        return { why: `GitHub does not have it (${status2})`, missing: !0 };
      Date.now() >= deadline ? stopped = why3 = "the time was up" : stopped = why3 = `the GitHub API could not be reached (${describe(error).slice(0, 200)})`;
    }
    return reasons.add(why3), { why: why3, missing: !1 };
  }
  async function call(permission, ask) {
    Date.now() >= deadline && (stopped ??= "the time was up");
    let why3 = stopped ?? (used >= limit ? over : null);
    if (why3 !== null)
      return reasons.add(why3), { why: why3, missing: !1 };
    used++;
    try {
      let { data } = await ask(AbortSignal.timeout(Math.min(deadline - Date.now(), 2147483647)));
      return { data };
    } catch (error) {
      return refused2(error, permission);
    }
  }
  return {
    get: call,
    attempt: (ask) => call(null, ask),
    lacks: (why3) => {
      reasons.add(why3);
    },
    exhausted: () => {
      reasons.add(stopped ?? (Date.now() >= deadline ? "the time was up" : over));
    },
    used: () => used,
    left: () => stopped === null && Date.now() < deadline ? limit - used : 0,
    doubt: () => reasons.size > 0 ? [...reasons].slice(0, 3).join("; ") : null,
    notes: () => reasons.size > 0 ? [{ what: "facts about fixes", why: [...reasons].slice(0, 3).join("; ") }] : []
  };
}

// src/fixes/fetch-bounded.ts
var LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
async function fetchBounded(address, max, signal, send2) {
  let url2 = new URL(address);
  if (url2.protocol !== "https:" && !LOOPBACK.test(url2.hostname))
    throw new Error(`refused to load from ${url2.origin}`);
  let answer2 = await send2(url2, { signal, redirect: "error" });
  if (!answer2.ok || !answer2.body) throw new Error(`${url2.host} answered ${answer2.status}`);
  let chunks = [], size2 = 0;
  for await (let chunk of answer2.body) {
    if (size2 += chunk.length, size2 > max) throw new Error(`larger than ${max} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// src/fixes/earlier.ts
var ARTIFACT = "e2e-triage-report", MEMBER = "report.json", LIMIT = 30, AT_ONCE2 = 4, MAX_ZIP = 20 << 20, MAX_REPORT = 1e7;
async function earlierReports(options) {
  let { client, owner, repo, deadline, limit = LIMIT } = options, calls = boundedCalls(limit + 1, deadline), at = { owner, repo }, found = await calls.get(
    "actions: read",
    (signal) => client.request("GET /repos/{owner}/{repo}/actions/artifacts", {
      ...at,
      name: ARTIFACT,
      per_page: 100,
      request: { signal }
    })
  );
  if (!("data" in found)) return { reports: [], notes: [{ what: "earlier reports", why: found.why }] };
  let chosen = found.data.artifacts.filter((artifact) => wanted(artifact, options)).sort((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? "")).slice(0, limit).reverse(), failures2 = [], reports = (await pMap(chosen, async (artifact) => {
    let address = await calls.get("actions: read", (signal) => locate2(options, artifact.id, signal));
    if (!("data" in address))
      return failures2.push(address.why), null;
    try {
      let signal = AbortSignal.timeout(Math.max(1, Math.min(deadline - Date.now(), 6e4))), zip = await fetchBounded(address.data, MAX_ZIP, signal, options.fetch ?? fetch), text6 = await options.unzip(zip, MEMBER);
      return text6 === null ? null : accept(text6, artifact, options);
    } catch (error) {
      return failures2.push(describe(error).slice(0, 200)), null;
    }
  }, { concurrency: AT_ONCE2 })).filter((text6) => text6 !== null), why3 = `${failures2.length} of ${chosen.length} could not be read: ${failures2[0]}`;
  return { reports, notes: failures2.length > 0 ? [{ what: "earlier reports", why: why3 }] : [] };
}
var isFork = ({ workflow_run: run }) => run?.head_repository_id === void 0 || run.head_repository_id !== run.repository_id;
function wanted(artifact, { run, base, headRepositoryId }) {
  let { workflow_run: from } = artifact;
  if (artifact.expired || artifact.size_in_bytes > MAX_ZIP || !from) return !1;
  if (!isFork(artifact)) return from.head_branch === base || from.head_branch === run.head_branch;
  if (from.head_branch !== run.head_branch) return !1;
  let ours = headRepositoryId ?? null;
  return ours !== null && from.head_repository_id === ours || !!run.head_sha && from.head_sha === run.head_sha;
}
async function locate2({ client, owner, repo }, artifact_id, signal) {
  let answer2 = await client.request(
    "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
    {
      owner,
      repo,
      artifact_id,
      archive_format: "zip",
      // The address that it leads to is another host's: the token must not go there.
      request: { redirect: "manual", parseSuccessResponseBody: !1, signal }
    }
  );
  return await answer2.data?.cancel?.(), { data: answer2.headers.location ?? "" };
}
function accept(text6, artifact, { owner, repo, run, base }) {
  if (text6.length > MAX_REPORT) return null;
  let report2;
  try {
    report2 = JSON.parse(text6);
  } catch {
    return null;
  }
  let claimed = report2?.run;
  if (!report2 || typeof claimed != "object" || claimed === null) return null;
  if (isFork(artifact)) {
    let { head_sha = null, head_branch = null } = artifact.workflow_run ?? {}, truth = {
      head_sha,
      head_branch: `fork:${head_branch}`,
      event: "pull_request",
      created_at: artifact.created_at
    };
    return JSON.stringify({ ...report2, run: { ...claimed, ...truth, pull_request: run.pull_request } });
  }
  let same = (a, b) => typeof a != "string" || b === null || a === b;
  return (claimed.head_branch === run.head_branch || base !== null && claimed.head_branch === base) && same(claimed.repository, `${owner}/${repo}`) && same(claimed.workflow, run.workflow) ? text6 : null;
}

// src/history/read.ts
var MAX_TEXT = 1e7, MAX_SUITES = 500, MAX_CHAIN = 50, text2 = (max) => string().max(max), orNull = (schema2) => schema2.nullable().catch(null), pattern = text2(100), title = text2(1e3).catch(""), cause = object({
  pattern,
  family: text2(100).catch(""),
  title,
  confidence: number().min(0).max(1).catch(0)
}), link = object({ pattern, family: text2(100).catch(""), title, role: _enum(["cause", "symptom"]) }), suite = object({
  service: text2(200),
  name: text2(200).catch(""),
  status: _enum(["passed", "failed", "cancelled", "timed_out", "skipped", "pending", "missing"]),
  severity: orNull(_enum(["P0", "P1", "P2"])),
  diagnosis: object({
    state: _enum(["confirmed", "likely", "symptom-only", "unclassified", "no-evidence"]),
    root_cause: cause.nullable(),
    chain: array(link).max(MAX_CHAIN),
    signature: text2(200).catch("")
  }).nullable().catch(null)
}), count = int().nonnegative(), report = object({
  schema_version: literal(1),
  tool: object({ name: literal("e2e-triage"), version: text2(100), catalog: text2(200) }),
  run: object({
    repository: orNull(text2(300)),
    id: orNull(int().positive()),
    attempt: orNull(int().positive()),
    url: orNull(text2(1e3)),
    workflow: orNull(text2(300)),
    event: orNull(text2(100)),
    head_sha: orNull(string().regex(/^[0-9a-f]{40}$/)),
    head_branch: orNull(text2(300)),
    pull_request: orNull(int().positive()),
    created_at: orNull(iso_exports.datetime({ offset: !0 }))
  }),
  totals: object({
    suites: count,
    passed: count,
    failed: count,
    classified: count,
    unclassified: count,
    needs_fix: count
  }),
  suites: array(suite).max(MAX_SUITES)
});
function parseReport(json) {
  if (json.length > MAX_TEXT) return null;
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  let parsed = report.safeParse(value);
  if (!parsed.success) return null;
  let suites = parsed.data.suites.map(({ diagnosis, ...rest2 }) => ({
    ...rest2,
    job: null,
    tests: null,
    sources: [],
    diagnosis: diagnosis && {
      ...diagnosis,
      root_cause: diagnosis.root_cause && { ...diagnosis.root_cause, captures: {}, evidence: [] },
      chain: diagnosis.chain.map((one) => ({ ...one, evidence: [] })),
      hypotheses: [],
      excerpt: []
    },
    fix: null,
    history: null
  }));
  return { ...parsed.data, suites, incomplete: [], common_causes: [], fixes: [], remaining_work: [] };
}

// src/earlier.ts
async function fetchEarlier(options) {
  let { collection, ...rest2 } = options, { run } = collection, suites = collection.suites.filter((suite2) => suite2.status === "failed" || suite2.status === "timed_out");
  if (run.created_at === null || suites.length === 0) return { reports: [], notes: [] };
  let [found, again] = await Promise.all([
    earlierReports({ ...rest2, run, unzip: memberText }),
    earlierAttempts({ ...rest2, run, suites })
  ]), past2 = found.reports.flatMap((text6) => parseReport(text6) ?? []), attempts = again.attempts.map(({ attempt, statuses }) => attemptReport(run, attempt, statuses));
  return { reports: [...past2, ...attempts], notes: [...found.notes, ...again.notes] };
}
function attemptReport(run, attempt, statuses) {
  return {
    schema_version: 1,
    tool: { name: "e2e-triage", version: "", catalog: "" },
    run: { ...run, attempt },
    totals: { suites: 0, passed: 0, failed: 0, classified: 0, unclassified: 0, needs_fix: 0 },
    incomplete: [],
    suites: Object.entries(statuses).map(([service2, status2]) => ({
      service: service2,
      name: service2,
      status: status2,
      severity: null,
      job: null,
      tests: null,
      sources: [],
      diagnosis: null,
      fix: null,
      history: null
    })),
    common_causes: [],
    fixes: [],
    remaining_work: []
  };
}
async function memberText(zip, wanted2) {
  let bytes2 = {
    size: zip.length,
    async *stream(start = 0, end2 = zip.length) {
      yield zip.slice(start, end2);
    }
  }, limits2 = { ...defaultLimits, total: 64 * 1024 ** 2 };
  for await (let member of archiveMembers("report", bytes2, limits2, () => {
  })) {
    if (member.path.split("/").at(-1) !== wanted2) continue;
    let decoder = new TextDecoder(), text6 = "";
    for await (let chunk of member.bytes()) text6 += decoder.decode(chunk, { stream: !0 });
    return text6;
  }
  return null;
}

// src/commands/earlier.ts
async function earlierFor(options) {
  let { folder, recorded, access, collection, deadline, progress } = options, { incomplete: incomplete2 } = collection;
  if (folder !== null || access === null)
    return { reports: await earlierFromFolder(folder, recorded, incomplete2), base: null };
  if (!collection.suites.some((suite2) => suite2.status === "failed" || suite2.status === "timed_out"))
    return { reports: [], base: null };
  progress("reading earlier reports");
  let base = await baseBranch(access, collection.run, incomplete2, deadline), { reports, notes } = await fetchEarlier({ ...access, collection, base, deadline });
  return incomplete2.push(...notes), { reports, base };
}
async function baseBranch({ client, owner, repo }, run, notes, deadline) {
  let calls = boundedCalls(1, deadline), at = { owner, repo }, found = run.pull_request === null ? await calls.get("contents: read", async (signal) => {
    let { data } = await client.request("GET /repos/{owner}/{repo}", { ...at, request: { signal } });
    return { data: data.default_branch };
  }) : await calls.get("pull-requests: read", async (signal) => {
    let pull3 = { ...at, pull_number: run.pull_request, request: { signal } }, { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", pull3);
    return { data: data.base.ref };
  });
  return "data" in found ? found.data : (notes.push({ what: "base branch", why: found.why }), null);
}
async function earlierFromFolder(folder, recorded, notes) {
  let paths = folder === null ? recorded : await listed(folder), reports = [];
  for (let path of paths)
    try {
      let report2 = parseReport(await readFile3(path, "utf8"));
      report2 ? reports.push(report2) : notes.push({ what: path, why: "is not a report of this tool" });
    } catch (error) {
      notes.push({ what: path, why: describe(error) });
    }
  return reports.sort((a, b) => (a.run.created_at ?? "").localeCompare(b.run.created_at ?? "", "en"));
}
async function listed(folder) {
  try {
    return (await readdir2(folder)).filter((n) => n.endsWith(".json")).sort().map((n) => join4(folder, n));
  } catch (cause3) {
    throw new UserError(`--history ${folder}: ${describe(cause3)}`, { cause: cause3 });
  }
}

// src/commands/facts.ts
import { readFile as readFile4 } from "node:fs/promises";

// src/fixes/messages.ts
var PATTERN = "([a-z0-9][a-z0-9-]{0,99})(?:/([^\\s/`]{1,100}))?", TRAILER = new RegExp(`^[ \\t]*E2E-Fix:[ \\t]*${PATTERN}[ \\t\\r]*$`, "gim"), MENTION = new RegExp(
  `^[ \\t]*(?:<!--[ \\t]*|[-*>][ \\t]+)?\`?e2e-triage:[ \\t]*${PATTERN}\`?(?:[ \\t]*-->)?[ \\t\\r]*$`,
  "gim"
), CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gi, REVERTS = /\bThis reverts commit ([0-9a-f]{7,40})\b/gi, REVERTS_PULL = /^Reverts ([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gim, PICKED = /\(cherry picked from commit ([0-9a-f]{7,40})\)/gi, MAX_TEXT2 = 65536, MAX_HITS = 50;
function hits(text6, expression) {
  let found = [];
  for (let hit of text6.slice(0, MAX_TEXT2).matchAll(expression)) {
    if (found.length === MAX_HITS) break;
    found.push(hit);
  }
  return found;
}
var claims = (text6, expression) => hits(text6, expression).map((hit) => ({ pattern: hit[1].toLowerCase(), service: hit[2] ?? null })), trailers = (message) => claims(message, TRAILER), mentions = (body) => [...claims(body, MENTION), ...claims(body, TRAILER)], closes = (text6, repository) => hits(text6, CLOSES).filter((hit) => !hit[1] || hit[1].toLowerCase() === repository?.toLowerCase()).map((hit) => Number(hit[2])), reverts = (message, repository) => ({
  commits: hits(message, REVERTS).map((hit) => hit[1].toLowerCase()),
  pulls: hits(message, REVERTS_PULL).filter((hit) => !hit[1] || hit[1].toLowerCase() === repository?.toLowerCase()).map((hit) => Number(hit[2]))
}), pickedFrom = (message) => hits(message, PICKED).map((hit) => hit[1].toLowerCase()), subject = (message) => (message.split(`
`, 1)[0] ?? "").trim().slice(0, 200);
function landedPull(message) {
  let line = subject(message), hit = /^Merge pull request #(\d{1,9}) /.exec(line) ?? /\(#(\d{1,9})\)$/.exec(line);
  return hit ? Number(hit[1]) : null;
}

// src/fixes/git-answers.ts
var MAX_SAME = 5, RECORD = "%H%x1f%P%x1f%cI%x1f%an <%ae> %at%x1f%B";
function askClone(git, graph, short2) {
  return {
    async find(ref) {
      let { code: code2, stdout, stderr } = await git(["rev-parse", "--verify", `${ref}^{commit}`]), sha = stdout.trim();
      if (/ambiguous/.test(stderr) && code2 !== 0)
        return { why: `${ref} is ambiguous: several commits begin so` };
      if (code2 !== 0 || !sha.startsWith(ref))
        return { why: short2 === null ? `the clone has no commit ${ref}` : `no commit ${ref} here: ${short2}` };
      let found = graph.commits.get(sha) ?? await show(git, sha);
      return found === null ? { why: `commit ${ref} cannot be read` } : (graph.commits.set(sha, found), found);
    },
    async has(commit2, head) {
      let { code: code2 } = await git(["merge-base", "--is-ancestor", commit2, head]);
      return code2 === 0 ? !0 : code2 === 1 && short2 === null ? !1 : null;
    },
    async copies(commit2) {
      let title5 = (text6) => subject(text6).replace(/ \(#\d+\)$/, ""), alike2 = [...graph.commits.values()].filter((other) => other.sha !== commit2.sha && title5(other.message) === title5(commit2.message)).filter((other) => other.parents.length < 2).slice(0, MAX_SAME);
      if (alike2.length === 0) return [];
      let patch = await patchId(git, commit2.sha), same = [];
      if (patch) for (let { sha } of alike2) await patchId(git, sha) === patch && same.push(sha);
      return same;
    },
    pullsOf: async () => [],
    pull: (number3) => pull(git, graph, number3),
    issue: async (number3) => ({
      number: number3,
      title: null,
      url: null,
      state: null,
      why: "a clone does not know issues"
    }),
    openCommits: async () => []
  };
}
async function show(git, sha) {
  let { code: code2, stdout } = await git(["log", "--no-walk", `--format=${RECORD}`, sha, "--"]), [, parents, at, author, message] = stdout.split("");
  return code2 !== 0 || message === void 0 ? null : {
    sha,
    parents: parents.split(" ").filter(Boolean),
    committed_at: at,
    author,
    message,
    url: null
  };
}
async function patchId(git, sha) {
  let patch = await git(["diff-tree", "--patch", "--no-ext-diff", "--no-textconv", "--root", sha]);
  if (patch.code !== 0) return null;
  let { stdout } = await git(["patch-id", "--stable"], patch.stdout);
  return stdout.split(" ", 1)[0] || null;
}
async function pull(git, graph, number3) {
  let landed2 = [...graph.commits.values()].find((commit2) => landedPull(commit2.message) === number3), known = { number: number3, url: null, title: landed2 ? subject(landed2.message) : null };
  if (landed2)
    return { ...known, state: "merged", merge_commit: landed2.sha, head: landed2.parents[1] ?? null, why: null };
  let why3 = "a clone does not know whether this pull request is open";
  for (let ref of [
    `refs/pull/${number3}/head`,
    `refs/remotes/origin/pr/${number3}`,
    `refs/remotes/pull/${number3}/head`
  ]) {
    let { code: code2, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
    if (code2 === 0) return { ...known, state: null, merge_commit: null, head: stdout.trim(), why: why3 };
  }
  return { ...known, state: null, merge_commit: null, head: null, why: why3 };
}

// src/fixes/git-run.ts
import { execFile } from "node:child_process";
var MAX_OUTPUT = 64 * 1024 * 1024, TIMEOUT = 6e4, SAFE = [
  "--no-pager",
  "--no-replace-objects",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "log.showSignature=false"
], SETTINGS = { GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
function environment() {
  let { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY, ...rest2 } = process.env;
  return { ...rest2, ...SETTINGS };
}
var gitIn = (dir) => (args, input) => new Promise((resolve) => {
  let child = execFile(
    "git",
    ["-C", dir, ...SAFE, ...args],
    { maxBuffer: MAX_OUTPUT, timeout: TIMEOUT, env: environment() },
    (error, stdout, stderr) => {
      let code2 = error === null ? 0 : typeof error.code == "number" ? error.code : null;
      resolve({ code: code2, stdout, stderr: stderr || (error ? error.message : "") });
    }
  );
  child.stdin?.on("error", () => {
  }), child.stdin?.end(input ?? "");
});
async function checkClone(dir) {
  let { code: code2, stderr } = await gitIn(dir)(["rev-parse", "--git-dir"]);
  if (code2 === 0) return;
  if (/ENOENT/.test(stderr))
    throw new UserError("--repo needs `git` on the PATH: install it, or leave --repo out to ask GitHub");
  let why3 = stderr.trim().split(`
`, 1)[0]?.slice(0, 200);
  throw new UserError(`--repo ${dir} is not a git repository that can be read: ${why3}`);
}

// src/fixes/graph.ts
var emptyGraph = () => ({ commits: /* @__PURE__ */ new Map(), floors: /* @__PURE__ */ new Map() });
var time2 = (at) => at === null ? Number.NaN : Date.parse(at);
function addListing(graph, listed3, complete) {
  let floor = complete ? -1 / 0 : 1 / 0;
  if (!complete) for (let commit2 of listed3) floor = Math.min(floor, time2(commit2.committed_at));
  for (let commit2 of listed3)
    graph.commits.set(commit2.sha, commit2), graph.floors.set(commit2.sha, Math.min(floor, graph.floors.get(commit2.sha) ?? 1 / 0));
}
function listedHas(graph, commit2, head) {
  let seen = /* @__PURE__ */ new Set([head]), queue = [head];
  for (let at = queue.pop(); at !== void 0; at = queue.pop()) {
    if (at === commit2) return !0;
    for (let parent of graph.commits.get(at)?.parents ?? [])
      seen.has(parent) || (seen.add(parent), queue.push(parent));
  }
  let floor = graph.floors.get(head);
  if (floor !== void 0)
    return floor === -1 / 0 || time2(graph.commits.get(commit2)?.committed_at ?? null) > floor + 864e5 ? !1 : void 0;
}
var withPrefix = (graph, prefix) => {
  let whole = graph.commits.get(prefix);
  return whole ? [whole] : [...graph.commits.values()].filter((commit2) => commit2.sha.startsWith(prefix));
};

// src/fixes/ancestry.ts
var MAX_DEPTH = 8;
function ancestry(repository) {
  let { graph } = repository, asked = /* @__PURE__ */ new Map(), takenBack = [];
  for (let commit2 of graph.commits.values()) {
    let found = reverts(commit2.message, repository.name);
    found.commits.length + found.pulls.length > 0 && takenBack.push({ sha: commit2.sha, ...found });
  }
  async function has(commit2, head, ask = !0) {
    if (head === null) return null;
    let listed3 = listedHas(graph, commit2, head);
    if (listed3 !== void 0) return listed3;
    let key = `${commit2}..${head}`, known = asked.get(key) ?? (ask ? repository.has(commit2, head) : null);
    return known !== null && asked.set(key, known), known;
  }
  async function merged(commit2, target) {
    return target.parents.length < 2 ? !1 : await has(commit2, target.sha) === !0 && await has(commit2, target.parents[0]) === !1;
  }
  async function hits2(revert, commit2) {
    let message = graph.commits.get(commit2)?.message, pull3 = message === void 0 ? null : landedPull(message);
    if (pull3 !== null && revert.pulls.includes(pull3)) return !0;
    for (let prefix of revert.commits) {
      if (commit2.startsWith(prefix)) return !0;
      let target = graph.commits.get(prefix);
      if (target && await merged(commit2, target)) return !0;
    }
    return !1;
  }
  async function one(commit2, head, ask, depth2 = 0) {
    let there = await has(commit2, head, ask);
    if (there !== !0 || depth2 > MAX_DEPTH) return { has: there, revert: null };
    for (let revert of takenBack)
      if (revert.sha !== commit2 && await hits2(revert, commit2) && (await one(revert.sha, head, ask, depth2 + 1)).has === !0)
        return { has: !1, revert: revert.sha };
    return { has: !0, revert: null };
  }
  return {
    has,
    async effect(copies, head, ask = !0) {
      let all = { has: !1, revert: null };
      for (let copy of copies) {
        let effect = await one(copy, head, ask);
        if (effect.has === !0) return effect;
        all = { has: effect.has === null ? null : all.has, revert: effect.revert ?? all.revert };
      }
      return all;
    }
  };
}
function picked(graph, commit2) {
  let group = [commit2.sha, ...originals(graph, commit2)];
  for (let other of graph.commits.values())
    pickedFrom(other.message).some((from) => group.some((sha) => sha.startsWith(from))) && group.push(other.sha);
  return [...new Set(group)];
}
var originals = (graph, commit2) => pickedFrom(commit2.message).flatMap(
  (from) => from.length === 40 ? [from] : [...graph.commits.keys()].filter((sha) => sha.startsWith(from))
);

// src/fixes/commit-fact.ts
var HASH = /^[0-9a-f]{4,40}$/, noCommit = (why3) => ({
  sha: null,
  title: null,
  url: null,
  committed_at: null,
  landed: null,
  contained_in: {},
  reverted_by: null,
  why: why3
});
async function find(repository, written) {
  let ref = written.toLowerCase();
  if (!HASH.test(ref)) return { why: `\`${written.slice(0, 50)}\` is not a commit hash` };
  let listed3 = withPrefix(repository.graph, ref);
  return listed3.length > 1 ? { why: `${ref} is ambiguous: ${listed3.length} commits begin so` } : listed3[0] && ref.length >= 7 ? listed3[0] : await repository.find(ref);
}
async function commitFact(world, ref, bringing) {
  let { repository, known, heads, pulls: pulls3 } = world, { merge } = repository, commit2 = await find(repository, ref);
  if ("why" in commit2) return noCommit(commit2.why);
  let base = repository.base?.tip ?? null, copies = [.../* @__PURE__ */ new Set([...picked(repository.graph, commit2), ...await repository.copies(commit2)])], tested = await known.effect(copies, repository.tested), onBase2 = () => known.effect(copies, base, repository.cheap || tested.has !== !0), landed2 = await onBase2(), contained = {};
  if (tested.has !== !0 && landed2.has !== !0 && landed2.revert === null) {
    for (let pull3 of bringing ? [bringing] : await repository.pullsOf(commit2))
      pulls3[pull3.number] ??= pull3, pull3.state === "merged" && pull3.merge_commit ? copies.push(pull3.merge_commit) : pull3.state === "open" && pull3.head && (contained[pull3.head] = !0);
    tested = await known.effect(copies, repository.tested), landed2 = await onBase2(), repository.tested && await known.has(repository.tested, commit2.sha) && (contained[commit2.sha] = !0);
  }
  for (let head of heads)
    HASH.test(head) && (contained[head] = (await known.effect(copies, head, repository.cheap)).has);
  repository.tested && (contained[repository.tested] = tested.has);
  let ran = merge === null ? tested : await known.effect(copies, merge);
  merge !== null && (contained[merge] = ran.has);
  let open = tested.has === null || landed2.has === null || ran.has === null;
  return {
    sha: commit2.sha,
    title: subject(commit2.message) || null,
    url: commit2.url,
    committed_at: commit2.committed_at,
    landed: landed2.has,
    contained_in: contained,
    reverted_by: ran.has === !0 || landed2.has === !0 ? null : landed2.revert ?? ran.revert ?? tested.revert,
    why: open ? repository.doubt() : null
  };
}

// src/fixes/lookup.ts
var MAX_COMMITS = 200, MAX_CLAIMS = 100, MAX_HEADS = 30, noFacts = (tested, base, incomplete2 = []) => ({
  tested,
  base,
  // Keyed by what a catalog writes: `__proto__` must be a key like others.
  commits: /* @__PURE__ */ Object.create(null),
  pulls: {},
  issues: {},
  trailers: [],
  mentions: [],
  incomplete: incomplete2
});
async function lookup(repository, wanted2) {
  let facts2 = noFacts(repository.tested, repository.base?.name ?? wanted2.base);
  repository.merge !== null && (facts2.merge = repository.merge);
  let patterns = new Set(wanted2.causes.map((cause3) => cause3.pattern));
  fromCommits(repository, wanted2, patterns, facts2), fromThreads(repository, wanted2, patterns, facts2), facts2.trailers.splice(MAX_CLAIMS), facts2.mentions.splice(MAX_CLAIMS);
  let heads = wanted2.heads.slice(-MAX_HEADS), declared2 = wanted2.causes.flatMap((cause3) => [...cause3.fixes].reverse()), known = ancestry(repository), add = async (ref, brings) => {
    if (Object.hasOwn(facts2.commits, ref) || Object.keys(facts2.commits).length >= MAX_COMMITS) return;
    let pull3 = facts2.trailers.find((trailer) => trailer.commit === ref && trailer.pull !== null)?.pull, bringing = brings ?? (pull3 ? facts2.pulls[pull3] : void 0);
    facts2.commits[ref] = await commitFact({ repository, known, heads, pulls: facts2.pulls }, ref, bringing);
  };
  for (let fix of declared2) fix.commit !== void 0 && await add(fix.commit);
  for (let trailer of facts2.trailers) await add(trailer.commit);
  let named = (type) => facts2.mentions.filter((m) => m.type === type).map((m) => m.number);
  for (let number3 of [...declared2.flatMap((fix) => fix.pull ?? []), ...named("pull")])
    facts2.pulls[number3] ??= await repository.pull(number3);
  for (let number3 of [...declared2.flatMap((fix) => fix.issue ?? []), ...named("issue")])
    facts2.issues[number3] ??= await repository.issue(number3);
  for (let pull3 of Object.values(facts2.pulls)) {
    let landed2 = pull3.state === "merged" ? pull3.merge_commit : pull3.state === "open" ? pull3.head : null;
    landed2 !== null && await add(landed2, pull3);
  }
  let open = new Set(wanted2.causes.filter((cause3) => !settled(cause3, facts2)).map((cause3) => cause3.pattern));
  open.size > 0 && await fromOpenPulls(repository, open, facts2);
  for (let trailer of facts2.trailers) await add(trailer.commit);
  return facts2;
}
function settled({ pattern: pattern3, fixes: fixes2 }, facts2) {
  let lacking = (fact) => fact?.landed === !0 && facts2.tested !== null && fact.contained_in[facts2.merge ?? facts2.tested] === !1, commits2 = [
    ...fixes2.flatMap((fix) => fix.commit ?? []),
    ...facts2.trailers.filter((trailer) => trailer.pattern === pattern3).map((trailer) => trailer.commit)
  ], pulls3 = [
    ...fixes2.flatMap((fix) => fix.pull ?? []),
    ...facts2.mentions.filter((m) => m.type === "pull" && m.pattern === pattern3).map((m) => m.number)
  ].flatMap((number3) => facts2.pulls[number3] ?? []);
  return commits2.some((commit2) => lacking(facts2.commits[commit2])) || pulls3.some(
    ({ state, merge_commit }) => state === "open" || merge_commit !== null && lacking(facts2.commits[merge_commit])
  );
}
var issuesOf = (wanted2) => wanted2.causes.flatMap(
  ({ pattern: pattern3, fixes: fixes2 }) => fixes2.flatMap(
    ({ issue: issue2, services }) => issue2 === void 0 ? [] : (services.length > 0 ? services : [null]).map((service2) => ({ issue: issue2, pattern: pattern3, service: service2 }))
  )
);
function fromCommits(repository, wanted2, patterns, facts2) {
  let issues2 = issuesOf(wanted2);
  for (let { sha, message } of repository.graph.commits.values()) {
    for (let claim of trailers(message))
      patterns.has(claim.pattern) && facts2.trailers.push({ commit: sha, pull: null, ...claim });
    let closed = closes(message, repository.name);
    for (let { issue: issue2, pattern: pattern3, service: service2 } of issues2)
      closed.includes(issue2) && facts2.trailers.push({ commit: sha, pattern: pattern3, service: service2, pull: null });
  }
}
function fromThreads(repository, wanted2, patterns, facts2) {
  let issues2 = issuesOf(wanted2);
  for (let { type, number: number3, body } of repository.threads)
    for (let claim of mentions(body))
      patterns.has(claim.pattern) && (facts2.mentions.push({ type, number: number3, ...claim }), type === "issue" && issues2.push({ issue: number3, ...claim }));
  for (let { type, number: number3, body, closes: linked = [] } of repository.threads) {
    if (type !== "pull") continue;
    let closed = [...closes(body, repository.name), ...linked];
    for (let { issue: issue2, pattern: pattern3, service: service2 } of issues2)
      closed.includes(issue2) && facts2.mentions.push({ type, number: number3, pattern: pattern3, service: service2 });
  }
}
async function fromOpenPulls(repository, patterns, facts2) {
  for (let { pull: pull3, commit: commit2 } of await repository.openCommits())
    for (let claim of trailers(commit2.message))
      patterns.has(claim.pattern) && (facts2.pulls[pull3.number] = pull3, repository.graph.commits.set(commit2.sha, repository.graph.commits.get(commit2.sha) ?? commit2), facts2.trailers.push({ commit: commit2.sha, pull: pull3.number, ...claim }));
}

// src/fixes/git.ts
var MAX_COMMITS2 = 2e3, HASH2 = /^[0-9a-f]{4,40}$/, BRANCH = /^(?!.*\.\.)[A-Za-z0-9_][\w./+#-]{0,200}$/, RECORD2 = "%H%x1f%P%x1f%cI%x1f%an <%ae> %at%x1f%B";
async function factsFromClone(options) {
  let { dir, wanted: wanted2 } = options;
  if (wanted2.causes.length === 0) return noFacts(wanted2.tested, wanted2.base);
  let git = gitIn(dir), notes = [], shallow = await depth(git), short2 = shallow === null ? null : `the clone is shallow (${shallow} commits deep): fetch it with fetch-depth: 0`, graph = emptyGraph(), read = async (tip) => {
    if (tip === null || graph.floors.has(tip)) return;
    let listed3 = await log(git, tip);
    addListing(graph, listed3, listed3.length < MAX_COMMITS2 && shallow === null);
  }, tested = await hash(git, wanted2.tested), merge = await hash(git, wanted2.merge_sha ?? null), base = await baseBranch2(git, wanted2.base);
  await read(tested), await read(merge), await read(base?.tip ?? null);
  for (let head of wanted2.heads) await read(await hash(git, head));
  wanted2.tested !== null && tested === null && notes.push({
    what: `commit ${wanted2.tested.slice(0, 40)}`,
    why: short2 ?? "the clone does not have it: fetch its branch"
  }), base === null ? notes.push({ what: "base branch", why: `the clone has no ${wanted2.base ?? "origin/HEAD, main or master"}` }) : short2 !== null && notes.push({ what: "history of the clone", why: short2 });
  let repository = {
    name: wanted2.repository,
    graph,
    tested,
    merge: merge ?? wanted2.merge_sha ?? null,
    cheap: !0,
    base,
    threads: [],
    ...askClone(git, graph, short2),
    doubt: () => short2 ?? (tested === null ? "the clone does not have the tested commit" : null) ?? (wanted2.merge_sha && merge === null ? "the clone does not have the merge commit that was built" : null) ?? (base === null ? "the clone has no base branch" : null)
  }, facts2 = await lookup(repository, wanted2);
  return Object.keys(facts2.issues).length + Object.values(facts2.pulls).filter((pull3) => pull3.why).length > 0 && notes.push({
    what: "issues and pull requests",
    why: "a clone does not know their state: leave --repo out to ask GitHub"
  }), facts2.incomplete.push(...notes), facts2;
}
async function depth(git) {
  let { stdout } = await git(["rev-parse", "--is-shallow-repository"]);
  if (stdout.trim() !== "true") return null;
  let { stdout: count3 } = await git(["rev-list", "--count", "--all", "--max-count=100000"]);
  return Number(count3.trim()) || 1;
}
async function hash(git, ref) {
  if (ref === null || !HASH2.test(ref)) return null;
  let { code: code2, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  return code2 === 0 && stdout.startsWith(ref) ? stdout.trim() : null;
}
async function baseBranch2(git, wanted2) {
  let names3 = [];
  if (wanted2 !== null) names3.push(wanted2);
  else {
    let { stdout } = await git(["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]), name = stdout.trim().replace(/^refs\/remotes\/origin\//, "");
    names3.push(...name ? [name] : [], "main", "master");
  }
  for (let name of names3)
    if (BRANCH.test(name))
      for (let ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`]) {
        let { code: code2, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
        if (code2 === 0) return { name, tip: stdout.trim() };
      }
  return null;
}
async function log(git, tip) {
  let { stdout } = await git(["log", "-z", `--format=${RECORD2}`, `--max-count=${MAX_COMMITS2}`, tip, "--"]);
  return stdout.split("\0").flatMap((record3) => {
    let [sha, parents, at, author, message] = record3.split("");
    return !sha || message === void 0 ? [] : [
      {
        sha,
        parents: parents.split(" ").filter(Boolean),
        committed_at: at,
        author,
        message,
        url: null
      }
    ];
  });
}

// src/fixes/github-commits.ts
var asCommit = (rest2) => ({
  sha: rest2.sha,
  parents: rest2.parents.map((parent) => parent.sha),
  message: rest2.commit.message,
  committed_at: rest2.commit.committer?.date ?? null,
  author: rest2.commit.author ? `${rest2.commit.author.name} <${rest2.commit.author.email}> ${rest2.commit.author.date}` : null,
  url: rest2.html_url
});
function askCommits(calls, client, at, graph, tested, lost = null) {
  let compared = /* @__PURE__ */ new Map();
  async function compare2(from, to) {
    let found = await calls.get(
      "contents: read",
      (signal) => client.request("GET /repos/{owner}/{repo}/compare/{basehead}", {
        ...at,
        basehead: `${from}...${to}`,
        per_page: 1,
        request: { signal }
      })
    );
    if (!("data" in found)) return found;
    let { status: status2, base_commit } = found.data;
    return compared.set(`${base_commit.sha}..${to}`, status2 === "ahead" || status2 === "identical"), compared.set(`${to}..${base_commit.sha}`, status2 === "behind" || status2 === "identical"), found;
  }
  let keep = (rest2, ref) => {
    let commit2 = asCommit(rest2);
    return commit2.sha.startsWith(ref) ? (graph.commits.set(commit2.sha, graph.commits.get(commit2.sha) ?? commit2), commit2) : null;
  };
  return {
    async find(ref) {
      let found = { why: "", missing: !0 };
      if (tested !== null) {
        let both = await compare2(ref, tested);
        if ("data" in both) {
          let commit2 = keep(both.data.base_commit, ref);
          if (commit2) return commit2;
        } else found = both;
      }
      if ("missing" in found && found.missing && (found = await calls.get(
        "contents: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/commits/{ref}", { ...at, ref, request: { signal } })
      )), "data" in found) {
        let commit2 = keep(found.data, ref);
        return commit2 || { why: `${ref} is not a commit of ${at.owner}/${at.repo}` };
      }
      let also = ref.length < 40 ? ", or several begin so" : "";
      return { why: found.missing ? `no commit ${ref} in ${at.owner}/${at.repo}${also}` : found.why };
    },
    async has(commit2, head) {
      let known = compared.get(`${commit2}..${head}`);
      return known !== void 0 ? known : (head !== lost && await compare2(commit2, head), compared.get(`${commit2}..${head}`) ?? null);
    },
    copies: async (commit2) => copiesOf(graph, commit2)
  };
}
function copiesOf(graph, commit2) {
  let same = (other) => commit2.author !== null && other.author === commit2.author && subject(other.message) === subject(commit2.message);
  return [...graph.commits.values()].filter(same).map((other) => other.sha);
}

// src/fixes/github-threads.ts
var MAX_OPEN_PULLS = 5, asThread = (rest2) => ({
  type: rest2.pull_request ? "pull" : "issue",
  number: rest2.number,
  title: rest2.title.slice(0, 200),
  url: rest2.html_url,
  body: rest2.body ?? "",
  state: rest2.pull_request?.merged_at ? "merged" : rest2.state === "open" ? "open" : "closed"
}), asPull = (rest2) => ({
  number: rest2.number,
  title: rest2.title.slice(0, 200),
  url: rest2.html_url,
  state: rest2.merged_at ? "merged" : rest2.state === "open" ? "open" : "closed",
  merge_commit: rest2.merged_at ? rest2.merge_commit_sha : null,
  head: rest2.head.sha,
  why: null
});
function askThreads(calls, client, at, graph, threads) {
  let listed3 = (type, number3) => threads.find((thread) => thread.type === type && thread.number === number3), fromThread = (thread) => {
    let { number: number3, title: title5, url: url2 } = thread, landed2 = [...graph.commits.values()].find((commit2) => landedPull(commit2.message) === number3), merge_commit = thread.state === "merged" ? landed2?.sha ?? null : null;
    return { number: number3, title: title5, url: url2, state: thread.state, merge_commit, head: null, why: null };
  };
  return {
    threads,
    async pullsOf(commit2) {
      let found = await calls.get(
        "pull-requests: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
          ...at,
          commit_sha: commit2.sha,
          per_page: 10,
          request: { signal }
        })
      );
      return "data" in found ? found.data.map((pull3) => asPull(pull3)) : [];
    },
    async pull(number3) {
      let thread = listed3("pull", number3), known = thread ? fromThread(thread) : null;
      if (known?.state === "closed" || known?.merge_commit) return known;
      let found = await calls.get(
        "pull-requests: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
          ...at,
          pull_number: number3,
          request: { signal }
        })
      );
      if ("data" in found) return asPull(found.data);
      if (known) return { ...known, why: found.why };
      let why3 = found.missing ? `no pull request #${number3} in ${at.owner}/${at.repo}` : found.why;
      return { number: number3, title: null, url: null, state: null, merge_commit: null, head: null, why: why3 };
    },
    async issue(number3) {
      let thread = listed3("issue", number3);
      if (thread)
        return {
          number: number3,
          title: thread.title,
          url: thread.url,
          state: thread.state,
          why: null
        };
      let found = await calls.get(
        "issues: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
          ...at,
          issue_number: number3,
          request: { signal }
        })
      );
      if ("data" in found) {
        let { title: title5, html_url, state } = found.data;
        return {
          number: number3,
          title: title5.slice(0, 200),
          url: html_url,
          state: state === "open" ? "open" : "closed",
          why: null
        };
      }
      let why3 = found.missing ? `no issue #${number3} in ${at.owner}/${at.repo}` : found.why;
      return { number: number3, title: null, url: null, state: null, why: why3 };
    },
    async openCommits() {
      let all = [], open = threads.filter((thread) => thread.type === "pull" && thread.state === "open");
      for (let thread of open.slice(0, MAX_OPEN_PULLS)) {
        if (calls.left() === 0) break;
        let found = await calls.get(
          "pull-requests: read",
          (signal) => client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/commits", {
            ...at,
            pull_number: thread.number,
            per_page: 100,
            request: { signal }
          })
        );
        if (!("data" in found)) continue;
        let commits2 = found.data.map((rest2) => asCommit(rest2)), pull3 = { ...fromThread(thread), head: commits2.at(-1)?.sha ?? null };
        for (let commit2 of commits2) all.push({ pull: pull3, commit: commit2 });
      }
      return all;
    }
  };
}

// src/fixes/github-rest.ts
var PAGE = 100, MANY = 4, MAX_PAGES = 8, MAX_HEAD_LISTINGS = 2, isHash = (text6) => text6 !== null && /^[0-9a-f]{4,40}$/.test(text6);
async function factsFromRest(options, calls) {
  let { wanted: wanted2, client, owner, repo } = options, at = { owner, repo }, graph = emptyGraph(), list3 = lister(calls, client, at, graph), base = wanted2.base;
  if (base === null) {
    let found = await calls.get(
      "contents: read",
      (signal) => client.request("GET /repos/{owner}/{repo}", { ...at, request: { signal } })
    );
    "data" in found && (base = found.data.default_branch);
  }
  let [tip, threads] = await Promise.all([
    base === null ? null : list3(base, 1),
    calls.get(
      "issues: read",
      (signal) => client.request("GET /repos/{owner}/{repo}/issues", {
        ...at,
        state: "all",
        sort: "updated",
        direction: "desc",
        per_page: PAGE,
        request: { signal }
      })
    )
  ]), { merge_sha: merge = null } = wanted2;
  isHash(merge) && !graph.floors.has(merge) && await list3(merge, 1);
  let tested = isHash(wanted2.tested) ? graph.floors.has(wanted2.tested) ? wanted2.tested : await list3(wanted2.tested, 1) : null, listed3 = 0;
  for (let head of [...wanted2.heads].reverse()) {
    if (graph.commits.has(head) || listed3 === MAX_HEAD_LISTINGS) break;
    isHash(head) && head.length === 40 && ++listed3 && await list3(head, 1);
  }
  tip && base !== null && await deepen(list3, base, graph, wanted2);
  let testedSha = tested ?? (isHash(wanted2.tested) && wanted2.tested.length === 40 ? wanted2.tested : null), lost = merge !== null && !graph.floors.has(merge) ? `GitHub does not have the merge commit ${merge.slice(0, 9)} any more` : null, repository = {
    name: `${owner}/${repo}`,
    graph,
    tested: testedSha,
    merge,
    cheap: !1,
    base: base === null ? null : { name: base, tip },
    ...askCommits(calls, client, at, graph, testedSha, lost === null ? null : merge),
    ...askThreads(calls, client, at, graph, "data" in threads ? threads.data.map(asThread) : []),
    doubt: () => calls.doubt() ?? lost
  }, facts2 = await lookup(repository, wanted2);
  return (graph.commits.size === 0 || !("data" in threads) && calls.left() === 0) && (facts2.searched = !1), facts2;
}
function lister(calls, client, at, graph) {
  let known = /* @__PURE__ */ new Map();
  return async (ref, pages) => {
    let listing = known.get(ref) ?? { commits: [], complete: !1 };
    known.set(ref, listing);
    for (let page3 = listing.commits.length / PAGE + 1; page3 <= pages && !listing.complete; page3++) {
      let found = await calls.get(
        "contents: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/commits", {
          ...at,
          sha: ref,
          per_page: PAGE,
          page: page3,
          request: { signal }
        })
      );
      if (!("data" in found)) break;
      listing.commits.push(...found.data.map(asCommit)), listing.complete = found.data.length < PAGE;
    }
    return addListing(graph, listing.commits, listing.complete), listing.commits[0]?.sha ?? null;
  };
}
async function deepen(list3, ref, graph, wanted2) {
  let refs = new Set(
    wanted2.causes.flatMap((cause3) => cause3.fixes.flatMap((fix) => fix.commit?.toLowerCase() ?? []))
  );
  for (let page3 = 2; page3 <= MAX_PAGES; page3++) {
    let missing2 = [...refs].filter((hash3) => withPrefix(graph, hash3).length === 0), before2 = graph.commits.size;
    if (missing2.length <= MANY || (await list3(ref, page3), graph.commits.size === before2)) return;
  }
}

// src/fixes/graphql-query.ts
var FRAGMENTS = {
  Message: "on Commit {oid message committedDate url author {name email date} parents(first: 20) {nodes {oid}}}",
  Page: "on CommitHistoryConnection {nodes {...Message} pageInfo {hasNextPage endCursor}}",
  Listed: "on Commit {oid history(first: 100) {...Page}}",
  Pull: "on PullRequest {number title url body updatedAt pullState: state headRefOid mergeCommit {...Message} closingIssuesReferences(first: 10) {nodes {number repository {nameWithOwner}}}}",
  Told: "on Issue {number title url body updatedAt issueState: state}",
  Found: "on Commit {...Message associatedPullRequests(first: 10) {nodes {...Pull}}}"
}, text3 = (value) => JSON.stringify(value), NEWEST2 = "orderBy: {field: UPDATED_AT, direction: DESC}", pulls = (numbers) => numbers.map(
  (n, i) => `p${i}: pullRequest(number: ${n}) {...Pull commits(last: 1) {nodes {commit {...Message}}}}`
), issues = (numbers) => numbers.map((n, i) => `i${i}: issueOrPullRequest(number: ${n}) {...Told ...Pull}`), commits = (refs) => refs.map((ref, i) => `f${i}: object(expression: ${text3(ref)}) {...Found}`);
function document(parts, searches = []) {
  let body = `query($owner: String!, $name: String!) {
${[...Object.entries(parts).filter(([, fields]) => fields.length > 0).map(([name, fields]) => `${name}: repository(owner: $owner, name: $name) {
${fields.join(`
`)}
}`), ...searches].join(`
`)}
}`, used = /* @__PURE__ */ new Map(), use = (from) => {
    for (let [, name] of from.matchAll(/\.\.\.([A-Z]\w*)/g))
      used.has(name) || (used.set(name, `fragment ${name} ${FRAGMENTS[name]}`), use(FRAGMENTS[name]));
  };
  return use(body), [body, ...used.values()].join(`
`);
}
function firstQuery(options) {
  let { base, tips, asked, patterns, repository } = options, branch = base === null ? "defaultBranchRef" : `ref(qualifiedName: ${text3(`refs/heads/${base}`)})`, listings = Object.entries(tips).map(
    ([name, sha]) => `${name}: object(expression: ${text3(sha)}) {...Listed}`
  ), searches = (patterns.length > 4 ? ["e2e-triage"] : patterns.map((pattern3) => `e2e-triage: ${pattern3}`)).flatMap(
    (phrase) => ["issue", "pr"].map((kind) => `repo:${repository} is:${kind} in:body sort:updated-desc "${phrase}"`)
  ).map(
    (query, i) => `s${i}: search(type: ISSUE, first: 50, query: ${text3(query)}) {nodes {...Told ...Pull}}`
  ), code2 = [`base: ${branch} {name target {...Listed}}`, ...listings, ...commits(asked.commits)], talk = [
    `newest: pullRequests(first: 100, ${NEWEST2}) {nodes {...Pull}}`,
    `open: pullRequests(first: 10, states: [OPEN], ${NEWEST2}) {nodes {number commits(last: 50) {nodes {commit {...Message}}}}}`,
    ...pulls(asked.pulls)
  ], told = [`newest: issues(first: 100, ${NEWEST2}) {nodes {...Told}}`, ...issues(asked.issues)];
  return document({ code: code2, talk, told }, searches);
}
function nextQuery(questions, base) {
  let { pairs, older } = questions, window = (pair, first) => {
    let since = `${new Date(Date.parse(pair.at) - 864e5).toISOString().slice(0, 19)}Z`;
    return `history(first: ${first}, since: ${text3(since)}, until: ${text3(pair.at)})`;
  }, windows = pairs.flatMap((pair, i) => [
    `w${i}: object(expression: ${text3(pair.head)}) {... on Commit {${window(pair, 100)} {nodes {oid} pageInfo {hasNextPage}}}}`,
    `c${i}: object(expression: ${text3(pair.commit)}) {... on Commit {${window(pair, 1)} {nodes {oid}}}}`
  ]), compared = pairs.flatMap(
    (pair, i) => pair.head === base?.tip ? [`b${i}: compare(headRef: ${text3(pair.commit)}) {status}`] : []
  ), code2 = [
    ...commits(questions.commits),
    ...windows,
    ...base && compared.length > 0 ? [`base: ref(qualifiedName: ${text3(`refs/heads/${base.name}`)}) {
${compared.join(`
`)}
}`] : [],
    ...older ? [
      `older: object(expression: ${text3(older.tip)}) {... on Commit {history(first: 100, after: ${text3(older.cursor)}) {...Page}}}`
    ] : []
  ];
  return document({ code: code2, talk: pulls(questions.pulls), told: issues(questions.issues) });
}
var isHash2 = (value) => value !== null && /^[0-9a-f]{4,40}$/.test(value);
function declared({ causes: causes2 }) {
  let fixes2 = causes2.flatMap((cause3) => cause3.fixes), once2 = (values) => [...new Set(values)].slice(0, 100);
  return {
    commits: once2(fixes2.flatMap((fix) => fix.commit?.toLowerCase() ?? []).filter(isHash2)),
    pulls: once2(fixes2.flatMap((fix) => fix.pull ?? [])),
    issues: once2(fixes2.flatMap((fix) => fix.issue ?? []))
  };
}

// src/fixes/graphql-known.ts
var nothingKnown = () => ({
  base: null,
  tips: /* @__PURE__ */ new Map(),
  listings: /* @__PURE__ */ new Map(),
  commits: /* @__PURE__ */ new Map(),
  bringing: /* @__PURE__ */ new Map(),
  pulls: /* @__PURE__ */ new Map(),
  issues: /* @__PURE__ */ new Map(),
  threads: /* @__PURE__ */ new Map(),
  open: [],
  has: /* @__PURE__ */ new Map(),
  gone: /* @__PURE__ */ new Set(),
  refused: /* @__PURE__ */ new Set()
});
function graphOf(known) {
  let graph = emptyGraph();
  for (let { commits: commits2, cursor } of known.listings.values()) addListing(graph, commits2, cursor === null);
  return graph;
}
var commitOf = (known, graph, ref) => graph.commits.get(ref) ?? (isHash2(ref) ? known.commits.get(ref) : null);

// src/fixes/graphql-answer.ts
var nodes = (connection) => (connection?.nodes ?? []).filter((node) => node !== null), isPull = (part) => "pullState" in part, asCommit2 = (part) => ({
  sha: part.oid,
  parents: nodes(part.parents).map((parent) => parent.oid),
  message: part.message,
  committed_at: part.committedDate,
  author: part.author ? `${part.author.name} <${part.author.email}> ${part.author.date}` : null,
  url: part.url
}), lower = (state) => state.toLowerCase(), title2 = (part) => part.title.slice(0, 200), asPull2 = (part) => ({
  number: part.number,
  title: title2(part),
  url: part.url,
  state: lower(part.pullState),
  merge_commit: part.mergeCommit?.oid ?? null,
  head: part.headRefOid,
  why: null
}), asIssue = (part) => ({
  number: part.number,
  title: title2(part),
  url: part.url,
  state: (isPull(part) ? part.pullState : part.issueState) === "OPEN" ? "open" : "closed",
  why: null
}), asThread2 = (part, repository) => ({
  type: isPull(part) ? "pull" : "issue",
  number: part.number,
  title: title2(part),
  url: part.url,
  body: part.body,
  state: lower(isPull(part) ? part.pullState : part.issueState),
  ...isPull(part) ? {
    closes: nodes(part.closingIssuesReferences).filter((issue2) => issue2.repository.nameWithOwner.toLowerCase() === repository.toLowerCase()).map((issue2) => issue2.number)
  } : {}
});

// src/fixes/graphql-learn.ts
function learnFirst(known, reply, tips, asked, repository) {
  let data = reply.data ?? {}, { code: code2, talk, told } = data, base = code2?.base, baseTip = base?.target ? learnListing(known, base.target) : null;
  base && baseTip !== null && (known.base = { name: base.name, tip: baseTip });
  for (let [name, sha] of Object.entries(tips)) {
    let tip = learnListing(known, code2?.[name]);
    tip?.startsWith(sha) ? known.tips.set(name, tip) : code2 && !brokenAt(reply).has(`code.${name}`) && known.gone.add(sha);
  }
  let found = Object.entries(data).flatMap(
    ([name, part]) => /^s\d+$/.test(name) ? nodes(part) : []
  ), listed3 = [
    ...nodes(talk?.newest),
    ...nodes(told?.newest),
    ...found
  ];
  for (let part of listed3.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)))
    learnTold(known, part, repository);
  for (let { number: number3, commits: commits2 } of nodes(talk?.open)) {
    let pull3 = known.pulls.get(number3);
    if (pull3)
      for (let { commit: commit2 } of nodes(commits2)) known.open.push({ pull: pull3, commit: learnCommit(known, commit2) });
  }
  learnAsked(known, reply, asked);
}
function learnNext(known, reply, questions) {
  learnAsked(known, reply, questions);
  let code2 = reply.data?.code, compared = code2?.base;
  for (let [i, { commit: commit2, head }] of questions.pairs.entries()) {
    let status2 = compared?.[`b${i}`]?.status, there = status2 ? status2 === "BEHIND" || status2 === "IDENTICAL" : windowTells(code2, i, commit2);
    known.has.set(`${commit2}..${head}`, there);
  }
  let { older } = questions, listing = older && known.listings.get(older.tip);
  if (listing) {
    let page3 = code2?.older?.history;
    listing.commits.push(...nodes(page3).map(asCommit2)), listing.cursor = page3 ? cursorOf(page3) : UNKNOWN;
  }
}
var UNKNOWN = "", cursorOf = ({ pageInfo }) => pageInfo.hasNextPage ? pageInfo.endCursor ?? UNKNOWN : null;
function windowTells(code2, index, commit2) {
  let history2 = code2?.[`w${index}`]?.history, own = code2?.[`c${index}`]?.history;
  return history2 ? nodes(history2).some(({ oid }) => oid === commit2) ? !0 : nodes(own).some(({ oid }) => oid === commit2) && !history2.pageInfo.hasNextPage ? !1 : null : null;
}
function learnListing(known, listed3) {
  return !listed3?.oid || !listed3.history ? null : (known.listings.set(listed3.oid, {
    commits: nodes(listed3.history).map(asCommit2),
    cursor: cursorOf(listed3.history)
  }), listed3.oid);
}
function learnCommit(known, part) {
  let commit2 = asCommit2(part);
  return known.commits.set(commit2.sha, commit2), commit2;
}
function learnPull(known, part) {
  let pull3 = asPull2(part);
  known.pulls.set(pull3.number, pull3), part.mergeCommit && learnCommit(known, part.mergeCommit);
  for (let { commit: commit2 } of nodes(part.commits)) learnCommit(known, commit2);
  return pull3;
}
function learnTold(known, part, repository) {
  let thread = asThread2(part, repository), key = `${thread.type} ${thread.number}`;
  known.threads.has(key) || known.threads.set(key, thread), isPull(part) ? learnPull(known, part) : known.issues.set(part.number, asIssue(part));
}
var brokenAt = ({ errors = [] }) => new Set(errors.flatMap(({ type, path = [] }) => type === "NOT_FOUND" ? [] : [path.slice(0, 2).join(".")]));
function learnAsked(known, reply, asked) {
  let { code: code2, talk, told } = reply.data ?? {}, broken = brokenAt(reply), at = (name, part, key, what) => {
    if (part && (part[key] || !broken.has(`${name}.${key}`))) return part[key] ?? null;
    known.refused.add(what);
  };
  for (let [i, ref] of asked.commits.entries()) {
    let part = at("code", code2, `f${i}`, `commit ${ref}`);
    if (part === void 0) continue;
    let commit2 = part?.oid?.startsWith(ref) && part.message !== void 0 ? learnCommit(known, part) : null;
    known.commits.set(ref, commit2), commit2 && known.bringing.set(
      commit2.sha,
      nodes(part?.associatedPullRequests).map((pull3) => learnPull(known, pull3))
    );
  }
  for (let [i, number3] of asked.pulls.entries()) {
    let part = at("talk", talk, `p${i}`, `pull ${number3}`);
    part ? learnPull(known, part) : part === null && known.pulls.set(number3, null);
  }
  for (let [i, number3] of asked.issues.entries()) {
    let part = at("told", told, `i${i}`, `issue ${number3}`);
    part !== void 0 && known.issues.set(number3, part && asIssue(part));
  }
}

// src/fixes/graphql-repository.ts
var MAX_PAIRS = 40, MAX_ASKED = 50, noQuestions = () => ({ commits: [], pulls: [], issues: [], pairs: [], older: null }), isEmpty = ({ commits: commits2, pulls: pulls3, issues: issues2, pairs }) => commits2.length + pulls3.length + issues2.length + pairs.length === 0;
function inherited(known, graph, commit2, head) {
  for (let [key, there] of known.has) {
    if (there === null || !key.startsWith(`${commit2}..`)) continue;
    let other = key.slice(commit2.length + 2);
    if (there ? listedHas(graph, other, head) : listedHas(graph, head, other)) return there;
  }
}
function knownRepository(options) {
  let { name, known, calls, questions, tested, merge, base, lost } = options, graph = graphOf(known), unanswered = () => calls.doubt() ?? "it was not asked", room = () => (calls.left() === 0 && calls.exhausted(), calls.left() > 0);
  function ask(what, list3, question) {
    known.refused.has(`${what} ${question}`) || list3.includes(question) || !room() || list3.length < MAX_ASKED && list3.push(question);
  }
  function askPair(pair) {
    let { pairs } = questions;
    !pairs.some((other) => other.commit === pair.commit && other.head === pair.head) && room() && pairs.length < MAX_PAIRS && pairs.push(pair);
  }
  return {
    name,
    graph,
    tested,
    merge,
    cheap: !1,
    base,
    threads: [...known.threads.values()],
    async find(ref) {
      let commit2 = known.commits.get(ref);
      if (commit2 === void 0 && ask("commit", questions.commits, ref), commit2)
        return graph.commits.set(commit2.sha, graph.commits.get(commit2.sha) ?? commit2), commit2;
      let also = ref.length < 40 ? ", or several begin so" : "";
      return { why: commit2 === null ? `no commit ${ref} in ${name}${also}` : unanswered() };
    },
    async has(sha, head) {
      let answer2 = known.has.get(`${sha}..${head}`), told = typeof answer2 == "boolean" ? answer2 : inherited(known, graph, sha, head);
      if (told !== void 0) return told;
      if (answer2 === null || known.gone.has(head)) return null;
      let commit2 = commitOf(known, graph, sha);
      return commit2 === null ? !1 : (commit2 === void 0 ? ask("commit", questions.commits, sha) : commit2.committed_at !== null && askPair({ commit: sha, head, at: commit2.committed_at }), null);
    },
    copies: async (commit2) => copiesOf(graph, commit2),
    async pullsOf(commit2) {
      let pulls3 = known.bringing.get(commit2.sha);
      return pulls3 === void 0 && ask("commit", questions.commits, commit2.sha), pulls3 ?? [];
    },
    async pull(number3) {
      let pull3 = known.pulls.get(number3);
      pull3 === void 0 && ask("pull", questions.pulls, number3);
      let why3 = pull3 === null ? `no pull request #${number3} in ${name}` : unanswered();
      return pull3 ?? { number: number3, title: null, url: null, state: null, merge_commit: null, head: null, why: why3 };
    },
    async issue(number3) {
      let issue2 = known.issues.get(number3);
      issue2 === void 0 && ask("issue", questions.issues, number3);
      let why3 = issue2 === null ? `no issue #${number3} in ${name}` : unanswered();
      return issue2 ?? { number: number3, title: null, url: null, state: null, why: why3 };
    },
    openCommits: async () => known.open.map(({ pull: pull3, commit: commit2 }) => ({ pull: { ...pull3 }, commit: commit2 })),
    doubt: () => calls.doubt() ?? lost
  };
}

// src/fixes/graphql-send.ts
function missing(calls, errors = [], issues2) {
  let needs = { code: "contents", talk: "pull-requests", told: "issues" };
  for (let { type, path = [], message } of errors) {
    let part = path.includes("associatedPullRequests") ? "talk" : String(path[0]), aboutIssues = part === "told" || path.includes("closingIssuesReferences");
    if (type === "NOT_FOUND" || type === "FORBIDDEN" && aboutIssues && issues2.length === 0) continue;
    let need = aboutIssues ? "issues" : needs[part];
    calls.lacks(
      type === "FORBIDDEN" && need ? `GitHub refused it (403): the token needs \`${need}: read\`` : `GitHub answered: ${message.slice(0, 200)}`
    );
  }
}
async function send(calls, client, at, query) {
  let url2 = `${client.request.endpoint.DEFAULTS.baseUrl.replace(/\/v3\/?$/, "")}/graphql`, variables = { owner: at.owner, name: at.repo }, found = await calls.attempt(
    (signal) => client.request(`POST ${url2}`, { query, variables, request: { signal } })
  );
  if (!("data" in found)) return { why: found.why };
  let { data, errors } = found.data;
  return data === void 0 || data === null && !errors?.some((error) => error.path?.length) ? { why: errors?.[0]?.message.slice(0, 200) ?? "it answered nothing" } : found.data;
}

// src/fixes/graphql.ts
var MAX_HEADS2 = 2, REST_PAGE = 100, MAX_LISTED = 800;
async function factsFromGraphQL(options, calls) {
  let { wanted: wanted2, client, owner, repo } = options, name = `${owner}/${repo}`, { merge_sha: merge = null } = wanted2, known = nothingKnown(), tips = {};
  isHash2(wanted2.tested) && (tips.tested = wanted2.tested), isHash2(merge) && (tips.merge = merge);
  let heads = wanted2.heads.filter((head) => head.length === 40 && isHash2(head)).slice(-MAX_HEADS2);
  for (let [i, head] of heads.entries()) tips[`head${i}`] = head;
  let asked = declared(wanted2), first = { base: wanted2.base, tips, asked, repository: name }, patterns = wanted2.causes.map((cause3) => cause3.pattern), reply = await send(calls, client, { owner, repo }, firstQuery({ ...first, patterns }));
  if ("data" in reply && reply.data === null && reply.errors?.some((e) => /^s\d+$/.test(String(e.path?.[0]))) && (calls.lacks("GitHub could not search issues and pull requests"), reply = await send(calls, client, { owner, repo }, firstQuery({ ...first, patterns: [] }))), "why" in reply) return { refused: reply.why };
  if (!reply.data?.code)
    return { refused: reply.errors?.[0]?.message.slice(0, 200) ?? "it answered nothing" };
  learnFirst(known, reply, tips, asked, name), missing(calls, reply.errors, asked.issues), await listGone(calls, options, known, { merge, tested: wanted2.tested });
  let lost = [["merge commit", merge], ["tested commit", wanted2.tested]].filter(([, sha]) => sha !== null && known.gone.has(sha)).map(([what, sha]) => `GitHub does not have the ${what} ${sha.slice(0, 9)} any more`)[0] ?? null, whole = wanted2.tested?.length === 40 && isHash2(wanted2.tested) ? wanted2.tested : null;
  for (; ; ) {
    let questions = noQuestions(), base = known.base ?? (wanted2.base === null ? null : { name: wanted2.base, tip: null }), tested = known.tips.get("tested") ?? whole, repository = knownRepository({ name, known, calls, questions, tested, merge, base, lost }), facts2 = await lookup(repository, wanted2);
    if (isEmpty(questions))
      return known.listings.size === 0 && (facts2.searched = !1), facts2;
    let { listings, base: branch } = known, listing = branch && listings.get(branch.tip);
    branch && listing?.cursor && listing.commits.length < MAX_LISTED && isOlder(questions, listing.commits) && (questions.older = { tip: branch.tip, cursor: listing.cursor }), await answer(calls, options, known, questions);
  }
}
async function listGone(calls, { client, owner, repo }, known, shas) {
  let [name, sha] = Object.entries(shas).find(([, one]) => one?.length === 40 && known.gone.has(one)) ?? [];
  if (!name || !sha) return;
  let found = await calls.get(
    "contents: read",
    (signal) => client.request("GET /repos/{owner}/{repo}/commits", {
      owner,
      repo,
      sha,
      per_page: REST_PAGE,
      request: { signal }
    })
  );
  if (!("data" in found)) return;
  let commits2 = found.data.map((commit2) => asCommit(commit2));
  known.listings.set(sha, { commits: commits2, cursor: commits2.length < REST_PAGE ? null : UNKNOWN }), known.gone.delete(sha), known.tips.set(name, sha);
  let { tested } = shas;
  tested !== null && commits2.some((commit2) => commit2.sha === tested) && known.gone.delete(tested);
}
var isOlder = ({ pairs }, listed3) => {
  let last = listed3.at(-1)?.committed_at ?? "";
  return pairs.some((pair) => Date.parse(pair.at) < Date.parse(last));
};
async function answer(calls, options, known, questions) {
  let { client, owner, repo } = options, reply = await send(calls, client, { owner, repo }, nextQuery(questions, known.base));
  "why" in reply ? calls.lacks(`GitHub refused GraphQL (${reply.why})`) : missing(calls, reply.errors, questions.issues), learnNext(known, "why" in reply ? {} : reply, questions);
  let graph = graphOf(known), rest2 = askCommits(calls, client, { owner, repo }, graph, null), { merge_sha } = options.wanted, late = (pair) => +(pair.head !== merge_sha);
  for (let { commit: commit2, head } of questions.pairs.toSorted((a, b) => late(a) - late(b))) {
    let key = `${commit2}..${head}`;
    known.has.get(key) === null && inherited(known, graph, commit2, head) === void 0 && calls.left() > 0 && known.has.set(key, await rest2.has(commit2, head));
  }
}

// src/fixes/github.ts
var MAX_CALLS = 40, REST_CALLS = 3;
async function factsFromGitHub(options) {
  let { wanted: wanted2, client, deadline } = options, { length: causes2 } = wanted2.causes;
  if (causes2 === 0) return noFacts(wanted2.tested, wanted2.base);
  let used = 0, refusal2 = null;
  if (!await isGuest(client)) {
    let calls2 = boundedCalls(Math.min(MAX_CALLS, 3 * causes2), deadline), facts3 = await factsFromGraphQL(options, calls2).catch((error) => ({ refused: describe(error) }));
    if (!("refused" in facts3))
      return facts3.incomplete.push(...calls2.notes()), facts3;
    used = calls2.used(), refusal2 = facts3.refused;
  }
  let calls = boundedCalls(Math.min(MAX_CALLS, REST_CALLS + 3 * causes2), deadline, used), facts2 = await factsFromRest(options, calls), notes = calls.notes();
  return facts2.incomplete.push(...notes), refusal2 !== null && notes.length === 0 && facts2.incomplete.push({
    what: "facts about fixes",
    why: `GitHub refused GraphQL (${refusal2}): REST shows only the newest 100 issues and pull requests`
  }), facts2;
}
async function isGuest(client) {
  return (await client.auth())?.type === "unauthenticated";
}

// src/fixes/recorded.ts
var MAX_TEXT3 = 5e6, MAX_ENTRIES = 1e3, text4 = (max) => string().max(max), hash2 = string().regex(/^[0-9a-f]{4,40}$/), number2 = int().positive(), why = text4(1e3).nullable().default(null), title3 = text4(1e3).nullable().default(null), url = text4(2e3).nullable().default(null), pattern2 = text4(100), service = text4(200).nullable().default(null), few = (entries) => entries.refine((all) => Object.keys(all).length <= MAX_ENTRIES, `more than ${MAX_ENTRIES} entries`).default({}), commit = strictObject({
  sha: hash2.nullable(),
  title: title3,
  url,
  committed_at: iso_exports.datetime({ offset: !0 }).nullable().default(null),
  landed: boolean().nullable().default(null),
  contained_in: few(record(hash2, boolean().nullable())),
  reverted_by: hash2.nullable().default(null),
  why
}), pull2 = strictObject({
  number: number2,
  title: title3,
  url,
  state: _enum(["open", "merged", "closed"]).nullable(),
  merge_commit: hash2.nullable().default(null),
  head: hash2.nullable().default(null),
  why
}), issue = strictObject({ number: number2, title: title3, url, state: _enum(["open", "closed"]).nullable(), why }), digits = string().regex(/^\d{1,9}$/), schema = strictObject({
  tested: hash2.nullable().default(null),
  merge: hash2.nullable().default(null),
  base: text4(300).nullable().default(null),
  commits: few(record(string().regex(/^[0-9A-Fa-f]{1,64}$/), commit)),
  pulls: few(record(digits, pull2)),
  issues: few(record(digits, issue)),
  trailers: array(strictObject({ commit: hash2, pattern: pattern2, service, pull: number2.nullable().default(null) })).max(MAX_ENTRIES).default([]),
  mentions: array(strictObject({ type: _enum(["pull", "issue"]), number: number2, pattern: pattern2, service })).max(MAX_ENTRIES).default([]),
  searched: boolean().default(!0),
  incomplete: array(strictObject({ what: text4(500), why: text4(2e3) })).max(MAX_ENTRIES).default([])
});
function parseFacts(json, name) {
  if (json.length > MAX_TEXT3) throw new UserError(`${name} is larger than ${MAX_TEXT3} characters`);
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UserError(`${name} is not JSON: ${error.message}`);
  }
  let parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  let { path, message } = parsed.error.issues[0];
  throw new UserError(`${name}: ${path.join(".") || "the whole file"}: ${message}`);
}

// src/commands/facts.ts
async function factsFor(options) {
  let { source, client, repo, factsPath, deadline } = options, now = (/* @__PURE__ */ new Date()).toISOString();
  if (repo !== void 0)
    return await checkClone(repo), { base: null, facts: (wanted2) => factsFromClone({ dir: repo, wanted: wanted2, now }) };
  if (factsPath) {
    let facts2 = parseFacts(await readFile4(factsPath, "utf8"), factsPath);
    return { base: facts2.base, facts: async () => facts2 };
  }
  if (source.type === "run-url") {
    let { owner, repo: name } = source;
    return {
      base: null,
      facts: (wanted2) => factsFromGitHub({ client, owner, repo: name, wanted: wanted2, now, deadline })
    };
  }
  return { base: null, facts: async (wanted2) => noFacts(wanted2.tested, wanted2.base) };
}

// src/commands/paths.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { readdirSync } from "node:fs";
import { join as join5 } from "node:path";
function expandPaths(base, patterns) {
  return patterns.flatMap((pattern3) => {
    let { base: fixed, isGlob } = import_picomatch.default.scan(pattern3);
    if (!isGlob) return [join5(base, pattern3)];
    let isMatch = (0, import_picomatch.default)(pattern3), found = below(join5(base, fixed)).map((name) => join5(fixed, name)).filter((path) => isMatch(path)).sort();
    if (!found.length) throw new UserError(`catalog ${pattern3}: no file fits`);
    return found.map((path) => join5(base, path));
  });
}
function below(folder) {
  try {
    return readdirSync(folder, { recursive: !0, encoding: "utf8" });
  } catch {
    return [];
  }
}

// src/render/causes.ts
function hasFailed2(suite2) {
  return suite2.status === "failed" || suite2.status === "timed_out" || suite2.status === "cancelled";
}
function causes(report2) {
  let find2 = (keys) => report2.suites.filter((suite2) => keys.includes(suite2.service)), common2 = report2.common_causes.map((cause3) => ({
    pattern: cause3.pattern,
    title: cause3.title,
    suites: find2(cause3.suites),
    probable: find2(cause3.probable)
  })), single = /* @__PURE__ */ new Map();
  for (let suite2 of report2.suites) {
    let root = suite2.diagnosis?.root_cause;
    if (!hasFailed2(suite2) || !root || common2.some((cause4) => cause4.suites.includes(suite2))) continue;
    let key = `${root.pattern}
${root.title}`, cause3 = single.get(key) ?? { pattern: root.pattern, title: root.title, suites: [], probable: [] };
    cause3.suites.push(suite2), single.set(key, cause3);
  }
  return [...common2, ...single.values()].filter((cause3) => cause3.suites.length > 0);
}
function unexplained(report2, known) {
  let explained = new Set(known.flatMap((cause3) => [...cause3.suites, ...cause3.probable]));
  return report2.suites.filter((suite2) => hasFailed2(suite2) && !explained.has(suite2));
}
function alike(open) {
  let groups = /* @__PURE__ */ new Map();
  for (let suite2 of open) {
    let { state, signature } = suite2.diagnosis ?? { state: "no-evidence", signature: "" };
    state !== "no-evidence" && signature !== "" && groups.set(signature, [...groups.get(signature) ?? [], suite2]);
  }
  return [...groups.values()].filter((group) => group.length > 1).sort((a, b) => b.length - a.length);
}
function probableCause(suite2, known) {
  return known.find((cause3) => cause3.probable.includes(suite2)) ?? null;
}
function hasLanded(fix) {
  return fix?.status === "fixed" || fix?.status === "should-be-fixed";
}

// src/render/context.ts
function hosts(context) {
  return URL.canParse(context.serverUrl) ? [new URL(context.serverUrl).host] : [];
}
function showsLog(context, suite2) {
  return context.excerpts !== "unclassified" ? context.excerpts === "all" : suite2.diagnosis?.state !== "confirmed" && suite2.diagnosis?.state !== "likely";
}
function noteOn(context, service2) {
  return Object.hasOwn(context.reviewerNotes, service2) ? context.reviewerNotes[service2] ?? null : null;
}
function wordsOf(context, pattern3) {
  return Object.hasOwn(context.patterns, pattern3) ? context.patterns[pattern3] ?? null : null;
}

// src/render/clean.ts
var ANSI = /\u001b(?:\[[0-9;?]{0,64}[ -/]{0,8}[@-~]|\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)|.)/g, UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|\u180f|[\u{e0000}-\u{e0fff}]/gu;
function clean(value, max) {
  let seen = value.slice(0, max * 4 + 4096).replace(/\r\n?/g, `
`).replace(/\t/g, "  ").replace(ANSI, "").replace(UNSEEN, "").replaceAll("<!--", "<! --").replace(new RegExp("\\p{Surrogate}", "gu"), "�");
  return seen.length <= max ? seen : `${seen.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

// src/render/markdown.ts
var safe = (text6) => text6;
function md(words, ...values) {
  return safe(words.reduce((all, word, i) => all + String(values[i - 1]) + word));
}
function join6(parts, between) {
  return safe(parts.filter((part) => part !== "").join(between));
}
var ACTIVE = /[@$]|#\d|GH-\d|:\/\/|www\.|^[a-z][a-z0-9+.-]*:\S/i;
function text5(value, max = 300) {
  let shown3 = clean(value, max).replace(/\s+/g, " ").replace(/[^ ]+/g, (word) => ACTIVE.test(word) ? active(word) : escaped(word));
  return safe(shown3.replace(/^( ?)([-+=>]|\d{1,9}(?=[.)]))/, (_, space, mark) => space + guard(mark)));
}
function escaped(word) {
  return word.replace(/[\\`*_[\]<>&|~#]/g, "\\$&");
}
function active(word) {
  let [, before2 = "", core = word, after = ""] = /^([("'[]*)(.*?)([)"'\].,:;!?]*)$/.exec(word) ?? [];
  return escaped(before2) + code(core) + escaped(after);
}
function guard(mark) {
  return /\d/.test(mark) ? `${mark}\\` : `\\${mark}`;
}
function rich(value, max = 300) {
  return clean(value, max).replace(/\s+/g, " ").split(/`([^`]+)`/).map((part, i) => i % 2 === 1 ? code(part, max) : inner(part, max)).reduce(
    (all, part) => safe(all.endsWith("`") && part.startsWith("`") ? `${all} ${part}` : all + part),
    safe("")
  );
}
function inner(part, max) {
  return text5(part, max);
}
function code(value, max = 300) {
  let inner2 = clean(value, max).replace(/\s+/g, " ").trim();
  if (inner2 === "") return safe("");
  let ticks = "`".repeat(longestRun(inner2) + 1), pad = /^`|`$/.test(inner2) ? " " : "";
  return safe(ticks + pad + inner2 + pad + ticks);
}
function unbroken(value) {
  return safe(text5(value).replaceAll(" ", " "));
}
function fence(lines2, language = "text", max = 600) {
  let body = lines2.map((line) => clean(line, max).replace(/\n/g, " ")).join(`
`), ticks = "`".repeat(Math.max(3, longestRun(body) + 1));
  return safe(`${ticks}${language}
${body}
${ticks}`);
}
function longestRun(value) {
  return Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
}
function link2(label2, url2, hosts2) {
  let parsed = url2 !== null && url2.length <= 1e3 && URL.canParse(url2) ? new URL(url2) : null;
  if (!parsed || label2 === "" || parsed.protocol !== "https:" && parsed.protocol !== "http:" || parsed.username || parsed.password || hosts2 && !hosts2.includes(parsed.host)) return label2;
  let target = clean(parsed.href, 2e3).replace(/[()<>[\]\\`|*_~@\s]/g, (char) => `%${hex(char)}`);
  return safe(`[${label2}](${target})`);
}
function hex(char) {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}
function heading(level, title5) {
  return safe(`${"#".repeat(level)} ${title5}`);
}
function bold(value) {
  return value === "" ? value : safe(`**${value}**`);
}
function small(value) {
  return value === "" ? value : safe(`<sub>${value}</sub>`);
}
function list2(items) {
  return safe(items.map((item) => `- ${item.replaceAll(`
`, `
  `)}`).join(`
`));
}
function alert(kind, body) {
  return safe(`> [!${kind}]
${body.replace(/^/gm, "> ")}`);
}
function lines(parts) {
  return join6(parts, "<br>");
}
function table(header, rows) {
  let row = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return safe([row(header), row(header.map(() => "---")), ...rows.map(row)].join(`
`));
}
function cell(content) {
  return content.replace(/\s*\n\s*/g, " ").replace(/(\\*)\|/g, (found, slashes) => slashes.length % 2 === 0 ? `${slashes}\\|` : found);
}
function details(title5, body) {
  let shown3 = clean(title5, 200).replace(/[\s`]+/g, " ").replace(/[@#](?=\w)|GH(?=-\d)/g, "$&⁠").replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
  return safe(`<details>
<summary>${shown3}</summary>

${body}

</details>`);
}

// src/render/words.ts
var STATUS = {
  passed: { icon: "✅", word: "Passed" },
  failed: { icon: "❌", word: "Failed" },
  timed_out: { icon: "⏱️", word: "Timed out" },
  cancelled: { icon: "🚫", word: "Cancelled" },
  skipped: { icon: "⏭️", word: "Skipped" },
  pending: { icon: "⏳", word: "Not finished" },
  missing: { icon: "❔", word: "Never ran" }
}, SEVERITY = {
  P0: "no test could run",
  P1: "some tests failed",
  P2: "only clean-up or reporting failed"
}, FIX = {
  "needs-fix": "❌ NEEDS FIX",
  "in-review": "🔄 IN REVIEW",
  "should-be-fixed": "✅ SHOULD BE FIXED",
  fixed: "✅ FIXED",
  ineffective: "⚠️ FIX INEFFECTIVE",
  unknown: "❔ UNKNOWN"
}, FIX_REF = {
  verified: FIX.fixed,
  landed: FIX["should-be-fixed"],
  "in review": FIX["in-review"],
  ineffective: FIX.ineffective
}, NEXT_RUN = {
  "should-pass": "should pass",
  "still-failing": "will still fail",
  unknown: "cannot be told"
}, STATE = {
  confirmed: { short: "confirmed", long: "confirmed" },
  likely: { short: "likely", long: "likely, not proven" },
  "symptom-only": {
    short: "Cause not established, only a symptom",
    long: "The cause is not established. What follows is a symptom: it shows that something broke, not what broke it."
  },
  unclassified: {
    short: "Not known yet",
    long: "No pattern of the catalog explains this failure."
  },
  "no-evidence": {
    short: "Nothing to read",
    long: "This suite left nothing that could be read, so nothing is said about its cause."
  }
}, EVIDENCE = {
  "job-log": "job log",
  "container-log": "container log",
  "previous-log": "previous container's log",
  "node-log": "node log",
  event: "event",
  object: "object",
  "test-report": "test report",
  file: "file"
}, SOURCE = {
  "job-log": "job log",
  bundle: "bundle",
  "test-report": "test report"
}, SOURCE_STATE = {
  read: "read",
  missing: "missing",
  expired: "expired",
  empty: "empty",
  unreadable: "unreadable",
  truncated: "read in part"
};
function testsInWords({ tests }) {
  if (!tests) return "";
  let total = tests.total ?? tests.ran, of = total === null ? "" : ` of ${total}`;
  if (tests.ran === 0 || tests.phase === "setup" && tests.passed === 0) return `0${of} ran`;
  if (tests.phase === "teardown" && tests.failed === 0) return `${tests.passed}${of} passed, clean-up failed`;
  let cut = tests.ran !== null && total !== null && tests.ran < total ? `, ${tests.ran} ran` : "";
  return tests.failed > 0 ? `${tests.failed}${of} failed${cut}` : `${tests.passed}${of} passed${cut}`;
}
function severityInWords({ severity: severity2, tests, status: status2 }) {
  return !severity2 || status2 === "missing" ? severity2 ?? "" : `${severity2}, ${tests ? SEVERITY[severity2] : "no test is known to have run"}`;
}
function count2(number3, one, many = `${one}s`) {
  return `${number3} ${number3 === 1 ? one : many}`;
}
function percent(share) {
  return `${Math.min(99, Math.round(share * 100))} %`;
}

// src/render/evidence.ts
var LINE = 600;
function chainEvidence({ diagnosis }, max) {
  let [cause3, ...effects] = diagnosis?.chain ?? [], all = [
    ...diagnosis?.root_cause?.evidence ?? [],
    ...cause3?.evidence ?? [],
    ...effects.flatMap((effect) => effect.evidence.slice(0, 1))
  ];
  return [...new Map(all.map((at) => [JSON.stringify([at.kind, at.source, at.path, at.line, at.text]), at])).values()].slice(0, max);
}
function evidenceBlock(evidence, suite2, context) {
  let files = /* @__PURE__ */ new Map();
  for (let at of evidence) {
    let key = JSON.stringify([at.kind, at.source, at.path]);
    files.set(key, [...files.get(key) ?? [], at]);
  }
  let parts = [...files.values()].map((group) => {
    let title5 = caption(group, context);
    return showsLog(context, suite2) ? md`${title5}\n\n${fence(
      group.map((at) => at.text),
      "text",
      LINE
    )}` : title5;
  });
  return join6(parts, `

`);
}
function caption(group, context) {
  let [first] = group;
  if (!first) return md``;
  let numbers = [...new Set(group.map((at) => at.line).filter((line) => line !== null))], where = numbers.length === 0 ? "" : `, ${numbers.length > 1 ? "lines" : "line"} ${numbers.join(", ")}`, place = link2(text5(`${EVIDENCE[first.kind]}${where}`), first.url, hosts(context)), file = first.path ? md` · ${code(first.path, 160)}` : md``;
  return md`${place} · ${code(first.source, 120)}${file}`;
}

// src/render/fit.ts
var NOTICE = 800;
function fitPage(blocks2, limit, size2) {
  let kept = blocks2.filter((block) => block.text !== ""), total = kept.reduce((sum, block) => sum + size2(block.text) + 2, 0);
  if (total <= limit) return page(kept, []);
  let left = /* @__PURE__ */ new Set();
  for (let block of kept.toReversed().toSorted((a, b) => b.priority - a.priority)) {
    if (total + NOTICE <= limit || block.priority === 0) break;
    left.add(block), total -= size2(block.text) + 2;
  }
  return page(
    kept.filter((block) => !left.has(block)),
    kept.filter((block) => left.has(block))
  );
}
function page(kept, left) {
  return join6([...kept.map((block) => block.text), ...left.length > 0 ? [notice(left)] : []], `

`);
}
function notice(left) {
  let names3 = /* @__PURE__ */ new Map();
  for (let { name } of left) names3.set(name, (names3.get(name) ?? 0) + 1);
  let what = [...names3].map(([name, number3]) => count2(number3, name)).join(", ");
  return alert(
    "NOTE",
    md`Left out, because GitHub limits the length of this page: ${text5(what, 500)}. The report has everything.`
  );
}
var encoder = new TextEncoder();
function bytes(value) {
  return encoder.encode(value).length;
}
function characters(value) {
  return value.length;
}

// src/render/reason.ts
var saysRebase = (fix) => /: rebase(?=$|[,;])/.test(fix?.why ?? ""), decisive = (fix) => (fix?.why ?? "").split("; ", 1)[0].replace(/(: rebase|, after this commit), and a later run .*$/, "$1"), landedBy = (fix) => decisive(fix).replace(/: rebase$|, after this commit$/, "");
function onBaseToo(suites, context) {
  if (suites.length === 0 || !suites.every((suite2) => suite2.history?.seen_on_base)) return null;
  let said = suites.map(
    (suite2) => (context && noteOn(context, suite2.service)?.split(/: not yours|; /, 1)[0]) ?? ""
  );
  return shared(said.map((words) => words.startsWith("also red on ") ? words : "also red on the base branch"));
}
function shared(words) {
  let once2 = new Set(words), [only = ""] = once2;
  return once2.size === 1 && only !== "" ? only : null;
}

// src/render/refs.ts
function refLink(ref, context) {
  let number3 = ref.id.replace(/^#/, ""), target = link2(md`x`, ref.url, hosts(context)) === "x" ? null : ref.url;
  return ref.type === "commit" || target === null || !/^\d{1,9}$/.test(number3) ? link2(code(ref.type === "commit" ? ref.id.slice(0, 9) : `#${number3}`, 40), target, hosts(context)) : link2(md`#${Number(number3)}`, target, hosts(context));
}
function refLinks(refs, context) {
  return join6(
    refs.slice(0, 4).map((ref) => refLink(ref, context)),
    ", "
  );
}
function linkedWhy(fix, context, max) {
  let words = (fix.why.length > max ? `${fix.why.slice(0, max).replace(/ \S*$/, "")} …` : fix.why).split(/\s+/).map((word) => {
    let [, name = "", mark = ""] = /^(#?\w+)([,;:.]?)$/.exec(word) ?? [], ref = fix.refs.find((one) => shownId(one) === name);
    return ref ? md`${refLink(ref, context)}${text5(mark)}` : text5(word);
  });
  return join6(words, " ");
}
function wholeWhy(fix, context) {
  let rest2 = fix.refs.filter((ref) => !fix.why.split(/[\s,;:.]+/).includes(shownId(ref))), more = refLinks(rest2, context);
  return md`${linkedWhy(fix, context, 400)}${more === "" ? md`` : md` (${more})`}`;
}
var shownId = (ref) => ref.type === "commit" ? ref.id.slice(0, 9) : `#${ref.id.replace(/^#/, "")}`;
function footer({ tool, run }, context) {
  let parts = [
    link2(text5(`e2e-triage ${tool.version}`, 60), run.url, hosts(context)),
    ...tool.catalog ? [md`catalog ${code(tool.catalog.replace(/^sha256:/, "").slice(0, 10))}`] : [],
    ...run.head_sha ? [md`commit ${code(run.head_sha.slice(0, 9))}`] : [],
    ...run.attempt !== null && run.attempt > 1 ? [md`attempt ${run.attempt}`] : [],
    ...context.now ? [text5(context.now.replace("T", " ").replace(/:\d\d(?:\.\d+)?Z$/, " UTC"), 40)] : []
  ];
  return small(join6(parts, " · "));
}

// src/render/todo.ts
var ORDER = [
  "fix",
  "fix-again",
  "find",
  "check",
  "rebase",
  "wait",
  "next-run",
  "rerun",
  "base"
], SENTENCES = {
  fix: (suites, reason) => md`fix ${suites} (${reason ?? md`no fix is known`})`,
  "fix-again": (suites, reason) => md`fix ${suites} again (${reason ?? md`the fix is in and does not help`})`,
  find: (suites) => md`look into ${suites} (cause not known yet)`,
  check: (suites, reason) => md`find out whether ${suites} is fixed${reason ? md` (${reason})` : md``}`,
  wait: (suites, _, pulls3) => md`wait for ${pulls3 === "" ? md`the open fix` : pulls3} (${suites})`,
  rebase: (suites, reason) => md`rebase for ${suites} (${reason ?? md`already fixed`})`,
  "next-run": (suites, reason) => md`nothing for ${suites} (${reason ?? md`the next run has the fix`})`,
  rerun: (suites) => md`run ${suites} again (nothing readable was left)`,
  base: (suites, reason) => md`not yours: ${suites} (${reason ?? md`fails on the base branch too`})`
};
function whatToDo(report2, context) {
  let known = causes(report2), todo = /* @__PURE__ */ new Map(), add = (task, suite2) => todo.set(task, [...todo.get(task) ?? [], suite2]);
  for (let { suites, probable } of known) {
    for (let suite2 of suites) add(taskOf(suite2), suite2);
    for (let suite2 of probable) add(taskOf(suites[0] ?? suite2), suite2);
  }
  for (let suite2 of unexplained(report2, known)) add(taskOf(suite2), suite2);
  let parts = ORDER.flatMap((task) => {
    let suites = todo.get(task);
    if (!suites) return [];
    let reason = reasonOf(task, suites, context);
    return [
      SENTENCES[task](names2(suites), reason === null ? null : text5(reason, 200), pulls2(suites, context))
    ];
  });
  return parts.length === 0 ? md`` : md`${bold(md`What to do:`)} ${join6(parts, "; ")}.`;
}
function reasonOf(task, suites, context) {
  if (task === "base") return onBaseToo(suites, context);
  let told = suites.filter(({ fix }) => fix !== null);
  if (task === "rebase") return shared(told.map(({ fix }) => landedBy(fix)));
  if (task === "next-run") {
    let by = shared(told.map(({ fix }) => landedBy(fix)));
    return by && `${by}, which the next run has`;
  }
  let why3 = shared(told.map(({ fix }) => decisive(fix)));
  return task === "fix" && suites.every(({ history: history2 }) => history2?.flaky === !0) ? `${why3 ?? "no fix is known"}; the same commit passed in another run` : why3;
}
function taskOf({ diagnosis, fix, history: history2 }) {
  if (!diagnosis || diagnosis.state === "no-evidence") return "rerun";
  let base = history2?.seen_on_base === !0;
  return diagnosis.state === "symptom-only" || diagnosis.state === "unclassified" ? base ? "base" : "find" : hasLanded(fix) ? saysRebase(fix) ? "rebase" : "next-run" : fix?.status === "in-review" ? "wait" : fix?.status === "ineffective" ? "fix-again" : fix?.status === "unknown" ? "check" : base ? "base" : "fix";
}
function names2(suites) {
  let shown3 = suites.slice(0, suites.length > 5 ? 4 : 5).map((suite2) => bold(text5(suite2.name, 60)));
  if (suites.length > 5) return md`${join6(shown3, ", ")} and ${suites.length - 4} more`;
  let last = shown3.pop() ?? md``;
  return shown3.length === 0 ? last : md`${join6(shown3, ", ")} and ${last}`;
}
function pulls2(suites, context) {
  let open = [...new Map(suites.flatMap((suite2) => suite2.fix?.refs ?? []).map((ref) => [ref.id, ref])).values()].filter((ref) => ref.type === "pull" && ref.state !== "closed").slice(0, 3);
  return join6(
    open.map((ref) => refLink(ref, context)),
    ", "
  );
}

// src/render/headline.ts
function headline(report2, context = null) {
  let { suites, failed: failed2, passed } = report2.totals;
  if (failed2 === 0) return calm(report2);
  let known = causes(report2), open = unexplained(report2, known), [only] = known;
  if (known.length === 1 && only && open.length === 0 && failed2 > 1)
    return md`❌ 1 cause, ${failed2} of ${text5(count2(suites, "suite"))}: ${rich(only.title, 160)}${outcome(only, context)}`;
  let total = suites === failed2 && passed === 0 ? md`All ${failed2}` : md`${failed2} of ${suites}`, numbers = suites === 1 ? md`E2E failed` : md`${total} suites failed`;
  if (failed2 === 1 && only) return md`❌ ${numbers}: ${rich(only.title, 160)}${outcome(only, context)}`;
  let parts = [
    ...known.length > 0 ? [text5(count2(known.length, "cause"))] : [],
    ...open.length > 0 ? [md`${known.length > 0 ? md`${open.length}` : md`cause`} not known yet${inSameWords(open)}`] : []
  ];
  return md`❌ ${numbers}: ${join6(parts, ", ")}${landed(known)}`;
}
function inSameWords(open) {
  let [group] = alike(open);
  return group ? group.length === open.length ? md`, all fail in the same words` : md`, ${group.length} in the same words` : md``;
}
function outcome({ suites }, context) {
  let said = suites.every(({ fix }) => hasLanded(fix) || fix?.status === "ineffective") ? shared(suites.map(({ fix }) => decisive(fix))) : null;
  if (said !== null) return md`, ${text5(said, 160)}`;
  if (suites.every(({ fix }) => hasLanded(fix)))
    return suites.every((suite2) => taskOf(suite2) === "rebase") ? md`, already fixed: rebase` : md`, already fixed`;
  if (suites.some(({ fix }) => fix?.status === "ineffective")) return md`, 1 fix does not help`;
  let too = suites.every((suite2) => taskOf(suite2) === "base") ? onBaseToo(suites, context) : null;
  return too === null ? md`` : md`, ${text5(too, 120)}: not yours`;
}
function landed(known) {
  let count3 = (holds) => known.filter(({ suites }) => suites.every(holds)).length, vain = known.filter(({ suites }) => suites.some(({ fix }) => fix?.status === "ineffective")).length, fixed = count3(({ fix }) => hasLanded(fix)), rebase = fixed > 0 && fixed === count3((suite2) => taskOf(suite2) === "rebase"), base = count3((suite2) => taskOf(suite2) === "base"), number3 = (n) => n === known.length ? md`all` : md`${n}`, parts = [
    ...vain > 0 ? [vain === 1 ? md`1 fix does not help` : md`${vain} fixes do not help`] : [],
    ...base > 0 ? [md`${number3(base)} also red on the base branch: not yours`] : [],
    ...fixed > 0 ? [md`${number3(fixed)} already fixed${rebase ? md`: rebase` : md``}`] : []
  ];
  return parts.length === 0 ? md`` : md`, ${join6(parts, ", ")}`;
}
function calm({ totals, suites, incomplete: incomplete2 }) {
  if (totals.suites === 0 && incomplete2.length > 0) return md`❔ Nothing could be read of the E2E suites`;
  let open = suites.filter((suite2) => suite2.status === "pending").length, missing2 = suites.filter((suite2) => suite2.status === "missing").length, rest2 = join6(
    [...open > 0 ? [md`${open} not finished`] : [], ...missing2 > 0 ? [md`${missing2} never ran`] : []],
    ", "
  );
  return rest2 !== "" ? md`⏳ No E2E suite failed so far: ${totals.passed} of ${totals.suites} passed, ${rest2}` : totals.suites === 0 ? md`✅ No E2E suite failed` : totals.suites === 1 ? md`✅ E2E passed` : md`✅ All ${totals.suites} E2E suites passed`;
}

// src/render/table.ts
var HEADER = ["Service", "Status", "Root Cause", "Fix Status", "Commit"];
function suiteTable(report2, context, max) {
  let known = causes(report2), shown3 = report2.suites.filter(isListed), rows = shown3.slice(0, max).map((suite2) => suiteRow(suite2, known, context)), body = rows.length > 0 ? table(HEADER, rows) : md``;
  return join6([body, rest(report2, shown3.length - rows.length)], `

`);
}
function isListed({ status: status2 }) {
  return status2 !== "passed" && status2 !== "skipped";
}
function suiteRow(suite2, known, context) {
  let { icon, word } = STATUS[suite2.status], probable = probableCause(suite2, known), fix = suite2.fix ?? probable?.suites[0]?.fix ?? null;
  return [
    bold(link2(text5(suite2.name, 80), suite2.job?.url ?? null, hosts(context))),
    lines([
      text5(`${icon} ${word}`),
      small(unbroken([suite2.severity ?? "", testsInWords(suite2)].filter(Boolean).join(" · ")))
    ]),
    causeCell(suite2, probable, context),
    fix && hasFailed2(suite2) ? lines([
      text5(FIX[fix.status]),
      small(join6([why2(fix), probable ? md`if it is the same cause` : md``], " · "))
    ]) : md`–`,
    fix && refLinks(fix.refs, context) || md`–`
  ];
}
function why2(fix) {
  return (fix.status === "in-review" || fix.why === "no fix is known") && !fix.why.includes("; ") ? md`` : text5(fix.why, 200);
}
function causeCell(suite2, probable, context) {
  let { diagnosis } = suite2;
  if (!hasFailed2(suite2) || !diagnosis) return md`–`;
  let [what, ...more] = cause2(suite2, probable), note = text5(noteOn(context, suite2.service) ?? "", 160);
  return lines([what ?? md``, small(join6([...more, note], " · "))]);
}
function cause2(suite2, probable) {
  let {
    state,
    root_cause: root,
    chain
  } = suite2.diagnosis ?? { state: "no-evidence", root_cause: null, chain: [] }, short2 = STATE[state].short;
  if (root) return [rich(shortPaths(root.title), 220), text5(`${short2}, ${percent(root.confidence)}`)];
  if (probable)
    return [md`Probably: ${rich(shortPaths(probable.title), 220)}`, md`only its symptom was seen here`];
  let symptom2 = state === "symptom-only" ? chain[0]?.title : void 0;
  return [text5(short2), symptom2 ? rich(symptom2, 160) : firstLine(suite2)];
}
function shortPaths(title5) {
  return title5.replace(
    /(?<![^\s`"'(])\/[^\s`"']{40,}/g,
    (path) => `…${/(?:\/[^/]{1,30}){1,2}$/.exec(path)?.[0] ?? path}`
  );
}
function firstLine({ diagnosis, tests }) {
  let failure = tests?.failures[0];
  return diagnosis?.state !== "unclassified" || !failure ? md`` : code(failure.name, 120);
}
function rest({ suites, totals }, hidden) {
  if (totals.passed === totals.suites) return md``;
  let number3 = (status2) => suites.filter((suite2) => suite2.status === status2).length, parts = [
    ...hidden > 0 ? [`… and ${count2(hidden, "more row")}`] : [],
    ...number3("passed") > 0 ? [`${STATUS.passed.icon} ${count2(number3("passed"), "suite")} passed`] : [],
    ...number3("skipped") > 0 ? [`${STATUS.skipped.icon} ${count2(number3("skipped"), "suite")} skipped`] : []
  ];
  return text5(parts.join(" · "));
}

// src/render/fill.ts
function fillWords(words, captures) {
  return words.replace(/\{(\w+)\}/g, (place, name) => captures[name] ?? place);
}
function fillCommand(command, captures) {
  return command.replace(/\{(\w+)\}/g, (place, name) => {
    let value = captures[name];
    return value === void 0 ? place : shellWord(value);
  });
}
function shellWord(value) {
  let word = value.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  return /^[\w./:@+,][\w./:@=+,-]*$/.test(word) ? word : `'${word.replace(/^-/, "./-").replaceAll("'", "'\\''")}'`;
}

// src/render/unknown.ts
function unknownBlocks(suite2, report2, context) {
  let { diagnosis } = suite2;
  if (!diagnosis || diagnosis.root_cause) return [];
  let guesses = diagnosis.hypotheses.slice(0, 4).map((guess) => hypothesis(guess, suite2, context));
  return [
    { priority: 3, name: "likeness", text: sameWords(suite2, report2) },
    { priority: 4, name: "hypothesis section", text: join6(guesses, `

`) },
    { priority: 3, name: "excerpt", text: excerpt2(suite2, context, 20) },
    { priority: 5, name: "hint", text: teach(suite2, report2) }
  ];
}
function sameWords(suite2, report2) {
  let others2 = alike(unexplained(report2, causes(report2))).find((group) => group.includes(suite2))?.filter((other) => other !== suite2);
  if (!others2) return md``;
  let names3 = others2.slice(0, 5).map((other) => bold(text5(other.name, 80))), more = others2.length > names3.length ? md` and ${text5(count2(others2.length - names3.length, "other"))}` : md``;
  return md`Fails in the same words as ${join6(names3, ", ")}${more}.`;
}
function excerpt2(suite2, context, max) {
  let shown3 = suite2.diagnosis?.excerpt.slice(0, max) ?? [];
  if (shown3.length === 0 || !showsLog(context, suite2)) return md``;
  let width = String(Math.max(...shown3.map(({ line }) => line))).length;
  return md`${bold(md`Most telling lines`)} of the job log\n\n${fence(shown3.map(({ line, text: words }) => `${String(line).padStart(width)}  ${words}`))}`;
}
function hypothesis(guess, suite2, context) {
  let side = (word, evidence) => evidence.length === 0 ? md`` : md`${bold(word)}\n\n${evidenceBlock(evidence.slice(0, 3), suite2, context)}`, commands = guess.validate.slice(0, 4), body = [
    rich(guess.title),
    side(md`For`, guess.for),
    side(md`Against`, guess.against),
    commands.length > 0 ? md`${bold(md`To find out:`)}\n\n${fence(commands, "sh")}` : md``
  ];
  return details(`Hypothesis, ${percent(guess.confidence)}: ${guess.title}`, join6(body, `

`));
}
function teach({ diagnosis, job }, { run }) {
  let line = diagnosis?.state === "unclassified" ? diagnosis.excerpt[0]?.line : void 0;
  if (line === void 0 || !job || !run.url) return md``;
  let commands = [
    `e2e-triage download ${shellWord(run.url)} run`,
    `e2e-triage catalog add run/logs/${job.id}.log --line ${line}`
  ], known = diagnosis?.signature ? md`\n\nThis failure's signature: ${text5(diagnosis.signature, 80)}` : md``;
  return details(
    "Teach it to the catalog",
    md`These commands print a pattern that is ready to be reviewed:\n\n${fence(commands, "sh")}${known}`
  );
}

// src/render/comment.ts
var LIMIT_CHARACTERS = 57e3, ROWS = [40, 15, 5];
function renderComment(report2, context) {
  let known = causes(report2), suites = report2.suites.filter(hasFailed2).map((suite2) => ({
    priority: suite2.diagnosis?.root_cause ? 3 : 2,
    name: "suite",
    text: folded(suite2, { probable: probableCause(suite2, known), like: sameWords(suite2, report2) }, context)
  })), page3 = "";
  for (let rows of ROWS) {
    let blocks2 = [
      { priority: 0, name: "headline", text: heading(2, headline(report2, context)) },
      { priority: 0, name: "answer", text: whatToDo(report2, context) },
      { priority: 0, name: "table", text: suiteTable(report2, context, rows) },
      { priority: 1, name: "warning", text: incomplete(report2) },
      ...suites,
      { priority: 0, name: "footer", text: end(report2, context) }
    ];
    if (page3 = `${fitPage(blocks2, LIMIT_CHARACTERS, characters)}
`, page3.length <= LIMIT_CHARACTERS) break;
  }
  return page3;
}
function folded(suite2, { probable, like }, context) {
  let { diagnosis, fix } = suite2;
  if (!diagnosis) return md``;
  let root = diagnosis.root_cause, effects = diagnosis.chain.filter((effect) => effect.pattern !== root?.pattern).slice(0, 6), chain = [
    root ? bold(rich(root.title)) : text5(STATE[diagnosis.state].long),
    ...effects.map((effect) => md`→ ${rich(effect.title)}`),
    probable ? md`Probably: ${rich(probable.title)}` : md``,
    like
  ], body = [
    lines(chain),
    evidenceBlock(chainEvidence(suite2, 4), suite2, context),
    root ? md`` : excerpt2(suite2, context, 8),
    fix ? md`${bold(md`Fix:`)} ${wholeWhy(fix, context)}` : md``
  ], what = root ? "evidence" : STATE[diagnosis.state].short.toLowerCase();
  return details(`${suite2.name}: ${what}`, join6(body, `

`));
}
function incomplete({ incomplete: notes }) {
  if (notes.length === 0) return md``;
  let shown3 = notes.slice(0, 3).map(({ what, why: why3 }) => md`${text5(what, 120)} (${text5(why3, 200)})`), more = notes.length > 3 ? md` and ${text5(count2(notes.length - 3, "more thing"))}` : md``;
  return alert("WARNING", md`Not everything could be read: ${join6(shown3, "; ")}${more}.`);
}
function end(report2, context) {
  let more = link2(
    report2.totals.failed > 0 ? md`Full report with evidence and next commands` : md`Job summary`,
    context.summaryUrl,
    hosts(context)
  );
  return join6([context.summaryUrl ? more : md``, footer(report2, context)], `

`);
}

// src/render/lists.ts
function wholeRunBlocks(report2, known, context) {
  return [
    { priority: 2, name: "common-cause list", text: section(md`Common causes`, common(known)) },
    { priority: 3, name: "fix list", text: section(md`Fixes`, fixes(report2, context)) },
    { priority: 3, name: "outlook", text: section(md`Next run`, nextRun(report2)) },
    { priority: 3, name: "work list", text: section(md`Remaining work`, remaining(report2)) },
    { priority: 1, name: "not-read list", text: unread(report2) },
    { priority: 6, name: "source list", text: sources(report2) }
  ];
}
function section(title5, body) {
  return body === "" ? body : md`${heading(3, title5)}\n\n${body}`;
}
function common(known) {
  let shared2 = known.filter((cause3) => cause3.suites.length + cause3.probable.length > 1);
  return list2(
    shared2.slice(0, 30).map((cause3) => {
      let probable = cause3.probable.length > 0 ? md`; probably also ${names2(cause3.probable)}, where only the symptom was seen` : md``;
      return md`${rich(cause3.title)}: ${names2(cause3.suites)}${probable}`;
    })
  );
}
function fixes(report2, context) {
  return list2(
    report2.fixes.slice(0, 50).map((fix) => {
      let known = report2.suites.flatMap(
        (suite2) => (suite2.fix?.refs ?? []).filter((ref) => ref.id.replace(/^#/, "") === fix.ref.replace(/^#/, "")).map((ref) => ({ ref, state: stateOf(ref, suite2, suite2.fix?.refs[0] === ref) }))
      ), place = known[0] ? refLink(known[0].ref, context) : code(fix.ref, 60), services = fix.services.slice(0, 8).map((service2) => serviceName(report2, service2)), states = [...new Set(known.map(({ state: state2 }) => state2).filter(Boolean))].slice(0, 3), state = states.length > 0 ? md` (${text5(states.join(" / "), 120)})` : md``;
      return md`${place} ${rich(fix.summary)}: ${join6(services, ", ")}${state}`;
    })
  );
}
function stateOf(ref, { fix }, decides) {
  let own = ref.state === null ? "" : FIX_REF[ref.state] ?? ref.state;
  return decides && fix && fix.status !== "needs-fix" && fix.status !== "unknown" ? FIX[fix.status] : own;
}
var ALONE = {
  "should-pass": "should pass",
  "still-failing": "will still fail",
  unknown: "may pass or fail: it cannot be told"
};
function nextRun({ suites, totals }) {
  let failed2 = suites.filter((suite2) => suite2.fix || suite2.diagnosis);
  if (totals.failed === 0) return md``;
  let number3 = (next) => failed2.filter((suite2) => (suite2.fix?.next_run ?? "unknown") === next).length, parts = [
    ...number3("should-pass") > 0 ? [md`${bold(md`${number3("should-pass")}`)} should pass`] : [],
    ...number3("still-failing") > 0 ? [md`${bold(md`${number3("still-failing")}`)} will still fail`] : [],
    ...number3("unknown") > 0 ? [md`for ${bold(md`${number3("unknown")}`)} it cannot be told`] : []
  ];
  if (parts.length === 0) return md``;
  let [only] = failed2;
  return totals.failed === 1 && only ? md`With the fixes that have landed, ${bold(text5(only.name, 60))} ${text5(ALONE[only.fix?.next_run ?? "unknown"])}.` : md`With the fixes that have landed, of the ${text5(count2(totals.failed, "failed suite"))}: ${join6(parts, ", ")}.`;
}
function remaining(report2) {
  let work = /* @__PURE__ */ new Map();
  for (let { service: service2, what } of report2.remaining_work) work.set(what, [...work.get(what) ?? [], service2]);
  return list2(
    [...work].slice(0, 50).map(([what, services]) => {
      let shown3 = services.slice(0, 8).map((service2) => serviceName(report2, service2));
      return md`${join6(shown3, ", ")}: ${rich(what, 400)}`;
    })
  );
}
function serviceName({ suites }, service2) {
  return bold(text5(suites.find((suite2) => suite2.service === service2)?.name ?? service2, 60));
}
function unread({ incomplete: incomplete2 }) {
  let shown3 = incomplete2.slice(0, 40).map(({ what, why: why3 }) => md`${text5(what, 200)}: ${text5(why3, 400)}`), more = incomplete2.length > shown3.length ? [md`… and ${incomplete2.length - shown3.length} more`] : [];
  return section(md`Not read`, list2([...shown3, ...more]));
}
function sources({ suites }) {
  let rows = suites.flatMap(
    (suite2) => suite2.sources.slice(0, 10).map((source) => [
      text5(suite2.name, 60),
      md`${text5(SOURCE[source.kind])} ${code(source.name, 120)}`,
      text5([SOURCE_STATE[source.state], source.detail ?? ""].filter(Boolean).join(": "), 200),
      text5(
        [source.format ?? "", source.lines === null ? "" : count2(source.lines, "line")].filter(Boolean).join(", ")
      )
    ])
  );
  return rows.length === 0 ? md`` : details(
    `What was read (${rows.length})`,
    table(["Suite", "Source", "State", "Content"], rows.slice(0, 200))
  );
}

// src/render/suite.ts
function suiteBlocks(suite2, probable, context) {
  let head = [title4(suite2), facts(suite2, context), verdict2(suite2, probable)];
  return [
    { priority: 1, name: "suite section", text: join6(head, `

`) },
    { priority: 3, name: "evidence section", text: proof(suite2, context) },
    { priority: 2, name: "fix section", text: repair(suite2, context) },
    { priority: 4, name: "test list", text: failures(suite2, context) }
  ];
}
function title4(suite2) {
  let { icon } = STATUS[suite2.status], severity2 = severityInWords(suite2);
  return heading(3, md`${text5(icon)} ${text5(suite2.name, 80)}${severity2 ? md` · ${text5(severity2)}` : md``}`);
}
function facts(suite2, context) {
  let { job, status: status2, tests } = suite2, note = noteOn(context, suite2.service), step = job?.failed_step, word = STATUS[status2].word.toLowerCase();
  return join6(
    [
      job ? link2(text5(job.name, 120), job.url, hosts(context)) : md``,
      step ? md`${text5(word)} in step ${step.number} ${code(step.name, 100)}` : text5(word),
      tests ? text5(`${testsInWords({ tests })} (${tests.framework})`) : md`no test output found`,
      note ? text5(note, 600) : past(suite2)
    ],
    " · "
  );
}
function past({ history: history2 }) {
  return history2 ? join6(
    [
      history2.seen_on_base ? md`fails on the base branch too` : md``,
      history2.times_seen > 1 ? md`seen ${history2.times_seen} times` : md``,
      history2.flaky ? md`has passed and failed on one commit before` : md``,
      history2.first_seen ? text5(`first on ${history2.first_seen.slice(0, 10)}`) : md``
    ],
    " · "
  ) : md``;
}
function verdict2(suite2, probable) {
  let { diagnosis } = suite2;
  if (!diagnosis) return alert("NOTE", text5(STATE["no-evidence"].long));
  let chain = diagnosis.chain.slice(0, 8), root = diagnosis.root_cause;
  if (root) {
    let effects = (chain[0]?.pattern === root.pattern ? chain.slice(1) : chain).map(
      (effect) => md`→ ${rich(effect.title)}`
    ), sure = text5(`${STATE[diagnosis.state].long}, ${percent(root.confidence)}`), cause3 = md`${bold(md`Root cause:`)} ${rich(root.title)} (${sure}; pattern ${code(root.pattern)})`;
    return lines([cause3, ...effects]);
  }
  let kind = diagnosis.state === "no-evidence" ? "NOTE" : "WARNING", guess = probable ? md`\n\nProbably it has the cause that was found in other suites of this run: ${rich(probable.title)}` : md``, seen = chain.map((effect) => md`→ ${rich(effect.title)}`);
  return join6([alert(kind, md`${text5(STATE[diagnosis.state].long)}${guess}`), lines(seen)], `

`);
}
function proof(suite2, context) {
  let evidence = chainEvidence(suite2, 8);
  return evidence.length === 0 ? md`` : md`${bold(md`Evidence`)}\n\n${evidenceBlock(evidence, suite2, context)}`;
}
function repair({ diagnosis, fix }, context) {
  let root = diagnosis?.root_cause, pattern3 = root ? wordsOf(context, root.pattern) : null, state = fix ? md`${bold(md`Fix:`)} ${text5(FIX[fix.status])}, ${wholeWhy(fix, context)} (next run: ${text5(NEXT_RUN[fix.next_run])})` : md``, advice = pattern3?.advice ? md`${bold(md`Advice:`)} ${rich(fillWords(pattern3.advice, root?.captures ?? {}), 800)}` : md``, more = (pattern3?.references ?? []).slice(0, 4).map((url2) => link2(text5(label(url2), 120), url2, null)), read = more.length > 0 ? md`${bold(md`Read:`)} ${join6(more, ", ")}` : md``, commands = (pattern3?.validate ?? []).slice(0, 6).map((command) => fillCommand(command, root?.captures ?? {})), run = commands.length > 0 ? md`${bold(md`To verify:`)}\n\n${fence(commands, "sh")}` : md``;
  return join6([lines([state, advice, read]), run], `

`);
}
function label(url2) {
  return URL.canParse(url2) ? new URL(url2).host.replace(/^www\./, "") : url2;
}
function failures(suite2, context) {
  let all = suite2.tests?.failures ?? [];
  if (all.length === 0 || !showsLog(context, suite2)) return md``;
  let shown3 = all.slice(0, 10).map((failure) => {
    let place = failure.location ? `  (${failure.location})` : "", message = failure.message.split(`
`).slice(0, 3).map((line) => `    ${line}`);
    return [failure.name + place, ...message.filter((line) => line.trim() !== "")];
  }), more = all.length > shown3.length ? [`… and ${all.length - shown3.length} more`] : [];
  return details(`Failing tests (${all.length})`, fence([...shown3.flat(), ...more], "text", 400));
}

// src/render/summary.ts
var LIMIT_BYTES = 9e5;
function renderSummary(report2, context) {
  let known = causes(report2), blocks2 = [
    { priority: 0, name: "headline", text: heading(2, headline(report2, context)) },
    { priority: 0, name: "answer", text: whatToDo(report2, context) },
    { priority: 0, name: "table", text: suiteTable(report2, context, 400) },
    ...report2.suites.filter(hasFailed2).flatMap((suite2) => [
      ...suiteBlocks(suite2, probableCause(suite2, known), context),
      ...unknownBlocks(suite2, report2, context)
    ]),
    ...wholeRunBlocks(report2, known, context),
    { priority: 0, name: "footer", text: footer(report2, context) }
  ];
  return page2(fitPage(blocks2, LIMIT_BYTES, bytes));
}
function page2(text6) {
  return `${text6}
`;
}

// src/render/terminal.ts
function renderText(report2, context, { color, width }) {
  let paint = (code2) => (text6) => color ? `\x1B[${code2}m${text6}\x1B[0m` : text6, style = { bold: paint(1), dim: paint(2), width: Math.max(40, width) }, known = causes(report2), failed2 = report2.suites.filter(hasFailed2);
  return `${[
    style.bold(plain2(headline(report2, context))),
    wrap(plain2(whatToDo(report2, context)), "", style),
    ...failed2.map((suite2) => suiteText(suite2, probableCause(suite2, known)?.title ?? null, context, style)),
    others(report2),
    listed2(
      "Remaining work",
      report2.remaining_work.map(({ service: service2, what }) => `${service2}: ${what}`),
      style
    ),
    listed2(
      "Not read",
      report2.incomplete.map(({ what, why: why3 }) => `${what}: ${why3}`),
      style
    )
  ].filter((part) => part !== "").join(`

`)}
`;
}
function suiteText(suite2, probable, context, style) {
  let { diagnosis, fix } = suite2, { icon, word } = STATUS[suite2.status], facts2 = [word, severityInWords(suite2), testsInWords(suite2)], rows = [
    `${icon} ${style.bold(shown2(suite2.name, 80))}  ${style.dim(facts2.filter(Boolean).join(" · "))}`
  ], root = diagnosis?.root_cause;
  root && diagnosis ? rows.push(
    wrap(
      `${root.title} (${STATE[diagnosis.state].short}, ${percent(root.confidence)}; ${root.pattern})`,
      "  ",
      style
    )
  ) : (rows.push(wrap(STATE[diagnosis?.state ?? "no-evidence"].long, "  ", style)), probable && rows.push(wrap(`Probably, as in other suites: ${probable}`, "  ", style)));
  let effects = diagnosis?.chain.filter((effect) => effect.pattern !== root?.pattern).slice(0, 8) ?? [];
  return rows.push(...effects.map((effect) => wrap(`→ ${effect.title}`, "    ", style))), showsLog(context, suite2) && rows.push(...quoted(suite2, style)), fix && rows.push(wrap(`${FIX[fix.status]}: ${fix.why} (next run: ${NEXT_RUN[fix.next_run]})`, "  ", style)), rows.join(`
`);
}
function quoted(suite2, style) {
  let bar = style.dim("  │ "), evidence = chainEvidence(suite2, 4).flatMap((at) => [
    bar + style.dim(
      shown2(
        `${EVIDENCE[at.kind]} ${at.source}${at.path ? ` ${at.path}` : ""}${at.line ? `:${at.line}` : ""}`,
        200
      )
    ),
    bar + shown2(at.text, 400)
  ]), excerpt3 = suite2.diagnosis?.root_cause ? [] : suite2.diagnosis?.excerpt.slice(0, 12) ?? [];
  return [
    ...evidence,
    ...excerpt3.map(({ line, text: text6 }) => `${bar}${style.dim(String(line))}  ${shown2(text6, 400)}`)
  ];
}
function others({ suites }) {
  let rest2 = suites.filter((suite2) => !hasFailed2(suite2) && suite2.status !== "passed"), passed = suites.filter((suite2) => suite2.status === "passed").length;
  return [...rest2.map(
    ({ status: status2, name }) => `${STATUS[status2].icon} ${shown2(name, 80)}  ${STATUS[status2].word}`
  ), ...passed > 0 ? [`${STATUS.passed.icon} ${count2(passed, "suite")} passed`] : []].join(
    `
`
  );
}
function listed2(title5, items, style) {
  return items.length === 0 ? "" : [style.bold(title5), ...items.slice(0, 40).map((item) => wrap(`- ${item}`, "  ", style))].join(`
`);
}
function wrap(text6, indent, { width }) {
  let rows = [];
  for (let word of shown2(text6, 1e3).split(" ")) {
    let last = rows.at(-1);
    last !== void 0 && indent.length + last.length + 1 + word.length <= width ? rows[rows.length - 1] = `${last} ${word}` : rows.push(word);
  }
  return rows.map((row, i) => indent + (i > 0 ? "  " : "") + uncommand(row)).join(`
`);
}
function shown2(text6, max) {
  return uncommand(clean(text6, max).replace(/\s+/g, " ").trim()).replaceAll("##[", "# #[");
}
function uncommand(row) {
  return row.replace(/^::/, ": :");
}
function plain2(markdown) {
  return shown2(
    markdown.replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, "$1").replace(/\*\*|(?<!\\)`+/g, "").replace(/\\([\\`*_[\]<>&|~#+\-=.)])/g, "$1"),
    1e3
  );
}

// src/commands/present.ts
function wordsOf2(report2, patterns) {
  let named = new Set(
    report2.suites.flatMap((s) => [
      s.diagnosis?.root_cause?.pattern,
      ...(s.diagnosis?.chain ?? []).map((c) => c.pattern)
    ])
  );
  return Object.fromEntries(
    patterns.filter((p) => named.has(p.id)).map((p) => [
      p.id,
      { title: p.title, advice: p.advice, validate: [...p.validate], references: [...p.references] }
    ])
  );
}
function present(report2, format, view) {
  if (format === "json") return `${JSON.stringify(report2, null, 2)}
`;
  let context = {
    patterns: wordsOf2(report2, view.patterns),
    serverUrl: view.server,
    summaryUrl: null,
    reviewerNotes: view.reviewerNotes,
    excerpts: "all",
    now: null
  };
  return format === "summary" ? renderSummary(report2, context) : format === "comment" ? renderComment(report2, context) : renderText(report2, context, { color: view.columns !== null, width: view.columns ?? 100 });
}

// src/commands/redaction.ts
function redactorOf(config) {
  return redactor(
    config.redact.map((source) => {
      try {
        return compile(source).regex;
      } catch (cause3) {
        throw new UserError(`\`redact\`: ${source}: ${describe(cause3)}`, { cause: cause3 });
      }
    })
  );
}

// src/commands/temp.ts
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join as join7 } from "node:path";
async function tempFolder(root) {
  let dir = mkdtempSync(join7(root, "e2e-triage-"));
  return process.once("exit", () => remove(dir)), dir;
}
function remove(dir) {
  for (let tries = 0; tries < 100 && existsSync(dir); tries++) {
    tries && Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    try {
      rmSync(dir, { recursive: !0, force: !0 });
    } catch {
    }
  }
}

// src/commands/triage.ts
async function triageCommand(text6, options, terminal) {
  let source = parseSource(text6), recorded = source.type === "recorded" ? await recordedPaths(source.dir) : null, configPath = options.config ?? recorded?.configPath ?? null, config = configPath ? await readConfig(configPath) : defaultConfig, ownCatalog = options.catalog.length ? options.catalog : recorded?.catalogPath ? [recorded.catalogPath] : [], { patterns, digest } = usablePatterns(
    [...configCatalog(config, configPath), ...ownCatalog],
    config.disable
  ), deadline = Date.now() + Math.ceil(options.timeoutMinutes * 6e4), tempDir = await tempFolder(tmpdir()), client = source.type === "run-url" ? await clientFor(source, terminal, deadline) : null, times = timesUntil(deadline), collection = await collectSource(source, config, { client, deadline: times.fetch, tempDir, terminal });
  options.head && (collection.run.head_sha = options.head);
  let { facts: facts2, base: factsBase } = await factsFor({
    source,
    client,
    repo: options.repo,
    factsPath: recorded?.factsPath ?? null,
    deadline
  }), access = source.type === "run-url" && terminal.token !== null ? { client, owner: source.owner, repo: source.repo } : null, { reports: earlier, base: askedBase } = await earlierFor({
    folder: options.history ?? null,
    recorded: recorded?.historyPaths ?? [],
    access,
    collection,
    deadline,
    progress: terminal.progress
  }), base = factsBase ?? (options.repo === void 0 ? askedBase : null), { report: report2, reviewerNotes } = await triage({
    tool: { version, catalog: digest },
    collection,
    patterns,
    config,
    base,
    merge: options.head ? null : mergeCommit(collection.run, process.env),
    facts: facts2,
    earlier,
    baseline: access && baselineFromGitHub({ ...access, collection, base, earlier, limits, tempDir, deadline: times.fetch }),
    redact: redactorOf(config),
    progress: terminal.progress,
    times,
    threads: async () => (await import("./chunk-D6KITKXZ.js")).startThreads(patterns)
  }), server = source.type === "run-url" ? source.server : "https://github.com", columns = options.output ? null : terminal.columns, page3 = present(report2, options.format, { patterns, reviewerNotes, server, columns });
  return options.output ? await write(options.output, page3) : terminal.stdout(page3), failsOn(report2, options.failOn) ? 1 : 0;
}
function failsOn(report2, when2) {
  if (when2 === "none") return !1;
  let { totals } = report2;
  return when2 === "any" ? totals.failed > 0 : totals.unclassified > 0;
}
async function readConfig(path) {
  let text6;
  try {
    text6 = await readFile5(path, "utf8");
  } catch (cause3) {
    throw new UserError(`configuration ${path}: ${describe(cause3)}`, { cause: cause3 });
  }
  return parseConfig(path, text6);
}
function configCatalog(config, configPath) {
  let folder = configPath ? dirname(configPath) : ".";
  return expandPaths(basename(folder) === ".github" ? dirname(folder) : folder, config.catalog);
}
async function write(path, text6) {
  try {
    await writeFile(path, text6);
  } catch (cause3) {
    throw new UserError(`cannot write ${path}: ${describe(cause3)}`, { cause: cause3 });
  }
}

export {
  baselineFromGitHub,
  listRun,
  collectFromGitHub,
  fromListing,
  readRecord,
  collectRecorded,
  limits,
  clientFor,
  selectionOf,
  fromAddress,
  causes,
  unexplained,
  wordsOf,
  clean,
  FIX,
  STATE,
  testsInWords,
  count2 as count,
  fillWords,
  renderComment,
  renderSummary,
  wordsOf2,
  redactorOf,
  mergeCommit,
  hasFailed,
  triage,
  fetchEarlier,
  factsFromGitHub,
  expandPaths,
  tempFolder,
  triageCommand,
  failsOn,
  readConfig
};
