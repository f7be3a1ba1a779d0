// The workflows of this repository: rules that the linters do not know, and the report of the contract run.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { directoryWith } from './directory.ts'
import { installGitHubCli } from './github-cli.ts'
import { runStep, stepsOf, workflow } from './steps.ts'
import { read, trackedFiles } from './tracked-files.ts'

const workflows = trackedFiles().filter((path) => path.startsWith('.github/workflows/'))

test.each(workflows)('%s limits the permissions and the time of each job', (path) => {
  const { permissions, jobs } = workflow(path)
  expect(permissions).toEqual({})
  const limits = { permissions: expect.any(Object), 'timeout-minutes': expect.any(Number) }
  for (const job of Object.values(jobs)) expect(job).toMatchObject(limits)
})

test.each(workflows)('%s runs no code of a pull request where it may write', (path) => {
  const { on, jobs } = workflow(path)
  // Both run with the token of the base repository.
  expect(JSON.stringify(on)).not.toMatch(/pull_request_target|workflow_run/)
  const writing = Object.values(jobs).filter(({ permissions }) =>
    Object.values(permissions ?? {}).includes('write'),
  )
  const scripts = writing.flatMap(({ steps }) => steps.map(({ run = '' }) => run))
  expect(scripts.join('\n')).not.toMatch(/\b(npm|npx|node|make)\b|\.ci\/run|scripts\//)
})

test.each(workflows)('%s takes the Node that package.json names before it runs npm', (path) => {
  const pinned = { 'node-version-file': 'package.json', 'package-manager-cache': false }
  for (const { steps } of Object.values(workflow(path).jobs)) {
    // The packages of __tests__/windows build nothing.
    const first = steps.findIndex(({ run }) => /\.ci\/run|npm ci(?! --prefix)/.test(run ?? ''))
    if (first === -1) continue
    const settings = steps
      .slice(0, first)
      .filter(({ uses }) => uses?.startsWith('actions/setup-node@'))
      .map((step) => step.with)
    expect(settings).toEqual([pinned])
  }
})

test.each(workflows)('%s installs git before the checkout in each container', (path) => {
  const containers = Object.values(workflow(path).jobs).filter(({ container }) => container)
  for (const { steps } of containers) {
    const checkout = steps.findIndex(({ uses }) => uses?.startsWith('actions/checkout@'))
    const before = steps.slice(0, checkout).map(({ run }) => run)
    expect(before).toContainEqual(expect.stringMatching(/^apk add .*\bgit\b/))
  }
})

describe('ci.yml', () => {
  const { gate, ...others } = workflow('.github/workflows/ci.yml').jobs

  test('has a gate that needs every other job; only the dependency review may be skipped', () => {
    expect(gate).toMatchObject({ needs: Object.keys(others), if: 'always()' })
    const conditional = Object.keys(others).filter((name) => others[name]?.if !== undefined)
    expect(conditional).toEqual(['dependencies'])
  })

  test('runs the tests that need root with root, and skips none of them', () => {
    const scripts = others['project']?.steps.map(({ run }) => run)
    expect(scripts).toContainEqual(expect.stringMatching(/^sudo env .* npm run test:root$/m))
    expect(JSON.parse(read('package.json')).scripts['test:root']).toMatch(/^FAIL_ON_SKIP=1 /)
  })

  test('runs the post of check-left after the log-out: its main comes first', () => {
    const withLogin = Object.values(others).filter(({ steps }) =>
      steps.some(({ uses }) => uses === './'),
    )
    const first = withLogin.map(
      ({ steps }) => steps.find(({ uses }) => uses?.startsWith('./'))?.uses,
    )
    expect(first).toEqual(['./.github/actions/check-left', './.github/actions/check-left'])
  })
})

test('CI uploads dist when it is outdated, and .ci/run says so', () => {
  const steps = stepsOf(workflow('.github/workflows/ci.yml'))
  const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
  expect(upload).toMatchObject({
    if: `failure() && steps.run.outputs.dist-is-outdated == 'true'`,
    with: { name: 'dist', path: 'dist' },
  })
  expect(steps.find(({ id }) => id === 'run')?.run).toBe('.ci/run')
  const [declaration = ''] = /^dist_is_current\(\) \{[\s\S]*?^\}$/m.exec(read('.ci/run')) ?? []
  const directory = directoryWith({ outputs: '' })
  const script = `${declaration}
    git init --quiet && touch README.md && dist_is_current`
  const env = { ...process.env, GITHUB_OUTPUT: join(directory, 'outputs') }
  expect(spawnSync('bash', ['-c', script], { cwd: directory, env }).status).toBe(1)
  expect(readFileSync(env.GITHUB_OUTPUT, 'utf8')).toBe('dist-is-outdated=true\n')
})

describe('the report of the contract run', () => {
  const path = '.github/workflows/contract.yml'
  const step = 'Open, continue or close the issue'
  const directory = directoryWith({})
  const cli = installGitHubCli(directory)

  // The script finds jobs and steps by their names.
  const { contract, report: reporting } = workflow(path).jobs
  const [withoutLogin = '', withLogin = ''] =
    contract?.steps.slice(-2).map(({ name }) => name) ?? []
  const holds = [
    job('choreo on macos-latest', 'success', withLogin),
    job(reporting?.name ?? '', ''),
  ]
  const untried = [...holds, job('wdp on macos-latest', 'success', withoutLogin)]
  const broken = [...holds, job('wdp on macos-latest', 'failure', withLogin)]
  const issues = [{ number: 12 }]

  /** A job of the contract run in which one step was not skipped, as `gh run view` shows it. */
  function job(name: string, conclusion: string, step = ''): object {
    const ofStep = (name: string) => (name === step ? conclusion : 'skipped')
    const steps = [withoutLogin, withLogin].map((name) => ({ name, conclusion: ofStep(name) }))
    return { name, conclusion, steps }
  }

  function report(jobs: readonly object[], issues: readonly { readonly number: number }[]): string {
    cli.hold({ jobs, issues })
    const RESULT = jobs === broken ? 'failure' : 'success'
    const { status, stdout } = runStep(path, step, directory, {
      RUN: '7',
      URL: 'https://run',
      RESULT,
    })
    expect(status).toBe(0)
    return stdout
  }

  test.each([
    [
      'opens an issue when the contract is broken',
      broken,
      [],
      /^issue create --title A CLI .* --body-file /,
    ],
    ['adds to the open issue', broken, issues, /^issue comment 12 --body-file /],
    ['closes the issue when all jobs logged in', holds, issues, /^issue close 12 --comment /],
    ['leaves the issue open when a job tried no login', untried, issues, /^run view 7 /],
    ['does nothing when the contract holds and no issue is open', holds, [], /^issue list /],
  ])('%s', (_, jobs, issues, lastCall) => {
    report(jobs, issues)
    expect(cli.held().calls.at(-1)).toMatch(lastCall)
  })

  test('names the run and the jobs that failed, and the jobs that tried no login', () => {
    report(broken, issues)
    const body = readFileSync(join(directory, 'body.md'), 'utf8')
    expect(body).toContain('https://run\n\n- wdp on macos-latest\n\n')
    expect(report(untried, issues)).toMatch(/ 12 stays open.*:\nwdp on macos-latest\n$/)
  })
})

test('CONTRIBUTING.md has a command that enables each schedule again', () => {
  const scheduled = workflows
    .map(workflow)
    .filter(({ on }) => Object.hasOwn(Object(on), 'schedule'))
  const [, names = ''] =
    /for name in ([\w ]+); do gh workflow enable/.exec(read('CONTRIBUTING.md')) ?? []
  expect(names.split(' ').toSorted()).toEqual(scheduled.map(({ name }) => name).toSorted())
})

test('the types of Node stay at the major version of the runners, for Dependabot too', () => {
  const { devEngines, devDependencies } = JSON.parse(read('package.json'))
  const [major] = devEngines.runtime.version.split('.')
  expect(devDependencies['@types/node']).toMatch(new RegExp(`^\\^${major}\\.`))
  const types = {
    'dependency-name': '@types/node',
    'update-types': ['version-update:semver-major'],
  }
  const { updates } = parse(read('.github/dependabot.yml'))
  expect(updates[0].ignore).toContainEqual(types)
})

test('Dependabot watches each directory that pins versions', () => {
  type Update = {
    readonly 'package-ecosystem': string
    directory?: string
    directories?: readonly string[]
  }
  const { updates } = parse(read('.github/dependabot.yml')) as {
    readonly updates: readonly Update[]
  }
  const watched = updates.flatMap(
    ({ 'package-ecosystem': ecosystem, directory = '', directories }) =>
      (directories ?? [directory]).map((place) => `${ecosystem} ${place}`),
  )
  const pinning = trackedFiles().flatMap((path) => {
    // For `/`, Dependabot reads action.yml and .github/workflows.
    const place = `/${dirname(path)}`.replace(/^\/(\.|\.github\/workflows)$/, '/')
    if (path.endsWith('package-lock.json')) return [`npm ${place}`]
    if (path.endsWith('go.mod')) return [`gomod ${place}`]
    if (/requirements[^/]*\.txt$/.test(path)) return [`pip ${place}`]
    const isPinned = /\.ya?ml$/.test(path) && /uses: .+@[0-9a-f]{40}/.test(read(path))
    return isPinned ? [`github-actions ${place}`] : []
  })
  expect(pinning).toEqual(
    expect.arrayContaining(['gomod /scripts/tools', 'github-actions /examples']),
  )
  expect(pinning.filter((one) => !watched.includes(one))).toEqual([])
})
