// Main ends where it did not mean to: killed before its session exists, or without anything left to wait for.
import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { expectFailure, expectLogout } from '../expectations.ts'
import { preloaded } from '../preloaded.ts'
import { setUp } from '../set-up.ts'
import { knownToken } from '../stand-in/server.ts'

const world = setUp()

test('post does nothing after a main that was killed before it made the directory of its session', async () => {
  const kill = `import fs from 'node:fs'
    import module from 'node:module'
    for (const name of ['mkdirSync', 'mkdtempSync']) {
      const make = fs[name]
      fs[name] = (path, ...more) => {
        if (path.includes('choreo-session-')) process.kill(process.pid, 'SIGKILL')
        return make(path, ...more)
      }
    }
    module.syncBuiltinESMExports()`
  const job = world.start()
  const main = await job.main(world.inputs(), { env: preloaded(kill) })
  expect(main).toMatchObject({ signal: 'SIGKILL', outputs: {} })
  expect(main.state['session']).toContain('choreo-session-')
  expect(readdirSync(job.temp)).toEqual([])
  expect(await expectLogout(job, main, world.inputs())).toMatchObject({ log: [] })
})

test('a main that waits for something that never happens fails with one annotation', async () => {
  // Connections are never made, and neither they nor timers keep the process alive.
  const neverConnect = `import net from 'node:net'
    net.Socket.prototype.connect = function () { this.connecting = true; return this }
    const start = globalThis.setTimeout
    globalThis.setTimeout = (...args) => start(...args).unref()`
  const job = world.start()
  const main = await job.main(world.inputs(), { env: preloaded(neverConnect) })
  expect(expectFailure(main, knownToken).title).toBe('Choreo: Unexpected error')
  await expectLogout(job, main, world.inputs())
})
