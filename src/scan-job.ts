import {ownService, serviceKey} from './collect/own-job.ts'
import {namedFiles} from './collect/paths.ts'
import {redactorOf} from './commands/redaction.ts'
import {timesUntil} from './deadline.ts'
import {UserError} from './errors.ts'
import {findingsMember} from './findings/file.ts'
import type {Options} from './inputs/options.ts'
import type {Prepared} from './prepare.ts'
import {publishFindings} from './publish/artifact.ts'
import {version} from './root.ts'
import {scan} from './scan.ts'

/** Reads this job's own files, writes what was found and uploads it. */
export async function scanJob(
  options: Options,
  prepared: Prepared,
): Promise<{said: string; path: string; id: number | null; warning: string | null}> {
  const {project, config, patterns, digest, workspace, temp} = prepared
  if (!options.paths.length) throw new UserError('input paths: name the files and folders to scan')
  const until = timesUntil(prepared.deadline).rest
  const service = await serviceOf(options, prepared)
  const {files, unfit, notes} = await namedFiles(workspace ?? process.cwd(), options.paths)
  const {text, said} = await scan({
    tool: {version, catalog: digest},
    service,
    files,
    notes: [...project.notes, ...notes],
    patterns,
    redact: redactorOf(config),
    until,
  })
  for (const path of unfit) prepared.log(`paths: nothing is there or fits: ${path}`)
  const name = options['findings-name'].replaceAll('{service}', () => service)
  return {said, ...(await publishFindings(temp, {name, member: findingsMember, text}))}
}

async function serviceOf(options: Options, {client, owner, repo, config}: Prepared): Promise<string> {
  if (options.service) return serviceKey(options.service)
  const asked = {client, owner, repo, jobId: options['job-check-run-id'], jobName: config.jobs.name}
  const {service, why} = await ownService(asked)
  if (service) return service
  throw new UserError(`input service: name it, as in \`service: \${{ matrix.service }}\`; ${why}`)
}
