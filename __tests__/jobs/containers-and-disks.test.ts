// Machines that differ from a hosted runner: containers, other users, a home that is missing or cannot be
// written to, unusual modes for new files, a full disk.
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  closed,
  expectFailedLogin,
  expectFailure,
  expectLogin,
  expectLogout,
  keeping,
} from '../expectations.ts'
import {
  asStranger,
  mountSmall,
  stranger,
  unprivileged,
  whyNoMount,
  whyNoStranger,
} from '../privileges.ts'
import type { Job } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

/** Runs a whole job, and expects that it works and leaves nothing. */
async function expectWorks(job: Job): Promise<void> {
  const inputs = world.inputs()
  const main = await expectLogin(job, inputs)
  expect((await job.step('choreo whoami')).stdout).toBe('octo\n')
  expect((await expectLogout(job, main, inputs)).log).toEqual([expect.stringMatching(closed)])
  expect(fs.readdirSync(job.env['RUNNER_TEMP'] ?? '')).toEqual([])
}

describe('a job container', () => {
  const withEnv = (name: string, value: string) => (job: Job) => {
    job.env[name] = value.replace('.', job.directory)
  }
  test.concurrent.each<[what: string, change: (job: Job) => unknown]>([
    ['without HOME', (job) => Reflect.deleteProperty(job.env, 'HOME')],
    ['with an empty HOME', withEnv('HOME', '')],
    ['with a home that does not exist', withEnv('HOME', './not/there')],
    ['with a home that cannot be written to', (job) => fs.chmodSync(job.home, 0o555)],
    ['with a RUNNER_TEMP that ends with a slash', withEnv('RUNNER_TEMP', './_temp/')],
    ['with a RUNNER_TEMP of many alphabets', withEnv('RUNNER_TEMP', "./_temp of Zoë's 日本 😀")],
  ])('%s logs in and out', async (_, change) => {
    const job = world.start({ through: unprivileged })
    change(job)
    fs.mkdirSync(job.env['RUNNER_TEMP'] ?? '', { recursive: true })
    await expectWorks(job)
    // Taken for a path, an empty HOME would be the directory of the job.
    expect(['.choreo', 'not'].filter((name) => fs.existsSync(join(job.directory, name)))).toEqual(
      [],
    )
  })

  const why = whyNoStranger()
  const testAsStranger = why === '' ? test : test.skip

  testAsStranger.each([
    ['a home', ['home']],
    ['no home', []],
  ])(`of a user without an account, with %s, logs in and out${why}`, async (_, homes) => {
    const before = process.umask(0)
    try {
      const job = world.start({ through: asStranger })
      fs.chmodSync(job.directory, 0o777)
      const chown = (name: string) => fs.chownSync(join(job.directory, name), stranger, stranger)
      for (const name of ['_temp-job', ...homes]) chown(name)
      if (homes.length === 0) Reflect.deleteProperty(job.env, 'HOME')
      await expectWorks(job)
    } finally {
      process.umask(before)
    }
  })
})

test.concurrent.each(['000', '022', '077'])(
  'with a umask of %s, nobody else may read a session or write into the tool cache',
  async (umask) => {
    // Not `sh`: dash drops variables with a `-` in their names, as inputs have.
    const through = [...unprivileged, 'bash', '-c', `umask ${umask}; exec "$@"`, 'bash']
    const job = world.start({ through })
    const main = await expectLogin(job, world.inputs())
    const modeOf = (path: string) => (fs.statSync(path).mode & 0o777).toString(8)
    const session = ['.', 'home', 'bin', 'bin/choreo', 'session.json'].map((name) =>
      modeOf(join(main.session, name)),
    )
    expect(session).toEqual(['700', '700', '700', '700', '600'])
    const names = fs.readdirSync(job.toolCache, { recursive: true, encoding: 'utf8' })
    expect(names.length).toBeGreaterThan(4)
    for (const name of names) expect(modeOf(join(job.toolCache, name))).toMatch(/[0145][0145]$/)
    expect((await job.step('choreo whoami')).stdout).toBe('octo\n')
    await expectLogout(job, main, world.inputs())
  },
)

const whyNot = whyNoMount()
const testMounted = whyNot === '' ? test.concurrent : test.skip

testMounted(
  `a full disk fails a login, and does not keep post from removing a session${whyNot}`,
  async () => {
    const { job, inputs } = world.scripted(keeping)
    mountSmall(job.temp, 262_144)
    const full = join(job.temp, 'full')
    const fill = () => {
      spawnSync('sh', ['-c', `head -c 100000000 /dev/zero > '${full}'`])
      expect(() => fs.writeFileSync(full, 'x', { flag: 'a' })).toThrow('ENOSPC')
    }
    fill()
    const { title, message } = expectFailure(await job.main(inputs), token)
    expect([title, message]).toEqual([
      'Choreo: Session not created',
      expect.stringContaining('ENOSPC'),
    ])
    expect(fs.readdirSync(job.temp)).toEqual(['full'])

    fs.rmSync(full)
    const main = await expectLogin(job, inputs)
    fill()
    const post = await job.post(main, inputs)
    expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(post.log).toEqual([expect.stringMatching(closed)])
    expect(fs.readdirSync(job.temp)).toEqual(['full'])
  },
)

testMounted(`an early log-out on a full disk leaves a closed session${whyNot}`, async () => {
  const { job, inputs } = world.scripted(keeping)
  const options = ['-t', 'tmpfs', '-o', 'nr_inodes=40', 'choreo-login-test', job.temp]
  expect(spawnSync('mount', options).status).toBe(0)
  const main = await expectLogin(job, inputs)
  const fill = () => {
    for (let at = 0; at < 100; at++) fs.writeFileSync(join(job.temp, `file-${at}`), '')
  }
  expect(fill).toThrow('ENOSPC')
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
  expect(fs.readdirSync(main.session)).toEqual(['closed'])
})

testMounted(
  `a RUNNER_TEMP where nothing may be executed fails before the login${whyNot}`,
  async () => {
    const { job, inputs } = world.scripted(keeping)
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'noexec', 'choreo-login-test', job.temp])
    const { title, message } = await expectFailedLogin(job, inputs)
    expect(title).toBe('Choreo: Session not created')
    expect(message).toContain('noexec')
  },
)

test.concurrent('a RUNNER_TEMP that PATH cannot hold fails before the download', async () => {
  const job = world.start()
  const RUNNER_TEMP = join(job.directory, 'a:b')
  fs.mkdirSync(RUNNER_TEMP)
  const inputs = world.inputsOf('colon')
  const { title } = expectFailure(await job.main(inputs, { env: { RUNNER_TEMP } }), inputs.token)
  expect(title).toBe('Choreo: Session not created')
  expect(fs.readdirSync(RUNNER_TEMP)).toEqual([])
  expect(fs.readdirSync(job.toolCache)).toEqual([])
})

const files = ['GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE']
test.concurrent.each(files)('a disk that is too full for %s undoes the login', async (name) => {
  const { job, inputs } = world.scripted(keeping)
  const main = await job.main(inputs, { env: { [name]: '/dev/full' } })
  const annotations = [{ level: 'error', title: 'Choreo: Unexpected error' }]
  expect(main).toMatchObject({ exitCode: 1, stderr: '', annotations })
  await expectLogout(job, main, inputs)
})
