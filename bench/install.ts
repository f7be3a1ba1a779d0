// Installation and login by this action against the steps of WSO2's documented shell installer, pair by
// pair in one run: https://wso2.com/choreo/docs/choreo-cli/get-started-with-the-choreo-cli/
//
//   npm run bench:install [-- <pairs>]
//
// The shell's side verifies nothing, and does not even look up which version is the latest; this side
// does both. Both download the same archive from the same server in another process.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Job, startJob } from '../__tests__/runner.ts'
import { type Servers, startServers } from './servers.ts'
import { machine, median, spread, table } from './table.ts'

/** Milliseconds: the shell installer, this action on an empty tool cache, and then with a hit. */
interface Round {
  readonly shell: number
  readonly cold: number
  /** `latest`: asks GitHub's API which version that is. */
  readonly latest: number
  /** An exact version: asks nobody. */
  readonly exact: number
}

const pairs = Math.max(10, Number(process.argv[2] ?? 12))
const archive = `choreo-cli-v1.2.33-linux-${process.arch === 'arm64' ? 'arm64' : 'amd64'}.tar.gz`
const installer = `
  curl -fsSL -o "$TMPDIR/cli.tar.gz" "$URL/wso2/choreo-cli/releases/download/v1.2.33/${archive}"
  tar -xzf "$TMPDIR/cli.tar.gz" -C "$TMPDIR"
  mkdir -p "$HOME/.choreo/bin"
  mv "$TMPDIR/choreo" "$HOME/.choreo/bin/choreo"
  chmod +x "$HOME/.choreo/bin/choreo"
  echo "$TOKEN" | "$HOME/.choreo/bin/choreo" login --with-token`

for (const tool of ['curl', 'tar', 'bash']) {
  if (spawnSync(tool, ['--version']).status === 0) continue
  throw new Error(`The shell installer needs ${tool}, which is not installed here.`)
}
if (process.platform !== 'linux') throw new Error('The archive to compare is the one for Linux.')

const rows: string[][] = []
for (const [network, bytesPerSecond] of [
  ['50 MB/s', 50_000_000],
  ['unthrottled', 0],
] as const) {
  const servers = await startServers(bytesPerSecond)
  try {
    await round(servers)
    const rounds: Round[] = []
    for (let n = 0; n < pairs; n++) rounds.push(await round(servers))
    rows.push(['shell installer', network, milliseconds(rounds, 'shell'), '1', '1', '1'])
    rows.push(row('cold', network, rounds, 'cold'))
    rows.push(row('warm, `latest`', network, rounds, 'latest'))
    rows.push(row('warm, exact version', network, rounds, 'exact'))
  } finally {
    servers.process.kill()
  }
}
console.log(`${machine()}, ${pairs} pairs\n`)
console.log(table([['', 'network', 'median ms', 'ratio min', 'median', 'max'], ...rows]))

// Which side begins is left to chance: what the first one leaves warm helps the second.
async function round(servers: Servers): Promise<Round> {
  if (Math.random() < 0.5) {
    const shell = await runInstaller(servers)
    return { shell, ...(await runAction(servers)) }
  }
  const action = await runAction(servers)
  return { shell: await runInstaller(servers), ...action }
}

async function runInstaller({ url, token }: Servers): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'choreo-login-bench-'))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TMPDIR: home,
    URL: url,
    TOKEN: token,
    SKIP_KEYRING: 'true',
  }
  settle()
  const began = performance.now()
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', installer], { env, stdio: 'ignore' })
  const [exitCode] = await once(child, 'close')
  const took = performance.now() - began
  rmSync(home, { recursive: true })
  if (exitCode !== 0) throw new Error(`The shell installer ended with exit code ${exitCode}.`)
  return took
}

// What the one before has written is on the disk: nobody pays for others.
function settle(): void {
  spawnSync('sync')
}

async function runAction(servers: Servers): Promise<Omit<Round, 'shell'>> {
  const job = startJob()
  try {
    const cold = await runMain(job, servers, 'latest', 'false')
    const latest = await runMain(job, servers, 'latest', 'true')
    const exact = await runMain(job, servers, '1.2.33', 'true')
    return { cold, latest, exact }
  } finally {
    job.remove()
  }
}

async function runMain(
  job: Job,
  { url, apiUrl, token }: Servers,
  version: string,
  cacheHit: string,
): Promise<number> {
  const inputs = { token, 'cli-version': version, 'github-url': url, 'github-api-url': apiUrl }
  settle()
  const main = await job.main(inputs)
  const verified = main.log.join('\n').includes('SHA-256 verified')
  if (main.exitCode === 0 && main.outputs['cache-hit'] === cacheHit && verified) {
    return main.milliseconds
  }
  throw new Error(`The action did not do what is measured here:\n${main.stdout}${main.stderr}`)
}

function row(name: string, network: string, rounds: readonly Round[], side: keyof Round) {
  const ratios = rounds.map((round) => round[side] / round.shell)
  return [name, network, milliseconds(rounds, side), ...spread(ratios)]
}

function milliseconds(rounds: readonly Round[], side: keyof Round): string {
  return median(rounds.map((round) => round[side])).toFixed(0)
}
