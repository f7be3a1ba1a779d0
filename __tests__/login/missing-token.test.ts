// The explanations of an empty token.
import { expect, test } from '@jest/globals'
import { type Event, explainMissingToken } from '../../src/login/missing-token.ts'

const base = { repo: { full_name: 'octo/app' } }
const from = (repo: unknown) => ({ pull_request: { head: { repo }, base } })
const fork = from({ full_name: 'someone/app' })
const own = from({ full_name: 'octo/app' })

const words = {
  fork: /This pull request comes from a fork/,
  dependabot: /Secrets and variables, Dependabot as well/,
  elevated: /Runs of this event get secrets/,
  name: /a secret that does not exist .*the name of the secret.*`environment`.*`secrets: inherit`/,
}

const bot = 'dependabot[bot]'

test.each<[keyof typeof words, string, string, unknown, string]>([
  ['fork', 'a pull request from a fork', 'pull_request', fork, 'mona'],
  ['fork', 'a pull request from a deleted fork', 'pull_request', from(null), 'mona'],
  ['fork', 'a comment', 'pull_request_review_comment', fork, 'mona'],
  ['name', 'a pull request of the repository', 'pull_request', own, 'mona'],
  ['name', 'a push', 'push', {}, 'mona'],
  ['name', 'an event that cannot be read', 'pull_request', undefined, 'mona'],
  ['name', 'no pull request', 'pull_request', { pull_request: null }, 'mona'],
  [
    'name',
    'a head that is null',
    'pull_request',
    { pull_request: { head: null, base: 7 } },
    'mona',
  ],
  ['name', 'a repository of another type', 'pull_request', from('x'), 'mona'],
  ['elevated', 'pull_request_target', 'pull_request_target', fork, 'mona'],
  ['elevated', 'workflow_run', 'workflow_run', {}, 'mona'],
  ['dependabot', 'a pull request of Dependabot', 'pull_request', own, bot],
  ['elevated', 'pull_request_target for Dependabot', 'pull_request_target', own, bot],
  ['name', 'a schedule that Dependabot touched last', 'schedule', {}, bot],
])('%s explains %s', (kind, _, GITHUB_EVENT_NAME, event, GITHUB_ACTOR) => {
  for (const mode of ['fail', 'skip'] as const) {
    const why = explainMissingToken(
      { GITHUB_EVENT_NAME, GITHUB_ACTOR },
      event as Event | undefined,
      mode,
      'empty',
    )
    expect(why.startsWith('The input `token` is empty. ')).toBe(true)
    const kinds = Object.entries(words).filter(([, text]) => text.test(why))
    expect(kinds.map(([name]) => name)).toEqual(kind === 'elevated' ? ['elevated', 'name'] : [kind])
    const advises = mode === 'fail' && (kind === 'fork' || kind === 'dependabot')
    expect(why.includes('on-missing-token: skip')).toBe(advises)
  }
})

test('the text `false` is explained as the value of a condition, and can be skipped', () => {
  const why = explainMissingToken({ GITHUB_EVENT_NAME: 'push' }, {}, 'fail', 'false')
  expect(why).toMatch(/^The input `token` is `false`\. .*`\|\| ''`.*on-missing-token: skip/)
})
