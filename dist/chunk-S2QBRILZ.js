import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-NWYLOCUV.js";
import {
  nearest
} from "./chunk-M6SK7KEV.js";
import {
  checkJobName
} from "./chunk-I5PRSRFB.js";
import {
  array,
  int,
  literal,
  record,
  strictObject,
  string,
  toJSONSchema
} from "./chunk-OAKODS55.js";
import {
  UserError
} from "./chunk-UIGTJO4Z.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/inputs/config.ts
var import_yaml = __toESM(require_dist(), 1);
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
});
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

export {
  configJsonSchema,
  parseConfig
};
