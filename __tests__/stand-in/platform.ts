import type { AnyRoute, Trouble } from './faults.ts'

/** What a personal access token opens. */
export type Account = {
  readonly account: string
  readonly organizations?: readonly Organization[]
  /** The status that answers every call: 401, the token is revoked; 403, it may do nothing. */
  readonly refusal?: 401 | 403
  /** What is wrong with the service for this account alone. */
  readonly fault?: Trouble<AnyRoute>
}

export type Organization = { readonly id: string; readonly handle: string; readonly name: string }

/** One call of the platform. */
export type Call = {
  readonly method: string
  /** Below the service: `/builds/1`. */
  readonly path: string
  readonly token: string
  readonly body: Body
}

/** What a call may bring; nothing in it is certain. */
export type Body = { readonly [name in 'token' | 'region' | 'name' | 'environment' | 'build']?: unknown }

export type Answer = { readonly status: number; readonly body: unknown }

export const acme: Organization = { id: '1001', handle: 'acme', name: 'Acme Inc' }

/** Returns what a platform remembers, with one project, one component and build 4000, and how it answers. */
export function platform() {
  const accounts = new Map<string, Account>()
  // Every token that asked to be logged in, whatever the answer was.
  const attempts: { readonly token: string; readonly region: string }[] = []
  // The tokens that were let in and out, and what was deployed, in order.
  const logins: string[] = []
  const logouts: string[] = []
  const deployments: Thing[] = []
  const work = workshop(deployments)

  const answer = (call: Call): Answer => {
    const route = `${call.method} ${call.path}`
    if (route === 'POST /logout') {
      logouts.push(call.token)
      return ok({})
    }
    const account = accounts.get(call.token)
    const refusal = account === undefined ? 401 : account.refusal
    if (refusal !== undefined) return { status: refusal, body: { message: 'refused' } }
    if (route === 'GET /organizations') return ok(account?.organizations ?? [acme])
    if (route !== 'POST /login') return work(call)
    logins.push(call.token)
    return ok({ account: account?.account })
  }
  return { accounts, attempts, logins, logouts, deployments, answer }
}

/** What the platform keeps. */
export type Thing = {
  readonly id: string
  readonly handle: string
  readonly name?: string
  /** Of a build or deployment: what it was made from. */
  readonly component?: unknown
  readonly status?: string
  /** Of a deployment. */
  readonly environment?: unknown
  readonly build?: unknown
}

// Projects, components, builds and deployments. A build takes minutes in reality; here it is in
// progress for two looks, so that a pipeline's waiting is tried without waiting.
function workshop(deployments: Thing[]): (call: Call) => Answer {
  const looks = new Map<string, number>()
  const builds: Thing[] = [{ id: '4000', handle: '4000', component: 'catalog', status: 'completed' }]
  const things: Readonly<Record<string, Thing[]>> = {
    projects: [{ id: '2001', handle: 'storefront', name: 'Storefront' }],
    components: [{ id: '3001', handle: 'catalog', name: 'Catalog' }],
    builds,
    deployments,
  }

  const make = (kind: string, list: Thing[], { name: component, environment, build }: Body): Answer => {
    const id = kind === 'builds' ? `${4000 + list.length}` : `${kind.slice(0, -1)}-${list.length + 1}`
    list.push({ id, handle: id, component, status: 'in_progress', environment, build })
    return ok(list.at(-1))
  }
  const now = (thing: Thing): Thing =>
    (looks.get(thing.id) ?? 0) > 2 ? { ...thing, status: 'completed' } : thing
  // Only what was built can be deployed. Without a build, it is the latest one.
  const isBuilt = (build: unknown): boolean =>
    build === undefined || builds.some((thing) => thing.id === build && now(thing).status === 'completed')

  return ({ method, path, body }) => {
    const [, kind = '', id] = path.split('/').map(decodeURIComponent)
    const list = Object.hasOwn(things, kind) ? things[kind] : undefined
    if (list === undefined) return missing
    if (kind === 'deployments' && !isBuilt(body.build)) return { status: 409, body: { message: 'not built' } }
    if (method === 'POST') return make(kind, list, body)
    if (id === undefined) return ok(list)
    const found = list.find((thing) => thing.id === id || thing.handle === id)
    if (found === undefined) return missing
    if (kind === 'builds') looks.set(found.id, (looks.get(found.id) ?? 0) + 1)
    return ok(now(found))
  }
}

const missing: Answer = { status: 404, body: { message: 'not found' } }

function ok(body: unknown): Answer {
  return { status: 200, body }
}
