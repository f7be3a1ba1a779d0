// This repository as a commit of all that is in it now would be, changes that are not committed included,
// in a directory of its own: what workflows leave behind is never left in the checkout.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
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
    reach: ({ url, apiUrl }: StandIn): void => {
      const path = join(download, 'action.yml')
      const action = parse(readFileSync(path, 'utf8'))
      action.inputs['github-url'].default = url
      action.inputs['github-api-url'].default = apiUrl
      writeFileSync(path, stringify(action))
    },
    remove: () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }),
  }
}
