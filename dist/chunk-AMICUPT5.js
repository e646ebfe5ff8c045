import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  bareObject,
  fields,
  instant,
  labels,
  later,
  placed,
  placedEvent
} from "./chunk-XRMKMG2Q.js";

// src/read/bundle/collected.ts
var named = /(?:^|\/)(?:(?:collection-)?metadata\.json|timestamp)$/, mayTellTime = (path) => named.test(path);
function collectedAt(path, text) {
  if (path.endsWith(".json"))
    try {
      let raw = fields(JSON.parse(text));
      return instant(raw.collection_time ?? raw.time);
    } catch {
      return null;
    }
  let last = null;
  for (let [, date, time] of text.slice(0, 4096).matchAll(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)? ?(?:\+0000|Z)/gm))
    last = later(last, `${date}T${time}Z`);
  return last;
}
var units = { s: 1, m: 60, h: 3600, d: 86400, y: 31536e3 };
function seconds(age) {
  let parts = [...age.trim().matchAll(/(\d{1,9})([smhdy])/g)];
  return !parts.length || parts.map((p) => p[0]).join("") !== age.trim() ? null : parts.reduce((sum, [, n, unit]) => sum + Number(n) * units[unit], 0);
}
function ages(written) {
  let [, last = "", first] = /^(\S+)(?: \(x\d+ over (\S+)\))?$/.exec(written.trim()) ?? [];
  return { last: seconds(last), first: seconds(first === void 0 ? last : first) };
}
function anchor(events, collected) {
  let now = collected === null ? Number.NaN : Date.parse(collected);
  if (Number.isNaN(now)) return;
  let time = (age) => new Date(now - age * 1e3).toISOString();
  for (let event2 of events) {
    let { age } = event2;
    !age || age.last === null || event2.last !== null || (event2.last = time(age.last), event2.first = time(age.first ?? age.last), event2.at.time = event2.last);
  }
}

// src/read/bundle/columns.ts
function columns(header2) {
  let found = [];
  for (let m of header2.matchAll(/\S+(?: \S+)*/g)) {
    let last = found.at(-1);
    last && (last.to = m.index), found.push({ name: m[0], from: m.index, to: Number.MAX_SAFE_INTEGER });
  }
  return found;
}
function cells(row, by) {
  let found = {};
  for (let { name, from, to } of by) {
    let cell = row.slice(from, to).trim();
    found[name] = cell === "<none>" || cell === "<unknown>" ? "" : cell;
  }
  return found;
}

// src/read/bundle/listed-container.ts
function listedContainer(row) {
  let name = (row.NAMES ?? row.NAME ?? "").split(",")[0], [, state, code, health] = /^(Up|Exited|Created|Restarting|Dead|Paused|Initialized|Stopped|Removing)\b(?: \((\d{1,3})\))?(?:[^(]* \(([^()]{1,60})\))?/i.exec(
    row.STATUS ?? ""
  ) ?? [];
  if (!state || !/^[a-zA-Z0-9][\w.-]*$/.test(name)) return null;
  let found = bareObject("Container", null, name), isRunning = /^up$/i.test(state);
  found.phase = isRunning ? "running" : state.toLowerCase(), isRunning && health && /health/.test(health) && (found.conditions = [
    {
      type: "Ready",
      status: health === "healthy" ? "True" : "False",
      reason: health.replace("health: ", ""),
      message: null
    }
  ]);
  let exit_code = code ? Number(code) : null, image = row.IMAGE || null;
  return found.containers = [
    {
      name,
      init: !1,
      image,
      ready: isRunning,
      restarts: 0,
      waiting: null,
      terminated: exit_code === null ? null : {
        reason: exit_code === 0 ? "Completed" : "Error",
        message: null,
        exit_code,
        signal: null,
        finished_at: null
      },
      last_terminated: null
    }
  ], found.ports = published(row.PORTS ?? ""), image && (found.refs = [{ kind: "Image", namespace: null, name: image }]), found;
}
function published(written) {
  let found = /* @__PURE__ */ new Map();
  for (let [, host, port, protocol] of written.matchAll(/:(\d{1,5})->(\d{1,5})\/(\w{1,10})/g))
    found.set(`${host} ${port}`, {
      port: Number(port),
      target: port,
      node_port: Number(host),
      protocol
    });
  return [...found.values()];
}

// src/read/bundle/tables.ts
var kinds = [
  ["Pod", ["READY", "STATUS", "RESTARTS"]],
  ["Deployment", ["READY", "UP-TO-DATE", "AVAILABLE"]],
  ["DaemonSet", ["DESIRED", "CURRENT", "READY", "UP-TO-DATE"]],
  ["ReplicaSet", ["DESIRED", "CURRENT", "READY"]],
  ["Job", ["COMPLETIONS", "DURATION"]],
  ["Service", ["TYPE", "CLUSTER-IP"]],
  ["Node", ["STATUS", "ROLES", "VERSION"]],
  ["PersistentVolumeClaim", ["STATUS", "VOLUME", "STORAGECLASS"]],
  ["StatefulSet", ["READY", "AGE"]],
  ["Namespace", ["NAME", "STATUS", "AGE"]],
  ["Container", ["CONTAINER ID", "STATUS", "NAMES"]],
  ["Container", ["NAME", "IMAGE", "SERVICE", "STATUS"]]
], header = /^(?:NAMESPACE {2,}\S.*|NAME {2,}\S.*|LAST SEEN {2,}TYPE .*|CONTAINER ID {2,}IMAGE .*)$/;
function hasTable(text) {
  return text.split(`
`, 50).some((line) => header.test(line.trimEnd()));
}
function readTables(text, place, namespace) {
  let parsed = { objects: [], events: [] }, by = [], kind = null;
  for (let [index, raw] of text.split(`
`).entries()) {
    let line = raw.slice(0, 16384).trimEnd();
    if (header.test(line)) {
      by = columns(line);
      let names = new Set(by.map((c) => c.name));
      kind = names.has("REASON") && names.has("OBJECT") ? "Event" : null, kind ??= kinds.find(([, needs]) => needs.every((n) => names.has(n)))?.[0] ?? null;
    } else if (line === "" || /^\$ |^exit \d+$/.test(line)) by = [];
    else if (by.length > 0 && kind) {
      let row = cells(line, by);
      if (!fits(kind, row)) {
        by = [];
        continue;
      }
      kind === "Event" ? event(parsed, row, place, namespace, index + 1) : kind === "Container" ? container(parsed, row, place, index + 1) : object(parsed, kind, row, place, namespace, index + 1);
    }
  }
  return parsed;
}
function fits(kind, row) {
  return kind === "Event" ? /^(?:Normal|Warning)$/.test(row.TYPE ?? "Normal") : kind !== "Pod" || /^\d+\/\d+$/.test(row.READY ?? "");
}
var eventKinds = {
  pod: "Pod",
  deployment: "Deployment",
  replicaset: "ReplicaSet",
  statefulset: "StatefulSet",
  daemonset: "DaemonSet",
  job: "Job",
  cronjob: "CronJob",
  node: "Node",
  service: "Service",
  persistentvolumeclaim: "PersistentVolumeClaim",
  namespace: "Namespace",
  horizontalpodautoscaler: "HorizontalPodAutoscaler"
};
function event(parsed, row, place, namespace, line) {
  let [short = "", ...rest] = (row.OBJECT ?? "").split("/");
  if (rest.length === 0 || !row.REASON) return;
  let plain = short.toLowerCase().split(".")[0], container2 = /\{([^{}]{1,300})\}/.exec(row.SUBOBJECT ?? "")?.[1], times = /\(x(\d+) over/.exec(row["LAST SEEN"] ?? "")?.[1] ?? row.COUNT, found = {
    type: row.TYPE || "Normal",
    reason: row.REASON,
    message: row.MESSAGE ?? "",
    object: {
      kind: eventKinds[plain] ?? plain.charAt(0).toUpperCase() + plain.slice(1),
      namespace: row.NAMESPACE || namespace,
      name: rest.join("/"),
      ...container2 ? { container: container2 } : {}
    },
    count: Number(times) || 1,
    // Ages only: when the table was written is not known.
    first: null,
    last: null
  }, event2 = placedEvent(found, place, line), age = ages(row["LAST SEEN"] ?? "");
  age && (event2.age = { ...age, first: seconds(row["FIRST SEEN"] ?? "") ?? age.first }), parsed.events.push(event2);
}
function container(parsed, row, place, line) {
  let found = listedContainer(row);
  found && parsed.objects.push(placed(found, place, line, null));
}
function object(parsed, tableKind, row, place, namespace, line) {
  let [prefix, short] = (row.NAME ?? "").includes("/") ? row.NAME.split("/") : ["", row.NAME ?? ""], kind = eventKinds[prefix.split(".")[0]] ?? tableKind;
  if (!short) return;
  let found = bareObject(kind, kind !== "Node" && kind !== "Namespace" ? row.NAMESPACE || namespace : null, short);
  found.labels = labels(row.LABELS ?? "");
  let selector = labels(row.SELECTOR ?? "");
  Object.keys(selector).length && (found.selector = selector);
  let [ready, wanted] = (row.READY ?? row.COMPLETIONS ?? "").split("/");
  if (kind === "Pod" ? pod(found, row) : (found.ready = Number.parseInt(ready ?? "", 10), found.wanted = Number.parseInt(row.DESIRED ?? wanted ?? "", 10), Number.isNaN(found.ready) && (found.ready = null), Number.isNaN(found.wanted) && (found.wanted = null)), kind === "Node") {
    let status = (row.STATUS ?? "").split(",").includes("Ready") ? "True" : "False";
    found.conditions = [{ type: "Ready", status, reason: null, message: null }];
  } else if (kind === "Namespace" || kind === "PersistentVolumeClaim") found.phase = row.STATUS || null;
  else if (kind === "Service") {
    found.host = row["CLUSTER-IP"] || null;
    for (let m of (row["PORT(S)"] ?? "").matchAll(/(\d{1,5})(?::(\d{1,5}))?\/(\w{1,10})/g))
      found.ports.push({
        port: Number(m[1]),
        target: null,
        node_port: m[2] ? Number(m[2]) : null,
        protocol: m[3]
      });
  }
  parsed.objects.push(placed(found, place, line, null));
}
function pod(found, row) {
  let [, init, shown] = /^(Init:)?([\s\S]*)$/.exec(row.STATUS ?? ""), status = shown || "Unknown";
  found.node = row.NODE || null;
  let restarts = Number.parseInt(row.RESTARTS ?? "", 10) || 0, [ready, wanted] = (row.READY ?? "").split("/"), state = {
    name: "",
    init: init !== void 0,
    image: null,
    ready: ready === wanted,
    restarts,
    waiting: null,
    terminated: null,
    last_terminated: null
  }, code = /^(ExitCode|Signal):(\d+)$/.exec(status);
  /^(?:Running|Pending|Succeeded|Failed|Unknown)$/.test(status) ? found.phase = status : /^(?:Evicted|Terminating|NodeLost|NotReady|SchedulingGated|UnexpectedAdmissionError|OutOf.*)$/.test(
    status
  ) ? (found.reason = status, (status === "Evicted" || status.startsWith("OutOf")) && (found.phase = "Failed")) : code || /^(?:Completed|Error|OOMKilled|StartError|ContainerCannotRun|DeadlineExceeded|ContainerStatusUnknown)$/.test(
    status
  ) ? state.terminated = {
    reason: code ? null : status,
    message: null,
    exit_code: code?.[1] === "ExitCode" ? Number(code[2]) : null,
    signal: code?.[1] === "Signal" ? Number(code[2]) : null,
    finished_at: null
  } : /^\d+\/\d+$/.test(status) || (found.phase = "Pending", state.waiting = { reason: status, message: null }), status === "CrashLoopBackOff" && !init && (found.phase = "Running"), found.containers = [state];
}

export {
  mayTellTime,
  collectedAt,
  ages,
  anchor,
  columns,
  cells,
  hasTable,
  readTables
};
