// Each file in `examples` has promised something: here it is run to that end, as its users run it, but with
// the stand-in behind the defaults of the action.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { root } from '../runner.ts'
import type { Run, Start } from './machine.ts'
import { loggedOut, setUp } from './set-up.ts'

const world = setUp()

const promised = new Set<string>()

/** Says what an example does, in a test. `run` runs it, after a change that the test explains. */
function example(file: string, promise: string, check: (run: RunExample) => Promise<void>): void {
  promised.add(file)
  test(`${file} ${promise}`, () =>
    check((start = {}, change = (text) => text) => {
      const workflow = join(world.machine.directory, file)
      writeFileSync(workflow, change(readFileSync(join(root, 'examples', file), 'utf8')))
      return world.run({ workflow, ...start, checkout: start.checkout ?? app() })
    }))
}

type RunExample = (start?: Partial<Start>, change?: (workflow: string) => string) => Promise<Run>

/** Makes the repository of somebody who copied an example. */
function app(testScript = 'node test.js'): string {
  const directory = join(world.machine.directory, 'app')
  mkdirSync(directory, { recursive: true })
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name: 'app', private: true, scripts: { test: testScript } }),
  )
  writeFileSync(
    join(directory, 'test.js'),
    "console.log('connected: %s, at home in %s', process.env.CHOREO_CONNECTED, process.env.HOME)",
  )
  return directory
}

function secret(account = 'acme'): { readonly CHOREO_TOKEN: string } {
  return { CHOREO_TOKEN: world.addAccount(account) }
}

function deployed(): string[] {
  return world.standIn.deployments.map(({ component, environment, build }) =>
    [component, 'to', environment, ...(build === undefined ? [] : ['from', build])].join(' '),
  )
}

async function digestOf(tag: string): Promise<string> {
  const answer = await fetch(`${world.standIn.apiUrl}/repos/wso2/choreo-cli/releases/tags/${tag}`)
  const { assets } = (await answer.json()) as { assets: { name: string; digest: string }[] }
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const asset = assets.find(({ name }) => name.endsWith(`linux-${arch}.tar.gz`))
  world.standIn.clearRequests()
  return asset?.digest.replace('sha256:', '') ?? ''
}

example('smallest.yml', 'deploys, and logs out', async (run) => {
  const ended = await run({ secrets: secret() })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.slice(-2)).toEqual(['Created deployment deployment-1', loggedOut()])
  expect(deployed()).toEqual(['catalog to Development'])
})

describe('a release', () => {
  const vars = { CHOREO_ORGANIZATION: 'acme' }

  // Nobody has to wait for real: this `sleep` only writes down for how long.
  function sleepless(): { readonly bin: string; readonly slept: () => number[] } {
    const bin = join(world.machine.directory, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'sleep'), `#!/bin/sh\necho "$1" >>'${bin}/slept'\n`, { mode: 0o755 })
    const slept = () => readFileSync(join(bin, 'slept'), 'utf8').trim().split('\n').map(Number)
    return { bin, slept }
  }

  example('release.yml', 'builds, waits, and takes one build to both environments', async (run) => {
    const { bin, slept } = sleepless()
    const ended = await run({ event: 'release', secrets: secret(), vars, bin })
    expect(ended).toMatchObject({
      exitCode: 0,
      jobs: { build: 'success', development: 'success', production: 'success' },
      annotations: [],
    })
    expect(ended.log.filter((line) => line.startsWith('The build is'))).toEqual([
      'The build is in_progress.',
      'The build is in_progress.',
      'The build is success.',
    ])
    expect(slept()).toEqual([5, 10])
    expect(deployed()).toEqual([
      'catalog to Development from 4001',
      'catalog to Production from 4001',
    ])
    expect(ended.log.filter((line) => line.startsWith('Logged out, and '))).toHaveLength(3)
  })

  example(
    'release.yml',
    'shows the log of a build that fails, and deploys nothing',
    async (run) => {
      const { bin } = sleepless()
      const ended = await run({ event: 'release', secrets: secret(), vars, bin }, (workflow) =>
        workflow.replace('COMPONENT: catalog', 'COMPONENT: broken'),
      )
      expect(ended).toMatchObject({ exitCode: 1, jobs: { build: 'failure' } })
      expect(Object.values(ended.jobs)).not.toContain('success')
      expect(ended.log).toContain('building broken')
      expect(ended.annotations).toMatchObject([
        { level: 'error', title: 'Build failed', message: expect.stringContaining('build 4001') },
      ])
      expect(deployed()).toEqual([])
    },
  )

  example('release.yml', 'gives up on a build that never ends, after 21 minutes', async (run) => {
    const { bin, slept } = sleepless()
    const ended = await run({ event: 'release', secrets: secret(), vars, bin }, (workflow) =>
      workflow.replace('COMPONENT: catalog', 'COMPONENT: endless'),
    )
    expect(ended).toMatchObject({ exitCode: 1, jobs: { build: 'failure' } })
    expect(ended.annotations).toMatchObject([{ level: 'error', title: 'Build too slow' }])
    expect(slept().slice(0, 6)).toEqual([5, 10, 20, 40, 60, 60])
    expect(slept().reduce((sum, pause) => sum + pause)).toBe(21 * 60 + 15)
    expect(deployed()).toEqual([])
  })

  example('release.yml', 'builds nothing with the token of another organization', async (run) => {
    const ended = await run({ event: 'release', secrets: secret('other'), vars })
    expect(ended).toMatchObject({ exitCode: 1, jobs: { build: 'failure' } })
    expect(ended.annotations).toMatchObject([
      { level: 'error', title: 'Choreo: Wrong organization' },
    ])
    expect(ended.log.join('\n')).not.toContain('Created')
  })
})

describe('a night', () => {
  /** A chat that keeps what it is told. Its address is a secret. */
  async function chat() {
    const messages: string[] = []
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk))
      messages.push(JSON.parse(Buffer.concat(chunks).toString()).text)
      response.end('ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/${randomUUID()}`
    return { messages, url, [Symbol.dispose]: () => server.close() }
  }

  function day(fromToday: number): string {
    return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10)
  }

  example('scheduled.yml', 'deploys, and disturbs nobody', async (run) => {
    using there = await chat()
    const ended = await run({
      event: 'schedule',
      secrets: { ...secret(), CHAT_WEBHOOK: there.url },
      vars: { CHOREO_TOKEN_EXPIRES_ON: day(22) },
    })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
    expect(ended.steps.join()).not.toContain('Send a message')
    expect(there.messages).toEqual([])
  })

  example('scheduled.yml', 'warns three weeks before the token expires', async (run) => {
    const ended = await run({
      event: 'schedule',
      secrets: secret(),
      vars: { CHOREO_TOKEN_EXPIRES_ON: day(21) },
    })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' } })
    expect(ended.annotations).toMatchObject([{ level: 'warning', title: 'Choreo: Token expires' }])
  })

  example('scheduled.yml', 'goes on with the second token, and tells the chat', async (run) => {
    using there = await chat()
    const ended = await run({
      event: 'schedule',
      secrets: {
        CHOREO_TOKEN: `pat-${randomUUID()}`,
        CHOREO_TOKEN_NEXT: world.addAccount('acme'),
        CHAT_WEBHOOK: there.url,
      },
    })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success', notify: 'success' } })
    expect(ended.annotations).toMatchObject([
      { level: 'warning', title: 'Choreo: Token refused, fallback used' },
    ])
    expect(deployed()).toEqual(['catalog to Development'])
    expect(there.messages).toEqual([
      expect.stringMatching(
        /^The nightly deployment to Choreo ended in success, with the second token: renew the first one\. https:\/\/github\.com\/.*\/actions\/runs\/\d+$/,
      ),
    ])
  })

  example(
    'scheduled.yml',
    'fails when both tokens are refused, and tells the chat',
    async (run) => {
      using there = await chat()
      const ended = await run({
        event: 'schedule',
        secrets: {
          CHOREO_TOKEN: `pat-${randomUUID()}`,
          CHOREO_TOKEN_NEXT: `pat-${randomUUID()}`,
          CHAT_WEBHOOK: there.url,
        },
      })
      expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure', notify: 'success' } })
      expect(ended.annotations).toMatchObject([
        { level: 'error', title: 'Choreo: Both tokens refused' },
      ])
      expect(there.messages).toEqual([
        expect.stringContaining('The nightly deployment to Choreo ended in failure. '),
      ])
    },
  )

  example('scheduled.yml', 'says so when there is no chat to tell', async (run) => {
    const ended = await run({ event: 'schedule', secrets: { CHOREO_TOKEN: `pat-${randomUUID()}` } })
    expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure', notify: 'failure' } })
    expect(ended.log.at(-1)).toMatch(/The secret CHAT_WEBHOOK is empty\.$/)
  })
})

describe('tests', () => {
  // npm writes into the home of whoever runs it, which is not what is looked for here.
  function env(): Readonly<Record<string, string>> {
    return {
      npm_config_cache: join(world.machine.directory, 'npm'),
      npm_config_update_notifier: 'false',
    }
  }

  example('tests.yml', 'runs them connected to Choreo, in the home of the machine', async (run) => {
    const ended = await run({ secrets: secret(), env: env() })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { test: 'success' }, annotations: [] })
    expect(ended.log).toContain(`connected: 1, at home in ${world.machine.home}`)
    expect(ended.log.at(-1)).toMatch(/^Logged out/)
  })

  example('tests.yml', 'is red when one of them fails', async (run) => {
    const checkout = app('node test.js && exit 3')
    const ended = await run({ secrets: secret(), env: env(), checkout })
    expect(ended).toMatchObject({ exitCode: 1, jobs: { test: 'failure' } })
    expect(ended.log.at(-1)).toMatch(/^Logged out/)
  })
})

describe('accounts', () => {
  const vars = {
    CHOREO_ORGANIZATION_STAGING: 'staging',
    CHOREO_ORGANIZATION_PRODUCTION: 'production',
  }

  example('accounts.yml', 'compares two organizations in one job', async (run) => {
    const ended = await run({
      event: 'workflow_dispatch',
      secrets: {
        CHOREO_TOKEN_STAGING: world.addAccount('staging'),
        CHOREO_TOKEN_PRODUCTION: world.addAccount('production'),
      },
      vars,
    })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { compare: 'success' }, annotations: [] })
    expect(ended.log.slice(-3)).toEqual([
      'Logged out, and removed the session of `choreo-staging`.',
      'Both organizations have the same components.',
      loggedOut('choreo-production'),
    ])
  })

  example('accounts.yml', 'is red when the secrets were mixed up', async (run) => {
    const ended = await run({
      event: 'workflow_dispatch',
      secrets: {
        CHOREO_TOKEN_STAGING: world.addAccount('production'),
        CHOREO_TOKEN_PRODUCTION: world.addAccount('staging'),
      },
      vars,
    })
    expect(ended).toMatchObject({ exitCode: 1, jobs: { compare: 'failure' } })
    expect(ended.annotations).toMatchObject([
      { level: 'error', title: 'Choreo: Wrong organization' },
    ])
  })
})

describe('a fleet', () => {
  example('self-hosted.yml', 'deploys from many jobs at once, with one download', async (run) => {
    const secrets = secret()
    const vars = { CHOREO_CLI_SHA256: await digestOf('v1.2.33') }
    const ended = await run({ secrets, vars })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
    expect(deployed().toSorted()).toEqual([
      'catalog to Development',
      'orders to Development',
      'payments to Development',
    ])
    const count = (line: string) => ended.log.filter((one) => one === line).length
    expect(count('Logged out, and removed the session of `choreo`.')).toBe(3)
    expect(count('The report of another team comes here.')).toBe(3)

    world.standIn.clearRequests()
    const later = await run({ secrets, vars })
    expect(later.log.filter((line) => line.includes('from the tool cache'))).toHaveLength(3)
    expect(world.standIn.requests.map(({ path }) => path).join()).not.toContain('/download/')
  })

  example('self-hosted.yml', 'runs nothing that has another digest', async (run) => {
    const vars = { CHOREO_CLI_SHA256: '0'.repeat(64) }
    const ended = await run({ secrets: secret(), vars })
    expect(ended).toMatchObject({ exitCode: 1, jobs: { deploy: 'failure' } })
    expect(world.standIn.attempts).toEqual([])
  })
})

// There is no Docker here: what is left to try is all but the container.
example('container.yml', 'deploys', async (run) => {
  const ended = await run({ secrets: secret() }, (workflow) =>
    workflow.replace(/^ {4}container:\n {6}image: .*\n/m, ''),
  )
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.slice(-2)).toEqual(['Created deployment deployment-1', loggedOut()])
})

example('enterprise-server.yml', 'asks no API, and sends no token of the job', async (run) => {
  const ended = await run({
    secrets: secret(),
    vars: { CHOREO_MIRROR: world.standIn.url, CHOREO_CLI_SHA256: await digestOf('v1.2.33') },
    server: 'github.example.com',
  })
  expect(ended).toMatchObject({ exitCode: 0, jobs: { deploy: 'success' }, annotations: [] })
  expect(ended.log.join()).toContain('SHA-256 verified with')
  const downloads = world.standIn.requests.filter(({ path }) => !path.startsWith('/service/'))
  expect(downloads.map(({ path }) => path.replace(/linux-\w+/, 'linux-amd64'))).toEqual([
    '/wso2/choreo-cli/releases/download/v1.2.33/choreo-cli-v1.2.33-linux-amd64.tar.gz',
    expect.stringMatching(/^\/objects\//),
  ])
  expect(downloads.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([])
})

describe('a pull request', () => {
  function from(repository: string): object {
    return {
      pull_request: {
        number: 7,
        head: { repo: { full_name: repository } },
        base: { repo: { full_name: 'octo/app' } },
      },
    }
  }
  const event = 'pull_request'
  const notChecked = 'Not checked against Choreo; this happens after the merge.'

  example('pull-requests.yml', 'is checked when it comes from a branch', async (run) => {
    const ended = await run({ event, payload: from('octo/app'), secrets: secret() })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { check: 'success' }, annotations: [] })
    expect(ended.log.at(-2)).toMatch(/catalog/)
    expect(ended.log).not.toContain(notChecked)
  })

  example(
    'pull-requests.yml',
    'is green without a login when it comes from a fork',
    async (run) => {
      const ended = await run({ event, payload: from('stranger/app') })
      expect(ended).toMatchObject({ exitCode: 0, jobs: { check: 'success' } })
      expect(ended.log).toEqual([notChecked])
      expect(ended.annotations).toMatchObject([
        { level: 'notice', message: expect.stringContaining('comes from a fork') },
      ])
    },
  )

  example('pull-requests.yml', 'is green without a login when it is of Dependabot', async (run) => {
    const ended = await run({ event, payload: from('octo/app'), actor: 'dependabot[bot]' })
    expect(ended).toMatchObject({ exitCode: 0, jobs: { check: 'success' } })
    expect(ended.log).toEqual([notChecked])
    expect(ended.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('Dependabot started this run') },
    ])
  })
})

example(
  'wdp.yml',
  'deploys with the successor, by its own name and by the old one',
  async (run) => {
    const ended = await run({ secrets: secret() })
    expect(ended).toMatchObject({
      exitCode: 0,
      jobs: { deploy: 'success', migrate: 'success' },
      annotations: [],
    })
    expect(deployed()).toEqual(['catalog to Development', 'orders to Development'])
    expect(ended.log.filter((line) => line.includes('v1.2.32-wdp,'))).toHaveLength(2)
    expect(world.standIn.requests.map(({ path }) => path).join()).not.toContain('choreo-cli')
  },
)

test('every example has promised something, and is in the list of them', () => {
  const files = readdirSync(join(root, 'examples')).filter((file) => file !== 'README.md')
  expect(files.toSorted()).toEqual([...promised].toSorted())
  const list = readFileSync(join(root, 'examples', 'README.md'), 'utf8')
  const listed = [...list.matchAll(/\]\((.+)\)/g)].map(([, file]) => file)
  expect(listed.toSorted()).toEqual(files.toSorted())
})

test('the examples use nothing but this action, and a checkout that is pinned', () => {
  for (const file of promised) {
    const workflow = parse(readFileSync(join(root, 'examples', file), 'utf8')) as Workflow
    for (const { uses } of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
      expect(uses ?? 'OWNER/choreo-login@v1').toMatch(
        /^(OWNER\/choreo-login(\/logout)?@v1|actions\/checkout@[0-9a-f]{40})$/,
      )
    }
  }
})

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly uses?: string }[] }>>
}
