// Downloads an archive.
import type { NetworkError } from '../network/errors.ts'
import { networkError } from '../network/errors.ts'
import { get, type Network, timeLimit } from '../network/get.ts'
import type { Response } from '../network/request.ts'
import { maxBytes, truncatedCode } from './archive.ts'
import type { Archive } from './release.ts'
import { type Extraction, extractVerified, type Verified } from './verify.ts'

/**
 * Downloads the first archive that exists, and extracts its executable meanwhile.
 *
 * @throws Error that names the URL and what went wrong; there is no executable then
 */
export async function download(
  [archive, ...others]: readonly Archive[],
  extraction: Extraction,
  network: Network,
): Promise<Verified & { readonly archive: Archive }> {
  if (archive === undefined) throw new Error('There is no archive to download.')
  const options = { idleTimeoutMs: 60_000, ...network, limit: timeLimit(600_000), maxBytes }
  const read = async (response: Response) => {
    refuseWebPage(response)
    const { archive: format } = archive.target
    const verified = await extractVerified(response.body, format, extraction).catch((error) =>
      explainArchive(error, response),
    )
    return { ...verified, archive }
  }
  try {
    return await get(archive.url, options, read)
  } catch (error) {
    if ((error as NetworkError).statusCode !== 404) throw error
    if (others.length > 0) return download(others, extraction, network)
    const hint = 'Check the inputs `cli-version` and `github-url`.'
    throw new Error(`${(error as Error).message} ${hint}`, { cause: error })
  }
}

function refuseWebPage({ headers }: Response): void {
  if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
    throw new Error(
      'the server sent a web page instead of an archive. A proxy or the sign-in page of a network responded, or the input ' +
        '`github-url` does not name a mirror of GitHub',
    )
  }
}

// Errors of the network and of the file system have other codes, and explain themselves.
function explainArchive(error: NetworkError, { headers }: Response): never {
  const isCut = error.code === truncatedCode || error.code === 'Z_BUF_ERROR'
  if (error.code !== undefined && !isCut && !error.code.startsWith('Z_')) throw error
  // Where no length is announced, a connection that breaks looks like the end.
  const isBounded = headers['content-length'] ?? headers['transfer-encoding']
  if (isCut && isBounded === undefined) {
    throw networkError('the archive ended early', { code: 'ECONNRESET' })
  }
  throw new Error(
    `what the server sent is not a usable archive: ${error.message}. Nothing of it was kept`,
  )
}
