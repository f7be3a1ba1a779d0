// The jobs of this project's own CI that use the action, as far as one machine without Docker can run them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { setUp } from './set-up.ts'

const world = setUp()

// One at a time, as each has a machine of its own at GitHub: each starts a stand-in, whose CLI is another
// one under the same version.
test.each([
  ['action', { strategy: { matrix: { os: ['ubuntu-latest'] } } }],
  ['alpine', { container: undefined }],
])('the job `%s` of CI is green, and sees that nothing is left', async (name, changes) => {
  const { checkout, download } = world.repository
  const { jobs, ...rest } = parse(
    readFileSync(join(checkout, '.github', 'workflows', 'ci.yml'), 'utf8'),
  )
  const workflow = join(world.machine.directory, 'ci.yml')
  writeFileSync(workflow, stringify({ ...rest, jobs: { [name]: { ...jobs[name], ...changes } } }))

  const ended = await world.machine.run({ workflow, checkout, download })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { [name]: 'success' } })
  expect(ended.log.at(-1)).toBe('Nothing of the login is left.')
  expect(ended.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
})
