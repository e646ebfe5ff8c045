import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readDescribe
} from "./chunk-56WG4ERA.js";
import {
  once
} from "./chunk-32FVNC22.js";
import {
  anchor,
  readTables
} from "./chunk-AMICUPT5.js";
import "./chunk-XRMKMG2Q.js";
import "./chunk-6636AVS4.js";

// src/read/bundle/printed.ts
function readPrinted(states, place) {
  let seen = once(), objects = [], events = [];
  for (let { type, line, time, text } of states.toReversed()) {
    let parsed = type === "table" ? readTables(text, place, null) : readDescribe(text, place);
    for (let { at } of [...parsed.objects, ...parsed.events]) at.line = (at.line ?? 1) + line - 1;
    let fresh = parsed.events.filter((e) => seen.event(e));
    anchor(fresh, time), objects.push(...parsed.objects), events.push(...fresh);
  }
  return { objects, events };
}
export {
  readPrinted
};
