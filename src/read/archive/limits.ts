import type {Note} from '../../model.ts'

/** What reading one archive may cost at most. Sizes in bytes. */
export interface Limits {
  /** All that is inflated, over all nested archives. */
  total: number
  /** One member: the rest of it is cut. */
  member: number
  /** Members of all nested archives, folders and links included. */
  members: number
  /** Inflated bytes per compressed byte, looked at once `ratioFrom` bytes were inflated. */
  ratio: number
  ratioFrom: number
  /** A nested archive that must lie in memory: a zip inside something compressed. */
  nested: number
  /** Archives in archives. */
  depth: number
  /** Characters of a path. */
  path: number
}

const MiB = 1 << 20

/** Large enough for the biggest bundles seen, small enough for a runner. */
export const defaultLimits: Limits = {
  total: 2048 * MiB,
  member: 512 * MiB,
  members: 50_000,
  ratio: 1000,
  ratioFrom: 64 * MiB,
  nested: 64 * MiB,
  depth: 4,
  path: 500,
}

/** The bill of one archive while it is read. */
export interface Budget {
  readonly limits: Limits
  /** Members of a zip are read in the order of this number, for a limit may cut what comes late. */
  readonly order: (path: string) => number
  /** Nothing more may be read. */
  stopped: boolean
  /** Adds inflated bytes; false when the total is used up. */
  spend(bytes: number): boolean
  /** Adds one member; false when there are too many. */
  admit(): boolean
  /** Says once per archive or file that something of it is missing. */
  cut(what: string, why: string): void
  /** Counts what is left out by design; said once, by `finish`. */
  leaveOut(what: string): void
  finish(): void
}

/** A fresh bill for the archive `name`. */
export function budget(
  name: string,
  limits: Limits,
  note: (n: Note) => void,
  order: Budget['order'] = () => 0,
): Budget {
  let expanded = 0
  let members = 0
  const said = new Set<string>()
  const left = new Map<string, number>()
  const self: Budget = {
    limits,
    order,
    stopped: false,
    spend(bytes) {
      expanded += bytes
      if (expanded > limits.total)
        stop(`more than ${size(limits.total)} when unpacked; the rest was not read`)
      return !self.stopped
    },
    admit() {
      if (++members > limits.members) stop(`more than ${limits.members} members; the rest was not read`)
      return !self.stopped
    },
    cut(what, why) {
      if (self.stopped || said.has(what)) return
      said.add(what)
      note({what, why})
    },
    leaveOut: what => void left.set(what, (left.get(what) ?? 0) + 1),
    finish() {
      for (const [what, count] of left) note({what: name, why: `${count} ${what}`})
      left.clear()
    },
  }
  function stop(why: string): void {
    if (!self.stopped) note({what: name, why})
    self.stopped = true
  }
  return self
}

/** Bytes as people read them: `512 MiB`. */
export function size(bytes: number): string {
  if (bytes >= MiB) return `${Math.round((bytes / MiB) * 10) / 10} MiB`
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KiB` : `${bytes} bytes`
}
