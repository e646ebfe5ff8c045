import type {Octokit} from '@octokit/rest'
import {describe} from '../errors.ts'
import type {Facts, FactsWanted} from '../model.ts'
import {boundedCalls} from './calls.ts'
import {factsFromRest} from './github-rest.ts'
import {factsFromGraphQL} from './graphql.ts'
import {noFacts} from './lookup.ts'

/** Mostly one or two in all, three for each cause at most, and never more than this. */
const MAX_CALLS = 40
/** REST needs that many for the run itself. */
const REST_CALLS = 3

export interface GitHubOptions {
  client: Octokit
  owner: string
  repo: string
  wanted: FactsWanted
  /** RFC 3339. */
  now: string
  /** Ms since the epoch. */
  deadline: number
}

/**
 * Facts from GitHub's API. What cannot be found out stays null with a `why`, and one note says so: nothing throws.
 * GraphQL is asked first, because one query answers what REST needs many calls for; REST where it is refused, which a
 * note says too. Without a token GitHub answers REST alone.
 */
export async function factsFromGitHub(options: GitHubOptions): Promise<Facts> {
  const {wanted, client, deadline} = options
  const {length: causes} = wanted.causes
  if (causes === 0) return noFacts(wanted.tested, wanted.base)
  let used = 0
  let refusal: string | null = null
  if (!(await isGuest(client))) {
    const calls = boundedCalls(Math.min(MAX_CALLS, 3 * causes), deadline)
    // Whatever an answer looks like, there is another way to ask.
    const facts = await factsFromGraphQL(options, calls).catch(error => ({refused: describe(error)}))
    if (!('refused' in facts)) {
      facts.incomplete.push(...calls.notes())
      return facts
    }
    used = calls.used()
    refusal = facts.refused
  }
  const calls = boundedCalls(Math.min(MAX_CALLS, REST_CALLS + 3 * causes), deadline, used)
  const facts = await factsFromRest(options, calls)
  const notes = calls.notes()
  facts.incomplete.push(...notes)
  if (refusal !== null && notes.length === 0)
    facts.incomplete.push({
      what: 'facts about fixes',
      why: `GitHub refused GraphQL (${refusal}): REST shows only the newest 100 issues and pull requests`,
    })
  return facts
}

async function isGuest(client: Octokit): Promise<boolean> {
  const auth = (await client.auth()) as {type?: string} | undefined
  return auth?.type === 'unauthenticated'
}
