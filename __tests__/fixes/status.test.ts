import {describe, expect, test} from '@jest/globals'
import type {LaterRun} from '../../src/fixes/status.ts'
import {fixStatus} from '../../src/fixes/status.ts'
import type {Facts, FixRef, FixState, Run} from '../../src/model.ts'
import {aCommit, aFix, aPull, aRun, someFacts} from './samples.ts'

const A = 'a'.repeat(40)
const B = 'b'.repeat(40)
const L = 'd'.repeat(40)

interface Row {
  name: string
  fixes?: Partial<FixRef>[]
  facts?: Partial<Facts>
  later?: LaterRun[]
  run?: Partial<Run>
  status: FixState
  why: string
}

const later = (patterns: string[] | null, created_at = '2026-02-05T00:00:00Z', head_sha = L): LaterRun => ({
  head_sha,
  created_at,
  service_patterns: patterns === null ? {other: []} : {gateway: patterns},
})
const one = {commits: {f37bbbc79: aCommit('f37bbbc79')}}
const landed = {
  commits: {f37bbbc79: aCommit('f37bbbc79', {landed: true, contained_in: {[A]: false, [L]: true}})},
}
const inIt = aCommit('f37bbbc79', {landed: true, contained_in: {[A]: true}})

const rows: Row[] = [
  {name: 'nothing declared', status: 'needs-fix', why: 'no fix is known'},
  {
    name: 'a fix for another service',
    fixes: [{commit: 'f37bbbc79', services: ['other']}],
    facts: landed,
    status: 'needs-fix',
    why: 'no fix is known',
  },
  {
    name: 'a fix for this service',
    fixes: [{commit: 'f37bbbc79', services: ['gateway']}],
    facts: landed,
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'an open issue',
    fixes: [{issue: 27}],
    facts: {issues: {27: {number: 27, title: null, url: null, state: 'open', why: null}}},
    status: 'needs-fix',
    why: 'tracked in #27',
  },
  {
    name: 'an open pull request',
    fixes: [{pull: 24}],
    facts: {pulls: {24: aPull(24)}},
    status: 'in-review',
    why: 'the fix is in review in #24',
  },
  {
    name: 'an open pull request that is in the tested commit',
    fixes: [{pull: 24}],
    facts: {pulls: {24: aPull(24, {head: A})}, commits: {[A]: aCommit(A, {contained_in: {[A]: true}})}},
    status: 'ineffective',
    why: 'fix #24 is in this commit and did not help',
  },
  {
    name: 'a closed pull request',
    fixes: [{pull: 24}],
    facts: {pulls: {24: aPull(24, {state: 'closed'})}},
    status: 'needs-fix',
    why: '#24 was closed without being merged',
  },
  {
    name: 'a merged pull request',
    fixes: [{pull: 24}],
    facts: {
      pulls: {24: aPull(24, {state: 'merged', merge_commit: B})},
      commits: {[B]: aCommit(B, {landed: true})},
    },
    status: 'should-be-fixed',
    why: 'fixed on main by #24: rebase',
  },
  {
    name: 'a pull request of unknown state',
    fixes: [{pull: 24}],
    facts: {pulls: {24: aPull(24, {state: null, why: 'no rights'})}},
    status: 'unknown',
    why: 'no rights',
  },
  {
    name: 'landed, not verified',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'landed, a run of the base branch itself',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    run: {head_branch: 'main', pull_request: null},
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79, after this commit',
  },
  {
    name: 'landed and declared verified',
    fixes: [{commit: 'f37bbbc79', verified: true}],
    facts: landed,
    status: 'fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'landed, a later run passed',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    later: [later([])],
    status: 'fixed',
    why: 'fixed on main by f37bbbc79: rebase, and a later run no longer shows it',
  },
  {
    name: 'landed, a later run is red for another reason',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    later: [later(['registry-auth'])],
    status: 'fixed',
    why:
      'fixed on main by f37bbbc79: rebase, and a later run no longer shows it: ' +
      'the cause is gone, another one is now visible (registry-auth)',
  },
  {
    name: 'landed, only the merge with main has it',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {
      merge: B,
      commits: {f37bbbc79: aCommit('f37bbbc79', {landed: true, contained_in: {[A]: false, [B]: true}})},
    },
    status: 'ineffective',
    why: 'fix f37bbbc79 was tested through the merge with main and did not help',
  },
  {
    name: 'landed, neither the head nor its merge has it',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {
      merge: B,
      commits: {f37bbbc79: aCommit('f37bbbc79', {landed: true, contained_in: {[A]: false, [B]: false}})},
    },
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'landed, the merge is lost: it may have been tested',
    fixes: [{commit: 'f37bbbc79', verified: true}],
    facts: {
      merge: B,
      commits: {
        f37bbbc79: aCommit('f37bbbc79', {
          landed: true,
          contained_in: {[A]: false, [B]: null},
          why: 'GitHub does not have it any more',
        }),
      },
    },
    status: 'unknown',
    why: 'whether the merge with main has fix f37bbbc79 is unknown: GitHub does not have it any more',
  },
  {
    name: 'in the head, reverted on main, so the merge lacks it',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {
      merge: B,
      commits: {f37bbbc79: aCommit('f37bbbc79', {reverted_by: L, contained_in: {[A]: true, [B]: false}})},
    },
    status: 'needs-fix',
    why: 'fix f37bbbc79 was reverted by ddddddddd',
  },
  {
    name: 'landed, a later run shows it again',
    fixes: [{commit: 'f37bbbc79', verified: true}],
    facts: landed,
    later: [later(['host-path'])],
    status: 'ineffective',
    why: 'fix f37bbbc79 is in a later run, which fails in the same way',
  },
  {
    name: 'landed, a later run did not test the service',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    later: [later(null)],
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'landed, a later run lacks it',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    later: [later([], '2026-02-05T00:00:00Z', B)],
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'the newest of several later runs tells',
    fixes: [{commit: 'f37bbbc79'}],
    facts: landed,
    later: [later([], '2026-02-06T00:00:00Z'), later(['host-path'])],
    status: 'fixed',
    why: 'fixed on main by f37bbbc79: rebase, and a later run no longer shows it',
  },
  {
    name: 'in the tested commit',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {commits: {f37bbbc79: inIt}},
    status: 'ineffective',
    why: 'fix f37bbbc79 is in this commit and did not help',
  },
  {
    name: 'in the tested commit, although verified',
    fixes: [{commit: 'f37bbbc79', verified: true}],
    facts: {commits: {f37bbbc79: inIt}},
    status: 'ineffective',
    why: 'fix f37bbbc79 is in this commit and did not help',
  },
  {
    name: 'unknown hash',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {commits: {f37bbbc79: aCommit('f', {sha: null, why: 'no commit f37bbbc79 in o/r'})}},
    status: 'unknown',
    why: 'no commit f37bbbc79 in o/r',
  },
  {
    name: 'never looked up',
    fixes: [{commit: 'f37bbbc79', verified: true}],
    status: 'unknown',
    why: 'commit f37bbbc79 was not looked up',
  },
  {
    name: 'containment unknown',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {
      commits: {
        f37bbbc79: aCommit('f37bbbc79', {landed: true, contained_in: {}, why: 'the clone is shallow'}),
      },
    },
    status: 'unknown',
    why: 'whether this commit has fix f37bbbc79 is unknown: the clone is shallow',
  },
  {
    name: 'committed after the run: it cannot have been in it',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {
      commits: {
        f37bbbc79: aCommit('f37bbbc79', {
          landed: true,
          contained_in: {},
          committed_at: '2026-02-01T14:00:00+01:00',
        }),
      },
    },
    status: 'should-be-fixed',
    why: 'fixed on main by f37bbbc79: rebase',
  },
  {
    name: 'reverted',
    fixes: [{commit: 'f37bbbc79'}],
    facts: {commits: {f37bbbc79: aCommit('f37bbbc79', {reverted_by: B})}},
    status: 'needs-fix',
    why: 'fix f37bbbc79 was reverted by bbbbbbbbb',
  },
  {
    name: 'on another branch only',
    fixes: [{commit: 'f37bbbc79'}],
    facts: one,
    status: 'needs-fix',
    why: 'fix f37bbbc79 is only on another branch: not on main, in no pull request',
  },
  {
    name: 'stacked: the earlier did not help, the newer landed',
    fixes: [{commit: 'f37bbbc79'}, {commit: B}],
    facts: {
      commits: {f37bbbc79: inIt, [B]: aCommit(B, {landed: true, committed_at: '2026-02-02T00:00:00Z'})},
    },
    status: 'should-be-fixed',
    why: 'fixed on main by bbbbbbbbb: rebase; earlier fix f37bbbc79 did not help',
  },
  {
    name: 'stacked: the order in the catalog does not matter',
    fixes: [{commit: B}, {commit: 'f37bbbc79'}],
    facts: {
      commits: {f37bbbc79: inIt, [B]: aCommit(B, {landed: true, committed_at: '2026-02-02T00:00:00Z'})},
    },
    status: 'should-be-fixed',
    why: 'fixed on main by bbbbbbbbb: rebase; earlier fix f37bbbc79 did not help',
  },
  {
    name: 'stacked: both did not help',
    fixes: [{commit: 'f37bbbc79'}, {commit: B}],
    facts: {
      commits: {
        f37bbbc79: inIt,
        [B]: aCommit(B, {contained_in: {[A]: true}, committed_at: '2026-01-25T00:00:00Z'}),
      },
    },
    status: 'ineffective',
    why: 'fix bbbbbbbbb is in this commit and did not help; earlier fix f37bbbc79 did not help',
  },
  {
    name: 'stacked: it did not help, the next is in review',
    fixes: [{commit: 'f37bbbc79'}, {pull: 24}],
    facts: {commits: {f37bbbc79: inIt}, pulls: {24: aPull(24)}},
    status: 'in-review',
    why: 'the fix is in review in #24; earlier fix f37bbbc79 did not help',
  },
  {
    name: 'it did not help, the issue stays',
    fixes: [{issue: 27}, {commit: 'f37bbbc79'}],
    facts: {
      commits: {f37bbbc79: inIt},
      issues: {27: {number: 27, title: null, url: null, state: 'open', why: null}},
    },
    status: 'ineffective',
    why: 'fix f37bbbc79 is in this commit and did not help; tracked in #27',
  },
]

const labels = {
  'needs-fix': ['❌ NEEDS FIX', 'still-failing'],
  'in-review': ['🔄 IN REVIEW', 'still-failing'],
  'should-be-fixed': ['✅ SHOULD BE FIXED', 'should-pass'],
  fixed: ['✅ FIXED', 'should-pass'],
  ineffective: ['⚠️ FIX INEFFECTIVE', 'still-failing'],
  unknown: ['❔ UNKNOWN', 'unknown'],
} as const

describe('one fix after the other', () => {
  test.each(rows)('$name', ({fixes = [], facts, later = [], run, status, why}) => {
    const cause = {pattern: 'host-path', fixes: fixes.map(aFix)}
    const fix = fixStatus({cause, service: 'gateway', facts: someFacts(facts), later, run: aRun(run)})
    expect({status: fix.status, why: fix.why}).toEqual({status, why})
    expect([fix.label, fix.next_run]).toEqual(labels[status])
  })
  test('the table has all six', () => {
    expect(new Set(rows.map(row => row.status)).size).toBe(6)
  })
})

test('a run of an older commit: verified fixes are FIXED, the other SHOULD BE FIXED', () => {
  const made = {landed: true, committed_at: '2026-02-01T18:00:00Z'}
  const facts = someFacts({
    commits: {
      ddceccb5c: aCommit('ddceccb5c', made),
      f37bbbc79: aCommit('f37bbbc79', made),
      '30988267e': aCommit('30988267e', made),
    },
  })
  const fixes = [
    aFix({commit: 'ddceccb5c', services: ['datastorage'], verified: true}),
    aFix({commit: 'f37bbbc79', services: ['notification'], verified: true}),
    aFix({commit: '30988267e', services: ['workflowexecution']}),
  ]
  const label = (service: string) =>
    fixStatus({cause: {pattern: 'host-path', fixes}, service, facts, later: [], run: aRun()}).label
  expect(['datastorage', 'notification', 'workflowexecution'].map(label)).toEqual([
    '✅ FIXED',
    '✅ FIXED',
    '✅ SHOULD BE FIXED',
  ])
})

test('one fix that is declared, in a trailer and in a pull request is one, with all references', () => {
  const facts = someFacts({
    commits: {f37bbbc79: aCommit(B, {landed: true}), [B]: aCommit(B, {landed: true})},
    pulls: {24: aPull(24, {state: 'merged', merge_commit: B})},
    trailers: [{commit: B, pattern: 'host-path', service: null, pull: null}],
    mentions: [{type: 'pull', number: 24, pattern: 'host-path', service: 'gateway'}],
  })
  const fix = fixStatus({
    cause: {pattern: 'host-path', fixes: [aFix({commit: 'f37bbbc79', summary: 'Create it', verified: true})]},
    service: 'gateway',
    facts,
    later: [],
    run: aRun(),
  })
  expect(fix.status).toBe('fixed')
  expect(fix.refs.map(({type, id, state}) => [type, id, state])).toEqual([
    ['commit', 'f37bbbc79', 'verified'],
    ['pull', '24', 'merged'],
  ])
})

test('trailers and mentions of other patterns and services say nothing', () => {
  const facts = someFacts({
    commits: {[B]: aCommit(B, {landed: true})},
    trailers: [
      {commit: B, pattern: 'other', service: null, pull: null},
      {commit: B, pattern: 'host-path', service: 'other', pull: null},
    ],
    mentions: [{type: 'issue', number: 27, pattern: 'host-path', service: 'other'}],
  })
  const cause = {pattern: 'host-path', fixes: []}
  expect(fixStatus({cause, service: 'gateway', facts, later: [], run: aRun()})).toMatchObject({
    status: 'needs-fix',
    refs: [],
  })
})
