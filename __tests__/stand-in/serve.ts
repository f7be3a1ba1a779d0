// The stand-in in a process of its own: prints its addresses as one line of JSON, and serves until it is
// killed. On Windows its newest release holds a program that Windows can start.
import { zip } from './archive.ts'
import { startServer } from './server.ts'
import { standalone } from './standalone.ts'

const standIn = await startServer()
if (process.platform === 'win32') {
  const tag = 'v1.2.33'
  const content = standalone({ cli: 'choreo', version: tag, service: standIn.service })
  const archive = zip([{ name: 'choreo.exe', content, mode: 0o755 }])
  standIn.publish({ cli: 'choreo', tag, archive: () => archive })
}
console.log(JSON.stringify({ url: standIn.url, apiUrl: standIn.apiUrl }))
