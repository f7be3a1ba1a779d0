// What a login reports: its log, its job summary, and the warning of an expiry date.
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { everything, expectFailure, expectLogin, expectLogout } from '../expectations.ts'
import type { Job } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

test.concurrent('a login without an expected organization says nothing about organizations', async () => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  const { log, summary } = await expectLogin(job, inputs)
  expect(log.join() + summary).not.toMatch(/organization/i)
})

// The runner masks a secret only where it is unchanged, and knows these names of the five signs.
test.concurrent('log and summary change no sign of a value but five, and line breaks', async () => {
  const organization = `R&D "Acme"  <Inc>_'s * #1 [a](b)`
  const { job, inputs } = world.scripted(`touch "$HOME/kept"
    [ "$1" != list ] || printf '[{"name":"%s"}]' 'R&D \\"Acme\\"  <Inc>_'"'"'s * #1 [a](b)'`)
  const main = await expectLogin(job, { ...inputs, 'expected-organization': organization })
  expect(main.log.join('\n')).toContain(organization)
  expect(main.summary).toContain('<td>R&amp;D &quot;Acme&quot;  &lt;Inc&gt;_&apos;s * #1 [a](b)')
})

test.concurrent('the summary of a failed login keeps the lines of the message', async () => {
  const { job, inputs } = world.scripted('echo "Error: a  <b>" >&2; exit 3')
  const { summary } = await job.main(inputs)
  expect(summary).toContain('<td>Login failed</td>')
  expect(summary).toMatch(/<br> {2}Error: a {2}&lt;b&gt;<br>.*<br>1\. /)
})

const published = {
  GITHUB_ACTION_REPOSITORY: 'octo/choreo-login',
  GITHUB_ACTION_REF: 'v1',
}
const link = 'https://github.com/octo/choreo-login/blob/v1/docs/troubleshooting.md'

describe('an annotation', () => {
  test.concurrent.each([
    ['error', { 'cli-path': '', region: 'DE' }, {}, `More: ${link}#invalid-input`],
    ['warning', { 'token-expires-on': '2001-01-01' }, {}, `More: ${link}#token-expires`],
    ['notice', { token: '', 'on-missing-token': 'skip' }, {}, `More: ${link}#login-skipped`],
    [
      'error of a local action',
      { region: 'DE' },
      { GITHUB_ACTION_REPOSITORY: '' },
      'More: docs/troubleshooting.md, *Invalid input*',
    ],
    [
      'warning on another server',
      { 'token-expires-on': '2001-01-01' },
      { GITHUB_SERVER_URL: 'https://github.example' },
      'More: docs/troubleshooting.md, *Token expires*',
    ],
  ])('(%s) ends with a link to its explanation', async (_, more, env, end) => {
    const { job, inputs } = world.scripted('touch "$HOME/kept"')
    const main = await job.main({ ...inputs, ...more }, { env: { ...published, ...env } })
    expect(main.annotations).toHaveLength(1)
    expect(main.annotations[0]?.message.endsWith(`\n${end}`)).toBe(true)
  })

  const name = 'x'.repeat(3000)
  const lines = `for n in 1 2 3 4 5 6; do printf '%0599d\\n' $n >&2; done; exit 1`

  test.concurrent.each([
    ['two quotations', lines, { 'fallback-token': 'another-token-0123' }],
    [
      'long organizations',
      `[ "$1" != list ] || echo '[{"name":"${name}"}]'`,
      { 'expected-organization': 'y'.repeat(200) },
    ],
    ['a long path', '', { 'cli-path': `/${name}/${name}` }],
    ['long inputs', '', { command: name, region: name, 'cli-version': name, 'github-url': name }],
  ])('with %s is shorter than 4,096 characters', async (_, script, more) => {
    const { job, inputs } = world.scripted(`touch "$HOME/kept"\n${script}`)
    const main = await job.main({ ...inputs, ...more }, { env: published })
    const { message } = expectFailure(main, token)
    expect(message.length).toBeLessThan(4096)
    expect(message).toMatch(/\nMore: https:\S+$/)
  })
})

test.concurrent('a login that writes nothing is a warning, also when `--version` wrote something', async () => {
  const { job, inputs } = world.scripted(
    '[ "$1" != --version ] || touch "$HOME/log"; cat >/dev/null',
  )
  const main = await job.main(inputs)
  expect(main).toMatchObject({
    exitCode: 0,
    annotations: [{ title: 'Choreo: Login not isolated' }],
  })
})

test.concurrent('a version of `wdp` that fails for every command is a warning', async () => {
  const { job, inputs } = world.scripted('echo "wdp version v1.2.25-wdp"; touch "$HOME/kept"')
  const main = await job.main({ ...inputs, cli: 'wdp' })
  expect(main.annotations).toMatchObject([{ title: 'Choreo: CLI version too old' }])
  expect(main.annotations[0]?.message).toContain('v1.2.26')
})

test.concurrent('debug logging does not print the token', async () => {
  const job = world.start()
  const token = world.addAccount('debugged', { fault: { status: 503, times: 1 } })
  const inputs = world.inputs({ token, 'expected-organization': 'debugged' })
  const env = { RUNNER_DEBUG: '1' }
  const main = await expectLogin(job, inputs, { env })
  expect(main.stdout).toContain('::debug::')
  expect(everything(main)).not.toContain(token)
  await expectLogout(job, main, inputs, { env })
})

test.concurrent('a token is not taken for the version that the CLI prints', async () => {
  const { job, inputs } = world.scripted(`echo "choreo 3.2.1-${token}"; touch "$HOME/kept"`)
  expect(everything(await expectLogin(job, inputs))).not.toContain(token)
})

test.concurrent.each([
  'A new version v1.3.0 is available, you have v1.2.33.',
  'New version available: v1.3.0',
  'Update available: v1.3.0',
])('the version is not taken from the notice "%s"', async (notice) => {
  const { job, inputs } = world.scripted(`touch "$HOME/kept"
    [ "$1" != --version ] || printf '\\033[33m%s\\033[0m\\nchoreo version v1.2.33\\n' '${notice}'`)
  expect((await expectLogin(job, inputs)).outputs['cli-version']).toBe('v1.2.33')
})

test.concurrent.each<[what: string, summary: string, file: (job: Job) => string | undefined]>([
  ['`summary: false`', 'False', (job) => join(job.directory, 'summary')],
  ['a summary file that is unset', 'true', () => undefined],
  ['a summary file that is missing', 'true', (job) => join(job.directory, 'no', 'such', 'file')],
  ['a summary file that is a directory', 'true', (job) => job.home],
])('a login with %s succeeds without a summary', async (_, summary, file) => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  const env = { GITHUB_STEP_SUMMARY: file(job) }
  expect((await expectLogin(job, { ...inputs, summary }, { env })).summary).toBe('')
  expect(await job.step('cat summary')).toMatchObject({ exitCode: 1 })
})

test.concurrent.each([
  ['101', ['Choreo: Token expires']],
  ['4', []],
])('`expiry-warning-days: %s`, 100 days before the date, warns %j', async (days, titles) => {
  const date = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10)
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  const main = await job.main({ ...inputs, 'token-expires-on': date, 'expiry-warning-days': days })
  expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
  // One day less after midnight.
  const message = expect.stringMatching(new RegExp(`in (99|100) days, on ${date}`))
  expect(main.annotations).toEqual(titles.map((title) => ({ level: 'warning', title, message })))
  expect(main.summary).toMatch(/<td>in (99|100) days<\/td>/)
})
