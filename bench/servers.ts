// The stand-in's servers in a process of their own, so that serving and installing do not share an event
// loop, with one release as large as a real one. Prints its addresses, and serves until it is killed.
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
const content = Buffer.concat([
  Buffer.from(login),
  readFileSync(process.execPath).subarray(0, 70_000_000),
])
const archive = gzipSync(tar([{ name: 'choreo', mode: 0o755, content }]))

const bytesPerSecond = Number(process.argv[2] ?? 0)
const standIn = await startServer()
standIn.publish({ cli: 'choreo', tag: 'v1.2.33', archive: () => archive })
if (bytesPerSecond > 0) standIn.faults.download = { bytesPerSecond }

// The digest is computed when it is first asked for; that is not to be part of any measurement.
const release = await fetch(`${standIn.apiUrl}/repos/wso2/choreo-cli/releases/tags/v1.2.33`)
await release.text()
const { url, apiUrl } = standIn
console.log(JSON.stringify({ url, apiUrl, token: knownToken, bytes: archive.length }))
