// The explanations of an empty token.
import { describe, expect, test } from '@jest/globals'
import { type Event, explainMissingToken } from '../../src/login/missing-token.ts'

const from = (head: unknown): Event =>
  ({ pull_request: { head: { repo: head }, base: { repo: { full_name: 'octo/app' } } } }) as Event
const fork = from({ full_name: 'someone/app' })
const own = from({ full_name: 'octo/app' })

const words = {
  fork: 'This pull request comes from a fork',
  dependabot: 'Secrets and variables, Dependabot as well',
  elevated: 'Runs of this event get secrets',
  name: 'a secret that does not exist is an empty string',
}

describe.each<
  [kind: keyof typeof words, when: string, env: Record<string, string>, event: Event | undefined]
>([
  ['fork', 'a pull request from a fork', { GITHUB_EVENT_NAME: 'pull_request' }, fork],
  ['fork', 'a pull request from a deleted fork', { GITHUB_EVENT_NAME: 'pull_request' }, from(null)],
  ['fork', 'a comment', { GITHUB_EVENT_NAME: 'pull_request_review_comment' }, fork],
  ['name', 'a pull request of the repository', { GITHUB_EVENT_NAME: 'pull_request' }, own],
  ['name', 'a push', { GITHUB_EVENT_NAME: 'push' }, {}],
  ['name', 'nothing that is known', {}, undefined],
  ['elevated', 'pull_request_target', { GITHUB_EVENT_NAME: 'pull_request_target' }, fork],
  ['elevated', 'workflow_run', { GITHUB_EVENT_NAME: 'workflow_run' }, {}],
  [
    'dependabot',
    'a pull request of Dependabot',
    { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
    own,
  ],
  ['dependabot', 'a push of Dependabot', { GITHUB_EVENT_NAME: 'push', GITHUB_ACTOR: 'dependabot[bot]' }, {}],
  [
    'elevated',
    'pull_request_target for Dependabot',
    { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_ACTOR: 'dependabot[bot]' },
    own,
  ],
  [
    'name',
    'a schedule that Dependabot touched last',
    { GITHUB_EVENT_NAME: 'schedule', GITHUB_ACTOR: 'dependabot[bot]' },
    {},
  ],
])('%s', (kind, when, env, event) => {
  test(`explains ${when}`, () => {
    for (const mode of ['fail', 'skip'] as const) {
      const why = explainMissingToken(env, event, mode)
      expect(why.startsWith('The input `token` is empty. ')).toBe(true)
      expect(why).toContain(words[kind])
      for (const [other, text] of Object.entries(words)) {
        if (other !== kind && other !== 'name') expect(why).not.toContain(text)
      }
      const advises = mode === 'fail' && (kind === 'fork' || kind === 'dependabot')
      expect(why.includes('on-missing-token: skip')).toBe(advises)
    }
  })
})

test('a missing secret is explained with three possible reasons', () => {
  const why = explainMissingToken({ GITHUB_EVENT_NAME: 'push' }, {}, 'fail')
  expect(why).toContain('the name of the secret')
  expect(why).toContain('`environment`')
  expect(why).toContain('`secrets: inherit`')
})

test.each([
  'null',
  '5',
  '{"pull_request":null}',
  '{"pull_request":{"head":null,"base":7}}',
  '{"pull_request":{"head":{"repo":"x"}}}',
])('a payload of %s does not fail the explanation', (payload) => {
  const event = (JSON.parse(payload) ?? undefined) as Event | undefined
  expect(explainMissingToken({ GITHUB_EVENT_NAME: 'pull_request' }, event, 'skip')).toContain(words.name)
})
