// What examples/release.yml does with outputs that a CLI could print. WSO2 documents none of them, so the
// example has to stop rather than to deploy another build, or a build that failed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { directoryWith } from './directory.ts'
import { runStep } from './steps.ts'

const wdp = `#!/bin/sh
case "$1" in create) cat created ;; describe) cat "look-up-$(wc -l <slept)" ;; *) echo "wdp $*" ;; esac
`
const sleep = '#!/bin/sh\necho "$1" >>slept\n'

/** Runs the step against a CLI that prints these outputs. A look-up without an output fails. */
function build(created: string, ...lookUps: readonly (string | undefined)[]) {
  const printed = lookUps.flatMap((text, at) =>
    text === undefined ? [] : [[`look-up-${at + 1}`, text]],
  )
  const files = { created, wdp, sleep, slept: '', outputs: '', ...Object.fromEntries(printed) }
  const directory = directoryWith(files)
  const env = {
    GITHUB_OUTPUT: join(directory, 'outputs'),
    PROJECT: 'storefront',
    COMPONENT: 'catalog',
  }
  const step = 'Create a build and wait for it'
  const { status, stdout } = runStep('examples/release.yml', step, directory, env)
  return {
    /** What later jobs get. */
    outputs: readFileSync(join(directory, 'outputs'), 'utf8'),
    /** `success`, or the title of the error. */
    end: status === 0 ? 'success' : /^::error title=([^:]*)::/m.exec(stdout)?.[1],
    /** The pauses before the look-ups, in seconds. */
    pauses: readFileSync(join(directory, 'slept'), 'utf8').split('\n').filter(Boolean).map(Number),
    log: stdout,
  }
}

const notice = 'A new version of the CLI is available: v1.2.36 (you have v1.2.35).\n'
const uuid = '0b5f3c1e-6f0d-4a53-9a0e-9a4ad1cf3a11'
const nested = (status: object) =>
  JSON.stringify({ kind: 'Build', metadata: { name: 'catalog' }, status })
const pretty = (value: object) => JSON.stringify(value, undefined, 2)

describe('the id of the build', () => {
  test.each([
    ['JSON on several lines', pretty({ id: uuid }), uuid],
    ['an object between update notices', `${notice}{"id":"4001"}\n${notice}`, '4001'],
    ['colors', '\u001b[1;32m{\n  "id": \u001b[33m"4001"\u001b[0m\n}\u001b[0m\n', '4001'],
    ['ids of other things too', '{"commitId":"9f8","component":{"id":"77"},"id":"4001"}', '4001'],
    [
      'the form that the extension of VS Code reads',
      nested({ images: [{ id: '9' }], runId: 4001 }),
      '4001',
    ],
  ])('is read from %s', (_, created, id) => {
    expect(build(created, '{"status":"success"}')).toMatchObject({
      outputs: `id=${id}\n`,
      end: 'success',
    })
  })

  test.each([
    ['a sentence', 'Created build 4001\n'],
    ['an id inside of something else', '{"component":{"id":"77"}}'],
    ['two builds', '[{"id":"4001"},{"id":"4002"}]'],
    ['a number that jq rounds', '{"id":12345678901234567890}'],
    ['an id with a line break', '{"id":"4001\\nid=4002"}'],
    ['an empty id', '{"id":""}'],
  ])('is missing in %s: the job fails, and prints the output', (_, created) => {
    const { log, ...ended } = build(created, '{"status":"success"}')
    expect(ended).toEqual({ outputs: '', end: 'No build id', pauses: [] })
    expect(log).toContain(created)
  })
})

describe('the end of the build', () => {
  const failure = '{"conclusion":"failure","status":"success"}'

  test.each([
    [
      'a status in another word after a notice',
      'success',
      `${notice}{"status":"SUCCESSFUL","error":null}`,
    ],
    [
      'a status with a conclusion',
      'success',
      nested({ conclusion: 'success', status: 'completed' }),
    ],
    ['a conclusion of failure, first', 'Build failed', failure],
    ['completed without a conclusion', 'Build failed', '{"status":"completed","conclusion":""}'],
    ['unsuccessful', 'Build failed', '{"status":"unsuccessful"}'],
    ['two unknown words', 'Build failed', '{"status":"rolled back"}'],
  ])('after %s is: %s', (_, end, lookUp) => {
    expect(build('{"id":"4001"}', lookUp)).toMatchObject({ end, pauses: [5] })
  })

  test('comes with the log of a build that failed', () => {
    const options =
      '--project=storefront --component=catalog --deployment-track=main --build-id=4001'
    expect(build('{"id":"4001"}', failure).log).toContain(`wdp logs build ${options}\n`)
  })

  test.each([
    ['the CLI fails', undefined],
    ['it prints a sentence', 'The success of your builds matters to us.\n'],
    ['it prints JSON with a status of another type', '{"status":["success"]}'],
  ])('is unknown after three look-ups in a row for which %s', (_, lookUp) => {
    const ended = build('{"id":"4001"}', lookUp, lookUp, lookUp)
    expect(ended).toMatchObject({ end: 'Build status unknown', pauses: [5, 10, 20] })
  })

  test('is found when no more than two look-ups in a row fail', () => {
    const wait = '{"status":"in_progress"}'
    const lookUps = [undefined, '', wait, '', undefined, '{"status":"success"}']
    expect(build('{"id":"4001"}', ...lookUps).end).toBe('success')
  })

  test('is waited for through every word for a build that has not ended', () => {
    const words =
      'queued, requested, waiting, Pending, in_progress, IN-PROGRESS, In Progress, RUNNING, building'
    const lookUps = words.split(', ').map((status) => pretty({ status, conclusion: null }))
    const ended = build('{"id":"4001"}', ...lookUps, '{"conclusion":"success"}')
    expect(ended).toMatchObject({ end: 'success', pauses: [5, 10, 20, 40, 60, 60, 60, 60, 60, 60] })
  })

  test('is given up after 21 minutes', () => {
    const { end, pauses } = build('{"id":"4001"}', ...Array(30).fill('{"status":"in_progress"}'))
    expect(end).toBe('Build too slow')
    expect(pauses.reduce((sum, pause) => sum + pause) / 60).toBeCloseTo(21, 0)
  })
})
