// Whole jobs in which a stand-in replaces the CLI, GitHub's releases and Choreo.
import { type Annotation, type Ended, type Job, startJob } from '../__tests__/runner.ts'
import { knownToken, startServer } from '../__tests__/stand-in/server.ts'

/** A job: logins, and a step that runs when all of them succeeded. */
export interface Scenario {
  /** The inputs of each login. */
  readonly logins: readonly Readonly<Record<string, string>>[]
  readonly script: string
}

/** A step as a reader of the job's log sees it. */
export interface Step {
  readonly title: string
  readonly outcome: 'success' | 'failure' | 'skipped'
  readonly log: readonly string[]
  readonly annotations: readonly Annotation[]
  /** HTML; may be empty. */
  readonly summary: string
}

const script = 'choreo list projects'
const secondToken = 'stand-in-token-of-another-account'
const twoAccounts = `choreo-staging list organizations
choreo-production list organizations`

/** The jobs that can be simulated. */
export const scenarios = {
  success: { logins: [{ token: knownToken }], script },
  refused: { logins: [{ token: 'stand-in-token-that-was-revoked' }], script },
  'wrong-organization': {
    logins: [{ token: knownToken, 'expected-organization': 'globex' }],
    script,
  },
  'no-token': { logins: [{ token: '' }], script },
  'two-accounts': {
    logins: [
      { token: knownToken, command: 'choreo-staging' },
      { token: secondToken, command: 'choreo-production' },
    ],
    script: twoAccounts,
  },
} as const satisfies Readonly<Record<string, Scenario>>

/** Runs a job against the stand-in. */
export async function simulate(scenario: Scenario): Promise<readonly Step[]> {
  const standIn = await startServer()
  const globex = { id: '1002', handle: 'globex', name: 'Globex' }
  standIn.addAccount(secondToken, { account: 'hubot', organizations: [globex] })
  const urls = { 'github-url': standIn.url, 'github-api-url': standIn.apiUrl }
  const logins = scenario.logins.map((inputs) => ({ ...urls, ...inputs }))
  try {
    return await runJob({ ...scenario, logins })
  } finally {
    await standIn.close()
  }
}

/** Runs a job with the CLI and the service that its inputs name: the real ones unless they say otherwise. */
export async function runJob(scenario: Scenario): Promise<readonly Step[]> {
  const job = startJob()
  // With them messages link to their explanation.
  Object.assign(job.env, {
    GITHUB_ACTION_REPOSITORY: 'OWNER/choreo-login',
    GITHUB_ACTION_REF: 'v1',
  })
  try {
    return await runSteps(job, scenario)
  } finally {
    job.remove()
  }
}

const actionTitle = 'Run OWNER/choreo-login@v1'

async function runSteps(job: Job, { logins, script }: Scenario): Promise<readonly Step[]> {
  const steps: Step[] = []
  const posts: (() => Promise<Ended>)[] = []
  const add = async (title: string, run: () => Promise<Ended>) => {
    const isSkipped = steps.some(({ outcome }) => outcome === 'failure')
    steps.push(isSkipped ? skipped(title) : stepOf(title, await run()))
  }
  for (const inputs of logins) {
    await add(actionTitle, async () => {
      const main = await job.main(inputs)
      posts.unshift(() => job.post(main, inputs))
      return main
    })
  }
  await add(`Run ${script.split('\n')[0]}`, () => job.step(script))
  for (const post of posts) steps.push(stepOf(`Post ${actionTitle}`, await post()))
  return steps
}

function skipped(title: string): Step {
  return { title, outcome: 'skipped', log: [], annotations: [], summary: '' }
}

// The annotations are shown apart from the log.
function stepOf(title: string, { outcome, log, annotations, summary }: Ended): Step {
  const text = log.filter((line) => !/^##\[(error|warning|notice)\]/.test(line))
  return { title, outcome, log: text, annotations, summary }
}
