// Which proxy the environment names for a URL. Pure.
import { BlockList, isIP } from 'node:net'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'

/**
 * Returns the URL of the proxy for a URL; undefined when the connection is direct.
 *
 * @throws Error when the proxy is not an HTTP proxy, or when this Node cannot use one
 */
export function proxyFor(url: URL, { env, version }: Machine): string | undefined {
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const variable = name.toUpperCase()
  const proxy = env[name] || env[variable] || ''
  if (proxy === '' || isDirect(url, env['no_proxy'] || env['NO_PROXY'] || '')) return undefined
  // curl and the CLI treat an address without a scheme as an HTTP proxy. Node ignores it.
  const address = proxy.includes('://') ? proxy : `http://${proxy}`
  if (!/^https?:/i.test(address)) {
    throw new Error(
      `\`${variable}\` does not name an HTTP proxy. Only http and https addresses are supported`,
    )
  }
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  // https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
  if (major < 24 || (major === 24 && minor < 5)) {
    throw new Error(
      `\`${variable}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
        'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`',
    )
  }
  return address
}

// Node's own NO_PROXY covers no sub-domains of a plain name, and no networks.
function isDirect(url: URL, noProxy: string): boolean {
  const host = withoutBrackets(url.hostname)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry === '*' || covers(entry, host, port))
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry.includes('/')) return isInNetwork(entry, host)
  const [, name = '', onlyPort = port] =
    isIP(entry) === 0 ? (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []) : ['', entry]
  if (onlyPort !== port) return false
  if (isIP(host) !== 0) return isInNetwork(withoutBrackets(name), host)
  const domain = name.replace(/^\*?\./, '')
  return domain !== '' && `.${host}`.endsWith(`.${domain}`)
}

// A network such as `10.0.0.0/8`, or a single address.
function isInNetwork(network: string, host: string): boolean {
  const [address = '', bits = isIP(network) === 6 ? '128' : '32'] = network.split('/')
  const list = new BlockList()
  // Neither an address nor a network, or no address in it.
  const isInside = orUndefined(() => {
    list.addSubnet(address, bits === '' ? Number.NaN : Number(bits), familyOf(address))
    return list.check(host, familyOf(host))
  })
  return isInside ?? false
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
