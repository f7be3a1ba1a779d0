import type { Trouble } from './faults.ts'

/** What a personal access token opens. */
export type Account = {
  readonly account: string
  readonly organizations: readonly (typeof acme)[]
  /** The token is revoked: every call but a log-out is refused. */
  readonly refusal?: 401
  /** What is wrong with the service for this account alone. */
  readonly fault?: Trouble
}

/** One call of the platform. */
export type Call = {
  /** The method, and the path below the service: `GET /builds/4000`. */
  readonly route: string
  readonly token: string
  readonly body: Readonly<Record<string, string>>
}

export const acme = { id: '1001', handle: 'acme', name: 'Acme Inc' }

/** Returns what a platform remembers, and how it answers. */
export function startPlatform() {
  const accounts = new Map<string, Account>()
  // Every token that asked to be logged in, whatever the answer was.
  const attempts: { readonly token: string; readonly region: string | undefined }[] = []
  // The tokens that were let in and out, in order.
  const logins: string[] = []
  const logouts: string[] = []
  const { deployments, work } = startWorkshop()

  /** Returns the status of a refusal, or what was found or made. */
  const answer = (call: Call): number | object => {
    const { route, token } = call
    if (route === 'POST /logout') {
      logouts.push(token)
      return {}
    }
    const account = accounts.get(token)
    if (account === undefined || account.refusal !== undefined) return 401
    if (route === 'GET /organizations') return account.organizations
    if (route !== 'POST /login') return work(call)
    logins.push(token)
    return { account: account.account }
  }
  return { accounts, attempts, logins, logouts, deployments, answer }
}

// One project, one component, and builds from 4000 on. A build takes minutes in reality; here it is in
// progress for two looks, so that a pipeline's waiting is tried without waiting.
function startWorkshop() {
  const project = { id: '2001', handle: 'storefront', name: 'Storefront' }
  const component = { id: '3001', handle: 'catalog', name: 'Catalog' }
  const deployments: string[] = []
  const looks = new Map([['4000', 3]])
  const build = (id: string) => ({
    id,
    status: (looks.get(id) ?? 0) > 2 ? 'completed' : 'in_progress',
  })

  const work = ({ route, body }: Call): number | object => {
    if (route === 'GET /projects') return [project]
    if (route === 'GET /components') return [component]
    if (route === 'GET /components/catalog') return component
    if (route === 'POST /builds') {
      const id = `${4000 + looks.size}`
      looks.set(id, 0)
      return build(id)
    }
    if (route === 'POST /deployments') {
      const { name, environment, build: id } = body
      // Only what was built can be deployed. Without a build, it is the latest one.
      if (id !== undefined && build(id).status !== 'completed') return 409
      return { id: `deployment-${deployments.push(`${name} to ${environment} from ${id}`)}` }
    }
    const id = route.replace('GET /builds/', '')
    const before = looks.get(id)
    if (before === undefined) return 404
    looks.set(id, before + 1)
    return build(id)
  }
  return { deployments, work }
}
