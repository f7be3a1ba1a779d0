// The environment that the CLI gets.
import { expect, test } from '@jest/globals'
import { scrubbed } from '../../src/cli/environment.ts'

const token = 'Zq7-first.part_9f2e-LAST-part-8x'

const kept = {
  PATH: '/usr/bin',
  HTTPS_PROXY: 'http://proxy.example:3128',
  no_proxy: 'localhost',
  SSL_CERT_FILE: '/etc/ca.pem',
  NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
  RUNNER_TRACKING_ID: 'github_1',
  RUNNER_TEMP: '/tmp',
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_WORKSPACE: '/work',
  CHOREO_ENV: 'prod',
  MY_INPUT_FILE: 'kept',
  EMPTY: '',
}
const removed = {
  INPUT_TOKEN: 'x',
  'INPUT_FALLBACK-TOKEN': 'y',
  input_lower: 'z',
  STATE_session: '/tmp/session',
  ACTIONS_RUNTIME_TOKEN: 'x',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
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
  expect(scrubbed({ ...kept, ...removed }, [token, 'second-token'])).toEqual(kept)
})

test('an empty token removes no variable', () => {
  expect(scrubbed(kept, ['', token])).toEqual(kept)
})
