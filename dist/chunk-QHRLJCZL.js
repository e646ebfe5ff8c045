import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  triageCommand
} from "./chunk-7F4ILFWA.js";
import "./chunk-IO7KMEJF.js";
import "./chunk-RZYDATIV.js";
import "./chunk-EOHQ4HYP.js";
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
