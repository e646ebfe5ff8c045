import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {recordClock} from '../../src/match/record-time.ts'
import {blockRoom, blocks} from '../../src/read/blocks.ts'

/** `7` bears the time 7. */
const timeOf = (raw: string) => /^\d+/.exec(raw)?.[0] ?? null
const reach = 80

/** The nearest line above that bears a time, looked for one by one. */
function simple(lines: readonly string[], line: number): string | null {
  for (let n = line - 1; n >= 1 && line - n <= reach; n--) {
    const time = timeOf(lines[n - 1]!)
    if (time !== null) return time
  }
  return null
}

async function ask(
  text: string,
  wanted: ReadonlySet<number>,
  size: number,
): Promise<Map<number, string | null>> {
  const clock = recordClock(timeOf)
  const answers = new Map<number, string | null>()
  async function* chunks() {
    yield new TextEncoder().encode(text)
  }
  for await (const block of blocks(chunks(), blockRoom(size))) {
    clock.open(block)
    const last = block.firstLine + block.newlines.length - (block.bytes.at(-1) === 10 ? 1 : 0)
    for (let line = block.firstLine + (block.continued ? 1 : 0); line <= last; line++)
      if (wanted.has(line)) answers.set(line, clock.at(line))
    clock.close()
  }
  return answers
}

test('a line has the time of the nearest line above that bears one, wherever blocks end', async () => {
  const text = fc.oneof(
    {weight: 8, arbitrary: fc.constantFrom('at f()', '', '  x', 'Caused by: y')},
    {weight: 1, arbitrary: fc.nat(99).map(n => `${n} ERROR`)},
    {weight: 1, arbitrary: fc.nat(120).map(n => 'z'.repeat(n))},
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, {minLength: 1, maxLength: 300}),
      fc.array(fc.nat(299), {maxLength: 20}),
      fc.integer({min: 64, max: 700}),
      async (lines, asked, size) => {
        // Lines that bear a time are not asked for.
        const wanted = new Set(
          asked.map(n => n + 1).filter(n => n <= lines.length && timeOf(lines[n - 1]!) === null),
        )
        const answers = await ask(`${lines.join('\n')}\n`, wanted, size)
        for (const [line, time] of answers) expect([line, time]).toEqual([line, simple(lines, line)])
      },
    ),
    {numRuns: 500},
  )
})
