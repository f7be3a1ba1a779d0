// What the CLI is given when main and post run it in a job, written down by a CLI that looks at itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { forms } from '../src/token/token.ts'
import { expectClean, shellCli } from './expectations.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const token = 'Zq7-first.part_9f2e-LAST-part-8x'

const kept = {
  HTTPS_PROXY: 'http://proxy.example:3128',
  no_proxy: 'localhost,.example',
  SSL_CERT_FILE: '/etc/ca.pem',
  CURL_CA_BUNDLE: '/etc/ca.pem',
  LANG: 'C.UTF-8',
  CHOREO_ENV: 'prod',
}
const secret = {
  CHOREO_TOKEN: token,
  WITH_TOKEN_INSIDE: `{"token":"${token}"}`,
  BASIC: Buffer.from(`octo:${token}`).toString('base64'),
}

describe.each(['src', 'dist'] as const)('the CLI of a job (%s)', (build) => {
  test('is called three times, and never given more than it needs', async () => {
    const job = world.start({ build })
    const seen = join(job.directory, 'seen')
    const cli = shellCli(
      job,
      `name='${seen}-'$1
      tr '\\0' '\\n' < /proc/$$/environ > "$name-environment"
      tr '\\0' '\\n' < /proc/$$/cmdline > "$name-arguments"
      if [ "$1" = login ]
        then cat > "$HOME/credentials"; cp "$HOME/credentials" "$HOME/input"
          wc -l < "$HOME/input" > "$name-lines"; wc -c < "$HOME/input" > "$name-bytes"
          head -c ${token.length} "$HOME/input" | cmp -s - '${seen}-token' && echo same > "$name-same"
        else cat > "$name-input"
      fi`,
    )
    // Removed before the end, so that the last look at the job finds no token that the test put there.
    await job.step(`printf %s '${token}' > '${seen}-token'`)
    Object.assign(job.env, kept)
    const inputs = { token, 'cli-path': cli, region: 'EU', 'fallback-token': 'another-token-0123' }
    const main = await job.main(inputs, { env: secret })
    expect(main).toMatchObject({ exitCode: 0, stderr: '' })
    const post = await job.post(main, inputs, { env: secret })
    await job.step(`rm '${seen}-token'`)
    expectClean(post, job, token)

    const read = (name: string) => readFileSync(`${seen}-${name}`, 'utf8')
    expect(read('login-arguments')).toBe(`/bin/sh\n${cli}\nlogin\n--with-token\n`)
    expect(read('logout-arguments')).toBe(`/bin/sh\n${cli}\nlogout\n`)
    expect(read('--version-arguments')).toBe(`/bin/sh\n${cli}\n--version\n`)
    expect(read('login-lines').trim()).toBe('1')
    expect(read('login-bytes').trim()).toBe(String(token.length + 1))
    expect(read('login-same')).toBe('same\n')
    expect(read('logout-input') + read('--version-input')).toBe('')

    const home = join(main.outputs['session'] ?? '', 'home')
    for (const call of ['login', 'logout', '--version']) {
      const lines = read(`${call}-environment`).trimEnd().split('\n')
      const variables = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)))
      expect(variables).toMatchObject({
        ...kept,
        HOME: home,
        SKIP_KEYRING: 'true',
        CHOREO_REGION: 'EU',
        PATH: expect.stringContaining(job.env['PATH'] ?? ''),
        RUNNER_TRACKING_ID: job.env['RUNNER_TRACKING_ID'],
        RUNNER_TEMP: job.temp,
        GITHUB_REPOSITORY: 'octo/app',
      })
      const forbidden =
        /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)|TOKEN|BASIC/i
      expect(Object.keys(variables).filter((name) => forbidden.test(name))).toEqual([])
      for (const form of [...forms(token), 'another-token-0123']) {
        expect(read(`${call}-environment`)).not.toContain(form)
      }
    }
  })
})
