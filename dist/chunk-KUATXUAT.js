import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  toPattern
} from "./chunk-YNDPRC5D.js";
import {
  belongsTo,
  isUnhealthy,
  isWorkload,
  keyOf,
  loose,
  sameNamespace,
  selects,
  stem
} from "./chunk-6ZTFFUPD.js";
import {
  captureNames,
  trusted
} from "./chunk-Z5GTGI63.js";
import {
  root
} from "./chunk-UU7CQAJO.js";
import {
  fill,
  fillCommand,
  hash,
  isDebug,
  isMild,
  isOfCluster,
  isPassed,
  isWrapper,
  normalise
} from "./chunk-5SSEY5PD.js";
import {
  isRunLogs
} from "./chunk-3DRPSEGI.js";
import {
  members
} from "./chunk-2BZI2K3R.js";
import {
  withoutContent
} from "./chunk-CTKODI3Y.js";
import {
  unknownRun
} from "./chunk-KYOW2CHN.js";
import {
  keepLog,
  logContent,
  partContent
} from "./chunk-VHTZPQOQ.js";
import {
  slug
} from "./chunk-CR7EGYGP.js";
import {
  fileBytes
} from "./chunk-X5YOBKFU.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";

// src/collect/files.ts
import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
async function collectFromFiles(options) {
  let { source, select, limits } = options;
  if (source.type === "run-logs") {
    let { collectRunLogs } = await import("./chunk-TNEZMK6O.js");
    return collectRunLogs({ ...options, file: source.file });
  }
  let notes = [];
  if (source.type === "bundle") {
    let { name: name2, content: content2 } = await bundle(source.path, limits);
    return single({ kind: "bundle", name: name2, url: null, content: content2 }, select, notes);
  }
  let name = source.type === "log" ? stem2(source.file) : "stdin", content = source.type === "log" ? await logContent(source.file, name, limits.maxLogBytes, notes) : partContent(await spooled(options), name, notes);
  return single({ kind: "job-log", name, url: null, content }, select, notes);
}
async function bundle(path, limits) {
  let { size, folder } = await stat(path).then(
    (s) => ({ size: s.size, folder: s.isDirectory() }),
    (cause) => {
      throw new UserError(`${path}: ${describe(cause)}`, { cause });
    }
  );
  if (folder) return { name: basename(resolve(path)), content: { type: "folder", members: () => members(path) } };
  let name = stem2(path), content = withoutContent({ id: 0, name, size_in_bytes: size, expired: !1, created_at: null }, limits.maxArtifactBytes);
  return { name, content: content ?? { type: "bytes", open: () => fileBytes(path) } };
}
function single(source, select, notes) {
  let service = slug(source.name), name = (Object.hasOwn(select.services, service) ? select.services[service] : void 0)?.name ?? source.name;
  return {
    run: structuredClone(unknownRun.run),
    suites: [{ service, name, status: "failed", job: null, sources: [source] }],
    green_jobs: 0,
    incomplete: notes
  };
}
var stem2 = (path) => basename(path).replace(/\.(tar\.gz|tgz|tar|zip|log|txt)$/i, "") || basename(path);
async function spooled({ stdin, tempDir, limits }) {
  if (!stdin) throw new UserError("-: there is no standard input");
  let keeper = await keepLog(join(tempDir, "stdin.log"), limits.maxLogBytes);
  for await (let chunk of stdin) await keeper.add(typeof chunk == "string" ? Buffer.from(chunk) : chunk);
  return await keeper.finish();
}

// src/collect/source.ts
import { closeSync as closeSync2, existsSync, openSync as openSync2, readdirSync, readSync as readSync2, statSync } from "node:fs";
import { join as join2 } from "node:path";
import { gunzipSync, constants as zlib } from "node:zlib";

// src/collect/zip-names.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
var TAIL = 66e3, DIRECTORY = 4 * 1024 * 1024;
function zipNames(path) {
  let fd = openSync(path, "r");
  try {
    let { size } = fstatSync(fd), tail = readAt(fd, Math.max(0, size - TAIL), Math.min(TAIL, size)), end = tail.lastIndexOf(Buffer.from("PK"));
    if (end < 0 || end + 22 > tail.length) return [];
    let directory = readAt(
      fd,
      tail.readUInt32LE(end + 16),
      Math.min(tail.readUInt32LE(end + 12), DIRECTORY)
    );
    return entries(directory);
  } finally {
    closeSync(fd);
  }
}
function entries(directory) {
  let names = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 33639248; ) {
    let length = directory.readUInt16LE(at + 28);
    names.push(directory.toString("utf8", at + 46, at + 46 + length)), at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}
function readAt(fd, position2, length) {
  let buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(fd, buffer, 0, length, position2));
}

// src/collect/source.ts
var EXPECTED = "expected a run URL (https://github.com/o/r/actions/runs/1), a recorded run, a run-logs zip, a bundle (.zip, .tar.gz, .tgz, .tar or folder), a log file, or - for standard input";
function parseSource(text) {
  if (text === "-") return { type: "stdin" };
  if (/^https?:\/\//i.test(text)) return parseRunUrl(text);
  let folder;
  try {
    let found = statSync(text);
    if (!found.isDirectory() && !found.isFile()) throw new Error("neither a file nor a folder");
    if (folder = found.isDirectory(), !folder) return parseFile(text);
  } catch (cause) {
    throw cause instanceof UserError ? cause : new UserError(`${text}: ${describe(cause)}; ${EXPECTED}`, { cause });
  }
  return isRecorded(text) ? { type: "recorded", dir: text } : { type: "bundle", path: text };
}
var isRecorded = (dir) => ["run.json", "jobs.json"].some((name) => existsSync(join2(dir, name))) || existsSync(join2(dir, "logs")) && readdirSync(join2(dir, "logs")).some((name) => /\.(log|txt)$/.test(name));
function parseRunUrl(text) {
  let match = URL.canParse(text) ? /^((?:\/[^/]+)*?)\/([\w.-]+)\/([\w.-]+)\/actions\/runs\/(\d{1,15})(?:\/attempts\/(\d{1,6}))?(?:\/.*)?$/.exec(
    new URL(text).pathname
  ) : null;
  if (!match)
    throw new UserError(`${text}: not the address of a run; expected https://github.com/o/r/actions/runs/1`);
  let { origin, host } = new URL(text), server = origin + match[1], apiUrl = host === "github.com" ? "https://api.github.com" : host.endsWith(".ghe.com") ? `https://api.${host}` : `${server}/api/v3`, attempt = match[5] === void 0 ? null : Number(match[5]);
  return {
    type: "run-url",
    server,
    apiUrl,
    owner: match[2],
    repo: match[3],
    runId: Number(match[4]),
    attempt
  };
}
function parseFile(file) {
  let head = firstBytes(file);
  if (head.subarray(0, 2).toString("latin1") === "PK")
    return isRunLogs(zipNames(file)) ? { type: "run-logs", file } : { type: "bundle", path: file };
  if (isTar(head)) return { type: "bundle", path: file };
  if (head[0] === 31 && head[1] === 139) {
    if (isTar(unpacked(head)) || /\.(tgz|tar\.gz)$/i.test(file)) return { type: "bundle", path: file };
    throw new UserError(`${file}: packed with gzip, but not a tar archive; unpack it first (gunzip)`);
  }
  let marked = head[0] === 255 || head[0] === 254;
  if (head.includes(0) && !marked)
    throw new UserError(`${file}: neither text nor a known archive; ${EXPECTED}`);
  return { type: "log", file };
}
var isTar = (head) => Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar";
function unpacked(head) {
  try {
    return gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return new Uint8Array();
  }
}
function firstBytes(file) {
  let fd = openSync2(file, "r");
  try {
    let buffer = Buffer.alloc(8192);
    return buffer.subarray(0, readSync2(fd, buffer, 0, buffer.length, 0));
  } finally {
    closeSync2(fd);
  }
}

// src/inputs/default-config.ts
var defaultConfig = {
  jobs: { name: null, expected: [] },
  artifacts: [],
  services: {},
  catalog: [],
  disable: [],
  redact: []
};

// src/commands/patterns.ts
import { createHash as createHash2 } from "node:crypto";
import { readFileSync as readFileSync2 } from "node:fs";
import { join as join4, relative as relative2 } from "node:path";

// src/catalog/compiled.ts
import { createHash } from "node:crypto";
var nothingCompiled = { files: {}, literals: {} }, digestOf = (text) => createHash("sha256").update(text).digest("hex");
function patternsOf({ files, literals }, name, text) {
  let known = files[digestOf(text)], make = (source) => trusted(source, literals[source]);
  return known ? known.map(({ written, line }) => toPattern(written, `${name}:${line}`, make)) : null;
}

// src/catalog/load.ts
import { readdirSync as readdirSync2, readFileSync, statSync as statSync2 } from "node:fs";
import { join as join3, relative } from "node:path";

// src/catalog/lint.ts
function lint(patterns, taxonomy) {
  let faults = [], ids = /* @__PURE__ */ new Map();
  for (let p of patterns) {
    let say = (what) => faults.push({ where: p.origin, what: `pattern ${p.id}: ${what}` }), earlier = ids.get(p.id);
    earlier && say(`the id is taken by ${earlier.origin}`), ids.set(p.id, p);
    let layer = taxonomy.get(p.family);
    layer || say(`unknown family \`${p.family}\`${hint(p.family, taxonomy.keys())}`), layer === "symptom" && p.role === "cause" && say(`family \`${p.family}\` is a symptom; it is never a root cause`);
    let captures = new Set(
      p.conditions.flatMap((c) => expressions(c).flatMap(captureNames)).concat(implied(p))
    ), used = [...`${p.title} ${p.advice ?? ""} ${p.validate.join(" ")}`.matchAll(/\{([a-z_]+)\}/g)].map(
      (m) => m[1]
    );
    for (let name of /* @__PURE__ */ new Set([...used, ...p.same_when]))
      captures.has(name) || say(`no condition captures \`${name}\``);
    p.role === "cause" && !p.advice && say("a cause needs `advice`"), p.mode === "sequence" && p.conditions.some((c) => c.type !== "line") && say("`sequence` takes `line` conditions only");
  }
  for (let p of patterns) {
    let twice = p.explains.find((name, i) => p.explains.indexOf(name) !== i);
    twice && faults.push({ where: p.origin, what: `pattern ${p.id}: \`explains\`: \`${twice}\` stands there twice` });
    for (let name of p.explains)
      !ids.has(name) && !taxonomy.has(name) && faults.push({
        where: p.origin,
        what: `pattern ${p.id}: \`explains\`: no pattern or family \`${name}\`${hint(name, [...ids.keys(), ...taxonomy.keys()])}`
      });
  }
  return faults;
}
var implicitCaptures = ["kind", "name", "namespace", "container"];
function implied(p) {
  return p.conditions.some((c) => c.type !== "line") ? [...implicitCaptures] : [];
}
function expressions(c) {
  return c.type === "line" ? [c.line.source] : c.type === "event" ? [c.message, c.reason].flatMap((e) => e ? [e.source] : []) : c.type === "object" ? [c.message, c.waiting, c.terminated, c.phase].flatMap((e) => e ? [e.source] : []) : [];
}
function hint(wrong, names) {
  let words = wrong.split("-"), near2 = [...names].find(
    (n) => n.split("-").filter((w) => words.includes(w)).length >= Math.max(1, words.length - 1)
  );
  return near2 ? `; is \`${near2}\` meant?` : "";
}

// src/catalog/load.ts
function catalogFiles(path) {
  let isFolder;
  try {
    isFolder = statSync2(path).isDirectory();
  } catch (cause) {
    throw new UserError(`catalog ${path}: no such file or folder`, { cause });
  }
  return isFolder ? readdirSync2(path, { recursive: !0, encoding: "utf8" }).filter((name) => /\.ya?ml$/.test(name) && !/(^|\/)taxonomy\.ya?ml$/.test(name)).sort().map((name) => join3(path, name)) : [path];
}
async function loadCatalog(files, taxonomy, compiled = nothingCompiled) {
  let patterns = [], faults = [], isChecked = !0;
  for (let file of files) {
    let shown = relative(".", file).startsWith("..") ? file : relative(".", file), text;
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      faults.push({ where: shown, what: describe(error) });
      continue;
    }
    let known = patternsOf(compiled, shown, text), read = known ? { patterns: known, faults: [] } : (await import("./chunk-FWGZGMLY.js")).parseCatalog(shown, text);
    isChecked &&= known !== null, patterns.push(...read.patterns), faults.push(...read.faults);
  }
  return isChecked || faults.push(...lint(patterns, await taxonomy())), { patterns, faults };
}

// src/commands/patterns.ts
var builtIn = join4(root, "catalog");
async function readCatalog(paths, compiled = nothingCompiled) {
  let files = [...catalogFiles(builtIn), ...paths.flatMap(catalogFiles)];
  return { ...await loadCatalog(files, async () => (await import("./chunk-I5XUF5WC.js")).readTaxonomy(join4(builtIn, "taxonomy.yml")), compiled), files };
}
function compiledCatalog() {
  try {
    return JSON.parse(readFileSync2(join4(root, "dist", "catalog.json"), "latin1"));
  } catch {
    return nothingCompiled;
  }
}
async function usablePatterns(paths, disabled, folder) {
  let { patterns, faults, files } = await readCatalog(paths, compiledCatalog()), [first, ...more] = faults;
  if (first) {
    let rest = `; and ${more.length} more fault${more.length === 1 ? "" : "s"}, see \`e2e-triage catalog check\``, where = folder && first.where.startsWith(folder) ? relative2(folder, first.where) : first.where;
    throw new UserError(`${where}: ${first.what}${more.length ? rest : ""}`);
  }
  let unknown = disabled.find((id) => !patterns.some((p) => p.id === id));
  if (unknown)
    throw new UserError(
      `\`disable\`: no pattern \`${unknown}\` in the catalog; \`e2e-triage catalog list\` shows them`
    );
  let digest = createHash2("sha256");
  for (let file of files) digest.update(readFileSync2(file));
  return { patterns: patterns.filter((p) => !disabled.includes(p.id)), digest: `sha256:${digest.digest("hex")}` };
}

// src/diagnose/window.ts
function failedStep(job) {
  let step = job?.steps.find(
    (s) => s.conclusion !== null && ["failure", "timed_out", "cancelled"].includes(s.conclusion)
  );
  return step ? { number: step.number, name: step.name } : null;
}
function failingSpan(findings, job) {
  let step = failedStep(job), span = step && findings.steps.find((s) => s.number === step.number);
  return (span && behindGate(findings, span)) ?? span ?? null;
}
var longestGate = 40;
function behindGate({ tests, steps, telling }, gate) {
  let verdict = tests?.verdict_line ?? null;
  return !tests || verdict === null || verdict >= gate.from || gate.to - gate.from >= longestGate || telling.filter((l) => l.line >= gate.from && l.line <= gate.to && !isWrapper(l.text)).length > 3 || !(tests.failed || tests.blocks.length) ? null : steps.find((s) => s.from <= verdict && verdict <= s.to) ?? null;
}
var reach = 5, headless = 3, closing = 5;
function placer(findings, job) {
  let span = failingSpan(findings, job), tests = testsIn(findings, span), passed = tests !== null && !tests.failed && !tests.blocks.length, said = findings.telling.filter((l) => l.text.startsWith("##[error]") && !isWrapper(l.text)), inStep = span ? "step" : "log", near2 = (line) => !said.length || said.some((l) => Math.abs(l.line - line) <= reach), place = (match) => {
    let { kind, line, path } = match.at;
    if (path !== null || kind !== "job-log" && kind !== "test-report")
      return path === "annotations" ? "failure" : "bundle";
    if (line === null) return "log";
    if (span && line < span.from) return "before";
    if (span && line > span.to) return "later";
    if (!tests) return near2(line) ? inStep : "aside";
    if (tests.blocks.some((b) => line >= b.from && line <= b.to)) return "failure";
    if (tests.verdict_line !== null && line > tests.verdict_line)
      return passed && !isMild(match.at.text) ? inStep : "after";
    let [setup] = tests.blocks, end = setup && setup.to + (tests.failures[0]?.message ? 0 : headless);
    if (tests.phase === "setup" && end && tests.ran !== null && line > end) return "after";
    let ran = tests.tests_line !== null && line >= tests.tests_line;
    return ran && tests.phase === "tests" && tests.blocks.length && (tests.passed > 0 || tests.ran === null) ? span || tests.ran !== null ? "passing" : "log" : ran && passed && line < (tests.verdict_line ?? 0) - closing ? "passing" : inStep;
  }, { spans, elsewhere } = findings.teardown ?? { spans: [], elsewhere: !1 };
  if (!spans.length) return place;
  let isCleanUp = ({ at }) => at.kind === "job-log" && at.path === null && spans.some((s) => at.line >= s.from && at.line <= s.to), failed = (match) => !isCleanUp(match) && (match.at.line ?? 0) < spans[0].from && isFailure.includes(place(match)), isSecond = elsewhere || (tests?.ran ?? null) === null && findings.matches.some(failed);
  return (match) => isSecond && isCleanUp(match) ? "teardown" : place(match);
}
function testsIn({ tests }, span) {
  return !tests || tests.verdict_line === null && tests.tests_line === null && !tests.blocks.length || span && (tests.verdict_line ?? span.from) < span.from ? null : tests;
}
var isFailure = ["failure", "step", "log"];

// src/diagnose/excerpt.ts
var mostLines = 10, signs = [
  [/\b(?:failed|FAILED)[!.]?$/, 3],
  [/^##\[error\]\S/, 10],
  [/^E {2,}\S/, 9],
  [/^(?:\w+\.)*\w*(?:Error|Exception)(?:: |$)/, 9],
  [
    /\bpanic: |\bfatal error: |^fatal: |\bFATAL\b|Segmentation fault|core dumped|AddressSanitizer|\bSIG(?:BUS|SEGV|ABRT|ILL|FPE|KILL)\b/,
    9
  ],
  [/^FAILED(?::| \[| \S+::)/, 9],
  [/(?:^|\s)(?:[\w./-]+:\d+:(?:\d+:)? )?(?:error|ERROR|Error)(?:\[\w+\])?: /, 8],
  [/^\s*\[(?:FAILED|PANICKED|TIMEDOUT)\] (?!in \[)/, 8],
  [/- (?:failed|FAILED)\b/, 7],
  [/^\s*--- FAIL: |^not ok \d/, 6],
  [
    /\b(?:cannot|could not|unable to|failed to|no such|not found|denied|refused|invalid|undefined|unexpected)\b/i,
    5
  ],
  [/\b(?:timed out|timeout|killed|signal|abort)/i, 4],
  [/\b(?:fail|error|exception)/i, 2]
];
function excerpt(findings, job, baseline = null) {
  let span = failingSpan(findings, job), { tests, telling } = findings, often = /* @__PURE__ */ new Map();
  for (let l of telling) often.set(normalise(l.text), (often.get(normalise(l.text)) ?? 0) + 1);
  let inFailure2 = (l) => tests?.blocks.some((b) => l.line >= b.from && l.line <= b.to) ?? !1, verdict = telling.find(
    (l) => (!span || l.line >= span.from) && l.text.startsWith("##[error]Process completed")
  )?.line, scored = telling.filter((l) => (!span || l.line >= span.from && l.line <= span.to) && !isWrapper(l.text)).map((l, i) => {
    let sign = signs.find(([regex]) => regex.test(l.text))?.[1] ?? 1, rare = Math.min(3, (often.get(normalise(l.text)) ?? 1) - 1), late = verdict !== void 0 && l.line > verdict;
    return {
      l,
      i,
      score: sign + (inFailure2(l) ? 4 : 0) - rare - (isMild(l.text) ? 4 : 0) - (late ? 5 : 0)
    };
  }).sort((a, b) => b.score - a.score || a.i - b.i), fresh = baseline ? scored.filter(({ l }) => !baseline.has(normalise(l.text))) : scored;
  return (fresh.length ? fresh : scored).slice(0, mostLines).map(({ l }) => ({ line: l.line, text: l.text }));
}
function signature(findings, lines) {
  let text = findings.tests?.failures[0]?.message.split(`
`)[0] ?? lines[0]?.text ?? findings.sources.map((s) => s.state).join();
  return hash(withoutName(normalise(text), findings.service));
}
function withoutName(text, service) {
  let parts = service.split(/[^a-z0-9]+/i).filter((part) => part !== "");
  return parts.join("").length < 4 ? text : text.replace(new RegExp(parts.join("[-_ ]?"), "gi"), "<service>");
}

// src/diagnose/kin.ts
function put(index, key, value) {
  let list = index.get(key);
  list ? list.push(value) : index.set(key, [value]);
}
function origins(name) {
  let last = name.lastIndexOf("-"), before = last > 0 ? name.lastIndexOf("-", last - 1) : -1;
  return [...last > 0 ? [name.slice(0, last)] : [], ...before > 0 ? [name.slice(0, before)] : []];
}
var pairs = (labels) => Object.entries(labels ?? {}).map(([k, v]) => `${k}=${v}`);
function buildKin(nodes, object) {
  let workloads = /* @__PURE__ */ new Map(), bySelector = /* @__PURE__ */ new Map(), made = /* @__PURE__ */ new Map(), byOwner = /* @__PURE__ */ new Map(), byLabel = /* @__PURE__ */ new Map();
  for (let node of nodes) {
    let known = object(node);
    if (isWorkload(node)) {
      put(workloads, node.name, node);
      let [first] = pairs(known?.selector ?? null);
      first && put(bySelector, first, node);
    }
    if (node.kind !== "Pod" && node.kind !== "ReplicaSet") continue;
    for (let name of origins(node.name)) put(made, name, node);
    let owner = known?.owners[0];
    if (owner && put(byOwner, owner.name, node), node.kind === "Pod" && known) for (let pair of pairs(known.labels)) put(byLabel, pair, known);
  }
  let described = (ref) => object(ref) ?? ref, sets = (name) => (name === void 0 ? [] : workloads.get(name) ?? []).flatMap((w) => {
    let set = w.kind === "ReplicaSet" ? object(w) : null;
    return set ? [set] : [];
  }), isOf = (child, workload) => {
    let own = described(child);
    return belongsTo(own, described(workload), sets(own.owners?.[0]?.name));
  }, unique = (refs) => [...new Set(refs)];
  return {
    labelled: (key, value) => byLabel.get(`${key}=${value}`) ?? [],
    parents(ref) {
      let own = described(ref), owner = own.owners?.[0], above = owner ? sets(owner.name).filter((s) => sameNamespace(s, ref)) : [], names = [
        ...origins(ref.name),
        ...owner ? [owner.name, ...origins(owner.name)] : [],
        ...above.flatMap((s) => s.owners[0] ? [s.owners[0].name] : [])
      ], selecting = ref.kind === "Pod" ? pairs(own.labels ?? null).flatMap((p) => bySelector.get(p) ?? []) : [];
      return unique([...names.flatMap((n) => workloads.get(n) ?? []), ...selecting]).filter((w) => isOf(ref, w));
    },
    children(ref) {
      let [first] = pairs(described(ref).selector ?? null), near2 = [...made.get(ref.name) ?? [], ...byOwner.get(ref.name) ?? []], further = near2.flatMap((n) => n.kind === "ReplicaSet" ? byOwner.get(n.name) ?? [] : []), selected = first ? byLabel.get(first) ?? [] : [];
      return unique([...near2, ...further, ...selected]).filter((n) => isOf(n, ref));
    }
  };
}
function memo(key, compute) {
  let known = /* @__PURE__ */ new Map();
  return (a) => {
    let k = key(a);
    return known.has(k) || known.set(k, compute(a)), known.get(k);
  };
}

// src/diagnose/names.ts
var workloadKinds = [
  "Deployment",
  "ReplicaSet",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "ReplicationController"
], kindsOf = {
  pod: ["Pod"],
  container: ["container"],
  deployment: ["Deployment"],
  statefulset: ["StatefulSet"],
  daemonset: ["DaemonSet"],
  replicaset: ["ReplicaSet"],
  job: ["Job"],
  workload: workloadKinds,
  service: [],
  serviceaccount: ["ServiceAccount"],
  secret: ["Secret"],
  configmap: ["ConfigMap"],
  pvc: ["PersistentVolumeClaim"],
  volume: ["PersistentVolumeClaim", "PersistentVolume"],
  node: ["Node"],
  image: ["Image"]
}, resource = /\b(pod|deployment|statefulset|daemonset|replicaset|job|service|node|persistentvolumeclaim|configmap|secret|serviceaccount)s?(?:\.(?:apps|batch))?(?:\/| ["'`])([a-z0-9][a-z0-9.-]{0,252})/gi;
function namedIn({ captures, at }) {
  let namespace = captures.namespace ?? null, found = [];
  for (let [key, kinds] of Object.entries(kindsOf)) {
    let value = captures[key];
    if (!value) continue;
    let name = key === "image" ? value : value.split("/").at(-1);
    found.push({ kinds, namespace, name, exact: !1 });
  }
  let kind = captures.kind;
  kind && captures.name && found.push({ kinds: [kind], namespace, name: captures.name, exact: !1 });
  for (let [, word, name] of at.text.slice(0, 2e3).matchAll(resource)) {
    let key = word.toLowerCase(), kinds = kindsOf[key === "persistentvolumeclaim" ? "pvc" : key];
    found.push({ kinds, namespace, name: name.replace(/[.-]+$/, ""), exact: !0 });
  }
  return found;
}
var dialled = /(?:dial (?:tcp|udp) |->|https?:\/\/|lookup )(\[[0-9a-f:]+\]|[\w.-]+)(?::(\d{1,5}))?/g;
function addressesIn({ captures, at }) {
  let found = [], add = (host2, port2) => {
    let number = port2 ? Number(port2) : null;
    (host2 || number) && !found.some((a) => a.host === (host2 ?? null) && a.port === number) && found.push({ host: host2?.replace(/^\[|\]$/g, "") ?? null, port: number });
  }, address = captures.address, [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address ?? "") ?? [];
  add(captures.host ?? (host || void 0), captures.port ?? port);
  for (let [, host2, port2] of at.text.slice(0, 2e3).matchAll(dialled)) add(host2, port2);
  return found;
}
var isLocal = (host) => host === null || /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|host\.docker\.internal)$/.test(host);

// src/diagnose/graph.ts
var most = 1e4;
function buildGraph({ objects, events, matches }, config) {
  let known = new Map(objects.map((o) => [keyOf(o), o])), nodes = new Map(objects.map((o) => [keyOf(o), o])), byName = /* @__PURE__ */ new Map();
  for (let o of objects) {
    let same = byName.get(o.name);
    same ? same.push(o) : byName.set(o.name, [o]);
  }
  let object = (ref) => known.get(keyOf(ref)) ?? byName.get(ref.name)?.find((o) => o.kind === ref.kind && sameNamespace(o, ref)) ?? null, learn = (ref) => {
    nodes.size < most && ref.name && !object(ref) && !nodes.has(keyOf(ref)) && nodes.set(keyOf(ref), ref);
  };
  for (let e of events) learn(e.object);
  for (let m of matches) m.object && learn(m.object);
  for (let o of objects) for (let ref of o.refs) learn(ref);
  let all = [...nodes.values()], kin = buildKin(all, object), stems = new Map(all.map((n) => [n, stem(n.name)])), stemOf = (n) => stems.get(n) ?? stem(n.name), isNamedAfter = (n, name) => {
    let own = stemOf(n);
    return own === name || own.startsWith(`${name}-`) || loose(own) === loose(stem(name));
  }, running = all.filter((n) => n.kind === "Pod" || isWorkload(n)), services = objects.filter((o) => o.kind === "Service"), localContainers = objects.filter((o) => o.kind === "Container"), described = (ref) => object(ref) ?? ref, byService = memo(String, (service) => {
    let globs = config.services[service]?.pods ?? [];
    return all.filter(
      (n) => (n.kind === "Pod" || n.kind === "Container" || n.kind === "Service" || isWorkload(n)) && (globs.some((g) => fits(g, n.name)) || isNamedAfter(n, service))
    );
  }), named = memo(JSON.stringify, ({ kinds, namespace, name, exact }) => {
    if (kinds.includes("container"))
      return objects.filter((o) => o.containers.some((c) => c.name === name)).filter((o) => sameNamespace(o, { namespace }));
    let home = { namespace }, same = all.filter((n) => (!kinds.length || kinds.includes(n.kind)) && sameNamespace(n, home)).filter((n) => n.name === name);
    if (same.length) return same;
    let relatives2 = running.filter((n) => sameNamespace(n, home)), podLike = kinds.includes("Pod") || kinds.some((k) => workloadKinds.includes(k)) || !kinds.length, wanted = stem(name), alike = podLike ? relatives2.filter((n) => stemOf(n) === wanted) : [];
    return alike.length || exact || kinds.some((k) => /^(?:Image|Node|Namespace)$/.test(k)) ? alike : podLike ? relatives2.filter((n) => isNamedAfter(n, name)) : [];
  }), at = memo(JSON.stringify, ({ host, port }) => {
    let found = [];
    if (port !== null && isLocal(host)) {
      for (let [name2, s] of Object.entries(config.services))
        s.ports.includes(port) && found.push(...byService(name2));
      let listening = (n) => n.ports.some((p) => p.node_port === port);
      found.push(...services.filter(listening), ...localContainers.filter(listening)), found.length || found.push(...services.filter((s) => s.ports.some((p) => p.port === port)));
    }
    if (host === null || isLocal(host)) return found;
    if (/^[\d.]+$|:/.test(host)) return [...found, ...services.filter((s) => s.host === host)];
    let [name, namespace, ...rest] = host.split(".");
    if (!(namespace === void 0 || rest[0] === "svc" || services.some((s) => s.name === name && s.namespace === namespace))) return found;
    let meant = services.filter(
      (s) => s.name === name && (namespace === void 0 || s.namespace === namespace)
    ), container = localContainers.filter((o) => o.name === name);
    return meant.length + container.length ? [...found, ...meant, ...container] : [...found, ...named({ kinds: [], namespace: namespace ?? null, name, exact: !1 })];
  }), neighbours = memo(keyOf, (ref) => {
    let own = described(ref);
    if (ref.kind === "Service") return behind(own);
    let node = own.node ? [{ kind: "Node", namespace: null, name: own.node }] : [];
    return [...own.refs ?? [], ...node, ...relatives(ref)];
  }), relatives = memo(keyOf, (ref) => [
    ...ref.kind === "Pod" || ref.kind === "ReplicaSet" ? kin.parents(ref) : [],
    ...isWorkload(ref) ? kin.children(ref) : []
  ]), behind = (service) => {
    let { selector } = service, near2 = (n) => sameNamespace(n, service), [first] = Object.entries(selector ?? {}), pods = selector && first ? kin.labelled(...first).filter((o) => near2(o) && selects(selector, o.labels)) : [], wanted = stem(service.name), workloads = running.filter((w) => {
      if (w.kind === "Pod" || !near2(w)) return !1;
      let theirs = object(w)?.selector;
      return selector && theirs ? selects(common(selector, theirs), theirs) : stemOf(w) === wanted;
    }), byName2 = pods.length + workloads.length === 0 ? running.filter((n) => n.kind === "Pod" && near2(n) && isNamedAfter(n, service.name)) : [];
    return [...pods, ...workloads, ...byName2];
  };
  return { object, named, at, neighbours, relatives, ofService: byService, all };
}
function common(selector, theirs) {
  return Object.fromEntries(Object.entries(selector).filter(([key]) => key in theirs));
}
var fits = (glob, name) => glob.endsWith("*") ? name.startsWith(glob.slice(0, -1)) : name === glob;

// src/diagnose/involved.ts
var farthest = 6, mostReached = 2e3;
function involvedObjects(service, symptoms, findings, config, alone) {
  let graph = buildGraph(findings, config), told = matchesByObject(findings.matches), targets = memo(self, (match) => addressesIn(match).flatMap(graph.at)), needs = /* @__PURE__ */ new Map();
  for (let [name, s] of Object.entries(config.services)) {
    let needed = s.depends_on.flatMap(graph.ofService);
    for (let n of needed.length ? graph.ofService(name) : [])
      needs.set(keyOf(n), [...needs.get(keyOf(n)) ?? [], ...needed]);
  }
  let next = memo(keyOf, (ref) => [
    ...graph.neighbours(ref),
    ...(told.get(keyOf(ref)) ?? []).flatMap(targets),
    ...needs.get(keyOf(ref)) ?? []
  ]), starts = symptoms.flatMap((match) => [
    ...match.object && match.object.kind !== "Node" ? [match.object] : [],
    ...namedIn(match).flatMap(graph.named),
    ...targets(match)
  ]).map((ref) => [ref, 0]), named = starts.length > 0, states = memo(keyOf, (ref) => stateOf(graph, findings, ref)), ill = memo(String, () => graph.all.filter((ref) => states(ref) === "bad"));
  for (let { captures } of symptoms) {
    let { namespace } = captures;
    !named && namespace && starts.push(...near(ill("").filter((n) => n.namespace === namespace)));
  }
  let pods = findings.objects.some((o) => o.kind === "Pod");
  if (alone)
    for (let ref of graph.all)
      (states(ref) === "bad" || !pods && states(ref) === null) && starts.push([ref, 0]);
  starts.push(...near([service, ...config.services[service]?.depends_on ?? []].flatMap(graph.ofService)));
  let distances = spread(starts, next), knowsNothing = alone && !findings.objects.some((o) => o.kind !== "Node") && !findings.events.length, behind = memo(
    (refs) => refs.map(keyOf).join(`
`),
    (refs) => spread(
      refs.map((ref) => [ref, 0]),
      next,
      3
    )
  ), blamed = memo(self, (match) => {
    let others = targets(match).filter((t) => !match.object || keyOf(t) !== keyOf(match.object));
    return others.length ? behind(others) : null;
  });
  return {
    named,
    distance: (ref) => knowsNothing ? 0 : ref && (distances.get(keyOf(ref)) ?? distances.get(keyOf(graph.object(ref) ?? ref)) ?? null),
    state: (ref) => ref && states(ref),
    blames: (match, ref) => ref !== null && (blamed(match)?.has(keyOf(graph.object(ref) ?? ref)) ?? !1)
  };
}
var self = (match) => match, near = (refs) => refs.map((ref) => [ref, 1]);
function spread(starts, next, far = farthest) {
  let distances = /* @__PURE__ */ new Map(), front = [];
  for (let [ref, distance] of starts) (front[distance] ??= []).push(ref);
  for (let distance = 0; distance <= far && distance < front.length; distance++)
    for (let ref of front[distance] ?? []) {
      let key = keyOf(ref);
      distances.has(key) || distances.size >= mostReached || (distances.set(key, distance), !/^(?:Node|Image|Namespace|ServiceAccount|Secret|ConfigMap)$/.test(ref.kind) && (front[distance + 1] ??= []).push(...next(ref)));
    }
  return distances;
}
function matchesByObject(matches) {
  let by = /* @__PURE__ */ new Map();
  for (let m of matches) {
    if (!m.object) continue;
    let list = by.get(keyOf(m.object)) ?? [];
    by.set(keyOf(m.object), list), list.length < 50 && list.push(m);
  }
  return by;
}
function stateOf(graph, { objects }, ref) {
  let own = graph.object(ref);
  if (own && own.kind !== "Service")
    return isUnhealthy(own) ? "bad" : own.containers.some((c) => c.restarts > 0) ? "recovered" : "good";
  let relatives = graph.relatives(ref).flatMap((r) => graph.object(r) ?? []);
  if (relatives.length) return relatives.some(isUnhealthy) ? "bad" : "good";
  let listed = objects.some(
    (o) => o.kind === "Pod" && (ref.namespace === null || o.namespace === ref.namespace)
  );
  return ref.kind === "Pod" && listed ? "good" : null;
}

// src/diagnose/candidates.ts
var weights = {
  failure: 1,
  step: 0.8,
  log: 0.8,
  aside: 0.45,
  passing: 0.35,
  later: 0.3,
  bundle: 0.3,
  teardown: 0.3,
  before: 0.2,
  after: 0
}, mildness = 0.65, debugging = 0.45;
function candidates(findings, job, patterns, config, explains) {
  let place = placer(findings, job), placed = findings.matches.flatMap((match) => {
    let pattern = patterns.get(match.pattern);
    return pattern ? [{ match, pattern, placement: place(match) }] : [];
  }), visible = placed.filter((p) => p.pattern.role === "symptom" && weights[p.placement] >= 0.5), symptoms = visible.map((v) => v.match), alone = !visible.length && isBundleAlone(findings), involved = involvedObjects(findings.service, symptoms, findings, config, alone), leadsToVisible = (pattern) => visible.some((v) => explains.distance(pattern, v.pattern) !== null), weighed = placed.map(({ match, pattern, placement }) => {
    let object = objectOf(match), near2 = placement === "bundle" || placement === "later" ? bundleWeight(match, object, involved, { alone, leads: () => leadsToVisible(pattern) }) : null, mild = match.at.kind === "job-log" ? mildnessOf(match.at.text) : 1, placed2 = (placement === "passing" || placement === "aside" || isDumped(placement, match) && !pattern.fallback) && leadsToVisible(pattern) ? 0.6 : weights[placement], weight = mild * Math.max(placed2, near2 ?? 0);
    return { match, pattern, placement, object, weight };
  }), by = /* @__PURE__ */ new Map();
  for (let { match, pattern, placement, weight } of withoutVictims(weighed, involved)) {
    let candidate = by.get(pattern.id) ?? { pattern, matches: [], weight: 0, first: null };
    by.set(pattern.id, candidate), candidate.matches.push({ match, placement, weight }), candidate.weight = Math.max(candidate.weight, weight);
    let time = firstTime(match, findings);
    time && weight > 0 && (!candidate.first || time < candidate.first) && (candidate.first = time);
  }
  let all = [...by.values()];
  for (let c of all) c.matches.sort((a, b) => b.weight - a.weight || compare(a.match, b.match));
  return all;
}
var mildnessOf = (text) => isDebug(text) || isPassed(text) ? debugging : isMild(text) ? mildness : 1;
function isDumped(placement, { at }) {
  return (placement === "later" || placement === "after") && at.kind === "job-log" && isOfCluster(at.text);
}
function isBundleAlone({ sources }) {
  let read = sources.filter((s) => s.state === "read" || s.state === "truncated");
  return read.length > 0 && read.every((s) => s.kind === "bundle" || s.format !== null);
}
function bundleWeight(match, object, involved, { alone, leads }) {
  if (match.at.kind === "test-report") return 0.9;
  let distance = involved.distance(object), state = involved.state(object);
  return alone && state === null && match.at.kind === "event" ? 0.7 : distance === null ? !alone && !involved.named && state === "bad" && leads() ? 0.6 : null : state === "good" || state === "recovered" ? alone ? null : state === "recovered" ? 0.6 : match.at.kind === "event" || match.at.kind === "object" ? 0.4 : 0.7 : alone && state === null && match.at.kind === "container-log" ? 0.45 : Math.max(0.7, 0.9 - 0.02 * Math.max(0, distance - 1));
}
function withoutVictims(all, involved) {
  let causes = all.filter((w) => w.pattern.role === "cause" && w.weight >= 0.5), isCause = new Set(causes), culprits = causes.filter((w) => w.object && w.placement === "bundle" && involved.state(w.object) !== "good").slice(0, 200);
  return all.map((w) => isCause.has(w) && culprits.some(
    (c) => c.pattern !== w.pattern && involved.blames(w.match, c.object) && !(w.object && involved.blames(c.match, w.object))
  ) ? { ...w, weight: Math.min(w.weight, 0.45) } : w);
}
function objectOf({ object, captures }) {
  let name = captures.pod ?? captures.deployment ?? captures.workload ?? captures.name;
  return object ?? (name ? { kind: "Pod", namespace: captures.namespace ?? null, name: name.split("/").at(-1) } : null);
}
function firstTime(match, findings) {
  return match.at.kind !== "event" ? match.at.time : findings.events.find((e) => e.at.path === match.at.path && e.at.line === match.at.line)?.first ?? match.at.time;
}
function compare(a, b) {
  return a.at.path === b.at.path && a.at.source === b.at.source ? (a.at.line ?? 0) - (b.at.line ?? 0) : `${a.at.time ?? "~"}${a.at.path ?? ""}`.localeCompare(`${b.at.time ?? "~"}${b.at.path ?? ""}`, "en");
}

// src/diagnose/choose.ts
var enough = 0.5, clockSkew = 5e3;
function choose(all, explains) {
  let near2 = all.filter((c) => c.weight >= enough), visible = visibleOf(near2), causes = near2.filter((c) => c.pattern.role === "cause"), specific = causes.filter((c) => !c.pattern.fallback), pool = specific.length ? specific : causes, leadsTo = (a, b) => explains.distance(a.pattern, b.pattern) !== null && inOrder(a, b), isNearer = (a, b) => leadsTo(a, b) && explains.distance(a.pattern, b.pattern) <= explains.distance(b.pattern, a.pattern), roots = pool.filter((c) => !pool.some((o) => o !== c && leadsTo(o, c) && !isNearer(c, o))), explainable = [...visible, ...causes], reachOf = (c) => {
    let explained = explainable.filter((o) => o !== c && leadsTo(c, o)), others = explained.filter((o) => o.pattern.role === "cause");
    return Math.min(2, others.length) * 2 + Math.sign(explained.length);
  }, reach2 = new Map(roots.map((c) => [c, reachOf(c)])), ranked = [...roots].sort(
    (a, b) => reach2.get(b) - reach2.get(a) || b.weight - a.weight || position(a) - position(b) || a.pattern.id.localeCompare(b.pattern.id, "en")
  ), cause = ranked[0] ?? null;
  return {
    cause,
    rivals: ranked.slice(1).filter((r) => cause && r.weight >= cause.weight - 0.15),
    effects: cause ? all.filter(
      (c) => c !== cause && c.weight > 0 && leadsTo(cause, c) && (visible.includes(c) || sameObject(cause, c))
    ).sort(
      (a, b) => explains.distance(cause.pattern, a.pattern) - explains.distance(cause.pattern, b.pattern) || position(a) - position(b)
    ) : [],
    // What leads to the other symptoms first, what they end in last.
    visible: visible.map((c) => ({ c, leads: visible.filter((o) => leadsTo(c, o)).length })).sort((a, b) => b.leads - a.leads).map(({ c }) => c)
  };
}
function visibleOf(near2) {
  let symptoms = near2.filter((c) => c.pattern.role === "symptom"), shown = symptoms.filter((c) => c.matches.some((m) => m.placement !== "bundle" && m.weight >= enough));
  return shown.length ? shown : symptoms;
}
function sameObject(a, b) {
  let names = (c) => c.matches.flatMap((m) => m.match.object ? [stem(m.match.object.name)] : []), own = names(a);
  return own.length === 0 || names(b).some((name) => own.includes(name));
}
function inOrder(cause, effect) {
  return !cause.first || !effect.first || !isEffectTooEarly(cause.first, effect.first);
}
function isEffectTooEarly(cause, effect) {
  return Date.parse(cause) > Date.parse(effect) + clockSkew;
}
var position = (c) => c.matches[0]?.match.at.line ?? 0;

// src/diagnose/calibration.ts
var calibration = [0.92, 0.92, 0.96, 0.98, 0.98, 0.99, 0.99];

// src/diagnose/confidence.ts
function points(choice) {
  let { cause, rivals, effects: effects2, visible } = choice;
  if (!cause) return 0;
  let near2 = cause.matches.filter((m) => m.weight >= 0.5), logs = new Set(near2.map((m) => `${m.match.at.source}\0${m.match.at.path}`)), n = 0;
  return cause.pattern.fallback || n++, rivals.length || n++, cause.weight >= 0.9 && n++, logs.size > 1 && n++, visible.some((v) => effects2.includes(v)) && n++, near2.reduce((sum, m) => sum + m.match.count, 0) > 1 && n++, n;
}
function confidence(choice) {
  return calibration[Math.min(points(choice), calibration.length - 1)] ?? 0;
}

// src/diagnose/places.ts
var mostEvidence = 4, titleOf = (c) => fill(c.pattern.title, c.matches[0].match.captures);
function evidenceOf(c) {
  let places = c.matches.flatMap((m) => [m.match.at, ...m.match.also]), logs = /* @__PURE__ */ new Set(), firsts = places.filter(
    (at) => !logs.has(`${at.source}\0${at.path}`) && logs.add(`${at.source}\0${at.path}`)
  );
  return [...firsts, ...places.filter((at) => !firsts.includes(at))].slice(0, mostEvidence);
}

// src/diagnose/hypotheses.ts
var most2 = 3, mostAgainst = 2, inFailure = 0.8;
function hypotheses(open, { visible }, { findings, explains }) {
  return open.toSorted((a, b) => b.weight - a.weight || a.pattern.id.localeCompare(b.pattern.id, "en")).slice(0, most2).map((c) => ({
    family: c.pattern.family,
    title: titleOf(c),
    confidence: Math.round(Math.min(0.5, c.weight * 0.5) * 100) / 100,
    for: evidenceOf(c),
    against: [...wellInTheEnd(c, findings), ...shownBefore(c, visible, explains)].slice(0, mostAgainst),
    validate: c.pattern.validate.map((command) => fillCommand(command, c.matches[0].match.captures))
  }));
}
function wellInTheEnd(c, { objects }) {
  let about = new Set(c.matches.flatMap((m) => m.match.object ? [keyOf(m.match.object)] : [])), own = new Set(c.matches.map((m) => `${m.match.at.path}\0${m.match.at.line}`));
  return objects.filter((o) => about.has(keyOf(o)) && tellsState(o) && !isUnhealthy(o)).map((o) => o.at).filter((at) => !own.has(`${at.path}\0${at.line}`));
}
var tellsState = (o) => o.phase !== null || o.conditions.length > 0 || o.containers.length > 0 || o.ready !== null;
function shownBefore(c, visible, explains) {
  let { first } = c;
  return first === null ? [] : visible.filter((v) => explains.distance(c.pattern, v.pattern) !== null).flatMap(
    (v) => v.matches.filter((m) => m.placement !== "bundle" && m.weight >= inFailure).map((m) => m.match.at)
  ).filter((at) => at.time !== null && isEffectTooEarly(first, at.time)).slice(0, 1);
}

// src/diagnose/diagnose.ts
var assertAt = 0.6, confirmAt = 0.9;
function diagnose(suite, findings, knowledge) {
  let { patterns, explains, config } = knowledge, all = candidates(findings, suite.job, patterns, config, explains), choice = choose(all, explains), sure = confidence(choice), lines = excerpt(findings, suite.job), { cause } = choice, asserted = cause !== null && sure >= assertAt;
  return {
    state: asserted ? sure >= confirmAt && !choice.rivals.length ? "confirmed" : "likely" : stateWithoutCause(choice, findings),
    root_cause: asserted ? {
      pattern: cause.pattern.id,
      family: cause.pattern.family,
      title: titleOf(cause),
      confidence: sure,
      captures: cause.matches[0].match.captures,
      evidence: evidenceOf(cause)
    } : null,
    chain: asserted ? [link(cause, "cause"), ...effects(choice, explains).map((c) => link(c, "symptom"))] : choice.visible.slice(0, 3).map((c) => link(c, "symptom")),
    hypotheses: hypotheses(
      asserted ? choice.rivals : all.filter((c) => c.pattern.role === "cause" && c.weight > 0),
      choice,
      { findings, explains }
    ),
    excerpt: lines,
    signature: signature(findings, lines)
  };
}
function stateWithoutCause(choice, findings) {
  return choice.visible.length ? "symptom-only" : findings.sources.some((s) => s.state === "read" || s.state === "truncated") ? "unclassified" : "no-evidence";
}
function effects({ effects: all, visible }, explains) {
  let leadsTo = (a, b) => explains.distance(a.pattern, b.pattern) !== null, ordered = [];
  for (let c of [...all.filter((e) => !visible.includes(e)), ...all.filter((e) => visible.includes(e))]) {
    let at = ordered.findIndex((e) => leadsTo(c, e) && !leadsTo(e, c));
    ordered.splice(at < 0 ? ordered.length : at, 0, c);
  }
  return ordered.slice(-5);
}
function link(c, role) {
  return {
    pattern: c.pattern.id,
    family: c.pattern.family,
    title: titleOf(c),
    role,
    evidence: evidenceOf(c).slice(0, 2)
  };
}

// src/diagnose/explains.ts
function explainsGraph(patterns) {
  let byName = /* @__PURE__ */ new Map();
  for (let p of patterns)
    for (let name of [p.id, p.family]) {
      let named = byName.get(name);
      named ? named.push(p) : byName.set(name, [p]);
    }
  let known = /* @__PURE__ */ new Map(), from = (start) => {
    let distances = known.get(start.id);
    if (!distances) {
      distances = /* @__PURE__ */ new Map(), known.set(start.id, distances);
      let front = [start];
      for (let steps = 1; front.length && steps <= 6; steps++) {
        let next = [];
        for (let p of front.flatMap((q) => q.explains.flatMap((name) => byName.get(name) ?? [])))
          p.id === start.id || distances.has(p.id) || (distances.set(p.id, steps), next.push(p));
        front = next;
      }
    }
    return distances;
  };
  return { distance: (a, b) => from(a).get(b.id) ?? null };
}

export {
  collectFromFiles,
  parseSource,
  defaultConfig,
  excerpt,
  diagnose,
  explainsGraph,
  readCatalog,
  compiledCatalog,
  usablePatterns
};
