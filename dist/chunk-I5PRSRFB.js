import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  UserError
} from "./chunk-UIGTJO4Z.js";

// src/inputs/job-name.ts
function checkJobName(where, source) {
  if (source !== null) {
    try {
      new RegExp(source);
    } catch (cause) {
      throw new UserError(`${where}: job name pattern \`${source}\` is not a regular expression`, { cause });
    }
    if (!source.includes("(?<service>"))
      throw new UserError(`${where}: job name pattern \`${source}\` needs a group \`(?<service>…)\``);
  }
}

export {
  checkJobName
};
