import type {Condition, Expression, Pattern} from '../model.ts'
import {compile} from './expression.ts'
import type {WrittenCondition, WrittenPattern} from './schema.ts'

type Make = (source: string) => Expression

/** A pattern as written to one that can be looked for. Throws an `Error` that says what does not fit together. */
export function toPattern(written: WrittenPattern, origin: string, make: Make = compile): Pattern {
  const modes = (['any', 'all', 'sequence'] as const).filter(mode => written[mode])
  if (modes.length !== 1) throw new Error('needs exactly one of `any`, `all` and `sequence`')
  const mode = modes[0]!
  return {
    id: written.id,
    family: written.family,
    role: written.role,
    title: written.title,
    mode,
    conditions: written[mode]!.map(c => toCondition(c, make)),
    unless: (written.unless ?? []).map(c => toCondition(c, make)),
    explains: written.explains ?? [],
    same_when: written.same_when ?? [],
    fallback: written.fallback ?? false,
    advice: written.advice ?? null,
    validate: written.validate ?? [],
    references: written.references ?? [],
    fixes: (written.fixes ?? []).map(f => {
      if ([f.commit, f.pull, f.issue].filter(ref => ref !== undefined).length !== 1) {
        throw new Error('each of `fixes` needs exactly one of `commit`, `pull` and `issue`')
      }
      return {...f, services: f.services ?? [], summary: f.summary ?? null, verified: f.verified ?? false}
    }),
    origin,
  }
}

function toCondition(c: WrittenCondition, make: Make): Condition {
  const whole = (source: string | undefined) =>
    source === undefined ? null : named('reason', `^(?:${source})$`, make)
  const message = c.message === undefined ? null : named('message', c.message, make)
  const only = (allowed: string[]) => {
    const extra = Object.keys(c).filter(key => !allowed.includes(key))
    if (extra.length) throw new Error(`\`${extra.join('`, `')}\` does not go with \`${allowed[0]}\``)
  }
  if (c.absent) {
    only(['absent'])
    return {type: 'absent', kind: c.absent.kind, name: glob(c.absent.name, make)}
  }
  if (c.line !== undefined) {
    only(['line', 'in'])
    const structured = c.in?.find(kind => kind === 'event' || kind === 'object')
    if (structured) throw new Error(`\`line\` matches logs; for \`in: [${structured}]\` use \`message\``)
    return {type: 'line', in: c.in ?? [], line: named('line', c.line, make)}
  }
  if (c.in?.length !== 1)
    throw new Error(
      'a condition needs `line`, `absent`, or `in: [event]` or `in: [object]` with what to look for',
    )
  if (c.in[0] === 'event') {
    only(['in', 'reason', 'message', 'kind', 'name'])
    if (!c.reason && !c.message) throw new Error('an event condition needs `reason` or `message`')
    return {
      type: 'event',
      reason: whole(c.reason),
      message,
      kind: c.kind ?? null,
      name: c.name ? glob(c.name, make) : null,
    }
  }
  if (c.in[0] === 'object') {
    only(['in', 'kind', 'name', 'phase', 'waiting', 'terminated', 'condition', 'message'])
    if (!c.phase && !c.waiting && !c.terminated && !c.condition && !c.message) {
      throw new Error('an object condition needs `phase`, `waiting`, `terminated`, `condition` or `message`')
    }
    return {
      type: 'object',
      kind: c.kind ?? null,
      name: c.name ? glob(c.name, make) : null,
      phase: whole(c.phase),
      waiting: whole(c.waiting),
      terminated: whole(c.terminated),
      condition: c.condition
        ? {type: c.condition.type, status: c.condition.status ?? null, reason: whole(c.condition.reason)}
        : null,
      message,
    }
  }
  throw new Error('a condition without `line` needs `in: [event]` or `in: [object]`')
}

/** `*` and `?` only: names of Kubernetes objects hold nothing else that a glob could mean. */
function glob(pattern: string, make: Make) {
  return make(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  )
}

function named(field: string, source: string, make: Make) {
  try {
    return make(source)
  } catch (cause) {
    throw new Error(`\`${field}\`: ${source}: ${cause instanceof Error ? cause.message : cause}`, {cause})
  }
}
