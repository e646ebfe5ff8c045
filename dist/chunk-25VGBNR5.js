import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  jsonItems,
  readKubernetes
} from "./chunk-2UPCCECR.js";
import {
  readDescribe
} from "./chunk-56WG4ERA.js";
import {
  hasTable,
  readTables
} from "./chunk-AMICUPT5.js";
import {
  bareObject,
  fields,
  instant,
  list,
  number,
  placed,
  text,
  texts
} from "./chunk-XRMKMG2Q.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/read/bundle/inspect.ts
function isInspect(head) {
  return /^\s*\[\s*\{/.test(head) && /"State"\s*:\s*\{/.test(head) && /"(?:Id|Created|Path|HostConfig|NetworkSettings)"\s*:/.test(head);
}
function readInspect(written, place, note) {
  let parsed = { objects: [], events: [] };
  for (let item of jsonItems(written, place.path, note)) {
    let raw = fields(item.value), state = fields(raw.State), name = text(raw.Name, 500)?.replace(/^\//, "");
    if (!name || !raw.State) continue;
    let found = bareObject("Container", null, name), config = fields(raw.Config), status = text(state.Status, 50), health = fields(state.Health ?? state.Healthcheck), finished = instant(state.FinishedAt), ended = status === "exited" || status === "dead" || status === "stopped";
    found.uid = text(raw.Id, 100), found.labels = texts(config.Labels), found.phase = status, found.message = text(state.Error), state.OOMKilled === !0 && (found.reason = "OOMKilled");
    let healthy = text(health.Status, 50);
    healthy && (found.conditions = [
      {
        type: "Ready",
        status: healthy === "healthy" ? "True" : "False",
        reason: healthy,
        message: text(fields(list(health.Log).at(-1)).Output)
      }
    ]);
    let termination = {
      reason: state.OOMKilled === !0 ? "OOMKilled" : state.ExitCode === 0 ? "Completed" : "Error",
      message: null,
      exit_code: number(state.ExitCode),
      signal: null,
      finished_at: finished
    };
    found.containers = [
      {
        name,
        init: !1,
        image: text(raw.ImageName, 500) ?? text(config.Image, 500),
        ready: state.Running === !0,
        restarts: number(raw.RestartCount) ?? 0,
        waiting: null,
        terminated: ended ? termination : null,
        last_terminated: null
      }
    ], found.ports = ports(raw);
    let image = found.containers[0].image;
    image && (found.refs = [{ kind: "Image", namespace: null, name: image }]);
    let at = item.text.indexOf('"State"'), line = at < 0 ? item.line : item.line + item.text.slice(0, at).split(`
`).length - 1;
    parsed.objects.push(placed(found, place, line, ended ? finished : instant(state.StartedAt)));
  }
  return parsed;
}
function ports(raw) {
  let bound = {
    ...fields(fields(raw.HostConfig).PortBindings),
    ...fields(fields(raw.NetworkSettings).Ports)
  };
  return Object.entries(bound).slice(0, 100).map(([key, hosts]) => {
    let [port = "", protocol = null] = key.split("/"), host = number(fields(list(hosts)[0]).HostPort);
    return { port: Number(port) || 0, target: port, node_port: host, protocol };
  });
}

// src/read/bundle/structured.ts
function readStructured(written, place, namespace, note) {
  try {
    return byContent(written, place, namespace, note);
  } catch (error) {
    return note({ what: place.path, why: `could not be read: ${describe(error)}` }), { objects: [], events: [] };
  }
}
function byContent(written, place, namespace, note) {
  let text2 = written.startsWith("$ ") ? written.replace(/^.*/, "").replace(/\nexit \d+\s*$/, `
`) : written;
  if (isInspect(text2.slice(0, 2e4))) return readInspect(text2, place, note);
  if (!/^\s*Name: {2,}\S/.test(text2) && (/^\s*[{[]/.test(text2) || /^(?:apiVersion|kind|items|metadata):/m.test(text2)))
    return readKubernetes(text2, place, note);
  let described = /^Name: +\S/m.test(text2);
  if (!described && !hasTable(text2)) return null;
  let parsed = described ? readDescribe(text2, place) : { objects: [], events: [] }, tables = readTables(text2, place, namespace);
  return { objects: [...parsed.objects, ...tables.objects], events: [...parsed.events, ...tables.events] };
}
export {
  readStructured
};
