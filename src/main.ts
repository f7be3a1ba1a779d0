// Main of action.yml.
import { main } from './action.ts'

// A promise that never settles ends a top-level `await` with exit code 13, not with success.
await main(process)
