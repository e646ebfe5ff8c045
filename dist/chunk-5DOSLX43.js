import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectFromGitHub,
  fromListing
} from "./chunk-ZN7FD4PY.js";
import "./chunk-ASIUTO4R.js";
import "./chunk-6MH66UTG.js";
import "./chunk-6F67BEFM.js";
import "./chunk-QE6NFIWX.js";
import "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-KKE4RHFO.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  collectFromGitHub,
  fromListing
};
