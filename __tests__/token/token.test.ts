// Tokens: which values cannot be one, their encodings, and how they are redacted.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redact } from '../../src/token/redact.ts'
import { encodingsOf, whyNotToken } from '../../src/token/token.ts'
import { processorTimeOf } from '../processor-time.ts'

const token = 'Zq7-first.part_9f2e~LAST+part/8x=='
const esc = '\u001b'

describe('a value', () => {
  test.each([
    ['signs and letters of all kinds', '!"#$%&\'()*+,-./:;<=>?@[\\]^_{|}~пароль-密码-é'],
    ['different quotes at its ends', '"abcdef\''],
    ['quotes around its beginning', '"abc"def'],
    ['quotes around its end', 'abc"def"'],
    ['eight characters', 'abcdefgh'],
    ['the word bearer as its own start', 'bearer-of-tokens'],
    ['a prefix of GitHub further in', 'my-ghp_token'],
    ['a dollar and one brace', '\u0024{abcde}'],
  ])('of %s may be a token', (_, value) => {
    expect(whyNotToken(value)).toBeUndefined()
  })

  test.each([
    ['an expression inside', 'x\u0024{{ secrets.abc }}', /expression/],
    ['single quotes', "'abc'", /quotes/],
    ['back quotes', '`abc`', /quotes/],
    ['quotes around two lines', '"abc\ndef"', /quotes/],
    ['a header in capitals with a tab', 'BEARER\tabc', /Bearer/],
    ['a space that does not break', 'abc\u00a0def', /white space/],
    ...['p', 'o', 's', 'u', 'r'].map(
      (kind) => [`gh${kind}_`, `gh${kind}_abc0123456`, /GitHub/] as const,
    ),
    ['github_pat_', 'github_pat_abc0123456', /GitHub/],
    ['seven characters', 'abcdefg', /fewer than 8 characters/],
    ['what an expression gives', 'true', /expression/],
  ])('with %s is rejected in words that no mask hides, without being quoted', (_, value, words) => {
    const why = whyNotToken(value) ?? ''
    expect(why).toMatch(words)
    expect(why).not.toContain('abc')
    expect(redact(why, [value])).toBe(why)
  })
})

describe('the encodings of a token', () => {
  test.each([
    ['Base64', token, btoa(token)],
    ['Base64 with a line break', token, btoa(`${token}\n`)],
    ['Base64 with a line break of Windows', token, btoa(`${token}\r\n`)],
    ['Base64 for URLs', token, Buffer.from(token).toString('base64url')],
    ['percent-encoding', token, encodeURIComponent(token)],
    ['percent-encoding with lower-case digits', 'a+b/c=d', 'a%2bb%2fc%3dd'],
    ['strict percent-encoding', "it's(a)*star!", 'it%27s%28a%29%2Astar%21'],
    ['strict percent-encoding with lower-case digits', "it's(a)*star!", 'it%27s%28a%29%2astar%21'],
    ['hexadecimal', token, Buffer.from(token).toString('hex')],
    ['hexadecimal in capitals', token, Buffer.from(token).toString('hex').toUpperCase()],
    ['JSON', 'quote"and\\slash', 'quote\\"and\\\\slash'],
    ["the JSON escapes of Go's encoding/json", 'a<b>&c\u2028d', 'a\\u003cb\\u003e\\u0026c\\u2028d'],
    ['Base64 of JSON', 'quote"and\\slash', btoa('quote\\"and\\\\slash')],
    ['Base64 of JSON with the escapes of Go', 'ab&cdefg', btoa('ab\\u0026cdefg')],
    ['the path of a URL', 'a;b?c#d[e]f g', 'a;b?c#d%5Be%5Df%20g'],
    ['a path of Go', 'a/b;c,d?e:f@g=h&i+j$k!l', 'a%2Fb%3Bc%2Cd%3Fe:f@g=h&i+j$k%21l'],
    ['XML', '<a>&"b\'', '&lt;a&gt;&amp;&quot;b&apos;'],
    ['HTML of Go', '<a>&"b\'', '&lt;a&gt;&amp;&#34;b&#39;'],
    ['HTML of other libraries', '<a>&"b\'', '&lt;a&gt;&amp;&quot;b&#39;'],
    ['half of a surrogate pair', '\ud800-half-of-one', '\ud800-half-of-one'],
  ])('include %s', (_, value, encoding) => {
    expect(encodingsOf(value)).toContain(encoding)
  })

  test.each([
    ['`base64`', /.{1,76}/g, 4],
    ['`openssl base64`', /.{1,64}/g, 5],
  ])('include each line that %s prints for a long token', (_, cut, count) => {
    const long = 'x1Y2'.repeat(50)
    const lines = btoa(`${long}\n`).match(cut) ?? []
    expect(lines).toHaveLength(count)
    expect(encodingsOf(long)).toEqual(expect.arrayContaining(lines))
  })

  // With debug logging each mask is a line.
  test('of a token without signs are few', () => {
    expect(encodingsOf('x1Y2'.repeat(8)).length).toBeLessThanOrEqual(12)
  })

  test.each([
    ['longer data', token, `${token}:rest`],
    [
      'a JSON object of Go',
      'Zq7<first>&part-LAST',
      '{"token":"Zq7\\u003cfirst\\u003e\\u0026part-LAST"}',
    ],
  ])('are found in Base64 of %s, after any number of bytes', (_, value, data) => {
    for (const before of ['', 'u', 'uu']) {
      const encoded = btoa(before + data)
      expect(encodingsOf(value).some((form) => form !== value && encoded.includes(form))).toBe(true)
    }
  })

  test('start with the token, contain no empty text, and list each encoding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 8 }), (value) => {
        const forms = encodingsOf(value)
        expect(forms[0]).toBe(value)
        expect(forms).not.toContain('')
        expect(new Set(forms).size).toBe(forms.length)
      }),
    )
  })
})

describe('a redacted text', () => {
  test.each(encodingsOf(token))('hides the form %s', (form) => {
    expect(redact(`before ${form} after`, [token])).toBe('before *** after')
  })

  test.each([
    ['lone carriage returns', '\r'],
    ['line separators', '\u2028'],
    ['spaces and tabs', ' \t '],
    ['colours', `${esc}[1;31m`],
    ['colours of one byte', '\u009b31m'],
    ['titles', `${esc}]0;title\u0007`],
    ['titles that end with one byte', `${esc}]0;title\u009c`],
    ['device control strings', `${esc}Pq#0${esc}\\`],
    ['other escapes', `${esc}(B`],
    ['control characters of the upper half', '\u0080\u0085'],
    ['spaces without width', '\u200b'],
    ['variation selectors', '\ufe0f'],
  ])('hides a token with %s between its characters', (_, between) => {
    const text = `said: ${[...token].join(between)} - end`
    expect(redact(text, [token])).toMatch(
      /^(said: \*\*\* - end|\*\*\* \((line|output) hidden: .*\))$/,
    )
  })

  const other = `${token.slice(-7)}-and-more`
  const hiddenLine = '*** (line hidden: it holds a part of the token)'
  const hiddenOutput = '*** (output hidden: it holds a part of the token)'

  test.each([
    ['the first eight characters of a token', token, `cut: ${token.slice(0, 8)}`, hiddenLine],
    ['the last eight characters of a token', token, `cut: ${token.slice(-8)}`, hiddenLine],
    ['one line of three', token, `a\n${token.slice(0, 8)}\nb`, `a\n${hiddenLine}\nb`],
    [
      'a part that spans lines',
      token,
      `a\n${token.slice(0, 4)}\n${token.slice(4, 8)}`,
      hiddenOutput,
    ],
    ['a token in a sentence', token, `token ${token} has expired`, 'token *** has expired'],
    ['tokens that overlap', token, `${token}-and-more`, hiddenLine],
    ['tokens that touch or repeat', token, `${token}${token} ${other}`, '****** ***'],
    ['a token of characters of two units', '😀😀😀😀😀', 'x😀😀😀😀😀y', 'x***y'],
    ['a token with white space inside', 'foo bar baz qux', 'a foo bar\nbaz qux b', hiddenOutput],
    [
      'a token with invisible characters inside',
      'foo\u200bbar\ue000baz',
      'a foobar\ue000baz b',
      'a *** b',
    ],
  ])('hides %s', (_, value, text, expected) => {
    expect(redact(text, [value, other])).toBe(expected)
  })

  test.each([
    ['a command after a space that does not break', '\u00a0::error::x', '\u00a0: :error::x'],
    ['a command with a colour inside', `:${esc}[0m:error::x`, ': :error::x'],
    ['a command after a lone carriage return', 'a\r::error::x', 'a\n: :error::x'],
    ['a command after empty lines', '\n\n  ::error::x', '\n\n  : :error::x'],
    ['an older command after another sign', '###[error]x', '## # [error]x'],
    ['an older command with a joiner inside', '#\u034f#\ufe0f[error]x', '# # [error]x'],
  ])('gives the runner no command: %s', (_, text, expected) => {
    expect(redact(text, [token])).toBe(expected)
  })

  test.each([[[token]], [[]], [['', '\u200b', 'Error']]])(
    'keeps other output, with the tokens %j',
    (tokens) => {
      const text = `Error: a::b, C:\\x, 50 % [done] #1\n\tnaïve – 日本 😀 ${token.slice(0, 7)}`
      expect(redact(text, tokens)).toBe(text)
    },
  )

  const scrap = fc.constantFrom(
    ...[
      '::',
      ':',
      '#',
      '##[',
      '[',
      ']',
      'error',
      'add-mask',
      ' ',
      '\t',
      '\n',
      '\r',
      '\0',
      '\ufeff',
    ],
    ...[esc, `${esc}[0m`, `${esc}]`, '\u0007', '\u0085', '\u009b', '\u009d', '\u2028'],
    ...['\u200b', '\ufe0f', '\u034f', '\u00a0', '\u3000', '\u115f', '\ud83d', '\ude00', token],
  )
  const part = fc.oneof(scrap, fc.string({ unit: 'binary', maxLength: 3 }))
  const text = fc.string({ unit: part, maxLength: 40 })

  test('never contains a line that the runner takes for a command', () => {
    fc.assert(
      fc.property(text, (printed) => {
        const lines = redact(printed, [token]).split(/\r\n|\n|\r/)
        expect(lines.filter(isCommand)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('never contains eight characters of a token, whatever surrounds them', () => {
    const secret = fc.string({
      unit: fc.constantFrom(...'abcXYZ019-_.'),
      minLength: 8,
      maxLength: 30,
    })
    const between = fc.constantFrom('', '', '', '\n', ' ', `${esc}[1m`, '\0', '\u200b', '\r')
    fc.assert(
      fc.property(secret, text, text, fc.infiniteStream(between), (value, before, after, gaps) => {
        const spread = [...value].map((sign) => sign + gaps.next().value).join('')
        const shown = redact(`${before}\n${spread}${after}`, [value]).replace(/\s/g, '')
        for (let at = 0; at + 8 <= value.length; at++) {
          expect(shown).not.toContain(value.slice(at, at + 8))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('keeps a line without a part of a token, whatever the other lines hold', () => {
    const sign = fc.constantFrom(...token.slice(0, 12), ...'aeiou 0123=/')
    const line = fc.oneof(fc.string({ unit: sign, maxLength: 30 }), fc.constant(`x ${token} y`))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const shown = redact(lines.join('\n'), [token])
        const expected = lines.map((one) => (hasPart(one) ? expect.any(String) : one))
        if (!hasPart(lines.filter((one) => !hasPart(one)).join(''))) {
          expect(shown.split('\n')).toEqual(expected)
        }
      }),
      { numRuns: 1000 },
    )
  })

  const pieces = [' ', ' \n', esc, `${esc}]`, `${esc}[`, token.slice(0, 7), token]

  test.each(pieces)('takes a moment for 4 MiB of %j', (piece) => {
    const long = piece.repeat(Math.ceil((4 * 1024 * 1024) / piece.length))
    const redactLong = () => redact(long, [token, 'another-token-0123456789'])
    expect(processorTimeOf(redactLong)).toBeLessThan(3000)
  })
})

function hasPart(line: string): boolean {
  const dense = line.replace(/\s/g, '')
  return encodingsOf(token).some((form) => partsOf(form).some((part) => dense.includes(part)))
}

function partsOf(form: string): string[] {
  return Array.from({ length: form.length - 7 }, (_, at) => form.slice(at, at + 8))
}

// As the runner reads a line: white space before `::` does not count, `##[name]` counts anywhere, and it
// compares by the rules of a language, for which invisible characters are not there.
function isCommand(line: string): boolean {
  const seen = line.replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}|[^\P{Cc}\t]/gu, '').trimStart()
  return /^::.*::/s.test(seen) || /##\[.*\]/s.test(seen)
}
