// The end of a job after something has gone wrong, or somebody has tampered: the credentials are gone each
// time, the step is green, and each cause has one warning at most. From the bundles.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { everything, mark, processesOf, shellCli, until } from './expectations.ts'
import { unprivileged } from './privileges.ts'
import { type Ended, holders, type Job, type StepOptions } from './runner.ts'
import { setUp } from './set-up.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world

function start(): Job {
  return world.start({ build: 'dist', through: unprivileged })
}

/** Expects that post went well enough, whatever had happened. */
function expectGone(post: Ended, job: Job): void {
  expect(post).toMatchObject({ exitCode: 0, signal: null, stderr: '', commands: [] })
  expect(post.annotations.map(({ level }) => level).filter((one) => one !== 'warning')).toEqual([])
  const titles = post.annotations.map(({ title }) => title)
  expect(titles).toEqual([...new Set(titles)])
  expect(everything(post)).not.toContain(knownToken)
  expect(post.milliseconds).toBeLessThan(20_000)
  expect(holders(job.directory, knownToken)).toEqual([])
}

/** Starts a program that has nothing to do with the session. Returns what looks that it lives, and ends it. */
async function bystander(job: Job): Promise<() => Promise<void>> {
  mark(job)
  const ended = job.step('exec sleep 30')
  const find = () => processesOf(job).find((process) => process.includes('sleep 30'))
  await until(() => find() !== undefined)
  return async () => {
    process.kill(Number.parseInt(find() ?? '', 10))
    await ended
  }
}

interface Attack {
  /** Of the CLI that is used, when it is not the one that is published. */
  readonly cli?: (job: Job) => string
  /** What happens between main and post; may return variables that later steps have set. */
  readonly on: (job: Job, main: Ended) => unknown
  /** The titles of the warnings that may follow. */
  readonly warns?: readonly string[]
  /** What may be left in RUNNER_TEMP. */
  readonly leaves?: (main: Ended) => readonly string[]
}

function sessionOf(main: Ended): string {
  return main.outputs['session'] ?? ''
}

const failed = ['Choreo log-out failed']

const attacks: Readonly<Record<string, Attack>> = {
  'the CLI is deleted': {
    cli: (job) => world.cliOf(job),
    on: (job) => rmSync(join(job.directory, 'choreo')),
    warns: failed,
  },
  'the CLI is no longer a program': {
    cli: (job) => world.cliOf(job),
    on: (job) => chmodSync(join(job.directory, 'choreo'), 0o644),
    warns: failed,
  },
  'the tool cache is deleted': {
    on: (job) => rmSync(job.toolCache, { recursive: true }),
    warns: failed,
  },
  'the session is deleted': { on: (_, main) => rmSync(sessionOf(main), { recursive: true }) },
  'the temporary directory is deleted': { on: (job) => rmSync(job.temp, { recursive: true }) },
  'the command and the marker are deleted': {
    on: (_, main) => {
      rmSync(join(sessionOf(main), 'bin'), { recursive: true })
      rmSync(join(sessionOf(main), 'session.json'))
    },
  },
  'all directories of the session are read-only': {
    on: async (job, main) => {
      const session = sessionOf(main)
      const names = readdirSync(session, { recursive: true, encoding: 'utf8' })
      for (const path of [...names.map((name) => join(session, name)).toReversed(), session]) {
        if (statSync(path).isDirectory()) chmodSync(path, 0o500)
      }
      expect((await job.step(`rm -r '${session}'`)).exitCode).not.toBe(0)
    },
    warns: failed,
  },
  'all directories of the session are closed': {
    on: (_, main) => chmodSync(join(sessionOf(main), 'home'), 0),
    warns: failed,
  },
  'the temporary directory is read-only': {
    on: (job) => chmodSync(job.temp, 0o555),
    warns: ['Choreo session not removed'],
    leaves: (main) => [sessionOf(main)],
  },
  'the session is a link to other files': {
    on: (job, main) => {
      const precious = join(job.directory, 'precious')
      renameSync(sessionOf(main), join(job.directory, 'moved'))
      rmSync(join(job.directory, 'moved'), { recursive: true })
      mkdirSync(precious, { mode: 0o750 })
      writeFileSync(join(precious, 'file'), 'mine')
      symlinkSync(precious, sessionOf(main))
    },
    warns: ['Choreo session unknown'],
    leaves: (main) => [sessionOf(main)],
  },
  'HOME and PATH are others, and a hostile choreo is first on PATH': {
    on: (job) => {
      const bin = join(job.directory, 'hostile')
      mkdirSync(bin)
      for (const name of ['choreo', 'wdp', 'sh', 'node', 'env', 'ps']) {
        writeFileSync(join(bin, name), `#!/bin/sh\ntouch '${job.directory}/pwned'\n`, {
          mode: 0o755,
        })
      }
      return { PATH: bin, HOME: bin, USERPROFILE: bin, XDG_CONFIG_HOME: bin }
    },
  },
  'the service is down': {
    on: () => {
      world.standIn.faults.service = { status: 503 }
    },
    warns: failed,
  },
  'the network is down': {
    on: () => {
      world.standIn.faults.service = 'reset'
    },
    warns: failed,
  },
  'the log-out hangs': {
    cli: (job) => world.cliOf(job, { kind: 'logout-hangs' }),
    on: () => {},
    warns: failed,
  },
  'the log-out fails': {
    cli: (job) => world.cliOf(job, { kind: 'logout-fails' }),
    on: () => {},
    warns: failed,
  },
  'the log-out writes the token again': {
    cli: (job) =>
      shellCli(
        job,
        'case $1 in login) cat > "$HOME/kept" ;; logout) cp "$HOME/kept" "$HOME/again" ;; esac',
      ),
    on: () => {},
  },
  'the log-out turns the session into a link': {
    cli: (job) =>
      shellCli(
        job,
        `case $1 in login) cat > "$HOME/kept" ;; logout)
        session=\${HOME%/home}; mkdir -m 750 '${job.directory}/precious'; rm -r "$session"
        echo mine > '${job.directory}/precious/file'; ln -s '${job.directory}/precious' "$session" ;; esac`,
      ),
    on: () => {},
  },
  'a process still holds a file': {
    on: async (job, main) => {
      const held = join(sessionOf(main), 'home', 'held')
      await job.step(
        `(cd '${sessionOf(main)}'; exec 3> '${held}'; exec sleep 30) >/dev/null 2>&1 &`,
      )
      await until(() => existsSync(held))
    },
  },
  'a process writes there without end': {
    on: async (_, main) => {
      const home = join(sessionOf(main), 'home')
      await until(() => existsSync(home))
      const writer = setInterval(() => {
        try {
          for (let at = 0; at < 20; at++) writeFileSync(join(home, `file-${Math.random()}`), 'x')
        } catch {
          clearInterval(writer)
        }
      }, 1)
    },
    warns: ['Choreo session not removed'],
  },
}

test.each(Object.keys(attacks))('post removes the credentials when %s', async (name) => {
  const { cli, on, warns = [], leaves = () => [] } = attacks[name] as Attack
  const job = start()
  mark(job)
  const more = inputs(cli && { 'cli-path': cli(job) })
  const main = await job.main(more)
  expect(main).toMatchObject({ exitCode: 0, annotations: [] })
  expect(holders(job.directory, knownToken)).not.toEqual([])
  const env = (await on(job, main)) as StepOptions['env'] | undefined
  const post = await job.post(main, more, env && { env })
  expectGone(post, job)
  for (const { title } of post.annotations) expect(warns).toContain(title)
  if (existsSync(job.temp)) {
    const left = readdirSync(job.temp).map((entry) => join(job.temp, entry))
    expect(left).toEqual(leaves(main).filter((path) => left.includes(path)))
  }
  expect(existsSync(join(job.directory, 'pwned'))).toBe(false)
  const precious = join(job.directory, 'precious')
  if (existsSync(precious)) {
    expect(readFileSync(join(precious, 'file'), 'utf8').trim()).toBe('mine')
    expect(statSync(precious).mode & 0o777).toBe(0o750)
  }
  for (const process of processesOf(job)) globalThis.process.kill(Number.parseInt(process, 10))
  chmodSync(job.directory, 0o755)
  if (existsSync(job.temp)) chmodSync(job.temp, 0o755)
})

describe('a state that cannot be that of this job', () => {
  type Saved = Record<string, unknown>
  const change = (how: (state: Saved, job: Job) => void) => (saved: string, job: Job) => {
    const state = JSON.parse(saved) as Saved
    how(state, job)
    return JSON.stringify(state)
  }
  const garbled: Readonly<Record<string, (saved: string, job: Job) => string>> = {
    'is cut off': (saved) => saved.slice(0, saved.length / 2),
    'is no object': () => '[]',
    'is null': () => 'null',
    'is a word': () => 'x',
    'names another place': (saved, job) => saved.replaceAll(job.temp, '/etc'),
    'names the temporary directory': change((state, job) => {
      state['directory'] = job.temp
    }),
    'names a directory above by dots': change((state, job) => {
      state['directory'] = join(job.temp, '..')
    }),
    'names another home': change((state, job) => {
      state['home'] = job.home
    }),
    'names another directory of that home': change((state, job) => {
      state['isolate'] = false
      state['home'] = job.home
      state['cliDirectory'] = '.ssh'
    }),
    'does not say whether to log out': change((state) => {
      state['logout'] = undefined
    }),
    'has words for decisions': change((state) => {
      state['logout'] = 'false'
      state['isolate'] = 'no'
    }),
    'has strays that are no paths': change((state) => {
      state['strays'] = [{}, 7, null]
    }),
  }

  test.each(Object.keys(garbled))('closes all sessions of the job when it %s', async (name) => {
    const job = start()
    mkdirSync(join(job.home, '.ssh'))
    writeFileSync(join(job.home, '.ssh', 'id'), 'a key')
    const main = await job.main(inputs())
    // Of the machine's home, where a hostile state could look for processes to end.
    const endBystander = await bystander(job)
    const session = garbled[name]?.(main.state['session'] ?? '', job) ?? ''
    const post = await job.post({ state: { session } }, inputs())
    expectGone(post, job)
    expect(post.annotations).toMatchObject([{ title: 'Choreo session unknown' }])
    expect(readdirSync(job.temp)).toEqual([])
    expect(readFileSync(join(job.home, '.ssh', 'id'), 'utf8')).toBe('a key')
    await endBystander()
  })

  test('is told apart from a marker that somebody has changed', async () => {
    const job = start()
    const main = await job.main(inputs())
    const marker = join(sessionOf(main), 'session.json')
    const said = JSON.parse(readFileSync(marker, 'utf8')) as Saved
    writeFileSync(marker, JSON.stringify({ ...said, home: job.home, command: '\n::error::x' }))
    expect(await job.logout({})).toMatchObject({ log: ['No session of this job is open.'] })
    // What post knows is in the state, which no later step can change.
    const post = await job.post(main, inputs())
    expectGone(post, job)
    expect(post.annotations).toEqual([])
  })

  test('is not waited for where the marker is a pipe', async () => {
    const job = start()
    const planted = join(job.temp, 'choreo-session-0123456789abcdef')
    mkdirSync(planted)
    await job.step(`mkfifo '${planted}/session.json'`)
    expect(await job.logout({})).toMatchObject({ exitCode: 0, annotations: [] })
  })

  test('cannot give the runner a command through a name', async () => {
    const job = start()
    const main = await job.main(inputs())
    const marker = join(sessionOf(main), 'session.json')
    const said = JSON.parse(readFileSync(marker, 'utf8')) as Saved
    const command = 'x\n::add-path::/hostile\n##[add-path]/hostile'
    writeFileSync(marker, JSON.stringify({ ...said, command }))
    expect(await job.logout({})).toMatchObject({ exitCode: 0, commands: [], annotations: [] })
  })
})

test('post ends what still runs in the session, and nothing else', async () => {
  const job = start()
  mark(job)
  const more = { token: knownToken, 'cli-path': world.cliOf(job, { kind: 'lingers' }) }
  const main = await job.main(more)
  await until(() => processesOf(job).length > 0)
  const endBystander = await bystander(job)
  expect(await job.post(main, more)).toMatchObject({ exitCode: 0, annotations: [] })
  await until(() => processesOf(job).length === 1)
  await endBystander()
  expect(readdirSync(job.temp)).toEqual([])
})

test('post leaves no token when main was killed at any moment', async () => {
  const kills = Number(process.env['KILLS'] ?? 12)
  // How long a main takes that nobody kills, on this machine and under this load.
  const whole = start()
  const cli = (job: Job) => world.cliOf(job, { kind: 'late-writer', ms: 40 })
  const { milliseconds } = await whole.main(inputs({ 'cli-path': cli(whole) }))
  let cutOff = 0
  for (let kill = 0; kill < kills; kill++) {
    const job = start()
    mark(job)
    const more = inputs({ 'cli-path': cli(job) })
    const { child, ended } = job.startMain(more)
    await sleep(milliseconds * ((kill + Math.random()) / kills))
    child.kill('SIGKILL')
    const main = await ended
    if (main.signal === 'SIGKILL') cutOff++
    const post = await job.post(main, more)
    expectGone(post, job)
    // A CLI that outlived main would write its credentials now.
    await sleep(100)
    expect(holders(job.directory, knownToken)).toEqual([])
    expect(processesOf(job)).toEqual([])
    expect(readdirSync(job.temp)).toEqual([])
  }
  expect(cutOff).toBeGreaterThan(kills / 2)
})
