// What examples/release.yml does with outputs that a CLI could print. WSO2 documents none of them, so the example
// has to stop rather than to deploy another build, or a build that failed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { runScript, scriptOf } from './steps.ts'

const example = 'examples/release.yml'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-example-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Runs the step against a CLI that prints these outputs. The last look-up repeats; undefined: it fails. */
async function build(created: string, ...lookUps: readonly (string | undefined)[]) {
  const file = (name: string, text: string) => {
    writeFileSync(join(directory, name), text, { mode: 0o755 })
    return join(directory, name)
  }
  const [slept, output] = [file('slept', ''), file('github-output', '')]
  file('sleep', `#!/bin/sh\necho "$1" >>'${slept}'\n`)
  file('created', created)
  for (const [at, text] of lookUps.entries()) {
    if (text !== undefined) file(`look-up-${at + 1}`, text)
  }
  file(
    'wdp',
    `#!/bin/sh
cd '${directory}' && number=$(wc -l <slept)
[ "$number" -lt ${lookUps.length} ] || number=${lookUps.length}
case "$1" in create) cat created ;; describe) cat "look-up-$number" ;; *) echo "wdp $*" ;; esac
`,
  )
  const env = { GITHUB_OUTPUT: output, PROJECT: 'storefront', COMPONENT: 'catalog' }
  const script = scriptOf(example, 'Create a build and wait for it')
  const { exitCode, stdout } = await runScript(script, directory, env)
  const title = /^::error title=([^:]*)::/m.exec(stdout)?.[1] ?? `exit code ${exitCode}`
  return {
    // What later jobs get; empty without an id.
    id: /^id=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '',
    // `success`, or the title of the error.
    end: exitCode === 0 ? 'success' : title,
    // The pauses before the look-ups, in seconds.
    pauses: readFileSync(slept, 'utf8').split('\n').filter(Boolean).map(Number),
    log: stdout,
  }
}

const notice = 'A new version of the CLI is available: v1.2.36 (you have v1.2.35).\n'
const uuid = '0b5f3c1e-6f0d-4a53-9a0e-9a4ad1cf3a11'
const nested = (status: object) => JSON.stringify({ kind: 'Build', metadata: { name: 'catalog' }, status })
const pretty = (value: object) => JSON.stringify(value, undefined, 2)

describe('the id of the build', () => {
  test.each([
    ['JSON on several lines', pretty({ id: uuid }), uuid],
    ['an update notice first', `${notice}{"id":"4001"}`, '4001'],
    ['an update notice last', `{"id":"4001"}\n${notice}`, '4001'],
    ['colors', '\u001b[1;32m{\n  "id": \u001b[33m"4001"\u001b[0m\n}\u001b[0m\n', '4001'],
    ['commit ids first', '{"commitId":"9f8e7d6","commit":{"id":"9f8e7d6"},"id":"4001"}', '4001'],
    ['ids of other things', '{"component":{"id":"77"},"clusterId":"88","id":"4001"}', '4001'],
    ['a number', '{"id":4001}', '4001'],
    ['an array of one build', '[{"id":"4001"}]', '4001'],
    ['the form that the extension of VS Code reads', nested({ images: [{ id: '9' }], runId: 4001 }), '4001'],
  ])('is read from %s', async (_, created, id) => {
    expect(await build(created, '{"status":"success"}')).toMatchObject({ id, end: 'success' })
  })

  test.each([
    ['a sentence', 'Created build 4001\n'],
    ['nothing', ''],
    ['an id inside of something else', '{"component":{"id":"77"}}'],
    ['two builds', '[{"id":"4001"},{"id":"4002"}]'],
    ['JSON that is cut off', '{"id":"4001","component":'],
    ['a notice with braces', `Run {wdp update}.\n{"id":"4001"}`],
    ['a number that jq rounds', '{"id":12345678901234567890}'],
    ['an id with a line break', '{"id":"4001\\nid=4002"}'],
    ['an empty id', '{"id":""}'],
  ])('is missing in %s: the job fails, and prints the output', async (_, created) => {
    const { log, ...ended } = await build(created, '{"status":"success"}')
    expect(ended).toEqual({ id: '', end: 'No build id', pauses: [] })
    expect(log).toContain(created)
  })
})

describe('the end of the build', () => {
  test.each([
    ['status, in another word', '{"status":"Successful"}'],
    ['status, in capitals after a notice', `${notice}{"status":"SUCCESSFUL","error":null}`],
    ['conclusion', '{"status":"completed","conclusion":"success"}'],
    ['conclusion inside of status', nested({ conclusion: 'success', status: 'completed' })],
  ])('is a success by its %s', async (_, lookUp) => {
    expect(await build('{"id":"4001"}', lookUp)).toMatchObject({ id: '4001', end: 'success' })
  })

  test.each([
    ['a conclusion of failure, first', '{"conclusion":"failure","status":"success"}'],
    ['a conclusion of failure inside of status', nested({ conclusion: 'failure', status: 'completed' })],
    ['completed without a conclusion', '{"status":"completed","conclusion":""}'],
    ['FAILED', '{"id":"4001","completedAt":"2026-11-24","status":"FAILED"}'],
    ['unsuccessful', '{"status":"unsuccessful"}'],
    ['an unknown word', '{"status":"rolled back"}'],
  ])('is a failure by %s: the log of the build follows', async (_, lookUp) => {
    const { end, log } = await build('{"id":"4001"}', lookUp)
    expect(end).toBe('Build failed')
    const options = '--project=storefront --component=catalog --deployment-track=main --build-id=4001'
    expect(log).toContain(`wdp logs build ${options}\n`)
  })

  test('is waited for through every word for a build that has not ended', async () => {
    const words = ['queued', 'Pending', 'in_progress', 'IN-PROGRESS', 'In Progress', 'RUNNING']
    const lookUps = words.map((status) => pretty({ status, conclusion: null }))
    const { end, pauses } = await build('{"id":"4001"}', ...lookUps, '{"conclusion":"success"}')
    expect({ end, pauses }).toEqual({ end: 'success', pauses: [5, 10, 20, 40, 60, 60, 60] })
  })

  test('is given up after 21 minutes', async () => {
    const { end, pauses } = await build('{"id":"4001"}', '{"status":"in_progress"}')
    expect(end).toBe('Build too slow')
    expect(pauses.reduce((sum, pause) => sum + pause) / 60).toBeCloseTo(21, 0)
  })
})

describe('a look-up of the build fails', () => {
  test.each([
    ['the CLI fails', undefined],
    ['a sentence', 'The success of your builds matters to us.\n'],
    ['JSON with a status of another type', '{"status":["success"]}'],
    ['nothing', ''],
  ])('for %s: the job fails after three of them', async (_, lookUp) => {
    const { end, pauses } = await build('{"id":"4001"}', lookUp)
    expect({ end, pauses }).toEqual({ end: 'Build status unknown', pauses: [5, 10, 20] })
  })

  test('and two in a row are no reason to stop', async () => {
    const wait = '{"status":"in_progress"}'
    const lookUps = [undefined, '', wait, '', undefined, '{"status":"success"}']
    expect(await build('{"id":"4001"}', ...lookUps)).toMatchObject({ end: 'success' })
  })
})

test('the example fits on two screens', () => {
  const lines = readFileSync(join(root, example), 'utf8').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(100)
})
