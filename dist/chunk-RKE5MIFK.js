import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  brokenOff,
  download,
  locate
} from "./chunk-WMGXCVAD.js";
import {
  refusal
} from "./chunk-UVAZU45G.js";
import {
  keepStart
} from "./chunk-63WLSAXU.js";
import {
  Unavailable,
  none,
  partBytes
} from "./chunk-X5YOBKFU.js";

// src/collect/artifact-zip.ts
import { join } from "node:path";
function withoutContent(artifact, max) {
  return artifact.expired ? none("expired", "the artifact has expired; run again, or raise retention-days") : artifact.size_in_bytes === 0 ? none("empty", "the artifact has no bytes") : artifact.size_in_bytes !== null && artifact.size_in_bytes > max ? none("unreadable", tooLarge(artifact.size_in_bytes, max)) : null;
}
async function fetchZip(api, artifact) {
  let { maxArtifactBytes: max } = api.limits, keeper = await keepStart(join(api.tempDir, `artifact-${artifact.id}.zip`), max), total = artifact.size_in_bytes, whole = !1, failure = null, parameters = { artifact_id: artifact.id, archive_format: "zip" };
  try {
    whole = await download({
      locate: (signal) => locate(api, "artifacts/{artifact_id}/{archive_format}", parameters, signal),
      keeper,
      deadline: api.deadline,
      fetch: api.fetch,
      onBytes: (bytes, of) => {
        total = of ?? total, api.tally.got("artifact", artifact.id, bytes, total);
      }
    });
  } catch (error) {
    failure = error;
  }
  let part = await keeper.finish();
  if (failure) {
    if (keeper.at > 0) return partBytes({ ...part, short: brokenOff(keeper.at, total, api.deadline, failure) });
    let { status, message, advice } = refusal(failure, "actions: read"), state = status === 410 ? "expired" : status === 404 ? "missing" : "unreadable";
    throw new Unavailable(state, `${message}; ${advice}`, { cause: failure });
  }
  if (!whole) throw new Unavailable("unreadable", tooLarge(null, max));
  return partBytes(part);
}
var tooLarge = (size, max) => `${size === null ? "more" : `${mb(size)} MB, more`} than the limit of ${mb(max)} MB; raise max-artifact-mb to read it`, mb = (bytes) => Math.ceil(bytes / 1024 / 1024);

export {
  withoutContent,
  fetchZip
};
