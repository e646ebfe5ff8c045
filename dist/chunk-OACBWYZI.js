import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readKubernetes
} from "./chunk-2UPCCECR.js";
import "./chunk-XRMKMG2Q.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  readKubernetes
};
