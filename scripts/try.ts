// Runs a whole job as a runner does, and prints its log and its summary: npm run try [-- SCENARIO]
// Without a scenario, and with CHOREO_TOKEN set, the job uses the real CLI and the real service.
import { runJob, type Step, scenarios, simulate } from './simulation.ts'
import { wrap } from './wrap.ts'

const columns = Math.min(process.stdout.columns ?? 100, 100)
const names = Object.keys(scenarios).join(', ')
const token = process.env['CHOREO_TOKEN'] ?? ''
const [name = token === '' ? 'success' : ''] = process.argv.slice(2)
const scenario = Object.entries(scenarios).find(([key]) => key === name)?.[1]

if (scenario !== undefined) {
  console.log(
    `Simulated: a stand-in replaces the CLI, GitHub's releases and Choreo. Scenario: ${name}\n` +
      `All scenarios: ${names}\n`,
  )
  show(await simulate(scenario))
} else if (name === '') {
  console.log(
    'Real: this job downloads the published CLI and logs in to Choreo with CHOREO_TOKEN.\n',
  )
  const steps = await runJob({ logins: [{ token }], script: 'choreo list projects' })
  show(steps)
  if (steps.some(({ outcome }) => outcome === 'failure')) process.exitCode = 1
} else {
  console.error(`There is no scenario "${name}". Use one of: ${names}`)
  process.exitCode = 1
}

function show(steps: readonly Step[]): void {
  const marks = { success: '✓', failure: '✗', skipped: '⊘' }
  for (const { title, outcome, log, annotations } of steps) {
    console.log(`${marks[outcome]} ${title}${outcome === 'skipped' ? ' (skipped)' : ''}`)
    for (const line of log) print(line)
    for (const { level, title, message } of annotations) {
      print(`${level.toUpperCase()} ${title}\n${message}`)
    }
    console.log('')
  }
  console.log('Job summary')
  const summaries = steps.map(({ summary }) => textOf(summary))
  print(summaries.filter((text) => text !== '').join('\n\n'))
}

function print(text: string): void {
  for (const line of wrap(text, columns - 4)) console.log(`    ${line}`.trimEnd())
}

/** Returns the text of a summary, with a line for each row of its table. */
function textOf(html: string): string {
  return html
    .replaceAll('</td><td>', ': ')
    .replaceAll('</tr>', '\n')
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, '$2: $1')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/\n{2,}/g, '\n')
    .trim()
}
