// The home that a job finds on a machine: what an isolated login leaves alone, and what `isolate: false`
// uses and brings back. From the bundles.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { expectClean, shellCli } from './expectations.ts'
import { holders, type Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world

function start(): Job {
  return world.start({ build: 'dist' })
}

// What people and programs keep in a home, and what a careless installer or CLI would change.
const furniture = {
  '.bashrc': 'export PATH="$HOME/bin:$PATH"\n',
  '.profile': 'umask 022\n',
  '.bash_profile': '. ~/.bashrc\n',
  '.zshrc': 'autoload -U compinit\n',
  '.config/fish/config.fish': 'set -x EDITOR vi\n',
  '.gitconfig': '[user]\n\tname = A person\n',
  '.config/git/config': '[alias]\n\tst = status\n',
  '.git-credentials': 'https://a-person:secret@github.com\n',
  '.config/choreo/config.yaml': 'region: EU\n',
  '.local/share/keyrings/login.keyring': 'a keyring\n',
  '.local/share/keyrings/default': 'login\n',
  '.choreo/credentials.json': '{"token":"of-a-person"}',
  '.choreo/bin/tool': 'x',
  '.choreo/deep/er/notes': 'mine',
  '.wdp/credentials.json': '{"token":"of-another"}',
}

function furnish(home: string): void {
  for (const [name, content] of Object.entries(furniture)) {
    mkdirSync(join(home, name, '..'), { recursive: true })
    writeFileSync(join(home, name), content, { mode: 0o640 })
  }
  const long = new Date('2020-02-02T02:02:02Z')
  for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    utimesSync(join(home, name), long, long)
  }
}

/** All that is in a directory, with what a copy would have to be to be the same. */
function inventory(directory: string, { times = true } = {}): Record<string, unknown> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(
    names.map((name) => {
      const path = join(directory, name)
      const found = lstatSync(path)
      const content = found.isFile()
        ? readFileSync(path, 'base64')
        : found.isSymbolicLink() && readlinkSync(path)
      return [name, { mode: found.mode, content, ...(times && { mtimeMs: found.mtimeMs }) }]
    }),
  )
}

describe('an isolated login leaves the home of the machine byte for byte as it was', () => {
  test.each(['choreo', 'wdp'])('with %s, from main to post', async (cli) => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home)
    const main = await job.main(inputs({ cli }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(inventory(job.home)).toEqual(before)
    expect((await job.step(`${cli} whoami; ${cli} create project p`)).exitCode).toBe(0)
    expect(inventory(job.home)).toEqual(before)
    expect(await job.post(main, inputs({ cli }))).toMatchObject({ exitCode: 0, annotations: [] })
    expect(inventory(job.home)).toEqual(before)
  })

  test('when the token is refused', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home)
    const main = await job.main(inputs({ token: 'an-unknown-token' }))
    expect(main.exitCode).toBe(1)
    await job.post(main, inputs({ token: 'an-unknown-token' }))
    expect(inventory(job.home)).toEqual(before)
  })

  test('when the session is closed early', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home)
    await job.main(inputs())
    await job.logout({})
    expect(inventory(job.home)).toEqual(before)
  })
})

describe('a CLI that writes there against what it was told', () => {
  test('is reported, and what it added is removed', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home, { times: false })
    rmSync(join(job.home, '.choreo', 'credentials.json'))
    const more = {
      token: knownToken,
      'cli-path': world.cliOf(job, { kind: 'ignores-home', home: job.home }),
    }
    const main = await job.main(more)
    expect(main).toMatchObject({ exitCode: 0, annotations: [{ title: 'Login not isolated' }] })
    expect(main.annotations[0]?.message).toContain('credentials.json')
    const post = await job.post(main, more)
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(holders(job.directory, knownToken)).toEqual([])
    const { '.choreo/credentials.json': _, ...rest } = before
    expect(inventory(job.home, { times: false })).toMatchObject(rest)
  })

  test('cannot have files removed that lie behind a link', async () => {
    const job = start()
    const precious = join(job.directory, 'precious')
    mkdirSync(precious)
    writeFileSync(join(precious, 'credentials.json'), 'mine')
    const more = {
      token: knownToken,
      'cli-path': world.cliOf(job, { kind: 'ignores-home', home: job.home }),
    }
    const main = await job.main(more)
    renameSync(join(job.home, '.choreo'), join(job.directory, 'moved'))
    mkdirSync(join(job.home, '.choreo'))
    symlinkSync(precious, join(job.home, '.choreo', 'link'))
    const saved = JSON.parse(main.state['session'] ?? '') as { strays: string[] }
    expect(saved.strays).toContain(join(job.home, '.choreo', 'credentials.json'))
    saved.strays = [
      join(job.home, '.choreo', 'link', 'credentials.json'),
      join(job.home, '.choreo', '..', '..', 'precious', 'credentials.json'),
      join(precious, 'credentials.json'),
    ]
    await job.post({ state: { session: JSON.stringify(saved) } }, more)
    expect(readFileSync(join(precious, 'credentials.json'), 'utf8')).toBe('mine')
  })
})

describe('with `isolate: false` the home of the machine', () => {
  const shared = { isolate: 'false' }

  test('is used, and post brings it back and says so', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home, { times: false })
    const more = inputs({ ...shared, token: world.addAccount('shared') })
    const main = await job.main(more)
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    const step = await job.step('choreo connect --project p </dev/null; choreo env HOME')
    expect(step.stdout).toContain(JSON.stringify({ HOME: job.home }))
    expect((await job.step('choreo whoami')).stdout).toBe('shared\n')
    expect(inventory(job.home, { times: false })).not.toEqual(before)
    const post = await job.post(main, more)
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    expect(post.log).toEqual([
      `Logged out, and removed the session of \`choreo\`; ${job.home}/.choreo is as it was before; 0 traces of the token are left.`,
    ])
    expect(inventory(job.home, { times: false })).toEqual(before)
    expect(world.logoutsOf(more['token'] ?? '')).toBe(1)
    expect(readdirSync(job.temp)).toEqual([])
  })

  test('has no directory of the CLI afterwards, when it had none before', async () => {
    const job = start()
    const main = await job.main(inputs(shared))
    expect(existsSync(join(job.home, '.choreo'))).toBe(true)
    expectClean(await job.post(main, inputs()), job, knownToken)
  })

  test('is as before at once when the login is refused', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home, { times: false })
    const main = await job.main(inputs({ ...shared, token: 'an-unknown-token' }))
    expect(main.exitCode).toBe(1)
    expect(inventory(job.home, { times: false })).toEqual(before)
    expect(await job.post(main, inputs())).toMatchObject({ exitCode: 0, annotations: [], log: [] })
  })

  test('is as before after an early log-out, which logs out once', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home, { times: false })
    const more = inputs({ ...shared, token: world.addAccount('shared-early') })
    const main = await job.main(more)
    expect(await job.logout({})).toMatchObject({ exitCode: 0, annotations: [] })
    expect(inventory(job.home, { times: false })).toEqual(before)
    expect(await job.post(main, more)).toMatchObject({ exitCode: 0, annotations: [], log: [] })
    expect(world.logoutsOf(more['token'] ?? '')).toBe(1)
  })

  test('comes back whatever the CLI did to its directory', async () => {
    const job = start()
    furnish(job.home)
    const directory = join(job.home, '.choreo')
    writeFileSync(join(directory, 'program'), Buffer.alloc(9 * 1024 * 1024))
    symlinkSync('notes', join(directory, 'deep/er/link'))
    symlinkSync('/nowhere/at/all', join(directory, 'dangling'))
    mkdirSync(join(directory, 'empty'))
    chmodSync(join(directory, 'bin/tool'), 0o755)
    const agent = createServer().listen(join(directory, 'agent.sock')).unref()
    const before = inventory(job.home, { times: false })
    const cli = shellCli(
      job,
      `case $1 in login) read -r token; cd "$HOME/.choreo"
      echo "$token" > credentials.json; echo more >> deep/er/notes; rm -r empty dangling
      ln -sf /elsewhere deep/er/link; rm bin/tool; mkdir bin/tool; echo "$token" > bin/tool/x
      chmod 777 bin; mkdir -p new/directory; echo "$token" > new/directory/file ;; esac`,
    )
    const more = { token: knownToken, 'cli-path': cli, ...shared }
    const main = await job.main(more)
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(holders(directory, knownToken)).toHaveLength(3)
    expect(await job.post(main, more)).toMatchObject({ exitCode: 0, annotations: [] })
    expect(inventory(job.home, { times: false })).toEqual(before)
    agent.close()
  })

  test('comes back where the directory of the CLI is a link', async () => {
    const job = start()
    furnish(job.home)
    renameSync(join(job.home, '.choreo'), join(job.directory, 'dotfiles'))
    symlinkSync(join(job.directory, 'dotfiles'), join(job.home, '.choreo'))
    const before = inventory(job.directory, { times: false })
    const main = await job.main(inputs(shared))
    expect(holders(join(job.directory, 'dotfiles'), knownToken)).toHaveLength(1)
    const post = await job.post(main, inputs(shared))
    expect(post).toMatchObject({ exitCode: 0, annotations: [] })
    for (const name of ['home/.choreo', 'dotfiles/credentials.json']) {
      expect(inventory(job.directory, { times: false })[name]).toEqual(before[name])
    }
    expect(holders(job.directory, knownToken)).toEqual([])
  })

  test('is for one login at a time, also of several jobs', async () => {
    const job = start()
    furnish(job.home)
    const before = inventory(job.home, { times: false })
    const neighbour = world.start({ build: 'dist', on: job, name: 'neighbour' })
    const token = world.addAccount('of-the-neighbour')
    const main = await job.main(inputs(shared))
    for (const other of [job, neighbour]) {
      const refused = await other.main(inputs({ ...shared, token, command: 'another' }))
      expect(refused.exitCode).toBe(1)
      expect(refused.annotations).toHaveLength(1)
      expect(refused.annotations[0]?.message).toContain('one after another')
      expect(await other.post(refused, inputs({ token }))).toMatchObject({
        annotations: [],
        log: [],
      })
    }
    // One of its own is no reason to wait.
    const isolated = await neighbour.main(inputs({ token, command: 'another' }))
    expect((await neighbour.step('another whoami')).stdout).toBe('of-the-neighbour\n')
    expect((await job.step('choreo whoami')).stdout).toBe('octo\n')
    await job.post(main, inputs(shared))
    expect(inventory(job.home, { times: false })).toEqual(before)

    const next = await neighbour.main(inputs({ ...shared, token }))
    expect(next).toMatchObject({ exitCode: 0, annotations: [] })
    for (const [ended, more] of [
      [next, shared],
      [isolated, {}],
    ] as const) {
      await neighbour.post(ended, inputs({ ...more, token }))
    }
    expect(inventory(job.home, { times: false })).toEqual(before)
  })

  test('is free again after a job that was cut off', async () => {
    const job = start()
    await job.main(inputs(shared))
    job.wipeTemp()
    const main = await job.main(inputs(shared))
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    await job.post(main, inputs(shared))
    expect(readdirSync(job.home)).toEqual(['.choreo'])
  })
})
