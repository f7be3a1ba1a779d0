// Machines that are unlike a hosted runner: containers, other users, a home that is not there or cannot
// be written to, unusual modes for new files, a full disk.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { everything, expectClean, shellCli } from './expectations.ts'
import { asStranger, mountSmall, stranger, unprivileged, whyNoStranger } from './privileges.ts'
import { type Ended, holders, type Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world

/** Runs a whole job, and expects that all of it works and that nothing is left. */
async function expectWorks(job: Job): Promise<Ended> {
  const main = await job.main(inputs())
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect((await job.step('choreo whoami')).stdout).toBe('octo\n')
  const post = await job.post(main, inputs())
  expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(post.log).toEqual([
    'Logged out, and removed the session of `choreo`; 0 traces of the token are left.',
  ])
  expect(readdirSync(job.temp)).toEqual([])
  expect(holders(job.directory, knownToken)).toEqual([])
  return main
}

describe('a job container', () => {
  test('with a home of its own, which is not that of the user on record', async () => {
    const job = world.start({ build: 'dist' })
    job.env['HOME'] = join(job.directory, 'github', 'home')
    mkdirSync(job.env['HOME'], { recursive: true })
    await expectWorks(job)
    expect(readdirSync(job.env['HOME'])).toEqual([])
  })

  test('without HOME', async () => {
    const job = world.start({ build: 'dist' })
    Reflect.deleteProperty(job.env, 'HOME')
    await expectWorks(job)
  })

  test('with an empty HOME', async () => {
    const job = world.start({ build: 'dist' })
    job.env['HOME'] = ''
    await expectWorks(job)
    // Taken for a path it would be the directory of the job.
    expect(readdirSync(job.directory)).not.toContain('.choreo')
  })

  test('with a home that cannot be written to', async () => {
    const job = world.start({ build: 'dist', through: unprivileged })
    chmodSync(job.home, 0o555)
    expect(await job.step('touch "$HOME/file"')).toMatchObject({ exitCode: 1 })
    await expectWorks(job)
  })

  test('with a home that does not exist', async () => {
    const job = world.start({ build: 'dist' })
    job.env['HOME'] = join(job.directory, 'not', 'there')
    await expectWorks(job)
    expect(readdirSync(job.directory)).not.toContain('not')
  })

  test('with a temporary directory of spaces and letters of all alphabets', async () => {
    const job = world.start({ build: 'dist' })
    job.env['RUNNER_TEMP'] = join(job.directory, `_temp of Zoë's 日本 😀`)
    mkdirSync(job.env['RUNNER_TEMP'])
    await expectWorks(job)
    expect(readdirSync(job.env['RUNNER_TEMP'])).toEqual([])
  })

  const why = whyNoStranger()
  const testAsStranger = why === '' ? test : test.skip

  testAsStranger.each([
    ['a home', true],
    ['no home', false],
  ])(`of a user that is not on record, with %s${why && ` (${why})`}`, async (_, hasHome) => {
    const before = process.umask(0)
    try {
      const job = world.start({ build: 'dist', through: asStranger })
      chmodSync(job.directory, 0o777)
      for (const directory of [job.temp, job.home]) chownSync(directory, stranger, stranger)
      if (!hasHome) Reflect.deleteProperty(job.env, 'HOME')
      const main = await expectWorks(job)
      expect(main.outputs['session']).toContain(job.temp)
    } finally {
      process.umask(before)
    }
  })

  testAsStranger.each([
    ['no', undefined],
    ['an empty', ''],
  ])(`with %s HOME and no record cannot share it${why && ` (${why})`}`, async (_, home) => {
    const before = process.umask(0)
    try {
      const job = world.start({ build: 'dist', through: asStranger })
      chmodSync(job.directory, 0o777)
      const main = await job.main(inputs({ isolate: 'false' }), { env: { HOME: home } })
      expect(main).toMatchObject({ exitCode: 1, state: {} })
      expect(main.annotations).toHaveLength(1)
      expect(main.annotations[0]?.message).toContain('`isolate` is "false"')
    } finally {
      process.umask(before)
    }
  })
})

describe.each(['000', '022', '077'])('a umask of %s', (umask) => {
  test('leaves the session to its user alone, and the command callable', async () => {
    // Not `sh`: dash drops variables with a `-` in their names, which are those of inputs.
    const through = ['bash', '-c', `umask ${umask}; exec "$@"`, 'bash']
    const job = world.start({ build: 'dist', through: [...unprivileged, ...through] })
    const path = shellCli(job, 'umask 077; cat > "$HOME/said"; echo octo', 'octo')
    const main = await job.main({ token: knownToken, 'cli-path': path })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    const session = main.outputs['session'] ?? ''
    const modes = ['.', 'home', 'bin', 'bin/choreo', 'session.json'].map((name) =>
      (statSync(join(session, name)).mode & 0o777).toString(8),
    )
    expect(modes).toEqual(['700', '700', '700', '700', '600'])
    expect((await job.step('choreo </dev/null')).stdout).toBe('octo\n')
    expectClean(await job.post(main, { token: knownToken }), job, knownToken)
  })

  test('lets nobody else write into the tool cache', async () => {
    const through = ['bash', '-c', `umask ${umask}; exec "$@"`, 'bash']
    const job = world.start({ build: 'dist', through })
    expect(await job.main(inputs())).toMatchObject({ exitCode: 0, annotations: [] })
    const names = readdirSync(job.toolCache, { recursive: true, encoding: 'utf8' })
    expect(names.length).toBeGreaterThan(4)
    for (const name of names) expect(statSync(join(job.toolCache, name)).mode & 0o022).toBe(0)
  })
})

describe('a full disk', () => {
  const probe = mkdtempSync(join(tmpdir(), 'choreo-login-mount-'))
  const unmountProbe = mountSmall(probe, 4096)
  const why =
    unmountProbe === undefined ? ' (no file system can be mounted here: it needs root)' : ''
  unmountProbe?.()
  const testMounted = why === '' ? test : test.skip
  const unmounts: (() => void)[] = []
  afterEach(() => {
    for (const unmount of unmounts.splice(0)) unmount()
  })
  afterAll(() => rmSync(probe, { recursive: true, force: true }))

  function withDisk(bytes: number): Job {
    const job = world.start({ build: 'dist' })
    const unmount = mountSmall(job.temp, bytes)
    if (unmount !== undefined) unmounts.push(unmount)
    return job
  }

  function fill(job: Job): void {
    spawnSync('sh', ['-c', `head -c 100000000 /dev/zero > '${job.temp}/full'`])
    expect(() => writeFileSync(join(job.temp, 'more'), 'x')).toThrow('ENOSPC')
    rmSync(join(job.temp, 'more'), { force: true })
  }

  async function expectFailsClean(job: Job, main: Ended): Promise<void> {
    expect(main).toMatchObject({ exitCode: 1, outputs: { authenticated: 'false' }, stderr: '' })
    expect(main.annotations).toHaveLength(1)
    const post = await job.post(main, inputs())
    expect(post).toMatchObject({ exitCode: 0, annotations: [], log: [], stderr: '' })
    expect(everything(main, post)).not.toContain(knownToken)
    expect(readdirSync(job.temp).filter((name) => name !== 'full')).toEqual([])
    expect(holders(job.directory, knownToken)).toEqual([])
  }

  testMounted(`before the session is made is a red step${why}`, async () => {
    const job = withDisk(16_384)
    fill(job)
    const main = await job.main(inputs())
    await expectFailsClean(job, main)
    expect(main.annotations[0]?.message).toContain(`could not be made in ${job.temp}: ENOSPC`)
  })

  testMounted(`while the CLI writes its credentials is a red step${why}`, async () => {
    const job = withDisk(65_536)
    const cli = shellCli(
      job,
      `case $1 in login) read -r token; head -c 100000000 /dev/zero > '${job.temp}/full' 2>/dev/null
      echo "$token" > "$HOME/credentials" || exit 1 ;; esac`,
    )
    const main = await job.main({ token: knownToken, 'cli-path': cli })
    await expectFailsClean(job, main)
  })

  testMounted(`after the login keeps nothing from being removed${why}`, async () => {
    const job = withDisk(262_144)
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    fill(job)
    const post = await job.post(main, inputs())
    expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(post.log.join()).toContain('0 traces')
    expect(readdirSync(job.temp)).toEqual(['full'])
  })

  test.each(['GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE'])(
    'that does not take %s undoes the login',
    async (name) => {
      const job = world.start({ build: 'dist' })
      const main = await job.main(inputs(), { env: { [name]: '/dev/full' } })
      expect(main).toMatchObject({ exitCode: 1, stderr: '' })
      expect(main.annotations).toHaveLength(1)
      const post = await job.post(main, inputs())
      expectClean(post, job, knownToken)
    },
  )
})
