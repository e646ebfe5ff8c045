import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  clientFor,
  failsOn,
  limits,
  readConfig,
  selectionOf,
  triageCommand
} from "./chunk-7CRWKR76.js";
import "./chunk-BQY4XFIP.js";
import "./chunk-RZYDATIV.js";
import "./chunk-WGOWFPCI.js";
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
