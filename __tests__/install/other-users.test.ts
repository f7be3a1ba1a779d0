// A tool cache that every user of the machine may write, as on GitHub's images, and another user who plants
// what they can: their program never starts, and no file of the runner's user changes.
import { execFileSync, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { expectLogin, until } from '../expectations.ts'
import { asStranger, whyNoStranger } from '../privileges.ts'
import type { Job } from '../runner.ts'
import { setUp, type WorkingInputs } from '../set-up.ts'
import { tarGz } from '../stand-in/archive.ts'
import { archivesIn, sha256 } from './leftovers.ts'

jest.setTimeout(240_000)
const world = setUp()
const { inputs } = world
const why = whyNoStranger()
const testAsStranger = why === '' ? test : test.skip

const exact = { 'cli-version': '1.2.33' }
const ignored = { level: 'notice', title: 'Choreo: Cached archive ignored' }

/** Starts a job on a machine whose tool cache everybody may write. Returns also what another user gets. */
async function startOpen() {
  const job = world.start()
  for (const path of [job.directory, job.toolCache]) fs.chmodSync(path, 0o777)
  const evil = join(job.directory, 'evil.tar.gz')
  const script = Buffer.from(`#!/bin/sh\necho ran >>'${job.directory}/ran'\n`)
  fs.writeFileSync(evil, tarGz([{ name: 'choreo', content: script }]))
  // A directory of the runner's user.
  const own = join(job.home, 'own')
  fs.mkdirSync(join(own, '1.2.33'), { recursive: true })
  fs.writeFileSync(join(own, 'file'), 'content')
  return { job, own, env: { PATH: process.env['PATH'], EVIL: evil, OWN: own } }
}

/** Keeps an archive on another machine. Returns its digest, and its place in the tool cache of a job. */
async function placeOf(wanted: WorkingInputs, job: Job) {
  const other = world.start()
  await expectLogin(other, wanted)
  const [path = ''] = archivesIn(other)
  const archive = join(job.toolCache, path.slice(other.toolCache.length))
  return { archive, digest: sha256(fs.readFileSync(path)) }
}

function asOther(script: string): [string, string[]] {
  const [command = '', ...args] = asStranger
  return [command, [...args, 'sh', '-c', `umask 022\n${script}`]]
}

/** Lists what another user could have changed. */
function listing(directory: string): string[] {
  return fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { mode, uid, size, mtimeMs } = fs.lstatSync(join(directory, name))
    return [name, mode, uid, size, mtimeMs].join()
  })
}

const entry = 'mkdir -p "$ENTRY"; touch "$ENTRY.complete"'

testAsStranger.each<[string, string, readonly object[]]>([
  ['another archive', `${entry}; cp "$EVIL" "$ARCHIVE"`, [ignored]],
  ['a link to another archive', `${entry}; ln -s "$EVIL" "$ARCHIVE"`, []],
  ['a pipe', `${entry}; mkfifo "$ARCHIVE"`, []],
  ['a file of 1 GB', `${entry}; truncate -s 1G "$ARCHIVE"`, []],
  [
    'an entry that is a link to ours',
    'mkdir -p "$(dirname "$ENTRY")"; ln -s "$OWN" "$ENTRY"; : >"$ENTRY.complete"',
    [],
  ],
  ['a marker that is a link to ours', 'mkdir -p "$ENTRY"; ln -s "$OWN/file" "$ENTRY.complete"', []],
  ['a link to our directory as that of the action', 'ln -s "$OWN" choreo-login', []],
])(`another user plants${why} %s`, async (_, script, annotations) => {
  const { job, own, env } = await startOpen()
  const { archive, digest } = await placeOf(inputs(exact), job)
  const places = { ARCHIVE: archive, ENTRY: dirname(archive) }
  execFileSync(...asOther(script), { cwd: job.toolCache, env: { ...env, ...places } })
  const before = listing(own)
  const pinned = inputs({ ...exact, 'cli-sha256': digest })
  const main = await job.main(pinned)
  expect(main).toMatchObject({ exitCode: 0, outputs: { 'cache-hit': 'false' }, annotations })
  expect(main.annotations).toHaveLength(annotations.length)
  expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 0 })
  await job.post(main, pinned)
  expect(fs.existsSync(join(job.directory, 'ran'))).toBe(false)
  expect(listing(own)).toEqual(before)
})

/** Plants, swaps and removes archives, links, pipes and large files, without an end. */
const attack = `
for round in $(seq 10000); do
  mv choreo-login "old.$round"
  for ARCHIVE in $ARCHIVES; do
    ENTRY="$(dirname "$ARCHIVE")"; ${entry}
    mkfifo "$ARCHIVE"; sleep 0.01; rm -f "$ARCHIVE"
    truncate -s 1G "$ARCHIVE"; sleep 0.01; rm -f "$ARCHIVE"
    ln -s "$OWN/file" "$ARCHIVE"; rm -f "$ARCHIVE"
    cp "$EVIL" "$ARCHIVE"
  done
  sleep 0.05
  mv choreo-login "theirs.$round"
  [ ! -e "old.$round" ] || mv -T "old.$round" choreo-login
  rm -rf "theirs.$round"
  sleep 0.05
  echo "$round" >rounds
done`

testAsStranger(
  `forty jobs at once run exactly their digests, while another user plants${why}`,
  async () => {
    const { job, own, env } = await startOpen()
    const releases = ['v3.0.1', 'v3.0.2'].map((tag) => {
      const content = Buffer.from(`#!/bin/sh\n# ${tag}\ntouch "$HOME/kept"\n`)
      const archive = tarGz([{ name: 'choreo', content }])
      world.standIn.publish({
        cli: 'choreo',
        tag,
        publishedAt: '2020-01-01',
        archive: () => archive,
      })
      return { content, inputs: inputs({ 'cli-version': tag, 'cli-sha256': sha256(archive) }) }
    })
    const places = await Promise.all(releases.map((release) => placeOf(release.inputs, job)))
    const ARCHIVES = places.map(({ archive }) => archive).join(' ')
    const before = listing(own)
    const attacking = spawn(...asOther(attack), {
      cwd: job.toolCache,
      env: { ...env, ARCHIVES },
      stdio: 'ignore',
    })
    const counter = join(job.toolCache, 'rounds')
    const rounds = () => (fs.existsSync(counter) ? Number(fs.readFileSync(counter)) : 0)
    await until(() => rounds() > 0)
    const umasks = ['000', '002', '022', '077']
    const runs = Array.from({ length: 40 }, async (_, n) => {
      const through = ['bash', '-c', `umask ${umasks[n % 4]}; exec "$@"`, 'bash']
      const one: Job = world.start({ on: job, name: `job-${n}`, through })
      const release = releases[n % 2]
      const { child, ended } = one.startMain(release?.inputs ?? {})
      if (n % 5 === 4) setTimeout(() => child.kill('SIGKILL'), n * 60)
      const main = await ended
      if (main.signal === 'SIGKILL') return
      expect(main).toMatchObject({ exitCode: 0, signal: null, outputs: { authenticated: 'true' } })
      expect(main.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
      expect(fs.readFileSync(join(main.session, 'cli', 'choreo'))).toEqual(release?.content)
    })
    const outcomes = await Promise.allSettled(runs)
    // The attack goes on behind the last job, so it went on beside each of them.
    const last = rounds()
    await until(() => rounds() > last)
    attacking.kill('SIGKILL')
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(fs.existsSync(join(job.directory, 'ran'))).toBe(false)
    expect(listing(own)).toEqual(before)
  },
)

test.each(['002', '077'])(
  'a umask of %s does not spoil the tool cache for others',
  async (umask) => {
    const through = ['bash', '-c', `umask ${umask}; exec "$@"`, 'bash']
    const job = world.start({ through })
    await expectLogin(job, inputs(exact))
    job.wipeTemp()
    const names = fs.readdirSync(job.toolCache, { recursive: true, encoding: 'utf8' })
    const modes = names.map((name) =>
      (fs.statSync(join(job.toolCache, name)).mode & 0o777).toString(8),
    )
    expect(new Set(modes)).toEqual(new Set(['755', '644']))
    const main = await expectLogin(job, inputs(exact))
    expect(main.outputs['cache-hit']).toBe('true')
  },
)
