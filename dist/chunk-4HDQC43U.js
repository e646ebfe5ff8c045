import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  fetchEarlier
} from "./chunk-W6RQUWRR.js";
import "./chunk-CUR2NN6C.js";
import "./chunk-CX5CV64Q.js";
import "./chunk-UJRABVS7.js";
import "./chunk-MJJ3M4US.js";
import "./chunk-GL6L4IOD.js";
import "./chunk-4JNOUEEH.js";
import "./chunk-6F67BEFM.js";
import "./chunk-T3DWGUMF.js";
import "./chunk-UVAZU45G.js";
import "./chunk-KKE4RHFO.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  fetchEarlier
};
