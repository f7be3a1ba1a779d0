// A release, from the push of a tag to the major tag: the scripts of both workflows, run against a substitute
// for GitHub's CLI.
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { directoryWith } from './directory.ts'
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

const directory = directoryWith({ 'CHANGELOG.md': changelog, 'attestation.json': '{}' })
const script = `git init --quiet && git add CHANGELOG.md
git -c user.name=a -c user.email=a@b commit --quiet --message a && git rev-parse HEAD`
const commit = execFileSync('sh', ['-ec', script], { cwd: directory, encoding: 'utf8' }).trim()
const cli = installGitHubCli(directory)

/** Runs the scripts of a job, until one fails. Returns the exit status of the last, and all that they print. */
function run(path: string, job: string, tag = 'v1.10.0') {
  const env = {
    GH_REPO: 'octo/login',
    RUNNER_TEMP: directory,
    ATTESTATION: 'attestation.json',
    TAG: tag,
  }
  let printed = ''
  for (const { name = '', run } of workflow(path).jobs[job]?.steps ?? []) {
    if (run === undefined) continue
    const { status, stdout } = runStep(path, name, directory, env)
    printed += stdout
    if (status !== 0) return { status, printed }
  }
  return { status: 0, printed }
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
    const { status, printed } = draft()
    expect(status).toBe(0)
    const attestation = { 'choreo-login-v1.10.0.sigstore.json': btoa('{}') }
    const assets = { 'choreo-login-v1.10.0.tar.gz': expect.any(String), ...attestation }
    expect(cli.held().releases).toEqual([{ ...drafted, notes: '### Added\n- Ten.\n', assets }])
    expect(printed).toMatch(/^::notice .*releases\/tag\/v1\.10\.0.*GitHub Marketplace/m)
  })

  test('fails without notes in the changelog, before it calls GitHub', () => {
    cli.hold({})
    expect(draft('v1.1.0')).toEqual({ status: 1, printed: expect.stringContaining('No notes') })
    expect(cli.held().calls).toEqual([])
  })

  test.each([
    ['a person has published the draft', [published('v1.10.0')], 0, 'There is nothing to do.'],
    ['there is a second draft', [drafted, drafted], 1, 'Several releases'],
  ])('changes nothing when %s', (_, releases, status, message) => {
    cli.hold({ releases })
    expect(draft()).toEqual({ status, printed: expect.stringContaining(message) })
    expect(cli.held().releases).toEqual(releases)
  })
})

describe('the workflow Major tag', () => {
  const others = { 'refs/tags/v1.9.0': 'nine', 'refs/tags/v10': 'ten' }
  const refs = { ...others, 'refs/tags/v1': 'nine' }
  const attested = attestation('v1.10.0')

  test.each([
    ['moves v1 to the newest version', 'v1.10.0', refs, {}, commit],
    ['creates v1 at the newest version', 'v1.10.0', others, {}, commit],
    ['leaves v1 at a newer version', 'v1.9.0', refs, {}, 'nine'],
    ['moves v1 when the newer version is a draft', 'v1.9.0', refs, { isDraft: true }, commit],
    [
      'moves v1 when the newer version is a pre-release',
      'v1.9.0',
      refs,
      { isPrerelease: true },
      commit,
    ],
  ])('%s, and touches no other tag', (_, tag, refs, changes, expected) => {
    const releases = [published('v1.10.0', changes), published('v1.9.0')]
    cli.hold({ releases, refs, attested: attestation(tag) })
    expect(move(tag).status).toBe(0)
    expect(cli.held().refs).toEqual({ ...others, 'refs/tags/v1': expected })
  })

  test.each([
    ['the release is not immutable', { releases: [published('v1.10.0', { immutable: false })] }],
    ['the attestation is from another tag', { attested: attestation('v1.9.0') }],
    [
      'the attestation is from another commit',
      { attested: attested.replace(commit, '0'.repeat(40)) },
    ],
    [
      'the attestation is from another workflow',
      { attested: attested.replace('release.', 'other.') },
    ],
  ])('fails and moves nothing when %s', (_, changes) => {
    cli.hold({ releases: [published('v1.10.0')], refs, attested, ...changes })
    expect(move().status).toBe(1)
    expect(cli.held().refs).toEqual(refs)
  })
})

test.each([
  ['Release', draft, []],
  ['Major tag', move, [published('v1.10.0')]],
] as const)(
  'a failed call fails %s, and a second run repairs what it left',
  (_, work, releases) => {
    const start = { releases, refs: { 'refs/tags/v1': 'nine' }, attested: attestation('v1.10.0') }
    cli.hold(start)
    expect(work().status).toBe(0)
    const { calls, ...expected } = cli.held()
    const before = calls.map((_, at) => ({ before: at + 1 }))
    // A call that only reads fails alike before and after.
    const isWrite = (call: string) => /^release (create|upload)|--method/.test(call)
    const after = calls.flatMap((call, at) => (isWrite(call) ? { after: at + 1 } : []))
    for (const failure of [...before, ...after]) {
      cli.hold({ ...start, failure })
      expect(work().status).not.toBe(0)
      expect(work().status).toBe(0)
      expect(cli.held()).toMatchObject({ releases: expected.releases, refs: expected.refs })
    }
  },
)
