import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readKubernetes
} from "./chunk-XY7I3OMP.js";
import "./chunk-6Q4BOC4N.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  readKubernetes
};
