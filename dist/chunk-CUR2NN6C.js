import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  describe
} from "./chunk-UIGTJO4Z.js";

// src/fixes/calls.ts
var rateLimited = ({ status, message, response }) => status === 429 || response?.headers?.["x-ratelimit-remaining"] === "0" || response?.headers?.["retry-after"] !== void 0 || /rate limit/i.test(message ?? "");
function boundedCalls(limit, deadline, before = 0) {
  let reasons = /* @__PURE__ */ new Set(), over = `not more than ${limit} calls are made for one run`, used = before, stopped = null;
  function refused(error, permission) {
    let refusal = typeof error == "object" && error !== null ? error : {}, { status } = refusal, why = `GitHub answered ${status}`;
    if (permission === null && status !== 401)
      return { why: `${status === void 0 ? "no answer" : String(status)}: ${describe(error).slice(0, 200)}`, missing: !1 };
    if ((status === 403 || status === 429) && rateLimited(refusal))
      stopped = why = `the rate limit of the GitHub API is used up (${status})`;
    else if (status === 401) stopped = why = "GitHub refused the token (401)";
    else if (status === 403) why = `GitHub refused it (403): the token needs \`${permission}\``;
    else {
      if (status === 404 || status === 410 || status === 422 || status === 409)
        return { why: `GitHub does not have it (${status})`, missing: !0 };
      Date.now() >= deadline ? stopped = why = "the time was up" : stopped = why = `the GitHub API could not be reached (${describe(error).slice(0, 200)})`;
    }
    return reasons.add(why), { why, missing: !1 };
  }
  async function call(permission, ask) {
    Date.now() >= deadline && (stopped ??= "the time was up");
    let why = stopped ?? (used >= limit ? over : null);
    if (why !== null)
      return reasons.add(why), { why, missing: !1 };
    used++;
    try {
      let { data } = await ask(AbortSignal.timeout(Math.min(deadline - Date.now(), 2147483647)));
      return { data };
    } catch (error) {
      return refused(error, permission);
    }
  }
  return {
    get: call,
    attempt: (ask) => call(null, ask),
    lacks: (why) => {
      reasons.add(why);
    },
    exhausted: () => {
      reasons.add(stopped ?? (Date.now() >= deadline ? "the time was up" : over));
    },
    used: () => used,
    left: () => stopped === null && Date.now() < deadline ? limit - used : 0,
    doubt: () => reasons.size > 0 ? [...reasons].slice(0, 3).join("; ") : null,
    notes: () => reasons.size > 0 ? [{ what: "facts about fixes", why: [...reasons].slice(0, 3).join("; ") }] : []
  };
}

export {
  boundedCalls
};
