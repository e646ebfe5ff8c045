import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/read/bundle/once.ts
function once() {
  let events = /* @__PURE__ */ new Set(), files = /* @__PURE__ */ new Set(), logs = /* @__PURE__ */ new Map();
  return {
    event(e) {
      let loose = [
        e.object.kind.toLowerCase(),
        e.object.namespace,
        e.object.name,
        e.reason,
        e.message
      ].join(`
`), exact = `${loose}
${e.last}
${e.count}`;
      return events.has(e.last === null ? loose : exact) ? !1 : (events.size < 2e5 && events.add(loose).add(exact), !0);
    },
    twin(path) {
      let listed = /^(.*namespaces\/[^/]+\/)pods\/([^/]+)\/\2\.yaml$/.exec(path);
      return files.has(withoutEnding(path)) || listed !== null && files.has(`${listed[1]}core/pods`);
    },
    read(path) {
      files.size < 2e5 && files.add(withoutEnding(path));
    },
    log(tree, container, size) {
      let key = `${container}
${size}`;
      for (let [other, seen2] of logs) {
        let left = other === tree ? 0 : seen2.get(key) ?? 0;
        if (left > 0)
          return seen2.set(key, left - 1), !1;
      }
      let seen = logs.get(tree) ?? /* @__PURE__ */ new Map();
      return logs.set(tree, seen.set(key, (seen.get(key) ?? 0) + 1)), !0;
    }
  };
}
function withoutEnding(path) {
  return path.replace(/\.(?:json|ya?ml)$/, "");
}

export {
  once
};
