import {diagnose} from '../diagnose/diagnose.ts'
import {explainsGraph} from '../diagnose/explains.ts'
import {examine} from '../examine.ts'
import {defaultConfig} from '../inputs/default-config.ts'
import {buildMatcher} from '../match/matcher.ts'
import type {Bytes, Diagnosis, Findings, Pattern, Source, Suite} from '../model.ts'
import type {Example} from './examples.ts'

/** A catalog, ready to be tried on single texts. */
export type Trial = (suite: Suite) => Promise<{findings: Findings; diagnosis: Diagnosis}>

export function trial(patterns: readonly Pattern[]): Trial {
  const matcher = buildMatcher(patterns)
  const knowledge = {
    patterns: new Map(patterns.map(p => [p.id, p])),
    explains: explainsGraph(patterns),
    config: defaultConfig,
  }
  return async suite => {
    const findings = await examine(suite, matcher)
    return {findings, diagnosis: diagnose(suite, findings, knowledge)}
  }
}

/** A catalog whose noise is kept: as symptoms, so that it can be seen where it matched. */
export const loudTrial = (patterns: readonly Pattern[]): Trial =>
  trial(patterns.map(p => (p.role === 'noise' ? {...p, role: 'symptom' as const} : p)))

/** What is wrong with a pattern by one of its examples, null where nothing is. `loud` is for patterns of noise. */
export async function fault(
  pattern: Pattern,
  example: Example,
  {quiet, loud}: {quiet: Trial; loud: Trial},
): Promise<string | null> {
  const attempt = pattern.role === 'noise' ? loud : quiet
  const {findings, diagnosis} = await attempt(exampleSuite(example))
  const matches = findings.matches.filter(m => m.pattern === pattern.id)
  if (example.expect === 'near') {
    const match = matches[0]
    return match ? `matches its near-miss: ${match.at.text.slice(0, 160)}` : null
  }
  if (!matches.length) return 'does not match its example'
  const lines = matches.flatMap(m => [m.at, ...m.also]).map(at => at.line)
  const isLog = example.kind !== 'event' && example.kind !== 'object'
  if (isLog && example.marked.length !== 1) return 'its example needs exactly one line marked `#=>`'
  if (isLog && !lines.includes(example.marked[0]!))
    return `matches line ${lines.join(', ')} of its example, not the marked line ${example.marked[0]}`
  const cause = diagnosis.root_cause?.pattern
  if (pattern.role === 'cause' && cause !== pattern.id)
    return `is not the diagnosis of its example: ${cause ?? diagnosis.state}`
  return null
}

/** An example's text as a suite of its own. */
export function exampleSuite({kind, text}: Example): Suite {
  const bytes = textBytes(text)
  const isLog = kind !== 'event' && kind !== 'object'
  const source: Source = isLog
    ? {kind: 'job-log', name: 'example', url: null, content: {type: 'bytes', open: async () => bytes}}
    : {
        kind: 'bundle',
        name: 'example',
        url: null,
        content: {
          type: 'folder',
          async *members() {
            yield {path: `${kind}s.yaml`, size: bytes.size, bytes: () => bytes.stream()}
          },
        },
      }
  return {service: 'example', name: 'example', status: 'failed', job: null, sources: [source]}
}

function textBytes(text: string): Bytes {
  const all = new TextEncoder().encode(text)
  return {
    size: all.length,
    async *stream(start = 0, end = all.length) {
      yield all.slice(start, end)
    },
  }
}
