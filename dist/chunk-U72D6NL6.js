import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  failsOn,
  readConfig,
  triageCommand
} from "./chunk-TQU3GCRR.js";
import "./chunk-3H6AIKHL.js";
import "./chunk-ZHR3YVQV.js";
import "./chunk-D6L5YBII.js";
import "./chunk-CXHGEUED.js";
import "./chunk-FOUBRLID.js";
import "./chunk-GT6B6EJW.js";
import "./chunk-55YYQKXH.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  failsOn,
  readConfig,
  triageCommand
};
