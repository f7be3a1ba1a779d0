// A job from beginning to end: main logs in, later steps call the CLI, post logs out.
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { closed, everything, expectLogin, expectLogout } from '../expectations.ts'
import { unprivileged } from '../privileges.ts'
import { holders, metadata } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

test.concurrent('a job logs in, gives later steps a command, logs out, and leaves no copy of the token', async () => {
  const job = world.start()
  const inputs = world.inputsOf('life-cycle')
  const main = await expectLogin(job, inputs)
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
  const post = await expectLogout(job, main, inputs)
  expect(post.log).toEqual([expect.stringMatching(closed)])
  expect(world.logoutsOf(inputs.token)).toBe(1)
  expect(everything(main, step, post)).not.toContain(inputs.token)
})

test.concurrent('a job uses an installed CLI that may be run but not read', async () => {
  const job = world.start({ through: unprivileged })
  const bin = join(job.directory, 'bin')
  mkdirSync(bin)
  // Without options, unshare runs the program that its arguments name: here `login` and `logout`.
  writeFileSync(join(bin, 'login'), '#!/bin/sh\ncat > "$HOME/kept"\n', { mode: 0o755 })
  writeFileSync(join(bin, 'logout'), '#!/bin/sh\n', { mode: 0o755 })
  const cli = join(job.directory, 'choreo')
  copyFileSync('/usr/bin/unshare', cli)
  chmodSync(cli, 0o111)
  job.env['PATH'] = `${bin}:${job.env['PATH']}`
  const inputs = { token, 'cli-path': cli }
  const main = await expectLogin(job, inputs)
  // The search for the token reads it.
  chmodSync(cli, 0o555)
  await expectLogout(job, main, inputs)
})

test.concurrent('a session outlives the tool cache that a later step deletes', async () => {
  const job = world.start()
  const inputs = world.inputsOf('without-tool-cache')
  const main = await expectLogin(job, inputs)
  const step = await job.step('rm -rf "$RUNNER_TOOL_CACHE"/*; choreo whoami')
  expect(step.stdout).toBe('without-tool-cache\n')
  await expectLogout(job, main, inputs)
  expect(world.logoutsOf(inputs.token)).toBe(1)
})

test.concurrent('`logout: false` keeps the session until the runner empties its temporary directory', async () => {
  const job = world.start()
  const inputs = world.inputsOf('kept', { logout: 'false' })
  const main = await expectLogin(job, inputs)
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [] })
  expect(post.log).toEqual([expect.stringContaining('does not log out')])
  expect((await job.step('choreo whoami')).stdout).toBe('kept\n')
  job.wipeTemp()
  expect(holders(job.directory, inputs.token)).toEqual([])
  expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, annotations: [], log: [] })
})
