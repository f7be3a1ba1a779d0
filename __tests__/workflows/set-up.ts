// What every run of a workflow needs: the stand-in, a machine, accounts with tokens that are nowhere in
// this repository, and the look around afterwards.
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import { type StandIn, startServer } from '../stand-in/server.ts'
import { type Machine, type Run, type Start, startMachine } from './machine.ts'
import { copyRepository, type Repository } from './repository.ts'

export interface World {
  readonly standIn: StandIn
  readonly machine: Machine
  readonly repository: Repository
  /**
   * Makes an account with an organization of the same name.
   *
   * @returns its token
   */
  addAccount(name: string): string
  /** Runs a workflow, and expects that nothing of any token is left, whatever the run ended in. */
  run(start: Omit<Start, 'download'>): Promise<Run>
}

/** Call it once in a test file. */
export function setUp(): World {
  let repository: Repository
  let standIn: StandIn
  let machine: Machine
  let tokens: string[] = []
  beforeAll(() => {
    repository = copyRepository()
  })
  afterAll(() => repository?.remove())
  beforeEach(async () => {
    standIn = await startServer()
    repository.reach(standIn)
    machine = startMachine()
    tokens = []
  })
  afterEach(async () => {
    machine?.remove()
    await standIn?.close()
  })
  return {
    get standIn() {
      return standIn
    },
    get machine() {
      return machine
    },
    get repository() {
      return repository
    },
    addAccount: (name) => {
      const token = `pat-${randomUUID()}`
      tokens.push(token)
      const organizations = [{ id: `id-of-${name}`, handle: name, name: `The ${name}` }]
      standIn.addAccount(token, { account: name, organizations })
      return token
    },
    run: async (start) => {
      const home = machine.homeNow()
      const ended = await machine.run({ ...start, download: repository.download })
      expectNothingLeft(ended, Object.values(start.secrets ?? {}))
      expect(machine.homeNow()).toEqual(home)
      // Each login that went well was followed by its log-out.
      expect(standIn.logouts.toSorted()).toEqual(standIn.logins.toSorted())
      return ended
    },
  }

  function expectNothingLeft(ended: Run, secrets: readonly string[]): void {
    const left = machine.left()
    expect(left.length).toBeGreaterThanOrEqual(Object.keys(ended.jobs).length)
    expect(left.flat()).toEqual([])
    for (const secret of [...tokens, ...secrets]) {
      const forms = [secret, Buffer.from(secret).toString('base64')]
      for (const form of forms) {
        expect(ended.printed).not.toContain(form)
        expect(machine.holders(form)).toEqual([])
      }
    }
  }
}

/** Matches the last line of a job that has logged out. */
export function loggedOut(command = 'choreo'): unknown {
  const line = `^Logged out, and removed the session of \`${command}\`; token not found, \\d+ files? searched\\.$`
  return expect.stringMatching(line)
}

/** The lines of a log but for the ones that a login prints. */
export function withoutLogin(log: readonly string[]): readonly string[] {
  const login =
    /^(Downloading |.* CLI v[\w.-]+, |Logging in |✓ |Later steps call |The session was removed)/
  return log.filter((line) => !login.test(line))
}
