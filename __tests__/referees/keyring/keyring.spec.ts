// A CLI that really uses the keyring of the operating system, unless SKIP_KEYRING tells it not to.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { expectClean, failedLogin } from '../../expectations.ts'
import { holders } from '../../runner.ts'
import { setUp, token } from '../../set-up.ts'
import { type Keyring, type SecretService, startSecretService } from './secret-service.ts'

const world = setUp()
const directory = mkdtempSync(join(tmpdir(), 'choreo-login-keyring-'))
const cli = join(directory, 'choreo')
/** A script that runs the same CLI, which then never sees SKIP_KEYRING. */
const withKeyring = `unset SKIP_KEYRING\nexec '${cli}' "$@"`

beforeAll(() => {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' }
  execFileSync('go', ['build', '-o', cli, '.'], { cwd: import.meta.dirname, env })
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function start({ env }: SecretService, script = `exec '${cli}' "$@"`) {
  const started = world.scripted(script)
  Object.assign(started.job.env, env)
  return started
}

describe('with an unlocked keyring', () => {
  let service: SecretService
  beforeAll(async () => {
    service = await startSecretService('unlocked')
  })
  afterAll(() => service?.stop())
  beforeEach(async () => expect(await service.search()).toBe(''))

  test('a job logs in, uses the login and logs out, and the keyring is empty all the time', async () => {
    const { job, inputs } = start(service)
    const results = await service.searchDuring(async () => {
      const main = await job.main(inputs)
      expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
      expect(holders(job.temp, token)).toEqual([
        join(main.outputs['session'] ?? '', 'home', '.choreo', 'credentials'),
      ])
      const step = await job.step('choreo list projects')
      expect(step).toMatchObject({ exitCode: 0, stdout: 'storefront\n', stderr: '' })
      expectClean(await job.post(main, inputs), job, token)
    })
    expect(results.length).toBeGreaterThan(5)
    expect(results.filter((result) => result !== '')).toEqual([])
  })

  test('a CLI that uses the keyring anyway is reported, and its log-out empties the keyring', async () => {
    const { job, inputs } = start(service, withKeyring)
    const main = await job.main(inputs)
    expect(main).toMatchObject({ exitCode: 0, stderr: '' })
    expect(main.annotations).toMatchObject([{ level: 'warning', title: 'Choreo: Login not isolated' }])
    expect(await service.search()).toContain(`secret = ${token}`)
    expectClean(await job.post(main, inputs), job, token)
    expect(await service.search()).toBe('')
  })
})

test.each<[string, Keyring, string]>([
  ['without a keyring', 'none', 'The name org.freedesktop.secrets was not provided by any .service'],
  ['with a locked keyring', 'locked', "failed to unlock correct collection '/org/freedesktop/secrets/"],
])('%s a job logs in; a CLI that needs one fails, which is explained', async (_, keyring, words) => {
  const service = await startSecretService(keyring)
  try {
    const { job, inputs } = start(service)
    const main = await job.main(inputs)
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expectClean(await job.post(main, inputs), job, token)
    const failing = start(service, withKeyring)
    const error = await failedLogin(failing.job, failing.inputs)
    expect(error.title).toBe('Choreo: No keyring')
    const said = `The CLI said:\n  Error: failed to write to keyring user_info_path: ${words}`
    expect(error.message).toContain(said)
  } finally {
    await service.stop()
  }
})
