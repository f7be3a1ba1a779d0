// The explanations of an empty token.
import { expect, test } from '@jest/globals'
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

const bot = 'dependabot[bot]'

test.each<[keyof typeof words, string, string, Event | undefined, string]>([
  ['fork', 'a pull request from a fork', 'pull_request', fork, 'mona'],
  ['fork', 'a pull request from a deleted fork', 'pull_request', from(null), 'mona'],
  ['fork', 'a comment', 'pull_request_review_comment', fork, 'mona'],
  ['name', 'a pull request of the repository', 'pull_request', own, 'mona'],
  ['name', 'a push', 'push', {}, 'mona'],
  ['name', 'nothing that is known', '', undefined, ''],
  ['elevated', 'pull_request_target', 'pull_request_target', fork, 'mona'],
  ['elevated', 'workflow_run', 'workflow_run', {}, 'mona'],
  ['dependabot', 'a pull request of Dependabot', 'pull_request', own, bot],
  ['dependabot', 'a push of Dependabot', 'push', {}, bot],
  ['elevated', 'pull_request_target for Dependabot', 'pull_request_target', own, bot],
  ['name', 'a schedule that Dependabot touched last', 'schedule', {}, bot],
])('%s explains %s', (kind, _, GITHUB_EVENT_NAME, event, GITHUB_ACTOR) => {
  for (const mode of ['fail', 'skip'] as const) {
    const why = explainMissingToken({ GITHUB_EVENT_NAME, GITHUB_ACTOR }, event, mode)
    expect(why.startsWith('The input `token` is empty. ')).toBe(true)
    expect(why).toContain(words[kind])
    for (const [other, text] of Object.entries(words)) {
      if (other !== kind && other !== 'name') expect(why).not.toContain(text)
    }
    const advises = mode === 'fail' && (kind === 'fork' || kind === 'dependabot')
    expect(why.includes('on-missing-token: skip')).toBe(advises)
  }
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
