import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {partBytes} from '../../src/collect/bytes.ts'
import {headAndTail, keepLog} from '../../src/collect/keep.ts'
import {read, temp} from './world.ts'

const lines = (from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, i) => `line ${from + i}\n`).join('')

/** The log as it is kept, in chunks of different sizes, and as a file that lay there. */
async function both(log: string, max: number, chunk: number) {
  const dir = await temp()
  const keeper = await keepLog(join(dir, 'kept'), max)
  const bytes = Buffer.from(log)
  for (let at = 0; at < bytes.length; at += chunk) await keeper.add(bytes.subarray(at, at + chunk))
  const kept = await keeper.finish()
  const path = join(dir, 'file')
  await writeFile(path, log)
  const {size} = partBytes(kept)
  const text = await read(partBytes(kept))
  if (size < bytes.length) {
    const local = await headAndTail(path, bytes.length, max)
    expect(await read(partBytes(local))).toBe(text)
    expect(local).toMatchObject({gap: kept.gap, short: kept.short})
  }
  return {text, kept}
}

describe('a log that is too long', () => {
  test.each([1, 7, 1000, 100_000])('keeps its beginning and its end, in chunks of %d', async chunk => {
    const log = lines(1, 5000)
    const {text, kept} = await both(log, 2000, chunk)
    expect(text.length).toBeLessThanOrEqual(2000)
    expect(text.length).toBeGreaterThan(1900)
    const {at, line} = kept.gap!
    const last = Number(/line (\d+)\n$/.exec(text.slice(0, at))?.[1])
    expect(text.slice(0, at)).toBe(lines(1, last))
    expect(text.slice(at)).toBe(lines(line, 5000))
    expect(kept.short).toBe(
      `longer than 0.00191 MB: lines ${last + 1} to ${line - 1} were left out; raise max-log-mb to read them`,
    )
  })

  test('one that fits is whole', async () => {
    const {text, kept} = await both(lines(1, 100), 100_000, 10)
    expect(text).toBe(lines(1, 100))
    expect(kept).toMatchObject({gap: null, short: null})
  })

  test('one endless line, and one without a last newline', async () => {
    const endless = await both('x'.repeat(5000), 1000, 77)
    expect(endless.text).toBe('x'.repeat(1000))
    expect(endless.kept.gap).toEqual({at: 500, line: 1})
    const {text, kept} = await both(`${lines(1, 5000)}the end`, 1000, 77)
    expect(text.endsWith('line 5000\nthe end')).toBe(true)
    expect(text.slice(kept.gap!.at)).toBe(`${lines(kept.gap!.line, 5000)}the end`)
  })

  test('forgets what came before it began again', async () => {
    const keeper = await keepLog(join(await temp(), 'kept'), 1000)
    await keeper.add(Buffer.from('x\n'.repeat(5000)))
    await keeper.restart()
    await keeper.add(Buffer.from(lines(1, 5000)))
    const kept = await keeper.finish()
    const text = await read(partBytes(kept))
    expect(text.slice(kept.gap!.at)).toBe(lines(kept.gap!.line, 5000))
  })
})
