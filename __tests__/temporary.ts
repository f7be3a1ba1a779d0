// One directory for everything that the tests of a run make. It goes at the end, also where no test of a
// file ran (`npm test -- -t NAME`): jest then calls none of the file's hooks.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Makes the directory, and names it in TMPDIR, which the workers inherit. */
export default function setUpTemporaryDirectory(): void {
  const directory = mkdtempSync(join(tmpdir(), 'choreo-login-tests-'))
  // Some tests run as another user.
  chmodSync(directory, 0o755)
  process.env['TMPDIR'] = directory
  process.once('exit', () => {
    // Only root can remove what is in a read-only directory.
    spawnSync('chmod', ['-R', 'u+rwX', directory])
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 })
  })
}
