// What a job carries from a step to later ones.
import { expect, test } from '@jest/globals'
import { preloaded } from '../preloaded.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

test.concurrent('later steps see what a step writes to GITHUB_ENV, except NODE_OPTIONS', async () => {
  const job = world.start()
  const written =
    await job.step(`{ echo COLOR=red; echo 'POEM<<END'; echo roses; echo violets; echo END
    echo NODE_OPTIONS=--no-such-option; echo RUNNER_TEMP=/elsewhere; } >> "$GITHUB_ENV"`)
  expect(written.outcome).toBe('success')
  expect(written.annotations).toMatchObject([
    { level: 'error', message: expect.stringContaining("Can't store NODE_OPTIONS") },
  ])
  const seen = await job.step('echo "$COLOR, $POEM, $NODE_OPTIONS, $RUNNER_TEMP"')
  expect(seen.stdout).toBe(`red, roses\nviolets, , ${job.temp}\n`)
})

test.concurrent('a bad line fails a step that succeeded', async () => {
  const step = await world.start().step('echo a=1 >>"$GITHUB_OUTPUT"; echo bad >>"$GITHUB_OUTPUT"')
  expect(step).toMatchObject({ exitCode: 0, outcome: 'failure', outputs: { a: '1' } })
  expect(step.log).toEqual([
    "##[error]Unable to process file command 'output' successfully.",
    "##[error]Invalid format 'bad'",
  ])
})

test.concurrent('a mask holds from its line on, in the summary and in later steps', async () => {
  const job = world.start()
  const step = await job.step(`echo hunter2; echo ::add-mask::hunter2; echo hunter2
    echo '::error title=hunter2::hunter2'; echo hunter2 >"$GITHUB_STEP_SUMMARY"`)
  expect(step.log).toEqual(['hunter2', '***', '##[error]***'])
  expect(step.annotations).toEqual([{ level: 'error', title: 'hunter2', message: '***' }])
  expect(step.summary).toBe('***\n')
  expect((await job.step('echo hunter2')).log).toEqual(['***'])
})

test.concurrent('later steps find the last addition to PATH first', async () => {
  const job = world.start()
  await job.step('printf "/opt/a\\n/opt/b\\n" >>"$GITHUB_PATH"')
  await job.step('echo /opt/a >>"$GITHUB_PATH"')
  expect((await job.step('echo "$PATH"')).stdout).toMatch(/^\/opt\/a:\/opt\/b:(?!.*\/opt\/[ab])/)
})

test.concurrent('a step of the action that prints on standard error fails its test', async () => {
  const env = preloaded("console.error('printed')")
  const main = world.start().main(world.inputs(), { env })
  await expect(main).rejects.toThrow('The action printed on standard error: printed')
})
