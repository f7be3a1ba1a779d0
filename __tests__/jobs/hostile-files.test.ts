// A CLI, or a step of the same user, that leaves in a session what never ends, leads away, or cannot be read.
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import {
  expectFailedLogin,
  expectFailure,
  expectLogin,
  expectLogout,
  keeping,
} from '../expectations.ts'
import { unprivileged } from '../privileges.ts'
import { setUp } from '../set-up.ts'

const world = setUp()
// Without it a process that opens a pipe would outlive its test.
const bounded = ['timeout', '--signal=KILL', '60']
const onLogin = (script: string) => `${keeping}[ "$1" != login ] || { ${script}; }`

test.concurrent.each([
  ['a pipe', 'mkfifo'],
  ['a link to another file', 'ln -s "$GITHUB_WORKSPACE/choreo"'],
])('a CLI that puts %s where main notes the login fails the login', async (_, put) => {
  const script = onLogin(`${put} "$CHOREO_LOGIN_SESSION/accepted"`)
  const { job, inputs } = world.scripted(script, { through: bounded })
  const { message } = await expectFailedLogin(job, inputs)
  expect(message).toContain('EEXIST')
  expect((await job.step('cat choreo')).stdout).toContain(script)
})

test.concurrent.each([
  ['--version', ':'],
  ['login', 'echo connection refused; exit 1'],
])('a CLI that replaces the session at %s by a link empties no other home', async (call, end) => {
  const { job, inputs } = world.scripted(`[ "$1" != ${call} ] || {
    cd "$GITHUB_WORKSPACE"; mv "$CHOREO_LOGIN_SESSION" moved; mkdir -p precious/home; echo mine > precious/home/file
    ln -s "$PWD/precious" "$CHOREO_LOGIN_SESSION"; ${end}; }`)
  expectFailure(await job.main(inputs), inputs.token)
  expect(readdirSync(join(job.directory, 'precious/home'))).toEqual(['file'])
})

test.concurrent('an early log-out finds a pipe where it notes its end, and finishes', async () => {
  const { job, inputs } = world.scripted(keeping, { through: bounded })
  const main = await expectLogin(job, inputs)
  await job.step(`mkfifo '${main.session}/closed'`)
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(main.session)).toEqual(['closed'])
  await expectLogout(job, main, inputs)
})

test.concurrent.each([
  ['cannot be read', 'chmod 0 "$HOME"'],
  ['holds a pipe alone', 'rm "$HOME/kept"; mkfifo "$HOME/pipe"'],
  ['holds a directory that cannot be read', 'mkdir -m 0 "$HOME/closed"; rm "$HOME/kept"'],
])('a home that %s is not called empty', async (_, script) => {
  const { job, inputs } = world.scripted(onLogin(script), { through: unprivileged })
  const main = await expectLogin(job, inputs)
  await expectLogout(job, main, inputs)
})

test.concurrent.each([
  ['names no command', { command: undefined }],
  ['names a command that is a number', { command: 5 }],
  ['names no executable', { executable: undefined }],
  ['names an executable that is a list', { executable: ['/bin/sh'] }],
])('a marker that %s stops no other login and no log-out', async (_, change) => {
  const { job, inputs } = world.scripted(keeping)
  const main = await expectLogin(job, inputs)
  const marker = join(main.session, 'session.json')
  const session = JSON.parse(readFileSync(marker, 'utf8')) as object
  writeFileSync(marker, JSON.stringify({ ...session, ...change }))
  const other = await expectLogin(job, inputs)
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
  expect(readdirSync(other.session)).toEqual(['closed'])
  for (const login of [other, main]) {
    expect(await job.post(login, inputs)).toMatchObject({ exitCode: 0, annotations: [] })
  }
  expect(readdirSync(job.temp)).toEqual([])
})

test.concurrent('a marker that is too large to read stops no other login and no log-out', async () => {
  const { job, inputs } = world.scripted(keeping, { through: bounded })
  const main = await expectLogin(job, inputs)
  // It takes no room on the disk, and more than the memory when it is read.
  truncateSync(join(main.session, 'session.json'), 2 ** 40)
  const other = await expectLogin(job, inputs)
  expect(await job.logout()).toMatchObject({ exitCode: 0, annotations: [] })
  for (const login of [other, main]) await job.post(login, inputs)
  expect(readdirSync(job.temp)).toEqual([])
})
