// toxiproxy: connections that are slow, stall, break or end early. https://github.com/Shopify/toxiproxy
import { tool } from '../../../scripts/tools.ts'
import { freePorts, type Service, startService } from './service.ts'

/** What is wrong with a connection; rates are in kB/s, times in milliseconds. */
export type Toxic =
  | { readonly type: 'latency'; readonly latency: number; readonly jitter: number }
  | { readonly type: 'bandwidth'; readonly rate: number }
  | { readonly type: 'slow_close'; readonly delay: number }
  | { readonly type: 'slicer'; readonly average_size: number; readonly delay: number }
  /** Nothing arrives any more; after the time, which may be 0 for never, the connection is closed. */
  | { readonly type: 'timeout'; readonly timeout: number }
  | { readonly type: 'reset_peer'; readonly timeout: number }
  /** The connection is closed after so many bytes. */
  | { readonly type: 'limit_data'; readonly bytes: number }

/** A port that leads to a server. */
export interface Link {
  /** Host and port. */
  readonly address: string
  /** Adds a toxic to what arrives from the server, also on open connections. At most one of a type. */
  add(toxic: Toxic): Promise<void>
  remove(type: Toxic['type']): Promise<void>
  /** Closes the open connections, and refuses new ones. */
  cut(): Promise<void>
}

export interface Toxiproxy extends Service {
  link(port: number): Promise<Link>
}

export async function startToxiproxy(): Promise<Toxiproxy> {
  const [port = 0] = await freePorts(1)
  const args = ['-host', '127.0.0.1', '-port', String(port)]
  const service = await startService(tool('server'), args, port)
  let links = 0
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/proxies${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`toxiproxy, ${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    ...service,
    link: async (upstreamPort) => {
      const name = `link-${++links}`
      const upstream = `127.0.0.1:${upstreamPort}`
      const made = await call('POST', '', { name, listen: '127.0.0.1:0', upstream })
      const { listen: address } = made as { readonly listen: string }
      return {
        address,
        add: async ({ type, ...attributes }) => {
          await call('POST', `/${name}/toxics`, { name: type, type, attributes })
        },
        remove: async (type) => {
          await call('DELETE', `/${name}/toxics/${type}`)
        },
        cut: async () => {
          await call('POST', `/${name}`, { enabled: false })
        },
      }
    },
  }
}
