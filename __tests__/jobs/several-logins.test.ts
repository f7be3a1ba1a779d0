// Several logins in one job, and steps at the same time. The runner holds back PATH, variables and outputs of
// a background step until another step waits for it, and runs post steps after every background step:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsbackground
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { expectFailure, expectLogin, expectLogout, keeping, until } from '../expectations.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
const background = { background: true }

test.concurrent('a login in the background reaches later steps once a step has waited for it', async () => {
  const job = world.start()
  const inputs = world.inputsOf('background')
  const login = job.startMain(inputs, background)
  await login.ended
  expect(await job.step('choreo whoami')).toMatchObject({ exitCode: 127 })
  const main = await login.wait()
  expect(main).toMatchObject({ exitCode: 0, annotations: [] })
  expect((await job.step('choreo whoami')).stdout).toBe('background\n')
  await expectLogout(job, main, inputs)
})

const waiting = 'touch "$GITHUB_WORKSPACE/began"; sleep 30'

test.concurrent.each([
  ['--version', `[ "$1" != --version ] || { ${waiting}; }`],
  ['login', `[ "$1" != login ] || { cat > "$HOME/kept"; ${waiting}; }`],
  // The log-out succeeds before the login has ended.
  ['list', `${keeping}[ "$1" != list ] || { ${waiting}; }`],
])(
  'a login in the background fails when another step logs out during `%s`',
  async (call, script) => {
    const { job, inputs: scripted } = world.scripted(script)
    const inputs = { ...scripted, ...(call === 'list' && { 'expected-organization': 'acme' }) }
    const login = job.startMain(inputs, background)
    await until(() => existsSync(join(job.directory, 'began')))
    expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
    const main = await login.wait()
    expect(expectFailure(main, token).title).toBe('Choreo: Session closed')
    expect(await job.step('choreo whoami')).toMatchObject({ exitCode: 127 })
    await expectLogout(job, main, inputs)
  },
)

test.concurrent('two logins at once have a session and a command each, and end in any order', async () => {
  const job = world.start()
  const start = (name: string) => {
    const inputs = world.inputsOf(name, { command: `choreo-${name}` })
    return { inputs, login: job.startMain(inputs, background).wait() }
  }
  const [red, blue] = [start('red'), start('blue')]
  const success = { exitCode: 0, annotations: [] }
  expect(await Promise.all([red.login, blue.login])).toMatchObject([success, success])
  expect((await job.step('choreo-red whoami; choreo-blue whoami')).stdout).toBe('red\nblue\n')
  expect(await job.post(await blue.login, blue.inputs)).toMatchObject(success)
  expect((await job.step('choreo-red whoami')).stdout).toBe('red\n')
  await expectLogout(job, await red.login, red.inputs)
})

test.concurrent('of two logins with the default command the later is called, says so, and after its end the earlier', async () => {
  const job = world.start()
  const earlier = await expectLogin(job, world.inputsOf('one'))
  const later = await job.main(world.inputsOf('two'))
  expect(later).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
  const notice = { level: 'notice', title: 'Choreo: Command used twice' }
  expect(later.annotations).toMatchObject([notice])
  expect((await job.step('choreo whoami')).stdout).toBe('two\n')
  expect(await job.logout(later.session)).toMatchObject({ exitCode: 0, annotations: [] })
  expect((await job.step('choreo whoami')).stdout).toBe('one\n')
  await job.logout(earlier.session)
  for (const main of [earlier, later]) {
    expect(await job.post(main, world.inputs())).toMatchObject({
      exitCode: 0,
      annotations: [],
      log: [],
    })
  }
})

// Where a file system does not tell letters apart, `Deployer` would be found instead of `deployer`.
test.concurrent.each([
  ['deployer', 'deployer'],
  ['deployer', 'Deployer'],
  ['Deployer', 'deployer'],
])('after a login with the command %s, another with %s is refused', async (open, command) => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  await expectLogin(job, { ...inputs, command: open })
  const main = await job.main({ ...inputs, command })
  expect(main).toMatchObject({ exitCode: 1, annotations: [{ level: 'error' }] })
  expect(main.annotations[0]?.message).toContain(`"${command}"`)
  expect(readdirSync(job.temp)).toHaveLength(1)
})

test.concurrent.each([
  ['chosen', 'wdp', 'choreo'],
  ['default', 'choreo', ''],
])('a %s command is refused when a session chose its name', async (_, cli, command) => {
  const { job, inputs } = world.scripted('touch "$HOME/kept"')
  await expectLogin(job, { ...inputs, cli: 'wdp', command: 'choreo' })
  const { title } = expectFailure(await job.main({ ...inputs, cli, command }), token)
  expect(title).toBe('Choreo: Invalid input')
})

test.concurrent('two logins at once with one chosen command never both succeed', async () => {
  const { job, inputs } = world.scripted(keeping)
  for (let round = 0; round < 3; round++) {
    const all = { ...inputs, command: `deployer-${round}` }
    const logins = [1, 2].map(() => job.startMain(all, background).wait())
    const mains = await Promise.all(logins)
    const titles = mains.flatMap(({ annotations }) => annotations.map(({ title }) => title))
    expect(new Set(titles)).toEqual(new Set(['Choreo: Invalid input']))
    for (const main of mains)
      expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, annotations: [] })
  }
  expect(readdirSync(job.temp)).toEqual([])
})

test.concurrent('eight steps at once call the command of one session', async () => {
  const job = world.start()
  const inputs = world.inputsOf('octet')
  const main = await expectLogin(job, inputs)
  const steps = Array.from({ length: 8 }, (_, at) =>
    job.step(`choreo list components --project=storefront && choreo echo "${at}" && choreo whoami`),
  )
  const printed = (await Promise.all(steps)).map(({ stdout }) => stdout)
  for (const [at, text] of printed.entries())
    expect(text).toMatch(new RegExp(`catalog.*\n\\["${at}"\\]\noctet\n$`))
  await expectLogout(job, main, inputs)
})
