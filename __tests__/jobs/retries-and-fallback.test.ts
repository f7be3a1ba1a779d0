// Logins that are tried again after a transient failure, and logins with the fallback token.
import { describe, expect, test } from '@jest/globals'
import { everything, expectFailedLogin, expectFailure, expectLogin } from '../expectations.ts'
import type { Ended } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()

function retriesOf(main: Ended): readonly string[] {
  return main.log.filter((line) => line.startsWith('Attempt '))
}

describe('a transient failure', () => {
  test.concurrent('is tried again, with longer pauses, until the login succeeds', async () => {
    const token = world.addAccount('late', { fault: { status: 503, times: 2 } })
    const main = await expectLogin(world.start(), world.inputs({ token }))
    expect(retriesOf(main)).toEqual([
      expect.stringMatching(/^Attempt 1 of 3 failed \(Choreo unreachable\).* 0\.[5-8] s\.$/),
      expect.stringMatching(/^Attempt 2 of 3 failed .* 1\.[0-5] s\.$/),
    ])
    expect(main.milliseconds).toBeGreaterThan(1500)
    expect(world.attemptsOf(token)).toBe(3)
  })

  test.concurrent.each([1, 2])('ends a login of %i attempts after as many', async (attempts) => {
    const token = world.addAccount(`broken-${attempts}`, { fault: 'reset' })
    const inputs = world.inputs({ token, 'login-attempts': String(attempts) })
    const { title, message, main } = await expectFailedLogin(world.start(), inputs)
    expect(title).toBe('Choreo: Choreo unreachable')
    expect(message.startsWith('2 attempts failed. ')).toBe(attempts === 2)
    expect(message).toContain('read: connection reset by peer')
    expect(retriesOf(main)).toHaveLength(attempts - 1)
    expect(world.attemptsOf(token)).toBe(attempts)
  })

  test.concurrent('of the list of organizations is tried again, without another login', async () => {
    const { job, inputs } = world.scripted(`cd "$HOME"; echo "$1" >> "$GITHUB_WORKSPACE/said"
      [ "$1" = list ] || { touch kept; exit 0; }
      [ -e again ] && echo '[{"handle":"acme"}]' || { touch again; echo "503 Service Unavailable"; exit 1; }`)
    const main = await expectLogin(job, { ...inputs, 'expected-organization': 'acme' })
    expect(retriesOf(main)).toHaveLength(1)
    expect((await job.step('cat said')).stdout).toBe('--version\nlogin\nlist\nlist\n')
  })
})

describe('a fallback token', () => {
  test.concurrent('is used when the token is refused, with a warning that names the secret to renew', async () => {
    const job = world.start()
    const token = world.addAccount('expired', { refusal: 401 })
    const fallback = world.addAccount('successor')
    const inputs = world.inputs({ token, 'fallback-token': fallback })
    const main = await job.main(inputs)
    expect(main).toMatchObject({
      exitCode: 0,
      outputs: { authenticated: 'true', 'token-used': 'fallback' },
      annotations: [{ level: 'warning', title: 'Choreo: Fallback token used' }],
    })
    expect(main.annotations[0]?.message).toMatch(/^Choreo refused .*401 Unauthorized.*Renew/s)
    expect(main.masks).toEqual(expect.arrayContaining([token, fallback]))
    expect(main.summary).toContain('<td>fallback')
    expect((await job.step('choreo whoami')).stdout).toBe('successor\n')
    const post = await job.post(main, inputs)
    expect(world.logoutsOf(fallback)).toBe(1)
    for (const one of [token, fallback]) expect(everything(main, post)).not.toContain(one)
  })

  // Each token gets an answer of its own.
  const answers = {
    good: 'touch "$HOME/kept"; exit 0',
    refused: 'echo "401 Unauthorized" >&2; exit 1',
    limited: 'echo "403 Forbidden" >&2; exit 1',
    unreachable: 'echo "dial tcp: no such host" >&2; exit 1',
    strange: 'echo "PAT could not be validated" >&2; exit 1',
    silent: 'exit 1',
    crashed: 'printf "panic: x\\ngoroutine 1 [running]:\\n" >&2; exit 2',
  }
  const tokenOf = (kind: string) => `a-token-that-is-${kind}`
  const cases = Object.entries(answers).map(([kind, answer]) => `*-is-${kind}*) ${answer} ;;`)

  /** Logs in with two attempts. Returns also the tokens that were tried, in order. */
  async function loginWith(token: string, fallback: string) {
    const { job, inputs } = world.scripted(`[ "$1" = login ] || exit 0
      read -r token; echo "$token" >> "$GITHUB_WORKSPACE/tried"
      case $token in ${cases.join('\n')} esac`)
    const tokens = { token, 'fallback-token': fallback }
    const main = await job.main({ ...inputs, ...tokens, 'login-attempts': '2' })
    return { main, tried: (await job.step('cat tried')).stdout.trim().split('\n') }
  }

  test.concurrent.each([
    ['unreachable', 'good', 'Choreo unreachable', 2, 0, /^2 attempts failed\. /],
    ['silent', 'good', 'Login failed silently', 1, 0, /exit code/],
    ['crashed', 'good', 'CLI crashed', 1, 0, /panic/],
    ['refused', 'refused', 'Both tokens refused', 1, 1, /`token`: .*401.*`fallback-token`: .*401/s],
    // It may be an outage.
    ['refused', 'unreachable', 'Login failed', 1, 2, /`token`: .*401.*: 2 attempts failed.*host/s],
    ['strange', 'strange', 'Login failed', 1, 1, /`token`: .*PAT.*`fallback-token`: .*PAT.*alike/s],
    ['limited', 'refused', 'Login failed', 1, 1, /`token`: .*403.*`fallback-token`: .*401/s],
  ])(
    'after a token that is %s, one that is %s: %s',
    async (first, second, title, one, two, words) => {
      const [token, fallback] = [tokenOf(first), `${tokenOf(second)}-as-well`]
      const { main, tried } = await loginWith(token, fallback)
      const error = expectFailure(main, token)
      expect(error.title).toBe(`Choreo: ${title}`)
      expect(error.message).toMatch(words)
      expect(everything(main)).not.toContain(fallback)
      expect(tried).toEqual([...Array(one).fill(token), ...Array(two).fill(fallback)])
    },
  )

  test.concurrent.each([
    ['strange', /^The login with `token` failed.*PAT could not be validated/s],
    ['limited', /^The login with `token` failed.*403 Forbidden/s],
  ])('after a token that is %s, a good one logs in with a warning', async (first, words) => {
    const [token, fallback] = [tokenOf(first), tokenOf('good')]
    const { main, tried } = await loginWith(token, fallback)
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'token-used': 'fallback' } })
    expect(main.annotations).toMatchObject([{ title: 'Choreo: Fallback token used' }])
    expect(main.annotations[0]?.message).toMatch(words)
    // Only a refusal is called so.
    expect(main.stdout).not.toMatch(/refused/)
    expect(tried).toEqual([token, fallback])
  })

  test.concurrent('is not tried when the token is accepted, or when it is the same token', async () => {
    const accepted = await loginWith(tokenOf('good'), tokenOf('refused'))
    expect(accepted.main).toMatchObject({ annotations: [], outputs: { 'token-used': 'primary' } })
    expect(accepted.tried).toEqual([tokenOf('good')])
    const same = await loginWith(tokenOf('refused'), tokenOf('refused'))
    const { message } = expectFailure(same.main, tokenOf('refused'))
    expect(message).toContain('`fallback-token` is the same token')
    expect(same.tried).toEqual([tokenOf('refused')])
  })
})

describe('the home of the CLI', () => {
  // What one login leaves there, the next one reads.
  const leaving = `[ "$1" != logout ] || exit 0
    find "$HOME" -mindepth 1 ! -name .gitconfig | grep -q . && echo "$1 found files" >> "$GITHUB_WORKSPACE/seen"
    mkdir -p "$HOME/.choreo/stores"; echo old > "$HOME/.choreo/stores/token"`

  test.concurrent('is empty before each attempt, and ≥ 0.5 s pass between two of them', async () => {
    const { job, inputs } = world.scripted(`${leaving}
      [ "$1" = login ] || exit 0
      date +%s%N >> "$GITHUB_WORKSPACE/times"
      setsid sh -c 'sleep 0.3; echo late > "$HOME/late"' > /dev/null 2>&1 &
      read -r token; case $token in
        *fallback*) exit 0 ;;
        *) [ -e "$GITHUB_WORKSPACE/again" ] && echo 401 Unauthorized || echo 503 Service Unavailable
          touch "$GITHUB_WORKSPACE/again"; exit 1 ;;
      esac`)
    const main = await job.main({ ...inputs, 'fallback-token': 'the-fallback-token' })
    expect(main).toMatchObject({ exitCode: 0, outputs: { 'token-used': 'fallback' } })
    expect(await job.step('cat seen')).toMatchObject({ exitCode: 1 })
    const times = (await job.step('cat times')).stdout.trim().split('\n').map(Number)
    expect(times).toHaveLength(3)
    for (const at of [1, 2]) {
      expect((times[at] ?? 0) - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(500_000_000)
    }
  })

  test.concurrent.each([
    ['503 Service Unavailable', 'Choreo unreachable'],
    ['401 Unauthorized', 'Token refused'],
  ])('that cannot be emptied after "%s" allows no further attempt', async (said, title) => {
    const { job, inputs } = world.scripted(`[ "$1" = login ] || exit 0
      echo x >> "$GITHUB_WORKSPACE/tried"; mv "$HOME" "$HOME-away"; echo "${said}"; exit 1`)
    const main = await job.main({ ...inputs, 'fallback-token': 'the-fallback-token' })
    expect(main.annotations).toMatchObject([{ level: 'error', title: `Choreo: ${title}` }])
    expect(main.log.join()).not.toMatch(/Next attempt|Trying/)
    expect((await job.step('cat tried')).stdout).toBe('x\n')
  })
})
