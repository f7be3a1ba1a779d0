// What users read, as a whole. Review __snapshots__ like prose: other tests assert titles and outcomes only, so
// a reworded message costs one `npm test -- transcripts -u`.
import { expect, test } from '@jest/globals'
import { keeping } from '../expectations.ts'
import { setUp } from '../set-up.ts'
import { transcriptOfJob } from './transcript.ts'

const world = setUp()
// Without quotes around the text.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String })

test('a job that succeeds', async () => {
  expect(await transcriptOfJob(world.start(), world.inputs())).toMatchSnapshot()
})

test('a token that is refused', async () => {
  const inputs = world.inputs({ token: 'a-token-that-was-revoked' })
  expect(await transcriptOfJob(world.start(), inputs)).toMatchSnapshot()
})

test('a log-out that fails', async () => {
  const { job, inputs } = world.scripted(`${keeping}case $1 in
    --version) echo choreo version v1.2.33 ;;
    logout) echo "Error: request failed: 503 Service Unavailable" >&2; exit 1 ;;
    esac`)
  expect(await transcriptOfJob(job, inputs, 'choreo --version')).toMatchSnapshot()
})
