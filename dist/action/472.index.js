export const id = 472;
export const ids = [472];
export const modules = {

/***/ 3472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  download: () => (/* binding */ download),
  findRelease: () => (/* reexport */ findRelease)
});

// NAMESPACE OBJECT: ../lib/install/network-error.js
var network_error_namespaceObject = {};
__webpack_require__.r(network_error_namespaceObject);
__webpack_require__.d(network_error_namespaceObject, {
  Yc: () => (badStatus),
  to: () => (explained),
  QG: () => (idleTimeout),
  r3: () => (isRetryable),
  dg: () => (isTransient),
  Vs: () => (retryAfterMs),
  gn: () => (tooSlow),
  Mo: () => (unexpectedUpgrade)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ../lib/install/archive.js
// What both kinds of release archives have in common. Pure.
/** How much is read of an archive, and of what it inflates to: 512 MiB. */
const maxBytes = 512 * 1024 * 1024;
function tooLarge() {
    return new Error('it holds more than 512 MiB, and no CLI is that large');
}
function damaged(format) {
    return new Error(`it is a damaged ${format} archive, or not one`);
}
/**
 * Counts the folders around a file of an archive.
 *
 * @param path as the archive states it, with `/` or `\`
 * @param wanted the name of the file that is looked for
 * @returns 0 at the archive's root; Infinity for a file with another name
 */
function depthOf(path, wanted) {
    const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
    return parts.at(-1) === wanted ? parts.length - 1 : Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ../lib/retry.js
var retry = __webpack_require__(1375);
;// CONCATENATED MODULE: ../lib/install/network-error.js
// What went wrong with a request: in words, whether it is transient, and what to do. Pure.
/** Tells whether the same request may succeed a moment after a response with this status. */
function isTransient(status) {
    return status === 408 || status === 429 || status >= 500;
}
/** Makes the error for a response with a transient status. */
function badStatus(url, statusCode, retryAfter) {
    const details = { code: 'BAD_STATUS', statusCode, retryAfter };
    return Object.assign(new Error(`${url} responded with status ${statusCode}`), details);
}
/** Makes the error for a server that sent nothing for so long. */
function idleTimeout(host, ms) {
    const message = `${host} sent nothing for ${ms / 1000} seconds`;
    return Object.assign(new Error(message), { code: 'IDLE_TIMEOUT' });
}
/** Makes the error for a server that changes the protocol, which no request asks for. */
function unexpectedUpgrade(host) {
    return new Error(`${host} responded with status 101, which is not a response to a download. Check the proxy or mirror`);
}
/** Makes the error for a request that took longer than all its attempts may take. */
function tooSlow(url, limitMs) {
    return new Error(`Could not get ${url} within ${limitMs / 1000} seconds.${checkNetwork}`);
}
const maxRetryAfterMs = 20_000;
/** Decides whether another attempt is worthwhile. An idle timeout, which takes long, allows one more. */
function isRetryable(error, attempt) {
    const { code = '', statusCode } = error;
    if (code === 'IDLE_TIMEOUT')
        return attempt < 2;
    if (statusCode !== undefined) {
        return isTransient(statusCode) && retryAfterMs(error) <= maxRetryAfterMs;
    }
    return Object.hasOwn(transientCodes, code);
}
/**
 * Reads how long a server wants to be left alone.
 *
 * @returns milliseconds; 0 when it does not say
 */
function retryAfterMs(error) {
    const { retryAfter = '' } = error;
    // https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
    if (/^\d+$/.test(retryAfter))
        return Number(retryAfter) * 1000;
    return Math.max(0, Date.parse(retryAfter) - Date.now() || 0);
}
const broken = 'the connection broke off';
const noRoute = 'no route to host';
const transientCodes = {
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: broken,
    ECONNABORTED: broken,
    EPIPE: broken,
    ERR_STREAM_PREMATURE_CLOSE: broken,
    ERR_PROXY_TUNNEL: 'the proxy closed the connection',
    ETIMEDOUT: 'the connection timed out',
    EHOSTUNREACH: noRoute,
    ENETUNREACH: noRoute,
    ENOTFOUND: 'the name of the host is not known',
    EAI_AGAIN: 'the name server does not respond',
};
/** Makes the error that a user reads: one sentence on what failed, and what to do. */
function explained(url, attempts, cause) {
    const error = cause;
    const times = attempts > 1 ? `, ${attempts} times` : '';
    // This action's messages end with a full stop, those of Node and of servers do not.
    const what = meaningOf(error).replace(/\.$/, '');
    return new Error(`Could not get ${url}: ${what}${times}.${adviceOn(error)}`, { cause });
}
function meaningOf({ code = '', statusCode, message }) {
    // Their messages hold the proxy's address, with a password perhaps.
    if (code === 'ERR_PROXY_INVALID_CONFIG')
        return 'the address of the proxy is not a valid URL';
    if (code === 'ERR_PROXY_TUNNEL' && statusCode) {
        return `the proxy refused the connection with status ${statusCode}`;
    }
    if (code.startsWith('HPE_'))
        return 'the response is not valid HTTP';
    return transientCodes[code] ?? message;
}
const checkNetwork = ' Check the network, the proxy and the firewall of the runner.';
const untrusted = /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;
function adviceOn({ code = '', statusCode }) {
    if (untrusted.test(code)) {
        return ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.';
    }
    if (statusCode === 407)
        return ' Set a user name and a password in `HTTPS_PROXY`.';
    if (code === 'BAD_STATUS')
        return ' Usually temporary: re-run the job.';
    const isNetwork = code === 'IDLE_TIMEOUT' || /^(HPE|ERR_PROXY)_/.test(code);
    return isNetwork || Object.hasOwn(transientCodes, code) ? checkNetwork : '';
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
;// CONCATENATED MODULE: ../lib/install/request.js
// One GET request, bounded in time, through Node's own support for proxies.



/**
 * Sends a request.
 *
 * @param signal ends the request, and closes its connection, whatever state they are in
 * @returns the response, paused; its body fails when it is idle for too long
 * @throws Error of the connection, of a proxy, or of an idle timeout
 */
function send(url, headers, { machine, idleTimeoutMs = 10_000 }, signal) {
    return new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const connection = connectionTo(url, machine);
        const start = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        const call = start(url, { agent: connection.agent, headers: { ...userAgent, ...headers } });
        let body;
        const fail = (error) => {
            body?.destroy(error);
            reject(error);
        };
        const idle = setTimeout(() => fail(idleTimeout(url.host, idleTimeoutMs)), idleTimeoutMs);
        signal.addEventListener('abort', () => {
            clearTimeout(idle);
            call.destroy();
            connection.close();
            reject(signal.reason);
        });
        call.on('error', fail);
        // A status of 101 arrives as the one or the other, with or without the headers of an upgrade.
        call.on('upgrade', () => fail(unexpectedUpgrade(url.host)));
        call.on('information', ({ statusCode }) => {
            if (statusCode === 101)
                fail(unexpectedUpgrade(url.host));
        });
        call.on('response', (response) => {
            body = response.on('data', () => idle.refresh()).pause();
            idle.refresh();
            resolve(response);
        });
        call.end();
    });
}
const userAgent = { 'user-agent': 'choreo-login' };
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
// What Node's agents read since 24.5. They ignore an address without a scheme, which curl and Go take for
// that of an HTTP proxy.
// https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
function proxyEnvOf({ protocol }, { env, version }) {
    const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const proxy = env[name] || env[name.toUpperCase()] || '';
    if (proxy === '')
        return {};
    const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
    if (major < 24 || (major === 24 && minor < 5)) {
        throw new Error(`\`${name.toUpperCase()}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
            'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`');
    }
    return { ...env, [name]: proxy.includes('://') ? proxy : `http://${proxy}` };
}

;// CONCATENATED MODULE: ../lib/install/http.js



const attempts = 4;
const maxRedirects = 5;
/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns the response into a value; what it throws is not retried
 * @returns what `read` returned
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do
 */
async function get(url, options, read) {
    const { cancelled, limitMs, backoffMs = 250 } = options;
    const limit = AbortSignal.timeout(limitMs);
    const signal = AbortSignal.any([cancelled, limit]);
    let made = 0;
    const attempt = (number) => {
        made = number;
        return getOnce(url, options, signal, read);
    };
    try {
        const { /* isRetryable */ "r3": isRetryable, /* retryAfterMs */ "Vs": retryAfterMs } = network_error_namespaceObject;
        return await (0,retry/* retry */.L)(attempt, { attempts, backoffMs, isRetryable, retryAfterMs, signal });
    }
    catch (error) {
        if (cancelled.aborted)
            throw new Error(`The run was cancelled while it got ${url}.`);
        if (limit.aborted)
            throw tooSlow(url, limitMs);
        throw explained(url, made, error);
    }
}
/**
 * Reads a text, for example JSON, of a bounded size.
 *
 * @param maxBytes of the body
 * @returns the body as UTF-8
 * @throws Error when the body is larger
 */
async function textOf({ url, body }, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > maxBytes)
            throw new Error(`${url} sent more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}
async function getOnce(url, options, signal, read) {
    const ending = new AbortController();
    try {
        const response = await follow(url, options, AbortSignal.any([signal, ending.signal]));
        const { status, headers } = response;
        if (isTransient(status) && !options.final?.includes(status)) {
            throw badStatus(response.url, status, headers['retry-after']);
        }
        return await read(response);
    }
    finally {
        ending.abort();
    }
}
async function follow(url, options, signal) {
    let current = new URL(url);
    let headers = options.headers ?? {};
    for (let hop = 0; hop <= maxRedirects; hop++) {
        const body = await send(current, headers, options, signal);
        const status = body.statusCode ?? 0;
        const { location } = body.headers;
        const isRedirect = status >= 300 && status < 400 && location !== undefined;
        if (!isRedirect || options.followRedirects === false) {
            return { status, headers: body.headers, url: current.origin + current.pathname, body };
        }
        body.destroy();
        const next = redirected(current, location);
        if (next.origin !== current.origin)
            headers = {};
        current = next;
    }
    throw new Error(`it redirects more than ${maxRedirects} times. Check the input \`github-url\`, and the proxy or mirror`);
}
function redirected(from, location) {
    const next = URL.parse(location, from.href);
    if (next === null || !/^https?:$/.test(next.protocol)) {
        throw new Error(`${from.origin} redirects to an invalid URL`);
    }
    if (from.protocol === 'https:' && next.protocol === 'http:') {
        throw new Error(`${from.origin} redirects from https to http, which is refused`);
    }
    return next;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ../lib/install/executable.js + 1 modules
var executable = __webpack_require__(9135);
;// CONCATENATED MODULE: ../lib/install/tar.js
// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html

const block = 512;
const regular = ['0', '\0', '7'];
/**
 * Extracts the file with a name: at the root, or in the folder that is nearest to it. Everything else is
 * skipped, also headers that hold long names.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param wanted the file's name, without a folder
 * @returns whether there was such a file
 * @throws Error when the bytes are not a whole tar archive, or more than 512 MiB
 */
async function untar(source, wanted, file) {
    const read = reader(source);
    let nearest = Number.POSITIVE_INFINITY;
    for (;;) {
        const header = await readExactly(block, read);
        if (header.every((byte) => byte === 0))
            break;
        const { path, type, size } = parse(header);
        const depth = regular.includes(type) ? depthOf(path, wanted) : Number.POSITIVE_INFINITY;
        const isNearer = depth < nearest;
        if (isNearer && nearest !== Number.POSITIVE_INFINITY)
            await file.restart();
        if (isNearer)
            nearest = depth;
        for (let left = size; left > 0;) {
            const bytes = await read(left);
            if (bytes.length === 0)
                throw damaged('tar');
            if (isNearer)
                await file.write(bytes);
            left -= bytes.length;
        }
        await readExactly((block - (size % block)) % block, read);
    }
    while ((await read(block * block)).length > 0)
        ;
    return nearest !== Number.POSITIVE_INFINITY;
}
function reader(source) {
    const chunks = source[Symbol.asyncIterator]();
    let chunk = Buffer.alloc(0);
    let total = 0;
    return async (atMost) => {
        if (chunk.length === 0)
            chunk = (await chunks.next()).value ?? chunk;
        const bytes = chunk.subarray(0, atMost);
        chunk = chunk.subarray(bytes.length);
        total += bytes.length;
        if (total > maxBytes)
            throw tooLarge();
        return bytes;
    };
}
async function readExactly(size, read) {
    let bytes = Buffer.alloc(0);
    while (bytes.length < size) {
        const more = await read(size - bytes.length);
        if (more.length === 0)
            throw damaged('tar');
        bytes = Buffer.concat([bytes, more]);
    }
    return bytes;
}
function parse(header) {
    const text = (from, to) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
    const octal = (from, to) => Number.parseInt(text(from, to).trim() || '0', 8);
    // The checksum counts its own field as eight spaces.
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    if (octal(148, 156) !== sum)
        throw damaged('tar');
    const isBinary = ((header[124] ?? 0) & 0x80) !== 0;
    const size = isBinary ? Number(header.readBigUInt64BE(128)) : octal(124, 136);
    if (!(size >= 0 && size <= maxBytes))
        throw tooLarge();
    const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
    return { path: `${prefix}/${text(0, 100)}`, type: String.fromCharCode(header[156] ?? 0), size };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ../lib/install/zip.js
// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT



/**
 * Extracts the file with a name: at the root, or in the folder that is nearest to it.
 *
 * @param archive all of its bytes: a zip archive has its directory at its end
 * @param wanted the file's name, without a folder
 * @returns the file's content, or undefined when there is no such file
 * @throws Error when the bytes are not a whole zip archive, or the file has more than 512 MiB
 */
async function unzip(archive, wanted) {
    try {
        const [match] = entriesOf(archive)
            .filter((entry) => depthOf(entry.path, wanted) < Number.POSITIVE_INFINITY)
            .sort((a, b) => depthOf(a.path, wanted) - depthOf(b.path, wanted));
        return match && (await contentOf(match, archive));
    }
    catch (error) {
        // What a damaged archive states about itself leads to places outside of it.
        throw error instanceof RangeError ? damaged('zip') : error;
    }
}
const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 };
const zip_regular = [0, 8];
function entriesOf(archive) {
    const end = archive.lastIndexOf('PK\x05\x06');
    if (end === -1)
        throw damaged('zip');
    const entries = [];
    let at = archive.readUInt32LE(end + 16);
    for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
        if (archive.readUInt32LE(at) !== signatures.directory)
            throw damaged('zip');
        const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
        const path = archive.toString('utf8', at + 46, nameEnd);
        const unixType = (archive.readUInt32LE(at + 38) >>> 28) & 0xf;
        if (zip_regular.includes(unixType) && !/[\\/]$/.test(path))
            entries.push(entryAt(at, path, archive));
        at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
    return entries;
}
function entryAt(at, path, archive) {
    return {
        path,
        method: archive.readUInt16LE(at + 10),
        checksum: archive.readUInt32LE(at + 16),
        packedSize: archive.readUInt32LE(at + 20),
        size: archive.readUInt32LE(at + 24),
        offset: archive.readUInt32LE(at + 42),
    };
}
const stored = 0;
const deflated = 8;
async function contentOf(entry, archive) {
    if (entry.size > maxBytes)
        throw tooLarge();
    if (archive.readUInt32LE(entry.offset) !== signatures.local)
        throw damaged('zip');
    const { offset, packedSize, method } = entry;
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const packed = archive.subarray(start, start + packedSize);
    const content = await unpacked(packed, method, entry.size);
    if (content.length === entry.size && (0,external_node_zlib_.crc32)(content) === entry.checksum)
        return content;
    throw damaged('zip');
}
async function unpacked(packed, method, size) {
    if (method === stored)
        return packed;
    if (method !== deflated)
        throw new Error(`it uses zip method ${method}, which is not supported`);
    return (0,external_node_util_.promisify)(external_node_zlib_.inflateRaw)(packed, { maxOutputLength: Math.max(size, 1) }).catch(() => {
        throw damaged('zip');
    });
}

;// CONCATENATED MODULE: ../lib/install/unpack.js
// From the bytes of a release archive to the executable in it. Nothing else of an archive is written, and
// nothing under a name that the archive chooses.





/**
 * Prepares for an archive.
 *
 * @param path of the executable, a new file; its name is what is looked for in the archive
 */
function unpacker(archive, path) {
    return archive === 'zip' ? fromZip(path) : fromTarGz(path);
}
// In bytes. Inflating, hashing and writing work side by side when there is room between them.
const buffers = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 };
// Inflates while the bytes arrive, so that the time for it passes during the download. An archive that cannot
// be unpacked is still read to its end: a digest that differs is the better explanation.
async function fromTarGz(path) {
    const file = await (0,executable/* createExecutable */.lg)(path);
    const gunzip = (0,external_node_zlib_.createGunzip)(buffers);
    const unpacked = untar(gunzip, (0,external_node_path_.basename)(path), file).finally(() => gunzip.destroy());
    const ended = unpacked.catch(() => undefined);
    return {
        write: async (bytes) => {
            if (gunzip.destroyed || gunzip.write(bytes))
                return;
            await Promise.race([new Promise((resolve) => gunzip.once('drain', resolve)), ended]);
        },
        finish: async () => {
            if (!gunzip.destroyed)
                gunzip.end();
            if (!(await unpacked))
                throw noExecutable(path);
            return file.finish();
        },
        discard: async () => {
            gunzip.destroy();
            await ended;
            await file.discard();
        },
    };
}
async function fromZip(path) {
    const file = await (0,executable/* createExecutable */.lg)(path);
    const chunks = [];
    return {
        write: async (bytes) => chunks.push(bytes),
        finish: async () => {
            const content = await unzip(Buffer.concat(chunks), (0,external_node_path_.basename)(path));
            if (content === undefined)
                throw noExecutable(path);
            await file.write(content);
            return file.finish();
        },
        discard: file.discard,
    };
}
function noExecutable(path) {
    return new Error(`it holds no executable named ${(0,external_node_path_.basename)(path)}`);
}

// EXTERNAL MODULE: ../lib/cli/distribution.js
var distribution = __webpack_require__(8772);
// EXTERNAL MODULE: ../lib/install/version.js
var install_version = __webpack_require__(7977);
;// CONCATENATED MODULE: ../lib/install/metadata.js
// What GitHub's API states about the releases of a CLI. It may be wrong, absent or malformed: then there is
// no metadata, and no error.
// https://docs.github.com/en/rest/releases/releases



/**
 * Reads one release.
 *
 * @param path `latest`, or `tags/` and a tag
 * @returns the release, `none` when GitHub says that there is none, or undefined without usable metadata
 * @throws Error when the run was cancelled
 */
async function readRelease(api, path) {
    const reply = await fetchJson(api, `/releases/${path}`);
    return reply?.status === 404 ? 'none' : metadata_parse(reply?.data);
}
const maxPages = 30;
/**
 * Lists the releases that are neither drafts nor pre-releases.
 *
 * @returns the releases, or undefined without usable metadata
 * @throws Error when the run was cancelled
 */
async function listReleases(api) {
    const releases = [];
    for (let page = 1; page <= maxPages; page++) {
        const reply = await fetchJson(api, `/releases?per_page=100&page=${page}`);
        if (!Array.isArray(reply?.data))
            return undefined;
        releases.push(...reply.data.map(metadata_parse).filter((release) => release !== undefined));
        if (reply.data.length < 100)
            break;
    }
    return releases.filter(({ isDraft, isPrerelease }) => !isDraft && !isPrerelease);
}
const metadata_maxBytes = 16 * 1024 * 1024;
const limitMs = 20_000;
async function fetchJson(api, path, token = api.githubToken) {
    if (api.apiUrl === '')
        return undefined;
    const url = `${api.apiUrl}/repos/${distribution/* distributions */._o[api.cli].repository}${path}`;
    const headers = {
        accept: 'application/vnd.github+json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
    };
    try {
        // A rate limit lasts longer than any retry.
        const options = { ...api, headers, final: [429], limitMs };
        const reply = await get(url, options, async (response) => {
            const text = await textOf(response, metadata_maxBytes);
            const { status } = response;
            return { status, data: status === 200 ? JSON.parse(text) : undefined };
        });
        // The token of a GitHub Enterprise Server is not valid at github.com, and reading needs none.
        if (reply.status === 401 && token !== '')
            return await fetchJson(api, path, '');
        return reply.status === 200 || reply.status === 404 ? reply : undefined;
    }
    catch (error) {
        if (api.cancelled.aborted)
            throw error;
        return undefined;
    }
}
function metadata_parse(data) {
    const { tag_name: tag, draft, prerelease, assets } = (data ?? {});
    if (typeof tag !== 'string' || !(0,install_version/* isTag */.d)(tag) || !Array.isArray(assets))
        return undefined;
    const digests = new Map();
    for (const { name, digest } of assets.map((asset) => (asset ?? {}))) {
        if (typeof name !== 'string')
            return undefined;
        const text = typeof digest === 'string' ? digest.toLowerCase() : '';
        digests.set(name, /^sha256:([0-9a-f]{64})$/.exec(text)?.[1]);
    }
    return { tag, isDraft: draft === true, isPrerelease: prerelease === true, assets: digests };
}

;// CONCATENATED MODULE: ../lib/install/release.js
// Which release `latest`, a tag, a version or a range means: its tag, archive and digest.




/**
 * Finds the release that is meant.
 *
 * When GitHub's API is switched off, refuses or fails, `latest` comes from the redirect of the release page,
 * and an exact tag is taken as it is: both without a digest.
 *
 * @returns the release with its archive for the target
 * @throws Error when there is no such release, or no archive of it for the target
 */
async function findRelease(wanted) {
    const { cli, version } = wanted;
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
    const found = await readRelease(wanted, `tags/${encodeURIComponent(tag)}`);
    // Metadata of another release must not decide what an exact version installs.
    if (found !== 'none' && found?.tag !== tag)
        return withoutDigest(wanted, tag);
    if (found !== 'none' && !found.isDraft)
        return withArchive(wanted, found);
    throw await unknownVersion(wanted, await listReleases(wanted));
}
async function latest(wanted) {
    const found = await readRelease(wanted, 'latest');
    if (found !== undefined && found !== 'none')
        return withArchive(wanted, found);
    return withoutDigest(wanted, await latestByRedirect(wanted));
}
async function latestByRedirect(wanted) {
    const page = `${wanted.githubUrl}/${distribution/* distributions */._o[wanted.cli].repository}/releases/latest`;
    const options = { ...wanted, followRedirects: false, limitMs: 60_000 };
    const target = await get(page, options, async ({ status, headers }) => headers.location ?? `status ${status}`);
    const tag = /\/releases\/tag\/([\w.+%-]+)$/.exec(target)?.[1]?.replaceAll('%2B', '+');
    if (tag !== undefined && (0,install_version/* isTag */.d)(tag))
        return tag;
    throw new Error(`${page} does not redirect to a release (it responded with ${target}). ` +
        'Check the input `github-url`, or name a version in the input `cli-version`.');
}
async function newestInRange(wanted) {
    const releases = await listReleases(wanted);
    if (releases === undefined) {
        throw new Error(`The range "${wanted.version}" in \`cli-version\` needs the list of releases, and GitHub's API did not return it. ` +
            'Name an exact version, or check the inputs `github-token` and `github-api-url`.');
    }
    const { newestIn } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const tag = newestIn(wanted.cli, wanted.version, tagsOf(releases));
    const newest = releases.find((release) => release.tag === tag);
    if (newest === undefined)
        throw await unknownVersion(wanted, releases);
    return withArchive(wanted, newest);
}
async function unknownVersion({ cli, version }, releases) {
    const message = `There is no release "${version}" of the ${distribution/* distributions */._o[cli].title}.`;
    const { nearest } = await Promise.all(/* import() */[__webpack_require__.e(978), __webpack_require__.e(140)]).then(__webpack_require__.bind(__webpack_require__, 9140));
    const known = nearest(cli, version, tagsOf(releases ?? []));
    if (known === undefined) {
        return new Error(`${message} Check the inputs \`cli-version\` and \`github-api-url\`.`);
    }
    return new Error(`${message} The latest one is ${known.newest}; the nearest to it are ${known.around.join(', ')}. ` +
        'Name one of these in the input `cli-version`.');
}
function tagsOf(releases) {
    return releases.map(({ tag }) => tag);
}
function withArchive(wanted, { tag, assets }) {
    const name = (0,distribution/* assetName */.SM)(wanted.cli, tag, wanted.target);
    if (assets.has(name))
        return { ...withoutDigest(wanted, tag), digest: assets.get(name) };
    const others = [...assets.keys()].join(', ') || 'no archive at all';
    throw new Error(`The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`);
}
// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function withoutDigest(wanted, tag) {
    const { repository } = distribution/* distributions */._o[wanted.cli];
    const name = (0,distribution/* assetName */.SM)(wanted.cli, tag, wanted.target);
    const url = `${wanted.githubUrl}/${repository}/releases/download/${encodeURIComponent(tag)}/${name}`;
    return { tag, url, digest: undefined };
}

;// CONCATENATED MODULE: ../lib/install/download.js
// From the URL of a release archive to the executable in it, verified on the way.




// Loaded with this file, when a download is needed.

/**
 * Downloads an archive, and extracts the executable meanwhile.
 *
 * @param digests what the archive's SHA-256 must be
 * @param path of the executable, a new file
 * @returns what was verified
 * @throws Error that names the URL and what went wrong; there is no file then
 */
async function download({ url, tag }, digests, archive, path, network) {
    return get(url, { ...network, limitMs: 600_000 }, async (response) => {
        if (response.status !== 200)
            throw unavailable(response.status);
        const unpack = await unpacker(archive, path);
        try {
            const digest = await pour(response, unpack.write);
            for (const [source, expected] of Object.entries(digests)) {
                if (digest !== expected)
                    throw mismatch(response, source, expected, digest);
            }
            const executable = await unpack.finish().catch((error) => {
                throw unusable(response, error);
            });
            const verifiedWith = Object.keys(digests).join(' and ');
            return { tag, archive: digest, executable, verifiedWith };
        }
        catch (error) {
            await unpack.discard();
            throw error;
        }
    });
}
async function pour({ body }, write) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    for await (const bytes of body) {
        size += bytes.length;
        if (size > maxBytes)
            throw tooLarge();
        const written = write(bytes);
        hash.update(bytes);
        await written;
    }
    return hash.digest('hex');
}
function unavailable(statusCode) {
    const hint = statusCode === 404 ? ' Check the inputs `cli-version` and `github-url`.' : '';
    const error = new Error(`the server responded with status ${statusCode}.${hint}`);
    return Object.assign(error, { statusCode });
}
function mismatch(response, source, expected, actual) {
    if (isPage(response))
        return page();
    return new Error(`the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}, so nothing of it was run or kept. ` +
        'It was changed on the way, or it is not the release that you pinned: compare both digests with the page of the ' +
        'release, and do not continue before you know.');
}
function unusable(response, error) {
    if (error.syscall !== undefined)
        return new Error(`it could not be written: ${error.message}.`);
    if (isPage(response))
        return page();
    return new Error(`what the server sent is not a usable archive: ${error.message}. Nothing of it was kept.`);
}
function isPage({ headers }) {
    return /^text\/html\b/i.test(headers['content-type'] ?? '');
}
function page() {
    return new Error('the server sent a web page instead of an archive, so nothing of it was kept. A proxy or the sign-in page of a network ' +
        'responded, or the input `github-url` does not name a mirror of GitHub.');
}


/***/ })

};
