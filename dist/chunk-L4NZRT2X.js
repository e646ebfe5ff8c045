import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  MASK,
  redactor
} from "./chunk-3H6AIKHL.js";
import {
  decodeActionsLine
} from "./chunk-55YYQKXH.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/commands/add.ts
import { readFile } from "node:fs/promises";
var around = 5, longest = 200;
async function addCommand(log, line, terminal) {
  let text;
  try {
    text = await readFile(log, "utf8");
  } catch (cause) {
    throw new UserError(`${log}: ${describe(cause)}`, { cause });
  }
  let lines = text.split(`
`);
  if (!plain(lines[line - 1] ?? "").trim())
    throw new UserError(
      `${log}:${line}: ${line > lines.length ? `the log has ${lines.length} lines` : "the line is empty"}`
    );
  let from = Math.max(0, line - 1 - around), redact = redactor([]), shown = lines.slice(from, line + around).map((raw) => redact(plain(raw))), wanted = shown[line - 1 - from];
  if ((wanted.match(new RegExp("\\p{L}", "gu")) ?? []).length < 7)
    throw new UserError(`${log}:${line}: says too little to be recognised by; choose a line with more words`);
  let id = idOf(wanted), example = shown.map((l, i) => i === line - 1 - from ? `#=>${l}` : l).join(`
`).trimEnd().split(`
`);
  return terminal.stdout(`# yaml-language-server: $schema=https://raw.githubusercontent.com/jordigilh/e2e-failure-triage/main/catalog/schema.json
patterns:
  - id: ${id}
    family: config-invalid # the one that fits, of catalog/taxonomy.yml
    role: cause
    title: ${quote(titleOf(wanted))}
    any:
      - line: ${quote(expressionOf(wanted))}
    advice: ${quote("Say here what to change.")}

# Save what follows, without the leading "# ", as examples/${id}.log beside the pattern file:
#
# #=TRUE=# job-log
${example.map((l) => `# ${l}`).join(`
`)}
# #=NEAR=# job-log
# ${nearMiss(wanted)}
`), 0;
}
var quote = (text) => `'${text.replaceAll("'", "''")}'`;
function titleOf(line) {
  return said(line).replace(/[{}]/g, "").replace(/\s+/g, " ").slice(0, 120).trim();
}
function idOf(line) {
  return (line.toLowerCase().match(/[a-z]{3,20}/g) ?? []).slice(0, 5).join("-") || "unnamed-failure";
}
function expressionOf(line) {
  return kept(line).split(/(\*{3}|[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]*\d[0-9a-f]{6,}\b|\d+)/).map((part, i) => i % 2 === 0 ? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : opened(part)).join("").replace(/\s{2,}|[^\S ]/g, "\\s+");
}
var opened = (part) => part === MASK ? "\\S+" : /[a-f-]/.test(part) ? "[0-9a-f-]+" : "\\d+";
function kept(line) {
  let text = said(line);
  if (text.length <= longest) return text;
  let cut = text.lastIndexOf(" ", longest);
  return text.slice(0, cut > longest / 2 ? cut : longest);
}
function nearMiss(line) {
  let text = kept(line);
  return text.slice(0, Math.max(1, Math.floor(text.length / 3)));
}
var said = (line) => line.trim().replace(/^\[?\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?\]?\s+/, ""), plain = (raw) => decodeActionsLine(raw).text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "").replace(/[\x00-\x08\x0b-\x1f\x7f]/g, "");
export {
  addCommand,
  expressionOf
};
