// The end of a job after something went wrong or somebody tampered: the credentials are gone each time,
// the step succeeds, and each cause is at most one warning.
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import {
  endProcessesOf,
  everything,
  expectLogin,
  keeping,
  processesOf,
  until,
} from '../expectations.ts'
import { stranger, unprivileged, whyNoMount } from '../privileges.ts'
import { type Ended, holders, type Job } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
// Their processes have to keep to the modes of files.
const options = { through: unprivileged }

/** Expects that post succeeded, with no worse than warnings, and left no credentials. */
function expectGone(post: Ended, job: Job, token: string): void {
  expect(post).toMatchObject({ exitCode: 0, signal: null, stderr: '', commands: [] })
  expect(post.annotations.filter(({ level }) => level !== 'warning')).toEqual([])
  expect(everything(post)).not.toContain(token)
  expect(post.milliseconds).toBeLessThan(20_000)
  expect(holders(job.directory, token)).toEqual([])
}

const onLogout = (script: string) => `${keeping}[ "$1" != logout ] || { ${script}; }`
const link = `cd "$GITHUB_WORKSPACE"; mkdir precious; echo mine > precious/file
  rm -r "$SESSION"; ln -s "$PWD/precious" "$SESSION"`
const hostile = `mkdir hostile
  for name in choreo wdp sh node env ps
  do printf '#!/bin/sh\n: > "%s/started"\n' "$PWD" > hostile/$name; done
  chmod 755 hostile/*
  for name in PATH HOME USERPROFILE XDG_CONFIG_HOME
  do printf '%s<<ghadelimiter_1\n%s\nghadelimiter_1\n' $name "$PWD/hostile"; done >> "$GITHUB_ENV"`

const undo =
  'chattr -R -i "$SESSION" || :; grep -o "$SESSION[^ ]*" /proc/mounts | xargs -r umount --lazy'

interface Obstacle {
  /** The CLI is this script instead of the published one. */
  readonly cli?: string
  /** The script of a step between main and post. */
  readonly step?: string
  /** A script that root runs after that. */
  readonly asRoot?: string
  /** The title of the only warning. */
  readonly warns?: string
  /** Whether something stays in the place of the session. */
  readonly stays?: true
}

const warns = 'Choreo: Log-out failed'
const vanished = 'Choreo: Session vanished'
const remains = { warns: 'Choreo: Session not removed', stays: true } as const

const obstacles: Readonly<Record<string, Obstacle>> = {
  // The only job that waits for the real limit of ten seconds: the others run meanwhile.
  'the log-out never ends': { cli: onLogout("trap '' TERM; sleep 60; sleep 60"), warns },
  'the CLI of `cli-path` is deleted': { cli: keeping, step: 'rm choreo', warns },
  'the session is deleted': { step: 'rm -r "$SESSION"', warns: vanished },
  'the temporary directory is deleted': { step: 'rm -r "$RUNNER_TEMP"', warns: vanished },
  'the command and the marker are deleted': { step: 'cd "$SESSION"; rm -r bin session.json' },
  'all directories of the session are read-only': {
    step: 'find "$SESSION" -type d -exec chmod 500 {} +; ! rm -r "$SESSION"',
    warns,
  },
  'the home of the session is closed': { step: 'chmod 0 "$SESSION/home"', warns },
  'the temporary directory is read-only': {
    step: 'chmod 555 "$RUNNER_TEMP"; ! touch "$RUNNER_TEMP/file"',
    ...remains,
  },
  'another user owns a directory of the session': {
    asRoot: `cd "$SESSION/home"; mkdir other; touch other/file; chown ${stranger} other`,
    ...remains,
  },
  'a file of the session is immutable': {
    asRoot: 'touch "$SESSION/home/file"; chattr +i "$SESSION/home/file"',
    ...remains,
  },
  'a file system is mounted in the session': {
    asRoot: 'mkdir "$SESSION/home/mount"; mount -t tmpfs choreo-login-test "$SESSION/home/mount"',
    ...remains,
  },
  'the session is replaced by a link to other files': {
    step: link,
    warns: 'Choreo: Session unknown',
    stays: true,
  },
  'HOME and PATH are others, and a hostile CLI is first on PATH': { step: hostile },
}

const why = whyNoMount()
for (const [name, obstacle] of Object.entries(obstacles)) {
  const needsRoot = obstacle.asRoot !== undefined
  const run = needsRoot && why !== '' ? test.skip : test.concurrent
  run(`post removes the credentials when ${name}${needsRoot ? why : ''}`, () =>
    expectRemoval(name, obstacle),
  )
}

async function expectRemoval(name: string, obstacle: Obstacle): Promise<void> {
  const { cli, step = '', asRoot, warns, stays = false } = obstacle
  const { job, inputs: scripted } = world.scripted(cli ?? '', options)
  const inputs = cli === undefined ? world.inputsOf(name) : scripted
  const main = await expectLogin(job, inputs)
  expect(holders(job.directory, inputs.token)).not.toEqual([])

  const env = { SESSION: main.session }
  expect(await job.step(step, { env })).toMatchObject({ exitCode: 0 })
  const runAsRoot = (script: string) =>
    spawnSync('sh', ['-ec', script], { env: { ...process.env, ...env } })
  if (asRoot !== undefined) expect(runAsRoot(asRoot).status).toBe(0)
  try {
    const post = await job.post(main, inputs)
    expectGone(post, job, inputs.token)
    expect(post.annotations.map(({ title }) => title)).toEqual(warns === undefined ? [] : [warns])
    const left = fs.existsSync(job.temp) ? fs.readdirSync(job.temp) : []
    expect(left).toEqual(stays ? [basename(main.session)] : [])
    if (stays) expect(post.log.join()).not.toMatch(/removed the session/i)
  } finally {
    if (asRoot !== undefined) runAsRoot(undo)
  }
  expect(fs.existsSync(join(job.directory, 'started'))).toBe(false)
  if (step === link) expect(fs.existsSync(join(job.directory, 'precious', 'file'))).toBe(true)
  endProcessesOf(job)
}

test.concurrent('a log-out that fails is quoted in a warning, without the token', async () => {
  const script = onLogout('echo first; cat "$HOME/kept"; echo last >&2; exit 3')
  const { job, inputs } = world.scripted(script, options)
  const post = await job.post(await job.main(inputs), inputs)
  expectGone(post, job, token)
  expect(post.annotations).toMatchObject([{ title: 'Choreo: Log-out failed' }])
  expect(post.annotations[0]?.message).toMatch(/first\n.*\*\*\*\n.*last/)
})

test.concurrent('post ends what still runs in the session, and no other process of the job', async () => {
  const lingering = `setsid sh -c "trap '' TERM; sleep 301; :" >/dev/null 2>&1 </dev/null &`
  const { job, inputs } = world.scripted(`${keeping}[ "$1" != login ] || ${lingering}`, options)
  const main = await job.main(inputs)
  const other = job.step('exec sleep 302')
  const runs = (words: string) => processesOf(job).some((found) => found.includes(words))
  await until(() => runs('sleep 301') && runs('sleep 302'))
  expectGone(await job.post(main, inputs), job, token)
  await until(() => processesOf(job).length === 1)
  expect(runs('sleep 302')).toBe(true)
  endProcessesOf(job)
  await other
})

const elsewhere = (job: Job) => join(job.directory, 'choreo-session-0123456789abcdef')
const naming = (saved: string, directory: string) =>
  JSON.stringify({ ...(JSON.parse(saved) as object), directory })

test.concurrent.each<[what: string, change: (saved: string, job: Job) => string]>([
  ['is cut off', (saved) => saved.slice(0, saved.length / 2)],
  ['is not an object', () => '[]'],
  ['names a place elsewhere', (saved, job) => naming(saved, elsewhere(job))],
  ['names the temporary directory itself', (saved, job) => naming(saved, job.temp)],
  ['names a directory above by dots', (saved, job) => naming(saved, `${job.temp}/..`)],
])('with a state that %s, post closes the sessions of its job alone', async (what, change) => {
  const job = world.start(options)
  fs.mkdirSync(elsewhere(job))
  const inputs = world.inputsOf(what)
  const main = await job.main(inputs)
  const session = change(main.state['session'] ?? '', job)
  const post = await job.post({ state: { session } }, inputs)
  expectGone(post, job, inputs.token)
  expect(post.annotations).toMatchObject([{ title: 'Choreo: Session unknown' }])
  expect(world.logoutsOf(inputs.token)).toBe(1)
  expect(fs.readdirSync(job.temp)).toEqual([])
  expect(fs.existsSync(elsewhere(job))).toBe(true)
})

test.concurrent('post names each place that still holds a token, and never shows the token', async () => {
  const { job, inputs } = world.scripted(keeping)
  const all = { ...inputs, 'fallback-token': 'another-token-0123456789' }
  const main = await job.main(all)
  const places = {
    '_temp-job/forgotten.txt': Buffer.from(`${token}\n`).toString('base64'),
    '_files-job/step-2/state-of-a-step': all['fallback-token'],
    'home/.choreo/a/b/c/kept': token,
  }
  for (const [name, text] of Object.entries(places)) {
    fs.mkdirSync(dirname(join(job.directory, name)), { recursive: true })
    fs.writeFileSync(join(job.directory, name), `before ${text} after`)
  }
  const post = await job.post(main, all)
  expect(post).toMatchObject({
    exitCode: 0,
    annotations: [{ title: 'Choreo: Leftover copies of the token' }],
  })
  for (const [name, text] of Object.entries(places)) {
    expect(post.annotations[0]?.message).toContain(join(job.directory, name))
    expect(everything(post)).not.toContain(text)
    expect(fs.existsSync(join(job.directory, name))).toBe(true)
  }
})

test.concurrent('post says when its search is incomplete', async () => {
  const { job, inputs } = world.scripted(keeping)
  const main = await job.main(inputs)
  for (let at = 0; at < 2100; at++) fs.writeFileSync(join(job.temp, `file-${at}`), 'x')
  const post = await job.post(main, inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [] })
  expect(post.log.join()).toContain(
    'token not found, 2000 files searched, others skipped because of a limit',
  )
})
