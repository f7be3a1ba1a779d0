// Everything that a job gives the CLI, written down by a CLI that looks at itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { encodingsOf } from '../../src/token/token.ts'
import { expectFailure, expectLogin, expectLogout } from '../expectations.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
const secret = {
  CHOREO_TOKEN: token,
  XDG_CACHE_HOME: '/home/octo/.cache',
  XDG_CONFIG_HOME: '/home/octo/.config',
  WITH_TOKEN_INSIDE: `{"token":"${token}"}`,
  GH_TOKEN: 'ghs_0123456789abcdef',
  NODE_AUTH_TOKEN: 'ghs_0123456789abcdef',
  BASIC: Buffer.from(`octo:${token}`).toString('base64'),
}

test('the CLI is called three times, and gets the token on standard input alone', async () => {
  const { job, inputs } = world.scripted(`name="$GITHUB_WORKSPACE/seen-$1"
    tr '\\0' '\\n' < /proc/$$/environ > "$name-environment"
    tr '\\0' '\\n' < /proc/$$/cmdline | tail -n +3 > "$name-arguments"
    if [ "$1" = login ]
      then cat > "$HOME/credentials"; sha256sum < "$HOME/credentials" > "$name-input"
      else cat > "$name-input"
    fi`)
  const all = {
    ...inputs,
    region: 'EU',
    'fallback-token': 'another-token-0123',
    'github-token': 'ghs_0123456789abcdef',
  }
  const main = await expectLogin(job, all, { env: secret })
  await expectLogout(job, main, all, { env: secret })

  const read = (name: string) => readFileSync(join(job.directory, `seen-${name}`), 'utf8')
  const { stdout } = await job.step(`printf '%s\\n' '${token}' | sha256sum`)
  expect(read('login-input')).toBe(stdout)
  expect(read('login-arguments')).toBe('login\n--with-token\n')
  expect(read('logout-arguments')).toBe('logout\n')
  expect(read('--version-arguments')).toBe('--version\n')
  expect(read('logout-input') + read('--version-input')).toBe('')

  for (const call of ['login', 'logout', '--version']) {
    const lines = read(`${call}-environment`).trimEnd().split('\n')
    const variables = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)))
    expect(variables).toMatchObject({
      HOME: join(main.session, 'home'),
      SKIP_KEYRING: 'true',
      CHOREO_REGION: 'EU',
      CHOREO_LOGIN_SESSION: main.session,
      PATH: expect.stringContaining(job.env['PATH'] ?? ''),
      RUNNER_TRACKING_ID: job.env['RUNNER_TRACKING_ID'],
      RUNNER_TEMP: job.temp,
      GITHUB_REPOSITORY: 'octo/app',
    })
    const forbidden =
      /^(XDG_(CACHE|CONFIG)_HOME$|INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)|TOKEN|BASIC/i
    expect(Object.keys(variables).filter((name) => forbidden.test(name))).toEqual([])
    for (const form of [...encodingsOf(token), 'another-token-0123']) {
      expect(read(`${call}-environment`)).not.toContain(form)
    }
  }
})

test('the log-out after a wrong organization gets no variable that holds a token', async () => {
  const { job, inputs } = world.scripted(`case $1 in
    login) cat > "$HOME/kept" ;;
    list) echo '[]' ;;
    logout) env > "$GITHUB_WORKSPACE/seen" ;; esac`)
  const all = { ...inputs, 'expected-organization': 'acme' }
  const main = await job.main(all, { env: secret })
  expect(expectFailure(main, token).title).toBe('Choreo: Wrong organization')
  const seen = readFileSync(join(job.directory, 'seen'), 'utf8')
  expect(seen).toContain('CHOREO_LOGIN_SESSION=')
  for (const form of encodingsOf(token)) expect(seen).not.toContain(form)
})
