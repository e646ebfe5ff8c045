import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  allPages
} from "./chunk-6F67BEFM.js";
import {
  statusOf,
  toJobs
} from "./chunk-IBCBMOJQ.js";

// src/collect/attempts.ts
var MOST = 3;
function attemptsBefore({ id, attempt }) {
  if (id === null || attempt === null) return [];
  let first = Math.max(1, attempt - MOST);
  return Array.from({ length: attempt - first }, (_, i) => first + i);
}
async function earlierAttempts(options) {
  let { client, owner, repo, run, suites } = options, notes = [], attempts = [];
  for (let attempt of suites.length ? attemptsBefore(run) : []) {
    let what = `jobs of attempt ${attempt}`, answers = await allPages(what, "actions: read", notes, async (page) => {
      let query = { owner, repo, run_id: run.id, attempt_number: attempt, per_page: 100, page }, { data } = await client.rest.actions.listJobsForWorkflowRunAttempt(query);
      return { total: data.total_count, items: data.jobs };
    }), jobs = toJobs(answers), ended = suites.flatMap(({ service, job }) => {
      let same = jobs.filter((one) => one.name === job?.name);
      return same.length === 1 ? [[service, statusOf(same[0])]] : [];
    });
    attempts.push({ attempt, statuses: Object.fromEntries(ended) });
  }
  return { attempts, notes };
}

export {
  attemptsBefore,
  earlierAttempts
};
