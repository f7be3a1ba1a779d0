// Which processes end with a session: those whose environment holds its variable, complete and by itself.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { endProcesses, sessionVariable } from '../../src/cli/processes.ts'
import { until } from '../expectations.ts'

const session = `/tmp/session-${process.pid}`
const variable = `${sessionVariable}=${session}`

test.each([
  ['ends', 'alone', variable],
  ['ends', 'after another one', `OTHER=x ${variable}`],
  ['ends', 'after bytes that are not UTF-8', `"OTHER=$(printf '\\377\\342')" ${variable}`],
  ['continues', 'as a part of a value', `"OTHER=x ${variable}"`],
  ['continues', 'with more after it', `${variable}2`],
  ['continues', 'with more before its name', `A_${variable}`],
])('a process %s that has the variable %s', async (outcome, _, variables) => {
  const child = spawn('/bin/sh', ['-c', `exec env -i ${variables} sleep 30`])
  await until(() => readFileSync(`/proc/${child.pid}/cmdline`, 'utf8') === 'sleep\x0030\0')
  const ends = outcome === 'ends'
  expect(endProcesses(session, process.platform)).toBe(ends ? 1 : 0)
  child.kill()
  expect(await once(child, 'exit')).toEqual([null, ends ? 'SIGKILL' : 'SIGTERM'])
})
