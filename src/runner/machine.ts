// The machine that a job runs on.

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The surroundings of the code: `process`, or a replacement in tests. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  /** Node's version, for example `v24.19.0`. */
  readonly version: string
  /** Node's executable, absolute. */
  readonly execPath: string
  readonly env: Environment
}
