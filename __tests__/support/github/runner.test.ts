import {mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterEach, describe, expect, test} from '@jest/globals'
import {type GitHub, TOKEN} from '../github.ts'
import {runAction} from '../run-action.ts'
import {closeAfterEach, start} from './world.ts'

closeAfterEach()

const expression = (text: string) => `$\{{ ${text} }}`

describe('run-action', () => {
  const folders: string[] = []
  const made: {remove(): Promise<void>}[] = []
  afterEach(async () => {
    await Promise.all(made.splice(0).map(result => result.remove()))
    await Promise.all(folders.splice(0).map(folder => rm(folder, {recursive: true, force: true})))
  })
  async function run(github: GitHub, script: string, options: Partial<Parameters<typeof runAction>[0]> = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'action-'))
    folders.push(folder)
    // The script's imports are looked for beside it.
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    const entry = join(folder, 'action.mjs')
    const actionFile = join(folder, 'action.yml')
    await writeFile(entry, script)
    const inputs = {
      'github-token': {default: expression('github.token')},
      'run-id': {},
      'job-check-run-id': {default: expression('job.check_run_id')},
      comment: {default: 'on-failure'},
    }
    await writeFile(actionFile, JSON.stringify({inputs}))
    const event = {name: 'workflow_run', payload: {workflow_run: {id: 7}}}
    const given = {repo: 'o/r', event, runId: 7, attempt: 2, job: 72, entry, actionFile}
    const result = await runAction({...given, github, ...options})
    made.push(result)
    return result
  }

  test('gives what the runner gives, and reads what the action wrote', async () => {
    const {github} = await start()
    const script = `
      import * as core from '@actions/core'
      import {context} from '@actions/github'
      core.setOutput('token', core.getInput('github-token'))
      core.setOutput('own', core.getInput('job-check-run-id'))
      core.setOutput('modes', [core.getInput('comment'), core.getInput('run-id')].join())
      core.setOutput('event', [context.eventName, context.payload.workflow_run.id, context.runId, context.repo.repo])
      core.setOutput('lines', 'one\\ntwo=2\\n\\nthree')
      core.exportVariable('SEEN', 'yes')
      core.saveState('kept', '1')
      await core.summary.addRaw('# Summary').write()
      core.warning('careful')
      core.setFailed('on purpose')
    `
    const result = await run(github, script, {inputs: {comment: 'never'}})
    expect(result).toMatchObject({
      code: 1,
      outputs: {
        token: TOKEN,
        own: '72',
        modes: 'never,',
        event: '["workflow_run",7,7,"r"]',
        lines: 'one\ntwo=2\n\nthree',
      },
      summary: '# Summary',
      exported: {SEEN: 'yes'},
      states: {kept: '1'},
      stderr: '',
    })
    expect(result.stdout).toContain('::warning::careful\n::error::on purpose')
    expect(result.ms).toBeGreaterThan(10)
    await expect(run(github, '', {inputs: {coment: 'never'}})).rejects.toThrow(
      'action.yml has no input coment',
    )
  })

  test('ends an action that hangs', async () => {
    const {github} = await start()
    const result = await run(github, 'setInterval(() => {}, 1000)', {timeoutMs: 300})
    expect([result.code, result.signal]).toEqual([null, 'SIGKILL'])
  })

  test('the real artifact client uploads, lists and downloads', async () => {
    const {github} = await start()
    const script = `
      import {writeFile, readFile} from 'node:fs/promises'
      import * as core from '@actions/core'
      import {DefaultArtifactClient} from '@actions/artifact'
      const temp = process.env.RUNNER_TEMP
      await writeFile(temp + '/report.json', JSON.stringify({a: 'x'.repeat(100000)}))
      const client = new DefaultArtifactClient()
      const {id, size} = await client.uploadArtifact('e2e-triage-report', [temp + '/report.json'], temp)
      core.setOutput('id', id)
      const listed = await client.listArtifacts()
      core.setOutput('names', listed.artifacts.map(a => a.name))
      const {downloadPath, digestMismatch} = await client.downloadArtifact(id, {path: temp + '/again'})
      core.setOutput('mismatch', digestMismatch)
      core.setOutput('bytes', (await readFile(downloadPath + '/report.json')).length)
      const findBy = {token: core.getInput('github-token'), workflowRunId: 7, repositoryOwner: 'o', repositoryName: 'r'}
      const one = await client.getArtifact('must-gather', {findBy})
      core.setOutput('rest', one.artifact.id)
      await client.uploadArtifact('e2e-triage-report', [temp + '/report.json'], temp)
        .catch(error => core.setOutput('twice', error.message))
    `
    const result = await run(github, script)
    expect(result).toMatchObject({code: 0, stderr: ''})
    expect(result.outputs).toMatchObject({
      id: '9001',
      names: '["must-gather","e2e-triage-report"]',
      mismatch: 'false',
      bytes: '100008',
      rest: '1',
      twice: expect.stringContaining('already exists'),
    })
    const stored = github.state.repositories['o/r']!.artifacts!.at(-1)!
    expect([stored.id, stored.name, stored.run_id]).toEqual([9001, 'e2e-triage-report', 7])
    expect(stored.zip.subarray(0, 2).toString()).toBe('PK')
  })
})
