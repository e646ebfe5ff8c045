import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  catalogFile
} from "./chunk-DCGKBV7I.js";
import {
  require_dist
} from "./chunk-NWYLOCUV.js";
import {
  toPattern
} from "./chunk-YNDPRC5D.js";
import "./chunk-Z5GTGI63.js";
import "./chunk-MJJ3M4US.js";
import "./chunk-OAKODS55.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/catalog/parse.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/catalog/fault.ts
var import_yaml = __toESM(require_dist(), 1);
function issueFaults(issue, document, at) {
  let path = issue.path.filter((key) => typeof key != "symbol"), where = at(offsetOf(document, path)), id = path[0] === "patterns" && typeof path[1] == "number" ? document.getIn(["patterns", path[1], "id"]) : void 0, label = typeof id == "string" ? `pattern ${id}: ` : "", field = path.slice(2).join(".");
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({
    where: at(keyOffset(document, path, key)),
    what: `${label}unknown key \`${[...path.slice(2), key].join(".")}\``
  })) : [{ where, what: `${label}${field ? `\`${field}\`: ` : ""}${issue.message}` }];
}
function offsetOf(document, path) {
  for (let length = path.length; length >= 0; length--) {
    let node = length ? document.getIn(path.slice(0, length), !0) : document.contents;
    if (((0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isScalar)(node)) && node.range) return node.range[0];
  }
  return 0;
}
function keyOffset(document, path, key) {
  let map = path.length ? document.getIn(path, !0) : document.contents, pair = (0, import_yaml.isMap)(map) ? map.items.find((item) => (0, import_yaml.isScalar)(item.key) && item.key.value === key) : void 0;
  return pair && (0, import_yaml.isScalar)(pair.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

// src/catalog/parse.ts
function parseCatalog(name, text) {
  let { written, faults } = parseWritten(name, text), patterns = [];
  for (let { written: pattern, line } of written) {
    let origin = `${name}:${line}`;
    try {
      patterns.push(toPattern(pattern, origin));
    } catch (error) {
      faults.push({
        where: origin,
        what: `pattern ${pattern.id}: ${error instanceof Error ? error.message : error}`
      });
    }
  }
  return { patterns, faults };
}
function parseWritten(name, text) {
  let lines = new import_yaml2.LineCounter(), document = (0, import_yaml2.parseDocument)(text, { lineCounter: lines, prettyErrors: !1 }), lineOf = (offset) => lines.linePos(offset).line, at = (offset) => `${name}:${lineOf(offset)}`, faults = document.errors.map((e) => ({ where: at(e.pos[0]), what: e.message }));
  if (faults.length) return { written: [], faults };
  let parsed = catalogFile.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  return parsed.success ? { written: parsed.data.patterns.map((pattern, index) => ({
    written: pattern,
    line: lineOf(offsetOf(document, ["patterns", index]))
  })), faults: [] } : { written: [], faults: parsed.error.issues.flatMap((issue) => issueFaults(issue, document, at)) };
}
export {
  parseCatalog,
  parseWritten
};
