import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  baselineFromGitHub
} from "./chunk-ZGHONEAS.js";
import "./chunk-Q74QQWMI.js";
import "./chunk-55YYQKXH.js";
import "./chunk-24PO6JZN.js";
import "./chunk-4JNOUEEH.js";
import "./chunk-6MH66UTG.js";
import "./chunk-6F67BEFM.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-IBCBMOJQ.js";
import "./chunk-NNJIFKDM.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  baselineFromGitHub
};
