import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  failsOn,
  readConfig,
  triageCommand
} from "./chunk-ANAR66ES.js";
import "./chunk-3H6AIKHL.js";
import "./chunk-F5MP4J3H.js";
import "./chunk-YNDPRC5D.js";
import "./chunk-NEAMQSGN.js";
import "./chunk-Z5GTGI63.js";
import "./chunk-GPAXXWLV.js";
import "./chunk-32FVNC22.js";
import "./chunk-AMICUPT5.js";
import "./chunk-XRMKMG2Q.js";
import "./chunk-CUR2NN6C.js";
import "./chunk-CX5CV64Q.js";
import "./chunk-Y7C5HZNZ.js";
import "./chunk-UU7CQAJO.js";
import "./chunk-Q74QQWMI.js";
import "./chunk-55YYQKXH.js";
import "./chunk-4JNOUEEH.js";
import "./chunk-3DRPSEGI.js";
import "./chunk-T3DWGUMF.js";
import "./chunk-QNDHDYXM.js";
import "./chunk-W4LYY7VR.js";
import "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import "./chunk-UVAZU45G.js";
import "./chunk-X2VZODPB.js";
import "./chunk-KYOW2CHN.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import "./chunk-NNJIFKDM.js";
import "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";
export {
  failsOn,
  readConfig,
  triageCommand
};
