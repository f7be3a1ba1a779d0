// The actions that the workflows of this repository use around the login.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { type Ended, type Job, root } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { knownToken } from '../stand-in/server.ts'

const world = setUp()

/** Runs an entry of an action: main, or post with the state of main. */
function run(job: Job, directory: string, main?: Ended): Promise<Ended> {
  const { runs } = parse(readFileSync(join(directory, 'action.yml'), 'utf8'))
  const script = join(directory, main === undefined ? runs.main : runs.post)
  const state = Object.entries(main?.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])
  const env = { INPUT_TOKEN: knownToken, ...Object.fromEntries(state) }
  return job.step(`'${process.execPath}' '${script}'`, { env })
}

const actions = join(root, '.github', 'actions')

describe('check-left', () => {
  /** Runs it around what a job does. */
  async function check(job: Job, work: () => unknown): Promise<Ended> {
    const main = await run(job, join(actions, 'check-left'))
    expect(main.exitCode).toBe(0)
    await work()
    return run(job, join(actions, 'check-left'), main)
  }

  test('succeeds after a login and its log-out', async () => {
    const job = world.start()
    const checked = await check(job, async () => {
      const main = await job.main(world.inputs())
      expect(main.exitCode).toBe(0)
      await job.post(main, world.inputs())
    })
    expect(checked).toMatchObject({ exitCode: 0, annotations: [] })
    expect(checked.log).toEqual(['Nothing of the login is left.'])
  })

  test('fails when the session is still there', async () => {
    const job = world.start()
    const checked = await check(job, () => job.main(world.inputs()))
    expect(checked.exitCode).toBe(1)
    expect(JSON.stringify(checked.annotations)).toMatch(/there is the session .*choreo-session-/)
  })

  test.each([
    ['plain', knownToken],
    ['encoded in Base64', Buffer.from(`${knownToken}.`).toString('base64')],
  ])('fails when a file holds the token, %s', async (_, text) => {
    const job = world.start()
    const file = join(job.temp, 'file')
    const checked = await check(job, () => writeFileSync(file, `x${text}`))
    expect(checked.exitCode).toBe(1)
    expect(checked.annotations[0]?.message).toBe(`After the log-out there is the token in ${file}.`)
  })

  test.each(['.choreo', '.wdp'])('fails when the home has a new file in %s', async (name) => {
    const job = world.start()
    const directory = join(job.home, name)
    mkdirSync(directory)
    writeFileSync(join(directory, 'old'), '')
    expect((await check(job, () => {})).exitCode).toBe(0)
    const checked = await check(job, () => writeFileSync(join(directory, 'new'), ''))
    expect(checked.exitCode).toBe(1)
    expect(checked.annotations).toHaveLength(1)
    expect(checked.annotations[0]?.message).toContain(join(directory, 'new'))
  })
})

describe('stand-in', () => {
  test('serves until the end of the job', async () => {
    const job = world.start()
    const started = await run(job, join(actions, 'stand-in'))
    expect(started).toMatchObject({ exitCode: 0, stderr: '' })
    try {
      const { url = '', 'api-url': apiUrl = '' } = started.outputs
      const inputs = { token: knownToken, 'github-url': url, 'github-api-url': apiUrl }
      const main = await job.main(inputs)
      expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
      expect((await job.step('choreo list projects')).exitCode).toBe(0)
      await job.post(main, inputs)
    } finally {
      expect((await run(job, join(actions, 'stand-in'), started)).exitCode).toBe(0)
    }
    await expect(fetch(started.outputs['api-url'] ?? '')).rejects.toThrow('fetch failed')
  })

  test('says why when its server does not start', async () => {
    const job = world.start()
    const elsewhere = join(job.directory, 'elsewhere', '.github', 'actions')
    cpSync(actions, elsewhere, { recursive: true })
    const started = await run(job, join(elsewhere, 'stand-in'))
    expect(started.exitCode).toBe(1)
    expect(started.stderr).toMatch(/The stand-in did not start\. [\s\S]*Cannot find module .*serve\.ts/)
  })
})
