import {collectFromGitHub} from './collect/github.ts'
import {unreadRun} from './collect/known-run.ts'
import {selectionOf} from './commands/collect-source.ts'
import {describe} from './errors.ts'
import type {Options} from './inputs/options.ts'
import type {Collection} from './model.ts'
import type {Prepared} from './prepare.ts'

/** A run's evidence, for the action. A run that cannot be read makes a report that says so, never a red step. */
export async function collectRun(
  {client, owner, repo, config, limits, tempDir, log}: Prepared,
  options: Options,
  given: {runId: number; serverUrl: string; deadline: number; warn(message: string): void},
): Promise<Collection> {
  const {runId, serverUrl, deadline, warn} = given
  try {
    return await collectFromGitHub({
      client,
      owner,
      repo,
      runId,
      attempt: options['run-attempt'],
      serverUrl,
      ownCheckRunId: options['job-check-run-id'],
      select: selectionOf(config, options['exclude-jobs'], {
        name: options['findings-name'],
        only: options.mode === 'report',
      }),
      limits,
      tempDir,
      deadline,
      progress: log,
    })
  } catch (error) {
    const why = describe(error)
    warn(`Run ${runId} could not be read: ${why}`)
    const url = `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`
    return unreadRun({repository: `${owner}/${repo}`, id: runId, attempt: options['run-attempt'], url}, why)
  }
}
