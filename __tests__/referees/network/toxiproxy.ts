// toxiproxy: connections that are slow, stall, break or end early. https://github.com/Shopify/toxiproxy
import { tool } from '../../../scripts/tools.ts'
import { freePort, startService } from './service.ts'

/** See https://github.com/Shopify/toxiproxy#toxics. Rates are in kB/s, times in milliseconds. */
export type Toxic = { readonly type: string } & Readonly<Record<string, string | number>>

export type Toxiproxy = Awaited<ReturnType<typeof startToxiproxy>>

/** A port that leads to a server. */
export type Link = Awaited<ReturnType<Toxiproxy['link']>>

export async function startToxiproxy() {
  const port = await freePort()
  const service = await startService(
    tool('server'),
    ['-host', '127.0.0.1', '-port', `${port}`],
    port,
  )
  const call = async (method: string, path: string, body?: object): Promise<string> => {
    const url = `http://127.0.0.1:${port}/proxies${path}`
    const response = await fetch(url, { method, body: JSON.stringify(body) })
    const text = await response.text()
    if (!response.ok) throw new Error(`toxiproxy, ${method} ${path}: ${text}`)
    return text
  }
  let links = 0
  return {
    ...service,
    link: async (upstreamPort: number) => {
      const name = `link-${++links}`
      const upstream = `127.0.0.1:${upstreamPort}`
      const { listen } = JSON.parse(
        await call('POST', '', { name, listen: `127.0.0.1:${await freePort()}`, upstream }),
      )
      return {
        /** Host and port. */
        address: String(listen),
        /** Adds a toxic to what arrives from the server, also on open connections. At most one of a type. */
        add: ({ type, ...attributes }: Toxic) =>
          call('POST', `/${name}/toxics`, { name: type, type, attributes }),
        remove: ({ type }: Toxic) => call('DELETE', `/${name}/toxics/${type}`),
        /** Closes the open connections, and refuses new ones. */
        cut: () => call('POST', `/${name}`, { enabled: false }),
      }
    },
  }
}
