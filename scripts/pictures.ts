// Draws docs/log-*.svg and writes the job summary into docs/how-it-works.md, from jobs that run against the stand-in.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation } from '../__tests__/runner.ts'
import { withSection } from './readme.ts'
import { type Step, scenarios, simulate } from './simulation.ts'
import { wrap } from './wrap.ts'

/** The pictures of the README. */
export interface Pictures {
  /** SVG by path, relative to the root of the repository. */
  readonly files: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
}

/** Runs a job that succeeds and one that fails, and draws their logs. The result is the same on every machine. */
export async function draw(): Promise<Pictures> {
  const [success, refused] = await Promise.all([
    simulate(scenarios.success),
    simulate(scenarios.refused),
  ])
  return {
    files: {
      'docs/log-success.svg': svg(rowsOf('The login succeeds', success)),
      'docs/log-refused.svg': svg(rowsOf('Choreo refuses the token', refused)),
    },
    summary: quoted(success.map(({ summary }) => summary).join('')),
  }
}

// Two of them fit beside each other into a README on github.com, about 830 pixels wide. Where there is less room,
// the second one moves below the first.
const width = 410
const columns = 50
const lineHeight = 18

/** A part of a picture, as high as it is here, and drawn from its upper left corner. Units are pixels. */
interface Row {
  readonly height: number
  readonly svg: string
}

function rowsOf(title: string, steps: readonly Step[]): readonly Row[] {
  const hasFailed = steps.some(({ outcome }) => outcome === 'failure')
  const annotations = steps.flatMap((step) => step.annotations)
  return [
    titleRow(title, hasFailed ? 'failure' : 'success'),
    ...steps.map(stepRow),
    ...annotations.map(annotationRow),
  ]
}

function titleRow(title: string, outcome: Step['outcome']): Row {
  const bar = `<path class="bar" d="M.5 40.5v-34a6 6 0 0 1 6-6h397a6 6 0 0 1 6 6v34z"/>`
  return { height: 47, svg: bar + icon(outcome, 20, 20.5) + text('strong', 36, 25, title) }
}

function stepRow({ title, outcome, log }: Step): Row {
  const lines = log.flatMap((line) => wrap(line, columns))
  const head = icon(outcome, 20, 13) + text(outcome, 36, 17.5, title)
  return { height: 32 + lines.length * lineHeight, svg: head + block(36, 40, lines) }
}

function annotationRow({ title, message }: Annotation): Row {
  const lines = wrap(message, columns)
  const height = 44 + lines.length * lineHeight
  const box = `<rect class="box" x="10.5" y="6.5" width="${width - 21}" height="${height}" rx="6"/>`
  const head = icon('failure', 28, 25) + text('strong', 44, 29.5, title)
  return { height: height + 10, svg: box + head + block(20, 54, lines) }
}

const shapes = {
  success: '<path d="M-3 .2-.8 2.4 3.2-2"/>',
  failure: '<path d="M-2.4-2.4 2.4 2.4M-2.4 2.4 2.4-2.4"/>',
  skipped: '<path d="M-4 4 4-4"/>',
}

function icon(outcome: Step['outcome'], x: number, y: number): string {
  const drawn = `<circle r="7"/>${shapes[outcome]}`
  return `<g class="icon ${outcome}" transform="translate(${x} ${y})">${drawn}</g>`
}

function block(x: number, y: number, lines: readonly string[]): string {
  return lines.map((line, at) => text('line', x, y + at * lineHeight, line)).join('')
}

function text(style: string, x: number, y: number, content: string): string {
  return `<text class="${style}" x="${x}" y="${y}">${escaped(content)}</text>`
}

// SVG shows several spaces as one.
function escaped(content: string): string {
  const spaced = content.replace(/ {2,}/g, (spaces) => '\u00a0'.repeat(spaces.length))
  return spaced.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

// The colors of GitHub's themes. An image knows the theme of the system alone, so the background is opaque.
const style = `
svg { --back: #fff; --bar: #f6f8fa; --edge: #d1d9e0; --text: #1f2328; --muted: #59636e; --green: #1a7f37; --red: #d1242f; --box: #ffebe9; }
@media (prefers-color-scheme: dark) {
  svg { --back: #0d1117; --bar: #151b23; --edge: #3d444d; --text: #f0f6fc; --muted: #9198a1; --green: #238636; --red: #da3633; --box: #2b151a; }
}
.back { fill: var(--back); stroke: var(--edge); }
.bar { fill: var(--bar); stroke: var(--edge); }
.box { fill: var(--box); stroke: var(--red); stroke-opacity: .4; }
text { fill: var(--text); font: 13px -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.line { font: 12px ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
.strong { font-weight: 600; }
text.skipped { fill: var(--muted); }
.icon path { fill: none; stroke: #fff; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.success circle { fill: var(--green); }
.failure circle { fill: var(--red); }
.skipped circle { fill: none; stroke: var(--muted); stroke-width: 1.4; }
.icon.skipped path { stroke: var(--muted); }
`

// The margin keeps pictures apart where one is below the other.
const [padding, margin] = [8, 10]

function svg(rows: readonly Row[]): string {
  let bottom = 0
  const placed = rows.map((row) => {
    const open = `<g transform="translate(0 ${bottom})">`
    bottom += row.height
    return `${open}${row.svg.replaceAll('<text', '\n<text')}</g>`
  })
  bottom += padding
  const height = bottom + margin
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>${style}</style>
<rect class="back" x=".5" y=".5" width="${width - 1}" height="${bottom - 1}" rx="6"/>
${placed.join('\n')}
</svg>
`
}

/** Returns HTML as a quotation of Markdown, with a line for each row of its table. */
function quoted(html: string): string {
  return html.trim().replaceAll('<tr>', '\n<tr>').replace(/^/gm, '> ')
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const { files, summary } = await draw()
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content)
  const page = join(root, 'docs', 'how-it-works.md')
  writeFileSync(page, withSection(readFileSync(page, 'utf8'), 'summary', summary))
}
