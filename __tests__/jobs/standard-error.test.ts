// Nothing is printed on standard error, where masks do not hold yet. Every job holds that, see runner.ts;
// here are the cases in which Node itself would print there.
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { everything, expectFailure, expectLogin, expectLogout } from '../expectations.ts'
import { preloaded } from '../preloaded.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

/** Makes Node throw an error that nothing catches, while a CLI runs that made the file `called`. */
const throwing = preloaded(`import { existsSync } from 'node:fs'
  const timer = setInterval(() => {
    if (!existsSync('called')) return
    clearInterval(timer)
    throw new Error('Nothing catches this: ${token}')
  }, 20)`)

/** Starts a job whose CLI takes long for one of its commands. */
function startSlow(command: string, seconds: number) {
  return world.scripted(`cat >"$HOME/kept"
    [ "$1" != ${command} ] || { touch "$GITHUB_WORKSPACE/called"; sleep ${seconds}; }`)
}

test.concurrent('an error that nothing catches ends the login, with one annotation and no session', async () => {
  const { job, inputs } = startSlow('login', 60)
  const main = await job.main(inputs, { env: throwing })
  const { title, message } = expectFailure(main, token)
  expect(title).toBe('Choreo: Unexpected error')
  expect(message).toMatch(/^Nothing catches this: \*\*\*$/m)
  expect(readdirSync(job.temp)).toEqual([])
})

test.concurrent('an error that nothing catches is a warning of post, which goes on', async () => {
  const { job, inputs } = startSlow('logout', 0.5)
  const main = await expectLogin(job, inputs)
  const post = await job.post(main, inputs, { env: throwing })
  expect(post).toMatchObject({
    outcome: 'success',
    annotations: [{ level: 'warning', title: 'Choreo: Log-out incomplete' }],
  })
  expect(everything(post)).not.toContain(token)
  expect(readdirSync(job.temp)).toEqual([])
})

test.concurrent('an error that nothing catches fails the early log-out, which goes on', async () => {
  const { job, inputs } = startSlow('logout', 0.5)
  const main = await expectLogin(job, inputs)
  Object.assign(job.env, throwing)
  const ended = await job.logout()
  expect(ended).toMatchObject({ outcome: 'failure', annotations: [{ level: 'error' }] })
  Reflect.deleteProperty(job.env, 'NODE_OPTIONS')
  expect((await expectLogout(job, main, inputs)).log).toEqual([])
})

test.concurrent('NODE_TLS_REJECT_UNAUTHORIZED does not make Node print a warning', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  const inputs = world.inputs({ token, 'github-url': url, 'github-api-url': url })
  const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  const { child, ended } = world.start().startMain(inputs, { env })
  await once(server, 'connection')
  child.kill('SIGINT')
  server.close()
  expect(expectFailure(await ended, token).title).toBe('Choreo: Step stopped')
})
