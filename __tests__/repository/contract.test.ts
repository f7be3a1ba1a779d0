// scripts/contract.ts, run against CLIs that keep the contract and CLIs that break it.
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { root } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { knownToken } from '../stand-in/server.ts'

const world = setUp()

function contract(cli: string, token: Readonly<Record<string, string>> = {}) {
  const { url, apiUrl } = world.standIn
  const job = world.start()
  // Other tests keep the same token in the temporary directory of this machine.
  const TMPDIR = job.directory
  const env = { CONTRACT_GITHUB_URL: url, CONTRACT_GITHUB_API_URL: apiUrl, TMPDIR, ...token }
  const script = join(root, 'scripts', 'contract.ts')
  return job.step(`'${process.execPath}' '${script}' ${cli}`, { env })
}

test.each(['choreo', 'wdp'])(
  '%s keeps the part of the contract that needs no token',
  async (cli) => {
    const { exitCode, stdout, summary } = await contract(cli)
    expect(stdout.match(/^(holds|DOES NOT HOLD): /gm)).toEqual(Array(6).fill('holds: '))
    expect(exitCode).toBe(0)
    expect(stdout).toContain(`No token is there for ${cli}: a whole login was not tried.`)
    expect(summary.match(/\| yes \|/g)).toHaveLength(6)
  },
)

test('with a token, a whole login is tried', async () => {
  const { exitCode, stdout } = await contract('choreo', { CHOREO_TOKEN: knownToken })
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/^holds: The end of the job logs out\.$/m)
  expect(stdout).toMatch(/^holds: No copy of the token is left on the machine\.$/m)
  expect(stdout).not.toContain(knownToken)
})

describe('the contract run finds that the CLI', () => {
  const inNewWords = { kind: 'says', stderr: btoa('Error: no'), exitCode: 1 } as const
  const notPacked = { archive: () => Buffer.from('no archive') }
  // The CLI runs in the session, so this is the job's directory.
  const keptElsewhere = { kind: 'ignores-home', home: '../..' } as const

  test.each([
    ['words a refusal in a new way', { fault: inNewWords }, 'The action recognizes the refusal'],
    [
      'accepts a made-up token',
      { fault: { kind: 'says', exitCode: 0 } },
      'A made-up token is refused',
    ],
    ['is released without a digest', { digest: 'none' }, 'Its release states a digest'],
    ['is packed in another way', notPacked, 'The latest release is installed on this platform'],
    ['cannot log out', { fault: { kind: 'logout-fails' } }, 'The end of the job logs out'],
    [
      'keeps its files elsewhere',
      { fault: keptElsewhere },
      'A real token logs in, without a warning',
    ],
    [
      'leaves a copy of the token',
      { fault: { kind: 'leaves-copy', path: '../../../copy' } },
      'No copy of the token is left on the machine',
    ],
    [
      'lists no organizations',
      { fault: { kind: 'no-organizations' } },
      'A later step lists organizations',
    ],
  ] as const)('%s', async (_, change, clause) => {
    world.standIn.publish({ cli: 'choreo', tag: 'v1.2.33', ...change })
    const { exitCode, stdout, summary } = await contract('choreo', { CHOREO_TOKEN: knownToken })
    expect(stdout).toMatch(new RegExp(`^DOES NOT HOLD: ${clause}\\.$`, 'm'))
    expect(exitCode).toBe(1)
    expect(summary).toContain(`| ${clause} | **no** |`)
  })
})
