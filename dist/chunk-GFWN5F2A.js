import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  collectFromGitHub,
  fromListing
} from "./chunk-YJGEV6A6.js";
import "./chunk-OT35DRCP.js";
import "./chunk-6F67BEFM.js";
import "./chunk-UQD25NJL.js";
import "./chunk-6W2Y3PBN.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-LBNZSSZ6.js";
import "./chunk-LHSSN7PF.js";
import "./chunk-CR7EGYGP.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-OAKODS55.js";
import "./chunk-6636AVS4.js";
export {
  collectFromGitHub,
  fromListing
};
