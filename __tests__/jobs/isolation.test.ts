// Jobs that share a machine, a user, a home and a tool cache, and never act for each other's accounts.
// JOBS=50 runs as many at once.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { closed, endProcessesOf, expectFailure, expectLogin } from '../expectations.ts'
import { holders, type Job } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

// What people and programs keep in a home, and what a careless CLI would change.
const personal: Readonly<Record<string, string>> = {
  '.bashrc': 'export PATH="$HOME/bin:$PATH"\n',
  '.gitconfig': '[user]\n\tname = A person\n',
  '.config/choreo/config.yaml': 'region: EU\n',
  '.local/share/keyrings/login.keyring': 'a keyring\n',
  '.choreo/credentials.json': '{"token":"of-a-person"}',
  '.wdp/credentials.json': '{"token":"of-another"}',
}

function furnish({ home }: Job): void {
  for (const [name, content] of Object.entries(personal)) {
    mkdirSync(join(home, name, '..'), { recursive: true })
    writeFileSync(join(home, name), content, { mode: 0o640 })
  }
}

/** Everything in the home of a machine: names, modes, times of the last change, sizes and contents. */
function homeOf({ home }: Job): string {
  const args = ['.', '-printf', '%p %m %T@ %s\\n', '-type', 'f', '-exec', 'cat', '{}', '+']
  return execFileSync('find', args, { cwd: home, encoding: 'utf8' })
}

test.concurrent.each([
  ['nothing', ''],
  ['only at `--version`', '[ "$1" != --version ] || echo 1 > "$HOME/update-check"'],
])(
  'a login that writes nothing into its session is a warning, and is logged out: %s',
  async (_, script) => {
    const { job, inputs } = world.scripted(
      `cat >/dev/null; echo "$1" >> "$GITHUB_WORKSPACE/said"; ${script}`,
    )
    const main = await job.main(inputs)
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
    expect(main.annotations).toMatchObject([
      { level: 'warning', title: 'Choreo: Login not isolated' },
    ])
    expect(await job.post(main, inputs)).toMatchObject({ exitCode: 0, annotations: [] })
    expect((await job.step('cat said')).stdout).toBe('--version\nlogin\nlogout\n')
  },
)

test.concurrent('a login that changes a file of `--version` has written into its session', async () => {
  const { job, inputs } = world.scripted('cat >> "$HOME/config"; echo "$1" >> "$HOME/config"')
  await expectLogin(job, inputs)
})

const jobs = Number(process.env['JOBS'] ?? 12)
const fates = ['ends', 'ends', 'is refused', 'is killed in main', 'is killed in post'] as const

test(
  `${jobs} jobs at once, some of them killed, never see each other, and leave the home of the machine as it was`,
  async () => {
    const machine = world.start()
    furnish(machine)
    const before = homeOf(machine)
    expect(before).toContain('of-a-person')
    const all = Array.from({ length: jobs }, async (_, at) => {
      const job = world.start({ on: machine, name: `job-${at}` })
      const fate = fates[at % fates.length] ?? 'ends'
      const cli = at % 2 === 0 ? 'choreo' : 'wdp'
      // As long as all others: no account's name is the beginning of another one.
      const account = `account-${1000 + at}`
      const token = world.addAccount(account, fate === 'is refused' ? { refusal: 401 } : {})
      await live(job, token, account, cli, fate)
      return { job, token, fate }
    })
    for (const { job, token, fate } of await Promise.all(all)) {
      const left = holders(machine.directory, token)
      expect(left.filter((path) => !path.startsWith(job.temp))).toEqual([])
      if (!fate.startsWith('is killed')) expect(readdirSync(job.temp)).toEqual([])
      job.wipeTemp()
      expect(holders(machine.directory, token)).toEqual([])
    }
    expect(homeOf(machine)).toEqual(before)
  },
  60_000 + jobs * 5000,
)

async function live(
  job: Job,
  token: string,
  account: string,
  cli: string,
  fate: (typeof fates)[number],
) {
  const inputs = world.inputs({ token, cli })
  const pause = (longestMs: number) => sleep(Math.random() * longestMs)
  await pause(200)
  if (fate === 'is refused') {
    expect(expectFailure(await job.main(inputs), token).title).toBe('Choreo: Token refused')
    return
  }
  if (fate === 'is killed in main') {
    const { child, ended } = job.startMain(inputs)
    await pause(1000)
    child.kill('SIGKILL')
    await ended
    return endProcessesOf(job)
  }
  const main = await expectLogin(job, inputs)
  await pause(200)
  expect((await job.step(`${cli} list projects && ${cli} whoami`)).stdout).toMatch(`${account}\n`)
  await pause(200)
  const post = job.startPost(main, inputs)
  if (fate === 'is killed in post') {
    await pause(300)
    post.child.kill('SIGKILL')
    await post.ended
    return endProcessesOf(job)
  }
  const { log, ...rest } = await post.ended
  expect(rest).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(log).toEqual([expect.stringMatching(closed)])
  expect(world.logoutsOf(token)).toBe(1)
}
