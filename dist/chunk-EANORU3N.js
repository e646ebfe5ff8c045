import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/memory.ts
import { setFlagsFromString } from "node:v8";
var flags = [
  "--no-incremental-marking",
  "--heap-growing-percent=30",
  "--semi-space-growth-factor=1",
  "--min-semi-space-size=1"
];
function saveMemory() {
  for (let flag of flags) setFlagsFromString(flag);
}

export {
  saveMemory
};
