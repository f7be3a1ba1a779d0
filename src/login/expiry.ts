// How long a token lasts, by the user's own note: no CLI tells. Pure.

const dayMs = 86_400_000

/**
 * Counts the calendar days, in UTC, until a token expires.
 *
 * @param expiresOn midnight UTC of its last day
 * @param now any moment of today, in ms since the epoch
 * @returns days: 0 on the last day, negative after it
 */
export function daysLeft(expiresOn: Date, now: number): number {
  return Math.round(expiresOn.valueOf() / dayMs) - Math.floor(now / dayMs)
}

/**
 * Warns of a token that expires soon, or has expired.
 *
 * @param days as `daysLeft` counts them
 * @param warningDays from how many days on there is a warning
 * @returns the warning, or undefined when there is time
 */
export function expiryWarning(
  expiresOn: Date,
  days: number,
  warningDays: number,
): string | undefined {
  const date = expiresOn.toISOString().slice(0, 10)
  const renew =
    'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New), store it ' +
    'in the secret, and update the date in the input `token-expires-on`.'
  if (days > warningDays) return undefined
  if (days < 0) {
    return `By your own note, the Personal Access Token expired on ${date}, ${inWords(days)}. ${renew}`
  }
  return `The Personal Access Token expires ${inWords(days)}, on ${date}. ${renew}`
}

/** Says when a number of days, as `daysLeft` counts them, is: `in 5 days`, `today` or `1 day ago`. */
export function inWords(days: number): string {
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago`
}
