// How long a token is valid, according to the input `token-expires-on`: the CLI does not report it. Pure.
import { createToken } from '../cli/known-failures.ts'

const dayMs = 86_400_000

/**
 * Counts the calendar days, in UTC, until a token expires.
 *
 * @param expiresOn midnight UTC of its last day
 * @param now in ms since the epoch
 * @returns 0 on the last day, negative after it
 */
export function daysUntil(expiresOn: Date, now: number): number {
  return Math.round(expiresOn.valueOf() / dayMs) - Math.floor(now / dayMs)
}

/**
 * Returns a warning for a token that expires soon or has expired; undefined otherwise.
 *
 * @param days as `daysUntil` counts them
 * @param warningDays the largest number of days with a warning
 */
export function expiryWarning(
  expiresOn: Date,
  days: number,
  warningDays: number,
): string | undefined {
  if (days > warningDays) return undefined
  const date = expiresOn.toISOString().slice(0, 10)
  const verb = days < 0 ? 'expired' : 'expires'
  return (
    `According to \`token-expires-on\`, the Personal Access Token ${verb} ${inWords(days)}, on ${date}. ` +
    `${createToken} Then update the date.`
  )
}

/** Returns `in 5 days`, `today` or `1 day ago`. */
export function inWords(days: number): string {
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago`
}
