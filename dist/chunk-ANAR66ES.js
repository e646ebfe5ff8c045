import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  redactReport,
  redactor
} from "./chunk-3H6AIKHL.js";
import {
  collectFromFiles,
  defaultConfig,
  parseSource,
  usablePatterns
} from "./chunk-F5MP4J3H.js";
import {
  buildMatcher,
  diagnose,
  examine,
  excerpt,
  fillCommand,
  fillWords,
  knowledgeOf,
  shellWord
} from "./chunk-NEAMQSGN.js";
import {
  compile
} from "./chunk-Z5GTGI63.js";
import {
  boundedCalls
} from "./chunk-CUR2NN6C.js";
import {
  staySmall
} from "./chunk-Y7C5HZNZ.js";
import {
  version
} from "./chunk-UU7CQAJO.js";
import {
  clockAt,
  clocksAt,
  normalise,
  timesUntil
} from "./chunk-Q74QQWMI.js";
import {
  require_picomatch
} from "./chunk-NNJIFKDM.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/commands/triage.ts
import { readFile as readFile3, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";

// src/fixes/merge-commit.ts
function mergeCommit(run, env) {
  let { GITHUB_RUN_ID: id, GITHUB_EVENT_NAME: event, GITHUB_SHA: sha } = env;
  return event !== "pull_request" || run.event !== event || run.id === null || String(run.id) !== id ? null : sha && /^[0-9a-f]{40}$/.test(sha) && sha !== run.head_sha ? sha : null;
}

// src/diagnose/correlate.ts
function commonCauses(suites, knowledge) {
  let groups = /* @__PURE__ */ new Map();
  for (let suite of suites) {
    let cause2 = suite.diagnosis?.root_cause, pattern = cause2 && knowledge.patterns.get(cause2.pattern);
    if (!cause2 || !pattern) continue;
    let key = JSON.stringify([pattern.id, ...pattern.same_when.map((name) => cause2.captures[name] ?? null)]), group = groups.get(key) ?? { pattern, title: cause2.title, members: [] };
    group.members.push(suite), groups.set(key, group);
  }
  return [...groups.values()].map(({ pattern, title: title3, members }) => ({
    pattern: pattern.id,
    family: pattern.family,
    title: title3,
    suites: members.map((s) => s.service),
    probable: suites.filter((s) => isProbable(s, members, pattern, knowledge)).map((s) => s.service)
  })).filter((common2) => common2.suites.length + common2.probable.length > 1).sort(
    (a, b) => b.suites.length - a.suites.length || b.probable.length - a.probable.length || a.pattern.localeCompare(b.pattern, "en")
  );
}
function isProbable(suite, members, cause2, knowledge) {
  return suite.diagnosis?.state !== "symptom-only" ? !1 : suite.diagnosis.chain.some((own) => {
    let symptom2 = knowledge.patterns.get(own.pattern);
    return !symptom2 || knowledge.explains.distance(cause2, symptom2) === null ? !1 : members.length > 1 && !cause2.same_when.length ? !0 : members.some((m) => m.diagnosis.chain.some((l) => l.pattern === own.pattern && l.title === own.title));
  });
}

// src/fixes/candidates.ts
function candidates(cause2, { facts: facts2, service }) {
  let ours = (claim) => claim.pattern === cause2.pattern && (claim.service === null || claim.service === service), declared2 = cause2.fixes.filter(
    (fix) => fix.services.length === 0 || fix.services.includes(service)
  ), trailers2 = facts2.trailers.filter(ours).map(({ commit, pull: pull2 }) => ({ commit, pull: pull2 ?? void 0 })), mentions2 = facts2.mentions.filter(ours).map(({ type, number }) => type === "pull" ? { pull: number } : { issue: number }), seen = /* @__PURE__ */ new Map();
  for (let found of [
    ...declared2,
    ...[...trailers2, ...mentions2].map((c) => ({ ...c, summary: null, verified: !1 }))
  ]) {
    let key = identity(found, facts2), before = seen.get(key);
    before ? seen.set(key, {
      ...found,
      ...before,
      pull: before.pull ?? found.pull,
      verified: before.verified || found.verified
    }) : seen.set(key, found);
  }
  return [...seen.values()];
}
function identity({ commit, pull: pull2, issue }, facts2) {
  return commit !== void 0 ? facts2.commits[commit]?.sha ?? commit : pull2 !== void 0 ? facts2.pulls[pull2]?.merge_commit ?? `#${pull2}` : `issue ${issue}`;
}

// src/fixes/outcome.ts
var short = (ref) => ref.slice(0, 9), when = (at) => at === null ? Number.NEGATIVE_INFINITY : Date.parse(at);
function later(fact, { pattern, service, later: runs }) {
  let seen = runs.filter((run) => fact.contained_in[run.head_sha] === !0 && Object.hasOwn(run.service_patterns, service)).sort((a, b) => when(a.created_at) - when(b.created_at)).at(-1)?.service_patterns[service];
  return seen === void 0 ? null : { again: seen.includes(pattern), other: seen[0] ?? null };
}
function inTested(fact, { facts: facts2, run }) {
  let at = (sha) => sha === null ? null : fact.contained_in[sha] ?? null, head = at(facts2.tested ?? run.head_sha), merge = facts2.merge ?? null, ran = at(merge) ?? (merge === null || head === !0 ? head : null);
  return ran !== null ? { has: ran, merge: ran && head !== !0 } : { has: fact.committed_at !== null && run.created_at !== null && when(fact.committed_at) > when(run.created_at) ? !1 : null, merge: head === !1 };
}
function elsewhere(fact, { facts: facts2, run, later: runs }) {
  let heads = Object.keys(fact.contained_in).filter(
    (sha) => fact.contained_in[sha] === !0 && sha !== (facts2.tested ?? run.head_sha) && sha !== facts2.merge
  ), pulls3 = Object.values(facts2.pulls).filter((pull2) => pull2.state === "open" && pull2.head !== null), open = pulls3.find((pull2) => pull2.number !== run.pull_request && heads.includes(pull2.head)) ?? null, own = pulls3.some((pull2) => pull2.number === run.pull_request && heads.includes(pull2.head)), foreign = new Set(pulls3.map((pull2) => pull2.head)), ran = runs.some((run2) => heads.includes(run2.head_sha));
  return { mine: own || ran || open === null && heads.some((sha) => !foreign.has(sha)), open };
}
function judgeCommit(fact, name, verified, it) {
  let at = when(fact.committed_at), say = (status, why2) => ({ status, why: why2, at });
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
function commitState(fact, status) {
  return status === "ineffective" ? "ineffective" : status === "fixed" ? "verified" : status === "in-review" ? "in review" : fact.reverted_by !== null ? "reverted" : status === "should-be-fixed" ? "landed" : fact.sha === null || status === "unknown" ? "unknown" : "not landed";
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
function ofPull(number, { summary, verified }, it) {
  let fact = it.facts.pulls[number], { title: title3 = null, url = null, state = null } = fact ?? {}, refs = [{ type: "pull", id: String(number), url, title: title3 ?? summary, state }], say = (status, why2, at = Number.NEGATIVE_INFINITY) => ({ status, why: why2, at, refs }), merged = state === "merged" ? fact?.merge_commit : null, head = state === "open" ? fact?.head : null, commit = merged ?? head ? it.facts.commits[merged ?? head] : void 0;
  if (state === "open") {
    let inTested2 = commit && judgeCommit(commit, `#${number}`, verified, it);
    return inTested2?.status === "ineffective" ? { ...inTested2, refs } : number === it.run.pull_request ? say("in-review", `#${number}, this pull request, says that it fixes this`, Number.POSITIVE_INFINITY) : say("in-review", `the fix is in review in #${number}`, Number.POSITIVE_INFINITY);
  }
  return state === "closed" ? say("needs-fix", `#${number} was closed without being merged`) : commit ? { ...judgeCommit(commit, `#${number}`, verified, it), refs } : say("unknown", fact?.why ?? `what became of #${number} is unknown`);
}
function ofIssue(number, it) {
  let fact = it.facts.issues[number], { title: title3 = null, url = null, state = null } = fact ?? {}, refs = [{ type: "issue", id: String(number), url, title: title3, state }], at = Number.NEGATIVE_INFINITY;
  return state === "open" ? { status: "needs-fix", why: `tracked in #${number}`, at, refs } : state === "closed" ? { status: "needs-fix", why: `tracked in #${number}, which is closed without a known fix`, at, refs } : { status: "unknown", why: fact?.why ?? `what became of #${number} is unknown`, at, refs };
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
  let { cause: cause2, ...rest2 } = input, it = { ...rest2, pattern: cause2.pattern }, outcomes = candidates(cause2, it).flatMap((candidate) => judge(candidate, it)), active2 = newestFirst(outcomes.filter((o) => o.status !== "needs-fix" && o.status !== "unknown")), rank = (o) => o.status === "unknown" ? 0 : tracks(o) ? 2 : 1, idle = outcomes.filter((o) => !active2.includes(o)).sort((a, b) => rank(a) - rank(b)), decisive2 = active2[0] ?? idle[0], blind = rest2.facts.searched === !1, status = decisive2?.status ?? (blind ? "unknown" : "needs-fix");
  return {
    status,
    label: LABELS[status],
    why: decisive2 ? sentence(decisive2, active2, idle) : blind ? unsearched(rest2.facts) : "no fix is known",
    refs: references([...active2, ...idle]),
    next_run: NEXT[status]
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
  let { run, base, merge = null, causes: causes2, heads } = input, once = new Map(causes2.map(({ pattern, fixes: fixes2 }) => [pattern, { pattern, fixes: fixes2 }]));
  return {
    repository: run.repository,
    tested: run.head_sha,
    merge_sha: merge,
    base,
    causes: [...once.values()],
    heads: [...new Set(heads.filter((head) => head !== null && head !== run.head_sha))]
  };
}

// src/history/history.ts
var RED = /* @__PURE__ */ new Set(["failed", "timed_out"]);
function history(input) {
  let { current, base } = input, seen = input.earlier.slice(-30).filter((report) => !sameAttempt(report.run, current.run)).map((report) => ({ run: report.run, what: look(report, current) })), same = seen.filter(({ what }) => what === "same"), before = same.filter(({ run }) => !isLater(run, current.run)), green = seen.filter(({ what }) => what === "passed"), streak = seen.filter(({ run }) => onBase(run, base)), red = streak.slice(streak.findLastIndex(({ what }) => what === "passed") + 1).filter(({ what }) => what === "same"), failing = /* @__PURE__ */ new Set([current.run.head_sha, ...same.map(({ run }) => run.head_sha)]);
  return {
    seen_on_base: red.length > 0,
    first_seen: earliest((red.length > 0 ? red : before).map(({ run }) => run.created_at)),
    times_seen: before.length,
    flaky: green.some(({ run }) => run.head_sha !== null && failing.has(run.head_sha))
  };
}
function compare(input) {
  let { current, base, shown: shown3 } = input, { run } = current, told = input.earlier.slice(-30).filter((report) => run.id === null || report.run.id !== run.id).flatMap((report) => {
    let suite = report.suites.find((one) => one.service === current.service), patterns = suite ? verdict(suite) : null;
    return suite && (patterns || RED.has(suite.status)) ? [{ run: report.run, patterns }] : [];
  }), clear = told.filter(({ run: other, patterns }) => patterns !== null && onBase(other, base)), had = clear.some(({ patterns }) => current.pattern !== null && patterns?.[0] === current.pattern), cause2 = told.filter(({ run: other }) => sameBranch(other, run) && !isLater(other, run)).at(-1)?.patterns?.[0] ?? null, gone = current.pattern !== null && cause2 !== null && !shown3.includes(cause2);
  return {
    compared: told.length,
    onBase: clear.length,
    green: had && clear.at(-1)?.patterns?.length === 0,
    before: gone ? cause2 : null
  };
}
var tellingHeads = (earlier, tested, base) => earlier.filter(({ run }) => onBase(run, base) || isLater(run, tested)).map(({ run }) => run.head_sha);
function later2(earlier, tested) {
  return earlier.slice(-30).flatMap(({ run, suites }) => {
    if (run.head_sha === null || run.head_sha === tested.head_sha || sameAttempt(run, tested)) return [];
    let verdicts = suites.flatMap((suite) => {
      let patterns = verdict(suite);
      return patterns ? [[suite.service, patterns]] : [];
    });
    return [
      { head_sha: run.head_sha, created_at: run.created_at, service_patterns: Object.fromEntries(verdicts) }
    ];
  });
}
function verdict({ status, diagnosis }) {
  return status === "passed" ? [] : !RED.has(status) || !diagnosis?.root_cause ? null : [.../* @__PURE__ */ new Set([diagnosis.root_cause.pattern, ...diagnosis.chain.map((link2) => link2.pattern)])];
}
function look(report, { service, pattern, signature }) {
  let suite = report.suites.find((one) => one.service === service);
  if (!suite) return "unclear";
  if (suite.status === "passed") return "passed";
  if (!RED.has(suite.status) || !suite.diagnosis) return "unclear";
  let cause2 = suite.diagnosis.root_cause?.pattern ?? null;
  return pattern !== null ? cause2 === pattern ? "same" : cause2 !== null ? "other" : "unclear" : cause2 !== null ? "other" : signature !== null && signature !== "" && suite.diagnosis.signature === signature ? "same" : "unclear";
}
var onBase = (run, base) => base !== null && run.head_branch === base && run.pull_request === null && !run.event?.startsWith("pull_request"), sameBranch = (a, b) => a.pull_request === b.pull_request && (a.head_branch === b.head_branch || a.pull_request !== null), isLater = (a, b) => a.created_at !== null && b.created_at !== null && Date.parse(a.created_at) > Date.parse(b.created_at), sameAttempt = (a, b) => a.id !== null && a.id === b.id && a.attempt === b.attempt;
function earliest(times) {
  let known = times.filter((time2) => time2 !== null);
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
  let { run, base, compared, onBase: onBase2, green, before } = context, since = history2.first_seen === null ? "" : ` since ${day(history2.first_seen, run)}`, flaky = history2.flaky ? "the same commit passed in another run: flaky" : "", gone = before === null ? "" : `the cause of the last run is gone (${before}), another one is now visible`;
  return [compared > 0 ? place() : "", gone, flaky].filter(Boolean).join("; ");
  function place() {
    let own = base !== null && run.head_branch === base && run.pull_request === null, times = history2.times_seen === 1 ? "once" : `${history2.times_seen} times`;
    if (history2.seen_on_base) return own ? `red here${since}` : `also red on ${base}${since}: not yours`;
    let there = own || onBase2 === 0 ? "" : green ? `, green again on ${base}` : `, not on ${base}`;
    return history2.times_seen > 0 ? `seen ${times} before${since}${there}` : own ? `new on ${base}` : onBase2 === 0 ? before === null ? "not seen in earlier runs" : "" : run.pull_request !== null ? "new in this pull request" : "new on this branch";
  }
}

// src/reading.ts
var soon = 1e3;
async function readSuites(suites, {
  knowledge,
  catalog,
  times = null,
  threads = null,
  before,
  found
}) {
  let matcher = buildMatcher([...knowledge.patterns.values()]), clocks = clocksAt(times), waiting = [...suites], here = (suite) => examine(suite, matcher, { catalog, clocks, knowledge }), lane = async (read) => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift())
      before(suite), found(suite, await read(suite));
  }, pool = null, others2 = async () => {
    let started = waiting.length && threads ? await threads().catch(() => null) : null;
    pool = started;
    let there = (suite) => started.examine(suite, catalog, times).catch(() => here(suite));
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
function hasFailed(suite) {
  return suite.status === "failed" || suite.status === "timed_out" || suite.status === "cancelled";
}
function isClassified(suite) {
  return suite.diagnosis?.state === "confirmed" || suite.diagnosis?.state === "likely";
}
function severity(status, tests) {
  return status === "missing" ? "P0" : hasFailed({ status }) ? !tests || tests.phase === "setup" || tests.ran === 0 ? "P0" : tests.phase === "teardown" ? "P2" : tests.failed > 0 || tests.failures.length > 0 || status !== "failed" ? "P1" : tests.passed > 0 ? "P2" : "P1" : null;
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
  let needsNone = ({ diagnosis, fix }) => +(diagnosis?.root_cause != null && fix === null);
  return suites.toSorted(
    (a, b) => RANK[a.status] - RANK[b.status] || needsNone(a) - needsNone(b) || (a.severity ?? "P9").localeCompare(b.severity ?? "P9", "en")
  );
}

// src/report/lists.ts
function fixList(suites) {
  let list2 = /* @__PURE__ */ new Map();
  for (let suite of suites)
    for (let ref of suite.fix?.refs ?? []) {
      let name = refName(ref), entry = list2.get(name) ?? { ref: name, summary: summaryOf(ref, suite), services: [] };
      entry.services.includes(suite.service) || entry.services.push(suite.service), list2.set(name, entry);
    }
  return [...list2.values()];
}
function remainingWork(suites) {
  return suites.flatMap((suite) => {
    let what = workOn(suite);
    return what === null ? [] : [{ service: suite.service, what }];
  });
}
function workOn(suite) {
  if (suite.status === "missing") return "Find out why this suite never ran";
  if (!hasFailed(suite)) return null;
  let { diagnosis, fix } = suite, cause2 = diagnosis?.root_cause?.title;
  if (!diagnosis || diagnosis.state === "no-evidence")
    return "Keep the evidence: nothing readable was left behind";
  if (diagnosis.state === "symptom-only")
    return `Find the cause; only this symptom is known: ${symptom(suite)}`;
  if (diagnosis.state === "unclassified" || !cause2) return "Find the cause, then teach it to the catalog";
  let all = fix?.refs ?? [], open = all.filter((ref) => ref.type === "pull" ? ref.state === "open" : ref.state === "in review"), vain = all.filter((ref) => ref.state === "ineffective"), names2 = (some) => (some.length > 0 ? some : all).map(refName).join(", ");
  switch (fix?.status) {
    case "needs-fix":
      return `Fix it: ${cause2}`;
    case "in-review":
      return `Review and merge ${names2(open) || "the fix"}: ${cause2}`;
    case "ineffective":
      return `Fix it again${all.length > 0 ? `, ${names2(vain)} ${vain.length > 1 ? "do" : "does"} not help` : ""}: ${cause2}`;
    case "fixed":
    case "should-be-fixed":
    case void 0:
      return null;
    default:
      return `Find out whether this is fixed${fix?.why ? ` (${fix.why})` : ""}: ${cause2}`;
  }
}
function symptom(suite) {
  return suite.diagnosis?.chain[0]?.title ?? suite.diagnosis?.hypotheses[0]?.title ?? "see the log";
}
function refName(ref) {
  return ref.type === "commit" ? ref.id : `#${ref.id.replace(/^#/, "")}`;
}
function summaryOf(ref, suite) {
  return ref.title ?? suite.diagnosis?.root_cause?.title ?? suite.fix?.why ?? "";
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
      passed: suites.filter((suite) => suite.status === "passed").length,
      failed: failed2.length,
      classified,
      unclassified: failed2.length - classified,
      needs_fix: failed2.filter(
        (suite) => suite.fix?.status === "needs-fix" || suite.fix?.status === "ineffective"
      ).length
    },
    incomplete: unique([...input.incomplete, ...input.suites.flatMap((s) => s.findings?.incomplete ?? [])]),
    suites,
    common_causes: input.common_causes,
    fixes: fixList(suites),
    remaining_work: remainingWork(suites)
  };
}
function suiteReport({ suite, findings, diagnosis, fix, history: history2 }) {
  let tests = findings?.tests ?? null;
  return {
    service: suite.service,
    name: suite.name,
    status: suite.status,
    severity: severity(suite.status, tests),
    job: jobReport(suite.job),
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
}), mostCompared = 5, repeatsOthers = "cascade-only", isUnknown = ({ state }) => state === "unclassified" || state === "symptom-only";
async function compareWithPassing({ baseline, times, progress }, suites, knownOf) {
  !baseline || !suites.length || times && clockAt(times.fetch)() || (progress("looking for a passing run to compare with"), await Promise.all(
    suites.map(async (suite) => {
      let { findings, diagnosis } = knownOf(suite), usual = await baseline(suite, new Set(findings.telling.map(({ text: text3 }) => normalise(text3))));
      diagnosis.excerpt = excerpt(findings, suite.job, usual);
    })
  ));
}
async function triage(world) {
  let { collection, config, earlier, base, merge = null } = world, { run } = collection, knowledge = knowledgeOf(world.patterns, config), red = collection.suites.filter((suite) => failed.includes(suite.status)), known = /* @__PURE__ */ new Map(), telling = /* @__PURE__ */ new Map(), begun = 0;
  await readSuites(red, {
    knowledge,
    catalog: world.tool.catalog,
    times: world.times ?? null,
    threads: world.threads ?? null,
    before: (suite) => world.progress(`reading ${suite.name} (${++begun}/${red.length})`),
    found(suite, findings) {
      let diagnosis = diagnose(suite, findings, knowledge);
      known.set(suite, { findings: withoutEvidence(findings), diagnosis }), world.baseline && isUnknown(diagnosis) && telling.set(suite, findings.telling);
    }
  });
  let diagnosed = collection.suites.map((suite) => {
    let { findings = null, diagnosis = null } = known.get(suite) ?? {};
    return { suite, findings, service: suite.service, diagnosis };
  }), common2 = commonCauses(diagnosed, knowledge), causes2 = diagnosed.flatMap(({ diagnosis }) => {
    let pattern = diagnosis?.root_cause && knowledge.patterns.get(diagnosis.root_cause.pattern);
    return pattern && pattern.family !== repeatsOthers ? [{ pattern: pattern.id, fixes: pattern.fixes }] : [];
  }), laterRuns = later2(earlier, run);
  causes2.length && world.progress("looking up fixes");
  let unknown = collection.suites.filter((suite) => telling.get(suite)?.length).slice(0, mostCompared), [facts2] = await Promise.all([
    world.facts(wantedFacts({ run, base, merge, causes: causes2, heads: tellingHeads(earlier, run, base) })),
    compareWithPassing(world, unknown, (suite) => {
      let { findings, diagnosis } = known.get(suite);
      return { findings: { ...findings, telling: telling.get(suite) }, diagnosis };
    })
  ]);
  telling.clear();
  let branch = base ?? facts2.base, suites = diagnosed.map(({ suite, findings, diagnosis }) => {
    let { service } = suite, cause2 = causes2.find((c) => c.pattern === diagnosis?.root_cause?.pattern), fix = cause2 ? fixStatus({ cause: cause2, service, facts: facts2, later: laterRuns, run }) : null;
    if (!diagnosis || !earlier.length) return { suite, findings, diagnosis, fix, history: null, note: "" };
    let { signature } = diagnosis, current = { run, service, pattern: cause2?.pattern ?? null, signature }, past2 = history({ earlier, current, base: branch }), shown3 = [...diagnosis.chain.map((link2) => link2.pattern), ...cause2 ? [cause2.pattern] : []], told = compare({ earlier, current, base: branch, shown: shown3 }), note = sayHistory(past2, { run, base: branch, ...told });
    return { suite, findings, diagnosis, fix, history: past2, note };
  }), incomplete2 = [...collection.incomplete, ...facts2.incomplete], report = buildReport({ tool: world.tool, run, incomplete: incomplete2, suites, common_causes: common2 }), notes = suites.filter(({ note }) => note !== "").map(({ suite, note }) => [suite.service, note]), reviewerNotes = Object.fromEntries(notes);
  return { report: redactReport(report, world.redact), reviewerNotes };
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
  if (source.type === "recorded") {
    let { collectRecorded } = await import("./chunk-W36XT6FL.js");
    return (await collectRecorded({ dir: source.dir, select, limits })).collection;
  }
  if (source.type === "run-url") {
    let { collectFromGitHub } = await import("./chunk-VHQVVMSQ.js");
    return collectFromGitHub(fromAddress(source, config, means));
  }
  return collectFromFiles({ source, select, limits, tempDir: means.tempDir, stdin: process.stdin });
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
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
async function earlierFor(options) {
  let { folder, recorded, access, collection, deadline, progress } = options, { incomplete: incomplete2 } = collection;
  if (folder !== null || access === null)
    return { reports: await earlierFromFolder(folder, recorded, incomplete2), base: null };
  if (!collection.suites.some((suite) => suite.status === "failed" || suite.status === "timed_out"))
    return { reports: [], base: null };
  progress("reading earlier reports");
  let base = await baseBranch(access, collection.run, incomplete2, deadline), { fetchEarlier } = await import("./chunk-2P7LNQ4V.js"), { reports, notes } = await fetchEarlier({ ...access, collection, base, deadline });
  return incomplete2.push(...notes), { reports, base };
}
async function baseBranch({ client, owner, repo }, run, notes, deadline) {
  let calls = boundedCalls(1, deadline), at = { owner, repo }, found = run.pull_request === null ? await calls.get("contents: read", async (signal) => {
    let { data } = await client.request("GET /repos/{owner}/{repo}", { ...at, request: { signal } });
    return { data: data.default_branch };
  }) : await calls.get("pull-requests: read", async (signal) => {
    let pull2 = { ...at, pull_number: run.pull_request, request: { signal } }, { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", pull2);
    return { data: data.base.ref };
  });
  return "data" in found ? found.data : (notes.push({ what: "base branch", why: found.why }), null);
}
async function earlierFromFolder(folder, recorded, notes) {
  let paths = folder === null ? recorded : await listed(folder), reports = [];
  if (!paths.length) return reports;
  let { parseReport } = await import("./chunk-YK6QHGFX.js");
  for (let path of paths)
    try {
      let report = parseReport(await readFile(path, "utf8"));
      report ? reports.push(report) : notes.push({ what: path, why: "is not a report of this tool" });
    } catch (error) {
      notes.push({ what: path, why: describe(error) });
    }
  return reports.sort((a, b) => (a.run.created_at ?? "").localeCompare(b.run.created_at ?? "", "en"));
}
async function listed(folder) {
  try {
    return (await readdir(folder)).filter((n) => n.endsWith(".json")).sort().map((n) => join(folder, n));
  } catch (cause2) {
    throw new UserError(`--history ${folder}: ${describe(cause2)}`, { cause: cause2 });
  }
}

// src/commands/facts.ts
import { readFile as readFile2 } from "node:fs/promises";

// src/fixes/messages.ts
var PATTERN = "([a-z0-9][a-z0-9-]{0,99})(?:/([^\\s/`]{1,100}))?", TRAILER = new RegExp(`^[ \\t]*E2E-Fix:[ \\t]*${PATTERN}[ \\t\\r]*$`, "gim"), MENTION = new RegExp(
  `^[ \\t]*(?:<!--[ \\t]*|[-*>][ \\t]+)?\`?e2e-triage:[ \\t]*${PATTERN}\`?(?:[ \\t]*-->)?[ \\t\\r]*$`,
  "gim"
), CLOSES = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \t]+([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gi, REVERTS = /\bThis reverts commit ([0-9a-f]{7,40})\b/gi, REVERTS_PULL = /^Reverts ([\w.-]+\/[\w.-]+)?#(\d{1,9})\b/gim, PICKED = /\(cherry picked from commit ([0-9a-f]{7,40})\)/gi, MAX_TEXT = 65536, MAX_HITS = 50;
function hits(text3, expression) {
  let found = [];
  for (let hit of text3.slice(0, MAX_TEXT).matchAll(expression)) {
    if (found.length === MAX_HITS) break;
    found.push(hit);
  }
  return found;
}
var claims = (text3, expression) => hits(text3, expression).map((hit) => ({ pattern: hit[1].toLowerCase(), service: hit[2] ?? null })), trailers = (message) => claims(message, TRAILER), mentions = (body) => [...claims(body, MENTION), ...claims(body, TRAILER)], closes = (text3, repository) => hits(text3, CLOSES).filter((hit) => !hit[1] || hit[1].toLowerCase() === repository?.toLowerCase()).map((hit) => Number(hit[2])), reverts = (message, repository) => ({
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
    async has(commit, head) {
      let { code: code2 } = await git(["merge-base", "--is-ancestor", commit, head]);
      return code2 === 0 ? !0 : code2 === 1 && short2 === null ? !1 : null;
    },
    async copies(commit) {
      let title3 = (text3) => subject(text3).replace(/ \(#\d+\)$/, ""), alike2 = [...graph.commits.values()].filter((other) => other.sha !== commit.sha && title3(other.message) === title3(commit.message)).filter((other) => other.parents.length < 2).slice(0, MAX_SAME);
      if (alike2.length === 0) return [];
      let patch = await patchId(git, commit.sha), same = [];
      if (patch) for (let { sha } of alike2) await patchId(git, sha) === patch && same.push(sha);
      return same;
    },
    pullsOf: async () => [],
    pull: (number) => pull(git, graph, number),
    issue: async (number) => ({
      number,
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
async function pull(git, graph, number) {
  let landed2 = [...graph.commits.values()].find((commit) => landedPull(commit.message) === number), known = { number, url: null, title: landed2 ? subject(landed2.message) : null };
  if (landed2)
    return { ...known, state: "merged", merge_commit: landed2.sha, head: landed2.parents[1] ?? null, why: null };
  let why2 = "a clone does not know whether this pull request is open";
  for (let ref of [
    `refs/pull/${number}/head`,
    `refs/remotes/origin/pr/${number}`,
    `refs/remotes/pull/${number}/head`
  ]) {
    let { code: code2, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
    if (code2 === 0) return { ...known, state: null, merge_commit: null, head: stdout.trim(), why: why2 };
  }
  return { ...known, state: null, merge_commit: null, head: null, why: why2 };
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
  let why2 = stderr.trim().split(`
`, 1)[0]?.slice(0, 200);
  throw new UserError(`--repo ${dir} is not a git repository that can be read: ${why2}`);
}

// src/fixes/graph.ts
var emptyGraph = () => ({ commits: /* @__PURE__ */ new Map(), floors: /* @__PURE__ */ new Map() });
var time = (at) => at === null ? Number.NaN : Date.parse(at);
function addListing(graph, listed3, complete) {
  let floor = complete ? -1 / 0 : 1 / 0;
  if (!complete) for (let commit of listed3) floor = Math.min(floor, time(commit.committed_at));
  for (let commit of listed3)
    graph.commits.set(commit.sha, commit), graph.floors.set(commit.sha, Math.min(floor, graph.floors.get(commit.sha) ?? 1 / 0));
}
function listedHas(graph, commit, head) {
  let seen = /* @__PURE__ */ new Set([head]), queue = [head];
  for (let at = queue.pop(); at !== void 0; at = queue.pop()) {
    if (at === commit) return !0;
    for (let parent of graph.commits.get(at)?.parents ?? [])
      seen.has(parent) || (seen.add(parent), queue.push(parent));
  }
  let floor = graph.floors.get(head);
  if (floor !== void 0)
    return floor === -1 / 0 || time(graph.commits.get(commit)?.committed_at ?? null) > floor + 864e5 ? !1 : void 0;
}
var withPrefix = (graph, prefix) => {
  let whole = graph.commits.get(prefix);
  return whole ? [whole] : [...graph.commits.values()].filter((commit) => commit.sha.startsWith(prefix));
};

// src/fixes/ancestry.ts
var MAX_DEPTH = 8;
function ancestry(repository) {
  let { graph } = repository, asked = /* @__PURE__ */ new Map(), takenBack = [];
  for (let commit of graph.commits.values()) {
    let found = reverts(commit.message, repository.name);
    found.commits.length + found.pulls.length > 0 && takenBack.push({ sha: commit.sha, ...found });
  }
  async function has(commit, head, ask = !0) {
    if (head === null) return null;
    let listed3 = listedHas(graph, commit, head);
    if (listed3 !== void 0) return listed3;
    let key = `${commit}..${head}`, known = asked.get(key) ?? (ask ? repository.has(commit, head) : null);
    return known !== null && asked.set(key, known), known;
  }
  async function merged(commit, target) {
    return target.parents.length < 2 ? !1 : await has(commit, target.sha) === !0 && await has(commit, target.parents[0]) === !1;
  }
  async function hits2(revert, commit) {
    let message = graph.commits.get(commit)?.message, pull2 = message === void 0 ? null : landedPull(message);
    if (pull2 !== null && revert.pulls.includes(pull2)) return !0;
    for (let prefix of revert.commits) {
      if (commit.startsWith(prefix)) return !0;
      let target = graph.commits.get(prefix);
      if (target && await merged(commit, target)) return !0;
    }
    return !1;
  }
  async function one(commit, head, ask, depth2 = 0) {
    let there = await has(commit, head, ask);
    if (there !== !0 || depth2 > MAX_DEPTH) return { has: there, revert: null };
    for (let revert of takenBack)
      if (revert.sha !== commit && await hits2(revert, commit) && (await one(revert.sha, head, ask, depth2 + 1)).has === !0)
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
function picked(graph, commit) {
  let group = [commit.sha, ...originals(graph, commit)];
  for (let other of graph.commits.values())
    pickedFrom(other.message).some((from) => group.some((sha) => sha.startsWith(from))) && group.push(other.sha);
  return [...new Set(group)];
}
var originals = (graph, commit) => pickedFrom(commit.message).flatMap(
  (from) => from.length === 40 ? [from] : [...graph.commits.keys()].filter((sha) => sha.startsWith(from))
);

// src/fixes/commit-fact.ts
var HASH = /^[0-9a-f]{4,40}$/, noCommit = (why2) => ({
  sha: null,
  title: null,
  url: null,
  committed_at: null,
  landed: null,
  contained_in: {},
  reverted_by: null,
  why: why2
});
async function find(repository, written) {
  let ref = written.toLowerCase();
  if (!HASH.test(ref)) return { why: `\`${written.slice(0, 50)}\` is not a commit hash` };
  let listed3 = withPrefix(repository.graph, ref);
  return listed3.length > 1 ? { why: `${ref} is ambiguous: ${listed3.length} commits begin so` } : listed3[0] && ref.length >= 7 ? listed3[0] : await repository.find(ref);
}
async function commitFact(world, ref, bringing) {
  let { repository, known, heads, pulls: pulls3 } = world, { merge } = repository, commit = await find(repository, ref);
  if ("why" in commit) return noCommit(commit.why);
  let base = repository.base?.tip ?? null, copies = [.../* @__PURE__ */ new Set([...picked(repository.graph, commit), ...await repository.copies(commit)])], tested = await known.effect(copies, repository.tested), onBase2 = () => known.effect(copies, base, repository.cheap || tested.has !== !0), landed2 = await onBase2(), contained = {};
  if (tested.has !== !0 && landed2.has !== !0 && landed2.revert === null) {
    for (let pull2 of bringing ? [bringing] : await repository.pullsOf(commit))
      pulls3[pull2.number] ??= pull2, pull2.state === "merged" && pull2.merge_commit ? copies.push(pull2.merge_commit) : pull2.state === "open" && pull2.head && (contained[pull2.head] = !0);
    tested = await known.effect(copies, repository.tested), landed2 = await onBase2(), repository.tested && await known.has(repository.tested, commit.sha) && (contained[commit.sha] = !0);
  }
  for (let head of heads)
    HASH.test(head) && (contained[head] = (await known.effect(copies, head, repository.cheap)).has);
  repository.tested && (contained[repository.tested] = tested.has);
  let ran = merge === null ? tested : await known.effect(copies, merge);
  merge !== null && (contained[merge] = ran.has);
  let open = tested.has === null || landed2.has === null || ran.has === null;
  return {
    sha: commit.sha,
    title: subject(commit.message) || null,
    url: commit.url,
    committed_at: commit.committed_at,
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
async function lookup(repository, wanted) {
  let facts2 = noFacts(repository.tested, repository.base?.name ?? wanted.base);
  repository.merge !== null && (facts2.merge = repository.merge);
  let patterns = new Set(wanted.causes.map((cause2) => cause2.pattern));
  fromCommits(repository, wanted, patterns, facts2), fromThreads(repository, wanted, patterns, facts2), facts2.trailers.splice(MAX_CLAIMS), facts2.mentions.splice(MAX_CLAIMS);
  let heads = wanted.heads.slice(-MAX_HEADS), declared2 = wanted.causes.flatMap((cause2) => [...cause2.fixes].reverse()), known = ancestry(repository), add = async (ref, brings) => {
    if (Object.hasOwn(facts2.commits, ref) || Object.keys(facts2.commits).length >= MAX_COMMITS) return;
    let pull2 = facts2.trailers.find((trailer) => trailer.commit === ref && trailer.pull !== null)?.pull, bringing = brings ?? (pull2 ? facts2.pulls[pull2] : void 0);
    facts2.commits[ref] = await commitFact({ repository, known, heads, pulls: facts2.pulls }, ref, bringing);
  };
  for (let fix of declared2) fix.commit !== void 0 && await add(fix.commit);
  for (let trailer of facts2.trailers) await add(trailer.commit);
  let named = (type) => facts2.mentions.filter((m) => m.type === type).map((m) => m.number);
  for (let number of [...declared2.flatMap((fix) => fix.pull ?? []), ...named("pull")])
    facts2.pulls[number] ??= await repository.pull(number);
  for (let number of [...declared2.flatMap((fix) => fix.issue ?? []), ...named("issue")])
    facts2.issues[number] ??= await repository.issue(number);
  for (let pull2 of Object.values(facts2.pulls)) {
    let landed2 = pull2.state === "merged" ? pull2.merge_commit : pull2.state === "open" ? pull2.head : null;
    landed2 !== null && await add(landed2, pull2);
  }
  let open = new Set(wanted.causes.filter((cause2) => !settled(cause2, facts2)).map((cause2) => cause2.pattern));
  open.size > 0 && await fromOpenPulls(repository, open, facts2);
  for (let trailer of facts2.trailers) await add(trailer.commit);
  return facts2;
}
function settled({ pattern, fixes: fixes2 }, facts2) {
  let lacking = (fact) => fact?.landed === !0 && facts2.tested !== null && fact.contained_in[facts2.merge ?? facts2.tested] === !1, commits2 = [
    ...fixes2.flatMap((fix) => fix.commit ?? []),
    ...facts2.trailers.filter((trailer) => trailer.pattern === pattern).map((trailer) => trailer.commit)
  ], pulls3 = [
    ...fixes2.flatMap((fix) => fix.pull ?? []),
    ...facts2.mentions.filter((m) => m.type === "pull" && m.pattern === pattern).map((m) => m.number)
  ].flatMap((number) => facts2.pulls[number] ?? []);
  return commits2.some((commit) => lacking(facts2.commits[commit])) || pulls3.some(
    ({ state, merge_commit }) => state === "open" || merge_commit !== null && lacking(facts2.commits[merge_commit])
  );
}
var issuesOf = (wanted) => wanted.causes.flatMap(
  ({ pattern, fixes: fixes2 }) => fixes2.flatMap(
    ({ issue, services }) => issue === void 0 ? [] : (services.length > 0 ? services : [null]).map((service) => ({ issue, pattern, service }))
  )
);
function fromCommits(repository, wanted, patterns, facts2) {
  let issues2 = issuesOf(wanted);
  for (let { sha, message } of repository.graph.commits.values()) {
    for (let claim of trailers(message))
      patterns.has(claim.pattern) && facts2.trailers.push({ commit: sha, pull: null, ...claim });
    let closed = closes(message, repository.name);
    for (let { issue, pattern, service } of issues2)
      closed.includes(issue) && facts2.trailers.push({ commit: sha, pattern, service, pull: null });
  }
}
function fromThreads(repository, wanted, patterns, facts2) {
  let issues2 = issuesOf(wanted);
  for (let { type, number, body } of repository.threads)
    for (let claim of mentions(body))
      patterns.has(claim.pattern) && (facts2.mentions.push({ type, number, ...claim }), type === "issue" && issues2.push({ issue: number, ...claim }));
  for (let { type, number, body, closes: linked = [] } of repository.threads) {
    if (type !== "pull") continue;
    let closed = [...closes(body, repository.name), ...linked];
    for (let { issue, pattern, service } of issues2)
      closed.includes(issue) && facts2.mentions.push({ type, number, pattern, service });
  }
}
async function fromOpenPulls(repository, patterns, facts2) {
  for (let { pull: pull2, commit } of await repository.openCommits())
    for (let claim of trailers(commit.message))
      patterns.has(claim.pattern) && (facts2.pulls[pull2.number] = pull2, repository.graph.commits.set(commit.sha, repository.graph.commits.get(commit.sha) ?? commit), facts2.trailers.push({ commit: commit.sha, pull: pull2.number, ...claim }));
}

// src/fixes/git.ts
var MAX_COMMITS2 = 2e3, HASH2 = /^[0-9a-f]{4,40}$/, BRANCH = /^(?!.*\.\.)[A-Za-z0-9_][\w./+#-]{0,200}$/, RECORD2 = "%H%x1f%P%x1f%cI%x1f%an <%ae> %at%x1f%B";
async function factsFromClone(options) {
  let { dir, wanted } = options;
  if (wanted.causes.length === 0) return noFacts(wanted.tested, wanted.base);
  let git = gitIn(dir), notes = [], shallow = await depth(git), short2 = shallow === null ? null : `the clone is shallow (${shallow} commits deep): fetch it with fetch-depth: 0`, graph = emptyGraph(), read = async (tip) => {
    if (tip === null || graph.floors.has(tip)) return;
    let listed3 = await log(git, tip);
    addListing(graph, listed3, listed3.length < MAX_COMMITS2 && shallow === null);
  }, tested = await hash(git, wanted.tested), merge = await hash(git, wanted.merge_sha ?? null), base = await baseBranch2(git, wanted.base);
  await read(tested), await read(merge), await read(base?.tip ?? null);
  for (let head of wanted.heads) await read(await hash(git, head));
  wanted.tested !== null && tested === null && notes.push({
    what: `commit ${wanted.tested.slice(0, 40)}`,
    why: short2 ?? "the clone does not have it: fetch its branch"
  }), base === null ? notes.push({ what: "base branch", why: `the clone has no ${wanted.base ?? "origin/HEAD, main or master"}` }) : short2 !== null && notes.push({ what: "history of the clone", why: short2 });
  let repository = {
    name: wanted.repository,
    graph,
    tested,
    merge: merge ?? wanted.merge_sha ?? null,
    cheap: !0,
    base,
    threads: [],
    ...askClone(git, graph, short2),
    doubt: () => short2 ?? (tested === null ? "the clone does not have the tested commit" : null) ?? (wanted.merge_sha && merge === null ? "the clone does not have the merge commit that was built" : null) ?? (base === null ? "the clone has no base branch" : null)
  }, facts2 = await lookup(repository, wanted);
  return Object.keys(facts2.issues).length + Object.values(facts2.pulls).filter((pull2) => pull2.why).length > 0 && notes.push({
    what: "issues and pull requests",
    why: "a clone does not know their state: leave --repo out to ask GitHub"
  }), facts2.incomplete.push(...notes), facts2;
}
async function depth(git) {
  let { stdout } = await git(["rev-parse", "--is-shallow-repository"]);
  if (stdout.trim() !== "true") return null;
  let { stdout: count2 } = await git(["rev-list", "--count", "--all", "--max-count=100000"]);
  return Number(count2.trim()) || 1;
}
async function hash(git, ref) {
  if (ref === null || !HASH2.test(ref)) return null;
  let { code: code2, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  return code2 === 0 && stdout.startsWith(ref) ? stdout.trim() : null;
}
async function baseBranch2(git, wanted) {
  let names2 = [];
  if (wanted !== null) names2.push(wanted);
  else {
    let { stdout } = await git(["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]), name = stdout.trim().replace(/^refs\/remotes\/origin\//, "");
    names2.push(...name ? [name] : [], "main", "master");
  }
  for (let name of names2)
    if (BRANCH.test(name))
      for (let ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`]) {
        let { code: code2, stdout } = await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
        if (code2 === 0) return { name, tip: stdout.trim() };
      }
  return null;
}
async function log(git, tip) {
  let { stdout } = await git(["log", "-z", `--format=${RECORD2}`, `--max-count=${MAX_COMMITS2}`, tip, "--"]);
  return stdout.split("\0").flatMap((record) => {
    let [sha, parents, at, author, message] = record.split("");
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
    let { status, base_commit } = found.data;
    return compared.set(`${base_commit.sha}..${to}`, status === "ahead" || status === "identical"), compared.set(`${to}..${base_commit.sha}`, status === "behind" || status === "identical"), found;
  }
  let keep = (rest2, ref) => {
    let commit = asCommit(rest2);
    return commit.sha.startsWith(ref) ? (graph.commits.set(commit.sha, graph.commits.get(commit.sha) ?? commit), commit) : null;
  };
  return {
    async find(ref) {
      let found = { why: "", missing: !0 };
      if (tested !== null) {
        let both = await compare2(ref, tested);
        if ("data" in both) {
          let commit = keep(both.data.base_commit, ref);
          if (commit) return commit;
        } else found = both;
      }
      if ("missing" in found && found.missing && (found = await calls.get(
        "contents: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/commits/{ref}", { ...at, ref, request: { signal } })
      )), "data" in found) {
        let commit = keep(found.data, ref);
        return commit || { why: `${ref} is not a commit of ${at.owner}/${at.repo}` };
      }
      let also = ref.length < 40 ? ", or several begin so" : "";
      return { why: found.missing ? `no commit ${ref} in ${at.owner}/${at.repo}${also}` : found.why };
    },
    async has(commit, head) {
      let known = compared.get(`${commit}..${head}`);
      return known !== void 0 ? known : (head !== lost && await compare2(commit, head), compared.get(`${commit}..${head}`) ?? null);
    },
    copies: async (commit) => copiesOf(graph, commit)
  };
}
function copiesOf(graph, commit) {
  let same = (other) => commit.author !== null && other.author === commit.author && subject(other.message) === subject(commit.message);
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
  let listed3 = (type, number) => threads.find((thread) => thread.type === type && thread.number === number), fromThread = (thread) => {
    let { number, title: title3, url } = thread, landed2 = [...graph.commits.values()].find((commit) => landedPull(commit.message) === number), merge_commit = thread.state === "merged" ? landed2?.sha ?? null : null;
    return { number, title: title3, url, state: thread.state, merge_commit, head: null, why: null };
  };
  return {
    threads,
    async pullsOf(commit) {
      let found = await calls.get(
        "pull-requests: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
          ...at,
          commit_sha: commit.sha,
          per_page: 10,
          request: { signal }
        })
      );
      return "data" in found ? found.data.map((pull2) => asPull(pull2)) : [];
    },
    async pull(number) {
      let thread = listed3("pull", number), known = thread ? fromThread(thread) : null;
      if (known?.state === "closed" || known?.merge_commit) return known;
      let found = await calls.get(
        "pull-requests: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
          ...at,
          pull_number: number,
          request: { signal }
        })
      );
      if ("data" in found) return asPull(found.data);
      if (known) return { ...known, why: found.why };
      let why2 = found.missing ? `no pull request #${number} in ${at.owner}/${at.repo}` : found.why;
      return { number, title: null, url: null, state: null, merge_commit: null, head: null, why: why2 };
    },
    async issue(number) {
      let thread = listed3("issue", number);
      if (thread)
        return {
          number,
          title: thread.title,
          url: thread.url,
          state: thread.state,
          why: null
        };
      let found = await calls.get(
        "issues: read",
        (signal) => client.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
          ...at,
          issue_number: number,
          request: { signal }
        })
      );
      if ("data" in found) {
        let { title: title3, html_url, state } = found.data;
        return {
          number,
          title: title3.slice(0, 200),
          url: html_url,
          state: state === "open" ? "open" : "closed",
          why: null
        };
      }
      let why2 = found.missing ? `no issue #${number} in ${at.owner}/${at.repo}` : found.why;
      return { number, title: null, url: null, state: null, why: why2 };
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
        let commits2 = found.data.map((rest2) => asCommit(rest2)), pull2 = { ...fromThread(thread), head: commits2.at(-1)?.sha ?? null };
        for (let commit of commits2) all.push({ pull: pull2, commit });
      }
      return all;
    }
  };
}

// src/fixes/github-rest.ts
var PAGE = 100, MANY = 4, MAX_PAGES = 8, MAX_HEAD_LISTINGS = 2, isHash = (text3) => text3 !== null && /^[0-9a-f]{4,40}$/.test(text3);
async function factsFromRest(options, calls) {
  let { wanted, client, owner, repo } = options, at = { owner, repo }, graph = emptyGraph(), list2 = lister(calls, client, at, graph), base = wanted.base;
  if (base === null) {
    let found = await calls.get(
      "contents: read",
      (signal) => client.request("GET /repos/{owner}/{repo}", { ...at, request: { signal } })
    );
    "data" in found && (base = found.data.default_branch);
  }
  let [tip, threads] = await Promise.all([
    base === null ? null : list2(base, 1),
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
  ]), { merge_sha: merge = null } = wanted;
  isHash(merge) && !graph.floors.has(merge) && await list2(merge, 1);
  let tested = isHash(wanted.tested) ? graph.floors.has(wanted.tested) ? wanted.tested : await list2(wanted.tested, 1) : null, listed3 = 0;
  for (let head of [...wanted.heads].reverse()) {
    if (graph.commits.has(head) || listed3 === MAX_HEAD_LISTINGS) break;
    isHash(head) && head.length === 40 && ++listed3 && await list2(head, 1);
  }
  tip && base !== null && await deepen(list2, base, graph, wanted);
  let testedSha = tested ?? (isHash(wanted.tested) && wanted.tested.length === 40 ? wanted.tested : null), lost = merge !== null && !graph.floors.has(merge) ? `GitHub does not have the merge commit ${merge.slice(0, 9)} any more` : null, repository = {
    name: `${owner}/${repo}`,
    graph,
    tested: testedSha,
    merge,
    cheap: !1,
    base: base === null ? null : { name: base, tip },
    ...askCommits(calls, client, at, graph, testedSha, lost === null ? null : merge),
    ...askThreads(calls, client, at, graph, "data" in threads ? threads.data.map(asThread) : []),
    doubt: () => calls.doubt() ?? lost
  }, facts2 = await lookup(repository, wanted);
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
async function deepen(list2, ref, graph, wanted) {
  let refs = new Set(
    wanted.causes.flatMap((cause2) => cause2.fixes.flatMap((fix) => fix.commit?.toLowerCase() ?? []))
  );
  for (let page3 = 2; page3 <= MAX_PAGES; page3++) {
    let missing2 = [...refs].filter((hash2) => withPrefix(graph, hash2).length === 0), before = graph.commits.size;
    if (missing2.length <= MANY || (await list2(ref, page3), graph.commits.size === before)) return;
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
}, text = (value) => JSON.stringify(value), NEWEST = "orderBy: {field: UPDATED_AT, direction: DESC}", pulls = (numbers) => numbers.map(
  (n, i) => `p${i}: pullRequest(number: ${n}) {...Pull commits(last: 1) {nodes {commit {...Message}}}}`
), issues = (numbers) => numbers.map((n, i) => `i${i}: issueOrPullRequest(number: ${n}) {...Told ...Pull}`), commits = (refs) => refs.map((ref, i) => `f${i}: object(expression: ${text(ref)}) {...Found}`);
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
  let { base, tips, asked, patterns, repository } = options, branch = base === null ? "defaultBranchRef" : `ref(qualifiedName: ${text(`refs/heads/${base}`)})`, listings = Object.entries(tips).map(
    ([name, sha]) => `${name}: object(expression: ${text(sha)}) {...Listed}`
  ), searches = (patterns.length > 4 ? ["e2e-triage"] : patterns.map((pattern) => `e2e-triage: ${pattern}`)).flatMap(
    (phrase) => ["issue", "pr"].map((kind) => `repo:${repository} is:${kind} in:body sort:updated-desc "${phrase}"`)
  ).map(
    (query, i) => `s${i}: search(type: ISSUE, first: 50, query: ${text(query)}) {nodes {...Told ...Pull}}`
  ), code2 = [`base: ${branch} {name target {...Listed}}`, ...listings, ...commits(asked.commits)], talk = [
    `newest: pullRequests(first: 100, ${NEWEST}) {nodes {...Pull}}`,
    `open: pullRequests(first: 10, states: [OPEN], ${NEWEST}) {nodes {number commits(last: 50) {nodes {commit {...Message}}}}}`,
    ...pulls(asked.pulls)
  ], told = [`newest: issues(first: 100, ${NEWEST}) {nodes {...Told}}`, ...issues(asked.issues)];
  return document({ code: code2, talk, told }, searches);
}
function nextQuery(questions, base) {
  let { pairs, older } = questions, window = (pair, first) => {
    let since = `${new Date(Date.parse(pair.at) - 864e5).toISOString().slice(0, 19)}Z`;
    return `history(first: ${first}, since: ${text(since)}, until: ${text(pair.at)})`;
  }, windows = pairs.flatMap((pair, i) => [
    `w${i}: object(expression: ${text(pair.head)}) {... on Commit {${window(pair, 100)} {nodes {oid} pageInfo {hasNextPage}}}}`,
    `c${i}: object(expression: ${text(pair.commit)}) {... on Commit {${window(pair, 1)} {nodes {oid}}}}`
  ]), compared = pairs.flatMap(
    (pair, i) => pair.head === base?.tip ? [`b${i}: compare(headRef: ${text(pair.commit)}) {status}`] : []
  ), code2 = [
    ...commits(questions.commits),
    ...windows,
    ...base && compared.length > 0 ? [`base: ref(qualifiedName: ${text(`refs/heads/${base.name}`)}) {
${compared.join(`
`)}
}`] : [],
    ...older ? [
      `older: object(expression: ${text(older.tip)}) {... on Commit {history(first: 100, after: ${text(older.cursor)}) {...Page}}}`
    ] : []
  ];
  return document({ code: code2, talk: pulls(questions.pulls), told: issues(questions.issues) });
}
var isHash2 = (value) => value !== null && /^[0-9a-f]{4,40}$/.test(value);
function declared({ causes: causes2 }) {
  let fixes2 = causes2.flatMap((cause2) => cause2.fixes), once = (values) => [...new Set(values)].slice(0, 100);
  return {
    commits: once(fixes2.flatMap((fix) => fix.commit?.toLowerCase() ?? []).filter(isHash2)),
    pulls: once(fixes2.flatMap((fix) => fix.pull ?? [])),
    issues: once(fixes2.flatMap((fix) => fix.issue ?? []))
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
}), lower = (state) => state.toLowerCase(), title = (part) => part.title.slice(0, 200), asPull2 = (part) => ({
  number: part.number,
  title: title(part),
  url: part.url,
  state: lower(part.pullState),
  merge_commit: part.mergeCommit?.oid ?? null,
  head: part.headRefOid,
  why: null
}), asIssue = (part) => ({
  number: part.number,
  title: title(part),
  url: part.url,
  state: (isPull(part) ? part.pullState : part.issueState) === "OPEN" ? "open" : "closed",
  why: null
}), asThread2 = (part, repository) => ({
  type: isPull(part) ? "pull" : "issue",
  number: part.number,
  title: title(part),
  url: part.url,
  body: part.body,
  state: lower(isPull(part) ? part.pullState : part.issueState),
  ...isPull(part) ? {
    closes: nodes(part.closingIssuesReferences).filter((issue) => issue.repository.nameWithOwner.toLowerCase() === repository.toLowerCase()).map((issue) => issue.number)
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
  for (let { number, commits: commits2 } of nodes(talk?.open)) {
    let pull2 = known.pulls.get(number);
    if (pull2)
      for (let { commit } of nodes(commits2)) known.open.push({ pull: pull2, commit: learnCommit(known, commit) });
  }
  learnAsked(known, reply, asked);
}
function learnNext(known, reply, questions) {
  learnAsked(known, reply, questions);
  let code2 = reply.data?.code, compared = code2?.base;
  for (let [i, { commit, head }] of questions.pairs.entries()) {
    let status = compared?.[`b${i}`]?.status, there = status ? status === "BEHIND" || status === "IDENTICAL" : windowTells(code2, i, commit);
    known.has.set(`${commit}..${head}`, there);
  }
  let { older } = questions, listing = older && known.listings.get(older.tip);
  if (listing) {
    let page3 = code2?.older?.history;
    listing.commits.push(...nodes(page3).map(asCommit2)), listing.cursor = page3 ? cursorOf(page3) : UNKNOWN;
  }
}
var UNKNOWN = "", cursorOf = ({ pageInfo }) => pageInfo.hasNextPage ? pageInfo.endCursor ?? UNKNOWN : null;
function windowTells(code2, index, commit) {
  let history2 = code2?.[`w${index}`]?.history, own = code2?.[`c${index}`]?.history;
  return history2 ? nodes(history2).some(({ oid }) => oid === commit) ? !0 : nodes(own).some(({ oid }) => oid === commit) && !history2.pageInfo.hasNextPage ? !1 : null : null;
}
function learnListing(known, listed3) {
  return !listed3?.oid || !listed3.history ? null : (known.listings.set(listed3.oid, {
    commits: nodes(listed3.history).map(asCommit2),
    cursor: cursorOf(listed3.history)
  }), listed3.oid);
}
function learnCommit(known, part) {
  let commit = asCommit2(part);
  return known.commits.set(commit.sha, commit), commit;
}
function learnPull(known, part) {
  let pull2 = asPull2(part);
  known.pulls.set(pull2.number, pull2), part.mergeCommit && learnCommit(known, part.mergeCommit);
  for (let { commit } of nodes(part.commits)) learnCommit(known, commit);
  return pull2;
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
    let commit = part?.oid?.startsWith(ref) && part.message !== void 0 ? learnCommit(known, part) : null;
    known.commits.set(ref, commit), commit && known.bringing.set(
      commit.sha,
      nodes(part?.associatedPullRequests).map((pull2) => learnPull(known, pull2))
    );
  }
  for (let [i, number] of asked.pulls.entries()) {
    let part = at("talk", talk, `p${i}`, `pull ${number}`);
    part ? learnPull(known, part) : part === null && known.pulls.set(number, null);
  }
  for (let [i, number] of asked.issues.entries()) {
    let part = at("told", told, `i${i}`, `issue ${number}`);
    part !== void 0 && known.issues.set(number, part && asIssue(part));
  }
}

// src/fixes/graphql-repository.ts
var MAX_PAIRS = 40, MAX_ASKED = 50, noQuestions = () => ({ commits: [], pulls: [], issues: [], pairs: [], older: null }), isEmpty = ({ commits: commits2, pulls: pulls3, issues: issues2, pairs }) => commits2.length + pulls3.length + issues2.length + pairs.length === 0;
function inherited(known, graph, commit, head) {
  for (let [key, there] of known.has) {
    if (there === null || !key.startsWith(`${commit}..`)) continue;
    let other = key.slice(commit.length + 2);
    if (there ? listedHas(graph, other, head) : listedHas(graph, head, other)) return there;
  }
}
function knownRepository(options) {
  let { name, known, calls, questions, tested, merge, base, lost } = options, graph = graphOf(known), unanswered = () => calls.doubt() ?? "it was not asked", room = () => (calls.left() === 0 && calls.exhausted(), calls.left() > 0);
  function ask(what, list2, question) {
    known.refused.has(`${what} ${question}`) || list2.includes(question) || !room() || list2.length < MAX_ASKED && list2.push(question);
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
      let commit = known.commits.get(ref);
      if (commit === void 0 && ask("commit", questions.commits, ref), commit)
        return graph.commits.set(commit.sha, graph.commits.get(commit.sha) ?? commit), commit;
      let also = ref.length < 40 ? ", or several begin so" : "";
      return { why: commit === null ? `no commit ${ref} in ${name}${also}` : unanswered() };
    },
    async has(sha, head) {
      let answer2 = known.has.get(`${sha}..${head}`), told = typeof answer2 == "boolean" ? answer2 : inherited(known, graph, sha, head);
      if (told !== void 0) return told;
      if (answer2 === null || known.gone.has(head)) return null;
      let commit = commitOf(known, graph, sha);
      return commit === null ? !1 : (commit === void 0 ? ask("commit", questions.commits, sha) : commit.committed_at !== null && askPair({ commit: sha, head, at: commit.committed_at }), null);
    },
    copies: async (commit) => copiesOf(graph, commit),
    async pullsOf(commit) {
      let pulls3 = known.bringing.get(commit.sha);
      return pulls3 === void 0 && ask("commit", questions.commits, commit.sha), pulls3 ?? [];
    },
    async pull(number) {
      let pull2 = known.pulls.get(number);
      pull2 === void 0 && ask("pull", questions.pulls, number);
      let why2 = pull2 === null ? `no pull request #${number} in ${name}` : unanswered();
      return pull2 ?? { number, title: null, url: null, state: null, merge_commit: null, head: null, why: why2 };
    },
    async issue(number) {
      let issue = known.issues.get(number);
      issue === void 0 && ask("issue", questions.issues, number);
      let why2 = issue === null ? `no issue #${number} in ${name}` : unanswered();
      return issue ?? { number, title: null, url: null, state: null, why: why2 };
    },
    openCommits: async () => known.open.map(({ pull: pull2, commit }) => ({ pull: { ...pull2 }, commit })),
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
  let url = `${client.request.endpoint.DEFAULTS.baseUrl.replace(/\/v3\/?$/, "")}/graphql`, variables = { owner: at.owner, name: at.repo }, found = await calls.attempt(
    (signal) => client.request(`POST ${url}`, { query, variables, request: { signal } })
  );
  if (!("data" in found)) return { why: found.why };
  let { data, errors } = found.data;
  return data === void 0 || data === null && !errors?.some((error) => error.path?.length) ? { why: errors?.[0]?.message.slice(0, 200) ?? "it answered nothing" } : found.data;
}

// src/fixes/graphql.ts
var MAX_HEADS2 = 2, REST_PAGE = 100, MAX_LISTED = 800;
async function factsFromGraphQL(options, calls) {
  let { wanted, client, owner, repo } = options, name = `${owner}/${repo}`, { merge_sha: merge = null } = wanted, known = nothingKnown(), tips = {};
  isHash2(wanted.tested) && (tips.tested = wanted.tested), isHash2(merge) && (tips.merge = merge);
  let heads = wanted.heads.filter((head) => head.length === 40 && isHash2(head)).slice(-MAX_HEADS2);
  for (let [i, head] of heads.entries()) tips[`head${i}`] = head;
  let asked = declared(wanted), first = { base: wanted.base, tips, asked, repository: name }, patterns = wanted.causes.map((cause2) => cause2.pattern), reply = await send(calls, client, { owner, repo }, firstQuery({ ...first, patterns }));
  if ("data" in reply && reply.data === null && reply.errors?.some((e) => /^s\d+$/.test(String(e.path?.[0]))) && (calls.lacks("GitHub could not search issues and pull requests"), reply = await send(calls, client, { owner, repo }, firstQuery({ ...first, patterns: [] }))), "why" in reply) return { refused: reply.why };
  if (!reply.data?.code)
    return { refused: reply.errors?.[0]?.message.slice(0, 200) ?? "it answered nothing" };
  learnFirst(known, reply, tips, asked, name), missing(calls, reply.errors, asked.issues), await listGone(calls, options, known, { merge, tested: wanted.tested });
  let lost = [["merge commit", merge], ["tested commit", wanted.tested]].filter(([, sha]) => sha !== null && known.gone.has(sha)).map(([what, sha]) => `GitHub does not have the ${what} ${sha.slice(0, 9)} any more`)[0] ?? null, whole = wanted.tested?.length === 40 && isHash2(wanted.tested) ? wanted.tested : null;
  for (; ; ) {
    let questions = noQuestions(), base = known.base ?? (wanted.base === null ? null : { name: wanted.base, tip: null }), tested = known.tips.get("tested") ?? whole, repository = knownRepository({ name, known, calls, questions, tested, merge, base, lost }), facts2 = await lookup(repository, wanted);
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
  let commits2 = found.data.map((commit) => asCommit(commit));
  known.listings.set(sha, { commits: commits2, cursor: commits2.length < REST_PAGE ? null : UNKNOWN }), known.gone.delete(sha), known.tips.set(name, sha);
  let { tested } = shas;
  tested !== null && commits2.some((commit) => commit.sha === tested) && known.gone.delete(tested);
}
var isOlder = ({ pairs }, listed3) => {
  let last = listed3.at(-1)?.committed_at ?? "";
  return pairs.some((pair) => Date.parse(pair.at) < Date.parse(last));
};
async function answer(calls, options, known, questions) {
  let { client, owner, repo } = options, reply = await send(calls, client, { owner, repo }, nextQuery(questions, known.base));
  "why" in reply ? calls.lacks(`GitHub refused GraphQL (${reply.why})`) : missing(calls, reply.errors, questions.issues), learnNext(known, "why" in reply ? {} : reply, questions);
  let graph = graphOf(known), rest2 = askCommits(calls, client, { owner, repo }, graph, null), { merge_sha } = options.wanted, late = (pair) => +(pair.head !== merge_sha);
  for (let { commit, head } of questions.pairs.toSorted((a, b) => late(a) - late(b))) {
    let key = `${commit}..${head}`;
    known.has.get(key) === null && inherited(known, graph, commit, head) === void 0 && calls.left() > 0 && known.has.set(key, await rest2.has(commit, head));
  }
}

// src/fixes/github.ts
var MAX_CALLS = 40, REST_CALLS = 3;
async function factsFromGitHub(options) {
  let { wanted, client, deadline } = options, { length: causes2 } = wanted.causes;
  if (causes2 === 0) return noFacts(wanted.tested, wanted.base);
  let used = 0, refusal = null;
  if (!await isGuest(client)) {
    let calls2 = boundedCalls(Math.min(MAX_CALLS, 3 * causes2), deadline), facts3 = await factsFromGraphQL(options, calls2).catch((error) => ({ refused: describe(error) }));
    if (!("refused" in facts3))
      return facts3.incomplete.push(...calls2.notes()), facts3;
    used = calls2.used(), refusal = facts3.refused;
  }
  let calls = boundedCalls(Math.min(MAX_CALLS, REST_CALLS + 3 * causes2), deadline, used), facts2 = await factsFromRest(options, calls), notes = calls.notes();
  return facts2.incomplete.push(...notes), refusal !== null && notes.length === 0 && facts2.incomplete.push({
    what: "facts about fixes",
    why: `GitHub refused GraphQL (${refusal}): REST shows only the newest 100 issues and pull requests`
  }), facts2;
}
async function isGuest(client) {
  return (await client.auth())?.type === "unauthenticated";
}

// src/commands/facts.ts
async function factsFor(options) {
  let { source, client, repo, factsPath, deadline } = options, now = (/* @__PURE__ */ new Date()).toISOString();
  if (repo !== void 0)
    return await checkClone(repo), { base: null, facts: (wanted) => factsFromClone({ dir: repo, wanted, now }) };
  if (factsPath) {
    let { parseFacts } = await import("./chunk-TNF4RWST.js"), facts2 = parseFacts(await readFile2(factsPath, "utf8"), factsPath);
    return { base: facts2.base, facts: async () => facts2 };
  }
  if (source.type === "run-url") {
    let { owner, repo: name } = source;
    return {
      base: null,
      facts: (wanted) => factsFromGitHub({ client, owner, repo: name, wanted, now, deadline })
    };
  }
  return { base: null, facts: async (wanted) => noFacts(wanted.tested, wanted.base) };
}

// src/commands/paths.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { readdirSync } from "node:fs";
import { join as join2 } from "node:path";
function expandPaths(base, patterns) {
  return patterns.flatMap((pattern) => {
    let { base: fixed, isGlob } = import_picomatch.default.scan(pattern);
    if (!isGlob) return [join2(base, pattern)];
    let isMatch = (0, import_picomatch.default)(pattern), found = below(join2(base, fixed)).map((name) => join2(fixed, name)).filter((path) => isMatch(path)).sort();
    if (!found.length) throw new UserError(`catalog ${pattern}: no file fits`);
    return found.map((path) => join2(base, path));
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
function hasFailed2(suite) {
  return suite.status === "failed" || suite.status === "timed_out" || suite.status === "cancelled";
}
var needsNothing = ({ diagnosis, fix }) => diagnosis?.root_cause != null && fix === null;
function causes(report) {
  let find2 = (keys) => report.suites.filter((suite) => keys.includes(suite.service)), common2 = report.common_causes.map((cause2) => ({
    pattern: cause2.pattern,
    title: cause2.title,
    suites: find2(cause2.suites),
    probable: find2(cause2.probable)
  })), single = /* @__PURE__ */ new Map();
  for (let suite of report.suites) {
    let root = suite.diagnosis?.root_cause;
    if (!hasFailed2(suite) || !root || common2.some((cause3) => cause3.suites.includes(suite))) continue;
    let key = `${root.pattern}
${root.title}`, cause2 = single.get(key) ?? { pattern: root.pattern, title: root.title, suites: [], probable: [] };
    cause2.suites.push(suite), single.set(key, cause2);
  }
  let all = [...common2, ...single.values()].filter((cause2) => cause2.suites.length > 0);
  return report.suites.some((suite) => hasFailed2(suite) && !needsNothing(suite)) ? all.filter((cause2) => !cause2.suites.every(needsNothing)) : all;
}
function unexplained(report, known) {
  let explained = new Set(known.flatMap((cause2) => [...cause2.suites, ...cause2.probable]));
  return report.suites.filter((suite) => hasFailed2(suite) && !explained.has(suite) && !needsNothing(suite));
}
function alike(open) {
  let groups = /* @__PURE__ */ new Map();
  for (let suite of open) {
    let { state, signature } = suite.diagnosis ?? { state: "no-evidence", signature: "" };
    state !== "no-evidence" && signature !== "" && groups.set(signature, [...groups.get(signature) ?? [], suite]);
  }
  return [...groups.values()].filter((group) => group.length > 1).sort((a, b) => b.length - a.length);
}
function probableCause(suite, known) {
  return known.find((cause2) => cause2.probable.includes(suite)) ?? null;
}
function hasLanded(fix) {
  return fix?.status === "fixed" || fix?.status === "should-be-fixed";
}

// src/render/context.ts
function hosts(context) {
  return URL.canParse(context.serverUrl) ? [new URL(context.serverUrl).host] : [];
}
function showsLog(context, suite) {
  return context.excerpts !== "unclassified" ? context.excerpts === "all" : suite.diagnosis?.state !== "confirmed" && suite.diagnosis?.state !== "likely";
}
function noteOn(context, service) {
  return Object.hasOwn(context.reviewerNotes, service) ? context.reviewerNotes[service] ?? null : null;
}
function wordsOf(context, pattern) {
  return Object.hasOwn(context.patterns, pattern) ? context.patterns[pattern] ?? null : null;
}

// src/render/clean.ts
var ANSI = /\u001b(?:\[[0-9;?]{0,64}[ -/]{0,8}[@-~]|\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)|.)/g, UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|\u180f|[\u{e0000}-\u{e0fff}]/gu;
function clean(value, max) {
  let seen = value.slice(0, max * 4 + 4096).replace(/\r\n?/g, `
`).replace(/\t/g, "  ").replace(ANSI, "").replace(UNSEEN, "").replaceAll("<!--", "<! --").replace(new RegExp("\\p{Surrogate}", "gu"), "�");
  return seen.length <= max ? seen : `${seen.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

// src/render/markdown.ts
var safe = (text3) => text3;
function md(words, ...values) {
  return safe(words.reduce((all, word, i) => all + String(values[i - 1]) + word));
}
function join3(parts, between) {
  return safe(parts.filter((part) => part !== "").join(between));
}
var ACTIVE = /[@$]|#\d|GH-\d|:\/\/|www\.|^[a-z][a-z0-9+.-]*:\S/i;
function text2(value, max = 300) {
  let shown3 = clean(value, max).replace(/\s+/g, " ").replace(/[^ ]+/g, (word) => ACTIVE.test(word) ? active(word) : escaped(word));
  return safe(shown3.replace(/^( ?)([-+=>]|\d{1,9}(?=[.)]))/, (_, space, mark) => space + guard(mark)));
}
function escaped(word) {
  return word.replace(/[\\`*_[\]<>&|~#]/g, "\\$&");
}
function active(word) {
  let [, before = "", core = word, after = ""] = /^([("'[]*)(.*?)([)"'\].,:;!?]*)$/.exec(word) ?? [];
  return escaped(before) + code(core) + escaped(after);
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
  return text2(part, max);
}
function code(value, max = 300) {
  let inner2 = clean(value, max).replace(/\s+/g, " ").trim();
  if (inner2 === "") return safe("");
  let ticks = "`".repeat(longestRun(inner2) + 1), pad = /^`|`$/.test(inner2) ? " " : "";
  return safe(ticks + pad + inner2 + pad + ticks);
}
function unbroken(value) {
  return safe(text2(value).replaceAll(" ", " "));
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
function link(label2, url, hosts2) {
  let parsed = url !== null && url.length <= 1e3 && URL.canParse(url) ? new URL(url) : null;
  if (!parsed || label2 === "" || parsed.protocol !== "https:" && parsed.protocol !== "http:" || parsed.username || parsed.password || hosts2 && !hosts2.includes(parsed.host)) return label2;
  let target = clean(parsed.href, 2e3).replace(/[()<>[\]\\`|*_~@\s]/g, (char) => `%${hex(char)}`);
  return safe(`[${label2}](${target})`);
}
function hex(char) {
  return char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
}
function heading(level, title3) {
  return safe(`${"#".repeat(level)} ${title3}`);
}
function bold(value) {
  return value === "" ? value : safe(`**${value}**`);
}
function small(value) {
  return value === "" ? value : safe(`<sub>${value}</sub>`);
}
function list(items) {
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
  return join3(parts, "<br>");
}
function table(header, rows) {
  let row = (cells) => `| ${cells.map(cell).join(" | ")} |`;
  return safe([row(header), row(header.map(() => "---")), ...rows.map(row)].join(`
`));
}
function cell(content) {
  return content.replace(/\s*\n\s*/g, " ").replace(/(\\*)\|/g, (found, slashes) => slashes.length % 2 === 0 ? `${slashes}\\|` : found);
}
function details(title3, body) {
  let shown3 = clean(title3, 200).replace(/[\s`]+/g, " ").replace(/[@#](?=\w)|GH(?=-\d)/g, "$&⁠").replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
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
function severityInWords({ severity: severity2, tests, status }) {
  return !severity2 || status === "missing" ? severity2 ?? "" : `${severity2}, ${tests ? SEVERITY[severity2] : "no test is known to have run"}`;
}
function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}
function percent(share) {
  return `${Math.min(99, Math.round(share * 100))} %`;
}

// src/render/evidence.ts
var LINE = 600;
function chainEvidence({ diagnosis }, max) {
  let [cause2, ...effects] = diagnosis?.chain ?? [], all = [
    ...diagnosis?.root_cause?.evidence ?? [],
    ...cause2?.evidence ?? [],
    ...effects.flatMap((effect) => effect.evidence.slice(0, 1))
  ];
  return [...new Map(all.map((at) => [JSON.stringify([at.kind, at.source, at.path, at.line, at.text]), at])).values()].slice(0, max);
}
function evidenceBlock(evidence, suite, context) {
  let files = /* @__PURE__ */ new Map();
  for (let at of evidence) {
    let key = JSON.stringify([at.kind, at.source, at.path]);
    files.set(key, [...files.get(key) ?? [], at]);
  }
  let parts = [...files.values()].map((group) => {
    let title3 = caption(group, context);
    return showsLog(context, suite) ? md`${title3}\n\n${fence(
      group.map((at) => at.text),
      "text",
      LINE
    )}` : title3;
  });
  return join3(parts, `

`);
}
function caption(group, context) {
  let [first] = group;
  if (!first) return md``;
  let numbers = [...new Set(group.map((at) => at.line).filter((line) => line !== null))], where = numbers.length === 0 ? "" : `, ${numbers.length > 1 ? "lines" : "line"} ${numbers.join(", ")}`, place = link(text2(`${EVIDENCE[first.kind]}${where}`), first.url, hosts(context)), file = first.path ? md` · ${code(first.path, 160)}` : md``;
  return md`${place} · ${code(first.source, 120)}${file}`;
}

// src/render/fit.ts
var NOTICE = 800;
function fitPage(blocks, limit, size) {
  let kept = blocks.filter((block) => block.text !== ""), total = kept.reduce((sum, block) => sum + size(block.text) + 2, 0);
  if (total <= limit) return page(kept, []);
  let left = /* @__PURE__ */ new Set();
  for (let block of kept.toReversed().toSorted((a, b) => b.priority - a.priority)) {
    if (total + NOTICE <= limit || block.priority === 0) break;
    left.add(block), total -= size(block.text) + 2;
  }
  return page(
    kept.filter((block) => !left.has(block)),
    kept.filter((block) => left.has(block))
  );
}
function page(kept, left) {
  return join3([...kept.map((block) => block.text), ...left.length > 0 ? [notice(left)] : []], `

`);
}
function notice(left) {
  let names2 = /* @__PURE__ */ new Map();
  for (let { name } of left) names2.set(name, (names2.get(name) ?? 0) + 1);
  let what = [...names2].map(([name, number]) => count(number, name)).join(", ");
  return alert(
    "NOTE",
    md`Left out, because GitHub limits the length of this page: ${text2(what, 500)}. The report has everything.`
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
  if (suites.length === 0 || !suites.every((suite) => suite.history?.seen_on_base)) return null;
  let said = suites.map(
    (suite) => (context && noteOn(context, suite.service)?.split(/: not yours|; /, 1)[0]) ?? ""
  );
  return shared(said.map((words) => words.startsWith("also red on ") ? words : "also red on the base branch"));
}
function shared(words) {
  let once = new Set(words), [only = ""] = once;
  return once.size === 1 && only !== "" ? only : null;
}

// src/render/refs.ts
function refLink(ref, context) {
  let number = ref.id.replace(/^#/, ""), target = link(md`x`, ref.url, hosts(context)) === "x" ? null : ref.url;
  return ref.type === "commit" || target === null || !/^\d{1,9}$/.test(number) ? link(code(ref.type === "commit" ? ref.id.slice(0, 9) : `#${number}`, 40), target, hosts(context)) : link(md`#${Number(number)}`, target, hosts(context));
}
function refLinks(refs, context) {
  return join3(
    refs.slice(0, 4).map((ref) => refLink(ref, context)),
    ", "
  );
}
function linkedWhy(fix, context, max) {
  let words = (fix.why.length > max ? `${fix.why.slice(0, max).replace(/ \S*$/, "")} …` : fix.why).split(/\s+/).map((word) => {
    let [, name = "", mark = ""] = /^(#?\w+)([,;:.]?)$/.exec(word) ?? [], ref = fix.refs.find((one) => shownId(one) === name);
    return ref ? md`${refLink(ref, context)}${text2(mark)}` : text2(word);
  });
  return join3(words, " ");
}
function wholeWhy(fix, context) {
  let rest2 = fix.refs.filter((ref) => !fix.why.split(/[\s,;:.]+/).includes(shownId(ref))), more = refLinks(rest2, context);
  return md`${linkedWhy(fix, context, 400)}${more === "" ? md`` : md` (${more})`}`;
}
var shownId = (ref) => ref.type === "commit" ? ref.id.slice(0, 9) : `#${ref.id.replace(/^#/, "")}`;
function footer({ tool, run }, context) {
  let parts = [
    link(text2(`e2e-triage ${tool.version}`, 60), run.url, hosts(context)),
    ...tool.catalog ? [md`catalog ${code(tool.catalog.replace(/^sha256:/, "").slice(0, 10))}`] : [],
    ...run.head_sha ? [md`commit ${code(run.head_sha.slice(0, 9))}`] : [],
    ...run.attempt !== null && run.attempt > 1 ? [md`attempt ${run.attempt}`] : [],
    ...context.now ? [text2(context.now.replace("T", " ").replace(/:\d\d(?:\.\d+)?Z$/, " UTC"), 40)] : []
  ];
  return small(join3(parts, " · "));
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
  "base",
  "nothing"
], SENTENCES = {
  fix: (suites, reason) => md`fix ${suites} (${reason ?? md`no fix is known`})`,
  "fix-again": (suites, reason) => md`fix ${suites} again (${reason ?? md`the fix is in and does not help`})`,
  find: (suites) => md`look into ${suites} (cause not known yet)`,
  check: (suites, reason) => md`find out whether ${suites} is fixed${reason ? md` (${reason})` : md``}`,
  wait: (suites, _, pulls3) => md`wait for ${pulls3 === "" ? md`the open fix` : pulls3} (${suites})`,
  rebase: (suites, reason) => md`rebase for ${suites} (${reason ?? md`already fixed`})`,
  "next-run": (suites, reason) => md`nothing for ${suites} (${reason ?? md`the next run has the fix`})`,
  rerun: (suites) => md`run ${suites} again (nothing readable was left)`,
  nothing: (suites) => md`nothing for ${suites} (no fix is needed)`,
  base: (suites, reason) => md`not yours: ${suites} (${reason ?? md`fails on the base branch too`})`
};
function whatToDo(report, context) {
  let known = causes(report), todo = /* @__PURE__ */ new Map(), add = (task, suite) => todo.set(task, [...todo.get(task) ?? [], suite]);
  for (let { suites, probable } of known) {
    for (let suite of suites) add(taskOf(suite), suite);
    for (let suite of probable) add(taskOf(suites[0] ?? suite), suite);
  }
  for (let suite of unexplained(report, known)) add(taskOf(suite), suite);
  let parts = ORDER.flatMap((task) => {
    let suites = todo.get(task);
    if (!suites) return [];
    let reason = reasonOf(task, suites, context);
    return [
      SENTENCES[task](names(suites), reason === null ? null : text2(reason, 200), pulls2(suites, context))
    ];
  });
  return parts.length === 0 ? md`` : md`${bold(md`What to do:`)} ${join3(parts, "; ")}.`;
}
function reasonOf(task, suites, context) {
  if (task === "base") return onBaseToo(suites, context);
  let told = suites.filter(({ fix }) => fix !== null);
  if (task === "rebase") return shared(told.map(({ fix }) => landedBy(fix)));
  if (task === "next-run") {
    let by = shared(told.map(({ fix }) => landedBy(fix)));
    return by && `${by}, which the next run has`;
  }
  let why2 = shared(told.map(({ fix }) => decisive(fix)));
  return task === "fix" && suites.every(({ history: history2 }) => history2?.flaky === !0) ? `${why2 ?? "no fix is known"}; the same commit passed in another run` : why2;
}
function taskOf(suite) {
  let { diagnosis, fix, history: history2 } = suite;
  if (!diagnosis || diagnosis.state === "no-evidence") return "rerun";
  let base = history2?.seen_on_base === !0;
  return diagnosis.state === "symptom-only" || diagnosis.state === "unclassified" ? base ? "base" : "find" : needsNothing(suite) ? "nothing" : hasLanded(fix) ? saysRebase(fix) ? "rebase" : "next-run" : fix?.status === "in-review" ? "wait" : fix?.status === "ineffective" ? "fix-again" : fix?.status === "unknown" ? "check" : base ? "base" : "fix";
}
function names(suites) {
  let shown3 = suites.slice(0, suites.length > 5 ? 4 : 5).map((suite) => bold(text2(suite.name, 60)));
  if (suites.length > 5) return md`${join3(shown3, ", ")} and ${suites.length - 4} more`;
  let last = shown3.pop() ?? md``;
  return shown3.length === 0 ? last : md`${join3(shown3, ", ")} and ${last}`;
}
function pulls2(suites, context) {
  let open = [...new Map(suites.flatMap((suite) => suite.fix?.refs ?? []).map((ref) => [ref.id, ref])).values()].filter((ref) => ref.type === "pull" && ref.state !== "closed").slice(0, 3);
  return join3(
    open.map((ref) => refLink(ref, context)),
    ", "
  );
}

// src/render/headline.ts
function headline(report, context = null) {
  let { suites, failed: failed2, passed } = report.totals;
  if (failed2 === 0) return calm(report);
  let known = causes(report), open = unexplained(report, known), [only] = known;
  if (known.length === 1 && only && open.length === 0 && failed2 > 1)
    return md`❌ 1 cause, ${failed2} of ${text2(count(suites, "suite"))}: ${rich(only.title, 160)}${outcome(only, context)}`;
  let total = suites === failed2 && passed === 0 ? md`All ${failed2}` : md`${failed2} of ${suites}`, numbers = suites === 1 ? md`E2E failed` : md`${total} suites failed`;
  if (failed2 === 1 && only) return md`❌ ${numbers}: ${rich(only.title, 160)}${outcome(only, context)}`;
  let parts = [
    ...known.length > 0 ? [text2(count(known.length, "cause"))] : [],
    ...open.length > 0 ? [md`${known.length > 0 ? md`${open.length}` : md`cause`} not known yet${inSameWords(open)}`] : []
  ];
  return md`❌ ${numbers}: ${join3(parts, ", ")}${landed(known)}`;
}
function inSameWords(open) {
  let [group] = alike(open);
  return group ? group.length === open.length ? md`, all fail in the same words` : md`, ${group.length} in the same words` : md``;
}
function outcome({ suites }, context) {
  let said = suites.every(({ fix }) => hasLanded(fix) || fix?.status === "ineffective") ? shared(suites.map(({ fix }) => decisive(fix))) : null;
  if (said !== null) return md`, ${text2(said, 160)}`;
  if (suites.every(({ fix }) => hasLanded(fix)))
    return suites.every((suite) => taskOf(suite) === "rebase") ? md`, already fixed: rebase` : md`, already fixed`;
  if (suites.some(({ fix }) => fix?.status === "ineffective")) return md`, 1 fix does not help`;
  let too = suites.every((suite) => taskOf(suite) === "base") ? onBaseToo(suites, context) : null;
  return too === null ? md`` : md`, ${text2(too, 120)}: not yours`;
}
function landed(known) {
  let count2 = (holds) => known.filter(({ suites }) => suites.every(holds)).length, vain = known.filter(({ suites }) => suites.some(({ fix }) => fix?.status === "ineffective")).length, fixed = count2(({ fix }) => hasLanded(fix)), rebase = fixed > 0 && fixed === count2((suite) => taskOf(suite) === "rebase"), base = count2((suite) => taskOf(suite) === "base"), number = (n) => n === known.length ? md`all` : md`${n}`, parts = [
    ...vain > 0 ? [vain === 1 ? md`1 fix does not help` : md`${vain} fixes do not help`] : [],
    ...base > 0 ? [md`${number(base)} also red on the base branch: not yours`] : [],
    ...fixed > 0 ? [md`${number(fixed)} already fixed${rebase ? md`: rebase` : md``}`] : []
  ];
  return parts.length === 0 ? md`` : md`, ${join3(parts, ", ")}`;
}
function calm({ totals, suites, incomplete: incomplete2 }) {
  if (totals.suites === 0 && incomplete2.length > 0) return md`❔ Nothing could be read of the E2E suites`;
  let open = suites.filter((suite) => suite.status === "pending").length, missing2 = suites.filter((suite) => suite.status === "missing").length, rest2 = join3(
    [...open > 0 ? [md`${open} not finished`] : [], ...missing2 > 0 ? [md`${missing2} never ran`] : []],
    ", "
  );
  return rest2 !== "" ? md`⏳ No E2E suite failed so far: ${totals.passed} of ${totals.suites} passed, ${rest2}` : totals.suites === 0 ? md`✅ No E2E suite failed` : totals.suites === 1 ? md`✅ E2E passed` : md`✅ All ${totals.suites} E2E suites passed`;
}

// src/render/table.ts
var HEADER = ["Service", "Status", "Root Cause", "Fix Status", "Commit"];
function suiteTable(report, context, max) {
  let known = causes(report), shown3 = report.suites.filter(isListed), rows = shown3.slice(0, max).map((suite) => suiteRow(suite, known, context)), body = rows.length > 0 ? table(HEADER, rows) : md``;
  return join3([body, rest(report, shown3.length - rows.length)], `

`);
}
function isListed({ status }) {
  return status !== "passed" && status !== "skipped";
}
function suiteRow(suite, known, context) {
  let { icon, word } = STATUS[suite.status], probable = probableCause(suite, known), fix = suite.fix ?? probable?.suites[0]?.fix ?? null;
  return [
    bold(link(text2(suite.name, 80), suite.job?.url ?? null, hosts(context))),
    lines([
      text2(`${icon} ${word}`),
      small(unbroken([suite.severity ?? "", testsInWords(suite)].filter(Boolean).join(" · ")))
    ]),
    causeCell(suite, probable, context),
    fix && hasFailed2(suite) ? lines([
      text2(FIX[fix.status]),
      small(join3([why(fix), probable ? md`if it is the same cause` : md``], " · "))
    ]) : md`–`,
    fix && refLinks(fix.refs, context) || md`–`
  ];
}
function why(fix) {
  return (fix.status === "in-review" || fix.why === "no fix is known") && !fix.why.includes("; ") ? md`` : text2(fix.why, 200);
}
function causeCell(suite, probable, context) {
  let { diagnosis } = suite;
  if (!hasFailed2(suite) || !diagnosis) return md`–`;
  let [what, ...more] = cause(suite, probable), note = text2(noteOn(context, suite.service) ?? "", 160);
  return lines([what ?? md``, small(join3([...more, note], " · "))]);
}
function cause(suite, probable) {
  let {
    state,
    root_cause: root,
    chain
  } = suite.diagnosis ?? { state: "no-evidence", root_cause: null, chain: [] }, short2 = STATE[state].short;
  if (root) return [rich(shortPaths(root.title), 220), text2(`${short2}, ${percent(root.confidence)}`)];
  if (probable)
    return [md`Probably: ${rich(shortPaths(probable.title), 220)}`, md`only its symptom was seen here`];
  let symptom2 = state === "symptom-only" ? chain[0]?.title : void 0;
  return [text2(short2), symptom2 ? rich(symptom2, 160) : firstLine(suite)];
}
function shortPaths(title3) {
  return title3.replace(
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
  let number = (status) => suites.filter((suite) => suite.status === status).length, parts = [
    ...hidden > 0 ? [`… and ${count(hidden, "more row")}`] : [],
    ...number("passed") > 0 ? [`${STATUS.passed.icon} ${count(number("passed"), "suite")} passed`] : [],
    ...number("skipped") > 0 ? [`${STATUS.skipped.icon} ${count(number("skipped"), "suite")} skipped`] : []
  ];
  return text2(parts.join(" · "));
}

// src/render/unknown.ts
function unknownBlocks(suite, report, context) {
  let { diagnosis } = suite;
  if (!diagnosis || diagnosis.root_cause) return [];
  let guesses = diagnosis.hypotheses.slice(0, 4).map((guess) => hypothesis(guess, suite, context));
  return [
    { priority: 3, name: "likeness", text: sameWords(suite, report) },
    { priority: 4, name: "hypothesis section", text: join3(guesses, `

`) },
    { priority: 3, name: "excerpt", text: excerpt2(suite, context, 20) },
    { priority: 5, name: "hint", text: teach(suite, report) }
  ];
}
function sameWords(suite, report) {
  let others2 = alike(unexplained(report, causes(report))).find((group) => group.includes(suite))?.filter((other) => other !== suite);
  if (!others2) return md``;
  let names2 = others2.slice(0, 5).map((other) => bold(text2(other.name, 80))), more = others2.length > names2.length ? md` and ${text2(count(others2.length - names2.length, "other"))}` : md``;
  return md`Fails in the same words as ${join3(names2, ", ")}${more}.`;
}
function excerpt2(suite, context, max) {
  let shown3 = suite.diagnosis?.excerpt.slice(0, max) ?? [];
  if (shown3.length === 0 || !showsLog(context, suite)) return md``;
  let width = String(Math.max(...shown3.map(({ line }) => line))).length;
  return md`${bold(md`Most telling lines`)} of the job log\n\n${fence(shown3.map(({ line, text: words }) => `${String(line).padStart(width)}  ${words}`))}`;
}
function hypothesis(guess, suite, context) {
  let side = (word, evidence) => evidence.length === 0 ? md`` : md`${bold(word)}\n\n${evidenceBlock(evidence.slice(0, 3), suite, context)}`, commands = guess.validate.slice(0, 4), body = [
    rich(guess.title),
    side(md`For`, guess.for),
    side(md`Against`, guess.against),
    commands.length > 0 ? md`${bold(md`To find out:`)}\n\n${fence(commands, "sh")}` : md``
  ];
  return details(`Hypothesis, ${percent(guess.confidence)}: ${guess.title}`, join3(body, `

`));
}
function teach({ diagnosis, job }, { run }) {
  let line = diagnosis?.state === "unclassified" ? diagnosis.excerpt[0]?.line : void 0;
  if (line === void 0 || !job || !run.url) return md``;
  let commands = [
    `e2e-triage download ${shellWord(run.url)} run`,
    `e2e-triage catalog add run/logs/${job.id}.log --line ${line}`
  ], known = diagnosis?.signature ? md`\n\nThis failure's signature: ${text2(diagnosis.signature, 80)}` : md``;
  return details(
    "Teach it to the catalog",
    md`These commands print a pattern that is ready to be reviewed:\n\n${fence(commands, "sh")}${known}`
  );
}

// src/render/comment.ts
var LIMIT_CHARACTERS = 57e3, ROWS = [40, 15, 5];
function renderComment(report, context) {
  let known = causes(report), suites = report.suites.filter(hasFailed2).map((suite) => ({
    priority: suite.diagnosis?.root_cause ? 3 : 2,
    name: "suite",
    text: folded(suite, { probable: probableCause(suite, known), like: sameWords(suite, report) }, context)
  })), page3 = "";
  for (let rows of ROWS) {
    let blocks = [
      { priority: 0, name: "headline", text: heading(2, headline(report, context)) },
      { priority: 0, name: "answer", text: whatToDo(report, context) },
      { priority: 0, name: "table", text: suiteTable(report, context, rows) },
      { priority: 1, name: "warning", text: incomplete(report) },
      ...suites,
      { priority: 0, name: "footer", text: end(report, context) }
    ];
    if (page3 = `${fitPage(blocks, LIMIT_CHARACTERS, characters)}
`, page3.length <= LIMIT_CHARACTERS) break;
  }
  return page3;
}
function folded(suite, { probable, like }, context) {
  let { diagnosis, fix } = suite;
  if (!diagnosis) return md``;
  let root = diagnosis.root_cause, effects = diagnosis.chain.filter((effect) => effect.pattern !== root?.pattern).slice(0, 6), chain = [
    root ? bold(rich(root.title)) : text2(STATE[diagnosis.state].long),
    ...effects.map((effect) => md`→ ${rich(effect.title)}`),
    probable ? md`Probably: ${rich(probable.title)}` : md``,
    like
  ], body = [
    lines(chain),
    evidenceBlock(chainEvidence(suite, 4), suite, context),
    root ? md`` : excerpt2(suite, context, 8),
    fix ? md`${bold(md`Fix:`)} ${wholeWhy(fix, context)}` : md``
  ], what = root ? "evidence" : STATE[diagnosis.state].short.toLowerCase();
  return details(`${suite.name}: ${what}`, join3(body, `

`));
}
function incomplete({ incomplete: notes }) {
  if (notes.length === 0) return md``;
  let shown3 = notes.slice(0, 3).map(({ what, why: why2 }) => md`${text2(what, 120)} (${text2(why2, 200)})`), more = notes.length > 3 ? md` and ${text2(count(notes.length - 3, "more thing"))}` : md``;
  return alert("WARNING", md`Not everything could be read: ${join3(shown3, "; ")}${more}.`);
}
function end(report, context) {
  let more = link(
    report.totals.failed > 0 ? md`Full report with evidence and next commands` : md`Job summary`,
    context.summaryUrl,
    hosts(context)
  );
  return join3([context.summaryUrl ? more : md``, footer(report, context)], `

`);
}

// src/render/lists.ts
function wholeRunBlocks(report, known, context) {
  return [
    { priority: 2, name: "common-cause list", text: section(md`Common causes`, common(known)) },
    { priority: 3, name: "fix list", text: section(md`Fixes`, fixes(report, context)) },
    { priority: 3, name: "outlook", text: section(md`Next run`, nextRun(report)) },
    { priority: 3, name: "work list", text: section(md`Remaining work`, remaining(report)) },
    { priority: 1, name: "not-read list", text: unread(report) },
    { priority: 6, name: "source list", text: sources(report) }
  ];
}
function section(title3, body) {
  return body === "" ? body : md`${heading(3, title3)}\n\n${body}`;
}
function common(known) {
  let shared2 = known.filter((cause2) => cause2.suites.length + cause2.probable.length > 1);
  return list(
    shared2.slice(0, 30).map((cause2) => {
      let probable = cause2.probable.length > 0 ? md`; probably also ${names(cause2.probable)}, where only the symptom was seen` : md``;
      return md`${rich(cause2.title)}: ${names(cause2.suites)}${probable}`;
    })
  );
}
function fixes(report, context) {
  return list(
    report.fixes.slice(0, 50).map((fix) => {
      let known = report.suites.flatMap(
        (suite) => (suite.fix?.refs ?? []).filter((ref) => ref.id.replace(/^#/, "") === fix.ref.replace(/^#/, "")).map((ref) => ({ ref, state: stateOf(ref, suite, suite.fix?.refs[0] === ref) }))
      ), place = known[0] ? refLink(known[0].ref, context) : code(fix.ref, 60), services = fix.services.slice(0, 8).map((service) => serviceName(report, service)), states = [...new Set(known.map(({ state: state2 }) => state2).filter(Boolean))].slice(0, 3), state = states.length > 0 ? md` (${text2(states.join(" / "), 120)})` : md``;
      return md`${place} ${rich(fix.summary)}: ${join3(services, ", ")}${state}`;
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
  let failed2 = suites.filter((suite) => suite.fix || suite.diagnosis);
  if (totals.failed === 0) return md``;
  let number = (next) => failed2.filter((suite) => (suite.fix?.next_run ?? "unknown") === next).length, parts = [
    ...number("should-pass") > 0 ? [md`${bold(md`${number("should-pass")}`)} should pass`] : [],
    ...number("still-failing") > 0 ? [md`${bold(md`${number("still-failing")}`)} will still fail`] : [],
    ...number("unknown") > 0 ? [md`for ${bold(md`${number("unknown")}`)} it cannot be told`] : []
  ];
  if (parts.length === 0) return md``;
  let [only] = failed2;
  return totals.failed === 1 && only ? md`With the fixes that have landed, ${bold(text2(only.name, 60))} ${text2(ALONE[only.fix?.next_run ?? "unknown"])}.` : md`With the fixes that have landed, of the ${text2(count(totals.failed, "failed suite"))}: ${join3(parts, ", ")}.`;
}
function remaining(report) {
  let work = /* @__PURE__ */ new Map();
  for (let { service, what } of report.remaining_work) work.set(what, [...work.get(what) ?? [], service]);
  return list(
    [...work].slice(0, 50).map(([what, services]) => {
      let shown3 = services.slice(0, 8).map((service) => serviceName(report, service));
      return md`${join3(shown3, ", ")}: ${rich(what, 400)}`;
    })
  );
}
function serviceName({ suites }, service) {
  return bold(text2(suites.find((suite) => suite.service === service)?.name ?? service, 60));
}
function unread({ incomplete: incomplete2 }) {
  let shown3 = incomplete2.slice(0, 40).map(({ what, why: why2 }) => md`${text2(what, 200)}: ${text2(why2, 400)}`), more = incomplete2.length > shown3.length ? [md`… and ${incomplete2.length - shown3.length} more`] : [];
  return section(md`Not read`, list([...shown3, ...more]));
}
function sources({ suites }) {
  let rows = suites.flatMap(
    (suite) => suite.sources.slice(0, 10).map((source) => [
      text2(suite.name, 60),
      md`${text2(SOURCE[source.kind])} ${code(source.name, 120)}`,
      text2([SOURCE_STATE[source.state], source.detail ?? ""].filter(Boolean).join(": "), 200),
      text2(
        [source.format ?? "", source.lines === null ? "" : count(source.lines, "line")].filter(Boolean).join(", ")
      )
    ])
  );
  return rows.length === 0 ? md`` : details(
    `What was read (${rows.length})`,
    table(["Suite", "Source", "State", "Content"], rows.slice(0, 200))
  );
}

// src/render/suite.ts
function suiteBlocks(suite, probable, context) {
  let head = [title2(suite), facts(suite, context), verdict2(suite, probable)];
  return [
    { priority: 1, name: "suite section", text: join3(head, `

`) },
    { priority: 3, name: "evidence section", text: proof(suite, context) },
    { priority: 2, name: "fix section", text: repair(suite, context) },
    { priority: 4, name: "test list", text: failures(suite, context) }
  ];
}
function title2(suite) {
  let { icon } = STATUS[suite.status], severity2 = severityInWords(suite);
  return heading(3, md`${text2(icon)} ${text2(suite.name, 80)}${severity2 ? md` · ${text2(severity2)}` : md``}`);
}
function facts(suite, context) {
  let { job, status, tests } = suite, note = noteOn(context, suite.service), step = job?.failed_step, word = STATUS[status].word.toLowerCase();
  return join3(
    [
      job ? link(text2(job.name, 120), job.url, hosts(context)) : md``,
      step ? md`${text2(word)} in step ${step.number} ${code(step.name, 100)}` : text2(word),
      tests ? text2(`${testsInWords({ tests })} (${tests.framework})`) : md`no test output found`,
      note ? text2(note, 600) : past(suite)
    ],
    " · "
  );
}
function past({ history: history2 }) {
  return history2 ? join3(
    [
      history2.seen_on_base ? md`fails on the base branch too` : md``,
      history2.times_seen > 1 ? md`seen ${history2.times_seen} times` : md``,
      history2.flaky ? md`has passed and failed on one commit before` : md``,
      history2.first_seen ? text2(`first on ${history2.first_seen.slice(0, 10)}`) : md``
    ],
    " · "
  ) : md``;
}
function verdict2(suite, probable) {
  let { diagnosis } = suite;
  if (!diagnosis) return alert("NOTE", text2(STATE["no-evidence"].long));
  let chain = diagnosis.chain.slice(0, 8), root = diagnosis.root_cause;
  if (root) {
    let effects = (chain[0]?.pattern === root.pattern ? chain.slice(1) : chain).map(
      (effect) => md`→ ${rich(effect.title)}`
    ), sure = text2(`${STATE[diagnosis.state].long}, ${percent(root.confidence)}`), cause2 = md`${bold(md`Root cause:`)} ${rich(root.title)} (${sure}; pattern ${code(root.pattern)})`;
    return lines([cause2, ...effects]);
  }
  let kind = diagnosis.state === "no-evidence" ? "NOTE" : "WARNING", guess = probable ? md`\n\nProbably it has the cause that was found in other suites of this run: ${rich(probable.title)}` : md``, seen = chain.map((effect) => md`→ ${rich(effect.title)}`);
  return join3([alert(kind, md`${text2(STATE[diagnosis.state].long)}${guess}`), lines(seen)], `

`);
}
function proof(suite, context) {
  let evidence = chainEvidence(suite, 8);
  return evidence.length === 0 ? md`` : md`${bold(md`Evidence`)}\n\n${evidenceBlock(evidence, suite, context)}`;
}
function repair({ diagnosis, fix }, context) {
  let root = diagnosis?.root_cause, pattern = root ? wordsOf(context, root.pattern) : null, state = fix ? md`${bold(md`Fix:`)} ${text2(FIX[fix.status])}, ${wholeWhy(fix, context)} (next run: ${text2(NEXT_RUN[fix.next_run])})` : md``, advice = pattern?.advice ? md`${bold(md`Advice:`)} ${rich(fillWords(pattern.advice, root?.captures ?? {}), 800)}` : md``, more = (pattern?.references ?? []).slice(0, 4).map((url) => link(text2(label(url), 120), url, null)), read = more.length > 0 ? md`${bold(md`Read:`)} ${join3(more, ", ")}` : md``, commands = (pattern?.validate ?? []).slice(0, 6).map((command) => fillCommand(command, root?.captures ?? {})), run = commands.length > 0 ? md`${bold(md`To verify:`)}\n\n${fence(commands, "sh")}` : md``;
  return join3([lines([state, advice, read]), run], `

`);
}
function label(url) {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url;
}
function failures(suite, context) {
  let all = suite.tests?.failures ?? [];
  if (all.length === 0 || !showsLog(context, suite)) return md``;
  let shown3 = all.slice(0, 10).map((failure) => {
    let place = failure.location ? `  (${failure.location})` : "", message = failure.message.split(`
`).slice(0, 3).map((line) => `    ${line}`);
    return [failure.name + place, ...message.filter((line) => line.trim() !== "")];
  }), more = all.length > shown3.length ? [`… and ${all.length - shown3.length} more`] : [];
  return details(`Failing tests (${all.length})`, fence([...shown3.flat(), ...more], "text", 400));
}

// src/render/summary.ts
var LIMIT_BYTES = 9e5;
function renderSummary(report, context) {
  let known = causes(report), blocks = [
    { priority: 0, name: "headline", text: heading(2, headline(report, context)) },
    { priority: 0, name: "answer", text: whatToDo(report, context) },
    { priority: 0, name: "table", text: suiteTable(report, context, 400) },
    ...report.suites.filter(hasFailed2).flatMap((suite) => [
      ...suiteBlocks(suite, probableCause(suite, known), context),
      ...unknownBlocks(suite, report, context)
    ]),
    ...wholeRunBlocks(report, known, context),
    { priority: 0, name: "footer", text: footer(report, context) }
  ];
  return page2(fitPage(blocks, LIMIT_BYTES, bytes));
}
function page2(text3) {
  return `${text3}
`;
}

// src/render/terminal.ts
function renderText(report, context, { color, width }) {
  let paint = (code2) => (text3) => color ? `\x1B[${code2}m${text3}\x1B[0m` : text3, style = { bold: paint(1), dim: paint(2), width: Math.max(40, width) }, known = causes(report), failed2 = report.suites.filter(hasFailed2);
  return `${[
    style.bold(plain(headline(report, context))),
    wrap(plain(whatToDo(report, context)), "", style),
    ...failed2.map((suite) => suiteText(suite, probableCause(suite, known)?.title ?? null, context, style)),
    others(report),
    listed2(
      "Remaining work",
      report.remaining_work.map(({ service, what }) => `${service}: ${what}`),
      style
    ),
    listed2(
      "Not read",
      report.incomplete.map(({ what, why: why2 }) => `${what}: ${why2}`),
      style
    )
  ].filter((part) => part !== "").join(`

`)}
`;
}
function suiteText(suite, probable, context, style) {
  let { diagnosis, fix } = suite, { icon, word } = STATUS[suite.status], facts2 = [word, severityInWords(suite), testsInWords(suite)], rows = [
    `${icon} ${style.bold(shown2(suite.name, 80))}  ${style.dim(facts2.filter(Boolean).join(" · "))}`
  ], root = diagnosis?.root_cause;
  root && diagnosis ? rows.push(
    wrap(
      `${root.title} (${STATE[diagnosis.state].short}, ${percent(root.confidence)}; ${root.pattern})`,
      "  ",
      style
    )
  ) : (rows.push(wrap(STATE[diagnosis?.state ?? "no-evidence"].long, "  ", style)), probable && rows.push(wrap(`Probably, as in other suites: ${probable}`, "  ", style)));
  let effects = diagnosis?.chain.filter((effect) => effect.pattern !== root?.pattern).slice(0, 8) ?? [];
  return rows.push(...effects.map((effect) => wrap(`→ ${effect.title}`, "    ", style))), showsLog(context, suite) && rows.push(...quoted(suite, style)), fix && rows.push(wrap(`${FIX[fix.status]}: ${fix.why} (next run: ${NEXT_RUN[fix.next_run]})`, "  ", style)), rows.join(`
`);
}
function quoted(suite, style) {
  let bar = style.dim("  │ "), evidence = chainEvidence(suite, 4).flatMap((at) => [
    bar + style.dim(
      shown2(
        `${EVIDENCE[at.kind]} ${at.source}${at.path ? ` ${at.path}` : ""}${at.line ? `:${at.line}` : ""}`,
        200
      )
    ),
    bar + shown2(at.text, 400)
  ]), excerpt3 = suite.diagnosis?.root_cause ? [] : suite.diagnosis?.excerpt.slice(0, 12) ?? [];
  return [
    ...evidence,
    ...excerpt3.map(({ line, text: text3 }) => `${bar}${style.dim(String(line))}  ${shown2(text3, 400)}`)
  ];
}
function others({ suites }) {
  let rest2 = suites.filter((suite) => !hasFailed2(suite) && suite.status !== "passed"), passed = suites.filter((suite) => suite.status === "passed").length;
  return [...rest2.map(
    ({ status, name }) => `${STATUS[status].icon} ${shown2(name, 80)}  ${STATUS[status].word}`
  ), ...passed > 0 ? [`${STATUS.passed.icon} ${count(passed, "suite")} passed`] : []].join(
    `
`
  );
}
function listed2(title3, items, style) {
  return items.length === 0 ? "" : [style.bold(title3), ...items.slice(0, 40).map((item) => wrap(`- ${item}`, "  ", style))].join(`
`);
}
function wrap(text3, indent, { width }) {
  let rows = [];
  for (let word of shown2(text3, 1e3).split(" ")) {
    let last = rows.at(-1);
    last !== void 0 && indent.length + last.length + 1 + word.length <= width ? rows[rows.length - 1] = `${last} ${word}` : rows.push(word);
  }
  return rows.map((row, i) => indent + (i > 0 ? "  " : "") + uncommand(row)).join(`
`);
}
function shown2(text3, max) {
  return uncommand(clean(text3, max).replace(/\s+/g, " ").trim()).replaceAll("##[", "# #[");
}
function uncommand(row) {
  return row.replace(/^::/, ": :");
}
function plain(markdown) {
  return shown2(
    markdown.replace(/\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, "$1").replace(/\*\*|(?<!\\)`+/g, "").replace(/\\([\\`*_[\]<>&|~#+\-=.)])/g, "$1"),
    1e3
  );
}

// src/commands/present.ts
function wordsOf2(report, patterns) {
  let named = new Set(
    report.suites.flatMap((s) => [
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
function present(report, format, view) {
  if (format === "json") return `${JSON.stringify(report, null, 2)}
`;
  let context = {
    patterns: wordsOf2(report, view.patterns),
    serverUrl: view.server,
    summaryUrl: null,
    reviewerNotes: view.reviewerNotes,
    excerpts: "all",
    now: null
  };
  return format === "summary" ? renderSummary(report, context) : format === "comment" ? renderComment(report, context) : renderText(report, context, { color: view.columns !== null, width: view.columns ?? 100 });
}

// src/commands/redaction.ts
function redactorOf(config) {
  return redactor(
    config.redact.map((source) => {
      try {
        return compile(source).regex;
      } catch (cause2) {
        throw new UserError(`\`redact\`: ${source}: ${describe(cause2)}`, { cause: cause2 });
      }
    })
  );
}

// src/commands/temp.ts
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join as join4 } from "node:path";
async function tempFolder(root) {
  let dir = mkdtempSync(join4(root, "e2e-triage-"));
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
async function triageCommand(text3, options, terminal) {
  let source = parseSource(text3), recorded = source.type === "recorded" ? await pathsIn(source.dir) : null, configPath = options.config ?? recorded?.configPath ?? null, config = configPath ? await readConfig(configPath) : defaultConfig, ownCatalog = options.catalog.length ? options.catalog : recorded?.catalogPath ? [recorded.catalogPath] : [], { patterns, digest } = await usablePatterns(
    [...configCatalog(config, configPath), ...ownCatalog],
    config.disable
  );
  staySmall();
  let deadline = Date.now() + Math.ceil(options.timeoutMinutes * 6e4), tempDir = await tempFolder(tmpdir()), client = source.type === "run-url" ? await clientFor(source, terminal, deadline) : null, times = timesUntil(deadline), collection = await collectSource(source, config, { client, deadline: times.fetch, tempDir, terminal });
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
  }), base = factsBase ?? (options.repo === void 0 ? askedBase : null), { report, reviewerNotes } = await triage({
    tool: { version, catalog: digest },
    collection,
    patterns,
    config,
    base,
    merge: options.head ? null : mergeCommit(collection.run, process.env),
    facts: facts2,
    earlier,
    baseline: access && await baselineFor({ ...access, collection, base, earlier, tempDir, deadline: times.fetch }),
    redact: redactorOf(config),
    progress: terminal.progress,
    times,
    threads: async () => (await import("./chunk-5ABGBQPH.js")).startThreads(patterns, config)
  }), server = source.type === "run-url" ? source.server : "https://github.com", columns = options.output ? null : terminal.columns, page3 = present(report, options.format, { patterns, reviewerNotes, server, columns });
  return options.output ? await write(options.output, page3) : terminal.stdout(page3), failsOn(report, options.failOn) ? 1 : 0;
}
var pathsIn = async (dir) => (await import("./chunk-W36XT6FL.js")).recordedPaths(dir), baselineFor = async (options) => (await import("./chunk-ZQWANOLS.js")).baselineFromGitHub({ ...options, limits });
function failsOn(report, when2) {
  if (when2 === "none") return !1;
  let { totals } = report;
  return when2 === "any" ? totals.failed > 0 : totals.unclassified > 0;
}
async function readConfig(path) {
  let text3;
  try {
    text3 = await readFile3(path, "utf8");
  } catch (cause2) {
    throw new UserError(`configuration ${path}: ${describe(cause2)}`, { cause: cause2 });
  }
  let { parseConfig } = await import("./chunk-V623Y3XO.js");
  return parseConfig(path, text3);
}
function configCatalog(config, configPath) {
  let folder = configPath ? dirname(configPath) : ".";
  return expandPaths(basename(folder) === ".github" ? dirname(folder) : folder, config.catalog);
}
async function write(path, text3) {
  try {
    await writeFile(path, text3);
  } catch (cause2) {
    throw new UserError(`cannot write ${path}: ${describe(cause2)}`, { cause: cause2 });
  }
}

export {
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
  count,
  renderComment,
  renderSummary,
  wordsOf2,
  redactorOf,
  mergeCommit,
  hasFailed,
  triage,
  factsFromGitHub,
  expandPaths,
  tempFolder,
  triageCommand,
  failsOn,
  readConfig
};
