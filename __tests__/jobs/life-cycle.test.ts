// A job from beginning to end: main logs in, later steps call the CLI, post logs out.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { closed, everything, expectClean } from '../expectations.ts'
import { entryOf } from '../install/leftovers.ts'
import { type Ended, holders, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

describe('a job', () => {
  let token = ''
  let job: Job
  let main: Ended
  let step: Ended
  let post: Ended
  beforeAll(async () => {
    token = world.addAccount('life-cycle')
    job = world.start()
    main = await job.main(world.inputs({ token }))
    step = await job.step('choreo list projects && choreo create deployment greeting')
    post = await job.post(main, world.inputs({ token }))
  })

  test('logs in without an annotation, and sets the outputs', () => {
    expect(main).toMatchObject({ exitCode: 0, annotations: [], commands: [], stderr: '' })
    expect(main.outputs).toEqual({
      authenticated: 'true',
      'cli-version': 'v1.2.33',
      'cli-path': `${main.outputs['session']}/bin/choreo`,
      'cache-hit': 'false',
      'token-used': 'primary',
      session: expect.stringMatching(/\/choreo-session-[0-9a-f]{16}$/),
    })
  })

  test('masks the token and its encodings before it prints anything else', () => {
    expect(main.stdout.startsWith(`::add-mask::${token}\n`)).toBe(true)
    expect(main.masks).toContain(Buffer.from(`${token}\n`).toString('base64'))
    expect(main.stdout).not.toMatch(/\n(?!::add-mask::).*\n::add-mask::/)
  })

  test('gives later steps a command that is logged in', () => {
    expect(step).toMatchObject({ exitCode: 0, stderr: '' })
    expect(step.stdout).toContain('storefront')
  })

  test('logs out once, and leaves neither a session nor a copy of the token', () => {
    expect(post.log).toEqual([expect.stringMatching(closed)])
    expect(world.logoutsOf(token)).toBe(1)
    expectClean(post, job, token)
    expect(everything(main, step, post)).not.toContain(token)
  })
})

test.concurrent('the next job on the machine is logged out, and finds the CLI in the tool cache', async () => {
  const first = world.start()
  await first.post(await first.main(world.inputs()), world.inputs())
  const next = world.start({ on: first, name: 'next' })
  const step = await next.step(`SKIP_KEYRING=true '${entryOf(next).executable}' list projects`)
  expect(step).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('not logged in') })
  expect(await next.main(world.inputs())).toMatchObject({ outputs: { 'cache-hit': 'true' } })
})

test.concurrent('a session outlives the tool cache that a later step deletes', async () => {
  const job = world.start()
  const token = world.addAccount('without-tool-cache')
  const main = await job.main(world.inputs({ token }))
  const step = await job.step('rm -rf "$RUNNER_TOOL_CACHE"/*; choreo whoami')
  expect(step.stdout).toBe('without-tool-cache\n')
  expectClean(await job.post(main, world.inputs({ token })), job, token)
  expect(world.logoutsOf(token)).toBe(1)
})

test.concurrent('`logout: false` keeps the session until the runner empties its temporary directory', async () => {
  const job = world.start()
  const inputs = world.inputs({ token: world.addAccount('kept'), logout: 'false' })
  const main = await job.main(inputs)
  expect(main.log.join('\n')).toContain('The session stays after the job')
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [] })
  expect(post.log.join()).toContain('stays open (`logout: false`) until the runner empties')
  expect((await job.step('choreo whoami')).stdout).toBe('kept\n')
  job.wipeTemp()
  expect(holders(job.directory, inputs['token'] ?? '')).toEqual([])
})
