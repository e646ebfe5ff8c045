import {expect, test} from '@jest/globals'
import {isAccess, isInfo, isMere, isOfCluster} from '../../src/diagnose/text.ts'

test.each([
  '  Warning  Failed     1m    kubelet            Failed to pull image "x"',
  '{"level":"error","ts":"2026-03-01T10:00:01Z","msg":"gone"}',
  '{"level":50,"time":1772359201250,"msg":"gone"}',
  'api-1      | {"severity":"ERROR","message":"gone"}',
  '2026-03-01T10:00:01.250Z\tERROR\tworker\tgone',
  '2026-03-01 10:00:01,250 ERROR    root: gone',
  '2026/03/01 10:00:01 [error] 9#9: *1 connect() failed',
  '[2026-03-01 10:09:41 +0000] [173] [ERROR] Connection in use',
  '2026-03-01T10:00:01.250Z 0 [ERROR] [MY-010119] [Server] Aborting',
  '2026-03-01 10:00:01.250 UTC [285] app@db ERROR:  relation "x" does not exist',
  'db-1  | 2026-03-01 10:00:01.250 UTC [285] FATAL:  password authentication failed',
  '[pod/api-6f9b7dcd84-7cgmr/api] E0301 10:00:01.250000       1 main.go:9] gone',
  'time=2026-03-01T10:00:01.250Z level=ERROR msg=gone',
  '10:00:01.250 [main] ERROR com.acme.App - gone',
  'ERRO[0012] gone',
  'ERROR:    Exception in ASGI application',
  'panic: runtime error: index out of range [3] with length 2',
  'psycopg2.errors.UndefinedTable: relation "x" does not exist',
  'TypeError: x is not a function',
])('%s', text => {
  expect(isOfCluster(text)).toBe(true)
})

test.each([
  'ERROR: no nodes found for cluster "orders-e2e"',
  'Error from server (NotFound): pods "x" not found',
  'error: could not write to the archive',
  '2026-03-01T10:00:01.250Z\tINFO\tworker\terror budget left: 3',
  '{"level":"info","msg":"no error"}',
  'time=2026-03-01T10:00:01.250Z level=INFO msg="level=error is rare"x',
  '  Normal   Scheduled  2m    default-scheduler  Successfully assigned x',
  'make: *** [e2e] Error 1',
])('what a tool of the job says: %s', text => {
  expect(isOfCluster(text)).toBe(false)
})

test.each([
  ['INFO:     10.244.2.1:37902 - "GET /healthz HTTP/1.1" 429 Too Many Requests', true],
  ['10.0.2.9 - - [01/Mar/2026:10:00:04 +0000] "POST /v1/tides HTTP/1.1" 503 190', true],
  ['ERROR:    10.244.2.1 gave up after "GET /healthz"', false],
])('a request that a server lists: %s is %s', (text, expected) => {
  expect(isAccess(text)).toBe(expected)
})

test.each([
  ['  {"level":"info","ts":"2026-03-01T10:00:01Z","msg":"test started"}', true],
  ['2026-03-01T10:00:01Z\tINFO\te2e\ttest started', true],
  ['I0301 10:00:01.250000       1 main.go:9] test started', true],
  ['2026-03-01T10:00:01Z\tERROR\te2e\tINFO was not sent', false],
  ['dial tcp: connection refused', false],
])('a line that says that all is well: %s is %s', (text, expected) => {
  expect(isInfo(text)).toBe(expected)
})

test.each([
  ['2026-03-01 10:00:01,250 INFO  [161] api - GET /healthz -> 404', true],
  ['[WARNING]  (174) : Server api/api1 is DOWN, reason: Layer7 wrong status', true],
  ['2026/03/01 10:00:01 [notice] 1#1: start worker process 29', true],
  ['{"level":"warn","msg":"slow"}', true],
  ['W0301 10:00:01.250000 1 controller.go:99] slow', true],
  ['api: warning: no such option', true],
  ['Server api/api1 is DOWN, reason: Layer7 wrong status, code: 404, info: "NOT FOUND"', false],
  ['panic: could not write the log of this trace', false],
])('a line below an error: %s is %s', (text, expected) => {
  expect(isMere(text)).toBe(expected)
})
