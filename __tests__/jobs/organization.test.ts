// Logins that have to reach an expected organization. Which lists are understood, and which names match,
// are tables of `parseOrganizations` and `reaches`.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expectFailedLogin, expectFailure, keeping } from '../expectations.ts'
import { setUp, token } from '../set-up.ts'
import { acme } from '../stand-in/platform.ts'

const world = setUp()

test.concurrent('a token that reaches the organization keeps its login, whatever the name looks like', async () => {
  const name = '##[error]<img src=x onerror=y>|[a](b)'
  const member = world.addAccount('member', { organizations: [{ ...acme, name }] })
  const inputs = world.inputs({ token: member, 'expected-organization': name })
  const main = await world.start().main(inputs)
  expect(main).toMatchObject({ exitCode: 0, annotations: [], commands: [] })
  expect(main.summary).toContain('##[error]&lt;img src=x onerror=y&gt;|[a](b), verified')
  expect(world.logoutsOf(member)).toBe(0)
})

test.concurrent('a token that does not reach the organization is logged out again', async () => {
  const job = world.start()
  const outsider = world.addAccount('outsider', { organizations: [acme] })
  const inputs = world.inputs({ token: outsider, 'expected-organization': 'acm' })
  const { title, message, main } = await expectFailedLogin(job, inputs)
  expect(title).toBe('Choreo: Wrong organization')
  expect(message).toMatch(/"acm".*`expected-organization`.*"acme"/)
  expect(main.outputs['session']).toBeUndefined()
  expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 127 })
  expect(world.logoutsOf(outsider)).toBe(1)
})

test.concurrent('a login outside of the session is logged out again, and a log-out that fails is named', async () => {
  const list = `[ "$1" != list ] || echo '[{"handle": "other"}]'`
  const outside = 'cat > /dev/null; echo "$1" >> "$(dirname "$0")/called"'
  const { job, inputs } = world.scripted(`${outside}\n${list}\n[ "$1" != logout ] || exit 1`)
  const { annotations } = await job.main({ ...inputs, 'expected-organization': 'acme' })
  const titles = annotations.map(({ title }) => title)
  expect(titles).toEqual(['Choreo: Login not isolated', 'Choreo: Wrong organization'])
  expect(annotations[1]?.message).toContain('evoke the token')
  const called = readFileSync(join(dirname(inputs['cli-path']), 'called'), 'utf8')
  expect(called).toMatch(/login\nlist\nlogout\n$/)
})

test.concurrent('the log-out after a wrong organization gets no variable that holds a secret', async () => {
  const { job, inputs } = world.scripted(`${keeping}
    [ "$1" != list ] || echo '[{"handle":"other"}]'
    [ "$1" != logout ] || env > "$GITHUB_WORKSPACE/variables"`)
  const secrets = { token, 'github-token': 'ghs_0123456789abcdef' }
  const env = { CHOREO_TOKEN: secrets.token, GH_TOKEN: secrets['github-token'] }
  const all = { ...inputs, ...secrets, 'expected-organization': 'acme' }
  expectFailure(await job.main(all, { env }), token)
  const { stdout } = await job.step('cat variables')
  expect(stdout).toContain('CHOREO_LOGIN_SESSION=')
  for (const secret of Object.values(secrets)) expect(stdout).not.toContain(secret)
})

/** Logs in with a CLI that ends the listing of organizations with this script. */
async function refusedBy(list: string) {
  const { job, inputs } = world.scripted(`${keeping}\n[ "$1" != list ] || { ${list}\n}`)
  return expectFailedLogin(job, { ...inputs, 'expected-organization': 'acme' })
}

const print = (text: string) => `cat << 'END'\n${text}\nEND`
const many = Array.from({ length: 13 }, (_, at) => ({ handle: `org-${at}` }))
const hostile = `\u001b[31m\r\n::error::x\n##[error]x %0A::set-env name=A::b ${'x'.repeat(500)}`

test.concurrent.each<[list: string, printed: unknown, words: RegExp]>([
  ['13 organizations names ten', many, /"org-0", "org-1".*"org-9" .*\b3\b/],
  ['no organization says so', [], / no organization/],
  ['two spaces keeps both, for the masks of the runner', [{ name: 'Acme  Inc' }], /"Acme {2}Inc"/],
  ['a hostile name is one short line', [{ handle: hostile }], /^[^\n\u001b]{0,499}\nMore: .*$/],
])('the message for a token of %s', async (_, printed, words) => {
  const { title, message } = await refusedBy(print(JSON.stringify(printed)))
  expect(title).toBe('Choreo: Wrong organization')
  expect(message).toMatch(words)
})

test.concurrent('an invisible character in the expected name is named', async () => {
  const { job, inputs } = world.scripted(`${keeping}\n[ "$1" != list ] || echo '[{"name":"acme"}]'`)
  const { message } = await expectFailedLogin(job, {
    ...inputs,
    'expected-organization': 'ac\u200bme',
  })
  expect(message).toContain('invisible character')
})

test.concurrent.each<[why: string, list: string, words: string]>([
  ['the CLI cannot list organizations', 'echo "unknown command" >&2; exit 1', '`cli: wdp`'],
  ['the list cannot be read', print('HANDLE\nacme'), '`cli-version`'],
  ['the CLI fails', `${print(JSON.stringify([acme]))}\nexit 9`, ' 9.'],
])('a login is undone when %s', async (_, list, words) => {
  const { title, message } = await refusedBy(list)
  expect(title).toBe('Choreo: Organization not verified')
  expect(message).toContain('"acme"')
  expect(message).toContain(words)
  expect(message).not.toContain(token)
})
