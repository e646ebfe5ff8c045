import type {
  AbsentCondition,
  EventCondition,
  Expression,
  KubeEvent,
  KubeObject,
  ObjectCondition,
} from '../model.ts'

type Captures = Record<string, string>

/** The captures of an event that meets the condition, null where it does not. */
export function matchEvent(c: EventCondition, event: KubeEvent): Captures | null {
  if (c.kind && c.kind !== event.object.kind) return null
  if (c.name && !c.name.exec(event.object.name)) return null
  if (c.reason && !c.reason.exec(event.reason)) return null
  const found = c.message ? run(c.message, event.message) : {}
  return (
    found && {
      ...identity(event.object.kind, event.object.namespace, event.object.name, event.object.container),
      ...found,
    }
  )
}

/** The captures of an object whose state meets the condition, null where it does not. `said` are its `stateTexts`. */
export function matchObject(
  c: ObjectCondition,
  object: KubeObject,
  said: readonly string[] = stateTexts(object),
): Captures | null {
  if (c.kind && c.kind !== object.kind) return null
  if (c.name && !c.name.exec(object.name)) return null
  if (c.phase && !c.phase.exec(object.phase ?? '')) return null
  let message: string | null = null
  let container: string | undefined
  if (c.waiting) {
    const state = object.containers.find(s => s.waiting && c.waiting!.exec(s.waiting.reason ?? ''))
    if (!state) return null
    container = state.name
    message = state.waiting!.message
  }
  if (c.terminated) {
    const state = object.containers.find(s =>
      [s.terminated, s.last_terminated].some(t => t && c.terminated!.exec(t.reason ?? '')),
    )
    if (!state) return null
    container = state.name
    message ??= (state.terminated ?? state.last_terminated)!.message
  }
  if (c.condition) {
    const wanted = c.condition
    const state = object.conditions.find(
      s =>
        s.type === wanted.type &&
        (!wanted.status || s.status === wanted.status) &&
        (!wanted.reason || wanted.reason.exec(s.reason ?? '')),
    )
    if (!state) return null
    message ??= state.message
  }
  const own = () => identity(object.kind, object.namespace, object.name, container)
  if (!c.message) return own()
  const texts = c.waiting || c.terminated || c.condition ? [message] : said
  for (const text of texts) {
    const found = text && run(c.message, text)
    if (found) return {...own(), ...found}
  }
  return null
}

/** Whether no object of that kind and name is there. Only a bundle that lists the kind at all can say so. */
export function isAbsent(c: AbsentCondition, objects: readonly KubeObject[]): boolean {
  const kind = objects.filter(o => o.kind === c.kind)
  return kind.length > 0 && !kind.some(o => c.name.exec(o.name))
}

/** Everything that an object's state says in words. */
export function stateTexts(object: KubeObject): string[] {
  return [
    object.message,
    ...object.conditions.map(s => s.message),
    ...object.containers.flatMap(s => [
      s.waiting?.message ?? null,
      s.terminated?.message ?? null,
      s.last_terminated?.message ?? null,
    ]),
  ].filter((text): text is string => !!text)
}

function run(expression: Expression, text: string): Captures | null {
  // A terminated container's message may hold its last log lines; a pattern speaks of one of them.
  for (const line of text.split('\n')) {
    const match = expression.exec(line)
    if (match)
      return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined))
  }
  return null
}

function identity(
  kind: string,
  namespace: string | null,
  name: string,
  container: string | undefined,
): Captures {
  return {kind, name, ...(namespace ? {namespace} : {}), ...(container ? {container} : {})}
}
