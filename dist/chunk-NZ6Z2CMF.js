import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  none
} from "./chunk-X5YOBKFU.js";
import {
  chooseSuites,
  statusOf
} from "./chunk-IBCBMOJQ.js";
import {
  fold,
  glob
} from "./chunk-NNJIFKDM.js";

// src/collect/artifacts.ts
var WORDS = ["must-gather", "diagnostics", "logs", "bundle"];
function chooseArtifacts(artifacts, question) {
  let chosen = new Map(question.suites.map((s) => [s.service, []])), fits = question.suites.map((s) => reach(s.aliases, question)), others = question.others.map((name) => reach([name], question));
  for (let artifact of newest(artifacts)) {
    let name = fold(artifact.name);
    if (name.startsWith("e2e-triage-report") || question.patterns.length === 0 && !WORDS.some((word) => name.includes(word))) continue;
    let lengths = fits.map((length) => length(name)), longest2 = Math.max(-1, ...lengths, ...others.map((length) => length(name)));
    question.suites.forEach((suite, i) => {
      longest2 < 0 || lengths[i] !== longest2 || question.rerun && before(artifact.created_at, suite.started_at) || chosen.get(suite.service)?.push(artifact);
    });
  }
  return chosen;
}
function reach(aliases, question) {
  let tests = (question.patterns.length > 0 ? question.patterns : ["*{service}*"]).flatMap((pattern) => {
    let filled = pattern.replaceAll("{run_id}", String(question.runId ?? "*"));
    return filled.includes("{service}") ? aliases.flatMap((alias) => {
      let text = fold(alias).replace(/[^\p{L}\p{N}-]+/gu, "?");
      return /[\p{L}\p{N}]/u.test(text) ? { length: text.length, fits: glob(fold(filled.replaceAll("{service}", () => text))) } : [];
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
var findingsName = "e2e-triage-findings-{service}", longest = 4 * 1024 * 1024;
function chooseEvidence(artifacts, question, select) {
  let { name, only } = select.findings ?? { name: findingsName, only: !1 }, found = chooseArtifacts(artifacts, { ...question, patterns: [name] }), isNamed = (a) => fold(a.name).startsWith("e2e-triage-findings-"), findings = /* @__PURE__ */ new Set([...[...found.values()].flat(), ...artifacts.filter(isNamed)]), rest = only ? [] : artifacts.filter((a) => !findings.has(a)), bundles = chooseArtifacts(rest, { ...question, patterns: select.artifacts }), bySuite = new Map(
    question.suites.map(({ service }) => {
      let own = found.get(service) ?? [];
      return [service, own.length ? own : bundles.get(service) ?? []];
    })
  );
  return {
    bySuite,
    known: (artifact) => findings.has(artifact) && (artifact.size_in_bytes ?? 0) > longest ? none("unreadable", tooLong) : null,
    instead: (service) => only && !bySuite.get(service)?.length ? [
      {
        kind: "bundle",
        name: name.replaceAll("{service}", () => service),
        url: null,
        content: none("missing", noFindings)
      }
    ] : []
  };
}
var tooLong = `it has more than the ${longest / 1024 / 1024} MB that findings have; not read`, noFindings = "the job uploaded no findings; give it a step with `mode: scan` and `if: failure()`, or use `mode: triage` to read bundles";

// src/collect/assemble.ts
var ARTIFACTS = 20;
async function assemble(pieces) {
  let { found, jobs, notes } = pieces, chosen = chooseSuites(jobs, pieces.select), evidence = evidenceOf(pieces, chosen.suites, chosen.others), suites = await Promise.all(
    chosen.suites.map(async ({ aliases: _, ...suite }) => {
      let job = suite.job && { ...suite.job };
      return job && suite.status !== "passed" && job.status === "completed" && suite.status !== "skipped" && (job.annotations = await pieces.annotationsOf(job)), { ...suite, job, status: job ? statusOf(job) : suite.status, sources: [] };
    })
  );
  await Promise.all(
    suites.map(async (suite) => {
      let { job } = suite;
      if (!job || suite.status === "skipped") return;
      let fitting = evidence.bySuite.get(suite.service) ?? [];
      fitting.length > ARTIFACTS && notes.push({
        what: `artifacts of ${suite.name}`,
        why: `${fitting.length} fit, ${ARTIFACTS} are read; narrow artifact-pattern`
      });
      let artifacts = fitting.slice(0, ARTIFACTS), [log, ...contents] = await Promise.all([
        pieces.logOf({ ...suite, job }),
        ...artifacts.map((artifact) => evidence.known(artifact) ?? pieces.artifactOf(artifact, suite))
      ]);
      suite.sources.push({ kind: "job-log", name: job.name, url: job.url, content: log });
      for (let [i, artifact] of artifacts.entries())
        suite.sources.push(artifactSource(artifact, found, contents[i]));
      suite.sources.push(...evidence.instead(suite.service));
    })
  ), notes.push(...remarks(pieces, chosen.unfinished, suites)), notes.sort((a, b) => a.what + a.why < b.what + b.why ? -1 : 1);
  let { run, workflow_id } = found;
  return { run, workflow_id, suites, green_jobs: chosen.green_jobs, incomplete: notes };
}
function evidenceOf(pieces, suites, others) {
  let { run } = pieces.found, question = {
    suites: suites.map((s) => ({ ...s, started_at: s.job?.started_at ?? null })),
    others,
    runId: run.id,
    rerun: (run.attempt ?? 1) > 1
  };
  return chooseEvidence(pieces.artifacts, question, pieces.select);
}
function artifactSource(artifact, found, content) {
  let base = found.run.url?.replace(/\/attempts\/\d+$/, ""), report = /junit|test-?(report|result)s?/.test(fold(artifact.name)), bundle = /must-gather|diagnostics|bundle|logs/.test(fold(artifact.name));
  return {
    kind: report && !bundle ? "test-report" : "bundle",
    name: artifact.name,
    url: base && artifact.id > 0 ? `${base}/artifacts/${artifact.id}` : null,
    content
  };
}
function remarks(pieces, unfinished, suites) {
  let { found, jobs } = pieces, notes = [], page = found.run.url ?? "its page", why = (/* @__PURE__ */ new Map([
    [
      "startup_failure",
      `GitHub could not start it (startup_failure), so there are no jobs: see the workflow file's errors at ${page}`
    ],
    ["action_required", `it waits for a maintainer's approval, so no job has run: see ${page}`],
    [
      "failure",
      jobs.some((j) => statusOf(j) === "failed") ? "it failed, but no job that is a suite did; see job-name-pattern and exclude-jobs" : `it failed without a failed job: see ${page}`
    ]
  ])).get(found.conclusion ?? "");
  return why && !suites.some((s) => !["passed", "skipped"].includes(s.status)) && notes.push({ what: "the run", why }), unfinished.length > (pieces.ownUnknown ? 1 : 0) && notes.push({
    what: `${unfinished.length} unfinished ${unfinished.length === 1 ? "job" : "jobs"}`,
    why: `${unfinished.slice(0, 5).join(", ")}${unfinished.length > 5 ? " ..." : ""}: not finished when this was made; add them to the \`needs\` of the triage job`
  }), notes;
}
var notRecorded = (file) => none("missing", `${file} is not there`);

export {
  assemble,
  notRecorded
};
