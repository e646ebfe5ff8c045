import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  nearest
} from "./chunk-M6SK7KEV.js";
import {
  collectFromFiles,
  compiledCatalog,
  defaultConfig,
  parseSource,
  readCatalog
} from "./chunk-F5MP4J3H.js";
import "./chunk-YNDPRC5D.js";
import {
  buildMatcher,
  diagnose,
  examine,
  explainsGraph
} from "./chunk-NEAMQSGN.js";
import "./chunk-Z5GTGI63.js";
import "./chunk-GPAXXWLV.js";
import "./chunk-32FVNC22.js";
import "./chunk-AMICUPT5.js";
import "./chunk-XRMKMG2Q.js";
import "./chunk-CX5CV64Q.js";
import {
  root
} from "./chunk-UU7CQAJO.js";
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
import {
  UserError
} from "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/commands/catalog.ts
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

// src/commands/examples.ts
var head = /^#=(TRUE|NEAR)=# *([a-z-]*)$/;
function parseExamples(text) {
  let examples = [], lines = [];
  for (let [i, line] of text.split(`
`).entries()) {
    let found = head.exec(line);
    if (found)
      examples.push({
        expect: found[1] === "TRUE" ? "true" : "near",
        kind: found[2] || "job-log",
        text: "",
        marked: [],
        line: i + 1
      }), lines.push([]);
    else if (examples.length) {
      let body = lines.at(-1);
      line.startsWith("#=>") && examples.at(-1).marked.push(body.length + 1), body.push(line.startsWith("#=>") ? line.slice(3) : line);
    }
  }
  return examples.forEach((example, i) => {
    example.text = `${lines[i].join(`
`).trimEnd()}
`;
  }), examples;
}

// src/commands/try-patterns.ts
function trial(patterns) {
  let matcher = buildMatcher(patterns), knowledge = {
    patterns: new Map(patterns.map((p) => [p.id, p])),
    explains: explainsGraph(patterns),
    config: defaultConfig
  };
  return async (suite) => {
    let findings = await examine(suite, matcher);
    return { findings, diagnosis: diagnose(suite, findings, knowledge) };
  };
}
var loudTrial = (patterns) => trial(patterns.map((p) => p.role === "noise" ? { ...p, role: "symptom" } : p));
async function fault(pattern, example, { quiet, loud }) {
  let attempt = pattern.role === "noise" ? loud : quiet, { findings, diagnosis } = await attempt(exampleSuite(example)), matches = findings.matches.filter((m) => m.pattern === pattern.id);
  if (example.expect === "near") {
    let match = matches[0];
    return match ? `matches its near-miss: ${match.at.text.slice(0, 160)}` : null;
  }
  if (!matches.length) return "does not match its example";
  let lines = matches.flatMap((m) => [m.at, ...m.also]).map((at) => at.line), isLog = example.kind !== "event" && example.kind !== "object";
  if (isLog && example.marked.length !== 1) return "its example needs exactly one line marked `#=>`";
  if (isLog && !lines.includes(example.marked[0]))
    return `matches line ${lines.join(", ")} of its example, not the marked line ${example.marked[0]}`;
  let cause = diagnosis.root_cause?.pattern;
  return pattern.role === "cause" && cause !== pattern.id ? `is not the diagnosis of its example: ${cause ?? diagnosis.state}` : null;
}
function exampleSuite({ kind, text }) {
  let bytes = textBytes(text);
  return { service: "example", name: "example", status: "failed", job: null, sources: [kind !== "event" && kind !== "object" ? { kind: "job-log", name: "example", url: null, content: { type: "bytes", open: async () => bytes } } : {
    kind: "bundle",
    name: "example",
    url: null,
    content: {
      type: "folder",
      async *members() {
        yield { path: `${kind}s.yaml`, size: bytes.size, bytes: () => bytes.stream() };
      }
    }
  }] };
}
function textBytes(text) {
  let all = new TextEncoder().encode(text);
  return {
    size: all.length,
    async *stream(start = 0, end = all.length) {
      yield all.slice(start, end);
    }
  };
}

// src/commands/catalog.ts
async function checkCommand(paths, terminal) {
  let { patterns, faults } = await readCatalog(paths);
  for (let f of faults) terminal.stdout(`${f.where}: ${f.what}
`);
  return faults.length || terminal.stdout(`${patterns.length} patterns, no fault
`), faults.length ? 1 : 0;
}
async function listCommand(format, paths, terminal) {
  let { patterns } = await readCatalog(paths, compiledCatalog()), sorted = patterns.toSorted(
    (a, b) => a.family.localeCompare(b.family, "en") || a.id.localeCompare(b.id, "en")
  );
  if (format === "json") {
    let rows = sorted.map(({ id, family: family2, role, title, fallback, origin }) => ({
      id,
      family: family2,
      role,
      title,
      fallback,
      origin
    }));
    return terminal.stdout(`${JSON.stringify(rows, null, 2)}
`), 0;
  }
  let family = "";
  for (let p of sorted)
    p.family !== family && terminal.stdout(`${family ? `
` : ""}${p.family}
`), family = p.family, terminal.stdout(`  ${p.id.padEnd(44)} ${p.role.padEnd(8)} ${p.title}
`);
  return 0;
}
async function explainCommand(id, paths, terminal) {
  let { patterns, files } = await readCatalog(paths, compiledCatalog()), pattern = patterns.find((p) => p.id === id);
  if (!pattern) {
    let near = nearest(
      id,
      patterns.map((p) => p.id)
    );
    throw new UserError(
      `no pattern \`${id}\`${near ? `; is \`${near}\` meant?` : ""}; \`e2e-triage catalog list\` shows them all`
    );
  }
  let names = (list) => list.join(", ") || "-", before = patterns.filter((p) => p.explains.includes(id) || p.explains.includes(pattern.family)).map((p) => p.id), example = examplesOf(pattern, files), out = [
    `${pattern.id} (${pattern.role}${pattern.fallback ? ", fallback" : ""}; family ${pattern.family})`,
    pattern.title,
    "",
    ...pattern.conditions.map((c) => `${pattern.mode.padEnd(9)} ${sayCondition(c)}`),
    ...pattern.unless.map((c) => `${"unless".padEnd(9)} ${sayCondition(c)}`),
    "",
    `explained by  ${names(before)}`,
    `explains      ${names(pattern.explains)}`,
    `same when     ${names(pattern.same_when)}`,
    `advice        ${pattern.advice ?? "-"}`,
    ...pattern.validate.map((command) => `validate      ${command}`),
    ...pattern.references.map((url) => `reference     ${url}`),
    ...pattern.fixes.map(
      (f) => `fix           ${f.commit ?? (f.pull ? `#${f.pull}` : `issue #${f.issue}`)} ${names(f.services)} ${f.summary ?? ""}`
    ),
    `written in    ${pattern.origin}`,
    ...example ? [
      "",
      `example (${example.file})`,
      ...example.examples.filter((e) => e.expect === "true").slice(0, 1).map((e) => e.text.trimEnd())
    ] : []
  ];
  return terminal.stdout(`${out.join(`
`)}
`), 0;
}
function sayCondition(c) {
  if (c.type === "line") return `${c.in.join(", ") || "any log"}: /${c.line.source}/`;
  if (c.type === "absent")
    return `no ${c.kind} ${c.name.source.replace(/^\^|\$$/g, "").replaceAll(".*", "*")} in the bundle`;
  let parts = Object.entries(c).filter(([key, value]) => key !== "type" && value !== null).map(
    ([key, value]) => `${key} ${typeof value == "string" ? value : "source" in value ? `/${value.source}/` : value.type}`
  );
  return `${c.type}: ${parts.join(", ")}`;
}
async function testCommand(paths, terminal) {
  let { patterns, faults, files } = await readCatalog(paths), all = faults.map((f) => `${f.where}: ${f.what}`), quiet = trial(patterns), loud = loudTrial(patterns), sections = 0;
  for (let pattern of patterns) {
    let found = examplesOf(pattern, files);
    if (!found) {
      all.push(
        `${pattern.origin}: pattern ${pattern.id}: has no example: write ${exampleFile(pattern, files)}`
      );
      continue;
    }
    for (let kind of ["true", "near"])
      found.examples.some((e) => e.expect === kind) || all.push(`${found.file}:1: pattern ${pattern.id}: has no \`#=${kind.toUpperCase()}=#\` section`);
    for (let example of found.examples) {
      sections++;
      let wrong = await fault(pattern, example, { quiet, loud });
      wrong && all.push(`${found.file}:${example.line}: pattern ${pattern.id}: ${wrong}`);
    }
  }
  let healthy = await healthyFaults(quiet);
  all.push(...healthy.faults);
  for (let line of all) terminal.stdout(`${line}
`);
  return terminal.stdout(
    `${patterns.length} patterns, ${sections} examples, ${healthy.count} healthy sources: ${all.length || "no"} fault${all.length === 1 ? "" : "s"}
`
  ), all.length ? 1 : 0;
}
var healthyFolder = join(root, "__tests__", "healthy");
async function healthyFaults(attempt) {
  if (!existsSync(healthyFolder)) return { count: 0, faults: [] };
  let names = readdirSync(healthyFolder).filter((n) => !n.endsWith(".md")).sort(), faults = [];
  for (let name of names) {
    let source = parseSource(join(healthyFolder, name));
    if (source.type === "run-url" || source.type === "recorded") continue;
    let select = { jobName: null, expected: [], excludeJobs: [], artifacts: [], services: {} }, { suites } = await collectFromFiles({
      source,
      select,
      limits: { maxLogBytes: 1 << 28, maxArtifactBytes: 1 << 28 },
      tempDir: root
    });
    for (let suite of suites) {
      let { diagnosis } = await attempt(suite), cause = diagnosis.root_cause;
      cause && faults.push(
        `${relative(".", join(healthyFolder, name))}:${cause.evidence[0]?.line ?? 1}: pattern ${cause.pattern}: found in a healthy source: ${cause.evidence[0]?.text.slice(0, 160)}`
      );
    }
  }
  return { count: names.length, faults };
}
function exampleFile(pattern, files) {
  let file = pattern.origin.replace(/:\d+$/, ""), own = files.find((f) => f.endsWith(file)) ?? file;
  return dirname(own) === join(root, "catalog") ? relative(".", join(root, "__tests__", "catalog", pattern.family, `${pattern.id}.log`)) : join(dirname(own), "examples", `${pattern.id}.log`);
}
function examplesOf(pattern, files) {
  let file = exampleFile(pattern, files);
  return existsSync(file) ? { file, examples: parseExamples(readFileSync(file, "utf8")) } : null;
}
export {
  checkCommand,
  explainCommand,
  listCommand,
  testCommand
};
