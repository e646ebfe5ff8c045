import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  boundedCalls
} from "./chunk-CUR2NN6C.js";
import {
  archiveMembers,
  defaultLimits
} from "./chunk-CX5CV64Q.js";
import {
  parseReport
} from "./chunk-UJRABVS7.js";
import {
  earlierAttempts
} from "./chunk-24PO6JZN.js";
import {
  describe
} from "./chunk-UIGTJO4Z.js";

// node_modules/p-map/index.js
function pMap(iterable, mapper, options) {
  return mapConcurrently(iterable, mapper, options, !1);
}
async function mapConcurrently(iterable, mapper, {
  concurrency = Number.POSITIVE_INFINITY,
  stopOnError = !0,
  signal
} = {}, isSettled) {
  return new Promise((resolve_, reject_) => {
    validateOptions(iterable, mapper, concurrency);
    let result = [], errors = [], skippedCount = 0, isResolved = !1, isIterableDone = !1, pendingIndexes = /* @__PURE__ */ new Set(), doneIndex = Number.POSITIVE_INFINITY, currentIndex = 0, iterator = getIterator(iterable), signalListener = () => {
      reject(signal.reason);
    }, cleanup = () => {
      signal?.removeEventListener("abort", signalListener);
    }, resolve = (value) => {
      resolve_(value), cleanup();
    }, reject = (reason) => {
      isResolved || (isResolved = !0, reject_(reason), cleanup(), isIterableDone || closeIterator(iterator));
    };
    if (signal) {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      signal.addEventListener("abort", signalListener, { once: !0 });
    }
    let pull = createPuller(iterator), settleIfFinished = () => {
      if (isResolved || doneIndex === Number.POSITIVE_INFINITY)
        return;
      for (let index of pendingIndexes)
        if (index < doneIndex)
          return;
      if (!stopOnError) {
        let collectedErrors = [];
        for (let index = 0; index < Math.min(doneIndex, errors.length); index++)
          index in errors && collectedErrors.push(errors[index]);
        if (collectedErrors.length > 0) {
          reject(new AggregateError(collectedErrors));
          return;
        }
      }
      isResolved = !0, isIterableDone || closeIterator(iterator);
      let lastIndex = Math.min(doneIndex, result.length);
      if (lastIndex === result.length && skippedCount === 0) {
        resolve(result);
        return;
      }
      resolve(result.slice(0, lastIndex).filter((value) => value !== pMapSkip));
    }, next = async () => {
      if (isResolved || currentIndex >= doneIndex)
        return;
      let index = currentIndex++;
      pendingIndexes.add(index);
      let nextItem;
      try {
        nextItem = await pull();
      } catch (error) {
        if (pendingIndexes.delete(index), index < doneIndex)
          throw error;
        settleIfFinished();
        return;
      }
      if (nextItem.done) {
        pendingIndexes.delete(index), doneIndex = Math.min(doneIndex, index), isIterableDone = !0, settleIfFinished();
        return;
      }
      (async () => {
        try {
          let element = await nextItem.value;
          if (isResolved || index >= doneIndex)
            return;
          let value = await mapper(element, index);
          if (index >= doneIndex)
            return;
          if (value === pMapStop) {
            doneIndex = index;
            return;
          }
          value === pMapSkip && skippedCount++, result[index] = isSettled && value !== pMapSkip ? { status: "fulfilled", value } : value;
        } catch (error) {
          if (index >= doneIndex)
            return;
          if (isSettled)
            result[index] = { status: "rejected", reason: error };
          else if (stopOnError) {
            reject(error);
            return;
          } else
            errors[index] = error;
        } finally {
          pendingIndexes.delete(index), settleIfFinished();
        }
        try {
          await next();
        } catch (error) {
          reject(error);
        }
      })().then(() => new Promise(() => {
      })).then(resolve_);
    };
    (async () => {
      for (let index = 0; index < concurrency; index++) {
        try {
          await next();
        } catch (error) {
          reject(error);
          break;
        }
        if (isResolved || currentIndex >= doneIndex)
          break;
      }
    })();
  });
}
var pMapSkip = /* @__PURE__ */ Symbol("skip"), pMapStop = /* @__PURE__ */ Symbol("stop");
function validateOptions(iterable, mapper, concurrency) {
  if (iterable?.[Symbol.iterator] === void 0 && iterable?.[Symbol.asyncIterator] === void 0)
    throw new TypeError(`Expected \`input\` to be either an \`Iterable\` or \`AsyncIterable\`, got (${typeof iterable})`);
  if (typeof mapper != "function")
    throw new TypeError("Mapper function is required");
  if (!isLimit(concurrency, 1))
    throw new TypeError(`Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency}\` (${typeof concurrency})`);
}
function isLimit(value, minimum) {
  return Number.isSafeInteger(value) && value >= minimum || value === Number.POSITIVE_INFINITY;
}
function getIterator(iterable) {
  return iterable[Symbol.asyncIterator] === void 0 ? iterable[Symbol.iterator]() : iterable[Symbol.asyncIterator]();
}
async function closeIterator(iterator) {
  try {
    await iterator.return?.();
  } catch {
  }
}
function createPuller(iterator) {
  let isSourceDone = !1, markDone = (item) => {
    item?.done && (isSourceDone = !0);
  };
  return () => {
    if (isSourceDone)
      return { done: !0 };
    let result = iterator.next();
    if (markDone(result), typeof result?.then != "function")
      return result;
    let promise = Promise.resolve(result);
    return promise.then(markDone, () => {
    }), promise;
  };
}

// src/fixes/fetch-bounded.ts
var LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
async function fetchBounded(address, max, signal, send) {
  let url = new URL(address);
  if (url.protocol !== "https:" && !LOOPBACK.test(url.hostname))
    throw new Error(`refused to load from ${url.origin}`);
  let answer = await send(url, { signal, redirect: "error" });
  if (!answer.ok || !answer.body) throw new Error(`${url.host} answered ${answer.status}`);
  let chunks = [], size = 0;
  for await (let chunk of answer.body) {
    if (size += chunk.length, size > max) throw new Error(`larger than ${max} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// src/fixes/earlier.ts
var ARTIFACT = "e2e-triage-report", MEMBER = "report.json", LIMIT = 30, AT_ONCE = 4, MAX_ZIP = 20 << 20, MAX_REPORT = 1e7;
async function earlierReports(options) {
  let { client, owner, repo, deadline, limit = LIMIT } = options, calls = boundedCalls(limit + 1, deadline), at = { owner, repo }, found = await calls.get(
    "actions: read",
    (signal) => client.request("GET /repos/{owner}/{repo}/actions/artifacts", {
      ...at,
      name: ARTIFACT,
      per_page: 100,
      request: { signal }
    })
  );
  if (!("data" in found)) return { reports: [], notes: [{ what: "earlier reports", why: found.why }] };
  let chosen = found.data.artifacts.filter((artifact) => wanted(artifact, options)).sort((a, b) => (b.created_at ?? "").localeCompare(a.created_at ?? "")).slice(0, limit).reverse(), failures = [], reports = (await pMap(chosen, async (artifact) => {
    let address = await calls.get("actions: read", (signal) => locate(options, artifact.id, signal));
    if (!("data" in address))
      return failures.push(address.why), null;
    try {
      let signal = AbortSignal.timeout(Math.max(1, Math.min(deadline - Date.now(), 6e4))), zip = await fetchBounded(address.data, MAX_ZIP, signal, options.fetch ?? fetch), text = await options.unzip(zip, MEMBER);
      return text === null ? null : accept(text, artifact, options);
    } catch (error) {
      return failures.push(describe(error).slice(0, 200)), null;
    }
  }, { concurrency: AT_ONCE })).filter((text) => text !== null), why = `${failures.length} of ${chosen.length} could not be read: ${failures[0]}`;
  return { reports, notes: failures.length > 0 ? [{ what: "earlier reports", why }] : [] };
}
var isFork = ({ workflow_run: run }) => run?.head_repository_id === void 0 || run.head_repository_id !== run.repository_id;
function wanted(artifact, { run, base, headRepositoryId }) {
  let { workflow_run: from } = artifact;
  if (artifact.expired || artifact.size_in_bytes > MAX_ZIP || !from) return !1;
  if (!isFork(artifact)) return from.head_branch === base || from.head_branch === run.head_branch;
  if (from.head_branch !== run.head_branch) return !1;
  let ours = headRepositoryId ?? null;
  return ours !== null && from.head_repository_id === ours || !!run.head_sha && from.head_sha === run.head_sha;
}
async function locate({ client, owner, repo }, artifact_id, signal) {
  let answer = await client.request(
    "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
    {
      owner,
      repo,
      artifact_id,
      archive_format: "zip",
      // The address that it leads to is another host's: the token must not go there.
      request: { redirect: "manual", parseSuccessResponseBody: !1, signal }
    }
  );
  return await answer.data?.cancel?.(), { data: answer.headers.location ?? "" };
}
function accept(text, artifact, { owner, repo, run, base }) {
  if (text.length > MAX_REPORT) return null;
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return null;
  }
  let claimed = report?.run;
  if (!report || typeof claimed != "object" || claimed === null) return null;
  if (isFork(artifact)) {
    let { head_sha = null, head_branch = null } = artifact.workflow_run ?? {}, truth = {
      head_sha,
      head_branch: `fork:${head_branch}`,
      event: "pull_request",
      created_at: artifact.created_at
    };
    return JSON.stringify({ ...report, run: { ...claimed, ...truth, pull_request: run.pull_request } });
  }
  let same = (a, b) => typeof a != "string" || b === null || a === b;
  return (claimed.head_branch === run.head_branch || base !== null && claimed.head_branch === base) && same(claimed.repository, `${owner}/${repo}`) && same(claimed.workflow, run.workflow) ? text : null;
}

// src/earlier.ts
async function fetchEarlier(options) {
  let { collection, ...rest } = options, { run } = collection, suites = collection.suites.filter((suite) => suite.status === "failed" || suite.status === "timed_out");
  if (run.created_at === null || suites.length === 0) return { reports: [], notes: [] };
  let [found, again] = await Promise.all([
    earlierReports({ ...rest, run, unzip: memberText }),
    earlierAttempts({ ...rest, run, suites })
  ]), past = found.reports.flatMap((text) => parseReport(text) ?? []), attempts = again.attempts.map(({ attempt, statuses }) => attemptReport(run, attempt, statuses));
  return { reports: [...past, ...attempts], notes: [...found.notes, ...again.notes] };
}
function attemptReport(run, attempt, statuses) {
  return {
    schema_version: 1,
    tool: { name: "e2e-triage", version: "", catalog: "" },
    run: { ...run, attempt },
    totals: { suites: 0, passed: 0, failed: 0, classified: 0, unclassified: 0, needs_fix: 0 },
    incomplete: [],
    suites: Object.entries(statuses).map(([service, status]) => ({
      service,
      name: service,
      status,
      severity: null,
      job: null,
      tests: null,
      sources: [],
      diagnosis: null,
      fix: null,
      history: null
    })),
    common_causes: [],
    fixes: [],
    remaining_work: []
  };
}
async function memberText(zip, wanted2) {
  let bytes = {
    size: zip.length,
    async *stream(start = 0, end = zip.length) {
      yield zip.slice(start, end);
    }
  }, limits = { ...defaultLimits, total: 64 * 1024 ** 2 };
  for await (let member of archiveMembers("report", bytes, limits, () => {
  })) {
    if (member.path.split("/").at(-1) !== wanted2) continue;
    let decoder = new TextDecoder(), text = "";
    for await (let chunk of member.bytes()) text += decoder.decode(chunk, { stream: !0 });
    return text;
  }
  return null;
}

export {
  fetchEarlier
};
