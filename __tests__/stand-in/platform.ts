/** What a personal access token opens. */
export type Account = {
  readonly account: string
  readonly organizations?: readonly Organization[]
  /** `forbidden`: the token is known, but may do nothing. */
  readonly scopes?: 'ok' | 'forbidden'
}

export type Organization = { readonly id: string; readonly handle: string; readonly name: string }

/** One call of the platform. */
export type Call = {
  readonly method: string
  /** Below the service: `/builds/1`. */
  readonly path: string
  readonly project?: string | undefined
  readonly token?: string | undefined
  readonly body: Body
}

/** What a call may bring; nothing in it is certain. */
export type Body = {
  readonly [name in
    | 'token'
    | 'region'
    | 'name'
    | 'kind'
    | 'project'
    | 'environment'
    | 'build']?: unknown
}

export type Answer = { readonly status: number; readonly body: unknown }

/** What the platform remembers; tests read it. */
export type Platform = {
  readonly accounts: Map<string, Account>
  /** Every token that asked to be logged in, with the region, whatever the answer was. */
  readonly attempts: { readonly token: string; readonly region: string }[]
  /** The tokens that were let in, in order. */
  readonly logins: string[]
  readonly logouts: string[]
  /** What was deployed, in order. */
  readonly deployments: readonly Thing[]
  /** How often each release's command line showed a fault with `times`. */
  readonly counts: Map<string, number>
  readonly answer: (call: Call) => Answer
}

export const acme: Organization = { id: '1001', handle: 'acme', name: 'Acme Inc' }

/** Returns a platform with one project, and with components of which one never builds and one builds for ever. */
export function platform(): Platform {
  const accounts = new Map<string, Account>()
  const attempts: { readonly token: string; readonly region: string }[] = []
  const logins: string[] = []
  const logouts: string[] = []
  const counts = new Map<string, number>()
  const deployments: Thing[] = []
  const work = workshop(deployments)

  const login = ({ body }: Call): Answer => {
    const token = String(body.token)
    attempts.push({ token, region: String(body.region) })
    const account = accounts.get(token)
    const refused = refusal(account)
    if (refused !== undefined) return refused
    logins.push(token)
    return ok({ account: account?.account })
  }
  const logout = ({ body }: Call): Answer => {
    logouts.push(String(body.token))
    return ok({})
  }
  const count = ({ body }: Call): Answer => {
    const key = `${body.name} ${body.kind}`
    const n = (counts.get(key) ?? 0) + 1
    counts.set(key, n)
    return ok({ n })
  }

  const answer = (call: Call): Answer => {
    const route = `${call.method} ${call.path}`
    if (route === 'POST /login') return login(call)
    if (route === 'POST /logout') return logout(call)
    if (route === 'POST /count') return count(call)
    const account = accounts.get(call.token ?? '')
    const refused = refusal(account)
    if (refused !== undefined) return refused
    if (route === 'GET /organizations') return ok(account?.organizations ?? [acme])
    return work(call)
  }
  return { accounts, attempts, logins, logouts, deployments, counts, answer }
}

function refusal(account: Account | undefined): Answer | undefined {
  if (account === undefined) return { status: 401, body: { message: 'invalid or expired' } }
  if (account.scopes === 'forbidden') return { status: 403, body: { message: 'missing scopes' } }
  return undefined
}

/** What the platform keeps. */
export type Thing = {
  readonly id: string
  readonly handle: string
  readonly name?: string
  /** Of a component: where it belongs. */
  readonly project?: unknown
  /** Of a build or deployment: what it was made from. */
  readonly component?: string
  readonly status?: string
  /** Of a deployment. */
  readonly environment?: unknown
  readonly build?: unknown
}

// Projects, components, builds and deployments. A build takes minutes in reality; here it is in
// progress for two looks, so that a pipeline's waiting is tried without waiting.
function workshop(deployments: Thing[]): (call: Call) => Answer {
  const looks = new Map<string, number>()
  const builds: Thing[] = []
  const things: Readonly<Record<string, Thing[]>> = {
    projects: [{ id: '2001', handle: 'storefront', name: 'Storefront' }],
    components: [
      { id: '3001', handle: 'catalog', name: 'Catalog', project: 'storefront' },
      { id: '3002', handle: 'broken', name: 'Broken', project: 'storefront' },
      { id: '3003', handle: 'endless', name: 'Endless', project: 'storefront' },
    ],
    builds,
    deployments,
  }

  const make = (kind: string, list: Thing[], { body }: Call): Answer => {
    const name = String(body.name)
    const number = list.length + 1
    const id = kind === 'builds' ? `${4000 + number}` : `${kind.slice(0, -1)}-${number}`
    const made =
      kind === 'builds' || kind === 'deployments'
        ? { id, handle: id, component: name, status: 'in_progress' }
        : { id, handle: name, name, ...(kind === 'components' ? { project: body.project } : {}) }
    const { environment, build } = body
    list.push(kind === 'deployments' ? { ...made, environment, build } : made)
    return ok(made)
  }
  const now = (thing: Thing): Thing => {
    if (thing.status === undefined || thing.component === 'endless') return thing
    if ((looks.get(thing.id) ?? 0) <= 2) return thing
    return { ...thing, status: thing.component === 'broken' ? 'failed' : 'completed' }
  }
  const look = (thing: Thing): Thing => {
    looks.set(thing.id, (looks.get(thing.id) ?? 0) + 1)
    return now(thing)
  }
  // Only what was built can be deployed. Without a build, it is the latest one.
  const isBuilt = ({ body: { build } }: Call): boolean =>
    build === undefined ||
    builds.some((thing) => thing.id === build && now(thing).status === 'completed')

  return (call) => {
    const [, kind = '', id, detail] = call.path.split('/').map(decodeURIComponent)
    const list = Object.hasOwn(things, kind) ? things[kind] : undefined
    if (list === undefined) return missing
    if (kind === 'deployments' && !isBuilt(call)) return notBuilt
    if (call.method === 'POST') return make(kind, list, call)
    if (id === undefined) {
      return ok(list.filter(({ project }) => !call.project || !project || project === call.project))
    }
    const found = list.find((thing) => thing.id === id || thing.handle === id)
    if (found === undefined) return missing
    if (detail !== 'logs') return ok(look(found))
    return ok({ lines: [`cloning ${found.component}`, `building ${found.component}`] })
  }
}

const missing: Answer = { status: 404, body: { message: 'not found' } }
const notBuilt: Answer = { status: 409, body: { message: 'not built' } }

function ok(body: unknown): Answer {
  return { status: 200, body }
}
