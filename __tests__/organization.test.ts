// Which organizations are read out of what a CLI prints, and which are not.
import { describe, expect, test } from '@jest/globals'
import { parseOrganizations, reaches } from '../src/login/organization.ts'

const acme = { id: 1001, handle: 'acme', name: 'Acme Inc' }
const beta = { id: 1002, handle: 'beta', name: 'Beta Ltd' }
const json = (value: unknown) => JSON.stringify(value)
const pretty = (value: unknown) => JSON.stringify(value, undefined, 2)

function reached(printed: string, expected: string): boolean | undefined {
  const organizations = parseOrganizations(printed)
  return organizations && reaches(organizations, expected)
}

describe('an organization is found', () => {
  test.each([
    ['in a list', json([beta, acme])],
    ['in a list on several lines', pretty([beta, acme])],
    ['in a list with Windows line ends', pretty([beta, acme]).replaceAll('\n', '\r\n')],
    ['in an object around a list', json({ organizations: [acme], count: 1 })],
    ['in two objects around a list', pretty({ data: { items: [acme] }, paging: { next: 2 } })],
    ['among edges and nodes', json({ data: { organizations: { edges: [{ node: acme }] } } })],
    [
      'with other words for its names',
      json([{ orgHandle: 'acme', org_name: 'Acme Inc', uuid: 1001 }]),
    ],
    [
      'with dashes in them',
      json([{ 'org-handle': 'acme', 'organization-name': 'Acme Inc', orgId: 1001 }]),
    ],
    ['inside a membership', json([{ id: 7, role: 'admin', organization: acme }])],
    ['after a notice', `A new version is available!\n\n[warning] update soon\n${pretty([acme])}`],
    ['before a notice', `${json([acme])}\nA new version is available: see [docs]\n`],
    ['between notices in JSON', `{"level":"info","msg":"hello"}\n${json([acme])}\n{"done":true}`],
    ['after a spinner', `Fetching …\r${json([acme])}`],
    ['in colours', `\u001b[32m${json([acme])}\u001b[0m`],
    ['after a byte order mark', `\ufeff${json([acme])}`],
    ['on the second page', `${json([beta])}\n${json([acme])}`],
    ['on a page right behind the first', `${json([beta])}${json([acme])}`],
    ['on pages with totals', `${pretty({ list: [beta], next: 1 })}\n${pretty({ list: [acme] })}`],
    ['one to a line', `${json(beta)}\n${json(acme)}\n`],
  ])('%s', (_, printed) => {
    for (const expected of ['acme', 'ACME', 'Acme Inc', 'acme inc', '1001']) {
      expect(reached(printed, expected)).toBe(true)
    }
    expect(reached(printed, 'other')).toBe(false)
  })

  test.each([
    ['by its name alone', json(['beta', 'acme'])],
    ['by its name in a membership', json([{ role: 'admin', organization: 'acme' }])],
    ['by names in an object', json({ orgs: ['acme'] })],
  ])('%s', (_, printed) => {
    expect(reached(printed, 'Acme')).toBe(true)
  })

  test('by an id with more digits than a number holds, and only by exactly that id', () => {
    const printed = '[{"id": 90071992547409931234, "handle": "acme"}]'
    expect(reached(printed, '90071992547409931234')).toBe(true)
    expect(reached(printed, '90071992547409930000')).toBe(false)
  })

  test('with its handle first, for those who read the message', () => {
    expect(parseOrganizations(json([acme]))).toEqual([{ names: ['acme', 'Acme Inc', '1001'] }])
  })
})

describe('an organization is not found', () => {
  test.each([
    ['as the owner of another', json([{ ...beta, owner: acme }])],
    ['as the parent of another', json([{ ...beta, parent: acme, organization: acme }])],
    ['as the creator of a list', json({ createdBy: acme, organizations: [beta] })],
    ['among the members of another', json([{ ...beta, members: [acme], users: { list: [acme] } }])],
    ['in a text', json([{ ...beta, description: 'acme', url: '/acme' }])],
    ['in a notice', `acme\nYou are now in acme\n["beta"]\nacme: [acme]`],
    ['with a longer name', json([{ handle: 'acme-staging' }, { handle: 'my-acme' }])],
    ['with a shorter name', json([{ handle: 'acm' }, { handle: '' }, { handle: '  ' }])],
    ['with white space inside', json([{ handle: 'ac me' }, { name: 'acme\nacme' }])],
    ['with a similar letter', json([{ handle: 'аcme' }, { handle: 'acmé' }])],
    ['with a pattern', json([{ handle: '.*' }, { handle: 'a%' }, { handle: '*' }])],
    [
      'with a value that is no name',
      json([{ handle: ['acme'] }, { handle: { acme: true } }, { name: true }]),
    ],
    ['in an empty list', json([])],
    ['under another key', json([{ handle: 'beta', alias: 'acme', acme: 'acme' }])],
  ])('%s', (_, printed) => {
    expect(reached(printed, 'acme')).toBe(false)
  })
})

describe('what is no list cannot be read', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['null', 'null'],
    ['a text', 'acme'],
    ['a quoted text', '"acme"'],
    ['a table', 'HANDLE  NAME\nacme    Acme Inc\n'],
    ['help', 'Usage:\n  choreo list [command]\n\nAvailable Commands:\n  projects\n'],
    ['a page of a proxy', '<!doctype html><title>acme</title>'],
    ['an error', json({ error: { name: 'acme', code: 500 } })],
    ['an account', json({ id: '1', name: 'acme', email: 'a@b.example' })],
    ['a map', json({ acme: { handle: 'acme' } })],
    ['a list that breaks off', pretty([beta, acme]).slice(0, -10)],
    ['a list that breaks off inside an owner', `[\n{"handle":"beta","owner":\n{"handle":"acme"},`],
    ['a damaged list around another', `[{"handle":"beta",}\n,"owners":\n[{"handle":"acme"}]\n]`],
    [
      'a list that begins in the middle',
      `  "handle": "acme"\n  },\n  {\n    "handle": "acme"\n  }\n]`,
    ],
    ['more than it can be', `${' '.repeat(1_000_001)}\n["acme"]`],
    ['deep brackets', '['.repeat(200_000)],
    ['deep brackets that close', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['deep memberships', `${'{"org":'.repeat(50_000)}"acme"${'}'.repeat(50_000)}`],
    ['strings that do not end', '["'.repeat(100_000)],
    ['many openings', '[x\n'.repeat(200_000)],
  ])('%s', (_, printed) => {
    const began = performance.now()
    expect(parseOrganizations(printed)).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(4000)
  })
})
