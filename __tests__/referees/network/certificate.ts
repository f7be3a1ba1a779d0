import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  /** PEM files. */
  readonly certificate: string
  readonly key: string
}

/** Makes a certificate that signs itself, valid for a day. */
export function makeCertificate(directory: string, name: string, extensions: readonly string[]): Certificate {
  const [certificate, key] = ['pem', 'key'].map((end) => join(directory, `${name}.${end}`)) as [
    string,
    string,
  ]
  const request = ['req', '-x509', '-sha256', '-days', '1', '-nodes', '-subj', `/CN=${name}`]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const files = ['-out', certificate, '-keyout', key]
  const added = extensions.flatMap((extension) => ['-addext', extension])
  execFileSync('openssl', [...request, ...curve, ...files, ...added], { stdio: 'ignore' })
  // For a program that gives up root's rights before it reads the key.
  chmodSync(key, 0o644)
  return { certificate, key }
}
