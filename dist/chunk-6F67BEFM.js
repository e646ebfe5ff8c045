import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  refused
} from "./chunk-UVAZU45G.js";

// src/collect/pages.ts
var PAGES = 50;
async function allPages(what, permission, notes, page) {
  let all = [], total = 0;
  try {
    for (let number = 1; number <= PAGES; number++) {
      let answer = await page(number);
      if (total = answer.total, all.push(...answer.items), answer.items.length === 0 || all.length >= total) break;
    }
  } catch (error) {
    return notes.push(refused(what, error, permission)), all;
  }
  return all.length !== total && notes.push({ what, why: `GitHub announced ${total} and listed ${all.length}; run again to have them all` }), all;
}

export {
  allPages
};
