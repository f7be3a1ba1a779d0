// A personal access token: what cannot be one, the forms in which it can show up, and how a text is
// freed of it. Pure. What WSO2 documents of a token's form is nothing, so nothing is assumed of it.

/**
 * Says why a value cannot be a personal access token.
 *
 * @param value the value of the input, without white space around it
 * @returns the reason as the end of a sentence that never quotes the value, or undefined when the
 *   value may be a token
 */
export function whyNoToken(value: string): string | undefined {
  return impostors.find(([pattern]) => pattern.test(value))?.[1]
}

const impostors: readonly (readonly [Pick<RegExp, 'test'>, string])[] = [
  [
    /\$\{\{/,
    'holds an expression that was not expanded, `$' +
      '{{ … }}`. Expressions work in workflow files only: hand the secret on from there, through `with` or `env`',
  ],
  [
    /^(["'`]).*\1$/s,
    'has quotes around it. Store the secret without them: they are not part of the token',
  ],
  [
    /^bearer\s/i,
    'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it',
  ],
  [
    /\s/,
    'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
  ],
  [
    { test: (value) => !isVisibleAscii(value) && unicode('[\\p{Cc}\\p{Cf}]').test(value) },
    'has control characters or invisible characters inside it. A token is one word: copy it again, and store nothing else in the secret',
  ],
  [
    /^(gh[oprsu]_|github_pat_)/,
    'is a token of GitHub. Choreo needs a Personal Access Token of its own, made in the Choreo Console',
  ],
]

/**
 * Lists the forms in which a log, a file or a CLI's message can hold a token.
 *
 * @param token the token
 * @returns the token itself, then its Base64 (also inside longer data, in lines of 76 characters, and
 *   with a line break after it as `echo` makes it), URL, JSON and hexadecimal forms, each once; nothing
 *   for an empty token
 */
export function forms(token: string): readonly string[] {
  if (token === '') return []
  const bytes = Buffer.from(token)
  const base64 = [bytes, ...['\n', '\r\n'].map((end) => Buffer.from(token + end))].map((data) =>
    data.toString('base64'),
  )
  // Inside longer data the token starts at any of three places of a Base64 group. What its own bytes
  // decide alone is the same everywhere: the groups that it does not share with its neighbours.
  const inside = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const whole = Math.floor((bytes.length + shift) / 3) * 4
    return encoded.slice(shift === 0 ? 0 : 4, whole)
  })
  const lines = base64.flatMap((form) => form.match(/.{1,76}/g) ?? [])
  const all = [...base64, ...lines, ...inside].flatMap((form) => [form, asUrlSafe(form)])
  const url = encodeURIComponent(token.toWellFormed())
  all.push(
    url,
    url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    JSON.stringify(token).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  )
  return [...new Set([token, ...all])].filter((form) => form.length >= Math.min(8, token.length))
}

function asUrlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Frees a text of tokens and of everything that a terminal or a runner could take for a command.
 *
 * A part of a token is hidden as well as the whole, from eight characters on, and also where white
 * space or control sequences stand between its characters.
 *
 * @param text what a CLI printed
 * @param tokens what must not be in the result, in any of their forms
 * @returns the text as plain lines, with `***` where a token stood
 */
export function redact(text: string, tokens: readonly string[]): string {
  return hideTokens(plain(text), tokens)
    .replaceAll('##[', '# # [')
    .replace(/^([^\S\n]*)::/gm, '$1: :')
}

// Escape sequences as ECMA-48 has them: CSI and the "string" sequences (OSC, DCS, …), then lone ones.
const escapes =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g

// The runner compares as people do: characters that nobody sees do not keep it from reading a command.
function plain(text: string): string {
  if (isVisibleAscii(text)) return text
  return text
    .replace(escapes, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(unicode('[^\\P{C}\\n\\t]|\\p{Default_Ignorable_Code_Point}', 'g'), '')
}

// Visible characters, spaces, tabs and line breaks alone.
function isVisibleAscii(text: string): boolean {
  return /^[\n\t -~]*$/.test(text)
}

/**
 * Makes a pattern with classes of Unicode characters. As a literal it would be built where the code is
 * loaded, in every run, and take longer than the code around it.
 */
export function unicode(pattern: string, flags = ''): RegExp {
  return new RegExp(pattern, `${flags}u`)
}

const shortestPart = 8

function hideTokens(text: string, tokens: readonly string[]): string {
  if (tokens.length === 0) return text
  const places: number[] = []
  for (let at = 0; at < text.length; at++) if (!/\s/.test(text.charAt(at))) places.push(at)
  const dense = withoutSpace(text)
  const hidden = new Uint8Array(text.length)
  for (const token of tokens) {
    const size = Math.min(shortestPart, withoutSpace(plain(token)).length)
    if (size === 0) continue
    const parts = new Set(forms(token).flatMap((form) => partsOf(withoutSpace(plain(form)), size)))
    for (let at = 0; at + size <= dense.length; at++) {
      if (parts.has(dense.slice(at, at + size))) {
        hidden.fill(1, places[at], (places[at + size - 1] ?? text.length) + 1)
      }
    }
  }
  let shown = ''
  for (let at = 0; at < text.length; at++) {
    if (!hidden[at]) shown += text.charAt(at)
    else if (!hidden[at - 1]) shown += '***'
  }
  return shown
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '')
}

function partsOf(form: string, size: number): string[] {
  return Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size))
}
