import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  findingsMember
} from "./chunk-GPAXXWLV.js";
import {
  once
} from "./chunk-32FVNC22.js";
import {
  anchor,
  collectedAt,
  hasTable,
  mayTellTime
} from "./chunk-AMICUPT5.js";
import {
  instant
} from "./chunk-XRMKMG2Q.js";
import {
  archiveMembers,
  defaultLimits,
  expandMembers,
  safePath
} from "./chunk-CX5CV64Q.js";
import {
  blockRoom,
  blocks,
  decodeText,
  hash,
  isAccess,
  isDebug,
  isInfo,
  isMeant,
  isMere,
  isMild,
  isOfCluster,
  isPassed,
  isWrapper,
  lineBlock,
  noHurry,
  normalise,
  tellingReader,
  watched,
  withLastTelling
} from "./chunk-Q74QQWMI.js";
import {
  decodeActionsLine
} from "./chunk-55YYQKXH.js";
import {
  collect,
  pull
} from "./chunk-4JNOUEEH.js";
import {
  Unavailable
} from "./chunk-X5YOBKFU.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";

// src/diagnose/owners.ts
var appended = {
  Deployment: /^-[a-z0-9]{1,10}-[a-z0-9]{5}$/,
  ReplicaSet: /^-[a-z0-9]{5}$/,
  ReplicationController: /^-[a-z0-9]{5}$/,
  DaemonSet: /^-[a-z0-9]{5}$/,
  Job: /^-(?:\d{1,6}-)?[a-z0-9]{5}$/,
  StatefulSet: /^-\d{1,5}$/
}, isWorkload = (o) => Object.hasOwn(appended, o.kind), sameNamespace = (a, b) => a.namespace === null || b.namespace === null || a.namespace === b.namespace;
function belongsTo(child2, workload, replicaSets = []) {
  if (child2.name === workload.name || !sameNamespace(child2, workload)) return !1;
  let owner = child2.owners?.[0];
  if (owner) {
    if (owner.kind === workload.kind) return owner.name === workload.name;
    if (owner.kind !== "ReplicaSet" || workload.kind !== "Deployment") return !1;
    let set = replicaSets.find((r) => r.name === owner.name && sameNamespace(r, child2));
    return set?.owners.length ? belongsTo(set, workload) : nameFits(owner.name, workload.name, /^-[a-z0-9]{1,10}$/);
  }
  return child2.kind === "ReplicaSet" ? workload.kind === "Deployment" && nameFits(child2.name, workload.name, /^-[a-z0-9]{1,10}$/) : child2.kind !== "Pod" || !isWorkload(workload) ? !1 : workload.selector && child2.labels && Object.keys(child2.labels).length ? selects(workload.selector, child2.labels) : nameFits(child2.name, workload.name, appended[workload.kind]);
}
var nameFits = (name2, of, tail2) => name2.startsWith(of) && tail2.test(name2.slice(of.length));
function selects(selector, labels) {
  let wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}
function stem(name2) {
  return name2.replace(
    /-[a-z0-9]{5}$/,
    (tail2) => /\d/.test(tail2) || /^-[bcdfghjklmnpqrstvwxz2456789]{5}$/.test(tail2) ? "" : tail2
  ).replace(/-[a-f0-9]{8,10}$|-[bcdfghjklmnpqrstvwxz2456789]{8,10}$|-\d{1,3}$/, "").replace(/-$/, "");
}
var loose = (name2) => name2.replace(/[-_.]/g, "").toLowerCase();

// src/diagnose/kin.ts
function put(index, key, value) {
  let list2 = index.get(key);
  list2 ? list2.push(value) : index.set(key, [value]);
}
function origins(name2) {
  let last = name2.lastIndexOf("-"), before = last > 0 ? name2.lastIndexOf("-", last - 1) : -1;
  return [...last > 0 ? [name2.slice(0, last)] : [], ...before > 0 ? [name2.slice(0, before)] : []];
}
var pairs = (labels) => Object.entries(labels ?? {}).map(([k, v]) => `${k}=${v}`);
function buildKin(nodes, object) {
  let workloads = /* @__PURE__ */ new Map(), bySelector = /* @__PURE__ */ new Map(), made = /* @__PURE__ */ new Map(), byOwner = /* @__PURE__ */ new Map(), byLabel = /* @__PURE__ */ new Map();
  for (let node of nodes) {
    let known2 = object(node);
    if (isWorkload(node)) {
      put(workloads, node.name, node);
      let [first2] = pairs(known2?.selector ?? null);
      first2 && put(bySelector, first2, node);
    }
    if (node.kind !== "Pod" && node.kind !== "ReplicaSet") continue;
    for (let name2 of origins(node.name)) put(made, name2, node);
    let owner = known2?.owners[0];
    if (owner && put(byOwner, owner.name, node), node.kind === "Pod" && known2) for (let pair of pairs(known2.labels)) put(byLabel, pair, known2);
  }
  let described2 = (ref) => object(ref) ?? ref, sets = (name2) => (name2 === void 0 ? [] : workloads.get(name2) ?? []).flatMap((w) => {
    let set = w.kind === "ReplicaSet" ? object(w) : null;
    return set ? [set] : [];
  }), isOf = (child2, workload) => {
    let own = described2(child2);
    return belongsTo(own, described2(workload), sets(own.owners?.[0]?.name));
  }, unique = (refs) => [...new Set(refs)];
  return {
    labelled: (key, value) => byLabel.get(`${key}=${value}`) ?? [],
    parents(ref) {
      let own = described2(ref), owner = own.owners?.[0], above = owner ? sets(owner.name).filter((s) => sameNamespace(s, ref)) : [], names = [
        ...origins(ref.name),
        ...owner ? [owner.name, ...origins(owner.name)] : [],
        ...above.flatMap((s) => s.owners[0] ? [s.owners[0].name] : [])
      ], selecting = ref.kind === "Pod" ? pairs(own.labels ?? null).flatMap((p) => bySelector.get(p) ?? []) : [];
      return unique([...names.flatMap((n) => workloads.get(n) ?? []), ...selecting]).filter((w) => isOf(ref, w));
    },
    children(ref) {
      let [first2] = pairs(described2(ref).selector ?? null), near2 = [...made.get(ref.name) ?? [], ...byOwner.get(ref.name) ?? []], further = near2.flatMap((n) => n.kind === "ReplicaSet" ? byOwner.get(n.name) ?? [] : []), selected = first2 ? byLabel.get(first2) ?? [] : [];
      return unique([...near2, ...further, ...selected]).filter((n) => isOf(n, ref));
    }
  };
}
function memo(key, compute) {
  let known2 = /* @__PURE__ */ new Map();
  return (a) => {
    let k = key(a);
    return known2.has(k) || known2.set(k, compute(a)), known2.get(k);
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
  let namespace = captures.namespace ?? null, found2 = [];
  for (let [key, kinds4] of Object.entries(kindsOf)) {
    let value = captures[key];
    if (!value) continue;
    let name2 = key === "image" ? value : value.split("/").at(-1);
    found2.push({ kinds: kinds4, namespace, name: name2, exact: !1 });
  }
  let kind = captures.kind;
  kind && captures.name && found2.push({ kinds: [kind], namespace, name: captures.name, exact: !1 });
  for (let [, word, name2] of at.text.slice(0, 2e3).matchAll(resource)) {
    let key = word.toLowerCase(), kinds4 = kindsOf[key === "persistentvolumeclaim" ? "pvc" : key];
    found2.push({ kinds: kinds4, namespace, name: name2.replace(/[.-]+$/, ""), exact: !0 });
  }
  return found2;
}
var dialled = /(?:dial (?:tcp|udp) |->|https?:\/\/|lookup )(\[[0-9a-f:]+\]|[\w.-]+)(?::(\d{1,5}))?/g;
function addressesIn({ captures, at }) {
  let found2 = [], add2 = (host2, port2) => {
    let number2 = port2 ? Number(port2) : null;
    (host2 || number2) && !found2.some((a) => a.host === (host2 ?? null) && a.port === number2) && found2.push({ host: host2?.replace(/^\[|\]$/g, "") ?? null, port: number2 });
  }, address = captures.address, [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address ?? "") ?? [];
  add2(captures.host ?? (host || void 0), captures.port ?? port);
  for (let [, host2, port2] of at.text.slice(0, 2e3).matchAll(dialled)) add2(host2, port2);
  return found2;
}
var isLocal = (host) => host === null || /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|host\.docker\.internal)$/.test(host);

// src/diagnose/objects.ts
var keyOf = ({ kind, namespace, name: name2 }) => `${kind.toLowerCase()}/${namespace ?? ""}/${name2}`;
function mergeObjects(objects) {
  let byName = /* @__PURE__ */ new Map();
  for (let o of objects) {
    let key = `${o.kind.toLowerCase()}/${o.name}`, same = byName.get(key) ?? [];
    byName.set(key, same), same.push(o);
  }
  return [...byName.values()].flatMap((same) => same.length === 1 ? same : byNamespace(same));
}
function byNamespace(same) {
  let groups2 = /* @__PURE__ */ new Map();
  for (let o of same) groups2.set(o.namespace, [...groups2.get(o.namespace) ?? [], o]);
  let homeless = groups2.get(null);
  if (homeless && groups2.size === 2) {
    groups2.delete(null);
    for (let group of groups2.values()) group.push(...homeless);
  }
  return [...groups2.values()].map((group) => group.toSorted((a, b) => wealth(b) - wealth(a)).reduce(fill));
}
function wealth(o) {
  let told = o.containers.flatMap((c) => [
    c.name,
    c.image,
    c.waiting?.message,
    c.terminated,
    c.last_terminated
  ]);
  return o.conditions.length + o.refs.length + o.ports.length + Object.keys(o.labels).length + [o.uid, o.phase, o.node, o.message, o.reason, o.selector, o.host, ...told].filter(Boolean).length;
}
function fill(rich, poor) {
  let of = (a, b) => a.length ? [...a] : [...b], some = (a, b) => Object.keys(a).length ? a : b;
  return {
    ...rich,
    namespace: rich.namespace ?? poor.namespace,
    uid: rich.uid ?? poor.uid,
    owners: of(rich.owners, poor.owners),
    labels: some(rich.labels, poor.labels),
    selector: rich.selector ?? poor.selector,
    phase: rich.phase ?? poor.phase,
    reason: rich.reason ?? poor.reason,
    message: rich.message ?? poor.message,
    node: rich.node ?? poor.node,
    conditions: of(rich.conditions, poor.conditions),
    containers: containers(rich.containers, poor.containers),
    wanted: rich.wanted ?? poor.wanted,
    ready: rich.ready ?? poor.ready,
    ports: of(rich.ports, poor.ports),
    host: rich.host ?? poor.host,
    refs: of(rich.refs, poor.refs),
    traffic: rich.traffic ?? poor.traffic
  };
}
function containers(rich, poor) {
  return rich.length ? rich.map((c) => {
    let other = poor.find((p) => p.name === c.name);
    if (!other) return c;
    let { waiting, terminated, last_terminated } = other;
    return {
      ...c,
      image: c.image ?? other.image,
      ready: c.ready ?? other.ready,
      waiting: c.waiting && { ...c.waiting, message: c.waiting.message ?? waiting?.message ?? null },
      terminated: c.terminated ?? (c.waiting ? null : terminated),
      last_terminated: c.last_terminated ?? last_terminated
    };
  }) : poor;
}

// src/diagnose/graph.ts
var most = 1e4;
function buildGraph({ objects, events, matches }, config) {
  let known2 = new Map(objects.map((o) => [keyOf(o), o])), nodes = new Map(objects.map((o) => [keyOf(o), o])), byName = /* @__PURE__ */ new Map();
  for (let o of objects) {
    let same = byName.get(o.name);
    same ? same.push(o) : byName.set(o.name, [o]);
  }
  let object = (ref) => known2.get(keyOf(ref)) ?? byName.get(ref.name)?.find((o) => o.kind === ref.kind && sameNamespace(o, ref)) ?? null, learn = (ref) => {
    nodes.size < most && ref.name && !object(ref) && !nodes.has(keyOf(ref)) && nodes.set(keyOf(ref), ref);
  };
  for (let e of events) learn(e.object);
  for (let m of matches) m.object && learn(m.object);
  for (let o of objects) for (let ref of o.refs) learn(ref);
  let all = [...nodes.values()], kin = buildKin(all, object), stems = new Map(all.map((n) => [n, stem(n.name)])), stemOf = (n) => stems.get(n) ?? stem(n.name), looseOf = memo(String, loose), namedAfter2 = (name2) => {
    let wanted = loose(stem(name2));
    return (n) => {
      let own = stemOf(n);
      return own === name2 || own.startsWith(`${name2}-`) || looseOf(own) === wanted;
    };
  }, running = all.filter((n) => n.kind === "Pod" || isWorkload(n)), services = objects.filter((o) => o.kind === "Service"), localContainers = objects.filter((o) => o.kind === "Container"), described2 = (ref) => object(ref) ?? ref, byService = memo(String, (service) => {
    let globs = config.services[service]?.pods ?? [], isNamedAfter = namedAfter2(service);
    return all.filter(
      (n) => (n.kind === "Pod" || n.kind === "Container" || n.kind === "Service" || isWorkload(n)) && (globs.some((g) => fits(g, n.name)) || isNamedAfter(n))
    );
  }), named3 = memo(JSON.stringify, ({ kinds: kinds4, namespace, name: name2, exact }) => {
    if (kinds4.includes("container"))
      return objects.filter((o) => o.containers.some((c) => c.name === name2)).filter((o) => sameNamespace(o, { namespace }));
    let home = { namespace }, same = all.filter((n) => (!kinds4.length || kinds4.includes(n.kind)) && sameNamespace(n, home)).filter((n) => n.name === name2);
    if (same.length) return same;
    let relatives2 = running.filter((n) => sameNamespace(n, home)), podLike = kinds4.includes("Pod") || kinds4.some((k) => workloadKinds.includes(k)) || !kinds4.length, wanted = stem(name2), alike2 = podLike ? relatives2.filter((n) => stemOf(n) === wanted) : [];
    return alike2.length || exact || kinds4.some((k) => /^(?:Image|Node|Namespace)$/.test(k)) ? alike2 : podLike ? relatives2.filter(namedAfter2(name2)) : [];
  }), at = memo(JSON.stringify, ({ host, port }) => {
    let found2 = [];
    if (port !== null && isLocal(host)) {
      for (let [name3, s] of Object.entries(config.services))
        s.ports.includes(port) && found2.push(...byService(name3));
      let listening = (n) => n.ports.some((p) => p.node_port === port);
      found2.push(...services.filter(listening), ...localContainers.filter(listening)), found2.length || found2.push(...services.filter((s) => s.ports.some((p) => p.port === port)));
    }
    if (host === null || isLocal(host)) return found2;
    if (/^[\d.]+$|:/.test(host)) return [...found2, ...services.filter((s) => s.host === host)];
    let [name2, namespace, ...rest2] = host.split(".");
    if (!(namespace === void 0 || rest2[0] === "svc" || services.some((s) => s.name === name2 && s.namespace === namespace))) return found2;
    let meant = services.filter(
      (s) => s.name === name2 && (namespace === void 0 || s.namespace === namespace)
    ), container = localContainers.filter((o) => o.name === name2);
    return meant.length + container.length ? [...found2, ...meant, ...container] : [...found2, ...named3({ kinds: [], namespace: namespace ?? null, name: name2, exact: !1 })];
  }), neighbours = memo(keyOf, (ref) => {
    let own = described2(ref);
    if (ref.kind === "Service") return behind(own);
    let node = own.node ? [{ kind: "Node", namespace: null, name: own.node }] : [];
    return [...own.refs ?? [], ...node, ...relatives(ref)];
  }), relatives = memo(keyOf, (ref) => [
    ...ref.kind === "Pod" || ref.kind === "ReplicaSet" ? kin.parents(ref) : [],
    ...isWorkload(ref) ? kin.children(ref) : []
  ]), behind = (service) => {
    let { selector } = service, near2 = (n) => sameNamespace(n, service), [first2] = Object.entries(selector ?? {}), pods = selector && first2 ? kin.labelled(...first2).filter((o) => near2(o) && selects(selector, o.labels)) : [], wanted = stem(service.name), workloads = running.filter((w) => {
      if (w.kind === "Pod" || !near2(w)) return !1;
      let theirs = object(w)?.selector;
      return selector && theirs ? selects(common(selector, theirs), theirs) : stemOf(w) === wanted;
    }), byName2 = pods.length + workloads.length === 0 ? running.filter((n) => n.kind === "Pod" && near2(n)).filter(namedAfter2(service.name)) : [];
    return [...pods, ...workloads, ...byName2];
  };
  return { object, named: named3, at, neighbours, relatives, ofService: byService, all };
}
function common(selector, theirs) {
  return Object.fromEntries(Object.entries(selector).filter(([key]) => key in theirs));
}
var fits = (glob, name2) => glob.endsWith("*") ? name2.startsWith(glob.slice(0, -1)) : name2 === glob;

// src/diagnose/health.ts
function isUnhealthy(o) {
  if (o.phase === "NoPods" || o.phase === "StuckTerminating") return !0;
  switch (o.kind) {
    case "Pod":
      return podIsUnhealthy(o);
    case "Container":
      return o.containers.some((c) => c.terminated && c.terminated.exit_code !== 0) || has(o, "Ready", "False");
    case "Node":
      return has(o, "Ready", "False", "Unknown") || o.conditions.some((c) => /Pressure$|^NetworkUnavailable$/.test(c.type) && c.status === "True");
    case "Namespace":
      return o.phase === "Terminating";
    case "PersistentVolumeClaim":
      return o.phase === "Pending" || o.phase === "Lost";
    case "PersistentVolume":
      return o.phase === "Failed";
    case "Job":
      return has(o, "Failed", "True");
    case "Service":
    case "Endpoints":
    case "EndpointSlice":
      return !1;
    default:
      return o.wanted !== null && o.wanted > 0 && (o.ready ?? 0) < o.wanted || has(o, "ReplicaFailure", "True") || has(o, "Available", "False") || has(o, "Ready", "False");
  }
}
function podIsUnhealthy(o) {
  if (o.phase === "Succeeded") return !1;
  if (o.phase === "Failed" || o.phase === "Pending" || o.phase === "Unknown") return !0;
  if (o.reason === "Terminating") return !1;
  let main = o.containers.filter((c) => !c.init);
  return o.containers.some(
    (c) => c.waiting || c.terminated && c.terminated.exit_code !== 0 && c.terminated.reason !== "Completed"
  ) || main.some((c) => c.ready === !1 && c.terminated?.reason !== "Completed") || !main.length && has(o, "Ready", "False");
}
var has = (o, type, ...status) => o.conditions.some((c) => c.type === type && status.includes(c.status));
function hasRun({ phase: phase2, containers: containers2 }) {
  let main = containers2.filter((c) => !c.init), ran = (c) => c.ready || c.restarts > 0 || c.terminated || c.last_terminated || c.waiting?.reason === "CrashLoopBackOff";
  return main.length > 0 && (main.every(ran) || phase2 === "Running" && main.every((c) => !c.waiting));
}

// src/diagnose/involved.ts
var farthest = 6, mostReached = 2e3;
function involvement(findings, config) {
  let { service } = findings, graph = buildGraph(findings, config), told = matchesByObject(findings.matches), targets = memo(self, (match) => addressesIn(match).flatMap(graph.at)), needs = /* @__PURE__ */ new Map();
  for (let [name2, s] of Object.entries(config.services)) {
    let needed = s.depends_on.flatMap(graph.ofService);
    for (let n of needed.length ? graph.ofService(name2) : [])
      needs.set(keyOf(n), [...needs.get(keyOf(n)) ?? [], ...needed]);
  }
  let next = memo(keyOf, (ref) => [
    ...graph.neighbours(ref),
    ...(told.get(keyOf(ref)) ?? []).flatMap(targets),
    ...needs.get(keyOf(ref)) ?? []
  ]), states = memo(keyOf, (ref) => stateOf(graph, findings, ref)), ill = memo(String, () => graph.all.filter((ref) => states(ref) === "bad")), pods = findings.objects.some((o) => o.kind === "Pod"), behind = memo(
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
  return ({ from, alone, far = farthest }) => {
    let starts = from.flatMap((match) => [
      ...match.object && match.object.kind !== "Node" ? [match.object] : [],
      ...namedIn(match).flatMap(graph.named),
      ...targets(match)
    ]).map((ref) => [ref, 0]), named3 = starts.length > 0;
    for (let { captures } of from) {
      let { namespace } = captures;
      !named3 && namespace && starts.push(...near(ill("").filter((n) => n.namespace === namespace)));
    }
    if (alone)
      for (let ref of graph.all)
        (states(ref) === "bad" || !pods && states(ref) === null) && starts.push([ref, 0]);
    starts.push(...near([service, ...config.services[service]?.depends_on ?? []].flatMap(graph.ofService)));
    let distances = spread(starts, next, far), knowsNothing = alone && !findings.objects.some((o) => o.kind !== "Node") && !findings.events.length;
    return {
      named: named3,
      isAll: distances.size < mostReached,
      distance: (ref) => knowsNothing ? 0 : ref && (distances.get(keyOf(ref)) ?? distances.get(keyOf(graph.object(ref) ?? ref)) ?? null),
      state: (ref) => ref && states(ref),
      blames: (match, ref) => ref !== null && (blamed(match)?.has(keyOf(graph.object(ref) ?? ref)) ?? !1)
    };
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
    let list2 = by.get(keyOf(m.object)) ?? [];
    by.set(keyOf(m.object), list2), list2.length < 50 && list2.push(m);
  }
  return by;
}
function stateOf(graph, { objects, events }, ref) {
  let own = graph.object(ref);
  if (own && own.kind !== "Service")
    return isUnhealthy(own) ? "bad" : own.containers.some((c) => c.restarts > 0) ? "recovered" : "good";
  let relatives = graph.relatives(ref).flatMap((r) => graph.object(r) ?? []);
  if (relatives.length) return relatives.some(isUnhealthy) ? "bad" : "good";
  if (!objects.some(
    (o) => o.kind === "Pod" && (ref.namespace === null || o.namespace === ref.namespace)
  )) return null;
  let isBarren = () => events.some((e) => e.reason === "FailedCreate" && keyOf(e.object) === keyOf(ref));
  return ref.kind === "Pod" ? "good" : isWorkload(ref) && isBarren() ? "bad" : null;
}

// src/diagnose/moment.ts
function momentOf(time, { all, failed: failed2 }, isExact) {
  return failed2.some(({ from, to }) => time >= from - (isExact ? 0 : 10) && time <= to) ? "failing" : time >= all.from && time <= all.to ? "passing" : "outside";
}
var stamp = String.raw`(\d{4}[-/]\d\d[-/]\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z| UTC| ?[+-]\d\d:?\d\d)?`, leading = new RegExp(String.raw`^.{0,30}?\b${stamp}`), field = new RegExp(String.raw`"?(?:@?timestamp|time|ts|t)"?\s?[:=]\s?"?${stamp}`), klog = /^\s*(?:\S+ )?[IWEF](\d\d)(\d\d) (\d\d:\d\d:\d\d\.\d+)/, epoch = /"(?:timestamp|time|ts|t)":\s?"?(\d{10})(?:(\d{3})|(\.\d+))?\b/;
function ownTime(text2, about = 0) {
  let k = klog.exec(text2);
  if (k) return Date.parse(`${new Date(about).getUTCFullYear()}-${k[1]}-${k[2]}T${k[3]}Z`) || null;
  let m = leading.exec(text2) ?? field.exec(text2);
  if (m) {
    let zone = !m[4] || m[4] === " UTC" ? "Z" : m[4].trim().replace(/(\d\d)(\d\d)$/, "$1:$2");
    return Date.parse(`${m[1].replaceAll("/", "-")}T${m[2]}${m[3] ? `.${m[3].slice(0, 3)}` : ""}${zone}`) || null;
  }
  let e = epoch.exec(text2);
  return e ? Number(e[1]) * 1e3 + (e[2] ? Number(e[2]) : e[3] ? Number(e[3]) * 1e3 : 0) : null;
}
function shareOfTime(times) {
  if (!times || times.all.to <= times.all.from) return 0;
  let failed2 = 0, until = times.all.from;
  for (let { from, to } of times.failed.toSorted((a, b) => a.from - b.from))
    failed2 += Math.max(0, to - Math.max(from, until)), until = Math.max(until, to);
  return Math.min(1, failed2 / (times.all.to - times.all.from));
}
var said = ["job-log", "container-log", "previous-log", "file"];
function shareOfFailed(matches, tests) {
  let printed = shareOfBlocks(matches, tests);
  if (printed !== null) return printed;
  let times = tests?.times;
  if (!times) return 1;
  let seen2 = [];
  for (let match of matches) {
    let said4 = saidAt(match, times);
    if (!said4 || momentOf(said4.time, times, said4.isExact) !== "failing") return 1;
    let { time } = said4, first2 = times.failed.findIndex(({ to }) => time <= to);
    seen2.push(
      first2,
      Math.max(
        first2,
        times.failed.findLastIndex(({ from }) => time >= from)
      )
    );
  }
  return seen2.length ? (Math.max(...seen2) - Math.min(...seen2) + 1) / times.failed.length : 1;
}
function shareOfBlocks(matches, tests) {
  let { blocks: blocks2 = [], failed: failed2 = 0 } = tests ?? {}, inBlock = ({ at }) => at.kind === "job-log" ? blocks2.findIndex((b) => at.line !== null && at.line >= b.from && at.line <= b.to) : -1, seen2 = matches.map(inBlock);
  if (!seen2.length || seen2.includes(-1)) return null;
  let others = matches.reduce((sum2, { count: count3 }) => sum2 + count3 - 1, 0);
  return Math.min(1, (new Set(seen2).size + others) / Math.max(failed2, blocks2.length));
}
var aside = 500, most2 = 0.5;
function isCrowded({ all, failed: failed2 }) {
  let end = all.from, sum2 = 0, overlap = 0;
  for (let { from, to } of failed2.toSorted((a, b) => a.from - b.from))
    overlap += Math.max(0, Math.min(end, to) - from), sum2 += Math.max(0, to - Math.max(from, end)), end = Math.max(end, to);
  return overlap > aside && sum2 > most2 * (all.to - all.from);
}
var short = 1e3;
function isBlurred({ failed: failed2 }) {
  let inTurn = failed2.toSorted((a, b) => a.from - b.from);
  return inTurn.some(({ from, to }, i) => {
    let next = inTurn[i + 1], least2 = next ? Math.min(to - from, next.to - next.from) : 0;
    return next !== void 0 && least2 < short && 2 * (Math.min(to, next.to) - next.from) >= least2 && next.from < to;
  });
}
function momentOfMatch(match, times) {
  let { kind, time } = match.at;
  if (kind === "event" || kind === "object") {
    let at = times && time !== null ? Date.parse(time) : Number.NaN;
    return times && momentOf(at, times, !1) === "failing" ? "failing" : null;
  }
  let said4 = times && saidAt(match, times);
  return said4 ? momentOf(said4.time, times, said4.isExact) : null;
}
function saidAt({ at }, times) {
  if (!said.includes(at.kind)) return null;
  let printed = at.time === null ? null : Date.parse(at.time) || null, own = at.kind === "job-log" || printed === null ? ownTime(at.text, times.all.from) : printed;
  return own !== null ? { time: own, isExact: !1 } : printed === null ? null : { time: printed, isExact: !0 };
}

// src/diagnose/quoted.ts
var ids = /\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,64})\b/g, sayings = /\\{0,4}"(?:error|message|msg|detail|reason|title|description|error_description)\\{0,4}"\s*:\s*\\{0,4}"([^"\\]{10,200})/gi, vague = /^(?:(?:an?|the|in|of|to|for|by|is|was|be|has|have|been|could|cannot|not|internal|server|error|unexpected|unknown|bad|invalid|request|requests|response|gateway|time-?out|timed|out|found|service|temporarily|unavailable|unauthori[sz]ed|forbidden|access|permission|denied|failed|failure|something|went|wrong|occurred|connection|refused|reset|peer|validation|conflict|resource|already|exists|authentication|required|missing|please|try|again|later|context|deadline|exceeded|upstream|input|payload|data|body|operation|processing|method|allowed|too|many|entity|unprocessable|precondition|cancell?ed)\b\W*)+$/i;
function quoting(shown) {
  let parts = /* @__PURE__ */ new Set();
  for (let text2 of shown) {
    for (let [id3] of text2.matchAll(ids)) parts.add(id3);
    for (let [, said4 = ""] of text2.matchAll(sayings))
      /\w\s+\w/.test(said4) && !vague.test(said4) && parts.add(said4.trim());
    if (parts.size > 200) break;
  }
  let all = [...parts];
  return (text2) => all.some((part) => text2.includes(part));
}

// src/diagnose/troubles.ts
var lasting = /* @__PURE__ */ new Set([
  "data-race",
  "disk-full",
  "oom-killed",
  "panic",
  "pod-crashloop",
  "python-import-error"
]), unasked = /* @__PURE__ */ new Set([
  "arch-mismatch",
  "cli-flag-unsupported",
  "cli-missing",
  "config-missing",
  "container-args-invalid",
  "disk-full",
  "mock-mismatch",
  "port-conflict",
  "probe-misconfigured",
  "scheduling-failed",
  "volume-permission-denied"
]), isUnasked = ({ family }) => unasked.has(family), isOddAnywhere = ({ family }) => family === "probe-misconfigured" || family === "mock-mismatch", died = /\bfatal error: (?:concurrent map|all goroutines are asleep|stack overflow)|\bSIG(?:SEGV|ABRT|BUS|ILL)\b/, caught = /\brecover(?:ed|ing|y)\b|panic serving/i, isLasting = ({ family }, { at }) => (lasting.has(family) || died.test(at.text)) && !caught.test(at.text), refusals = /* @__PURE__ */ new Set([
  "api-contract-mismatch",
  "auth-unauthorized",
  "db-constraint",
  "rbac-forbidden",
  "resource-already-exists",
  "resource-conflict",
  "schema-validation",
  "test-data-collision"
]), ofRequests = /* @__PURE__ */ new Set([
  "db-constraint",
  "resource-already-exists",
  "resource-conflict",
  "schema-validation",
  "test-data-collision"
]), isAnswer = ({ family }, { at }) => ofRequests.has(family) && at.kind !== "test-report", isRefusal = ({ family }, match) => refusals.has(family) && !isSuffered(match), isSuffered = (match) => isRefusedItself(match) || /\bReconcile(?:r error| failed)/.test(match.at.text) || ofResponse.test(match.at.text), ofResponse = /\b(?:decod|unmarshal|pars)\w*\b.{0,60}\bresponse\b|\bresponse\b.{0,40}\b(?:decod|unmarshal|pars)/i;
function isRefusedItself({ at, object }) {
  let account = /system:serviceaccount:[\w.-]+:([\w.-]+)/.exec(at.text)?.[1], writer = object ? stem(object.name) : at.path?.split("/").at(-1) ?? "";
  return account && writer && (writer.startsWith(account) || account.startsWith(writer)) ? !0 : /\bNOPERM\b|\bis invalid for the target audiences\b/.test(at.text);
}
var isSaid = ({ at }) => at.kind !== "event" && at.kind !== "object", vague2 = /* @__PURE__ */ new Set([
  "assertion-failed",
  "eventually-timeout",
  "request-timeout",
  "setup-failed",
  "suite-interrupted",
  "test-timeout"
]);

// src/diagnose/window.ts
function failedStep(job) {
  let step = job?.steps.find(
    (s) => s.conclusion !== null && ["failure", "timed_out", "cancelled"].includes(s.conclusion)
  );
  return step ? { number: step.number, name: step.name } : null;
}
function failingSpan(findings, job) {
  let step = failedStep(job);
  if (!step && !job?.steps.length) return saidToFail(findings);
  let span = step && findings.steps.find((s) => s.number === step.number);
  if (!span) return null;
  let own = withError(findings, span);
  return behindGate(findings, own) ?? own;
}
var ends = /^##\[error\](?:Process completed with exit code|The (?:operation was canceled|job running on runner))/;
function saidToFail({ tests, steps, telling }) {
  let errors = telling.filter((l) => l.text.startsWith("##[error]")), withSome = (of) => steps.filter((s) => of.some((l) => l.line >= s.from && l.line <= s.to)), failed2 = withSome(errors.filter((l) => ends.test(l.text))), at = tests?.failed || tests?.blocks.length ? tests.verdict_line ?? tests.blocks[0]?.from : null, own = failed2.find((s) => at && s.from <= at && at <= s.to) ?? failed2[0], others = own ? [] : withSome(errors);
  return own ?? (others.length === 1 ? others[0] : null);
}
var miscounted = 2;
function withError({ steps, telling }, span) {
  let errors = telling.filter((l) => l.text.startsWith("##[error]")), fails = (s) => errors.some((l) => l.line >= s.from && l.line <= s.to);
  if (fails(span)) return span;
  let at = steps.indexOf(span);
  return steps.filter((s, i) => Math.abs(i - at) <= miscounted && fails(s)).toSorted((a, b) => Math.abs(steps.indexOf(a) - at) - Math.abs(steps.indexOf(b) - at))[0] ?? span;
}
var longestGate = 40;
function behindGate({ tests, steps, telling }, gate) {
  let verdict = tests?.verdict_line ?? null;
  return !tests || verdict === null || verdict >= gate.from || gate.to - gate.from >= longestGate || telling.filter((l) => l.line >= gate.from && l.line <= gate.to && !isWrapper(l.text)).length > 3 || !(tests.failed || tests.blocks.length) ? null : steps.find((s) => s.from <= verdict && verdict <= s.to) ?? null;
}
var reach = 5, headless = 3, closing = 5;
function placer(findings, job) {
  let span = failingSpan(findings, job), tests = testsIn(findings, span), passed = tests !== null && !tests.failed && !tests.blocks.length, said4 = findings.telling.filter((l) => l.text.startsWith("##[error]") && !isWrapper(l.text)), inStep = span ? "step" : "log", near2 = (line) => !said4.length || said4.some((l) => Math.abs(l.line - line) <= reach), place2 = (match) => {
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
    return ran && tests.phase === "tests" && tests.blocks.length && (tests.passed > 0 || tests.ran === null) ? span || tests.ran !== null ? "passing" : "log" : ran && passed && line < (tests.verdict_line ?? 0) - closing || ran && passed && span && tests.verdict_line === null && tests.ran === null && line < span.to - closing ? "passing" : inStep;
  }, { spans: spans2, elsewhere } = findings.teardown ?? { spans: [], elsewhere: !1 };
  if (!spans2.length) return place2;
  let isCleanUp2 = ({ at }) => at.kind === "job-log" && at.path === null && spans2.some((s) => at.line >= s.from && at.line <= s.to), failed2 = (match) => !isCleanUp2(match) && (match.at.line ?? 0) < spans2[0].from && isFailure.includes(place2(match)), isSecond = elsewhere || (tests?.ran ?? null) === null && findings.matches.some(failed2);
  return (match) => isSecond && isCleanUp2(match) ? "teardown" : place2(match);
}
function testsIn({ tests }, span) {
  if (!tests || tests.verdict_line === null && tests.tests_line === null && !tests.blocks.length)
    return null;
  let last = tests.verdict_line ?? Math.max(tests.tests_line ?? 0, ...tests.blocks.map((b) => b.to));
  return span && last < span.from ? null : tests;
}
var isFailure = ["failure", "step", "log"];

// src/diagnose/placed.ts
function placedMatches(findings, job, patterns) {
  let place2 = placer(findings, job), isQuoted2 = quoting(findings.tests?.failures.map((f) => f.message) ?? []);
  return findings.matches.flatMap((match) => {
    let pattern = patterns.get(match.pattern);
    if (!pattern) return [];
    let placement = place2(match), isOwn = isGathered(placement) && isSaid(match) && !pattern.fallback && isQuoted2(match.at.text) && momentOfMatch(match, findings.tests?.times) !== "passing";
    return [{ match, pattern, placement: isOwn ? "failure" : placement }];
  });
}
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
}, isShown = ({ placement }) => weights[placement] >= 0.5, isGathered = (placement) => placement === "bundle" || placement === "later" || placement === "after";

// src/diagnose/apart.ts
var apart = 0.1, farther = 12, writers = ["Pod", "Node"];
function apartness({ objects, matches }, involve, shown) {
  let seen2 = null;
  return (object) => {
    if (!object || !writers.includes(object.kind)) return !1;
    seen2 ??= {
      described: new Set(objects.filter((o) => writers.includes(o.kind)).map(keyOf)),
      wide: reachOf(
        shown.map((s) => s.match),
        matches,
        involve
      )
    };
    let { described: described2, wide } = seen2;
    return !wide.isAll || !described2.has(keyOf(object)) ? !1 : wide.state(object) === "good" && wide.distance(object) === null;
  };
}
function reachOf(from, matches, involve) {
  let ofNodes = matches.filter((m) => m.object?.kind === "Node"), followed = /* @__PURE__ */ new Set();
  for (; ; ) {
    let reach2 = involve({ from: [...from, ...followed], alone: !0, far: farther }), more2 = ofNodes.filter((m) => !followed.has(m) && reach2.distance(m.object) !== null);
    if (!more2.length) return reach2;
    for (let match of more2) followed.add(match);
  }
}
var isWritten = (kind) => kind === "container-log" || kind === "node-log";
function apartNow(findings, job, patterns, config) {
  let shown = placedMatches(findings, job, patterns).filter(isShown);
  return apartness(findings, involvement(findings, config), shown);
}

// src/diagnose/chatter.ts
var steady = 3;
function withoutChatter(all, most4, share) {
  let seen2 = /* @__PURE__ */ new Map(), logOf = ({ at }) => `${at.source}\0${at.path}`, heard = new Set(all.filter((w) => isGathered(w.placement) && w.weight > apart).map((w) => logOf(w.match)));
  for (let { pattern, placement, moment, match } of all) {
    let isShownPassing = placement === "passing" && isRefusal(pattern, match);
    if (!isShownPassing && (!isGathered(placement) || !isSaid(match) || !heard.has(logOf(match)))) continue;
    let counts = seen2.get(sayingOf(pattern, match)) ?? { failing: 0, passing: 0, outside: 0 };
    seen2.set(sayingOf(pattern, match), counts);
    let when2 = isShownPassing ? "passing" : moment;
    when2 && (counts[when2] += match.count);
  }
  return all.map((w) => {
    let counts = seen2.get(sayingOf(w.pattern, w.match));
    if (!counts || !isGathered(w.placement) || !isSaid(w.match) || isLasting(w.pattern, w.match) || isUnasked(w.pattern) || isRefusedItself(w.match))
      return w;
    let { failing, passing, outside } = counts, other = passing + outside, often = (passing > 0 ? other >= failing : outside >= Math.max(steady, failing)) || other >= steady && failing <= atRandom(failing + other, share);
    return (failing ? w.isLoose && often : (passing > 0 || w.isLoose && often) && isRefusal(w.pattern, w.match)) ? { ...w, weight: Math.min(w.weight, most4) } : w;
  });
}
var atRandom = (times, share) => times * share + Math.sqrt(times * share * (1 - share)), sayingOf = ({ id: id3, same_when }, { captures }) => [id3, ...same_when.map((name2) => captures[name2] ?? "")].join("\0");
function withoutEchoes(all, most4) {
  let printed = /* @__PURE__ */ new Map();
  for (let { pattern, placement, match, weight } of all) {
    let time = match.at.kind === "job-log" && !isGathered(placement) && weight <= most4 && match.at.time ? Date.parse(match.at.time) : Number.NaN;
    if (Number.isNaN(time)) continue;
    let key = sayingOf(pattern, match);
    printed.set(key, [...printed.get(key) ?? [], time]);
  }
  return printed.size ? all.map((w) => {
    let { placement, match, pattern } = w;
    if (!isGathered(placement) || !isSaid(match)) return w;
    let at = Date.parse(match.at.time ?? "");
    return printed.get(sayingOf(pattern, match))?.some((time) => Math.abs(time - at) <= sameMoment) ? { ...w, weight: Math.min(w.weight, most4) } : w;
  }) : [...all];
}
var sameMoment = 1e3, gotOn = 12;
function withoutRetried(all, most4, endOf) {
  let isOwn = ({ match: { at } }) => at.kind === "job-log" && at.path === null && at.line !== null, open = /* @__PURE__ */ new Set();
  for (let w of all) {
    let { line } = w.match.at;
    isOwn(w) && !(w.match.retried && line + gotOn < endOf(line)) && open.add(w.pattern.id);
  }
  return all.map(
    (w) => isOwn(w) && w.match.retried && !open.has(w.pattern.id) ? { ...w, weight: Math.min(w.weight, most4) } : w
  );
}
var storm = { times: 30, more: 10 };
function withStorm(all, most4, leadsToVisible) {
  let counts = /* @__PURE__ */ new Map(), isHeard = ({ pattern, placement, match, weight, moment }) => pattern.role === "cause" && isGathered(placement) && isSaid(match) && weight > apart && moment !== "passing";
  for (let w of all) {
    let key = sayingOf(w.pattern, w.match);
    isHeard(w) && counts.set(key, (counts.get(key) ?? 0) + w.match.count);
  }
  let [first2, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return !first2 || first2[1] < storm.times || first2[1] < storm.more * (second?.[1] ?? 0) ? [...all] : all.map(
    (w) => isHeard(w) && sayingOf(w.pattern, w.match) === first2[0] && leadsToVisible(w.pattern) ? { ...w, weight: Math.max(w.weight, most4) } : w
  );
}
var listed = { lines: 20, patterns: 3 }, ofDatabases = /^(?:db-|sql-)/;
function withoutChecks(all, most4) {
  let isOfDatabase = ({ placement, pattern, match }) => placement === "step" && match.at.kind === "job-log" && match.at.line !== null && ofDatabases.test(pattern.family), refused = all.filter((w) => isOfDatabase(w) && isRefusal(w.pattern, w.match)).map((w) => ({ line: w.match.at.line, pattern: w.pattern })).sort((a, b) => a.line - b.line), spans2 = refused.flatMap(({ line }) => {
    let near2 = refused.filter((o) => o.line >= line && o.line <= line + listed.lines);
    return new Set(near2.map((o) => o.pattern)).size >= listed.patterns ? [{ from: line - listed.lines, to: near2.at(-1).line + listed.lines }] : [];
  });
  return spans2.length ? all.map((w) => {
    let { line } = w.match.at;
    return isOfDatabase(w) && spans2.some((s) => line >= s.from && line <= s.to) ? { ...w, weight: Math.min(w.weight, most4) } : w;
  }) : [...all];
}

// src/diagnose/services.ts
var noPort = "service-port-missing", noPods = "service-selects-no-pod", unreachable = /* @__PURE__ */ new Set(["connection-refused", "connection-reset", "request-timeout"]), isNodePort = (port) => port >= 3e4 && port <= 32767, isNode = ({ kind, name: name2, labels }) => kind === "Container" && (/-(?:control-plane|worker|server-|agent-)\d*$|^minikube(?:-m\d+)?$/.test(name2) || Object.hasOwn(labels, "io.x-k8s.kind.cluster")), mostShown = 3;
function withServices(placed, { objects }, patterns) {
  let services = objects.filter((o) => o.kind === "Service");
  if (!services.length) return [...placed];
  let withPorts = services.filter((s) => s.ports.length > 0), nodes = objects.filter(isNode), pods = objects.filter((o) => o.kind === "Pod"), found2 = /* @__PURE__ */ new Map(), shown = placed.filter((p) => isShown(p) && unreachable.has(p.pattern.family));
  for (let { match, placement } of shown.toSorted((a, b) => weights[b.placement] - weights[a.placement]))
    for (let { host, port } of addressesIn(match)) {
      let key = `${isLocal(host) ? "" : host}:${port}`;
      if (found2.has(key)) continue;
      let wrong = isLocal(host) ? behindHost(port, nodes, withPorts, pods) : ofService(calledAs(host, services), port, pods), pattern = wrong && patterns.get(wrong.pattern);
      pattern && found2.set(key, { match: wrong, pattern, placement });
    }
  return [...placed, ...found2.values()];
}
function behindHost(port, nodes, services, pods) {
  if (port === null) return null;
  let node = nodes.find((n) => n.ports.some((p) => p.node_port === port && isNodePort(p.port))), target = node?.ports.find((p) => p.node_port === port)?.port;
  if (!node || target === void 0) return null;
  let service = services.find((s) => s.ports.some((p) => p.node_port === target));
  if (service) return withoutPods(service, pods);
  let published = new Set(nodes.flatMap((n) => n.ports.map((p) => p.port))), unpublished = services.filter((s) => s.ports.some((p) => p.node_port && !published.has(p.node_port)));
  return unpublished.length ? toMatch(noPort, node, unpublished, { port: String(target) }) : null;
}
function calledAs(host, services) {
  let [name2, namespace] = host.split("."), called = services.filter(
    (s) => s.host === host || s.name === name2 && (!namespace || s.namespace === namespace)
  );
  return called.length === 1 ? called[0] : null;
}
function ofService(service, port, pods) {
  if (!service) return null;
  let ports = service.ports.flatMap((p) => [p.port, p.node_port]), isHeadless = !service.host || /^none$/i.test(service.host);
  return port !== null && ports.length && !isHeadless && !ports.includes(port) ? toMatch(noPort, service, [], { port: String(port) }) : withoutPods(service, pods);
}
function withoutPods(service, all) {
  let selector = service.selector ?? {}, pods = all.filter((p) => sameNamespace(p, service)), meant = namedAfter(service, pods).filter((p) => !isUnhealthy(p)), isUnknown = pods.some((p) => !Object.keys(p.labels).length), isSelected = pods.some((p) => selects(selector, p.labels));
  return !Object.keys(selector).length || !meant.length || isUnknown || isSelected ? null : toMatch(noPods, service, meant, { service: service.name });
}
function podsOf(service, all) {
  let pods = all.filter((p) => sameNamespace(p, service)), selected = pods.filter((p) => selects(service.selector ?? {}, p.labels));
  return selected.length || service.selector ? selected : namedAfter(service, pods);
}
function namedAfter({ name: name2 }, pods) {
  let own = loose(name2.replace(/-(?:service|svc)$/, ""));
  return pods.filter((p) => loose(stem(p.name)) === own);
}
function toMatch(pattern, object, others, captures) {
  let { kind, namespace, name: name2 } = object;
  return {
    pattern,
    captures,
    at: object.at,
    object: { kind, namespace, name: name2 },
    count: 1,
    also: others.slice(0, mostShown).map((o) => o.at)
  };
}

// src/diagnose/listeners.ts
var id = "listens-on-loopback-only";
function withListeners(placed, { objects }) {
  let byPort = /* @__PURE__ */ new Map();
  for (let listener of placed.filter((p) => p.match.pattern === id)) {
    let port = Number(listener.match.captures.address?.split(":").at(-1)), others = byPort.get(port);
    others ? others.push(listener) : byPort.set(port, [listener]);
  }
  if (!byPort.size) return [...placed];
  let mayBe = whoIs(objects), rest2 = placed.filter((p) => p.match.pattern !== id), found2 = rest2.filter((p) => /refused/i.test(p.match.at.text)).flatMap(
    ({ match, placement }) => addressesIn(match).flatMap(({ host, port }) => {
      if (port === null || isLocal(host)) return [];
      let listener = byPort.get(port)?.find((l) => mayBe(l.match, host));
      if (!listener) return [];
      let { captures, at } = listener.match;
      return [{ match: { ...match, pattern: id, captures, also: [at] }, pattern: listener.pattern, placement }];
    })
  );
  return [...rest2, ...found2];
}
function whoIs(objects) {
  let services = objects.filter((o) => o.kind === "Service"), pods = objects.filter((o) => o.kind === "Pod"), behind = memo(
    (host) => host,
    (host) => {
      let service = calledAs(host, services);
      return new Set((service ? podsOf(service, pods) : pods.filter((p) => p.host === host)).map((p) => p.name));
    }
  );
  return ({ object }, host) => {
    if (!object) return !0;
    let known2 = behind(host);
    return known2.size ? known2.has(object.name) : !(/[a-z]/i.test(host) && !host.includes(":")) || loose(stem(object.name)).endsWith(loose(host.split(".")[0]));
  };
}

// src/diagnose/network-policies.ts
var id2 = "network-policy-lacks-rule", unanswered = /* @__PURE__ */ new Set(["request-timeout", "network-unreachable"]), mostShown2 = 3, firstUsual = 1024;
function withNetworkPolicies(placed, { objects }, patterns) {
  let pattern = patterns.get(id2), policies = objects.filter((o) => o.kind === "NetworkPolicy" && o.traffic);
  if (!pattern || !policies.length) return [...placed];
  let services = objects.filter((o) => o.kind === "Service"), namespaces = objects.filter((o) => o.kind === "Namespace"), pods = objects.filter((o) => o.kind === "Pod"), byName = /* @__PURE__ */ new Map();
  for (let pod of pods) byName.set(pod.name, [...byName.get(pod.name) ?? [], pod]);
  let denying = (caller, host, port) => {
    let service = calledAs(host, services), own = service?.ports.find((p) => p.port === port), [called = null] = service ? podsOf(service, pods) : [], direct = service || port < firstUsual ? null : String(port);
    return deniedBy({ caller, called, port: own?.target ?? direct }, policies, namespaces);
  }, found2 = placed.flatMap(({ match, placement }) => {
    let { object } = match, caller = object && byName.get(object.name)?.find((o) => sameNamespace(o, object));
    if (!caller || !unanswered.has(patterns.get(match.pattern)?.family ?? "")) return [];
    let by = addressesIn(match).flatMap(
      ({ host, port }) => host === null || port === null || isLocal(host) ? [] : denying(caller, host, port)
    ), also = [...new Set(by)].slice(0, mostShown2).map((o) => o.at);
    return also.length ? [{ match: { ...match, pattern: id2, also }, pattern, placement }] : [];
  });
  return [...placed, ...found2];
}
function deniedBy({ caller, called, port }, policies, namespaces) {
  return [
    { direction: "ingress", own: called, other: caller },
    { direction: "egress", own: caller, other: called }
  ].flatMap(({ direction, own, other }) => {
    if (!own) return [];
    let meant = policies.filter((p) => p.namespace === own.namespace && p.traffic[direction]).filter((p) => meets(own.labels, p.traffic.pods) !== !1), lets = ({ namespace, traffic }) => traffic[direction].some((rule) => isOfPort(rule, port) && isPeer(rule, other, namespace, namespaces));
    return meant.some(lets) ? [] : meant.filter((p) => meets(own.labels, p.traffic.pods));
  });
}
function meets(labels, asked) {
  return asked.length ? Object.keys(labels).length ? asked.every(({ key, values, not }) => {
    let value = labels[key];
    return (value !== void 0 && (!values || values.includes(value))) !== not;
  }) : null : !0;
}
function isOfPort({ ports }, port) {
  let isNumber = (written) => /^\d+$/.test(written);
  return !ports.length || !port || ports.some((p) => p === port || isNumber(p) !== isNumber(port));
}
function isPeer({ peers }, pod, own, namespaces) {
  if (!peers || !pod) return !0;
  let { namespace, labels } = pod, known2 = namespaces.find((n) => n.name === namespace)?.labels ?? {}, isThere = (asked) => {
    if (!asked) return namespace === own;
    let isKnown = Object.keys(known2).length > 0, told = asked.filter(({ key }) => isKnown || key === nameLabel);
    return meets({ ...known2, [nameLabel]: namespace ?? "" }, told) !== !1;
  };
  return peers.some((p) => isThere(p.namespaces) && meets(labels, p.pods) !== !1);
}
var nameLabel = "kubernetes.io/metadata.name";

// src/diagnose/weigh.ts
var mildness = 0.65, debugging = 0.45, untimely = 0.35, collected = 0.6, grave = 0.65;
function weigher(findings, job, config, explains, placed) {
  let { tests, objects, events } = findings, shown = placed.filter(isShown), visible = shown.filter((p) => p.pattern.role === "symptom"), alone = !visible.length && isBundleAlone(findings), involve = involvement(findings, config), from = visible.map((v) => v.match), involved = involve({ from, alone }), ofBroken = objects.length ? involve({ from, alone: !0, far: 2 }) : null, pods = new Map(objects.filter((o) => o.kind === "Pod").map((o) => [keyOf(o), o])), isApart = apartness(findings, involve, shown), isFramed = tests?.framework === "ginkgo", isStateless = !alone && !objects.length && !events.length, isOfOtherStep = !shown.length && !testsIn(findings, failingSpan(findings, job)), isMute = !visible.length && (!tests || tests.phase === "setup" || tests.failed > 0 || isOfOtherStep), haveRun = tests?.phase !== "setup", isSelective = !tests?.times || !isCrowded(tests.times), isUnclear = tests?.times !== void 0 && isBlurred(tests.times), inFailures = new Set(placed.filter((p) => p.placement === "failure").map((p) => p.pattern.family)), isVague = visible.every((v) => vague2.has(v.pattern.family)), leadsToVisible = (pattern) => visible.some((v) => explains.distance(pattern, v.pattern) !== null);
  function weigh({ match, pattern, placement }, isWide) {
    let object = objectOf(match), pod = (object && pods.get(keyOf(object))) ?? null, near2 = placement === "bundle" || placement === "later" ? bundleWeight(match, object, involved, {
      alone,
      pod,
      hasPods: pods.size > 0,
      isBroken: (isWide || !involved.named) && isOfBroken(match, object, pod) && (isVague || leadsToVisible(pattern))
    }) : null, told = placement === "failure" ? null : momentOfMatch(match, tests?.times) ?? momentOfEnd(match, pod), moment = told === "failing" && isUnclear ? null : told, isAsking = isRefusal(pattern, match), isRefused = isAsking && isSaid(match) && !(moment === "failing" && isSelective) && haveRun, isUnplaced = (isStateless || isWide) && isPlainLog(match) && !pattern.fallback && moment !== "passing", isCollected = !isRefused && (placement === "bundle" && near2 === null && isUnplaced || isDumped(placement, match, findings) && (!pattern.fallback || isLasting(pattern, match))), isOdd = isWide && isOddAnywhere(pattern) && isGathered(placement) && moment !== "passing", isBeside = placement === "passing" && moment === "failing" && !isFramed || placement === "aside", isTimely2 = moment === "failing" && isGathered(placement) && !isRefused && (!pattern.fallback || !isAsking), counts = isCollected || isTimely2 || isOdd ? isMute || leadsToVisible(pattern) : isBeside && leadsToVisible(pattern), isFar = near2 === null && isWritten(match.at.kind) && isApart(match.object), most4 = placement === "step" && isAsking && (tests?.blocks.length ?? 0) > 0 && !inFailures.has(pattern.family) ? leadsToVisible(pattern) ? collected : debugging : 1, heard = isGathered(placement) && isEnd(pattern, match) && leadsToVisible(pattern) ? grave : counts ? collected : 0, place2 = isFar && !(isWide && heard) ? apart : Math.max(heard, Math.min(most4, weights[placement])), { kind, text: text2 } = match.at, isCourse = placement === "failure" ? isInfo(text2) : kind !== "job-log" && isAccess(text2), isFaint = pattern.fallback && isCourse, timely = (isRefused && told === null && isGathered(placement) && isAnswer(pattern, match) || isFaint || isMeant(text2) && placement !== "failure" ? debugging : kind === "job-log" ? mildnessOf(text2) : 1) * (near2 === null ? place2 : Math.max(near2, place2)), weight = moment === "passing" && !isLasting(pattern, match) ? Math.min(timely, untimely) : timely, isLoose = near2 === null ? isTimely2 : isSaid(match) && ["good", "recovered"].includes(involved.state(object) ?? "");
    return { match, pattern, placement, object, weight, moment, isLoose };
  }
  function isOfBroken(match, object, pod) {
    let state = involved.state(object);
    return alone || state === "good" ? !1 : state === "recovered" ? match.at.kind === "previous-log" && (!tests?.times || momentOfEnd(match, pod) === "failing") : (ofBroken?.distance(object) ?? null) !== null;
  }
  function momentOfEnd({ at }, pod) {
    let ends3 = pod?.containers.flatMap((c) => [c.terminated?.finished_at, c.last_terminated?.finished_at]) ?? [];
    return at.kind !== "previous-log" || !tests?.times ? null : ends3.some((end) => end && momentOf(Date.parse(end), tests.times, !1) === "failing") ? "failing" : null;
  }
  return { involved, weigh: (isWide) => placed.map((p) => weigh(p, isWide)), leadsToVisible };
}
var isEnd = (pattern, match) => isLasting(pattern, match) && (!isSaid(match) || match.at.kind === "node-log" || match.at.kind === "previous-log"), isPlainLog = ({ at, object }) => object === null && (at.kind === "file" || at.kind === "container-log" || at.kind === "previous-log"), isRetried = (text2) => /No retries permitted until|\bwill retry\b|\bretrying\b/.test(text2), mildnessOf = (text2) => isDebug(text2) || isPassed(text2) ? debugging : isMild(text2) ? mildness : 1;
function isDumped(placement, { at }, { logs = [] }) {
  if (at.kind !== "job-log" || placement !== "later" && placement !== "after") return !1;
  let isOfLog = logs.some(({ from, to }) => at.line !== null && at.line >= from && at.line <= to);
  return isOfCluster(at.text) || isOfLog && !isMere(at.text);
}
function isBundleAlone({ sources }) {
  let read = sources.filter((s) => s.state === "read" || s.state === "truncated");
  return read.length > 0 && read.every((s) => s.kind === "bundle" || s.format !== null);
}
function bundleWeight(match, object, involved, {
  alone,
  pod,
  isBroken,
  hasPods
}) {
  if (match.at.kind === "test-report") return 0.9;
  let distance = involved.distance(object), state = involved.state(object);
  return alone && state === null && object?.kind === "Pod" && hasPods ? 0.45 : alone && state === null && match.at.kind === "event" ? 0.7 : distance === null ? !isBroken || isOvercome(match, pod) ? null : isWritten(match.at.kind) && pod?.containers.every((c) => !c.waiting && !c.restarts) ? 0.5 : collected : isOvercome(match, pod) ? 0.4 : state === "good" || state === "recovered" ? alone ? null : state === "recovered" ? 0.6 : !isSaid(match) || isMild(match.at.text) ? 0.4 : 0.6 : alone && state === null && match.at.kind === "container-log" || alone && isSaid(match) && isRetried(match.at.text) ? 0.45 : Math.max(0.7, 0.9 - 0.02 * Math.max(0, distance - 1));
}
var early = /\b(?:FailedMount|FailedAttachVolume|FailedMapVolume|FailedScheduling|FailedCreatePodSandBox|NetworkNotReady)\b/, isOvercome = ({ at }, pod) => at.kind === "event" && pod !== null && hasRun(pod) && early.test(at.text);
function objectOf({ object, captures }) {
  let name2 = captures.pod ?? captures.deployment ?? captures.workload ?? captures.name;
  return object ?? (name2 ? { kind: "Pod", namespace: captures.namespace ?? null, name: name2.split("/").at(-1) } : null);
}

// src/diagnose/candidates.ts
var enough = 0.5;
function candidates(findings, job, patterns, config, explains) {
  let found2 = withListeners(placedMatches(findings, job, patterns), findings), said4 = withServices(found2, findings, patterns), placed = withNetworkPolicies(said4, findings, patterns), { involved, weigh, leadsToVisible } = weigher(findings, job, config, explains, placed), { tests } = findings, span = failingSpan(findings, job), own = testsIn(findings, span), end = own?.verdict_line ?? span?.to ?? 0, endOf = (line) => own?.blocks.find((b) => line >= b.from && line <= b.to)?.to ?? end, quiet = (isWide) => withoutRetried(
    withoutEchoes(
      withoutChatter(withoutChecks(weigh(isWide), untimely), untimely, shareOfTime(tests?.times)),
      untimely
    ),
    untimely,
    endOf
  ), gather = (weighed) => byPattern(withoutVictims(weighed, involved), findings), narrow = gather(quiet(!1));
  if (causesIn(narrow).some((c) => !isBare(c) && c.weight > collected)) return narrow;
  let wide = gather(quiet(!0));
  if (causesIn(wide).some((c) => !isBare(c))) return wide;
  let stormy = gather(withStorm(quiet(!0), collected, leadsToVisible));
  return causesIn(narrow).length && causesIn(stormy).every(isBare) ? narrow : stormy;
}
var causesIn = (all) => all.filter((c) => c.pattern.role === "cause" && c.weight >= enough), isBare = ({ pattern: { fallback, family }, matches }) => fallback && (family === "assertion-failed" || family === "events-missing" && matches.every((m) => m.weight < enough || isOfTest(m))), isOfTest = ({ placement, match }) => placement === "failure" || match.at.kind === "test-report";
function byPattern(weighed, findings) {
  let by = /* @__PURE__ */ new Map();
  for (let { match, pattern, placement, weight, moment } of weighed) {
    let candidate = by.get(pattern.id) ?? {
      pattern,
      matches: [],
      weight: 0,
      first: null,
      began: null,
      share: 1,
      times: { failing: 0, other: 0 }
    };
    by.set(pattern.id, candidate), candidate.matches.push({ match, placement, weight, moment }), candidate.weight = Math.max(candidate.weight, weight);
  }
  let all = [...by.values()];
  for (let c of all) {
    c.times = timesOf(c), c.weight > apart && (c.matches = c.matches.filter((m) => m.weight !== apart));
    let near2 = c.matches.filter((m) => m.weight >= enough).map((m) => m.match), heard = c.matches.filter((m) => m.weight > apart).map((m) => m.match), earliest = (matches) => matches.flatMap((m) => firstTime(m, findings) ?? []).toSorted()[0] ?? null;
    c.first = earliest(heard), c.began = near2.length ? earliest(near2) : c.first, c.share = near2.some((m) => isLasting(c.pattern, m)) ? 1 : shareOfFailed(near2, findings.tests), c.matches.sort((a, b) => b.weight - a.weight || compare(a.match, b.match));
  }
  return all;
}
function timesOf({ matches }) {
  let log2 = ({ at }) => `${at.source}\0${at.path}`, heard = new Set(matches.filter((m) => m.weight > apart).map((m) => log2(m.match))), times = { failing: 0, other: 0 };
  for (let { match, moment } of matches)
    moment && heard.has(log2(match)) && (times[moment === "failing" ? "failing" : "other"] += match.count);
  return times;
}
function withoutVictims(all, involved) {
  let causes = all.filter((w) => w.pattern.role === "cause" && w.weight >= 0.5), isCause = new Set(causes), culprits = causes.filter((w) => w.object && w.placement === "bundle" && involved.state(w.object) !== "good").slice(0, 200);
  return all.map((w) => isCause.has(w) && culprits.some(
    (c) => c.pattern !== w.pattern && involved.blames(w.match, c.object) && !(w.object && involved.blames(c.match, w.object))
  ) ? { ...w, weight: Math.min(w.weight, 0.45) } : w);
}
function firstTime(match, findings) {
  if (match.at.kind !== "event") {
    let own = match.at.kind === "job-log" ? ownTime(match.at.text, Date.parse(match.at.time ?? "")) : null;
    return own === null ? match.at.time : new Date(own).toISOString();
  }
  return findings.events.find((e) => e.at.path === match.at.path && e.at.line === match.at.line)?.first ?? match.at.time;
}
function compare(a, b) {
  return a.at.path === b.at.path && a.at.source === b.at.source ? (a.at.line ?? 0) - (b.at.line ?? 0) : `${a.at.time ?? "~"}${a.at.path ?? ""}`.localeCompare(`${b.at.time ?? "~"}${b.at.path ?? ""}`, "en");
}

// src/diagnose/heard.ts
var isThin = (c) => c.weight <= 0.6, isTimely = (c) => c.matches.some((m) => m.weight >= enough && m.moment === "failing"), isOnlyThen = ({ times }) => times.failing >= steady2 && times.other === 0, isAlsoElse = ({ times }) => times.other > 0, steady2 = 3, isGrave = (c) => c.matches.some((m) => m.weight >= enough && isLasting(c.pattern, m.match)), timesSeen = (c) => c.matches.filter((m) => m.weight >= enough).reduce((sum2, { match }) => sum2 + match.count, 0), timesHeard = (c) => c.matches.filter((m) => m.weight > apart).reduce((sum2, { match }) => sum2 + match.count, 0), position = (c) => c.matches[0]?.match.at.line ?? 0;

// src/diagnose/choose.ts
var clearly = 0.25, muchMore = 3, clockSkew = 5e3;
function choose(all, explains) {
  let near2 = all.filter((c) => c.weight >= enough), visible = visibleOf(near2), causes = near2.filter((c) => c.pattern.role === "cause"), specific = causes.filter((c) => !c.pattern.fallback), best = Math.max(...specific.map((c) => c.weight)), collected2 = specific.every((c) => c.matches.every((m) => m.weight < enough || isGathered(m.placement))), isPlain = (c) => collected2 && c.weight > best + clearly && c.share * muchMore >= 1 && c.pattern.family !== "assertion-failed", pool = specific.length ? causes.filter((c) => !c.pattern.fallback || isPlain(c)) : causes, leadsTo = (a, b) => explains.distance(a.pattern, b.pattern) !== null && inOrder(a, b), isNearer = (a, b) => leadsTo(a, b) && explains.distance(a.pattern, b.pattern) <= explains.distance(b.pattern, a.pattern), isLed = (c) => c.pattern.fallback && visible.some((v) => leadsTo(v, c) && explains.distance(c.pattern, v.pattern) === null), isRootOf = (o, c) => o !== c && leadsTo(o, { ...c, first: c.began }) && !isNearer(c, o) && !(isGrave(c) && isThin(o) && !isLastWord(o, c)), roots = pool.filter((c) => !isLed(c) && !pool.some((o) => isRootOf(o, c))), explainable = [...visible, ...causes], reachOf2 = (c) => {
    let explained = explainable.filter((o) => o !== c && leadsTo(c, o)), others = explained.filter((o) => o.pattern.role === "cause" && !isThin(o));
    return Math.min(2, others.length) * 2 + Math.sign(explained.length);
  }, reach2 = new Map(roots.map((c) => [c, reachOf2(c)])), inFailures = visible.filter((v) => v.matches.some((m) => m.placement === "failure")), special = (inFailures.length ? inFailures : visible).filter((v) => !vague2.has(v.pattern.family)), accounts = new Map(roots.map((c) => [c, special.filter((v) => leadsTo(c, v)).length])), ranked = [...roots].sort(
    (a, b) => tier(a) - tier(b) || reach2.get(b) - reach2.get(a) || b.weight - a.weight || accounts.get(b) - accounts.get(a) || (isThin(a) ? Number(isTimely(b)) - Number(isTimely(a)) || Number(isGrave(b)) - Number(isGrave(a)) || Number(isUnasked(b.pattern)) - Number(isUnasked(a.pattern)) || Number(isOnlyThen(b)) - Number(isOnlyThen(a)) || timesSeen(b) - timesSeen(a) : 0) || position(a) - position(b) || a.pattern.id.localeCompare(b.pattern.id, "en")
  ), cause = ranked[0] ?? null;
  return {
    cause,
    rivals: ranked.slice(1).filter(
      (r) => cause && r.weight >= cause.weight - 0.15 && muchMore * r.share >= cause.share && !(isThin(r) && isTimely(cause) && !isTimely(r)) && !(isThin(r) && isOnlyThen(cause) && isAlsoElse(r)) && !(isGrave(cause) && isThin(r) && !isGrave(r)) && !(isThin(r) && isProvoked(r, cause)) && !(isUnasked(cause.pattern) && isThin(r) && !isUnasked(r.pattern) && !isTimely(r)) && !(isThin(cause) && accounts.get(r) < accounts.get(cause))
    ),
    effects: cause ? all.filter(
      (c) => c !== cause && c.weight > apart && leadsTo(cause, c) && (visible.includes(c) || sameObject(cause, c))
    ).sort(
      (a, b) => explains.distance(cause.pattern, a.pattern) - explains.distance(cause.pattern, b.pattern) || position(a) - position(b)
    ) : [],
    beside: cause ? all.filter(
      (o) => o !== cause && o.pattern.role === "cause" && o.matches.some((m) => m.weight > apart && isGathered(m.placement) && isSaid(m.match)) && explains.distance(cause.pattern, o.pattern) === null && explains.distance(o.pattern, cause.pattern) === null
    ) : [],
    // What leads to the other symptoms first, what they end in last.
    visible: visible.map((c) => ({ c, leads: visible.filter((o) => leadsTo(c, o)).length })).sort((a, b) => b.leads - a.leads).map(({ c }) => c)
  };
}
var isProvoked = (c, other) => c.matches.every((m) => m.weight < enough || isSaid(m.match) && isRefusal(c.pattern, m.match)) && (isUnasked(other.pattern) && isTimely(other) || other.matches.some(
  (m) => m.weight >= enough && m.match.at.kind === "object" && !isRefusal(other.pattern, m.match)
));
function visibleOf(near2) {
  let symptoms = near2.filter((c) => c.pattern.role === "symptom"), shown = symptoms.filter((c) => c.matches.some((m) => m.placement !== "bundle" && m.weight >= enough));
  return shown.length ? shown : symptoms;
}
function sameObject(a, b) {
  let names = (c) => c.matches.flatMap((m) => m.match.object ? [stem(m.match.object.name)] : []), own = names(a);
  return own.length === 0 || names(b).some((name2) => own.includes(name2));
}
function inOrder(cause, effect) {
  return !cause.first || !effect.first || !isEffectTooEarly(cause.first, effect.first);
}
function isEffectTooEarly(cause, effect) {
  return Date.parse(cause) > Date.parse(effect) + clockSkew;
}
var tier = (c) => c.weight >= sure ? 0 : isThin(c) ? 2 : 1, sure = 0.9;
function isLastWord(said4, end) {
  let times = (c) => c.matches.filter((m) => m.weight >= enough).map((m) => Date.parse(m.match.at.time ?? ""));
  return times(said4).some((a) => times(end).some((b) => !(a < b - clockSkew || a > b + clockSkew)));
}

// src/diagnose/calibration.ts
var calibration = [0.9, 0.9, 0.9, 0.96, 0.97, 0.97, 0.97, 0.97];

// src/diagnose/confidence.ts
function points(choice) {
  let { cause, rivals, effects: effects2, visible } = choice;
  if (!cause) return 0;
  let near2 = cause.matches.filter((m) => m.weight >= 0.5), logs = new Set(near2.map((m) => `${m.match.at.source}\0${m.match.at.path}`)), n = 0;
  return cause.pattern.fallback || n++, rivals.length || n++, isThin(cause) || n++, cause.weight >= 0.9 && n++, logs.size > 1 && n++, visible.some((v) => effects2.includes(v)) && n++, near2.reduce((sum2, m) => sum2 + m.match.count, 0) > 1 && n++, isThin(cause) ? Math.min(n, mostThin) : n;
}
var mostThin = 2;
function confidence(choice) {
  return calibration[Math.min(points(choice), calibration.length - 1)] ?? 0;
}

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
  let text2 = findings.tests?.failures[0]?.message.split(`
`)[0] ?? lines[0]?.text ?? findings.sources.map((s) => s.state).join();
  return hash(withoutName(normalise(text2), findings.service));
}
function withoutName(text2, service) {
  let parts = service.split(/[^a-z0-9]+/i).filter((part) => part !== "");
  return parts.join("").length < 4 ? text2 : text2.replace(new RegExp(parts.join("[-_ ]?"), "gi"), "<service>");
}

// src/diagnose/explains.ts
function explainsGraph(patterns) {
  let byName = /* @__PURE__ */ new Map();
  for (let p of patterns)
    for (let name2 of [p.id, p.family]) {
      let named3 = byName.get(name2);
      named3 ? named3.push(p) : byName.set(name2, [p]);
    }
  let known2 = /* @__PURE__ */ new Map(), from = (start2) => {
    let distances = known2.get(start2.id);
    if (!distances) {
      distances = /* @__PURE__ */ new Map(), known2.set(start2.id, distances);
      let front = [start2];
      for (let steps = 1; front.length && steps <= 6; steps++) {
        let next = [];
        for (let p of front.flatMap((q) => q.explains.flatMap((name2) => byName.get(name2) ?? [])))
          p.id === start2.id || distances.has(p.id) || (distances.set(p.id, steps), next.push(p));
        front = next;
      }
    }
    return distances;
  };
  return { distance: (a, b) => from(a).get(b.id) ?? null };
}

// src/fill.ts
var alike = ["service", "deployment", "workload", "host", "pod", "name", "container"];
function fillTitle(title, captures) {
  let other = alike.find((name2) => captures[name2]), known2 = other ? { ...Object.fromEntries(alike.map((name2) => [name2, captures[other]])), ...captures } : captures;
  return fillWords(title, known2).replace(/[\s:]+$/, "");
}
function fillWords(words2, captures) {
  return fill2(words2, (name2) => captures[name2]?.trim().slice(0, 200) || "…");
}
function fillCommand(command2, captures) {
  return fill2(command2, (name2) => {
    let value = captures[name2]?.trim().slice(0, 200);
    return value ? shellWord(value) : name2.toUpperCase();
  });
}
function shellWord(value) {
  let word = value.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  return /^[\w./:@+,][\w./:@=+,-]*$/.test(word) ? word : `'${word.replace(/^-/, "./-").replaceAll("'", "'\\''")}'`;
}
var fill2 = (template, value) => template.replace(/\{([a-z_]+)\}/g, (_, name2) => value(name2));

// src/diagnose/places.ts
var mostEvidence = 4, titleOf = (c) => fillTitle(c.pattern.title, c.matches[0].match.captures);
function evidenceOf(c) {
  let places = c.matches.flatMap((m) => [m.match.at, ...m.match.also]), logs = /* @__PURE__ */ new Set(), firsts = places.filter(
    (at) => !logs.has(`${at.source}\0${at.path}`) && logs.add(`${at.source}\0${at.path}`)
  );
  return [...firsts, ...places.filter((at) => !firsts.includes(at))].slice(0, mostEvidence);
}

// src/diagnose/hypotheses.ts
var most3 = 3, mostAgainst = 2, inFailure = 0.8;
function hypotheses(open, { visible }, { findings, explains }) {
  return open.toSorted((a, b) => b.weight - a.weight || a.pattern.id.localeCompare(b.pattern.id, "en")).slice(0, most3).map((c) => ({
    family: c.pattern.family,
    title: titleOf(c),
    confidence: Math.round(Math.min(0.5, c.weight * 0.5) * 100) / 100,
    for: evidenceOf(c),
    against: [...wellInTheEnd(c, findings), ...shownBefore(c, visible, explains)].slice(0, mostAgainst),
    validate: c.pattern.validate.map((command2) => fillCommand(command2, c.matches[0].match.captures))
  }));
}
function wellInTheEnd(c, { objects }) {
  let about = new Set(c.matches.flatMap((m) => m.match.object ? [keyOf(m.match.object)] : [])), own = new Set(c.matches.map((m) => `${m.match.at.path}\0${m.match.at.line}`));
  return objects.filter((o) => about.has(keyOf(o)) && tellsState(o) && !isUnhealthy(o)).map((o) => o.at).filter((at) => !own.has(`${at.path}\0${at.line}`));
}
var tellsState = (o) => o.phase !== null || o.conditions.length > 0 || o.containers.length > 0 || o.ready !== null;
function shownBefore(c, visible, explains) {
  let { first: first2 } = c;
  return first2 === null ? [] : visible.filter((v) => explains.distance(c.pattern, v.pattern) !== null).flatMap(
    (v) => v.matches.filter((m) => m.placement !== "bundle" && m.weight >= inFailure).map((m) => m.match.at)
  ).filter((at) => at.time !== null && isEffectTooEarly(first2, at.time)).slice(0, 1);
}

// src/diagnose/one-of-many.ts
var crowd = 3;
function isOneOfMany({ cause, rivals, effects: effects2, visible, beside }) {
  if (!cause) return !1;
  let { fallback, family } = cause.pattern, isOfFew = muchMore * cause.share < 1;
  if (fallback && isOfFew) return !0;
  let others = visible.filter((v) => v.pattern.family !== family);
  if (fallback && family === "assertion-failed" && others.length && !others.some((v) => effects2.includes(v)))
    return !0;
  let elsewhere = rivals.filter((r) => position(r) !== position(cause));
  if (cause.weight < 1 && elsewhere.length >= crowd || isThin(cause) && isOneVoice(cause, beside)) return !0;
  let apartFrom = rivals.filter((r) => !isSameText(r, cause) && !isSameTrouble(r, cause));
  return isThin(cause) && (isOfFew || apartFrom.some((r) => muchMore * timesSeen(r) > timesSeen(cause)));
}
function isOneVoice(cause, beside) {
  let isUntimed = cause.matches.filter((m) => m.weight >= enough).every(
    (m) => m.moment === null && // Last words were said at the end.
    m.match.at.kind !== "previous-log" && !m.match.object && isSaid(m.match) && !isLasting(cause.pattern, m.match) && !isUnasked(cause.pattern)
  ), kinds4 = new Set(beside.map((c) => c.pattern.family));
  return isUntimed && kinds4.size >= crowd && beside.some((c) => timesHeard(c) > timesSeen(cause));
}
function isSameText(a, b) {
  let lines = (c) => c.matches.filter((m) => m.weight >= enough).map(({ match: { at } }) => `${at.source}\0${at.path}\0${at.line}`), known2 = new Set(lines(b));
  return lines(a).every((line) => known2.has(line));
}
function isSameTrouble(a, b) {
  let logs = (c) => c.matches.filter((m) => m.weight >= enough).map(({ match: { at } }) => `${at.source}\0${at.path}`), known2 = new Set(logs(b));
  return !a.matches.some((m) => isRefusal(a.pattern, m.match)) && a.pattern.family === b.pattern.family && logs(a).every((log2) => known2.has(log2));
}

// src/diagnose/diagnose.ts
function knowledgeOf(patterns, config) {
  return { patterns: new Map(patterns.map((p) => [p.id, p])), explains: explainsGraph(patterns), config };
}
var assertAt = 0.6, confirmAt = 0.9;
function chosen(suite, findings, { patterns, explains, config }) {
  let all = candidates(findings, suite.job, patterns, config, explains), choice = choose(all, explains), sure2 = confidence(choice), { cause } = choice, asserted = cause !== null && sure2 >= assertAt && !isOneOfMany(choice) && // What a test expected is why the job failed, but where services' logs were read, not why it came otherwise.
  !(isBare(cause) && hasMore(findings));
  return { all, choice, sure: sure2, asserted };
}
function isEstablished(suite, findings, knowledge) {
  let { asserted, choice } = chosen(suite, findings, knowledge);
  return asserted && choice.cause !== null && !isBare(choice.cause) && !isThin(choice.cause);
}
function diagnose(suite, findings, knowledge) {
  let { explains } = knowledge, { all, choice, sure: sure2, asserted } = chosen(suite, findings, knowledge), lines = excerpt(findings, suite.job), { cause } = choice;
  return {
    state: cause && asserted ? sure2 >= confirmAt && !choice.rivals.length && !isThin(cause) ? "confirmed" : "likely" : stateWithoutCause(choice, findings),
    root_cause: cause && asserted ? {
      pattern: cause.pattern.id,
      family: cause.pattern.family,
      title: titleOf(cause),
      confidence: sure2,
      captures: cause.matches[0].match.captures,
      evidence: evidenceOf(cause)
    } : null,
    chain: cause && asserted ? [link(cause, "cause"), ...effects(choice, explains).map((c) => link(c, "symptom"))] : choice.visible.slice(0, 3).map((c) => link(c, "symptom")),
    hypotheses: hypotheses(
      asserted ? choice.rivals : all.filter((c) => c.pattern.role === "cause" && c.weight > 0),
      choice,
      { findings, explains }
    ),
    excerpt: lines,
    signature: signature(findings, lines)
  };
}
var hasMore = ({ sources, objects, events, matches }) => sources.some((s) => s.kind === "bundle" && isRead(s)) && (objects.length > 0 || events.length > 0 || matches.some(({ at }) => at.kind !== "job-log" && at.kind !== "test-report")), isRead = ({ state }) => state === "read" || state === "truncated";
function stateWithoutCause(choice, findings) {
  return choice.visible.length ? "symptom-only" : findings.sources.some(isRead) ? "unclassified" : "no-evidence";
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

// src/match/fingerprint.ts
var emptyFingerprint = () => new Int32Array(128), bitOf = (bytes) => Math.imul(bytes, 2654435761) >>> 20;
function takeFingerprint(fingerprint, bytes, start2, end) {
  fingerprint.fill(0);
  let last = bytes[start2] << 8 | bytes[start2 + 1];
  for (let i = start2 + 2; i < end; i++) {
    last = (last << 8 | bytes[i]) & 16777215;
    let bit = bitOf(last);
    fingerprint[bit >>> 5] |= 1 << (bit & 31);
  }
}
function signatureOf(requirements) {
  let signature2 = [];
  for (let literals of requirements) {
    signature2.push(signature2.length + 1 + literals.length * 4);
    for (let literal of literals)
      for (let i = 0; i < 4; i++)
        signature2.push(bitAt(literal, Math.round(i * (literal.length - 3) / 3)));
  }
  return Int32Array.from(signature2);
}
var bitAt = (text2, at) => bitOf(text2.charCodeAt(at) << 16 | text2.charCodeAt(at + 1) << 8 | text2.charCodeAt(at + 2));
function mayMeet(fingerprint, signature2) {
  for (let i = 0; i < signature2.length; ) {
    let end = signature2[i++];
    for (; i < end && !hasAll(fingerprint, signature2, i); ) i += 4;
    if (i === end) return !1;
    i = end;
  }
  return !0;
}
function hasAll(fingerprint, signature2, from) {
  for (let i = from; i < from + 4; i++) {
    let bit = signature2[i];
    if ((fingerprint[bit >>> 5] >>> (bit & 31) & 1) === 0) return !1;
  }
  return !0;
}

// src/match/words.ts
function hashOf(word) {
  return Math.imul(word, 2654435761) >>> 14;
}
var emptyWordSet = () => new Int32Array(65536);
function has2(set, word) {
  let hash2 = Math.imul(word, 2654435761) >>> 11;
  return set[hash2 >>> 5] >>> hash2;
}
function admit(set, word, mask) {
  if (mask === -1) {
    let hash2 = Math.imul(word, 2654435761) >>> 11;
    set[hash2 >>> 5] |= 1 << hash2;
  } else
    for (let byte = 0; byte < 256; byte++) admit(set, word | byte << (mask === firstThree ? 24 : 0), -1);
}
function withByte(word, byte, side) {
  return Math.imul(word, 2246822507) + Math.imul(byte | side, 3266489909);
}
var firstThree = 16777215, lastThree = -256;
function partAt(text2, at) {
  let word = 0;
  for (let i = 0; i < 4; i++)
    at + i >= 0 && at + i < text2.length && (word |= text2.charCodeAt(at + i) << i * 8);
  return word;
}
function knownBytes(length, at) {
  return Math.max(0, Math.min(length, at + 4) - Math.max(0, at));
}
var stride = 2;
function wordAt(length, shift) {
  return knownBytes(length, shift) >= knownBytes(length, shift - stride) ? shift : shift - stride;
}
function knownBits(length, at) {
  let mask = 0;
  for (let i = 0; i < 4; i++) at + i >= 0 && at + i < length && (mask |= 255 << i * 8);
  return mask;
}
function histogram(view, counts, step = 1, weight = 1) {
  for (let i = 0; i < view.length; i += step) counts[hashOf(view[i])] += step * weight;
}

// src/match/grams.ts
var Field = {
  /** What is known of the word. */
  word: 0,
  /** What is known of the words before and behind it, and which of their bits that is. */
  before: 1,
  beforeMask: 2,
  behind: 3,
  behindMask: 4,
  /** The number of the literal, and `shiftBits` for how many bytes behind the literal's begin the word begins, one more. */
  literal: 5
}, fields = 6, shiftBits = 9, slot = (word, width) => Math.imul(word, 2654435761) >>> 32 - width;
function gramsOf({ literals }, { chosen: chosen2, at: words2 }, before) {
  let any = before?.any.fill(0) ?? emptyWordSet(), near2 = before?.near.fill(0) ?? emptyWordSet(), whole = listOf(chosen2.length * stride), parts = listOf(chosen2.length * stride);
  for (let i = 0; i < chosen2.length; i++) {
    let number2 = chosen2[i], text2 = literals[number2], { length } = text2;
    for (let shift = 0; shift < stride; shift++) {
      let at = words2[number2 * stride + shift], mask = knownBits(length, at), word = partAt(text2, at), list2 = mask === -1 ? whole : parts, { entries } = list2;
      entries[list2.length + Field.word] = word, entries[list2.length + Field.before] = partAt(text2, at - 4), entries[list2.length + Field.beforeMask] = knownBits(length, at - 4), entries[list2.length + Field.behind] = partAt(text2, at + 4), entries[list2.length + Field.behindMask] = knownBits(length, at + 4), entries[list2.length + Field.literal] = number2 << shiftBits | at + 1, list2.length += fields, admit(any, word, mask), admitNear(near2, word, text2, at);
    }
  }
  return {
    any,
    near: near2,
    whole: tableOf(whole, 15, before?.whole),
    parts: tableOf(parts, 12, before?.parts),
    literals
  };
}
function admitNear(near2, word, text2, at) {
  if (at + 4 < text2.length) admit(near2, withByte(word, text2.charCodeAt(at + 4), 0), -1);
  else if (at > 0) admit(near2, withByte(word, text2.charCodeAt(at - 1), 256), -1);
  else for (let byte = 0; byte < 256; byte++) admit(near2, withByte(word, byte, 0), -1);
}
var listOf = (most4) => ({ entries: new Int32Array(most4 * fields), length: 0 });
function tableOf(list2, width, before) {
  let from = before?.from.fill(0) ?? new Int32Array(2 ** width + 1), { length } = list2, entries = before && before.entries.length >= length ? before.entries : new Int32Array(length);
  for (let i = 0; i < length; i += fields) from[slot(list2.entries[i], width)] += fields;
  for (let hash2 = 1; hash2 < from.length; hash2++) from[hash2] += from[hash2 - 1];
  for (let i = 0; i < length; i += fields) {
    let hash2 = slot(list2.entries[i], width);
    from[hash2] -= fields;
    for (let field2 = 0; field2 < fields; field2++) entries[from[hash2] + field2] = list2.entries[i + field2];
  }
  return { width, from, entries };
}

// src/match/literal-index.ts
var seen = 16, candidatesPerHit = 25;
function indexLiterals(wanted) {
  let numbers = /* @__PURE__ */ new Map(), literals = [], searchers = wanted.map(
    (sets) => sets.map((set) => {
      let own = new Int32Array(set.length);
      for (let i = 0; i < set.length; i++) {
        let text2 = set[i], number2 = numbers.get(text2);
        number2 === void 0 && (number2 = literals.push(text2) - 1, numbers.set(text2, number2)), own[i] = number2;
      }
      return own;
    })
  ), from = new Int32Array(literals.length + 1);
  for (let number2 = 0; number2 < literals.length; number2++)
    from[number2 + 1] = from[number2] + wordsIn(literals[number2].length);
  let words2 = new Int32Array(from[literals.length]), counts = new Uint16Array(262144);
  for (let number2 = 0; number2 < literals.length; number2++) {
    hashWords(literals[number2], words2, from[number2]);
    for (let i = from[number2]; i < from[number2 + 1]; i++) counts[words2[i]]++;
  }
  return { literals, searchers, words: words2, from, counts, prices: new Float32Array(262144) };
}
var least = stride + 3;
function wordsIn(length) {
  if (length >= least) return length - 3;
  let count3 = 0;
  for (let shift = 0; shift < stride; shift++)
    count3 += knownBits(length, wordAt(length, shift)) === -1 ? 1 : usual.length;
  return count3;
}
function hashWords(text2, words2, from) {
  let { length } = text2, i = from;
  if (length >= least) {
    let word = partAt(text2, 0);
    words2[i++] = hashOf(word);
    for (let at = 4; at < length; at++)
      word = word >>> 8 | text2.charCodeAt(at) << 24, words2[i++] = hashOf(word);
    return;
  }
  for (let shift = 0; shift < stride; shift++) {
    let at = wordAt(length, shift), mask = knownBits(length, at), word = partAt(text2, at);
    if (mask === -1) words2[i++] = hashOf(word);
    else
      for (let n = 0; n < usual.length; n++)
        words2[i++] = hashOf(word | usual.charCodeAt(n) << (mask === firstThree ? 24 : 0));
  }
}
var usual = ` 
":,.=/-abcdefghilmnoprstuvwy0125`;
function chooseLiterals(index, data) {
  let { literals, searchers, prices } = index, at = new Int32Array(literals.length * stride), costs = new Float64Array(literals.length);
  for (let hash2 = 0; hash2 < 262144; hash2++) prices[hash2] = data[hash2] * seen + index.counts[hash2];
  for (let number2 = 0; number2 < literals.length; number2++) costs[number2] = price(index, number2, at);
  let since = new Int32Array(literals.length + 1), best = searchers.map((sets) => cheapest(sets, costs));
  for (let set of best) for (let i = 0; i < set.length; i++) since[set[i] + 1]++;
  let chosen2 = new Int32Array(literals.length), count3 = 0;
  for (let number2 = 0; number2 < literals.length; number2++)
    since[number2 + 1] > 0 && (chosen2[count3++] = number2), since[number2 + 1] += since[number2];
  let filled2 = since.slice(), by = new Int32Array(since[literals.length]);
  return best.forEach((set, searcher) => {
    for (let i = 0; i < set.length; i++) by[filled2[set[i]]++] = searcher;
  }), { chosen: chosen2.slice(0, count3), at, searchers: by, since };
}
function price(index, number2, at) {
  let { literals, words: words2, from, prices } = index, first2 = from[number2], end = Math.min(from[number2 + 1], first2 + farthest2), { length } = literals[number2], found2 = prices[words2[first2]], candidates3 = 0;
  if (length < least) {
    for (let shift = 0; shift < stride; shift++) at[number2 * stride + shift] = wordAt(length, shift);
    for (let i = first2; i < end; i++) candidates3 += prices[words2[i]];
    return found2 = length < 4 ? candidates3 : found2 * 6, candidates3 / stride + found2 * candidatesPerHit;
  }
  for (let shift = 0; shift < stride; shift++) {
    let best = Number.POSITIVE_INFINITY;
    for (let i = first2 + shift; i < end; i += stride) {
      let word = prices[words2[i]];
      word >= best || (best = word, at[number2 * stride + shift] = i - first2);
    }
    candidates3 += best, best < found2 && (found2 = best);
  }
  return candidates3 / stride + found2 * candidatesPerHit;
}
var farthest2 = 256;
function cheapest(sets, costs) {
  let best = sets[0], least2 = Number.POSITIVE_INFINITY;
  for (let n = 0; n < sets.length; n++) {
    let set = sets[n], sum2 = 0;
    for (let i = 0; i < set.length; i++) sum2 += costs[set[i]];
    sum2 < least2 && (least2 = sum2, best = set);
  }
  return best;
}

// src/match/sweep.ts
function sweep(any, view, candidates3) {
  let count3 = 0, word = view[0], last = view.length - 2, i = 0;
  for (; i < last; i += 2) {
    let next = view[i + 1], other = view[i + 2], first2 = has2(any, word), second = has2(any, word >>> 16 | next << 16), third = has2(any, next), fourth = has2(any, next >>> 16 | other << 16);
    ((first2 | second | third | fourth) & 1) !== 0 && (candidates3[count3++] = i << 4 | first2 & 1 | (second & 1) << 1 | (third & 1) << 2 | (fourth & 1) << 3), word = other;
  }
  return candidates3[count3++] = i << 4 | 15, count3;
}
function confirm(grams, view, candidates3, length, bytes, places) {
  let { near: near2, whole, parts } = grams, hasParts = parts.entries.length > 0;
  places.count = 0;
  let count3 = 0;
  for (let n = 0; n < length; n++) {
    let candidate = candidates3[n];
    for (let bits = candidate & 15; bits !== 0; bits &= bits - 1) {
      let at = (candidate >>> 4) * 4 + (31 - Math.clz32(bits & -bits)) * stride, word = wordFrom(view, at), before = wordFrom(view, at - 4), behind = wordFrom(view, at + 4);
      if (count3++, mayStand(near2, word, before, behind) && follow(grams, whole, word, before, behind, at, bytes, places), !hasParts) continue;
      let first2 = word & firstThree;
      mayStand(near2, first2, before, behind) && follow(grams, parts, first2, before, behind, at, bytes, places);
      let last = word & lastThree;
      mayStand(near2, last, before, behind) && follow(grams, parts, last, before, behind, at, bytes, places);
    }
  }
  return count3;
}
function mayStand(near2, word, before, behind) {
  return ((has2(near2, withByte(word, behind & 255, 0)) | has2(near2, withByte(word, before >>> 24, 256))) & 1) !== 0;
}
function follow({ literals }, { from, width, entries }, word, before, behind, at, bytes, places) {
  let hash2 = slot(word, width), end = from[hash2 + 1];
  for (let entry = from[hash2]; entry < end; entry += fields) {
    if (word !== entries[entry + Field.word] || ((before ^ entries[entry + Field.before]) & entries[entry + Field.beforeMask]) !== 0 || ((behind ^ entries[entry + Field.behind]) & entries[entry + Field.behindMask]) !== 0) continue;
    let packed = entries[entry + Field.literal], literal = packed >>> shiftBits, start2 = at + 1 - (packed & (1 << shiftBits) - 1);
    start2 >= 0 && stands(literals[literal], bytes, start2) && add(places, literal, start2);
  }
}
function add(places, literal, start2) {
  let at = places.count * 2;
  if (at === places.pairs.length) {
    let more2 = new Int32Array(at * 2);
    more2.set(places.pairs), places.pairs = more2;
  }
  places.pairs[at] = literal, places.pairs[at + 1] = start2, places.count++;
}
function wordFrom(view, at) {
  let i = at >> 2;
  if (i < 0 || i + 1 >= view.length) return edge(view, at);
  let half = (at & 2) << 3;
  return view[i] >>> half | view[i + 1] << 16 & -(half >>> 4);
}
function edge(view, at) {
  let word = (i2) => i2 >= 0 && i2 < view.length ? view[i2] : 0, i = at >> 2;
  return (at & 2) === 0 ? word(i) : word(i) >>> 16 | word(i + 1) << 16;
}
function stands(literal, bytes, start2) {
  if (start2 + literal.length > bytes.length) return !1;
  for (let i = 0; i < literal.length; i++) if (bytes[start2 + i] !== literal.charCodeAt(i)) return !1;
  return !0;
}

// src/match/prefilter.ts
function buildPrefilter(wanted) {
  return {
    wanted: [...wanted],
    index: null,
    choice: null,
    grams: null,
    counts: new Uint32Array(262144),
    candidates: new Int32Array(0),
    places: { pairs: new Int32Array(1024), count: 0 },
    effort: { bytes: 0, next: window, all: 0, usual: 0, excess: 0, best: 0 }
  };
}
function seek(filter, literals) {
  filter.wanted.push([literals]), filter.index = null, filter.grams = null;
}
function findLiterals(filter, bytes, mayChoose = !0) {
  let view = wordsOf(bytes), { effort, places } = filter, share = effort.next / 8;
  !filter.grams || effort.bytes < firstBytes ? histogram(view, filter.counts) : effort.bytes % share < window && histogram(view, filter.counts, 3, share / window), effort.bytes += bytes.length, filter.grams || choose2(filter);
  let choice = filter.choice;
  filter.candidates.length < view.length && (filter.candidates = new Int32Array(view.length));
  let grams = filter.grams, count3 = sweep(grams.any, view, filter.candidates), seen2 = confirm(grams, view, filter.candidates, count3, bytes, places), found2 = places.pairs.subarray(0, places.count * 2);
  if (mayChoose) {
    let hits = 0;
    for (let i = 0; i < found2.length; i += 2) hits += choice.since[found2[i] + 1] - choice.since[found2[i]];
    (isOutdated(effort, hits + seen2 / candidatesPerHit, filter.wanted.length) || effort.bytes >= effort.next) && (histogram(view, filter.counts, 1, Math.max(1, share / window)), choose2(filter));
  }
  return { places: found2, choice };
}
var window = 1 << 18, firstBytes = 8 * window, timesAsMuch = 8, choosing = 6, borne = 0.15, remembered = 2 ** 30, memory = 8;
function isOutdated(effort, cost, searchers) {
  return effort.all += cost, effort.usual += (cost - effort.usual) / memory, effort.best = Math.min(effort.best, effort.usual * 1.25), effort.excess += Math.max(0, cost - effort.best), effort.excess > Math.max(searchers * choosing, effort.all * borne);
}
function choose2(filter) {
  let { counts, effort } = filter;
  if (filter.index ??= indexLiterals(filter.wanted), filter.choice = chooseLiterals(filter.index, counts), filter.grams = gramsOf(filter.index, filter.choice, filter.grams), effort.bytes > remembered) for (let i = 0; i < counts.length; i++) counts[i] >>>= 1;
  for (; effort.bytes >= effort.next; ) effort.next *= timesAsMuch;
  effort.excess = 0, effort.best = Number.POSITIVE_INFINITY;
}
function wordsOf(bytes) {
  let length = bytes.length + 3 >> 2, { buffer, byteOffset } = bytes;
  if (byteOffset % 4 === 0 && byteOffset + length * 4 <= buffer.byteLength)
    return new Int32Array(buffer, byteOffset, length);
  let copy = new Uint8Array(length * 4);
  return copy.set(bytes), new Int32Array(copy.buffer);
}

// src/match/matcher.ts
function buildMatcher(patterns) {
  let probes = [], sought = [], wanted = [], blind = [], add2 = (pattern, condition, c) => {
    let { literals } = c.line, number2 = probes.push({
      pattern,
      condition,
      kinds: c.in,
      line: c.line,
      signature: null,
      silences: silences(patterns[pattern])
    }) - 1;
    literals.length ? (sought.push(number2), wanted.push(literals)) : blind.push(number2);
  };
  return patterns.forEach((pattern, number2) => {
    pattern.conditions.forEach((c, place2) => {
      c.type === "line" && add2(number2, place2, c);
    }), pattern.unless.forEach((c, place2) => {
      c.type === "line" && add2(number2, -1 - place2, c);
    });
  }), {
    patterns,
    probes,
    prefilter: buildPrefilter(wanted),
    sought,
    blind,
    found: /* @__PURE__ */ new Set(),
    fingerprint: emptyFingerprint(),
    lookedAt: new Int32Array(probes.length),
    taken: 0,
    piece: 0,
    likely: [],
    counting: /* @__PURE__ */ new Map()
  };
}
function countingIn(matcher, kind) {
  let counting2 = matcher.counting.get(kind);
  if (!counting2) {
    let isFor = ({ kinds: kinds4 }) => !kind || !kinds4.length || kinds4.includes(kind);
    counting2 = Uint8Array.from(matcher.probes, (probe) => isFor(probe) ? 1 : 0), matcher.counting.set(kind, counting2);
  }
  return counting2;
}
function signatureFor(probe) {
  return probe.signature ??= signatureOf(probe.line.literals), probe.signature;
}
function silences({ role, mode, unless }) {
  return role === "noise" && mode === "any" && unless.length === 0;
}
function watch(matcher, literals) {
  matcher.sought.at(-1) !== watching && (seek(matcher.prefilter, literals), matcher.sought.push(watching));
}
var watching = -1;

// src/match/structured.ts
function matchEvent(c, event2) {
  if (c.kind && c.kind !== event2.object.kind || c.name && !c.name.exec(event2.object.name) || c.reason && !c.reason.exec(event2.reason)) return null;
  let found2 = c.message ? run(c.message, event2.message) : {};
  return found2 && {
    ...identity(event2.object.kind, event2.object.namespace, event2.object.name, event2.object.container),
    ...found2
  };
}
function matchObject(c, object, said4 = stateTexts(object)) {
  if (c.kind && c.kind !== object.kind || c.name && !c.name.exec(object.name) || c.phase && !c.phase.exec(object.phase ?? "")) return null;
  let message = null, container;
  if (c.waiting) {
    let state = object.containers.find((s) => s.waiting && c.waiting.exec(s.waiting.reason ?? ""));
    if (!state) return null;
    container = state.name, message = state.waiting.message;
  }
  if (c.terminated) {
    let state = object.containers.find(
      (s) => [s.terminated, s.last_terminated].some((t) => t && c.terminated.exec(t.reason ?? ""))
    );
    if (!state) return null;
    container = state.name, message ??= (state.terminated ?? state.last_terminated).message;
  }
  if (c.condition) {
    let wanted = c.condition, state = object.conditions.find(
      (s) => s.type === wanted.type && (!wanted.status || s.status === wanted.status) && (!wanted.reason || wanted.reason.exec(s.reason ?? ""))
    );
    if (!state) return null;
    message ??= state.message;
  }
  let own = () => identity(object.kind, object.namespace, object.name, container);
  if (!c.message) return own();
  let texts2 = c.waiting || c.terminated || c.condition ? [message] : said4;
  for (let text2 of texts2) {
    let found2 = text2 && run(c.message, text2);
    if (found2) return { ...own(), ...found2 };
  }
  return null;
}
function isAbsent(c, objects) {
  let kind = objects.filter((o) => o.kind === c.kind);
  return kind.length > 0 && !kind.some((o) => c.name.exec(o.name));
}
function stateTexts(object) {
  return [
    object.message,
    ...object.conditions.map((s) => s.message),
    ...object.containers.flatMap((s) => [
      s.waiting?.message ?? null,
      s.terminated?.message ?? null,
      s.last_terminated?.message ?? null
    ])
  ].filter((text2) => !!text2);
}
function run(expression, text2) {
  for (let line of text2.split(`
`)) {
    let match = expression.exec(line);
    if (match)
      return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== void 0));
  }
  return null;
}
function identity(kind, namespace, name2, container) {
  return { kind, name: name2, ...namespace ? { namespace } : {}, ...container ? { container } : {} };
}

// src/match/combine.ts
var unlessReach = 30;
function combine(pattern, of, objects) {
  let excused = (match) => pattern.unless.some((c, i) => {
    if (c.type === "absent") return isAbsent(c, objects);
    let found2 = of(-1 - i);
    return c.type === "line" ? found2.some((f) => isJustAfter(f.at, match.at)) : found2.length > 0;
  });
  return candidates2(pattern, of, objects).filter((match) => !excused(match));
}
function candidates2(pattern, of, objects) {
  let positive = pattern.conditions.flatMap((c, i) => c.type === "absent" ? [] : [of(i)]);
  return pattern.mode === "any" ? positive.flat().map((found2) => toMatch2(pattern, [found2])) : !pattern.conditions.every((c) => c.type !== "absent" || isAbsent(c, objects)) || positive.some((list2) => !list2.length) ? [] : pattern.mode === "all" ? [
    toMatch2(
      pattern,
      positive.map((list2) => list2[0])
    )
  ] : sequences(positive).map((run2) => toMatch2(pattern, run2));
}
function toMatch2(pattern, run2) {
  let [first2, ...rest2] = run2;
  return {
    pattern: pattern.id,
    captures: Object.assign({}, ...rest2.map((f) => f.captures), first2.captures),
    at: first2.at,
    object: first2.object,
    count: first2.count,
    also: rest2.map((f) => f.at),
    ...first2.retried && { retried: !0 }
  };
}
function sequences(lists) {
  let sorted = lists.map((list2) => list2.toSorted((a, b) => (a.at.line ?? 0) - (b.at.line ?? 0))), runs = [];
  for (let last of sorted.at(-1).toReversed()) {
    if (runs.some((run3) => sameLog(run3[0].at, last.at))) continue;
    let run2 = [last];
    for (let list2 of sorted.slice(0, -1).toReversed()) {
      let before = list2.findLast((f) => sameLog(f.at, last.at) && (f.at.line ?? 0) <= (run2[0].at.line ?? 0));
      if (!before) break;
      run2.unshift(before);
    }
    run2.length === lists.length && runs.push(run2);
  }
  return runs.toReversed();
}
function isJustAfter(excuse, at) {
  let distance = (excuse.line ?? 0) - (at.line ?? 0);
  return sameLog(excuse, at) && distance >= 0 && distance <= unlessReach;
}
var sameLog = (a, b) => a.source === b.source && a.path === b.path;

// src/match/noise.ts
function withoutNoise(matches, { patterns, probes }, lines) {
  let byId = new Map(patterns.map((p) => [p.id, p])), silent = probes.filter((p) => p.silences), isNoise2 = (m) => byId.get(m.pattern).role === "noise", misled = new Set(matches.filter(isNoise2).map((m) => lineKey(m.at)));
  return matches.filter((m) => {
    if (isNoise2(m)) return !1;
    if (m.at.line === null) return !0;
    let key = lineKey(m.at);
    return !misled.has(key) && (!lines.has(key) || knowsBetter(byId.get(m.pattern), m.at.text, silent));
  });
}
function knowsBetter({ conditions }, text2, silent) {
  let words2 = silent.flatMap(({ line }) => line.exec(text2)?.[0] ?? []);
  return conditions.some((c) => {
    let own = c.type === "line" ? c.line.exec(text2)?.[0] : void 0;
    if (c.type !== "line" || own === void 0 || !words2.length) return !1;
    let { line } = c;
    return words2.every(
      (word) => own.includes(word) && severalWords.test(own.replace(word, "…")) && !line.exec(text2.replace(word, "…"))
    );
  });
}
var severalWords = new RegExp("\\p{L}{3}.*\\P{L}.*\\p{L}{3}", "u"), lineKey = (at) => `${at.source}\0${at.path}\0${at.line}`;

// src/match/spans.ts
function spans(intervals, before) {
  let joined = [];
  for (let { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    let last = joined.at(-1);
    last && from - before <= last.to ? last.to = Math.max(last.to, to) : joined.push({ from: from - before, to });
  }
  let year = new Date(joined[0]?.from ?? 0).getUTCFullYear();
  return (time) => {
    let at = time === null ? Number.NaN : Date.parse(withYear(time, year)), low = 0, high = joined.length;
    for (; low < high; ) {
      let middle = low + high >> 1;
      joined[middle].to < at ? low = middle + 1 : high = middle;
    }
    return at >= (joined[low]?.from ?? Number.POSITIVE_INFINITY);
  };
}
var withYear = (time, year) => time.startsWith("0000-") ? `${String(year).padStart(4, "0")}${time.slice(4)}` : time;

// src/match/collector.ts
var mostGroups = 8, mostInGroup = 4, mostInTests = 4, skew = 10, mostExcuses = 40, mostFound = 2e4, mostOfCondition = 400, fewOfCondition = 20, longestText = 2e3, mostNoise = 2e5;
function createCollector(matcher) {
  let { patterns } = matcher, isSilent = patterns.map(silences), onEvents = conditionsOf(patterns, "event"), onObjects = conditionsOf(patterns, "object"), found2 = /* @__PURE__ */ new Map(), objects = [], noise = /* @__PURE__ */ new Set(), totals = /* @__PURE__ */ new Map(), total = 0, isInTest = () => !1, kept = /* @__PURE__ */ new WeakMap(), add2 = (pattern, condition, at, object, captures, times = 1, retried) => {
    if (isSilent[pattern]) {
      noise.size < mostNoise && noise.add(lineKey(at));
      return;
    }
    let name2 = `${pattern}:${condition}`, own = totals.get(name2) ?? 0, most4 = total < mostFound ? mostOfCondition : fewOfCondition, log2 = `${at.source}\0${at.path}`, logs = child(found2, name2, () => /* @__PURE__ */ new Map());
    if (own >= most4 && !logs.has(log2)) return;
    let groups2 = child(logs, log2, () => /* @__PURE__ */ new Map()), key = JSON.stringify(captures);
    if (!groups2.has(key) && groups2.size >= mostGroups) {
      let newer = [...groups2.keys()].slice(mostGroups / 2), old = newer.find((k) => !kept.has(groups2.get(k))) ?? newer[0], places = groups2.get(old).length;
      groups2.delete(old), own -= places, total -= places, totals.set(name2, own);
    }
    let group = child(groups2, key, () => []), last = group.at(-1), place2 = { at, object, captures, count: times, ...retried && { retried } };
    if (!last && isInTest(at.time) && kept.set(group, /* @__PURE__ */ new Set([place2])), last && at.line !== null && last.at.line === at.line) return;
    let isNoise2 = patterns[pattern].role === "noise";
    if (last && group.length >= (isNoise2 ? mostOfCondition : condition < 0 ? mostExcuses : mostInGroup)) {
      let inTests = kept.get(group), isKept = (inTests?.size ?? 0) < mostInTests && isInTest(at.time);
      if (!isKept && !inTests?.has(last)) {
        last.at = at, last.count += times, retried ? last.retried = !0 : delete last.retried;
        return;
      }
      isKept && kept.set(group, (inTests ?? /* @__PURE__ */ new Set()).add(place2));
    }
    own >= most4 || (totals.set(name2, own + 1), total++, group.push(place2));
  };
  return {
    log: (place2) => (hit) => {
      let { pattern, condition } = matcher.probes[hit.probe], { object, ...rest2 } = place2;
      add2(
        pattern,
        condition,
        { ...rest2, line: hit.line, time: hit.time, text: hit.text.slice(0, longestText) },
        object,
        hit.captures,
        1,
        hit.retried
      );
    },
    events(events) {
      for (let event2 of events)
        for (let { pattern, place: place2, condition } of onEvents) {
          let captures = matchEvent(condition, event2);
          captures && add2(pattern, place2, event2.at, event2.object, captures);
        }
    },
    objects(more2) {
      objects.push(...more2);
      for (let object of more2) {
        let said4 = stateTexts(object);
        for (let { pattern, place: place2, condition } of onObjects) {
          let captures = matchObject(condition, object, said4), { kind, namespace, name: name2 } = object;
          captures && add2(pattern, place2, object.at, { kind, namespace, name: name2 }, captures);
        }
      }
    },
    tests(times) {
      isInTest = spans(times.failed, skew);
    },
    places: () => [...found2].flatMap(([name2, logs]) => {
      let [pattern, condition] = name2.split(":").map(Number);
      return [...logs.values()].flatMap((groups2) => [...groups2.values()].flat()).map((place2) => ({ ...place2, pattern, condition, noise: noise.has(lineKey(place2.at)) }));
    }),
    restore(places, known2) {
      objects.push(...known2);
      for (let { pattern, condition, at, object, captures, count: count3, noise: isNoise2, retried } of places)
        isNoise2 && noise.size < mostNoise && noise.add(lineKey(at)), add2(pattern, condition, at, object, captures, count3, retried);
    },
    finish() {
      let matches = patterns.flatMap((pattern, number2) => combine(pattern, (place2) => [...found2.get(`${number2}:${place2}`)?.values() ?? []].flatMap((g) => [...g.values()].flat()), objects));
      return withoutNoise(matches, matcher, noise);
    }
  };
}
function conditionsOf(patterns, type) {
  let all = [], is = (c) => c.type === type;
  return patterns.forEach((p, pattern) => {
    p.conditions.forEach((condition, place2) => {
      is(condition) && all.push({ pattern, place: place2, condition });
    }), p.unless.forEach((condition, i) => {
      is(condition) && all.push({ pattern, place: -1 - i, condition });
    });
  }), all;
}
function child(map, key, make) {
  let value = map.get(key);
  return value === void 0 && (value = make(), map.set(key, value)), value;
}

// src/diagnose/deletions.ts
var deleting = /^being deleted since (\S+)(?:; (finalizers .+))?$/;
function stuckDeletions(objects, events, collected2) {
  let now = collected2 ? Date.parse(collected2) : Number.NaN;
  return Number.isNaN(now) && (now = [...objects.map((o) => o.at.time), ...events.map((e) => e.last)].reduce(
    (newest, time) => time ? Math.max(newest, Date.parse(time) || 0) : newest,
    0
  )), objects.flatMap((o) => {
    let [, since, held] = deleting.exec(o.message ?? "") ?? [];
    if (!since) return [];
    let late = now - Date.parse(since), isHeld = held !== void 0 && !/^finalizers batch\.kubernetes\.io\/job-tracking$/.test(held);
    return late > 3e5 || isHeld && !collected2 && late >= 0 ? [{ ...o, phase: "StuckTerminating" }] : [];
  });
}

// src/diagnose/workloads.ts
function workloadsWithoutPods(objects, events) {
  let pods = objects.filter((o) => o.kind === "Pod");
  if (!pods.length) return [];
  let replicaSets = objects.filter((o) => o.kind === "ReplicaSet");
  return objects.filter((o) => isWorkload(o) && (o.wanted ?? 0) > 0 && !o.ready && !isDone(o)).filter((o) => !objects.some((other) => isWorkload(other) && belongsTo(o, other))).filter((o) => !pods.some((pod) => belongsTo(pod, o, replicaSets))).map((o) => {
    let why = reason(o, replicaSets, events), name2 = o.namespace ? `${o.namespace}/${o.name}` : o.name, text2 = `${o.kind} ${name2} ${o.ready ?? 0}/${o.wanted} ready: none of its pods exists${why ? `; ${why}` : ""}`;
    return { ...o, phase: "NoPods", message: why, at: { ...o.at, text: text2.slice(0, 1e3) } };
  });
}
var isDone = (o) => o.kind === "Job" && o.conditions.some((c) => /^(?:Complete|Failed|Suspended)$/.test(c.type) && c.status === "True");
function reason(o, replicaSets, events) {
  let own = [o, ...replicaSets.filter((r) => belongsTo(r, o))], failing = own.flatMap(
    (w) => w.conditions.filter((c) => c.type === "ReplicaFailure" && c.status === "True")
  );
  if (failing[0]?.message) return [failing[0].reason, failing[0].message].filter(Boolean).join(": ");
  let told = events.findLast(
    (e) => e.type !== "Normal" && own.some((w) => w.kind === e.object.kind && w.name === e.object.name && sameNamespace(w, e.object))
  ), byName = events.findLast((e) => e.reason === "FailedCreate" && belongsTo(e.object, o)), event2 = told ?? byName;
  return event2 ? `${event2.reason}: ${event2.message}` : null;
}

// src/diagnose/written-by.ts
var event = /^\s*(?:[\w-]+ +)?(?:\d+[smhd]\S*(?: \(x\d+ over \S+\))?|<unknown>) +(?:Warning|Normal) +[A-Z]\w+ +([a-z]+)\/([\w.-]+) /, kinds = {
  pod: "Pod",
  deployment: "Deployment",
  replicaset: "ReplicaSet",
  statefulset: "StatefulSet",
  daemonset: "DaemonSet",
  job: "Job",
  node: "Node",
  persistentvolumeclaim: "PersistentVolumeClaim"
};
function rowOf(text2) {
  let [, kind, name2] = event.exec(text2) ?? [];
  return kind && kinds[kind] ? { kind: kinds[kind], namespace: null, name: name2 } : null;
}
function podIn(text2) {
  let [, namespace, name2] = /\bpod="([a-z0-9-]+)\/([a-z0-9.-]+)"/.exec(text2) ?? [];
  return name2 ? { kind: "Pod", namespace, name: name2 } : null;
}
var prefix = /^\s*\[pod\/([a-z0-9][\w.-]*)\/([\w.-]+)\] /;
function inFront(text2) {
  let [, name2, container] = prefix.exec(text2) ?? [];
  return name2 ? { kind: "Pod", namespace: null, name: name2, container } : null;
}
function composed(text2) {
  let name2 = /^([a-zA-Z0-9][\w.-]{0,100}) +\| /.exec(text2)?.[1];
  return name2 ? { kind: "Container", namespace: null, name: name2 } : null;
}
function writtenBy(matches, { logs = [], objects, events }) {
  let rows = /* @__PURE__ */ new Map();
  for (let { at, object } of events) at.path === null && at.line !== null && rows.set(at.line, object);
  let isStateless = !objects.some((o) => o.kind === "Pod");
  return matches.map((match) => {
    let { at } = match;
    if (at.kind === "node-log" && isStateless) return { ...match, object: podIn(at.text) ?? match.object };
    if (at.kind !== "job-log" || at.path !== null || at.line === null) return match;
    let row2 = resolve(rows.get(at.line) ?? rowOf(at.text), objects);
    if (row2) return { ...match, object: row2, at: { ...at, kind: "event", time: null } };
    let log2 = logs.find((l) => l.from <= at.line && at.line <= l.to), named3 = inFront(at.text) ?? log2?.object ?? composed(at.text), known2 = resolve(named3, objects);
    if (!named3 || !known2) return match;
    let object = { ...known2, ...named3.container ? { container: named3.container } : {} }, own = ownTime(at.text.replace(prefix, ""), Date.parse(at.time ?? "") || 0), time = own === null ? null : new Date(own).toISOString(), isPrevious = log2?.previous && named3 === log2.object;
    return { ...match, object, at: { ...at, kind: isPrevious ? "previous-log" : "container-log", time } };
  });
}
function resolve(named3, objects) {
  if (!named3) return null;
  let near2 = objects.filter((o) => sameNamespace(o, named3) && (o.kind !== "Container" || isUnhealthy(o))), isOfProject = ({ name: name2 }) => name2.endsWith(`-${named3.name}`) || name2.endsWith(`_${named3.name}`), found2 = near2.find((o) => o.kind === named3.kind && o.name === named3.name) ?? near2.find((o) => o.kind === "Container" && named3.kind === "Container" && isOfProject(o)) ?? near2.find((o) => o.kind === "Pod" && belongsTo(o, named3)) ?? near2.find((o) => o.kind === "Pod" && stem(o.name) === named3.name) ?? near2.find((o) => o.kind !== "Service" && o.name === named3.name);
  return found2 ? { kind: found2.kind, namespace: found2.namespace, name: found2.name } : null;
}

// src/match/record-time.ts
function recordClock(timeOf) {
  let block = null, known2 = { line: 0, from: -80, time: null };
  function own(line) {
    let { bytes, newlines, firstLine } = block, row2 = line - firstLine, start2 = row2 === 0 ? 0 : newlines[row2 - 1] + 1, end = Math.min(newlines[row2] ?? bytes.length, start2 + 4096);
    return end > start2 ? timeOf(Buffer.from(bytes.buffer, bytes.byteOffset + start2, end - start2).toString()) : null;
  }
  function at(line) {
    let first2 = block.firstLine + (block.continued ? 1 : 0), last = Math.max(known2.line + 1, first2, line - 80), from = line - 1, time = null;
    for (; from >= last && time === null; ) time = own(from--);
    return known2 = time === null ? { ...known2, line: line - 1 } : { line: line - 1, from: from + 1, time }, line - known2.from <= 80 ? known2.time : null;
  }
  return {
    open(next) {
      block = next;
    },
    at,
    close() {
      block && at(block.firstLine + block.newlines.length + (block.bytes.at(-1) === 10 ? 0 : 1)), block = null;
    }
  };
}

// src/match/line.ts
function tryLine(piece, numbers, { probes, eager, decode: decode3 }, found2) {
  let { buffer, start: start2, end } = piece;
  if (!eager && numbers.every((number2) => probes[number2].silences)) return;
  let latin = buffer.toString("latin1", start2, end), line = decode3(isAscii(latin) ? latin : utf8.decode(buffer.subarray(start2, end)));
  if (!line) return;
  let unquoted = unescaped(line.text), tried = (number2) => test(probes[number2], line.text, piece) ?? (unquoted === null ? null : test(probes[number2], unquoted, piece)), isFound = eager;
  for (let number2 of numbers) {
    let captures = probes[number2].silences ? null : tried(number2);
    captures && found2(number2, line, captures), isFound ||= captures !== null;
  }
  if (isFound)
    for (let number2 of numbers) {
      let captures = probes[number2].silences ? tried(number2) : null;
      captures && found2(number2, line, captures);
    }
}
var utf8 = new TextDecoder(), isAscii = (text2) => !/[^\x00-\x7f]/.test(text2);
function test({ line }, text2, { headless: headless2, endless }) {
  let match = line.exec(text2);
  if (!match || headless2 && match.index === 0 || endless && line.source.endsWith("$") && match.index + match[0].length === text2.length) return null;
  let captures = {};
  for (let [name2, value] of Object.entries(match.groups ?? {}))
    value !== void 0 && (captures[name2] = value);
  return captures;
}
function unescaped(text2) {
  return text2.includes('\\"') ? text2.replace(/\\+"/g, '"') : null;
}

// src/match/scan.ts
var window2 = 8192, mostAtOnce = 3 * window2;
function scanBlock(matcher, block, kind, decode3, emit, eager = !1) {
  let { bytes, newlines, settled } = block, found2 = findLiterals(matcher.prefilter, bytes, settled > bytes.length), places = matcher.blind.length ? withBlind(found2.places, block) : found2.places, search = { matcher, block, counting: countingIn(matcher, kind), ...found2, places, watched: [] }, buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), means = { probes: matcher.probes, eager, decode: decode3 };
  block.continued || matcher.found.clear();
  let row2 = 0;
  for (let i = 0; i < places.length; ) {
    let before = row2;
    row2 = rowOf2(newlines, places[i + 1], row2), row2 !== before && matcher.found.clear();
    let from = row2 === 0 ? 0 : newlines[row2 - 1] + 1, to = newlines[row2] ?? bytes.length, next = i;
    for (; next < places.length && places[next + 1] <= to; ) next += 2;
    for (to - from > mostAtOnce && sortByOffset(places.subarray(i, next)); i < next; ) {
      let { start: start2, end, last } = pieceAt(from, to, places[i + 1]), until = i;
      for (; until < next && places[until + 1] < last; ) until += 2;
      let likely = likelyIn(search, i, until, start2, end);
      if (i = until, !likely.length) continue;
      let headless2 = start2 > from || row2 === 0 && block.continued, endless = end < to || row2 === newlines.length && settled <= bytes.length;
      tryLine({ buffer, start: start2, end, headless: headless2, endless }, likely, means, (probe, line, captures) => {
        matcher.found.add(probe), emit({ probe, line: block.lines?.[row2] ?? block.firstLine + row2, ...line, captures });
      });
    }
  }
  return search.watched.sort((a, b) => a - b);
}
function likelyIn(search, from, to, start2, end) {
  let { matcher, block, places, choice, watched: watched2 } = search, { sought, blind, likely } = matcher;
  likely.length = 0, matcher.piece++;
  for (let i = from; i < to; i += 2) {
    let offset = places[i + 1], isFresh = offset >= block.fresh && offset < block.settled;
    if (places[i] === anything) {
      for (let probe of blind) consider(search, probe, start2, end);
      continue;
    }
    let until = choice.since[places[i] + 1];
    for (let n = choice.since[places[i]]; n < until; n++) {
      let probe = sought[choice.searchers[n]];
      probe === watching ? watched2.push(offset) : isFresh && consider(search, probe, start2, end);
    }
  }
  return likely.length > 1 ? likely.sort((a, b) => a - b) : likely;
}
function consider({ matcher, block, counting: counting2 }, probe, start2, end) {
  let { lookedAt, piece, fingerprint } = matcher;
  lookedAt[probe] !== piece && (lookedAt[probe] = piece, !(counting2[probe] === 0 || matcher.found.has(probe)) && (matcher.taken !== piece && takeFingerprint(fingerprint, block.bytes, start2, end), matcher.taken = piece, mayMeet(fingerprint, signatureFor(matcher.probes[probe])) && matcher.likely.push(probe)));
}
var anything = -1;
function withBlind(places, { bytes, newlines, fresh, settled }) {
  let all = [...places], from = 0;
  for (let row2 = 0; row2 <= newlines.length && from < bytes.length; row2++) {
    let to = newlines[row2] ?? bytes.length;
    for (let at = Math.max(from, fresh); at <= to && at < settled; at += window2) all.push(anything, at);
    from = to + 1;
  }
  let sorted = Int32Array.from(all);
  return sortByOffset(sorted), sorted;
}
var mostLiterals = 2 ** 22;
function sortByOffset(places) {
  let keys = new Float64Array(places.length / 2);
  for (let i = 0; i < keys.length; i++)
    keys[i] = places[2 * i + 1] * mostLiterals + places[2 * i] - anything;
  keys.sort();
  for (let i = 0; i < keys.length; i++)
    places[2 * i] = keys[i] % mostLiterals + anything, places[2 * i + 1] = Math.floor(keys[i] / mostLiterals);
}
function pieceAt(from, to, offset) {
  if (to - from <= mostAtOnce) return { start: from, end: to, last: to + 1 };
  let core = from + Math.floor((offset - from) / window2) * window2;
  return {
    start: Math.max(from, core - window2),
    end: Math.min(to, core + 2 * window2),
    last: Math.min(to + 1, core + window2)
  };
}
function rowOf2(newlines, offset, row2) {
  let low = row2, high = newlines.length;
  for (; low < high; ) {
    let middle = low + high >>> 1;
    newlines[middle] < offset ? low = middle + 1 : high = middle;
  }
  return low;
}

// src/read/bundle/logfields.ts
var levels = {
  trace: "debug",
  debug: "debug",
  verbose: "debug",
  d: "debug",
  info: "info",
  information: "info",
  log: "info",
  notice: "info",
  i: "info",
  hint: "info",
  detail: "info",
  statement: "info",
  warn: "warn",
  warning: "warn",
  w: "warn",
  error: "error",
  err: "error",
  e: "error",
  severe: "error",
  dpanic: "error",
  fatal: "fatal",
  panic: "fatal",
  critical: "fatal",
  crit: "fatal",
  emerg: "fatal",
  f: "fatal"
};
function level(value) {
  return typeof value == "string" ? levels[value.toLowerCase()] ?? null : typeof value == "number" && value >= 20 ? value >= 60 ? "fatal" : value >= 50 ? "error" : value >= 40 ? "warn" : "info" : null;
}
function logfmt(line, text2) {
  if (!/^(?:time|ts|t|level|lvl|msg|caller|logger|source)=/.test(text2)) return !1;
  let pairs2 = {};
  for (let m of text2.matchAll(/([\w.@-]{1,64})=(?:"((?:[^"\\]|\\.){0,8192})"|(\S*))/g))
    pairs2[m[1]] ??= m[3] ?? m[2].replace(/\\(["\\])/g, "$1").replace(/\\[nt]/g, " ");
  return filled(line, pairs2);
}
function json(line, text2) {
  try {
    let value = JSON.parse(text2);
    return typeof value == "object" && value !== null && filled(line, value);
  } catch {
    return !1;
  }
}
var said2 = [
  "error",
  "err",
  "error_message",
  "errorMessage",
  "exception",
  "panic",
  "reason",
  "detail",
  "cause",
  "hint",
  "output",
  "stderr",
  "body",
  "response"
];
function filled(line, pairs2) {
  let message = pairs2.msg ?? pairs2.message ?? pairs2.M ?? pairs2.log ?? pairs2.event, parts = typeof message == "string" && message !== "" ? [message.trimEnd()] : [];
  for (let key of said2) {
    let value = pairs2[key], nested = typeof value == "object" && value !== null ? value.message : null, shown = typeof value == "string" ? value : typeof nested == "string" ? nested : null;
    shown && !parts.some((p) => p.includes(shown)) && parts.push(`${key}: ${shown}`);
  }
  return parts.length === 0 || (line.message = parts.join(" "), line.level ??= level(
    pairs2.level ?? pairs2.lvl ?? pairs2.severity ?? pairs2.error_severity ?? pairs2.L
  ), line.time = when(pairs2.ts ?? pairs2.time ?? pairs2.timestamp ?? pairs2["@timestamp"] ?? pairs2.t) ?? line.time), !1;
}
function when(value) {
  if (typeof value == "string" && !/^\d+(?:\.\d+)?$/.test(value)) {
    let zoned = value.replace(/^(\S+) (\S+) (?:UTC|GMT)$/, "$1T$2Z").replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
    return instant(zoned);
  }
  let n = Number(value ?? Number.NaN);
  if (!(n > 1e8)) return null;
  for (; n > 1e14; ) n /= 1e3;
  return new Date(n > 1e11 ? n : n * 1e3).toISOString();
}

// src/read/bundle/logline.ts
var longest = 32768;
function decodeLogLine(text2) {
  let line = { time: null, level: null, message: text2, partial: !1 };
  if (text2.length > longest) return line;
  for (let depth = 0; depth < 4 && unwrap(line); depth++) ;
  return line;
}
function unwrap(line) {
  let text2 = line.message, c = text2.charCodeAt(0);
  return c === 123 ? json(line, text2) : c >= 48 && c <= 57 ? stamped(line, text2) || redis(line, text2) : c === 91 ? bracketed(line, text2) : c >= 65 && c <= 90 ? klog2(line, text2) || journal(line, text2) || levelWord(line, text2) : c >= 97 && c <= 122 ? logfmt(line, text2) || compose(line, text2) || levelWord(line, text2) : !1;
}
var iso = /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z| UTC| ?[+-]\d\d:?\d\d)?(?:[ \t:]+|$)/;
function stamped(line, text2) {
  let m = iso.exec(text2);
  if (!m) return !1;
  let zone = m[6] === void 0 || m[6] === " UTC" ? "Z" : m[6].trim().replace(/(\d\d)(\d\d)$/, "$1:$2"), time = instant(`${m[1]}-${m[2]}-${m[3]}T${m[4]}${m[5] ? `.${m[5]}` : ""}${zone}`);
  line.time = line.time !== null && !m[6] ? line.time : time ?? line.time;
  let rest2 = text2.slice(m[0].length), cri = /^(?:stdout|stderr) ([FP])(?: |$)/.exec(rest2);
  return cri && (line.partial = cri[1] === "P", rest2 = rest2.slice(cri[0].length)), line.message = rest2, cri || postgres(line, rest2) || levelWord(line, rest2), rest2 !== "";
}
function levelWord(line, text2) {
  let m = /^\[?(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|PANIC|CRITICAL|info|debug|warn|error)\]?(?::? +|\t+)/.exec(
    text2
  );
  return m && (line.level ??= level(m[1])), !1;
}
function bracketed(line, text2) {
  levelWord(line, text2);
  let m = /^\[(\d{4}-\d\d-\d\d[T ][^\]]{8,30})\] */.exec(text2);
  return m ? (line.time ??= instant(
    m[1].replace(" ", "T").replace(/(:\d\d)(?:[.,](\d+))?$/, "$1.$2Z").replace(".Z", "Z")
  ), line.message = text2.slice(m[0].length), !0) : !1;
}
function postgres(line, text2) {
  let m = /^((?:\[\d+(?:-\d+)?\] )?(?:[\w.@[\]-]+ ){0,2})(LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|DETAIL|HINT|STATEMENT): {1,2}/.exec(
    text2
  );
  return m ? (line.level ??= level(m[2]), line.message = text2.slice(m[1].length), !0) : !1;
}
var klogLevels = { I: "info", W: "warn", E: "error", F: "fatal" };
function klog2(line, text2) {
  let m = /^([IWEF])(\d\d)(\d\d) (\d\d:\d\d:\d\d\.\d{6})\s+\d+ [^\]\s]+\] /.exec(text2);
  return m && (line.level ??= klogLevels[m[1]], line.time ??= `0000-${m[2]}-${m[3]}T${m[4]}Z`, line.message = text2.slice(m[0].length)), !1;
}
function journal(line, text2) {
  let m = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]+ [^\s:[]+(?:\[\d+\])?: /.exec(text2);
  return m ? (line.message = text2.slice(m[0].length), !0) : !1;
}
function compose(line, text2) {
  let m = /^[a-z0-9][\w.-]{0,100} {1,40}\| /.exec(text2);
  return m && (line.message = text2.slice(m[0].length)), m !== null;
}
var redisLevels = { ".": "debug", "-": "info", "*": "info", "#": "warn" };
function redis(line, text2) {
  let m = /^\d+:[A-Z] (\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d)(\.\d{3})? ([.*#-]) /.exec(text2);
  if (!m) return !1;
  let time = Date.parse(`${m[1]} UTC`);
  return Number.isNaN(time) || (line.time = new Date(time + Number(m[2] ?? 0) * 1e3).toISOString()), line.level ??= redisLevels[m[3]], line.message = text2.slice(m[0].length), !1;
}

// src/read/bundle/dump.ts
var start = /^==== START logs for container (\S+) of pod (\S+)\/(\S+) ====\r?$/;
function isDump(text2) {
  return /^==== START logs for container /m.test(text2);
}
function* segments(text2) {
  let from = 0, fromLine = 1, log2 = null, line = 0, cut = (end) => {
    let part = text2.slice(from, end);
    return part.trim() === "" ? null : log2 ? { type: "log", ...log2, text: part, line: fromLine } : { type: "documents", text: part, line: fromLine };
  };
  for (let at = 0; at < text2.length; ) {
    line++;
    let newline = text2.indexOf(`
`, at), end = newline < 0 ? text2.length : newline;
    if (text2.startsWith("==== ", at)) {
      let m = start.exec(text2.slice(at, Math.min(end, at + 1e3)));
      if (m || text2.startsWith("==== END logs for container ", at)) {
        let done = cut(at);
        done && (yield done), log2 = m ? { container: m[1], namespace: m[2], pod: m[3] } : null, from = end + 1, fromLine = line + 1;
      }
    }
    at = end + 1;
  }
  let last = cut(text2.length);
  last && (yield last);
}

// src/read/bundle/kubernaut-layouts.ts
var kubernautLayouts = [
  {
    kind: "kubernaut-must-gather",
    title: "kubernaut must-gather image",
    markers: [/(?:^|\/)collection-metadata\.json$/, /(?:^|\/)version-info\.yaml$/],
    rules: [
      { role: "skip", path: /\.pre-sanitize$/, note: "unsanitised backups are never read" },
      {
        role: "skip",
        path: /(?:^|\/)(?:SHA256SUMS|sanitization-report\.txt|collection-metadata\.json|version-info\.yaml)$/
      },
      { role: "skip", path: /(?:^|\/)events\/events-kubernaut-filtered\.json$/ },
      {
        role: "skip",
        path: /(?:^|\/)(?:kubernaut-must-gather-[^/]+\/metrics\/.*|crds\/[^/]+\/crd-definition\.yaml|config\/api-(?:resources|versions)\.txt)$/
      },
      { role: "previous-log", path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/previous\.log$/ },
      { role: "container-log", path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/current\.log$/ },
      { role: "structured", path: /(?:^|\/)logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/describe\.txt$/ },
      { role: "structured", path: /(?:^|\/)events\/events-(?:cluster-wide|(?<ns>[^/]+))\.(?:ya?ml|json)$/ },
      { role: "structured", path: /(?:^|\/)cluster-scoped\/.+\.(?:ya?ml|json|txt)$/ },
      { role: "structured", path: /(?:^|\/)crds\/[^/]+\/all-instances\.yaml$/ },
      {
        role: "container-log",
        path: /(?:^|\/)tekton\/(?:pipelineruns\/(?<job>[^/]+)\/logs|operator\/(?<pod>[^/]+))\.(?:txt|log)$/
      },
      { role: "structured", path: /(?:^|\/)tekton\/.+\.yaml$/ },
      { role: "container-log", path: /(?:^|\/)jobs\/(?<job>[^/]+)\/logs\.txt$/ },
      { role: "structured", path: /(?:^|\/)jobs\/.+\.yaml$/ },
      { role: "structured", path: /(?:^|\/)database\/(?:postgresql|redis)\/(?:.+-describe\.txt|.+\.yaml)$/ },
      { role: "container-log", path: /(?:^|\/)database\/(?:postgresql|redis)\/(?<pod>[^/]+)\.log$/ },
      { role: "other-log", path: /(?:^|\/)(?:datastorage|database\/[^/]+|tekton)\/error\.json$/ }
    ]
  },
  {
    kind: "kubernaut-integration",
    title: "kubernaut integration tests (podman containers)",
    markers: [/(?:^|\/)[^/]+-integration-\d{8}-\d{6}\/[^/]+_inspect\.json$/],
    rules: [
      { role: "structured", path: /(?:^|\/)(?<svc>[^/]+)-integration-\d{8}-\d{6}\/[^/]+_inspect\.json$/ },
      { role: "compose-log", path: /(?:^|\/)(?<svc>[^/]+)-integration-\d{8}-\d{6}\/(?<container>[^/]+)\.log$/ }
    ]
  },
  {
    kind: "kubernaut-e2e",
    title: "kubernaut E2E suites (kubectl outputs)",
    markers: [/(?:^|\/)kubernaut-must-gather\/(?:[^/]+\/){1,3}(?:events\.txt|pod_status\.(?:txt|json))$/],
    rules: e2eRules()
  }
];
function e2eRules() {
  let folder = "(?:^|/)kubernaut-must-gather/(?<svc>[^/]+)/(?:(?:[^/]+/)?(?<ns>[^/]+)/)?", rule = (role, file) => ({ role, path: new RegExp(`${folder}${file}$`) });
  return [
    rule("previous-log", "(?<pod>[^/_]+)_(?<container>[^/_]+)_previous\\.log"),
    rule("container-log", "(?<pod>[^/_]+)_(?<container>[^/_]+)\\.log"),
    rule("structured", "(?:events\\.txt|pod_status\\.(?:txt|json)|jobs\\.txt|jobs_describe\\.txt)"),
    rule("structured", "[^/]+_(?:crs|all_ns)\\.yaml")
  ];
}

// src/read/bundle/layouts.ts
var k8sFile = "(?:ya?ml|json)", layouts = [
  ...kubernautLayouts,
  {
    kind: "kind-export",
    title: "kind export logs",
    markers: [/(?:^|\/)kind-version\.txt$/],
    rules: [
      { role: "skip", path: /(?:^|\/)(?:kind-version|docker-info|podman-info|kubernetes-version)\.txt$/ },
      { role: "skip", path: /(?:^|\/)[^/]+\/(?:images|alternatives)\.log$/ },
      { role: "structured", path: /(?:^|\/)(?<node>[^/]+)\/inspect\.json$/ },
      {
        role: "container-log",
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?pods\/(?<ns>[^/_]+)_(?<pod>[^/_]+)_[^/_]+\/(?<container>[^/]+)\/(?<restart>\d+)\.log(?:\.[\d-]+)?$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?containers\/(?<pod>[^/_]+)_(?<ns>[^/_]+)_(?<container>[^/]+)-[0-9a-f]{64}\.log$/
      },
      {
        role: "node-log",
        path: /(?:^|\/)(?:(?<node>[^/]+)\/)?(?:kubelet|containerd|crio|docker|journal|serial)\.log$/
      }
    ]
  },
  {
    kind: "must-gather",
    title: "oc adm must-gather and oc adm inspect",
    markers: [/(?:^|\/)namespaces\/[^/]+\/(?:pods\/[^/]+\/[^/]+\.yaml|(?:core|apps|batch)\/[^/]+\.yaml)$/],
    rules: [
      {
        role: "previous-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/pods\/(?<pod>[^/]+)\/(?<container>[^/]+)\/[^/]+\/logs\/previous(?:\.insecure)?\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/pods\/(?<pod>[^/]+)\/(?<container>[^/]+)\/[^/]+\/logs\/(?:current(?:\.insecure)?\.log|rotated\/[^/]+)$/
      },
      {
        role: "skip",
        path: /(?:^|\/)(?:audit_logs\/.*|event-filter\.html|timestamp|insights-data\/.*|monitoring\/(?:prometheus|alertmanager|metrics)\/.*)$/
      },
      {
        role: "skip",
        path: /(?:^|\/)(?:cluster-scoped-resources|namespaces)\/.*(?:secrets?|customresourcedefinitions)(?:\/[^/]+)?\.yaml$/
      },
      {
        role: "node-log",
        path: /(?:^|\/)(?:host_service_logs\/.+\.log|nodes\/(?<node>[^/]+)\/[^/]+_logs_[^/]+)$/
      },
      { role: "other-log", path: /(?:^|\/)(?:must-gather\.logs|gather\.logs)$/ }
    ]
  },
  {
    kind: "support-bundle",
    title: "Replicated troubleshoot support bundle",
    markers: [/(?:^|\/)cluster-resources\/pods\/[^/]+\.json$/],
    rules: [
      { role: "skip", path: /(?:^|\/)cluster-resources\/pods\/logs\/.*-logs-errors\.log$/ },
      {
        role: "previous-log",
        path: /(?:^|\/)cluster-resources\/pods\/logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/(?<container>[^/]+)-previous\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)cluster-resources\/pods\/logs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/(?<container>[^/]+)\.log$/
      },
      {
        role: "skip",
        path: /(?:^|\/)cluster-resources\/(?:custom-resource-definitions|resources|groups|clusterrole.*|auth-cani-list\/.*|custom-resources\/.*\.yaml|.*-errors)(?:\.json|\.yaml)?$/
      },
      { role: "structured", path: /(?:^|\/)cluster-resources\/.+\.json$/ },
      {
        role: "skip",
        path: /(?:^|\/)(?:secrets\/.*|execution-data\/summary\.txt|node-metrics\/[^/]+\.json|sysctl\/[^/]+|analysis\.json)$/
      }
    ]
  },
  {
    kind: "sonobuoy",
    title: "sonobuoy",
    markers: [/(?:^|\/)meta\/run\.log$/, /(?:^|\/)plugins\//],
    rules: [
      {
        role: "container-log",
        path: /(?:^|\/)podlogs\/(?<ns>[^/]+)\/(?<pod>[^/]+)\/logs\/(?<container>[^/]+)\.(?:txt|log)$/
      },
      { role: "test-report", path: /(?:^|\/)plugins\/.+\/results\/.+\.xml$/ },
      { role: "other-log", path: /(?:^|\/)(?:plugins\/.+\/results\/.+\.log|meta\/run\.log)$/ },
      { role: "structured", path: /(?:^|\/)resources\/(?:cluster|ns\/(?<ns>[^/]+))\/[^/]+\.json$/ },
      {
        role: "skip",
        path: /(?:^|\/)(?:meta\/(?:config|query-time|info)\.json|servergroups\.json|serverversion\.json|hosts\/[^/]+\/(?:configz|healthz)\.json|plugins\/.*defini?tion\.json)$/
      }
    ]
  },
  {
    kind: "cilium-sysdump",
    title: "cilium sysdump",
    markers: [/(?:^|\/)k8s-pods-\d{8}-\d{6}\.yaml$/],
    rules: [
      // A pod's name and its container's are one text here: the container is the last of the known ones, or one word.
      {
        role: "previous-log",
        path: /(?:^|\/)logs-(?<pod>[^/]+?)-(?<container>cilium-agent|cilium-envoy|cilium-operator|hubble-relay|mount-cgroup|mount-bpf-fs|clean-cilium-state|[a-z0-9]+)-\d{8}-\d{6}-prev\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)logs-(?<pod>[^/]+?)-(?<container>cilium-agent|cilium-envoy|cilium-operator|hubble-relay|mount-cgroup|mount-bpf-fs|clean-cilium-state|[a-z0-9]+)-\d{8}-\d{6}\.log$/
      },
      { role: "skip", path: /(?:^|\/)k8s-(?:events-.*\.html|leases-.*\.yaml)$/ },
      { role: "structured", path: /(?:^|\/)(?:k8s|cilium)-[a-z-]+-\d{8}-\d{6}\.(?:yaml|txt)$/ },
      { role: "other-log", path: /(?:^|\/)cilium-sysdump-\d{8}-\d{6}\.log$/ }
    ]
  },
  {
    kind: "crust-gather",
    title: "crust-gather",
    markers: [/(?:^|\/)(?:namespaces\/[^/]+\/v1\/pod\/[^/]+\.yaml|cluster\/v1\/node\/[^/]+\.yaml)$/],
    rules: [
      {
        role: "previous-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/v1\/pod\/(?<pod>[^/]+)\/(?<container>[^/]+)\/previous\.log$/
      },
      {
        role: "container-log",
        path: /(?:^|\/)namespaces\/(?<ns>[^/]+)\/v1\/pod\/(?<pod>[^/]+)\/(?<container>[^/]+)\/current\.log$/
      },
      {
        role: "skip",
        path: /(?:^|\/)(?:namespaces\/[^/]+|cluster)\/[^/]+\/(?:secret|customresourcedefinition)\/[^/]+\.yaml$/
      }
    ]
  },
  {
    kind: "cluster-info-dump",
    title: "kubectl cluster-info dump (folder)",
    markers: [/(?:^|\/)[^/]+\/(?:pods|events|replicasets)\.(?:json|yaml)$/],
    rules: [
      { role: "container-log", path: /(?:^|\/)(?<ns>[^/]+)\/(?<pod>[^/]+)\/logs\.txt$/ },
      {
        role: "structured",
        path: new RegExp(
          `(?:^|/)(?<ns>[^/]+)/(?:events|pods|services|daemonsets|deployments|replicasets|statefulsets|jobs|replication-controllers)\\.${k8sFile}$`
        )
      },
      { role: "structured", path: new RegExp(`(?:^|/)nodes\\.${k8sFile}$`) }
    ]
  },
  {
    kind: "loose-files",
    title: "a folder of kubectl, docker or podman outputs, by content",
    markers: [/\.(?:log|txt|ya?ml|json|xml)$/],
    rules: [
      { role: "skip", path: /(?:^|\/)(?:secrets?\.(?:ya?ml|json)|\.git\/.*|node_modules\/.*)$/ },
      {
        role: "skip",
        path: /\.(?:html?|css|js|svg|png|jpe?g|gif|pdf|pem|key|crt|prof|pprof|map|bin|conf|cfg|ini|toml|properties|tmpl|tpl|lock)$/i
      },
      { role: "test-report", path: /(?:^|\/)[^/]*junit[^/]*\.xml$/i },
      { role: "previous-log", path: /(?:^|\/)(?<pod>[^/_]+)_(?<container>[^/_]+)_previous\.log$/ },
      { role: "previous-log", path: /(?:^|[/_.-])prev(?:ious)?\.(?:log|txt)$/ },
      // A pod's name by its ending: hash or ordinal.
      {
        role: "container-log",
        path: /(?:^|\/)(?<pod>[^/_]+-(?:[a-z0-9]{5}|\d+))_(?<container>[^/_]+)\.log$/
      },
      { role: "node-log", path: /(?:^|\/)(?:(?<node>[^/]+)\/)?kubelet(?:\.service)?\.(?:log|txt)$/ },
      { role: "compose-log", path: /(?:^|\/)(?:docker|podman)?-?compose[^/]*\.(?:log|txt)$/ }
    ]
  }
];

// src/read/bundle/route.ts
var rules = layouts.flatMap((layout) => layout.rules);
function route(path) {
  for (let rule of rules) {
    let m = rule.path.exec(path);
    if (m) return { role: rule.role, rule, groups: m.groups ?? {} };
  }
  return null;
}
function readingOrder(path) {
  let role = route(path)?.role;
  return role ? rank[role] : /\.(?:ya?ml|json|xml)$|(?:^|[/_-])(?:events?|describe)[^/]*$/i.test(path) ? rank.structured : /\.log$/i.test(path) ? rank["container-log"] : rank["other-log"];
}
var rank = {
  structured: 0,
  dump: 0,
  "test-report": 0,
  "previous-log": 1,
  "container-log": 2,
  "compose-log": 2,
  "node-log": 3,
  "other-log": 4,
  skip: 5
};
function sniff(path, begin) {
  let head = begin.replace(/^\$ .*\n/, "");
  return head.includes("\0") ? "skip" : /^\s*<(?:\?xml[^>]*\?>\s*<)?testsuites?\b/.test(head) || /^\s*\[?\s*\{\s*"SuitePath"|^\s*\{"(?:Time|Action)":/.test(head) ? "test-report" : isDump(head) || /^\s*\{\s*"kind": "NodeList"/.test(head) ? "dump" : /\.(?:ya?ml|json)$/i.test(path) || /^\s*(?:\[\s*)?\{\s*"(?:apiVersion|kind|items|metadata)"/.test(head) || /^(?:---\s+)?(?:apiVersion|kind|items):/.test(head) || /^Name: {2,}\S/m.test(head) && /^(?:Namespace|Labels|Annotations): /m.test(head) || hasTable(head) || /^No resources found/.test(head) ? "structured" : /\.log$/i.test(path) ? "container-log" : "other-log";
}
var kinds2 = {
  "container-log": "container-log",
  "previous-log": "previous-log",
  "node-log": "node-log",
  "compose-log": "container-log",
  "other-log": "file"
};
function logKind(role) {
  return kinds2[role] ?? null;
}
function logObject(role, groups2) {
  let { ns = null, pod, container, node, job, svc } = groups2;
  if (role === "node-log") return node ? { kind: "Node", namespace: null, name: node } : null;
  if (role === "compose-log") {
    let name2 = svc && container?.startsWith(`${svc}_`) ? container.slice(svc.length + 1) : container;
    return name2 ? { kind: "Container", namespace: null, name: name2 } : null;
  }
  return pod ? { kind: "Pod", namespace: ns, name: pod, ...container ? { container } : {} } : job ? { kind: "Job", namespace: ns, name: job } : null;
}
function formats() {
  let missing = new Map(layouts.map((l) => [l, new Set(l.markers)]));
  return {
    saw(path) {
      for (let markers of missing.values())
        for (let marker of markers) marker.test(path) && markers.delete(marker);
    },
    prove(kind) {
      for (let [layout, markers] of missing) layout.kind === kind && markers.clear();
    },
    name: () => layouts.find((layout) => missing.get(layout).size === 0)?.kind ?? null
  };
}

// src/pieces.ts
var mostNumbered = 2e3, mostHits = 8;
async function scanPiece(piece, { source, matcher, collector, runs, room }) {
  let numbered2 = piece.restart !== null && piece.object !== null && runs.logs.length < mostNumbered, kinds4 = numbered2 ? bothRuns : [piece.kind], hits = [], emit = numbered2 ? bounded(hits) : collector.log(placeOf(piece, source, piece.kind)), clock = recordClock((raw) => decodeLogLine(raw).time);
  for await (let block of blocks(piece.bytes(), room)) {
    let placed = { ...block, firstLine: block.firstLine + piece.line - 1 };
    clock.open(placed), scanBlock(matcher, placed, numbered2 ? null : piece.kind, decodeContainerLine, (hit) => {
      let wanted = matcher.probes[hit.probe].kinds;
      (!wanted.length || wanted.some((kind) => kinds4.includes(kind))) && emit(hit.time === null ? { ...hit, time: clock.at(hit.line) } : hit);
    }), clock.close();
  }
  if (!numbered2) return;
  let container = nameOf(piece.object);
  runs.last.set(container, Math.max(runs.last.get(container) ?? 0, piece.restart)), hits.length && runs.logs.push({ piece, hits });
}
function finishRuns(runs, source, matcher, collector) {
  for (let { piece, hits } of runs.logs) {
    let isLast = piece.restart === runs.last.get(nameOf(piece.object)), kind = isLast ? "container-log" : "previous-log", emit = collector.log(placeOf(piece, source, kind));
    for (let hit of hits) {
      let { kinds: kinds4 } = matcher.probes[hit.probe];
      (!kinds4.length || kinds4.includes(kind) || !isLast && kinds4.includes("container-log")) && emit(hit);
    }
  }
}
var bothRuns = ["container-log", "previous-log"], nameOf = ({ namespace, name: name2, container }) => [namespace, name2, container].join("\0");
function bounded(hits) {
  let places = /* @__PURE__ */ new Map();
  return (hit) => {
    let own = places.get(hit.probe) ?? [];
    places.set(hit.probe, own), own.length < mostHits ? own.push(hits.push(hit) - 1) : hits[own.at(-1)] = hit;
  };
}
function placeOf(piece, source, kind) {
  let object = piece.object ?? (piece.service ? { kind: "Service", namespace: null, name: piece.service } : null);
  return { kind, source: source.name, path: piece.path, url: source.url, object };
}
function scanFailures(tests, path, { source, matcher, collector }) {
  let texts2 = [], lines = [];
  for (let [i, failure2] of tests.failures.entries()) {
    let text2 = failure2.message.split(`
`);
    texts2.push(...text2);
    for (let _ of text2) lines.push(tests.blocks[i]?.from ?? 1);
  }
  if (!texts2.length) return;
  let bytes = new TextEncoder().encode(`${texts2.join(`
`)}
`), place2 = { kind: "test-report", source: source.name, path, url: source.url, object: null }, block = lineBlock(bytes, { lines });
  scanBlock(matcher, block, "test-report", decodeContainerLine, collector.log(place2));
}
function finishObjects(findings, collector, { collected: collected2, isComplete: isComplete2 }) {
  let { events } = findings, objects = mergeObjects(findings.objects), derived = [
    ...stuckDeletions(objects, events, collected2),
    // What a job has printed of a workload does not say what its pods wait for.
    ...isComplete2 ? workloadsWithoutPods(objects, events).filter((o) => o.at.path !== null) : []
  ];
  collector.objects(derived);
  let by = new Map(derived.map((o) => [keyOf(o), o]));
  findings.objects = objects.map((o) => by.get(keyOf(o)) ?? o);
}
var mostSniffed = 32 << 20;
async function asMember(source, bytes) {
  if (bytes.size > mostSniffed) return null;
  let begin = new TextDecoder().decode(await collect(bytes.stream(0, 4096), 4096));
  if (/^\s*\{"(?:Time|Action)":/.test(begin)) return null;
  let role = sniff(source.name, begin);
  return role !== "structured" && role !== "dump" && role !== "test-report" ? null : { path: source.name, size: bytes.size, bytes: () => bytes.stream() };
}
var decodeContainerLine = (raw) => {
  let { time, message } = decodeLogLine(raw);
  return { text: message, time };
};
function scanAnnotations({
  suite,
  matcher,
  collector
}) {
  let annotations = suite.job?.annotations ?? [];
  if (!annotations.length) return;
  let text2 = `${annotations.map((a) => a.replaceAll(`
`, " ")).join(`
`)}
`, block = lineBlock(new TextEncoder().encode(text2)), place2 = {
    kind: "job-log",
    source: suite.job.name,
    path: "annotations",
    url: suite.job.url,
    object: null
  };
  scanBlock(matcher, block, "job-log", decodeActionsLine, collector.log(place2));
}
function bestReport(reports) {
  let [best] = reports.toSorted((a, b) => b.failed - a.failed || (b.total ?? 0) - (a.total ?? 0));
  return best ? { ...best, blocks: [], verdict_line: null, tests_line: null } : null;
}
function withReport(log2, reports) {
  if (!log2 || log2.times) return log2 ?? bestReport(reports);
  let times = reports.find((r) => r.times && r.failed === log2.failed)?.times;
  return times ? { ...log2, times } : log2;
}
var mostObjects = 5e3, mostEvents = 5e3;
function take(findings, collector, { objects, events }) {
  collector.events(events), findings.events.push(
    ...events.filter((e) => e.type !== "Normal").slice(0, mostEvents - findings.events.length)
  ), collector.objects(objects), findings.objects.push(...objects.slice(0, mostObjects - findings.objects.length));
}
function finishMatches(findings, collector) {
  let dated = (at) => ({ ...at, time: datedLike(at.time, findings) }), matches = collector.finish().map((m) => ({ ...m, at: dated(m.at), also: m.also.map(dated) }));
  return writtenBy(matches, findings);
}
function datedLike(time, { tests, telling, events }) {
  if (!time?.startsWith("0000-")) return time;
  let known2 = tests?.times?.all.from ?? Date.parse(telling.find((l) => l.time)?.time ?? events.find((e) => e.last)?.last ?? "");
  return Number.isNaN(known2) ? null : withYear(time, new Date(known2).getUTCFullYear());
}

// src/read/tests/line-start.ts
var anywhere = ['"Action":"', "--- FAIL: ", "--- PASS: ", "--- SKIP: "], prefixes = "[ R • ↺ ● -- == =_ ?_ ?	 # #_ ## ++ +_Timeout S S_ SS SP S• Summarizing SUCCESS P P_ PS PP P• PASS Post_job Will_run FAIL Failed_to Fatal Found_no Ginkgo_ Timeline Test TAP_ fatal_error ginkgo_run go:_ panic: pytest py.test __ DONE_ ok_ ok	 not_ok ERROR INTERNALERROR ImportError Cleaning_up NAME_ NAMESPACE_ LAST_SEEN_ Name:_ +_kubectl $_kubectl CONTAINER_ID_ +_docker $_docker +_podman $_podman +_sudo_ $_sudo_ >>".split(" ").map((prefix2) => prefix2.replaceAll("_", " ").replace("  ", "__")), ends2 = ["+ ", "$ ", "**"], progress = ".FEsxXR", no = 0, yes = 1, indented = 2, numbered = 3, longer = 4;
function lineStarts() {
  let table = new Uint8Array(65536), more2 = /* @__PURE__ */ new Map(), bytes = (text2) => new TextEncoder().encode(text2), any = (a, what) => {
    for (let b = 0; b < 256; b++) table[a | b << 8] = what;
  };
  for (let prefix2 of prefixes) {
    let [a = 0, b, ...rest2] = bytes(prefix2);
    if ("[R".includes(prefix2) || a > 127) any(a, yes);
    else if (b === void 0) for (let end of [10, 13]) table[a | end << 8] = yes;
    else if (!rest2.length) table[a | b << 8] = yes;
    else {
      let key = a | b << 8;
      more2.set(key, [...more2.get(key) ?? [], bytes(prefix2)]), table[key] === no && (table[key] = longer);
    }
  }
  let closing2 = new Set(ends2.map((end) => end.charCodeAt(0) | end.charCodeAt(1) << 8));
  for (let key of closing2)
    table[key] === no && (table[key] = longer, more2.set(key, []));
  for (let a of bytes(progress)) for (let b of bytes(`${progress} `)) table[a | b << 8] = yes;
  any(32, indented), any(9, indented);
  for (let digit of bytes("0123456789")) any(digit, numbered);
  for (let a = 33; a < 128; a++) table[a | 23296] = yes;
  return { table, longer: more2, ends: closing2 };
}
function lineMatters(starts, bytes, start2, end, isLog) {
  if (start2 >= end) return !1;
  let key = bytes[start2] | (bytes[start2 + 1] ?? 10) << 8, what = starts.table[key];
  return what === no ? endsLikeVerbose(bytes, start2, end) : what === yes ? !0 : what === longer ? isLog && starts.ends.has(key) || starts.longer.get(key).some((prefix2) => begins(bytes, start2, prefix2)) || endsLikeVerbose(bytes, start2, end) : what === indented ? indentedMatters(bytes, start2, end) : numberedMatters(bytes, start2, end);
}
function begins(bytes, start2, prefix2) {
  for (let i = 2; i < prefix2.length; i++) if (bytes[start2 + i] !== prefix2[i]) return !1;
  return !0;
}
function indentedMatters(bytes, start2, end) {
  let at = start2 + 1;
  for (; at < end && (bytes[at] === 32 || bytes[at] === 9); ) at++;
  if (at >= end) return !1;
  let c = bytes[at];
  return c === 45 ? at === start2 + 1 : c === 65 ? bytes[at + 1] === 116 : c === 84 ? bytes[start2] === 9 : c >= 48 && c <= 57 ? at === start2 + 2 : c >= 128 || c === 91;
}
function endsLikeVerbose(bytes, start2, end) {
  let last = bytes[end - 1] === 13 ? end - 2 : end - 1;
  return last < start2 + 3 ? !1 : bytes[last] === 93 ? bytes[last - 1] === 37 : bytes[last] === 109 && bytes[last - 1] === 48 && bytes[last - 2] === 91;
}
function numberedMatters(bytes, start2, end) {
  if (bytes[bytes[end - 1] === 13 ? end - 2 : end - 1] === 115) return !0;
  let at = start2 + 1;
  for (; at < end && bytes[at] >= 48 && bytes[at] <= 57; ) at++;
  let c = bytes[at];
  return c === 46 ? at === start2 + 1 && bytes[start2] === 49 : c === 91 || c === 32 && bytes[at + 1] === 116;
}

// src/merge.ts
async function peeked(members) {
  let iterator = members[Symbol.asyncIterator](), start2 = await iterator.next(), first2 = start2.done ? null : start2.value;
  async function* all() {
    try {
      first2 && (yield first2);
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { first: first2, all: all(), close: async () => {
    await iterator.return?.();
  } };
}
async function mergeFindings(member, source, context, notes) {
  let { suite, matcher, collector, findings, reports } = context, { parseFindings } = await import("./chunk-JUITKJKL.js"), parsed = parseFindings(await collect(member.bytes(), 4194304));
  if (!parsed.ok) throw new Unavailable("unreadable", parsed.why);
  let { file } = parsed;
  if (!belongs(file.service, suite, source))
    throw new Unavailable("unreadable", `its findings are of ${file.service}, not of ${suite.service}`);
  let absent = file.sources.find((s) => s.state !== "read" && s.state !== "truncated");
  if (absent && file.sources.every((s) => s.state === absent.state)) {
    let detail = absent.detail ?? "the scan read nothing";
    throw new Unavailable(absent.state, detail);
  }
  let placed = (item) => ({ ...item, at: placeOf2(item.at, source) }), numbers = new Map(matcher.patterns.map((p, number2) => [p.id, number2])), places = file.matches.flatMap((place2) => {
    let pattern = numbers.get(place2.pattern), { conditions = [], unless = [] } = matcher.patterns[pattern ?? -1] ?? {}, condition = conditions[place2.condition] ?? unless[-1 - place2.condition];
    if (pattern === void 0 || !condition || condition.type === "absent") return [];
    let captures = known(place2.captures, groupsOf(condition));
    return [{ ...placed(place2), pattern, captures }];
  }), unknown = file.matches.length - places.length;
  notes.push(...file.incomplete), context.catalog && file.tool.catalog !== context.catalog && notes.push({
    what: source.name,
    why: "it was scanned with other patterns than the report is made with; scan and report from one commit, with one version of the action"
  }), unknown && notes.push({ what: source.name, why: `${unknown} places of patterns that are not in the catalog: dropped` });
  let objects = file.objects.map(placed);
  return file.tests?.times && collector.tests(file.tests.times), collector.restore(places, objects), findings.objects.push(...objects), findings.events.push(...file.events.map(placed)), file.tests && reports.push(file.tests), context.collected ??= file.collected, context.isCut ||= !file.complete, file.sources.find((s) => s.format)?.format ?? null;
}
function placeOf2(at, { name: name2, url }) {
  return { ...at, source: name2, url, path: at.path === null ? null : safePath(at.path, 500).path };
}
function known(captures, groups2) {
  return Object.fromEntries(Object.entries(captures).filter(([name2]) => groups2.has(name2)));
}
var groups = /* @__PURE__ */ new WeakMap();
function groupsOf(condition) {
  let before = groups.get(condition);
  if (before) return before;
  let named3 = [...JSON.stringify(condition).matchAll(/\(\?<(\w+)>/g)].map((m) => m[1]), all = /* @__PURE__ */ new Set([...named3, "kind", "name", "namespace", "container"]);
  return groups.set(condition, all), all;
}
var fold = (name2) => name2.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
function belongs(service, suite, source) {
  let own = fold(service);
  return [suite.service, suite.name].some((n) => fold(n) === own) || fold(source.name).includes(own);
}

// src/read/bundle/bundle.ts
var structuredLimit = 32 << 20, structured = null, structuredReader = () => structured ??= import("./chunk-25VGBNR5.js");
async function* readBundle(source, members) {
  let total = { bytes: 0, members: 0 }, kinds4 = formats(), seen2 = once(), unread = /* @__PURE__ */ new Map(), collected2 = null;
  for await (let member of members) {
    total.members++, kinds4.saw(member.path);
    let way = route(member.path);
    if (mayTellTime(member.path)) {
      collected2 ??= await timeIn(member, total);
      continue;
    }
    if (way?.rule.note && unread.set(way.rule.note, (unread.get(way.rule.note) ?? 0) + 1), way?.role === "skip" || isCopy(seen2, member, way) || seen2.twin(member.path)) continue;
    let file = pull(counted(member.bytes(), total));
    try {
      yield* readMember({ source: source.name, path: member.path, url: source.url }, way, file, { seen: seen2, kinds: kinds4 });
    } finally {
      await file.close();
    }
  }
  for (let [why, count3] of unread) yield { type: "note", note: { what: source.name, why: `${why} (${count3})` } };
  return { format: kinds4.name(), collected: collected2, ...total };
}
async function timeIn(member, total) {
  let file = pull(counted(member.bytes(), total));
  try {
    return collectedAt(member.path, new TextDecoder().decode(await file.peek(4096)));
  } finally {
    await file.close();
  }
}
async function* readMember(place2, way, file, { seen: seen2, kinds: kinds4 }) {
  let head = await file.peek(4096);
  if (head.length === 0) return;
  let role = way?.role ?? sniff(place2.path, new TextDecoder().decode(head)), groups2 = way?.groups ?? {};
  if (logKind(role)) {
    head.includes(0) || (yield log(place2, role, groups2, rest(file)));
    return;
  }
  if (role === "skip") return;
  let bytes = await collect(rest(file), structuredLimit);
  if (!bytes) {
    let why = `longer than ${structuredLimit >> 20} MiB: too large for a structured file, not read`;
    yield { type: "note", note: { what: place2.path, why } };
    return;
  }
  if (role === "test-report") {
    yield { type: "test-file", path: place2.path, bytes };
    return;
  }
  let text2 = new TextDecoder().decode(bytes), notes = [];
  if (role === "dump")
    kinds4.prove("cluster-info-dump"), yield* dump(text2, place2, seen2, notes);
  else {
    let { readStructured } = await structuredReader(), parsed = readStructured(text2, place2, groups2.ns ?? null, (n) => notes.push(n));
    parsed && notes.length === 0 && parsed.objects.length + parsed.events.length > 0 && seen2.read(place2.path), parsed ? yield* found(parsed, place2, seen2) : !/\.(?:ya?ml|json)$/.test(place2.path) && !/^No resources found/.test(text2) && (yield log(place2, "other-log", groups2, only(bytes)));
  }
  if (way || /"?apiVersion"?:/.test(text2)) for (let note of notes) yield { type: "note", note };
}
function log(place2, role, groups2, bytes) {
  return {
    type: "log",
    kind: logKind(role),
    path: place2.path,
    object: logObject(role, groups2),
    service: groups2.svc ?? null,
    restart: groups2.restart === void 0 ? null : Number(groups2.restart),
    line: 1,
    bytes: () => bytes
  };
}
function* found(parsed, place2, seen2) {
  let events = parsed.events.filter((e) => seen2.event(e));
  parsed.objects.length > 0 && (yield { type: "objects", path: place2.path, objects: parsed.objects }), events.length > 0 && (yield { type: "events", path: place2.path, events });
}
async function* dump(text2, place2, seen2, notes) {
  let { readKubernetes } = await import("./chunk-OACBWYZI.js");
  for (let part of segments(text2)) {
    if (part.type === "log") {
      let groups2 = { ns: part.namespace, pod: part.pod, container: part.container }, bytes = only(new TextEncoder().encode(part.text));
      yield { ...log(place2, "container-log", groups2, bytes), line: part.line };
      continue;
    }
    let parsed = readKubernetes(part.text, place2, (n) => notes.push(n));
    for (let { at } of [...parsed.objects, ...parsed.events]) at.line = (at.line ?? 1) + part.line - 1;
    yield* found(parsed, place2, seen2);
  }
}
function isCopy(seen2, member, way) {
  let tree = /(?:^|\/)(pods|containers)\/[^/]*_[^/]*_/.exec(member.path)?.[1];
  if (!tree || !way?.groups.container) return !1;
  let { node, ns, pod, container } = way.groups;
  return !seen2.log(tree, [node, ns, pod, container].join("/"), member.size);
}
async function* counted(bytes, total) {
  for await (let chunk of bytes)
    total.bytes += chunk.length, yield chunk;
}
async function* rest(file) {
  for (let chunk = await file.next(1 << 22); chunk; chunk = await file.next(1 << 22)) yield chunk;
}
async function* only(bytes) {
  yield bytes;
}

// src/read/tests/clean.ts
var ANSI = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)/g, BARE = /\[(?:[01]|4|[39][0-7]|38;5;\d{1,3})m/g, MARK = /^##\[(?:error|warning|notice|group|debug)\]/;
function clean(text2) {
  let t = text2.length > 8192 ? text2.slice(0, 8192) : text2;
  return t.includes("\x1B") ? t = t.replace(ANSI, "") : t.includes("[0m") && (t = t.replace(BARE, "")), t.charCodeAt(0) === 35 && (t = t.replace(MARK, "")), t;
}

// src/read/tests/located.ts
function clip(text2, max) {
  if (text2.length <= max) return text2;
  let code = text2.charCodeAt(max - 2);
  return `${text2.slice(0, code >= 55296 && code < 56320 ? max - 2 : max - 1)}…`;
}
function dedent(lines) {
  let indents = lines.filter((l) => l.trim() !== "").map((l) => l.length - l.trimStart().length), indent = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((l) => l.slice(indent).trimEnd()).join(`
`).replace(/^\n+/, "").trimEnd();
}
function located(framework, tally, found2) {
  let kept = found2.slice(0, 200), { verdict_line, tests_line, first_line, ...counts } = tally;
  return {
    framework,
    ...counts,
    failures: kept.map((f) => ({
      name: clip(f.name, 500),
      location: clip(f.location, 500),
      message: clip(f.message, 2e3)
    })),
    blocks: [...kept, ...kept.flatMap((f) => f.more ?? []).slice(0, 200)].map(({ from, to }) => ({
      from,
      to: Math.min(Math.max(from, to), from + 400 - 1)
    })),
    verdict_line,
    tests_line,
    first_line
  };
}

// src/read/tests/text-failures.ts
var FRAME = /^\s*(?:at|❯) (?:.*\()?((?:file:\/\/)?[^\s()]+\.[cm]?[jt]sx?:\d+)(?::\d+)?\)?$/;
function textFailures() {
  let found2 = [], names = /* @__PURE__ */ new Set(), open = null;
  return {
    open: () => open !== null,
    /** Begins a failure; the second report of a name (a summary that repeats) is passed over. */
    begin(line, name2, location = "") {
      open = null, !(names.has(name2) || names.size >= 1e4) && (names.add(name2), open = { name: name2, location, message: "", from: line, to: line, lines: [], size: 0, stack: !1 }, found2.length < 200 && found2.push(open));
    },
    /** Takes a line below the title. The message ends where the stack begins. */
    add(line, text2) {
      if (!open) return;
      text2.trim() !== "" && (open.to = line);
      let frame = FRAME.exec(text2)?.[1];
      frame !== void 0 || /^\s*at .*(?:\(|:\d)/.test(text2) ? (open.stack = !0, open.location === "" && frame && !frame.includes("node_modules") && !frame.startsWith("node:") && (open.location = frame)) : !open.stack && open.size < 2e3 && open.lines.length < 100 && (open.lines.push(text2), open.size += text2.length + 1);
    },
    /** Names the place of the failure at hand. */
    place(location) {
      open && open.location === "" && (open.location = location);
    },
    end() {
      open = null;
    },
    count: () => names.size,
    found: () => found2.map((f) => ({ ...f, message: dedent(f.lines) }))
  };
}

// src/read/tests/bats.ts
var PLAN = /^1\.\.(\d+)$/, TAP = /^(not )?ok (\d+)(?: (.*))?$/, PRETTY = /^ (✓|✗|-) (.+)$/, PRETTY_SUM = /^(\d+) tests?, (\d+) failures?(?:, (\d+) skipped)?(?:, .*)?$/, PLACE = /\(in test file (\S+), line (\d+)\)|\bin test file (\S+), line (\d+)/;
function batsReader() {
  let tap2 = textFailures(), pretty = textFailures(), sum2 = { passed: 0, failed: 0, skipped: 0 }, framework = "tap", planned = null, total = null, first2 = 0, prettyFirst = 0, tests = null, verdict = null, setup = 0, last = 0, isQuiet = !1;
  function onTap(n, m) {
    tap2.end();
    let name2 = (m[3] ?? "").replace(/^- /, "").replace(/ in \d+m?s$/, "");
    first2 === 0 && (first2 = n), tests ??= n, isQuiet ||= Number(m[2]) > last + 1, last = Number(m[2]), /(?:^| )# (?:skip|todo)\b/i.test(name2) ? sum2.skipped++ : m[1] ? (sum2.failed++, /^setup_(?:file|suite)\b/.test(name2) && setup++, tap2.begin(n, name2 || `test ${m[2]}`)) : sum2.passed++;
  }
  function onPlace(text2, list2) {
    let m = PLACE.exec(text2);
    m && (framework = "bats", list2.place(`${m[1] ?? m[3]}:${m[2] ?? m[4]}`));
  }
  function onPretty(n, text2) {
    let m = PRETTY.exec(text2), end = m ? null : PRETTY_SUM.exec(text2);
    m ? (pretty.end(), prettyFirst === 0 && (prettyFirst = n), m[1] === "✗" && pretty.begin(n, m[2] ?? "")) : end && prettyFirst > 0 ? (pretty.end(), framework = "bats", total = { total: Number(end[1]), failed: Number(end[2]), skipped: Number(end[3] ?? 0) }, verdict = n) : pretty.open() && (text2.includes("in test file") ? onPlace(text2, pretty) : pretty.add(n, text2));
  }
  return {
    busy: () => tap2.open() || pretty.open(),
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (c === 84 && raw.startsWith("TAP version ") && (planned ??= 0), c === 110 || c === 111 || c === 49) {
        let text2 = clean(raw), m = TAP.exec(text2), plan = m ? void 0 : PLAN.exec(text2)?.[1];
        if (m && (planned !== null || first2 > 0 || m[1])) return void onTap(n, m);
        if (plan !== void 0) {
          planned = (planned ?? 0) + Number(plan);
          return;
        }
      }
      if (c === 35 && tap2.open()) {
        let text2 = clean(raw).replace(/^# ?/, "");
        text2.includes("in test file") ? onPlace(text2, tap2) : tap2.add(n, text2);
      } else if (c === 32 || c === 27 || c > 47 && c < 58 && prettyFirst > 0) {
        if (c === 32 && !pretty.open() && raw.charCodeAt(1) < 128 && raw.charCodeAt(1) !== 45) return;
        onPretty(n, clean(raw));
      }
    },
    result() {
      let lines = { verdict_line: verdict, tests_line: tests };
      if (total && first2 === 0) {
        let passed = total.total - total.failed - total.skipped, tally = { ...total, ran: total.total - total.skipped, passed, phase: "tests" };
        return located(
          "bats",
          { ...tally, ...lines, tests_line: prettyFirst, first_line: prettyFirst },
          pretty.found()
        );
      }
      if (first2 === 0) return null;
      let ran = sum2.passed + sum2.failed, phase2 = setup > 0 && setup === sum2.failed && sum2.passed === 0 ? "setup" : "tests", counts = {
        total: planned === null ? null : Math.max(planned, ran + sum2.skipped),
        ran: planned === null || isQuiet ? null : ran
      };
      return located(framework, { ...counts, ...sum2, phase: phase2, ...lines, first_line: first2 }, tap2.found());
    }
  };
}

// src/read/tests/ginkgo-crash.ts
var COMPILE = /^Failed to compile (.+):$/, PANIC = /^[•SP↺]*((?:panic|fatal error): .*)$/, FRAME2 = /^\s+(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/, LIBRARY = /\/src\/(?:runtime|testing|internal|time)\//;
function crashReader() {
  let failures2 = [], open = null, kind = null;
  function begin(n, name2, message, what) {
    open = { name: clip(name2, 500), location: "", message, from: n, to: n }, kind = what, what !== "panic" && failures2.length < 200 && failures2.push(open);
  }
  function extend(n, text2) {
    if (!open || n - open.from > 60) return stop();
    let t = text2.trim();
    if (kind === "panic") {
      let frame = FRAME2.exec(text2)?.[1];
      return frame && !LIBRARY.test(frame) && open.location === "" && (open.location = frame), open.to = n, /^(?:FAIL|Ginkgo ran|\[\d+\] )/.test(text2) ? stop() : /^goroutine \d+ .*\[/.test(text2) ? open : null;
    }
    if (t === "FAIL" || /^(?:Ginkgo ran|Running Suite|\[\d+\] |Failed to compile)/.test(text2)) return stop();
    if (t === "") return null;
    let place2 = /^\s*(\S+\.go:\d+)(?::\d+)?: /.exec(text2)?.[1];
    return place2 && open.location === "" && (open.location = place2), open.message.length < 2e3 && !/^(?:# |FAIL\t)/.test(t) && (open.message += `${open.message ? `
` : ""}${t}`), open.to = n, kind === "usage" ? stop() : null;
  }
  function stop() {
    return open = null, kind = null, null;
  }
  return {
    /** Whether the next line matters whatever it begins with. */
    busy: () => open !== null,
    /** Answers with a crash once its stack trace shows that it is one; its place may be filled in later. */
    line(n, text2) {
      let c = text2.charCodeAt(0), compile = c === 70 ? COMPILE.exec(text2)?.[1] : void 0;
      if (compile !== void 0) begin(n, compile, "", "compile");
      else if (text2 === "ginkgo run failed") begin(n, "ginkgo run", "", "usage");
      else if (text2 === "Found no test suites") begin(n, "ginkgo run", text2, "usage");
      else {
        let panic = c === 112 || c === 102 || c === 8226 ? PANIC.exec(text2)?.[1] : void 0;
        if (panic === void 0 || kind === "panic") return extend(n, text2);
        begin(n, "panic", clip(panic, 2e3), "panic");
      }
      return null;
    },
    /** Suites that do not compile, and runs that could not start. */
    failures: () => failures2
  };
}

// src/read/tests/ginkgo-lines.ts
var SUITE = /^Running Suite: (.+?) - (?:\/|[A-Za-z]:\\)/, SUCCINCT = /^\[\d+\] (.+?) - (\d+)\/(\d+) specs(?: - \d+ procs)? ?(.*)$/, WILL_RUN = /^Will run (\d+) of (\d+) specs$/, RAN = /^Ran (\d+) of (\d+) Specs in [\d.]+ seconds$/, SUMMARY = /^Summarizing (\d+) Failures?:$/, ENTRY = /^\s*\[(FAIL|PANICKED!|ABORTED|TIMEDOUT|INTERRUPTED|Fail|Panic!)\] (.+)$/, DELIMITER = "------------------------------", HEADER = /^(?:([•↺SP]) )?(?:\[([A-Za-z]+(?: \([A-Za-z]+\))?)\] )?(?:\[(FAILED|PANICKED!?|TIMEDOUT|INTERRUPTED|ABORTED|SKIPPED|PENDING|FLAKEY TEST[^\]]*)\]|(PASSED))(?: DURING REPETITION #\d+)?(?: \[[\d.]+ seconds\])?$/, PASSED_SPEC = /^• \[[\d.]+ seconds\]$/, BODY = /^\s*\[(FAILED|PANICKED|TIMEDOUT|INTERRUPTED|ABORTED|SKIPPED)\] (?!in \[)(.*)$/, INLINE = /^\s*\[(?:FAILED|PANICKED|TIMEDOUT|INTERRUPTED|ABORTED)\] in \[([^\]]+)\](?: - (.+?:\d+)(?: @ .*)?)?$/, AT = /^\s*In \[([^\]]*)\] at: (.+?)(?: @ \d.*)?$/, AT_COMMAND = /^\s*::(?:error|notice) file=(.+?),line=(\d+)::/, AT_MARK = /^\s*\w+(?: \(\w+\))? \d\d\/\d\d\/\d\d \d\d:\d\d:\d\d/, RETRY = /^\s*Attempt #\d+ (?:Failed\. {2}Retrying|Passed\. {2}Repeating)/, LOCATION = /^\s*(?:\[[^\]]+\] )?(\S.*\.go:\d+)$/, SECTION_START = /^\s*(?:(?:Captured StdOut\/StdErr Output|Timeline|Report Entries) >>|::group::)/, SECTION_END = /^\s*(?:<< (?:Captured StdOut\/StdErr Output|Timeline|Report Entries)|::endgroup::)/, CASCADE = /failed on Ginkgo parallel process #\d+|function running on Ginkgo parallel process|Process #1 disappeared before SynchronizedBeforeSuite could report back|skipped because an earlier spec in an ordered container failed|Interrupted by Other Ginkgo Process|Test Report unavailable because a Ginkgo parallel process disappeared/, SETUP_NODE = /^(?:Synchronized|Report)?BeforeSuite$/, SUITE_NODE = /^(?:(?:Synchronized|Report)?(?:Before|After)Suite|CleanupAfterSuite|DeferCleanup \(Suite\))$/;
function header(text2) {
  if (PASSED_SPEC.test(text2)) return { node: null, outcome: "passed" };
  let m = HEADER.exec(text2);
  if (!m || m[1] === void 0 && m[2] === void 0) return null;
  let node = m[2] ?? null;
  if (m[4]) return { node, outcome: "passed" };
  let state = m[3] ?? "";
  return state.startsWith("FLAKEY") ? { node, outcome: "flaked" } : { node, outcome: state === "SKIPPED" || state === "PENDING" ? "not run" : "failed" };
}
function isCascade(message) {
  return CASCADE.test(message);
}
function nodeKind(node) {
  return node === null || !SUITE_NODE.test(node) ? null : SETUP_NODE.test(node) ? "setup" : "teardown";
}
function namedNode(name2) {
  let node = /^\[([^\]]+)\]/.exec(name2)?.[1] ?? null;
  return nodeKind(node) ? node : null;
}
var FIRST = new Set([..."-[#\x1B•↺RWSFPGTfgp"].map((c) => c.charCodeAt(0)));
function mayMatter(raw) {
  let first2 = raw.charCodeAt(0);
  if (first2 !== 32 && first2 !== 9) return FIRST.has(first2);
  let i = 1;
  for (; i < 24 && (raw.charCodeAt(i) === 32 || raw.charCodeAt(i) === 9); ) i++;
  let c = raw.charCodeAt(i);
  return c === 91 || c === 65 || c === 27;
}

// src/read/tests/ginkgo-loose.ts
var GOMEGA = /^(?:Timed out after [\d.]+|Expected\b|Unexpected error:|Failed after [\d.]+)|^\s*(?:to equal|occurred|not to have occurred|to succeed)$|A \w+ timeout occurred|Test Panicked/m, SYSTEMD = /^Failed to (?:start|mount|listen|load|activate|stop|unmount)\b/;
function credible(loose2, certain, lines) {
  return loose2.filter((f) => !SYSTEMD.test(f.message) && (certain || lines <= 100 || GOMEGA.test(f.message)));
}

// src/read/tests/ginkgo-body.ts
function openBody(line, text2) {
  let m = BODY.exec(text2), short2 = m ? null : INLINE.exec(text2);
  if (!m && (!short2 || short2[2] !== void 0)) return null;
  let indent = " ".repeat(text2.length - text2.trimStart().length), first2 = m ? indent + (m[2] ?? "") : "";
  return {
    state: m?.[1] ?? "FAILED",
    node: short2?.[1] ?? null,
    from: line,
    to: line,
    lines: [first2],
    at: "",
    closed: !1,
    after: [],
    tail: null,
    size: first2.length
  };
}
function extendBody(body, line, text2) {
  let at = AT.exec(text2), command2 = at ? null : AT_COMMAND.exec(text2);
  if (at || command2 || AT_MARK.test(text2)) {
    body.at = at?.[2] ?? (command2 ? `${command2[1]}:${command2[2]}` : ""), body.node = at?.[1] ?? body.node, body.closed = !0, body.to = line, body.tail = body.state === "PANICKED" ? "value" : body.state === "TIMEDOUT" ? "progress" : null;
    return;
  }
  body.size < 2e3 && body.lines.length < 100 && (body.lines.push(text2), body.size += text2.length + 1, text2.trim() !== "" && (body.to = line));
}
function afterBody(body, line, text2) {
  let t = text2.trim();
  if (body.tail === null || line - body.from > 400)
    body.tail = null;
  else if (body.tail === "value")
    t === "Full Stack Trace" ? body.tail = "stack" : t !== "" && body.after.length < 10 && body.after.push(t);
  else if (body.tail === "stack") {
    let frame = /^(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/.exec(t)?.[1];
    frame && (/\/src\/runtime\/[\w]+\.go:\d+$/.test(body.at) && (body.at = frame), body.tail = null, body.to = line);
  } else t.startsWith("At [By Step] ") && body.after.length === 0 ? body.after.push(t) : t === "Begin Additional Progress Reports >>" ? body.tail = "reports" : body.tail === "reports" && (t.startsWith("<< End Additional") ? body.tail = null : t !== "" && body.after.length < 30 && body.after.push(t));
}
function bodyMessage(bodies) {
  let first2 = bodies.find((b) => b.state !== "SKIPPED") ?? bodies[0];
  if (!first2) return "";
  let more2 = bodies.filter((b) => b !== first2 && /^\s*A \w+ timeout occurred and then/.test(b.lines[0] ?? ""));
  return [first2, ...more2].flatMap((b) => [text(b), ...b.after]).join(`
`);
}
function bodyPlace(body) {
  return body.at || (body.lines.length === 1 ? LOCATION.exec(body.lines[0] ?? "")?.[1] ?? "" : "");
}
function text(body) {
  if (bodyPlace(body) !== body.at) return "";
  let blank = body.closed ? -1 : body.lines.findIndex((l) => l.trim() === "");
  return dedent(blank > 0 ? body.lines.slice(0, blank) : body.lines);
}

// src/read/tests/ginkgo-spec.ts
function segment(from, age) {
  return {
    ...{ from, age, name: "", header: null, headerLine: 0, names: [], naming: !1, location: "" },
    section: !1,
    inline: "",
    inlineNode: "",
    inlineLine: 0,
    bodies: [],
    sectionBodies: [],
    last: null
  };
}
function specReader(events) {
  let s = segment(1, null);
  function finish(to, next) {
    let found2 = failure(s, to);
    s = next, found2 && events.failed(found2);
  }
  function onHeader(line2, h) {
    s.header !== null && finish(line2 - 1, segment(line2, null)), h.node === null && h.outcome !== "not run" && events.started(s.age === null ? line2 : s.from - 1), s.header = h, s.headerLine = line2, s.naming = h.outcome === "failed", s.section = !1, h.outcome !== "failed" && (s.last = null), events.ended(h);
  }
  function onBegin(text2) {
    s.age === 0 ? s.name = text2.trim() : LOCATION.test(text2) && s.name !== "" && !namedNode(s.name) && events.started(s.from - 1), s.age = (s.age ?? 0) + 1;
  }
  function onName(text2) {
    let place2 = LOCATION.exec(text2)?.[1];
    place2 && s.names.length > 0 ? s.location = place2 : text2.trim() === "autogenerated by Ginkgo" ? s.location = "" : s.names.length < 20 && s.names.push(text2.trim());
  }
  function onBody(line2, text2) {
    let body = text2.includes("[") ? openBody(line2, text2) : null;
    if (!body) return !1;
    let list2 = s.section ? s.sectionBodies : s.bodies;
    return list2.length < 20 && list2.push(body), s.last = body, !0;
  }
  function line(n, text2) {
    if (text2 === DELIMITER) return void finish(n - 1, segment(n + 1, 0));
    let h = text2.endsWith("]") ? header(text2) : null;
    if (h) return void onHeader(n, h);
    if (s.age !== null && s.age < 2 && s.header === null && onBegin(text2), s.naming) {
      if (!(text2.trim() === "" ? s.names.length > 0 : SECTION_START.test(text2) || BODY.test(text2))) return void onName(text2);
      s.naming = !1;
    }
    if (SECTION_START.test(text2)) s.section = s.header !== null;
    else if (s.section && SECTION_END.test(text2)) s.section = !1;
    else if (RETRY.test(text2)) [s.bodies, s.sectionBodies, s.last] = [[], [], null];
    else if (s.header === null || s.header.outcome === "failed") {
      let inline = s.inline === "" && text2.includes("] in [") ? INLINE.exec(text2) : null;
      inline?.[2] ? [s.inline, s.inlineNode, s.inlineLine] = [inline[2], inline[1] ?? "", n] : !onBody(n, text2) && s.last && (s.last.closed ? afterBody : extendBody)(s.last, n, text2);
    }
    s.header === null && s.last && n - s.last.from > 400 && (s.last = null);
  }
  return {
    line,
    /** Whether the next line matters whatever it begins with. */
    busy: () => s.header?.outcome === "failed" || s.header === null && (s.last !== null || s.age !== null && s.age < 2),
    /** Ends the spec at hand: a new suite, a summary or the end of the log follows line `to`. */
    close: (to) => finish(to, segment(to + 1, null))
  };
}
function failure(s, to) {
  if (s.header && s.header.outcome !== "failed") return null;
  let bodies = s.bodies.length > 0 ? s.bodies : s.sectionBodies, first2 = bodies.find((b) => b.state !== "SKIPPED");
  if (!s.header && !first2 && s.inline === "") return null;
  let told = first2?.node ?? (s.inlineNode || null), node = s.header ? s.header.node : nodeKind(told) ? told : null, name2 = (s.names.join(" ").trim() || (node ? `[${node}]` : s.name)).trim(), message = bodyMessage(bodies), place2 = first2 ? bodyPlace(first2) : "", at = place2 === "autogenerated by Ginkgo" ? "" : place2, head = s.header ? s.headerLine : first2?.from ?? s.inlineLine, end = s.header ? Math.min(to, head + 399) : Math.max(first2?.to ?? head, head);
  return {
    name: name2,
    location: at || s.inline || s.location,
    message,
    from: s.header ? Math.max(s.age === null ? head : s.from, Math.min(head, end - 399)) : head,
    to: end,
    kind: nodeKind(node ?? namedNode(name2)),
    cascade: isCascade(message),
    headed: s.header !== null
  };
}

// src/read/tests/ginkgo-suite.ts
function newSuite(line, name2) {
  return {
    name: name2,
    line,
    certain: !1,
    succinct: !1,
    passedSeen: 0,
    skippedSeen: 0,
    pendingSeen: 0,
    failedSeen: 0,
    summarized: !1,
    ...{ willRun: null, total: null, ran: null, counts: null, crash: null },
    ...{ failures: [], loose: [], entries: [] }
  };
}
function closeSuite(suite, complete) {
  let all = named(suite), real = all.filter((f) => !f.cascade), found2 = distinct(real.length > 0 ? real : all.slice(0, 1)), crash = suite.counts === null && suite.ran === null ? suite.crash : null;
  crash && found2.push({ ...crash, kind: null, cascade: !1, headed: !0 });
  let specFailures = found2.filter((f) => f.kind === null).length, quiet = complete && suite.succinct && suite.ran === null && found2.length === 0, { willRun, total, passedSeen, skippedSeen } = suite, everySeen = passedSeen + skippedSeen + suite.pendingSeen === total, passed = quiet && !everySeen ? willRun ?? passedSeen : passedSeen, unrun = quiet && everySeen ? skippedSeen : Math.max(0, (total ?? 0) - (quiet ? passed : 0)), counts = suite.counts ?? {
    passed: suite.ran === 0 ? 0 : passed,
    failed: Math.max(specFailures, crash ? 1 : 0, suite.failedSeen),
    skipped: quiet || suite.ran === 0 ? unrun : 0
  }, ran = suite.ran ?? (quiet ? passed : null), started = ran === null ? suite.passedSeen + suite.failedSeen > 0 : ran > 0;
  return {
    total,
    ran,
    ...counts,
    found: found2,
    failing: found2.length > 0,
    setup: !started && found2.length > 0 && found2.some((f) => f.kind === "setup"),
    teardown: found2.length > 0 && found2.every((f) => f.kind === "teardown")
  };
}
function named(suite) {
  let failures2 = suite.failures.length > 0 ? suite.failures : suite.loose, exact = (f) => suite.entries.find((e) => !e.taken && e.name === f.name && e.location === f.location), similar = (f) => suite.entries.find((e) => !e.taken && e.name === f.name) ?? suite.entries.find((e) => !e.taken && f.location !== "" && e.location === f.location), out = failures2.map((f) => ({ f, entry: take2(exact(f)) })).map(({ f, entry }) => {
    let e = entry ?? take2(similar(f));
    return e ? { ...f, name: e.name, location: f.location || e.location } : f;
  });
  for (let e of suite.entries) {
    if (e.taken) continue;
    let kind = nodeKind(namedNode(e.name)), { name: name2, location, from, to } = e;
    out.push({ name: name2, location, from, to, message: "", kind, cascade: !1, headed: !0 });
  }
  return out;
}
function take2(entry) {
  return entry && (entry.taken = !0), entry;
}
function distinct(failures2) {
  let seen2 = /* @__PURE__ */ new Set();
  return failures2.filter((f) => {
    if (f.kind === null) return !0;
    let key = `${f.name}
${f.location}
${f.message.replace(/0x[\da-f]+/g, "")}`;
    return !seen2.has(key) && seen2.add(key);
  }).slice(0, 200);
}

// src/read/tests/ginkgo-sum.ts
function sum(suites, broken) {
  let add2 = (pick) => suites.reduce((n, s) => n + pick(s), 0), whole = (pick) => suites.length === 0 || suites.some((s) => pick(s) === null) ? null : add2((s) => pick(s) ?? 0), failing = suites.filter((s) => s.failing), setup = failing.length + broken > 0 ? failing.every((s) => s.setup) : unstarted(suites), teardown2 = broken === 0 && failing.length > 0 && failing.every((s) => s.teardown), phase2 = setup ? "setup" : teardown2 ? "teardown" : "tests";
  return {
    total: whole((s) => s.total),
    ran: suites.length === 0 ? 0 : whole((s) => s.ran),
    passed: add2((s) => s.passed),
    failed: add2((s) => s.failed) + broken,
    skipped: add2((s) => s.skipped),
    phase: phase2
  };
}
function unstarted(suites) {
  return suites.every((s) => s.ran === null && s.passed === 0);
}
function keep(suites, closed) {
  let room = 200 - suites.reduce((n, s) => n + s.found.length, 0);
  suites.push({ ...closed, found: closed.found.slice(0, Math.max(0, room)) });
}

// src/read/tests/ginkgo-wrapped.ts
function wrappedEntry(found2) {
  let parts = [], from = 0;
  return {
    line(n, text2) {
      let start2 = text2.includes("[FAIL] ") ? /^\s*\[FAIL\] (.+)$/.exec(text2)?.[1] : void 0;
      if (start2 !== void 0) [parts, from] = [[start2], n];
      else if (parts.length > 0) {
        parts.push(text2.trim());
        let leaf = /^\s*\[(?:It|[A-Za-z]+(?:Each|All))\] /.test(text2);
        return leaf && found2(from, parts.join(" ")), (leaf || parts.length > 5 || text2.trim() === "") && (parts = []), leaf;
      }
      return !1;
    },
    open: () => parts.length > 0
  };
}

// src/read/tests/ginkgo.ts
var NODE_NAMED = /^(?!in \[).*\[(?:It|[A-Za-z]+(?:Each|All|Suite))\]/;
function ginkgoReader() {
  let crashes = crashReader(), totals = [], suite = null, wrapped = wrappedEntry(onEntry), summary = !1, first2 = 0, seen2 = 0, last = 0, tests = null, verdict = null, specs = specReader({
    failed: (f) => {
      let s = at(f.from), list2 = f.headed ? s.failures : s.loose;
      f.headed && (s.certain = !0), f.headed && f.kind === null && s.failedSeen++, list2.length < 400 && list2.push(f);
    },
    ended: (h) => {
      suite && h.node === null && (h.outcome === "passed" || h.outcome === "flaked") && suite.passedSeen++;
    },
    started: begun
  });
  function at(line) {
    return first2 === 0 && (first2 = line), suite ??= newSuite(line, ""), suite;
  }
  function begun(line) {
    suite && (tests ??= line);
  }
  function open(line, name2) {
    end(line - 1, !0), verdict = null;
    let s = at(line);
    return s.name = name2, s.certain = !0, s;
  }
  function end(line, complete) {
    specs.close(line), summary = !1, suite && (suite.loose = credible(suite.loose, suite.certain, seen2), (suite.certain || suite.loose.length > 0 || suite.entries.length > 0) && keep(totals, closeSuite(suite, complete)), suite = null);
  }
  function onText(n, text2) {
    let c = text2.charCodeAt(0);
    if ((c === 8226 || c === 83 || c === 80) && dots(n, text2), c === 82 && onR(n, text2)) return;
    if (c === 91) {
      let m = SUCCINCT.exec(text2);
      if (m) return void onSuccinct(n, m);
    }
    if (c === 87 && suite) {
      let m = WILL_RUN.exec(text2);
      m && ([suite.willRun, suite.total] = [Number(m[1]), Number(m[2])]);
    } else if (c === 83 && SUMMARY.test(text2))
      specs.close(n - 1), at(n).certain = !0, summary = !0, verdict = n;
    else if ((c === 83 || c === 70) && /^(?:SUCCESS!|FAIL!)/.test(text2)) onResult(n, text2);
    else if (c === 71 && /^Ginkgo ran \d+ suites? in |^Ginkgo timed out waiting for all parallel procs/.test(text2)) {
      let cut = suite !== null && suite.counts === null && suite.ran === null;
      (suite || totals.length > 0) && end(n - 1, text2.startsWith("Ginkgo ran")), cut && (verdict = n);
    }
    let entry = summary || !specs.busy() && text2.includes("[") ? ENTRY.exec(text2)?.[2] : void 0;
    entry !== void 0 && (summary || NODE_NAMED.test(entry)) ? onEntry(n, entry) : !summary && wrapped.line(n, text2) ? at(n).certain = !0 : summary && suite ? onEntryPlace(n, text2) : specs.line(n, text2);
  }
  function dots(n, text2) {
    let run2 = /^[•SP↺]+/.exec(text2)?.[0] ?? "", ran = run2.split("•").length - 1 + run2.split("↺").length - 1;
    !suite || /^[•↺SP] \[/.test(text2) || ran === 0 && run2 !== text2 || (ran > 0 && begun(n), suite.passedSeen += ran, suite.skippedSeen += run2.split("S").length - 1, suite.pendingSeen += run2.split("P").length - 1, /SUCCESS! [\d.]+[nµmsh]/.test(text2) && end(n, !0));
  }
  function onSuccinct(n, m) {
    let s = open(n, m[1] ?? "");
    s.succinct = !0, s.willRun = Number(m[2]), s.total = Number(m[3]), dots(n, m[4] ?? ""), /SUCCESS! [\d.]+[nµmsh]/.test(m[4] ?? "") && end(n, !0);
  }
  function onR(n, text2) {
    let name2 = SUITE.exec(text2)?.[1];
    name2 !== void 0 && open(n, name2);
    let ran = RAN.exec(text2);
    if (ran) {
      specs.close(n - 1);
      let s = at(n);
      s.certain = !0, s.ran = Number(ran[1]), s.total = Number(ran[2]), summary || (verdict = n), summary = !1;
    }
    return name2 !== void 0 || ran !== null;
  }
  function onResult(n, text2) {
    let count3 = (what) => Number(new RegExp(`(\\d+) ${what}\\b`).exec(text2)?.[1] ?? Number.NaN), [passed, failed2, skipped2] = [count3("Passed"), count3("Failed"), count3("Skipped")], counted3 = !Number.isNaN(passed) && !Number.isNaN(failed2);
    if (!counted3 && !text2.includes("node failed")) return;
    specs.close(n - 1);
    let s = at(n);
    s.certain = !0, verdict ??= n, summary = !1, counted3 ? s.counts = { passed, failed: failed2, skipped: Number.isNaN(skipped2) ? 0 : skipped2 } : s.ran ??= 0;
  }
  function onEntry(n, name2) {
    let s = at(n);
    s.certain = !0, s.entries.length < 400 && s.entries.push({ name: name2.trim(), location: "", from: n, to: n, taken: !1 }), s.summarized = !0;
  }
  function onEntryPlace(n, text2) {
    let entry = suite?.entries.at(-1), place2 = LOCATION.exec(text2)?.[1];
    entry && entry.location === "" && place2 && ([entry.location, entry.to] = [place2, n]);
  }
  let busy = () => specs.busy() || summary || crashes.busy() || wrapped.open();
  return {
    busy,
    skip(count3, to) {
      seen2 += count3, last = to;
    },
    line(n, raw) {
      if (seen2++, last = n, !busy() && !mayMatter(raw)) return;
      let text2 = clean(raw), crash = crashes.line(n, text2);
      crash && suite && (crash.name = suite.name || crash.name, suite.crash ??= crash), onText(n, text2);
    },
    result() {
      end(last, !1);
      let broken = crashes.failures();
      if (totals.length === 0 && broken.length === 0) return null;
      let tally = { ...sum(totals, broken.length), verdict_line: verdict, tests_line: tests }, found2 = [...totals.flatMap((t) => t.found), ...broken].sort((a, b) => a.from - b.from);
      return located("ginkgo", { ...tally, first_line: first2 || (broken[0]?.from ?? 1) }, found2);
    }
  };
}

// src/read/tests/gotest-event.ts
function goEvent(text2) {
  if (text2.charCodeAt(0) !== 123 || !text2.includes('"Action":"')) return null;
  let e;
  try {
    e = JSON.parse(text2);
  } catch {
    return null;
  }
  let field2 = (key) => {
    let value = e[key];
    return typeof value == "string" ? value : "";
  }, action = field2("Action"), pkg = field2("Package") || field2("ImportPath").replace(/ \[.*$/, "");
  return action === "" || pkg === "" ? null : {
    action,
    pkg,
    test: field2("Test"),
    output: field2("Output"),
    time: field2("Time"),
    build: field2("FailedBuild") !== ""
  };
}

// src/read/tests/course.ts
function course() {
  let failed2 = [], first2 = Number.POSITIVE_INFINITY, last = Number.NEGATIVE_INFINITY, isUnknown = !1;
  return {
    ran(from, to, isFailure2) {
      to !== null && (first2 = Math.min(first2, from ?? to), last = Math.max(last, to)), isFailure2 && (from === null || to === null || failed2.length >= 500 ? isUnknown = !0 : failed2.push({ from, to }));
    },
    result: () => isUnknown || !failed2.length ? null : { all: { from: first2, to: last }, failed: failed2.toSorted((a, b) => a.to - b.to) }
  };
}
function momentIn(text2) {
  let m = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*(Z|[+-]\d\d:?\d\d)?$/.exec(text2 ?? "");
  return !m || m[1].startsWith("0001") ? null : Date.parse(m[1] + (m[2] ?? "Z")) || null;
}

// src/read/tests/gotest-output.ts
var MESSAGE = /^(\s*)(\S+\.go:\d+)(?::\d+)?: ?(.*)$/, PANIC2 = /^(?:panic|fatal error): (.*)$/, FRAME3 = /^\s+(\S+\.go:\d+)(?: \+0x[\da-f]+)?$/, LIBRARY2 = /\/src\/(?:runtime|testing|internal|time|sync)\/|^_testmain\.go/, KEEP = 80;
function newOutput(from) {
  return { from, to: from, parts: [], lines: [], panic: "", location: "", race: !1 };
}
function addOutput(o, line, text2) {
  if (o.to = line, text2.startsWith("coverage: ")) return;
  let c = text2.charCodeAt(0), panic = c === 112 || c === 102 ? PANIC2.exec(text2)?.[0] : void 0;
  if (panic !== void 0 && o.panic === "")
    [o.panic, o.location] = [panic.replace(/ \[recovered\]$/, ""), ""];
  else if (o.panic !== "") {
    let frame = FRAME3.exec(text2)?.[1];
    if (frame && o.location === "" && !LIBRARY2.test(frame) && (o.location = frame), !/^\s*goroutine \d/.test(text2)) return;
  } else
    text2.startsWith("WARNING: DATA RACE") && (o.race = !0), o.lines.push(text2.length > 1e3 ? text2.slice(0, 1e3) : text2), o.lines.length > KEEP * 2 && o.lines.splice(0, KEEP);
}
function outputMessage(o) {
  if (o.panic !== "") return { message: o.panic, location: o.location };
  let messages = [], open = null, indent = 0;
  for (let text2 of o.lines) {
    let m = MESSAGE.exec(text2);
    m && (open === null || (m[1] ?? "").length <= indent) ? (indent = (m[1] ?? "").length, open = { location: m[2] ?? "", lines: [m[3] ?? ""] }, messages.push(open)) : open && text2.trim() !== "" && text2.length - text2.trimStart().length > indent ? open.lines.push(text2) : text2.trim() !== "" && (open = null);
  }
  let location = (messages.findLast((m) => !m.location.startsWith("testing.go:")) ?? messages.at(-1))?.location ?? "", texts2 = messages.map(
    (m) => [(m.lines[0] ?? "").trim(), dedent(m.lines.slice(1))].filter((l) => l !== "").join(`
`)
  ), race = o.race ? ["WARNING: DATA RACE"] : [];
  return texts2.length === 0 ? { message: tail([...race, ...o.lines.slice(-20)]), location } : { message: tail([...race, ...texts2]), location };
}
function tail(pieces) {
  let size = 0, kept = [];
  for (let i = pieces.length - 1; i >= 0; i--) {
    let piece = pieces[i] ?? "";
    if (size += piece.length + 1, kept.length > 0 && size > 2e3) break;
    kept.unshift(piece);
  }
  return kept.join(`
`).trim();
}
function said3(o) {
  return o.panic !== "" || o.race || o.lines.some((l) => MESSAGE.test(l));
}

// src/read/tests/gotest-json.ts
var mostBegun = 5e3;
function eventReader(book) {
  let ran = course(), begun = /* @__PURE__ */ new Map(), failed2 = /* @__PURE__ */ new Set(), builds = /* @__PURE__ */ new Map();
  function build(pkg, line) {
    let o = builds.get(pkg);
    return o || builds.set(pkg, o = newOutput(line)), builds.size > 200 && builds.delete(builds.keys().next().value ?? pkg), o;
  }
  function clock(e) {
    let key = `${e.pkg}	${e.test}`;
    if (e.action === "run") {
      begun.size < mostBegun && begun.set(key, momentIn(e.time));
      return;
    }
    let isFailure2 = e.action === "fail";
    isFailure2 && failed2.add(e.pkg), ran.ran(begun.get(key) ?? null, momentIn(e.time), isFailure2), begun.delete(key);
  }
  function event2(line, e) {
    let text2 = e.output.replace(/\n$/, "");
    e.test !== "" && !e.test.includes("/") && marks.has(e.action) && clock(e), e.action === "build-output" ? text2.startsWith("# ") || addOutput(build(e.pkg, line), line, text2) : e.action === "run" ? (book.output(e.pkg, e.test, line), book.marks.tests ??= line) : e.action === "output" ? /^(?:=== |\s*--- |FAIL$|FAIL\t|PASS$)/.test(text2) || book.add(e.pkg, e.test, line, text2) : (e.action === "pass" || e.action === "fail" || e.action === "skip") && (e.test === "" && e.action === "fail" && !failed2.has(e.pkg) && ran.ran(null, null, !0), e.test !== "" ? book.end(e.pkg, e.test, e.action, line) : book.endPackage(e.pkg, e.pkg, e.action === "fail", line, e.build ? build(e.pkg, line) : null));
  }
  return { event: event2, times: ran.result };
}
var marks = /* @__PURE__ */ new Set(["run", "pass", "fail", "skip"]);

// src/read/tests/gotest-tests.ts
var MAX_LIVE = 5e3, MAX_PARTS = 50;
function testBook() {
  let packages = /* @__PURE__ */ new Map(), failures2 = [], count3 = { pass: 0, fail: 0, skip: 0, broken: 0 }, latest = null, isTold = !1, marks3 = { first: 0, tests: null, verdict: null, brokeEarly: !0 };
  function at(pkg) {
    let p = packages.get(pkg);
    return p || packages.set(
      pkg,
      p = { live: /* @__PURE__ */ new Map(), ended: /* @__PURE__ */ new Set(), ran: 0, failed: 0, ginkgo: !1, wrapped: !1 }
    ), p;
  }
  function output(pkg, name2, line) {
    marks3.first === 0 && (marks3.first = line);
    let { live: live2 } = at(pkg), o = live2.get(name2);
    return o || live2.set(name2, o = newOutput(line)), live2.size > MAX_LIVE && live2.delete(live2.keys().next().value ?? name2), o;
  }
  function say(o, line, text2) {
    isTold && latest !== o && o.lines.length > 0 && (o.parts.length < MAX_PARTS && o.parts.push({ from: o.from, to: o.to }), o.from = line), latest = o, addOutput(o, line, text2);
  }
  let isListed = ({ ended }, name2) => [...name2.matchAll(/\//g)].some((m) => ended.has(name2.slice(0, m.index)));
  function keep2(pkg, name2, o) {
    !said3(o) && failures2.some((f) => f.pkg === pkg && f.name.startsWith(`${name2}/`)) || failures2.length < 200 && failures2.push({ name: name2, pkg, output: o });
  }
  function end(pkg, name2, outcome, line) {
    let p = at(pkg), o = output(pkg, name2, line), isOver = o.lines.length > 0 && latest !== o && (isTold || isListed(p, name2));
    return isOver || (o.to = line), p.ended.add(name2), p.ended.size > MAX_LIVE && p.ended.delete(p.ended.values().next().value ?? name2), marks3.tests ??= o.from, p.live.delete(name2), p.ginkgo && !name2.includes("/") ? (p.ginkgo = !1, p.wrapped = !0, null) : (count3[outcome]++, p.ran++, outcome === "fail" && (p.failed++, keep2(pkg, name2, o)), isOver ? null : o);
  }
  return {
    count: count3,
    marks: marks3,
    output,
    say,
    end,
    /** A line says that a test goes on, and so that what follows is its own. */
    goesOn(o, line) {
      isTold = !0, o.lines.length === 0 && (o.from = line);
    },
    add(pkg, name2, line, text2) {
      say(output(pkg, name2, line), line, text2), text2.charCodeAt(0) === 82 && /^(?:Ran \d+ of \d+ Specs in |Running Suite: )/.test(text2) && (at(pkg).ginkgo = !0);
    },
    /** A package ended. One that failed without a failed test broke by itself, or took its running test with it. */
    endPackage(key, name2, failed2, line, build) {
      let p = at(key);
      if (marks3.first = Math.min(marks3.first || line, build?.from ?? line), marks3.verdict = line, failed2 && !p.wrapped && p.failed === 0) {
        let running = [...p.live.keys()].filter((n) => n !== "").at(-1), own = p.live.get("");
        if (running !== void 0 && build === null) {
          let o = output(key, running, line);
          own && o.panic === "" && ([o.panic, o.location] = [own.panic, own.location]), p.ginkgo = !1, end(key, running, "fail", line);
        } else
          count3.broken++, p.ran > 0 && (marks3.brokeEarly = !1), keep2(name2, name2, build ?? own ?? newOutput(line));
      }
      packages.delete(key);
      for (let f of failures2) f.pkg === key && (f.pkg = name2);
    },
    known: (name2) => failures2.some((f) => f.name === name2 || f.name.startsWith(`${name2}/`)),
    found() {
      let within = (a, b) => a.startsWith(`${b}/`), parent = (f) => !said3(f.output) && failures2.some(
        (g) => g.pkg === f.pkg && (within(g.name, f.name) || within(f.name, g.name) && said3(g.output))
      );
      return failures2.filter((f) => !parent(f)).map(({ name: name2, output: o }) => ({ name: name2, ...outputMessage(o), from: o.from, to: o.to, more: o.parts })).sort((a, b) => a.from - b.from);
    }
  };
}

// src/read/tests/gotest.ts
var RESULT = /^\s*--- (FAIL|PASS|SKIP): (\S+) \([\d.]+s\)$/, GLUED = /--- (FAIL|PASS|SKIP): (Test\S*) \([\d.]+s\)$/, STEP = /^=== (RUN|CONT|NAME|PAUSE)\s+(\S+)$/, PACKAGE = /^(ok|FAIL|\?)\s+(\S*[A-Za-z]\S*)\s+(?:[\d.]+s\b|\(cached\)|\[(no test files|build failed|setup failed|no tests to run)\])/, HASH = /^# (?:\[(\S+)\]|(\S+)(?: \[\S+\])?)$/, MODULES = /^go: .*(?:missing go\.sum entry|no required module provides|updates to go\.mod needed|dial tcp|module lookup disabled)/, SUMMARY2 = /^=== (FAIL|SKIP): (\S+) (\S*) ?\([\d.]+s\)/, DONE = /^DONE (?:(\d+) runs?, )?(\d+) tests?\b(.*) in [\d.]+m?s/, RUNNING = /^\t\t(Test\S+) \([\d.a-zµ]+\)$/, FIRST2 = new Set([..."=-F?#D\x1B"].map((c) => c.charCodeAt(0))), HERE = "";
function goTestReader() {
  let book = testBook(), events = eventReader(book), builds = [], current = null, verbose = !1, certain = !1, done = null;
  function onPackage(n, m) {
    certain = !0;
    let name2 = m[2] ?? "", broken = /^(?:build|setup)/.test(m[3] ?? ""), base = name2.replace(/_test$/, ""), own = builds.filter((b) => b.pkg === name2 || b.pkg.startsWith(base)), build = (own.find((b) => b.output.lines.length > 0) ?? builds.findLast((b) => b.pkg === "") ?? own[0])?.output ?? newOutput(n);
    book.endPackage(HERE, name2, m[1] === "FAIL", n, broken ? build : null), builds = builds.slice(-50), current = null;
  }
  function onStep(n, m) {
    certain = verbose = !0, current = m[1] === "PAUSE" ? null : book.output(HERE, m[2] ?? "", n), current && m[1] !== "RUN" && book.goesOn(current, n), m[1] === "RUN" && (book.marks.tests ??= n, book.marks.verdict = null);
  }
  function onSummary(n, m) {
    certain = !0, current = null;
    let name2 = m[3] || (m[2] ?? "");
    m[1] === "FAIL" && !book.known(name2) && (current = book.end(HERE, name2, "fail", n));
  }
  function onLine(n, text2) {
    let c = text2.charCodeAt(0);
    if (c === 61) {
      let step = STEP.exec(text2);
      if (step) return void onStep(n, step);
      let summary = SUMMARY2.exec(text2);
      if (summary) return void onSummary(n, summary);
    }
    let result = text2.includes("--- ") ? RESULT.exec(text2) ?? GLUED.exec(text2) : null;
    if (result) {
      certain = !0, result.index > 0 && book.say(book.output(HERE, result[2] ?? "", n), n, text2.slice(0, result.index));
      let outcome = (result[1] ?? "").toLowerCase(), output = book.end(HERE, result[2] ?? "", outcome, n);
      current = outcome === "fail" ? output : null;
      return;
    }
    let pkg = c === 70 || c === 111 || c === 63 ? PACKAGE.exec(text2) : null;
    if (pkg) return void onPackage(n, pkg);
    if (c === 103 && MODULES.test(text2)) {
      let output = newOutput(n);
      addOutput(output, n, text2), builds.push({ pkg: "", output });
    }
    let hash2 = c === 35 ? HASH.exec(text2) : null;
    if (hash2) {
      current = newOutput(n), builds.push({ pkg: hash2[1] ?? hash2[2] ?? "", output: current }), builds.length > 200 && builds.shift();
      return;
    }
    let running = c === 9 ? RUNNING.exec(text2)?.[1] : void 0;
    running !== void 0 && book.output(HERE, running, n), c === 82 && certain && book.add(HERE, "", n, text2), current && text2 !== "FAIL" && text2 !== "PASS" ? book.say(current, n, text2) : certain && /^(?:panic|fatal error): /.test(text2) && book.say(current = book.output(HERE, "", n), n, text2);
  }
  function onDone(n, text2) {
    let m = DONE.exec(text2);
    if (!m) return;
    let part = (what) => Number(new RegExp(`(\\d+) ${what}`).exec(m[3] ?? "")?.[1] ?? 0);
    m[1] && (done = null), done = {
      total: Number(m[2]) + (done?.total ?? 0),
      skipped: part("skipped") + (done?.skipped ?? 0),
      failed: part("failure") + part("error") + (done?.failed ?? 0),
      counted: { ...book.count }
    }, book.marks.verdict = n, certain = !0;
  }
  function counts() {
    let { pass, fail, skip, broken } = book.count;
    if (done) {
      let { counted: counted3 } = done, failed2 = done.failed + fail + broken - counted3.fail - counted3.broken, skipped2 = done.skipped + skip - counted3.skip, total2 = done.total + pass + fail + broken + skip - Object.values(counted3).reduce((a, b) => a + b);
      return { total: total2, ran: total2 - skipped2, passed: Math.max(0, total2 - skipped2 - failed2), failed: failed2, skipped: skipped2 };
    }
    let ran = verbose ? pass + fail : broken > 0 && pass + fail === 0 ? 0 : null, none = pass + fail + skip === 0 && broken > 0;
    return { total: verbose && !none ? pass + fail + skip : null, ran, passed: pass, failed: fail + broken, skipped: skip };
  }
  return {
    busy: () => current !== null,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (c === 123) {
        let e = goEvent(raw);
        if (e) return void this.event(n, e);
      }
      if (current === null && !FIRST2.has(c) && !mayMatter2(raw, c, certain)) return;
      let text2 = clean(raw);
      c === 68 && onDone(n, text2), onLine(n, text2);
    },
    event(n, e) {
      certain = verbose = !0, events.event(n, e);
    },
    result() {
      if (!certain) return null;
      let { first: first2, tests, verdict, brokeEarly } = book.marks, phase2 = book.count.fail === 0 && book.count.broken > 0 && brokeEarly ? "setup" : "tests", lines = { verdict_line: verdict, tests_line: tests, first_line: first2 || (verdict ?? 1) }, result = located("gotest", { ...counts(), phase: phase2, ...lines }, book.found()), times = events.times();
      return times ? { ...result, times } : result;
    }
  };
}
function mayMatter2(raw, c, certain) {
  return c === 111 ? raw.startsWith("ok ") : c === 103 ? raw.startsWith("go: ") : c === 9 || c === 82 || c === 112 || c === 102 ? certain : raw.includes("--- ");
}

// src/read/tests/jest.ts
var FILE = /^(FAIL|PASS) (?:.* )?(\S+\.[cm]?[jt]sx?)(?: \([\d.]+ m?s\))?$/, TITLE = /^ {0,4}● (?!Console$)(.+)$/, TOTALS = /^(Tests|Test Suites): +(.*\d+ total)$/;
function jestReader() {
  let failures2 = textFailures(), sum2 = { total: 0, passed: 0, failed: 0, skipped: 0, suites: 0 }, counted3 = !1, file = "", first2 = 0, tests = null, verdict = null, seen2 = !1;
  function onTotals(n, what, parts) {
    failures2.end();
    let part = (key) => Number(new RegExp(`(\\d+) ${key}`).exec(parts)?.[1] ?? 0);
    verdict = n, seen2 = !0, what === "Tests" ? (counted3 = !0, sum2.total += part("total"), sum2.passed += part("passed"), sum2.failed += part("failed"), sum2.skipped += part("skipped") + part("todo")) : sum2.suites += part("failed");
  }
  return {
    busy: failures2.open,
    line(n, raw) {
      let c = raw.charCodeAt(0), starts = c === 70 || c === 80 || c === 84 || c === 9679 || c === 27;
      if (!failures2.open() && !starts && !(c === 32 && raw.includes("●"))) return;
      let text2 = clean(raw), title = text2.includes("●") ? TITLE.exec(text2)?.[1] : void 0, run2 = title === void 0 ? FILE.exec(text2) : null, totals = run2 || title !== void 0 ? null : TOTALS.exec(text2);
      run2 ? (failures2.end(), file = run2[2] ?? "", first2 === 0 && (first2 = n), tests ??= n, seen2 = !0) : title !== void 0 && seen2 ? failures2.begin(n, title === "Test suite failed to run" ? file : title) : totals ? onTotals(n, totals[1] ?? "", totals[2] ?? "") : failures2.add(n, text2);
    },
    result() {
      if (!seen2) return null;
      let { total, passed, skipped: skipped2 } = sum2, none = counted3 && sum2.total === 0, failed2 = counted3 ? Math.max(sum2.failed, none ? sum2.suites : 0) : failures2.count(), phase2 = none && sum2.suites > 0 ? "setup" : "tests", tally = {
        total: counted3 ? total : null,
        ran: counted3 ? total - skipped2 : null,
        passed,
        failed: failed2,
        skipped: skipped2,
        phase: phase2
      };
      return located("jest", { ...tally, ...{ verdict_line: verdict, tests_line: tests, first_line: first2 || (verdict ?? 1) } }, failures2.found());
    }
  };
}

// src/read/tests/merge.ts
function mergeTests(results) {
  let [first2] = results;
  if (!first2 || results.length === 1) return first2 ?? null;
  let add2 = (pick) => results.reduce((n, r) => n + pick(r), 0), whole = (pick) => results.some((r) => pick(r) === null) ? null : add2((r) => pick(r) ?? 0), lines = (pick) => results.map(pick).filter((n) => n !== null), phases = new Set(results.filter((r) => r.failed > 0 || r.failures.length > 0).map((r) => r.phase)), phase2 = phases.size === 1 ? [...phases][0] : "tests", [verdicts, starts] = [lines((r) => r.verdict_line), lines((r) => r.tests_line)], found2 = results.flatMap((r) => {
    let [more2, count3] = [r.blocks.slice(r.failures.length), r.failures.length];
    return r.failures.map((f, i) => ({
      ...f,
      ...r.blocks[i] ?? { from: 1, to: 1 },
      ...i === count3 - 1 ? { more: more2 } : {}
    }));
  }), tally = {
    total: whole((r) => r.total),
    ran: whole((r) => r.ran),
    passed: add2((r) => r.passed),
    failed: add2((r) => r.failed),
    skipped: add2((r) => r.skipped),
    phase: phase2,
    // Beside a suite that was cut short there is no line after which all is clean-up.
    verdict_line: verdicts.length === results.length ? Math.max(...verdicts) : null,
    tests_line: starts.length > 0 ? Math.min(...starts) : null,
    first_line: Math.min(...results.map((r) => r.first_line))
  };
  return located(
    first2.framework,
    tally,
    found2.sort((a, b) => a.from - b.from)
  );
}

// src/read/tests/mocha.ts
var COUNT = /^ {2}(\d+) (passing|failing|pending)(?: \([\d.]+(?:ms|s|m|h)\))?$/, NUMBER = /^ {2}(\d+)\) (.*)$/;
function mochaReader() {
  let failures2 = textFailures(), sum2 = { passing: 0, failing: 0, pending: 0 }, title = null, listing = !1, first2 = 0, verdict = null, hooks = 0;
  function begin() {
    if (!title) return;
    let name2 = title.parts.join(" ").replace(/:$/, "");
    /"before (?:all|each)" hook/.test(name2) && hooks++, failures2.begin(title.line, name2), title = null;
  }
  function onTitle(n, text2) {
    let m = NUMBER.exec(text2);
    if (m) title = { line: n, parts: [(m[2] ?? "").trim()] };
    else if (title && text2.trim() !== "" && title.parts.length < 20) title.parts.push(text2.trim());
    else if (title) begin();
    else return !1;
    return title && /:$/.test(text2) && begin(), !0;
  }
  return {
    busy: () => listing,
    line(n, raw) {
      if (listing) {
        if (raw.charCodeAt(0) > 32 && raw.charCodeAt(0) !== 27) {
          raw.trim() !== "" && ([listing, title] = [!1, null]), failures2.end();
          return;
        }
      } else if (raw.charCodeAt(raw.charCodeAt(0) === 27 ? 4 : 0) > 32 || !/(?:pass|fail|pend)ing/.test(raw))
        return;
      let text2 = clean(raw), m = COUNT.exec(text2);
      if (m) {
        verdict ??= n, first2 === 0 && (first2 = n);
        let what = m[2];
        sum2[what] += Number(m[1]), listing = what === "failing";
      } else listing && !onTitle(n, text2) && failures2.add(n, text2);
    },
    result() {
      if (first2 === 0) return null;
      let { passing, failing, pending } = sum2, phase2 = passing === 0 && failing > 0 && hooks === failing ? "setup" : "tests", tally = { total: passing + failing + pending, ran: passing + failing, passed: passing, failed: failing, skipped: pending, phase: phase2 };
      return located(
        "mocha",
        { ...tally, verdict_line: verdict, tests_line: null, first_line: first2 },
        failures2.found()
      );
    }
  };
}

// src/read/tests/playwright.ts
var RUNNING2 = /^Running (\d+) tests? using \d+ workers?/, TITLE2 = /^ {2}\d+\) (.*?)(?: ─+)?$/, PLACE2 = /(?:^| )([^\s›]+\.[cm]?[jt]sx?):(\d+):\d+ › /, COUNT2 = /^ {2}(\d+) (failed|flaky|interrupted|skipped|did not run|passed)(?: \([\d.]+(?:ms|s|m|h)\))?$/;
function playwrightReader() {
  let failures2 = textFailures(), sum2 = {}, running = null, first2 = 0, tests = null, verdict = null, failed2 = null, listed2 = /* @__PURE__ */ new Set();
  function onTitle(n, name2) {
    let place2 = PLACE2.exec(name2);
    failures2.begin(n, name2, place2 ? `${place2[1]}:${place2[2]}` : "");
  }
  function onCount(n, count3, what) {
    failures2.end(), verdict ??= n, sum2[what] = (sum2[what] ?? 0) + count3, failed2 = what === "failed" || what === "interrupted" ? [] : null;
  }
  return {
    busy: () => first2 !== 0,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (first2 === 0 && c !== 82 && c !== 27) return;
      let text2 = clean(raw), run2 = c === 82 || c === 27 ? RUNNING2.exec(text2) : null;
      if (run2 && (first2 === 0 && (first2 = n), tests ??= n, running = (running ?? 0) + Number(run2[1])), first2 === 0) return;
      let count3 = COUNT2.exec(text2), title = count3 || !text2.includes(" › ") ? void 0 : TITLE2.exec(text2)?.[1];
      count3 ? onCount(n, Number(count3[1]), count3[2] ?? "") : title !== void 0 ? onTitle(n, title) : failed2 && text2.startsWith("    ") && listed2.size < 1e3 ? listed2.add(text2.replace(/ ─+$/, "").trim()) : /^\s+Retry #\d+ ─/.test(text2) ? failures2.end() : failures2.add(n, text2);
    },
    result() {
      if (first2 === 0) return null;
      let n = (what) => sum2[what] ?? 0, skipped2 = n("skipped") + n("did not run"), passed = n("passed") + n("flaky"), bad = n("failed") + n("interrupted"), ended = verdict !== null, found2 = failures2.found().filter((f) => listed2.size === 0 || listed2.has(f.name)), ran = ended ? passed + bad : null, tally = { total: running, ran, passed, failed: ended ? bad : failures2.count(), skipped: skipped2 };
      return located("playwright", { ...tally, phase: "tests", ...{ verdict_line: verdict, tests_line: running === 0 ? null : tests, first_line: first2 } }, found2);
    }
  };
}

// src/read/tests/pytest-block.ts
var PLACE3 = /^(\S+\.py):(\d+): (?:[\w.]+|in \S+)?$/, CAPTURED = /^-{3,} (?:Captured|generated) .*-{3,}$/, WORKER = /^\[gw\d+\] \S+ -- Python /, TITLE3 = /^_{2,} (?:ERROR (?:at (setup|teardown) of|(collecting)) )?(.+?) _{2,}$/;
function openPytestBlock(line, text2) {
  let m = TITLE3.exec(text2);
  if (!m || text2.startsWith("_ _ _")) return null;
  let stage = m[1] ?? m[2] ?? "call", lists = { errors: [], plain: [], size: 0 };
  return {
    title: m[3] ?? "",
    stage,
    from: line,
    to: line,
    open: !1,
    location: "",
    captured: !1,
    taken: !1,
    ...lists
  };
}
function addToBlock(b, line, text2) {
  if (text2.trim() !== "" && (b.to = line), b.captured) return;
  if (text2.startsWith("E ") || text2 === "E") {
    b.open || ([b.errors, b.size] = [[], 0]), b.open = !0, b.size += text2.length, b.size < 2e3 * 2 && b.errors.length < 100 && b.errors.push(text2.slice(4));
    return;
  }
  if (b.open = !1, CAPTURED.test(text2)) {
    b.captured = !0;
    return;
  }
  let place2 = text2.includes(".py:") ? PLACE3.exec(text2) : null;
  place2 ? b.location = `${place2[1]}:${place2[2]}` : b.plain.length < 20 && text2.trim() !== "" && !WORKER.test(text2) && b.plain.push(text2);
}
function blockMessage(b) {
  return b.errors.length > 0 ? dedent(b.errors) : b.plain.some((l) => l.startsWith(">") || l.startsWith("    ")) ? "" : b.plain.join(`
`);
}
function isBlockOf(b, nodeid) {
  let [file = "", ...parts] = nodeid.split("::");
  return parts.length === 0 || b.stage === "collecting" ? b.title === file : b.title === parts.join(".") || b.title === nodeid;
}
function blockFailure(b) {
  return { name: b.title, location: b.location, message: blockMessage(b), from: b.from, to: b.to };
}

// src/read/tests/pytest-broken.ts
var CONFTEST = /^ImportError while loading conftest '(.+)'/, USAGE = /^(?:__main__\.py|pytest|py\.test): error: (.*)$/, MISSING = /^ERROR: ((?:file or directory )?not found: .*)$/, KILLED = /^(?:\++ (Timeout) \++|(Fatal Python error: .*)|INTERNALERROR> (\w[\w.]*(?:Error|Exception): .*))$/;
function brokenReader() {
  let early2 = [], conftest = null, errors = [], killed = null;
  function put2(name2, message, line) {
    let found2 = { name: name2, location: "", message, from: line, to: line };
    return early2.length < 20 && early2.push(found2), found2;
  }
  function onConftest(n, text2) {
    if (!conftest) return;
    let place2 = /^(\S+\.py):(\d+): in /.exec(text2);
    if (place2) conftest.location = `${place2[1]}:${place2[2]}`;
    else if (text2.startsWith("E ")) errors.push(text2.slice(4));
    else if (errors.length > 0 || n - conftest.from > 100) {
      conftest = null;
      return;
    }
    conftest.to = n, conftest.message = dedent(errors).slice(0, 2e3);
  }
  return {
    /** Whether the next line matters whatever it begins with. */
    busy: () => conftest !== null,
    line(n, text2) {
      if (conftest) return void onConftest(n, text2);
      let c = text2.charCodeAt(0);
      if (c === 73) {
        let path = CONFTEST.exec(text2)?.[1];
        if (path !== void 0) {
          conftest = put2(path, "", n), errors = [];
          return;
        }
      }
      let message = c === 69 ? MISSING.exec(text2)?.[1] : USAGE.exec(text2)?.[1];
      message !== void 0 && put2("pytest", message, n);
      let dead = c === 43 || c === 70 || c === 73 ? KILLED.exec(text2) : null;
      if (dead) {
        let why = dead[1] ? "Timeout (pytest-timeout ended the process)" : dead[2] ?? dead[3] ?? "";
        killed ??= { name: "pytest", location: "", message: why, from: n, to: n };
      }
    },
    /** Hands over what was found; `last` names the test or file that ran last. */
    end(session, last) {
      let from = early2[0]?.from ?? killed?.from;
      if (from === void 0) return;
      let s = session(from);
      s.broken.push(...early2.splice(0)), killed && s.counts === null && (s.started || killed.message.startsWith("Timeout")) && s.broken.push({ ...killed, name: last || killed.name }), killed = null;
    }
  };
}

// src/read/tests/pytest-session.ts
function newSession(first2) {
  return { first: first2, ...{ collected: null, deselected: 0, counts: null, started: !1 }, seen: {}, live: [], blocks: [], entries: [], short: [], broken: [] };
}
function sumSession(s) {
  let c = s.counts ?? s.seen, n = (key) => c[key] ?? 0, found2 = failures(s), errors = n("error") + n("errors"), tornDown = s.blocks.filter((b) => b.stage === "teardown").length, collecting = s.blocks.filter((b) => b.stage === "collecting").length, executed = n("passed") + n("failed") + n("xfailed") + n("xpassed"), summed = executed + n("skipped") + Math.max(0, errors - tornDown - collecting), interrupted = s.counts !== null && executed + n("skipped") === 0 && collecting > 0, total = (s.collected === null ? null : Math.max(0, s.collected - (s.deselected || n("deselected")))) ?? (s.counts && !interrupted ? summed : null), ran = s.counts === null ? null : interrupted ? 0 : (total ?? summed) - n("skipped") - unreached(s, total, summed), failed2 = s.counts ? n("failed") + errors + s.broken.length : Math.max(found2.length, n("FAILED") + n("ERROR"));
  return {
    total,
    ran: total === null && s.counts === null && s.broken.length > 0 && !s.started ? 0 : ran,
    passed: s.counts ? n("passed") : n("PASSED"),
    failed: failed2,
    skipped: s.counts ? n("skipped") : n("SKIPPED"),
    found: found2,
    phase: phase(s, executed + n("PASSED") + n("FAILED"), errors, tornDown, n("failed"))
  };
}
function unreached(s, total, summed) {
  return s.counts === null || total === null ? 0 : Math.max(0, total - summed);
}
function phase(s, executed, errors, tornDown, failed2) {
  let stages = s.blocks.map((b) => b.stage);
  if (s.counts === null) {
    let early2 = stages.length > 0 && stages.every((x) => x === "setup" || x === "collecting");
    return s.broken.length > 0 && !s.started || early2 && executed === 0 ? "setup" : "tests";
  }
  return executed === 0 && (errors > 0 || s.broken.length > 0) ? "setup" : failed2 === 0 && errors > 0 && tornDown >= errors ? "teardown" : "tests";
}
function failures(s) {
  let found2 = s.entries.map((e) => fromEntry(e, s.blocks, s.short));
  for (let b of s.blocks) !b.taken && found2.length < 200 && found2.push(blockFailure(b));
  return found2.length === 0 && found2.push(...s.live.map((l) => ({ name: l.nodeid, location: "", message: "", from: l.line, to: l.line }))), [...s.broken, ...found2].sort((a, b) => a.from - b.from);
}
function fromEntry(e, blocks2, short2) {
  let mine = (b) => !b.taken && b.stage !== "call" == (e.kind === "ERROR") && isBlockOf(b, e.nodeid), file = e.nodeid.split("::")[0] ?? "", block = blocks2.find((b) => mine(b) && b.location.startsWith(`${file}:`)) ?? blocks2.find(mine) ?? // A crashed xdist worker: the block is titled with the file, and its text names the test.
  blocks2.find((b) => !b.taken && b.title === file && b.plain.some((l) => l.includes(e.nodeid)));
  if (!block) {
    let begin = e.message.replace(/\.\.\.$/, ""), i = begin === "" ? -1 : short2.findIndex((l) => l.message.startsWith(begin)), line = i < 0 ? void 0 : short2.splice(i, 1)[0], { from, to } = line ? { from: line.line, to: line.line } : e;
    return { name: e.nodeid, location: line?.location ?? "", message: line?.message ?? e.message, from, to };
  }
  return block.taken = !0, { ...blockFailure(block), name: e.nodeid, message: blockMessage(block) || e.message };
}

// src/read/tests/pytest.ts
var ENTRY2 = /^(FAILED|ERROR) (\S+?\.py(?:::\S.*?)?)(?: - (.*))?$/, BARE_ENTRY = /^(FAILED|ERROR) ((?:\w+::)*test_\S+) - (.*)$/, FINAL = /^(?:=+ )?((?:\d+ (?:failed|passed|skipped|deselected|xfailed|xpassed|warnings?|errors?|rerun|subtests passed)(?:, )?)+|no tests (?:ran|collected)(?:, \d+ \w+)*) in [\d.]+s(?: \([\d:]+\))?(?: =+)?$/, TITLE4 = /^=+ (.+?) =+$/, COLLECTED = /^(?:collecting \.\.\. )?collected (\d+) items?/, WORKERS = /^(?:gw0 \[(\d+)\]|\d+ workers? \[(\d+) items?\])/, VERBOSE = /^(\S+\.py::.+?) (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)(?: \(.*\))? +\[ *\d+%\]$/, XDIST = /^\[gw\d+\] \[ *\d+%\] (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (\S.*?)\s*$/, PROGRESS = /^\S+\.py(?:::| [.FEsxX])/, DOTS = /^[.FEsxXR]+(?:\[gw\d+\] node down| +\[ *\d+%\]$)/, FILE2 = /^(\S+\.py)(?: [.FEsxX]*)?$/, FIRST3 = new Set([..."=_!EFcg[I+np.sxXR\x1B"].map((c) => c.charCodeAt(0)));
function pytestReader() {
  let totals = [], broken = brokenReader(), s = null, part = "progress", block = null, entry = null, first2 = 0, tests = null, verdict = null, last = "", loose2 = null;
  function session(n) {
    return first2 === 0 && (first2 = n), s ??= newSession(n), s;
  }
  function put2(t) {
    let room = 200 - totals.reduce((n, other) => n + other.found.length, 0);
    totals.push({ ...t, found: t.found.slice(0, Math.max(0, room)) });
  }
  function close() {
    broken.end(session, last), s && (s.counts || s.started || s.entries.length + s.blocks.length + s.broken.length + s.live.length > 0) && put2(sumSession(s)), s = null, block = entry = loose2 = null, part = "progress";
  }
  function onTitle(n, title) {
    block = entry = null, title === "test session starts" ? (close(), session(n).started = !0) : title === "ERRORS" || title === "FAILURES" ? (part = "blocks", session(n)) : title === "short test summary info" ? (part = "summary", verdict = n, session(n)) : s && (part = "other");
  }
  function onFinal(n, parts) {
    let counts = {};
    for (let m of parts.matchAll(/(\d+) (\w+)/g)) counts[m[2] ?? ""] = Number(m[1]);
    session(n).counts = counts, (part !== "summary" || verdict === null) && (verdict = n), tests ??= null, close();
  }
  function onEntry(n, m) {
    let found2 = session(n);
    entry = { kind: m[1], nodeid: m[2] ?? "", message: m[3] ?? "", from: n, to: n }, found2.entries.length < 200 && found2.entries.push(entry);
  }
  function onStatus(n, status, nodeid) {
    let found2 = session(n);
    tests ??= n, found2.seen[status] = (found2.seen[status] ?? 0) + 1, (status === "FAILED" || status === "ERROR") && found2.live.length < 200 && found2.live.push({ nodeid, line: n });
  }
  function onProgress(n, text2) {
    let m = text2.includes(".py::") ? VERBOSE.exec(text2) : null, x = text2.charCodeAt(0) === 91 ? XDIST.exec(text2) : null;
    if (m || x) onStatus(n, m?.[2] ?? x?.[1] ?? "", m?.[1] ?? x?.[2] ?? "");
    else if (DOTS.test(text2))
      session(n), tests ??= n;
    else if (s) {
      let items = COLLECTED.exec(text2)?.[1] ?? WORKERS.exec(text2)?.slice(1).find(Boolean);
      items && (s.collected = Number(items));
      let deselected = / (\d+) deselected/.exec(items ? text2 : "")?.[1];
      deselected && (s.deselected = Number(deselected)), PROGRESS.test(text2) && (tests ??= n);
      let file = FILE2.exec(text2)?.[1] ?? /^(\S+\.py::\S.*?) *$/.exec(text2)?.[1];
      file && (last = file);
    }
  }
  function onShort(n, text2) {
    let m = /^(\S+\.py:\d+): (.*)$/.exec(text2);
    m && s && s.short.length < 200 && s.short.push({ location: m[1] ?? "", message: m[2] ?? "", line: n });
  }
  function onLoose(n, text2) {
    text2.startsWith("E  ") && (loose2 ??= { ...openPytestBlock(n, "__ excerpt __"), title: "" }), loose2 && (addToBlock(loose2, n, text2), !(loose2.location === "" && n - loose2.from < 60) && (loose2.location !== "" && session(n).blocks.length < 200 && session(n).blocks.push({ ...loose2, title: loose2.location.replace(/:\d+$/, "") }), loose2 = null));
  }
  function onLine(n, text2) {
    let c = text2.charCodeAt(0), final = c === 61 || c === 110 || c > 47 && c < 58 ? FINAL.exec(text2) : null;
    if (final) return void onFinal(n, final[1] ?? "");
    let title = c === 61 ? TITLE4.exec(text2)?.[1] : void 0;
    if (title !== void 0) return void onTitle(n, title);
    if (c === 33 && text2.startsWith("!!!") && part === "summary") {
      entry = null;
      return;
    }
    let m = part !== "blocks" && (c === 70 || c === 69) ? ENTRY2.exec(text2) ?? BARE_ENTRY.exec(text2) : null;
    if (m && (part === "summary" || /::|^test_/.test(m[2] ?? ""))) return void onEntry(n, m);
    if (part === "summary" && entry) {
      entry.message.length < 2e3 && (entry.message += `
${text2}`), text2.trim() !== "" && (entry.to = n);
      return;
    }
    if (part === "blocks") {
      let next = c === 95 ? openPytestBlock(n, text2) : null;
      next && s ? (block = next, s.blocks.length < 200 && s.blocks.push(next)) : block ? addToBlock(block, n, text2) : onShort(n, text2);
      return;
    }
    broken.line(n, text2), part === "progress" && onProgress(n, text2), (s === null || part === "progress") && onLoose(n, text2);
  }
  let busy = () => s !== null || loose2 !== null || broken.busy();
  return {
    busy,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      !busy() && !FIRST3.has(c) && !(c > 47 && c < 58 && raw.endsWith("s")) && !raw.startsWith("##[") || onLine(n, clean(raw));
    },
    result() {
      if (close(), totals.length === 0) return null;
      let add2 = (pick) => totals.reduce((sum2, t) => sum2 + pick(t), 0), whole = (pick) => totals.some((t) => pick(t) === null) ? null : add2((t) => pick(t) ?? 0), failing = totals.filter((t) => t.failed > 0), phases = new Set(failing.map((t) => t.phase)), phase2 = phases.size === 1 ? [...phases][0] : "tests", found2 = totals.flatMap((t) => t.found), sums = { passed: add2((t) => t.passed), failed: add2((t) => t.failed), skipped: add2((t) => t.skipped) }, lines = { verdict_line: verdict, tests_line: tests, first_line: first2 || 1 };
      return located(
        "pytest",
        { total: whole((t) => t.total), ran: whole((t) => t.ran), ...sums, phase: phase2, ...lines },
        found2
      );
    }
  };
}

// src/read/tests/unittest.ts
var HEAD = /^(FAIL|ERROR): (\S+ \([\w.<>]+\)|\S+)(?: .*)?$/, RAN2 = /^Ran (\d+) tests? in [\d.]+s$/, RESULT2 = /^(OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/, FILE3 = /^ {2}File "(.+?)", line (\d+)/;
function unittestReader() {
  let found2 = [], sum2 = { total: 0, failed: 0, skipped: 0 }, ruled = !1, open = null, ran = null, first2 = 0, verdict = null, seen2 = !1, fixtures = 0;
  function onResult(n, parts) {
    let part = (key) => Number(new RegExp(`(?:^|, )${key}=(\\d+)`).exec(parts)?.[1] ?? 0);
    sum2.total += ran ?? 0, sum2.failed += part("failures") + part("errors") + part("unexpected successes"), sum2.skipped += part("skipped"), verdict = n, seen2 = !0, ran = null;
  }
  function onHead(n, name2) {
    first2 === 0 && (first2 = n), /^setUp(?:Class|Module) /.test(name2) && fixtures++, open = { name: name2, location: "", message: "", from: n, to: n }, found2.length < 200 && found2.push(open);
  }
  function onBody(n, text2) {
    if (!open || text2.startsWith("-----") || n - open.from > 2e3 || text2.trim() === "") return;
    open.to = n;
    let file = FILE3.exec(text2);
    file ? (/\/(?:unittest|site-packages|dist-packages)\//.test(file[1] ?? "") || (open.location = `${file[1]}:${file[2]}`), open.message = "") : !text2.startsWith(" ") && !text2.startsWith("Traceback ") && open.message.length < 2e3 && (open.message += `${open.message ? `
` : ""}${text2}`);
  }
  let busy = () => open !== null || ruled || ran !== null;
  return {
    busy,
    line(n, raw) {
      let c = raw.charCodeAt(0);
      if (!busy() && c !== 61 && c !== 82) return;
      let text2 = clean(raw), head = ruled ? HEAD.exec(text2)?.[2] : void 0;
      if (ruled = c === 61 && /^={60,}$/.test(text2), ruled && (open = null), head !== void 0) return void onHead(n, head);
      let count3 = c === 82 ? RAN2.exec(text2)?.[1] : void 0, result = ran === null ? null : RESULT2.exec(text2);
      count3 !== void 0 ? (open = null, ran = Number(count3), first2 === 0 && (first2 = n)) : result ? onResult(n, result[2] ?? "") : onBody(n, text2);
    },
    result() {
      if (!seen2) return null;
      let { total, failed: failed2, skipped: skipped2 } = sum2, passed = Math.max(0, total - failed2 - skipped2), phase2 = total === 0 && fixtures > 0 ? "setup" : "tests", tally = { total, ran: total - skipped2, passed, failed: failed2, skipped: skipped2, phase: phase2 };
      return located(
        "unittest",
        { ...tally, verdict_line: verdict, tests_line: null, first_line: first2 },
        found2
      );
    }
  };
}

// src/read/tests/console.ts
var MAX_PARTS2 = 100;
function testReader() {
  let go = goTestReader(), ginkgo2 = ginkgoReader(), others = [
    pytestReader(),
    jestReader(),
    mochaReader(),
    playwrightReader(),
    batsReader(),
    unittestReader()
  ], suites = /* @__PURE__ */ new Map(), parts = /* @__PURE__ */ new Map();
  function onEvent(n, e) {
    if (go.event(n, e), e.output === "") return;
    let key = `${e.pkg}	${e.test}`, text2 = (parts.get(key) ?? "") + e.output;
    if (parts.delete(key), !text2.endsWith(`
`) && text2.length <= 1e4 && parts.size < MAX_PARTS2) {
      parts.set(key, text2);
      return;
    }
    let line = clean(text2.replace(/\r?\n$/, ""));
    for (let reader of others) reader.line(n, line);
    suiteOf(e.pkg).line(n, line);
  }
  function suiteOf(pkg) {
    let reader = suites.get(pkg);
    return !reader && suites.size >= MAX_PARTS2 ? ginkgo2 : (reader || suites.set(pkg, reader = ginkgoReader()), reader);
  }
  return {
    busy: () => ginkgo2.busy() || go.busy() || others.some((reader) => reader.busy()),
    skip: ginkgo2.skip,
    line(n, raw) {
      let text2 = coloured(raw) ? clean(raw) : raw, event2 = text2.charCodeAt(0) === 123 ? goEvent(text2) : null;
      if (event2) return void onEvent(n, event2);
      ginkgo2.line(n, text2);
      for (let reader of others) reader.line(n, text2);
      go.line(n, text2);
    },
    result() {
      let some = (readers) => [...readers].map((r) => r.result()).filter((r) => r !== null), suite = mergeTests(some([ginkgo2, ...suites.values()]));
      return choose3([...suite ? [suite] : [], ...some([...others, go])]);
    }
  };
}
function choose3(results) {
  let badness = (r) => r.failed > 0 || r.failures.length > 0 ? 2 : cutShort(r) ? 1 : 0, size = (r) => r.total ?? r.failures.length, worse = (a, b) => badness(b) - badness(a) || size(b) - size(a);
  return [...results].sort(worse)[0] ?? null;
}
function coloured(raw) {
  let c = raw.charCodeAt(0);
  return c === 35 || raw.includes("\x1B") || c === 91 && raw.includes("[0m");
}
function cutShort(r) {
  return r.phase === "setup" || r.total !== null && r.ran === null;
}

// src/read/tests/ginkgo-json.ts
var FAILED = /* @__PURE__ */ new Set(["failed", "aborted", "panicked", "interrupted", "timedout"]);
function readGinkgoReport(json3) {
  let data;
  try {
    data = JSON.parse(json3);
  } catch {
    return null;
  }
  let reports = list(data).filter((r) => "SuitePath" in r || "SpecReports" in r);
  if (reports.length === 0) return null;
  let lineOf = specLines(json3), times = course(), sum2 = { total: 0, ran: 0, passed: 0, failed: 0, skipped: 0 }, found2 = [], spec = 0;
  for (let report of reports) {
    let specs = number(record(report.PreRunStats).TotalSpecs), before = { ran: sum2.ran, found: found2.length };
    sum2.total += specs;
    for (let r of list(report.SpecReports)) {
      let span = { from: lineOf[spec] ?? 1, to: Math.max((lineOf[spec + 1] ?? 2) - 1, lineOf[spec] ?? 1) };
      spec++;
      let state = string(r.State);
      if (string(r.LeafNodeType) === "It") {
        count(sum2, state);
        let to = momentIn(string(r.EndTime));
        (state === "passed" || FAILED.has(state)) && times.ran(momentIn(string(r.StartTime)), to, FAILED.has(state));
      }
      FAILED.has(state) && found2.push({ ...failureOf(r), ...span });
    }
    sum2.ran === before.ran && found2.slice(before.found).some((f) => f.kind === "setup") && (sum2.skipped += specs);
  }
  let real = found2.filter((f) => !f.cascade), kept = distinct(real.length > 0 ? real : found2), setup = sum2.ran === 0 && kept.some((f) => f.kind === "setup"), teardown2 = kept.length > 0 && kept.every((f) => f.kind === "teardown"), phase2 = setup ? "setup" : teardown2 ? "teardown" : "tests", lines = { verdict_line: null, tests_line: sum2.ran > 0 ? lineOf[0] ?? 1 : null, first_line: 1 }, tests = located("ginkgo", { ...sum2, phase: phase2, ...lines }, kept), ran = times.result();
  return ran ? { ...tests, times: ran } : tests;
}
function count(sum2, state) {
  state === "passed" ? sum2.passed++ : FAILED.has(state) ? sum2.failed++ : state === "skipped" && sum2.skipped++, (state === "passed" || FAILED.has(state)) && sum2.ran++;
}
function failureOf(r) {
  let failure2 = record(r.Failure), type = string(r.LeafNodeType), leaf = string(r.LeafNodeText), containers2 = Array.isArray(r.ContainerHierarchyTexts) ? r.ContainerHierarchyTexts.map(string) : [], node = string(failure2.FailureNodeType) || type, index = string(failure2.FailureNodeContext) === "in-container" ? number(failure2.FailureNodeContainerIndex) : -1, parts = index >= 0 ? containers2.map((c, i) => i === index ? `${c} [${node}]` : c) : [...containers2, `[${node}]`], labels = [r.ContainerHierarchyLabels, r.LeafNodeLabels].flat(2).map(string), tail2 = [...new Set(labels)].filter((l) => l !== "").join(", "), spec = [...parts, leaf, ...tail2 ? [`[${tail2}]`] : []].join(" "), name2 = nodeKind(type) ? `[${type}] ${leaf}` : spec, more2 = string(
    record(failure2.AdditionalFailure).Message ?? record(record(failure2.AdditionalFailure).Failure).Message
  ), message = [string(failure2.Message), string(failure2.ForwardedPanic), more2].filter((m) => m !== "").join(`
`), kind = nodeKind(type);
  return {
    name: name2.trim(),
    location: placeOf3(failure2, r),
    message,
    kind,
    cascade: isCascade(message)
  };
}
function placeOf3(failure2, r) {
  let own = place(failure2.FailureNodeLocation) || place(r.LeafNodeLocation), at = place(failure2.Location);
  return at === "" || /\/src\/runtime\/\w+\.go:/.test(at) ? own : at;
}
function place(value) {
  let at = record(value), file = string(at.FileName);
  return file === "" ? "" : `${file}:${number(at.LineNumber)}`;
}
function specLines(json3) {
  let lines = [], line = 1, from = 0;
  for (let at = json3.indexOf('"LeafNodeType":'); at >= 0; at = json3.indexOf('"LeafNodeType":', at + 1)) {
    for (let i = json3.indexOf(`
`, from); i >= 0 && i < at; i = json3.indexOf(`
`, from))
      line++, from = i + 1;
    lines.push(line);
  }
  return lines;
}
function record(value) {
  return typeof value == "object" && value !== null ? value : {};
}
function list(value) {
  return Array.isArray(value) ? value.map(record) : [];
}
function string(value) {
  return typeof value == "string" ? value : "";
}
function number(value) {
  return typeof value == "number" && Number.isFinite(value) ? value : 0;
}

// src/read/tests/junit-case.ts
function caseStage(c) {
  let kind = nodeKind(namedNode(c.name));
  if (kind) return { kind, isTest: !1 };
  let message = c.failures[0]?.message ?? "";
  return message === "collection failure" ? { kind: "setup", isTest: !1 } : /^failed on setup with|^test setup failure/.test(message) ? { kind: "setup", isTest: !0 } : {
    kind: /^failed on teardown with|^test teardown failure/.test(message) ? "teardown" : null,
    isTest: !0
  };
}
var GENERIC = /^(?:Failed|failed|error|test (?:setup|teardown) failure|collection failure|No message provided|)$/, PLACES = [
  /In \[[^\]]*\] at: (\S+?:\d+) @/,
  /^(\S+\.py:\d+): /gm,
  /^\s*(\S+_test\.go:\d+): /m,
  /\(([^\s()]+\.[cm]?[jt]sx?:\d+):\d+\)/
];
function caseFailure(c) {
  let f = c.failures[0], text2 = (f?.text ?? "").split(`
`).map(clean).join(`
`), attribute = clean(f?.message ?? "").trim(), own = c.file ? `${c.file}${c.line ? `:${c.line}` : ""}` : "", said4 = f?.file ? `${f.file}${f.line ? `:${f.line}` : ""}` : "";
  return {
    name: caseName(c),
    location: said4 || placeIn(text2) || own,
    message: messageOf(attribute, text2.trim())
  };
}
function placeIn(text2) {
  for (let place2 of PLACES) {
    let last = place2.global ? [...text2.matchAll(place2)].at(-1) : place2.exec(text2);
    if (last?.[1]) return last[1];
  }
  return "";
}
function messageOf(attribute, text2) {
  if (GENERIC.test(attribute)) {
    let errors = text2.split(`
`).filter((l) => /^E {3}/.test(l));
    return errors.length > 0 ? dedent(errors.map((l) => l.slice(4))) : text2;
  }
  return /^failed on (?:setup|teardown) with "([\s\S]*)"$/.exec(attribute)?.[1] ?? attribute;
}
function caseName(c) {
  return c.name.startsWith("[") || c.className === "" || c.name.startsWith(c.className) ? c.name || c.className : c.name === "" ? c.className : `${c.className} › ${c.name}`;
}

// src/read/tests/junit-times.ts
var orderly = ["ginkgo", "pytest"], mostSuites = 1e3;
function suiteTimes() {
  let suites = [], isKnown = !0;
  return {
    suite(attributes) {
      let stamp2 = attributes.timestamp, grain = stamp2?.includes(".") ? 0 : 1e3, whole = { start: momentIn(stamp2), total: milliseconds(attributes.time), grain };
      suites.length < mostSuites ? suites.push({ ...whole, spent: 0, failed: [], isParallel: !1 }) : isKnown = !1;
    },
    property(name2, value) {
      let suite = suites.at(-1);
      suite && name2 === "ParallelTotal" && value !== "1" && (suite.isParallel = !0);
    },
    ran(time, isFailure2) {
      let suite = suites.at(-1), took = milliseconds(time);
      if (!suite || took === null) {
        isKnown = !1;
        return;
      }
      isFailure2 && suite.failed.push({ from: suite.spent, to: suite.spent + took }), suite.spent += took;
    },
    result(framework) {
      if (!isKnown || !orderly.includes(framework)) return null;
      let all = course();
      for (let { start: start2, total, grain, spent, failed: failed2, isParallel } of suites) {
        let rest2 = total === null ? Number.NEGATIVE_INFINITY : total - spent;
        if (start2 === null || rest2 < -rounding || isParallel) {
          if (failed2.length) return null;
          continue;
        }
        let slack = Math.max(0, rest2) + grain;
        for (let { from, to } of failed2) all.ran(start2 + from, start2 + to + slack, !0);
        all.ran(start2, start2 + spent + slack, !1);
      }
      return all.result();
    }
  };
}
var rounding = 100;
function milliseconds(seconds) {
  let n = Number((seconds ?? "").replaceAll(",", "") || Number.NaN);
  return Number.isFinite(n) && n >= 0 ? n * 1e3 : null;
}

// src/read/tests/xml.ts
var NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }, ENTITY = /&(#x[\da-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, MAX_TEXT = 2e4;
function* scanXml(xml2) {
  let line = 1, counted3 = 0, lineAt = (to) => {
    for (let i = xml2.indexOf(`
`, counted3); i >= 0 && i < to; i = xml2.indexOf(`
`, counted3))
      line++, counted3 = i + 1;
    return line;
  }, at = 0;
  for (; at < xml2.length; ) {
    let open = xml2.indexOf("<", at), end = open < 0 ? xml2.length : open;
    if (end > at && (yield { type: "text", text: decode(xml2.slice(at, Math.min(end, at + MAX_TEXT))) }), open < 0) return { truncated: !1 };
    let skip = skipped(xml2, open);
    if (skip) {
      let close2 = xml2.indexOf(skip.until, open + skip.begin), stop = close2 < 0 ? xml2.length : close2;
      if (skip.text && (yield { type: "text", text: xml2.slice(open + skip.begin, Math.min(stop, open + skip.begin + MAX_TEXT)) }), close2 < 0) return { truncated: !0 };
      at = close2 + skip.until.length;
      continue;
    }
    let close = tagEnd(xml2, open + 1);
    if (close < 0) return { truncated: !0 };
    let tag = tagOf(xml2.slice(open + 1, close), lineAt(open));
    tag && (yield tag), at = close + 1;
  }
  return { truncated: !1 };
}
function skipped(xml2, at) {
  return xml2.startsWith("<![CDATA[", at) ? { begin: 9, until: "]]>", text: !0 } : xml2.startsWith("<!--", at) ? { begin: 4, until: "-->", text: !1 } : xml2.startsWith("<?", at) ? { begin: 2, until: "?>", text: !1 } : null;
}
function tagEnd(xml2, from) {
  let quote = 0;
  for (let i = from; i < xml2.length; i++) {
    let c = xml2.charCodeAt(i);
    if (quote !== 0) quote = c === quote ? 0 : quote;
    else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  return -1;
}
function tagOf(tag, line) {
  if (tag.startsWith("!")) return null;
  if (tag.startsWith("/")) return { type: "close", name: local(tag.slice(1).trim()), line };
  let name2 = /^[^\s/]{1,100}/.exec(tag)?.[0] ?? "", attributes = attributesOf(tag.slice(name2.length));
  return name2 === "" ? null : { type: "open", name: local(name2), attributes, empty: tag.endsWith("/"), line };
}
function attributesOf(text2) {
  let attributes = {}, at = 0;
  for (let count3 = 0; count3 < 100; count3++) {
    let equals = text2.indexOf("=", at);
    if (equals < 0) break;
    let name2 = text2.slice(Math.max(at, equals - 100), equals).trim(), open = equals + 1;
    for (; open < text2.length && text2.charCodeAt(open) <= 32; ) open++;
    let quote = text2[open], close = quote === '"' || quote === "'" ? text2.indexOf(quote, open + 1) : -1;
    if (close < 0) break;
    attributes[local(name2)] = decode(text2.slice(open + 1, Math.min(close, open + 1 + MAX_TEXT))), at = close + 1;
  }
  return attributes;
}
function local(name2) {
  return name2.slice(name2.indexOf(":") + 1);
}
function decode(text2) {
  return text2.includes("&") ? text2.replace(ENTITY, (whole, e) => {
    if (!e.startsWith("#")) return NAMED[e] ?? whole;
    let code = e[1] === "x" ? Number.parseInt(e.slice(2), 16) : Number(e.slice(1));
    return code <= 1114111 ? String.fromCodePoint(code) : whole;
  }) : text2;
}

// src/read/tests/junit.ts
var FAILURES = /* @__PURE__ */ new Set(["failure", "error", "rerunFailure", "rerunError"]), KEEP2 = 1e3;
function scanJUnit(xml2) {
  let r = {
    framework: "junit",
    ...{ cases: 0, nodes: 0, passed: 0, failed: 0, skipped: 0 },
    kept: [],
    declared: { tests: 0, failed: 0, skipped: 0 },
    depth: 0,
    firstLine: null,
    firstCase: null,
    times: suiteTimes()
  }, walk = caseWalker(r), events = scanXml(xml2), step = events.next();
  for (; !step.done; step = events.next()) walk.event(step.value);
  walk.end();
  let truncated = step.value.truncated || r.depth > 0;
  return { tests: r.firstLine === null ? null : resultOf(r), truncated };
}
function caseWalker(r) {
  let open = null, failure2 = null, ignored = 0;
  function onOpen(e) {
    let a = e.attributes;
    if (e.name === "testsuites" || e.name === "testsuite") onSuite(r, e);
    else if (e.name === "property")
      r.framework = frameworkOf(a.name ?? "") ?? r.framework, r.times.property(a.name ?? "", a.value ?? "");
    else if (e.name === "testcase") {
      let place2 = { file: a.file ?? "", line: a.line ?? "", status: a.status ?? "" };
      open = { ...{ name: a.name ?? "", className: a.classname ?? a.class ?? "", time: a.time }, ...place2, from: e.line, to: e.line, skipped: !1, failures: [] }, r.firstCase ??= e.line, e.empty && onCase(e.line);
    } else if (open && FAILURES.has(e.name)) {
      let said4 = {
        message: a.message ?? "",
        type: a.type ?? "",
        text: "",
        file: a.file ?? "",
        line: a.line ?? ""
      };
      failure2 = { tag: e.name, ...said4 }, open.failures.push(failure2), e.empty && (failure2 = null);
    } else open && (e.name === "skipped" || e.name === "disabled") ? open.skipped = !0 : open && !e.empty && e.name !== "stackTrace" && ignored++;
  }
  function onCase(line) {
    if (!open) return;
    open.to = line;
    let stage = caseStage(open);
    count2(r, open, stage.isTest), r.times.ran(open.time, failed(open) && stage.isTest), failed(open) && r.kept.length < KEEP2 && r.kept.push({ c: open, ...stage }), open = failure2 = null, ignored = 0;
  }
  return {
    event(e) {
      e.type === "open" ? onOpen(e) : e.type === "text" ? failure2 && ignored === 0 && failure2.text.length < 2e4 && (failure2.text += e.text) : e.name === "testcase" ? onCase(e.line) : e.name === "testsuite" || e.name === "testsuites" ? r.depth-- : FAILURES.has(e.name) ? failure2 = null : ignored > 0 && e.name !== "stackTrace" && e.name !== "skipped" && ignored--;
    },
    /** A report that is cut within a case still says that it failed. */
    end: () => onCase(open?.from ?? 1)
  };
}
function failed(c) {
  return c.failures.length > 0;
}
function count2(r, c, isTest) {
  if (!isTest) {
    r.nodes++, c.failures[0]?.message === "collection failure" && r.failed++;
    return;
  }
  r.cases++, failed(c) ? r.failed++ : c.skipped || /^(?:skipped|pending|disabled|notrun)$/i.test(c.status) ? r.skipped++ : r.passed++;
}
function onSuite(r, e) {
  r.firstLine ??= e.line;
  let n = (key) => Math.max(0, Number((e.attributes[key] ?? "").replaceAll(",", "")) || 0);
  (r.depth === 0 || r.depth === 1 && r.declared.tests === 0 || r.depth === 1 && topLevel.has(r)) && e.attributes.tests !== void 0 && (r.depth === 1 && topLevel.add(r), r.declared.tests += n("tests"), r.declared.failed += n("failures") + n("errors"), r.declared.skipped += n("skipped") + n("disabled")), e.attributes.name === "pytest" && (r.framework = "pytest"), e.name === "testsuite" && r.times.suite(e.attributes), e.empty || r.depth++;
}
var topLevel = /* @__PURE__ */ new WeakSet();
function frameworkOf(property) {
  return property === "SuiteSucceeded" ? "ginkgo" : property === "go.version" ? "gotest" : null;
}
function resultOf(r) {
  let trimmed = r.framework !== "ginkgo" && r.declared.tests > r.cases + r.nodes, d = r.declared, nameless = r.framework === "ginkgo" && r.cases === 0 && r.nodes > 0, total = trimmed ? d.tests : r.cases, failedCount = trimmed ? Math.max(d.failed, r.failed) : r.failed, skipped2 = trimmed ? Math.max(d.skipped, r.skipped) : r.skipped, passed = trimmed ? Math.max(0, total - failedCount - skipped2) : r.passed, kinds4 = r.kept.map((k) => k.kind), ran = total - skipped2, nothing = r.passed === 0 && kinds4.every((k) => k !== null), setup = kinds4.includes("setup") && nothing, teardown2 = kinds4.length > 0 && kinds4.every((k) => k === "teardown"), phase2 = setup ? "setup" : teardown2 ? "teardown" : "tests", real = r.kept.filter(
    (k) => !/Interrupted by Other Ginkgo Process|failed on Ginkgo parallel process/.test(texts(k.c))
  ), found2 = distinct(
    (real.length > 0 ? real : r.kept).map(({ c, kind }) => ({ ...caseFailure(c), kind, from: c.from, to: c.to }))
  ), lines = { verdict_line: null, tests_line: r.firstCase, first_line: r.firstLine ?? 1 }, tests = located(
    r.framework,
    { total: nameless ? null : total, ran, passed, failed: failedCount, skipped: skipped2, phase: phase2, ...lines },
    found2
  ), times = r.times.result(r.framework);
  return times ? { ...tests, times } : tests;
}
function texts(c) {
  return c.failures.map((f) => f.message + f.text.slice(0, 500)).join(`
`);
}

// src/read/tests/file.ts
var MAX_BYTES = 64 * 1024 * 1024, REPORT_NAME = /(?:junit|test|report|results?)[^/]*\.xml$/i;
function readTestFile(path, bytes) {
  let notes = [], note = (why) => notes.push({ what: path, why });
  if (bytes.length === 0)
    return /\.xml$/i.test(path) && note("the file is empty: its writer did not finish"), { tests: null, notes };
  bytes.length > MAX_BYTES && note(`only the first ${MAX_BYTES / 1024 / 1024} MiB were read`);
  let text2 = decode2(bytes.subarray(0, MAX_BYTES)), start2 = text2.slice(0, 2e3).trimStart();
  return start2.startsWith("<") ? { tests: xml(path, text2, note), notes } : /^[[{]/.test(start2) ? { tests: json2(path, text2, note), notes } : (/\.xml$/i.test(path) && note("not XML"), { tests: null, notes });
}
function xml(path, text2, note) {
  let { tests, truncated } = scanJUnit(text2);
  return tests && truncated && note("the XML ends before its root element does; what it holds up to there was read"), !tests && truncated && REPORT_NAME.test(path) && note("the XML is cut before its first test suite"), tests;
}
function json2(path, text2, note) {
  let head = text2.slice(0, 2e4);
  if (head.split(`
`, 50).some((l) => goEvent(l.trim()))) {
    let reader = testReader();
    return text2.split(`
`).forEach((l, i) => {
      reader.line(i + 1, l.replace(/\r$/, ""));
    }), reader.result();
  }
  if (!head.includes('"SuitePath"') && !head.includes('"SpecReports"'))
    return /(?:ginkgo|report)[^/]*\.json$/i.test(path) && text2.trim().length < 4 && note("the report is empty: Ginkgo did not finish it"), null;
  let tests = readGinkgoReport(text2);
  return tests || note("the Ginkgo report is no valid JSON: it was cut, or its process died while writing it"), tests;
}
function decode2(bytes) {
  let [a, b] = bytes;
  return a === 255 && b === 254 || a === 60 && b === 0 ? new TextDecoder("utf-16le").decode(bytes) : a === 254 && b === 255 || a === 0 && b === 60 ? new TextDecoder("utf-16be").decode(bytes) : new TextDecoder("utf-8").decode(bytes);
}

// src/sparing.ts
var again = 2 << 20, seldom = 16 << 20, mostRounds = 3;
function sparing(matcher, soFar, about) {
  let left = /* @__PURE__ */ new Map(), isApart = null, read = 0, next = 0, rounds = 0;
  return {
    spares({ kind, object, restart, line, path }) {
      return !isWritten(kind) || !object || restart !== null || line !== 1 || (read >= next && (isApart = whatIsApart(matcher, soFar(), about), next = isApart ? Math.max(seldom, read * 8) : Math.max(again, read * 2)), !isApart?.(object)) ? !1 : (left.set(path, object), !0);
    },
    count: (bytes) => {
      read += bytes;
    },
    due() {
      if (!left.size) return /* @__PURE__ */ new Set();
      let isApart2 = ++rounds > mostRounds ? null : whatIsApart(matcher, soFar(), about), due = [...left].filter(([, object]) => !isApart2?.(object)).map(([path]) => path);
      for (let path of due) left.delete(path);
      return new Set(due);
    },
    get left() {
      return left.size;
    }
  };
}
function whatIsApart(matcher, { findings, reports, places, collected: collected2, isComplete: isComplete2 }, { suite, knowledge }) {
  if (!findings.objects.some((o) => o.kind === "Pod" || o.kind === "Node")) return null;
  let found2 = places();
  if (isHalfFound(matcher, found2)) return null;
  let now = { ...findings, tests: withReport(findings.tests, reports) }, collector = createCollector(matcher);
  return now.tests?.times && collector.tests(now.tests.times), collector.restore(found2, now.objects), finishObjects(now, collector, { collected: collected2, isComplete: isComplete2 }), now.matches = finishMatches(now, collector), isEstablished(suite, now, knowledge) ? apartNow(now, suite.job, knowledge.patterns, knowledge.config) : null;
}
function isHalfFound({ patterns }, places) {
  let found2 = new Set(places.map(({ pattern, condition }) => `${pattern}:${condition}`));
  return patterns.some(({ mode, conditions }, number2) => {
    if (mode !== "all") return !1;
    let needed = [...conditions.entries()].filter(([, c]) => c.type !== "absent"), [first2, ...rest2] = needed.map(([i, c]) => ({ c, isFound: found2.has(`${number2}:${i}`) }));
    return first2?.isFound && rest2.some(({ c, isFound }) => !isFound && c.type === "line" && mayBeIn(c.in));
  });
}
var mayBeIn = (kinds4) => !kinds4.length || kinds4.some(isWritten);

// src/read-members.ts
var mostAged = 5e3, isComplete = (context) => !isPartial(context) && context.findings.objects.length < mostObjects, isPartial = ({ isCut, findings: { objects } }) => isCut || objects.length > 0 && objects.every((o) => o.at.path === null);
async function readArchive(source, { bytes, watched: watched2, open }, context, note) {
  let spare = bytes.size >= worthSparing ? spareIn(context) : null, format = await readMembers(source, open(watched2, note), context, note, spare);
  for (let due = spare?.due(); due?.size; due = spare?.due())
    await readMembers(
      source,
      among(
        due,
        open(bytes, () => {
        })
      ),
      context,
      () => {
      }
    );
  return { format, left: spare?.left ? leftUnread(spare.left) : null };
}
async function readMembers(source, members, context, note, spare = null) {
  let { collector, findings, matcher, reports } = context, { first: first2, all, close } = await peeked(members);
  if (first2?.path === findingsMember) {
    let notes = [], format = await mergeFindings(first2, source, context, notes).finally(close);
    return notes.forEach(note), format;
  }
  let pieces = readBundle({ name: source.name, url: source.url }, all), runs = { logs: [], last: /* @__PURE__ */ new Map() }, aged = [], means = { source, matcher, collector, runs, room: blockRoom() };
  for (let next = await pieces.next(); ; next = await pieces.next()) {
    if (next.done)
      return finishRuns(runs, source, matcher, collector), anchor(aged, next.value.collected), context.collected ??= next.value.collected, next.value.format;
    let piece = next.value;
    if (piece.type === "note") note(piece.note);
    else if (piece.type === "events")
      aged.length < mostAged && aged.push(...piece.events.filter((e) => e.age)), take(findings, collector, { objects: [], events: piece.events });
    else if (piece.type === "objects") take(findings, collector, { objects: piece.objects, events: [] });
    else if (piece.type === "test-file") {
      let { tests, notes: faults } = readTestFile(piece.path, piece.bytes);
      tests && (reports.push(tests), tests.times && !findings.tests?.times && collector.tests(tests.times), scanFailures(tests, piece.path, means)), faults.forEach(note);
    } else spare?.spares(piece) || await scanPiece(spare ? counted2(piece, spare) : piece, means);
  }
}
var worthSparing = 8 << 20, leftUnread = (logs) => `${logs} ${logs === 1 ? "log" : "logs"} of pods and nodes that were well, and that nothing leads to, not read: they could not change the cause`;
function spareIn(context) {
  let { suite, knowledge, matcher, findings, collector } = context;
  return knowledge ? sparing(matcher, () => ({
    findings,
    reports: context.reports,
    places: collector.places,
    collected: context.collected,
    isComplete: isComplete(context)
  }), { suite, knowledge }) : null;
}
async function* among(paths, members) {
  for await (let member of members) paths.has(member.path) && (yield member);
}
function counted2(piece, spare) {
  async function* bytes() {
    for await (let chunk of piece.bytes())
      spare.count(chunk.length), yield chunk;
  }
  return { ...piece, bytes };
}

// src/quoted.ts
async function isQuoted(bytes) {
  if (bytes.size > mostQuoted) return !1;
  let text2 = new TextDecoder().decode(await collect(bytes.stream(), bytes.size));
  return !/^\s*(?:[{[<]|---|apiVersion:|kind:|items:)/.test(text2);
}
var mostQuoted = 16384, isWell = (objects) => objects.some((o) => o.phase !== null || o.ready !== null || o.containers.length > 0) && !objects.some(isUnhealthy);

// src/read/unfold.ts
var mostLines2 = 6;
function unfold(block) {
  let lines = new TextDecoder().decode(block.bytes).split(`
`), joined = [], parts = /* @__PURE__ */ new Map();
  for (let i = 0; i < lines.length - 1; i++) {
    let texts2 = [lines[i].trimEnd()];
    if (!texts2[0].trim()) continue;
    let last = i;
    for (; last + 1 < lines.length && last - i < mostLines2 - 1 && continues(lines[last], lines[last + 1]); )
      last++, texts2.push(lines[last].trimEnd());
    last !== i && (joined.push(texts2.map((text2, k) => k ? text2.trim() : text2).join(" ")), parts.set(block.firstLine + i, texts2));
  }
  if (!joined.length) return null;
  let bytes = new TextEncoder().encode(`${joined.join(`
`)}
`);
  return { ...lineBlock(bytes, { firstLine: block.firstLine, lines: [...parts.keys()] }), parts };
}
function continues(line, next) {
  let start2 = next.trimStart();
  if (!start2 || /^(?:[-*•#>$+]\s|\d+[.)]\s|\[|@|={3}|-{3}|\d{4}-\d\d-\d\d|[IWEF]\d{4} \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:|(?:ERROR|WARN|INFO|DEBUG|FATAL|FAIL|STEP|Error|Warning|Traceback)\b)/.test(
    start2
  ))
    return !1;
  let end = line.trimEnd();
  return /[:,(=\\/[{"'-]$/.test(end) ? !0 : /^[a-z"'`({<\\]/.test(start2) || /^\s/.test(next) && !/^\s/.test(line) || end.length > 60;
}

// src/joined.ts
var below = 3;
function scanJoined(joined, means, emit) {
  for (let { hit, texts: texts2, from, to } of hitsIn(joined, means)) {
    let { line: expression } = means.matcher.probes[hit.probe];
    if (from === to && matchOf(expression, means.decode(texts2[from])?.text ?? "")) continue;
    let line = isExcuse(means.matcher, hit) ? Math.min(to + below, texts2.length - 1) : from;
    emit({ ...hit, line: hit.line + line });
  }
}
function scanJoinedFailures(tests, matcher, emit) {
  for (let [i, failure2] of tests.failures.entries()) {
    let firstLine = tests.blocks[i]?.from;
    if (firstLine === void 0) continue;
    let bytes = new TextEncoder().encode(`${failure2.message}
`), joined = unfold({ bytes, firstLine });
    if (!joined) continue;
    let means = { matcher, kind: "job-log", decode: decodeMessage };
    for (let { hit } of hitsIn(joined, means)) emit({ ...hit, line: firstLine });
    scanBlock(matcher, lineBlock(bytes), "job-log", decodeMessage, (hit) => {
      isExcuse(matcher, hit) && emit({ ...hit, line: firstLine });
    });
  }
}
var decodeMessage = (raw) => {
  let { time, message } = decodeLogLine(raw);
  return { text: message, time };
};
function hitsIn(joined, means) {
  let { matcher, kind, decode: decode3 } = means, found2 = [];
  return scanBlock(matcher, joined, kind, decode3, (hit) => found2.push(hit)), found2.filter((hit) => matcher.patterns[matcher.probes[hit.probe].pattern].role !== "noise").map((hit) => {
    let texts2 = joined.parts.get(hit.line) ?? [hit.text];
    return { hit, texts: texts2, ...spanOf(matcher.probes[hit.probe].line, hit.text, texts2) };
  }).filter(({ hit, texts: texts2, from, to }) => isExcuse(matcher, hit) || !isNoise(texts2.slice(from, to + 1), means));
}
var isExcuse = (matcher, hit) => matcher.probes[hit.probe].condition < 0;
function spanOf(expression, text2, texts2) {
  let all = { from: 0, to: texts2.length - 1 }, found2 = matchOf(expression, text2);
  if (!found2) return all;
  let { match, quoted } = found2, plain = texts2.map((t, i) => i ? t.trim() : t).map((t) => quoted ? unescaped(t) ?? t : t), cut = plain.join(" ").length - found2.text.length;
  if (cut < 0 || !plain.join(" ").endsWith(found2.text)) return all;
  let start2 = cut + match.index + match[0].length - match[0].trimStart().length, end = Math.max(start2, cut + match.index + match[0].trimEnd().length - 1), ends3 = [];
  for (let t of plain) ends3.push((ends3.at(-1) ?? 0) + t.length + 1);
  let at = (offset) => Math.min(texts2.length - 1, ends3.filter((e) => e <= offset).length);
  return { from: at(start2), to: at(end) };
}
function matchOf(expression, text2) {
  let match = expression.exec(text2);
  if (match) return { match, text: text2, quoted: !1 };
  let plain = unescaped(text2), other = plain === null ? null : expression.exec(plain);
  return other ? { match: other, text: plain, quoted: !0 } : null;
}
function isNoise(texts2, { matcher, kind, decode: decode3 }) {
  let block = lineBlock(new TextEncoder().encode(`${texts2.join(`
`)}
`)), found2 = !1;
  return scanBlock(
    matcher,
    block,
    kind,
    decode3,
    (hit) => {
      found2 ||= matcher.probes[hit.probe].silences;
    },
    !0
  ), found2;
}

// src/match/excuse.ts
var begins2 = /^\s*(?:\++ |STEP: |##\[(?:group|endgroup)\]|=== |--- (?:PASS|FAIL)|-{8,}|={8,}|\[It\] |• )/, bearsFailure = /\|\| ?(?:true\b|:|echo\b|exit 0)|--ignore-not-found|\b(?:[Dd]elet|[Cc]lean|[Tt]ear|[Rr]emov)/, ginkgoPlace = /^\s*In \[\w+\] at: /, isDone2 = /\b(?:created|configured|unchanged|ready|established|connected|restored|succeeded|successful(?:ly)?|exists|populated)\b/i, isUndone = /\b(?:not|never|no|to be|to become|fail\w*|error|time[ds]? ?out|waiting)\b|n't\b/i;
function excusing(matcher, block, decode3, emit) {
  return (hit) => {
    let isExcuse2 = matcher.probes[hit.probe].condition < 0;
    emit(isExcuse2 ? { ...hit, line: hit.line + linesBelow(hit, block, decode3) } : hit);
  };
}
function linesBelow({ line, text: text2 }, block, decode3) {
  if (begins2.test(text2) ? !bearsFailure.test(text2) : isDone2.test(text2) && !isUndone.test(text2)) return 0;
  let { bytes, newlines, firstLine } = block;
  for (let below2 = 0; below2 < 3; below2++) {
    let row2 = line - firstLine + below2, start2 = (newlines[row2] ?? bytes.length) + 1;
    if (start2 >= bytes.length) return below2;
    let end = Math.min(newlines[row2 + 1] ?? bytes.length, start2 + longest2), next = decode3(utf82.decode(bytes.subarray(start2, end)))?.text ?? "";
    if (!next.trim() && !ginkgoPlace.test(text2) || begins2.test(next)) return below2;
  }
  return 3;
}
var utf82 = new TextDecoder(), longest2 = 200;

// src/match/retry.ts
var again2 = /\b(?:[Rr]etrying\b|[Rr]etry (?:in|after|#?\d)|[Ww]ill (?:be )?(?:retry|retried|try again)\b|[Tt]rying again\b|(?:[Nn]ext|[Aa]nother|[Ss]econd) (?:try|attempt)\b|\b[Aa]ttempt:? #?\d+ ?(?:of|\/) ?\d+\b|not (?:up|ready|there|available|reachable) yet\b)/, over = /\b(?:giv(?:e|es|ing)|gave) up\b|\b[Nn]o more (?:retries|attempts)|\bexhausted\b|\b(\d+) ?(?:\/|of) ?\1\b/;
function retrying(matcher, { bytes, newlines, firstLine }, decode3, emit) {
  function isRetried2({ line, text: text2 }) {
    if (again2.test(text2)) return !over.test(text2);
    for (let row2 = line - firstLine; row2 < line - firstLine + 2; row2++) {
      let start2 = (newlines[row2] ?? bytes.length) + 1;
      if (start2 >= bytes.length) return !1;
      let end = Math.min(newlines[row2 + 1] ?? bytes.length, start2 + longest3), next = decode3(utf83.decode(bytes.subarray(start2, end)))?.text ?? "";
      if (again2.test(next)) return !over.test(next);
    }
    return !1;
  }
  return (hit) => {
    let isPositive = matcher.probes[hit.probe].condition >= 0;
    emit(isPositive && isRetried2(hit) ? { ...hit, retried: !0 } : hit);
  };
}
var utf83 = new TextDecoder(), longest3 = 300;

// src/read/printed-logs.ts
var marks2 = /^(?:##\[(?:group|endgroup|error|warning|command)\]|\+{1,3} |\$ |={3,}|==> |-{3,}|#{2,} |>{2,} |\*{3,})/, command = /\b(?:kubectl|oc)\b(.*?) logs\b(.*)$/, ofEngine = /\b(?:docker|podman|nerdctl)(?: container)? logs\b([^|;&>]*)/, clusterDump = /^==== START logs for container (\S+) of pod ([^/\s]+)\/(\S+) ====/, logFile = /^(?:##)?(?:==> |\[group\]|[=-]{3,} ?)(?:\S*\/)?([a-z0-9][\w.-]{0,100}?)\.(?:log|out|err|stderr|stdout)(?: <==)?[ =-]*$/, logFileEnd = /\.(?:log|out|err|stderr|stdout)(?: <==)?[ =-]*$/, kinds3 = {
  pod: "Pod",
  po: "Pod",
  deployment: "Deployment",
  deploy: "Deployment",
  statefulset: "StatefulSet",
  sts: "StatefulSet",
  daemonset: "DaemonSet",
  ds: "DaemonSet",
  replicaset: "ReplicaSet",
  rs: "ReplicaSet",
  job: "Job"
}, named2 = "([a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?)", typed = new RegExp(String.raw`\b(${Object.keys(kinds3).join("|")})s?(?:\.apps)?[/:= ]+"?${named2}\b`), podName = /(?<![\w./-])([a-z0-9][a-z0-9-]{0,200}-[a-z0-9]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5})(?![\w-])/, spoken = new RegExp(
  String.raw`\b[Ll]ogs? (?:for|of|from):? "?${named2}|^\W*(?:[Ll]ogs?: ?)${named2}|^\W*${named2} [Ll]ogs?\b`
);
function logHeading(text2) {
  if (!marks2.test(text2) || text2.length > 400) return null;
  let dump2 = clusterDump.exec(text2);
  if (dump2) {
    let [, container, namespace, pod2] = dump2;
    return { object: { kind: "Pod", namespace, name: pod2, container }, previous: !1 };
  }
  let nothing = { object: null, previous: !1 };
  if (text2.startsWith("##[group]Run ") || text2.startsWith("##[end") || text2.startsWith("==== END "))
    return nothing;
  let [, local2] = ofEngine.exec(text2) ?? [];
  if (local2 !== void 0) return ofLocal(local2);
  let m = command.exec(text2);
  if (m) return ofCommand(`${m[1]} ${m[2]}`);
  let file = logFileEnd.test(text2) && logFile.exec(text2)?.[1];
  if (file) return { object: { kind: "Deployment", namespace: null, name: file }, previous: !1 };
  if (!/\b[Ll]ogs?\b|\bLOGS?\b|\bpod[/ ]/.test(text2)) return nothing;
  let previous = /\bprevious\b/i.test(text2), [, kind, ofKind] = typed.exec(text2) ?? [], pod = podName.exec(text2)?.[1] ?? (kind && kinds3[kind] === "Pod" ? ofKind : void 0);
  if (pod) return { object: { kind: "Pod", namespace: null, name: pod }, previous };
  if (kind && ofKind) return { object: { kind: kinds3[kind], namespace: null, name: ofKind }, previous };
  let said4 = spoken.exec(text2)?.slice(1).find(Boolean);
  return said4 ? { object: { kind: "Deployment", namespace: null, name: said4 }, previous } : nothing;
}
function ofLocal(args) {
  let name2 = args.replace(/ \d$/, "").split(/\s+/).filter(Boolean).at(-1)?.replace(/^['"]|['"]$/g, "") ?? "";
  return { object: /^[a-zA-Z0-9][\w.-]*$/.test(name2) ? { kind: "Container", namespace: null, name: name2 } : null, previous: !1 };
}
function ofCommand(args) {
  let words2 = args.split(/\s+/).filter(Boolean), value = (...names) => {
    for (let [i, word] of words2.entries()) {
      let [key, own2] = word.split("=", 2);
      if (names.includes(key)) return (own2 ?? words2[i + 1])?.replace(/^['"]|['"]$/g, "") ?? null;
    }
    return null;
  }, namespace = value("-n", "--namespace"), container = value("-c", "--container"), previous = words2.includes("-p") || words2.includes("--previous") || words2.includes("--previous=true"), label = words2.find(
    (w, i) => /^(?:-l|--selector)$/.test(words2[i - 1] ?? "") || /^(?:-l|--selector)=/.test(w)
  ), takesValue = /^(?:-[nclf]|--(?:namespace|container|selector|tail|since|context|kubeconfig|limit-bytes|pod-running-timeout))$/, target = words2.find((w, i) => !w.startsWith("-") && !takesValue.test(words2[i - 1] ?? "")), [kind, name2] = target?.includes("/") ? [kinds3[target.split("/")[0].split(".")[0].replace(/s$/, "")] ?? "Pod", target.split("/")[1]] : target && kinds3[target] ? [kinds3[target], words2[words2.indexOf(target) + 1] ?? ""] : ["Pod", target ?? ""], own = /^['"]?[a-z0-9][a-z0-9.-]*['"]?$/.test(name2) ? name2.replace(/['"]/g, "") : null, extra = container ? { container } : {};
  if (own) return { object: { kind, namespace, name: own, ...extra }, previous };
  let labelled = /=([a-z0-9][a-z0-9.-]*)['"]?$/.exec(label ?? "")?.[1];
  return { object: labelled ? { kind: "Deployment", namespace, name: labelled, ...extra } : null, previous };
}

// src/read/printed.ts
var mostText = 8 << 20, mostLine = 16384, mostLogs = 2e3, header2 = /^(?:NAMESPACE {2,}NAME {2,}\S|NAME {2,}[A-Z]|(?:NAMESPACE {2,})?LAST SEEN {2,}TYPE |CONTAINER ID {2,}IMAGE )/, name = /^Name: {2,}\S/, row = /^[\w<][^\s{]*(?: \S+)* {2,}\S/, described = /^(?:\s|$|[A-Z][\w .()/-]*:(?:\s|$))/, first = new Set([..."NLC#+$=->*"].map((c) => c.charCodeAt(0)));
function printedReader() {
  let states = [], logs = [], size = 0, open = null, log2 = null;
  function close() {
    if (!open) return;
    let text2 = open.lines.join(`
`);
    if (open.lines.length > 1)
      for (states.push({ ...open.state, text: text2, size: text2.length }), size += text2.length; size > mostText; ) size -= states.shift().size;
    open = null;
  }
  function goesOn(text2) {
    return open ? open.state.type === "table" ? row.test(text2) && !header2.test(text2) : described.test(text2) : !1;
  }
  return {
    busy: () => open !== null,
    isLog: () => log2 !== null,
    line(line, text2, time) {
      if (open && goesOn(text2)) {
        open.lines.push(text2.slice(0, mostLine));
        return;
      }
      if (close(), !first.has(text2.charCodeAt(0))) return;
      let type = header2.test(text2) ? "table" : name.test(text2) ? "description" : null;
      if (type) {
        open = { state: { type, line, time: time(), text: "" }, lines: [text2] };
        return;
      }
      let heading = logHeading(text2);
      heading && (log2 && (log2.to = line - 1), log2 = null, heading.object && logs.length < mostLogs && logs.push(log2 = { from: line + 1, to: line, object: heading.object, previous: heading.previous }));
    },
    result(lines) {
      return close(), log2 && (log2.to = lines), { states: states.map(({ size: _, ...state }) => state), logs };
    }
  };
}

// src/read/stamp.ts
function contentStart(bytes, start2, end) {
  let first2 = bytes[start2];
  return first2 > 57 ? first2 === 239 ? unusual(bytes, start2, end) : start2 : first2 < 48 ? start2 : isUsual(bytes, start2, end) ? Math.min(end, start2 + 28 + 1) : unusual(bytes, start2, end);
}
function isUsual(bytes, s, end) {
  return end - s < 28 || bytes[s + 28] !== 32 && s + 28 !== end || bytes[s + 27] !== 90 || bytes[s + 10] !== 84 || bytes[s + 19] !== 46 || bytes[s + 4] !== 45 || bytes[s + 7] !== 45 || bytes[s + 13] !== 58 || bytes[s + 16] !== 58 ? !1 : isDigit(bytes[s + 3]) && isDigit(bytes[s + 9]) && isDigit(bytes[s + 18]) && isDigit(bytes[s + 26]);
}
var isDigit = (byte) => byte - 48 >>> 0 < 10;
function unusual(bytes, start2, end) {
  if (bytes[start2] !== 239 && (bytes[start2 + 4] !== 45 || bytes[start2 + 10] !== 84)) return start2;
  let head = latin1.decode(bytes.subarray(start2, Math.min(end, start2 + 80))), stamp2 = /^(?:ï»¿)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z(?: |\r?$)/.exec(head);
  return stamp2 ? Math.min(end, start2 + stamp2[0].length) : head.startsWith("ï»¿") ? start2 + 3 : start2;
}
var latin1 = new TextDecoder("latin1");

// src/read/steps.ts
function opensStep(text2) {
  return text2.startsWith("##[group]Run ") || text2.startsWith("Post job cleanup.") || text2.startsWith("Cleaning up orphan processes");
}
function stepSpans(markers, job, lines) {
  let ran = (job?.steps ?? []).filter((s) => s.conclusion !== "skipped" && s.started_at).sort((a, b) => a.number - b.number);
  if (!ran.length)
    return markers.map((m, i) => ({
      number: null,
      name: m.text.replace(/^##\[group\]/, ""),
      from: m.line,
      to: (markers[i + 1]?.line ?? lines + 1) - 1
    }));
  let spans2 = [], next = 0;
  for (let step of ran) {
    if (!spans2.length) {
      spans2.push({ number: step.number, name: step.name, from: 1, to: lines });
      continue;
    }
    let found2 = markers.findIndex(
      (m, i) => i >= next && m.line > spans2.at(-1).from && isStart(m, step.started_at, step.name)
    );
    found2 !== -1 && (next = found2 + 1, spans2.at(-1).to = markers[found2].line - 1, spans2.push({ number: step.number, name: step.name, from: markers[found2].line, to: lines }));
  }
  return spans2;
}
function isStart(marker, startedAt, name2) {
  if (marker.time === null) return !1;
  let post = marker.text.startsWith("Post job cleanup.");
  return name2.startsWith("Post ") !== post || name2 === "Complete job" !== marker.text.startsWith("Cleaning up orphan") ? !1 : Date.parse(marker.time) >= Date.parse(startedAt) - 1e3;
}

// src/read/tests/runs.ts
var mostBegun2 = 5e3, shortest = 1, live = 0.5, pytest = /(?:^| )(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)(?: \(.*\))? +\[ *\d+%\]$/, xdist = /^\[(gw\d+)\] \[ *\d+%\] (PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS) (\S.*?) *$/, xdistBegin = /^(\S+\.py::\S.*?) *$/, ginkgo = /^• (?:\[(FAILED|PANICKED!|TIMEDOUT|INTERRUPTED)\] )?\[(\d+(?:\.\d+)?) seconds\]/, goBegin = /^=== RUN +([^/\s]+)$/, goEnd = /^--- (PASS|FAIL|SKIP): ([^/\s]+) \((\d+(?:\.\d+)?)s\)$/, goSubPass = /^ +--- PASS: ([^/\s]+)\//, nearlyAll = 0.8, tap = /^(not )?ok \d+\b/, only2 = "";
function testClock() {
  let courses = /* @__PURE__ */ new Map(), begun = /* @__PURE__ */ new Map(), goFailed = /* @__PURE__ */ new Map(), goMixed = /* @__PURE__ */ new Set(), suite = null, isParallel = !1, isXdist = !1, of = (framework) => {
    let running = courses.get(framework) ?? { course: course(), before: /* @__PURE__ */ new Map() };
    return courses.set(framework, running), running;
  };
  function ended(framework, from, to, isFailure2, by = only2) {
    let running = of(framework);
    running.before.set(by, to);
    let isKnown = isFailure2 && from !== null && to - from >= shortest;
    running.course.ran(isKnown ? from : null, to, isFailure2);
  }
  let before = (framework, worker = only2) => of(framework).before.get(worker) ?? null;
  return {
    line(text2, time) {
      let c = text2.charCodeAt(0), m = c === 8226 ? ginkgo.exec(text2) : c === 45 ? goEnd.exec(text2) : c === 111 || c === 110 ? tap.exec(text2) : null;
      if (!m) {
        if (c === 32 && text2.includes("--- PASS: ")) {
          let name2 = goSubPass.exec(text2)?.[1];
          name2 !== void 0 && goMixed.size < mostBegun2 && goMixed.add(name2);
        } else if (c === 61 && text2.startsWith("=== RUN")) began(goBegin.exec(text2)?.[1], time);
        else if (c === 82 && text2.startsWith("Running in parallel across ")) isParallel = !0;
        else if (c === 87 && text2.startsWith("Will run ")) suite = time();
        else if (c === 91 && text2.startsWith("[gw")) endedOfXdist(text2, time);
        else if (text2.endsWith("%]")) {
          let status = pytest.exec(text2)?.[1], to2 = status ? time() : null;
          to2 !== null && ended("pytest", before("pytest"), to2, status === "FAILED" || status === "ERROR");
        } else isXdist && text2.includes(".py::") && began(xdistBegin.exec(text2)?.[1], time);
        return;
      }
      let to = time();
      if (to !== null)
        if (c === 8226) {
          let length = Number(m[2]) * 1e3, isLive = suite !== null && to - suite >= length * live, last = before("ginkgo"), from = isParallel || last === null ? to - length : Math.max(last, to - length);
          ended("ginkgo", isLive ? from : null, to, m[1] !== void 0);
        } else if (c === 45) {
          let from = begun.get(m[2]) ?? null, isLive = from !== null && to - from >= Number(m[3]) * 1e3 * live;
          m[1] === "FAIL" && from !== null && goFailed.set(m[2], to - from), ended("gotest", isLive ? from : null, to, m[1] === "FAIL");
        } else ended("bats", before("bats"), to, m[1] !== void 0);
    },
    result(framework) {
      let times = courses.get(framework)?.course.result() ?? null;
      if (framework !== "gotest" || !times) return times;
      let most4 = (times.all.to - times.all.from) * nearlyAll;
      return [...goFailed].some(([name2, length]) => length >= most4 && goMixed.has(name2)) ? null : times;
    }
  };
  function began(name2, time) {
    let from = name2 === void 0 ? null : time();
    name2 !== void 0 && from !== null && begun.size < mostBegun2 && begun.set(name2, from);
  }
  function endedOfXdist(text2, time) {
    isXdist = !0;
    let [, worker, status, name2] = xdist.exec(text2) ?? [], to = name2 === void 0 ? null : time();
    if (worker === void 0 || to === null) return;
    let from = before("pytest", worker) ?? begun.get(name2) ?? null;
    ended("pytest", from, to, status === "FAILED" || status === "ERROR", worker);
  }
}

// src/read/job-log.ts
var longest4 = 16384;
function jobLogReader(job) {
  let tests = testReader(), runs = testClock(), printed = printedReader(), telling = tellingReader(), starts = lineStarts(), markers = [], lines = 0, stamped2 = 0, unstamped = 0, time = null;
  return {
    block(block, marked) {
      let { bytes, newlines, firstLine } = block, marks3 = [...marked, 1073741823], buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), timeBefore = time, busy = tests.busy() || printed.busy(), isLog = printed.isLog(), skipped2 = 0, mark = 0, clock = -1, row2 = 0, start2 = 0;
      for (block.continued && (newlines.length ? start2 = newlines[row2++] + 1 : start2 = bytes.length); start2 < bytes.length; row2++) {
        let end = newlines[row2] ?? bytes.length, content = contentStart(bytes, start2, end);
        for (content === start2 ? unstamped++ : (stamped2++, clock = start2); marks3[mark] < start2; ) mark++;
        if (busy || marks3[mark] < end || end - start2 > longest4 || lineMatters(starts, bytes, content, end, isLog)) {
          skipped2 && tests.skip(skipped2, firstLine + row2 - 1), skipped2 = 0;
          let line = firstLine + row2, last = bytes[end - 1] === 13 && end > content && end - start2 <= longest4 ? end - 1 : end, text2 = decodeText(buffer, content, last, longest4 - (content - start2));
          tests.line(line, text2);
          let at = content === start2 ? null : start2, plain = clean(text2), stamp2 = () => at === null ? null : stampAt(buffer, at);
          runs.line(plain, () => Date.parse(stamp2() ?? "") || null), printed.line(line, plain, stamp2), busy = tests.busy() || printed.busy(), isLog = printed.isLog(), opensStep(text2) && markers.length < 5e3 && (clock >= 0 && (time = stampAt(buffer, clock)), markers.push({ line, time, text: text2.slice(0, 200) }));
        } else skipped2++;
        start2 = end + 1;
      }
      lines = firstLine + Math.max(row2, 1) - 1, skipped2 && tests.skip(skipped2, lines), clock >= 0 && (time = stampAt(buffer, clock)), telling.block(block, timeBefore);
    },
    result: () => ({
      tests: timed(tests.result(), runs),
      steps: stepSpans(markers, job, lines),
      telling: telling.result(),
      printed: printed.result(lines),
      lines,
      stamped: stamped2 > unstamped
    })
  };
}
function timed(tests, runs) {
  let times = tests && !tests.times && runs.result(tests.framework);
  return times ? { ...tests, times } : tests;
}
function stampAt(buffer, start2) {
  return decodeActionsLine(decodeText(buffer, start2, buffer.length, 80).split(`
`, 1)[0]).time;
}

// src/read/teardown.ts
var nodeName = /\[(It|(?:Just)?BeforeEach|BeforeAll|(?:Synchronized|Report)?BeforeSuite|(?:Just|Report)?AfterEach|AfterAll|(?:Synchronized|Report)?AfterSuite|CleanupAfter\w+|DeferCleanup(?: \([^)]*\))?)\]/, isCleanUp = (node) => /^(?:Just|Report|Synchronized)?After|^CleanupAfter|^DeferCleanup/.test(node), over2 = /^(?:FAIL!|SUCCESS!|Ginkgo ran |Test Suite Failed)/, more = "There were additional failures detected", longest5 = 60;
function teardown(blocks2) {
  if (!blocks2.some(({ bytes }) => mayCleanUp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))))
    return null;
  let spans2 = [], elsewhere = !1, open = null, headed = null, paragraph = 1, close = (last2) => {
    if (!open) return;
    let { from, node, at, tail: tail2, skipped: skipped2 } = open;
    if (open = null, skipped2) return;
    let end = at && !tail2 ? at.line : Math.min(last2, (at?.line ?? from) + longest5);
    node !== null && isCleanUp(node) ? spans2.push({ from, to: Math.max(from, end) }) : elsewhere = !0;
  }, begin = (from, node, text2) => {
    let skipped2 = /^\s*\[SKIPPED\]/.test(text2);
    open = { from, node, skipped: skipped2, tail: /PANICKED|TIMEDOUT|Test Panicked/.test(text2), at: null };
  }, told = (n, text2) => {
    close(n - 1), headed = null;
    let node = nodeName.exec(text2)?.[1];
    node && (isCleanUp(node) ? spans2.push({ from: n, to: n }) : elsewhere = !0);
  }, line = (n, text2) => {
    if (!open && !text2.includes("[") && !/^[-RSFGT]/.test(text2)) {
      text2.trim() || (paragraph = n + 1);
      return;
    }
    let at = AT.exec(text2);
    if (at) {
      (!open || open.at) && (close(paragraph - 1), begin(paragraph, null, ""));
      let section = open;
      section.node = at[1], section.at = { depth: depthOf(text2), line: n }, section.tail || close(n);
      return;
    }
    let head = text2.endsWith("]") ? header(text2) : null;
    text2 === DELIMITER || RAN.test(text2) || SUMMARY.test(text2) || over2.test(text2) ? (close(n - 1), headed = null) : text2.startsWith(more) ? (close(n - 1), elsewhere = !0) : head ? (close(n - 1), headed = head.outcome === "failed" ? { node: head.node, text: text2 } : null, headed && begin(n, head.node, text2)) : BODY.test(text2) ? (open && (open.at || !headed) && close(n - 1), open ? /PANICKED|TIMEDOUT/.test(text2) && (open.tail = !0) : begin(n, null, text2)) : INLINE.test(text2) || ENTRY.test(text2) ? told(n, text2) : open && inside(open, n, text2), (!text2.trim() || open) && (paragraph = n + 1);
  }, inside = (section, n, text2) => {
    section.at ? text2.trim() && depthOf(text2) < section.at.depth && close(n - 1) : headed && section.node === null ? section.node = nodeName.exec(text2)?.[1] ?? null : /^\s*Test Panicked$/.test(text2) && (section.tail = !0);
  }, last = 0;
  for (let block of blocks2) {
    let rows = new TextDecoder().decode(block.bytes).split(`
`);
    rows.at(-1) === "" && rows.pop(), rows.forEach((raw, row2) => {
      last = block.firstLine + row2, line(last, clean(decodeActionsLine(raw).text));
    });
  }
  return close(last), spans2.length ? { spans: spans2, elsewhere } : null;
}
var depthOf = (text2) => text2.length - text2.trimStart().length, mayCleanUp = (bytes) => ["AfterEach]", "AfterAll]", "AfterSuite]", "[DeferCleanup"].some((node) => bytes.includes(node));

// src/read-job-log.ts
var mostFolded = 1 << 20;
async function readJobLog(source, bytes, { suite, matcher, collector, findings }, watch2) {
  let place2 = { kind: "job-log", source: source.name, path: null, url: source.url, object: null }, emit = collector.log(place2), emitRetried = (block) => retrying(matcher, block, decodeActionsLine, emit), reader = jobLogReader(suite.job), kind = suite.job ? "job-log" : null, isShort = bytes.size <= mostFolded, quoted = [], parts = [];
  for (let { from, to: end, line } of partsOf(bytes)) {
    let chunks = bytes.stream(from, end), to = from, lastLine = line, counted3 = counting(watch2.chunks(chunks), (length) => {
      to += length;
    });
    for await (let found2 of blocks(counted3)) {
      let block = line === 1 ? found2 : { ...found2, firstLine: found2.firstLine + line - 1 }, excused = excusing(matcher, block, decodeActionsLine, emitRetried(block));
      reader.block(block, scanBlock(matcher, block, kind, decodeActionsLine, excused, isShort)), isShort && quoted.push({ ...block, bytes: block.bytes.slice() }), lastLine = block.firstLine + block.newlines.length - (block.bytes.at(-1) === 10 ? 1 : 0);
    }
    parts.push({ from, to, lastLine });
  }
  let log2 = reader.result();
  if (log2.stamped)
    log2.tests && scanJoinedFailures(log2.tests, matcher, emit);
  else for (let block of quoted) {
    let joined = unfold(block);
    joined && scanJoined(joined, { matcher, kind, decode: decodeActionsLine }, emit);
  }
  return findings.tests = log2.tests, log2.tests?.times && collector.tests(log2.tests.times), findings.steps = log2.steps, findings.logs = log2.printed.logs, findings.telling = await withLastTelling(log2.telling, bytes, parts), findings.teardown = teardown(quoted), await takePrinted(log2.printed.states, source, { suite, collector, findings }), log2.lines;
}
async function* counting(chunks, count3) {
  for await (let chunk of chunks)
    count3(chunk.length), yield chunk;
}
function partsOf(bytes) {
  let gap = bytes.part?.gap;
  return gap ? [
    { from: 0, to: gap.at, line: 1 },
    { from: gap.at, to: bytes.size, line: gap.line }
  ] : [{ from: 0, to: bytes.size, line: 1 }];
}
async function takePrinted(states, { name: name2, url }, { suite, collector, findings }) {
  let from = failingSpan(findings, suite.job)?.from ?? 1, late = states.filter((s) => s.line >= from);
  if (!late.length) return;
  let { readPrinted } = await import("./chunk-535YBFWZ.js"), { objects, events } = readPrinted(late, { source: name2, path: null, url });
  take(findings, collector, { objects, events });
}

// src/read-source.ts
var words = {
  "job-log": "log",
  bundle: "bundle",
  "test-report": "test report"
};
async function readSource(source, context) {
  let { kind, name: name2, content } = source, { suite } = context, report = {
    kind,
    name: name2,
    state: "read",
    detail: null,
    format: null,
    bytes: null,
    lines: null
  };
  if (content.type === "none")
    return context.findings.incomplete.push({
      what: `${name2} (${words[kind]} of ${context.suite.name})`,
      why: content.detail
    }), { ...report, state: content.state, detail: content.detail };
  let notes = [], isLog = kind === "job-log", isUp = isLog ? context.clocks.logs : context.clocks.rest, watch2 = watched(isUp), note = (n) => {
    watch2.late || isUp() || notes.push(n);
  }, bytes = null, short2 = null, isTold = !1;
  try {
    if (isUp()) short2 = notRead;
    else if (content.type === "bytes") {
      if (bytes = await content.open(), report.bytes = bytes.size, bytes.size === 0) return { ...report, state: "empty", detail: "nothing was written" };
      if (short2 = bytes.part?.short ?? null, isTold = isLog && short2 !== null, isUp()) short2 = notRead;
      else if (isLog)
        report.format = suite.job ? null : await readStructuredLog(source, bytes, context, notes), (!report.format || await isQuoted(bytes) && !isWell(context.findings.objects)) && (report.lines = await readJobLog(source, bytes, context, watch2));
      else {
        let open = (bytes2, note2) => watch2.members(archiveMembers(name2, bytes2, context.limits, note2, readingOrder)), { format, left } = await readArchive(
          source,
          { bytes, watched: watch2.bytes(bytes), open },
          context,
          note
        );
        report.format = format, report.detail = left;
      }
    } else {
      let members = expandMembers(content.members(), context.limits, note);
      report.format = await readMembers(source, watch2.members(members), context, note);
    }
  } catch (error) {
    report.state = error instanceof Unavailable ? error.state : "unreadable", report.detail = describe(error), notes.push({ what: name2, why: report.detail });
  } finally {
    bytes?.drop?.();
  }
  return watch2.late && short2 !== notRead && (short2 = untilThen(watch2.read, report.bytes)), isTold &&= short2 === bytes?.part?.short, short2 !== null && (notes.length = 0, context.isCut ||= !isLog, isTold || notes.push({ what: isLog ? `log of ${name2}` : name2, why: short2 }), report.state = short2 === notRead ? "unreadable" : "truncated", report.detail = short2), context.findings.incomplete.push(...notes), notes.length && report.state === "read" && (report.state = "truncated", report.detail = notes[0].why), report;
}
var notRead = "the time was up before it was read; raise timeout-minutes to have it read", untilThen = (read, size) => `the time was up when ${size === null ? "some of it was" : `${mb(read)} of ${mb(size)} MB were`} read; raise timeout-minutes to have it read whole`, mb = (bytes) => (bytes / 1024 ** 2).toFixed(1);
async function readStructuredLog(source, bytes, context, notes) {
  let member = await asMember(source, bytes);
  if (!member) return null;
  let { findings, reports } = context, before = findings.objects.length + findings.events.length + reports.length, own = [], format = await readMembers(source, only3(member), context, (n) => own.push(n));
  return findings.objects.length + findings.events.length + reports.length === before ? null : (notes.push(...own), format ?? "loose-files");
}
async function* only3(member) {
  yield member;
}

// src/examine.ts
async function examine(suite, matcher, means = {}) {
  let context = await readSuite(suite, matcher, means), { findings, collector, collected: collected2 } = context;
  findings.tests = withReport(findings.tests, context.reports), finishObjects(findings, collector, { collected: collected2, isComplete: isComplete(context) });
  let matches = finishMatches(findings, collector);
  return findings.matches = isPartial(context) ? matches.filter((m) => !tellsOfAbsence(m, matcher)) : matches, findings;
}
var tellsOfAbsence = (match, matcher) => matcher.patterns.find((p) => p.id === match.pattern)?.conditions.some((c) => c.type === "absent") ?? !1;
async function readSuite(suite, matcher, { catalog = null, clocks = noHurry, knowledge = null } = {}) {
  let findings = {
    service: suite.service,
    tests: null,
    steps: [],
    matches: [],
    events: [],
    objects: [],
    telling: [],
    sources: [],
    incomplete: []
  }, collector = createCollector(matcher);
  watch(matcher, anywhere);
  let context = {
    suite,
    matcher,
    catalog,
    collector,
    findings,
    limits: defaultLimits,
    clocks,
    knowledge: null,
    ...{ reports: [], collected: null, isCut: !1 }
  };
  scanAnnotations(context);
  let last = suite.sources.findLast((s) => s.content.type !== "none");
  for (let source of suite.sources)
    source === last && (context.knowledge = knowledge), findings.sources.push(await readSource(source, context));
  return context;
}

export {
  fillWords,
  fillCommand,
  shellWord,
  mergeObjects,
  excerpt,
  explainsGraph,
  knowledgeOf,
  diagnose,
  buildMatcher,
  bestReport,
  examine,
  readSuite
};
