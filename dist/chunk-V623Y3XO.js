import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  configJsonSchema,
  parseConfig
} from "./chunk-S2QBRILZ.js";
import "./chunk-NWYLOCUV.js";
import "./chunk-M6SK7KEV.js";
import "./chunk-I5PRSRFB.js";
import "./chunk-MJJ3M4US.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  configJsonSchema,
  parseConfig
};
