// Post of action.yml. Most of the code is loaded only when there is a session to close.
const saved = process.env['STATE_session'];
if (saved) {
    const { post } = await import('../action/index.js');
    await post(saved, process);
}
// Top-level `await` needs a module.
export {};
