import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {cli, folder, removeAfterAll} from './command.ts'
import {failedLog} from './world.ts'

removeAfterAll()

test.concurrent('`catalog add` prints a pattern that can be used as it is', async () => {
  const dir = await folder({'job.log': failedLog('error: gizmo 4711 is [upside] down', 'more')})
  const {code, stdout} = await cli(['catalog', 'add', join(dir, 'job.log'), '--line', '7'])
  expect(code).toBe(0)
  const own = await folder({'own.yml': stdout})
  expect(await cli(['catalog', 'check', join(own, 'own.yml')])).toMatchObject({code: 0, stderr: ''})
  const args = ['triage', join(dir, 'job.log'), '--catalog', join(own, 'own.yml'), '--format', 'json']
  const report = JSON.parse((await cli(args)).stdout)
  expect(report.suites[0].diagnosis.root_cause.pattern).toBe('error-gizmo-upside-down')
  expect(await cli(['catalog', 'add', join(dir, 'job.log'), '--line', '99'])).toMatchObject({code: 2})
})

test.concurrent('`catalog list`, `explain` and `schema` print what they promise', async () => {
  const [list, explain, schema] = await Promise.all([
    cli(['catalog', 'list', '--format', 'json']),
    cli(['catalog', 'explain', 'host-path-missing']),
    cli(['schema', 'report']),
  ])
  expect(JSON.parse(list.stdout).length).toBeGreaterThan(100)
  expect(explain.stdout).toMatch(/^host-path-missing \(cause/)
  expect(JSON.parse(schema.stdout)).toMatchObject({type: 'object'})
})
