import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {redactor} from '../../src/report/redact.ts'

const redact = redactor([])
// Put together at run time, so that no scanner takes this file for a leak.
const j = (...parts: string[]) => parts.join('')
const JWT = j('eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ', '.eyJpc3MiOiJrdWJlIiwic3ViIjoieCJ9', '.c2lnbmF0dXJl-_x')
const GHP = j('ghp', '_16C7e42F292c6912E7710c838347Ae178B4a')
const BASE64 = 'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgwMbRvI0MBZhpI'

describe('secrets are replaced', () => {
  test.each([
    ['JWT', `token is ${JWT} here`, 'token is *** here'],
    ['JWT cut after the header', `got ${JWT.slice(0, 30)}`, 'got ***'],
    ['GitHub token', `cloning with ${GHP}`, 'cloning with ***'],
    ['fine-grained token', j('github', '_pat_11ABCDEFG0abcdefghijkl_mnopqrstuv'), '***'],
    ['AWS key', j('key AKIA', 'IOSFODNN7EXAMPLE!'), 'key ***!'],
    [
      'AWS secret',
      j('AWS_SECRET_ACCESS_KEY=', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
      'AWS_SECRET_ACCESS_KEY=***',
    ],
    ['Slack', j('xoxb', '-2147483647-abcdefghij'), '***'],
    [
      'Slack hook',
      j('https://hooks.slack.com/services/', 'T000/B000/XXXXXXXX'),
      'https://hooks.slack.com/services/***',
    ],
    ['npm', j('npm', '_abcdefghijklmnopqrstuvwxyz0123456789'), '***'],
    ['PyPI', j('pypi', '-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0w'), '***'],
    ['Google', j('AIza', 'SyA1234567890abcdefghijklmnopqrstuv'), '***'],
    ['Azure', 'AccountName=a;AccountKey=Zm9vYmFyYmF6cXV4==;x=1', 'AccountName=a;AccountKey=***;x=1'],
    ['signed link', 'https://a.blob/x?sv=1&sig=abc%2Bdef123&se=2', 'https://a.blob/x?sv=1&sig=***&se=2'],
    ['header with token', 'Authorization: Bearer s3cr3tvalue', 'Authorization: Bearer ***'],
    ['header, basic', 'authorization: basic dXNlcjpwYXNz', 'authorization: basic ***'],
    ['header in JSON', '{"Authorization":["Bearer abcdef123"]}', '{"Authorization":["Bearer ***"]}'],
    ['bearer in prose', 'sent bearer abcdef1234567890', 'sent bearer ***'],
    ['PEM', 'a -----BEGIN RSA PRIVATE KEY-----\nMIIE\nxyz\n-----END RSA PRIVATE KEY----- b', 'a *** b'],
    ['PEM without an end', 'key: -----BEGIN EC PRIVATE KEY-----\\nMHcCAQ', 'key: ***'],
    ['body of a key', BASE64, '***'],
    ['user and password', 'postgres://slm:p@ss@db:5432/x?a=b', 'postgres://***@db:5432/x?a=b'],
    ['token as user', `https://${GHP}@github.com/o/r`, 'https://***@github.com/o/r'],
    ['MySQL', 'root:hunter2@tcp(db:3306)/x', 'root:***@tcp(db:3306)/x'],
    ['kubeconfig', '    client-key-data: LS0tLS1CRUdJTi', '    client-key-data: ***'],
    ['kubeconfig token', '    token: abcdef', '    token: ***'],
    ['environment', 'DB_PASSWORD=hunter2', 'DB_PASSWORD=***'],
    ['YAML', '  DB_PASSWORD: hunter2', '  DB_PASSWORD: ***'],
    ['YAML, quoted', "password: 'a b c'", "password: '***'"],
    ['JSON', '{"password":"hun\\"ter2","user":"u"}', '{"password":"***","user":"u"}'],
    ['JSON in JSON', '{\\"api_key\\":\\"abc\\"}', '{\\"api_key\\":\\"***\\"}'],
    ['DSN', 'host=db user=u password=hunter2 sslmode=off', 'host=db user=u password=*** sslmode=off'],
    ['query', 'GET /x?access_token=abc&y=1', 'GET /x?access_token=***&y=1'],
    ['flag', 'docker login --password hunter22', 'docker login --password ***'],
    ['flag with =', '--token=abcdef.0123456789abcdef', '--token=***'],
    ['generated', 'generated password: Xk29dkfj3 for admin', 'generated password: *** for admin'],
    [
      'docker',
      '{"auths":{"ghcr.io":{"auth":"dXNlcjpwYXNzd29yZA=="}}}',
      '{"auths":{"ghcr.io":{"auth":"***"}}}',
    ],
    [
      'Secret',
      'kind: Secret\ndata:\n  key: aHVudGVyMg==\n  b: Zm9vYmFyYmF6\ntype: x',
      'kind: Secret\ndata:\n  key: ***\n  b: ***\ntype: x',
    ],
    [
      'Secret as JSON',
      '{"kind":"Secret","data":{"a":"aHVudGVyMg=="}}',
      '{"kind":"Secret","data":{"a":"***"}}',
    ],
  ])('%s', (_, text, expected) => {
    expect(redact(text)).toBe(expected)
    expect(redact(expected)).toBe(expected)
  })
})

test('a line of a key without its frame', () => {
  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'
  expect(redact(`key:\n${line}\n${'ab/Cd+12'.slice(0, 6)}${line}=\nend`)).toBe('key:\n***\n***\nend')
})

describe('evidence stays readable', () => {
  test.each([
    'serviceaccount token',
    'error looking up service account shop/data-storage-sa: serviceaccount "data-storage-sa" not found',
    'token validation failed',
    'secret "s" not found',
    'MountVolume.SetUp failed for volume "tls" : secret "gateway-tls" not found',
    'E0101 "Unable to retrieve pull secret" secret="shop/regcred" err="not found"',
    'invalid token: expired',
    'could not verify token: signature is invalid',
    'failed to read token: EOF',
    'pq: password authentication failed for user "slm"',
    'Missing Authorization header',
    'Bearer token is missing',
    'WWW-Authenticate: Bearer realm="https://ghcr.io/token",service="ghcr.io"',
    'Basic authentication required',
    'unknown flag: --token is not supported',
    'password: $DB_PASSWORD',
    'token=***',
    'automountServiceAccountToken: false',
    'secretName: gateway-tls',
    `docker-pullable://nginx@sha256:${'ab12'.repeat(16)}`,
    `sha256:${'ab12'.repeat(16)}`,
    'ab12'.repeat(16),
    '*'.repeat(80),
    '/home/runner/work/kubernaut/kubernaut/test/e2e/datastorage/coverdata',
    '/Users/runner/work/Shop2/Shop2/test/e2e/orders/cover/data/of/this/run',
    'ssh://git@github.com/o/r',
    'max_tokens=4096',
    'CREATE_TOKEN_FILE=/var/run/token',
    'Error: statfs /home/runner/work/kubernaut/kubernaut/coverdata: no such file or directory',
    'data:\n  replicas: three words here\n',
    'at https://github.com/o/r/actions/runs/1/job/2#step:7:412',
  ])('%s', text => {
    expect(redact(text)).toBe(text)
  })
})

test("the project's own secrets", () => {
  const own = redactor([/internal-[a-z0-9]+/, /...zz/])
  expect(own('at internal-db7 now')).toBe('at *** now')
  expect(own('')).toBe('')
})

test('twice is once, whatever the text', () => {
  const own = redactor([/a+/, /[*]+/])
  const word = fc.constantFrom(
    'password',
    'token',
    '=',
    ': ',
    '"',
    "'",
    ' ',
    '\n',
    '***',
    'Bearer ',
    JWT,
    GHP,
    '://',
    '@',
    'a1b2c3d4e5',
    '{',
    '}',
    '\\',
    '-----BEGIN X-----',
    'data:',
    '  ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({maxLength: 5})), {maxLength: 20}), parts => {
      for (const it of [redact, own]) {
        const once = it(parts.join(''))
        expect(it(once)).toBe(once)
      }
    }),
    {numRuns: 2000},
  )
})

test('linear time on hostile text', () => {
  const units = [
    'eyJ',
    'password',
    'password="',
    'token: ',
    '-----BEGIN ',
    '://',
    'a:b@',
    'Bearer ',
    'data:\n',
    '"data":{',
    'ghp_',
    '--token ',
    'a',
    'authorization: ',
    'x=:',
    '\\"',
    '  k: abcdefgh\n',
    'sk-',
    '-',
    'secret\\',
  ]
  for (const unit of units) {
    const start = performance.now()
    redact(unit.repeat(Math.ceil(400_000 / unit.length)))
    expect({unit, slow: performance.now() - start > 15_000}).toEqual({unit, slow: false})
  }
})
