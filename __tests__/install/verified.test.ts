// Whole jobs over what GitHub's API responds with, the tool cache, and `cli-sha256`: none runs a file that was
// not compared with a digest in this very run, but with `none`.
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { assetName, type Target, targetsOf } from '../../src/cli/distributions.ts'
import { type Job, startJob } from '../runner.ts'
import { tarGz } from '../stand-in/archive.ts'
import type { Faults } from '../stand-in/faults.ts'
import { knownToken, startServer } from '../stand-in/server.ts'
import { archivesIn, sha256 } from './leftovers.ts'
import { quickIdleTimeouts, quickPauses } from './quick-clock.ts'

jest.setTimeout(240_000)

const tag = 'v3.5.0'
const [target] = targetsOf('linux', process.arch) as [Target]
const genuine = Buffer.from('#!/bin/sh\ntouch "$HOME/kept"\n')
const archive = tarGz([{ name: 'choreo', content: genuine }])
const evil = tarGz([{ name: 'choreo', content: Buffer.from('#!/bin/sh\ntouch "$RAN"\n') }])
const [right, wrong] = [sha256(archive), '0'.repeat(64)]

const api: Readonly<Record<string, Faults['api']>> = {
  401: { status: 401 },
  403: { status: 403 },
  404: { status: 404 },
  429: { status: 429 },
  500: { status: 500 },
  silent: 'hang',
  reset: 'reset',
  html: 'html',
}
const clocks: Readonly<Record<string, object>> = { silent: quickIdleTimeouts }
const digests: Readonly<Record<string, string>> = {
  'no digest': 'none',
  'other digest': `sha256:${wrong}`,
}
const pins: Readonly<Record<string, string>> = { right, wrong, two: `${wrong} ${right}` }
const cached: Readonly<Record<string, Buffer>> = {
  right: archive,
  wrong: tarGz([{ name: 'choreo', content: Buffer.from('#!/bin/sh\nexit 0\n') }]),
  half: archive.subarray(0, archive.length / 2),
  planted: evil,
}

/** Puts a file into the tool cache, as the archive of each digest that can be looked for. */
function fill(job: Job, content: Buffer, place: string): void {
  for (const digest of [right, wrong]) {
    const path = join(job.toolCache, place.replace(right.slice(0, 16), digest.slice(0, 16)))
    fs.mkdirSync(dirname(path), { recursive: true })
    fs.writeFileSync(path, content)
    fs.writeFileSync(`${dirname(path)}.complete`, '')
  }
}

const [release, pin] = ['the release v3.5.0', 'the input `cli-sha256`']
const both = `${release} and ${pin}`

test.concurrent.each<
  [api: string, cache: string, pin: string, version: string, outcome: string | RegExp]
>([
  ['ok', 'empty', 'release', tag, `downloaded, SHA-256 verified with ${release}`],
  ['ok', 'right', 'release', tag, `from the tool cache, SHA-256 verified with ${release}`],
  ['ok', 'wrong', 'release', 'latest', `downloaded, SHA-256 verified with ${release}`],
  ['ok', 'half', 'release', tag, `downloaded, SHA-256 verified with ${release}`],
  ['ok', 'planted', 'release', 'latest', `downloaded, SHA-256 verified with ${release}`],
  ['ok', 'planted', 'right', 'latest', `downloaded, SHA-256 verified with ${both}`],
  ['ok', 'right', 'two', '3.x', `from the tool cache, SHA-256 verified with ${both}`],
  ['ok', 'planted', 'wrong', 'latest', /`cli-sha256` does not name it/],
  ['ok', 'planted', 'wrong', tag, /digest is \w+, but the input `cli-sha256` states 0{64}/],
  ['ok', 'planted', 'none', 'latest', 'downloaded, not verified'],
  ['401', 'empty', 'release', tag, /could not be read.* 401/],
  ['403', 'planted', 'release', tag, /could not be read.* 403/],
  ['403', 'empty', 'right', 'latest', `downloaded, SHA-256 verified with ${pin}`],
  ['404', 'right', 'release', 'latest', /could not be read.* 404/],
  ['429', 'right', 'release', tag, /could not be read.* 429, \d times/],
  ['500', 'planted', 'release', tag, /could not be read.* 500, \d times/],
  ['500', 'right', 'right', tag, `from the tool cache, SHA-256 verified with ${pin}`],
  ['silent', 'planted', 'release', 'latest', /could not be read.*(20|45) seconds/],
  ['silent', 'planted', 'right', 'latest', `downloaded, SHA-256 verified with ${pin}`],
  ['silent', 'planted', 'none', tag, 'downloaded, not verified'],
  ['reset', 'right', 'release', tag, /could not be read.* broke off, \d times/],
  ['html', 'planted', 'release', 'latest', /could not be read.* JSON/],
  ['html', 'half', 'two', 'latest', `downloaded, SHA-256 verified with ${pin}`],
  ['no digest', 'right', 'release', tag, /`cli-version`/],
  ['no digest', 'planted', 'right', 'latest', `downloaded, SHA-256 verified with ${pin}`],
  ['other digest', 'planted', 'release', tag, /but the release v3\.5\.0 states 0{64}/],
  ['other digest', 'right', 'right', 'latest', /`cli-sha256` does not name it/],
  ['off', 'right', 'release', tag, /`github-api-url` is empty/],
  ['off', 'right', 'right', 'latest', `from the tool cache, SHA-256 verified with ${pin}`],
  ['off', 'planted', 'two', tag, `downloaded, SHA-256 verified with ${pin}`],
  ['off', 'empty', 'none', 'latest', 'downloaded, not verified'],
])(
  'API %s, tool cache %s, `cli-sha256` %s, version %s: %s',
  async (response, cache, pinned, version, outcome) => {
    const server = await startServer()
    const job = startJob()
    try {
      const digest = digests[response]
      server.publish({ cli: 'choreo', tag, archive: () => archive, ...(digest && { digest }) })
      server.faults.api = api[response]
      const { os, arch } = target
      const entry = `choreo-${os}-${arch}-${right.slice(0, 16)}`
      const place = join('choreo-login', '3.5.0', entry, assetName('choreo', tag, target))
      const content = cached[cache]
      if (content !== undefined) fill(job, content, place)
      const before = archivesIn(job)
      const inputs = {
        token: knownToken,
        'cli-version': version,
        'cli-sha256': pins[pinned] ?? pinned,
        'github-url': server.url,
        'github-api-url': response === 'off' ? '' : server.apiUrl,
        'github-token': 'of-the-job',
      }
      const clock = clocks[response] ?? quickPauses
      const main = await job.main(inputs, { env: { RAN: join(job.directory, 'ran'), ...clock } })
      expect(fs.existsSync(join(job.directory, 'ran'))).toBe(false)
      if (typeof outcome === 'string') {
        expect(main.log.join('\n')).toContain(`Choreo CLI ${tag}, ${outcome}.`)
        expect(main.exitCode).toBe(0)
        expect(fs.readFileSync(join(main.session, 'cli', 'choreo'))).toEqual(genuine)
        const hit = outcome.startsWith('from the tool cache')
        expect(main.outputs['cache-hit']).toBe(String(hit))
        const isKept = pinned !== 'none' && !hit
        if (isKept) expect(fs.readFileSync(join(job.toolCache, place))).toEqual(archive)
      } else {
        const annotations = main.annotations.filter(({ level }) => level !== 'notice')
        expect(annotations).toMatchObject([{ level: 'error', title: 'Choreo: CLI not installed' }])
        expect(annotations[0]?.message).toMatch(outcome)
        expect(fs.readdirSync(job.temp)).toEqual([])
        expect(archivesIn(job)).toEqual(before)
      }
    } finally {
      job.remove()
      await server.close()
    }
  },
)
