// Whole runs as text: what a user sees of a job, the same on each machine and at any time.
import { until } from '../expectations.ts'
import type { Annotation, Ended, Job } from '../runner.ts'

/** A step that has ended, with its title in the log. */
export type Step = readonly [title: string, Ended]

const uses = 'Run OWNER/choreo-login@v1'

/** Runs main, a later step unless there is no login, and post. Returns what a user sees. */
export async function transcriptOfJob(
  job: Job,
  inputs: Readonly<Record<string, string>>,
  script = 'choreo list projects',
): Promise<string> {
  const env = linking
  const main = await job.main(inputs, { env })
  const steps: Step[] = [[uses, main]]
  if (main.outputs['authenticated'] === 'true') {
    steps.push([`Run ${script}`, await job.step(script)])
  }
  steps.push([`Post ${uses}`, await job.post(main, inputs, { env })])
  return transcriptOf(job, steps)
}

/** Runs main, which is stopped as soon as a condition holds, and post. Returns what a user sees. */
export async function transcriptOfStopped(
  job: Job,
  inputs: Readonly<Record<string, string>>,
  isTime: () => boolean,
): Promise<string> {
  const env = linking
  const { child, ended } = job.startMain(inputs, { env })
  await until(isTime)
  child.kill('SIGINT')
  const main = await ended
  return transcriptOf(job, [
    [uses, main],
    [`Post ${uses}`, await job.post(main, inputs, { env })],
  ])
}

/** With these variables messages link to their explanation, as on github.com. */
export const linking = {
  GITHUB_ACTION_REPOSITORY: 'OWNER/choreo-login',
  GITHUB_ACTION_REF: 'v1',
}

/** Returns what a user sees of steps: log, annotations and job summary. */
export function transcriptOf(job: Job, steps: readonly Step[]): string {
  const parts = steps.flatMap(([title, ended]) => [
    `▼ ${title} (${ended.outcome})`,
    ...ended.log.filter((line) => !isAnnotation.test(line)),
    ...ended.annotations.flatMap(linesOf),
    ...summaryOf(ended),
    '',
  ])
  return normalized(parts.join('\n'), job).trimEnd()
}

// Annotations follow with their titles, which the log does not show.
const isAnnotation = /^##\[(error|warning|notice)\]/

function linesOf({ level, title, message }: Annotation): string[] {
  return ['', `[${level}] ${title}`, ...message.split('\n').map((line) => `  ${line}`)]
}

// As a browser shows it.
function summaryOf({ summary }: Ended): string[] {
  if (summary === '') return []
  const text = summary
    .replace(/<h3>(.*?)<\/h3>/g, '### $1\n')
    .replace(/<tr><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/gs, '| $1 | $2 |\n')
    .replace(/<\/?table>/g, '')
    .replace(/<a href="(.*?)">(.*?)<\/a>/g, '[$2]($1)')
    .replaceAll('<br>', '\n  ')
    .replace(/&(amp|lt|gt|quot|apos);/g, (entity) => signs[entity] ?? entity)
  return ['', 'Job summary:', ...text.split('\n').filter((line) => line !== '')]
}

// The only ones that the runner's masks know.
const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Replaces what differs from run to run. */
function normalized(text: string, job: Job): string {
  return text
    .replaceAll(job.temp, '$RUNNER_TEMP')
    .replaceAll(job.toolCache, '$RUNNER_TOOL_CACHE')
    .replaceAll(job.home, '$HOME')
    .replaceAll(job.directory, '$GITHUB_WORKSPACE')
    .replaceAll(process.version, '<Node version>')
    .replace(/choreo-session-\w+/g, 'choreo-session-<random>')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://<stand-in>')
    .replace(/linux-(amd64|arm64)/g, 'linux-<architecture>')
    .replace(/\b[0-9a-f]{64}\b/g, '<SHA-256>')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '<date>')
    .replace(/\b\d+(\.\d+)? s\b/g, '<time> s')
}
