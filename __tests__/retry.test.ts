import { describe, expect, test } from '@jest/globals'
import { isPassingStatus, pauseAfter, refusedForNow, silent } from '../src/retry.ts'

const refused = (retryAfter?: string) => refusedForNow('answered with status 503', retryAfter)

describe('the pause before another try', () => {
  test.each([
    [1, 0, 187.5],
    [1, 0.5, 250],
    [1, 1, 312.5],
    [2, 0.5, 500],
    [3, 0.5, 1000],
    [4, 0.5, undefined],
  ])('after %d tries, with the dice at %d, is %s ms', (tries, random, pauseMs) => {
    expect(pauseAfter(tries, refused(), random)).toBe(pauseMs)
  })

  test.each([
    ['3', 3000],
    ['0', 250],
    ['20', 20_000],
    ['21', undefined],
    ['soon', 250],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 250],
  ])('is what the server asks for: %s', (retryAfter, pauseMs) => {
    expect(pauseAfter(1, refused(retryAfter), 0.5)).toBe(pauseMs)
  })

  test('is what the server asks for as a date', () => {
    const date = new Date(Date.now() + 5000).toUTCString()
    expect(pauseAfter(1, refused(date), 0.5)).toBeGreaterThan(3000)
    expect(pauseAfter(1, refused(date), 0.5)).toBeLessThanOrEqual(5000)
  })

  test('is short after silence, and there is no third try', () => {
    expect(pauseAfter(1, silent('host', 10_000), 0.5)).toBe(250)
    expect(pauseAfter(2, silent('host', 10_000), 0.5)).toBeUndefined()
  })

  test.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE'])(
    'is short after %s',
    (code) => {
      expect(pauseAfter(1, Object.assign(new Error(), { code }), 0.5)).toBe(250)
    },
  )

  test.each(['ENOSPC', 'Z_DATA_ERROR', 'CERT_HAS_EXPIRED', 'toString', undefined])(
    'is none after %s: it would happen again',
    (code) => {
      expect(pauseAfter(1, Object.assign(new Error(), { code }), 0.5)).toBeUndefined()
    },
  )
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
])('the status %d is worth another try: %s', (status, expected) => {
  expect(isPassingStatus(status)).toBe(expected)
})
