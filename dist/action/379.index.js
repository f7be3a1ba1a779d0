export const id = 379;
export const ids = [379];
export const modules = {

/***/ 1379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  download: () => (/* binding */ download),
  findRelease: () => (/* reexport */ findRelease)
});

// NAMESPACE OBJECT: ../lib/network/errors.js
var errors_namespaceObject = {};
__webpack_require__.r(errors_namespaceObject);
__webpack_require__.d(errors_namespaceObject, {
  v8: () => (checkNetwork),
  to: () => (explained),
  r3: () => (isRetryable),
  dg: () => (isTransient),
  x6: () => (networkError)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../lib/network/errors.js
// Errors of requests: whether they are transient, and their explanation. Pure.
/** Returns an error of this folder. */
function networkError(message, details) {
    return Object.assign(new Error(message), details);
}
/** Whether the same request may succeed a moment after a response with this status. */
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
const maxRetryAfterMs = 20_000;
/** Whether another attempt is worthwhile. After an idle timeout, which takes long, there is one. */
function isRetryable(error, attempt) {
    const { code = '', statusCode, retryAfterMs = 0 } = error;
    if (statusCode !== undefined)
        return isTransient(statusCode) && retryAfterMs <= maxRetryAfterMs;
    return code === 'IDLE_TIMEOUT' ? attempt < 2 : transientMeaning(code) !== undefined;
}
const errors_transient = [
    [/^ECONNREFUSED$/, 'the connection was refused'],
    [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, 'the connection broke off'],
    [/^ERR_PROXY_TUNNEL$/, 'the proxy did not connect to the host'],
    [/^ETIMEDOUT$/, 'the connection timed out'],
    [/^(EHOSTUNREACH|ENETUNREACH)$/, 'no route to host'],
    [/^ENOTFOUND$/, 'the name of the host is not known'],
    [/^EAI_AGAIN$/, 'the name server does not respond'],
];
function transientMeaning(code) {
    return errors_transient.find(([pattern]) => pattern.test(code))?.[1];
}
/**
 * Returns the error for the annotation: what failed, how often it was attempted, and what to do.
 *
 * @param attempts of which the last failed with `cause`
 */
function explained(url, attempts, cause) {
    const error = cause;
    // Some messages end with a full stop.
    const what = meaningOf(error).replace(/\.$/, '');
    // What is not retried happened once.
    const times = attempts > 1 && isRetryable(error, 1) ? `, ${attempts} times` : '';
    return new Error(`Could not get ${url}: ${what}${times}.${adviceOn(error)}`, { cause });
}
function meaningOf({ code = '', statusCode, message }) {
    if (code === 'ERR_PROXY_TUNNEL' && statusCode) {
        return `the proxy refused the connection with status ${statusCode}`;
    }
    // Node's message quotes the URL, which may hold a password.
    if (code === 'ERR_PROXY_INVALID_CONFIG')
        return 'the address of the proxy is not a valid URL';
    if (code.startsWith('HPE_'))
        return 'the response is not valid HTTP';
    if (/^(EPROTO$|ERR_SSL_)/.test(code))
        return 'the TLS handshake with the server or the proxy failed';
    return transientMeaning(code) ?? message;
}
const checkNetwork = ' Check the network, the proxy and the firewall of the runner.';
function adviceOn({ code = '', statusCode }) {
    if (/CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
        return ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.';
    }
    if (statusCode === 407)
        return ' Check the user name and the password in `HTTPS_PROXY` or `HTTP_PROXY`.';
    if (code === 'BAD_STATUS')
        return ' Usually temporary: re-run the job.';
    const isOfNetwork = transientMeaning(code) ?? /^(IDLE_|HPE_|ERR_PROXY_|EPROTO$|ERR_SSL_)/.test(code);
    return isOfNetwork ? checkNetwork : '';
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ../lib/network/request.js
// One GET request, bounded in time and size, through Node's own support for proxies.



/**
 * Sends a request.
 *
 * @param signal ends the request and closes its connection at any time
 * @returns the response, paused; its body fails when it is idle or too large
 * @throws Error of the connection, of a proxy, or of the idle timeout
 */
function send(url, { machine, idleTimeoutMs = 10_000, maxBytes = Number.POSITIVE_INFINITY, headers }, signal) {
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const { agent, close } = connectionTo(url, machine);
        const start = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        const call = start(url, { agent, headers: { 'user-agent': 'choreo-login', ...headers } });
        let body;
        const fail = (error) => {
            body?.destroy(error);
            reject(error);
        };
        const idle = setTimeout(() => {
            const message = `${url.host} sent nothing for ${idleTimeoutMs / 1000} seconds`;
            fail(networkError(message, { code: 'IDLE_TIMEOUT' }));
        }, idleTimeoutMs);
        call.on('error', fail);
        // A status of 101 was not requested. It is passed on as a response, which is unusable.
        call.on('upgrade', resolve);
        call.on('response', (response) => {
            body = response;
            let size = 0;
            response.on('data', (bytes) => {
                size += bytes.length;
                if (size > maxBytes)
                    fail(new Error(`${url.host} sent more than ${maxBytes} bytes`));
                idle.refresh();
            });
            idle.refresh();
            resolve(response.pause());
        });
        signal.addEventListener('abort', () => {
            clearTimeout(idle);
            call.destroy();
            close();
            reject(signal.reason);
        });
        call.end();
    });
}
// Node leaves a connection open when a proxy refuses it, and sets no time limit for the TLS handshake behind
// a proxy. So each connection is closed here. Custom agents may override `createConnection`:
// https://nodejs.org/docs/latest-v24.x/api/http.html#agentcreateconnectionoptions-callback
function connectionTo(url, machine) {
    const proxyEnv = proxyEnvOf(url, machine);
    const agent = url.protocol === 'https:' ? new external_node_https_.Agent({ proxyEnv }) : new external_node_http_.Agent({ proxyEnv });
    const createConnection = agent.createConnection.bind(agent);
    let socket;
    agent.createConnection = (...args) => {
        socket = createConnection(...args);
        return socket;
    };
    return { agent, close: () => socket?.destroy() };
}
// Node's agents support the variables since 24.5. They ignore an address without a scheme, which curl and the
// CLI treat as an HTTP proxy.
// https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
function proxyEnvOf({ protocol }, { env, version }) {
    const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const proxy = env[name] || env[name.toUpperCase()] || '';
    if (proxy.includes('://') && !/^https?:/i.test(proxy)) {
        throw new Error(`\`${name.toUpperCase()}\` does not name an HTTP proxy. Only http and https addresses are supported`);
    }
    const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
    if (proxy !== '' && (major < 24 || (major === 24 && minor < 5))) {
        throw new Error(`\`${name.toUpperCase()}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
            'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`');
    }
    return { ...env, [name]: /^$|:\/\//.test(proxy) ? proxy : `http://${proxy}` };
}

// EXTERNAL MODULE: ../lib/network/retry.js
var retry = __webpack_require__(4778);
;// CONCATENATED MODULE: ../lib/network/get.js



/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns the response into a value; errors of its own are not retried
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do
 */
async function get(url, options, read) {
    const { cancelled, limitMs, backoffMs = 250 } = options;
    const limit = AbortSignal.timeout(limitMs);
    const signal = AbortSignal.any([cancelled, limit]);
    let made = 0;
    const attempt = async (number) => {
        made = number;
        const ending = new AbortController();
        try {
            return await read(await follow(url, options, AbortSignal.any([signal, ending.signal])));
        }
        finally {
            ending.abort();
        }
    };
    const { /* isRetryable */ "r3": isRetryable } = errors_namespaceObject;
    const retryAfterMs = (error) => error.retryAfterMs ?? 0;
    try {
        return await (0,retry/* retry */.L)(attempt, { attempts: 4, backoffMs, isRetryable, retryAfterMs, signal });
    }
    catch (error) {
        if (cancelled.aborted)
            throw new Error(`The run was cancelled while it got ${url}.`);
        if (!limit.aborted)
            throw explained(url, made, error);
        throw new Error(`Could not get ${url} within ${limitMs / 1000} seconds.${checkNetwork}`);
    }
}
const maxRedirects = 5;
async function follow(url, options, signal) {
    let [from, request] = [new URL(url), options];
    for (let hop = 0; hop <= maxRedirects; hop++) {
        const response = await send(from, request, signal);
        const { statusCode = 0, headers } = response;
        if (isTransient(statusCode) && statusCode !== options.finalStatus) {
            // Without the query, which may hold a signature.
            const message = `${from.origin}${from.pathname} responded with status ${statusCode}`;
            const retryAfterMs = millisecondsUntil(headers['retry-after'] ?? '');
            throw networkError(message, { code: 'BAD_STATUS', statusCode, retryAfterMs });
        }
        if (statusCode === 407) {
            throw networkError('the proxy refused the request with status 407', { statusCode });
        }
        const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
        if (!isRedirect || options.followRedirects === false)
            return response;
        response.destroy();
        const to = redirected(from, headers.location ?? '');
        if (to.origin !== from.origin)
            request = { ...options, headers: {} };
        from = to;
    }
    throw new Error(`it redirects more than ${maxRedirects} times. Check the input \`github-url\`, and the proxy or mirror`);
}
// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function millisecondsUntil(retryAfter) {
    if (/^\d+$/.test(retryAfter))
        return Number(retryAfter) * 1000;
    return Math.max(0, Date.parse(retryAfter) - Date.now() || 0);
}
function redirected(from, location) {
    const to = URL.parse(location, from.href);
    if (to === null || !/^https?:$/.test(to.protocol)) {
        throw new Error(`${from.origin} redirects to an invalid URL`);
    }
    if (from.protocol === 'https:' && to.protocol === 'http:') {
        throw new Error(`${from.origin} redirects from https to http, which is refused`);
    }
    return to;
}

;// CONCATENATED MODULE: ../lib/install/archive.js
// What both formats of release archives have in common. Pure.
/** The most that is read of an archive, and of what it inflates to. */
const maxBytes = 512 * 1024 * 1024;
function tooLarge() {
    return new Error('it holds more than 512 MiB, and no CLI is that large');
}
function damaged(format) {
    return new Error(`it is not a ${format} archive, or a damaged one`);
}
/** The depth of a file that an archive does not hold. */
const nowhere = Number.POSITIVE_INFINITY;
/** Counts the folders around the file at a path, with `/` or `\`, if it has that name. */
function depthOf(path, name) {
    const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    return parts.at(-1) === name ? parts.length : nowhere;
}

;// CONCATENATED MODULE: ../lib/install/tar.js
// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html

const block = 512;
/**
 * Extracts a file: from the root, or from the folder that is nearest to it. Everything else is skipped.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param name of the wanted file, without a folder
 * @param sink takes its content
 * @returns whether the archive holds it
 * @throws Error when the bytes are not a whole tar archive, or more than 512 MiB
 */
async function untar(source, name, sink) {
    let nearest = nowhere;
    let [left, isWanted, isEnded] = [0, false, false];
    for await (let bytes of blocks(source)) {
        while (bytes.length > 0 && !isEnded) {
            if (left > 0) {
                if (isWanted)
                    await sink.append(bytes.subarray(0, left));
                const padded = Math.ceil(left / block) * block;
                left = Math.max(0, left - bytes.length);
                bytes = bytes.subarray(padded);
            }
            else {
                const { depth, size, isEnd } = entryOf(bytes, name);
                isEnded = isEnd;
                isWanted = depth < nearest;
                if (isWanted && nearest !== nowhere)
                    await sink.restart();
                if (isWanted)
                    nearest = depth;
                left = size;
                bytes = bytes.subarray(block);
            }
        }
    }
    if (!isEnded)
        throw damaged('tar');
    return nearest !== nowhere;
}
async function* blocks(source) {
    let rest = Buffer.alloc(0);
    let total = 0;
    for await (const chunk of source) {
        total += chunk.length;
        if (total > maxBytes)
            throw tooLarge();
        const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        const whole = bytes.length - (bytes.length % block);
        yield bytes.subarray(0, whole);
        rest = bytes.subarray(whole);
    }
}
function entryOf(header, name) {
    const text = (from, to) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
    const isEnd = header.subarray(0, block).every((byte) => byte === 0);
    if (isEnd)
        return { depth: nowhere, size: 0, isEnd };
    if (text(257, 262) !== 'ustar')
        throw damaged('tar');
    const size = Number.parseInt(text(124, 136), 8);
    if (!(size >= 0 && size <= maxBytes))
        throw tooLarge();
    const isFile = ['0', '', '7'].includes(text(156, 157));
    const depth = isFile ? depthOf(`${text(345, 500)}/${text(0, 100)}`, name) : nowhere;
    return { depth, size, isEnd };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ../lib/install/zip.js
// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT



/** Extracts a file as `untar` does, but after the last byte: the archive's directory is at its end. */
async function unzip(source, name, sink) {
    const archive = Buffer.concat(await Array.fromAsync(source));
    try {
        const entry = nearest(archive, name);
        if (entry !== undefined)
            await sink.append(await contentOf(entry, archive));
        return entry !== undefined;
    }
    catch (error) {
        // Of zlib, and of a Buffer that is read outside of its bounds.
        const isOfContent = /^(Z|ERR)_/.test(error.code ?? '');
        throw isOfContent ? damaged('zip') : error;
    }
}
// Returns the archive from the file's entry in its directory on.
function nearest(archive, name) {
    const end = archive.lastIndexOf('PK\x05\x06');
    if (end === -1)
        throw damaged('zip');
    let [depth, found] = [nowhere, undefined];
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
        const entry = archive.subarray(at);
        if (entry.toString('latin1', 0, 4) !== 'PK\x01\x02')
            throw damaged('zip');
        const pathEnd = 46 + entry.readUInt16LE(28);
        const path = entry.toString('utf8', 46, pathEnd);
        const unixType = entry.readUInt32LE(38) >>> 28;
        const isFile = [0, 8].includes(unixType) && !/[\\/]$/.test(path);
        if (isFile && depthOf(path, name) < depth)
            [depth, found] = [depthOf(path, name), entry];
        at += pathEnd + entry.readUInt16LE(30) + entry.readUInt16LE(32);
    }
    return found;
}
const [stored, deflated] = [0, 8];
async function contentOf(entry, archive) {
    const size = entry.readUInt32LE(24);
    if (size > maxBytes)
        throw tooLarge();
    const local = archive.subarray(entry.readUInt32LE(42));
    const start = 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = local.subarray(start, start + entry.readUInt32LE(20));
    const method = entry.readUInt16LE(10);
    if (method !== stored && method !== deflated)
        throw new Error(`it uses zip method ${method}`);
    const options = { maxOutputLength: Math.max(1, size) };
    const content = method === stored ? packed : await (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw)(packed, options);
    if (content.length === size && (0,external_node_zlib_.crc32)(content) === entry.readUInt32LE(16))
        return content;
    throw damaged('zip');
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: ../lib/cli/distributions.js
var distributions = __webpack_require__(3579);
// EXTERNAL MODULE: ../lib/install/version.js
var install_version = __webpack_require__(7977);
;// CONCATENATED MODULE: ../lib/install/release.js
// Which release `latest`, a tag, a version or a range means: its tag, archive and digest. GitHub's API states
// them; where it is switched off, refuses, fails or sends malformed metadata, there is no digest.
// https://docs.github.com/en/rest/releases/releases




/**
 * Finds the release that is meant. Without metadata `latest` comes from the redirect of the release page, and
 * an exact tag is taken as it is.
 *
 * @throws Error when there is no such release, or no archive of it for the target
 */
async function findRelease(wanted) {
    const { cli, cliVersion: version } = wanted;
    const exact = (0,install_version/* exactTag */.Y)(cli, version);
    if (exact !== undefined)
        return byTag(wanted, exact);
    if (version === 'latest')
        return latest(wanted);
    const { unusualTag } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const tag = unusualTag(cli, version);
    return tag === undefined ? newestInRange(wanted) : byTag(wanted, tag);
}
async function byTag(wanted, tag) {
    const response = await fetchJson(wanted, `/tags/${encodeURIComponent(tag)}`);
    if (response?.status === 404)
        throw await unknownVersion(wanted, await listReleases(wanted));
    // Metadata of another release does not decide what an exact version installs.
    const isAsked = response?.data?.tag_name === tag;
    return (isAsked ? releaseOf(wanted, response?.data) : undefined) ?? withoutDigest(wanted, tag);
}
async function latest(wanted) {
    const release = releaseOf(wanted, (await fetchJson(wanted, '/latest'))?.data);
    if (release !== undefined)
        return release;
    const page = `${wanted.githubUrl}/${distributions/* distributions */._o[wanted.cli].repository}/releases/latest`;
    const options = { ...wanted, followRedirects: false, limitMs: 60_000 };
    const to = await get(page, options, async ({ statusCode, headers }) => {
        return headers.location ?? `status ${statusCode}`;
    });
    const tag = /\/releases\/tag\/([\w.+%-]+)$/.exec(to)?.[1]?.replaceAll('%2B', '+');
    if ((0,install_version/* isTag */.d)(tag))
        return withoutDigest(wanted, tag);
    throw new Error(`${page} does not redirect to a release (it responded with ${to}). ` +
        'Check the input `github-url`, or name a version in the input `cli-version`.');
}
async function newestInRange(wanted) {
    const { cli, cliVersion: version } = wanted;
    const releases = await listReleases(wanted);
    if (releases === undefined) {
        throw new Error(`The range "${version}" in \`cli-version\` needs the list of releases, and GitHub's API did not return it. ` +
            'Name an exact version, or check the inputs `github-token` and `github-api-url`.');
    }
    const { newestIn } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const tag = newestIn(cli, version, tagsOf(releases));
    if (tag === undefined)
        throw await unknownVersion(wanted, releases);
    const newest = releases.find((release) => release.tag_name === tag);
    return releaseOf(wanted, newest) ?? withoutDigest(wanted, tag);
}
async function unknownVersion({ cli, cliVersion: version }, releases = []) {
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const known = nearest(cli, version, tagsOf(releases));
    const advice = known
        ? `The latest one is ${known.newest}; the nearest to yours are ${known.around.join(', ')}. Name one of these in the input \`cli-version\`.`
        : 'Check the inputs `cli-version` and `github-api-url`.';
    return new Error(`There is no release "${version}" of the ${distributions/* distributions */._o[cli].title}. ${advice}`);
}
function tagsOf(releases) {
    return releases.map((release) => release.tag_name).filter(install_version/* isTag */.d);
}
const maxPages = 30;
// All releases that are neither drafts nor pre-releases.
async function listReleases(wanted) {
    const releases = [];
    for (let page = 1; page <= maxPages; page++) {
        const data = (await fetchJson(wanted, `?per_page=100&page=${page}`))?.data;
        if (!Array.isArray(data))
            return undefined;
        releases.push(...data.filter((release) => release && !release.draft && !release.prerelease));
        if (data.length < 100)
            break;
    }
    return releases;
}
async function fetchJson(wanted, path, token = wanted.githubToken) {
    if (wanted.githubApiUrl === '')
        return undefined;
    const url = `${wanted.githubApiUrl}/repos/${distributions/* distributions */._o[wanted.cli].repository}/releases${path}`;
    const authorization = token === '' ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/vnd.github+json', ...authorization };
    // A rate limit (429) lasts longer than all attempts.
    const limits = { finalStatus: 429, limitMs: 20_000, maxBytes: 16 * 1024 * 1024 };
    try {
        const response = await get(url, { ...wanted, headers, ...limits }, async (response) => {
            const { statusCode: status } = response;
            return { status, data: status === 200 ? JSON.parse(await (0,consumers_.text)(response)) : undefined };
        });
        // The token of a GitHub Enterprise Server is not valid at github.com, where reading needs none.
        return response.status === 401 && token !== '' ? await fetchJson(wanted, path, '') : response;
    }
    catch (error) {
        if (wanted.cancelled.aborted)
            throw error;
        return undefined;
    }
}
function releaseOf(wanted, data) {
    const { tag_name: tag, assets } = (data ?? {});
    if (!(0,install_version/* isTag */.d)(tag) || !Array.isArray(assets))
        return undefined;
    const names = assets.map((asset) => asset?.name);
    if (names.some((name) => typeof name !== 'string'))
        return undefined;
    const name = (0,distributions/* assetName */.SM)(wanted.cli, tag, wanted.target);
    const asset = assets[names.indexOf(name)];
    if (asset === undefined) {
        const others = names.join(', ') || 'no archive at all';
        throw new Error(`The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`);
    }
    const digest = typeof asset.digest === 'string' ? asset.digest.toLowerCase() : '';
    const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
    return { ...withoutDigest(wanted, tag), digest: hex };
}
// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function withoutDigest({ cli, target, githubUrl }, tag) {
    const path = `${distributions/* distributions */._o[cli].repository}/releases/download/${encodeURIComponent(tag)}`;
    return { tag, url: `${githubUrl}/${path}/${(0,distributions/* assetName */.SM)(cli, tag, target)}`, digest: undefined };
}

;// CONCATENATED MODULE: ../lib/install/download.js
// From the URL of a release archive to the executable in it, verified on the way. Nothing else of an archive
// is written, and nothing under a name that the archive chooses.










// Loaded with this file, when a download is needed.

/**
 * Downloads an archive, and extracts the executable meanwhile.
 *
 * @param path of the executable: a new file, with the name that it has in the archive
 * @returns what was verified
 * @throws Error that names the URL and what went wrong; there is no file then
 */
async function download({ url, tag }, digests, format, path, network) {
    return get(url, { ...network, limitMs: 600_000, maxBytes: maxBytes }, async (response) => {
        checkResponse(response);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        try {
            const bytes = hashed(response, hash);
            const executable = await extract(bytes, format, path).catch(explainArchive);
            const archive = hash.digest('hex');
            for (const [source, digest] of Object.entries(digests)) {
                if (digest !== archive)
                    throw mismatch(source, digest, archive);
            }
            const verifiedWith = Object.keys(digests).join(' and ');
            return { tag, archive, executable, verifiedWith };
        }
        catch (error) {
            await (0,promises_.rm)(path, { force: true });
            throw error;
        }
    });
}
function checkResponse({ statusCode, headers }) {
    if (statusCode !== 200) {
        const hint = statusCode === 404 ? ' Check the inputs `cli-version` and `github-url`.' : '';
        throw networkError(`the server responded with status ${statusCode}.${hint}`, { statusCode });
    }
    if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
        throw new Error('the server sent a web page instead of an archive. A proxy or the sign-in page of a network responded, or the input ' +
            '`github-url` does not name a mirror of GitHub.');
    }
}
async function* hashed(body, hash) {
    for await (const bytes of body) {
        hash.update(bytes);
        yield bytes;
    }
}
// In bytes: inflating, hashing and writing work side by side when there is room between them.
const room = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 };
// Inflates and hashes the executable while bytes arrive: the time for both passes during the download.
// Returns its SHA-256 in hexadecimal.
async function extract(archive, format, path) {
    const name = (0,external_node_path_.basename)(path);
    // A new file that nobody may write: the tool cache holds it too, and `cp` to that place must not change it.
    const file = await (0,promises_.open)(path, 'ax', 0o555);
    let hash = (0,external_node_crypto_.createHash)('sha256');
    const sink = {
        append: async (bytes) => {
            const appended = file.appendFile(bytes);
            hash.update(bytes);
            await appended;
        },
        restart: async () => {
            hash = (0,external_node_crypto_.createHash)('sha256');
            await file.truncate(0);
        },
    };
    try {
        const fromTar = (inflated) => untar(inflated, name, sink);
        const isFound = await (format === 'zip'
            ? unzip(archive, name, sink)
            : (0,external_node_stream_promises_.pipeline)(archive, (0,external_node_zlib_.createGunzip)(room), fromTar));
        if (!isFound)
            throw new Error(`it holds no executable named ${name}`);
        return hash.digest('hex');
    }
    finally {
        await file.close();
    }
}
// Errors of the network and of the file system have codes, and explain themselves.
function explainArchive(error) {
    if (error.code !== undefined && !error.code.startsWith('Z_'))
        throw error;
    const what = `what the server sent is not a usable archive: ${error.message}`;
    throw new Error(`${what}. Nothing of it was kept.`);
}
function mismatch(source, expected, actual) {
    return new Error(`the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}, so nothing of it was run or kept. ` +
        'It was changed on the way, or it is not the release that you pinned: compare both digests with the page of the ' +
        'release, and do not continue before you know.');
}


/***/ })

};
