import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  terminalPause,
  triageCommand
} from "./chunk-UZJD5LLU.js";
import "./chunk-BQY4XFIP.js";
import "./chunk-3H6AIKHL.js";
import "./chunk-K7OPGTEV.js";
import "./chunk-D6L5YBII.js";
import "./chunk-CXHGEUED.js";
import "./chunk-IAZINGZF.js";
import "./chunk-GT6B6EJW.js";
import "./chunk-55YYQKXH.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  terminalPause,
  triageCommand
};
