// Downloads an archive.
import { type NetworkError, networkError } from '../network/errors.ts'
import { get, type Network, timeLimit } from '../network/get.ts'
import type { Response } from '../network/request.ts'
import type { Archive } from './release.ts'
import { type Extraction, extractVerified } from './verify.ts'

/**
 * Downloads the first archive that exists, and extracts its executable meanwhile.
 *
 * @returns the archive, and its SHA-256 digest in hexadecimal
 * @throws Error that names the URL and what went wrong; there is no executable then
 */
export async function download(
  archives: readonly Archive[],
  extraction: Extraction,
  network: Network,
): Promise<{ readonly archive: Archive; readonly digest: string }> {
  const signal = timeLimit(600_000, network.signal)
  const options = { idleTimeoutMs: 60_000, ...network, signal }
  let missing = 'There is no archive.'
  for (const archive of archives) {
    const extract = ({ headers, body }: Response) =>
      extractVerified(body, archive.target.archive, extraction).catch((error) => {
        throw extractionError(error, headers)
      })
    try {
      return { archive, digest: await get(archive.url, options, extract) }
    } catch (error) {
      const { statusCode, message } = error as NetworkError
      if (statusCode !== 404) throw error
      missing = message
    }
  }
  throw new Error(`${missing} Check the inputs \`cli-version\` and \`github-url\`.`)
}

// Errors of the network and of the file system have other codes, and explain themselves.
function extractionError(error: NetworkError, headers: Response['headers']): Error {
  if (!error.code?.startsWith('Z_')) return error
  if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
    return new Error(
      'the server sent a web page instead of an archive. A proxy or the sign-in page of a network responded, or the input ' +
        '`github-url` does not name a mirror of GitHub',
    )
  }
  // Where no length is announced, a connection that breaks looks like the end.
  const isBounded = headers['content-length'] ?? headers['transfer-encoding']
  if (error.code === 'Z_BUF_ERROR' && isBounded === undefined) {
    return networkError('the archive ended early', { code: 'ECONNRESET' })
  }
  return new Error(
    `the archive that the server sent cannot be used: ${error.message}. Nothing of it was run or kept`,
  )
}
