import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/errors.ts
var UserError = class extends Error {
  name = "UserError";
};
function describe(error) {
  let parts = [], seen = /* @__PURE__ */ new Set();
  for (let e = error; e != null && !seen.has(e); e = e instanceof Error ? e.cause : void 0) {
    seen.add(e);
    let text = (e instanceof Error ? e.message || e.name : String(e)).replace(/\s+/g, " ").trim();
    text && !parts.some((p) => p.includes(text)) && parts.push(text);
  }
  return parts.join(": ") || "unknown error";
}

export {
  UserError,
  describe
};
