// The organizations that are read from the output of the CLI.
import { expect, test } from '@jest/globals'
import { parseOrganizations, reaches } from '../../src/login/organization.ts'
import { processorTimeOf } from '../processor-time.ts'

const acme = { id: 1001, handle: 'acme', name: 'Acme Inc' }
const beta = { id: 1002, handle: 'beta', name: 'Beta Ltd' }
const json = (value: unknown) => JSON.stringify(value)
const pretty = (value: unknown) => JSON.stringify(value, undefined, 2)

function isReached(output: string, expected: string): boolean | undefined {
  const organizations = parseOrganizations(output)
  return organizations && reaches(organizations, expected)
}

test.each([
  ['in an array on several lines', pretty([beta, acme])],
  ['in an object with one array', json({ organizations: [acme], count: 1 })],
  ['beside its uuid and owner', json([{ ...acme, uuid: 'f3-9', owner: beta }])],
  ['after a notice', `A new version is available!\n\n[warning] update soon\n${pretty([acme])}`],
  ['before a notice', `${json([acme])}\nA new version is available.\n`],
  ['after a spinner', `Fetching …\r${json([acme])}`],
  ['in colors', `\u001b[32m${json([acme])}\u001b[0m`],
  ['after a byte order mark', `\ufeff${json([acme])}`],
])('an organization is found %s', (_, output) => {
  for (const expected of ['acme', 'ACME', 'Acme Inc', 'acme inc', '1001']) {
    expect(isReached(output, expected)).toBe(true)
  }
  expect(isReached(output, 'other')).toBe(false)
})

test('an organization is found by an id with more digits than a number holds, and by no other id', () => {
  const output = '[{"id": 90071992547409931234, "handle": "acme"}]'
  expect(isReached(output, '90071992547409931234')).toBe(true)
  expect(isReached(output, '90071992547409930000')).toBe(false)
})

const similar = ['acme-staging', 'my-acme', 'acm', 'ac me', 'acme\nacme', 'аcme', 'acmé']

test.each([
  ['the owner of another one', json([{ ...beta, owner: acme }])],
  ['the creator of a list', json({ createdBy: acme, organizations: [beta] })],
  ['a notice', `acme\nYou are now in acme\nacme: [acme]\n${json([beta])}`],
  ['similar names', json(similar.map((handle) => ({ handle })))],
  ['an empty list', json([])],
])('an organization is not reached by %s', (_, output) => {
  expect(isReached(output, 'acme')).toBe(false)
})

test.each([
  ['names that are not texts', json([{ handle: ['acme'] }, { name: true }])],
  ['an object with two arrays', json({ organizations: [acme], invitations: [beta] })],
  ['an array of another name', json({ errors: [acme] })],
  ['a table', 'HANDLE  NAME\nacme    Acme Inc\n'],
  ['a map', json({ acme: { handle: 'acme' } })],
  ['a list truncated inside an owner', `[\n{"handle":"beta","owner":\n{"handle":"acme"},`],
  ['a damaged list around another', `[{"handle":"beta",}\n,"owners":\n[{"handle":"acme"}]\n]`],
  ['a list without its beginning', `  "handle": "acme"\n  },\n  {\n    "handle": "acme"\n  }\n]`],
  ['deep brackets that close', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['many opening brackets and spaces', '[ \n'.repeat(200_000)],
])('%s is not a list of organizations', (_, output) => {
  const parse = () => expect(parseOrganizations(output)).toBeUndefined()
  expect(processorTimeOf(parse)).toBeLessThan(4000)
})
