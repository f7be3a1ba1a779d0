// Arguments that shells and quoting rules can damage.

/** Titles for `with %s`, and the arguments. */
export const argumentCases: readonly (readonly [string, readonly string[]])[] = [
  ['spaces', ['a b', '  ', ' a']],
  ['quotes', ["it's", '"all"', '`id`', "'", 'a "b" c']],
  ['typographic quotes', ['it\u2019s', '\u2018', '\u201call\u201d']],
  ['dollars', ['$HOME', '\u0024{HOME}', '$(id)', '$']],
  ['patterns', ['*', '?', '[a-z]', '{a,b}']],
  ['tildes', ['~', '~/a', 'a~']],
  ['backslashes', ['\\', 'a\\nb', '\\\\', '\\"', 'C:\\a b\\']],
  ['empty ones among them', ['', 'a', '', '']],
  ['line breaks and tabs', ['a\nb', '\n', '\t', 'a\r\n']],
  ['letters of other alphabets', ['ünï', '日本', '😀', 'a\u0301']],
  ['dashes', ['--', '-', '--flag=a b', '-x', '--', '--help', '-o:json']],
  ['shell operators', ['&', '|', ';', '<', '>', '#', '!', '=', 'A=b', '(', ')', '%a%', '^']],
  ['none at all', []],
  ['5,000 of them', Array.from({ length: 5000 }, (_, at) => `argument ${at}`)],
]
