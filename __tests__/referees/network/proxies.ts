// The proxies of these tests: real programs, each with its own address from which it connects.
import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, startService } from './service.ts'

export type ForwardProxy = Awaited<ReturnType<typeof startTinyproxy>>

export type Squid = Awaited<ReturnType<typeof startSquid>>

/** With characters that a URL has to encode. */
export const password = 'p@ss:word/1'

/**
 * Starts squid, which wants the password of the user `builder`.
 *
 * @param directory for its files
 * @param allowed ports to which it connects
 * @param trusted the certificate of the servers
 */
export async function startSquid(directory: string, allowed: readonly number[], trusted: string) {
  // Started by root, squid becomes another user, who writes its log there.
  chmodSync(directory, 0o777)
  const [port, inspectingPort] = [await freePort(), await freePort()]
  const authority = makeCertificate(directory, 'inspecting-proxy')
  const file = (name: string) => join(directory, name)
  const hash = execFileSync('openssl', ['passwd', '-apr1', password], { encoding: 'utf8' })
  writeFileSync(file('passwords'), `builder:${hash}`)
  const certificates = `/usr/lib/squid/security_file_certgen -s ${file('certificates')} -M 4MB`
  execFileSync('sh', ['-c', `${certificates} -c && chmod -R a+rwX ${file('certificates')}`])
  const bump = `ssl-bump generate-host-certificates=on tls-cert=${authority}`
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
http_access allow allowed users
http_access deny all
tcp_outgoing_address 127.0.0.2
access_log stdio:${file('squid.log')}
cache_log ${file('cache.log')}
pid_filename none
cache deny all
`,
  )
  // The name is the name of its shared memory, which two of a name would share.
  const args = ['-N', '-n', `choreo${port}`, '-f', file('squid.conf')]
  const login = `builder:${encodeURIComponent(password)}@127.0.0.1`
  return {
    ...(await startService('/usr/sbin/squid', args, port)),
    address: `${login}:${port}`,
    /** The address with a wrong password. */
    refused: `builder:wrong-password@127.0.0.1:${port}`,
    /** The address behind which it decrypts what it forwards. */
    inspecting: `${login}:${inspectingPort}`,
    /** The certificate authority of what it encrypts again. */
    authority,
    source: '127.0.0.2',
    requests: () => found(file('squid.log'), /(?<=\/\d{3} \d+ )(?!-)\S+ \S+/g),
  }
}

/** Starts tinyproxy, which wants no password. It forwards to the server whatever credentials it gets. */
export async function startTinyproxy(directory: string, allowed: readonly number[]) {
  const port = await freePort()
  const [log, configuration] = [join(directory, 'tinyproxy.log'), join(directory, 'tinyproxy.conf')]
  writeFileSync(
    configuration,
    `Port ${port}
Listen 127.0.0.1
Bind 127.0.0.3
LogLevel Connect
LogFile "${log}"
${allowed.map((port) => `ConnectPort ${port}\n`).join('')}`,
  )
  return {
    ...(await startService('tinyproxy', ['-d', '-c', configuration], port)),
    /** Host and port, in the other proxy after user name and password. */
    address: `127.0.0.1:${port}`,
    /** The address that it connects from. */
    source: '127.0.0.3',
    /** The methods and targets of all requests so far: `CONNECT localhost:443`. */
    requests: () => found(log, /(?<=Request .*: )\S+ \S+(?= HTTP)/g),
  }
}

function found(log: string, pattern: RegExp): string[] {
  return readFileSync(log, 'utf8').match(pattern) ?? []
}

/** Makes a certificate that signs itself, valid for a day. Returns a PEM file that holds its key too. */
export function makeCertificate(directory: string, name: string): string {
  const file = join(directory, `${name}.pem`)
  const request = [
    'req',
    '-x509',
    '-days',
    '1',
    '-nodes',
    '-newkey',
    'rsa:2048',
    '-subj',
    `/CN=${name}`,
  ]
  const more = [
    '-addext',
    'subjectAltName=DNS:localhost',
    '-addext',
    'basicConstraints=critical,CA:TRUE',
  ]
  execFileSync('openssl', [...request, ...more, '-keyout', file, '-out', file], { stdio: 'ignore' })
  // For a program that gives up root's rights before it reads the key.
  chmodSync(file, 0o644)
  return file
}
