// The Node that this project runs on is the one that GitHub's runners have, not a newer one.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { metadata, root } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>
}
const version = `v${devDependencies['node']}`

test('scripts run on one exact version, of the release line that action.yml names', () => {
  const { runs } = metadata() as unknown as { readonly runs: { readonly using: string } }
  expect(version).toMatch(new RegExp(`^v${runs.using.replace('node', '')}\\.\\d+\\.\\d+$`))
  expect(process.version).toBe(version)
})

test('a whole job runs on this version', async () => {
  const job = world.start({ build: 'dist' })
  const [recorder, record] = ['recorder.cjs', 'versions'].map((name) => join(job.directory, name)) as [
    string,
    string,
  ]
  writeFileSync(
    recorder,
    `require('node:fs').appendFileSync(${JSON.stringify(record)}, process.argv[1] + ' ' + process.version + '\\n')`,
  )
  const env = { NODE_OPTIONS: `--require=${recorder}` }
  const main = await job.main(world.inputs(), { env })
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  const post = await job.post(main, world.inputs(), { env })
  expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  const entries = readFileSync(record, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(join(root, 'dist')))
  expect(entries).toEqual(
    ['main', 'post'].map((entry) => `${join(root, 'dist', entry, 'index.js')} ${version}`),
  )
})
