import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  fetchEarlier
} from "./chunk-6C5RNFXY.js";
import "./chunk-CUR2NN6C.js";
import "./chunk-CX5CV64Q.js";
import "./chunk-UJRABVS7.js";
import "./chunk-MJJ3M4US.js";
import "./chunk-24PO6JZN.js";
import "./chunk-4JNOUEEH.js";
import "./chunk-6F67BEFM.js";
import "./chunk-T3DWGUMF.js";
import "./chunk-UVAZU45G.js";
import "./chunk-IBCBMOJQ.js";
import "./chunk-NNJIFKDM.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  fetchEarlier
};
