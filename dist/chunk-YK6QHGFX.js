import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  parseReport
} from "./chunk-UJRABVS7.js";
import "./chunk-MJJ3M4US.js";
import "./chunk-OAKODS55.js";
import "./chunk-6636AVS4.js";
export {
  parseReport
};
