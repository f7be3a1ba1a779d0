// Which processes end with a session: those whose environment holds its variable, complete and by itself.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { endProcesses, sessionVariable } from '../../src/cli/processes.ts'
import { until } from '../expectations.ts'

const session = '/tmp/session-1'
const variable = `${sessionVariable}=${session}`

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux.each([
  ['the only variable', { [sessionVariable]: session }],
  ['the last variable', { OTHER: 'x', [sessionVariable]: session }],
])('a process with it as %s ends, and counts once', async (_, env) => {
  const child = spawn('/bin/sleep', ['30'], { env })
  await once(child, 'spawn')
  expect(endProcesses(session, process.platform)).toBe(1)
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
})

onLinux('a process with it beside bytes that are not UTF-8 ends', async () => {
  const script = `exec env -i "OTHER=$(printf '\\377\\342')" ${variable} sleep 30`
  const child = spawn('/bin/sh', ['-c', script])
  await until(() => readFileSync(`/proc/${child.pid}/comm`, 'utf8') === 'sleep\n')
  expect(endProcesses(session, process.platform)).toBe(1)
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
})

onLinux.each([
  ['as a part of a value', { OTHER: `x ${variable}` }],
  ['with more after it', { [sessionVariable]: `${session}2` }],
  ['with more before its name', { [`A_${sessionVariable}`]: session }],
  ['nowhere', { OTHER: 'x' }],
])('a process with it %s continues', async (_, env) => {
  const child = spawn('/bin/sleep', ['30'], { env })
  await once(child, 'spawn')
  expect(endProcesses(session, process.platform)).toBe(0)
  child.kill()
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
})
