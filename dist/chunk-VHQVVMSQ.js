import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectFromGitHub,
  fromListing
} from "./chunk-DKS2Z5KL.js";
import "./chunk-OQC3ZFW7.js";
import "./chunk-6MH66UTG.js";
import "./chunk-6F67BEFM.js";
import "./chunk-NZ6Z2CMF.js";
import "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-IBCBMOJQ.js";
import "./chunk-NNJIFKDM.js";
import "./chunk-OAKODS55.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  collectFromGitHub,
  fromListing
};
