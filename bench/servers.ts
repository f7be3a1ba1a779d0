// The stand-in in a process of its own, so that serving and installing do not share an event loop, with
// one release as large as a real one. Prints its addresses, and serves until it is killed.
import { knownToken, startServer } from '../__tests__/stand-in/server.ts'

const bytesPerSecond = Number(process.argv[2] ?? 0)
const standIn = await startServer()
standIn.publish({ cli: 'choreo', tag: 'v1.2.33', padTo: 70_000_000 })
if (bytesPerSecond > 0) standIn.faults.download = { bytesPerSecond }

// The archive is made when it is first asked for; that is not to be part of any measurement.
const release = await fetch(`${standIn.apiUrl}/repos/wso2/choreo-cli/releases/tags/v1.2.33`)
await release.text()
const { url, apiUrl } = standIn
console.log(JSON.stringify({ url, apiUrl, token: knownToken }))
