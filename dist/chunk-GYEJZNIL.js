import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  triageCommand
} from "./chunk-L55LCF6Y.js";
import "./chunk-BQY4XFIP.js";
import "./chunk-RZYDATIV.js";
import "./chunk-XENE3G37.js";
import "./chunk-Z3QNAK6Z.js";
import "./chunk-55YYQKXH.js";
import "./chunk-OI6BSY4N.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  triageCommand
};
