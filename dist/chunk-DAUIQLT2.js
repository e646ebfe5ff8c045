import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectRecorded,
  recordedPaths
} from "./chunk-7GZMHGOG.js";
import "./chunk-2BZI2K3R.js";
import "./chunk-UQD25NJL.js";
import "./chunk-CTKODI3Y.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-KYOW2CHN.js";
import "./chunk-VHTZPQOQ.js";
import "./chunk-LHSSN7PF.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-OAKODS55.js";
import "./chunk-6636AVS4.js";
export {
  collectRecorded,
  recordedPaths
};
