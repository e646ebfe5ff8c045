import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  createClient
} from "./chunk-CKPC27VM.js";
import "./chunk-BQY4XFIP.js";
import "./chunk-6636AVS4.js";
export {
  createClient
};
