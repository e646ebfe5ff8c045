import {mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, describe, expect, test} from '@jest/globals'
import {recordRun} from '../../src/collect/download.ts'
import {collectFromGitHub} from '../../src/collect/github.ts'
import {collectRecorded} from '../../src/collect/recorded.ts'
import {type GitHub, type Repository, sha, startGitHub} from '../support/github.ts'
import {zip} from '../support/zip.ts'
import {limits, opened, options, select, temp, whole} from './world.ts'

let github: GitHub | null = null
afterEach(async () => {
  await github?.close()
  github = null
})

const now = new Date().toISOString()
const job = (id: number, name: string, log: object | string, more = {}) =>
  ({id, name, conclusion: 'failure', completed_at: now, log, ...more}) as never
const archive = (data: string) => zip([{name: 'pods.txt', data}])

const start = async (more: Repository = {}) =>
  (github = await startGitHub({
    repositories: {
      'f/r': {fork_of: 'o/r', branches: {topic: sha('f')}, commits: [{sha: sha('f')}]},
      'o/r': {
        commits: [{sha: sha('a')}, {sha: sha('f')}],
        branches: {main: sha('a')},
        pulls: [{number: 3, head: {ref: 'topic', sha: sha('f'), repo: 'f/r'}}],
        runs: [
          {
            id: 7,
            head_sha: sha('f'),
            head_branch: 'topic',
            head_repository: 'f/r',
            attempts: [
              {
                jobs: [
                  job(71, 'E2E (a)', 'log of a\n', {
                    annotations: [{message: 'lost'}],
                    steps: [{name: 'Test', conclusion: 'failure'}],
                  }),
                  job(72, 'E2E (b)', {status: 410}),
                  job(73, 'E2E (c/../..)', 'x'.repeat(3000)),
                  job(74, 'E2E (d)', 'fine', {conclusion: 'success'}),
                  job(75, 'E2E (e)', {status: 404}, {status: 'in_progress', conclusion: null}),
                  job(76, 'lint', 'fine', {conclusion: 'success'}),
                ],
              },
            ],
          },
        ],
        artifacts: [
          {id: 1, name: 'logs-a', run_id: 7, zip: archive('old'), created_at: '2026-01-01T00:00:00Z'},
          {id: 2, name: 'logs-a', run_id: 7, zip: archive('new'), created_at: '2026-01-02T00:00:00Z'},
          {id: 3, name: 'logs-b', run_id: 7, zip: archive('b'), expired: true},
          {id: 4, name: 'logs-d-..%2f', run_id: 7, zip: archive('d')},
        ],
        ...more,
      },
    },
  }))

const small = {maxLogBytes: 2000, maxArtifactBytes: 5000}

test('a recorded run gives what GitHub gave', async () => {
  await start()
  const dir = join(await temp(), 'record')
  const {notes} = await recordRun(await options(github!, {limits: small}), dir)
  expect(notes.map(n => n.what)).toEqual(
    expect.arrayContaining(['log of E2E (c/../..)', 'logs/72.log', 'artifacts/logs-b.zip']),
  )
  const live = await whole(await collectFromGitHub(await options(github!, {limits: small})))
  const {collection, ...paths} = await collectRecorded({dir, select, limits: small})
  expect(await whole(collection)).toEqual(live)
  expect(live.run.pull_request).toBe(3)
  expect(live.suites.map(s => s.status)).toEqual(['failed', 'failed', 'failed', 'passed', 'pending'])
  expect(paths).toEqual({factsPath: null, historyPaths: [], configPath: null, catalogPath: null})
  // And again, over the earlier record.
  await recordRun(await options(github!, {limits: small}), dir)
  expect(github!.violations).toEqual([])
})

test('names of artifacts lead nowhere', async () => {
  await start()
  const evil = [
    '../../../logs-a',
    '/etc/logs-a',
    'logs-a\0',
    '..',
    `logs-a-${'x'.repeat(400)}`,
    'logs-a/../../b',
    '.logs-a',
    'CON:logs-a',
  ]
  github!.state.repositories['o/r']!.artifacts = evil.map((name, i) => ({
    id: 10 + i,
    name,
    run_id: 7,
    zip: archive(name),
  }))
  const parent = await temp()
  const dir = join(parent, 'record')
  await recordRun(await options(github!), dir)
  expect(await readdir(parent)).toEqual(['record'])
  const files = await readdir(join(dir, 'artifacts'))
  expect(files).toHaveLength(evil.length - 1)
  for (const file of files) expect(file).toMatch(/^[A-Za-z0-9%_~()-][A-Za-z0-9%_~(). -]{0,200}\.zip$/)
  const {collection} = await collectRecorded({dir, select, limits})
  const live = await whole(await collectFromGitHub(await options(github!)))
  expect((await whole(collection)).suites).toEqual(live.suites)
})

test('a folder that holds something else is refused', async () => {
  await start()
  const dir = await temp()
  await writeFile(join(dir, 'notes.txt'), 'mine')
  await expect(recordRun(await options(github!), dir)).rejects.toThrow(/not empty/)
  expect(await readFile(join(dir, 'notes.txt'), 'utf8')).toBe('mine')
})

test('another run’s record is refused, a broken one is made again', async () => {
  await start()
  const dir = await temp()
  const record = (of: string) =>
    writeFile(join(dir, 'record.json'), JSON.stringify({of, incomplete: [], absent: {}}))
  await record('o/r/runs/8/attempts/1')
  await expect(recordRun(await options(github!), dir)).rejects.toThrow(/no earlier record of this run/)
  await record('o/r/runs/7/attempts/1')
  await recordRun(await options(github!), dir)
  expect(await readdir(join(dir, 'logs'))).toEqual(['71.log', '73.log', '74.log'])
})

describe('written by hand', () => {
  const make = async (files: Record<string, string>) => {
    const dir = await temp()
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(dir, path, '..'), {recursive: true})
      await writeFile(join(dir, path), text)
    }
    return dir
  }

  test('logs alone: each is a failed suite named after its file', async () => {
    const dir = await make({
      'logs/E2E (gateway).log': 'g',
      'logs/datastorage.log': 'd',
      'artifacts/must-gather-gateway/nodes/a.log': 'n',
      'artifacts/must-gather-gateway/a': '',
      'facts.json': '{}',
      'history/1.json': '{}',
      'config.yml': '',
      'catalog/x.yml': '',
    })
    const {collection, ...paths} = await collectRecorded({dir, select, limits})
    expect((await whole(collection)).suites).toMatchObject([
      {
        service: 'gateway',
        status: 'failed',
        job: null,
        sources: [{text: 'g'}, {name: 'must-gather-gateway', paths: ['a', 'nodes/a.log']}],
      },
      {service: 'datastorage', name: 'datastorage', sources: [{text: 'd'}]},
    ])
    expect(collection.run.id).toBeNull()
    expect(paths).toEqual({
      factsPath: join(dir, 'facts.json'),
      historyPaths: [join(dir, 'history/1.json')],
      configPath: join(dir, 'config.yml'),
      catalogPath: join(dir, 'catalog'),
    })
  })

  test('jobs without logs, and files that cannot be read', async () => {
    const jobs = [{id: 1, name: 'E2E (a)', status: 'completed', conclusion: 'failure'}, {name: 'no id'}, 7]
    const dir = await make({
      'jobs.json': JSON.stringify({total_count: 1, jobs}),
      'run.json': '{"id": 5, "repository": {"full_name": "o/r"}, "html_url": 4}',
      'artifacts.json': '{',
      'annotations/1.json':
        '[{"annotation_level": "failure", "message": "exceeded the maximum execution time of 5 minutes"}]',
    })
    const {collection} = await collectRecorded({dir, select, limits})
    expect(collection).toMatchObject({
      run: {id: 5, repository: 'o/r', url: null},
      suites: [
        {
          service: 'a',
          status: 'timed_out',
          job: {id: 1},
          sources: [{content: {type: 'none', state: 'missing'}}],
        },
      ],
      incomplete: [{what: 'artifacts.json'}],
    })
  })

  test('without run.json the jobs tell which run it was', async () => {
    const job = {
      id: 2,
      name: 'a',
      run_id: 9,
      run_attempt: 2,
      run_url: 'https://api.github.com/repos/o/r/actions/runs/9',
      html_url: 'https://github.com/o/r/actions/runs/9/job/2',
      workflow_name: 'E2E',
      head_sha: 'abc',
    }
    const dir = await make({'jobs.json': JSON.stringify({total_count: 1, jobs: [job]})})
    expect((await collectRecorded({dir, select, limits})).collection.run).toMatchObject({
      repository: 'o/r',
      id: 9,
      attempt: 2,
      url: 'https://github.com/o/r/actions/runs/9',
      workflow: 'E2E',
      head_sha: 'abc',
      pull_request: null,
    })
  })

  test('links are not followed', async () => {
    const dir = await make({
      'jobs.json': '{"jobs": [{"id": 1, "name": "a", "conclusion": "failure"}]}',
      'logs/x': '',
    })
    await symlink('/etc/passwd', join(dir, 'logs/1.log'))
    const {collection} = await collectRecorded({dir, select, limits})
    expect(await opened(collection.suites[0]!.sources[0]!)).toMatchObject({state: 'missing'})
  })
})
