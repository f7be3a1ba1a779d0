// The workflows of this repository: the rules that the linters do not know, and the report of the contract run.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../runner.ts'
import { type GitHubCli, startGitHubCli } from './github-cli.ts'
import { runScript, scriptOf, workflow } from './steps.ts'
import { read, trackedFiles } from './tracked-files.ts'

const workflows = '.github/workflows'

const names = readdirSync(join(root, workflows))

test.each(names)('%s limits the permissions and the time of each job', (name) => {
  const { permissions, jobs } = workflow(`${workflows}/${name}`)
  expect(permissions).toEqual({})
  const limits = { permissions: expect.any(Object), 'timeout-minutes': expect.any(Number) }
  for (const job of Object.values(jobs)) expect(job).toMatchObject(limits)
})

describe('ci.yml', () => {
  const { gate, ...others } = workflow(`${workflows}/ci.yml`).jobs

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

describe('the report of the contract run', () => {
  const url = 'https://github.com/octo/login/actions/runs/7'
  const step = 'Open, continue or close the issue'
  const withLogin = 'Try the CLI with a login'
  let directory = ''
  let cli: GitHubCli
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'choreo-login-report-'))
    cli = await startGitHubCli(directory)
  })
  afterEach(() => {
    cli.close()
    rmSync(directory, { recursive: true })
  })

  /** A job of the contract run, as `gh run view` shows it. */
  function job(name: string, conclusion: string, step = withLogin): object {
    return { name, conclusion, steps: [{ name: step, conclusion }] }
  }
  const reporter = job('Report', '', step)

  async function report(result: string): Promise<string> {
    const env = { GH_REPO: 'octo/login', RUN: '7', URL: url, RESULT: result }
    const { exitCode, stdout } = await runScript(scriptOf(`${workflows}/contract.yml`, step), directory, env)
    expect(exitCode).toBe(0)
    return stdout
  }

  test.each([
    ['opens an issue when the contract is broken', undefined, /^issue create --title A CLI /],
    ['adds to the open issue', 12, /^issue comment 12 --body-file /],
  ])('%s', async (_, issue, lastCall) => {
    if (issue !== undefined) cli.github.issue = issue
    cli.github.jobs = [job('wdp on windows-latest', 'failure'), reporter]
    await report('failure')
    expect(cli.calls.at(-1)).toMatch(lastCall)
    const body = readFileSync(join(directory, 'body.md'), 'utf8')
    expect(body).toContain(url)
    expect(body).toContain('\n- wdp on windows-latest\n')
  })

  test('closes the issue when the contract holds with a login in each job', async () => {
    cli.github.issue = 12
    cli.github.jobs = [job('wdp on windows-latest', 'success'), reporter]
    await report('success')
    expect(cli.github.issue).toBeUndefined()
  })

  test('leaves the issue open when a job tried no login, and names the job', async () => {
    cli.github.issue = 12
    const without = job('wdp on macos-latest', 'success', 'Try the CLI without a login')
    cli.github.jobs = [job('choreo on macos-latest', 'success', withLogin), without, reporter]
    expect(await report('success')).toMatch(/ 12 stays open.*:\nwdp on macos-latest\n$/)
    expect(cli.github.issue).toBe(12)
  })

  test('does nothing when the contract holds and no issue is open', async () => {
    await report('success')
    expect(cli.calls).toEqual([expect.stringMatching(/^issue list /)])
  })

  test('reads names that the workflow has', () => {
    const { contract, report } = workflow(`${workflows}/contract.yml`).jobs
    expect(report?.name).toBe('Report')
    expect(contract?.steps.map(({ name }) => name)).toContain(withLogin)
  })
})

test('Dependabot watches each directory that pins versions', () => {
  type Update = { readonly 'package-ecosystem': string; directory?: string; directories?: readonly string[] }
  const { updates } = parse(read('.github/dependabot.yml')) as { readonly updates: readonly Update[] }
  const watched = updates.flatMap(({ 'package-ecosystem': ecosystem, directory, directories }) =>
    [directory ?? [], directories ?? []].flat().map((place) => `${ecosystem} ${place}`),
  )
  const pinning = trackedFiles().flatMap((path) => {
    const name = basename(path)
    // For `/`, Dependabot reads action.yml and .github/workflows.
    const place = `/${dirname(path)}`.replace(/^\/(\.|\.github\/workflows)$/, '/')
    if (name === 'package-lock.json') return [`npm ${place}`]
    if (name === 'go.mod') return [`gomod ${place}`]
    if (/^requirements.*\.txt$/.test(name)) return [`pip ${place}`]
    const isPinned = /\.ya?ml$/.test(name) && /uses: .+@[0-9a-f]{40}/.test(read(path))
    return isPinned ? [`github-actions ${place}`] : []
  })
  expect(pinning).toEqual(expect.arrayContaining(['gomod /scripts/tools', 'github-actions /examples']))
  expect(pinning.filter((one) => !watched.includes(one))).toEqual([])
})

test('CODEOWNERS names an owner of all files', () => {
  expect(read('.github/CODEOWNERS')).toMatch(/^\* +@[\w/-]+$/m)
})
