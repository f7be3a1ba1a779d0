// This repository as a commit of all that is in it now would be, changes that are not committed included,
// in a directory of its own: what workflows leave behind is never left in the checkout.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../runner.ts'
import type { StandIn } from '../stand-in/server.ts'

export type Repository = ReturnType<typeof copyRepository>

export function copyRepository() {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-copy-'))
  const [checkout, download] = [join(directory, 'checkout'), join(directory, 'download')]
  mkdirSync(download)
  const env = { ...process.env, GIT_INDEX_FILE: join(directory, 'index') }
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', args, { cwd: root, env, maxBuffer: 256 * 1024 * 1024 })
  git('add', '--all')
  git('checkout-index', '--all', `--prefix=${join(checkout, '/')}`)
  const archive = git('archive', '--format=tar', git('write-tree').toString().trim())
  execFileSync('tar', ['-x', '-C', download], { input: archive })

  const places = [checkout, download].map((place) => join(place, 'action.yml'))
  const originals = places.map((place) => readFileSync(place, 'utf8'))
  return {
    /** All files, as a checkout has them. */
    checkout,
    /** What a runner downloads for `uses: OWNER/choreo-login@v1`: no more than `.gitattributes` exports. */
    download,
    /** The same as a tar file. */
    archive,
    /**
     * Makes the stand-in the default of `github-url` and `github-api-url`: workflows that leave them out,
     * as those of users do, reach it without being changed.
     */
    reach: ({ url, apiUrl }: Pick<StandIn, 'url' | 'apiUrl'>): void => {
      places.forEach((place, at) => {
        const text = originals[at]
          ?.replace('default: https://github.com\n', `default: ${url}\n`)
          .replace('default: https://api.github.com\n', `default: ${apiUrl}\n`)
        if (!text?.includes(`default: ${url}\n`) || !text.includes(`default: ${apiUrl}\n`)) {
          throw new Error('The defaults of github-url and github-api-url are not where they were.')
        }
        writeFileSync(place, text)
      })
    },
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}
