import {existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from '@jest/globals'
import {cases, planted} from '../../scripts/stress/cases.ts'
import {triagePath} from './triage.ts'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

// The same inputs that `npm run stress` makes, a hundredth of their size.
describe('large and hostile input, in small', () => {
  test.each(cases(0.01).map(c => [c.name, c] as const))('%s', async (_, {make, says}) => {
    const suite = await triagePath(await make(folder))
    expect(suite.diagnosis.root_cause?.family).toBe(planted)
    const said = suite.incomplete.map(note => note.why).join('\n')
    if (says) expect(said).toMatch(says)
    else expect(said).toBe('')
    const escaped = [folder, join(folder, '..'), join(folder, '../..'), '/tmp', process.cwd()]
    for (const place of escaped) expect(existsSync(join(place, 'e2e-triage-escaped.log'))).toBe(false)
    expect(readdirSync(folder).every(name => /\.(?:zip|tar|gz|log)$/.test(name))).toBe(true)
  })
})
