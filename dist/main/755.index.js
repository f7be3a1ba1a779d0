export const id = 755;
export const ids = [755];
export const modules = {

/***/ 3755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  install: () => (/* binding */ install)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(1500);
;// CONCATENATED MODULE: ../lib/archive.js

const block = 512;
const regular = ['0', '\0', '7'];
const mostBytes = 512 * 1024 * 1024;
/**
 * Reads a tar archive from a stream and passes on the file of a name: at the root, or in the folder
 * that is nearest to it.
 *
 * @param source the archive's bytes, inflated
 * @param wanted the file's name, without a folder
 * @returns whether there was such a file
 * @throws Error when the bytes are no tar archive, when a name or a link leaves the archive's own
 *   folder, or when the archive holds more than 512 MiB
 */
async function untar(source, wanted, sink) {
    const stream = reader(source);
    let best = Number.POSITIVE_INFINITY;
    let meta = {};
    for (;;) {
        const header = await stream.take(block);
        if (header === undefined || header.every((byte) => byte === 0))
            break;
        const entry = tarEntry(header);
        const padding = (block - (entry.size % block)) % block;
        if ('xLK'.includes(entry.type)) {
            const text = await stream.need(entry.size);
            meta = { ...meta, ...tarMeta(entry.type, text) };
        }
        else {
            const path = meta.path ?? entry.path;
            if ('12'.includes(entry.type))
                refuseLeaving(meta.linkpath ?? entry.link, path);
            const depth = depthOf(path);
            const isMatch = regular.includes(entry.type) && baseName(path) === wanted && depth < best;
            if (isMatch) {
                best = depth;
                await sink.restart();
            }
            for await (const bytes of stream.pass(entry.size))
                if (isMatch)
                    await sink.write(bytes);
            if (entry.type !== 'g')
                meta = {};
        }
        await stream.skip(padding);
    }
    await stream.drain();
    return best !== Number.POSITIVE_INFINITY;
}
function tarEntry(header) {
    const text = (from, to) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
    const octal = (from, to) => Number.parseInt(text(from, to).trim() || '0', 8);
    const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    if (octal(148, 156) !== sum)
        throw new Error('it is not a tar archive, or a damaged one');
    const isBinary = ((header[124] ?? 0) & 0x80) !== 0;
    const size = isBinary ? Number(header.readBigUInt64BE(128)) : octal(124, 136);
    if (!(size >= 0 && size <= mostBytes))
        throw tooLarge();
    const prefix = text(257, 262) === 'ustar' ? text(345, 500) : '';
    return {
        path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
        link: text(157, 257),
        type: String.fromCharCode(header[156] ?? 0),
        size,
    };
}
// POSIX pax records are "<length> <key>=<value>\n"; GNU's L and K entries hold nothing but the value.
function tarMeta(type, data) {
    const text = data.toString().replace(/\0+$/, '');
    if (type === 'L')
        return { path: text };
    if (type === 'K')
        return { linkpath: text };
    const records = [...text.matchAll(/^\d+ (path|linkpath)=(.*)$/gm)];
    return Object.fromEntries(records.map(([, key, value]) => [key, value]));
}
function reader(source) {
    const chunks = source[Symbol.asyncIterator]();
    let rest = Buffer.alloc(0);
    let total = 0;
    async function more() {
        const { value, done } = await chunks.next();
        if (done)
            return false;
        total += value.length;
        if (total > mostBytes)
            throw tooLarge();
        rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
        return true;
    }
    async function take(size) {
        while (rest.length < size)
            if (!(await more()))
                break;
        if (rest.length === 0 && size > 0)
            return undefined;
        if (rest.length < size)
            throw new Error('it ends in the middle of a file');
        const taken = rest.subarray(0, size);
        rest = rest.subarray(size);
        return taken;
    }
    async function need(size) {
        if (size > 1024 * 1024)
            throw new Error('it has a file name of more than 1 MiB');
        const taken = await take(size);
        if (taken === undefined)
            throw new Error('it ends in the middle of a file');
        return taken;
    }
    async function* pass(size) {
        for (let left = size; left > 0;) {
            if (rest.length === 0 && !(await more()))
                throw new Error('it ends in the middle of a file');
            const bytes = rest.subarray(0, left);
            rest = rest.subarray(bytes.length);
            left -= bytes.length;
            yield bytes;
        }
    }
    async function skip(size) {
        if (size > 0)
            await take(size);
    }
    async function drain() {
        do
            rest = Buffer.alloc(0);
        while (await more());
    }
    return { take, need, pass, skip, drain };
}
/**
 * Reads a zip archive from a file and passes on the file of a name: at the root, or in the folder that
 * is nearest to it.
 *
 * @param file the archive, open for reading
 * @param wanted the file's name, without a folder
 * @returns whether there was such a file
 * @throws Error when the file is no zip archive, is damaged, when a name leaves the archive's own
 *   folder, or when the file is larger than 512 MiB
 */
async function unzip(file, wanted, sink) {
    const entries = zipEntries(await zipDirectory(file));
    const matches = entries.filter((entry) => entry.isFile && baseName(entry.path) === wanted);
    const [match] = matches.sort((a, b) => depthOf(a.path) - depthOf(b.path));
    if (match === undefined)
        return false;
    if (match.size > mostBytes)
        throw tooLarge();
    await sink.restart();
    let size = 0;
    let sum = 0;
    for await (const bytes of await zipContent(file, match)) {
        size += bytes.length;
        if (size > match.size)
            break;
        sum = (0,external_node_zlib_.crc32)(bytes, sum);
        await sink.write(bytes);
    }
    if (size !== match.size || sum !== match.sum)
        throw new Error('it is a damaged zip archive');
    return true;
}
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
async function zipDirectory(file) {
    const { size } = await file.stat();
    const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
    for (let at = tail.length - 22; at >= 0; at--) {
        if (tail.readUInt32LE(at) !== endOfDirectory)
            continue;
        return bytesAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
    }
    throw new Error('it is not a zip archive, or a damaged one');
}
function zipEntries(directory) {
    const entries = [];
    for (let at = 0; at + 46 <= directory.length;) {
        if (directory.readUInt32LE(at) !== directoryEntry)
            throw new Error('it is a damaged zip archive');
        const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
        const path = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
        const unixType = (directory.readUInt32LE(at + 38) >>> 28) & 0xf;
        depthOf(path);
        entries.push({
            path,
            isFile: (unixType === 0 || unixType === 8) && !path.endsWith('/'),
            method: directory.readUInt16LE(at + 10),
            sum: directory.readUInt32LE(at + 16),
            packed: directory.readUInt32LE(at + 20),
            size: directory.readUInt32LE(at + 24),
            offset: directory.readUInt32LE(at + 42),
        });
        at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
}
async function zipContent(file, entry) {
    const header = await bytesAt(file, entry.offset, 30);
    if (header.readUInt32LE(0) !== localEntry)
        throw new Error('it is a damaged zip archive');
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    const end = start + entry.packed - 1;
    const packed = file.createReadStream({ start, end, autoClose: false, highWaterMark: 256 * 1024 });
    if (entry.packed === 0 || entry.method === 0)
        return packed;
    if (entry.method !== 8)
        throw new Error(`it uses zip method ${entry.method}, which is unknown here`);
    const inflate = (0,external_node_zlib_.createInflateRaw)({ chunkSize: 256 * 1024 });
    packed.on('error', (error) => inflate.destroy(error));
    return packed.pipe(inflate);
}
async function bytesAt(file, position, length) {
    if (length > 16 * 1024 * 1024)
        throw new Error('it is a damaged zip archive');
    const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
    if (bytesRead !== length)
        throw new Error('it is a damaged zip archive');
    return buffer;
}
function baseName(path) {
    return path.split('/').at(-1) ?? '';
}
function depthOf(path) {
    const parts = path.replaceAll('\\', '/').split('/');
    if (parts.includes('..') || parts[0] === '' || /^[A-Za-z]:/.test(path)) {
        throw new Error('it holds a path that leads out of the archive');
    }
    return parts.filter((part) => part !== '' && part !== '.').length;
}
function refuseLeaving(link, from) {
    const base = from
        .split('/')
        .slice(0, -1)
        .filter((part) => part !== '' && part !== '.');
    let depth = base.length;
    for (const part of link.split('/')) {
        depth += part === '..' ? -1 : part === '' || part === '.' ? 0 : 1;
        if (depth < 0)
            break;
    }
    if (link.startsWith('/') || depth < 0) {
        throw new Error('it holds a link that leads out of the archive');
    }
}
function tooLarge() {
    return new Error('it holds more than 512 MiB, which no CLI has');
}

// EXTERNAL MODULE: ../lib/distribution.js
var distribution = __webpack_require__(6767);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../node_modules/@actions/http-client/lib/proxy.js
var lib_proxy = __webpack_require__(3689);
// EXTERNAL MODULE: ../node_modules/tunnel/index.js
var tunnel = __webpack_require__(776);
;// CONCATENATED MODULE: ../lib/http.js
// GET with what a download on a hostile network needs: time limits, retries, redirects, proxies.





const tries = 4;
const firstPauseMs = 250;
const longestPauseMs = 20_000;
const silenceMs = 10_000;
const redirects = 5;
/**
 * Gets a URL, and tries again when the connection breaks, while it is opened or while the answer is
 * read, and when the server answers 408, 429 or 5xx: up to four times, after pauses that start at a
 * quarter of a second, or as long as `Retry-After` asks for when that is no more than 20 seconds.
 *
 * @param url an absolute http or https URL
 * @param read turns the answer into a value; an error of its own ends the tries
 * @returns what `read` returned
 * @throws Error that names the URL and what went wrong last
 */
async function get(url, options, read) {
    for (let attempt = 1;; attempt++) {
        try {
            const answer = await follow(url, options);
            if (isPassing(answer.status, options))
                throw passing(answer);
            try {
                return await read(answer);
            }
            finally {
                answer.body.destroy();
            }
        }
        catch (error) {
            options.cancelled.throwIfAborted();
            const pauseMs = pauseBefore(attempt, error);
            if (pauseMs === undefined)
                throw inWords(url, error, attempt);
            await (0,external_node_timers_promises_.setTimeout)(pauseMs, undefined, { signal: options.cancelled });
        }
    }
}
/**
 * Reads a text, for example JSON, of a bounded size.
 *
 * @param limit the most bytes that are taken
 * @returns the body as UTF-8
 * @throws Error when the body is longer
 */
async function textOf(answer, limit) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer.body) {
        size += chunk.length;
        if (size > limit)
            throw new Error(`${answer.url} answered with more than ${limit} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}
async function follow(url, options) {
    const first = new URL(url);
    let current = first;
    for (let hop = 0; hop <= redirects; hop++) {
        const headers = current.origin === first.origin ? options.headers : {};
        const body = await request(current, headers ?? {}, options.cancelled);
        const status = body.statusCode ?? 0;
        const location = body.headers.location;
        const redirected = status >= 300 && status < 400 && location !== undefined;
        if (!redirected || options.followRedirects === false) {
            return { status, headers: body.headers, url: current.href, body };
        }
        body.destroy();
        const next = URL.parse(location, current.href);
        if (next === null || !/^https?:$/.test(next.protocol)) {
            throw new Error(`${current.href} redirects to an address that is none`);
        }
        if (current.protocol === 'https:' && next.protocol === 'http:') {
            throw new Error(`${current.href} redirects from https to http, which is refused`);
        }
        current = next;
    }
    throw new Error(`it redirects more than ${redirects} times`);
}
function request(url, headers, signal) {
    return new Promise((resolve, reject) => {
        const { request } = url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject;
        const agent = proxyFor(url);
        const call = request(url, {
            headers: { 'user-agent': 'choreo-login', ...headers },
            signal,
            ...(agent && { agent }),
        });
        // One limit for silence of every kind: no connection, no answer, no further byte of the body.
        let waitingFor = call;
        const silence = setTimeout(() => waitingFor.destroy(silent(url)), silenceMs);
        call.once('error', reject);
        call.once('close', () => clearTimeout(silence));
        call.once('response', (body) => {
            waitingFor = body;
            silence.refresh();
            body.on('data', () => silence.refresh()).pause();
            resolve(body);
        });
        call.end();
    });
}
// `tunnel` is what the toolkit's own client uses; Node's agents know proxies from 24.5 on only.
function proxyFor(url) {
    const proxy = (0,lib_proxy/* getProxyUrl */.s)(url);
    if (!proxy?.hostname)
        return undefined;
    const auth = proxy.username || proxy.password ? `${proxy.username}:${proxy.password}` : undefined;
    const port = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80));
    const options = { proxy: { host: proxy.hostname, port, ...(auth && { proxyAuth: auth }) } };
    if (url.protocol === 'https:') {
        return proxy.protocol === 'https:'
            ? tunnel.httpsOverHttps(options)
            : tunnel.httpsOverHttp(options);
    }
    return proxy.protocol === 'https:'
        ? tunnel.httpOverHttps(options)
        : tunnel.httpOverHttp(options);
}
function silent(url) {
    const error = new Error(`${url.host} sent nothing for ${silenceMs / 1000} seconds`);
    return Object.assign(error, { code: 'ETIMEDOUT' });
}
function isPassing(status, { final = [] }) {
    return (status === 408 || status === 429 || status >= 500) && !final.includes(status);
}
function passing(answer) {
    answer.body.destroy();
    const retryAfter = Number(answer.headers['retry-after'] ?? 0);
    return Object.assign(new Error(`${answer.url} answered ${answer.status}`), {
        code: 'EAGAIN',
        retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : 0,
    });
}
// What Node calls a connection that could not be opened or that broke.
const passingCodes = /^(EAGAIN|E(CONN(RESET|REFUSED|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND|ERR_STREAM_PREMATURE_CLOSE|HPE_.*|ERR_SSL_.*|EPROTO)$/;
function pauseBefore(attempt, error) {
    const { code = '', retryAfterMs = 0 } = error;
    if (attempt >= tries || !passingCodes.test(code) || retryAfterMs > longestPauseMs)
        return undefined;
    const pauseMs = firstPauseMs * 2 ** (attempt - 1);
    return Math.max(retryAfterMs, pauseMs * (0.75 + Math.random() / 2));
}
function inWords(url, error, attempts) {
    const { message, code = '' } = error;
    const what = message.includes('answered') ||
        message.includes(code) ||
        code === 'EAGAIN' ||
        code === 'ETIMEDOUT'
        ? message
        : `${message} (${code})`;
    const times = attempts > 1 ? `, ${attempts} times` : '';
    return new Error(`Could not get ${url}: ${what}${code === '' ? '' : times}`, { cause: error });
}

// EXTERNAL MODULE: ../node_modules/semver/index.js
var semver = __webpack_require__(4978);
;// CONCATENATED MODULE: ../lib/release.js
// Which release is meant by `latest`, a tag, a version or a range: its tag, archive and digest.
// https://docs.github.com/en/rest/releases/releases



/**
 * Reads a tag out of what the user wrote, without asking anyone.
 *
 * @returns the tag, or undefined for `latest` and for ranges, which only a list of releases can answer
 */
function exactTag(cli, version) {
    if (version === 'latest')
        return undefined;
    const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? [];
    if (number !== undefined)
        return `v${number}${rest || distribution/* distributions */._o[cli].tagSuffix}`;
    return semver.validRange(version) === null ? version : undefined;
}
/**
 * Finds the release that is meant.
 *
 * Where GitHub's API is switched off, refuses or fails, `latest` comes from the redirect of the
 * release page, and an exact tag is taken as it is: both without a digest.
 *
 * @returns the release with its archive for the target
 * @throws Error when there is no such release, or no archive of it for the target
 */
async function findRelease(wanted, cancelled) {
    const tag = exactTag(wanted.cli, wanted.version);
    if (tag !== undefined)
        return byTag(wanted, tag, cancelled);
    if (wanted.version === 'latest')
        return latest(wanted, cancelled);
    return newestInRange(wanted, cancelled);
}
async function byTag(wanted, tag, cancelled) {
    const reply = await ask(wanted, `/releases/tags/${encodeURIComponent(tag)}`, cancelled);
    if (reply?.status === 404)
        throw await unknownVersion(wanted, cancelled);
    const stated = parseRelease(reply?.data);
    return stated === undefined ? withoutDigest(wanted, tag) : withArchive(wanted, stated);
}
async function latest(wanted, cancelled) {
    const reply = await ask(wanted, '/releases/latest', cancelled);
    const stated = parseRelease(reply?.data);
    if (stated !== undefined)
        return withArchive(wanted, stated);
    return withoutDigest(wanted, await latestByRedirect(wanted, cancelled));
}
async function latestByRedirect(wanted, cancelled) {
    const { repository } = distribution/* distributions */._o[wanted.cli];
    const page = `${wanted.githubUrl}/${repository}/releases/latest`;
    const location = await get(page, { followRedirects: false, cancelled }, async (answer) => answer.headers.location === undefined ? `status ${answer.status}` : answer.headers.location);
    const tag = /\/releases\/tag\/([^/?#]+)$/.exec(location)?.[1];
    if (tag !== undefined && isTag(decodeURIComponent(tag)))
        return decodeURIComponent(tag);
    throw new Error(`${page} does not lead to a release (it answered with ${location}). ` +
        'Check the input `github-url`, or name a version in the input `cli-version`.');
}
async function newestInRange(wanted, cancelled) {
    const releases = await fullReleases(wanted, cancelled);
    if (releases === undefined) {
        throw new Error(`The range "${wanted.version}" in \`cli-version\` needs the list of releases, and GitHub's API did not give it. ` +
            'Name an exact version, or check the inputs `github-token` and `github-api-url`.');
    }
    const newest = newestFirst(releases).find((release) => semver.satisfies(versionOf(wanted.cli, release.tag) ?? '', wanted.version));
    if (newest === undefined)
        throw await unknownVersion(wanted, cancelled);
    return withArchive(wanted, newest);
    function newestFirst(list) {
        return list.toSorted((a, b) => compare(wanted.cli, b.tag, a.tag));
    }
}
async function unknownVersion(wanted, cancelled) {
    const { title } = distribution/* distributions */._o[wanted.cli];
    const none = `There is no release "${wanted.version}" of the ${title}.`;
    const releases = (await fullReleases(wanted, cancelled)) ?? [];
    const tags = releases.map(({ tag }) => tag).filter((tag) => versionOf(wanted.cli, tag));
    const sorted = tags.sort((a, b) => compare(wanted.cli, a, b));
    const newest = sorted.at(-1);
    if (newest === undefined)
        return new Error(`${none} Check the input \`cli-version\`.`);
    const least = semver.coerce(wanted.version) ?? semver.parse('0.0.0');
    const above = sorted.findIndex((tag) => semver.gt(versionOf(wanted.cli, tag) ?? '0.0.0', least ?? '0.0.0'));
    const place = above === -1 ? sorted.length : above;
    const nearest = sorted.slice(Math.max(0, place - 2), place + 2);
    return new Error(`${none} The latest one is ${newest}; the nearest to it are ${nearest.join(', ')}. ` +
        'Name one of these in the input `cli-version`.');
}
function versionOf(cli, tag) {
    const { tagSuffix } = distribution/* distributions */._o[cli];
    const bare = tag.endsWith(tagSuffix) ? tag.slice(0, tag.length - tagSuffix.length) : tag;
    return semver.valid(bare) ?? undefined;
}
function compare(cli, a, b) {
    return semver.compare(versionOf(cli, a) ?? '0.0.0', versionOf(cli, b) ?? '0.0.0');
}
const mostPages = 30;
async function fullReleases(wanted, cancelled) {
    const releases = [];
    for (let page = 1; page <= mostPages; page++) {
        const reply = await ask(wanted, `/releases?per_page=100&page=${page}`, cancelled);
        if (!Array.isArray(reply?.data))
            return undefined;
        releases.push(...reply.data.map(parseRelease).filter((release) => release !== undefined));
        if (reply.data.length < 100)
            break;
    }
    return releases.filter((release) => release.isFull);
}
const release_mostBytes = 16 * 1024 * 1024;
// Undefined: there is no API, or no answer to build on. A refused token is left out the second time:
// on GitHub Enterprise Server the job's own token is none for github.com, and reading needs none.
async function ask(wanted, path, cancelled, token = wanted.githubToken) {
    if (wanted.apiUrl === '')
        return undefined;
    const url = `${wanted.apiUrl}/repos/${distribution/* distributions */._o[wanted.cli].repository}${path}`;
    const headers = {
        accept: 'application/vnd.github+json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
    };
    try {
        const reply = await get(url, { headers, final: [429], cancelled }, async (answer) => {
            const text = await textOf(answer, release_mostBytes);
            return { status: answer.status, data: answer.status === 200 ? JSON.parse(text) : undefined };
        });
        if (reply.status === 401 && token !== '')
            return ask(wanted, path, cancelled, '');
        return reply.status === 200 || reply.status === 404 ? reply : undefined;
    }
    catch {
        cancelled.throwIfAborted();
        return undefined;
    }
}
function parseRelease(data) {
    const { tag_name: tag, draft, prerelease, assets } = (data ?? {});
    if (typeof tag !== 'string' || !isTag(tag) || !Array.isArray(assets))
        return undefined;
    const digests = assets.map((asset) => {
        const hex = /^sha256:([0-9a-f]{64})$/i.exec(String(asset?.digest))?.[1];
        return [String(asset?.name), hex?.toLowerCase()];
    });
    return { tag, isFull: draft !== true && prerelease !== true, assets: new Map(digests) };
}
// A tag becomes part of URLs and of paths in the tool cache.
function isTag(tag) {
    return /^[A-Za-z0-9][\w.+-]{0,127}$/.test(tag);
}
function withArchive(wanted, { tag, assets }) {
    const name = (0,distribution/* assetName */.SM)(wanted.cli, tag, wanted.target);
    if (assets.has(name))
        return { ...withoutDigest(wanted, tag), digest: assets.get(name) };
    const others = [...assets.keys()].join(', ') || 'no archive at all';
    throw new Error(`The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`);
}
// The address is built rather than taken from the API: with a mirror in front, it is the mirror's.
function withoutDigest(wanted, tag) {
    const { repository } = distribution/* distributions */._o[wanted.cli];
    const name = (0,distribution/* assetName */.SM)(wanted.cli, tag, wanted.target);
    const url = `${wanted.githubUrl}/${repository}/releases/download/${encodeURIComponent(tag)}/${name}`;
    return { tag, url, digest: undefined };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ../node_modules/@actions/tool-cache/lib/tool-cache.js + 2 modules
var tool_cache = __webpack_require__(3387);
;// CONCATENATED MODULE: ../lib/tool-cache.js
// The shared shelf of installed CLIs: `<cli>/<version>/<arch>` in the runner's tool cache, in the layout
// of @actions/tool-cache, filled so that any number of jobs can do it at once.








const proofName = 'verified.json';
/**
 * Looks an installed CLI up.
 *
 * @returns its directory, or undefined when there is none
 */
function lookUp(shelf) {
    // Some self-hosted runners and containers have no tool cache, and `find` insists on one.
    if (!process.env['RUNNER_TOOL_CACHE'])
        return undefined;
    return (0,tool_cache/* find */.I6)(shelf.cli, cacheVersion(shelf.tag), shelf.arch) || undefined;
}
/**
 * Verifies an installed executable against what is recorded beside it.
 *
 * @param directory as `lookUp` returns it
 * @returns the record, or undefined when there is none or the executable is no longer what it was
 */
async function verify(directory, shelf) {
    try {
        const proof = JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(directory, proofName), 'utf8'));
        const { archive, executable, comparedWith } = proof;
        if (!archive || !executable || typeof comparedWith !== 'string')
            return undefined;
        if ((await sha256Of((0,external_node_path_.join)(directory, shelf.executable))) !== executable)
            return undefined;
        return { archive, executable, comparedWith };
    }
    catch {
        return undefined;
    }
}
/**
 * Puts a CLI on the shelf: `fill` writes it into a directory of its own, which then takes its place
 * under its final name in one step. When another job was faster, its tree stays, if it holds the same.
 *
 * @param fill writes the executable into the directory that it is given, and returns what it verified
 * @returns the final directory and what was verified
 * @throws Error of `fill` or of the file system; nothing is left behind then
 */
async function put(shelf, fill) {
    const directory = (0,external_node_path_.join)(shelf.root, shelf.cli, cacheVersion(shelf.tag), shelf.arch);
    const stage = `${directory}${stageMark}${owner()}-${process.pid}`;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(directory), { recursive: true });
    await removeAbandoned(directory);
    try {
        await (0,promises_.mkdir)(stage);
        const proof = await fill(stage);
        await (0,promises_.chmod)((0,external_node_path_.join)(stage, shelf.executable), 0o755);
        await (0,promises_.writeFile)((0,external_node_path_.join)(stage, proofName), `${JSON.stringify(proof, undefined, 2)}\n`);
        await moveInto(directory, stage, proof, shelf);
        await (0,promises_.writeFile)(`${directory}.complete`, '');
        return { directory, proof };
    }
    finally {
        await (0,promises_.rm)(stage, { recursive: true, force: true });
        await removeAbandoned(directory);
    }
}
async function moveInto(directory, stage, proof, shelf) {
    for (let attempt = 1;; attempt++) {
        try {
            return await (0,promises_.rename)(stage, directory);
        }
        catch (error) {
            const theirs = await verify(directory, shelf);
            if (theirs?.executable === proof.executable)
                return;
            // What stands there is damaged, or of another archive. It is moved aside, not removed in place:
            // another job may be running it. (On Windows a scanner can hold a new file for a moment.)
            if (attempt === 5)
                throw error;
            await (0,promises_.rename)(directory, `${stage}-old`).catch(() => (0,external_node_timers_promises_.setTimeout)(100 * attempt));
            await (0,promises_.rm)(`${stage}-old`, { recursive: true, force: true }).catch(() => undefined);
        }
    }
}
const stageMark = '.stage-';
// A job that was killed leaves its stage directory behind. Its name says whose it was: a process of this
// machine and of this process-id namespace that no longer runs is safe to clean up after.
async function removeAbandoned(directory) {
    const mark = `${(0,external_node_path_.basename)(directory)}${stageMark}`;
    const names = await (0,promises_.readdir)((0,external_node_path_.dirname)(directory)).catch(() => []);
    for (const name of names.filter((name) => name.startsWith(`${mark}${owner()}-`))) {
        const pid = Number.parseInt(name.slice(`${mark}${owner()}-`.length), 10);
        if (pid !== process.pid && !isRunning(pid)) {
            await (0,promises_.rm)((0,external_node_path_.join)((0,external_node_path_.dirname)(directory), name), { recursive: true, force: true }).catch(() => undefined);
        }
    }
}
function owner() {
    let namespace = '';
    try {
        namespace = (0,external_node_fs_.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        // Only Linux has them.
    }
    return (0,external_node_crypto_.createHash)('sha256').update(`${(0,external_node_os_.hostname)()} ${namespace}`).digest('hex').slice(0, 12);
}
function isRunning(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
// The tool cache finds versions in the sense of semver only. Every tag that WSO2 has published is one.
function cacheVersion(tag) {
    return semver.clean(tag) ?? `0.0.0-${tag.replace(/[^0-9A-Za-z-]/g, '-')}`;
}
async function sha256Of(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const file = await (0,promises_.open)(path);
    try {
        const buffer = Buffer.allocUnsafe(1024 * 1024);
        for (;;) {
            const { bytesRead } = await file.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(buffer.subarray(0, bytesRead));
        }
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ../lib/install.js
// From what the user asked for to an executable that is known to be the published one.











/**
 * Finds the wanted CLI in the tool cache, or downloads it into it.
 *
 * @param temp RUNNER_TEMP
 * @returns the executable, whose archive had the digest that the release and `cli-sha256` state, and
 *   which has not changed since
 * @throws Error when there is no such release, when it cannot be had, or when a digest differs
 */
async function install(inputs, machine, temp, cancelled) {
    const target = (0,distribution/* targetOf */.$r)(machine.platform, machine.arch);
    const executable = (0,distribution/* executableName */.IK)(inputs.cli, target);
    const root = await writable(machine.env['RUNNER_TOOL_CACHE'] ?? '', temp);
    const shelfOf = (tag) => ({
        root,
        cli: inputs.cli,
        tag,
        arch: machine.arch,
        executable,
    });
    // An exact version that is installed already needs no network at all.
    const tag = exactTag(inputs.cli, inputs.cliVersion);
    const found = tag === undefined ? undefined : await cached(shelfOf(tag), inputs.cliSha256, undefined);
    if (found !== undefined)
        return found;
    const wanted = {
        cli: inputs.cli,
        version: inputs.cliVersion,
        target,
        githubUrl: inputs.githubUrl,
        apiUrl: inputs.githubApiUrl,
        githubToken: inputs.githubToken,
    };
    const release = await findRelease(wanted, cancelled);
    const shelf = shelfOf(release.tag);
    const hit = tag === undefined ? await cached(shelf, inputs.cliSha256, release.digest) : undefined;
    if (hit !== undefined)
        return hit;
    const expected = {
        ...(release.digest && { [`the release ${release.tag}`]: release.digest }),
        ...(inputs.cliSha256 && { 'the input `cli-sha256`': inputs.cliSha256 }),
    };
    const { directory, proof } = await put(shelf, (stage) => download(release, expected, target, (0,external_node_path_.join)(stage, executable), cancelled));
    if (proof.comparedWith === '')
        warnUnverified(inputs, release, proof);
    return describe(shelf, directory, proof, false);
}
async function cached(shelf, wantedSha256, statedSha256) {
    const directory = lookUp(shelf);
    if (directory === undefined)
        return undefined;
    const proof = await verify(directory, shelf);
    if (proof === undefined) {
        (0,core/* warning */.$e)(`The ${shelf.cli} ${shelf.tag} in the tool cache is not what was installed there: ${directory} has changed, or was not made by this action. It is installed anew.`);
        return undefined;
    }
    const other = [wantedSha256, statedSha256].find((digest) => digest && digest !== proof.archive);
    return other === undefined ? describe(shelf, directory, proof, true) : undefined;
}
function describe(shelf, directory, proof, cacheHit) {
    const path = (0,external_node_path_.join)(directory, shelf.executable);
    return { path, version: shelf.tag, cacheHit, comparedWith: proof.comparedWith };
}
// A container's user may not be allowed to write into the tool cache. The job's own temporary directory
// always works, and the CLI is gone with it.
async function writable(toolCache, temp) {
    try {
        await (0,promises_.mkdir)(toolCache, { recursive: true });
        await (0,promises_.access)(toolCache, external_node_fs_.constants.W_OK);
        return toolCache;
    }
    catch {
        return (0,external_node_path_.join)(temp, 'choreo-tool-cache');
    }
}
async function download(release, expected, target, path, cancelled) {
    return get(release.url, { cancelled }, async (answer) => {
        if (answer.status !== 200)
            throw notThere(answer);
        const unpacker = target.archive === 'zip' ? await fromZip(path) : await fromTarGz(path);
        try {
            const archive = await pour(answer, unpacker.take);
            for (const [source, digest] of Object.entries(expected)) {
                if (digest !== archive)
                    throw mismatch(release, source, digest, archive);
            }
            const executable = await unpacker.finish().catch((error) => {
                throw new Error(`the file there is no archive that can be used: ${error.message}. Nothing of it was kept`);
            });
            return { archive, executable, comparedWith: Object.keys(expected).join(' and ') };
        }
        finally {
            await unpacker.close();
        }
    });
}
const install_mostBytes = 512 * 1024 * 1024;
async function pour(answer, take) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    for await (const bytes of answer.body) {
        size += bytes.length;
        if (size > install_mostBytes)
            throw new Error('it sends more than 512 MiB, which no archive of a CLI has');
        hash.update(bytes);
        await take(bytes);
    }
    return hash.digest('hex');
}
// Inflates while the bytes arrive: the wait for the network pays for it. Nothing runs what is written,
// and nobody sees it, before the digest of the whole archive is known to be right. An archive that
// cannot be unpacked is still read to its end: a wrong digest is the better explanation.
async function fromTarGz(path) {
    const file = await executableFile(path);
    const gunzip = (0,external_node_zlib_.createGunzip)({ chunkSize: 256 * 1024 });
    const unpacked = untar(gunzip, (0,external_node_path_.basename)(path), file.sink).then((found) => () => file.sha256(found), (error) => () => {
        throw error;
    });
    const failed = unpacked.then(() => gunzip.destroy());
    return {
        take: async (bytes) => {
            if (gunzip.destroyed || gunzip.write(bytes))
                return;
            await Promise.race([new Promise((resolve) => gunzip.once('drain', resolve)), failed]);
        },
        finish: async () => {
            if (!gunzip.destroyed)
                gunzip.end();
            return (await unpacked)();
        },
        close: async () => {
            gunzip.destroy();
            await unpacked;
            await file.close();
        },
    };
}
// A zip archive has its directory at its end, so it has to be there as a whole.
async function fromZip(path) {
    const archive = await (0,promises_.open)(`${path}.zip`, 'w+');
    const file = await executableFile(path);
    return {
        take: (bytes) => archive.write(bytes),
        finish: async () => file.sha256(await unzip(archive, (0,external_node_path_.basename)(path), file.sink)),
        close: async () => {
            await Promise.all([archive.close(), file.close()]);
            await (0,promises_.rm)(`${path}.zip`, { force: true });
        },
    };
}
async function executableFile(path) {
    const file = await (0,promises_.open)(path, 'w');
    let hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const sink = {
        restart: async () => {
            hash = (0,external_node_crypto_.createHash)('sha256');
            size = 0;
            await file.truncate(0);
        },
        write: async (bytes) => {
            hash.update(bytes);
            for (let at = 0; at < bytes.length;) {
                const { bytesWritten } = await file.write(bytes, at, bytes.length - at, size);
                at += bytesWritten;
                size += bytesWritten;
            }
        },
    };
    const sha256 = (found) => {
        if (!found)
            throw new Error(`it holds no executable named ${(0,external_node_path_.basename)(path)}`);
        return hash.digest('hex');
    };
    return { sink, sha256, close: () => file.close() };
}
function notThere({ status }) {
    const hint = status === 404 ? '. Check the inputs `cli-version` and `github-url`' : '';
    return new Error(`the server answered with status ${status}${hint}`);
}
function mismatch(release, source, expected, actual) {
    return new Error(`the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}. ` +
        'Nothing of it was run or kept. Something between here and the release changed it, or the release is not ' +
        `the one that you pinned: compare both digests with those on the page of ${release.tag}, and do not go on before you know`);
}
function warnUnverified({ cli }, { tag }, { archive }) {
    (0,core/* warning */.$e)(`The download of the ${distribution/* distributions */._o[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
        `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`, { title: 'CLI not verified' });
}


/***/ })

};
