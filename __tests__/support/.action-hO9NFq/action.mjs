import * as core from '@actions/core'
import {context} from '@actions/github'

core.setOutput('token', core.getInput('github-token'))
core.setOutput('own', core.getInput('job-check-run-id'))
core.setOutput('modes', [core.getInput('comment'), core.getInput('run-id')].join())
core.setOutput('event', [
  context.eventName,
  context.payload.workflow_run.id,
  context.runId,
  context.repo.repo,
])
core.setOutput('lines', 'one\ntwo=2\n\nthree')
core.exportVariable('SEEN', 'yes')
core.saveState('kept', '1')
await core.summary.addRaw('# Summary').write()
core.warning('careful')
core.setFailed('on purpose')
