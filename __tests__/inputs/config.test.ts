import {describe, expect, test} from '@jest/globals'
import {UserError} from '../../src/errors.ts'
import {parseConfig} from '../../src/inputs/config.ts'
import {defaultConfig} from '../../src/inputs/default-config.ts'
import {inputNames, parseOptions} from '../../src/inputs/options.ts'

describe('configuration', () => {
  test('fills in what is left out', () => {
    const config = parseConfig(
      'c.yml',
      'version: 1\nservices:\n  datastorage: {name: DataStorage, ports: [18091]}\n',
    )
    expect(config).toEqual({
      ...defaultConfig,
      services: {datastorage: {name: 'DataStorage', depends_on: [], ports: [18091], pods: []}},
    })
  })

  test.each([
    [
      'a misspelt key',
      'version: 1\nservices:\n  a:\n    depend_on: [b]\n',
      'c.yml:4: unknown key `services.a.depend_on`; is `depends_on` meant?',
    ],
    [
      'a misspelt key on top',
      'version: 1\nartefacts: [x]\n',
      'c.yml:2: unknown key `artefacts`; is `artifacts` meant?',
    ],
    ['a wrong type', 'version: 1\nservices:\n  a: {ports: ["x"]}\n', 'c.yml:3: `services.a.ports.0`'],
    ['no version', 'redact: []\n', '`version`'],
    ['broken YAML', 'version: [1\n', 'c.yml:'],
    [
      'a job pattern without its group',
      "version: 1\njobs: {name: '^E2E'}\n",
      'needs a group `(?<service>…)`',
    ],
    ['a job pattern that is none', "version: 1\njobs: {name: '('}\n", 'is not a regular expression'],
  ])('names %s', (_, text, message) => {
    expect(() => parseConfig('c.yml', text)).toThrow(UserError)
    expect(() => parseConfig('c.yml', text)).toThrow(message)
  })

  test('does not expand a bomb of aliases', () => {
    const bomb = `version: 1\na: &a [x]\nredact: [*a, *a]\n`
    expect(() => parseConfig('c.yml', bomb)).toThrow()
  })
})

describe('inputs', () => {
  const defaults: Record<string, string> = {
    mode: 'triage',
    'findings-name': 'e2e-triage-findings-{service}',
    comment: 'on-failure',
    'comment-mode': 'update',
    'pr-number': 'auto',
    'job-summary': 'true',
    annotations: 'true',
    'upload-report': 'true',
    excerpts: 'all',
    'fail-on': 'none',
    'max-log-mb': '200',
    'max-artifact-mb': '2048',
    'timeout-minutes': '10',
  }
  const options = (changed: Record<string, string> = {}) =>
    parseOptions(name => changed[name] ?? defaults[name] ?? '')

  test('take their types', () => {
    expect(options({'run-id': '12', catalog: 'a.yml\n b/ \n', 'pr-number': '7'})).toMatchObject({
      'run-id': 12,
      'run-attempt': null,
      catalog: ['a.yml', 'b/'],
      'pr-number': 7,
      annotations: true,
      'max-log-mb': 200,
    })
    expect(inputNames).toContain('job-check-run-id')
  })

  test('name every fault at once', () => {
    expect(() => options({comment: 'sometimes', 'run-id': 'x', 'fail-on': 'never'})).toThrow(
      'input run-id: expected a whole number; input comment: expected on-failure, always or never; input fail-on: expected none, unclassified or any',
    )
  })
})
