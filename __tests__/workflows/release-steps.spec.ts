// What the release in `examples` understands of a CLI whose answers nobody has documented: its steps, run
// by the shell that a runner uses.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../runner.ts'

const lines = (...parts: readonly string[]): string => `${parts.join('\n')}\n`

test.each([
  ['a sentence', 'Created build 4001'],
  ['a sentence about the component', 'Build of catalog-v2 in storefront2 was started: 4001'],
  ['a line with its name', lines('Triggered a build of catalog-v2.', 'Build ID: 4001')],
  ['a line with another name', lines('Component: catalog-v2', 'Run ID = 4001')],
  ['a table', lines('BUILD ID   COMPONENT    STATUS', '4001       catalog-v2   queued')],
  ['JSON', '{"id": "4001", "component": "catalog-v2"}'],
  ['JSON with other ids', '{"componentId": "77", "clusterId": "88", "id": "4001"}'],
  ['JSON as WSO2’s extension gets it', '{"status":{"images":[{"id":"9"}],"runId":4001}}'],
])('the release finds the id of its build in %s', (_, printed) => {
  expect(runStep('Start the build', printed)).toEqual({ title: '', output: 'build=4001\n' })
})

test('the release is red when there is no id', () => {
  expect(runStep('Start the build', 'Started.')).toEqual({ title: 'No build', output: '' })
})

const head = 'ID    COMPONENT   STATUS'

test.each([
  ['a table', lines(head, '----  ---------   ------', '4001  failed-v2   Successful')],
  ['a table with a conclusion', lines('ID    STATUS     CONCLUSION', '4001  completed  success')],
  ['lines', lines('Build ID: 4001', 'Status: Completed', 'Started: 2026-11-24')],
  ['JSON', '{"id":"4001","status":"SUCCESS","error":null,"failureReason":""}'],
  ['JSON of many lines', JSON.stringify(ended('success', 'completed'), undefined, 2)],
])('the release goes on after a success, told in %s', (_, printed) => {
  expect(runStep('Wait for the build', printed).title).toBe('')
})

test.each([
  ['a table', lines(head, '4001  success-v2  FAILED')],
  ['a table with a conclusion', lines('ID    STATUS     CONCLUSION', '4001  completed  failure')],
  ['lines', lines('Build ID: 4001', 'Status:   Failed')],
  ['JSON', '{"id":"4001","completedAt":"2026-11-24","status":"FAILED"}'],
  ['JSON with the status last', JSON.stringify(ended('failure', 'completed'))],
  ['JSON with the status first', '{"status":{"status":"completed","conclusion":"failure"}}'],
  ['JSON of many lines', JSON.stringify(ended('failure', 'completed'), undefined, 2)],
])('the release is red after a failure, told in %s', (_, printed) => {
  expect(runStep('Wait for the build', printed).title).toBe('Build failed')
})

test.each([
  ['a table', lines(head, '4001  success-v2  Pending')],
  ['JSON', JSON.stringify(ended('', 'in_progress'))],
  ['JSON of many lines', JSON.stringify(ended('', 'completed'), undefined, 2)],
  ['a sentence', 'The success of your builds matters to us.'],
  ['nothing', ''],
])('the release waits, but not for ever, when the end is not told in %s', (_, printed) => {
  expect(runStep('Wait for the build', printed).title).toBe('Build too slow')
})

// The form in which WSO2's extension of VS Code gets a build.
function ended(conclusion: string, status: string): object {
  return { metadata: { componentName: 'catalog-v2' }, status: { runId: 4001, conclusion, status } }
}

/**
 * Runs a step with a CLI that prints this, whatever it is asked.
 *
 * @returns the title of its error, if it failed, and its outputs
 */
function runStep(name: string, printed: string): Readonly<Record<'title' | 'output', string>> {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-step-'))
  const file = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text, { mode: 0o755 })
    return join(directory, name)
  }
  try {
    file('choreo', `#!/bin/sh\ncat '${file('printed', printed)}'\n`)
    file('sleep', '#!/bin/sh\n')
    const output = file('output', '')
    const env = {
      PATH: `${directory}:${process.env['PATH']}`,
      GITHUB_OUTPUT: output,
      PROJECT: 'storefront2',
      COMPONENT: 'catalog-v2',
      BUILD: '4001',
    }
    const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(name)]
    const { status, stdout } = spawnSync('bash', shell, { env, cwd: directory })
    const title = /::error title=([^:]*)::/.exec(stdout.toString())?.[1] ?? 'none'
    return { title: status === 0 ? '' : title, output: readFileSync(output, 'utf8') }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function scriptOf(name: string): string {
  const { jobs } = parse(readFileSync(join(root, 'examples', 'release.yml'), 'utf8')) as {
    readonly jobs: Record<string, { readonly steps: readonly { name: string; run?: string }[] }>
  }
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((step) => step.name === name)
  if (step?.run === undefined) throw new Error(`There is no step "${name}" any more.`)
  return step.run
}
