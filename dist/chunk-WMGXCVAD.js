import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/collect/api.ts
async function locate(api, route, parameters, signal) {
  let { owner, repo } = api, { status, headers, data } = await api.client.request(`GET /repos/{owner}/{repo}/actions/${route}`, {
    owner,
    repo,
    ...parameters,
    request: { redirect: "manual", parseSuccessResponseBody: !1, signal }
  }), body = data;
  if (Number(status) < 300 && body) return body;
  if (await body?.cancel(), !headers.location) throw new Error(`${status} without an address`);
  return new URL(headers.location);
}

// src/collect/progress.ts
function tally(say, every, now = Date.now) {
  let parts = /* @__PURE__ */ new Map(), last = now(), part = (kind, id) => {
    let key = `${kind} ${id}`, known = parts.get(key) ?? { kind, done: !1, bytes: 0, of: 0 };
    return parts.set(key, known), known;
  }, tell = (always = !1) => {
    !always && now() - last < every || (last = now(), say(line([...parts.values()])));
  };
  return {
    expect: (kind, id, size) => {
      part(kind, id).of = size ?? 0;
    },
    got(kind, id, bytes, of) {
      let one = part(kind, id);
      one.bytes = bytes, one.of = of ?? Math.max(one.of, bytes), tell();
    },
    done(kind, id) {
      let one = part(kind, id);
      if (one.done) return;
      one.done = !0, one.of = one.bytes;
      let ofKind = [...parts.values()].filter((p) => p.kind === kind);
      tell(ofKind.every((p) => p.done));
    }
  };
}
function line(parts) {
  let counts = ["log", "artifact"].flatMap((kind) => {
    let own = parts.filter((p) => p.kind === kind);
    return own.length ? [`${own.filter((p) => p.done).length}/${own.length} ${kind}s`] : [];
  }), of = parts.reduce((sum, p) => sum + p.of, 0), bytes = parts.reduce((sum, p) => sum + p.bytes, 0);
  return [...counts, amounts(bytes, of)].join(", ");
}
function amounts(bytes, of) {
  let unit = of >= 1073741824 ? "GB" : of >= 1048576 ? "MB" : "KB", size = { GB: 1024 ** 3, MB: 1024 ** 2, KB: 1024 }[unit], short = (n) => (n / size).toFixed(unit === "KB" ? 0 : 1);
  return `${short(bytes)} of ${short(of)} ${unit}`;
}

// src/collect/fetching.ts
import { setTimeout } from "node:timers/promises";
var FRUITLESS = 5, TRIES = 50, EXPIRED = 3, IDLE_MS = 3e4, LONGEST_MS = 24 * 36e5;
async function download(options) {
  let { keeper, deadline } = options, tag = null, furthest = 0, fruitless = 0, expired = 0;
  for (let tries = 1; ; tries++) {
    let guard = idleGuard(deadline);
    try {
      let place = await options.locate(guard.signal);
      guard.reset();
      let { at } = keeper, response = place instanceof URL ? await request(options, place, at, tag, guard.signal) : { body: place };
      if (expired = 0, response.start !== at) {
        if (response.start) throw new Error(`asked for byte ${at} on, got byte ${response.start} on`);
        await keeper.restart();
      }
      tag = response.tag ?? null;
      for await (let chunk of response.body) {
        if (guard.reset(), !await keeper.add(chunk)) return !1;
        options.onBytes(keeper.at, response.total ?? null);
      }
      if (response.total !== void 0 && keeper.at < response.total)
        throw new Error(`connection closed at byte ${keeper.at} of ${response.total}`);
      return !0;
    } catch (error) {
      fruitless = keeper.at > furthest ? 0 : fruitless + 1, furthest = Math.max(furthest, keeper.at);
      let { status, storage } = error;
      storage && (status === 401 || status === 403) && expired++, storage && (status === 416 || status === 412) && await keeper.restart();
      let wait = fruitless < 2 ? 0 : 500 * 2 ** (fruitless - 1), last = fruitless >= FRUITLESS || expired >= EXPIRED || tries >= TRIES;
      if (isFinal(error) || last || Date.now() + wait >= deadline) throw error;
      await setTimeout(wait);
    } finally {
      guard.stop();
    }
  }
}
function isFinal(error) {
  let { status, storage, code } = error;
  return code === "ENOSPC" ? !0 : status !== void 0 && !(storage && (status >= 500 || passing.includes(status)));
}
var passing = [401, 403, 408, 412, 416, 429];
async function request(options, url, at, tag, signal) {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Error(`strange address: ${url.protocol}`);
  let headers = { "accept-encoding": "identity" };
  at > 0 && tag !== null && Object.assign(headers, { range: `bytes=${at}-`, "if-range": tag });
  let response = await options.fetch(url, { headers, signal }), refuse = async (message, status) => (await response.body?.cancel(), Object.assign(new Error(message), { status, storage: !0 }));
  if (!response.ok || response.body === null)
    throw await refuse(`the storage answered ${response.status}`, response.status);
  let range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? ""), packed = response.headers.has("content-encoding"), etag = packed ? null : response.headers.get("etag"), length = response.headers.get("content-length"), resumed = response.status === 206 && range !== null;
  if (resumed && etag !== tag) throw await refuse("it was changed while it came", 412);
  return {
    body: response.body,
    start: resumed ? Number(range[1]) : 0,
    ...range ? { total: Number(range[2]) } : length !== null && !packed ? { total: Number(length) } : {},
    ...etag !== null && !etag.startsWith("W/") ? { tag: etag } : {}
  };
}
function idleGuard(deadline) {
  let controller = new AbortController(), abortIn = (ms) => globalThis.setTimeout(
    () => controller.abort(new DOMException("no answer in time", "AbortError")),
    Math.max(1, Math.min(ms, deadline - Date.now()))
  ), timer = abortIn(LONGEST_MS);
  return {
    signal: controller.signal,
    reset: () => {
      clearTimeout(timer), timer = abortIn(IDLE_MS);
    },
    stop: () => clearTimeout(timer)
  };
}
function brokenOff(got, of, deadline, error) {
  let some = of === null ? "only some of it" : amounts(got, of);
  return Date.now() >= deadline - 1 ? `the time was up when ${some} had come; raise timeout-minutes to have it whole` : `the connection broke again and again (${error.message}); ${some} had come; run again to have it whole`;
}

export {
  locate,
  tally,
  download,
  brokenOff
};
