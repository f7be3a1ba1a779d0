// The jobs of this project's own CI that use the action, as far as one machine without Docker can run them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { setUp } from './set-up.ts'

const world = setUp()

test('the jobs of CI that try the action are green, and see that nothing is left', async () => {
  const { checkout, download } = world.repository
  const { jobs, ...rest } = parse(
    readFileSync(join(checkout, '.github', 'workflows', 'ci.yml'), 'utf8'),
  )
  const { container: _, ...alpine } = jobs.alpine
  const action = { ...jobs.action, strategy: { matrix: { os: ['ubuntu-latest'] } } }
  const workflow = join(world.machine.directory, 'ci.yml')
  writeFileSync(workflow, stringify({ ...rest, jobs: { action, alpine } }))

  const ended = await world.machine.run({ workflow, checkout, download })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { action: 'success', alpine: 'success' } })
  expect(ended.log.filter((line) => line === 'Nothing of the login is left.')).toHaveLength(2)
  expect(ended.annotations).toMatchObject([{ level: 'notice', title: 'Choreo login skipped' }])
})
