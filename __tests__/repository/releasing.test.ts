// A release, from the push of a tag to the major tag: the scripts of both workflows, run against a substitute
// for GitHub's CLI.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type GitHubCli, type Release, startGitHubCli } from './github-cli.ts'
import { runScript, scriptOf, workflow } from './steps.ts'
import { read } from './tracked-files.ts'

const release = '.github/workflows/release.yml'
const majorTag = '.github/workflows/major-tag.yml'

const changelog = `## [Unreleased]
## [1.10.0] - 2030-02-02
### Added
- Ten.
## [1.9.0] - 2030-01-01
- Nine.
[1.10.0]: https://github.com/octo/login/releases/tag/v1.10.0
`

let directory = ''
let commit = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-release-'))
  writeFileSync(join(directory, 'CHANGELOG.md'), changelog)
  writeFileSync(join(directory, 'attestation.json'), '{}')
  const script = `git init --quiet && git add CHANGELOG.md
git -c user.name=a -c user.email=a@b commit --quiet --message a && git rev-parse HEAD`
  commit = execFileSync('sh', ['-ec', script], { cwd: directory, encoding: 'utf8' }).trim()
})
afterAll(() => rmSync(directory, { recursive: true }))

let cli: GitHubCli
beforeEach(async () => {
  cli = await startGitHubCli(directory)
})
afterEach(() => cli.close())

/** Runs the scripts of a job, until one fails. Returns the exit code of the last, and all that they print. */
async function run(path: string, job: string, tag = 'v1.10.0') {
  const env = {
    GH_REPO: 'octo/login',
    RUNNER_TEMP: directory,
    ATTESTATION: join(directory, 'attestation.json'),
    TAG: tag,
  }
  let printed = ''
  for (const { name = '', run } of workflow(path).jobs[job]?.steps ?? []) {
    if (run === undefined) continue
    const { exitCode, stdout } = await runScript(scriptOf(path, name), directory, env)
    printed += stdout
    if (exitCode !== 0) return { exitCode, printed }
  }
  return { exitCode: 0, printed }
}

const draft = (tag?: string) => run(release, 'draft', tag)
const move = (tag?: string) => run(majorTag, 'move', tag)

function attestation(tag: string): string {
  return `refs/tags/${tag} ${commit} octo/login/${release}`
}

function published(tagName: string, changes: Partial<Release> = {}): Release {
  const rest = { isDraft: false, isPrerelease: false, immutable: true, notes: '', assets: {} }
  return { tagName, ...rest, ...changes }
}

describe('the workflow Release', () => {
  test('stops at a draft with notes, archive and attestation, and says what to do', async () => {
    const { exitCode, printed } = await draft()
    expect(exitCode).toBe(0)
    expect(cli.github.releases).toEqual([
      {
        ...{ tagName: 'v1.10.0', isDraft: true, isPrerelease: false, immutable: false },
        notes: '### Added\n- Ten.\n',
        assets: {
          'choreo-login-v1.10.0.tar.gz': expect.any(String),
          'choreo-login-v1.10.0.sigstore.json': expect.any(String),
        },
      },
    ])
    expect(printed).toMatch(/^::notice .*releases\/tag\/v1\.10\.0.*GitHub Marketplace/m)
  })

  test('fails without notes in the changelog, before it calls GitHub', async () => {
    const printed = expect.stringContaining('No notes')
    expect(await draft('v1.1.0')).toMatchObject({ exitCode: 1, printed })
    expect(cli.calls).toEqual([])
  })

  test('takes the notes of an older version from its own section', async () => {
    await draft('v1.9.0')
    expect(cli.github.releases).toMatchObject([{ tagName: 'v1.9.0', notes: '- Nine.\n' }])
  })

  test('changes nothing when it runs again after a person has published the draft', async () => {
    cli.github.releases = [published('v1.10.0')]
    expect(await draft()).toMatchObject({ exitCode: 0 })
    expect(cli.github.releases).toEqual([published('v1.10.0')])
  })

  test('fails when there is a second draft, and changes neither', async () => {
    const both = [1, 2].map(() => published('v1.10.0', { isDraft: true, immutable: false }))
    cli.github.releases = both
    expect((await draft()).printed).toContain('Several releases')
    expect(cli.github.releases).toEqual(both)
  })
})

describe('the workflow Major tag', () => {
  beforeEach(() => {
    cli.github.releases = [published('v1.10.0'), published('v1.9.0')]
    cli.github.refs = { 'refs/tags/v1.9.0': 'nine', 'refs/tags/v1': 'nine', 'refs/tags/v10': 'ten' }
    cli.github.attested = attestation('v1.10.0')
  })

  function v1(): string | undefined {
    return cli.github.refs['refs/tags/v1']
  }

  test('moves v1 to the newest version, and no other tag', async () => {
    const { refs } = cli.github
    expect(await move()).toMatchObject({ exitCode: 0 })
    expect(cli.github.refs).toEqual({ ...refs, 'refs/tags/v1': commit })
  })

  test('creates v1', async () => {
    cli.github.refs = { 'refs/tags/v10': 'ten' }
    expect(await move()).toMatchObject({ exitCode: 0 })
    expect(v1()).toBe(commit)
  })

  test.each([
    ['a newer version is published', {}, 'nine'],
    ['the newer version is a draft', { isDraft: true }, 'new'],
    ['the newer version is a pre-release', { isPrerelease: true }, 'new'],
  ])('when %s, moves v1 to the newest of the published versions', async (_, changes, expected) => {
    cli.github.releases = [published('v1.10.0', changes), published('v1.9.0')]
    cli.github.attested = attestation('v1.9.0')
    expect(await move('v1.9.0')).toMatchObject({ exitCode: 0 })
    expect(v1()).toBe(expected === 'new' ? commit : expected)
  })

  test('fails and moves nothing when the release is not immutable', async () => {
    cli.github.releases = [published('v1.10.0', { immutable: false })]
    expect(await move()).toMatchObject({ exitCode: 1 })
    expect(v1()).toBe('nine')
  })

  test.each([
    ['another tag', 'v1.10.0', 'v1.9.0'],
    ['another commit', /[0-9a-f]{40}/, '0'.repeat(40)],
    ['another workflow', 'release.yml', 'other.yml'],
  ])('fails and moves nothing when the attestation is from %s', async (_, part, other) => {
    cli.github.attested = attestation('v1.10.0').replace(part, other)
    expect(await move()).toMatchObject({ exitCode: 1 })
    expect(v1()).toBe('nine')
  })
})

describe.each(['before', 'after'] as const)('a call that fails %s it takes effect', (when) => {
  const start = (releases: readonly Release[] = []) => {
    cli.github.releases = releases
    cli.github.refs = { 'refs/tags/v1': 'nine' }
    cli.github.attested = attestation('v1.10.0')
    cli.calls.length = 0
    delete cli.failure
  }
  const stored = () => structuredClone([cli.github.releases, cli.github.refs])

  test.each([
    ['Release', draft, [], 4],
    ['Major tag', move, [published('v1.10.0')], 5],
  ] as const)('of %s fails the run; a second run ends as if nothing had failed', async (...given) => {
    const [, work, releases, calls] = given
    start(releases)
    expect(await work()).toMatchObject({ exitCode: 0 })
    expect(cli.calls).toHaveLength(calls)
    const expected = stored()
    for (let call = 1; call <= calls; call++) {
      start(releases)
      cli.failure = { call, when }
      expect((await work()).exitCode).not.toBe(0)
      delete cli.failure
      expect(await work()).toMatchObject({ exitCode: 0 })
      expect(stored()).toEqual(expected)
    }
  })
})

test('the workflows name each other as they are', () => {
  expect(workflow(release).jobs['draft']).toBeDefined()
  expect(read(majorTag)).toContain(`$GH_REPO/${release}"`)
})
