export const id = 567;
export const ids = [567];
export const modules = {

/***/ 567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  closeInPost: () => (/* binding */ closeInPost)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(500);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
;// CONCATENATED MODULE: ../lib/claim.js
// Who uses the machine's own directory of a CLI, with `isolate: false`. Two logins that shared it would
// act for each other's account, and each would bring back what the other had left.


/**
 * Takes a directory for a session alone, until `release`.
 *
 * A claim is a file beside the directory that holds the session's place. One whose session is gone is of
 * a job that was cut off, and counts no more.
 *
 * @param directory for example `~/.choreo`
 * @param session the session's directory
 * @throws Error when another session has it; of two at the same moment neither gets it
 */
async function claim(directory, session) {
    const own = claimOf(directory, session);
    await writeFile(partOf(own), session, { mode: 0o600 });
    await rename(partOf(own), own);
    for (const path of await claimsOn(directory)) {
        if (path === own)
            continue;
        const holder = await readFile(path, 'utf8').catch(() => '');
        if (await lstat(holder).catch(() => undefined)) {
            throw new Error(`Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
                'Run such jobs one after another, or leave `isolate` out.');
        }
        await rm(path, { force: true });
    }
}
/** Gives back what `claim` took, if it did. */
async function release(directory, session) {
    const own = claimOf(directory, session);
    for (const path of [partOf(own), own])
        await (0,promises_.rm)(path, { force: true });
}
async function claimsOn(directory) {
    const beginning = `${basename(directory)}.`;
    const names = await readdir(dirname(directory));
    return names
        .filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
        .map((name) => join(dirname(directory), name));
}
function claimOf(directory, session) {
    return `${directory}.${(0,external_node_path_.basename)(session)}`;
}
function partOf(claim) {
    return `${claim}.part`;
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(698);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(421);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __webpack_require__(53);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(119);
// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(318);
;// CONCATENATED MODULE: ../lib/token.js
// A personal access token: what cannot be one, the forms in which it can show up, and how a text is
// freed of it. Pure. What WSO2 documents of a token's form is nothing, so nothing is assumed of it.
/**
 * Says why a value cannot be a personal access token.
 *
 * @param value the value of the input, without white space around it
 * @returns the reason as the end of a sentence that never quotes the value, or undefined when the
 *   value may be a token
 */
function token_whyNoToken(value) {
    return impostors.find(([pattern]) => pattern.test(value))?.[1];
}
const impostors = (/* unused pure expression or super */ null && ([
    [
        /\$\{\{/,
        'holds an expression that was not expanded. Expressions work in workflow files only: write `token: $' +
            '{{ secrets.CHOREO_TOKEN }}` there',
    ],
    [
        /^(["'`]).*\1$/s,
        'has quotes around it. Store the secret without them: they are not part of the token',
    ],
    [
        /^bearer\s/i,
        'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it',
    ],
    [
        /\s/,
        'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
    ],
    [
        /[\p{Cc}\p{Cf}]/u,
        'has control characters or invisible characters inside it. A token is one word: copy it again, and store nothing else in the secret',
    ],
    [
        /^(gh[oprsu]_|github_pat_)/,
        'is a token of GitHub. Choreo needs a Personal Access Token of its own, made in the Choreo Console',
    ],
]));
/**
 * Lists the forms in which a log, a file or a CLI's message can hold a token.
 *
 * @param token the token
 * @returns the token itself, then its Base64 (also inside longer data, in lines of 76 characters, and
 *   with a line break after it as `echo` makes it), URL, JSON and hexadecimal forms, each once; nothing
 *   for an empty token
 */
function token_forms(token) {
    if (token === '')
        return [];
    const bytes = Buffer.from(token);
    const base64 = [bytes, ...['\n', '\r\n'].map((end) => Buffer.from(token + end))].map((data) => data.toString('base64'));
    // Inside longer data the token starts at any of three places of a Base64 group. What its own bytes
    // decide alone is the same everywhere: the groups that it does not share with its neighbours.
    const inside = [0, 1, 2].map((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        const whole = Math.floor((bytes.length + shift) / 3) * 4;
        return encoded.slice(shift === 0 ? 0 : 4, whole);
    });
    const lines = base64.flatMap((form) => form.match(/.{1,76}/g) ?? []);
    const all = [...base64, ...lines, ...inside].flatMap((form) => [form, asUrlSafe(form)]);
    const url = encodeURIComponent(token.toWellFormed());
    all.push(url, url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`), JSON.stringify(token).slice(1, -1), bytes.toString('hex'), bytes.toString('hex').toUpperCase());
    return [...new Set([token, ...all])].filter((form) => form.length >= Math.min(8, token.length));
}
function asUrlSafe(base64) {
    return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
/**
 * Frees a text of tokens and of everything that a terminal or a runner could take for a command.
 *
 * A part of a token is hidden as well as the whole, from eight characters on, and also where white
 * space or control sequences stand between its characters.
 *
 * @param text what a CLI printed
 * @param tokens what must not be in the result, in any of their forms
 * @returns the text as plain lines, with `***` where a token stood
 */
function token_redact(text, tokens) {
    return hideTokens(plain(text), tokens)
        .replaceAll('##[', '# # [')
        .replace(/^([^\S\n]*)::/gm, '$1: :');
}
// Escape sequences as ECMA-48 has them: CSI and the "string" sequences (OSC, DCS, …), then lone ones.
const escapes = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
// The runner compares as people do: characters that nobody sees do not keep it from reading a command.
function plain(text) {
    return text
        .replace(escapes, '')
        .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
        .replace(/[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}/gu, '');
}
const shortestPart = 8;
function hideTokens(text, tokens) {
    const places = [];
    for (let at = 0; at < text.length; at++)
        if (!/\s/.test(text.charAt(at)))
            places.push(at);
    const dense = withoutSpace(text);
    const hidden = new Uint8Array(text.length);
    for (const token of tokens) {
        const size = Math.min(shortestPart, withoutSpace(plain(token)).length);
        if (size === 0)
            continue;
        const parts = new Set(token_forms(token).flatMap((form) => partsOf(withoutSpace(plain(form)), size)));
        for (let at = 0; at + size <= dense.length; at++) {
            if (parts.has(dense.slice(at, at + size))) {
                hidden.fill(1, places[at], (places[at + size - 1] ?? text.length) + 1);
            }
        }
    }
    let shown = '';
    for (let at = 0; at < text.length; at++) {
        if (!hidden[at])
            shown += text.charAt(at);
        else if (!hidden[at - 1])
            shown += '***';
    }
    return shown;
}
function withoutSpace(text) {
    return text.replace(/\s/g, '');
}
function partsOf(form, size) {
    return Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size));
}

;// CONCATENATED MODULE: ../lib/cli.js
// Runs the CLI: the only file that starts it, and the only one that imports @actions/exec.









/** Logs in with a personal access token, which is written to the CLI's standard input. */
function login(cli, token) {
    return run(cli, ['login', '--with-token'], `${token}\n`);
}
function logout(cli) {
    return run(cli, ['logout']);
}
function organizations(cli) {
    return run(cli, ['list', 'organizations', '--output', 'json']);
}
function version(cli) {
    return run(cli, ['--version']);
}
// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/;
/**
 * Tells whether a file begins as programs do. The system hands anything else to a shell, which takes an
 * empty file for a success. What may be run but not read is left to the system.
 */
async function isProgram(path) {
    if (/\.(cmd|bat)$/i.test(path))
        return true;
    const file = await open(path).catch(() => undefined);
    if (file === undefined)
        return true;
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(4));
        return beginnings.test(buffer.toString('hex', 0, bytesRead));
    }
    finally {
        await file.close();
    }
}
/**
 * Leaves out of an environment what is none of the CLI's business: the inputs and the state of this
 * action, the credentials that the runner gives to actions alone, the files that take commands for the
 * runner, and every variable that holds one of the tokens.
 *
 * @param env the environment of the step
 * @returns what a child may have: also PATH, proxies, certificates and RUNNER_TRACKING_ID, by which the
 *   runner finds processes that a job left behind
 */
function scrub(env, tokens) {
    const secrets = tokens.flatMap(token_forms);
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !ofTheAction.test(entry[0]) &&
        !secrets.some((secret) => entry[1]?.includes(secret)));
    return Object.fromEntries(kept);
}
const ofTheAction = /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)/i;
const graceMs = 2000;
const mostBytes = 1024 * 1024;
async function run(cli, args, input = '') {
    const stdout = tail();
    const stderr = tail();
    let child;
    let stopped;
    let startError = '';
    let exitCode = null;
    // @actions/exec gives no handle on the process that it starts; Node announces it, with all others:
    // what ends the CLI on Windows is a process, too.
    const call = new external_node_async_hooks_.AsyncLocalStorage();
    const announced = (message) => {
        if (!call.getStore())
            return;
        const started = message.process;
        prepare(started, stdout.take, stderr.take);
        started.once('spawn', () => stopped !== undefined && kill(started, 'SIGKILL'));
        // From here on only its output is waited for, and not for long.
        started.once('exit', () => clearTimeout(timer));
        child = started;
    };
    const stop = async (reason) => {
        stopped ??= reason;
        if (child === undefined)
            return;
        kill(child, 'SIGTERM');
        await (0,external_node_timers_promises_.setTimeout)(graceMs, undefined, { ref: false });
        kill(child, 'SIGKILL');
    };
    const cancel = () => void stop('cancelled');
    const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs);
    cli.cancelled.addEventListener('abort', cancel);
    (0,external_node_diagnostics_channel_.subscribe)('child_process', announced);
    try {
        cli.cancelled.throwIfAborted();
        const options = {
            env: { ...cli.env },
            input: Buffer.from(input),
            silent: true,
            ignoreReturnCode: true,
            // How long to wait for the output of a process that has ended, while a child of it lives on.
            delay: 1000,
        };
        const path = `"${cli.path.replaceAll('"', '\\"')}"`;
        exitCode = await call.run(true, () => (0,exec/* exec */.m)(path, [...args], options));
    }
    catch (error) {
        startError = error.message;
    }
    finally {
        (0,external_node_diagnostics_channel_.unsubscribe)('child_process', announced);
        cli.cancelled.removeEventListener('abort', cancel);
        clearTimeout(timer);
        if (child !== undefined)
            cli_release(child, stopped !== undefined);
    }
    if (cli.cancelled.aborted)
        stopped = 'cancelled';
    const signal = child?.signalCode ?? null;
    return { exitCode, signal, stopped, startError, stdout: stdout.text(), stderr: stderr.text() };
}
/** Readies a child for a rough life, before it is started. */
function prepare(child, takeStdout, takeStderr) {
    const starter = child;
    const start = starter.spawn.bind(child);
    starter.spawn = (options) => {
        try {
            // A group of its own, so that it can be ended together with whatever it starts.
            const started = start({ ...options, detached: process.platform !== 'win32' });
            // A CLI that ends before it has read its input breaks the pipe: no reason to crash.
            child.stdin?.on('error', () => { });
            return started;
        }
        catch (error) {
            // Some errors of the system (a file that is no program, too many arguments) are thrown where
            // @actions/exec cannot catch them. Raised as events they are errors like all others.
            child.stdin = new external_node_stream_.PassThrough();
            process.nextTick(() => child.emit('error', error));
            return undefined;
        }
    };
    child.once('spawn', () => {
        // @actions/exec searches all of the output for lines, again with every piece of it: megabytes
        // without a line break would take it minutes. Nobody here needs lines.
        child.stdout?.removeAllListeners('data').on('data', takeStdout);
        child.stderr?.removeAllListeners('data').on('data', takeStderr);
    });
}
function cli_release(child, wasStopped) {
    if (wasStopped)
        kill(child, 'SIGKILL');
    // What the CLI left running may hold the other ends of these pipes: this process does not wait for it.
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.unref();
}
function kill({ pid }, signal) {
    if (pid === undefined)
        return;
    if (process.platform === 'win32') {
        const taskkill = (0,external_node_path_.join)(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
        (0,external_node_child_process_.spawn)(taskkill, ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).on('error', () => { });
        return;
    }
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The whole group has ended.
    }
}
function tail() {
    const chunks = [];
    let size = 0;
    const take = (bytes) => {
        chunks.push(bytes);
        size += bytes.length;
        while (size - (chunks[0]?.length ?? 0) >= mostBytes)
            size -= chunks.shift()?.length ?? 0;
    };
    return { take, text: () => Buffer.concat(chunks).toString() };
}

;// CONCATENATED MODULE: ../lib/failure.js

/**
 * Explains why a call of the CLI failed.
 *
 * @param outcome how the CLI ended, without success
 * @param tokens what must not be in the message
 * @returns title, message and what may help
 */
function explain(outcome, tokens) {
    const { stdout, stderr, startError } = outcome;
    // The end of what was said on standard error comes last: the quotation shows last lines.
    const printed = [stdout, stderr, startError].map((text) => text.slice(-longestRead)).join('\n');
    const { kind, title, why } = meaningOf(outcome, plainly(printed, tokens)) ?? unknown;
    const quoted = quote(withoutUsage(redact(printed, tokens)), startError === '' ? 'CLI' : 'operating system');
    return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') };
}
/**
 * Quotes what was said: its first and last lines, as they may be shown.
 *
 * @param said redacted text
 * @returns at most six lines of at most 300 characters, or nothing when there is nothing to quote
 */
function quote(said, speaker = 'CLI') {
    const lines = said
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '')
        .map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`);
    if (lines.length === 0)
        return '';
    const left = lines.length - firstLines - lastLines;
    const shown = left <= 0
        ? lines
        : [...lines.slice(0, firstLines), `  … ${left} more lines`, ...lines.slice(-lastLines)];
    return [`The ${speaker} said:`, ...shown].join('\n');
}
const longestRead = 16_384;
const firstLines = 2;
const lastLines = 4;
const longestLine = 300;
// A token may hold words such as "expired": it is taken out before words are looked for, and only as a
// whole, since a part of it may be an ordinary word of the message.
function plainly(printed, tokens) {
    const text = withoutUsage(redact(printed, []));
    return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text);
}
// Many CLIs print all that they can do after an error. It would hide the error in a quotation, and its
// words ("--timeout", "token") explain nothing.
function withoutUsage(said) {
    return said.replace(/^Usage:\n(?:(?:[ \t].*|[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '');
}
function meaningOf(outcome, said) {
    // What a CLI adds in passing must not explain the failure, and a warning only where nothing else does.
    const texts = [asides, adverts].map((lines) => said.replace(lines, ''));
    return (meanings.find(({ ended }) => ended?.(outcome, said)) ??
        texts
            .flatMap((text) => [
            meanings.find(({ surely }) => surely?.some((words) => words.test(text))),
            meanings.find(({ likely }) => likely?.test(text)),
        ])
            .find((meaning) => meaning !== undefined));
}
const asides = /^[^\w\n]*(notice|note|tip|hint|info|debug|warn(ing)?)\b.*/gim;
const adverts = /^[^\w\n]*(notice|note|tip|hint)\b.*/gim;
function ending({ exitCode, signal, stopped }) {
    if (stopped !== undefined)
        return '';
    if (signal !== null)
        return `The signal was ${signal}.`;
    return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`;
}
const newToken = 'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
    'store it in the secret that the workflow reads. The page "Using personal access tokens" of https://wso2.com/choreo/docs/ ' +
    'shows the way.';
/** In the order in which they are tried. */
const meanings = [
    {
        kind: 'other',
        title: 'Login cancelled',
        why: 'The run was cancelled while the CLI was at work.',
        ended: ({ stopped }) => stopped === 'cancelled',
    },
    {
        kind: 'other',
        title: 'Login timed out',
        why: 'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
            'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
            'and check proxy and firewall of the runner.',
        ended: ({ stopped }) => stopped === 'timeout',
    },
    {
        kind: 'other',
        title: 'CLI cannot be run',
        why: 'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
            'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
        ended: ({ startError, exitCode }, said) => startError !== '' ||
            ((exitCode === 126 || exitCode === 127) &&
                /not found|permission denied|cannot execute|no such file/i.test(said)),
        surely: [
            // What a shell says that takes a program for another processor as a script: Node hands it over.
            /: (line )?\d+: (\S+: )?syntax error/i,
            /exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
        ],
    },
    {
        kind: 'other',
        title: 'CLI was killed',
        why: 'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
            'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
        // A shell that starts the CLI reports its signal in the exit code, as 128 and the signal's number.
        ended: ({ exitCode, signal }) => signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
    },
    {
        kind: 'other',
        title: 'Login failed silently',
        why: 'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
            'input `cli-version`.',
        ended: (_, said) => said.trim() === '',
    },
    {
        kind: 'other',
        title: 'CLI too old',
        why: 'This version of the CLI cannot log in with a token: it does not know `login --with-token`. Set the input `cli-version` to ' +
            '`latest` or a newer version, or update the CLI that `cli-path` names.',
        surely: [
            /(unknown|unrecogni[sz]ed|undefined|invalid|not defined)\b.{0,30}with-token/i,
            /unknown command "?login\b/i,
        ],
    },
    {
        kind: 'refused',
        title: 'Token refused',
        why: `Choreo refused the Personal Access Token: it is invalid, has expired or was revoked. ${newToken}`,
        surely: [
            ...failure_status('401'),
            /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i,
        ],
        likely: /\b(token|credential)s?\b[^.\n]{0,60}\b(invalid|expired|revoked|rejected|refused|inactive|incorrect|malformed|not (valid|active|accepted|recogni[sz]ed))\b|\b(invalid|expired|revoked|inactive|bad|wrong|incorrect|malformed)\b[^.\n]{0,40}\b(token|credential)|authentication failed/i,
    },
    {
        kind: 'other',
        title: 'Token lacks permission',
        why: 'Choreo knows the Personal Access Token, but does not allow what the CLI asked for: the token lacks a scope, or its owner ' +
            'lacks access. Create a new one with the scopes that the job needs in the Choreo Console (profile picture, Account ' +
            'Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
        surely: [...failure_status('403'), /\bforbidden\b|insufficient_scope/i],
        likely: /\b(missing|lacks?|insufficient|required?)\b[^.\n]{0,40}\b(scopes?|permissions?|privileges?)\b|access denied|not (authori[sz]ed|permitted|allowed)/i,
    },
    {
        kind: 'other',
        title: 'Certificate not trusted',
        why: 'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
            'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
        surely: [
            /\bx509\b|certificate (is|has|signed|verif)|self[- ]signed certificate|unknown authority/i,
        ],
    },
    {
        kind: 'other',
        title: 'No keyring',
        why: 'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
            'asked to use files (`SKIP_KEYRING=true`). Versions that know that variable do: set the input `cli-version` to `latest` ' +
            'or a newer version.',
        surely: [
            /org\.freedesktop\.secrets|dbus-launch|autolaunch d-?bus/i,
            /\b(failed|failure|unable|cannot|could not|error)\b.{0,60}\b(keyring|keychain|secret service)/i,
        ],
        likely: /\b(keyring|keychain|secret service)\b.{0,60}\b(failed|denied|locked|error|unavailable|not)\b/i,
    },
    {
        kind: 'passing',
        title: 'Choreo out of reach',
        why: 'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
            'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
            'page of Choreo.',
        surely: [
            ...failure_status('408|425|429|5\\d\\d'),
            /too many requests|internal server error|bad gateway|service unavailable|gateway time-?out/i,
            /no such host|server misbehaving|temporary failure in name resolution|getaddrinfo|\b(ENOTFOUND|EAI_AGAIN|E(CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH))\b/i,
            /connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|unexpected eof|: eof"?\s*$/im,
            /\b(i\/o|handshake|dial|read|connect|request|response|operation|lookup \S+:?) (timeout|timed out)|deadline exceeded|client\.timeout|timeout (awaiting|exceeded)|handshake failure/i,
            // A sign-in page or an error page of a proxy where an answer in JSON was to be.
            /invalid character .{1,20} looking for|unexpected token .{1,20} json|unexpected end of json/i,
        ],
        likely: /\btime(d)?[ -]?out\b|\brate limit|\beof\b|try again (later|in|after|shortly)|temporarily|network (error|connection)|(failed|unable) to connect|could not connect/i,
    },
];
/** When nothing applies. */
const unknown = {
    kind: 'other',
    title: 'Login failed',
    why: 'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
        'have changed.',
};
// A status of HTTP, and not a port, an id, a size or a number of things: by the words around it.
function failure_status(codes) {
    return [
        new RegExp(`(?:status|code|\\bhttp(?:/[\\d.]+)?|\\berror)[^\\w/]{1,4}(?:${codes})\\b(?![-.:]?\\d)`, 'i'),
        new RegExp(`\\b(?:failed|response|request|with|returned|answered|replied|got|received)[^\\w/]{1,3}(?:${codes})\\b(?=[\\])},;]|[.:]?\\s*$|[.:]\\s)`, 'im'),
    ];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
;// CONCATENATED MODULE: ../lib/machine-home.js



/**
 * Lists the homes of this user: HOME, and the one that the system has on record, which is another one in
 * container jobs. A container's user need not have any.
 */
function machine_home_homes() {
    const found = [external_node_os_.homedir, () => (0,external_node_os_.userInfo)().homedir].flatMap((find) => {
        try {
            return [find()];
        }
        catch {
            return [];
        }
    });
    return [...new Set(found)].filter(external_node_path_.isAbsolute);
}
/**
 * Lists where a CLI keeps its files outside a session.
 *
 * @param name the CLI's directory, for example `.choreo`
 */
function placesOf(name) {
    return machine_home_homes().map((home) => (0,external_node_path_.join)(home, name));
}
/** Lists the files below directories, which need not exist. */
async function list(directories) {
    const listing = new Map();
    for (const directory of directories) {
        const entries = await (0,promises_.readdir)(directory, { recursive: true, withFileTypes: true }).catch(() => []);
        for (const entry of entries.filter((entry) => !entry.isDirectory())) {
            const path = (0,external_node_path_.join)(entry.parentPath, entry.name);
            const { mtimeMs, size } = await (0,promises_.stat)(path).catch(() => ({ mtimeMs: 0, size: 0 }));
            listing.set(path, `${mtimeMs} ${size}`);
        }
    }
    return listing;
}
/** Names the files that are new or different in a later listing. */
function changes(before, after) {
    return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path);
}
const largest = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/**
 * Copies a directory aside, so that `restore` can bring it back as it is now. Programs in it (files of
 * more than 8 MiB) are noted, not copied: a login does not change them. Nor are sockets and the like.
 *
 * @param directory need not exist
 * @param backup a path that does not exist yet
 */
async function keep(directory, backup) {
    const partial = `${backup}.partial`;
    await mkdir(partial, { mode: 0o700 });
    const source = await behindLinks(directory);
    const names = await namesIn(source);
    if (names !== undefined) {
        await cp(source, join(partial, 'copy'), {
            recursive: true,
            preserveTimestamps: true,
            verbatimSymlinks: true,
            filter: async (path) => isCopied(await lstat(path)),
        });
    }
    await writeFile(join(partial, 'names.json'), JSON.stringify(names ?? null));
    // All of it or nothing: half a backup would take the other half away.
    await rename(partial, backup);
}
/**
 * Brings a directory back to what it was when `keep` copied it: new files go, changed and removed ones
 * come back.
 *
 * @returns whether there was a backup; without one nothing was changed, and nothing is
 * @throws Error that names what could not be brought back; the rest is
 */
async function restore(directory, backup) {
    const listed = await (0,promises_.readFile)((0,external_node_path_.join)(backup, 'names.json'), 'utf8').catch(() => undefined);
    if (listed === undefined)
        return false;
    const names = JSON.parse(listed);
    if (names === null) {
        await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5 });
        return true;
    }
    const target = await behindLinks(directory);
    const before = new Set(names);
    const added = ((await namesIn(target)) ?? []).filter((name) => !before.has(name));
    const failures = [];
    const attempt = (what) => what.catch((error) => failures.push(error.message));
    for (const name of added) {
        await attempt((0,promises_.rm)((0,external_node_path_.join)(target, name), { recursive: true, force: true }));
    }
    for (const name of names) {
        await attempt(bringBack((0,external_node_path_.join)(backup, 'copy', name), (0,external_node_path_.join)(target, name)));
    }
    if (failures.length > 0)
        throw new Error(failures.join(' '));
    return true;
}
// A person's directory may lie elsewhere. Then that is where a login changes it.
async function behindLinks(directory) {
    return (0,promises_.realpath)(directory).catch(() => directory);
}
function isCopied(found) {
    return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest);
}
async function bringBack(from, to) {
    const was = await (0,promises_.lstat)(from).catch(() => undefined);
    const is = await (0,promises_.lstat)(to).catch(() => undefined);
    if (was === undefined)
        return;
    if (was.isDirectory() && is?.isDirectory())
        return (0,promises_.chmod)(to, was.mode);
    if (is !== undefined && (await isAsBefore(was, is, from, to)))
        return;
    await (0,promises_.rm)(to, { recursive: true, force: true });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
    // What is in a directory has names of its own.
    if (was.isDirectory())
        await (0,promises_.mkdir)(to, { mode: was.mode });
    else
        await (0,promises_.cp)(from, to, { preserveTimestamps: true, verbatimSymlinks: true });
}
async function isAsBefore(was, is, from, to) {
    if (was.mode !== is.mode)
        return false;
    const read = (path) => was.isSymbolicLink() ? (0,promises_.readlink)(path) : (0,promises_.readFile)(path, 'base64');
    return (await read(from)) === (await read(to));
}
async function namesIn(directory) {
    return (0,promises_.readdir)(directory, { recursive: true }).catch(() => undefined);
}

;// CONCATENATED MODULE: ../lib/report.js
// What a run says: the lines of its log, and how it ends when it does not log in.


/** Writes a line to the log. Parts of it may come from others: none of it becomes a command. */
function say(line) {
    (0,core/* info */.pq)(oneLine(token_redact(line, [])));
}
/** Waits for work, and tells debug logs how long it took and, when it went well, how it ended. */
async function timed(what, work, result = () => 'done') {
    const began = performance.now();
    const tell = (end) => {
        if (isDebug())
            debug(`${what}: ${end} after ${Math.round(performance.now() - began)} ms`);
    };
    return work.then((value) => {
        tell(result(value));
        return value;
    }, (cause) => {
        tell('failed');
        throw cause;
    });
}
/** An error whose annotation has a title of its own. The title is ours, never words of others. */
function failure(title, message) {
    return Object.assign(new Error(message), { title });
}
/**
 * Ends the step red, with one annotation.
 *
 * @param cause what was thrown; its title, where it has one, becomes the annotation's
 * @param secrets what must not be shown
 */
function fail(cause, secrets) {
    process.exitCode = 1;
    const { message, title = 'Choreo login failed' } = (cause ?? {});
    error(redact(String(message ?? cause), secrets), { title });
}
/** Ends the step green, with one notice. */
function skip(why) {
    notice(why, { title: 'Choreo login skipped' });
}
/** Tells later steps that nobody is logged in. */
function setLoggedOut() {
    try {
        setOutput('authenticated', false);
    }
    catch {
        // A full disk, for example: the step says already that there is no login.
    }
}
function oneLine(text) {
    return text.replace(/\s+/g, ' ');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(975);
;// CONCATENATED MODULE: ../lib/command.js
// The command that later steps call: the CLI with the settings of one session. On Windows there are
// three of it, for cmd, PowerShell and Git Bash.
//
// npm's cmd-shim writes such commands too, but cannot set a variable to a value with a space in it.


/**
 * Writes the command.
 *
 * @returns the path of the file to call
 */
async function command_writeCommand(command, platform) {
    const path = join(command.bin, command.name);
    await writeFile(path, forShells(command), { mode: 0o700 });
    if (platform !== 'win32')
        return path;
    await writeFile(`${path}.ps1`, forPowerShell(command));
    await writeFile(`${path}.cmd`, forCmd(command));
    return `${path}.cmd`;
}
const origin = 'The CLI with the login of this job alone. It is removed when the job ends.';
/**
 * Writes for the smallest shell there is. `exec` makes the CLI the process that the caller started:
 * arguments, streams, signals and exit code are its own.
 */
function forShells({ cli, settings }) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`);
    return `#!/bin/sh
# ${origin}

${exports.join('\n')}
exec ${quoted(cli)} "$@"
`;
}
/**
 * Writes for cmd. It reads files in the code page of the machine, so a path that may not be plain ASCII
 * is told from where the file lies. \`%*\` is taken as it stands and not expanded again.
 */
function forCmd({ bin, cli, settings }) {
    const near = (path) => {
        const relative = win32.relative(bin, path);
        return win32.isAbsolute(relative)
            ? path.replaceAll('%', '%%')
            : `%~dp0${relative.replaceAll('%', '%%')}`;
    };
    const lines = Object.entries(settings).map(([name, value]) => win32.isAbsolute(value)
        ? `for %%I in ("${near(value)}") do set "${name}=%%~fI"`
        : `set "${name}=${value.replaceAll('%', '%%')}"`);
    return [
        '@echo off',
        `rem ${origin}`,
        'setlocal DisableDelayedExpansion',
        ...lines,
        `"${near(cli)}" %*`,
        'exit /b %ERRORLEVEL%',
        '',
    ].join('\r\n');
}
/**
 * Writes for PowerShell, which would hand arguments to a .cmd file in a way that cmd takes for commands.
 * A script runs inside the caller's process, so the variables are put back at its end; those that were
 * not set are removed, which takes a null that PowerShell does not turn into an empty text. A first `--`
 * without quotes never reaches a script: https://github.com/MicrosoftDocs/PowerShell-Docs/issues/8817
 */
function forPowerShell({ cli, settings }) {
    // PowerShell takes typographic quotes for straight ones.
    const quoted = (text) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
    const entries = Object.entries(settings).map(([name, value]) => `  ${name} = ${quoted(value)}`);
    // With a byte order mark Windows PowerShell knows that this is UTF-8.
    return `\ufeff# ${origin}
$settings = @{
${entries.join('\n')}
}
$before = @{}
foreach ($name in $settings.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
try {
  foreach ($name in $settings.Keys) { [Environment]::SetEnvironmentVariable($name, $settings[$name]) }
  if ($MyInvocation.ExpectingInput) { $input | & ${quoted(cli)} @args } else { & ${quoted(cli)} @args }
} finally {
  foreach ($name in $before.Keys) {
    if ($null -eq $before[$name]) { [Environment]::SetEnvironmentVariable($name, [NullString]::Value) }
    else { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
  }
}
exit $LASTEXITCODE
`;
}

;// CONCATENATED MODULE: ../lib/distribution.js
// What WSO2 publishes: repository, executable and asset of each CLI. Pure.
// Sources: the release pages of github.com/wso2/choreo-cli and github.com/wso2/wdp-cli.
const distributions = {
    choreo: {
        title: 'Choreo CLI',
        repository: 'wso2/choreo-cli',
        tagSuffix: '',
        homeDirectory: '.choreo',
    },
    wdp: {
        title: 'WSO2 Developer Platform CLI',
        repository: 'wso2/wdp-cli',
        tagSuffix: '-wdp',
        homeDirectory: '.wdp',
    },
};
const published = {
    'linux x64': { os: 'linux', arch: 'amd64', archive: 'tar.gz' },
    'linux arm64': { os: 'linux', arch: 'arm64', archive: 'tar.gz' },
    'linux arm': { os: 'linux', arch: 'arm', archive: 'tar.gz' },
    'linux ia32': { os: 'linux', arch: '386', archive: 'tar.gz' },
    'darwin x64': { os: 'darwin', arch: 'amd64', archive: 'zip' },
    'darwin arm64': { os: 'darwin', arch: 'arm64', archive: 'zip' },
    'win32 x64': { os: 'windows', arch: 'amd64', archive: 'zip' },
    'win32 ia32': { os: 'windows', arch: '386', archive: 'zip' },
    // Nothing is published for it, and Windows on Arm runs programs for x64.
    'win32 arm64': { os: 'windows', arch: 'amd64', archive: 'zip' },
};
/**
 * Finds what is published for a machine.
 *
 * @param platform as `process.platform` names it
 * @param arch as `process.arch` names it
 * @returns the target in the words of the asset names
 * @throws Error that names the platform, the architecture and what exists
 */
function targetOf(platform, arch) {
    const target = published[`${platform} ${arch}`];
    if (target !== undefined)
        return target;
    const known = new Set(Object.values(published).map(({ os, arch }) => `${os}-${arch}`));
    throw new Error(`No CLI is published for ${platform} on ${arch}: there are archives for ${[...known].join(', ')}. ` +
        'Run the job on one of these, or install a CLI yourself and name it in the input `cli-path`.');
}
/**
 * Names the archive of a release.
 *
 * @returns the file name, for example `choreo-cli-v1.2.33-linux-amd64.tar.gz`
 */
function assetName(cli, tag, target) {
    return `${cli}-cli-${tag}-${target.os}-${target.arch}.${target.archive}`;
}
/**
 * Names the executable inside the archive, and in the tool cache.
 *
 * @returns the file name, for example `choreo` or `choreo.exe`
 */
function executableName(cli, target) {
    return target.os === 'windows' ? `${cli}.exe` : cli;
}

;// CONCATENATED MODULE: ../lib/git-config.js
// What git, started by the CLI, reads in a session's home: the user's own configuration. What it writes
// stays in the session.

/**
 * Returns the text of a `.gitconfig` that includes both files in which git looks for a user's
 * configuration, in git's order. Files that do not exist are no error to git, so they may come later.
 *
 * @param env the environment of the step
 * @param home the user's home, where the environment names none; empty when there is none at all
 */
function git_config_gitConfig(env, home) {
    const own = env['HOME'] || home;
    const files = [
        join(env['XDG_CONFIG_HOME'] || join(own, '.config'), 'git', 'config'),
        join(own, '.gitconfig'),
    ];
    return files
        .filter((path) => isAbsolute(path))
        .map((path) => `[include]\n\tpath = ${quoted(path)}\n`)
        .join('');
}
// https://git-scm.com/docs/git-config#_syntax
function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
;// CONCATENATED MODULE: ../lib/processes.js
// Ends what still runs in a session: a CLI whose parent was killed would write its credentials again
// after they were removed.


/**
 * Kills every process of this user that has one of these variables in its environment. On Windows nothing
 * tells the environment of a process, and files in use cannot be removed there anyway.
 *
 * @param variables `NAME=value`, as nothing but the session's own commands can have them
 * @returns how many processes were ended
 */
function endProcesses(variables, platform) {
    if (platform === 'win32')
        return 0;
    let ended = 0;
    // Whoever was just starting another process is gone the second time.
    for (let pass = 0; pass < 5; pass++) {
        const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(processes_kill);
        if (found.length === 0)
            break;
        ended += found.length;
    }
    return ended;
}
function inProc(variables) {
    const marks = variables.map((variable) => Buffer.from(`\0${variable}\0`));
    return processIds().filter((pid) => {
        try {
            const environment = Buffer.concat([Buffer.from('\0'), (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`)]);
            return marks.some((mark) => environment.includes(mark));
        }
        catch {
            return false; // Another user's, or gone.
        }
    });
}
function processIds() {
    try {
        return (0,external_node_fs_.readdirSync)('/proc')
            .map(Number)
            .filter((pid) => pid > 0 && pid !== process.pid);
    }
    catch {
        return [];
    }
}
function inList(variables) {
    try {
        const args = ['-AEww', '-o', 'pid=,command='];
        const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024 };
        return (0,external_node_child_process_.execFileSync)('/bin/ps', args, options)
            .split('\n')
            .filter((line) => variables.some((variable) => `${line} `.includes(` ${variable} `)))
            .map((line) => Number.parseInt(line, 10))
            .filter((pid) => pid > 0 && pid !== process.pid);
    }
    catch {
        return [];
    }
}
function processes_kill(pid) {
    try {
        return process.kill(pid, 'SIGKILL');
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ../lib/session.js
// A session is a directory: the CLI's home, and the command that later steps call. Whatever the CLI
// writes lands inside it, and goes with it.











const prefix = 'choreo-session-';
const marker = 'session.json';
/**
 * Names a new session, and touches nothing.
 *
 * @param temp RUNNER_TEMP
 * @throws Error when the machine's home is asked for, and there is none
 */
function planSession(temp, plan) {
    const directory = join(temp, `${prefix}${randomBytes(8).toString('hex')}`);
    const home = plan.isolate ? join(directory, 'home') : homes()[0];
    if (home === undefined) {
        throw new Error('The input `isolate` is "false", and the machine has no home directory: HOME is not set. Set it, or leave `isolate` out.');
    }
    return { ...plan, directory, home, isLoggedIn: false, strays: [] };
}
/** The directory of a session that goes on PATH. */
function binOf({ directory }) {
    return join(directory, 'bin');
}
/** The only file in a session's home that is not the CLI's. */
function gitConfigOf({ home }) {
    return (0,external_node_path_.join)(home, '.gitconfig');
}
/** Where a session keeps what the machine's home held before, with `isolate: false`. */
function backupOf({ directory }) {
    return (0,external_node_path_.join)(directory, 'before');
}
/**
 * Makes the directories of a session, for this user alone, and the command that later steps call.
 *
 * @returns the command's path
 * @throws Error of the file system
 */
async function openSession(session, { platform, env }) {
    const bin = binOf(session);
    for (const directory of [session.directory, join(session.directory, 'home'), bin]) {
        await mkdir(directory, { mode: 0o700 });
        await chmod(directory, 0o700);
    }
    if (platform === 'win32')
        await limitAccess(session.directory);
    await markSession(session);
    if (session.isolate)
        await writeFile(gitConfigOf(session), gitConfig(env, homes()[0] ?? ''));
    const { command: name, cli } = session;
    return writeCommand({ name, bin, cli, settings: settingsOf(session, platform) }, platform);
}
/** Writes down in the session's directory what is known of it now. */
async function markSession(session) {
    await writeFile(join(session.directory, marker), JSON.stringify(session), { mode: 0o600 });
}
const mark = 'CHOREO_LOGIN_SESSION';
/**
 * Lists the variables by which a CLI finds its home and leaves the keyring alone, and by which its
 * processes are found when the session ends.
 */
function settingsOf(session, platform) {
    const { directory, home, isolate, region } = session;
    return {
        SKIP_KEYRING: 'true',
        [mark]: directory,
        ...(region !== '' && { CHOREO_REGION: region }),
        ...(isolate && {
            HOME: home,
            XDG_CONFIG_HOME: (0,external_node_path_.join)(home, '.config'),
            XDG_DATA_HOME: (0,external_node_path_.join)(home, '.local', 'share'),
            XDG_STATE_HOME: (0,external_node_path_.join)(home, '.local', 'state'),
            XDG_CACHE_HOME: (0,external_node_path_.join)(home, '.cache'),
            ...(platform === 'win32' && {
                USERPROFILE: home,
                APPDATA: (0,external_node_path_.join)(home, 'AppData', 'Roaming'),
                LOCALAPPDATA: (0,external_node_path_.join)(home, 'AppData', 'Local'),
            }),
        }),
    };
}
/**
 * Reads what was saved of a session, and finds out whether it is one.
 *
 * @param saved JSON, as it was saved; anything is possible
 * @param temp RUNNER_TEMP
 * @returns the session, or undefined when it is gone
 * @throws Error when this cannot be a session of this job: it would not be safe to remove it
 */
async function savedSession(saved, temp) {
    const session = parse(saved);
    if (session === undefined)
        throw new Error('What was saved of the session cannot be read.');
    const isThere = await isSession(session.directory, temp);
    // A log-out was killed while it removed the session.
    const isHalfGone = (await (0,promises_.lstat)(movedFrom(session.directory)).catch(() => undefined)) !== undefined;
    return isThere || isHalfGone ? session : undefined;
}
/**
 * Reads a session from its directory.
 *
 * @throws Error when the directory is not that of a session of this job
 */
async function sessionIn(directory, temp) {
    const found = (await isSession(directory, temp)) ? await readMarker(directory) : undefined;
    if (found === undefined)
        throw noSession(directory);
    return found;
}
/** Lists the sessions of this job that are open. */
async function openSessions(temp) {
    const names = await (0,promises_.readdir)(temp).catch(() => []);
    const sessions = [];
    for (const name of names.filter((name) => name.startsWith(prefix))) {
        const session = await sessionIn((0,external_node_path_.join)(temp, name), temp).catch(() => undefined);
        if (session !== undefined)
            sessions.push(session);
    }
    return sessions;
}
/** Ends what still runs in a session: it could write its credentials again. */
function endProcessesOf({ directory, home, isolate }, platform) {
    endProcesses([`${mark}=${directory}`, ...(isolate ? [`HOME=${home}`] : [])], platform);
}
const longestRemovalMs = 5000;
/**
 * Removes a session with all that is in it, after ending what still runs in it.
 *
 * @throws Error of the file system, when something could not be removed within 5 s
 */
async function removeSession(session, platform) {
    const { directory } = session;
    const deadline = performance.now() + longestRemovalMs;
    // Whoever writes to the old place writes to nothing. Windows moves no directory with a file in use.
    await (0,promises_.rename)(directory, movedFrom(directory)).catch(() => { });
    for (let pauseMs = 50;; pauseMs *= 2) {
        try {
            endProcessesOf(session, platform);
            for (const place of remainsOf(session))
                await removeAll(place);
            return;
        }
        catch (error) {
            if (performance.now() + pauseMs > deadline)
                throw error;
            await (0,external_node_timers_promises_.setTimeout)(pauseMs);
        }
    }
}
/** Lists where a session is, or where what is left of it would be. */
function remainsOf({ directory }) {
    return [directory, movedFrom(directory)];
}
function movedFrom(directory) {
    return `${directory}-ended`;
}
async function removeAll(directory) {
    await makeRemovable(directory);
    await (0,promises_.rm)(directory, { recursive: true, force: true });
}
async function isSession(directory, temp) {
    const isPlace = (0,external_node_path_.isAbsolute)(directory) &&
        /^[0-9a-f]{16}$/.test((0,external_node_path_.basename)(directory).slice(prefix.length)) &&
        (0,external_node_path_.basename)(directory).startsWith(prefix) &&
        temp !== '' &&
        (await real((0,external_node_path_.dirname)(directory))) === (await real(temp));
    if (!isPlace)
        throw noSession(directory);
    const found = await (0,promises_.lstat)(directory).catch(() => undefined);
    if (found !== undefined && !found.isDirectory())
        throw noSession(directory);
    return found !== undefined;
}
async function readMarker(directory) {
    const path = (0,external_node_path_.join)(directory, marker);
    // Reading a pipe that somebody has put there would never end.
    const isFile = (await (0,promises_.lstat)(path).catch(() => undefined))?.isFile() ?? false;
    const session = isFile ? parse(await (0,promises_.readFile)(path, 'utf8')) : undefined;
    return session?.directory === directory ? session : undefined;
}
// What a session was is written where the steps of a job can reach it. So nothing is believed that would
// end processes elsewhere, or remove anything outside of the session but a directory of the CLI.
function parse(text) {
    try {
        const session = JSON.parse(text);
        const texts = ['directory', 'home', 'command', 'cli', 'region'];
        const decisions = ['isolate', 'logout', 'isLoggedIn'];
        const isWhole = texts.every((key) => typeof session[key] === 'string') &&
            decisions.every((key) => typeof session[key] === 'boolean') &&
            (!session.isolate || session.home === (0,external_node_path_.join)(session.directory, 'home')) &&
            cliDirectories.includes(session.cliDirectory) &&
            Array.isArray(session.strays) &&
            session.strays.every((path) => typeof path === 'string');
        return isWhole ? session : undefined;
    }
    catch {
        return undefined;
    }
}
const cliDirectories = Object.values(distributions).map(({ homeDirectory }) => homeDirectory);
function noSession(directory) {
    return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`);
}
async function real(path) {
    return (0,promises_.realpath)(path).catch(() => path);
}
// What mode 0700 is elsewhere: nobody inherits access, and the owner (S-1-3-4) has all of it.
async function limitAccess(directory) {
    const icacls = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe');
    const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F'];
    await promisify(execFile)(icacls, args, { timeout: 10_000, windowsHide: true });
}
// A file can be removed only from a directory that may be written to. A link is none of ours to follow.
async function makeRemovable(directory) {
    const found = await (0,promises_.lstat)(directory).catch(() => undefined);
    if (!found?.isDirectory())
        return;
    const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(async () => {
        await (0,promises_.chmod)(directory, 0o700).catch(() => { });
        return (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => []);
    });
    await (0,promises_.chmod)(directory, 0o700).catch(() => { });
    for (const entry of entries) {
        if (entry.isDirectory())
            await makeRemovable((0,external_node_path_.join)(directory, entry.name));
    }
}

;// CONCATENATED MODULE: ../lib/traces.js
// The proof: after a session is gone, nothing that it could have reached holds the token.



const longestMs = 2000;
const mostEntries = 2000;
const traces_mostBytes = 64 * 1024 * 1024;
/**
 * Looks for tokens, in every form, in the files that take commands for the runner, in the temporary
 * directory's top level, and in whole directories. Links are not followed.
 *
 * @param env the environment of the step, for the places of the runner's files
 * @param directories searched with what is below them; they need not exist
 * @returns the files that hold a token; the search ends after 2 s, 2,000 files and directories, or 64 MiB
 */
async function findTraces(tokens, env, directories) {
    const needles = tokens.flatMap(token_forms).map((form) => Buffer.from(form));
    const deadline = performance.now() + longestMs;
    const isOver = () => performance.now() > deadline;
    const paths = [];
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let entries = 0;
    let bytes = 0;
    for await (const { path, isFile } of candidates(env, directories)) {
        if (isOver() || ++entries > mostEntries)
            return { paths, isComplete: false };
        if (!isFile)
            continue;
        for await (const piece of piecesOf(path, buffer, longestOf(needles))) {
            bytes += piece.length;
            if (isOver() || bytes > traces_mostBytes)
                return { paths, isComplete: false };
            if (needles.some((needle) => piece.includes(needle))) {
                paths.push(path);
                break;
            }
        }
    }
    return { paths, isComplete: true };
}
const commandFiles = [
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
];
async function* candidates(env, directories) {
    const near = [...commandFiles.map((name) => env[name]), (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? '', 'any')];
    const flat = near.filter((path) => path !== undefined).map((path) => (0,external_node_path_.dirname)(path));
    for (const directory of new Set(flat))
        yield* below(directory, false);
    for (const directory of new Set(directories))
        yield* below(directory, true);
}
// One after the other, as they are read: a directory can hold more than there is time for.
async function* below(directory, isDeep) {
    try {
        for await (const entry of await (0,promises_.opendir)(directory)) {
            const path = (0,external_node_path_.join)(directory, entry.name);
            if (entry.isFile() || entry.isDirectory())
                yield { path, isFile: entry.isFile() };
            if (entry.isDirectory() && isDeep)
                yield* below(path, true);
        }
    }
    catch {
        // It is not there, or may not be read.
    }
}
const pieceBytes = 1024 * 1024;
// Each piece begins with the end of the one before, for what lies across, and is good until the next one.
// A file that cannot be read holds nothing that the same user could read.
async function* piecesOf(path, buffer, overlap) {
    const file = await (0,promises_.open)(path).catch(() => undefined);
    try {
        for (let kept = 0; file !== undefined;) {
            const { bytesRead } = await file.read(buffer, kept).catch(() => ({ bytesRead: 0 }));
            if (bytesRead === 0)
                return;
            const end = kept + bytesRead;
            yield buffer.subarray(0, end);
            kept = Math.min(overlap, end);
            buffer.copyWithin(0, end - kept, end);
        }
    }
    finally {
        await file?.close();
    }
}
function longestOf(needles) {
    return Math.max(...needles.map(({ length }) => length), 1);
}

;// CONCATENATED MODULE: ../lib/close.js
// The end of a session: log out, remove it, look once more for the token.











const logoutMs = 10_000;
/**
 * Closes a session, and says so in one line. What cannot be done is a warning.
 *
 * @param tokens looked for in what is left; may be unknown
 */
async function closeSession(session, machine, tokens) {
    const isLoggedOut = await logOut(session, machine, tokens);
    const failures = [];
    const restored = await undo(session, machine, ({ message }) => failures.push(message));
    if (failures.length > 0) {
        const what = token_redact(failures.join(' '), tokens);
        (0,core/* warning */.$e)(`The session could not be removed entirely: ${what}`, {
            title: 'Choreo session not removed',
        });
    }
    const proof = await proveNothingLeft(session, machine, tokens);
    if (failures.length > 0)
        return;
    const done = isLoggedOut ? 'Logged out, and removed' : 'Removed';
    const also = restored ? `; ${restored} is as it was before` : '';
    say(`${done} the session of \`${session.command}\`${also}${proof}.`);
}
/**
 * Undoes a login that did not come to its end: without a word, because the error that ended it says all.
 */
async function closeQuietly(session, machine) {
    if (session.isLoggedIn)
        await callLogout(session, machine, []);
    await undo(session, machine, () => { });
}
// Returns the directory in the machine's home that was brought back, if one had been changed.
async function undo(session, { platform }, failed) {
    endProcessesOf(session, platform);
    const restored = session.isolate
        ? undefined
        : await restoreHome(session).catch((error) => void failed(error));
    await removeStrays(session).catch(failed);
    await removeSession(session, platform).catch(failed);
    return restored;
}
/**
 * Looks for the token in what a login could have reached, and warns of every place that holds it.
 *
 * @returns the end of a sentence
 */
async function proveNothingLeft(session, { env }, tokens) {
    if (tokens.length === 0)
        return '';
    const places = [...placesOf(session.cliDirectory), ...remainsOf(session)];
    const { paths, isComplete } = await findTraces(tokens, env, places);
    if (paths.length > 0) {
        (0,core/* warning */.$e)(`The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`, { title: 'Traces of the token' });
    }
    return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`;
}
async function logOut(session, machine, tokens) {
    if (!(0,external_node_path_.isAbsolute)(session.cli) || !(await isLogin(session)))
        return false;
    const outcome = await callLogout(session, machine, tokens);
    if (outcome.exitCode === 0 && outcome.stopped === undefined)
        return true;
    const why = outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed';
    const { stdout, stderr, startError } = outcome;
    const said = token_redact([stdout, stderr, startError].map((text) => text.slice(-4096)).join('\n'), tokens);
    const lines = [
        `The log-out of the CLI ${why}. Its credentials are removed from this machine all the same.`,
        quote(said),
    ];
    (0,core/* warning */.$e)(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' });
    return false;
}
function callLogout(session, { env, platform }, tokens) {
    return logout({
        path: session.cli,
        env: { ...scrub(env, tokens), HOME: session.home, ...settingsOf(session, platform) },
        timeoutMs: logoutMs,
        // Also when the run is cancelled: that is when it matters most.
        cancelled: new AbortController().signal,
    });
}
// There is nothing to log out of after a login that never wrote anything, after one that failed in the
// machine's home, and in a session that is half gone.
async function isLogin(session) {
    if (!session.isolate)
        return session.isLoggedIn;
    const files = changes(new Map(), await list([session.home]));
    const isThere = (await (0,promises_.lstat)(session.home).catch(() => undefined)) !== undefined;
    return isThere && (session.isLoggedIn || files.some((path) => path !== gitConfigOf(session)));
}
async function restoreHome(session) {
    const directory = (0,external_node_path_.join)(session.home, session.cliDirectory);
    try {
        return (await restore(directory, backupOf(session))) ? directory : undefined;
    }
    catch (error) {
        throw new Error(`${directory} could not be brought back: ${error.message}.`);
    }
    finally {
        await release(directory, session.directory);
    }
}
// The list may have been tampered with, and directories may have become links: nothing outside of the
// CLI's own directories is removed.
async function removeStrays({ strays, cliDirectory }) {
    if (strays.length === 0)
        return;
    const places = await Promise.all(placesOf(cliDirectory).map((place) => (0,promises_.realpath)(place).catch(() => place)));
    for (const path of strays) {
        const parent = await (0,promises_.realpath)((0,external_node_path_.dirname)(path)).catch(() => '');
        if (places.some((place) => (0,external_node_path_.join)(parent, '/').startsWith((0,external_node_path_.join)(place, '/')))) {
            await (0,promises_.rm)(path, { force: true });
        }
    }
}

;// CONCATENATED MODULE: ../lib/inputs.js
// action.yml as one typed, readonly value. The only place that reads inputs, and the one that masks.


/**
 * Reads, masks and checks every input.
 *
 * @param env the environment of the step
 * @returns the inputs
 * @throws Error that names the first bad input, quotes its value (never a token) and says what is allowed
 */
function readInputs(env) {
    const tokens = readTokens(env);
    const read = readerOf(env);
    if (read('github-token') !== '')
        setSecret(read('github-token'));
    refuseMisplaced(tokens, env);
    const cli = oneOf('cli', read('cli'), ['choreo', 'wdp']);
    return {
        token: token('token', read('token')),
        fallbackToken: token('fallback-token', read('fallback-token')),
        onMissingToken: oneOf('on-missing-token', read('on-missing-token'), ['fail', 'skip']),
        tokenExpiresOn: day('token-expires-on', read('token-expires-on')),
        expiryWarningDays: count('expiry-warning-days', read('expiry-warning-days'), 14, 3650),
        expectedOrganization: organization(read('expected-organization')),
        cli,
        cliVersion: inputs_version(read('cli-version')),
        cliPath: read('cli-path'),
        cliSha256: digest(read('cli-sha256')),
        githubToken: read('github-token'),
        githubUrl: address('github-url', read('github-url') || 'https://github.com'),
        githubApiUrl: address('github-api-url', read('github-api-url')),
        region: oneOf('region', read('region'), ['', 'US', 'EU']),
        command: command(read('command') || cli),
        isolate: yesOrNo('isolate', read('isolate')),
        logout: yesOrNo('logout', read('logout')),
        loginAttempts: count('login-attempts', read('login-attempts'), 3, 100),
        timeoutSeconds: count('timeout-seconds', read('timeout-seconds'), 60, 86_400),
        summary: yesOrNo('summary', read('summary')),
    };
}
/** Lists the tokens that were given: what nothing may show or keep. */
function tokensOf({ token, fallbackToken }) {
    return [token, fallbackToken].filter((value) => value !== '');
}
/**
 * Reads the tokens alone. Post does, which looks for them in what the job leaves behind.
 *
 * @param env the environment of a step, main's or post's
 * @returns the tokens that were given, masked
 */
function readTokens(env) {
    const tokens = ['token', 'fallback-token'].map(readerOf(env)).filter((value) => value !== '');
    tokens.forEach(mask);
    return tokens;
}
/**
 * Lists what no message may show, good or bad: people put a token into the wrong input.
 *
 * @param env the environment of the step
 */
function secretsIn(env) {
    return ['token', 'fallback-token', 'github-token']
        .map(readerOf(env))
        .filter((value) => value !== '');
}
function readerOf(env) {
    return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}
/** Reads the only input of the early log-out: a session's directory, or nothing for all of them. */
function readSession(env) {
    return env['INPUT_SESSION']?.trim() ?? '';
}
// The runner hides the usual encodings of a secret by itself, but not, for one, what `echo | base64`
// makes of it: every form is registered.
function mask(value) {
    if (value !== '')
        token_forms(value).forEach(core/* setSecret */.Pq);
}
// What another input holds ends up in the log, in file names or in requests.
function refuseMisplaced(tokens, env) {
    const names = Object.keys(env).filter((name) => /^INPUT_(?!(FALLBACK-)?TOKEN$)/.test(name));
    const found = names.find((name) => tokens.some((token) => token.length >= shortestSecret && env[name]?.includes(token)));
    if (found === undefined)
        return;
    throw new Error(`The input \`${found.slice('INPUT_'.length).toLowerCase()}\` holds the token, which belongs into the input \`token\` alone. ` +
        'Correct the workflow.');
}
// A shorter token, which no service makes, can be part of an ordinary value.
const shortestSecret = 8;
function token(name, value) {
    const reason = whyNoToken(value);
    if (reason !== undefined)
        throw new Error(`The value of the input \`${name}\` ${reason}.`);
    return value;
}
function oneOf(name, value, allowed) {
    if (value === '')
        return allowed[0];
    const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
    if (found !== undefined)
        return found;
    const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``);
    throw badInput(name, value, `Allowed is ${words.join(' or ')}.`);
}
function yesOrNo(name, value) {
    return oneOf(name, value, ['true', 'false']) === 'true';
}
function count(name, value, ifEmpty, most) {
    if (value === '')
        return ifEmpty;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    if (number >= 1 && number <= most)
        return number;
    throw badInput(name, value, `Allowed is a whole number from 1 to ${most}.`);
}
function day(name, value) {
    if (value === '')
        return undefined;
    const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN);
    // The calendar rolls the 30th of February over to March: only a real date comes back as it was.
    if (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value))
        return date;
    throw badInput(name, value, 'Allowed is a date that exists, as YYYY-MM-DD.');
}
function organization(value) {
    if (/^[^\p{C}\p{Zl}\p{Zp}]{0,200}$/u.test(value))
        return value;
    throw badInput('expected-organization', value, 'Allowed is the handle, name or id of an organization: at most 200 characters on one line.');
}
function inputs_version(value) {
    if (value === '' || value.toLowerCase() === 'latest')
        return 'latest';
    if (/^[\w.+~^<>=|*-][\w.+~^<>=|* -]{0,127}$/.test(value))
        return value;
    throw badInput('cli-version', value, 'Allowed is `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.');
}
function digest(value) {
    if (value === '')
        return '';
    const hex = value.toLowerCase().replace(/^sha256:/, '');
    if (/^[0-9a-f]{64}$/.test(hex))
        return hex;
    throw badInput('cli-sha256', value, 'Allowed is a SHA-256 digest: 64 hexadecimal digits.');
}
function address(name, value) {
    if (value === '')
        return '';
    const url = URL.parse(value);
    if (url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.username === '' &&
        url.password === '') {
        return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '');
    }
    throw badInput(name, value.replace(/^[\s\S]*@/, '***@'), 'Allowed is an http or https URL without credentials.');
}
function command(value) {
    if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(value))
        return value;
    throw badInput('command', value, 'Allowed is a plain file name: letters, digits, `.`, `_` and `-`, not starting with `.` or `-`.');
}
function badInput(name, value, allowed) {
    const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value;
    return new Error(`The input \`${name}\` is "${shown}". ${allowed}`);
}

;// CONCATENATED MODULE: ../lib/close-in-post.js
// What post does with a session that was remembered. It warns, and never fails a job.







/**
 * Closes the session that main opened. A session that is gone already needs nothing and no word.
 *
 * @param saved what main saved of it
 */
async function closeInPost(saved, machine) {
    const tokens = readTokens(machine.env);
    try {
        for (const session of await toClose(saved, machine)) {
            if (session.logout)
                await closeSession(session, machine, tokens);
            else
                say(stays(session));
        }
    }
    catch (error) {
        (0,core/* warning */.$e)(token_redact(error.message, tokens), { title: 'Choreo log-out incomplete' });
    }
}
function stays({ command, isolate, home, cliDirectory }) {
    return isolate
        ? `The session of \`${command}\` stays, as \`logout: false\` asks, until the runner empties its temporary directory.`
        : `The login of \`${command}\` stays in ${(0,external_node_path_.join)(home, cliDirectory)}, as \`logout: false\` asks.`;
}
// When the state cannot be trusted, nothing is done to what it names. The credentials have to go all the
// same: every session of this job is closed.
async function toClose(saved, { env }) {
    const temp = env['RUNNER_TEMP'] ?? '';
    try {
        const session = await savedSession(saved, temp);
        return session === undefined ? [] : [session];
    }
    catch (error) {
        (0,core/* warning */.$e)(`${error.message} All sessions of this job are closed instead.`, {
            title: 'Choreo session unknown',
        });
        return openSessions(temp);
    }
}


/***/ })

};
