// A tool cache that every user of the machine may write, as on GitHub's images, and another user who plants
// what they can: their program never starts, and no file of the runner's user changes.
import { execFileSync, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { lookUp } from '../../src/install/tool-cache.ts'
import { expectLogin } from '../expectations.ts'
import { asStranger, stranger, whyNoStranger } from '../privileges.ts'
import { setUp } from '../set-up.ts'
import { entryOf, recordOf, sha256 } from './leftovers.ts'
import { captureOutput } from './servers.ts'

captureOutput()
const world = setUp()
const { inputs } = world
const why = whyNoStranger()
const testAsStranger = why === '' ? test : test.skip

const exact = { 'cli-version': '1.2.33' }

/** Starts a job beside an entry in the tool cache. Returns also what the scripts of the other user get. */
async function startWithEntry() {
  const job = world.start()
  await expectLogin(job, inputs(exact))
  job.wipeTemp()
  const genuine = recordOf(job)
  for (const path of [job.directory, job.toolCache]) fs.chmodSync(path, 0o777)
  const evil = `#!/bin/sh\necho ran >> '${job.directory}/ran'\n`
  // A directory of the runner's user.
  const own = join(job.home, 'own')
  fs.mkdirSync(join(own, '1.2.33', process.arch), { recursive: true })
  fs.writeFileSync(join(own, 'file'), 'content')
  const { directory } = entryOf(job)
  const paths = { VERSION: dirname(directory), ENTRY: directory, ARCH: process.arch, OWN: own }
  const planted = { EVIL: evil, RECORD: JSON.stringify({ ...genuine, executable: sha256(evil) }) }
  return { job, genuine, own, env: { PATH: process.env['PATH'], ...paths, ...planted } }
}

const functions = `umask 022
entry() {
  mkdir -p "$1" && printf %s "$EVIL" >"$1/choreo" && chmod 755 "$1/choreo"
  printf %s "$RECORD" >"$1/verified.json"
}
mark() { mkdir -p "$VERSION" && : >"$ENTRY.complete"; }
`

function asOther(script: string): [string, string[]] {
  const [command = '', ...args] = asStranger
  return [command, [...args, 'sh', '-e', '-c', functions + script]]
}

/** Lists what another user could have changed. */
function listing(directory: string): string[] {
  return fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { mode, uid, size, mtimeMs } = fs.lstatSync(join(directory, name))
    return [name, mode, uid, size, mtimeMs].join()
  })
}

/** Runs scripts of ours and of another user, and a job that pins an exact version. Returns its annotations. */
async function attack(prepare: string, script: string) {
  const { job, genuine, own, env } = await startWithEntry()
  execFileSync('sh', ['-e', '-c', prepare], { cwd: job.toolCache, env })
  execFileSync(...asOther(script), { cwd: job.toolCache, env })
  const before = listing(own)
  const pinned = inputs({ ...exact, 'cli-sha256': genuine['archive'] ?? '' })
  const main = await job.main(pinned)
  expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' }, stderr: '' })
  expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 0 })
  expect(await job.post(main, pinned)).toMatchObject({ exitCode: 0, annotations: [] })
  expect(fs.existsSync(join(job.directory, 'ran'))).toBe(false)
  expect(listing(own)).toEqual(before)
  return main.annotations
}

describe(`another user plants${why} in an empty tool cache`, () => {
  testAsStranger.each([
    ['a whole entry with a record that fits', 'entry "$ENTRY"; mark'],
    ['an entry that is a link to ours', 'mark; ln -s "$OWN" "$ENTRY"'],
    ['pipes', 'mkdir -p "$ENTRY"; mkfifo "$ENTRY/choreo" "$ENTRY/verified.json" "$ENTRY.complete"'],
    ['a marker that is a link to ours', 'mkdir -p "$VERSION"; ln -s "$OWN/file" "$ENTRY.complete"'],
    ['a link to our directory as that of the CLI', 'ln -s "$OWN" choreo'],
    ['a file as that of the CLI', ': >choreo'],
  ])('%s', async (_, script) => {
    const message = expect.stringMatching(/choreo (belongs to another user|is not a directory)/)
    const notice = { level: 'notice', title: 'Choreo: Tool cache not used', message }
    expect(await attack('rm -r choreo', script)).toEqual([notice])
  })

  testAsStranger('staging directories that look old', async () => {
    const script = `stage=.choreo-login-staging-; mkdir "$stage"a; ln -s "$OWN" "$stage"a/own
      ln -s "$OWN" "$stage"b; touch -h -d '3 days ago' "$stage"*`
    expect(await attack('rm -r choreo', script)).toEqual([])
  })
})

describe(`another user${why}, beside an entry of ours,`, () => {
  testAsStranger.each([
    ['moves it away', ':', 'mv choreo own; entry "$ENTRY"; mark', 'not used'],
    ['puts a link before it', ':', 'mv choreo own; entry else; ln -s else choreo', 'not used'],
    [
      'writes beside it',
      'chmod 777 "$VERSION"',
      'mv "$ENTRY" "$VERSION/own"; entry "$ENTRY"',
      'not used',
    ],
    [
      'writes into an open entry',
      'chmod 777 "$ENTRY"',
      'rm -f "$ENTRY"/*; entry "$ENTRY"',
      'not trusted',
    ],
    [
      'owns its files',
      `chown ${stranger} "$ENTRY"/*`,
      'chmod u+w "$ENTRY"/*; entry "$ENTRY"',
      'not trusted',
    ],
  ])('%s', async (_, prepare, script, problem) => {
    expect(await attack(prepare, script)).toMatchObject([
      { title: `Choreo: Tool cache ${problem}` },
    ])
  })

  testAsStranger('swaps it with theirs all the time, and no look-up returns theirs', async () => {
    const { job, genuine, env } = await startWithEntry()
    process.env['RUNNER_TOOL_CACHE'] = job.toolCache
    const script = `entry "else/1.2.33/$ARCH"; : >"else/1.2.33/$ARCH.complete"
      for n in $(seq 5000); do mv choreo own; mv else choreo; mv choreo else; mv own choreo; done`
    const swapping = spawn(...asOther(script), { cwd: job.toolCache, env, stdio: 'ignore' })
    const path = join(job.directory, 'choreo')
    let found = 0
    for (const end = performance.now() + 3000; performance.now() < end; ) {
      const { record } = await lookUp('choreo', 'v1.2.33', process, path)
      if (record !== undefined) {
        found += 1
        expect(record).toEqual(genuine)
        expect(fs.lstatSync(path).uid).toBe(process.getuid?.())
        expect(sha256(fs.readFileSync(path))).toBe(genuine['executable'])
      }
      fs.rmSync(path, { force: true })
    }
    swapping.kill('SIGKILL')
    expect(found).toBeGreaterThan(10)
  })
})
