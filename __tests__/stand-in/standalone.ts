// The command line joined with Node into one program, for a system that starts no scripts.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Settings, source } from './executable.ts'

/**
 * Returns the program. It needs postject, which `npm ci --prefix __tests__/windows --force` installs.
 *
 * @param node the Node to join it with: this one, or one for another system
 * @param maker a Node of the very same version that runs here: no other's blob can be read
 */
export function standalone(
  settings: Settings,
  node = process.execPath,
  maker = process.execPath,
): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-standalone-'))
  const file = (name: string) => join(directory, name)
  const [main, configuration, output] = [file('main.cjs'), file('sea.json'), file('blob')]
  const program = file('program.exe')
  writeFileSync(main, source(settings))
  writeFileSync(
    configuration,
    JSON.stringify({ main, output, disableExperimentalSEAWarning: true }),
  )
  execFileSync(maker, ['--experimental-sea-config', configuration], { stdio: 'ignore' })
  copyFileSync(node, program)
  chmodSync(program, 0o755)
  const windows = join(import.meta.dirname, '..', 'windows', 'package.json')
  const postject = createRequire(windows).resolve('postject/dist/cli.js')
  const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'
  const args = [postject, program, 'NODE_SEA_BLOB', output, '--sentinel-fuse', fuse]
  execFileSync(process.execPath, args, { stdio: 'ignore' })
  const bytes = readFileSync(program)
  rmSync(directory, { recursive: true })
  return bytes
}
