// The actions that the workflows of this repository use around ours.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { type Ended, type Job, root } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { knownToken } from '../stand-in/server.ts'

const world = setUp()

interface Local {
  readonly runs: Readonly<Record<string, string>>
}

function run(
  job: Job,
  action: string,
  entry: 'main' | 'post',
  repository = root,
  state: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const directory = join(repository, '.github', 'actions', action)
  const { runs } = parse(readFileSync(join(directory, 'action.yml'), 'utf8')) as Local
  const command = `'${process.execPath}' '${join(directory, runs[entry] ?? '')}'`
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  return job.step(command, { env: { INPUT_TOKEN: knownToken, ...Object.fromEntries(saved) } })
}

describe('check-left', () => {
  // All that a job does with it: `login` happens between its main and its post.
  async function check(job: Job, login: () => Promise<unknown>): Promise<Ended> {
    const before = await run(job, 'check-left', 'main')
    expect(before.exitCode).toBe(0)
    await login()
    return run(job, 'check-left', 'post', root, before.state)
  }

  test('is content when a login has been undone', async () => {
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
    expect(checked.annotations.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringMatching(/there is the session .*choreo-session-/)]),
    )
  })

  test.each([
    ['as it is', knownToken],
    ['in base64', Buffer.from(`${knownToken}.`).toString('base64')],
  ])('fails when a file holds the token %s', async (_, text) => {
    const job = world.start()
    const checked = await check(job, async () => {
      mkdirSync(join(job.temp, 'a'))
      writeFileSync(join(job.temp, 'a', 'b'), `x${text}`)
    })
    expect(checked.exitCode).toBe(1)
    expect(checked.annotations[0]?.message).toBe(
      `After the log-out there is the token in ${join(job.temp, 'a', 'b')}.`,
    )
  })

  test.each(['.choreo', '.wdp'])(
    'fails when %s in the home has a new or changed file',
    async (name) => {
      const job = world.start()
      mkdirSync(join(job.home, name))
      writeFileSync(join(job.home, name, 'old'), '')
      const unchanged = await check(job, async () => {})
      expect(unchanged.exitCode).toBe(0)
      const added = await check(job, async () => writeFileSync(join(job.home, name, 'new'), ''))
      expect(added.exitCode).toBe(1)
      expect(added.annotations).toHaveLength(1)
      expect(added.annotations[0]?.message).toContain(join(job.home, name, 'new'))
    },
  )
})

describe('stand-in', () => {
  test('serves for the steps that follow, and ends with the job', async () => {
    const job = world.start()
    const started = await run(job, 'stand-in', 'main')
    expect(started).toMatchObject({ exitCode: 0, stderr: '' })
    try {
      const { url = '', 'api-url': apiUrl = '' } = started.outputs
      const inputs = { token: knownToken, 'github-url': url, 'github-api-url': apiUrl }
      const main = await job.main(inputs)
      expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
      expect((await job.step('choreo list projects')).exitCode).toBe(0)
      await job.post(main, inputs)
    } finally {
      const ended = await run(job, 'stand-in', 'post', root, started.state)
      expect(ended.exitCode).toBe(0)
    }
    await expect(fetch(started.outputs['api-url'] ?? '')).rejects.toThrow('fetch failed')
  })

  test('says why when the server does not start', async () => {
    const job = world.start()
    const elsewhere = join(job.directory, 'elsewhere')
    cpSync(join(root, '.github', 'actions'), join(elsewhere, '.github', 'actions'), {
      recursive: true,
    })
    const started = await run(job, 'stand-in', 'main', elsewhere)
    expect(started.exitCode).toBe(1)
    expect(started.stderr).toMatch(
      /The stand-in did not start\. [\s\S]*Cannot find module .*serve\.ts/,
    )
  })
})
