// Jobs that share a machine, a user, a home and a tool cache, and never act for each other's accounts.
// JOBS=50 runs as many at once.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { closed, endProcessesOf, expectFailure, expectLogin } from '../expectations.ts'
import { type Ended, holders, type Job } from '../runner.ts'
import { setUp, type WorkingInputs } from '../set-up.ts'

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

interface Member {
  readonly job: Job
  readonly cli: 'choreo' | 'wdp'
  readonly account: string
  readonly inputs: WorkingInputs
}

const pause = (longestMs: number) => sleep(Math.random() * longestMs)

/** Logs in, and lets a step see whose login it uses. */
async function logInAndWork({ job, cli, account, inputs }: Member): Promise<Ended> {
  const main = await expectLogin(job, inputs)
  await pause(200)
  const step = await job.step(`${cli} list projects && ${cli} whoami`)
  expect(step.stdout).toMatch(`${account}\n`)
  await pause(200)
  return main
}

async function endsByItself(member: Member): Promise<void> {
  const { job, inputs } = member
  const post = await job.post(await logInAndWork(member), inputs)
  expect(post).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(post.log).toEqual([expect.stringMatching(closed)])
  expect(world.logoutsOf(inputs.token)).toBe(1)
  expect(readdirSync(job.temp)).toEqual([])
}

async function isRefused({ job, account, inputs }: Member): Promise<void> {
  world.addAccount(account, { refusal: 401 })
  const { title } = expectFailure(await job.main(inputs), inputs.token)
  expect(title).toBe('Choreo: Token refused')
  expect(readdirSync(job.temp)).toEqual([])
}

async function isKilledInMain({ job, inputs }: Member): Promise<void> {
  const { child, ended } = job.startMain(inputs)
  await pause(1000)
  child.kill('SIGKILL')
  await ended
  endProcessesOf(job)
}

async function isKilledInPost(member: Member): Promise<void> {
  const { job, inputs } = member
  const { child, ended } = job.startPost(await logInAndWork(member), inputs)
  await pause(300)
  child.kill('SIGKILL')
  await ended
  endProcessesOf(job)
}

const fates = [endsByItself, endsByItself, isRefused, isKilledInMain, isKilledInPost]
const clis = ['choreo', 'wdp'] as const
const rounds = Math.ceil(Number(process.env['JOBS'] ?? 10) / (fates.length * clis.length))
const jobs = rounds * fates.length * clis.length

test(
  `${jobs} jobs at once, some of them killed, never see each other, and leave the home of the machine as it was`,
  async () => {
    const machine = world.start()
    furnish(machine)
    const before = homeOf(machine)
    expect(before).toContain('of-a-person')

    let number = 1000
    const start = async (cli: (typeof clis)[number], fate: (member: Member) => Promise<void>) => {
      // As long as all others: no account's name is the beginning of another one.
      const account = `account-${number++}`
      const job = world.start({ on: machine, name: account })
      const member = { job, cli, account, inputs: world.inputsOf(account, { cli }) }
      await pause(200)
      await fate(member)
      return member
    }
    const running = Array.from({ length: rounds }, () =>
      clis.map((cli) => fates.map((fate) => start(cli, fate))),
    )
    for (const { job, inputs } of await Promise.all(running.flat(2))) {
      // Only the job's own temporary directory may hold its token, until the runner empties it.
      const left = holders(machine.directory, inputs.token)
      expect(left.filter((path) => !path.startsWith(job.temp))).toEqual([])
      job.wipeTemp()
      expect(holders(machine.directory, inputs.token)).toEqual([])
    }
    expect(homeOf(machine)).toEqual(before)
  },
  60_000 + jobs * 6000,
)
