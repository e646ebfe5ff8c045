import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-NWYLOCUV.js";
import {
  bareObject,
  fields,
  instant,
  isEvent,
  later,
  list,
  number,
  placed,
  text,
  texts,
  toEvent
} from "./chunk-UILKIJLM.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __toESM
} from "./chunk-6636AVS4.js";

// src/read/bundle/json.ts
function jsonItems(text2, path, note) {
  let found = [], lines = lineCounter(text2), broken = 0;
  for (let doc of documents(text2)) {
    doc.end < 0 && broken++;
    let parts2 = doc.items ?? (doc.end < 0 ? [] : [doc]);
    for (let { start, end } of parts2) {
      let part = text2.slice(start, end);
      try {
        let kind = doc.items && doc.kind?.replace(/List$/, "") || null;
        found.push({ value: JSON.parse(part), kind, line: lines(start), text: part });
      } catch {
        broken++;
      }
    }
  }
  return broken > 0 && note({ what: path, why: `damaged JSON: ${broken} part(s) left out, ${found.length} read` }), found;
}
function documents(text2) {
  let docs = [], doc = null, array = !1, depth = 0, key = "", item = -1, structure = /["{}[\]]/g;
  for (let m = structure.exec(text2); m; m = structure.exec(text2)) {
    let at = m.index, c = m[0];
    if (c === '"') {
      let end = stringEnd(text2, at);
      if (structure.lastIndex = end, depth !== 1 || array || !doc) continue;
      let word = text2.slice(at + 1, Math.min(end - 1, at + 200));
      /^\s*:/.test(text2.slice(end, end + 20)) ? key = word : key === "kind" && (doc.kind = word);
    } else c === "{" || c === "[" ? (depth === 0 && (array = c === "[", doc = { start: at, end: -1, kind: null, items: array ? [] : null }, docs.push(doc), key = ""), doc && !array && depth === 1 && key === "items" && c === "[" && (doc.items = []), depth++, c === "{" && doc?.items && depth === (array ? 2 : 3) && (array || key === "items") && (item = at)) : depth > 0 && (depth--, c === "}" && item >= 0 && depth === (array ? 1 : 2) && (doc?.items?.push({ start: item, end: at + 1 }), item = -1), depth === 0 && doc && (doc.end = at + 1));
  }
  for (let d of docs) d.kind?.endsWith("List") && !d.items && (d.items = []);
  return docs;
}
function stringEnd(text2, start) {
  for (let at = text2.indexOf('"', start + 1); at >= 0; at = text2.indexOf('"', at + 1)) {
    let slashes = 0;
    for (; text2[at - 1 - slashes] === "\\"; ) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text2.length;
}
function lineCounter(text2) {
  let line = 1, at = 0;
  return (offset) => {
    for (let next = text2.indexOf(`
`, at); next >= 0 && next < offset; next = text2.indexOf(`
`, at))
      line++, at = next + 1;
    return line;
  };
}

// src/read/bundle/pod.ts
var groups = [
  ["initContainers", "initContainerStatuses", !0],
  ["containers", "containerStatuses", !1],
  ["ephemeralContainers", "ephemeralContainerStatuses", !1]
];
function containers(spec, status) {
  let found = [];
  for (let [declared, stated, init] of groups) {
    let states = new Map(list(status[stated]).map((s) => [text(fields(s).name) ?? "", fields(s)])), specs = new Map(list(spec[declared]).map((s) => [text(fields(s).name) ?? "", fields(s)]));
    for (let name of /* @__PURE__ */ new Set([...specs.keys(), ...states.keys()])) {
      if (found.length >= 100) return found;
      let s = states.get(name) ?? {}, state = fields(s.state), waiting = state.waiting ? fields(state.waiting) : null;
      found.push({
        name,
        init,
        image: text(s.image) ?? text(specs.get(name)?.image),
        ready: typeof s.ready == "boolean" ? s.ready : null,
        restarts: number(s.restartCount) ?? 0,
        waiting: waiting && { reason: text(waiting.reason), message: text(waiting.message) },
        terminated: termination(state.terminated),
        last_terminated: termination(fields(s.lastState).terminated)
      });
    }
  }
  return found;
}
function termination(value) {
  if (!value) return null;
  let t = fields(value);
  return {
    reason: text(t.reason),
    message: text(t.message),
    exit_code: number(t.exitCode),
    signal: number(t.signal),
    finished_at: instant(t.finishedAt)
  };
}
function podRefs(spec, namespace) {
  let found = /* @__PURE__ */ new Map(), add = (kind, name, container) => {
    let t = text(name, 500), key = `${kind}/${t}`;
    if (!t || found.has(key) || found.size >= 200) return;
    let c = text(container);
    found.set(key, {
      kind,
      namespace: kind === "Image" ? null : namespace,
      name: t,
      ...c ? { container: c } : {}
    });
  };
  add("ServiceAccount", spec.serviceAccountName);
  for (let s of list(spec.imagePullSecrets)) add("Secret", fields(s).name);
  let source = (s) => {
    add("ConfigMap", fields(s.configMap).name), add("Secret", fields(s.secret).secretName ?? fields(s.secret).name), add("PersistentVolumeClaim", fields(s.persistentVolumeClaim).claimName);
    for (let projected of list(fields(s.projected).sources)) source(fields(projected));
  };
  for (let volume of list(spec.volumes)) source(fields(volume));
  for (let c of [...list(spec.initContainers), ...list(spec.containers)].map(fields)) {
    add("Image", c.image, c.name);
    for (let e of [...list(c.envFrom), ...list(c.env).map((v) => fields(v).valueFrom)].map(fields))
      add("ConfigMap", fields(e.configMapRef ?? e.configMapKeyRef).name, c.name), add("Secret", fields(e.secretRef ?? e.secretKeyRef).name, c.name);
  }
  return [...found.values()];
}

// src/read/bundle/object.ts
function toObject(value, listKind) {
  let raw = fields(value), spec = fields(raw.spec), kind = text(raw.kind, 200) ?? (listKind || (spec.containers ? "Pod" : null)), meta = fields(raw.metadata), name = text(meta.name, 500);
  if (!kind || !name || kind === "List") return null;
  let object = bareObject(kind, text(meta.namespace, 500), name);
  object.uid = text(meta.uid, 100), object.owners = list(meta.ownerReferences).slice(0, 20).map(fields).map((o) => ({
    kind: text(o.kind, 200) ?? "",
    namespace: object.namespace,
    name: text(o.name, 500) ?? ""
  })), object.labels = texts(meta.labels);
  let created = instant(meta.creationTimestamp);
  if (kind === "Secret" || kind === "ConfigMap") return { object, time: created };
  let status = fields(raw.status), states = conditions(status.conditions);
  object.phase = text(status.phase, 200), object.reason = text(status.reason), object.message = text(status.message), object.conditions = states.map(({ condition }) => condition), details(object, spec, status, raw);
  let deleted = instant(meta.deletionTimestamp);
  if (deleted) {
    let finalizers = list(meta.finalizers ?? spec.finalizers).slice(0, 10).map((f) => text(f, 200)), held = finalizers.length ? `; finalizers ${finalizers.join(", ")}` : "";
    object.message ??= `being deleted since ${deleted}${held}`, kind === "Pod" && (object.reason ??= "Terminating");
  }
  let time = states.reduce((t, c) => later(t, c.time), null);
  for (let c of object.containers)
    time = later(time, c.terminated?.finished_at ?? c.last_terminated?.finished_at ?? null);
  return { object, time: time ?? created };
}
function conditions(value) {
  return list(value).slice(0, 100).map(fields).filter((c) => text(c.type)).map((c) => ({
    condition: {
      type: text(c.type, 200),
      status: text(c.status, 200) ?? "",
      reason: text(c.reason),
      message: text(c.message)
    },
    time: instant(c.lastTransitionTime)
  }));
}
function details(o, spec, status, raw) {
  let template = fields(fields(spec.template).spec), labels = fields(fields(spec.selector).matchLabels ?? spec.selector);
  switch (o.kind) {
    case "Pod":
      o.node = text(spec.nodeName, 500), o.containers = containers(spec, status), o.refs = podRefs(spec, o.namespace);
      break;
    case "Deployment":
    case "ReplicaSet":
    case "StatefulSet":
    case "ReplicationController":
      o.wanted = number(spec.replicas) ?? 1, o.ready = number(status.readyReplicas) ?? 0;
      break;
    case "DaemonSet":
      o.wanted = number(status.desiredNumberScheduled), o.ready = number(status.numberReady) ?? 0;
      break;
    case "Job":
      o.wanted = number(spec.completions) ?? 1, o.ready = number(status.succeeded) ?? 0;
      break;
    case "Service":
      o.host = text(spec.clusterIP, 100), o.ports = list(spec.ports).slice(0, 100).map(fields).map((p) => ({
        port: number(p.port) ?? 0,
        target: text(p.targetPort, 100),
        node_port: number(p.nodePort),
        protocol: text(p.protocol, 20)
      }));
      break;
    case "PersistentVolumeClaim":
      text(spec.volumeName) && (o.refs = [{ kind: "PersistentVolume", namespace: null, name: text(spec.volumeName) }]);
      break;
    case "Endpoints":
    case "EndpointSlice":
      endpoints(o, raw);
  }
  Object.keys(template).length > 0 && (o.refs = podRefs(template, o.namespace)), spec.selector && [
    "Service",
    "Deployment",
    "ReplicaSet",
    "StatefulSet",
    "DaemonSet",
    "Job",
    "ReplicationController"
  ].includes(o.kind) && (o.selector = texts(labels));
}
function endpoints(o, raw) {
  let sets = list(raw.subsets).map(fields), slices = list(raw.endpoints).map(fields), counts = (key) => sets.reduce((sum, s) => sum + list(s[key]).length, 0);
  o.ready = counts("addresses") + slices.filter((e) => fields(e.conditions).ready !== !1).length, o.wanted = counts("addresses") + counts("notReadyAddresses") + slices.length;
}

// src/read/bundle/yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var nameOnly = /^(?:Secret|ConfigMap|CustomResourceDefinition|(?:Cluster)?Role(?:Binding)?|APIService|Lease|ControllerRevision|(?:Validating|Mutating)WebhookConfiguration|PriorityClass|FlowSchema|PriorityLevelConfiguration|NodeMetrics|PodMetrics)$/;
function yamlItems(text2, path, note) {
  let found = [], broken = 0, why = "";
  for (let part of parts(text2))
    try {
      let value = (0, import_yaml.parse)(slim(part), {
        logLevel: "error",
        uniqueKeys: !1,
        maxAliasCount: 100,
        prettyErrors: !1,
        schema: "core"
      });
      value !== null && found.push({ value, kind: part.kind, line: part.line, text: part.text });
    } catch (error) {
      broken++, why ||= describe(error).slice(0, 200);
    }
  return broken > 0 && note({ what: path, why: `damaged YAML: ${broken} part(s) left out, ${found.length} read (${why})` }), found;
}
var specified = /^(?:Pod|Deployment|ReplicaSet|StatefulSet|DaemonSet|Job|Service|ReplicationController|PersistentVolumeClaim)$/;
function slim({ text: text2, kind: listKind }) {
  let indent = /^ */.exec(text2)[0], kind = new RegExp(`^${indent}kind: "?(\\w+)`, "m").exec(text2)?.[1] ?? listKind ?? "", light = text2.replace(
    /^( *)(?:managedFields|annotations):[ \t]*\r?\n(?:\1(?: +|- ).*(?:\n|$)|[ \t]*\r?\n)*/gm,
    ""
  );
  if (kind === "" || specified.test(kind)) return light;
  let named = nameOnly.test(kind), kept = [], keep = !0;
  for (let line of light.split(`
`)) {
    let key = line.startsWith(indent) ? /^([A-Za-z]+):/.exec(line.slice(indent.length))?.[1] : void 0;
    key && (keep = named ? /^(?:apiVersion|kind|metadata)$/.test(key) : key !== "spec"), keep && kept.push(line);
  }
  return kept.join(`
`);
}
function* parts(text2) {
  let doc = { at: 0, line: 1 }, item = null, kind = null, isList = !1, inItems = !1, indent = -1, pending = [], closeItem = (end) => {
    if (item) {
      let body = text2.slice(item.at, end);
      pending.push({ text: body.replace(/^( *)- /, "$1  "), line: item.line, kind: null });
    }
    item = null;
  }, closeDoc = function* (end) {
    closeItem(end);
    let single = text2.slice(doc.at, end), of = kind?.replace(/List$/, "") || null;
    for (let part of isList ? pending.splice(0) : []) yield { ...part, kind: of };
    !isList && /^[^\s#]/m.test(single) && (yield { text: single, line: doc.line, kind: null });
  }, line = 0;
  for (let at = 0; at < text2.length; ) {
    line++;
    let newline = text2.indexOf(`
`, at), end = newline < 0 ? text2.length : newline + 1, head = text2.slice(at, Math.min(end, at + 200));
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(head))
      yield* closeDoc(at), doc = { at: end, line: line + 1 }, kind = null, isList = inItems = !1;
    else {
      let dash = inItems ? /^( *)-(?: |\r?\n)/.exec(head) : null;
      dash && indent < 0 && (indent = dash[1].length), dash && dash[1].length === indent ? (closeItem(at), item = { at, line }) : /^[^\s#-]/.test(head) && (closeItem(at), inItems = /^items:\s*$/.test(head), inItems && (indent = -1), head.startsWith("items:") && (isList = !0), kind = /^kind: "?(\w+)/.exec(head)?.[1] ?? kind);
    }
    at = end;
  }
  yield* closeDoc(text2.length);
}

// src/read/bundle/kubernetes.ts
function readKubernetes(text2, place, note) {
  let items = /^\s*[{[]/.test(text2) ? jsonItems(text2, place.path, note) : yamlItems(text2, place.path, note), parsed = { objects: [], events: [] };
  for (let item of items) {
    let raw = fields(item.value), kind = item.kind ?? kindOfFile(place.path);
    if (isEvent(raw, kind)) {
      parsed.events.push(
        toEvent(raw, place, lineOf(item, /^[ \t]{0,200}(?:- )?"?(?:message|note)"?[ \t]?:/m))
      );
      continue;
    }
    let found = toObject(raw, kind);
    found && parsed.objects.push(placed(found.object, place, nameLine(item, found.object.name), found.time));
  }
  return parsed;
}
var kindsOfFiles = {
  pods: "Pod",
  events: "Event",
  services: "Service",
  deployments: "Deployment",
  replicasets: "ReplicaSet",
  statefulsets: "StatefulSet",
  daemonsets: "DaemonSet",
  jobs: "Job",
  nodes: "Node",
  namespaces: "Namespace",
  persistentvolumeclaims: "PersistentVolumeClaim"
};
function kindOfFile(path) {
  let name = /(?:^|\/)([a-z]+)\.(?:json|ya?ml)$/.exec(path)?.[1] ?? "";
  return Object.hasOwn(kindsOfFiles, name) ? kindsOfFiles[name] : null;
}
function lineOf(item, key) {
  let at = item.text.search(key);
  return at < 0 ? item.line : item.line + lineCounter(item.text)(at) - 1;
}
function nameLine(item, name) {
  let from = Math.max(0, item.text.search(/^[ \t]{0,200}"?metadata"?[ \t]?:/m)), quoted = JSON.stringify(name);
  for (let written of [`"name": ${quoted}`, `name: ${name}`, `name: ${quoted}`]) {
    let at = item.text.indexOf(written, from);
    if (at >= 0) return item.line + lineCounter(item.text)(at) - 1;
  }
  return item.line;
}

export {
  jsonItems,
  readKubernetes
};
