// The CLIs' own directories in the homes of this user.
import { readdirSync, statSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Lists the files in there, each with what tells that it has changed. */
export function filesOfClis() {
  const homes = new Set([homedir(), recordedHome()])
  const directories = [...homes].flatMap((home) => [join(home, '.choreo'), join(home, '.wdp')])
  return directories.flatMap(filesIn).map((path) => `${path} (${statSync(path).mtimeMs})`)
}

/** Lists the files below a directory, which need not exist. */
export function filesIn(directory) {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if (error.code === 'ENOENT') return []
    throw error
  }
}

// In a container HOME is another one than the system has on record.
function recordedHome() {
  try {
    return userInfo().homedir
  } catch {
    return homedir()
  }
}
