// A login from end to end, as a runner does it: main, later steps, post. From the sources and from the
// bundles that users run.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Ended, holders } from './runner.ts'
import { setUp } from './set-up.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world

function everything(...steps: readonly Ended[]): string {
  return JSON.stringify(
    steps.map(({ masks, stdout, ...rest }) => ({ ...rest, printed: withoutMasks(stdout) })),
  )
}

function withoutMasks(printed: string): string {
  return printed.replace(/^::add-mask::.*$/gm, '')
}

describe.each(['src', 'dist'] as const)('a job (%s)', (build) => {
  test('is logged in for later steps, and leaves nothing behind', async () => {
    const job = world.start({ build })
    const main = await job.main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [], commands: [], stderr: '' })
    expect(main.outputs).toMatchObject({
      authenticated: 'true',
      'cli-version': 'v1.2.33',
      'cache-hit': 'false',
      'token-used': 'primary',
    })
    expect(main.log.length).toBeLessThanOrEqual(5)

    const step = await job.step('choreo list projects && choreo create deployment greeting')
    expect(step).toMatchObject({ exitCode: 0, stderr: '' })
    expect(step.stdout).toContain('storefront')

    const post = await job.post(main, inputs())
    expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(post.log).toHaveLength(1)
    expect(world.standIn.logouts.at(-1)).toBe(knownToken)
    expect(readdirSync(job.temp)).toEqual([])
    expect(readdirSync(job.home)).toEqual([])
    expect(holders(job.directory, knownToken)).toEqual([])
    expect(everything(main, step, post)).not.toContain(knownToken)
  })

  test('masks the token and its encodings before it prints anything else', async () => {
    const job = world.start({ build })
    const main = await job.main(inputs())
    expect(main.stdout.startsWith(`::add-mask::${knownToken}\n`)).toBe(true)
    expect(main.masks).toContain(Buffer.from(`${knownToken}\n`).toString('base64'))
    expect(main.stdout.indexOf('Choreo CLI')).toBeGreaterThan(
      main.stdout.lastIndexOf('::add-mask::'),
    )
  })

  test('starts logged out on a machine where another job was logged in', async () => {
    const first = world.start({ build })
    const main = await first.main(inputs())
    await first.post(main, inputs())
    const second = world.start({ build, on: first, name: 'second' })
    const step = await second.step(`'${main.outputs['cli-path']}' list projects`)
    expect(step.exitCode).not.toBe(0)
    const again = await second.main(inputs())
    expect(again).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'true' } })
  })

  test('keeps the session for its own user', async () => {
    const job = world.start({ build })
    const main = await job.main(inputs())
    expect(statSync(main.outputs['session'] ?? '').mode & 0o777).toBe(0o700)
    expect(statSync(join(main.outputs['session'] ?? '', 'home')).mode & 0o777).toBe(0o700)
  })
})
