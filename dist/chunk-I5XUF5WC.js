import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-NWYLOCUV.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/catalog/taxonomy.ts
var import_yaml = __toESM(require_dist(), 1);
import { readFileSync } from "node:fs";
function readTaxonomy(path) {
  let families = (0, import_yaml.parse)(readFileSync(path, "utf8"));
  return new Map(Object.entries(families).map(([family, { layer }]) => [family, layer]));
}
export {
  readTaxonomy
};
