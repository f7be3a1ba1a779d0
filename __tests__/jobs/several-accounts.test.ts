// Several accounts in one job, each with a session and a command of its own.
import { expect, test } from '@jest/globals'
import { expectClean } from '../expectations.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

test.concurrent('accounts have a command each, and end in any order', async () => {
  const job = world.start()
  const staging = world.inputs({ token: world.addAccount('staging'), command: 'choreo-staging' })
  const token = world.addAccount('production')
  const production = world.inputs({ token, command: 'choreo-production' })
  const first = await job.main(staging)
  const second = await job.main(production)
  const step = await job.step('choreo-staging whoami; choreo-production whoami')
  expect(step.stdout).toBe('staging\nproduction\n')
  expect(await job.post(first, staging)).toMatchObject({ exitCode: 0, annotations: [] })
  expect((await job.step('choreo-production whoami')).stdout).toBe('production\n')
  expectClean(await job.post(second, production), job, token)
})

test.concurrent('of two logins with one command the later is called, and after its end the earlier', async () => {
  const job = world.start()
  await job.main(world.inputs({ token: world.addAccount('one') }))
  const later = await job.main(world.inputs({ token: world.addAccount('two') }))
  expect((await job.step('choreo whoami')).stdout).toBe('two\n')
  const ended = await job.logout({ session: later.outputs['session'] ?? '' })
  expect(ended).toMatchObject({ exitCode: 0, annotations: [] })
  expect((await job.step('choreo whoami')).stdout).toBe('one\n')
})

test.concurrent('a command of another open session is refused', async () => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  await job.main({ ...inputs, command: 'deployer' })
  // Where a file system does not tell letters apart, `Deployer` would be found instead of `deployer`.
  for (const command of ['deployer', 'Deployer']) {
    const main = await job.main({ ...inputs, command })
    expect(main).toMatchObject({ exitCode: 1, state: {}, annotations: [{ level: 'error' }] })
    expect(main.annotations[0]?.message).toContain(`"${command}"`)
  }
})
