import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ages,
  cells,
  columns
} from "./chunk-AMICUPT5.js";
import {
  bareObject,
  describedPolicy,
  instant,
  labels,
  placed,
  placedEvent
} from "./chunk-XRMKMG2Q.js";

// src/read/bundle/describe-pod.ts
function describedContainers(section, init) {
  let found = [], state = null, message = null;
  for (let line of section?.lines ?? []) {
    let name = /^ {2}([a-z0-9][\w.-]*):$/.exec(line)?.[1];
    if (name) {
      found.push({
        name,
        init,
        image: null,
        ready: null,
        restarts: 0,
        waiting: null,
        terminated: null,
        last_terminated: null
      }), state = message = null;
      continue;
    }
    let c = found.at(-1), m = /^( +)([A-Z][\w ]*):(?: +(.*))?$/.exec(line), depth = m?.[1]?.length ?? 99;
    if (!c) continue;
    if (!m || depth > 6) {
      message && (message.message = `${message.message}
${line.trim()}`.slice(0, 16384));
      continue;
    }
    let value = m[3] ?? "";
    depth <= 4 ? (message = null, state = null, m[2] === "Image" ? c.image = value : m[2] === "Ready" ? c.ready = value === "True" : m[2] === "Restart Count" ? c.restarts = Number(value) || 0 : m[2] === "State" && value === "Waiting" ? (state = "waiting", c.waiting = { reason: null, message: null }) : (m[2] === "State" || m[2] === "Last State") && value === "Terminated" && (state = m[2] === "State" ? "terminated" : "last_terminated", c[state] = { reason: null, message: null, exit_code: null, signal: null, finished_at: null })) : state === "waiting" && m[2] === "Reason" ? c.waiting = { reason: value, message: null } : state && state !== "waiting" && (message = ended(c[state], m[2], value, message));
  }
  return found;
}
function ended(t, key, value, open) {
  if (key === "Reason") t.reason = value;
  else if (key === "Exit Code") t.exit_code = Number(value);
  else if (key === "Signal") t.signal = Number(value);
  else if (key === "Finished") t.finished_at = instant(value);
  else {
    if (key === "Message")
      return t.message = value, t;
    if (key !== "Started" && open)
      return open.message = `${open.message}
${key}: ${value}`, open;
  }
  return null;
}
function describedRefs(s, namespace) {
  let found = /* @__PURE__ */ new Map(), add = (kind, name) => {
    let ref = { kind, namespace: kind === "Image" ? null : namespace, name: name ?? "" };
    name && name !== "<none>" && found.size < 200 && found.set(`${kind}/${name}`, ref);
  };
  add("ServiceAccount", s.get("Service Account")?.value);
  let lines = ["Init Containers", "Containers", "Volumes"].flatMap((key) => s.get(key)?.lines ?? []), type = "";
  for (let line of lines) {
    let m = /^ +(Type|Name|Image|SecretName|ConfigMapName|ClaimName): +(\S+)/.exec(line);
    m?.[1] === "Type" ? type = m[2] : m?.[1] === "Image" ? add("Image", m[2]) : m?.[1] === "SecretName" ? add("Secret", m[2]) : m?.[1] === "ConfigMapName" || m?.[1] === "Name" && type === "ConfigMap" ? add("ConfigMap", m[2]) : m?.[1] === "ClaimName" && add("PersistentVolumeClaim", m[2]);
    let env = /<set to the key '[^']*' (?:in|of) (secret|config map) '([^']+)'>/.exec(line);
    env && add(env[1] === "secret" ? "Secret" : "ConfigMap", env[2]);
  }
  return [...found.values()];
}

// src/read/bundle/describe.ts
var kinds = [
  ["Node", ["Capacity", "Allocatable"]],
  ["Deployment", ["StrategyType"]],
  ["DaemonSet", ["Desired Number of Nodes Scheduled"]],
  ["Job", ["Parallelism"]],
  ["Service", ["Session Affinity"]],
  ["StatefulSet", ["Replicas", "Update Strategy"]],
  ["ReplicaSet", ["Replicas", "Pods Status"]],
  ["PersistentVolumeClaim", ["Access Modes", "StorageClass", "Used By"]],
  ["ServiceAccount", ["Tokens"]],
  ["Pod", ["Node", "Containers"]],
  ["Pod", ["Node", "Status"]]
], longest = 16384;
function readDescribe(text, place) {
  let parsed = { objects: [], events: [] }, lines = text.split(`
`).map((line) => line.slice(0, longest)), start = -1;
  for (let i = 0; i <= lines.length; i++)
    i < lines.length && !/^Name: +\S/.test(lines[i]) || (start >= 0 && describeOne(sections(lines.slice(start, i), start + 1), place, parsed), start = i);
  return parsed;
}
var afterContainers = /^(?:(?:Init |Ephemeral )?Containers|Conditions|Volumes|QoS Class|Node-Selectors|Tolerations|Events)$/;
function sections(lines, first) {
  let found = /* @__PURE__ */ new Map(), current = null, inContainers = !1;
  for (let [i, line] of lines.entries()) {
    let m = /^([A-Z][\w .()/-]*):(?: +(.*))?$/.exec(line.trimEnd());
    if (m && (!inContainers || afterContainers.test(m[1]))) {
      inContainers = /Containers$/.test(m[1]), current = { value: (m[2] ?? "").trim(), line: first + i, lines: [], repeated: [] };
      let known = found.get(m[1]);
      known ? known.repeated.push(current.value) : found.set(m[1], current);
    } else current?.lines.push(line.trimEnd());
  }
  return found;
}
function describeOne(s, place, parsed) {
  let value = (key) => {
    let v = s.get(key)?.value ?? "";
    return v === "" || v === "<none>" || v === "<unset>" ? null : v;
  }, name = value("Name"), policy = describedPolicy(s.get("Spec")?.lines ?? []), kind = (policy ? "NetworkPolicy" : value("Kind")) ?? kinds.find(([, needs]) => needs.every((n) => s.has(n)))?.[0] ?? null, found = bareObject(kind ?? "", value("Namespace"), name), own = s.get("Labels");
  found.labels = labels(own ? [own.value, ...own.lines].join(",") : ""), found.conditions = conditions(s.get("Conditions"));
  let owner = /^(\w+)\/(.+)$/.exec(value("Controlled By") ?? "");
  owner && (found.owners = [{ kind: owner[1], namespace: found.namespace, name: owner[2] }]);
  let selector = value("Selector");
  if (selector && kind !== "Pod" && (found.selector = labels(selector)), policy && (found.traffic = policy), kind === "Pod") {
    found.node = value("Node")?.split("/")[0] || null;
    let status = value("Status") ?? "";
    found.phase = status.startsWith("Terminating") ? null : status || null, found.reason = value("Reason") ?? (status.startsWith("Terminating") ? "Terminating" : null), found.message = value("Message"), found.containers = [
      ...describedContainers(s.get("Init Containers"), !0),
      ...describedContainers(s.get("Containers"), !1)
    ], found.refs = describedRefs(s, found.namespace);
  } else kind === "Service" ? (found.host = value("IP"), found.ports = ports(s)) : kind === "PersistentVolumeClaim" && (found.phase = value("Status"));
  replicas(found, value("Replicas"), value("Desired Number of Nodes Scheduled"), value("Pods Status")), kind && parsed.objects.push(placed(found, place, s.get("Name").line, null)), events(s.get("Events"), { kind: kind ?? "", namespace: found.namespace, name }, place, parsed);
}
function ports(s) {
  let all = (key) => {
    let section = s.get(key);
    return section ? [section.value, ...section.repeated] : [];
  }, [targets, nodes] = [all("TargetPort"), all("NodePort")];
  return all("Port").flatMap((written, i) => {
    let port = /(\d{1,5})\/(\w{1,10})$/.exec(written);
    if (!port) return [];
    let node = /(\d{1,5})\//.exec(nodes[i] ?? "");
    return {
      port: Number(port[1]),
      target: targets[i]?.split("/")[0] || null,
      node_port: node ? Number(node[1]) : null,
      protocol: port[2]
    };
  });
}
function replicas(found, written, nodes, states) {
  let before = (word, of) => {
    let m = new RegExp(`(\\d{1,9}) ${word}`).exec(of ?? "");
    return m ? Number(m[1]) : null;
  };
  found.wanted = nodes ? Number(nodes) : before("desired", written), found.ready = before("available", written) ?? (found.wanted === null ? null : before("Running", states));
}
function conditions(section) {
  let [head, ...rows] = section?.lines.filter((line) => line !== "") ?? [];
  if (!head || !/^ *Type {2,}Status/.test(head)) return [];
  let by = columns(head);
  return rows.filter((row) => !/^ *-+(?: |$)/.test(row)).map((row) => cells(row, by)).map((c) => ({
    type: c.Type ?? "",
    status: c.Status ?? "",
    reason: c.Reason || null,
    message: c.Message || null
  })).filter((c) => c.type !== "");
}
function events(section, object, place, parsed) {
  let head = section?.lines[0] ?? "";
  if (!section || !/^ *Type {2,}Reason/.test(head)) return;
  let by = columns(head);
  for (let [i, row] of section.lines.entries()) {
    if (i === 0 || row === "" || /^ *-+ /.test(row)) continue;
    let c = cells(row, by), of = /^spec\.\w+\{([^{}]{1,300})\}: ([\s\S]*)$/.exec(c.Message ?? ""), found = {
      type: c.Type ?? "",
      reason: c.Reason ?? "",
      message: of?.[2] ?? c.Message ?? "",
      object: of ? { ...object, container: of[1] } : object,
      count: Number(/\(x(\d+) over/.exec(c.Age ?? "")?.[1]) || 1,
      first: null,
      last: instant(c.Age)
    };
    if (!found.reason) continue;
    let event = placedEvent(found, place, section.line + 1 + i), age = ages(c.Age ?? "");
    age && (event.age = age), parsed.events.push(event);
  }
}

export {
  readDescribe
};
