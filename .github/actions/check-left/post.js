// Fails when the login has left a session, a file in a home, or the token anywhere near.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, filesOfClis } from './files.js'

const temp = process.env.RUNNER_TEMP
const token = process.env.INPUT_TOKEN ?? ''
const before = new Set(JSON.parse(process.env.STATE_before))

const sessions = readdirSync(temp)
  .filter((name) => name.startsWith('choreo-session-'))
  .map((name) => `the session ${join(temp, name)}`)
const files = filesOfClis()
  .filter((file) => !before.has(file))
  .map((file) => `the file ${file}`)
const holders =
  token === ''
    ? []
    : filesIn(temp)
        .filter(holdsToken)
        .map((path) => `the token in ${path}`)

const left = [...sessions, ...files, ...holders]
for (const what of left)
  console.log(`::error title=Something is left::After the log-out there is ${what}.`)
if (left.length > 0) process.exitCode = 1
else console.log('Nothing of the login is left.')

function holdsToken(path) {
  const forms = [token, Buffer.from(token).toString('base64').replace(/=+$/, '')]
  const content = readFileSync(path)
  return forms.some((form) => content.includes(form))
}
