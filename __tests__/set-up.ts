// What most tests need: the stand-in's servers, jobs that are removed after each test, and the inputs
// of a login that works.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from '@jest/globals'
import { type Job, type JobOptions, startJob } from './runner.ts'
import { executable, type Fault } from './stand-in/executable.ts'
import { knownToken, type StandIn, startServer } from './stand-in/server.ts'

export interface World {
  readonly standIn: StandIn
  start(options?: JobOptions): Job
  /** The inputs of a login that works, with these instead of some. */
  inputs(more?: Readonly<Record<string, string>>): Record<string, string>
  /** Makes an account with an organization of its name. Returns its token. */
  addAccount(name: string): string
  /** How often a token was logged out. */
  logoutsOf(token: string): number
  /** Writes a CLI outside of all that the runner empties. Returns its path. */
  cliOf(job: Job, fault?: Fault): string
}

/** Call it once in a test file. */
export function setUp(): World {
  let standIn: StandIn | undefined
  let jobs: Job[] = []
  beforeAll(async () => {
    standIn = await startServer()
  })
  afterEach(() => {
    for (const job of jobs) job.remove()
    jobs = []
    if (standIn !== undefined) {
      for (const fault of Object.keys(standIn.faults)) Reflect.deleteProperty(standIn.faults, fault)
    }
  })
  afterAll(() => standIn?.close())
  const world: World = {
    get standIn() {
      if (standIn === undefined) throw new Error('The servers start with the first test.')
      return standIn
    },
    start: (options) => {
      const job = startJob(options)
      jobs.push(job)
      return job
    },
    inputs: (more) => ({
      token: knownToken,
      'github-url': world.standIn.url,
      'github-api-url': world.standIn.apiUrl,
      ...more,
    }),
    addAccount: (name) => {
      const token = `token-of-the-account-${name}`
      const organizations = [{ id: name, handle: name, name }]
      world.standIn.addAccount(token, { account: name, organizations })
      return token
    },
    logoutsOf: (token) => world.standIn.logouts.filter((one) => one === token).length,
    cliOf: (job, fault) => {
      const path = join(job.directory, 'choreo')
      const { service } = world.standIn
      const program = { cli: 'choreo', version: 'v1.2.33', service, fault } as const
      writeFileSync(path, executable(program), { mode: 0o755 })
      return path
    },
  }
  return world
}
