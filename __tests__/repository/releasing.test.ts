// A release, from the push of a tag to the major tag: the scripts of both workflows, run against a substitute
// for GitHub's CLI.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { installGitHubCli, type Release } from './github-cli.ts'
import { runStep, workflow } from './steps.ts'

const release = '.github/workflows/release.yml'
const majorTag = '.github/workflows/major-tag.yml'

const changelog = `## [Unreleased]
## [1.10.0] - 2030-02-02
### Added
- Ten.
[1.10.0]: https://github.com/octo/login/releases/tag/v1.10.0
## [1.9.0] - 2030-01-01
- Nine.
`

const directory = mkdtempSync(join(tmpdir(), 'choreo-login-release-'))
writeFileSync(join(directory, 'CHANGELOG.md'), changelog)
writeFileSync(join(directory, 'attestation.json'), '{}')
const script = `git init --quiet && git add CHANGELOG.md
git -c user.name=a -c user.email=a@b commit --quiet --message a && git rev-parse HEAD`
const commit = execFileSync('sh', ['-ec', script], { cwd: directory, encoding: 'utf8' }).trim()
const cli = installGitHubCli(directory)
afterAll(() => rmSync(directory, { recursive: true }))

/** Runs the scripts of a job, until one fails. Returns the exit code of the last, and all that they print. */
function run(path: string, job: string, tag = 'v1.10.0') {
  const env = { GH_REPO: 'octo/login', RUNNER_TEMP: directory, ATTESTATION: 'attestation.json', TAG: tag }
  let printed = ''
  for (const { name = '', run } of workflow(path).jobs[job]?.steps ?? []) {
    if (run === undefined) continue
    const { exitCode, stdout } = runStep(path, name, directory, env)
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
  const drafted = published('v1.10.0', { isDraft: true, immutable: false })

  test('stops at a draft with notes, archive and attestation, and says what to do', () => {
    cli.hold({})
    const { exitCode, printed } = draft()
    expect(exitCode).toBe(0)
    const attestation = { 'choreo-login-v1.10.0.sigstore.json': btoa('{}') }
    const assets = { 'choreo-login-v1.10.0.tar.gz': expect.any(String), ...attestation }
    expect(cli.held().releases).toEqual([{ ...drafted, notes: '### Added\n- Ten.\n', assets }])
    expect(printed).toMatch(/^::notice .*releases\/tag\/v1\.10\.0.*GitHub Marketplace/m)
  })

  test('fails without notes in the changelog, before it calls GitHub', () => {
    cli.hold({})
    expect(draft('v1.1.0')).toEqual({ exitCode: 1, printed: expect.stringContaining('No notes') })
    expect(cli.held().calls).toEqual([])
  })

  test.each([
    ['a person has published the draft', [published('v1.10.0')], 0, 'There is nothing to do.'],
    ['there is a second draft', [drafted, drafted], 1, 'Several releases'],
  ])('changes nothing when %s', (_, releases, exitCode, message) => {
    cli.hold({ releases })
    expect(draft()).toEqual({ exitCode, printed: expect.stringContaining(message) })
    expect(cli.held().releases).toEqual(releases)
  })
})

describe('the workflow Major tag', () => {
  const otherTags = { 'refs/tags/v1.9.0': 'nine', 'refs/tags/v10': 'ten' }
  const refs = { ...otherTags, 'refs/tags/v1': 'nine' }
  const ready = {
    releases: [published('v1.10.0'), published('v1.9.0')],
    ...{ refs, attested: attestation('v1.10.0') },
  }

  test.each([
    ['moves v1 to', refs],
    ['creates v1 at', otherTags],
  ])('%s the newest version, and touches no other tag', (_, refs) => {
    cli.hold({ ...ready, refs })
    expect(move().exitCode).toBe(0)
    expect(cli.held().refs).toEqual({ ...otherTags, 'refs/tags/v1': commit })
  })

  test.each([
    ['a newer version is published', {}, 'nine'],
    ['the newer version is a draft', { isDraft: true }, commit],
    ['the newer version is a pre-release', { isPrerelease: true }, commit],
  ])('when %s, moves v1 to the newest of the published versions', (_, changes, expected) => {
    const releases = [published('v1.10.0', changes), published('v1.9.0')]
    cli.hold({ releases, refs, attested: attestation('v1.9.0') })
    expect(move('v1.9.0').exitCode).toBe(0)
    expect(cli.held().refs).toEqual({ ...refs, 'refs/tags/v1': expected })
  })

  test.each([
    ['the release is not immutable', { releases: [published('v1.10.0', { immutable: false })] }],
    ['the attestation is from another tag', { attested: attestation('v1.9.0') }],
    ['the attestation is from another commit', { attested: ready.attested.replace(commit, '0'.repeat(40)) }],
    ['the attestation is from another workflow', { attested: ready.attested.replace('release.', 'other.') }],
  ])('fails and moves nothing when %s', (_, changes) => {
    cli.hold({ ...ready, ...changes })
    expect(move().exitCode).toBe(1)
    expect(cli.held().refs).toEqual(refs)
  })
})

describe.each(['before', 'after'] as const)('a call that fails %s it takes effect', (when) => {
  test.each([
    ['Release', draft, []],
    ['Major tag', move, [published('v1.10.0')]],
  ] as const)('of %s fails the run; a second run ends as if nothing had failed', (_, work, releases) => {
    const start = { releases, refs: { 'refs/tags/v1': 'nine' }, attested: attestation('v1.10.0') }
    cli.hold(start)
    expect(work().exitCode).toBe(0)
    const { calls, ...expected } = cli.held()
    for (let call = 1; call <= calls.length; call++) {
      cli.hold({ ...start, failure: { [when]: call } })
      expect(work().exitCode).not.toBe(0)
      expect(work().exitCode).toBe(0)
      expect(cli.held()).toMatchObject({ releases: expected.releases, refs: expected.refs })
    }
  })
})
