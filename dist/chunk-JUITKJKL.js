import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  findingsSchema
} from "./chunk-3NE4QEXF.js";
import {
  findingsMember
} from "./chunk-GPAXXWLV.js";
import "./chunk-OAKODS55.js";
import "./chunk-6636AVS4.js";

// src/findings/parse.ts
function parseFindings(bytes) {
  if (!bytes || bytes.length > 4194304)
    return refuse(`it is longer than ${4194304 / 1024 ** 2} MB, so no scan wrote it`);
  let data;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: !0 }).decode(bytes));
  } catch {
    return refuse("it is not JSON");
  }
  let version = data?.schema_version;
  if (typeof version == "number" && version !== 1)
    return refuse(`it has schema_version ${version}; scan and report with one version of the action`);
  let parsed = findingsSchema.safeParse(data);
  if (parsed.success) return { ok: !0, file: parsed.data };
  let { path, code } = parsed.error.issues[0], where = path.map(String).filter((part) => /^[\w-]{1,40}$/.test(part)).join(".");
  return refuse(`it is not what a scan writes (${where || "the whole"}: ${code})`);
}
var refuse = (why) => ({ ok: !1, why: `${findingsMember} was not used: ${why}` });
export {
  parseFindings
};
