import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  baselineFromGitHub
} from "./chunk-EZXP3DBP.js";
import "./chunk-ILX6ZUPY.js";
import "./chunk-NE3ERWN5.js";
import "./chunk-55YYQKXH.js";
import "./chunk-L5NPYPWT.js";
import "./chunk-PX4GB5OP.js";
import "./chunk-6F67BEFM.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-VHTZPQOQ.js";
import "./chunk-LHSSN7PF.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-OAKODS55.js";
import "./chunk-6636AVS4.js";
export {
  baselineFromGitHub
};
