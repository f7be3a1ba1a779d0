// A CLI that really uses the keyring of the operating system, unless SKIP_KEYRING tells it not to.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { expectFailedLogin, expectLogin, expectLogout } from '../../expectations.ts'
import { holders } from '../../runner.ts'
import { setUp } from '../../set-up.ts'
import { type Keyring, type SecretService, startSecretService } from './secret-service.ts'

const world = setUp()
const directory = mkdtempSync(join(tmpdir(), 'choreo-login-keyring-'))
const cli = join(directory, 'choreo')
/** A script that runs the same CLI, which then never sees SKIP_KEYRING. */
const withKeyring = `unset SKIP_KEYRING\nexec '${cli}' "$@"`
/** Of one test. */
let service: SecretService

beforeAll(() => {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' }
  execFileSync('go', ['build', '-o', cli, '.'], { cwd: import.meta.dirname, env })
})
afterEach(() => service?.stop())
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function start(script = `exec '${cli}' "$@"`) {
  const started = world.scripted(script)
  Object.assign(started.job.env, service.env)
  return started
}

test('a job logs in, uses the login and logs out, and an unlocked keyring stays empty', async () => {
  service = await startSecretService('unlocked')
  const { job, inputs } = start()
  const main = await expectLogin(job, inputs)
  expect(await service.search()).toBe('')
  const credentials = join(main.session, 'home', '.choreo', 'credentials')
  expect(holders(job.temp, inputs.token)).toEqual([credentials])
  const step = await job.step('choreo list projects')
  expect(step).toMatchObject({ exitCode: 0, stdout: 'storefront\n', stderr: '' })
  expect(await service.search()).toBe('')
  await expectLogout(job, main, inputs)
  expect(await service.search()).toBe('')
})

test('a CLI that uses the keyring anyway is reported, and its log-out empties the keyring', async () => {
  service = await startSecretService('unlocked')
  const { job, inputs } = start(withKeyring)
  const main = await job.main(inputs)
  expect(main).toMatchObject({ exitCode: 0, stderr: '' })
  expect(main.annotations).toMatchObject([
    { level: 'warning', title: 'Choreo: Login not isolated' },
  ])
  expect(await service.search()).toContain(`secret = ${inputs.token}`)
  await expectLogout(job, main, inputs)
  expect(await service.search()).toBe('')
})

test.each<[string, Keyring, string]>([
  [
    'without a keyring',
    'none',
    'The name org.freedesktop.secrets was not provided by any .service',
  ],
  [
    'with a locked keyring',
    'locked',
    "failed to unlock correct collection '/org/freedesktop/secrets/",
  ],
])(
  '%s a job logs in; a CLI that needs one fails, which is explained',
  async (_, keyring, words) => {
    service = await startSecretService(keyring)
    const { job, inputs } = start()
    await expectLogout(job, await expectLogin(job, inputs), inputs)
    const failing = start(withKeyring)
    const said = `The CLI said:\n  Error: failed to write to keyring user_info_path: ${words}`
    const error = { title: 'Choreo: No keyring', message: expect.stringContaining(said) }
    expect(await expectFailedLogin(failing.job, failing.inputs)).toMatchObject(error)
  },
)
