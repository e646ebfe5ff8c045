import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readKubernetes
} from "./chunk-ETHC3WM3.js";
import "./chunk-JJHSKTCG.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  readKubernetes
};
