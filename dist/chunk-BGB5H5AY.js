import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readKubernetes
} from "./chunk-32TNMIC4.js";
import "./chunk-FX2B4Q4W.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  readKubernetes
};
