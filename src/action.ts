import {tmpdir} from 'node:os'
import * as core from '@actions/core'
import {context} from '@actions/github'
import {baselineFromGitHub} from './baseline.ts'
import {collectRun} from './collect-run.ts'
import {wordsOf} from './commands/present.ts'
import {redactorOf} from './commands/redaction.ts'
import {failsOn} from './commands/triage.ts'
import {timesUntil} from './deadline.ts'
import {fetchEarlier} from './earlier.ts'
import {describe, UserError} from './errors.ts'
import {factsFromGitHub} from './fixes/github.ts'
import {mergeCommit} from './fixes/merge-commit.ts'
import type {Octokit} from './github.ts'
import {type Options, parseOptions} from './inputs/options.ts'
import {startSmall} from './memory.ts'
import type {Report} from './model.ts'
import {clientOf, type PrepareWorld, prepare} from './prepare.ts'
import {publishAnnotations} from './publish/annotations.ts'
import {uploadReport, writeFiles} from './publish/artifact.ts'
import {type CommentResult, publishComment} from './publish/comment.ts'
import {neutralise} from './publish/log.ts'
import {publishOutputs} from './publish/outputs.ts'
import {type EventPayload, findPullRequest} from './publish/pull-request.ts'
import {publishSummary} from './publish/summary.ts'
import {renderAnnotations} from './render/annotations.ts'
import {renderComment} from './render/comment.ts'
import type {RenderContext} from './render/context.ts'
import {renderSummary} from './render/summary.ts'
import {outputs} from './report/conclusion.ts'
import {version} from './root.ts'
import {nowAndThen} from './say.ts'
import {scanJob} from './scan-job.ts'
import {triage} from './triage.ts'

const warn = (message: string) => core.warning(neutralise(message))

/** What the runner tells of itself. A fork's checkout and commit are not to be believed under `workflow_run`. */
function world(): PrepareWorld {
  const foreign = context.eventName === 'workflow_run'
  return {
    ...context.repo,
    apiUrl: context.apiUrl,
    temp: process.env['RUNNER_TEMP'] ?? tmpdir(),
    workspace: foreign ? null : (process.env['GITHUB_WORKSPACE'] ?? null),
    ref: foreign ? null : context.sha,
    mask: core.setSecret,
    log: message => core.info(neutralise(message)),
  }
}

async function run(): Promise<void> {
  const options = parseOptions(name => core.getInput(name))
  if (options.mode !== 'scan') return await triageRun(options)
  try {
    const done = await scanJob(options, await prepare(options, world()))
    core.info(neutralise(done.said))
    core.setOutput('findings-path', done.path)
    core.setOutput('artifact-id', done.id ?? '')
    if (done.warning) warn(done.warning)
  } catch (error) {
    // The job's own result is what counts: reading its files must never change it.
    warn(`No findings were written: ${describe(error)}`)
  }
}

/** From the run's evidence to the report, its summary and its comment. */
async function triageRun(options: Options): Promise<void> {
  const prepared = await prepare(options, world())
  const {client, owner, repo, deadline, project, config, patterns, digest} = prepared
  const times = timesUntil(deadline)
  const collection = await collectRun(prepared, options, {
    runId: options['run-id'] ?? (context.payload['workflow_run']?.id as number | undefined) ?? context.runId,
    serverUrl: context.serverUrl,
    deadline: times.fetch,
    warn,
  })
  collection.incomplete.push(...project.notes)
  const base =
    context.payload.pull_request?.['base']?.ref ?? context.payload.repository?.['default_branch'] ?? null
  const {reports: earlier, notes} = await fetchEarlier({
    client,
    owner,
    repo,
    collection,
    base,
    deadline: times.rest,
  })
  collection.incomplete.push(...notes)
  const {report, reviewerNotes} = await triage({
    tool: {version, catalog: digest},
    collection,
    patterns,
    config,
    base,
    merge: mergeCommit(collection.run, process.env),
    facts: wanted => factsFromGitHub({client, owner, repo, wanted, now: new Date().toISOString(), deadline}),
    earlier,
    baseline:
      options.mode === 'report'
        ? null
        : baselineFromGitHub({...prepared, collection, base, earlier, deadline: times.fetch}),
    redact: redactorOf(config),
    progress: nowAndThen(message => core.info(neutralise(message))),
    times,
    threads: async () => (await import('./threads.ts')).startThreads(patterns, config),
  })
  // What came too late for the evidence must not be too late to be published.
  const publisher = clientOf(options, world(), Math.max(deadline, Date.now() + 60_000))
  await publish(report, options, publisher, {
    patterns: wordsOf(report, patterns),
    serverUrl: context.serverUrl,
    summaryUrl: `${context.serverUrl}/${owner}/${repo}/actions/runs/${context.runId}`,
    reviewerNotes,
    excerpts: options.excerpts,
    now: new Date().toISOString(),
  })
  if (failsOn(report, options['fail-on']))
    core.setFailed(
      `${report.totals.failed} of ${report.totals.suites} suites failed (fail-on: ${options['fail-on']})`,
    )
}

/** Report and summary first, artifact next, comment last: each goes on where another is refused. */
async function publish(
  report: Report,
  options: Options,
  client: Octokit,
  view: RenderContext,
): Promise<void> {
  const summary = renderSummary(report, view)
  const comment = renderComment(report, view)
  const files = await writeFiles(process.env['RUNNER_TEMP'] ?? tmpdir(), {
    report: `${JSON.stringify(report, null, 2)}\n`,
    summary,
    comment,
  })
  if (options['job-summary']) {
    const warning = await publishSummary(process.env['GITHUB_STEP_SUMMARY'], summary)
    if (warning) warn(warning)
  }
  if (options.annotations) publishAnnotations(renderAnnotations(report, view), core.error)
  for (const {what, why} of report.incomplete) core.info(neutralise(`not read: ${what}: ${why}`))

  let artifactId: number | null = null
  if (options['upload-report']) {
    const uploaded = await uploadReport(files)
    artifactId = uploaded.id
    if (uploaded.warning) warn(uploaded.warning)
  }
  const {number, result} = await writeComment(report, options, client, comment)
  publishOutputs(
    {
      ...outputs(report),
      'report-path': files.report,
      'summary-path': files.summary,
      'comment-path': files.comment,
      'findings-path': null,
      'comment-id': result?.id ?? null,
      'comment-url': result?.url ?? null,
      'pr-number': number,
      'artifact-id': artifactId,
    },
    core.setOutput,
  )
}

async function writeComment(
  report: Report,
  options: Options,
  client: Octokit,
  body: string,
): Promise<{number: number | null; result: CommentResult | null}> {
  const {owner, repo} = context.repo
  const event = context.payload as EventPayload
  const {eventName} = context
  const wanted = String(options['pr-number'])
  const sha = report.run.head_sha
  const found = await findPullRequest({client, owner, repo, wanted, eventName, event, sha})
  if (found.why) core.info(neutralise(found.why))
  // A run of which nothing was read must not resolve a comment that says what failed.
  const blind = report.suites.length === 0 && report.incomplete.length > 0
  if (options.comment === 'never' || found.number === null || blind)
    return {number: found.number, result: null}
  const triggering = context.payload['workflow_run'] as
    | {run_number?: number; workflow_id?: number; run_attempt?: number}
    | undefined
  const result = await publishComment({
    client,
    owner,
    repo,
    pr: found.number,
    body,
    state: {
      workflow_id: triggering?.workflow_id ?? null,
      run_id: report.run.id,
      run_number: triggering?.run_number ?? context.runNumber,
      run_attempt: report.run.attempt,
      head_sha: report.run.head_sha,
    },
    mode: options['comment-mode'],
    key: options['comment-key'] || context.workflow,
    failed: outputs(report).conclusion !== 'passed',
    always: options.comment === 'always',
    fork: found.fork,
  })
  if (result.warning) warn(result.warning)
  return {number: found.number, result}
}

startSmall()
try {
  await run()
} catch (error) {
  core.setFailed(
    neutralise(
      error instanceof UserError
        ? error.message
        : `E2E Failure Triage crashed, please report it: ${describe(error)}`,
    ),
  )
}
