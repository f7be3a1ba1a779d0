// The project's own workflows: what the linters do not check, and the scripts in them, run.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from './runner.ts'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
}

interface Workflow {
  readonly defaults?: { readonly run: { readonly shell: string } }
  readonly permissions?: object
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string
        readonly needs?: string | readonly string[]
        readonly permissions?: object
        readonly 'timeout-minutes'?: number
        readonly steps: readonly Step[]
      }
    >
  >
}

const directory = join(root, '.github', 'workflows')

function workflow(name: string): Workflow {
  return parse(readFileSync(join(directory, name), 'utf8')) as Workflow
}

let place = ''
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'choreo-login-workflow-'))
})
afterEach(() => rmSync(place, { recursive: true }))

describe('schema', () => {
  function schema(name: string, text: string) {
    writeFileSync(join(place, name), text)
    const script = join(root, 'scripts', 'schema.ts')
    return spawnSync(process.execPath, [script, join(place, name)], { encoding: 'utf8' })
  }

  test('takes action.yml as it is', () => {
    const { status, stderr } = schema('action.yml', readFileSync(join(root, 'action.yml'), 'utf8'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test.each([
    ['without a description', /^description:.*$/m, '', /description/i],
    ['with an unknown key', /^runs:$/m, 'run: {}\nruns:', /:\d+: Unexpected value 'run'/],
    ['without main', /^ {2}main:.*$/m, '', /'main' is required/],
    ['with a broken expression', /github\.token \|\|/, 'github.token ||| ', /expression/i],
  ])('refuses an action.yml %s', (_, what, instead, message) => {
    const text = readFileSync(join(root, 'action.yml'), 'utf8')
    const { status, stderr } = schema('action.yml', text.replace(what, instead))
    expect(stderr).toMatch(message)
    expect(status).toBe(1)
  })

  test('refuses a workflow with an unknown key', () => {
    const text = 'on: push\njobs:\n  a:\n    runs-on: b\n    timeout: 3\n    steps: [{ run: c }]\n'
    expect(schema('workflow.yml', text)).toMatchObject({
      status: 1,
      stderr: `${join(place, 'workflow.yml')}:5: Unexpected value 'timeout'\n`,
    })
  })
})

test('the gate needs every other job of CI, and only dependency review may be skipped', () => {
  const { gate, ...others } = workflow('ci.yml').jobs
  expect(gate?.needs).toEqual(Object.keys(others))
  expect(gate?.if).toBe('always()')
  const conditional = Object.entries(others).filter(([, job]) => job.if !== undefined)
  expect(conditional.map(([name]) => name)).toEqual(['dependencies'])
})

test('what is left is checked after the log-out: in each job of CI the check is used before the login', () => {
  const jobs = Object.values(workflow('ci.yml').jobs)
  const used = jobs.map(({ steps }) => steps.map(({ uses }) => uses))
  const withLogin = used.filter((uses) => uses.includes('./'))
  expect(withLogin).toHaveLength(2)
  for (const uses of withLogin) {
    const check = uses.indexOf('./.github/actions/check-left')
    expect(check).toBeGreaterThan(-1)
    expect(check).toBeLessThan(uses.indexOf('./.github/actions/stand-in'))
    expect(check).toBeLessThan(uses.indexOf('./'))
  }
})

test.each(readdirSync(directory))(
  '%s gives no permission to all jobs, and each job a time limit',
  (name) => {
    const { permissions, jobs } = workflow(name)
    expect(permissions).toEqual({})
    for (const [id, job] of Object.entries(jobs)) {
      expect({ id, ...job }).toMatchObject({
        id,
        permissions: expect.any(Object),
        'timeout-minutes': expect.any(Number),
      })
    }
  },
)

// Runs the script of a step as the runner does, with a `gh` that notes its calls and answers from a list
// of patterns.
function runStep(
  file: string,
  name: string,
  { env, answers = {} }: { env: Record<string, string>; answers?: Record<string, string> },
) {
  const { defaults, jobs } = workflow(file)
  // Named so, and only then, it is called with pipefail.
  expect(defaults?.run.shell).toBe('bash')
  const steps = Object.values(jobs).flatMap(({ steps }) => steps)
  const script = steps.find((step) => step.name === name)?.run
  if (script === undefined) throw new Error(`${file} has no step "${name}".`)
  const cases = Object.entries(answers).map(([call, answer]) => `  ${call}) ${answer} ;;`)
  const gh = `#!/bin/sh\nprintf '%s\\n' "$*" >>'${place}/calls'\ncase "$*" in\n${cases.join('\n')}\nesac\n`
  writeFileSync(join(place, 'gh'), gh, { mode: 0o755 })
  writeFileSync(join(place, 'calls'), '')
  const { status, stdout } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: place,
      env: {
        PATH: `${place}:${process.env['PATH']}`,
        GH_REPO: 'octo/login',
        RUNNER_TEMP: place,
        ...env,
      },
      encoding: 'utf8',
    },
  )
  const calls = readFileSync(join(place, 'calls'), 'utf8').split('\n').filter(Boolean)
  return { status, stdout, calls }
}

describe('the report of the contract run', () => {
  const step = 'Open, continue or close the issue'
  const url = 'https://github.com/octo/login/actions/runs/7'
  const failed = { "'run view 7 '*": "echo '- wdp on windows-latest'" }
  const env = { RUN: '7', URL: url, RESULT: 'failure' }

  test('opens an issue when the contract fails', () => {
    const { status, calls } = runStep('contract.yml', step, { env, answers: failed })
    expect(status).toBe(0)
    expect(calls.at(-1)).toMatch(/^issue create --title A CLI no longer behaves/)
    const body = readFileSync(join(place, 'body.md'), 'utf8')
    expect(body).toContain(url)
    expect(body).toContain('\n- wdp on windows-latest\n')
  })

  test('continues the issue that is open', () => {
    const answers = { ...failed, "'issue list '*": 'echo 12' }
    const { status, calls } = runStep('contract.yml', step, { env, answers })
    expect(status).toBe(0)
    expect(calls.at(-1)).toBe('issue comment 12 --body-file body.md')
  })

  test('closes it when the contract holds again', () => {
    const answers = { "'issue list '*": 'echo 12' }
    const { status, calls } = runStep('contract.yml', step, {
      env: { ...env, RESULT: 'success' },
      answers,
    })
    expect(status).toBe(0)
    expect(calls.at(-1)).toBe(`issue close 12 --comment The contract holds again: ${url}`)
  })

  test('says nothing when the contract holds', () => {
    const { status, calls } = runStep('contract.yml', step, { env: { ...env, RESULT: 'success' } })
    expect(status).toBe(0)
    expect(calls).toEqual([expect.stringMatching(/^issue list /)])
  })
})

describe('a release', () => {
  const changelog = [
    '# Changelog',
    '## [Unreleased]',
    '## [1.10.0] - 2030-02-02',
    '### Added',
    '- Ten.',
    '## [1.1.0] - 2030-01-01',
    '- One.',
    '[1.10.0]: https://github.com/octo/login/releases/tag/v1.10.0',
  ].join('\n')

  test.each([
    ['v1.10.0', '### Added\n- Ten.\n'],
    ['v1.1.0', '- One.\n'],
  ])('takes the notes of %s from the changelog', (tag, notes) => {
    writeFileSync(join(place, 'CHANGELOG.md'), changelog)
    const { status } = runStep('release.yml', 'Take the notes from the changelog', {
      env: { TAG: tag },
    })
    expect(status).toBe(0)
    expect(readFileSync(join(place, 'notes.md'), 'utf8')).toBe(notes)
  })

  test('is not made of a version that the changelog does not know', () => {
    writeFileSync(join(place, 'CHANGELOG.md'), changelog)
    const env = { TAG: 'v1.1.1' }
    const { status, stdout } = runStep('release.yml', 'Take the notes from the changelog', { env })
    expect(status).toBe(1)
    expect(stdout).toContain('CHANGELOG.md has no section 1.1.1.')
  })

  test('is published as a draft first, and has to be immutable', () => {
    const step = 'Publish an immutable release'
    const attestation = join(place, 'attestation.json')
    writeFileSync(attestation, '{}')
    const publish = (immutable: boolean) =>
      runStep('release.yml', step, {
        env: { TAG: 'v1.2.3', ATTESTATION: attestation },
        answers: { "'api repos/octo/login/releases/tags/v1.2.3 '*": `echo ${immutable}` },
      })
    const published = publish(true)
    expect(published.status).toBe(0)
    const archive = join(place, 'choreo-login-v1.2.3')
    expect(published.calls.slice(0, 2)).toEqual([
      `release create v1.2.3 --draft --verify-tag --title v1.2.3 --notes-file ${place}/notes.md ${archive}.tar.gz ${archive}.sigstore.json`,
      'release edit v1.2.3 --draft=false',
    ])
    const refused = publish(false)
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('Enable immutable releases')
  })

  describe('moves the major tag', () => {
    const step = 'Move the major tag, unless a newer version has it'
    const tags = "'api --paginate '*"
    const refs = (...names: string[]) => `printf 'refs/tags/%s\\n' ${names.join(' ')}`
    let commit = ''
    beforeEach(() => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
          cwd: place,
          encoding: 'utf8',
        }).trim()
      git('init', '--quiet')
      git('commit', '--quiet', '--allow-empty', '--message', 'a')
      commit = git('rev-parse', 'HEAD')
    })

    test('to the newest version', () => {
      const answers = { [tags]: refs('v1.9.0', 'v1.10.0') }
      const { status, calls } = runStep('release.yml', step, { env: { TAG: 'v1.10.0' }, answers })
      expect(status).toBe(0)
      expect(calls.at(-1)).toBe(
        `api --method PATCH repos/octo/login/git/refs/tags/v1 -f sha=${commit} -F force=true --silent`,
      )
    })

    test('which does not exist yet', () => {
      const answers = {
        [tags]: refs('v1.0.0'),
        "'api repos/octo/login/git/ref/tags/v1 '*": 'exit 1',
      }
      const { status, calls } = runStep('release.yml', step, { env: { TAG: 'v1.0.0' }, answers })
      expect(status).toBe(0)
      expect(calls.at(-1)).toBe(
        `api --method POST repos/octo/login/git/refs -f ref=refs/tags/v1 -f sha=${commit} --silent`,
      )
    })

    test('not back from a newer one', () => {
      const answers = { [tags]: refs('v1.9.1', 'v1.10.0') }
      const { status, stdout, calls } = runStep('release.yml', step, {
        env: { TAG: 'v1.9.1' },
        answers,
      })
      expect(status).toBe(0)
      expect(stdout).toBe('v1 stays where it is: v1.10.0 is newer.\n')
      expect(calls).toHaveLength(1)
    })
  })
})
