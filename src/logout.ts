// Main of logout/action.yml.

// A log-out is bounded in time, and finishes even if the run is cancelled. A runner on Windows
// sends SIGBREAK second.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']) process.on(signal, () => {})
const { earlyLogout } = await import('./action.ts')
await earlyLogout(process)

export {}
