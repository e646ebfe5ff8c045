import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ZodBigInt,
  ZodBoolean,
  ZodDate,
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  ZodNumber,
  ZodString,
  _coercedBigint,
  _coercedBoolean,
  _coercedDate,
  _coercedNumber,
  _coercedString,
  _enum,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime,
  array,
  boolean,
  int,
  literal,
  record,
  require_dist,
  strictObject,
  string,
  toJSONSchema,
  url
} from "./chunk-GT6B6EJW.js";
import {
  UserError
} from "./chunk-UIGTJO4Z.js";
import {
  __commonJS,
  __export,
  __toESM
} from "./chunk-6636AVS4.js";

// node_modules/fastest-levenshtein/mod.js
var require_mod = __commonJS({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = !0;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536), myers_32 = function(a, b) {
      for (var n = a.length, m = b.length, lst = 1 << n - 1, pv = -1, mv = 0, sc = n, i = n; i--; )
        peq[a.charCodeAt(i)] |= 1 << i;
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)], xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv, mv |= ~(eq | pv), pv &= eq, mv & lst && sc++, pv & lst && sc--, mv = mv << 1 | 1, pv = pv << 1 | ~(xv | mv), mv &= xv;
      }
      for (i = n; i--; )
        peq[a.charCodeAt(i)] = 0;
      return sc;
    }, myers_x = function(b, a) {
      for (var n = a.length, m = b.length, mhc = [], phc = [], hsize = Math.ceil(n / 32), vsize = Math.ceil(m / 32), i = 0; i < hsize; i++)
        phc[i] = -1, mhc[i] = 0;
      for (var j = 0; j < vsize - 1; j++) {
        for (var mv_1 = 0, pv_1 = -1, start_1 = j * 32, vlen_1 = Math.min(32, m) + start_1, k = start_1; k < vlen_1; k++)
          peq[b.charCodeAt(k)] |= 1 << k;
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)], pb = phc[i / 32 | 0] >>> i & 1, mb = mhc[i / 32 | 0] >>> i & 1, xv = eq | mv_1, xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb, ph = mv_1 | ~(xh | pv_1), mh = pv_1 & xh;
          ph >>> 31 ^ pb && (phc[i / 32 | 0] ^= 1 << i), mh >>> 31 ^ mb && (mhc[i / 32 | 0] ^= 1 << i), ph = ph << 1 | pb, mh = mh << 1 | mb, pv_1 = mh | ~(xv | ph), mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++)
          peq[b.charCodeAt(k)] = 0;
      }
      for (var mv = 0, pv = -1, start = j * 32, vlen = Math.min(32, m - start) + start, k = start; k < vlen; k++)
        peq[b.charCodeAt(k)] |= 1 << k;
      for (var score = m, i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)], pb = phc[i / 32 | 0] >>> i & 1, mb = mhc[i / 32 | 0] >>> i & 1, xv = eq | mv, xh = ((eq | mb) & pv) + pv ^ pv | eq | mb, ph = mv | ~(xh | pv), mh = pv & xh;
        score += ph >>> m - 1 & 1, score -= mh >>> m - 1 & 1, ph >>> 31 ^ pb && (phc[i / 32 | 0] ^= 1 << i), mh >>> 31 ^ mb && (mhc[i / 32 | 0] ^= 1 << i), ph = ph << 1 | pb, mh = mh << 1 | mb, pv = mh | ~(xv | ph), mv = ph & xv;
      }
      for (var k = start; k < vlen; k++)
        peq[b.charCodeAt(k)] = 0;
      return score;
    }, distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a, a = tmp;
      }
      return b.length === 0 ? a.length : a.length <= 32 ? myers_32(a, b) : myers_x(a, b);
    };
    exports.distance = distance2;
    var closest = function(str, arr) {
      for (var min_distance = 1 / 0, min_index = 0, i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        dist < min_distance && (min_distance = dist, min_index = i);
      }
      return arr[min_index];
    };
    exports.closest = closest;
  }
});

// src/inputs/config.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1), import_yaml = __toESM(require_dist(), 1);

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

// node_modules/zod/v4/classic/coerce.js
var coerce_exports = {};
__export(coerce_exports, {
  bigint: () => bigint,
  boolean: () => boolean2,
  date: () => date2,
  number: () => number,
  string: () => string2
});
function string2(params) {
  return _coercedString(ZodString, params);
}
function number(params) {
  return _coercedNumber(ZodNumber, params);
}
function boolean2(params) {
  return _coercedBoolean(ZodBoolean, params);
}
function bigint(params) {
  return _coercedBigint(ZodBigInt, params);
}
function date2(params) {
  return _coercedDate(ZodDate, params);
}

// src/inputs/config.ts
var serviceName = string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "must be letters, digits, `.`, `_`, `/` and `-`"), service = strictObject({
  name: string().min(1).optional().describe("As shown"),
  depends_on: array(serviceName).default([]),
  ports: array(int().min(1).max(65535)).default([]).describe("Ports by which tests reach it"),
  pods: array(string().min(1)).default([]).describe("Globs of its pods")
}), schema = strictObject({
  $schema: string().optional(),
  version: literal(1),
  jobs: strictObject({
    name: string().optional().describe("Regular expression with a group `service`"),
    expected: array(serviceName).default([]).describe("Services that must have run")
  }).default({ expected: [] }),
  artifacts: array(string().min(1)).default([]).describe("Globs; {service} and {run_id} are filled in"),
  services: record(serviceName, service).default({}),
  catalog: array(string().min(1)).default([]).describe("Further pattern files, as paths or globs"),
  disable: array(string()).default([]).describe("Ids of patterns to leave out"),
  redact: array(string().min(1)).default([]).describe("Regular expressions of further secrets")
}), defaultConfig = toConfig(schema.parse({ version: 1 }));
function configJsonSchema() {
  return { title: "E2E Failure Triage configuration", ...toJSONSchema(schema, { io: "input" }) };
}
function parseConfig(file, text) {
  let lines = new import_yaml.LineCounter(), document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: !1 }), at = (offset) => `${file}:${lines.linePos(offset).line}`, syntax = document.errors[0];
  if (syntax) throw new UserError(`${at(syntax.pos[0])}: ${syntax.message}`);
  let parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success) {
    let config = toConfig(parsed.data);
    return checkJobName(file, config.jobs.name), config;
  }
  let faults = parsed.error.issues.flatMap((issue) => {
    let path = issue.path.filter((key) => typeof key != "symbol");
    return issue.code !== "unrecognized_keys" ? [`${at(offsetOf(document, path))}: \`${path.join(".") || "version"}\`: ${issue.message}`] : issue.keys.map((key) => {
      let near = nearest(key, keysAt(path));
      return `${at(offsetOf(document, [...path, key]))}: unknown key \`${[...path, key].join(".")}\`${near ? `; is \`${near}\` meant?` : ""}`;
    });
  });
  throw new UserError(faults.join("; "));
}
function toConfig(written) {
  let { jobs, artifacts, services, catalog, disable, redact } = written;
  return {
    jobs: { name: jobs.name ?? null, expected: jobs.expected },
    artifacts,
    services,
    catalog,
    disable,
    redact
  };
}
function checkJobName(where, source) {
  if (source !== null) {
    try {
      new RegExp(source);
    } catch (cause) {
      throw new UserError(`${where}: job name pattern \`${source}\` is not a regular expression`, { cause });
    }
    if (!source.includes("(?<service>"))
      throw new UserError(`${where}: job name pattern \`${source}\` needs a group \`(?<service>…)\``);
  }
}
function nearest(wrong, words) {
  let near = [...words].sort((a, b) => (0, import_fastest_levenshtein.distance)(wrong, a) - (0, import_fastest_levenshtein.distance)(wrong, b))[0];
  return near !== void 0 && (0, import_fastest_levenshtein.distance)(wrong, near) <= Math.max(2, wrong.length / 3) ? near : null;
}
function keysAt(path) {
  return path[0] === "services" && path.length === 2 ? Object.keys(service.shape) : path[0] === "jobs" ? ["name", "expected"] : Object.keys(schema.shape);
}
function offsetOf(document, path) {
  for (let length = path.length; length > 0; length--) {
    let parent = length > 1 ? document.getIn(path.slice(0, length - 1), !0) : document.contents, pair = (0, import_yaml.isMap)(parent) ? parent.items.find((i) => (0, import_yaml.isScalar)(i.key) && i.key.value === path[length - 1]) : void 0;
    if (pair && (0, import_yaml.isScalar)(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return 0;
}

// src/catalog/schema.ts
var id = string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be kebab-case: lower-case letters, digits and single hyphens"), expression = string().min(3), evidenceKinds = [
  "job-log",
  "container-log",
  "previous-log",
  "node-log",
  "event",
  "object",
  "test-report",
  "file"
], condition = strictObject({
  in: array(_enum(evidenceKinds)).min(1).optional().describe("Kinds of evidence; left out: every log"),
  line: expression.optional().describe("Regular expression of one line of a log"),
  reason: expression.optional().describe("Event reason, whole"),
  message: expression.optional().describe("Regular expression of the message of an event, condition or container state"),
  kind: string().min(1).optional().describe("Kubernetes kind"),
  name: string().min(1).optional().describe("Glob of the object name"),
  phase: expression.optional().describe("Phase of the object, whole"),
  waiting: expression.optional().describe("Reason of a waiting container, whole"),
  terminated: expression.optional().describe("Reason of a terminated container, now or before, whole"),
  condition: strictObject({
    type: string().min(1),
    status: _enum(["True", "False", "Unknown"]).optional(),
    reason: expression.optional()
  }).optional().describe("Condition of the object"),
  absent: strictObject({ kind: string().min(1), name: string().min(1) }).optional().describe("Holds where a bundle has no such object")
}), conditions = array(condition).min(1), fix = strictObject({
  commit: string().regex(/^[0-9a-f]{7,40}$/, "must be a commit hash of 7 to 40 lower-case hex digits").optional(),
  pull: int().positive().optional(),
  issue: int().positive().optional(),
  services: array(string().min(1)).optional().describe("Services that it fixes; left out: all"),
  summary: string().min(1).optional(),
  verified: boolean().optional().describe("Somebody has seen that it works")
}), pattern = strictObject({
  id,
  family: id.describe("A family of the taxonomy"),
  role: _enum(["cause", "symptom", "noise"]),
  title: string().min(3).max(160).describe("One line, with {capture} places"),
  any: conditions.optional(),
  all: conditions.optional(),
  sequence: conditions.optional().describe("In this order, in one source"),
  unless: conditions.optional(),
  explains: array(id).optional().describe("Patterns and families downstream of it"),
  same_when: array(string()).optional().describe("Captures that make it the same cause in two suites"),
  fallback: boolean().optional().describe("Only where no other cause was found"),
  advice: string().min(3).optional(),
  validate: array(string().min(1)).optional().describe("Commands that would confirm it"),
  references: array(url({ protocol: /^https?$/ })).optional(),
  fixes: array(fix).optional()
}), catalogFile = strictObject({
  $schema: string().optional(),
  patterns: array(pattern)
});
function catalogJsonSchema() {
  return { title: "E2E Failure Triage catalog", ...toJSONSchema(catalogFile, { io: "input" }) };
}

export {
  iso_exports,
  coerce_exports,
  defaultConfig,
  configJsonSchema,
  parseConfig,
  checkJobName,
  nearest,
  catalogFile,
  catalogJsonSchema
};
