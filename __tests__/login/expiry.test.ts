// The days until a token expires, in UTC, and the warning about them.
import { expect, test } from '@jest/globals'
import { daysUntil, expiryWarning } from '../../src/login/expiry.ts'

test.each([
  ['2026-05-15', '2026-05-15T00:00:00Z', 0],
  ['2026-05-15', '2026-05-15T23:59:59.999Z', 0],
  ['2026-05-15', '2026-05-14T23:59:59.999Z', 1],
  ['2026-05-15', '2026-05-16T00:00:00Z', -1],
  ['2028-03-01', '2028-02-28T10:00:00Z', 2],
])('a token that expires on %s, seen at %s, has %i days left', (expiresOn, now, days) => {
  expect(daysUntil(new Date(expiresOn), Date.parse(now))).toBe(days)
})

test.each([
  [15, undefined],
  [14, 'expires in 14 days, on 2026-05-15'],
  [1, 'expires in 1 day, on 2026-05-15'],
  [0, 'expires today, on 2026-05-15'],
  [-1, 'expired 1 day ago, on 2026-05-15'],
])('with %i days left and 14 days of warning, the warning is: %s', (days, words) => {
  const warning = expiryWarning(new Date('2026-05-15'), days, 14)
  if (words === undefined) expect(warning).toBeUndefined()
  else {
    expect(warning).toContain(words)
    expect(warning).toContain('`token-expires-on`')
  }
})
