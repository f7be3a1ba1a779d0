// Which processes end with a session: those that have its mark, whole and by itself.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { endProcesses } from '../src/cli/processes.ts'
import { until } from './expectations.ts'

const mark = 'MARK=/tmp/session-1'

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux.each([
  ['the only variable', { MARK: '/tmp/session-1' }],
  ['the first variable', { MARK: '/tmp/session-1', OTHER: 'x' }],
  ['the last variable', { OTHER: 'x', MARK: '/tmp/session-1' }],
])('a process with the mark as %s ends', async (_, env) => {
  const child = spawn('/bin/sleep', ['30'], { env })
  await once(child, 'spawn')
  expect(endProcesses(['OTHER_MARK=1', mark], process.platform)).toBe(1)
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
})

onLinux('a process with the mark beside bytes that are no text ends', async () => {
  const script = `exec env -i "OTHER=$(printf '\\377\\342')" ${mark} sleep 30`
  const child = spawn('/bin/sh', ['-c', script])
  await until(() => readFileSync(`/proc/${child.pid}/comm`, 'utf8') === 'sleep\n')
  expect(endProcesses([mark], process.platform)).toBe(1)
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
})

onLinux.each([
  ['as a part of a value', { OTHER: `x ${mark}` }],
  ['with more after it', { MARK: '/tmp/session-12' }],
  ['with more before its name', { A_MARK: '/tmp/session-1' }],
  ['nowhere', { OTHER: 'x' }],
])('a process with the mark %s lives on', async (_, env) => {
  const child = spawn('/bin/sleep', ['30'], { env })
  await once(child, 'spawn')
  expect(endProcesses([mark], process.platform)).toBe(0)
  child.kill()
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM'])
})
