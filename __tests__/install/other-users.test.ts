// A tool cache that every user of the machine may write, as on GitHub's images, and another user who plants
// what they can: their program never starts, and no file of the runner's user changes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { asStranger, stranger, whyNoStranger } from '../privileges.ts'
import { type Job, startJob } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { entryOf, recordOf } from './leftovers.ts'

const world = setUp()
const { inputs } = world
const why = whyNoStranger()

let archive = ''
let record = {}
beforeAll(async () => {
  const honest = startJob({ build: 'dist' })
  await honest.main(inputs({ 'cli-version': '1.2.33' }))
  record = recordOf(honest)
  archive = recordOf(honest)['archive'] ?? ''
  honest.remove()
})

interface Place {
  readonly job: Job
  /** What the scripts of the other user find in their environment. */
  readonly env: Readonly<Record<string, string>>
}

function place(): Place {
  const job = world.start({ build: 'dist' })
  for (const path of [job.directory, job.toolCache]) fs.chmodSync(path, 0o777)
  const evil = `#!/bin/sh\necho ran >> '${job.directory}/ran'\n`
  const executable = createHash('sha256').update(evil).digest('hex')
  // A directory of the runner's user, whose files must not change.
  const own = join(job.home, 'own')
  fs.mkdirSync(join(own, '1.2.33', process.arch), { recursive: true })
  fs.writeFileSync(join(own, 'file'), 'content')
  const entry = entryOf(job).directory
  const planted = { EVIL: evil, RECORD: JSON.stringify({ ...record, executable }) }
  const paths = {
    CACHE: job.toolCache,
    VERSION: join(entry, '..'),
    ENTRY: entry,
    ARCH: process.arch,
  }
  return { job, env: { ...planted, ...paths, OWN: own } }
}

// Runs a script as the other user.
function plant({ job, env }: Place, script: string): void {
  const [command = '', ...args] = asStranger
  const functions = `
    entry() { mkdir -p "$1" && printf %s "$EVIL" >"$1/choreo" && chmod 755 "$1/choreo" && printf %s "$RECORD" >"$1/verified.json"; }
    mark() { mkdir -p "$VERSION" && : >"$ENTRY.complete"; }`
  const options = { cwd: job.toolCache, env: { ...process.env, ...env } }
  execFileSync(command, [...args, 'sh', '-e', '-c', `umask 022; ${functions}\n${script}`], options)
}

function listing(directory: string): string[] {
  return fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { mode, uid, size, mtimeMs } = fs.lstatSync(join(directory, name))
    return [name, mode, uid, size, mtimeMs].join()
  })
}

async function expectSafe({ job, env }: Place) {
  const own = env['OWN'] ?? ''
  const before = listing(own)
  const pinned = inputs({ 'cli-version': '1.2.33', 'cli-sha256': archive })
  const main = await job.main(pinned)
  expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' }, stderr: '' })
  expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 0 })
  expect(await job.post(main, pinned)).toMatchObject({ exitCode: 0, annotations: [] })
  expect(fs.existsSync(join(job.directory, 'ran'))).toBe(false)
  expect(listing(own)).toEqual(before)
  expect(fs.readFileSync(join(own, 'file'), 'utf8')).toBe('content')
  return main.annotations
}

const testAsStranger = why === '' ? test : test.skip

describe(`another user plants, in a free place, ${why && `(${why})`}`, () => {
  const unused = [{ level: 'notice', title: 'Tool cache not used' }]
  testAsStranger.each<[string, string, readonly object[]]>([
    ['a whole entry with a record that fits', 'entry "$ENTRY"; mark', unused],
    ['an entry with modes of 0777', 'entry "$ENTRY"; mark; chmod -R 777 choreo', unused],
    ['an entry that nobody may write', 'entry "$ENTRY"; mark; chmod -R a-w choreo', unused],
    [
      'an executable that is a link',
      'entry "$CACHE/else"; mkdir -p "$ENTRY"; ln -s "$CACHE/else/choreo" "$ENTRY"; cp else/verified.json "$ENTRY"; mark',
      unused,
    ],
    ['an entry that is a link', 'entry "$CACHE/else"; mark; ln -s "$CACHE/else" "$ENTRY"', unused],
    [
      'pipes',
      'mkdir -p "$ENTRY"; mkfifo "$ENTRY/choreo" "$ENTRY/verified.json" "$ENTRY.complete"',
      unused,
    ],
    [
      'a marker that is a link to a file',
      'mkdir -p "$VERSION"; ln -s "$OWN/file" "$ENTRY.complete"',
      unused,
    ],
    ['a marker that is a directory', 'mkdir -p "$ENTRY.complete"', unused],
    ['an entry that is a link to a directory', 'mark; ln -s "$OWN" "$ENTRY"', unused],
    ['a link to a directory for the CLI', 'ln -s "$OWN" choreo', unused],
    ['a link to nothing for the CLI', 'ln -s "$OWN/nothing" choreo', unused],
    [
      'a link to their directory for the CLI',
      'entry "$CACHE/else/1.2.33/$ARCH"; : >"else/1.2.33/$ARCH.complete"; ln -s else choreo',
      unused,
    ],
    ['a file for the CLI', ': >choreo', unused],
    ['a pipe for the CLI', 'mkfifo choreo', unused],
    ['an empty directory for the CLI', 'mkdir choreo; chmod 777 choreo', unused],
    [
      'old staging directories',
      'mkdir .choreo-login-staging-a; ln -s "$OWN" .choreo-login-staging-a/own; ln -s "$OWN" .choreo-login-staging-b; touch -h -d "3 days ago" .choreo-login-staging-*',
      [],
    ],
  ])('%s', async (_, script, annotations) => {
    const target = place()
    plant(target, script)
    const found = await expectSafe(target)
    expect(found).toMatchObject(annotations)
    expect(found).toHaveLength(annotations.length)
    if (annotations.length > 0)
      expect(found[0]?.message).toMatch(/choreo (belongs to another user|is not a directory)/)
  })
})

describe(`another user, beside an entry of the runner's user, ${why && `(${why})`}`, () => {
  async function placeWithEntry(): Promise<Place> {
    const target = place()
    await target.job.main(inputs({ 'cli-version': '1.2.33' }))
    target.job.wipeTemp()
    return target
  }

  testAsStranger.each<[string, (job: Job) => unknown, string, string]>([
    [
      'moves it away',
      () => undefined,
      'mv choreo own; entry "$ENTRY"; mark',
      'Tool cache not used',
    ],
    [
      'puts a link in front of it',
      () => undefined,
      'mv choreo own; entry "$CACHE/else"; ln -s else choreo',
      'Tool cache not used',
    ],
    [
      'replaces an executable that everybody may write',
      (job) => fs.chmodSync(entryOf(job).executable, 0o777),
      'printf %s "$EVIL" >"$ENTRY/choreo"',
      'Tool cache not trusted',
    ],
    [
      'replaces executable and record in a directory that everybody may write',
      (job) => fs.chmodSync(entryOf(job).directory, 0o777),
      'rm -f "$ENTRY"/*; entry "$ENTRY"',
      'Tool cache not trusted',
    ],
    [
      'replaces an entry in a directory that everybody may write',
      (job) => fs.chmodSync(join(entryOf(job).directory, '..'), 0o777),
      'mv "$ENTRY" "$VERSION/own"; entry "$ENTRY"',
      'Tool cache not used',
    ],
    [
      'owns its files',
      (job) => {
        for (const name of ['choreo', 'verified.json'])
          fs.chownSync(join(entryOf(job).directory, name), stranger, stranger)
      },
      'entry "$ENTRY"',
      'Tool cache not trusted',
    ],
  ])('%s', async (_, open, script, title) => {
    const target = await placeWithEntry()
    open(target.job)
    plant(target, script)
    expect(await expectSafe(target)).toMatchObject([{ title }])
  })
})
