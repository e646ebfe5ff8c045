import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/read/bundle/values.ts
function fields(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value) ? value : {};
}
function list(value) {
  return Array.isArray(value) ? value : [];
}
function text(value, limit = 16384) {
  return typeof value == "number" || typeof value == "boolean" ? String(value) : typeof value == "string" && value !== "" ? value.slice(0, limit) : null;
}
function number(value) {
  let n = typeof value == "string" && value !== "" ? Number(value) : value;
  return typeof n == "number" && Number.isFinite(n) ? n : null;
}
function labels(written) {
  let found = {};
  for (let pair of written.split(",").slice(0, 100)) {
    let m = /^\s*([^=\s]+)=(.*)$/.exec(pair);
    m && (found[m[1]] = m[2].trim());
  }
  return found;
}
function texts(value) {
  let found = {};
  for (let [key, v] of Object.entries(fields(value)).slice(0, 100)) {
    let t = text(v, 500);
    t !== null && (found[key] = t);
  }
  return found;
}
function instant(value) {
  let written = text(value, 100);
  if (written === null || !/^\d{4}-\d\d-\d\d|^\w{3}, \d/.test(written)) return null;
  if (written.endsWith("Z")) return written;
  let time = Date.parse(written);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
function later(a, b) {
  return a === null || b === null ? a ?? b : Date.parse(a) >= Date.parse(b) ? a : b;
}
function oneLine(written, limit = 500) {
  let line = written.replace(/\s+/g, " ").trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
function evidence(place, kind, line, time, written) {
  return { kind, source: place.source, path: place.path, line, time, text: oneLine(written), url: place.url };
}
function bareObject(kind, namespace, name) {
  return {
    kind,
    namespace,
    name,
    uid: null,
    owners: [],
    labels: {},
    selector: null,
    phase: null,
    reason: null,
    message: null,
    node: null,
    conditions: [],
    containers: [],
    wanted: null,
    ready: null,
    ports: [],
    host: null,
    refs: []
  };
}

// src/read/bundle/event.ts
var combined = /^\(combined from similar events\): /;
function isEvent(raw, listKind) {
  return (raw.kind ?? listKind) === "Event" || raw.involvedObject || raw.regarding ? !0 : !raw.kind && typeof raw.reason == "string" && typeof raw.message == "string" && "lastTimestamp" in raw;
}
function toEvent(raw, place, line) {
  let object = fields(raw.involvedObject ?? raw.regarding), series = fields(raw.series), container = /\{(.+)\}/.exec(text(object.fieldPath, 500) ?? "")?.[1], first = raw.firstTimestamp ?? raw.deprecatedFirstTimestamp ?? raw.eventTime, last = series.lastObservedTime ?? raw.lastTimestamp ?? raw.deprecatedLastTimestamp ?? raw.eventTime ?? first;
  return placedEvent(
    {
      type: text(raw.type, 50) ?? "Normal",
      reason: text(raw.reason, 200) ?? "",
      message: text(raw.message) ?? text(raw.note) ?? "",
      object: {
        kind: text(object.kind, 200) ?? "",
        namespace: text(object.namespace, 500) ?? text(fields(raw.metadata).namespace ?? raw.namespace, 500),
        name: text(object.name, 500) ?? "",
        ...container ? { container } : {}
      },
      count: number(series.count) ?? number(raw.count) ?? number(raw.deprecatedCount) ?? 1,
      first: instant(first),
      last: instant(last)
    },
    place,
    line
  );
}
function placedEvent(event, place, line) {
  let message = event.message.replace(combined, "").trim(), about = `${event.object.kind}/${event.object.name}`, times = event.count > 1 ? ` (x${event.count})` : "", line1 = `${event.type} ${event.reason} ${about}: ${oneLine(message, 400)}${times}`;
  return { ...event, message, at: evidence(place, "event", line, event.last ?? event.first, line1) };
}

// src/read/bundle/summary.ts
function placed(object, place, line, time) {
  return { ...object, at: evidence(place, "object", line, time, summary(object)) };
}
var good = /* @__PURE__ */ new Set([
  "Ready",
  "Available",
  "Progressing",
  "Complete",
  "Initialized",
  "ContainersReady",
  "PodScheduled"
]), mostPorts = 10, portText = ({ port, node_port, protocol }) => `${port}${node_port === null ? "" : `:${node_port}`}${protocol ? `/${protocol}` : ""}`;
function summary(o) {
  let parts = [];
  (o.reason || o.message) && parts.push([o.reason, o.message].filter(Boolean).join(": "));
  for (let c of o.containers) {
    let name2 = o.containers.length > 1 && c.name ? `${c.name} ` : "";
    c.waiting && parts.push(
      [`${name2}waiting ${c.waiting.reason ?? ""}`.trim(), c.waiting.message].filter(Boolean).join(": ")
    );
    let end = c.terminated ?? (c.waiting || c.restarts > 0 ? c.last_terminated : null);
    if (end && end.reason !== "Completed") {
      let code = end.exit_code === null ? "" : ` (exit code ${end.exit_code})`;
      parts.push(
        [`${name2}terminated ${end.reason ?? ""}`.trim() + code, end.message].filter(Boolean).join(": ")
      );
    }
    c.restarts > 0 && parts.push(`${name2}restarts ${c.restarts}`);
  }
  for (let c of o.phase === "Succeeded" ? [] : o.conditions) {
    let bad = good.has(c.type) ? c.status !== "True" : c.status === "True" && /Pressure|Fail|Unavailable/.test(c.type), why = [c.reason, c.message].filter(Boolean).join(": "), said = why !== "" && parts.some((part) => part.endsWith(why));
    bad && !said && parts.length < 6 && parts.push(why ? `${c.type} ${c.status}: ${why}` : `${c.type} ${c.status}`);
  }
  let ports = o.kind === "Service" || o.kind === "Container" ? o.ports.slice(0, mostPorts).map(portText) : [];
  ports.length && parts.push(ports.join(", "));
  let name = o.namespace ? `${o.namespace}/${o.name}` : o.name, pods = o.wanted !== null ? ` ${o.ready ?? 0}/${o.wanted} ready` : "";
  return `${o.kind} ${name}${o.phase ? ` ${o.phase}` : ""}${pods}${parts.length ? `: ${parts.join("; ")}` : ""}`;
}

export {
  fields,
  list,
  text,
  number,
  labels,
  texts,
  instant,
  later,
  bareObject,
  isEvent,
  toEvent,
  placedEvent,
  placed
};
