import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/findings/file.ts
var findingsMember = "e2e-triage-findings.json";

export {
  findingsMember
};
