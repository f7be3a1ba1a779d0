// Entry: nothing remembered, nothing to do. Else the session is closed; a job never fails for it.
// Nothing is imported before that is known: every job of a run without a login comes here.
const session = process.env['STATE_session']

if (session) {
  const { closeInPost } = await import('./close.ts')
  await closeInPost(
    {
      session,
      cli: process.env['STATE_cli'] ?? '',
      region: process.env['STATE_region'] ?? '',
      logout: process.env['STATE_logout'] !== 'false',
    },
    process,
  )
}

// A script without an import or an export is no module, and could not await.
export {}
