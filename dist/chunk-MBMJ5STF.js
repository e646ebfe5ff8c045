import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectRecorded,
  recordedPaths
} from "./chunk-S5BK4QBF.js";
import "./chunk-ASIUTO4R.js";
import "./chunk-2BZI2K3R.js";
import "./chunk-QE6NFIWX.js";
import "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-KYOW2CHN.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-KKE4RHFO.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  collectRecorded,
  recordedPaths
};
