// A certificate for localhost that signs itself, made without other programs. Its form is that of RFC 5280,
// in the encoding of X.690 (DER): https://www.rfc-editor.org/rfc/rfc5280#section-4.1
import { generateKeyPairSync, sign } from 'node:crypto'

/** Returns a certificate and its key, both in PEM. It is valid for a day. */
export function makeCertificate(): { readonly cert: string; readonly key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const algorithm = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
  const commonName = sequence(oid(0x55, 0x04, 0x03), value(0x0c, 'localhost'))
  const name = sequence(value(0x31, commonName))
  const alternativeName = sequence(value(0x82, 'localhost'))
  const authority = sequence(value(0x01, [0xff]))
  const extensions = sequence(
    sequence(oid(0x55, 0x1d, 0x11), value(0x04, alternativeName)),
    sequence(oid(0x55, 0x1d, 0x13), value(0x04, authority)),
  )
  const body = sequence(
    value(0xa0, value(0x02, [2])),
    value(0x02, [1]),
    algorithm,
    name,
    sequence(time(now - 3_600_000), time(now + 86_400_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    value(0xa3, extensions),
  )
  const signature = value(0x03, [0], sign('sha256', body, privateKey))
  const certificate = sequence(body, algorithm, signature).toString('base64')
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

type Part = Buffer | string | readonly number[]

function value(tag: number, ...parts: readonly Part[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)))
  const { length } = content
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), content])
}

function sequence(...parts: readonly Part[]): Buffer {
  return value(0x30, ...parts)
}

function oid(...bytes: readonly number[]): Buffer {
  return value(0x06, bytes)
}

function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '')
  return value(0x17, `${digits.slice(2, 14)}Z`)
}
