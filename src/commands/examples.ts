import type {EvidenceKind} from '../model.ts'

/** One section of an example file. */
export interface Example {
  /** `true`: the pattern must match at the marked line; `near`: it must not match at all. */
  expect: 'true' | 'near'
  kind: EvidenceKind
  /** The log, or the YAML of events or objects, without marks. */
  text: string
  /** 1-based lines of `text` that are marked as the verdict. */
  marked: number[]
  /** 1-based line of the section's head in the file. */
  line: number
}

const head = /^#=(TRUE|NEAR)=# *([a-z-]*)$/
const mark = '#=>'

/** Reads an example file: sections headed `#=TRUE=# kind` or `#=NEAR=# kind`, the verdict's line marked `#=>`. */
export function parseExamples(text: string): Example[] {
  const examples: Example[] = []
  const lines: string[][] = []
  for (const [i, line] of text.split('\n').entries()) {
    const found = head.exec(line)
    if (found) {
      examples.push({
        expect: found[1] === 'TRUE' ? 'true' : 'near',
        kind: (found[2] || 'job-log') as EvidenceKind,
        text: '',
        marked: [],
        line: i + 1,
      })
      lines.push([])
    } else if (examples.length) {
      const body = lines.at(-1)!
      if (line.startsWith(mark)) examples.at(-1)!.marked.push(body.length + 1)
      body.push(line.startsWith(mark) ? line.slice(mark.length) : line)
    }
  }
  examples.forEach((example, i) => {
    example.text = `${lines[i]!.join('\n').trimEnd()}\n`
  })
  return examples
}
