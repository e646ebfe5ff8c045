import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/collect/known-run.ts
var unknownRun = {
  run: {
    repository: null,
    id: null,
    attempt: null,
    url: null,
    workflow: null,
    event: null,
    head_sha: null,
    head_branch: null,
    pull_request: null,
    created_at: null
  },
  workflow_id: null,
  status: null,
  conclusion: null,
  started_at: null,
  head_repository: null
}, unreadRun = (known, why) => ({
  run: { ...unknownRun.run, ...known },
  suites: [],
  green_jobs: 0,
  incomplete: [{ what: `run ${known.id}`, why }]
});

export {
  unknownRun,
  unreadRun
};
