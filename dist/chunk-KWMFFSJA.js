import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectRecorded,
  recordedPaths
} from "./chunk-AQGAD6KN.js";
import "./chunk-2BZI2K3R.js";
import "./chunk-UQD25NJL.js";
import "./chunk-6W2Y3PBN.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-KYOW2CHN.js";
import "./chunk-LBNZSSZ6.js";
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
