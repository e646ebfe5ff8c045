import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {byJob, isGhLog} from '../../src/collect/gh-log.ts'
import {collectGhLog} from '../../src/collect/gh-run.ts'
import {limits, select, temp, whole} from './world.ts'

const bytes = (text: string) => Buffer.from(text)
async function* inChunks(text: string, size: number): AsyncGenerator<Buffer> {
  const all = bytes(text)
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}

/** The log of each job. */
async function split(text: string, size: number = text.length): Promise<Record<string, string>> {
  const logs = new Map<string, Buffer>()
  for await (const {job, bytes} of byJob(inChunks(text, size)))
    logs.set(job, Buffer.concat([logs.get(job) ?? Buffer.alloc(0), bytes]))
  return Object.fromEntries([...logs].map(([job, log]) => [job, log.toString()]))
}

test('what gh prints loses the names of job and step', async () => {
  const printed =
    'E2E (orders)\tRun tests\t\uFEFF2026-03-01T10:00:00.1Z a\tb\nE2E (orders)\tUNKNOWN STEP\t2026-03-01T10:00:01.1Z c'
  expect(isGhLog(bytes(printed))).toBe(true)
  expect(await split(printed)).toEqual({
    'E2E (orders)': '\uFEFF2026-03-01T10:00:00.1Z a\tb\n2026-03-01T10:00:01.1Z c',
  })
})

test('lines of another kind stay as they are, with the job before them', async () => {
  const printed =
    'job\tstep\t2026-03-01T10:00:00.1Z a\n\nno tab\none\ttab\tand another\njob\tstep\t2026-03-01T10:00:01.1Z b\n'
  expect(await split(printed)).toEqual({
    job: '2026-03-01T10:00:00.1Z a\n\nno tab\none\ttab\tand another\n2026-03-01T10:00:01.1Z b\n',
  })
})

test.each(['2026-03-01T10:00:00.1Z a\tb\tc', 'a\tb\tc', '', 'NAME\tREADY\t1/1'])(
  '%j is another log',
  text => {
    expect(isGhLog(bytes(text))).toBe(false)
  },
)

test('borders of chunks do not matter', async () => {
  const line = fc.record({
    job: fc.constantFrom('E2E (a)', 'E2E (b)', 'lint – ü'),
    text: fc.stringMatching(/^[ -~é\t]{0,30}$/),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(line, {minLength: 1}), fc.integer({min: 1, max: 40}), async (lines, size) => {
      const stamped = lines.map(({job, text}) => ({job, text: `2026-03-01T10:00:00.1Z ${text}\n`}))
      const expected: Record<string, string> = {}
      for (const {job, text} of stamped) expected[job] = (expected[job] ?? '') + text
      expect(await split(stamped.map(({job, text}) => `${job}\tstep\t${text}`).join(''), size)).toEqual(
        expected,
      )
    }),
  )
})

test('each job is a suite; one that came to its clean-up without an error has passed', async () => {
  const of = (job: string, ...texts: string[]) =>
    texts.map(text => `${job}\tstep\t2026-03-01T10:00:00.1Z ${text}\n`).join('')
  const printed =
    of('E2E (a)', '##[error]Process completed with exit code 1.', 'Cleaning up orphan processes') +
    of('E2E (b)', 'fine', 'Cleaning up orphan processes') +
    of('lint', 'fine', 'Cleaning up orphan processes')
  const options = {select, limits, tempDir: await temp()}
  const collection = await whole(await collectGhLog(inChunks(printed, 50), options))
  expect(collection).toMatchObject({
    suites: [
      {service: 'a', name: 'a', status: 'failed', sources: [{name: 'E2E (a)'}]},
      {service: 'b', name: 'b', status: 'passed'},
    ],
    green_jobs: 1,
  })
})

test('a single job is a suite whatever its log says', async () => {
  const printed = 'build\tstep\t2026-03-01T10:00:00.1Z Cleaning up orphan processes\n'
  const collection = await collectGhLog(inChunks(printed, 50), {select, limits, tempDir: await temp()})
  expect(collection.suites).toMatchObject([{name: 'build', status: 'failed'}])
})
