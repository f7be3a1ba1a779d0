// Gets nektos/act, which runs workflows on this machine, from the proxy of Go modules: the version named
// here, into a directory that git ignores. Where that cannot be done, it says why and fails.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../runner.ts'

const version = 'v0.2.89'
const directory = join(root, '.tools', `act-${version}`)

/** The executable, absolute; it need not be there yet. */
export const act = join(directory, process.platform === 'win32' ? 'act.exe' : 'act')

if (import.meta.main && !existsSync(act)) {
  console.log(`Building act ${version}. This takes a minute or two, once.`)
  const { error, status } = spawnSync('go', ['install', `github.com/nektos/act@${version}`], {
    env: { ...process.env, GOBIN: directory },
    stdio: 'inherit',
  })
  if (error !== undefined || status !== 0) {
    const why =
      error === undefined
        ? '`go install` failed, see above'
        : `Go could not be started (${error.message})`
    console.error(
      `The workflow tests need nektos/act ${version}: ${why}. ` +
        'Install Go 1.25 or later, and let it reach a proxy of Go modules.',
    )
    process.exit(1)
  }
}
