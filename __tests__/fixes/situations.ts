/** What fix status is asked for, and how many calls of the API it may cost at most. */
import type {CommitFact, FactsWanted, FixRef} from '../../src/model.ts'
import {type Commit, type Issue, type Pull, type Repository, sha} from '../support/github.ts'
import {linear} from './linear.ts'

export interface Situation {
  name: string
  repository: Repository
  wanted: Partial<FactsWanted>
  /** Calls. */
  limit: number
  /** The server has no GraphQL. */
  rest?: boolean
  /** What must be found out of a reference. */
  finds?: Record<string, Partial<CommitFact>>
}

const {commits, at} = linear(1200)
const tip = 1199
const date = (day: number) => new Date(Date.UTC(2025, 6, day)).toISOString().replace('.000', '')
const commit = (name: string, parents: string[], day: number, message = name): Commit => ({
  sha: sha(name),
  parents,
  message,
  date: date(day),
})
const work = commit('work', [at(1150)], 20)
const merge = commit('merge', [at(1160), work.sha], 20)
const heads = [1, 2, 3, 4].map(n => commit(`fix ${n}`, [at(tip)], 21))
const elsewhere = commit('elsewhere', [at(30)], 3)
const copy = commit('copy', [at(tip)], 21, `Fix\n\n(cherry picked from commit ${elsewhere.sha})`)
// Main at its 300th commit got a merge, and took it back later.
const side = commit('side', [at(200)], 22)
const brought = commit('brought', [at(tip), side.sha], 22, 'Merge pull request #50 from o/side')
const takenBack = commit('taken back', [brought.sha], 23, `Revert\n\nThis reverts commit ${brought.sha}.`)

const open = (number: number): Pull => ({
  number,
  head: {ref: `fix-${number}`, sha: sha(`fix ${number}`)},
})
const merged = (number: number, merge_commit_sha: string, more: Partial<Pull> = {}): Pull => ({
  number,
  head: {ref: `old-${number}`, sha: merge_commit_sha},
  merged_at: date(1),
  merge_commit_sha,
  ...more,
})
const repository = (more: Partial<Repository> = {}): Repository => ({
  branches: {main: at(tip), feature: work.sha},
  ...more,
  commits: [...commits, work, merge, ...heads, elsewhere, ...(more.commits ?? [])],
})
const cause = (index: number, ...fixes: Partial<FixRef>[]) => ({
  pattern: `cause-${index}`,
  fixes: fixes.map(fix => ({services: [], summary: null, verified: false, ...fix})),
})
const young = {updated_at: '2026-02-01T00:00:00Z'}
const recent = {commit: at(1190).slice(0, 9)}
const old = {commit: at(20).slice(0, 9)}
const inPull = {tested: work.sha}
const afterWork = {landed: true, contained_in: {[work.sha]: false}}
const inWork = {landed: null, contained_in: {[work.sha]: true}}

/** Ten commits an hour: more in a day than one page holds. */
const busy = linear(700, Date.parse('2025-06-01T00:00:00Z'), 360_000)
const busyWork = commit('busy work', [busy.at(300)], 2)
const busyMerge = commit('busy merge', [busy.at(310), busyWork.sha], 2)

export const oneCause: Situation[] = [
  {
    name: 'run of main, fix among its newest 100 commits',
    repository: repository(),
    wanted: {tested: at(1170), causes: [cause(0, recent)]},
    limit: 3,
    finds: {[recent.commit]: {landed: true, contained_in: {[at(1170)]: false}}},
  },
  {
    name: 'pull request, fix landed on main',
    repository: repository(),
    wanted: {...inPull, causes: [cause(0, recent)]},
    limit: 3,
    finds: {[recent.commit]: afterWork},
  },
  {
    name: 'pull request, merge commit known',
    repository: repository(),
    wanted: {...inPull, merge_sha: merge.sha, causes: [cause(0, recent)]},
    limit: 3,
    finds: {[recent.commit]: {landed: true, contained_in: {[work.sha]: false, [merge.sha]: false}}},
  },
  {
    name: 'pull request, 30 earlier runs of main',
    repository: repository(),
    wanted: {
      ...inPull,
      heads: Array.from({length: 30}, (_, i) => at(1000 + i * 6)),
      causes: [cause(0, recent)],
    },
    limit: 3,
  },
  {
    name: 'base branch not named',
    repository: repository(),
    wanted: {...inPull, base: null, causes: [cause(0, recent)]},
    limit: 3,
    finds: {[recent.commit]: afterWork},
  },
  {
    name: 'no fix known, no open pull request',
    repository: repository(),
    wanted: {...inPull, causes: [cause(0)]},
    limit: 3,
  },
  {
    name: 'an unknown hash',
    repository: repository(),
    wanted: {...inPull, causes: [cause(0, {commit: 'abcdef012'})]},
    limit: 3,
    finds: {abcdef012: {sha: null, why: 'no commit abcdef012 in o/r, or several begin so'}},
  },
  {
    name: 'the tested commit is gone',
    repository: repository(),
    wanted: {tested: sha('gone'), causes: [cause(0, recent)]},
    limit: 3,
    finds: {[recent.commit]: {landed: true, contained_in: {[sha('gone')]: null}}},
  },
  {
    name: 'fix in review, declared by number',
    repository: repository({pulls: [open(1)]}),
    wanted: {...inPull, causes: [cause(0, {pull: 1})]},
    limit: 3,
    finds: {[sha('fix 1')]: {landed: false}},
  },
  {
    name: 'fix in review, older than 100 pull requests',
    repository: repository({
      pulls: [open(1), ...Array.from({length: 120}, (_, i) => ({...open(2), ...young, number: 10 + i}))],
    }),
    wanted: {...inPull, causes: [cause(0, {pull: 1})]},
    limit: 3,
    finds: {[sha('fix 1')]: {landed: false}},
  },
  {
    name: 'no fix known, 4 open pull requests to search',
    repository: repository({pulls: [1, 2, 3, 4].map(open)}),
    wanted: {...inPull, causes: [cause(0)]},
    limit: 3,
  },
  {
    name: 'fix older than 100 commits, contained',
    repository: repository(),
    wanted: {...inPull, causes: [cause(0, old)]},
    limit: 3,
    finds: {[old.commit]: inWork},
  },
  {
    name: 'fix older than 100 commits, on main but not in an old branch',
    repository: repository(),
    wanted: {tested: at(700), causes: [cause(0, {commit: at(800)})]},
    limit: 3,
    finds: {[at(800)]: {landed: true, contained_in: {[at(700)]: false}}},
  },
  {
    name: 'fix older than 100 commits, merge commit known',
    repository: repository(),
    wanted: {...inPull, merge_sha: merge.sha, causes: [cause(0, old)]},
    limit: 3,
    finds: {[old.commit]: {landed: null, contained_in: {[work.sha]: true, [merge.sha]: true}}},
  },
  {
    name: 'fix older than 100 commits, on another branch only',
    repository: repository(),
    wanted: {...inPull, causes: [cause(0, {commit: elsewhere.sha})]},
    limit: 3,
    finds: {[elsewhere.sha]: {landed: false, contained_in: {[work.sha]: false}}},
  },
  {
    name: 'fix of a day with more than 100 commits',
    repository: {commits: busy.commits, branches: {main: busy.at(699)}},
    wanted: {tested: busy.at(300), causes: [cause(0, {commit: busy.at(400)})]},
    limit: 3,
    finds: {[busy.at(400)]: {landed: true, contained_in: {[busy.at(300)]: false}}},
  },
  {
    name: 'fix of such a day, merge commit known',
    repository: {commits: [...busy.commits, busyWork, busyMerge], branches: {main: busy.at(699)}},
    wanted: {tested: busyWork.sha, merge_sha: busyMerge.sha, causes: [cause(0, {commit: busy.at(400)})]},
    limit: 3,
    finds: {
      [busy.at(400)]: {landed: true, contained_in: {[busyWork.sha]: false, [busyMerge.sha]: false}},
    },
  },
  {
    name: 'ten fixes of all ages for one cause',
    repository: repository(),
    wanted: {
      ...inPull,
      causes: [cause(0, ...Array.from({length: 10}, (_, i) => ({commit: at(20 + i * 115)})))],
    },
    limit: 3,
    finds: Object.fromEntries(
      Array.from({length: 10}, (_, i) => [at(20 + i * 115), {contained_in: {[work.sha]: true}}]),
    ),
  },
  {
    name: 'pull request merged long ago, declared by number',
    repository: repository({pulls: [merged(5, at(20))]}),
    wanted: {...inPull, causes: [cause(0, {pull: 5})]},
    limit: 3,
    finds: {[at(20)]: inWork},
  },
  {
    name: 'picked from a commit older than 100',
    repository: repository({commits: [copy], branches: {main: copy.sha, feature: work.sha}}),
    wanted: {...inPull, causes: [cause(0, {commit: copy.sha})]},
    limit: 3,
    finds: {[copy.sha]: afterWork},
  },
  {
    name: 'brought by a merge that was reverted',
    repository: repository({commits: [side, brought, takenBack], branches: {main: takenBack.sha}}),
    wanted: {...inPull, causes: [cause(0, {commit: side.sha})]},
    limit: 3,
    finds: {[side.sha]: {landed: false, reverted_by: takenBack.sha}},
  },
  {
    name: 'issue declared, closed by a pull request linked by hand',
    repository: repository({
      issues: [{number: 27, state: 'closed'}],
      pulls: [merged(5, at(20), {linked_issues: [27]})],
    }),
    wanted: {...inPull, causes: [cause(0, {issue: 27})]},
    limit: 3,
    finds: {[at(20)]: inWork},
  },
  {
    name: 'issue with the pattern, older than 100 others',
    repository: repository({
      issues: [
        {number: 1, body: 'e2e-triage: cause-0'},
        ...Array.from({length: 120}, (_, i): Issue => ({number: 10 + i, ...young})),
      ],
    }),
    wanted: {...inPull, causes: [cause(0)]},
    limit: 3,
  },
]

export const manyCauses: Situation[] = [
  {
    name: '10 suites, 10 causes, 10 fixes',
    repository: repository(),
    wanted: {
      ...inPull,
      causes: Array.from({length: 10}, (_, i) => cause(i, {commit: at(1190 - i * 20).slice(0, 9)})),
    },
    limit: 30,
  },
  {
    name: '40 suites, 40 causes, 25 fixes of all ages',
    repository: repository(),
    wanted: {
      tested: at(900),
      causes: Array.from({length: 40}, (_, i) =>
        cause(i, ...(i < 25 ? [{commit: at(1190 - i * 45).slice(0, 9)}] : [])),
      ),
    },
    limit: 40,
    finds: Object.fromEntries(
      Array.from({length: 25}, (_, i) => [
        at(1190 - i * 45).slice(0, 9),
        {contained_in: {[at(900)]: 1190 - i * 45 <= 900}},
      ]),
    ),
  },
]

const named = (name: string) => [...oneCause, ...manyCauses].find(situation => situation.name === name)!

/** Where a server has no GraphQL: one call is lost, and REST asks for each thing on its own. */
export const withoutGraphQL: Situation[] = [
  'pull request, fix landed on main',
  'fix in review, declared by number',
  'no fix known, 4 open pull requests to search',
  'fix older than 100 commits, contained',
  'fix of a day with more than 100 commits',
  '10 suites, 10 causes, 10 fixes',
  '40 suites, 40 causes, 25 fixes of all ages',
].map(name => ({...named(name), limit: Math.min(named(name).limit * 2, 40), rest: true}))
