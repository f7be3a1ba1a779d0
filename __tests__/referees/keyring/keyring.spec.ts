// A CLI that really uses the keyring of the operating system, unless SKIP_KEYRING tells it not to.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { expectClean } from '../../expectations.ts'
import { holders, type Job } from '../../runner.ts'
import { setUp } from '../../set-up.ts'
import { type Keyring, type SecretService, startSecretService } from './secret-service.ts'

const world = setUp()
const token = 'token-that-no-keyring-may-hold'
let directory: string
let cli: string
/** The same CLI, which never sees SKIP_KEYRING. */
let cliWithKeyring: string

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-keyring-'))
  cli = join(directory, 'choreo')
  cliWithKeyring = join(directory, 'with-keyring', 'choreo')
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' }
  execFileSync('go', ['build', '-o', cli, '.'], { cwd: import.meta.dirname, env })
  const script = `#!/bin/sh\nunset SKIP_KEYRING\nexec '${cli}' "$@"\n`
  mkdirSync(join(directory, 'with-keyring'))
  writeFileSync(cliWithKeyring, script, { mode: 0o755 })
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function start({ env }: Pick<SecretService, 'env'>): Job {
  const job = world.start({ build: 'dist' })
  Object.assign(job.env, env)
  return job
}

describe('with an unlocked keyring', () => {
  let service: SecretService
  beforeAll(async () => {
    service = await startSecretService('unlocked')
  })
  afterAll(() => service?.stop())
  beforeEach(async () => expect(await service.search()).toBe(''))

  test('the CLI alone keeps the token there: the search can find it', async () => {
    const job = start(service)
    const env = { TOKEN: token }
    const login = await job.step(`printf %s "$TOKEN" | ${cli} login --with-token`, { env })
    expect(login).toMatchObject({ exitCode: 0, stderr: '' })
    expect(await service.search()).toContain(`secret = ${token}`)
    expect(holders(job.directory, token)).toEqual([])
    expect(await job.step(`${cli} logout`)).toMatchObject({ exitCode: 0, stderr: '' })
  })

  test('a job logs in, deploys and logs out, and the keyring is empty all the time', async () => {
    const job = start(service)
    const inputs = { token, 'cli-path': cli }
    const results = await service.watch(async () => {
      const main = await job.main(inputs)
      expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
      expect(holders(job.temp, token)).toEqual([
        join(main.outputs['session'] ?? '', 'home', '.choreo', 'credentials'),
      ])
      const step = await job.step('choreo list projects; choreo create deployment shop')
      expect(step).toMatchObject({ exitCode: 0, stdout: 'storefront\nDeployed shop\n', stderr: '' })
      expectClean(await job.post(main, inputs), job, token)
    })
    expect(results.length).toBeGreaterThan(5)
    expect(results.filter((result) => result !== '')).toEqual([])
  })

  test('a CLI that uses the keyring anyway is reported, and its log-out empties the keyring', async () => {
    const job = start(service)
    const inputs = { token, 'cli-path': cliWithKeyring }
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
    const job = start(service)
    const inputs = { token, 'cli-path': cli }
    const main = await job.main(inputs)
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expectClean(await job.post(main, inputs), job, token)
    const failed = await job.main({ token, 'cli-path': cliWithKeyring })
    expect(failed).toMatchObject({ exitCode: 1, stderr: '', outputs: { authenticated: 'false' } })
    expect(failed.annotations).toMatchObject([{ level: 'error', title: 'Choreo: No keyring' }])
    const said = `The CLI said:\n  Error: failed to write to keyring user_info_path: ${words}`
    expect(failed.annotations[0]?.message).toContain(said)
    expect(holders(job.directory, token)).toEqual([])
  } finally {
    await service.stop()
  }
})
