// The end of a job when something stands in the way of the removal: the credentials are removed, and what
// remains is named. Jobs run as an ordinary user, so that what root owns is an obstacle. REPEAT=10 runs each
// obstacle as often.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from '@jest/globals'
import { sessionVariable } from '../../src/cli/processes.ts'
import { until } from '../expectations.ts'
import { asStranger, stranger, whyNoStranger } from '../privileges.ts'
import { type Ended, holders, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { knownToken } from '../stand-in/server.ts'

const world = setUp()
const repeat = Number(process.env['REPEAT'] ?? 1)

interface Obstacle {
  /** Puts it into the home of a session. */
  readonly put: (home: string, session: string) => unknown
  /** Whether something has to remain, and be named. */
  readonly remains?: boolean
  readonly undo?: (session: string) => unknown
}

// The files of the runner have to be writable for the user of the jobs.
const umask = process.umask(0)
afterAll(() => {
  process.umask(umask)
})

let processes: ChildProcess[] = []
afterEach(() => {
  for (const { pid } of processes) spawnSync('kill', ['-KILL', '--', `-${pid}`])
  processes = []
})

/** Starts a shell script as the user of the jobs, in a process group of its own. */
function start(script: string, env: Readonly<Record<string, string>> = {}): void {
  const [file = '', ...args] = [...asStranger, 'sh', '-c', script]
  const options = { detached: true, stdio: 'ignore', env: { ...process.env, ...env } } as const
  processes.push(spawn(file, args, options))
}

function own(path: string): void {
  chownSync(path, stranger, stranger)
}

const obstacles: Readonly<Record<string, Obstacle>> = {
  'a directory of root with a file': {
    put: (home) => {
      mkdirSync(join(home, 'of-root'), { mode: 0o755 })
      writeFileSync(join(home, 'of-root', 'file'), 'x')
    },
    remains: true,
  },
  'an immutable file': {
    put: (home) => {
      writeFileSync(join(home, 'immutable'), 'x')
      return spawnSync('chattr', ['+i', join(home, 'immutable')]).status
    },
    remains: true,
    undo: (session) => spawnSync('chattr', ['-R', '-i', session]),
  },
  'a mount point': {
    put: (home) => {
      mkdirSync(join(home, 'mount'))
      return spawnSync('mount', ['-t', 'tmpfs', 'choreo-login-test', join(home, 'mount')]).status
    },
    remains: true,
    undo: (session) => {
      for (const line of readFileSync('/proc/mounts', 'utf8').split('\n')) {
        const [, place = ''] = line.split(' ')
        if (place.startsWith(session)) spawnSync('umount', ['--lazy', place])
      }
    },
  },
  '3,000 levels': {
    put: (home) => {
      const script = `const { mkdirSync } = require('node:fs')
        for (let level = 0; level < 3000; level++) { mkdirSync('d', 0o777); process.chdir('d') }`
      spawnSync(process.execPath, ['-e', script], { cwd: home, uid: stranger, gid: stranger })
    },
  },
  '10,000 files': {
    put: (home) =>
      spawnSync('sh', ['-c', 'seq 10000 | xargs touch'], {
        cwd: home,
        uid: stranger,
        gid: stranger,
      }),
  },
  'a FIFO': {
    put: (home) => spawnSync('mkfifo', [join(home, 'fifo')], { uid: stranger, gid: stranger }),
  },
  'modes of 000': {
    put: (home) => {
      mkdirSync(join(home, 'closed'))
      own(join(home, 'closed'))
      for (const path of [join(home, 'closed'), join(home, '.choreo'), home]) chmodSync(path, 0)
    },
  },
  'a process that creates and removes files': {
    put: async (home) => {
      start(`while :; do : > '${home}/blink'; rm -f '${home}/blink'; done`)
      await until(() => existsSync(join(home, 'blink')))
    },
  },
  'a process that starts itself again': {
    put: async (home, session) => {
      const script = join(session, '..', '..', 'again.sh')
      writeFileSync(script, `mkdir -p '${home}'; echo ${knownToken} > '${home}/again'; sh '${script}' &\n`)
      start(`sh '${script}'`, { [sessionVariable]: session })
      await until(() => existsSync(join(home, 'again')))
    },
  },
}

const why = whyNoStranger()
const testAsStranger = why === '' ? test : test.skip

testAsStranger.each(Object.keys(obstacles).flatMap((name) => Array.from({ length: repeat }, () => name)))(
  `a session with %s loses its credentials, and the log says what remains${why}`,
  async (name) => {
    const { put, remains = false, undo } = obstacles[name] as Obstacle
    const job = world.start({ build: 'dist', through: asStranger })
    for (const place of [job.directory, job.temp, job.home, job.toolCache]) own(place)
    const main = await runMain(job)
    const session = main.outputs['session'] ?? ''
    expect(holders(job.temp, knownToken)).not.toEqual([])
    await put(join(session, 'home'), session)
    const post = await job.post(main, world.inputs())
    try {
      expect(post).toMatchObject({ exitCode: 0, signal: null, stderr: '' })
      const isThere = existsSync(session)
      const titles = post.annotations.map(({ title }) => title)
      expect(titles.includes('Choreo: Session not removed')).toBe(isThere)
      expect(post.log.some((line) => /removed the session/i.test(line))).toBe(!isThere)
      if (remains) expect(isThere).toBe(true)
      expect(holders(job.temp, knownToken)).toEqual([])
      if (!isThere) expect(readdirSync(job.temp)).toEqual([])
    } finally {
      undo?.(session)
    }
  },
)

async function runMain(job: Job): Promise<Ended> {
  const main = await job.main(world.inputs())
  expect(main).toMatchObject({ exitCode: 0, annotations: [] })
  return main
}
