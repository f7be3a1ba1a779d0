// What users read, as a whole. Review __snapshots__ like prose: other tests assert titles and outcomes only, so
// a reworded message costs one `npm test -- transcripts -u`.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { keeping } from '../expectations.ts'
import { unprivileged } from '../privileges.ts'
import { setUp } from '../set-up.ts'
import { transcriptOfJob, transcriptOfStopped } from './transcript.ts'

const world = setUp()
// Without quotes around the text.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String })

const revoked = 'a-token-that-was-revoked'

test('a job that succeeds', async () => {
  expect(await transcriptOfJob(world.start(), world.inputs())).toMatchSnapshot()
})

test('a job whose CLI is in the tool cache, with an organization and an expiry date', async () => {
  const earlier = world.start()
  await earlier.main(world.inputs())
  const job = world.start({ on: earlier, name: 'later' })
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  const inputs = world.inputs({ 'expected-organization': 'acme', 'token-expires-on': day })
  expect(await transcriptOfJob(job, inputs)).toMatchSnapshot()
})

test('a CLI that is not verified', async () => {
  const inputs = world.inputs({ 'cli-sha256': 'none', logout: 'false' })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a CLI without a digest', async () => {
  const inputs = world.inputs({ 'cli-version': 'v0.9.0' })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a token that is refused', async () => {
  expect(await transcriptOfJob(world.start(), world.inputs({ token: revoked }))).toMatchSnapshot()
})

test('two tokens that are refused', async () => {
  const inputs = world.inputs({
    token: revoked,
    'fallback-token': 'another-token-that-was-revoked',
  })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a fallback token that is accepted', async () => {
  const inputs = world.inputs({ token: revoked, 'fallback-token': world.addAccount('successor') })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a token of the wrong organization', async () => {
  const inputs = world.inputs({ 'expected-organization': 'globex' })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a job without a token', async () => {
  expect(await transcriptOfJob(world.start(), world.inputs({ token: '' }))).toMatchSnapshot()
})

test('a login that is skipped', async () => {
  const inputs = world.inputs({ token: '', 'on-missing-token': 'skip' })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('inputs that are invalid', async () => {
  const inputs = world.inputs({ region: 'DE', command: 'false', 'expected-organization': '' })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a login that the runner stops', async () => {
  const { job, inputs } = world.scripted(`${keeping}case $1 in
    --version) echo choreo version v1.2.33 ;;
    login) touch "$GITHUB_WORKSPACE/hangs"; exec sleep 60 ;;
    esac`)
  const isTime = () => existsSync(join(job.directory, 'hangs'))
  expect(await transcriptOfStopped(job, inputs, isTime)).toMatchSnapshot()
})

test('a log-out that fails', async () => {
  const { job, inputs } = world.scripted(`${keeping}case $1 in
    --version) echo choreo version v1.2.33 ;;
    logout) echo "Error: request failed: 503 Service Unavailable" >&2; exit 1 ;;
    esac`)
  expect(await transcriptOfJob(job, inputs, 'choreo --version')).toMatchSnapshot()
})

test('a session that cannot be removed', async () => {
  const job = world.start({ through: unprivileged })
  const script = 'chmod 555 "$RUNNER_TEMP"'
  expect(await transcriptOfJob(job, world.inputs(), script)).toMatchSnapshot()
})

test('a session that a later step removes', async () => {
  const script = 'rm -rf "$RUNNER_TEMP"/*'
  expect(await transcriptOfJob(world.start(), world.inputs(), script)).toMatchSnapshot()
})
