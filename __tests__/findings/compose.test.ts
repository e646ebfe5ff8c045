import {describe, expect, test} from '@jest/globals'
import {composeFindings} from '../../src/findings/compose.ts'
import type {FindingsFile, FoundPlace} from '../../src/findings/file.ts'
import {parseFindings} from '../../src/findings/parse.ts'
import type {Evidence, KubeObject} from '../../src/model.ts'

const at = (more: Partial<Evidence> = {}): Evidence => ({
  kind: 'container-log',
  source: 'files',
  path: 'a.log',
  line: 1,
  time: null,
  text: 'text',
  url: null,
  ...more,
})
const place = (more: Partial<FoundPlace> = {}): FoundPlace => ({
  pattern: 'cause',
  condition: 0,
  captures: {},
  at: at(),
  object: null,
  count: 1,
  noise: false,
  ...more,
})
const pod = (name: string, more: Partial<KubeObject> = {}): KubeObject => ({
  kind: 'Pod',
  namespace: 'default',
  name,
  uid: null,
  owners: [],
  labels: {app: name},
  selector: null,
  phase: 'Running',
  reason: null,
  message: null,
  node: null,
  conditions: [],
  containers: [],
  wanted: null,
  ready: null,
  ports: [],
  host: null,
  refs: [],
  at: at({kind: 'object'}),
  ...more,
})
const file = (more: Partial<FindingsFile> = {}): FindingsFile => ({
  schema_version: 1,
  tool: {name: 'e2e-triage', version: '1.0.0', catalog: 'sha256:0'},
  service: 'gateway',
  matches: [],
  events: [],
  objects: [],
  complete: true,
  collected: null,
  tests: null,
  sources: [],
  incomplete: [],
  ...more,
})
const means = {redact: (text: string) => text, rank: (id: string) => (id === 'cause' ? 0 : 2)}
const again = (text: string): FindingsFile => {
  const parsed = parseFindings(new TextEncoder().encode(text))
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.file
}

describe('composeFindings', () => {
  test('what fits comes out as it went in', () => {
    const whole = file({matches: [place()], objects: [pod('a', {labels: {'app.kubernetes.io/name': 'a'}})]})
    expect(again(composeFindings(whole, means))).toEqual(whole)
  })

  test('of too much the least telling goes first, in order, and is said', () => {
    const text = 'x'.repeat(1000)
    const many = file({
      matches: [
        ...Array.from({length: 50}, (_, i) => place({pattern: 'symptom', at: at({line: i, text})})),
        ...Array.from({length: 20}, (_, i) => place({at: at({line: 100 + i, text})})),
        place({pattern: 'symptom', condition: -1, at: at({line: 200})}),
      ],
      objects: [
        ...Array.from({length: 50}, (_, i) => pod(`well-${i}`, {at: at({kind: 'object', text})})),
        pod('broken', {phase: 'Failed'}),
      ],
    })
    const small = composeFindings(many, {...means, most: 40_000})
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(40_000)
    const {matches, objects, complete, incomplete} = again(small)
    expect(matches.filter(m => m.pattern === 'cause')).toHaveLength(20)
    expect(matches.filter(m => m.condition < 0)).toHaveLength(1)
    expect(matches.map(m => m.at.line)).toEqual(matches.map(m => m.at.line).toSorted((a, b) => a! - b!))
    expect(objects.map(o => o.name)).toEqual(['broken'])
    expect(complete).toBe(false)
    expect(incomplete.map(n => n.what)).toEqual(['places of gateway', 'objects of gateway'])
  })

  test('strings are redacted before they are cut; words of the format stay whatever is secret', () => {
    const redact = (text: string) => text.replaceAll(/secret|event|container-log/g, '***')
    const long = `${'y'.repeat(30_000)}`
    const made = again(
      composeFindings(file({matches: [place({captures: {a: 'secret'}, at: at({text: `secret ${long}`})})]}), {
        ...means,
        redact,
      }),
    )
    expect(made.matches[0]).toMatchObject({captures: {a: '***'}, at: {kind: 'container-log'}})
    expect(made.matches[0]!.at.text).toHaveLength(20_000)
    expect(made.matches[0]!.at.text).toMatch(/^\*\*\* y/)
  })
})

describe('parseFindings', () => {
  const bytes = (data: unknown) => new TextEncoder().encode(JSON.stringify(data))
  test.each([
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0])],
    ['null', bytes(null)],
    ['numbers beyond reason', bytes(file({matches: [place({count: 1e300})]}))],
    ['a negative line', bytes(file({matches: [place({at: at({line: -1})})]}))],
    ['text without end', bytes(file({matches: [place({at: at({text: 'x'.repeat(30_000)})})]}))],
    ['too many objects', bytes(file({objects: Array.from({length: 5001}, () => pod('a'))}))],
    ['a key that poisons', new TextEncoder().encode('{"__proto__": {"schema_version": 1}}')],
  ])('%s is refused', (_, data) => {
    expect(parseFindings(data)).toMatchObject({ok: false, why: expect.stringContaining('was not used')})
  })

  test('a refusal quotes nothing of the file', () => {
    const {ok, ...rest} = parseFindings(bytes({...file(), '<img src=x> ghp_secret': 1}))
    expect(ok).toBe(false)
    expect(JSON.stringify(rest)).not.toContain('ghp_secret')
  })
})
