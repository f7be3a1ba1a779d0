// Directories that exist until the tests of a file have ended.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

const made: string[] = []
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true })
})

/** Makes a directory with these files, each of which can be run. Returns its path. */
export function directoryWith(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'choreo-login-repository-'))
  made.push(path)
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(path, name), text, { mode: 0o755 })
  return path
}
