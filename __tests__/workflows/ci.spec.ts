// The job of this project's own CI that uses the action, as one machine without Docker can run it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { setUp } from './set-up.ts'

const world = setUp()

// The job `alpine` has a part of these steps, in a container.
test('the job `action` of CI succeeds, and its last post finds nothing of the login', async () => {
  const { checkout, download } = world.repository
  const { jobs, ...rest } = parse(readFileSync(join(checkout, '.github', 'workflows', 'ci.yml'), 'utf8'))
  const action = { ...jobs.action, strategy: { matrix: { os: ['ubuntu-latest'] } } }
  const workflow = join(world.machine.directory, 'ci.yml')
  writeFileSync(workflow, stringify({ ...rest, jobs: { action } }))

  const ended = await world.machine.run({ workflow, checkout, download })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { action: 'success' } })
  expect(ended.log.at(-1)).toBe('Nothing of the login is left.')
  expect(ended.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
})
