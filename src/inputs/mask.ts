// Masks the secrets among the inputs. The only file that masks.
import { setSecret } from '@actions/core'
import type { Environment } from '../runner/machine.ts'
import { encodingsOf, shortestToken } from '../token/token.ts'
import { secretsOf, tokensOf } from './inputs.ts'

/**
 * Masks the secrets, valid or not. Call it before anything is printed.
 *
 * The runner masks the usual encodings of a secret by itself, but not, for example, the output of
 * `echo | base64`. So each encoding of a token is registered.
 */
export function maskSecrets(env: Environment): void {
  const forms = [...tokensOf(env).flatMap(encodingsOf), ...secretsOf(env)]
  // The runner masks each line of a value by itself. The mask of a short line would hide ordinary words.
  const lines = forms.flatMap((form) => form.split(/[\r\n]+/)).map((line) => line.trim())
  for (const line of new Set(lines)) if (line.length >= shortestToken) setSecret(line)
}
