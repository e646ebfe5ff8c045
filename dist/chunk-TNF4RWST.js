import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  iso_exports
} from "./chunk-MJJ3M4US.js";
import {
  _enum,
  array,
  boolean,
  int,
  record,
  strictObject,
  string
} from "./chunk-OAKODS55.js";
import {
  UserError
} from "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/fixes/recorded.ts
var MAX_TEXT = 5e6, MAX_ENTRIES = 1e3, text = (max) => string().max(max), hash = string().regex(/^[0-9a-f]{4,40}$/), number = int().positive(), why = text(1e3).nullable().default(null), title = text(1e3).nullable().default(null), url = text(2e3).nullable().default(null), pattern = text(100), service = text(200).nullable().default(null), few = (entries) => entries.refine((all) => Object.keys(all).length <= MAX_ENTRIES, `more than ${MAX_ENTRIES} entries`).default({}), commit = strictObject({
  sha: hash.nullable(),
  title,
  url,
  committed_at: iso_exports.datetime({ offset: !0 }).nullable().default(null),
  landed: boolean().nullable().default(null),
  contained_in: few(record(hash, boolean().nullable())),
  reverted_by: hash.nullable().default(null),
  why
}), pull = strictObject({
  number,
  title,
  url,
  state: _enum(["open", "merged", "closed"]).nullable(),
  merge_commit: hash.nullable().default(null),
  head: hash.nullable().default(null),
  why
}), issue = strictObject({ number, title, url, state: _enum(["open", "closed"]).nullable(), why }), digits = string().regex(/^\d{1,9}$/), schema = strictObject({
  tested: hash.nullable().default(null),
  merge: hash.nullable().default(null),
  base: text(300).nullable().default(null),
  commits: few(record(string().regex(/^[0-9A-Fa-f]{1,64}$/), commit)),
  pulls: few(record(digits, pull)),
  issues: few(record(digits, issue)),
  trailers: array(strictObject({ commit: hash, pattern, service, pull: number.nullable().default(null) })).max(MAX_ENTRIES).default([]),
  mentions: array(strictObject({ type: _enum(["pull", "issue"]), number, pattern, service })).max(MAX_ENTRIES).default([]),
  searched: boolean().default(!0),
  incomplete: array(strictObject({ what: text(500), why: text(2e3) })).max(MAX_ENTRIES).default([])
});
function parseFacts(json, name) {
  if (json.length > MAX_TEXT) throw new UserError(`${name} is larger than ${MAX_TEXT} characters`);
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UserError(`${name} is not JSON: ${error.message}`);
  }
  let parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  let { path, message } = parsed.error.issues[0];
  throw new UserError(`${name}: ${path.join(".") || "the whole file"}: ${message}`);
}
export {
  parseFacts
};
