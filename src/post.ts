// Entry: nothing remembered, nothing to do. Else the session is closed; a job never fails for it.
// Nothing is imported before that is known: every run that did not log in comes here, too.
const saved = process.env['STATE_session']

if (saved) {
  const { closeInPost } = await import('./close-in-post.ts')
  await closeInPost(saved, process)
}

// A script without an import or an export is no module, and could not await.
export {}
