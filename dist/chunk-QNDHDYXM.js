import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  unknownRun
} from "./chunk-KYOW2CHN.js";
import {
  slug
} from "./chunk-NNJIFKDM.js";

// src/collect/one-suite.ts
function oneSuite(ownName, sources, select, notes) {
  let service = slug(ownName), name = (Object.hasOwn(select.services, service) ? select.services[service] : void 0)?.name ?? ownName;
  return {
    run: structuredClone(unknownRun.run),
    suites: [{ service, name, status: "failed", job: null, sources }],
    green_jobs: 0,
    incomplete: notes
  };
}

export {
  oneSuite
};
