import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  _enum,
  array,
  boolean,
  int,
  strictObject,
  string,
  toJSONSchema,
  url
} from "./chunk-OAKODS55.js";

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
  catalogFile,
  catalogJsonSchema
};
