import {readFile} from 'node:fs/promises'
import type {SourceRef} from '../collect/source.ts'
import {checkClone, factsFromClone} from '../fixes/git.ts'
import {factsFromGitHub} from '../fixes/github.ts'
import {noFacts} from '../fixes/lookup.ts'
import type {createClient} from '../github.ts'
import type {World} from '../triage.ts'

/** Where a command line's triage takes its fix facts from: a clone, a record, GitHub, or nowhere. */
export async function factsFor(options: {
  source: SourceRef
  client: ReturnType<typeof createClient> | null
  repo: string | undefined
  factsPath: string | null
  deadline: number
}): Promise<Pick<World, 'facts' | 'base'>> {
  const {source, client, repo, factsPath, deadline} = options
  const now = new Date().toISOString()
  if (repo !== undefined) {
    await checkClone(repo)
    return {base: null, facts: wanted => factsFromClone({dir: repo, wanted, now})}
  }
  if (factsPath) {
    const {parseFacts} = await import('../fixes/recorded.ts')
    const facts = parseFacts(await readFile(factsPath, 'utf8'), factsPath)
    return {base: facts.base, facts: async () => facts}
  }
  if (source.type === 'run-url') {
    const {owner, repo: name} = source
    return {
      base: null,
      facts: wanted => factsFromGitHub({client: client!, owner, repo: name, wanted, now, deadline}),
    }
  }
  return {base: null, facts: async wanted => noFacts(wanted.tested, wanted.base)}
}
