import { describe, expect, test } from '@jest/globals'
import { isRetryable, isTransient } from '../../src/install/network-error.ts'
import { backoffAfter, type RetryOptions, retry } from '../../src/retry.ts'

describe('a retry', () => {
  const fails = Error('transient')
  const run = async (more: Partial<RetryOptions> = {}, failures = 10) => {
    const made: number[] = []
    const pauses: number[] = []
    const options: RetryOptions = {
      attempts: 3,
      backoffMs: 1,
      isRetryable: () => true,
      onRetry: (thrown, attempt, pauseMs) => {
        expect([thrown, attempt]).toEqual([fails, made.length])
        pauses.push(pauseMs)
      },
      signal: new AbortController().signal,
      ...more,
    }
    const result = await retry(async (number) => {
      made.push(number)
      if (number <= failures) throw fails
      return 'done'
    }, options).catch((thrown: unknown) => thrown)
    return { result, made, pauses }
  }

  test('returns what the first successful attempt returns', async () => {
    expect(await run({}, 0)).toEqual({ result: 'done', made: [1], pauses: [] })
    expect(await run({}, 2)).toMatchObject({ result: 'done', made: [1, 2, 3] })
  })

  test('throws what the last attempt threw, unchanged', async () => {
    const { result, made, pauses } = await run()
    expect(result).toBe(fails)
    expect(made).toEqual([1, 2, 3])
    expect(pauses).toHaveLength(2)
  })

  test('makes no further attempt after what is not retryable', async () => {
    const onlyFirst: RetryOptions['isRetryable'] = (thrown, attempt) =>
      thrown === fails && attempt < 2
    expect(await run({ isRetryable: onlyFirst })).toMatchObject({ result: fails, made: [1, 2] })
  })

  test('pauses as long as the other side asks for', async () => {
    const { pauses } = await run({ retryAfterMs: () => 30 }, 1)
    expect(pauses).toEqual([30])
  })

  test('ends when its signal aborts, also in a pause', async () => {
    const reason = Error('cancelled')
    const controller = new AbortController()
    const ended = run({ backoffMs: 60_000, signal: controller.signal })
    setTimeout(() => controller.abort(reason), 20)
    expect(await ended).toMatchObject({ result: reason, made: [1] })
    expect(await run({ signal: controller.signal })).toMatchObject({ result: fails, made: [1] })
  })
})

test.each([
  [1, 0, 500],
  [1, 1, 750],
  [2, 0, 1000],
  [3, 0.5, 2500],
  [7, 0, 30_000],
  [20, 1, 45_000],
])('the pause after attempt %d, with the random number %d, is %d ms', (attempt, random, ms) => {
  const options = { backoffMs: 500, maxBackoffMs: 30_000 } as RetryOptions
  expect(backoffAfter(attempt, options, random)).toBe(ms)
})

test.each([
  [408, true],
  [429, true],
  [500, true],
  [503, true],
  [200, false],
  [401, false],
  [403, false],
  [404, false],
])('the status %d is transient: %s', (status, expected) => {
  expect(isTransient(status)).toBe(expected)
})

test.each([
  ...['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE'].map(
    (code) => [code, true] as const,
  ),
  ...['ENOSPC', 'Z_DATA_ERROR', 'CERT_HAS_EXPIRED', 'toString', undefined].map(
    (code) => [code, false] as const,
  ),
])('an error with the code %s is retryable: %s', (code, expected) => {
  expect(isRetryable(Object.assign(new Error(), { code }), 1)).toBe(expected)
})
