// Masks the secrets among the inputs. The only file that masks.
import { setSecret } from '@actions/core'
import type { Environment } from '../runner/machine.ts'
import { encodingsOf } from '../token/token.ts'
import { secretsOf, tokensOf } from './inputs.ts'

/**
 * Masks the secrets, valid or not. Call it before anything is printed.
 *
 * The runner masks the usual encodings of a secret by itself, but not, for example, the output of
 * `echo | base64`. So each encoding of a token is registered.
 */
export function maskSecrets(env: Environment): void {
  const forms = [...tokensOf(env).flatMap(encodingsOf), ...secretsOf(env)]
  for (const form of new Set(forms)) setSecret(form)
}
