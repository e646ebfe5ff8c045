import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  failsOn,
  readConfig,
  triageCommand
} from "./chunk-65G5JX7B.js";
import "./chunk-DBXNAOLX.js";
import "./chunk-3H6AIKHL.js";
import "./chunk-DOPZ7KKS.js";
import "./chunk-D6L5YBII.js";
import "./chunk-CXHGEUED.js";
import "./chunk-P2POZKQ3.js";
import "./chunk-GT6B6EJW.js";
import "./chunk-55YYQKXH.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  failsOn,
  readConfig,
  triageCommand
};
