// A personal access token: which values cannot be one, and the encodings in which it can appear. Pure.
// WSO2 documents nothing about the form of a token, so no form is required.

/** The length of the shortest value that may be a token: a mask of a shorter one hides ordinary words. */
export const shortestToken = 8

/** Why a value is too short, as the end of a sentence. */
export const tooShort =
  `has fewer than ${shortestToken} characters. A token is longer: the secret may hold something else, or an ` +
  'expression such as `a || b` gave `true`, `Object` or `***` instead of it'

/**
 * Explains why a value cannot be a personal access token.
 *
 * @param value the value of the input, without white space around it
 * @returns the reason, as the end of a sentence that never quotes the value; undefined when the value
 *   may be a token
 */
export function whyNotToken(value: string): string | undefined {
  return mistakes.find(([isMistake]) => isMistake(value))?.[1]
}

const mistakes: readonly (readonly [(value: string) => boolean, string])[] = [
  [
    (value) => value.includes('$' + '{{'),
    'holds an expression that was not expanded, `$' +
      '{{ … }}`. Expressions work in workflow files only: pass the secret on from there, through `with` or `env`',
  ],
  [
    (value) => /^(["'`]).*\1$/s.test(value),
    'has quotes around it. Store the secret without them: they are not part of the token',
  ],
  [
    (value) => /^bearer\s/i.test(value),
    'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it',
  ],
  [
    (value) => /\s/.test(value),
    'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
  ],
  [
    (value) => /^(gh[oprsu]_|github_pat_)/.test(value),
    'is a GitHub token. Choreo needs its own Personal Access Token, created in the Choreo Console',
  ],
  [(value) => value.length < shortestToken, tooShort],
]

/**
 * Lists the encodings in which a log, a file or a message can hold a token.
 *
 * @returns the token itself first, then its JSON, URL, HTML, Base64 and hexadecimal forms, each once
 */
export function encodingsOf(token: string): readonly string[] {
  const texts = [token, ...jsonFormsOf(token)]
  const hex = Buffer.from(token).toString('hex')
  const all = [
    ...texts,
    ...urlFormsOf(token),
    ...htmlFormsOf(token),
    ...texts.flatMap(base64FormsOf),
    hex,
    hex.toUpperCase(),
  ]
  return [...new Set(all)].filter((form) => form.length >= shortestToken)
}

// Go's encoding/json also escapes what could end a script element.
function jsonFormsOf(token: string): string[] {
  const json = JSON.stringify(token).slice(1, -1)
  return [json, json.replace(/[&<>\u2028\u2029]/g, (sign) => `\\u${hexOf(sign).padStart(4, '0')}`)]
}

// Queries as JavaScript and as strict libraries encode them, with upper-case and lower-case digits; paths as
// JavaScript (`encodeURI`) and Go (`url.PathEscape`) encode them.
function urlFormsOf(token: string): string[] {
  const text = token.toWellFormed()
  const loose = encodeURIComponent(text)
  const strict = loose.replace(/[!'()*]/g, (sign) => `%${hexOf(sign).toUpperCase()}`)
  const lowered = [loose, strict].map((url) => url.replace(/%../g, (code) => code.toLowerCase()))
  const goPath = strict.replace(/%(24|26|2B|3A|3D|40)/g, decodeURIComponent)
  return [loose, strict, ...lowered, encodeURI(text), goPath]
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16)
}

// XML and most libraries name the quotes, Go numbers both, and others only the apostrophe.
function htmlFormsOf(token: string): string[] {
  const named = token.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const quotes = [
    ['&quot;', '&apos;'],
    ['&#34;', '&#39;'],
    ['&quot;', '&#39;'],
  ] as const
  return quotes.map(([double, single]) => named.replaceAll('"', double).replaceAll("'", single))
}

// The whole text, also with the line break that `echo` adds and in the lines of `openssl` (64 characters) and
// `base64` (76), and what its bytes alone decide inside longer data: one form for each offset modulo 3.
function base64FormsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  const whole = ['', '\n', '\r\n'].map((end) => Buffer.from(text + end).toString('base64'))
  const lines = whole.flatMap((form) =>
    [/.{1,64}/g, /.{1,76}/g].flatMap((cut) => form.match(cut) ?? []),
  )
  const inside = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return encoded.slice(offset === 0 ? 0 : 4, Math.floor((bytes.length + offset) / 3) * 4)
  })
  return [...[...whole, ...inside].flatMap((form) => [form, urlSafe(form)]), ...lines]
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
