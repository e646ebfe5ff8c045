import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/memory.ts
import { setFlagsFromString } from "node:v8";
function saveMemory() {
  for (let flag of ["--heap-growing-percent=50", "--semi-space-growth-factor=1", "--min-semi-space-size=1"])
    setFlagsFromString(flag);
}

export {
  saveMemory
};
