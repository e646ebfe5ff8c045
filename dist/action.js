import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  checkJobName
} from "./chunk-I5PRSRFB.js";
import {
  FIX,
  STATE,
  causes,
  clean,
  count,
  expandPaths,
  factsFromGitHub,
  failsOn,
  hasFailed,
  mergeCommit,
  redactorOf,
  renderComment,
  renderSummary,
  selectionOf,
  tempFolder,
  testsInWords,
  triage,
  unexplained,
  wordsOf,
  wordsOf2
} from "./chunk-ANAR66ES.js";
import {
  context,
  error,
  getInput,
  info,
  setFailed,
  setOutput,
  setSecret,
  warning
} from "./chunk-5S6235RE.js";
import "./chunk-3H6AIKHL.js";
import {
  defaultConfig,
  usablePatterns
} from "./chunk-F5MP4J3H.js";
import "./chunk-YNDPRC5D.js";
import {
  bestReport,
  buildMatcher,
  fillWords,
  mergeObjects,
  readSuite
} from "./chunk-NEAMQSGN.js";
import "./chunk-Z5GTGI63.js";
import {
  findingsSchema,
  longestName,
  longestText
} from "./chunk-3NE4QEXF.js";
import {
  findingsMember
} from "./chunk-GPAXXWLV.js";
import "./chunk-32FVNC22.js";
import "./chunk-AMICUPT5.js";
import "./chunk-XRMKMG2Q.js";
import {
  fetchEarlier
} from "./chunk-6C5RNFXY.js";
import "./chunk-CUR2NN6C.js";
import "./chunk-CX5CV64Q.js";
import "./chunk-UJRABVS7.js";
import {
  coerce_exports
} from "./chunk-MJJ3M4US.js";
import {
  startSmall,
  staySmall
} from "./chunk-Y7C5HZNZ.js";
import {
  version
} from "./chunk-UU7CQAJO.js";
import {
  baselineFromGitHub
} from "./chunk-ZGHONEAS.js";
import {
  clockAt,
  timesUntil
} from "./chunk-Q74QQWMI.js";
import "./chunk-55YYQKXH.js";
import "./chunk-24PO6JZN.js";
import "./chunk-4JNOUEEH.js";
import {
  collectFromGitHub
} from "./chunk-DKS2Z5KL.js";
import "./chunk-OQC3ZFW7.js";
import "./chunk-6MH66UTG.js";
import "./chunk-6F67BEFM.js";
import "./chunk-3DRPSEGI.js";
import "./chunk-T3DWGUMF.js";
import "./chunk-QNDHDYXM.js";
import {
  members
} from "./chunk-W4LYY7VR.js";
import "./chunk-NZ6Z2CMF.js";
import "./chunk-RKE5MIFK.js";
import "./chunk-WMGXCVAD.js";
import {
  refusal
} from "./chunk-UVAZU45G.js";
import "./chunk-X2VZODPB.js";
import {
  unreadRun
} from "./chunk-KYOW2CHN.js";
import "./chunk-63WLSAXU.js";
import "./chunk-X5YOBKFU.js";
import {
  byGroup,
  byPattern,
  toJobs
} from "./chunk-IBCBMOJQ.js";
import {
  require_picomatch,
  slug
} from "./chunk-NNJIFKDM.js";
import {
  _enum,
  int,
  object,
  strictObject,
  string
} from "./chunk-OAKODS55.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  createClient
} from "./chunk-CKPC27VM.js";
import "./chunk-BQY4XFIP.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/action.ts
import { tmpdir } from "node:os";

// src/collect-run.ts
async function collectRun({ client, owner, repo, config, limits, tempDir, log }, options, given) {
  let { runId, serverUrl, deadline, warn: warn2 } = given;
  try {
    return await collectFromGitHub({
      client,
      owner,
      repo,
      runId,
      attempt: options["run-attempt"],
      serverUrl,
      ownCheckRunId: options["job-check-run-id"],
      select: selectionOf(config, options["exclude-jobs"], {
        name: options["findings-name"],
        only: options.mode === "report"
      }),
      limits,
      tempDir,
      deadline,
      progress: log
    });
  } catch (error2) {
    let why = describe(error2);
    warn2(`Run ${runId} could not be read: ${why}`);
    let url = `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
    return unreadRun({ repository: `${owner}/${repo}`, id: runId, attempt: options["run-attempt"], url }, why);
  }
}

// src/inputs/options.ts
var list = string().transform(
  (text) => text.split(`
`).map((line) => line.trim()).filter(Boolean)
), flag = _enum(["true", "false"], { error: "expected true or false" }).transform((text) => text === "true"), optionalNumber = string().regex(/^\d{0,15}$/, "expected a whole number").transform((text) => text ? Number(text) : null), optionalText = string().transform((text) => text || null), amount = coerce_exports.number("expected a number").positive(), one = (words2) => _enum(words2, { error: `expected ${words2.join(", ").replace(/, ([^,]*)$/, " or $1")}` }), schema = strictObject({
  mode: one(["triage", "scan", "report"]),
  "github-token": optionalText,
  "config-file": string(),
  "run-id": optionalNumber,
  "run-attempt": optionalNumber,
  "job-name-pattern": optionalText,
  "exclude-jobs": list,
  "artifact-pattern": list,
  paths: list,
  service: optionalText,
  "findings-name": string().regex(/^[^{}]*\{service\}[^{}]*$/, "needs {service} in it once, and no other placeholder").regex(
    /^[^"<>|*?:\r\n\\/]{1,150}$/,
    'expected a name of an artifact: without " < > | * ? : / or a backslash'
  ),
  catalog: list,
  comment: one(["on-failure", "always", "never"]),
  "comment-mode": one(["update", "recreate", "hide-and-recreate"]),
  "comment-key": string(),
  "pr-number": string().regex(/^(?:auto|none|[1-9]\d{0,9})$/, "expected auto, none or a number").transform((text) => text === "auto" || text === "none" ? text : Number(text)),
  "job-summary": flag,
  annotations: flag,
  "upload-report": flag,
  excerpts: one(["all", "unclassified", "none"]),
  "fail-on": one(["none", "unclassified", "any"]),
  "max-log-mb": amount,
  "max-artifact-mb": amount,
  "timeout-minutes": amount,
  "job-check-run-id": string().transform((text) => /^\d+$/.test(text) ? Number(text) : null)
}), inputNames = Object.keys(schema.shape);
function parseOptions(input) {
  let parsed2 = schema.safeParse(Object.fromEntries(inputNames.map((name) => [name, input(name).trim()])));
  if (parsed2.success) return parsed2.data;
  throw new UserError(
    parsed2.error.issues.map((issue) => `input ${issue.path.join(".")}: ${issue.message}`).join("; ")
  );
}

// src/project.ts
var import_picomatch = __toESM(require_picomatch(), 1);
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
var mostFiles = 200, largest = 2 * 1024 ** 2;
async function readProject(options) {
  let { workspace, configFile, tempDir, catalog } = options;
  if (workspace && existsSync(join(workspace, ".git"))) {
    let path = join(workspace, configFile);
    return { config: existsSync(path) ? await parsed(configFile, await readFile(path, "utf8")) : defaultConfig, folder: workspace, notes: [] };
  }
  let folder = join(tempDir, "project"), notes = [];
  try {
    let text = await fetchFile(options, configFile), config = text === null ? defaultConfig : await parsed(configFile, text);
    for (let pattern of [...config.catalog, ...catalog]) await fetchPatterns(options, pattern, folder);
    return { config, folder, notes };
  } catch (error2) {
    if (error2 instanceof UserError) throw error2;
    return notes.push({
      what: configFile,
      why: `could not be read, so defaults were used: ${describe(error2)} (needs \`permissions: contents: read\`)`
    }), { config: defaultConfig, folder, notes };
  }
}
var parsed = async (file, text) => (await import("./chunk-V623Y3XO.js")).parseConfig(file, text);
async function fetchPatterns(options, pattern, folder) {
  let { base, isGlob } = import_picomatch.default.scan(pattern), isMatch = isGlob ? (0, import_picomatch.default)(pattern) : (path) => path === pattern || /\.ya?ml$/.test(path), paths = (await listFiles(options, isGlob ? base : pattern)).filter((path) => isMatch(path)).slice(0, mostFiles);
  if (!paths.length)
    throw new UserError(`catalog ${pattern}: no such file in ${options.owner}/${options.repo}`);
  for (let path of paths) {
    let safe = normalize(path), text = safe.startsWith("..") ? null : await fetchFile(options, path);
    text !== null && (await mkdir(dirname(join(folder, safe)), { recursive: !0 }), await writeFile(join(folder, safe), text));
  }
}
async function fetchFile(options, path) {
  let data = await contents(options, path);
  return data === null || Array.isArray(data) || !("content" in data) || data.size > largest ? null : Buffer.from(data.content, "base64").toString("utf8");
}
async function listFiles(options, path) {
  let data = await contents(options, path);
  return data === null ? [] : Array.isArray(data) ? data.filter((entry) => entry.type === "file").map((entry) => entry.path) : [path];
}
async function contents({ client, owner, repo, ref }, path) {
  try {
    let { data } = await client.request("GET /repos/{owner}/{repo}/contents/{path}", {
      owner,
      repo,
      path,
      ...ref ? { ref } : {}
    });
    return data;
  } catch (error2) {
    if (error2.status === 404) return null;
    throw error2;
  }
}

// src/prepare.ts
var megabyte = 1024 ** 2;
async function prepare(options, world2) {
  let { owner, repo, workspace, ref } = world2, token = options["github-token"];
  token && world2.mask(token);
  let deadline = Date.now() + Math.ceil(options["timeout-minutes"] * 6e4), tempDir = await tempFolder(world2.temp), client = clientOf(options, world2, deadline), { catalog, "config-file": configFile } = options, project = await readProject({ client, owner, repo, ref, workspace, configFile, catalog, tempDir }), config = withInputs(project.config, options), paths = expandPaths(project.folder, [...config.catalog, ...catalog]), { patterns, digest } = await usablePatterns(paths, config.disable, project.folder);
  staySmall();
  let limits = {
    maxLogBytes: options["max-log-mb"] * megabyte,
    maxArtifactBytes: options["max-artifact-mb"] * megabyte
  };
  return { ...world2, client, deadline, tempDir, limits, project, config, patterns, digest };
}
function clientOf(options, { apiUrl, log }, deadline) {
  let token = options["github-token"], userAgent = `e2e-failure-triage/${version}`;
  return createClient({ token, apiUrl, userAgent, deadline: () => deadline, log });
}
function withInputs(config, options) {
  return checkJobName("input job-name-pattern", options["job-name-pattern"]), {
    ...config,
    jobs: { ...config.jobs, name: options["job-name-pattern"] ?? config.jobs.name },
    artifacts: options["artifact-pattern"].length ? options["artifact-pattern"] : config.artifacts
  };
}

// src/publish/log.ts
function neutralise(text) {
  return text.replace(/\u001b(?:\[[0-9;?]{0,64}[ -/]{0,8}[@-~]|\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)?)/g, "").replace(/\r\n?/g, `
`).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "").replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "# #[");
}

// src/publish/annotations.ts
var MOST = 10, LONGEST = 3e3;
function publishAnnotations(annotations, error2) {
  let shown = annotations.length > MOST ? annotations.slice(0, MOST - 1) : annotations;
  for (let { title, message, file, line } of shown)
    error2(neutralise(message).slice(0, LONGEST) || " ", {
      title: neutralise(title).replaceAll(`
`, " ").slice(0, 250),
      ...file === void 0 ? {} : { file: neutralise(file) },
      ...line === void 0 ? {} : { startLine: line }
    });
  let left = annotations.length - shown.length;
  left > 0 && error2("The job summary has all of them.", { title: `${left} more root causes` });
}

// src/publish/artifact.ts
import { mkdir as mkdir2, mkdtemp, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";
var ARTIFACT = "e2e-triage-report";
async function writeFiles(root, texts) {
  await mkdir2(root, { recursive: !0 });
  let dir = await mkdtemp(join2(root, `${ARTIFACT}-`)), files = {
    dir,
    report: join2(dir, "report.json"),
    summary: join2(dir, "summary.md"),
    comment: join2(dir, "comment.md")
  };
  return await writeFile2(files.report, texts.report), await writeFile2(files.summary, texts.summary), await writeFile2(files.comment, texts.comment), files;
}
async function load() {
  let { DefaultArtifactClient } = await import("./chunk-CSIVXOSM.js");
  return new DefaultArtifactClient();
}
async function uploadReport(files, uploader = load) {
  return upload("report", ARTIFACT, [files.report, files.summary, files.comment], files.dir, uploader);
}
async function publishFindings(root, { name, member, text }, uploader = load) {
  await mkdir2(root, { recursive: !0 });
  let dir = await mkdtemp(join2(root, "e2e-triage-findings-")), path = join2(dir, member);
  return await writeFile2(path, text), { path, ...await upload("findings", name, [path], dir, uploader) };
}
async function upload(what, name, files, dir, uploader) {
  try {
    let client = await uploader(), { id } = await client.uploadArtifact(name, files, dir);
    return { id: id ?? null, warning: null };
  } catch (error2) {
    return { id: null, warning: `The ${what} ${what === "findings" ? "were" : "was"} not uploaded: ${describe(error2)}` };
  }
}

// src/publish/marker.ts
var number = int().nonnegative().nullable().catch(null), stateSchema = object({
  workflow_id: number,
  run_id: number,
  run_number: number,
  run_attempt: number,
  head_sha: string().regex(/^[0-9a-f]{40,64}$/).nullable().catch(null)
});
function markerLine(key) {
  return `<!-- e2e-triage:v1 key=${slug2(key)} -->`;
}
function retiredLine(key) {
  return `<!-- e2e-triage-old:v1 key=${slug2(key)} -->`;
}
function slug2(key) {
  let plain2 = key.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
  if (plain2 === key) return plain2;
  let hash = 5381;
  for (let char of key) hash = (hash * 33 + (char.codePointAt(0) ?? 0)) % 4294967296;
  return `${plain2}-${hash.toString(36)}`.replace(/^-/, "");
}
function withMarker(key, state, body) {
  let json = Buffer.from(JSON.stringify(stateSchema.parse(state))).toString("base64url");
  return `${markerLine(key)}
<!-- e2e-triage-state:${json} -->
${body}`;
}
function hasMarker(key, body) {
  return (body ?? "").split(/\r?\n/, 1)[0]?.trim() === markerLine(key);
}
function readState(body) {
  let line = (body ?? "").split(/\r?\n/, 2)[1] ?? "", encoded = /^<!-- e2e-triage-state:([\w-]{2,2000}) -->\s*$/.exec(line)?.[1];
  if (encoded === void 0) return null;
  try {
    return stateSchema.parse(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
function isNewer(other, ours) {
  return !other || other.run_number === null || ours.run_number === null || other.workflow_id !== ours.workflow_id ? !1 : other.run_number !== ours.run_number ? other.run_number > ours.run_number : (other.run_attempt ?? 1) > (ours.run_attempt ?? 1);
}

// src/publish/refusal.ts
var YAML = `permissions:
  pull-requests: write`;
function refusal2(error2, fork) {
  let status = statusOf(error2), message = describe(error2);
  return /rate limit/i.test(message) ? `No comment was written: GitHub's rate limit is reached (${message}).` : /locked/i.test(message) ? "No comment was written: the conversation of the pull request is locked." : status === 422 || status === 413 ? `No comment was written: GitHub refuses the text (${message}).` : status === 410 ? "No comment was written: comments are switched off in this repository." : fork && (status === 401 || status === 403 || status === 404) ? "No comment was written: runs of forks have a read-only token, whatever the workflow says. Run the triage on `workflow_run` instead: see docs/workflow-recipes.md. The job summary has everything." : status === 401 ? `No comment was written: GitHub does not accept the token (${message}).` : status === 403 || status === 404 ? `No comment was written: the token may not comment on pull requests. Add to the job:
${YAML}` : `No comment was written: ${message}`;
}
function statusOf(error2) {
  let status = error2?.status;
  return typeof status == "number" ? status : null;
}

// src/publish/comments.ts
async function listOwn({ client, owner, repo, pr, key, me }) {
  return (await client.paginate("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    owner,
    repo,
    issue_number: pr,
    per_page: 100
  })).filter((comment) => hasMarker(key, comment.body) && sameLogin(comment.user?.login, me)).filter((comment) => !comment.minimized).sort((a, b) => a.created_at.localeCompare(b.created_at) || a.id - b.id).map(({ id, node_id, html_url, body }) => ({ id, node_id, html_url, body: body ?? "" }));
}
async function ownLogin(client) {
  try {
    return (await client.request("GET /user")).data.login;
  } catch (error2) {
    if (![401, 403, 404].includes(statusOf(error2) ?? 0)) throw error2;
    try {
      let { viewer } = await client.graphql(VIEWER);
      return /\[bot\]$/.test(viewer.login) ? viewer.login : `${viewer.login}[bot]`;
    } catch {
      return "github-actions[bot]";
    }
  }
}
function sameLogin(author, me) {
  return author !== void 0 && author.toLowerCase() === me.toLowerCase();
}
async function write({ client, owner, repo }, id, body) {
  await client.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    owner,
    repo,
    comment_id: id,
    body
  });
}
async function remove({ client, owner, repo }, { id }) {
  await client.request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { owner, repo, comment_id: id }).catch(() => {
  });
}
var VIEWER = "{viewer {login}}", HIDE = `mutation($id: ID!) {
  minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) {minimizedComment {isMinimized}}
}`;
async function retire(place3, { id, node_id, body }) {
  try {
    await write(place3, id, body.replace(markerLine(place3.key), retiredLine(place3.key))), await place3.client.graphql(HIDE, { id: node_id });
  } catch {
  }
}

// src/publish/comment.ts
async function publishComment(request) {
  try {
    return await publish({ ...request, me: await ownLogin(request.client) });
  } catch (error2) {
    return { ...nothing("refused"), warning: refusal2(error2, request.fork) };
  }
}
async function publish(request) {
  let { state, failed, always, mode } = request, own = await listOwn(request);
  if (own.length === 0 && !failed && !always) return nothing("silent");
  if (own.some((comment) => isNewer(readState(comment.body), state)) || await hasMoved(request))
    return nothing("outdated");
  let text = withMarker(request.key, state, request.body), [oldest, ...others] = own;
  if (!oldest) return create(request, text);
  if (mode === "update" || !failed) {
    let updated = await update(request, oldest, text);
    for (let other of others) await retire(request, other);
    return updated ? result("updated", updated) : create(request, text, own);
  }
  let made = await create(request, text, own);
  for (let old of own) await (mode === "hide-and-recreate" ? retire(request, old) : remove(request, old));
  return { ...made, done: "recreated" };
}
async function update(request, old, text) {
  for (let tries = 0; ; tries++) {
    try {
      await write(request, old.id, text);
    } catch (error2) {
      if (statusOf(error2) !== 404) throw error2;
      return null;
    }
    let now = (await listOwn(request)).find((comment) => comment.id === old.id);
    if (!now || now.body === text || isNewer(readState(now.body), request.state) || tries > 0) return old;
  }
}
async function create(request, text, known = []) {
  let { client, owner, repo, pr } = request, before = new Set(known.map((comment) => comment.id)), outcome = await client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    owner,
    repo,
    issue_number: pr,
    body: text,
    // A repeated POST is a second comment.
    request: { retries: 0 }
  }).catch((error2) => {
    if ((statusOf(error2) ?? 0) < 500) throw error2;
    return error2;
  }), made = isAnswer(outcome) ? { ...outcome.data, body: text } : null, listed = (await listOwn(request)).filter((comment) => !before.has(comment.id)), [first, ...later] = listed.length > 0 || !made ? listed : [made];
  if (!first) throw outcome;
  first.body !== text && !isNewer(readState(first.body), request.state) && await write(request, first.id, text);
  for (let double of later.filter((comment) => comment.body === text)) await remove(request, double);
  return result("created", first);
}
function isAnswer(outcome) {
  return typeof outcome == "object" && outcome !== null && "data" in outcome;
}
async function hasMoved({ client, owner, repo, pr, state }) {
  if (state.head_sha === null) return !1;
  let { data } = await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}", {
    owner,
    repo,
    pull_number: pr
  });
  return data.head.sha !== state.head_sha && data.merge_commit_sha !== state.head_sha;
}
function nothing(done) {
  return { done, id: null, url: null, warning: null };
}
function result(done, { id, html_url }) {
  return { done, id, url: html_url, warning: null };
}

// src/publish/outputs.ts
function publishOutputs(outputs2, set) {
  for (let [name, value] of Object.entries(outputs2)) set(name, value === null ? "" : String(value));
}

// src/publish/pull-request.ts
async function findPullRequest(query) {
  let { wanted, eventName, event, owner, repo } = query, base = `${owner}/${repo}`;
  if (wanted === "none") return none();
  if (/^[1-9]\d{0,9}$/.test(wanted)) return { number: Number(wanted), fork: !1, why: null };
  let own = event.pull_request;
  if (own?.number !== void 0 && !event.workflow_run) {
    let fork = eventName === "pull_request" && !same(own.head?.repo?.full_name, base);
    return { number: own.number, fork, why: null };
  }
  try {
    if (eventName === "workflow_run" && event.workflow_run) return await ofRun(query, event.workflow_run);
    if (eventName === "push" && query.sha)
      return pick(await ofCommit(query, query.sha), base, query.sha, base);
  } catch (error2) {
    return { ...none(), why: `The pull request could not be found: ${describe(error2)}` };
  }
  return none();
}
async function ofRun(query, run2) {
  let base = `${query.owner}/${query.repo}`, { head_sha: sha, head_branch: branch } = run2, head = run2.head_repository?.full_name;
  if (!sha || !head || run2.event === "merge_group" || run2.event === "schedule") return none();
  let login = run2.head_repository?.owner?.login ?? head.split("/")[0], fork = !same(head, base), byBranch = branch ? pick(await list2(query, { head: `${login}:${branch}` }), base, sha, head) : none();
  if (byBranch.number !== null) return { ...byBranch, fork };
  if (run2.event === "push") return { ...pick(await ofCommit(query, sha), base, sha, head), fork };
  let recent = pick(await list2(query, { sort: "updated", direction: "desc" }), base, sha, head);
  return recent.number !== null || run2.event !== "pull_request" ? { ...recent, fork } : {
    number: null,
    fork,
    why: `No open pull request has ${sha.slice(0, 9)} of ${head} as its head; no comment.`
  };
}
async function list2({ client, owner, repo }, more) {
  let pages = 0;
  return client.paginate(
    "GET /repos/{owner}/{repo}/pulls",
    { owner, repo, state: "open", per_page: 100, ...more },
    ({ data }, done) => (++pages >= 3 && done(), data)
  );
}
async function ofCommit({ client, owner, repo }, sha) {
  let { data } = await client.request("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
    owner,
    repo,
    commit_sha: sha,
    per_page: 100
  });
  return data.filter((pull) => pull.state === "open");
}
function pick(pulls, base, sha, head) {
  let fit = pulls.filter(
    (pull) => pull.head.sha === sha && same(pull.head.repo?.full_name, head) && same(pull.base.repo.full_name, base)
  );
  return { number: Math.max(0, ...fit.map((pull) => pull.number)) || null, fork: !same(head, base), why: null };
}
function same(a, b) {
  return a?.toLowerCase() === b.toLowerCase();
}
function none() {
  return { number: null, fork: !1, why: null };
}

// src/publish/summary.ts
import { appendFile, stat } from "node:fs/promises";
var LIMIT_BYTES = 1e6;
async function publishSummary(file, text) {
  if (!file) return null;
  try {
    let there = await stat(file).then(
      (found) => found.size,
      () => 0
    );
    return there + Buffer.byteLength(text) > LIMIT_BYTES ? "The job summary was not written: the step has no room left for it. The report has everything." : (await appendFile(file, there > 0 ? `
${text}` : text), null);
  } catch (error2) {
    return `The job summary was not written: ${describe(error2)}`;
  }
}

// src/render/annotations.ts
function renderAnnotations(report, context2) {
  let known = causes(report);
  return [
    ...known.map((cause) => ofCause(cause, context2)),
    ...unexplained(report, known).map((suite) => ofSuite(suite))
  ];
}
function ofCause(cause, context2) {
  let [first] = cause.suites, root = first?.diagnosis?.root_cause, advice = wordsOf(context2, cause.pattern)?.advice ?? null, message = [
    `${count(cause.suites.length, "suite")}: ${cause.suites.map((suite) => suite.name).join(", ")}`,
    ...cause.probable.length > 0 ? [`probably also ${cause.probable.map((suite) => suite.name).join(", ")}`] : [],
    ...context2.excerpts === "all" && root?.evidence[0] ? [root.evidence[0].text] : [],
    ...first?.fix ? [`${FIX[first.fix.status]}: ${first.fix.why}`] : [],
    ...advice && root ? [fillWords(advice, root.captures)] : []
  ];
  return {
    title: plain(cause.title, 200),
    message: message.map((line) => plain(line, 600)).join(`
`),
    ...cause.suites.length === 1 && first ? place(first) : {}
  };
}
function ofSuite(suite) {
  let state = STATE[suite.diagnosis?.state ?? "no-evidence"];
  return {
    title: plain(`${suite.name}: ${state.short}`, 200),
    message: [testsInWords(suite), state.long].filter(Boolean).join(`
`),
    ...place(suite)
  };
}
function place({ tests }) {
  let found = /^((?!\/|[^:]*\.\.)[\w./-]{1,200}):(\d{1,7})$/.exec(tests?.failures[0]?.location ?? "");
  return found?.[1] && tests?.phase === "tests" ? { file: found[1], line: Number(found[2]) } : {};
}
function plain(text, max) {
  return clean(text, max).replace(/\s+/g, " ").replaceAll("`", "").trim();
}

// src/report/conclusion.ts
function conclusion(report) {
  let { failed, classified } = report.totals;
  return failed === 0 ? unsettled(report) ? "incomplete" : "passed" : classified === failed ? "classified" : classified > 0 ? "partly-classified" : report.suites.filter(hasFailed).every((suite) => !suite.diagnosis || suite.diagnosis.state === "no-evidence") ? "incomplete" : "unclassified";
}
function outputs(report) {
  return {
    conclusion: conclusion(report),
    "failed-count": report.totals.failed,
    "classified-count": report.totals.classified,
    "unclassified-count": report.totals.unclassified,
    "needs-fix-count": report.totals.needs_fix,
    incomplete: report.incomplete.length > 0 || report.suites.some(isOpen),
    "failed-services": JSON.stringify(report.suites.filter(hasFailed).map((suite) => suite.service))
  };
}
function unsettled(report) {
  return report.incomplete.length > 0 || report.suites.some(isOpen);
}
function isOpen(suite) {
  return suite.status === "pending" || suite.status === "missing";
}

// src/say.ts
function nowAndThen(say) {
  let last = 0;
  return (message) => {
    Date.now() - last < 5e3 || (last = Date.now(), say(message));
  };
}

// src/collect/own-job.ts
var serviceKey = (name) => slug(name);
async function ownService({
  client,
  owner,
  repo,
  jobId,
  jobName
}) {
  if (jobId === null) return { service: null, why: "the server does not tell a job its id" };
  try {
    let { data } = await client.rest.actions.getJobForWorkflowRun({ owner, repo, job_id: jobId }), [job] = toJobs([data]), [named] = job ? jobName === null ? [byGroup(job)] : byPattern(jobName)(job) : [];
    return named ? { service: slug(named.label), why: "" } : { service: null, why: "the name of the job does not fit job-name-pattern" };
  } catch (error2) {
    let { message, advice } = refusal(error2, "actions: read");
    return { service: null, why: `the name of the job could not be read: ${message}; ${advice}` };
  }
}

// src/collect/paths.ts
var import_picomatch2 = __toESM(require_picomatch(), 1);
import { createReadStream } from "node:fs";
import { stat as stat2 } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname as dirname2, join as join3, relative, resolve, sep } from "node:path";
var FILES = 2e5;
async function namedFiles(base, paths) {
  let wanted = paths.filter((p) => !p.startsWith("!")).map((p) => place2(base, p)), unwanted = paths.filter((p) => p.startsWith("!")).map((p) => place2(base, p.slice(1))), isUnwanted = (file) => unwanted.some(({ root: root2, fits }) => fits(below(root2, file))), found = /* @__PURE__ */ new Map(), roots = [], unfit = [], notes = [];
  for (let { path, root: root2, fits } of wanted) {
    let seen = 0;
    for await (let { file, member } of filesAt(root2)) {
      if (found.size >= FILES) break;
      let inside = below(root2, file);
      !fits(inside) || isUnwanted(file) || (seen++, found.set(file, member), seen === 1 && roots.push(inside === "" ? dirname2(file) : root2));
    }
    seen || unfit.push(path);
  }
  found.size >= FILES && notes.push({ what: "paths", why: `more than ${FILES} files; the rest was not read` });
  let root = common(roots);
  return { files: [...found].map(([file, member]) => ({ ...member, path: below(root, file) })).sort((a, b) => a.path < b.path ? -1 : 1), unfit, notes };
}
function place2(base, path) {
  let unix = sep === "/" ? path : path.replaceAll(sep, "/"), { base: fixed, glob, isGlob } = import_picomatch2.default.scan(unix.replace(/^~(?=\/|$)/, () => homedir())), root = resolve(base, isGlob ? fixed : unix.replace(/^~(?=\/|$)/, () => homedir()));
  if (!isGlob) return { path, root, fits: (inside) => !inside.startsWith("..") };
  let isMatch = (0, import_picomatch2.default)(glob, { dot: !0 });
  return { path, root, fits: (inside) => {
    let parts = inside.split("/");
    return parts[0] !== ".." && parts.some((_, i) => isMatch(parts.slice(0, i + 1).join("/")));
  } };
}
async function* filesAt(root) {
  let found = await stat2(root).catch(() => null);
  if (found?.isFile()) {
    let bytes = () => createReadStream(root, { highWaterMark: 262144 });
    yield { file: root, member: { path: root, size: found.size, bytes } };
  } else if (found?.isDirectory())
    for await (let member of members(root)) yield { file: join3(root, member.path), member };
}
var below = (root, file) => relative(root, file).replaceAll(sep, "/");
function common(folders) {
  let [first = "", ...others] = folders, root = first;
  for (; others.some((f) => below(root, f).startsWith("..")) && dirname2(root) !== root; ) root = dirname2(root);
  return root;
}

// src/findings/compose.ts
function composeFindings(file, { redact, rank, most = 2097152 }) {
  let clean2 = tidy(file, redact, "");
  return clean2.incomplete = clean2.incomplete.slice(0, 150), clean2.tests && (clean2.tests.failures = clean2.tests.failures.slice(0, 500), clean2.tests.blocks = clean2.tests.blocks.slice(0, 500)), JSON.stringify(findingsSchema.parse(withinSize(clean2, rank, most)));
}
var words = new Set(
  "container-log previous-log node-log event object test-report file bundle read missing expired empty unreadable truncated setup tests teardown e2e-triage".split(" ")
), long = /* @__PURE__ */ new Set(["text", "message", "why", "detail", "reason"]);
function tidy(value, redact, key) {
  if (typeof value == "string")
    return words.has(value) || key === "pattern" || key === "catalog" ? value : redact(value).slice(0, long.has(key) ? longestText : key === "time" ? 64 : longestName);
  if (Array.isArray(value)) return value.map((item) => tidy(item, redact, key));
  if (typeof value != "object" || value === null) return value;
  let entries = Object.entries(value).filter(([name]) => name !== "age"), inner = (name) => key === "captures" ? "text" : name;
  return Object.fromEntries(
    entries.map(([name, item]) => [name.slice(0, longestName), tidy(item, redact, inner(name))])
  );
}
function withinSize(file, rank, most) {
  let { matches, events, objects } = file, sizeOf = (value) => Buffer.byteLength(JSON.stringify(value)) + 1, named = new Set(matches.flatMap((m) => m.object ? [m.object.name] : [])), ranked = [
    ...matches.map((item) => ({ item, rank: placeRank(item, rank) })),
    ...events.map((item) => ({ item, rank: named.has(item.object.name) ? 1 : 2 })),
    ...objects.map((item) => ({ item, rank: objectRank(item, named) }))
  ];
  ranked.sort((a, b) => a.rank - b.rank);
  let left = most - 1e3 - sizeOf({ ...file, matches: [], events: [], objects: [] }), kept = /* @__PURE__ */ new Set();
  for (let { item } of ranked) {
    if (left -= sizeOf(item), left < 0) break;
    kept.add(item);
  }
  let notes = [], keep = (what, items) => {
    let some = items.filter((item) => kept.has(item)), dropped = items.length - some.length, why = `${dropped} of ${items.length} left out: a findings file has at most ${Math.round(most / 1024)} KB`;
    return dropped && notes.push({ what: `${what} of ${file.service}`, why }), some;
  }, fitting = {
    matches: keep("places", matches),
    events: keep("events", events),
    objects: keep("objects", objects)
  };
  return {
    ...file,
    ...fitting,
    complete: file.complete && fitting.objects.length === objects.length,
    incomplete: [...file.incomplete, ...notes]
  };
}
var placeRank = ({ pattern, condition, noise }, rank) => condition < 0 ? 0 : noise ? 5 : rank(pattern);
function objectRank(o, named) {
  return named.has(o.name) || (o.wanted ?? 0) > (o.ready ?? 0) || /fail|pending|unknown/i.test(o.phase ?? "") || o.message !== null || o.containers.some((c) => c.waiting || c.terminated || c.last_terminated || c.ready === !1) ? 1 : ["Service", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Node"].includes(o.kind) ? 2 : 4;
}

// src/scan.ts
async function scan(world2) {
  let { service, files, patterns, tool } = world2, content = files.length ? { type: "folder", members: () => each(files) } : { type: "none", state: "missing", detail: "the scan found no file: nothing fits its `paths`" }, source = { kind: "bundle", name: `files of ${service}`, url: null, content }, isUp = clockAt(world2.until ?? Number.POSITIVE_INFINITY), clocks = { logs: isUp, rest: isUp }, read = await readSuite({ ...{ service, name: service, status: "failed", job: null, sources: [source] }, sources: [source] }, buildMatcher(patterns), { clocks }), { findings, collected, isCut } = read, places = read.collector.places(), text = composeFindings(
    {
      schema_version: 1,
      tool: { name: "e2e-triage", ...tool },
      service,
      matches: places.map(({ pattern, ...place3 }) => ({ ...place3, pattern: patterns[pattern].id })),
      events: findings.events,
      objects: mergeObjects(findings.objects),
      complete: !isCut,
      collected,
      tests: bestReport(read.reports),
      sources: findings.sources,
      incomplete: [...world2.notes, ...findings.incomplete]
    },
    { redact: world2.redact, rank: ranks(patterns) }
  ), causes2 = patterns.filter(
    (p, i) => p.role === "cause" && !p.fallback && places.some((f) => f.pattern === i && f.condition >= 0 && !f.noise)
  ), shown = causes2.slice(0, 5).map((p) => p.id), rest = causes2.length > shown.length ? ` and ${causes2.length - shown.length} more` : "", kilobytes = Math.ceil(Buffer.byteLength(text) / 1024), format = findings.sources[0]?.format;
  return {
    text,
    said: `${service}: ${count2(files.length, "file")}${format ? ` (${format})` : ""} scanned, ${count2(places.length, "place")} found, ${shown.length ? `possible causes ${shown.join(", ")}${rest}` : "no cause among them"}; ${kilobytes} KB of findings`
  };
}
async function* each(files) {
  yield* files;
}
var count2 = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
function ranks(patterns) {
  let of = ({ role, fallback }) => ({ cause: fallback ? 2 : 0, symptom: 1, noise: 3 })[role], known = new Map(patterns.map((p) => [p.id, of(p)]));
  return (id) => known.get(id) ?? 5;
}

// src/scan-job.ts
async function scanJob(options, prepared) {
  let { project, config, patterns, digest, workspace, temp } = prepared;
  if (!options.paths.length) throw new UserError("input paths: name the files and folders to scan");
  let until = timesUntil(prepared.deadline).rest, service = await serviceOf(options, prepared), { files, unfit, notes } = await namedFiles(workspace ?? process.cwd(), options.paths), { text, said } = await scan({
    tool: { version, catalog: digest },
    service,
    files,
    notes: [...project.notes, ...notes],
    patterns,
    redact: redactorOf(config),
    until
  });
  for (let path of unfit) prepared.log(`paths: nothing is there or fits: ${path}`);
  let name = options["findings-name"].replaceAll("{service}", () => service);
  return { said, ...await publishFindings(temp, { name, member: findingsMember, text }) };
}
async function serviceOf(options, { client, owner, repo, config }) {
  if (options.service) return serviceKey(options.service);
  let asked = { client, owner, repo, jobId: options["job-check-run-id"], jobName: config.jobs.name }, { service, why } = await ownService(asked);
  if (service) return service;
  throw new UserError(`input service: name it, as in \`service: \${{ matrix.service }}\`; ${why}`);
}

// src/action.ts
var warn = (message) => warning(neutralise(message));
function world() {
  let foreign = context.eventName === "workflow_run";
  return {
    ...context.repo,
    apiUrl: context.apiUrl,
    temp: process.env.RUNNER_TEMP ?? tmpdir(),
    workspace: foreign ? null : process.env.GITHUB_WORKSPACE ?? null,
    ref: foreign ? null : context.sha,
    mask: setSecret,
    log: (message) => info(neutralise(message))
  };
}
async function run() {
  let options = parseOptions((name) => getInput(name));
  if (options.mode !== "scan") return await triageRun(options);
  try {
    let done = await scanJob(options, await prepare(options, world()));
    info(neutralise(done.said)), setOutput("findings-path", done.path), setOutput("artifact-id", done.id ?? ""), done.warning && warn(done.warning);
  } catch (error2) {
    warn(`No findings were written: ${describe(error2)}`);
  }
}
async function triageRun(options) {
  let prepared = await prepare(options, world()), { client, owner, repo, deadline, project, config, patterns, digest } = prepared, times = timesUntil(deadline), collection = await collectRun(prepared, options, {
    runId: options["run-id"] ?? context.payload.workflow_run?.id ?? context.runId,
    serverUrl: context.serverUrl,
    deadline: times.fetch,
    warn
  });
  collection.incomplete.push(...project.notes);
  let base = context.payload.pull_request?.base?.ref ?? context.payload.repository?.default_branch ?? null, { reports: earlier, notes } = await fetchEarlier({
    client,
    owner,
    repo,
    collection,
    base,
    deadline: times.rest
  });
  collection.incomplete.push(...notes);
  let { report, reviewerNotes } = await triage({
    tool: { version, catalog: digest },
    collection,
    patterns,
    config,
    base,
    merge: mergeCommit(collection.run, process.env),
    facts: (wanted) => factsFromGitHub({ client, owner, repo, wanted, now: (/* @__PURE__ */ new Date()).toISOString(), deadline }),
    earlier,
    baseline: options.mode === "report" ? null : baselineFromGitHub({ ...prepared, collection, base, earlier, deadline: times.fetch }),
    redact: redactorOf(config),
    progress: nowAndThen((message) => info(neutralise(message))),
    times,
    threads: async () => (await import("./chunk-5ABGBQPH.js")).startThreads(patterns, config)
  }), publisher = clientOf(options, world(), Math.max(deadline, Date.now() + 6e4));
  await publish2(report, options, publisher, {
    patterns: wordsOf2(report, patterns),
    serverUrl: context.serverUrl,
    summaryUrl: `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`,
    reviewerNotes,
    excerpts: options.excerpts,
    now: (/* @__PURE__ */ new Date()).toISOString()
  }), failsOn(report, options["fail-on"]) && setFailed(
    `${report.totals.failed} of ${report.totals.suites} suites failed (fail-on: ${options["fail-on"]})`
  );
}
async function publish2(report, options, client, view) {
  let summary = renderSummary(report, view), comment = renderComment(report, view), files = await writeFiles(process.env.RUNNER_TEMP ?? tmpdir(), {
    report: `${JSON.stringify(report, null, 2)}
`,
    summary,
    comment
  });
  if (options["job-summary"]) {
    let warning2 = await publishSummary(process.env.GITHUB_STEP_SUMMARY, summary);
    warning2 && warn(warning2);
  }
  options.annotations && publishAnnotations(renderAnnotations(report, view), error);
  for (let { what, why } of report.incomplete) info(neutralise(`not read: ${what}: ${why}`));
  let artifactId = null;
  if (options["upload-report"]) {
    let uploaded = await uploadReport(files);
    artifactId = uploaded.id, uploaded.warning && warn(uploaded.warning);
  }
  let { number: number2, result: result2 } = await writeComment(report, options, client, comment);
  publishOutputs(
    {
      ...outputs(report),
      "report-path": files.report,
      "summary-path": files.summary,
      "comment-path": files.comment,
      "findings-path": null,
      "comment-id": result2?.id ?? null,
      "comment-url": result2?.url ?? null,
      "pr-number": number2,
      "artifact-id": artifactId
    },
    setOutput
  );
}
async function writeComment(report, options, client, body) {
  let { owner, repo } = context.repo, event = context.payload, { eventName } = context, wanted = String(options["pr-number"]), sha = report.run.head_sha, found = await findPullRequest({ client, owner, repo, wanted, eventName, event, sha });
  found.why && info(neutralise(found.why));
  let blind = report.suites.length === 0 && report.incomplete.length > 0;
  if (options.comment === "never" || found.number === null || blind)
    return { number: found.number, result: null };
  let triggering = context.payload.workflow_run, result2 = await publishComment({
    client,
    owner,
    repo,
    pr: found.number,
    body,
    state: {
      workflow_id: triggering?.workflow_id ?? null,
      run_id: report.run.id,
      run_number: triggering?.run_number ?? context.runNumber,
      run_attempt: report.run.attempt,
      head_sha: report.run.head_sha
    },
    mode: options["comment-mode"],
    key: options["comment-key"] || context.workflow,
    failed: outputs(report).conclusion !== "passed",
    always: options.comment === "always",
    fork: found.fork
  });
  return result2.warning && warn(result2.warning), { number: found.number, result: result2 };
}
startSmall();
try {
  await run();
} catch (error2) {
  setFailed(
    neutralise(
      error2 instanceof UserError ? error2.message : `E2E Failure Triage crashed, please report it: ${describe(error2)}`
    )
  );
}
