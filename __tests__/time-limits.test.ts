// Servers that keep a job waiting. Each waits for real, so they all wait at the same time.
import { describe, expect, test } from '@jest/globals'
import { expectCleanFailure } from './leftovers.ts'
import { type Ended, type Job, startJob } from './runner.ts'
import type { Faults } from './stand-in/faults.ts'
import { knownToken, type StandIn, startServer } from './stand-in/server.ts'

type Inputs = Readonly<Record<string, string>>

function against(
  faults: Faults,
  more: Inputs,
  look: (main: Ended, job: Job, standIn: StandIn) => void,
): () => Promise<void> {
  return async () => {
    const standIn = await startServer({ faults })
    const job = startJob()
    const urls = { 'github-url': standIn.url, 'github-api-url': standIn.apiUrl }
    try {
      look(await job.main({ token: knownToken, ...urls, ...more }), job, standIn)
    } finally {
      job.remove()
      await standIn.close()
    }
  }
}

describe('a server that', () => {
  test.concurrent(
    'stops in the middle of a download is tried twice, then given up',
    against({ download: 'slow-loris' }, {}, (main, job, { requests }) => {
      expectCleanFailure(job, main, /sent nothing for 10 seconds, 2 times\. Check the network/)
      expect(requests.filter(({ path }) => path.startsWith('/objects/'))).toHaveLength(2)
      expect(main.milliseconds).toBeLessThan(26_000)
    }),
  )

  test.concurrent(
    'stops in the middle once costs ten seconds and no more',
    against({ download: { how: 'slow-loris', times: 1 } }, {}, (main) => {
      expect(main).toMatchObject({ exitCode: 0, annotations: [] })
      expect(main.milliseconds).toBeLessThan(16_000)
    }),
  )

  test.concurrent(
    'never answers a download is tried twice, then given up',
    against({ download: 'hang' }, {}, (main, job) => {
      expectCleanFailure(job, main, /sent nothing for 10 seconds, 2 times/)
    }),
  )

  test.concurrent(
    'never answers as the API is done without after twenty seconds',
    against({ api: 'hang' }, {}, (main) => {
      expect(main).toMatchObject({ exitCode: 0, outputs: { 'cli-version': 'v1.2.33' } })
      expect(main.annotations).toMatchObject([{ level: 'warning', title: 'CLI not verified' }])
      expect(main.milliseconds).toBeLessThan(26_000)
    }),
  )

  test.concurrent(
    'never answers at all is given up, with its address',
    against({ web: 'hang' }, { 'github-api-url': '' }, (main, job, { url }) => {
      expectCleanFailure(job, main, /Could not get .* sent nothing for 10 seconds, 2 times/)
      expect(main.annotations[0]?.message).toContain(`${url}/wso2/choreo-cli/releases/latest`)
    }),
  )

  test.concurrent(
    'is slow but never silent for long is waited for',
    against({ download: { bytesPerSecond: 600 } }, {}, (main) => {
      expect(main).toMatchObject({ exitCode: 0, annotations: [] })
      expect(main.milliseconds).toBeGreaterThan(10_500)
    }),
  )
})
