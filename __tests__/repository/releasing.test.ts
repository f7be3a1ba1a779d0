// A release, from the push of a tag to the major tag: the scripts of both workflows, run on a local
// repository against a substitute for GitHub's CLI.
import { describe, expect, test } from '@jest/globals'
import { attestation, published, releaseWorkflow, startRehearsal } from './rehearsal.ts'

describe('a release goes through', () => {
  const rehearsal = startRehearsal()

  /** Returns the commit. */
  function push(tag: string): string {
    rehearsal.pushRelease(tag)
    return rehearsal.shell('git rev-parse HEAD')
  }

  function release(tag: string): void {
    expect(rehearsal.checkCommit(tag)).toEqual({ status: 0, printed: '' })
    expect(rehearsal.draft(tag)).toMatchObject({ status: 0 })
    rehearsal.publish(tag)
  }

  test('for the first time', () => {
    const commit = push('v1.0.0')
    release('v1.0.0')
    expect(rehearsal.moveMajorTag('v1.0.0').status).toBe(0)
    expect(rehearsal.tags()).toEqual({ v1: commit, 'v1.0.0': commit })
  })

  test('when a workflow has changed on main since the tag', () => {
    rehearsal.commit('.github/workflows/ci.yml', 'on: pull_request')
    const commit = push('v1.9.0')
    rehearsal.commit('.github/workflows/ci.yml', 'on: merge_group')
    release('v1.9.0')
    expect(rehearsal.moveMajorTag('v1.9.0').status).toBe(0)
    expect(rehearsal.tags()).toMatchObject({ v1: commit, 'v1.9.0': commit })
  })

  test('with the command that the workflow prints, when GitHub refuses to move v1', () => {
    rehearsal.shell('git checkout --quiet main')
    const commit = push('v1.10.0')
    release('v1.10.0')
    // A later tag has moved the release branch on.
    rehearsal.commit('.github/workflows/ci.yml', 'on: release')
    rehearsal.pushRelease('v1.11.0')
    const before = rehearsal.tags()
    const { status, printed } = rehearsal.moveMajorTag('v1.10.0')
    expect({ status, tags: rehearsal.tags() }).toEqual({ status: 1, tags: before })
    const [, command = ''] = /^::error title=Move of v1 .*: (git .*)$/m.exec(printed) ?? []
    rehearsal.shell(command)
    expect(rehearsal.tags()).toEqual({ ...before, v1: commit })
  })
})

describe('the workflow Release refuses', () => {
  const rehearsal = startRehearsal()
  const placeholder = ['OWN', 'ER'].join('')

  test('the placeholder for the account, before it calls GitHub', () => {
    rehearsal.commit('README.md', `- uses: ${placeholder}/choreo-login@v1\n`)
    rehearsal.pushRelease('v1.0.0')
    const { status, printed } = rehearsal.checkCommit('v1.0.0')
    expect({ status, calls: rehearsal.cli.held().calls }).toEqual({ status: 1, calls: [] })
    expect(printed).toMatch(/^README\.md:1:.*\n::error title=Placeholder::/)
    rehearsal.commit('README.md', '- uses: octo/choreo-login@v1\n')
  })

  test('a commit of a side branch', () => {
    rehearsal.commit('src/main.ts', 'unreviewed', 'side')
    rehearsal.pushRelease('v1.1.0')
    const { status, printed } = rehearsal.checkCommit('v1.1.0')
    expect({ status, printed }).toEqual({
      status: 1,
      printed: expect.stringContaining('Not on main'),
    })
    rehearsal.shell('git push --quiet --force origin main:refs/heads/releases/v1')
  })

  test.each([
    ['without a release branch', 'v1.2.0', 'git push --quiet --delete origin releases/v1'],
    ['without its release branch at it', 'v1.3.0', 'git push --quiet origin main~1:releases/v1'],
  ])('a tag that was pushed %s, until the command that it prints has run', (_, tag, prepare) => {
    rehearsal.commit('README.md', tag)
    rehearsal.shell(`git tag ${tag} && git push --quiet origin ${tag} && ${prepare}`)
    const { status, printed } = rehearsal.checkCommit(tag)
    const [, command = ''] = /^::error title=Not the tip .*: (git push .*)$/m.exec(printed) ?? []
    expect({ status, command }).toEqual({ status: 1, command: expect.stringContaining('git push') })
    rehearsal.shell(command)
    expect(rehearsal.checkCommit(tag)).toEqual({ status: 0, printed: '' })
  })
})

describe('the draft', () => {
  const { cli, hold, pushRelease, draft } = startRehearsal()
  pushRelease('v1.10.0')
  pushRelease('v1.1.0')
  const drafted = published('v1.10.0', { isDraft: true, immutable: false })

  test('has notes, archive, attestation and bill of materials; the run says what to do', () => {
    hold({})
    const { status, printed } = draft()
    expect(status).toBe(0)
    const base64 = expect.any(String)
    const json = { 'choreo-login-v1.10.0.sigstore.json': btoa('{}') }
    const bill = { 'choreo-login-v1.10.0.cdx.json': btoa('{}') }
    const assets = { 'choreo-login-v1.10.0.tar.gz': base64, ...json, ...bill }
    expect(cli.held().releases).toEqual([{ ...drafted, notes: '### Added\n- Ten.\n', assets }])
    expect(printed).toMatch(/^::notice .*releases\/tag\/v1\.10\.0.*GitHub Marketplace/m)
  })

  test('is not made without notes in the changelog, and GitHub is not called', () => {
    hold({})
    expect(draft('v1.1.0')).toEqual({ status: 1, printed: expect.stringContaining('No notes') })
    expect(cli.held().calls).toEqual([])
  })

  test.each([
    ['a person has published it', [published('v1.10.0')], 0, 'There is nothing to do.'],
    ['there is a second one', [drafted, drafted], 1, 'Several releases'],
  ])('does not change when %s', (_, releases, status, message) => {
    hold({ releases })
    expect(draft()).toEqual({ status, printed: expect.stringContaining(message) })
    expect(cli.held().releases).toEqual(releases)
  })
})

describe('the workflow Major tag', () => {
  const { hold, pushRelease, commit, shell, tags, moveMajorTag } = startRehearsal()
  shell('git tag v10 && git push --quiet origin v10')
  pushRelease('v1.9.0')
  commit('README.md', 'ten')
  pushRelease('v1.10.0')
  const { 'v1.9.0': nine = '', 'v1.10.0': ten = '', ...others } = tags()
  const exact = { ...others, 'v1.9.0': nine, 'v1.10.0': ten }
  const attested = attestation('v1.10.0', ten)

  /** Points v1 at a commit, or removes it. */
  function setMajorTag(commit: string | undefined): void {
    const update = commit === undefined ? '-d refs/tags/v1' : `refs/tags/v1 ${commit}`
    shell(`git -C origin.git update-ref ${update}`)
  }

  test.each([
    ['moves v1 to the newest version', 'v1.10.0', nine, {}, ten],
    ['creates v1 at the newest version', 'v1.10.0', undefined, {}, ten],
    ['leaves v1 at a newer version', 'v1.9.0', ten, {}, ten],
    ['moves v1 when the newer version is a draft', 'v1.9.0', ten, { isDraft: true }, nine],
    ['moves v1 when the newer one is a pre-release', 'v1.9.0', ten, { isPrerelease: true }, nine],
  ])('%s, and touches no other tag', (_, tag, before, changes, after) => {
    setMajorTag(before)
    const releases = [published('v1.10.0', changes), published('v1.9.0')]
    hold({ releases, attested: attestation(tag, tag === 'v1.9.0' ? nine : ten) })
    expect(moveMajorTag(tag).status).toBe(0)
    expect(tags()).toEqual({ ...exact, v1: after })
  })

  test.each([
    ['the release is not immutable', { releases: [published('v1.10.0', { immutable: false })] }],
    ['the attestation is from another tag', { attested: attestation('v1.9.0', ten) }],
    ['the attestation is from another commit', { attested: attestation('v1.10.0', nine) }],
    [
      'the attestation is from another workflow',
      { attested: attested.replace(releaseWorkflow, '.github/workflows/other.yml') },
    ],
  ])('fails and moves nothing when %s', (_, changes) => {
    setMajorTag(nine)
    hold({ releases: [published('v1.10.0')], attested, ...changes })
    expect(moveMajorTag().status).toBe(1)
    expect(tags()).toEqual({ ...exact, v1: nine })
  })
})

describe('a failed call fails', () => {
  const rehearsal = startRehearsal()
  rehearsal.pushRelease('v1.10.0')
  const { 'v1.10.0': commit = '' } = rehearsal.tags()
  const afterwards = {
    releases: [published('v1.10.0')],
    attested: attestation('v1.10.0', commit),
  }

  test.each([
    ['the checks of Release', rehearsal.checkCommit, {}],
    ['the draft of Release', rehearsal.draft, {}],
    ['Major tag', rehearsal.moveMajorTag, afterwards],
  ] as const)('%s, and a second run repairs what it left', (_, work, start) => {
    /** Starts over, with a call that fails. Returns what the first and the second run leave. */
    function runTwice(failure: object) {
      rehearsal.shell('git -C origin.git update-ref -d refs/tags/v1')
      rehearsal.hold({ ...start, failure })
      const first = work().status
      const second = work().status
      return { first, second, releases: rehearsal.cli.held().releases, tags: rehearsal.tags() }
    }
    rehearsal.hold(start)
    expect(work().status).toBe(0)
    const { calls, releases } = rehearsal.cli.held()
    const tags = rehearsal.tags()
    expect(calls).not.toEqual([])
    const before = calls.map((_, at) => ({ before: at + 1 }))
    // A call that only reads fails alike before and after.
    const isWrite = (call: string) => /^release (create|upload)|--method/.test(call)
    const after = calls.flatMap((call, at) => (isWrite(call) ? { after: at + 1 } : []))
    for (const failure of [...before, ...after]) {
      const { first, ...rest } = runTwice(failure)
      expect(first).not.toBe(0)
      expect(rest).toEqual({ second: 0, releases, tags })
    }
  })
})
