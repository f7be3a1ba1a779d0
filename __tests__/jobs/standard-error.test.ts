// Nothing is printed on standard error, where masks do not hold yet. Every job holds that, see runner.ts;
// here are the cases in which Node itself would print there.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { expectFailure } from '../expectations.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

test.concurrent('an error that nothing catches ends the login, with one annotation and no session', async () => {
  const { job, inputs } = world.scripted(
    '[ "$1" = login ] || exit 0; cat >"$HOME/kept"; touch "$GITHUB_WORKSPACE/hangs"; sleep 60',
  )
  const script = `import { existsSync } from 'node:fs'
    const timer = setInterval(() => {
      if (!existsSync('hangs')) return
      clearInterval(timer)
      throw new Error('Nothing catches this: ${token}')
    }, 20)`
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }
  const main = await job.main(inputs, { env })
  const { title, message } = expectFailure(main, token)
  expect(title).toBe('Choreo: Unexpected error')
  expect(message).toMatch(/^Nothing catches this: \*\*\*$/m)
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
  expect(expectFailure(await ended, token).title).toBe('Choreo: Login cancelled')
})
