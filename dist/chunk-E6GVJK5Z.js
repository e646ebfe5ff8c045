import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  triageCommand
} from "./chunk-P6QX3SHJ.js";
import "./chunk-IO7KMEJF.js";
import "./chunk-RZYDATIV.js";
import "./chunk-AN4ASQHA.js";
import "./chunk-Z3QNAK6Z.js";
import "./chunk-55YYQKXH.js";
import "./chunk-4MNCHRJY.js";
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
