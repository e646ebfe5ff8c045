import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/collect/run-logs-names.ts
var JOB = /^(-?\d+)_([^/]+)\.txt$/, STEP = /^(.+)\/(\d+)_([^/]*)\.txt$/, SYSTEM = /^.+\/system\.txt$/;
function isRunLogs(names) {
  let files = names.filter((name) => !name.endsWith("/"));
  return files.some((n) => JOB.test(n) || STEP.test(n)) && files.every((n) => JOB.test(n) || STEP.test(n) || SYSTEM.test(n));
}
function logMember(name) {
  let job = JOB.exec(name);
  if (job) return { job: job[2], step: null };
  let step = STEP.exec(name);
  return step ? { job: step[1], step: Number(step[2]) } : null;
}

export {
  isRunLogs,
  logMember
};
