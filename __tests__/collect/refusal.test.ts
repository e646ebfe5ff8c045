import {expect, test} from '@jest/globals'
import {refusal, refused} from '../../src/collect/refusal.ts'

const failure = (status: number, message: string, headers: Record<string, string> = {}) =>
  Object.assign(new Error(message), {status, response: {headers}})

test.each<[string, unknown, number | null, RegExp, RegExp]>([
  ['401', failure(401, 'Bad credentials'), 401, /does not accept the token/, /unexpired/],
  ['403', failure(403, 'Resource not accessible by integration'), 403, /not allowed/, /`actions: read`/],
  ['404', failure(404, 'Not Found'), 404, /does not find/, /private.*`actions: read`/],
  ['410', failure(410, 'Gone'), 410, /expired/, /retention/],
  ['422', failure(422, 'Validation Failed'), 422, /does not accept.*Validation Failed/, /message/],
  ['429', failure(429, 'Too many requests'), 429, /rate limit/, /later/],
  [
    'secondary limit',
    failure(403, 'You have exceeded a secondary rate limit'),
    403,
    /rate limit is used up \(/,
    /later/,
  ],
  [
    'primary limit',
    failure(403, 'API rate limit exceeded', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1800000000',
    }),
    403,
    /used up until 2027-01-15T08:00:00/,
    /higher limit/,
  ],
  ['502', failure(502, 'Bad Gateway'), 502, /error of its own/, /githubstatus/],
  [
    'no connection',
    Object.assign(new Error('connect ECONNREFUSED'), {status: 500}),
    null,
    /no answer.*ECONNREFUSED/,
    /proxy/,
  ],
  ['a full disk', Object.assign(new Error('write'), {code: 'ENOSPC'}), null, /disk is full/, /space/],
  ['anything', 'text', null, /no answer: text/, /network/],
])('%s', (_, error, status, message, advice) => {
  expect(refusal(error, 'actions: read')).toEqual({
    status,
    message: expect.stringMatching(message),
    advice: expect.stringMatching(advice),
  })
})

test('a note is one line', () => {
  const {what, why} = refused('jobs', failure(403, 'a\nb'), 'actions: read')
  expect(`${what}: ${why}`).toBe(
    'jobs: the token is not allowed to do this (403: a b); use a token that has `actions: read` (`permissions:` of the job)',
  )
})
