import { expect, test } from '@jest/globals'
import { explained, pauseAfter, statusError } from '../../src/network/errors.ts'
import { type RetryOptions, retry } from '../../src/network/retry.ts'

const failure = Error('transient')

/** Makes up to three attempts, of which the first ones fail. */
async function run(failures: number, more: Partial<RetryOptions> = {}) {
  const [made, pauses]: [number[], number[]] = [[], []]
  const onRetry: RetryOptions['onRetry'] = (thrown, attempt, pauseMs) => {
    expect([thrown, attempt]).toEqual([failure, made.length])
    pauses.push(pauseMs)
  }
  const attempt = async (number: number) => {
    made.push(number)
    if (number <= failures) throw failure
    return 'done'
  }
  const { signal } = new AbortController()
  const options = {
    attempts: 3,
    backoffMs: 1,
    maxBackoffMs: 60_000,
    pauseAfter: () => 0,
    onRetry,
    signal,
    ...more,
  }
  const result = await retry(attempt, options).catch((thrown: unknown) => thrown)
  return { result, made, pauses }
}

const retryableOnce: Partial<RetryOptions> = {
  pauseAfter: (_, attempt) => (attempt < 2 ? 0 : undefined),
}
const pauses = [expect.any(Number), expect.any(Number)]
test.each<[string, number, Partial<RetryOptions>, object]>([
  ['returns what the first attempt returns', 0, {}, { result: 'done', made: [1], pauses: [] }],
  ['returns what the third attempt returns', 2, {}, { result: 'done', made: [1, 2, 3], pauses }],
  [
    'throws what the last attempt threw, unchanged',
    10,
    {},
    { result: failure, made: [1, 2, 3], pauses },
  ],
  [
    'ends after a failure that is not retryable',
    10,
    retryableOnce,
    { result: failure, made: [1, 2] },
  ],
  [
    'ends when the time for pauses is used up',
    10,
    { pauses: { leftMs: 0 } },
    { result: failure, made: [1] },
  ],
  ['pauses as long as the other side asks for', 1, { pauseAfter: () => 30 }, { pauses: [30] }],
])('a retry %s', async (_, failures, options, expected) => {
  expect(await run(failures, options)).toMatchObject(expected)
})

test('a retry ends when its signal aborts, also in a pause', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort('cancelled'), 20)
  const options = { backoffMs: 60_000, signal: controller.signal }
  expect(await run(10, options)).toMatchObject({ result: 'cancelled', made: [1] })
  expect(await run(10, options)).toMatchObject({ result: failure, made: [1] })
})

test('pauses double, up to the longest one, with a jitter of up to 50 %', async () => {
  const { pauses } = await run(10, { attempts: 4, backoffMs: 20, maxBackoffMs: 40 })
  const jitters = pauses.map((ms, at) => ms / ([20, 40, 40][at] ?? 0))
  expect(jitters).toHaveLength(3)
  expect(Math.min(...jitters)).toBeGreaterThanOrEqual(1)
  expect(Math.max(...jitters)).toBeLessThanOrEqual(1.5)
})

test('some statuses and errors of the network are transient', () => {
  const statuses = [200, 401, 403, 404, 408, 429, 500, 503]
  const isTransient = (status: number) => pauseAfter(statusError(status, {}, 0), 1) === 0
  expect(statuses.filter(isTransient)).toEqual([408, 429, 500, 503])
  const transient = ['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']
  const codes = [...transient, 'ENOSPC', 'Z_DATA_ERROR', 'CERT_HAS_EXPIRED', 'toString', undefined]
  expect(codes.filter((code) => pauseAfter({ code }, 1) === 0)).toEqual(transient)
})

test('an error of a certificate advises to name its authority', () => {
  for (const code of ['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE']) {
    const { message } = explained(
      'https://github.test/?sig=signature',
      1,
      Object.assign(Error('untrusted'), { code }),
    )
    expect(message).toMatch(
      /^Could not get https:\/\/github\.test\/: untrusted\. .*`NODE_EXTRA_CA_CERTS`/,
    )
  }
})
