// A session bus with or without a keyring, for one test. https://specifications.freedesktop.org/secret-service
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** `unlocked`: gnome-keyring. `locked`: the same, and nobody who could unlock it. `none`: a bus without one. */
export type Keyring = 'unlocked' | 'locked' | 'none'

export type SecretService = Awaited<ReturnType<typeof startSecretService>>

const busWithoutServices = `<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
`

/** Needs, on Debian: apt-get install --no-install-recommends dbus-daemon gnome-keyring libsecret-tools */
export async function startSecretService(keyring: Keyring) {
  // Short, because the path of a socket has a limit of 108 bytes.
  const home = mkdtempSync(join(tmpdir(), 'keyring-'))
  const configuration = join(home, 'bus.conf')
  writeFileSync(configuration, busWithoutServices)
  const options = keyring === 'none' ? [`--config-file=${configuration}`] : []
  const unlock = 'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null;'
  // It ends with its standard input, so with this process at the latest, and the bus and the keyring with it.
  const script = `${keyring === 'unlocked' ? unlock : ''} echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat`
  const child = spawn('dbus-run-session', [...options, '--', 'sh', '-c', script], {
    env: { PATH: process.env['PATH'] ?? '', HOME: home, XDG_RUNTIME_DIR: home },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  await once(child, 'spawn')
  const [address] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(40_000) })
  const env = { DBUS_SESSION_BUS_ADDRESS: String(address).trim() }
  /** Returns what the keyring holds of the CLI: attributes and secrets. */
  const search = async (): Promise<string> => {
    const args = ['search', '--all', 'service', 'choreo-cli']
    const { stdout, stderr } = await promisify(execFile)('secret-tool', args, { env })
    return stdout + stderr
  }
  return {
    /** The variables by which programs find the bus. */
    env,
    search,
    stop: async () => {
      child.stdin.end()
      await once(child, 'close')
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
