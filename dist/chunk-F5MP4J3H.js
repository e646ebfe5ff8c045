import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  toPattern
} from "./chunk-YNDPRC5D.js";
import {
  captureNames,
  trusted
} from "./chunk-Z5GTGI63.js";
import {
  root
} from "./chunk-UU7CQAJO.js";
import {
  isRunLogs
} from "./chunk-3DRPSEGI.js";
import {
  oneSuite
} from "./chunk-QNDHDYXM.js";
import {
  members
} from "./chunk-W4LYY7VR.js";
import {
  withoutContent
} from "./chunk-RKE5MIFK.js";
import {
  isGhLog
} from "./chunk-X2VZODPB.js";
import {
  keepLog,
  logContent,
  openLog,
  partContent
} from "./chunk-63WLSAXU.js";
import {
  fileBytes
} from "./chunk-X5YOBKFU.js";
import {
  withoutKind
} from "./chunk-NNJIFKDM.js";
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
    let { collectRunLogs } = await import("./chunk-OTJ27TBF.js");
    return collectRunLogs({ ...options, file: source.file });
  }
  let notes = [];
  if (source.type === "bundle") {
    let { name: name2, content: content2 } = await bundle(source.path, limits);
    if (content2?.type === "folder") {
      let { collectHandMade } = await import("./chunk-INSPA4I6.js"), found = await collectHandMade(source.path, select, limits);
      if (found) return found;
    }
    return oneSuite(name2, [{ kind: "bundle", name: name2, url: null, content: content2 }], select, notes);
  }
  let name = source.type === "log" ? withoutKind(basename(source.file)) : "stdin", chunks = await begun(await opened(options));
  if (isGhLog(chunks.head)) {
    let { collectGhLog } = await import("./chunk-7T3TWPGL.js");
    return await collectGhLog(chunks.all(), options);
  }
  source.type === "log" && await chunks.close();
  let content = source.type === "log" ? await logContent(source.file, name, limits.maxLogBytes, notes) : partContent(await spooled(chunks.all(), options), name, notes);
  return oneSuite(name, [{ kind: "job-log", name, url: null, content }], select, notes);
}
async function opened({ source, stdin }) {
  if (source.type === "log") return (await openLog(source.file)).stream();
  if (!stdin) throw new UserError("-: there is no standard input");
  return stdin;
}
var headLength = 2048;
async function begun(from) {
  let rest = from[Symbol.asyncIterator](), first = [];
  for (let length = 0; length < headLength; length += first.at(-1).length) {
    let next = await rest.next();
    if (next.done) break;
    first.push(Buffer.from(next.value));
  }
  async function* all() {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next())
      yield typeof next.value == "string" ? Buffer.from(next.value) : next.value;
  }
  return { head: Buffer.concat(first), all, close: async () => {
    await rest.return?.();
  } };
}
async function bundle(path, limits) {
  let { size, folder } = await stat(path).then(
    (s) => ({ size: s.size, folder: s.isDirectory() }),
    (cause) => {
      throw new UserError(`${path}: ${describe(cause)}`, { cause });
    }
  );
  if (folder) return { name: basename(resolve(path)), content: { type: "folder", members: () => members(path) } };
  let name = withoutKind(basename(path)), content = withoutContent({ id: 0, name, size_in_bytes: size, expired: !1, created_at: null }, limits.maxArtifactBytes);
  return { name, content: content ?? { type: "bytes", open: () => fileBytes(path) } };
}
async function spooled(chunks, { tempDir, limits }) {
  let keeper = await keepLog(join(tempDir, "stdin.log"), limits.maxLogBytes);
  for await (let chunk of chunks) await keeper.add(chunk);
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
function readAt(fd, position, length) {
  let buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(fd, buffer, 0, length, position));
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
  let words = wrong.split("-"), near = [...names].find(
    (n) => n.split("-").filter((w) => words.includes(w)).length >= Math.max(1, words.length - 1)
  );
  return near ? `; is \`${near}\` meant?` : "";
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

export {
  collectFromFiles,
  parseSource,
  defaultConfig,
  readCatalog,
  compiledCatalog,
  usablePatterns
};
