export const id = 385
export const ids = [385]
export const modules = {
	/***/ 9385: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		// EXPORTS
		__webpack_require__.d(__webpack_exports__, {
			download: () => /* binding */ download,
			findRelease: () => /* reexport */ findRelease,
		})

		// EXTERNAL MODULE: external "node:crypto"
		var external_node_crypto_ = __webpack_require__(7598)
		// EXTERNAL MODULE: external "node:http"
		var external_node_http_ = __webpack_require__(7067)
		// EXTERNAL MODULE: external "node:https"
		var external_node_https_ = __webpack_require__(4708)
		// EXTERNAL MODULE: external "node:timers/promises"
		var promises_ = __webpack_require__(8500) // CONCATENATED MODULE: ../lib/retry.js

		async function retry(url, { limitMs, cancelled }, attempt) {
			const late = new AbortController()
			const timer = setTimeout(() => late.abort(), limitMs)
			const signal = AbortSignal.any([cancelled, late.signal])
			try {
				for (let tries = 1; ; tries++) {
					try {
						return await attempt(signal)
					} catch (error) {
						if (cancelled.aborted) throw new Error(`The run was cancelled while it got ${url}.`)
						if (late.signal.aborted) throw tooSlow(url, limitMs)
						const pauseMs = pauseAfter(tries, error, Math.random())
						if (pauseMs === undefined) throw inWords(url, tries, error)
						await (0, promises_.setTimeout)(pauseMs, undefined, { signal }).catch(() => undefined)
					}
				}
			} finally {
				clearTimeout(timer)
			}
		}
		function isPassingStatus(status) {
			return status === 408 || status === 429 || status >= 500
		}
		function refusedForNow(message, retryAfter) {
			return Object.assign(new Error(message), { code: 'REFUSED_FOR_NOW', retryAfter })
		}
		function silent(host, silenceMs) {
			const message = `${host} sent nothing for ${silenceMs / 1000} seconds`
			return Object.assign(new Error(message), { code: 'SILENT' })
		}
		const mostTries = 4
		const mostSilences = 2
		const firstPauseMs = 250
		const longestPauseMs = 20_000
		function pauseAfter(tries, error, random) {
			const { code = '', retryAfter } = error
			const most = code === 'SILENT' ? mostSilences : mostTries
			if (tries >= most || !Object.hasOwn(passingCodes, code)) return undefined
			const askedMs = retryAfter === undefined ? 0 : millisecondsUntil(retryAfter)
			if (askedMs > longestPauseMs) return undefined
			return Math.max(askedMs, firstPauseMs * 2 ** (tries - 1) * (0.75 + random / 2))
		}
		function millisecondsUntil(retryAfter) {
			const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now()
			return Number.isNaN(asked) ? 0 : asked
		}
		const broken = 'the connection broke off'
		const noWay = 'there is no way to the host'
		const passingCodes = {
			REFUSED_FOR_NOW: '',
			SILENT: '',
			ECONNREFUSED: 'the connection was refused',
			ECONNRESET: broken,
			ECONNABORTED: broken,
			EPIPE: broken,
			ERR_STREAM_PREMATURE_CLOSE: broken,
			ETIMEDOUT: 'the connection was not answered',
			EHOSTUNREACH: noWay,
			ENETUNREACH: noWay,
			ENOTFOUND: 'the name of the host is not known',
			EAI_AGAIN: 'the name server does not answer',
		}
		const untrusted = /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/
		function inWords(url, tries, error) {
			const { message, code = '' } = error
			const times = tries > 1 ? `, ${tries} times` : ''
			const said = (passingCodes[code] || message).replace(/\.$/, '')
			return new Error(`Could not get ${url}: ${said}${times}.${adviceOn(code)}`, { cause: error })
		}
		function adviceOn(code) {
			if (untrusted.test(code)) {
				return ' A proxy that inspects traffic has a certificate authority of its own: name its file in `NODE_EXTRA_CA_CERTS` for the job.'
			}
			if (code === 'REFUSED_FOR_NOW') return ' It often passes: run the job again later.'
			if (Object.hasOwn(passingCodes, code)) return ' Check the network, the proxy and the firewall of the runner.'
			return ''
		}
		function tooSlow(url, limitMs) {
			return new Error(
				`Could not get ${url} within ${limitMs / 1000} seconds. Check the network, the proxy and the firewall of the runner.`,
			)
		}

		// EXTERNAL MODULE: external "node:net"
		var external_node_net_ = __webpack_require__(7030)
		// EXTERNAL MODULE: external "node:tls"
		var external_node_tls_ = __webpack_require__(1692) // CONCATENATED MODULE: ../node_modules/@actions/http-client/lib/proxy.js
		function getProxyUrl(reqUrl) {
			const usingSsl = reqUrl.protocol === 'https:'
			if (checkBypass(reqUrl)) {
				return undefined
			}
			const proxyVar = (() => {
				if (usingSsl) {
					return process.env['https_proxy'] || process.env['HTTPS_PROXY']
				} else {
					return process.env['http_proxy'] || process.env['HTTP_PROXY']
				}
			})()
			if (proxyVar) {
				try {
					return new DecodedURL(proxyVar)
				} catch (_a) {
					if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
						return new DecodedURL(`http://${proxyVar}`)
				}
			} else {
				return undefined
			}
		}
		function checkBypass(reqUrl) {
			if (!reqUrl.hostname) {
				return false
			}
			const reqHost = reqUrl.hostname
			if (isLoopbackAddress(reqHost)) {
				return true
			}
			const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || ''
			if (!noProxy) {
				return false
			}
			// Determine the request port
			let reqPort
			if (reqUrl.port) {
				reqPort = Number(reqUrl.port)
			} else if (reqUrl.protocol === 'http:') {
				reqPort = 80
			} else if (reqUrl.protocol === 'https:') {
				reqPort = 443
			}
			// Format the request hostname and hostname with port
			const upperReqHosts = [reqUrl.hostname.toUpperCase()]
			if (typeof reqPort === 'number') {
				upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`)
			}
			// Compare request host against noproxy
			for (const upperNoProxyItem of noProxy
				.split(',')
				.map((x) => x.trim().toUpperCase())
				.filter((x) => x)) {
				if (
					upperNoProxyItem === '*' ||
					upperReqHosts.some(
						(x) =>
							x === upperNoProxyItem ||
							x.endsWith(`.${upperNoProxyItem}`) ||
							(upperNoProxyItem.startsWith('.') && x.endsWith(`${upperNoProxyItem}`)),
					)
				) {
					return true
				}
			}
			return false
		}
		function isLoopbackAddress(host) {
			const hostLower = host.toLowerCase()
			return (
				hostLower === 'localhost' ||
				hostLower.startsWith('127.') ||
				hostLower.startsWith('[::1]') ||
				hostLower.startsWith('[0:0:0:0:0:0:0:1]')
			)
		}
		class DecodedURL extends URL {
			constructor(url, base) {
				super(url, base)
				this._decodedUsername = decodeURIComponent(super.username)
				this._decodedPassword = decodeURIComponent(super.password)
			}
			get username() {
				return this._decodedUsername
			}
			get password() {
				return this._decodedPassword
			}
		}
		//# sourceMappingURL=proxy.js.map
		// CONCATENATED MODULE: ../lib/install/proxy.js

		async function route(url, silenceMs, signal) {
			const proxy = getProxyUrl(url)
			if (!proxy?.hostname) return {}
			if (url.protocol === 'http:') {
				const headers = { host: url.host, ...credentials(proxy) }
				return { ...addressOf(proxy), path: url.href, headers }
			}
			const socket = await tunnel(proxy, url, silenceMs, signal)
			const servername = (0, external_node_net_.isIP)(bare(url.hostname)) ? '' : url.hostname
			return { createConnection: () => (0, external_node_tls_.connect)({ socket, servername }) }
		}
		function tunnel(proxy, url, silenceMs, signal) {
			const request = proxy.protocol === 'https:' ? external_node_https_.request : external_node_http_.request
			const host = `${url.hostname}:${url.port || 443}`
			return new Promise((resolve, reject) => {
				const headers = { host, ...credentials(proxy) }
				const call = request({ ...addressOf(proxy), method: 'CONNECT', path: host, headers, signal })
				const silence = setTimeout(() => call.destroy(silent(`the proxy ${proxy.host}`, silenceMs)), silenceMs)
				call.on('error', reject)
				call.once('close', () => clearTimeout(silence))
				call.once('connect', ({ statusCode = 0 }, socket) => {
					clearTimeout(silence)
					if (statusCode === 200) return resolve(socket)
					socket.destroy()
					reject(refusal(proxy, statusCode))
				})
				call.end()
			})
		}
		function addressOf(proxy) {
			const port = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80))
			return { protocol: proxy.protocol, hostname: bare(proxy.hostname), port, agent: false }
		}
		function bare(hostname) {
			return hostname.replace(/^\[(.*)\]$/, '$1')
		}
		function credentials({ username, password }) {
			if (username === '' && password === '') return {}
			const text = Buffer.from(`${username}:${password}`).toString('base64')
			return { 'proxy-authorization': `Basic ${text}` }
		}
		function refusal({ host }, status) {
			const said = `the proxy ${host} answered with status ${status}`
			if (isPassingStatus(status)) return refusedForNow(said, undefined)
			const hint = status === 407 ? ', it wants a user name and a password in `HTTPS_PROXY`' : ''
			return new Error(said + hint)
		} // CONCATENATED MODULE: ../lib/install/http.js

		const silenceMs = 10_000
		const redirects = 5
		function get(url, options, read) {
			return retry(url, options, async (signal) => {
				const answer = await follow(url, options, signal)
				try {
					const { status, headers } = answer
					if (isPassingStatus(status) && !options.final?.includes(status)) {
						throw refusedForNow(`${answer.url} answered with status ${status}`, headers['retry-after'])
					}
					return await read(answer)
				} finally {
					answer.body.destroy()
				}
			})
		}
		async function textOf({ url, body }, limit) {
			const chunks = []
			let size = 0
			for await (const chunk of body) {
				size += chunk.length
				if (size > limit) throw new Error(`${url} answered with more than ${limit} bytes`)
				chunks.push(chunk)
			}
			return Buffer.concat(chunks).toString()
		}
		async function follow(url, options, signal) {
			let current = new URL(url)
			let headers = options.headers ?? {}
			for (let hop = 0; hop <= redirects; hop++) {
				const body = await request(current, headers, signal)
				const status = body.statusCode ?? 0
				const location = body.headers.location
				const redirected = status >= 300 && status < 400 && location !== undefined
				if (!redirected || options.followRedirects === false) {
					return { status, headers: body.headers, url: current.origin + current.pathname, body }
				}
				body.destroy()
				const next = redirect(current, location)
				if (next.origin !== current.origin) headers = {}
				current = next
			}
			throw new Error(
				`it redirects more than ${redirects} times. Check the input \`github-url\`, and the proxy or mirror`,
			)
		}
		function redirect(from, location) {
			const next = URL.parse(location, from.href)
			if (next === null || !/^https?:$/.test(next.protocol)) {
				throw new Error(`${from.origin} redirects to an address that is none`)
			}
			if (from.protocol === 'https:' && next.protocol === 'http:') {
				throw new Error(`${from.origin} redirects from https to http, which is refused`)
			}
			return next
		}
		async function request(url, headers, signal) {
			const way = await route(url, silenceMs, signal)
			const request =
				(way.protocol ?? url.protocol) === 'https:' ? external_node_https_.request : external_node_http_.request
			return new Promise((resolve, reject) => {
				const call = request(url, {
					...way,
					headers: { 'user-agent': 'choreo-login', ...headers, ...way.headers },
					signal,
				})
				let waitingFor = call
				const silence = setTimeout(() => waitingFor.destroy(silent(url.host, silenceMs)), silenceMs)
				call.on('error', reject)
				call.once('close', () => clearTimeout(silence))
				call.once('response', (body) => {
					waitingFor = body
					silence.refresh()
					body.on('data', () => silence.refresh()).pause()
					resolve(body)
				})
				call.end()
			})
		}

		// EXTERNAL MODULE: external "node:fs/promises"
		var external_node_fs_promises_ = __webpack_require__(1455) // CONCATENATED MODULE: ../lib/install/sink.js

		const mostBytes = 512 * 1024 * 1024
		function tooLarge() {
			return new Error('it holds more than 512 MiB, which no CLI has')
		}
		async function openExecutable(path) {
			const file = await (0, external_node_fs_promises_.open)(path, 'w', 0o755)
			let hash = (0, external_node_crypto_.createHash)('sha256')
			let size = 0
			return {
				restart: async () => {
					if (size > 0) await file.truncate(0)
					hash = (0, external_node_crypto_.createHash)('sha256')
					size = 0
				},
				write: async (bytes) => {
					const written = writeAll(bytes)
					hash.update(bytes)
					await written
				},
				sha256: () => hash.digest('hex'),
				close: () => file.close(),
			}
			async function writeAll(bytes) {
				for (let at = 0; at < bytes.length; ) {
					const { bytesWritten } = await file.write(bytes, at, bytes.length - at, size)
					at += bytesWritten
					size += bytesWritten
				}
			}
		}

		// EXTERNAL MODULE: external "node:path"
		var external_node_path_ = __webpack_require__(6760)
		// EXTERNAL MODULE: external "node:zlib"
		var external_node_zlib_ = __webpack_require__(8522) // CONCATENATED MODULE: ../lib/install/archive-path.js
		function nameOf(path) {
			return partsOf(path).at(-1) ?? ''
		}
		function depthOf(path) {
			const parts = partsOf(path)
			if (isAbsolute(path) || parts.includes('..')) {
				throw new Error('it holds a path that leads out of the archive')
			}
			return parts.length
		}
		function refuseLeaving(target, folder) {
			let depth = partsOf(folder).length
			let lowest = depth
			for (const part of partsOf(target)) {
				depth += part === '..' ? -1 : 1
				lowest = Math.min(lowest, depth)
			}
			if (isAbsolute(target) || lowest < 0) {
				throw new Error('it holds a link that leads out of the archive')
			}
		}
		function isAbsolute(path) {
			return /^([\\/]|[A-Za-z]:)/.test(path)
		}
		function partsOf(path) {
			return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
		} // CONCATENATED MODULE: ../lib/install/tar.js

		const block = 512
		const regular = ['0', '\0', '7']
		const hardLink = '1'
		const symbolicLink = '2'
		async function untar(source, wanted, sink) {
			const stream = reader(source)
			let best = Number.POSITIVE_INFINITY
			let meta = {}
			for (;;) {
				const header = await stream.take(block)
				if (header === undefined || header.every((byte) => byte === 0)) break
				const entry = tarEntry(header)
				const padding = (block - (entry.size % block)) % block
				if ('xLK'.includes(entry.type)) {
					const text = await stream.need(entry.size)
					meta = { ...meta, ...tarMeta(entry.type, text) }
				} else {
					const path = meta.path ?? entry.path
					const link = meta.linkpath ?? entry.link
					if (entry.type === hardLink) refuseLeaving(link, '')
					if (entry.type === symbolicLink) refuseLeaving(link, external_node_path_.posix.dirname(path))
					const depth = depthOf(path)
					const isMatch = regular.includes(entry.type) && nameOf(path) === wanted && depth < best
					if (isMatch) {
						best = depth
						await sink.restart()
					}
					for await (const bytes of stream.pass(entry.size)) if (isMatch) await sink.write(bytes)
					if (entry.type !== 'g') meta = {}
				}
				await stream.skip(padding)
			}
			await stream.drain()
			return best !== Number.POSITIVE_INFINITY
		}
		function tarEntry(header) {
			const text = (from, to) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
			const octal = (from, to) => Number.parseInt(text(from, to).trim() || '0', 8)
			const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
			if (octal(148, 156) !== sum) throw new Error('it is not a tar archive, or a damaged one')
			const isBinary = ((header[124] ?? 0) & 0x80) !== 0
			const size = isBinary ? Number(header.readBigUInt64BE(128)) : octal(124, 136)
			if (!(size >= 0 && size <= mostBytes)) throw tooLarge()
			const prefix = text(257, 262) === 'ustar' ? text(345, 500) : ''
			return {
				path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
				link: text(157, 257),
				type: String.fromCharCode(header[156] ?? 0),
				size,
			}
		}
		function tarMeta(type, data) {
			const text = data.toString().replace(/\0+$/, '')
			if (type === 'L') return { path: text }
			if (type === 'K') return { linkpath: text }
			const records = [...text.matchAll(/^\d+ (path|linkpath)=(.*)$/gm)]
			return Object.fromEntries(records.map(([, key, value]) => [key, value]))
		}
		function reader(source) {
			const chunks = source[Symbol.asyncIterator]()
			let rest = Buffer.alloc(0)
			let total = 0
			async function more() {
				const { value, done } = await chunks.next()
				if (done) return false
				total += value.length
				if (total > mostBytes) throw tooLarge()
				rest = rest.length === 0 ? value : Buffer.concat([rest, value])
				return true
			}
			async function take(size) {
				while (rest.length < size) if (!(await more())) break
				if (rest.length === 0 && size > 0) return undefined
				if (rest.length < size) throw new Error('it ends in the middle of a file')
				const taken = rest.subarray(0, size)
				rest = rest.subarray(size)
				return taken
			}
			async function need(size) {
				if (size > 1024 * 1024) throw new Error('it has a file name of more than 1 MiB')
				const taken = await take(size)
				if (taken === undefined) throw new Error('it ends in the middle of a file')
				return taken
			}
			async function* pass(size) {
				for (let left = size; left > 0; ) {
					if (rest.length === 0 && !(await more())) throw new Error('it ends in the middle of a file')
					const bytes = rest.subarray(0, left)
					rest = rest.subarray(bytes.length)
					left -= bytes.length
					yield bytes
				}
			}
			async function skip(size) {
				if (size > 0) await take(size)
			}
			async function drain() {
				do rest = Buffer.alloc(0)
				while (await more())
			}
			return { take, need, pass, skip, drain }
		} // CONCATENATED MODULE: ../lib/install/zip.js

		async function unzip(file, wanted, sink) {
			const entries = zipEntries(await zipDirectory(file))
			const matches = entries.filter((entry) => entry.isFile && nameOf(entry.path) === wanted)
			const [match] = matches.sort((a, b) => depthOf(a.path) - depthOf(b.path))
			if (match === undefined) return false
			if (match.size > mostBytes) throw tooLarge()
			if (match.packed === 0) throw new Error('the executable in it is empty')
			await sink.restart()
			let size = 0
			let sum = 0
			for await (const bytes of await zipContent(file, match)) {
				size += bytes.length
				if (size > match.size) break
				sum = (0, external_node_zlib_.crc32)(bytes, sum)
				await sink.write(bytes)
			}
			if (size !== match.size || sum !== match.sum) throw new Error('it is a damaged zip archive')
			return true
		}
		const endOfDirectory = 0x06054b50
		const directoryEntry = 0x02014b50
		const localEntry = 0x04034b50
		async function zipDirectory(file) {
			const { size } = await file.stat()
			const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
			for (let at = tail.length - 22; at >= 0; at--) {
				if (tail.readUInt32LE(at) !== endOfDirectory) continue
				return bytesAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12))
			}
			throw new Error('it is not a zip archive, or a damaged one')
		}
		function zipEntries(directory) {
			const entries = []
			for (let at = 0; at + 46 <= directory.length; ) {
				if (directory.readUInt32LE(at) !== directoryEntry) throw new Error('it is a damaged zip archive')
				const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
				const path = directory.toString('utf8', at + 46, nameEnd)
				const unixType = (directory.readUInt32LE(at + 38) >>> 28) & 0xf
				depthOf(path)
				entries.push({
					path,
					isFile: (unixType === 0 || unixType === 8) && !/[\\/]$/.test(path),
					method: directory.readUInt16LE(at + 10),
					sum: directory.readUInt32LE(at + 16),
					packed: directory.readUInt32LE(at + 20),
					size: directory.readUInt32LE(at + 24),
					offset: directory.readUInt32LE(at + 42),
				})
				at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
			}
			return entries
		}
		const stored = 0
		const deflated = 8
		async function zipContent(file, entry) {
			if (entry.method !== stored && entry.method !== deflated) {
				throw new Error(`it uses zip method ${entry.method}, which is unknown here`)
			}
			const header = await bytesAt(file, entry.offset, 30)
			if (header.readUInt32LE(0) !== localEntry) throw new Error('it is a damaged zip archive')
			const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
			const end = start + entry.packed - 1
			const packed = file.createReadStream({ start, end, autoClose: false, highWaterMark: 256 * 1024 })
			if (entry.method === stored) return packed
			const inflate = (0, external_node_zlib_.createInflateRaw)({ chunkSize: 256 * 1024 })
			packed.on('error', (error) => inflate.destroy(error))
			return packed.pipe(inflate)
		}
		async function bytesAt(file, position, length) {
			if (length > 16 * 1024 * 1024) throw new Error('it is a damaged zip archive')
			const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
			if (bytesRead !== length) throw new Error('it is a damaged zip archive')
			return buffer
		} // CONCATENATED MODULE: ../lib/install/unpack.js

		function unpacker(archive, path) {
			return archive === 'zip' ? fromZip(path) : fromTarGz(path)
		}
		const room = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 }
		async function fromTarGz(path) {
			const file = await openExecutable(path)
			const gunzip = (0, external_node_zlib_.createGunzip)(room)
			const unpacked = untar(gunzip, (0, external_node_path_.basename)(path), file).then(
				(found) => () => found,
				(error) => () => {
					throw error
				},
			)
			const ended = unpacked.then(() => gunzip.destroy())
			return {
				take: async (bytes) => {
					if (gunzip.destroyed || gunzip.write(bytes)) return
					await Promise.race([new Promise((resolve) => gunzip.once('drain', resolve)), ended])
				},
				finish: async () => {
					if (!gunzip.destroyed) gunzip.end()
					if (!(await unpacked)()) throw noExecutable(path)
					return file.sha256()
				},
				close: async () => {
					gunzip.destroy()
					await unpacked
					await file.close()
				},
			}
		}
		async function fromZip(path) {
			const archive = await (0, external_node_fs_promises_.open)(`${path}.zip`, 'w+')
			const file = await openExecutable(path)
			return {
				take: (bytes) => archive.appendFile(bytes),
				finish: async () => {
					if (!(await unzip(archive, (0, external_node_path_.basename)(path), file))) throw noExecutable(path)
					return file.sha256()
				},
				close: async () => {
					await Promise.all([archive.close(), file.close()])
					await (0, external_node_fs_promises_.rm)(`${path}.zip`, { force: true })
				},
			}
		}
		function noExecutable(path) {
			return new Error(`it holds no executable named ${(0, external_node_path_.basename)(path)}`)
		}

		// EXTERNAL MODULE: ../lib/cli/distribution.js
		var distribution = __webpack_require__(8772)
		// EXTERNAL MODULE: ../lib/install/version.js
		var install_version = __webpack_require__(7977) // CONCATENATED MODULE: ../lib/install/metadata.js

		async function statedRelease(api, path) {
			const reply = await ask(api, `/releases/${path}`)
			return reply?.status === 404 ? 'none' : parseRelease(reply?.data)
		}
		const mostPages = 30
		async function fullReleases(api) {
			const releases = []
			for (let page = 1; page <= mostPages; page++) {
				const reply = await ask(api, `/releases?per_page=100&page=${page}`)
				if (!Array.isArray(reply?.data)) return undefined
				releases.push(...reply.data.map(parseRelease).filter((release) => release !== undefined))
				if (reply.data.length < 100) break
			}
			return releases.filter(({ isFull }) => isFull)
		}
		const metadata_mostBytes = 16 * 1024 * 1024
		const limitMs = 20_000
		async function ask(api, path, token = api.githubToken) {
			if (api.apiUrl === '') return undefined
			const url = `${api.apiUrl}/repos/${distribution /* distributions */._o[api.cli].repository}${path}`
			const headers = {
				accept: 'application/vnd.github+json',
				...(token !== '' && { authorization: `Bearer ${token}` }),
			}
			try {
				const options = { headers, final: [429], limitMs, cancelled: api.cancelled }
				const reply = await get(url, options, async (answer) => {
					const text = await textOf(answer, metadata_mostBytes)
					return { status: answer.status, data: answer.status === 200 ? JSON.parse(text) : undefined }
				})
				if (reply.status === 401 && token !== '') return await ask(api, path, '')
				return reply.status === 200 || reply.status === 404 ? reply : undefined
			} catch (error) {
				if (api.cancelled.aborted) throw error
				return undefined
			}
		}
		function parseRelease(data) {
			const { tag_name: tag, draft, prerelease, assets } = data ?? {}
			if (typeof tag !== 'string' || !(0, install_version /* isTag */.d)(tag) || !Array.isArray(assets))
				return undefined
			const digests = assets.map((asset) => {
				const hex = /^sha256:([0-9a-f]{64})$/i.exec(String(asset?.digest))?.[1]
				return [String(asset?.name), hex?.toLowerCase()]
			})
			return {
				tag,
				isDraft: draft === true,
				isFull: draft !== true && prerelease !== true,
				assets: new Map(digests),
			}
		} // CONCATENATED MODULE: ../lib/install/release.js

		async function findRelease(wanted) {
			const { cli, version } = wanted
			const exact = (0, install_version /* exactTag */.Y)(cli, version)
			if (exact !== undefined) return byTag(wanted, exact)
			if (version === 'latest') return latest(wanted)
			const { unusualTag } = await Promise.all(
				/* import() */ [__webpack_require__.e(764), __webpack_require__.e(140)],
			).then(__webpack_require__.bind(__webpack_require__, 9140))
			const tag = unusualTag(cli, version)
			return tag === undefined ? newestInRange(wanted) : byTag(wanted, tag)
		}
		async function byTag(wanted, tag) {
			const stated = await statedRelease(wanted, `tags/${encodeURIComponent(tag)}`)
			if (stated === undefined) return withoutDigest(wanted, tag)
			if (stated !== 'none' && !stated.isDraft) return withArchive(wanted, stated)
			throw await unknownVersion(wanted, await fullReleases(wanted))
		}
		async function latest(wanted) {
			const stated = await statedRelease(wanted, 'latest')
			if (stated !== undefined && stated !== 'none') return withArchive(wanted, stated)
			return withoutDigest(wanted, await latestByRedirect(wanted))
		}
		const redirectLimitMs = 60_000
		async function latestByRedirect({ cli, githubUrl, cancelled }) {
			const page = `${githubUrl}/${distribution /* distributions */._o[cli].repository}/releases/latest`
			const options = { followRedirects: false, limitMs: redirectLimitMs, cancelled }
			const answered = await get(page, options, async ({ status, headers }) => headers.location ?? `status ${status}`)
			const tag = /\/releases\/tag\/([\w.+%-]+)$/.exec(answered)?.[1]?.replaceAll('%2B', '+')
			if (tag !== undefined && (0, install_version /* isTag */.d)(tag)) return tag
			throw new Error(
				`${page} does not lead to a release (it answered with ${answered}). ` +
					'Check the input `github-url`, or name a version in the input `cli-version`.',
			)
		}
		async function newestInRange(wanted) {
			const releases = await fullReleases(wanted)
			if (releases === undefined) {
				throw new Error(
					`The range "${wanted.version}" in \`cli-version\` needs the list of releases, and GitHub's API did not give it. ` +
						'Name an exact version, or check the inputs `github-token` and `github-api-url`.',
				)
			}
			const { newestIn } = await Promise.all(
				/* import() */ [__webpack_require__.e(764), __webpack_require__.e(140)],
			).then(__webpack_require__.bind(__webpack_require__, 9140))
			const tag = newestIn(wanted.cli, wanted.version, tagsOf(releases))
			const newest = releases.find((release) => release.tag === tag)
			if (newest === undefined) throw await unknownVersion(wanted, releases)
			return withArchive(wanted, newest)
		}
		async function unknownVersion({ cli, version }, releases) {
			const none = `There is no release "${version}" of the ${distribution /* distributions */._o[cli].title}.`
			const { nearest } = await Promise.all(
				/* import() */ [__webpack_require__.e(764), __webpack_require__.e(140)],
			).then(__webpack_require__.bind(__webpack_require__, 9140))
			const known = nearest(cli, version, tagsOf(releases ?? []))
			if (known === undefined) {
				return new Error(`${none} Check the inputs \`cli-version\` and \`github-api-url\`.`)
			}
			return new Error(
				`${none} The latest one is ${known.newest}; the nearest to it are ${known.around.join(', ')}. ` +
					'Name one of these in the input `cli-version`.',
			)
		}
		function tagsOf(releases) {
			return releases.map(({ tag }) => tag)
		}
		function withArchive(wanted, { tag, assets }) {
			const name = (0, distribution /* assetName */.SM)(wanted.cli, tag, wanted.target)
			if (assets.has(name)) return { ...withoutDigest(wanted, tag), digest: assets.get(name) }
			const others = [...assets.keys()].join(', ') || 'no archive at all'
			throw new Error(
				`The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`,
			)
		}
		function withoutDigest(wanted, tag) {
			const { repository } = distribution /* distributions */._o[wanted.cli]
			const name = (0, distribution /* assetName */.SM)(wanted.cli, tag, wanted.target)
			const url = `${wanted.githubUrl}/${repository}/releases/download/${encodeURIComponent(tag)}/${name}`
			return { tag, url, digest: undefined }
		} // CONCATENATED MODULE: ../lib/install/download.js

		const download_limitMs = 600_000
		async function download({ url, tag }, digests, target, path, cancelled) {
			return get(url, { limitMs: download_limitMs, cancelled }, async (answer) => {
				if (answer.status !== 200) throw notThere(answer)
				const unpack = await unpacker(target.archive, path)
				try {
					const archive = await pour(answer, unpack.take)
					for (const [source, digest] of Object.entries(digests)) {
						if (digest !== archive) throw mismatch(answer, source, digest, archive)
					}
					const executable = await unpack.finish().catch((error) => {
						throw unusable(answer, error)
					})
					return { tag, archive, executable, comparedWith: Object.keys(digests).join(' and ') }
				} finally {
					await unpack.close()
				}
			})
		}
		async function pour({ body }, take) {
			const hash = (0, external_node_crypto_.createHash)('sha256')
			let size = 0
			for await (const bytes of body) {
				size += bytes.length
				if (size > mostBytes) throw tooLarge()
				const taken = take(bytes)
				hash.update(bytes)
				await taken
			}
			return hash.digest('hex')
		}
		function notThere({ status }) {
			const hint = status === 404 ? ' Check the inputs `cli-version` and `github-url`.' : ''
			return new Error(`the server answered with status ${status}.${hint}`)
		}
		function mismatch(answer, source, expected, actual) {
			if (isPage(answer)) return page()
			return new Error(
				`the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}, so nothing of it was run or kept. ` +
					'Something on the way changed it, or it is not the release that you pinned: compare both digests with the ' +
					'page of the release, and do not go on before you know.',
			)
		}
		function unusable(answer, error) {
			if (error.syscall !== undefined) return new Error(`it could not be written: ${error.message}.`)
			if (isPage(answer)) return page()
			return new Error(`what the server sent is no archive that can be used: ${error.message}. Nothing of it was kept.`)
		}
		function isPage({ headers }) {
			return /^text\/html\b/i.test(headers['content-type'] ?? '')
		}
		function page() {
			return new Error(
				'the server sent a web page instead of an archive, so nothing of it was kept. A proxy or the sign-in page of a network ' +
					'stands in between, or the input `github-url` names no mirror of GitHub.',
			)
		}

		/***/
	}),
}
