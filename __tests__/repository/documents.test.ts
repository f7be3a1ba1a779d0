// What README and pages promise: links, names and tables, not their wording.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { withLines, withTables } from '../../scripts/readme.ts'
import { metadata, root } from '../runner.ts'
import { copyRepository } from '../workflows/repository.ts'
import { stepsOf } from './steps.ts'
import { read, trackedFiles } from './tracked-files.ts'

function groups(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, group = '']) => group)
}

/** The anchors that GitHub gives to the headings of a page. */
function anchors(page: string): string[] {
  const headings = groups(/^#+ (.*)$/gm, page.toLowerCase())
  return headings.map((heading) => heading.replace(/[^\w\- ]/g, '').replaceAll(' ', '-'))
}

const files = trackedFiles()
const pages = files.filter((path) => path.endsWith('.md'))
const readme = read('README.md')

test.each(pages)(
  '%s links to files and headings that exist, and names npm scripts that exist',
  (path) => {
    const page = read(path)
    const broken = groups(/\]\((?!https?:|mailto:)([^)\s]+)\)/g, page).filter((link) => {
      const [file = '', anchor] = link.split('#')
      const target = file === '' ? path : join(path, '..', file)
      if (!existsSync(join(root, target))) return true
      // A line of a test: see below.
      if (/^L\d+$/.test(anchor ?? '')) return false
      return anchor !== undefined && !anchors(read(target)).includes(anchor)
    })
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object }
    const missing = groups(/npm run ([\w:-]+)/g, page).filter(
      (name) => !Object.hasOwn(scripts, name),
    )
    expect({ broken, missing }).toEqual({ broken: [], missing: [] })
  },
)

test('README.md has the tables of action.yml', () => {
  expect(withTables(readme)).toBe(readme)
  const { inputs, outputs } = metadata()
  for (const name of Object.keys({ ...inputs, ...outputs }))
    expect(readme).toContain(`\n| \`${name}\` |`)
})

test('README.md lists every example', () => {
  const listed = groups(/\]\((examples\/[\w-]+\.yml)\)/g, readme)
  const examples = files.filter((path) => /^examples\/.*\.yml$/.test(path))
  expect([...new Set(listed)].toSorted()).toEqual(examples.toSorted())
})

test('README.md has at most 200 lines, and its first YAML is in the first 10', () => {
  const lines = readme.split('\n')
  expect(lines.length).toBeLessThanOrEqual(200)
  expect(lines.slice(0, 10)).toContain('```yaml')
})

test('the pages use inputs that exist in their YAML', () => {
  const blocks = ['README.md', 'examples/README.md', 'docs/networks.md'].flatMap((path) =>
    groups(/^```yaml\n([\s\S]*?)^```$/gm, read(path)),
  )
  const parts = blocks.map((text) => parse(text))
  const steps = parts.flatMap((part) => ('jobs' in part ? stepsOf(part) : part))
  const isOwn = ({ uses }: { readonly uses?: string }) => uses?.startsWith('OWNER/choreo-login')
  // A fragment of a step has inputs and no action.
  const own = steps.filter((step) => isOwn(step) || ('with' in step && !('uses' in step)))
  expect(own.length).toBeGreaterThan(6)
  for (const { uses = '', with: given = {} } of own) {
    const { inputs } = metadata(uses.includes('/logout@') ? 'logout' : '.')
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
  }
})

describe('docs/security.md', () => {
  const page = read('docs/security.md')

  test('names tests that exist, and links to their lines', () => {
    const named = [...page.matchAll(/^- \[(.+)\]\(\.\.\/(__tests__\/[^#]+)#L\d+\)$/gm)]
    expect(named.length).toBeGreaterThan(25)
    const missing = named.filter(([, name = '', path = '']) => !read(path).includes(name))
    expect(missing.map(([line]) => line)).toEqual([])
    expect(withLines(page)).toBe(page)
  })

  test('names tests for each attacker that it lists', () => {
    const attackers = groups(/^\| \[[^\]]+\]\(#([^)]+)\)/gm, page)
    expect(attackers.length).toBeGreaterThanOrEqual(7)
    const sections = page.split(/^(?=## )/m)
    for (const attacker of attackers) {
      expect(sections.find((section) => anchors(section).includes(attacker))).toMatch(/^- \[/m)
    }
  })
})

test('docs/troubleshooting.md has a section for each title of an annotation, and no other', () => {
  const sources = files.filter((path) => path.startsWith('src/'))
  const titled =
    /(?:\btitle(?: = |: )|\b(?:titledError|withTitle|warn|notify|notVerified)\(\s*)'([A-Z][^']+)'/g
  const titles = new Set(groups(titled, sources.map(read).join('\n')))
  const products = ['Choreo CLI', 'WSO2 Developer Platform CLI']
  const [annotations = ''] = read('docs/troubleshooting.md').split('\n## Situations\n')
  const sections = groups(/^### (.*)$/gm, annotations)
  // Somebody reads it at night.
  const withoutSteps = annotations.split('\n### ').filter((section) => !/\n1\. /.test(section))
  expect(withoutSteps.map((section) => section.split('\n')[0])).toEqual(['# Troubleshooting'])
  expect(titles.size).toBeGreaterThan(20)
  expect([...sections, ...products].toSorted()).toEqual([...titles].toSorted())
})

test('the command in CONTRIBUTING.md replaces the placeholder for the account everywhere', () => {
  // In two parts, so that the command leaves it alone here.
  const placeholder = ['OWN', 'ER'].join('')
  const commands = groups(/^(git grep -lzw .*)$/gm, read('CONTRIBUTING.md'))
  const { checkout, remove } = copyRepository()
  const options = { cwd: checkout, shell: 'bash', encoding: 'utf8' } as const
  const run = (command: string) => spawnSync(command, options).stdout
  run('git init --quiet && git add --all')
  // None when the command has run here.
  for (const command of commands) run(command)
  const found = run(`git grep -nw ${placeholder}`)
  const [account] = groups(/^\* @([\w-]+)/gm, run('cat .github/CODEOWNERS'))
  const readme = run('cat README.md')
  remove()
  expect(found).toBe('')
  expect(readme).toContain(`- uses: ${account}/choreo-login@v1\n`)
  expect(readme).not.toContain('stands for the account')
  expect(readme).toMatch(/^\[!\[CI\]/m)
})
