import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  id,
  text
} from "./chunk-IBCBMOJQ.js";
import {
  array,
  object,
  string,
  unknown
} from "./chunk-OAKODS55.js";

// src/collect/run-answer.ts
var pull = object({ number: id, head: object({ sha: string() }) }), run = object({
  id: id.nullish().catch(null),
  run_attempt: id.nullish().catch(null),
  workflow_id: id.nullish().catch(null),
  name: text,
  event: text,
  status: text,
  conclusion: text,
  html_url: text,
  head_sha: text,
  head_branch: text,
  created_at: text,
  run_started_at: text,
  repository: object({ full_name: string() }).nullish().catch(null),
  head_repository: object({ full_name: string() }).nullish().catch(null),
  pull_requests: array(unknown()).nullish().catch([])
});
function toRun(answer) {
  let parsed = run.safeParse(answer);
  if (!parsed.success) return null;
  let r = parsed.data, pulls = (r.pull_requests ?? []).flatMap((p) => pull.safeParse(p).data ?? []);
  return {
    run: {
      repository: r.repository?.full_name ?? null,
      id: r.id ?? null,
      attempt: r.run_attempt ?? null,
      url: r.html_url,
      workflow: r.name,
      event: r.event,
      head_sha: r.head_sha,
      head_branch: r.head_branch,
      pull_request: pulls.find((p) => p.head.sha === r.head_sha)?.number ?? null,
      created_at: r.created_at
    },
    workflow_id: r.workflow_id ?? null,
    status: r.status,
    conclusion: r.conclusion,
    started_at: r.run_started_at,
    head_repository: r.head_repository?.full_name ?? null
  };
}
var jobsRun = object({
  run_id: id,
  run_attempt: id.nullish().catch(null),
  run_url: string().catch(""),
  workflow_name: text,
  head_sha: text,
  head_branch: text,
  html_url: text
});
function runOfJob(answer) {
  let { data } = jobsRun.safeParse(answer);
  if (!data) return null;
  let { run_id, workflow_name: name, html_url, run_url, ...rest } = data, full_name = /\/repos\/([^/]+\/[^/]+)\/actions\//.exec(run_url)?.[1], page = html_url?.replace(/\/job\/\d+$/, "");
  return toRun({ ...rest, id: run_id, name, html_url: page, ...full_name ? { repository: { full_name } } : {} });
}

export {
  toRun,
  runOfJob
};
