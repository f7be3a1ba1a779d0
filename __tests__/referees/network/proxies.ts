// The proxies of these tests: real programs, each with its own address from which it connects.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts, type Service, startService } from './service.ts'

export interface ForwardProxy extends Service {
  /** Host and port. */
  readonly address: string
  /** The address that it connects from. */
  readonly source: string
  /** The methods and targets of all requests so far: `CONNECT github.test:443`. */
  requests(): string[]
}

export interface Squid extends ForwardProxy {
  /** Host and port behind which it decrypts what it forwards. */
  readonly inspecting: string
  /** The certificate authority of what it encrypts again. */
  readonly authority: string
}

export const credentials = { user: 'builder', password: 'p@ss:word/1' } as const

/**
 * Starts squid, which wants the credentials. The host `github.test` exists for it alone.
 *
 * @param allowed ports to which it connects
 * @param trusted the certificate of the servers
 */
export async function startSquid(allowed: readonly number[], trusted: string): Promise<Squid> {
  const directory = makeDirectory()
  const [port = 0, inspectingPort = 0] = await freePorts(2)
  const authority = makeCertificate(directory, 'inspecting-proxy', ['basicConstraints=critical,CA:TRUE'])
  const file = (name: string) => join(directory, name)
  const { user, password } = credentials
  const hash = execFileSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' })
  writeFileSync(file('passwords'), `${user}:${hash}`)
  writeFileSync(file('hosts'), '127.0.0.1 localhost github.test\n')
  const certificates = `/usr/lib/squid/security_file_certgen -s ${file('certificates')} -M 4MB`
  execFileSync('sh', ['-c', `${certificates} -c && chmod -R a+rwX ${file('certificates')}`])
  const bump = `ssl-bump generate-host-certificates=on tls-cert=${authority.certificate} tls-key=${authority.key}`
  writeFileSync(
    file('squid.conf'),
    `http_port 127.0.0.1:${port}
http_port 127.0.0.1:${inspectingPort} ${bump}
ssl_bump bump all
sslcrtd_program ${certificates}
sslcrtd_children 1 startup=1
tls_outgoing_options cafile=${trusted}
auth_param basic program /usr/lib/squid/basic_ncsa_auth ${file('passwords')}
auth_param basic children 1 startup=1
acl users proxy_auth REQUIRED
acl allowed port ${allowed.join(' ')}
http_access deny !allowed
http_access allow users
http_access deny all
tcp_outgoing_address 127.0.0.2
hosts_file ${file('hosts')}
access_log stdio:${file('access.log')}
cache_log ${file('cache.log')}
pid_filename none
coredump_dir ${directory}
cache deny all
cache_mem 0
netdb_filename none
sslproxy_session_cache_size 0
pinger_enable off
`,
  )
  // The name is that of its shared memory, which two of a name would share.
  const args = ['-N', '-n', `choreo${port}`, '-f', file('squid.conf')]
  const service = await startService('/usr/sbin/squid', args, port)
  return {
    stop: () => service.stop().finally(() => rmSync(directory, { recursive: true })),
    address: `127.0.0.1:${port}`,
    inspecting: `127.0.0.1:${inspectingPort}`,
    authority: authority.certificate,
    source: '127.0.0.2',
    requests: () => found(file('access.log'), /(?<=\/\d{3} \d+ )(?!-)\S+ \S+/g),
  }
}

/**
 * Starts tinyproxy, which wants no credentials. It forwards to the server whatever credentials it gets.
 *
 * @param allowed ports to which it opens tunnels
 */
export async function startTinyproxy(allowed: readonly number[]): Promise<ForwardProxy> {
  const directory = makeDirectory()
  const [port = 0] = await freePorts(1)
  const [log, configuration] = [join(directory, 'log'), join(directory, 'tinyproxy.conf')]
  writeFileSync(
    configuration,
    `Port ${port}
Listen 127.0.0.1
Bind 127.0.0.3
Timeout 60
MaxClients 50
LogLevel Connect
LogFile "${log}"
${allowed.map((port) => `ConnectPort ${port}\n`).join('')}`,
  )
  const service = await startService('tinyproxy', ['-d', '-c', configuration], port)
  return {
    stop: () => service.stop().finally(() => rmSync(directory, { recursive: true })),
    address: `127.0.0.1:${port}`,
    source: '127.0.0.3',
    requests: () => found(log, /(?<=Request .*: )\S+ \S+(?= HTTP)/g),
  }
}

export interface Certificate {
  /** PEM files. */
  readonly certificate: string
  readonly key: string
}

/** Makes a certificate that signs itself, valid for a day. */
export function makeCertificate(directory: string, name: string, extensions: readonly string[]): Certificate {
  const [certificate, key] = [join(directory, `${name}.pem`), join(directory, `${name}.key`)]
  const request = ['req', '-x509', '-sha256', '-days', '1', '-nodes', '-subj', `/CN=${name}`]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const files = ['-out', certificate, '-keyout', key]
  const added = extensions.flatMap((extension) => ['-addext', extension])
  execFileSync('openssl', [...request, ...curve, ...files, ...added], { stdio: 'ignore' })
  // For a program that gives up root's rights before it reads the key.
  chmodSync(key, 0o644)
  return { certificate, key }
}

// Started by root, squid becomes another user, who writes its log there.
function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-proxy-'))
  chmodSync(directory, 0o777)
  return directory
}

function found(log: string, pattern: RegExp): string[] {
  return readFileSync(log, 'utf8').match(pattern) ?? []
}
