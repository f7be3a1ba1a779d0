// Errors whose annotation has its own title. Pure.

/** An error whose annotation has its own title. */
export type TitledError = Error & { readonly title: string }

/** Returns an error with a title, which never contains words of others: the runner does not mask titles. */
export function titledError(title: string, message: string): TitledError {
  return Object.assign(new Error(message), { title })
}

/** Adds a title where there is none. */
export function withTitle(title: string, thrown: unknown): TitledError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return Object.assign(error, { title: (error as Partial<TitledError>).title ?? title })
}
