import {expect, test} from '@jest/globals'
import type {Report} from '../../src/model.ts'
import {sha} from '../support/github.ts'
import {outputsOf, reportOf} from './outputs.ts'
import {act, closeAfterAll, gitHub, green, lineTime, red, repo, runId, world} from './world.ts'

closeAfterAll()

const suite = (report: Report, service: string) => report.suites.find(s => s.service === service)!

test.concurrent('a run of a fork, by `workflow_run`: its pull request is found, its configuration is not believed', async () => {
  const head = sha('fork')
  const state = world([], {
    repository: {
      branches: {main: sha('base')},
      contents: {
        main: {'.github/e2e-triage.yml': 'version: 1\nservices:\n  gateway: {name: Right Gateway}\n'},
      },
      pulls: [
        {number: 4, head: {ref: 'topic', sha: sha('else')}},
        {
          number: 6,
          head: {ref: 'patch', sha: head, repo: 'stranger/r'},
          base: {ref: 'main', sha: sha('base')},
        },
      ],
      runs: [
        {
          id: 200,
          head_sha: head,
          head_branch: 'patch',
          head_repository: 'stranger/r',
          run_number: 12,
          created_at: lineTime(0),
          attempts: [{jobs: [red(1, 'gateway'), green(2, 'auth')]}],
        },
        {
          id: runId,
          head_sha: sha('base'),
          event: 'workflow_run',
          attempts: [{status: 'in_progress', jobs: []}],
        },
      ],
    },
    others: {
      'stranger/r': {
        fork_of: repo,
        branches: {patch: head},
        commits: [{sha: head, parents: [sha('base')]}],
        contents: {patch: {'.github/e2e-triage.yml': 'version: 1\nservices:\n  gateway: {name: Wrong}\n'}},
      },
    },
  })
  const github = await gitHub(state)
  const payload = {
    action: 'completed',
    workflow_run: {
      id: 200,
      event: 'pull_request',
      head_sha: head,
      head_branch: 'patch',
      head_repository: {full_name: 'stranger/r', owner: {login: 'stranger'}},
      pull_requests: [],
      run_number: 12,
      run_attempt: 1,
      workflow_id: 77,
    },
    repository: {full_name: repo, default_branch: 'main'},
  }
  const result = await act(github, {
    event: {name: 'workflow_run', payload},
    sha: sha('base'),
    ref: 'refs/heads/main',
  })
  expect(outputsOf(result)).toMatchObject({conclusion: 'classified', failed: ['gateway']})
  expect(result.outputs['pr-number']).toBe('6')
  const report = await reportOf(result)
  expect(report.run).toMatchObject({id: 200, pull_request: 6, head_sha: head})
  expect(suite(report, 'gateway').name).toBe('Right Gateway')
  const written = github.state.repositories[repo]!.pulls!.map(p => p.comments?.length ?? 0)
  expect(written).toEqual([0, 1])
  const read = github.requests.filter(r => r.path.includes('/contents/'))
  expect(read.map(r => [r.path, r.query['ref']])).toEqual([
    [`/repos/${repo}/contents/.github%2Fe2e-triage.yml`, undefined],
  ])
})
