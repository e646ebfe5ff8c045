import {cpus, release, totalmem} from 'node:os'
import {median, type Run} from './measure.ts'

/** One row: what ran, over which data, with how many patterns. */
export interface Row {
  data: string
  patterns: number
  what: string
  /** Bytes that were searched. */
  bytes: number
  /** What other rows of the same data and patterns are compared with. */
  base?: boolean
  runs: Run[]
}

const seconds = (row: Row) => median(row.runs.map(r => r.seconds))

/** All rows as one Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(row => {
    const base = rows.find(r => r.base && r.data === row.data && r.patterns === row.patterns)
    const memory = row.runs.map(r => r.memory).filter(m => m !== null)
    return [
      row.data,
      row.patterns || '',
      row.what,
      seconds(row).toFixed(2),
      Math.round(row.bytes / 1e6 / seconds(row)),
      base ? (seconds(row) / seconds(base)).toFixed(2) : '',
      memory.length ? Math.round(Math.max(...memory)) : '',
    ].join(' | ')
  })
  return [
    '| data | patterns | what | median s | MB/s | ratio | peak MB |',
    '| --- | --: | --- | --: | --: | --: | --: |',
    ...lines.map(line => `| ${line} |`),
  ].join('\n')
}

/** What the numbers were measured on. */
export function machine(versions: Record<string, string>): string {
  const {length} = cpus()
  const tools = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return [
    `${length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${release()}`,
    ...tools,
  ].join('; ')
}
