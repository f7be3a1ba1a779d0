// The stand-in's servers in a process of their own, so that serving and installing do not share an event
// loop, with a release as large as a real one and a small one. Prints its addresses, and serves until it is killed.
//
// The CLI in it does what a login is documented to do, and next to nothing else: what is measured is the
// way to a login. It is padded with compiled code, that of Node, which deflates as a CLI does.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { knownToken, startServer } from '../__tests__/stand-in/server.ts'
import { tar } from '../__tests__/stand-in/tar.ts'

const login = `#!/bin/sh
case "$*" in
  'login --with-token')
    IFS= read -r token
    [ -d "$HOME/.choreo" ] || mkdir "$HOME/.choreo"
    printf '%s' "$token" >"$HOME/.choreo/credentials" ;;
  logout) rm "$HOME/.choreo/credentials" ;;
  *) exit 1 ;;
esac
exit
`
const code = readFileSync(process.execPath).subarray(0, 67_500_000)

const bytesPerSecond = Number(process.argv[2] ?? 0)
const standIn = await startServer()
const releases = {
  // As large as a real one.
  'v1.2.33': packed(Buffer.concat([Buffer.from(login), code])),
  // Takes no time to verify.
  'v1.2.32': packed(Buffer.from(login)),
}
for (const [tag, archive] of Object.entries(releases)) {
  standIn.publish({ cli: 'choreo', tag, archive: () => archive })
}
if (bytesPerSecond > 0) standIn.faults.download = { bytesPerSecond }

// Digests are computed when they are first asked for; that is not to be part of any measurement.
await (await fetch(`${standIn.apiUrl}/repos/wso2/choreo-cli/releases`)).text()
const { url, apiUrl } = standIn
console.log(JSON.stringify({ url, apiUrl, token: knownToken }))

function packed(content: Buffer): Buffer {
  return gzipSync(tar([{ name: 'choreo', mode: 0o755, content }]))
}
