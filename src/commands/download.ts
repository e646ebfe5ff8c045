import {writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {recordRun} from '../collect/download.ts'
import {collectRecorded} from '../collect/recorded.ts'
import {parseSource} from '../collect/source.ts'
import {UserError} from '../errors.ts'
import {factsFromGitHub} from '../fixes/github.ts'
import {defaultConfig} from '../inputs/default-config.ts'
import {staySmall} from '../memory.ts'
import {version} from '../root.ts'
import {triage} from '../triage.ts'
import {clientFor, fromAddress, limits, selectionOf} from './collect-source.ts'
import {usablePatterns} from './patterns.ts'
import {redactorOf} from './redaction.ts'
import {tempFolder} from './temp.ts'
import {readConfig, type Terminal} from './triage.ts'

/** `download`: records a run, with the fix facts of what is found in it, so that its triage needs no network. */
export async function downloadCommand(
  url: string,
  dir: string,
  options: {config?: string; timeoutMinutes: number},
  terminal: Terminal,
): Promise<number> {
  const source = parseSource(url)
  if (source.type !== 'run-url')
    throw new UserError(`${url}: expected a run URL (https://github.com/o/r/actions/runs/1)`)
  const config = options.config ? await readConfig(options.config) : defaultConfig
  const {patterns, digest} = await usablePatterns([], config.disable)
  staySmall()
  const deadline = Date.now() + Math.ceil(options.timeoutMinutes * 60_000)
  const tempDir = await tempFolder(tmpdir())
  const client = await clientFor(source, terminal, deadline)
  const {owner, repo} = source
  const {notes} = await recordRun(fromAddress(source, config, {client, deadline, tempDir, terminal}), dir)
  for (const {what, why} of notes) terminal.warn(`${what}: ${why}`)
  const {collection} = await collectRecorded({dir, select: selectionOf(config), limits})
  await triage({
    tool: {version, catalog: digest},
    collection,
    patterns,
    config,
    base: null,
    facts: async wanted => {
      const facts = await factsFromGitHub({
        client,
        owner,
        repo,
        wanted,
        now: new Date().toISOString(),
        deadline,
      })
      await writeFile(join(dir, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`)
      return facts
    },
    earlier: [],
    redact: redactorOf(config),
    progress: terminal.progress,
  })
  terminal.stdout(
    `recorded ${collection.suites.length} suites in ${dir}; read it with: e2e-triage triage ${dir}\n`,
  )
  return 0
}
