import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  describe
} from "./chunk-UIGTJO4Z.js";

// src/collect/refusal.ts
function refusal(error, permission) {
  let { status, response } = typeof error == "object" && error !== null ? error : {}, text = describe(error).slice(0, 300);
  if (error?.code === "ENOSPC")
    return { status: null, message: "the disk is full", advice: "free some space, or lower max-artifact-mb" };
  if (typeof status != "number" || status === 500 && response === void 0)
    return {
      status: null,
      message: `no answer: ${text}`,
      advice: "check the network, the proxy and the address"
    };
  let grant = `use a token that has \`${permission}\` (\`permissions:\` of the job)`, limited = limitEnd(status, text, response?.headers ?? {}), [message, advice] = limited !== null ? [`GitHub's rate limit is used up${limited}`, "run again later, or use a token with a higher limit"] : status === 401 ? ["GitHub does not accept the token", "pass a valid, unexpired token"] : status === 403 ? ["the token is not allowed to do this", grant] : status === 404 ? ["GitHub does not find it", `check the address; for a private repository ${grant}`] : status === 410 ? ["it has expired and is gone", "run again to have it anew, or raise the retention"] : status === 422 ? ["GitHub does not accept the request", "see the message"] : status >= 500 ? ["GitHub answered with an error of its own", "run again later; see githubstatus.com"] : ["GitHub refused", "see the message"];
  return { status, message: `${message} (${status}: ${text})`, advice };
}
function refused(what, error, permission) {
  let { message, advice } = refusal(error, permission);
  return { what, why: `${message}; ${advice}` };
}
function limitEnd(status, text, headers) {
  if (status !== 403 && status !== 429) return null;
  let spent = String(headers["x-ratelimit-remaining"]) === "0";
  if (!spent && status !== 429 && !/rate limit/i.test(text)) return null;
  let reset = Number(headers["x-ratelimit-reset"]);
  return spent && reset > 0 && reset < 1e11 ? ` until ${new Date(reset * 1e3).toISOString()}` : "";
}

export {
  refusal,
  refused
};
