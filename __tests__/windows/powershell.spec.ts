// The command for PowerShell, as a parser of PowerShell reads it: nothing that these tests could install
// runs it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, expect, test } from '@jest/globals'
import { forPowerShell } from '../../src/session/wrapper.ts'

/** What is used of the parser, whose own types are there only when it is installed. */
interface Node {
  readonly type: string
  readonly text: string
  readonly hasError: boolean
  descendantsOfType(type: string): readonly Node[]
}

let parse: (script: string) => Node

beforeAll(async () => {
  const require = createRequire(import.meta.url)
  const { Parser, Language } = require('@vscode/tree-sitter-wasm')
  await Parser.init()
  const grammar = require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')
  const parser = new Parser().setLanguage(await Language.load(readFileSync(grammar)))
  parse = (script) => parser.parse(script).rootNode
})

const paths = [
  'C:\\hostedtoolcache\\windows\\choreo.exe',
  'D:\\a b\\$(Get-Date) $x `n %y% & | ; # @ {1} (2) [3]\\choreo.exe',
  `C:\\O'Brien "the" \u2018first\u2019 \u201athe\u201b \u201csecond\u201d 日本\\choreo.exe`,
]

test.each(paths)('it has no fault, and keeps every text as one, with %s', (path) => {
  const script = forPowerShell({
    name: 'choreo',
    bin: 'C:\\bin',
    cli: path,
    settings: { HOME: `${path}'s home`, SKIP_KEYRING: 'true' },
  })
  const program = parse(script.replace(/^\ufeff/, ''))
  expect(program.hasError).toBe(false)
  const texts = program
    .descendantsOfType('verbatim_string_characters')
    .map(({ text }) => meant(text))
  expect(texts).toEqual([`${path}'s home`, 'true', path, path])
  const commands = program.descendantsOfType('command').map(({ text }) => text.split(' ')[0])
  expect(commands).toEqual(['&', '&'])
})

test('the parser finds a fault where there is one', () => {
  const script = forPowerShell({
    name: 'choreo',
    bin: 'C:\\bin',
    cli: 'C:\\choreo.exe',
    settings: {},
  })
  expect(parse(script.replace('try {', 'try ')).hasError).toBe(true)
  expect(parse(script.replaceAll("'C:\\choreo.exe'", "'it's'")).hasError).toBe(true)
})

// What PowerShell makes of a text between straight quotes, each typographic quote being one as well.
function meant(quoted: string): string {
  return quoted.slice(1, -1).replace(/(['\u2018-\u201b])\1/g, '$1')
}
