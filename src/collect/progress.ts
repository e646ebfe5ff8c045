/** How far the fetching has come, in a line now and then. */

export interface Tally {
  /** One that is to come, with its size where it is known. */
  expect(kind: Kind, id: number, size: number | null): void
  /** So many bytes of it came. */
  got(kind: Kind, id: number, bytes: number, of: number | null): void
  /** It is here, or will never be. */
  done(kind: Kind, id: number): void
}

type Kind = 'log' | 'artifact'

interface Part {
  kind: Kind
  done: boolean
  bytes: number
  of: number
}

/** Says `12/40 logs, 3.1 of 9.8 GB`, not more often than every so many milliseconds, and once when all is there. */
export function tally(say: (line: string) => void, every: number, now: () => number = Date.now): Tally {
  const parts = new Map<string, Part>()
  let last = now()
  const part = (kind: Kind, id: number): Part => {
    const key = `${kind} ${id}`
    const known = parts.get(key) ?? {kind, done: false, bytes: 0, of: 0}
    parts.set(key, known)
    return known
  }
  const tell = (always = false) => {
    if (!always && now() - last < every) return
    last = now()
    say(line([...parts.values()]))
  }
  return {
    expect: (kind, id, size) => void (part(kind, id).of = size ?? 0),
    got(kind, id, bytes, of) {
      const one = part(kind, id)
      one.bytes = bytes
      one.of = of ?? Math.max(one.of, bytes)
      tell()
    },
    done(kind, id) {
      const one = part(kind, id)
      if (one.done) return
      one.done = true
      one.of = one.bytes
      const ofKind = [...parts.values()].filter(p => p.kind === kind)
      tell(ofKind.every(p => p.done))
    },
  }
}

function line(parts: readonly Part[]): string {
  const counts = (['log', 'artifact'] as const).flatMap(kind => {
    const own = parts.filter(p => p.kind === kind)
    return own.length ? [`${own.filter(p => p.done).length}/${own.length} ${kind}s`] : []
  })
  const of = parts.reduce((sum, p) => sum + p.of, 0)
  const bytes = parts.reduce((sum, p) => sum + p.bytes, 0)
  return [...counts, amounts(bytes, of)].join(', ')
}

/** `3.1 of 9.8 GB`. */
export function amounts(bytes: number, of: number): string {
  const unit = of >= 1024 ** 3 ? 'GB' : of >= 1024 ** 2 ? 'MB' : 'KB'
  const size = {GB: 1024 ** 3, MB: 1024 ** 2, KB: 1024}[unit]
  const short = (n: number) => (n / size).toFixed(unit === 'KB' ? 0 : 1)
  return `${short(bytes)} of ${short(of)} ${unit}`
}
