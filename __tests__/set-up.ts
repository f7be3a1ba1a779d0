// What most tests of whole jobs need: the stand-in's servers, jobs that are removed at the end, and the
// inputs of a login that works.
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import { shellCli } from './expectations.ts'
import { type Job, type JobOptions, startJob } from './runner.ts'
import type { Faults } from './stand-in/faults.ts'
import type { Account } from './stand-in/platform.ts'
import { knownToken, type StandIn, startServer } from './stand-in/server.ts'

/** A token with characters that encodings change. */
export const token = 'Zq7-first.part_9f2e-LAST-part-8x'

/** The inputs of a login that works. */
export type WorkingInputs = Record<string, string> & { readonly token: string }

/** Call it once in a test file. The stand-in's faults end with each test, jobs with the file. */
export function setUp() {
  let standIn: StandIn
  const jobs: Job[] = []
  beforeAll(async () => {
    const started = await startServer()
    standIn = { ...started, faults: guarded(started.faults) }
  })
  afterEach(() => {
    for (const fault of Object.keys(standIn.faults)) Reflect.deleteProperty(standIn.faults, fault)
  })
  afterAll(async () => {
    for (const job of jobs) job.remove()
    await standIn?.close()
  })
  const world = {
    get standIn() {
      return standIn
    },
    start: (options?: JobOptions): Job => {
      const job = startJob(options)
      jobs.push(job)
      return job
    },
    /** Starts a job whose CLI is a shell script. Returns also the inputs of a login with `token`. */
    scripted: (script: string, options?: JobOptions) => {
      const job = world.start(options)
      return { job, inputs: { token, 'cli-path': shellCli(job, script) } }
    },
    /** Returns the inputs of a login that works, with these instead of some. */
    inputs: (more: Readonly<Record<string, string>> = {}): WorkingInputs => ({
      token: knownToken,
      'github-url': world.standIn.url,
      'github-api-url': world.standIn.apiUrl,
      ...more,
    }),
    /** Makes an account. Returns the inputs of a login with its token, with these instead of some. */
    inputsOf: (account: string, more: Readonly<Record<string, string>> = {}): WorkingInputs =>
      world.inputs({ token: world.addAccount(account), ...more }),
    /** Makes an account, or replaces it, with an organization of its name. Returns its token. */
    addAccount: (name: string, more: Partial<Account> = {}): string => {
      const token = `token-of-the-account-${name.replace(/\W+/g, '-')}`
      const organizations = [{ id: name, handle: name, name }]
      world.standIn.addAccount(token, { account: name, organizations, ...more })
      return token
    },
    /** Lists the paths that were requested from the replacement of GitHub. */
    requestsToGitHub: () =>
      world.standIn.requests
        .map(({ path }) => path)
        .filter((path) => !path.startsWith('/service/')),
    /** Counts the logins that were tried with a token. */
    attemptsOf: (token: string) =>
      world.standIn.attempts.filter((one) => one.token === token).length,
    /** Counts the log-outs of a token. */
    logoutsOf: (token: string) => world.standIn.logouts.filter((one) => one === token).length,
  }
  return world
}

// A fault is met by every job that reaches the server, also by those of the tests that run at once.
function guarded(faults: Faults): Faults {
  return new Proxy(faults, {
    set: (target, name, value) => {
      const test = readFileSync(expect.getState().testPath ?? '', 'utf8')
      if (!/\.concurrent\b/.test(test)) return Reflect.set(target, name, value)
      throw new Error(
        'Tests of this file run at once, and all of them would meet this fault. ' +
          'Use the fault of an account, or a file without `test.concurrent`.',
      )
    },
  })
}
