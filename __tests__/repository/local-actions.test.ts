// The actions that the workflows of this repository use around the login.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { expectLogin } from '../expectations.ts'
import { type Ended, type Job, root } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { knownToken } from '../stand-in/server.ts'

const world = setUp()

/** Runs an entry of an action: main, or post with the state of main. */
function run(job: Job, action: string, main?: Ended): Promise<Ended> {
  const directory = join(root, '.github', 'actions', action)
  const { runs } = parse(readFileSync(join(directory, 'action.yml'), 'utf8'))
  const script = join(directory, main === undefined ? runs.main : runs.post)
  const state = Object.entries(main?.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])
  const env = { INPUT_TOKEN: knownToken, ...Object.fromEntries(state) }
  return job.step(`'${process.execPath}' '${script}'`, { env })
}

describe('check-left', () => {
  /** Runs it around what a job does. */
  async function check(job: Job, work: () => unknown): Promise<Ended> {
    const main = await run(job, 'check-left')
    await work()
    return run(job, 'check-left', main)
  }

  test('succeeds after a login and its log-out, with a file of the CLI from before', async () => {
    const job = world.start()
    mkdirSync(join(job.home, '.choreo'))
    writeFileSync(join(job.home, '.choreo', 'old'), '')
    const checked = await check(job, async () => {
      await job.post(await expectLogin(job, world.inputs()), world.inputs())
    })
    expect(checked).toMatchObject({
      exitCode: 0,
      annotations: [],
      log: ['Nothing of the login is left.'],
    })
  })

  test('fails when the session is still there', async () => {
    const job = world.start()
    const checked = await check(job, () => job.main(world.inputs()))
    expect(checked.exitCode).toBe(1)
    expect(JSON.stringify(checked.annotations)).toMatch(/there is the session .*choreo-session-/)
  })

  test.each([
    ['a file holds the token', 'temp', 'file', `x${knownToken}`, 'the token in'],
    [
      'a file holds the token in Base64',
      'temp',
      'file',
      `x${btoa(`${knownToken}.`)}`,
      'the token in',
    ],
    ['the home has a new file in .choreo', 'home', '.choreo/new', '', 'the file'],
    ['the home has a new file in .wdp', 'home', '.wdp/new', '', 'the file'],
  ] as const)('fails when %s', async (_, place, name, text, what) => {
    const job = world.start()
    const file = join(job[place], name)
    mkdirSync(dirname(file), { recursive: true })
    const checked = await check(job, () => writeFileSync(file, text))
    expect(checked.exitCode).toBe(1)
    const messages = checked.annotations.map(({ message }) => message.replace(/ \(\d.*\)/, ''))
    expect(messages[0]).toBe(`After the log-out there is ${what} ${file}.`)
  })
})

test('the stand-in serves until the end of the job', async () => {
  const job = world.start()
  const started = await run(job, 'stand-in')
  expect(started).toMatchObject({ exitCode: 0, stderr: '' })
  try {
    const { url = '', 'api-url': apiUrl = '' } = started.outputs
    await expectLogin(job, world.inputs({ 'github-url': url, 'github-api-url': apiUrl }))
  } finally {
    expect((await run(job, 'stand-in', started)).exitCode).toBe(0)
  }
  await expect(fetch(started.outputs['api-url'] ?? '')).rejects.toThrow('fetch failed')
})
