import type {Facts, FactsWanted, Note} from '../model.ts'
import {askClone} from './git-answers.ts'
import {type Git, gitIn} from './git-run.ts'
import {addListing, type Commit, emptyGraph} from './graph.ts'
import {lookup, noFacts} from './lookup.ts'

const MAX_COMMITS = 2000
const HASH = /^[0-9a-f]{4,40}$/
// Names that git itself allows, without what rev-parse would read as an operator.
const BRANCH = /^(?!.*\.\.)[A-Za-z0-9_][\w./+#-]{0,200}$/
const RECORD = '%H%x1f%P%x1f%cI%x1f%an <%ae> %at%x1f%B'

export {checkClone} from './git-run.ts'

/**
 * Facts from a local clone, through `git` on the PATH. Pull requests are known as far as commit messages name them,
 * issues not at all. What is missing stays null with a `why`, and a note says so; call `checkClone` first.
 */
export async function factsFromClone(options: {
  dir: string
  wanted: FactsWanted
  /** RFC 3339. */
  now: string
}): Promise<Facts> {
  const {dir, wanted} = options
  if (wanted.causes.length === 0) return noFacts(wanted.tested, wanted.base)
  const git = gitIn(dir)
  const notes: Note[] = []
  const shallow = await depth(git)
  const short =
    shallow === null ? null : `the clone is shallow (${shallow} commits deep): fetch it with fetch-depth: 0`
  const graph = emptyGraph()
  const read = async (tip: string | null): Promise<void> => {
    if (tip === null || graph.floors.has(tip)) return
    const listed = await log(git, tip)
    addListing(graph, listed, listed.length < MAX_COMMITS && shallow === null)
  }

  const tested = await hash(git, wanted.tested)
  const merge = await hash(git, wanted.merge_sha ?? null)
  const base = await baseBranch(git, wanted.base)
  await read(tested)
  await read(merge)
  await read(base?.tip ?? null)
  for (const head of wanted.heads) await read(await hash(git, head))

  if (wanted.tested !== null && tested === null)
    notes.push({
      what: `commit ${wanted.tested.slice(0, 40)}`,
      why: short ?? 'the clone does not have it: fetch its branch',
    })
  if (base === null)
    notes.push({what: 'base branch', why: `the clone has no ${wanted.base ?? 'origin/HEAD, main or master'}`})
  else if (short !== null) notes.push({what: 'history of the clone', why: short})

  const repository = {
    name: wanted.repository,
    graph,
    tested,
    merge: merge ?? wanted.merge_sha ?? null,
    cheap: true,
    base,
    threads: [],
    ...askClone(git, graph, short),
    doubt: () =>
      short ??
      (tested === null ? 'the clone does not have the tested commit' : null) ??
      (wanted.merge_sha && merge === null
        ? 'the clone does not have the merge commit that was built'
        : null) ??
      (base === null ? 'the clone has no base branch' : null),
  }
  const facts = await lookup(repository, wanted)
  const unknown =
    Object.keys(facts.issues).length + Object.values(facts.pulls).filter(pull => pull.why).length
  if (unknown > 0)
    notes.push({
      what: 'issues and pull requests',
      why: 'a clone does not know their state: leave --repo out to ask GitHub',
    })
  facts.incomplete.push(...notes)
  return facts
}

/** Commits in a shallow clone, null where the clone is whole. */
async function depth(git: Git): Promise<number | null> {
  const {stdout} = await git(['rev-parse', '--is-shallow-repository'])
  if (stdout.trim() !== 'true') return null
  const {stdout: count} = await git(['rev-list', '--count', '--all', '--max-count=100000'])
  return Number(count.trim()) || 1
}

async function hash(git: Git, ref: string | null): Promise<string | null> {
  if (ref === null || !HASH.test(ref)) return null
  const {code, stdout} = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
  return code === 0 && stdout.startsWith(ref) ? stdout.trim() : null
}

async function baseBranch(git: Git, wanted: string | null): Promise<{name: string; tip: string} | null> {
  const names: string[] = []
  if (wanted !== null) names.push(wanted)
  else {
    const {stdout} = await git(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD'])
    const name = stdout.trim().replace(/^refs\/remotes\/origin\//, '')
    names.push(...(name ? [name] : []), 'main', 'master')
  }
  for (const name of names) {
    if (!BRANCH.test(name)) continue
    for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`]) {
      const {code, stdout} = await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
      if (code === 0) return {name, tip: stdout.trim()}
    }
  }
  return null
}

async function log(git: Git, tip: string): Promise<Commit[]> {
  const {stdout} = await git(['log', '-z', `--format=${RECORD}`, `--max-count=${MAX_COMMITS}`, tip, '--'])
  return stdout.split('\0').flatMap(record => {
    const [sha, parents, at, author, message] = record.split('\x1f')
    if (!sha || message === undefined) return []
    return [
      {
        sha,
        parents: parents!.split(' ').filter(Boolean),
        committed_at: at!,
        author: author!,
        message,
        url: null,
      },
    ]
  })
}
