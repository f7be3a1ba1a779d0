// Runs a whole job as a runner does, and prints its log: a login, a later step, post. Against the
// stand-in; with CHOREO_TOKEN set, against the real releases and the real service.
import { type Ended, startJob } from '../__tests__/runner.ts'
import { knownToken, startServer } from '../__tests__/stand-in/server.ts'

const realToken = process.env['CHOREO_TOKEN'] ?? ''
const standIn = realToken === '' ? await startServer() : undefined
const inputs: Record<string, string> =
  standIn === undefined
    ? { token: realToken }
    : { token: knownToken, 'github-url': standIn.url, 'github-api-url': standIn.apiUrl }

const realStep = 'choreo list projects'
const standInStep = `
choreo list projects
choreo create deployment greeting-service --project greetings --env Development`

const job = startJob({ build: 'dist' })
try {
  const main = await job.main(inputs)
  show('Run OWNER/choreo-login@v1', main)
  if (main.exitCode === 0) {
    const script = standIn === undefined ? realStep : standInStep
    show('Run a later step', await job.step(script))
  }
  show('Post OWNER/choreo-login@v1', await job.post(main, inputs))
  process.exitCode = main.exitCode ?? 1
} finally {
  job.remove()
  await standIn?.close()
}

function show(title: string, { log, annotations, masks, exitCode }: Ended): void {
  const hide = (text: string) =>
    masks.reduce((hidden, mask) => hidden.replaceAll(mask, '***'), text)
  console.log(`▼ ${title}`)
  for (const line of log) console.log(`    ${hide(line)}`)
  for (const { level, title, message } of annotations) {
    console.log(
      `    ${level === 'error' ? 'Error' : 'Warning'}: ${title}\n      ${hide(message).replaceAll('\n', '\n      ')}`,
    )
  }
  if (exitCode !== 0) console.log(`    The step ended with exit code ${exitCode}.`)
  console.log('')
}
