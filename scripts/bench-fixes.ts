/** `npm run bench:fixes`: how many API calls fix status costs, counted by the fake GitHub. Fails where it is too many. */
import {manyCauses, oneCause, type Situation, withoutGraphQL} from '../__tests__/fixes/situations.ts'
import {startGitHub, TOKEN} from '../__tests__/support/github.ts'
import {factsFromGitHub} from '../src/fixes/github.ts'
import {createClient} from '../src/github.ts'

async function measure({repository, wanted, rest}: Situation) {
  const github = await startGitHub({repositories: {'o/r': repository}})
  if (rest) github.faults.push({match: /graphql/, times: Infinity, status: 404})
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
async function print(title: string, situations: readonly Situation[]): Promise<void> {
  console.log(`\n${title}\ncalls  a cause  limit     ms  open  situation`)
  for (const situation of situations) {
    const {calls, ms, facts} = await measure(situation)
    const causes = situation.wanted.causes?.length ?? 1
    const unknown = Object.values(facts.commits).filter(fact => fact.sha === null || fact.why !== null).length
    const over = calls > situation.limit
    failed ||= over
    const numbers = [calls, (calls / causes).toFixed(1), situation.limit, Math.round(ms), unknown]
    const widths = [5, 9, 7, 7, 6]
    const row = numbers.map((n, i) => String(n).padStart(widths[i]!)).join('')
    console.log(`${row}  ${situation.name}${over ? '  TOO MANY' : ''}`)
  }
}

await print('One cause', oneCause)
await print('Many causes', manyCauses)
await print('GraphQL refused: REST instead', withoutGraphQL)
if (failed) process.exitCode = 1
