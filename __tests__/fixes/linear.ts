/** A long straight history for the fake GitHub: `step` (default an hour) from commit to commit, `main` at its end. */
import {type Commit, sha} from '../support/github.ts'

export interface Linear {
  commits: Commit[]
  /** Hash of the commit with that number, 0 the oldest. */
  at(index: number): string
}

export function linear(length: number, start = Date.parse('2025-06-01T00:00:00Z'), step = 3600_000): Linear {
  const at = (index: number) => sha(`commit ${step === 3600_000 ? '' : `${step} `}${index}`)
  const commits = Array.from({length}, (_, index): Commit => {
    const date = new Date(start + index * step).toISOString().replace('.000Z', 'Z')
    return {sha: at(index), parents: index > 0 ? [at(index - 1)] : [], message: `Change ${index}`, date}
  })
  return {commits, at}
}
