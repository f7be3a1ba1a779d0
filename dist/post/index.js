// Post of action.yml. Most of the code is loaded only when there is a session to close.
const saved = process.env['STATE_session'];
if (saved) {
    // A log-out is bounded in time, and finishes even if the run is cancelled. A runner on Windows
    // sends SIGBREAK second.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])
        process.on(signal, () => { });
    const { post } = await import('../action/index.js');
    await post(saved, process);
}
// Top-level `await` needs a module.
export {};
