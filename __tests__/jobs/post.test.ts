// The end of a job after something went wrong or somebody tampered: the step succeeds, the credentials are
// gone where the runner's user can remove them, and each cause is at most one warning.
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import {
  closed,
  endProcessesOf,
  everything,
  expectFailedLogin,
  expectFailure,
  expectLogin,
  expectLogout,
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

/** Expects that post succeeded, with no worse than warnings, and never showed the token. */
function expectCalm(post: Ended, token: string): void {
  expect(post).toMatchObject({ exitCode: 0, signal: null, stderr: '', commands: [], masks: [] })
  expect(post.annotations.filter(({ level }) => level !== 'warning')).toEqual([])
  expect(everything(post)).not.toContain(token)
}

/** Expects that post succeeded and left no credentials. */
function expectGone(post: Ended, job: Job, token: string): void {
  expectCalm(post, token)
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
  /** A word of its message. */
  readonly says?: string
  /** Whether something stays in the place of the session. */
  readonly stays?: true
  /** Whether the credentials are where the user of the runner cannot remove them. */
  readonly keeps?: true
}

const warns = 'Choreo: Log-out failed'
const vanished = 'Choreo: Session vanished'
const remains = { warns: 'Choreo: Session not removed', stays: true } as const

const obstacles: Readonly<Record<string, Obstacle>> = {
  // The only job that waits for the real limit of ten seconds: the others run meanwhile.
  'the log-out never ends': {
    cli: onLogout("trap '' TERM; sleep 60; sleep 60"),
    warns,
    says: '10 seconds',
  },
  'the CLI of `cli-path` is deleted': { cli: keeping, step: 'rm choreo', warns: vanished },
  'the session is deleted': { step: 'rm -r "$SESSION"', warns: vanished },
  'the temporary directory is deleted': { step: 'rm -r "$RUNNER_TEMP"', warns: vanished },
  'everything in the session is deleted': { step: 'rm -rf "$RUNNER_TEMP"/*/*', warns: vanished },
  'the home is moved away': {
    step: 'mv "$SESSION/home" moved',
    warns: vanished,
    keeps: true,
  },
  'the command and the marker are deleted': { step: 'cd "$SESSION"; rm -r bin session.json' },
  'empty directories are deleted': { step: 'find "$RUNNER_TEMP" -type d -empty -delete' },
  'a later step forges that the session is closed': { step: 'touch "$SESSION/closed"' },
  'all directories of the session are read-only': {
    step: 'find "$SESSION" -type d -exec chmod 500 {} +; ! rm -r "$SESSION"',
    warns,
  },
  'the session and its home are closed': { step: 'chmod 0 "$SESSION/home"; chmod 0 "$SESSION"' },
  'the temporary directory is read-only': {
    step: 'chmod 555 "$RUNNER_TEMP"; ! touch "$RUNNER_TEMP/file"',
    ...remains,
    says: 'EACCES',
  },
  'another user owns a directory of the session': {
    asRoot: `cd "$SESSION/home"; mkdir other; touch other/file; chown ${stranger} other`,
    ...remains,
    says: 'EACCES',
  },
  'another user owns the home': {
    asRoot: `chown -R ${stranger} "$SESSION/home"`,
    ...{ warns: vanished, says: 'sudo rm -rf', stays: true, keeps: true },
  },
  'another user owns the session': {
    asRoot: `chown -R ${stranger} "$SESSION"`,
    ...{ warns: vanished, says: 'sudo rm -rf', stays: true, keeps: true },
  },
  'a file of the session is immutable': {
    asRoot: 'touch "$SESSION/home/file"; chattr +i "$SESSION/home/file"',
    ...remains,
    says: 'EPERM',
  },
  'a file system is mounted in the session': {
    asRoot: 'mkdir "$SESSION/home/mount"; mount -t tmpfs choreo-login-test "$SESSION/home/mount"',
    ...remains,
    says: 'EBUSY',
  },
  'the session is replaced by a link to other files': { step: link, warns: vanished, stays: true },
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
  const { cli, step = '', asRoot, warns, says = '', stays = false, keeps = false } = obstacle
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
    expectCalm(post, inputs.token)
    if (!keeps) expect(holders(job.directory, inputs.token)).toEqual([])
    expect(post.annotations.map(({ title }) => title)).toEqual(warns === undefined ? [] : [warns])
    const message = post.annotations[0]?.message ?? ''
    expect(message).toContain(says)
    if (warns === vanished || warns === remains.warns) expect(message).toContain(main.session)
    if (warns === remains.warns) expect(message).toContain(`sudo rm -rf '${main.session}'`)
    const left = fs.existsSync(job.temp) ? fs.readdirSync(job.temp) : []
    expect(left).toEqual(stays ? [basename(main.session)] : [])
    // Nothing is said to be removed.
    if (stays) expect(post.log.filter((line) => !line.startsWith('##[warning]'))).toEqual([])
  } finally {
    if (asRoot !== undefined) runAsRoot(undo)
  }
  expect(fs.existsSync(join(job.directory, 'started'))).toBe(false)
  if (step === link) expect(fs.existsSync(join(job.directory, 'precious', 'file'))).toBe(true)
  endProcessesOf(job)
}

test.concurrent.each([
  ['exits with 3', 'exit 3', 'exit code 3'],
  ['cannot reach Choreo', 'echo connection refused >&2; exit 1', 'Choreo unreachable'],
])('a log-out that %s is explained, and nothing that it prints is shown', async (_, end, why) => {
  const pieces = `cat "$HOME/kept"; sed 's/./& /g' "$HOME/kept"; fold -w 1 "$HOME/kept" >&2`
  const { job, inputs } = world.scripted(onLogout(`echo first; ${pieces}; ${end}`), options)
  const main = await job.main(inputs)
  // The inputs are those of another action.
  const post = await job.post(main, { token: '' }, { env: { RUNNER_DEBUG: '1' } })
  expectGone(post, job, token)
  expect(post.annotations).toMatchObject([{ title: 'Choreo: Log-out failed' }])
  expect(post.annotations[0]?.message).toContain(why)
  expect(post.stdout.replace(/\s/g, '')).not.toContain(token)
  expect(post.stdout).not.toContain('first')
})

test.concurrent.each([
  ['that nobody is logged in', `echo "Error: not logged in. Run 'choreo login'" >&2; exit 1`],
  ['that the token is refused', 'echo "401 Unauthorized: token expired"; exit 1'],
])('a log-out that says %s is a line in the log', async (_, end) => {
  const { job, inputs } = world.scripted(onLogout(end), options)
  const post = await job.post(await job.main(inputs), inputs)
  expectGone(post, job, token)
  expect(post).toMatchObject({ annotations: [], log: [expect.stringContaining('no valid login')] })
})

test.concurrent('a log-out that cannot reach an endpoint for tokens is a warning', async () => {
  const { job, inputs } = world.scripted(
    onLogout('echo "could not revoke token: connection refused"; exit 1'),
    options,
  )
  const post = await job.post(await job.main(inputs), inputs)
  expectGone(post, job, token)
  expect(post.annotations).toMatchObject([{ title: 'Choreo: Log-out failed' }])
})

test.concurrent('a step that has logged out itself is no reason for a warning', async () => {
  const job = world.start(options)
  const inputs = world.inputsOf('logged-out-by-a-step')
  const main = await expectLogin(job, inputs)
  await job.step('choreo logout')
  expect((await expectLogout(job, main, inputs)).log).toHaveLength(1)
})

test.concurrent('a token that was refused is no reason to revoke it', async () => {
  const script = `cat > "$HOME/kept"; case $1 in
    login) echo 401 Unauthorized; exit 1 ;; logout) exit 1 ;; esac`
  const { job, inputs } = world.scripted(script, options)
  const { title, message } = await expectFailedLogin(job, inputs)
  expect(title).toBe('Choreo: Token refused')
  expect(message).not.toMatch(/\brevoke\b/i)
})

test.concurrent('a session that nobody can look at is not called removed', async () => {
  const script = `${keeping}[ "$1" != login ] || { chmod 0 "$RUNNER_TEMP"; exit 1; }`
  const { job, inputs } = world.scripted(script, options)
  const main = await job.main(inputs)
  expectFailure(main, token)
  expect(main.stdout).not.toContain('No file')
  const post = await job.post(main, inputs)
  expectCalm(post, token)
  expect(post.annotations).toMatchObject([{ title: 'Choreo: Session not removed' }])
})

test.concurrent('with the inputs of another action, post logs out and masks nothing', async () => {
  const { job, inputs } = world.scripted(onLogout('[ -n "$GITHUB_WORKSPACE" ]'), options)
  const main = await expectLogin(job, inputs)
  const post = await job.post(main, { token: 'success', 'github-token': '/', logout: 'false' })
  expectGone(post, job, token)
  expect(post).toMatchObject({ annotations: [], log: [expect.stringMatching(closed)] })
})

test.concurrent.each<[what: string, inputs: Readonly<Record<string, string>>]>([
  ['bad', { region: 'mars' }],
  ['without a token', { token: '', 'on-missing-token': 'skip' }],
])(
  'after a main whose inputs are %s, a state that another step supplies is ignored',
  async (_, more) => {
    const job = world.start(options)
    const main = await job.main(world.inputs(more))
    const directory = join(job.temp, 'choreo-session-0123456789abcdef')
    const executable = join(job.directory, 'planted')
    const saved = {
      directory,
      command: 'choreo',
      cli: 'choreo',
      executable,
      region: '',
      logout: true,
    }
    fs.mkdirSync(join(directory, 'home'), { recursive: true })
    await job.step(`printf '#!/bin/sh\n: > "%s/started"\n' "$PWD" > planted; chmod 755 planted
    printf 'STATE_%s<<ghadelimiter_1\n%s\nghadelimiter_1\n' session '${JSON.stringify(saved)}' \
      loggedIn true >> "$GITHUB_ENV"`)
    expect((await job.step('echo "$STATE_loggedIn"')).stdout).toBe('true\n')
    const post = await job.post(main, {})
    expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(fs.existsSync(directory)).toBe(true)
    expect(fs.existsSync(join(job.directory, 'started'))).toBe(false)
  },
)

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

test.concurrent.each<[what: string, title: string, change: (saved: string, job: Job) => string]>([
  ['is cut off', 'Log-out incomplete', (saved) => saved.slice(0, saved.length / 2)],
  ['is not an object', 'Log-out incomplete', () => '[]'],
  ['names a place elsewhere', 'Session vanished', (saved, job) => naming(saved, elsewhere(job))],
  ['names the temporary directory', 'Session vanished', (saved, job) => naming(saved, job.temp)],
  [
    'names a directory above by dots',
    'Session vanished',
    (saved, job) => naming(saved, `${job.temp}/..`),
  ],
])('with a state that %s, post runs and removes nothing', async (what, title, change) => {
  const job = world.start(options)
  fs.mkdirSync(elsewhere(job))
  const inputs = world.inputsOf(what)
  const main = await job.main(inputs)
  const session = change(main.state['session'] ?? '', job)
  const post = await job.post({ state: { ...main.state, session } }, inputs)
  expectCalm(post, inputs.token)
  expect(post.annotations).toMatchObject([{ title: `Choreo: ${title}` }])
  expect(world.logoutsOf(inputs.token)).toBe(0)
  expect(fs.existsSync(main.session)).toBe(true)
  expect(fs.existsSync(elsewhere(job))).toBe(true)
})
