// A job from beginning to end: main logs in, later steps call the CLI, post logs out.
import { expect, test } from '@jest/globals'
import { closed, everything, logIn, logOut } from '../expectations.ts'
import { holders, metadata } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

test.concurrent('a job logs in, gives later steps a command, logs out, and leaves no copy of the token', async () => {
  const job = world.start()
  const inputs = world.inputsOf('life-cycle')
  const main = await logIn(job, inputs)
  expect(main.stdout).toMatch(/^(::add-mask::.*\n)+(?![\s\S]*::add-mask::)/)
  expect(main.outputs).toEqual({
    authenticated: 'true',
    'cli-version': 'v1.2.33',
    'cli-path': `${main.session}/bin/choreo`,
    'cache-hit': 'false',
    'token-used': 'primary',
    session: expect.stringMatching(/\/choreo-session-[0-9a-f]{16}$/),
  })
  expect(Object.keys(main.outputs).toSorted()).toEqual(Object.keys(metadata().outputs).toSorted())
  const step = await job.step('choreo list projects && choreo create deployment greeting')
  expect(step).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('storefront'),
    stderr: '',
  })
  const post = await logOut(job, main, inputs)
  expect(post.log).toEqual([expect.stringMatching(closed)])
  expect(world.logoutsOf(inputs.token)).toBe(1)
  expect(everything(main, step, post)).not.toContain(inputs.token)
})

test.concurrent('a session outlives the tool cache that a later step deletes', async () => {
  const job = world.start()
  const inputs = world.inputsOf('without-tool-cache')
  const main = await logIn(job, inputs)
  const step = await job.step('rm -rf "$RUNNER_TOOL_CACHE"/*; choreo whoami')
  expect(step.stdout).toBe('without-tool-cache\n')
  await logOut(job, main, inputs)
  expect(world.logoutsOf(inputs.token)).toBe(1)
})

test.concurrent('`logout: false` keeps the session until the runner empties its temporary directory', async () => {
  const job = world.start()
  const inputs = world.inputsOf('kept', { logout: 'false' })
  const main = await logIn(job, inputs)
  expect(main.log.join('\n')).toContain('Nobody logs out at the end of the job')
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [] })
  expect(post.log.join()).toContain('stays open (`logout: false`) until the runner empties')
  expect((await job.step('choreo whoami')).stdout).toBe('kept\n')
  job.wipeTemp()
  expect(holders(job.directory, inputs.token)).toEqual([])
})
