// What every run of a workflow needs: the stand-in, a machine, accounts with tokens that are nowhere in
// this repository, and the look around afterwards.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, expect, jest } from '@jest/globals'
import { closed } from '../expectations.ts'
import { type StandIn, startServer } from '../stand-in/server.ts'
import { type Machine, type Run, type Start, startMachine } from './machine.ts'
import { copyRepository } from './repository.ts'

/** The line with which post closes a session. */
export const loggedOut = expect.stringMatching(closed)

/** Returns what a job printed after its last login. */
export function afterLogin({ log }: Run): readonly string[] {
  return log.slice(log.findLastIndex((line) => line.startsWith('Later steps call ')) + 1)
}

// act returns from a command that failed before it has read all that the command printed: the last lines of
// a step that fails can be missing. A secret that is found is never tried again: see `leaks`.
jest.retryTimes(2, { logErrorsBeforeRetry: true })

/** Call it once in a test file. */
export function setUp() {
  const repository = copyRepository()
  let standIn: StandIn
  let machine: Machine
  const leaks: string[] = []
  afterAll(() => {
    repository.remove()
    expect(leaks).toEqual([])
  })
  beforeEach(async () => {
    standIn = await startServer()
    repository.reach(standIn)
    machine = startMachine(repository)
  })
  afterEach(async () => {
    machine?.remove()
    await standIn?.close()
  })
  const world = {
    get standIn() {
      return standIn
    },
    get machine() {
      return machine
    },
    /** Makes an account with an organization of its name. Returns its token. */
    addAccount: (name: string): string => {
      const token = `pat-${randomUUID()}`
      standIn.addAccount(token, {
        account: name,
        organizations: [{ id: name, handle: name, name }],
      })
      return token
    },
    /** Runs a workflow, by default with the token of an account `acme`. Expects that no secret is left. */
    run: async (start: Start): Promise<Run> => {
      const { secrets = { CHOREO_TOKEN: world.addAccount('acme') } } = start
      const home = machine.homeNow()
      const ended = await machine.run({ ...start, secrets })
      const left = machine.left()
      expect(left.length).toBeGreaterThanOrEqual(Object.keys(ended.jobs).length)
      expect(left.flat()).toEqual([])
      const encoded = Object.values(secrets).map((secret) => Buffer.from(secret).toString('base64'))
      for (const form of [...Object.values(secrets), ...encoded]) {
        if (ended.printed.includes(form)) leaks.push(`printed: ${ended.printed}`)
        leaks.push(...machine.holders(form))
      }
      expect(leaks).toEqual([])
      expect(machine.homeNow()).toEqual(home)
      // Each login that went well was followed by its log-out.
      expect(standIn.logouts.toSorted()).toEqual(standIn.logins.toSorted())
      return ended
    },
    /** Runs a workflow. Expects that each of its jobs succeeds, without an annotation. */
    succeed: async (start: Start): Promise<Run> => {
      const ended = await world.run(start)
      const jobs = Object.fromEntries(
        Object.keys(start.workflow.jobs).map((job) => [job, 'success']),
      )
      expect(ended).toMatchObject({ exitCode: 0, jobs, annotations: [] })
      return ended
    },
  }
  return world
}
