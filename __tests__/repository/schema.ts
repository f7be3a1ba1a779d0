import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../runner.ts'

/** Runs scripts/schema.ts on files with these names and contents. The names in its output are relative. */
export function checkSchema(files: readonly (readonly [name: string, content: string])[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'choreo-login-schema-'))
  for (const [name, content] of files) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), content)
  }
  const args = [join(root, 'scripts', 'schema.ts'), ...files.map(([name]) => name)]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  rmSync(cwd, { recursive: true })
  return { status, stderr }
}
