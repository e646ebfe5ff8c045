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

// src/read/bundle/network-policy.ts
var most = 50, longest = 4e3;
function networkPolicy(spec, version) {
  if (version && !version.startsWith("networking.k8s.io/")) return;
  let types = list(spec.policyTypes).map((t) => text(t)), isIngress = !types.length || types.includes("Ingress"), isEgress = types.length ? types.includes("Egress") : "egress" in spec;
  return {
    pods: requirements(spec.podSelector),
    ingress: isIngress ? rules(list(spec.ingress), "from") : null,
    egress: isEgress ? rules(list(spec.egress), "to") : null
  };
}
var rules = (values, key) => bounded(
  values.map(fields).map((rule) => ({ peers: peers(list(rule[key])), ports: ports(list(rule.ports)) }))
), bounded = (rules2) => rules2.length > most ? [{ peers: null, ports: [] }] : rules2;
function peers(values) {
  let all = values.map(fields);
  return !all.length || all.length > most || all.some((peer) => peer.ipBlock) ? null : all.map(({ podSelector, namespaceSelector }) => ({
    pods: requirements(podSelector),
    namespaces: namespaceSelector ? requirements(namespaceSelector) : null
  }));
}
function ports(values) {
  let found = values.map(fields).map((p) => p.endPort ? null : text(p.port, 100));
  return found.length > most || found.includes(null) ? [] : found.map(String);
}
function requirements(selector) {
  let { matchLabels, matchExpressions } = fields(selector), labels2 = Object.entries(texts(matchLabels)).map(([key, value]) => ({
    key,
    values: [value],
    not: !1
  })), expressions = list(matchExpressions).slice(0, most).map(fields).map(({ key, operator, values }) => ({
    key: text(key, 500) ?? "",
    values: list(values).length ? list(values).slice(0, most).map((v) => text(v, 500) ?? "") : null,
    not: operator === "NotIn" || operator === "DoesNotExist"
  }));
  return [...labels2, ...expressions];
}
function describedPolicy(spec) {
  let [own] = valuesOf(spec, /^ {2}PodSelector: +(.*)$/);
  if (own === void 0) return null;
  let allowed = (direction) => {
    let from = spec.indexOf(`  Allowing ${direction} traffic:`) + 1, length = spec.slice(from).findIndex((line) => /^ {0,2}\S/.test(line));
    return from ? describedRules(spec.slice(from, length < 0 ? void 0 : from + length)) : null;
  };
  return { pods: described(own), ingress: allowed("ingress"), egress: allowed("egress") };
}
var valuesOf = (lines, line) => lines.flatMap((text2) => line.exec(text2)?.[1] ?? []), describedRules = (lines) => bounded(
  splitAt(lines, /^ +-+$/).filter((rule) => rule.some((line) => /^ +(?:To Port|From|To):/.test(line))).map((rule) => ({
    peers: describedPeers(rule),
    ports: describedPorts(valuesOf(rule, /^ +To Port: +(.*)$/))
  }))
);
function describedPeers(rule) {
  let [, ...parts] = splitAt(rule, /^ +(?:From|To):$/);
  return !parts.length || parts.length > most || rule.some((line) => /^ +IPBlock:/.test(line)) ? null : parts.map((part) => {
    let [pods = "<none>"] = valuesOf(part, /^ +PodSelector: +(.*)$/), [namespaces] = valuesOf(part, /^ +NamespaceSelector: +(.*)$/);
    return { pods: described(pods), namespaces: namespaces === void 0 ? null : described(namespaces) };
  });
}
function describedPorts(written) {
  let found = written.map((port) => /^(\d+|[a-z][\w-]*)\/\w+$/.exec(port)?.[1] ?? null);
  return found.length > most || found.includes(null) ? [] : found.map(String);
}
function described(written) {
  return written.startsWith("<none>") ? [] : [...written.slice(0, longest).matchAll(/(!?)([\w./-]+)(?:=([^,]*)| (not)?in \(([^)]{0,1000})\))?/g)].slice(0, most).map(([, absent, key, value, notIn, several]) => ({
    key,
    values: value === void 0 ? several?.split(",").slice(0, most) ?? null : [value],
    not: !!(absent || notIn)
  }));
}
function splitAt(lines, at) {
  let parts = [[]];
  for (let line of lines)
    at.test(line) ? parts.push([]) : parts.at(-1).push(line);
  return parts;
}
function trafficText({ ingress, egress }) {
  let said = (rules2, direction, way) => {
    if (!rules2) return [];
    let all = rules2.slice(0, mostShown).map(({ peers: peers2, ports: ports2 }) => {
      let whom = peers2?.slice(0, mostShown).map(peerText).join(" or ") ?? "anybody";
      return `${way} ${whom}${ports2.length ? ` on ${ports2.slice(0, mostShown).join(", ")}` : ""}`;
    });
    return [all.length ? `allows ${direction} ${all.join(", ")}` : `allows no ${direction}`];
  };
  return [...said(ingress, "ingress", "from"), ...said(egress, "egress", "to")].join("; ");
}
var mostShown = 4;
function peerText({ pods, namespaces }) {
  let of = namespaces ? ` of namespaces ${selectorText(namespaces)}` : "";
  return `${selectorText(pods)}${of}`;
}
var selectorText = (asked) => asked.map(({ key, values, not }) => `${not ? "!" : ""}${key}${values ? `=${values.join("|")}` : ""}`).join(",") || "all";

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
  let ports2 = o.kind === "Service" || o.kind === "Container" ? o.ports.slice(0, mostPorts).map(portText) : [];
  ports2.length && parts.push(ports2.join(", ")), o.traffic && parts.push(trafficText(o.traffic));
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
  networkPolicy,
  describedPolicy,
  placed
};
