import type {Evidence, KubeEvent, KubeObject, LocatedTests, Note, ObjectRef, SourceReport} from '../model.ts'

/** The file in a findings artifact; an artifact whose first member is called so holds findings, whatever its own name. */
export const findingsMember = 'e2e-triage-findings.json'

/** Bytes: what a scan writes at most, and what a merger reads at most (another version may write more). */
export const mostWritten = 2 * 1024 ** 2
export const mostRead = 4 * 1024 ** 2

/** A condition of a pattern, found at a place: what matches are made of once all of a suite's sources are known. */
export interface FoundPlace {
  pattern: string
  /** Place in the pattern's `conditions`, or in its `unless` counted from -1 down. */
  condition: number
  captures: Record<string, string>
  at: Evidence
  object: ObjectRef | null
  count: number
  /** The line is known noise: kept, for another pattern's `unless` may need it. */
  noise: boolean
}

/** What was found in one suite's own files, in the job that wrote them. All of it is a stranger's word to who reads it. */
export interface FindingsFile {
  schema_version: 1
  tool: {name: 'e2e-triage'; version: string; catalog: string}
  service: string
  matches: FoundPlace[]
  events: KubeEvent[]
  objects: KubeObject[]
  /** Whether `objects` is all that there were: only then their absence says anything. */
  complete: boolean
  /** When the diagnostics were collected, where they say so. */
  collected: string | null
  tests: LocatedTests | null
  sources: SourceReport[]
  incomplete: Note[]
}
