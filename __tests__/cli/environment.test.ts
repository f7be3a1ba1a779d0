// The environment that the CLI gets.
import { expect, test } from '@jest/globals'
import { scrubbed } from '../../src/cli/environment.ts'

const token = 'Zq7-first.part_9f2e-LAST-part-8x'

const kept = {
  PATH: '/usr/bin',
  HTTPS_PROXY: 'http://proxy.example:3128',
  SSL_CERT_FILE: '/etc/ca.pem',
  RUNNER_TRACKING_ID: 'github_1',
  GITHUB_REPOSITORY: 'octo/app',
  CHOREO_ENV: 'prod',
  MY_INPUT_FILE: 'kept',
  EMPTY: '',
}
const filesOfRunner = [
  'ENV',
  'PATH',
  'OUTPUT',
  'STATE',
  'STEP_SUMMARY',
  'ARTIFACTS',
  'ARTIFACTS_LIST',
]
const removed = {
  ...Object.fromEntries(filesOfRunner.map((name) => [`GITHUB_${name}`, '/files/one'])),
  INPUT_TOKEN: 'x',
  input_lower: 'z',
  STATE_session: '/tmp/session',
  ACTIONS_RUNTIME_TOKEN: 'x',
  GITHUB_TOKEN: 'ghs_x',
  CHOREO_TOKEN: token,
  CONFIG: `{"token":"${token}"}`,
  HEADER: `Basic ${Buffer.from(`user:${token}`).toString('base64')}`,
  FALLBACK: 'second-token',
  GH_TOKEN: 'ghs_0123456789',
  NODE_AUTH_TOKEN: 'ghs_0123456789',
  UNSET: undefined,
}

test('the CLI gets the variables of the job, without those of the action and of the tokens', () => {
  // An empty token is part of every value, and removes none.
  const secrets = [token, '', 'second-token', 'ghs_0123456789']
  expect(scrubbed({ ...kept, ...removed }, secrets)).toStrictEqual(kept)
})
