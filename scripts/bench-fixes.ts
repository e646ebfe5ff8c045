/** `npm run bench:fixes`: how many API calls fix status costs, counted by the fake GitHub. Fails where it is too many. */
import {linear} from '../__tests__/fixes/linear.ts'
import {type Pull, type Repository, sha, startGitHub, TOKEN} from '../__tests__/support/github.ts'
import {factsFromGitHub} from '../src/fixes/github.ts'
import {createClient} from '../src/github.ts'
import type {FactsWanted, FixRef} from '../src/model.ts'

interface Scenario {
  name: string
  repository: Repository
  wanted: Partial<FactsWanted>
  /** Calls. */
  limit: number
}

const {commits, at} = linear(1200)
const tip = 1199
const work = {sha: sha('work'), parents: [at(1150)], message: 'Work', date: '2025-07-20T00:00:00Z'}
const merge = {
  sha: sha('merge'),
  parents: [at(1160), work.sha],
  message: 'Merge',
  date: '2025-07-20T01:00:00Z',
}
const open = (number: number, body: string | null = null): Pull => ({
  number,
  body,
  head: {ref: `fix-${number}`, sha: sha(`fix ${number}`)},
})
const heads = [1, 2, 3, 4].map(n => ({
  sha: sha(`fix ${n}`),
  parents: [at(tip)],
  message: `Fix ${n}`,
  date: '2025-07-21T00:00:00Z',
}))
const repository = (pulls: Pull[] = []): Repository => ({
  commits: [...commits, work, merge, ...heads],
  branches: {main: at(tip), feature: work.sha},
  pulls,
})
const cause = (index: number, ...fixes: Partial<FixRef>[]) => ({
  pattern: `cause-${index}`,
  fixes: fixes.map(fix => ({services: [], summary: null, verified: false, ...fix})),
})
const recent = {commit: at(1190).slice(0, 9)}
const old = {commit: at(20).slice(0, 9)}
const pullRequest = {tested: work.sha}

const scenarios: Scenario[] = [
  {
    name: 'run of main, fix among its newest 100 commits',
    repository: repository(),
    wanted: {tested: at(1170), causes: [cause(0, recent)]},
    limit: 3,
  },
  {
    name: 'pull request, fix landed on main',
    repository: repository(),
    wanted: {...pullRequest, causes: [cause(0, recent)]},
    limit: 3,
  },
  {
    name: 'pull request, merge commit known',
    repository: repository(),
    wanted: {...pullRequest, merge_sha: merge.sha, causes: [cause(0, recent)]},
    limit: 3,
  },
  {
    name: 'pull request, 30 earlier runs of main',
    repository: repository(),
    wanted: {
      ...pullRequest,
      heads: Array.from({length: 30}, (_, i) => at(1000 + i * 6)),
      causes: [cause(0, recent)],
    },
    limit: 3,
  },
  {
    name: 'no fix known, no open pull request',
    repository: repository(),
    wanted: {...pullRequest, causes: [cause(0)]},
    limit: 3,
  },
  {
    name: 'fix in review, declared by number',
    repository: repository([open(1)]),
    wanted: {...pullRequest, causes: [cause(0, {pull: 1})]},
    limit: 6,
  },
  {
    name: 'no fix known, 4 open pull requests to search',
    repository: repository([1, 2, 3, 4].map(n => open(n))),
    wanted: {...pullRequest, causes: [cause(0)]},
    limit: 6,
  },
  {
    name: 'fix older than 100 commits, contained',
    repository: repository(),
    wanted: {...pullRequest, causes: [cause(0, old)]},
    limit: 6,
  },
  {
    name: '10 suites, 10 causes, 10 fixes',
    repository: repository(),
    wanted: {
      ...pullRequest,
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
  },
]

async function measure({repository, wanted}: Scenario) {
  const github = await startGitHub({repositories: {'o/r': repository}})
  try {
    const client = createClient({token: TOKEN, apiUrl: github.url, userAgent: 'bench', log: () => {}})
    const began = performance.now()
    const facts = await factsFromGitHub({
      client,
      owner: 'o',
      repo: 'r',
      wanted: {repository: 'o/r', tested: null, base: 'main', causes: [], heads: [], ...wanted},
      now: new Date().toISOString(),
      deadline: Date.now() + 60_000,
    })
    return {calls: github.requests.length, ms: performance.now() - began, facts}
  } finally {
    await github.close()
  }
}

let failed = false
console.log('calls  a cause  limit     ms  open  scenario')
for (const scenario of scenarios) {
  const {calls, ms, facts} = await measure(scenario)
  const causes = scenario.wanted.causes?.length ?? 1
  const unknown = Object.values(facts.commits).filter(fact => fact.sha === null || fact.why !== null).length
  const over = calls > scenario.limit
  failed ||= over
  const numbers = [calls, (calls / causes).toFixed(1), scenario.limit, Math.round(ms), unknown]
  const widths = [5, 9, 7, 7, 6]
  const row = numbers.map((n, i) => String(n).padStart(widths[i]!)).join('')
  console.log(`${row}  ${scenario.name}${over ? '  TOO MANY' : ''}`)
}
if (failed) process.exitCode = 1
