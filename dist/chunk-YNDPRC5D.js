import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  compile
} from "./chunk-Z5GTGI63.js";

// src/catalog/pattern.ts
function toPattern(written, origin, make = compile) {
  let modes = ["any", "all", "sequence"].filter((mode2) => written[mode2]);
  if (modes.length !== 1) throw new Error("needs exactly one of `any`, `all` and `sequence`");
  let mode = modes[0];
  return {
    id: written.id,
    family: written.family,
    role: written.role,
    title: written.title,
    mode,
    conditions: written[mode].map((c) => toCondition(c, make)),
    unless: (written.unless ?? []).map((c) => toCondition(c, make)),
    explains: written.explains ?? [],
    same_when: written.same_when ?? [],
    fallback: written.fallback ?? !1,
    advice: written.advice ?? null,
    validate: written.validate ?? [],
    references: written.references ?? [],
    fixes: (written.fixes ?? []).map((f) => {
      if ([f.commit, f.pull, f.issue].filter((ref) => ref !== void 0).length !== 1)
        throw new Error("each of `fixes` needs exactly one of `commit`, `pull` and `issue`");
      return { ...f, services: f.services ?? [], summary: f.summary ?? null, verified: f.verified ?? !1 };
    }),
    origin
  };
}
function toCondition(c, make) {
  let whole = (source) => source === void 0 ? null : named("reason", `^(?:${source})$`, make), message = c.message === void 0 ? null : named("message", c.message, make), only = (allowed) => {
    let extra = Object.keys(c).filter((key) => !allowed.includes(key));
    if (extra.length) throw new Error(`\`${extra.join("`, `")}\` does not go with \`${allowed[0]}\``);
  };
  if (c.absent)
    return only(["absent"]), { type: "absent", kind: c.absent.kind, name: glob(c.absent.name, make) };
  if (c.line !== void 0) {
    only(["line", "in"]);
    let structured = c.in?.find((kind) => kind === "event" || kind === "object");
    if (structured) throw new Error(`\`line\` matches logs; for \`in: [${structured}]\` use \`message\``);
    return { type: "line", in: c.in ?? [], line: named("line", c.line, make) };
  }
  if (c.in?.length !== 1)
    throw new Error(
      "a condition needs `line`, `absent`, or `in: [event]` or `in: [object]` with what to look for"
    );
  if (c.in[0] === "event") {
    if (only(["in", "reason", "message", "kind", "name"]), !c.reason && !c.message) throw new Error("an event condition needs `reason` or `message`");
    return {
      type: "event",
      reason: whole(c.reason),
      message,
      kind: c.kind ?? null,
      name: c.name ? glob(c.name, make) : null
    };
  }
  if (c.in[0] === "object") {
    if (only(["in", "kind", "name", "phase", "waiting", "terminated", "condition", "message"]), !c.phase && !c.waiting && !c.terminated && !c.condition && !c.message)
      throw new Error("an object condition needs `phase`, `waiting`, `terminated`, `condition` or `message`");
    return {
      type: "object",
      kind: c.kind ?? null,
      name: c.name ? glob(c.name, make) : null,
      phase: whole(c.phase),
      waiting: whole(c.waiting),
      terminated: whole(c.terminated),
      condition: c.condition ? { type: c.condition.type, status: c.condition.status ?? null, reason: whole(c.condition.reason) } : null,
      message
    };
  }
  throw new Error("a condition without `line` needs `in: [event]` or `in: [object]`");
}
function glob(pattern, make) {
  return make(
    `^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`
  );
}
function named(field, source, make) {
  try {
    return make(source);
  } catch (cause) {
    throw new Error(`\`${field}\`: ${source}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

export {
  toPattern
};
