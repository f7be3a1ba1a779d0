// Steps of one job at the same time. The runner holds back PATH, variables and outputs of a background step
// until another step waits for it, and runs post steps after every background step has ended:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsbackground
import { describe, expect, test } from '@jest/globals'
import { expectClean, until } from '../expectations.ts'
import { holders, type Job } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
const background = { background: true }

function start(): Job {
  return world.start({ build: 'dist' })
}

/** Calls the command in a later step. Returns what it prints, or that the command is missing. */
async function call(job: Job, command = 'choreo whoami'): Promise<string> {
  const { stdout } = await job.step(
    `command -v ${command.split(' ')[0]} >/dev/null || exec echo missing; ${command}`,
  )
  return stdout.trim()
}

describe('a login in the background', () => {
  test('reaches later steps once a step has waited for it', async () => {
    const job = start()
    const inputs = world.inputs({ token: world.addAccount('background') })
    const login = job.startMain(inputs, background)
    expect(await call(job)).toBe('missing')
    await login.ended
    expect(await call(job)).toBe('missing')
    const main = await login.wait()
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await call(job)).toBe('background')
    expect(await call(job, `${main.outputs['cli-path']} whoami`)).toBe('background')
    expectClean(await job.post(main, inputs), job, inputs['token'] ?? '')
  })

  test('is logged out by post when no step has waited for it', async () => {
    const job = start()
    const inputs = world.inputs({ token: world.addAccount('unwaited') })
    const main = await job.startMain(inputs, background).ended
    expectClean(await job.post(main, inputs), job, inputs['token'] ?? '')
    expect(world.logoutsOf(inputs['token'] ?? '')).toBe(1)
  })

  test('fails when a step logs out meanwhile, and leaves nothing', async () => {
    const { job, inputs } = world.scripted('[ "$1" != login ] || { cat > "$HOME/kept"; sleep 30; }')
    const login = job.startMain(inputs, background)
    await until(() => holders(job.temp, token).length > 0)
    expect(await job.logout({})).toMatchObject({ exitCode: 0, annotations: [] })
    const main = await login.wait()
    expect(main).toMatchObject({ exitCode: 1, outputs: { authenticated: 'false' } })
    expect(main.annotations).toMatchObject([{ level: 'error', title: 'Choreo: CLI was killed' }])
    expect(await call(job)).toBe('missing')
    expectClean(await job.post(main, inputs), job, token)
  })
})

describe('two logins at once', () => {
  test('have a session and a command each', async () => {
    const job = start()
    const [red, blue] = ['red', 'blue'].map((name) =>
      world.inputs({ token: world.addAccount(name), command: `choreo-${name}` }),
    ) as [Record<string, string>, Record<string, string>]
    const logins = [red, blue].map((inputs) => job.startMain(inputs, background))
    const [first, second] = await Promise.all(logins.map((login) => login.wait()))
    if (first === undefined || second === undefined) throw new Error('Two logins were started.')
    for (const main of [first, second]) expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(first.outputs['session']).not.toBe(second.outputs['session'])
    expect(await call(job, 'choreo-red whoami')).toBe('red')
    expect(await call(job, 'choreo-blue whoami')).toBe('blue')
    expect(await job.post(second, blue)).toMatchObject({ exitCode: 0, annotations: [] })
    expect(await call(job, 'choreo-red whoami')).toBe('red')
    expectClean(await job.post(first, red), job, red['token'] ?? '')
  })

  test('with one command name: the login that was waited for last is found', async () => {
    const job = start()
    const accounts = ['early', 'late'].map((name) => world.inputs({ token: world.addAccount(name) }))
    const logins = accounts.map((inputs) => job.startMain(inputs, background))
    for (const login of logins) expect((await login.wait()).exitCode).toBe(0)
    expect(await call(job)).toBe('late')
  })
})

test('eight steps at once call the command of one session', async () => {
  const job = start()
  const inputs = world.inputs({ token: world.addAccount('octet') })
  const main = await job.main(inputs)
  const alone = await job.step('choreo list components --project=storefront')
  expect(alone.stdout).toContain('catalog')
  const steps = Array.from({ length: 8 }, (_, at) =>
    job.step(`choreo list components --project=storefront && choreo echo "${at}" && choreo whoami`),
  )
  const expected = steps.map((_, at) => `${alone.stdout}["${at}"]\noctet\n`)
  expect((await Promise.all(steps)).map(({ stdout }) => stdout)).toEqual(expected)
  expectClean(await job.post(main, inputs), job, inputs['token'] ?? '')
})
