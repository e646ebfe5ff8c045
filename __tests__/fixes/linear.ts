/** A long straight history for the fake GitHub: an hour from commit to commit, `main` at its end. */
import {type Commit, sha} from '../support/github.ts'

export interface Linear {
  commits: Commit[]
  /** Hash of the commit with that number, 0 the oldest. */
  at(index: number): string
}

export function linear(length: number, start = Date.parse('2025-06-01T00:00:00Z')): Linear {
  const at = (index: number) => sha(`commit ${index}`)
  const commits = Array.from({length}, (_, index): Commit => {
    const date = new Date(start + index * 3600_000).toISOString().replace('.000Z', 'Z')
    return {sha: at(index), parents: index > 0 ? [at(index - 1)] : [], message: `Change ${index}`, date}
  })
  return {commits, at}
}
