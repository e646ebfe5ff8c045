import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  fold,
  glob,
  slug
} from "./chunk-NNJIFKDM.js";
import {
  array,
  boolean,
  literal,
  number,
  object,
  string,
  unknown
} from "./chunk-OAKODS55.js";
import {
  UserError
} from "./chunk-UIGTJO4Z.js";

// src/collect/fields.ts
var text = string().nullish().catch(null).transform((v) => v ?? null), id = number().int().nonnegative();

// src/collect/answers.ts
var step = object({
  number: number().int(),
  name: string().catch(""),
  status: string().catch("completed"),
  conclusion: text,
  started_at: text,
  completed_at: text
}), job = object({
  id,
  name: string().transform((name) => name.slice(0, 500)),
  html_url: text,
  status: string().catch("completed"),
  conclusion: text,
  started_at: text,
  completed_at: text,
  steps: array(unknown()).catch([])
}), artifact = object({
  id: id.catch(0),
  name: string().min(1),
  size_in_bytes: number().nonnegative().nullish().catch(null).transform((v) => v ?? null),
  expired: boolean().catch(!1),
  created_at: text
}), toJobs = (answers) => answers.flatMap((answer) => {
  let { data } = job.safeParse(answer);
  if (!data) return [];
  let { html_url: url, steps, ...rest } = data;
  return { ...rest, url, steps: steps.flatMap((s) => step.safeParse(s).data ?? []), annotations: [] };
}), toArtifacts = (answers) => answers.flatMap((answer) => artifact.safeParse(answer).data ?? []), annotation = object({ annotation_level: literal("failure"), message: string() }), toAnnotations = (answers) => answers.slice(0, 100).flatMap((a) => annotation.safeParse(a).data?.message.slice(0, 4096) ?? []);

// src/collect/job-names.ts
function byPattern(source) {
  let regex;
  try {
    regex = new RegExp(source);
  } catch (cause) {
    throw new UserError(`job-name-pattern: not a regular expression: ${source}`, { cause });
  }
  return (job2) => {
    let match = regex.exec(job2.name);
    if (!match) return [];
    let label = match.groups?.service?.trim() || byGroup(job2).label;
    return [
      {
        job: job2,
        base: job2.name.replace(label, "").replace(/\(\s*\)/, "").trim(),
        label
      }
    ];
  };
}
function byGroup(job2) {
  let { name } = job2, close = name.lastIndexOf(")"), depth = 0, open = -1, cut = name.lastIndexOf("(") > close;
  for (let i = cut ? name.length - 1 : close; i >= 0 && open < 0; i--)
    name[i] === ")" ? depth++ : name[i] === "(" && (cut || --depth === 0) && (open = i);
  let end = cut ? name.length : close, label = open < 0 ? "" : name.slice(open + 1, end).trim();
  if (label === "") return { job: job2, base: name, label: name };
  let parts = [name.slice(0, open).trim(), name.slice(end + 1).trim()];
  return { job: job2, base: parts.filter((p) => p !== "").join(" "), label };
}

// src/collect/suites.ts
function statusOf(job2) {
  if (job2.status !== "completed") return "pending";
  let { conclusion } = job2;
  return conclusion === "success" || conclusion === "neutral" ? "passed" : conclusion === "skipped" ? "skipped" : conclusion === "timed_out" || job2.annotations.some((a) => a.includes("exceeded the maximum execution time")) ? "timed_out" : conclusion === "cancelled" || conclusion === "stale" ? "cancelled" : "failed";
}
function chooseSuites(jobs, select) {
  let excluded = select.excludeJobs.map(glob), kept = jobs.filter((job2) => !excluded.some((fits) => fits(job2.name))), candidates = select.jobName === null ? kept.map(byGroup) : kept.flatMap(byPattern(select.jobName)), expected = select.expected.map(fold), isExpected = (c) => expected.includes(fold(c.label)), failing = new Set(candidates.filter((c) => failed(statusOf(c.job))).map((c) => c.base)), listed = candidates.filter((c) => {
    let status = statusOf(c.job);
    return status === "skipped" ? isExpected(c) : select.jobName !== null || failing.has(c.base) ? !0 : status === "pending" && isExpected(c);
  }), rest = candidates.filter((c) => !listed.includes(c)), suites = named(listed, select.services), known = candidates.map((c) => fold(c.label));
  for (let service of select.expected) {
    if (known.includes(fold(service))) continue;
    known.push(fold(service));
    let key = configured(service, select.services) ?? slug(service), name = shownName(key, select.services) ?? service;
    suites.push({ service: key, name, status: "missing", job: null, aliases: [service, key, name] });
  }
  return {
    suites,
    green_jobs: rest.filter((c) => statusOf(c.job) === "passed").length,
    others: rest.map((c) => c.label),
    unfinished: rest.filter((c) => statusOf(c.job) === "pending").map((c) => c.job.name)
  };
}
var failed = (status) => status === "failed" || status === "timed_out" || status === "cancelled";
function named(listed, services) {
  let count = (key) => listed.filter((c) => fold(c.label) === key).length, used = /* @__PURE__ */ new Set();
  return listed.map(({ job: job2, base, label }) => {
    let text2 = count(fold(label)) > 1 && base !== "" && base !== label ? `${base} ${label}` : label, own = configured(text2, services) ?? slug(text2), service = own;
    for (let n = 2; used.has(service); n++) service = `${own}-${n}`;
    used.add(service);
    let shown = shownName(own, services), name = shown ?? text2;
    return {
      service,
      name: service === own ? name : `${name} ${service.slice(own.length + 1)}`,
      status: statusOf(job2),
      job: job2,
      aliases: [.../* @__PURE__ */ new Set([service, own, text2, label, shown ?? own])]
    };
  });
}
var configured = (text2, services) => Object.keys(services).find((key) => fold(key) === fold(text2)), shownName = (key, services) => Object.hasOwn(services, key) ? services[key]?.name : void 0;

export {
  text,
  id,
  toJobs,
  toArtifacts,
  toAnnotations,
  byPattern,
  byGroup,
  statusOf,
  chooseSuites
};
