import type {
  Evidence,
  EvidenceKind,
  Findings,
  Job,
  LocatedTests,
  Match,
  ObjectRef,
  Pattern,
} from '../../src/model.ts'

/** Small builders of what diagnosing works on. */
export function pattern(id: string, more: Partial<Pattern> = {}): Pattern {
  return {
    id,
    family: id,
    role: 'cause',
    title: id,
    mode: 'any',
    conditions: [],
    unless: [],
    explains: [],
    same_when: [],
    fallback: false,
    advice: 'x',
    validate: [],
    references: [],
    fixes: [],
    origin: 'x.yml:1',
    ...more,
  }
}

export function at(line: number, more: Partial<Evidence> = {}): Evidence {
  return {
    kind: 'job-log',
    source: 'job',
    path: null,
    line,
    time: null,
    text: `line ${line}`,
    url: null,
    ...more,
  }
}

export function match(
  id: string,
  line: number,
  more: Partial<Omit<Match, 'at'>> & {at?: Partial<Evidence>} = {},
): Match {
  const {at: place, ...rest} = more
  return {pattern: id, captures: {}, object: null, count: 1, also: [], ...rest, at: at(line, place)}
}

/** A match in a bundle, on an object. */
export function inBundle(
  id: string,
  object: ObjectRef,
  kind: EvidenceKind = 'event',
  time: string | null = null,
): Match {
  return match(id, 1, {object, at: {kind, source: 'bundle', path: `${object.name}.yaml`, time}})
}

export function findings(matches: Match[], more: Partial<Findings> = {}): Findings {
  return {
    service: 'gateway',
    tests: null,
    steps: [],
    matches,
    events: [],
    objects: [],
    telling: [],
    sources: [{kind: 'job-log', name: 'job', state: 'read', detail: null, format: null, bytes: 1, lines: 1}],
    incomplete: [],
    ...more,
  }
}

export function tests(more: Partial<LocatedTests> = {}): LocatedTests {
  return {
    framework: 'ginkgo',
    total: 10,
    ran: 10,
    passed: 9,
    failed: 1,
    skipped: 0,
    phase: 'tests',
    failures: [],
    blocks: [{from: 50, to: 60}],
    verdict_line: 90,
    tests_line: 30,
    first_line: 1,
    ...more,
  }
}

export function job(failing = 3): Job {
  return {
    id: 1,
    name: 'job',
    url: null,
    status: 'completed',
    conclusion: 'failure',
    started_at: null,
    completed_at: null,
    annotations: [],
    steps: [1, 2, 3, 4].map(number => ({
      number,
      name: `step ${number}`,
      status: 'completed',
      conclusion: number === failing ? 'failure' : 'success',
      started_at: null,
      completed_at: null,
    })),
  }
}

/** Steps of ten lines and then one of a hundred: 1-10, 11-20, 21-120, 121-130. */
export const steps = [
  {number: 1, name: 'step 1', from: 1, to: 10},
  {number: 2, name: 'step 2', from: 11, to: 20},
  {number: 3, name: 'step 3', from: 21, to: 120},
  {number: 4, name: 'step 4', from: 121, to: 130},
]
