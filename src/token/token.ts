// A personal access token: which values cannot be one, and the encodings in which it can appear. Pure.
// WSO2 documents nothing about the form of a token, so no form is required.

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
]

/**
 * Lists the encodings in which a log, a file or a message can hold a token.
 *
 * @returns the token itself first, then its JSON, URL, Base64 and hexadecimal forms, each once; nothing
 *   for an empty token
 */
export function encodingsOf(token: string): readonly string[] {
  if (token === '') return []
  const texts = [token, ...jsonStringsOf(token)]
  const hex = Buffer.from(token).toString('hex')
  const all = [
    ...texts,
    ...urlComponentsOf(token),
    ...texts.flatMap(base64Of),
    hex,
    hex.toUpperCase(),
  ]
  return [...new Set(all)].filter((form) => form.length >= Math.min(8, token.length))
}

// Go's encoding/json also escapes what could end a script element.
function jsonStringsOf(token: string): string[] {
  const json = JSON.stringify(token).slice(1, -1)
  return [json, json.replace(/[&<>\u2028\u2029]/g, (sign) => `\\u${hexOf(sign).padStart(4, '0')}`)]
}

// As JavaScript and as strict libraries encode it, with upper-case and lower-case digits.
function urlComponentsOf(token: string): string[] {
  const loose = encodeURIComponent(token.toWellFormed())
  const strict = loose.replace(/[!'()*]/g, (sign) => `%${hexOf(sign).toUpperCase()}`)
  const lowered = [loose, strict].map((url) => url.replace(/%../g, (code) => code.toLowerCase()))
  return [loose, strict, ...lowered]
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16)
}

// The whole text, also with the line break that `echo` adds and in lines of 76 characters, and what its
// bytes alone decide inside longer data, where it starts at one of three places of a Base64 group.
function base64Of(text: string): string[] {
  const bytes = Buffer.from(text)
  const whole = ['', '\n', '\r\n'].map((end) => Buffer.from(text + end).toString('base64'))
  const lines = whole.flatMap((form) => form.match(/.{1,76}/g) ?? [])
  const inside = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return encoded.slice(shift === 0 ? 0 : 4, Math.floor((bytes.length + shift) / 3) * 4)
  })
  return [...whole, ...lines, ...inside].flatMap((form) => [form, urlSafe(form)])
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
