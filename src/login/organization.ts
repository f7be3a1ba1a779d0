// The organizations that a token reaches, read from the output of `list organizations --output json`.
// WSO2 documents this command for `wdp` only, and its JSON not at all. It is read as WSO2's extension reads its
// RPC twin: an array, or an object with one array of a known name, whose members have a handle, a name, an id
// or a uuid.
import { listOrganizations } from '../cli/run.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { titledError, withTitle } from '../runner/titled-error.ts'
import { plain, redact } from '../token/redact.ts'
import { attempt } from './attempts.ts'
import type { Context } from './context.ts'

/**
 * Expects that the CLI reaches an organization.
 *
 * @param expected a handle, a name or an id
 * @throws Error when it does not, or when that cannot be determined
 */
export async function verifyOrganization(expected: string, context: Context): Promise<void> {
  const listing = attempt(() => listOrganizations(context.cli), context)
  const { stdout } = await listing.catch((error) => {
    throw notVerified(expected, reasonOf(error))
  })
  const organizations = parseOrganizations(stdout)
  if (organizations === undefined) throw notVerified(expected, unreadable)
  if (reaches(organizations, expected)) return
  // Messages leave such characters out.
  const hint =
    plain(expected) === expected ? '' : ' The expected name holds an invisible character.'
  throw titledError(
    'Wrong organization',
    `The token does not reach the organization "${expected}" in \`expected-organization\`, so the action undid the login. ` +
      `It reaches ${listed(organizations, context.secrets)}.${hint} Check that the job reads the secret of the right account.`,
  )
}

const tooOld =
  'This CLI cannot list organizations. WSO2 documents the command for `wdp` only. Set the input `cli-version` to `latest`, ' +
  'use `cli: wdp`, or set `expected-organization` to `any`.'
const unreadable =
  'The CLI printed no list of organizations that this action can read. Set the input `cli-version` to another version, or ' +
  '`expected-organization` to `any`.'

function reasonOf(error: unknown): string {
  const { title, message } = withTitle('', error)
  return title === 'CLI too old' ? tooOld : message
}

function notVerified(expected: string, reason: string): Error {
  return titledError(
    'Organization not verified',
    `The action could not verify that the token reaches the organization "${expected}" in \`expected-organization\`, ` +
      `so it undid the login. ${reason}`,
  )
}

const maxListed = 10
const nameLength = 100

// Names are shown as a whole or not at all: the runner masks a secret only where it is unchanged.
function listed(organizations: readonly Organization[], secrets: readonly string[]): string {
  if (organizations.length === 0) return 'no organization'
  const shown = organizations.slice(0, maxListed).map(([name = '']) => {
    if (name.length > nameLength) return `a name of ${name.length} characters`
    return `"${redact(name, secrets).replaceAll('\n', ' ')}"`
  })
  const more = organizations.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

/** An organization: its handle, name and ids, as far as they are printed, in this order. */
export type Organization = readonly string[]

/**
 * Parses the output of the CLI.
 *
 * @param output JSON, with notices before it or after it
 * @returns the organizations, or undefined when the output holds no list of them
 */
export function parseOrganizations(output: string): readonly Organization[] | undefined {
  const text = output.replace(/\u001b\[[\d;]*m|\ufeff/g, '').replaceAll('\r', '\n')
  // A notice such as "[warning] …" does not start like JSON. Only the first start counts: a part of damaged
  // JSON must not pass for the whole.
  const start = text.search(/^[ \t]*(\{\s*["}]|\[\s*[\]["{])/m)
  const end = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}')) + 1
  if (start === -1) return undefined
  const json = text.slice(start, end)
  return organizationsIn(orUndefined(() => JSON.parse(json, withExactNumbers) as unknown))
}

/** Whether an organization is among others: its whole handle, name or id, in upper or lower case. */
export function reaches(organizations: readonly Organization[], expected: string): boolean {
  const wanted = expected.toLowerCase()
  return organizations.some((names) => names.some((name) => name.toLowerCase() === wanted))
}

// An id can have more digits than a number holds, so it is compared as it was printed.
function withExactNumbers(
  _: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

function organizationsIn(value: unknown): readonly Organization[] | undefined {
  const organizations = listIn(value)?.map(namesOf)
  return organizations?.every((names) => names.length > 0) ? organizations : undefined
}

// An array of another name can hold errors or invitations.
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  const arrays = Object.entries(value ?? {}).filter(([, inner]) => Array.isArray(inner))
  const [name = '', list] = arrays[0] ?? []
  return arrays.length === 1 && listName.test(name) ? (list as unknown[]) : undefined
}

const listName = /^(organizations|orgs|data|items|list)$/

function namesOf(member: unknown): Organization {
  const { handle, name, id, uuid } = (member ?? {}) as Record<string, unknown>
  return [handle, name, id, uuid].filter(
    (one) => typeof one === 'string' && one.trim() !== '',
  ) as string[]
}
