import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/memory.ts
import { setFlagsFromString } from "node:v8";
function startSmall() {
  setFlagsFromString("--semi-space-growth-factor=1");
}
function staySmall() {
  setFlagsFromString("--heap-growing-percent=30"), setFlagsFromString("--no-incremental-marking");
}

export {
  startSmall,
  staySmall
};
