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
const removed = {
  INPUT_TOKEN: 'x',
  input_lower: 'z',
  STATE_session: '/tmp/session',
  ACTIONS_RUNTIME_TOKEN: 'x',
  GITHUB_ENV: '/files/env',
  GITHUB_PATH: '/files/path',
  GITHUB_OUTPUT: '/files/output',
  GITHUB_STATE: '/files/state',
  GITHUB_STEP_SUMMARY: '/files/summary',
  GITHUB_ARTIFACTS: '/files/artifacts',
  GITHUB_ARTIFACTS_LIST: '/files/list',
  GITHUB_TOKEN: 'ghs_x',
  CHOREO_TOKEN: token,
  CONFIG: `{"token":"${token}"}`,
  HEADER: `Basic ${Buffer.from(`user:${token}`).toString('base64')}`,
  FALLBACK: 'second-token',
  UNSET: undefined,
}

test('the CLI gets the variables of the job, without those of the action and of the tokens', () => {
  // An empty token is part of every value, and removes none.
  expect(scrubbed({ ...kept, ...removed }, [token, '', 'second-token'])).toStrictEqual(kept)
})
