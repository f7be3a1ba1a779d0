// Files of names and values as the runner reads them. The cases follow the runner's own tests:
// https://github.com/actions/runner/tree/main/src/Test/L0/Worker
import { expect, test } from '@jest/globals'
import { keyValues } from './command-files.ts'

test.each([
  ['an empty file', '', {}],
  ['empty lines', '\n\n', {}],
  ['a name and a value', 'COLOR=red\n', { COLOR: 'red' }],
  ['no line end behind it', 'COLOR=red', { COLOR: 'red' }],
  ['an empty value', 'COLOR=\n', { COLOR: '' }],
  ['spaces, which count', ' COLOR = dark red \n', { ' COLOR ': ' dark red ' }],
  ['a value with =', 'QUERY=a=b&c=d\n', { QUERY: 'a=b&c=d' }],
  ['a value with <<', 'SHIFT=1<<2\n', { SHIFT: '1<<2' }],
  ['several entries', 'A=1\n\nB=2\nC=3\n', { A: '1', B: '2', C: '3' }],
  ['a name twice', 'A=1\nA=2\n', { A: '2' }],
  ['a text of lines', 'POEM<<END\nroses\nviolets\nEND\n', { POEM: 'roses\nviolets' }],
  ['a text without lines', 'POEM<<END\nEND\n', { POEM: '' }],
  ['a text of an empty line', 'POEM<<END\n\nEND\n', { POEM: '' }],
  ['a text of two empty lines', 'POEM<<END\n\n\nEND\n', { POEM: '\n' }],
  ['no line end behind the delimiter', 'POEM<<END\nroses\nEND', { POEM: 'roses' }],
  ['a delimiter with =', 'POEM<<A=B\nroses\nA=B\n', { POEM: 'roses' }],
  ['a delimiter with <', 'POEM<<<END\nroses\n<END\n', { POEM: 'roses' }],
  ['a line that begins with the delimiter', 'POEM<<END\nENDING\nEND\n', { POEM: 'ENDING' }],
  ['a line that looks like an entry', 'POEM<<END\nA=1\nB<<C\nEND\n', { POEM: 'A=1\nB<<C' }],
  ['entries around a text', 'A=1\nB<<END\n2\nEND\nC=3\n', { A: '1', B: '2', C: '3' }],
  ['CRLF, whose CR counts', 'A=1\r\nB<<END\r\n2\r\nEND\r\n', { A: '1\r', B: '2\r' }],
])('a file with %s is read', (_, text, content) => {
  expect(keyValues('env', text)).toEqual({ content, errors: [], hasFailed: false })
})

test.each([
  ['a line that is no entry', 'A=1\nnonsense\nB=2\n', { A: '1' }, "Invalid format 'nonsense'"],
  ['no name', 'A=1\n=2\n', { A: '1' }, "Value cannot be null. (Parameter 'name')"],
  ['no name before <<', '<<END\nx\nEND\n', {}, /^Invalid format '<<END'\. Name must not/],
  ['no delimiter', 'A<<\nx\n\n', {}, /delimiter must not be empty$/],
  ['no line with the delimiter', 'A<<END\nx\n', {}, /Matching delimiter not found 'END'$/],
  ['a delimiter that ends with CR', 'A<<END\r\nx\nEND\n', {}, /not found 'END\r'$/],
  ['a last line without end', 'A<<END\nx', {}, /EOF marker missing new line\.$/],
])('a file with %s fails the step, and entries before it count', (_, text, content, reason) => {
  const read = keyValues('env', text)
  expect(read).toMatchObject({ content, hasFailed: true })
  expect(read.errors[0]).toBe("Unable to process file command 'env' successfully.")
  expect(read.errors[1]).toMatch(reason)
})

test('names of outputs and states ignore case, names of variables do not', () => {
  const text = 'name=1\nNAME=2\n'
  expect(keyValues('env', text).content).toEqual({ name: '1', NAME: '2' })
  expect(keyValues('output', text).content).toEqual({ name: '2' })
  expect(keyValues('state', text).content).toEqual({ name: '2' })
})
