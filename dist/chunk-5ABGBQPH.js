import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  buildMatcher,
  examine,
  knowledgeOf
} from "./chunk-NEAMQSGN.js";
import {
  trusted
} from "./chunk-Z5GTGI63.js";
import "./chunk-GPAXXWLV.js";
import "./chunk-32FVNC22.js";
import "./chunk-AMICUPT5.js";
import "./chunk-XRMKMG2Q.js";
import "./chunk-CX5CV64Q.js";
import {
  clocksAt
} from "./chunk-Q74QQWMI.js";
import "./chunk-55YYQKXH.js";
import {
  collect
} from "./chunk-4JNOUEEH.js";
import "./chunk-T3DWGUMF.js";
import {
  Unavailable,
  memoryBytes,
  partBytes
} from "./chunk-X5YOBKFU.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";
import "./chunk-6636AVS4.js";

// src/threads.ts
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

// src/catalog/portable.ts
function portable(patterns) {
  return { patterns: patterns.map((p) => mapped(p, isExpression, written)) };
}
function revived({ patterns }) {
  return patterns.map((p) => mapped(p, isWritten, (w) => trusted(w.expression, w)));
}
var written = ({ source, literals, needs }) => ({ expression: source, literals, needs }), isObject = (value) => typeof value == "object" && value !== null, isExpression = (value) => "exec" in value, isWritten = (value) => "expression" in value;
function mapped(value, isOne, change) {
  return isObject(value) ? isOne(value) ? change(value) : Array.isArray(value) ? value.map((v) => mapped(v, isOne, change)) : Object.fromEntries(Object.entries(value).map(([key, v]) => [key, mapped(v, isOne, change)])) : value;
}

// src/threads.ts
var most = 1, mark = "e2e-triage";
function startThreads(patterns, config, count = Math.min(most, availableParallelism() - 1)) {
  let all = Array.from({ length: count }, () => {
    let worker = new Worker(new URL(import.meta.url), {
      workerData: { mark, catalog: portable(patterns), config }
    });
    return worker.on("error", () => {
    }), worker;
  }), idle = [...all];
  for (let worker of all)
    worker.on("exit", () => {
      idle.includes(worker) && idle.splice(idle.indexOf(worker), 1);
    });
  return {
    count,
    async examine(suite, catalog, times) {
      if (suite.sources.some((s) => s.content.type === "folder")) throw new Error("a folder is read here");
      let worker = idle.pop();
      if (!worker) throw new Error("no thread is free");
      let findings = await readIn(worker, suite, catalog, times);
      return idle.push(worker), findings;
    },
    close: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    }
  };
}
function readIn(worker, suite, catalog, times) {
  let { sources, ...rest } = suite, opened = /* @__PURE__ */ new Map(), say = (order) => worker.postMessage(order);
  async function open(place) {
    let content = sources[place]?.content;
    try {
      if (content?.type !== "bytes") throw new Error("there is nothing to open");
      let bytes = await content.open();
      opened.set(place, bytes), bytes.part ? say({ type: "opened", place, part: bytes.part }) : say({ type: "held", place, bytes: await collect(bytes.stream(), bytes.size) });
    } catch (error) {
      let state = error instanceof Unavailable ? error.state : null;
      say({ type: "failed", place, state, message: describe(error) });
    }
  }
  return new Promise((resolve, reject) => {
    let settle = (act) => {
      worker.off("message", hear).off("error", fail).off("exit", end), act();
    }, fail = (error) => settle(() => reject(error)), end = () => fail(new Error("the thread that read it ended")), hear = (answer) => {
      answer.type === "open" ? open(answer.place) : answer.type === "drop" ? opened.get(answer.place)?.drop?.() : answer.type === "done" ? settle(() => resolve(answer.findings)) : answer.type === "crashed" && fail(new Error(answer.message));
    };
    worker.on("message", hear).on("error", fail).on("exit", end);
    let plain = sources.map(({ content, kind, name, url }) => ({
      kind,
      name,
      url,
      absent: content.type === "none" ? content : null
    }));
    say({ type: "read", task: { suite: rest, sources: plain, catalog, times } });
  });
}
function serve(port, patterns, config) {
  let matcher = buildMatcher(patterns), knowledge = config && knowledgeOf(patterns, config), waiting = /* @__PURE__ */ new Map(), say = (answer) => port.postMessage(answer), open = (place) => new Promise((resolve, reject) => {
    waiting.set(place, { resolve, reject }), say({ type: "open", place });
  });
  port.on("message", (order) => {
    if (order.type === "read") {
      read(order.task, { matcher, knowledge, open }).then(
        (findings) => say({ type: "done", findings }),
        (error) => say({ type: "crashed", message: describe(error) })
      );
      return;
    }
    let asked = waiting.get(order.place);
    waiting.delete(order.place);
    let drop = () => say({ type: "drop", place: order.place });
    order.type === "opened" ? asked?.resolve({ ...partBytes(order.part), drop }) : order.type === "held" ? asked?.resolve(memoryBytes(order.bytes)) : asked?.reject(
      order.state ? new Unavailable(order.state, order.message) : new Error(order.message)
    );
  });
}
function read({ suite, sources, catalog, times }, {
  matcher,
  knowledge,
  open
}) {
  let own = sources.map(
    ({ absent, ...source }, place) => ({
      ...source,
      content: absent ?? { type: "bytes", open: () => open(place) }
    })
  ), clocks = clocksAt(times);
  return examine({ ...suite, sources: own }, matcher, { catalog, clocks, knowledge });
}
if (!isMainThread && parentPort && workerData?.mark === mark) {
  let { catalog, config } = workerData;
  serve(parentPort, revived(catalog), config);
}
export {
  startThreads
};
