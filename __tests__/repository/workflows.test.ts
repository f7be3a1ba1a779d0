// The workflows of this repository: the rules that the linters do not know, and the scripts of their steps.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../runner.ts'

interface Workflow {
  readonly defaults?: { readonly run: { readonly shell: string } }
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, JobDefinition>>
}

interface JobDefinition {
  readonly if?: string
  readonly needs?: string | readonly string[]
  readonly permissions?: object
  readonly 'timeout-minutes'?: number
  readonly steps: readonly {
    readonly name?: string
    readonly uses?: string
    readonly run?: string
  }[]
}

const workflows = join(root, '.github', 'workflows')

function workflow(name: string): Workflow {
  return parse(readFileSync(join(workflows, name), 'utf8')) as Workflow
}

test.each(readdirSync(workflows))('%s limits the permissions and the time of each job', (name) => {
  const { permissions, jobs } = workflow(name)
  expect(permissions).toEqual({})
  const limits = { permissions: expect.any(Object), 'timeout-minutes': expect.any(Number) }
  for (const job of Object.values(jobs)) expect(job).toMatchObject(limits)
})

describe('ci.yml', () => {
  const { gate, ...others } = workflow('ci.yml').jobs

  test('has a gate that needs every other job; only the dependency review may be skipped', () => {
    expect(gate).toMatchObject({ needs: Object.keys(others), if: 'always()' })
    const conditional = Object.keys(others).filter((name) => others[name]?.if !== undefined)
    expect(conditional).toEqual(['dependencies'])
  })

  test('runs the post of check-left after the log-out: its main comes first', () => {
    const jobs = Object.values(others).map(({ steps }) => steps.map(({ uses }) => uses))
    const withLogin = jobs.filter((uses) => uses.includes('./'))
    expect(withLogin).toHaveLength(2)
    for (const uses of withLogin) {
      const local = uses.filter((name) => name?.startsWith('./'))
      expect(local[0]).toBe('./.github/actions/check-left')
    }
  })
})

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-workflow-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/**
 * Runs the script of a step as the runner does.
 *
 * @param answers what `gh` does, by patterns of the shell for its arguments
 */
function runStep(
  file: string,
  name: string,
  env: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>> = {},
) {
  const { defaults, jobs } = workflow(file)
  // The runner adds `-o pipefail` when a workflow names this shell, and only then.
  expect(defaults?.run.shell).toBe('bash')
  const steps = Object.values(jobs).flatMap(({ steps }) => steps)
  const script = steps.find((step) => step.name === name)?.run ?? 'exit 99'
  const cases = Object.entries(answers).map(([call, answer]) => `  ${call}) ${answer} ;;`)
  const gh = `#!/bin/sh\nprintf '%s\\n' "$*" >>'${directory}/calls'\ncase "$*" in\n${cases.join('\n')}\nesac\n`
  writeFileSync(join(directory, 'gh'), gh, { mode: 0o755 })
  writeFileSync(join(directory, 'calls'), '')
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: directory,
      env: {
        PATH: `${directory}:${process.env['PATH']}`,
        GH_REPO: 'octo/login',
        RUNNER_TEMP: directory,
        ...env,
      },
      encoding: 'utf8',
    },
  )
  const calls = readFileSync(join(directory, 'calls'), 'utf8').split('\n').filter(Boolean)
  return { status, stdout, calls }
}

describe('the report of the contract run', () => {
  const url = 'https://github.com/octo/login/actions/runs/7'
  const jobs = { "'run view 7 '*": "echo '- wdp on windows-latest'" }
  const open = { "'issue list '*": 'echo 12' }

  test.each([
    ['opens an issue when the contract is broken', 'failure', jobs, /^issue create --title A CLI /],
    ['adds to the open issue', 'failure', { ...jobs, ...open }, /^issue comment 12 --body-file /],
    ['closes the issue when the contract holds again', 'success', open, /^issue close 12 --comm/],
    ['does nothing when the contract holds', 'success', {}, /^issue list /],
  ])('%s', (_, result, answers, lastCall) => {
    const env = { RUN: '7', URL: url, RESULT: result }
    const step = 'Open, continue or close the issue'
    const { status, calls } = runStep('contract.yml', step, env, answers)
    expect(status).toBe(0)
    expect(calls.at(-1)).toMatch(lastCall)
    if (result === 'success') return
    const body = readFileSync(join(directory, 'body.md'), 'utf8')
    expect(body).toContain(url)
    expect(body).toContain('\n- wdp on windows-latest\n')
  })
})

describe('a release', () => {
  const changelog = [
    '## [Unreleased]',
    '## [1.10.0] - 2030-02-02',
    '### Added',
    '- Ten.',
    '## [1.1.0] - 2030-01-01',
    '- One.',
    '[1.10.0]: https://github.com/octo/login/releases/tag/v1.10.0',
  ].join('\n')

  test.each([
    ['v1.10.0', 0, '### Added\n- Ten.\n'],
    ['v1.1.0', 0, '- One.\n'],
    ['v1.1.1', 1, ''],
  ])('takes the notes of %s from the changelog, or ends with %i', (tag, exitCode, notes) => {
    writeFileSync(join(directory, 'CHANGELOG.md'), changelog)
    const { status } = runStep('release.yml', 'Take the notes from the changelog', { TAG: tag })
    expect(status).toBe(exitCode)
    expect(readFileSync(join(directory, 'notes.md'), 'utf8')).toBe(notes)
  })

  test.each([
    ['true', 0],
    ['false', 1],
  ])(
    'is published from a draft; that it is immutable is %s, so the step ends with %i',
    (is, code) => {
      writeFileSync(join(directory, 'attestation.json'), '{}')
      const env = { TAG: 'v1.2.3', ATTESTATION: join(directory, 'attestation.json') }
      const answers = { "'api repos/octo/login/releases/tags/v1.2.3 '*": `echo ${is}` }
      const { status, calls } = runStep('release.yml', 'Publish an immutable release', env, answers)
      expect(status).toBe(code)
      const archive = join(directory, 'choreo-login-v1.2.3')
      expect(calls.slice(0, 2)).toEqual([
        `release create v1.2.3 --draft --verify-tag --title v1.2.3 --notes-file ${directory}/notes.md ${archive}.tar.gz ${archive}.sigstore.json`,
        'release edit v1.2.3 --draft=false',
      ])
    },
  )

  const missing = { "'api repos/octo/login/git/ref/tags/v1 '*": 'exit 1' }

  test.each([
    [
      'moves v1 to the newest version',
      'v1.10.0',
      ['v1.9.0', 'v1.10.0'],
      {},
      /^api --method PATCH .*\/tags\/v1 -f sha=/,
    ],
    [
      'creates v1',
      'v1.0.0',
      ['v1.0.0'],
      missing,
      /^api --method POST .* -f ref=refs\/tags\/v1 -f sha=/,
    ],
    [
      'leaves v1 where it is when a newer version has it',
      'v1.9.1',
      ['v1.9.1', 'v1.10.0'],
      {},
      /^api --paginate /,
    ],
  ])('%s', (_, tag, tags, answers, lastCall) => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: directory,
        encoding: 'utf8',
      }).trim()
    git('init', '--quiet')
    git('commit', '--quiet', '--allow-empty', '--message', 'a')
    const list = { "'api --paginate '*": `printf 'refs/tags/%s\\n' ${tags.join(' ')}` }
    const step = 'Move the major tag, unless a newer version has it'
    const { status, calls } = runStep('release.yml', step, { TAG: tag }, { ...list, ...answers })
    expect(status).toBe(0)
    expect(calls.at(-1)).toMatch(lastCall)
    if (calls.length > 1) expect(calls.at(-1)).toContain(`sha=${git('rev-parse', 'HEAD')} `)
  })
})
