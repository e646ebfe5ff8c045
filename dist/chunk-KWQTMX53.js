import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  failsOn,
  readConfig,
  triageCommand
} from "./chunk-ALVVVBNL.js";
import "./chunk-3H6AIKHL.js";
import "./chunk-TXJ75FOS.js";
import "./chunk-D6L5YBII.js";
import "./chunk-CXHGEUED.js";
import "./chunk-AGEYG7U2.js";
import "./chunk-GT6B6EJW.js";
import "./chunk-55YYQKXH.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  failsOn,
  readConfig,
  triageCommand
};
