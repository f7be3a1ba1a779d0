// Entry of action.yml's post: nothing remembered, nothing to do. Else the session is closed; a job never
// fails for it. Nothing is loaded before that is known: every run that did not log in comes here, too.
const saved = process.env['STATE_session']

if (saved) {
	const { post } = await import('../action/index.js')
	await post(saved, process)
}

// A script without an import or an export is no module, and could not await.
export {}
