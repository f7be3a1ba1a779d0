export const id = 837
export const ids = [837]
export const modules = {
	/***/ 6767: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ $r: () => /* binding */ targetOf,
			/* harmony export */ IK: () => /* binding */ executableName,
			/* harmony export */ SM: () => /* binding */ assetName,
			/* harmony export */ _o: () => /* binding */ distributions,
			/* harmony export */
		})
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
		}
		const published = {
			'linux x64': { os: 'linux', arch: 'amd64', archive: 'tar.gz' },
			'linux arm64': { os: 'linux', arch: 'arm64', archive: 'tar.gz' },
			'linux arm': { os: 'linux', arch: 'arm', archive: 'tar.gz' },
			'linux ia32': { os: 'linux', arch: '386', archive: 'tar.gz' },
			'darwin x64': { os: 'darwin', arch: 'amd64', archive: 'zip' },
			'darwin arm64': { os: 'darwin', arch: 'arm64', archive: 'zip' },
			'win32 x64': { os: 'windows', arch: 'amd64', archive: 'zip' },
			'win32 ia32': { os: 'windows', arch: '386', archive: 'zip' },
			'win32 arm64': { os: 'windows', arch: 'amd64', archive: 'zip' },
		}
		function targetOf(platform, arch) {
			const target = published[`${platform} ${arch}`]
			if (target !== undefined) return target
			const known = new Set(Object.values(published).map(({ os, arch }) => `${os}-${arch}`))
			throw new Error(
				`No CLI is published for ${platform} on ${arch}: there are archives for ${[...known].join(', ')}. ` +
					'Run the job on one of these, or install a CLI yourself and name it in the input `cli-path`.',
			)
		}
		function assetName(cli, tag, target) {
			return `${cli}-cli-${tag}-${target.os}-${target.arch}.${target.archive}`
		}
		function executableName(cli, target) {
			return target.os === 'windows' ? `${cli}.exe` : cli
		}

		/***/
	}),

	/***/ 9865: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ Y: () => /* binding */ exactTag,
			/* harmony export */ d: () => /* binding */ isTag,
			/* harmony export */
		})
		/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6767)

		function exactTag(cli, version) {
			const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? []
			return number === undefined
				? undefined
				: `v${number}${rest || _distribution_js__WEBPACK_IMPORTED_MODULE_0__ /* .distributions */._o[cli].tagSuffix}`
		}
		function isTag(text) {
			return /^[A-Za-z0-9][\w.+-]{0,127}$/.test(text)
		}

		/***/
	}),

	/***/ 5837: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		// EXPORTS
		__webpack_require__.d(__webpack_exports__, {
			closeSession: () => /* reexport */ closeSession,
			login: () => /* reexport */ login_login,
			openSessions: () => /* reexport */ openSessions,
			savedSession: () => /* reexport */ savedSession,
			sessionIn: () => /* reexport */ sessionIn,
		})

		// EXTERNAL MODULE: external "node:fs"
		var external_node_fs_ = __webpack_require__(3024)
		// EXTERNAL MODULE: external "node:fs/promises"
		var promises_ = __webpack_require__(1455)
		// EXTERNAL MODULE: external "node:path"
		var external_node_path_ = __webpack_require__(6760)
		// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 7 modules
		var core = __webpack_require__(5360) // CONCATENATED MODULE: ../lib/claim.js

		async function claim(directory, session) {
			const own = claimOf(directory, session)
			await (0, promises_.writeFile)(partOf(own), session, { mode: 0o600 })
			await (0, promises_.rename)(partOf(own), own)
			for (const path of await claimsOn(directory)) {
				if (path === own) continue
				const holder = await (0, promises_.readFile)(path, 'utf8').catch(() => '')
				if (await (0, promises_.lstat)(holder).catch(() => undefined)) {
					throw new Error(
						`Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
							'Run such jobs one after another, or leave `isolate` out.',
					)
				}
				await (0, promises_.rm)(path, { force: true })
			}
		}
		async function release(directory, session) {
			const own = claimOf(directory, session)
			for (const path of [partOf(own), own]) await (0, promises_.rm)(path, { force: true })
		}
		async function claimsOn(directory) {
			const beginning = `${(0, external_node_path_.basename)(directory)}.`
			const names = await (0, promises_.readdir)((0, external_node_path_.dirname)(directory))
			return names
				.filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
				.map((name) => (0, external_node_path_.join)((0, external_node_path_.dirname)(directory), name))
		}
		function claimOf(directory, session) {
			return `${directory}.${(0, external_node_path_.basename)(session)}`
		}
		function partOf(claim) {
			return `${claim}.part`
		}

		// EXTERNAL MODULE: external "node:async_hooks"
		var external_node_async_hooks_ = __webpack_require__(6698)
		// EXTERNAL MODULE: external "node:child_process"
		var external_node_child_process_ = __webpack_require__(1421)
		// EXTERNAL MODULE: external "node:diagnostics_channel"
		var external_node_diagnostics_channel_ = __webpack_require__(3053)
		// EXTERNAL MODULE: external "node:stream"
		var external_node_stream_ = __webpack_require__(7075)
		// EXTERNAL MODULE: external "node:timers/promises"
		var external_node_timers_promises_ = __webpack_require__(8500)
		// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 4 modules
		var exec = __webpack_require__(2479)
		// EXTERNAL MODULE: ../lib/token.js
		var token = __webpack_require__(1284) // CONCATENATED MODULE: ../lib/cli.js

		function login(cli, token) {
			return run(cli, ['login', '--with-token'], `${token}\n`)
		}
		function logout(cli) {
			return run(cli, ['logout'])
		}
		function cli_organizations(cli) {
			return run(cli, ['list', 'organizations', '--output', 'json'])
		}
		function version(cli) {
			return run(cli, ['--version'])
		}
		function scrub(env, tokens) {
			const secrets = tokens.flatMap(token /* forms */.uO)
			const kept = Object.entries(env).filter(
				(entry) =>
					entry[1] !== undefined &&
					!ofTheAction.test(entry[0]) &&
					!secrets.some((secret) => entry[1]?.includes(secret)),
			)
			return Object.fromEntries(kept)
		}
		const ofTheAction = /^(INPUT_|STATE_|ACTIONS_|GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$)/i
		const graceMs = 2000
		const mostBytes = 1024 * 1024
		async function run(cli, args, input = '') {
			const stdout = tail()
			const stderr = tail()
			let child
			let stopped
			let startError = ''
			let exitCode = null
			const call = new external_node_async_hooks_.AsyncLocalStorage()
			const announced = (message) => {
				if (!call.getStore()) return
				const started = message.process
				prepare(started, stdout.take, stderr.take)
				started.once('spawn', () => stopped !== undefined && kill(started, 'SIGKILL'))
				started.once('exit', () => clearTimeout(timer))
				child = started
			}
			const stop = async (reason) => {
				stopped ??= reason
				if (child === undefined) return
				kill(child, 'SIGTERM')
				await (0, external_node_timers_promises_.setTimeout)(graceMs, undefined, { ref: false })
				kill(child, 'SIGKILL')
			}
			const cancel = () => void stop('cancelled')
			const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs)
			cli.cancelled.addEventListener('abort', cancel)
			;(0, external_node_diagnostics_channel_.subscribe)('child_process', announced)
			try {
				cli.cancelled.throwIfAborted()
				const options = {
					env: { ...cli.env },
					input: Buffer.from(input),
					silent: true,
					ignoreReturnCode: true,
					delay: 1000,
				}
				const path = `"${cli.path.replaceAll('"', '\\"')}"`
				exitCode = await call.run(true, () => (0, exec /* exec */.m)(path, [...args], options))
			} catch (error) {
				startError = error.message
			} finally {
				;(0, external_node_diagnostics_channel_.unsubscribe)('child_process', announced)
				cli.cancelled.removeEventListener('abort', cancel)
				clearTimeout(timer)
				if (child !== undefined) cli_release(child, stopped !== undefined)
			}
			if (cli.cancelled.aborted) stopped = 'cancelled'
			const signal = child?.signalCode ?? null
			return { exitCode, signal, stopped, startError, stdout: stdout.text(), stderr: stderr.text() }
		}
		function prepare(child, takeStdout, takeStderr) {
			const starter = child
			const start = starter.spawn.bind(child)
			starter.spawn = (options) => {
				try {
					const started = start({ ...options, detached: process.platform !== 'win32' })
					child.stdin?.on('error', () => {})
					return started
				} catch (error) {
					child.stdin = new external_node_stream_.PassThrough()
					process.nextTick(() => child.emit('error', error))
					return undefined
				}
			}
			child.once('spawn', () => {
				child.stdout?.removeAllListeners('data').on('data', takeStdout)
				child.stderr?.removeAllListeners('data').on('data', takeStderr)
			})
		}
		function cli_release(child, wasStopped) {
			if (wasStopped) kill(child, 'SIGKILL')
			child.stdin?.destroy()
			child.stdout?.destroy()
			child.stderr?.destroy()
			child.unref()
		}
		function kill({ pid }, signal) {
			if (pid === undefined) return
			if (process.platform === 'win32') {
				const taskkill = (0, external_node_path_.join)(
					process.env['SystemRoot'] ?? 'C:\\Windows',
					'System32',
					'taskkill.exe',
				)
				;(0, external_node_child_process_.spawn)(taskkill, ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' }).on(
					'error',
					() => {},
				)
				return
			}
			try {
				process.kill(-pid, signal)
			} catch {}
		}
		function tail() {
			const chunks = []
			let size = 0
			const take = (bytes) => {
				chunks.push(bytes)
				size += bytes.length
				while (size - (chunks[0]?.length ?? 0) >= mostBytes) size -= chunks.shift()?.length ?? 0
			}
			return { take, text: () => Buffer.concat(chunks).toString() }
		} // CONCATENATED MODULE: ../lib/failure.js

		function explain(outcome, tokens) {
			const { stdout, stderr, startError } = outcome
			const printed = [stdout, stderr, startError].map((text) => text.slice(-longestRead)).join('\n')
			const { kind, title, why } = meaningOf(outcome, plainly(printed, tokens)) ?? unknown
			const quoted = quote(
				withoutUsage((0, token /* redact */.E$)(printed, tokens)),
				startError === '' ? 'CLI' : 'operating system',
			)
			return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') }
		}
		function quote(said, speaker = 'CLI') {
			const lines = said
				.split('\n')
				.map((line) => line.trimEnd())
				.filter((line) => line !== '')
				.map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}\u2026` : line}`)
			if (lines.length === 0) return ''
			const left = lines.length - firstLines - lastLines
			const shown =
				left <= 0 ? lines : [...lines.slice(0, firstLines), `  \u2026 ${left} more lines`, ...lines.slice(-lastLines)]
			return [`The ${speaker} said:`, ...shown].join('\n')
		}
		const longestRead = 16_384
		const firstLines = 2
		const lastLines = 4
		const longestLine = 300
		function plainly(printed, tokens) {
			const text = withoutUsage((0, token /* redact */.E$)(printed, []))
			return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text)
		}
		function withoutUsage(said) {
			return said.replace(/^Usage:\n(?:(?:[ \t].*|[A-Z][\w ]*:|Use ".*)?\n)*(?:Use ".*)?/gm, '')
		}
		function meaningOf(outcome, said) {
			const texts = [asides, adverts].map((lines) => said.replace(lines, ''))
			return (
				meanings.find(({ ended }) => ended?.(outcome, said)) ??
				texts
					.flatMap((text) => [
						meanings.find(({ surely }) => surely?.some((words) => words.test(text))),
						meanings.find(({ likely }) => likely?.test(text)),
					])
					.find((meaning) => meaning !== undefined)
			)
		}
		const asides = /^[^\w\n]*(notice|note|tip|hint|info|debug|warn(ing)?)\b.*/gim
		const adverts = /^[^\w\n]*(notice|note|tip|hint)\b.*/gim
		function ending({ exitCode, signal, stopped }) {
			if (stopped !== undefined) return ''
			if (signal !== null) return `The signal was ${signal}.`
			return exitCode === null ? '' : `The CLI ended with exit code ${exitCode}.`
		}
		const newToken =
			'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New) and ' +
			'store it in the secret that the workflow reads. The page "Using personal access tokens" of https://wso2.com/choreo/docs/ ' +
			'shows the way.'
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
				why:
					'The CLI did not answer in time and was stopped. Either Choreo is slow or out of reach from this runner, or the CLI ' +
					'waits for something that a runner cannot give. Run the job again; if it happens often, raise the input `timeout-seconds`, ' +
					'and check proxy and firewall of the runner.',
				ended: ({ stopped }) => stopped === 'timeout',
			},
			{
				kind: 'other',
				title: 'CLI cannot be run',
				why:
					'The CLI could not be started. It is missing, not executable, or made for another system: another processor, or another C ' +
					'library (on Alpine, a program for glibc is "not found"). Check the input `cli-path`, or leave it out to get the right one.',
				ended: ({ startError, exitCode }, said) =>
					startError !== '' ||
					((exitCode === 126 || exitCode === 127) &&
						/not found|permission denied|cannot execute|no such file/i.test(said)),
				surely: [
					/: (line )?\d+: (\S+: )?syntax error/i,
					/exec format error|cannot execute binary|bad cpu type|error (while )?loading shared librar|error relocating|library not loaded|\bGLIBC\w*_[\d.]+\W* not found/i,
				],
			},
			{
				kind: 'other',
				title: 'CLI was killed',
				why:
					'The CLI was ended by a signal. On a runner that is short of memory the system kills processes; a crash of the CLI looks ' +
					'the same. Run the job again, and try another version in the input `cli-version` if it happens again.',
				ended: ({ exitCode, signal }) =>
					signal !== null || exitCode === null || [134, 135, 136, 137, 139, 143].includes(exitCode),
			},
			{
				kind: 'other',
				title: 'Login failed silently',
				why:
					'The CLI failed without a word. Run the job again with debug logging; if it happens again, try another version in the ' +
					'input `cli-version`.',
				ended: (_, said) => said.trim() === '',
			},
			{
				kind: 'other',
				title: 'CLI too old',
				why:
					'This version of the CLI cannot log in with a token: it does not know `login --with-token`. Set the input `cli-version` to ' +
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
				surely: [...failure_status('401'), /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i],
				likely:
					/\b(token|credential)s?\b[^.\n]{0,60}\b(invalid|expired|revoked|rejected|refused|inactive|incorrect|malformed|not (valid|active|accepted|recogni[sz]ed))\b|\b(invalid|expired|revoked|inactive|bad|wrong|incorrect|malformed)\b[^.\n]{0,40}\b(token|credential)|authentication failed/i,
			},
			{
				kind: 'other',
				title: 'Token lacks permission',
				why:
					'Choreo knows the Personal Access Token, but does not allow what the CLI asked for: the token lacks a scope, or its owner ' +
					'lacks access. Create a new one with the scopes that the job needs in the Choreo Console (profile picture, Account ' +
					'Settings, Personal Access Tokens, Create New) and store it in the secret that the workflow reads.',
				surely: [...failure_status('403'), /\bforbidden\b|insufficient_scope/i],
				likely:
					/\b(missing|lacks?|insufficient|required?)\b[^.\n]{0,40}\b(scopes?|permissions?|privileges?)\b|access denied|not (authori[sz]ed|permitted|allowed)/i,
			},
			{
				kind: 'other',
				title: 'Certificate not trusted',
				why:
					'The CLI does not trust the certificate of the server that it reached. A proxy that inspects traffic has a certificate ' +
					'authority of its own: name its file in `SSL_CERT_FILE` for the job. Otherwise check the clock of the runner.',
				surely: [/\bx509\b|certificate (is|has|signed|verif)|self[- ]signed certificate|unknown authority/i],
			},
			{
				kind: 'other',
				title: 'No keyring',
				why:
					'The CLI tried to store the login in the keyring of the operating system, which runners do not have, although it was ' +
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
				why:
					'The CLI could not reach Choreo, or Choreo could not answer: a fault of the network, of a name server or proxy, or of the ' +
					'service. It often passes: run the job again later. If it does not, check proxy and firewall of the runner, and the status ' +
					'page of Choreo.',
				surely: [
					...failure_status('408|425|429|5\\d\\d'),
					/too many requests|internal server error|bad gateway|service unavailable|gateway time-?out/i,
					/no such host|server misbehaving|temporary failure in name resolution|getaddrinfo|\b(ENOTFOUND|EAI_AGAIN|E(CONN(REFUSED|RESET|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH))\b/i,
					/connection (refused|reset|closed|aborted|timed out)|broken pipe|network is (unreachable|down)|no route to host|unexpected eof|: eof"?\s*$/im,
					/\b(i\/o|handshake|dial|read|connect|request|response|operation|lookup \S+:?) (timeout|timed out)|deadline exceeded|client\.timeout|timeout (awaiting|exceeded)|handshake failure/i,
					/invalid character .{1,20} looking for|unexpected token .{1,20} json|unexpected end of json/i,
				],
				likely:
					/\btime(d)?[ -]?out\b|\brate limit|\beof\b|try again (later|in|after|shortly)|temporarily|network (error|connection)|(failed|unable) to connect|could not connect/i,
			},
		]
		const unknown = {
			kind: 'other',
			title: 'Login failed',
			why:
				'The CLI failed for a reason that this action does not know. Read what the CLI said; the token may be wrong, or Choreo may ' +
				'have changed.',
		}
		function failure_status(codes) {
			return [
				new RegExp(`(?:status|code|\\bhttp(?:/[\\d.]+)?|\\berror)[^\\w/]{1,4}(?:${codes})\\b(?![-.:]?\\d)`, 'i'),
				new RegExp(
					`\\b(?:failed|response|request|with|returned|answered|replied|got|received)[^\\w/]{1,3}(?:${codes})\\b(?=[\\])},;]|[.:]?\\s*$|[.:]\\s)`,
					'im',
				),
			]
		}

		// EXTERNAL MODULE: external "node:os"
		var external_node_os_ = __webpack_require__(8161) // CONCATENATED MODULE: ../lib/or-undefined.js
		function orUndefined(work) {
			try {
				return work()
			} catch {
				return undefined
			}
		} // CONCATENATED MODULE: ../lib/machine-home.js

		function homes() {
			const found = [external_node_os_.homedir, () => (0, external_node_os_.userInfo)().homedir].map(
				(find) => orUndefined(find) ?? '',
			)
			return [...new Set(found)].filter(external_node_path_.isAbsolute)
		}
		function placesOf(name) {
			return homes().map((home) => (0, external_node_path_.join)(home, name))
		}
		function list(directories) {
			const paths = directories.flatMap((directory) => {
				const entries = orUndefined(() =>
					(0, external_node_fs_.readdirSync)(directory, { recursive: true, withFileTypes: true }),
				)
				return (entries ?? [])
					.filter((entry) => !entry.isDirectory())
					.map((entry) => (0, external_node_path_.join)(entry.parentPath, entry.name))
			})
			return new Map(paths.map((path) => [path, stampOf(path)]))
		}
		function stampOf(path) {
			const found = orUndefined(() => (0, external_node_fs_.statSync)(path))
			return `${found?.mtimeMs} ${found?.size}`
		}
		function changes(before, after) {
			return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
		}
		const largest = 8 * 1024 * 1024
		async function keep(directory, backup) {
			const partial = `${backup}.partial`
			await (0, promises_.mkdir)(partial, { mode: 0o700 })
			const source = await behindLinks(directory)
			const names = await namesIn(source)
			if (names !== undefined) {
				await (0, promises_.cp)(source, (0, external_node_path_.join)(partial, 'copy'), {
					recursive: true,
					preserveTimestamps: true,
					verbatimSymlinks: true,
					filter: async (path) => isCopied(await (0, promises_.lstat)(path)),
				})
			}
			await (0, promises_.writeFile)(
				(0, external_node_path_.join)(partial, 'names.json'),
				JSON.stringify(names ?? null),
			)
			await (0, promises_.rename)(partial, backup)
		}
		async function restore(directory, backup) {
			const listed = await (0, promises_.readFile)((0, external_node_path_.join)(backup, 'names.json'), 'utf8').catch(
				() => undefined,
			)
			if (listed === undefined) return false
			const names = JSON.parse(listed)
			if (names === null) {
				await (0, promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5 })
				return true
			}
			const target = await behindLinks(directory)
			const before = new Set(names)
			const added = ((await namesIn(target)) ?? []).filter((name) => !before.has(name))
			const failures = []
			const attempt = (what) => what.catch((error) => failures.push(error.message))
			for (const name of added) {
				await attempt((0, promises_.rm)((0, external_node_path_.join)(target, name), { recursive: true, force: true }))
			}
			for (const name of names) {
				await attempt(
					bringBack((0, external_node_path_.join)(backup, 'copy', name), (0, external_node_path_.join)(target, name)),
				)
			}
			if (failures.length > 0) throw new Error(failures.join(' '))
			return true
		}
		async function behindLinks(directory) {
			return (0, promises_.realpath)(directory).catch(() => directory)
		}
		function isCopied(found) {
			return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest)
		}
		async function bringBack(from, to) {
			const was = await (0, promises_.lstat)(from).catch(() => undefined)
			const is = await (0, promises_.lstat)(to).catch(() => undefined)
			if (was === undefined) return
			if (was.isDirectory() && is?.isDirectory()) return (0, promises_.chmod)(to, was.mode)
			if (is !== undefined && (await isAsBefore(was, is, from, to))) return
			await (0, promises_.rm)(to, { recursive: true, force: true })
			await (0, promises_.mkdir)((0, external_node_path_.dirname)(to), { recursive: true })
			if (was.isDirectory()) await (0, promises_.mkdir)(to, { mode: was.mode })
			else await (0, promises_.cp)(from, to, { preserveTimestamps: true, verbatimSymlinks: true })
		}
		async function isAsBefore(was, is, from, to) {
			if (was.mode !== is.mode) return false
			const read = (path) =>
				was.isSymbolicLink() ? (0, promises_.readlink)(path) : (0, promises_.readFile)(path, 'base64')
			return (await read(from)) === (await read(to))
		}
		async function namesIn(directory) {
			return (0, promises_.readdir)(directory, { recursive: true }).catch(() => undefined)
		}

		// EXTERNAL MODULE: ../lib/report.js
		var report = __webpack_require__(8583)
		// EXTERNAL MODULE: external "node:crypto"
		var external_node_crypto_ = __webpack_require__(7598)
		// EXTERNAL MODULE: external "node:util"
		var external_node_util_ = __webpack_require__(7975) // CONCATENATED MODULE: ../lib/command.js

		function writeCommand(command, platform) {
			const path = (0, external_node_path_.join)(command.bin, command.name)
			;(0, external_node_fs_.writeFileSync)(path, forShells(command), { mode: 0o700 })
			if (platform !== 'win32') return path
			;(0, external_node_fs_.writeFileSync)(`${path}.ps1`, forPowerShell(command))
			;(0, external_node_fs_.writeFileSync)(`${path}.cmd`, forCmd(command))
			return `${path}.cmd`
		}
		const origin = 'The CLI with the login of this job alone. It is removed when the job ends.'
		function forShells({ cli, settings }) {
			const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`
			const exports = Object.entries(settings).map(([name, value]) => `export ${name}=${quoted(value)}`)
			return `#!/bin/sh
# ${origin}

${exports.join('\n')}
exec ${quoted(cli)} "$@"
`
		}
		function forCmd({ bin, cli, settings }) {
			const near = (path) => {
				const relative = external_node_path_.win32.relative(bin, path)
				return external_node_path_.win32.isAbsolute(relative)
					? path.replaceAll('%', '%%')
					: `%~dp0${relative.replaceAll('%', '%%')}`
			}
			const lines = Object.entries(settings).map(([name, value]) =>
				external_node_path_.win32.isAbsolute(value)
					? `for %%I in ("${near(value)}") do set "${name}=%%~fI"`
					: `set "${name}=${value.replaceAll('%', '%%')}"`,
			)
			return [
				'@echo off',
				`rem ${origin}`,
				'setlocal DisableDelayedExpansion',
				...lines,
				`"${near(cli)}" %*`,
				'exit /b %ERRORLEVEL%',
				'',
			].join('\r\n')
		}
		function forPowerShell({ cli, settings }) {
			const quoted = (text) => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`
			const entries = Object.entries(settings).map(([name, value]) => `  ${name} = ${quoted(value)}`)
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
`
		}

		// EXTERNAL MODULE: ../lib/distribution.js
		var distribution = __webpack_require__(6767) // CONCATENATED MODULE: ../lib/git-config.js

		function gitConfig(env, home) {
			const own = env['HOME'] || home
			const files = [
				(0, external_node_path_.join)(
					env['XDG_CONFIG_HOME'] || (0, external_node_path_.join)(own, '.config'),
					'git',
					'config',
				),
				(0, external_node_path_.join)(own, '.gitconfig'),
			]
			return files
				.filter((path) => (0, external_node_path_.isAbsolute)(path))
				.map((path) => `[include]\n\tpath = ${quoted(path)}\n`)
				.join('')
		}
		function quoted(text) {
			return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
		} // CONCATENATED MODULE: ../lib/processes.js

		function endProcesses(variables, platform) {
			if (platform === 'win32') return 0
			let ended = 0
			for (let pass = 0; pass < 5; pass++) {
				const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(processes_kill)
				if (found.length === 0) break
				ended += found.length
			}
			return ended
		}
		function inProc(variables) {
			const marks = variables.map((variable) => Buffer.from(`\0${variable}\0`))
			return processIds().filter((pid) => {
				try {
					const environment = Buffer.concat([
						Buffer.from('\0'),
						(0, external_node_fs_.readFileSync)(`/proc/${pid}/environ`),
					])
					return marks.some((mark) => environment.includes(mark))
				} catch {
					return false
				}
			})
		}
		function processIds() {
			const names = orUndefined(() => (0, external_node_fs_.readdirSync)('/proc')) ?? []
			return names.map(Number).filter((pid) => pid > 0 && pid !== process.pid)
		}
		function inList(variables) {
			const args = ['-AEww', '-o', 'pid=,command=']
			const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024 }
			const listed = orUndefined(() => (0, external_node_child_process_.execFileSync)('/bin/ps', args, options)) ?? ''
			return listed
				.split('\n')
				.filter((line) => variables.some((variable) => `${line} `.includes(` ${variable} `)))
				.map((line) => Number.parseInt(line, 10))
				.filter((pid) => pid > 0 && pid !== process.pid)
		}
		function processes_kill(pid) {
			return orUndefined(() => process.kill(pid, 'SIGKILL')) ?? false
		} // CONCATENATED MODULE: ../lib/session.js

		const prefix = 'choreo-session-'
		const marker = 'session.json'
		function planSession(temp, plan) {
			const directory = (0, external_node_path_.join)(
				temp,
				`${prefix}${(0, external_node_crypto_.randomBytes)(8).toString('hex')}`,
			)
			const home = plan.isolate ? (0, external_node_path_.join)(directory, 'home') : homes()[0]
			if (home === undefined) {
				throw new Error(
					'The input `isolate` is "false", and the machine has no home directory: HOME is not set. Set it, or leave `isolate` out.',
				)
			}
			return { ...plan, directory, home, isLoggedIn: false, strays: [] }
		}
		function binOf({ directory }) {
			return (0, external_node_path_.join)(directory, 'bin')
		}
		function gitConfigOf({ home }) {
			return (0, external_node_path_.join)(home, '.gitconfig')
		}
		function backupOf({ directory }) {
			return (0, external_node_path_.join)(directory, 'before')
		}
		async function openSession(session, { platform, env }) {
			const bin = binOf(session)
			for (const directory of [session.directory, (0, external_node_path_.join)(session.directory, 'home'), bin]) {
				;(0, external_node_fs_.mkdirSync)(directory, { mode: 0o700 })
				;(0, external_node_fs_.chmodSync)(directory, 0o700)
			}
			if (platform === 'win32') await limitAccess(session.directory)
			markSession(session)
			if (session.isolate) (0, external_node_fs_.writeFileSync)(gitConfigOf(session), gitConfig(env, homes()[0] ?? ''))
			const { command: name, cli } = session
			return writeCommand({ name, bin, cli, settings: settingsOf(session, platform) }, platform)
		}
		function markSession(session) {
			;(0, external_node_fs_.writeFileSync)(
				(0, external_node_path_.join)(session.directory, marker),
				JSON.stringify(session),
				{ mode: 0o600 },
			)
		}
		const mark = 'CHOREO_LOGIN_SESSION'
		function settingsOf(session, platform) {
			const { directory, home, isolate, region } = session
			return {
				SKIP_KEYRING: 'true',
				[mark]: directory,
				...(region !== '' && { CHOREO_REGION: region }),
				...(isolate && {
					HOME: home,
					XDG_CONFIG_HOME: (0, external_node_path_.join)(home, '.config'),
					XDG_DATA_HOME: (0, external_node_path_.join)(home, '.local', 'share'),
					XDG_STATE_HOME: (0, external_node_path_.join)(home, '.local', 'state'),
					XDG_CACHE_HOME: (0, external_node_path_.join)(home, '.cache'),
					...(platform === 'win32' && {
						USERPROFILE: home,
						APPDATA: (0, external_node_path_.join)(home, 'AppData', 'Roaming'),
						LOCALAPPDATA: (0, external_node_path_.join)(home, 'AppData', 'Local'),
					}),
				}),
			}
		}
		function savedSession(saved, temp) {
			const session = parse(saved)
			if (session === undefined) throw new Error('What was saved of the session cannot be read.')
			const isThere = isSession(session.directory, temp)
			const isHalfGone = statsOf(movedFrom(session.directory)) !== undefined
			return isThere || isHalfGone ? [session] : []
		}
		function sessionIn(directory, temp) {
			const found = isSession(directory, temp) ? readMarker(directory) : undefined
			if (found === undefined) throw noSession(directory)
			return found
		}
		function openSessions(temp) {
			const names = orUndefined(() => (0, external_node_fs_.readdirSync)(temp)) ?? []
			return names
				.filter((name) => name.startsWith(prefix))
				.map((name) => orUndefined(() => sessionIn((0, external_node_path_.join)(temp, name), temp)))
				.filter((session) => session !== undefined)
		}
		function endProcessesOf({ directory, home, isolate }, platform) {
			endProcesses([`${mark}=${directory}`, ...(isolate ? [`HOME=${home}`] : [])], platform)
		}
		const longestRemovalMs = 5000
		async function removeSession(session, platform) {
			const { directory } = session
			const deadline = process.uptime() * 1000 + longestRemovalMs
			orUndefined(() => (0, external_node_fs_.renameSync)(directory, movedFrom(directory)))
			for (let pauseMs = 50; ; pauseMs *= 2) {
				try {
					endProcessesOf(session, platform)
					for (const place of remainsOf(session)) removeAll(place)
					return
				} catch (error) {
					if (process.uptime() * 1000 + pauseMs > deadline) throw error
					await (0, external_node_timers_promises_.setTimeout)(pauseMs)
				}
			}
		}
		function remainsOf({ directory }) {
			return [directory, movedFrom(directory)]
		}
		function movedFrom(directory) {
			return `${directory}-ended`
		}
		function removeAll(directory) {
			makeRemovable(directory)
			;(0, external_node_fs_.rmSync)(directory, { recursive: true, force: true })
		}
		function isSession(directory, temp) {
			const isPlace =
				(0, external_node_path_.isAbsolute)(directory) &&
				/^[0-9a-f]{16}$/.test((0, external_node_path_.basename)(directory).slice(prefix.length)) &&
				(0, external_node_path_.basename)(directory).startsWith(prefix) &&
				temp !== '' &&
				real((0, external_node_path_.dirname)(directory)) === real(temp)
			if (!isPlace) throw noSession(directory)
			const found = statsOf(directory)
			if (found !== undefined && !found.isDirectory()) throw noSession(directory)
			return found !== undefined
		}
		function readMarker(directory) {
			const path = (0, external_node_path_.join)(directory, marker)
			const isFile = statsOf(path)?.isFile() ?? false
			const session = isFile ? parse((0, external_node_fs_.readFileSync)(path, 'utf8')) : undefined
			return session?.directory === directory ? session : undefined
		}
		function parse(text) {
			try {
				const session = JSON.parse(text)
				const texts = ['directory', 'home', 'command', 'cli', 'region']
				const decisions = ['isolate', 'logout', 'isLoggedIn']
				const isWhole =
					texts.every((key) => typeof session[key] === 'string') &&
					decisions.every((key) => typeof session[key] === 'boolean') &&
					(!session.isolate || session.home === (0, external_node_path_.join)(session.directory, 'home')) &&
					cliDirectories.includes(session.cliDirectory) &&
					Array.isArray(session.strays) &&
					session.strays.every((path) => typeof path === 'string')
				return isWhole ? session : undefined
			} catch {
				return undefined
			}
		}
		const cliDirectories = Object.values(distribution /* distributions */._o).map(({ homeDirectory }) => homeDirectory)
		function noSession(directory) {
			return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`)
		}
		function statsOf(path) {
			return orUndefined(() => (0, external_node_fs_.lstatSync)(path))
		}
		function real(path) {
			return orUndefined(() => (0, external_node_fs_.realpathSync)(path)) ?? path
		}
		async function limitAccess(directory) {
			const icacls = (0, external_node_path_.join)(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe')
			const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F']
			await (0, external_node_util_.promisify)(external_node_child_process_.execFile)(icacls, args, {
				timeout: 10_000,
				windowsHide: true,
			})
		}
		function makeRemovable(directory) {
			try {
				if (!(0, external_node_fs_.lstatSync)(directory).isDirectory()) return
				;(0, external_node_fs_.chmodSync)(directory, 0o700)
				for (const entry of (0, external_node_fs_.readdirSync)(directory, { withFileTypes: true })) {
					if (entry.isDirectory()) makeRemovable((0, external_node_path_.join)(directory, entry.name))
				}
			} catch {}
		} // CONCATENATED MODULE: ../lib/traces.js

		const longestMs = 2000
		const mostEntries = 2000
		const traces_mostBytes = 64 * 1024 * 1024
		function findTraces(tokens, env, directories) {
			const needles = tokens.flatMap(token /* forms */.uO).map((form) => Buffer.from(form))
			const deadline = process.uptime() * 1000 + longestMs
			const isOver = () => process.uptime() * 1000 > deadline
			const paths = []
			const buffer = Buffer.allocUnsafe(pieceBytes)
			let entries = 0
			let bytes = 0
			for (const { path, isFile } of candidates(env, directories)) {
				if (isOver() || ++entries > mostEntries) return { paths, isComplete: false }
				if (!isFile) continue
				for (const piece of piecesOf(path, buffer, longestOf(needles))) {
					bytes += piece.length
					if (isOver() || bytes > traces_mostBytes) return { paths, isComplete: false }
					if (needles.some((needle) => piece.includes(needle))) {
						paths.push(path)
						break
					}
				}
			}
			return { paths, isComplete: true }
		}
		const commandFiles = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']
		function* candidates(env, directories) {
			const near = [
				...commandFiles.map((name) => env[name]),
				(0, external_node_path_.join)(env['RUNNER_TEMP'] ?? '', 'any'),
			]
			const flat = near.filter((path) => path !== undefined).map((path) => (0, external_node_path_.dirname)(path))
			for (const directory of new Set(flat)) yield* below(directory, false)
			for (const directory of new Set(directories)) yield* below(directory, true)
		}
		function* below(directory, isDeep) {
			const opened = orUndefined(() => (0, external_node_fs_.opendirSync)(directory))
			try {
				for (;;) {
					const entry = orUndefined(() => opened?.readSync())
					if (!entry) return
					const path = (0, external_node_path_.join)(directory, entry.name)
					if (entry.isFile() || entry.isDirectory()) yield { path, isFile: entry.isFile() }
					if (entry.isDirectory() && isDeep) yield* below(path, true)
				}
			} finally {
				opened?.closeSync()
			}
		}
		const pieceBytes = 1024 * 1024
		function* piecesOf(path, buffer, overlap) {
			const file = orUndefined(() => (0, external_node_fs_.openSync)(path, 'r'))
			if (file === undefined) return
			try {
				for (let kept = 0; ; ) {
					const bytesRead = orUndefined(() =>
						(0, external_node_fs_.readSync)(file, buffer, kept, buffer.length - kept, null),
					)
					if (!bytesRead) return
					const end = kept + bytesRead
					yield buffer.subarray(0, end)
					kept = Math.min(overlap, end)
					buffer.copyWithin(0, end - kept, end)
				}
			} finally {
				;(0, external_node_fs_.closeSync)(file)
			}
		}
		function longestOf(needles) {
			return Math.max(...needles.map(({ length }) => length), 1)
		} // CONCATENATED MODULE: ../lib/close.js

		const logoutMs = 10_000
		async function closeSession(session, machine, tokens) {
			const isLoggedOut = await logOut(session, machine, tokens)
			const failures = []
			const restored = await undo(session, machine, ({ message }) => failures.push(message))
			if (failures.length > 0) {
				const what = (0, token /* redact */.E$)(failures.join(' '), tokens)
				;(0, core /* warning */.$e)(`The session could not be removed entirely: ${what}`, {
					title: 'Choreo session not removed',
				})
			}
			const proof = await proveNothingLeft(session, machine, tokens)
			if (failures.length > 0) return
			const done = isLoggedOut ? 'Logged out, and removed' : 'Removed'
			const also = restored ? `; ${restored} is as it was before` : ''
			;(0, report /* say */.cv)(`${done} the session of \`${session.command}\`${also}${proof}.`)
		}
		async function closeQuietly(session, machine) {
			if (session.isLoggedIn) await callLogout(session, machine, [])
			await undo(session, machine, () => {})
		}
		async function undo(session, { platform }, failed) {
			if (!session.isolate || session.strays.length > 0) endProcessesOf(session, platform)
			const restored = session.isolate ? undefined : await restoreHome(session).catch((error) => void failed(error))
			await removeStrays(session).catch(failed)
			await removeSession(session, platform).catch(failed)
			return restored
		}
		async function proveNothingLeft(session, { env }, tokens) {
			if (tokens.length === 0) return ''
			const places = [...placesOf(session.cliDirectory), ...remainsOf(session)]
			const { paths, isComplete } = findTraces(tokens, env, places)
			if (paths.length > 0) {
				;(0, core /* warning */.$e)(
					`The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`,
					{ title: 'Traces of the token' },
				)
			}
			return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`
		}
		async function logOut(session, machine, tokens) {
			if (!(0, external_node_path_.isAbsolute)(session.cli) || !isLogin(session)) return false
			const outcome = await callLogout(session, machine, tokens)
			if (outcome.exitCode === 0 && outcome.stopped === undefined) return true
			const why = outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed'
			const { stdout, stderr, startError } = outcome
			const said = (0, token /* redact */.E$)(
				[stdout, stderr, startError].map((text) => text.slice(-4096)).join('\n'),
				tokens,
			)
			const lines = [
				`The log-out of the CLI ${why}. Its credentials are removed from this machine all the same.`,
				quote(said),
			]
			;(0, core /* warning */.$e)(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' })
			return false
		}
		function callLogout(session, { env, platform }, tokens) {
			return logout({
				path: session.cli,
				env: { ...scrub(env, tokens), HOME: session.home, ...settingsOf(session, platform) },
				timeoutMs: logoutMs,
				cancelled: new AbortController().signal,
			})
		}
		function isLogin(session) {
			if (!session.isolate) return session.isLoggedIn
			const files = changes(new Map(), list([session.home]))
			const wrote = session.isLoggedIn || files.some((path) => path !== gitConfigOf(session))
			return wrote && (0, external_node_fs_.existsSync)(session.home)
		}
		async function restoreHome(session) {
			const directory = (0, external_node_path_.join)(session.home, session.cliDirectory)
			try {
				return (await restore(directory, backupOf(session))) ? directory : undefined
			} catch (error) {
				throw new Error(`${directory} could not be brought back: ${error.message}.`)
			} finally {
				await release(directory, session.directory)
			}
		}
		async function removeStrays({ strays, cliDirectory }) {
			if (strays.length === 0) return
			const places = await Promise.all(
				placesOf(cliDirectory).map((place) => (0, promises_.realpath)(place).catch(() => place)),
			)
			for (const path of strays) {
				const parent = await (0, promises_.realpath)((0, external_node_path_.dirname)(path)).catch(() => '')
				if (
					places.some((place) =>
						(0, external_node_path_.join)(parent, '/').startsWith((0, external_node_path_.join)(place, '/')),
					)
				) {
					await (0, promises_.rm)(path, { force: true })
				}
			}
		}

		// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js
		var io = __webpack_require__(4799)
		// EXTERNAL MODULE: ../lib/inputs.js
		var lib_inputs = __webpack_require__(2348) // CONCATENATED MODULE: ../lib/organization.js
		function parseOrganizations(printed) {
			const lists = documents(printed)
				?.map((value) => listIn(value) ?? single(value))
				.filter((list) => list !== undefined)
			return lists === undefined || lists.length === 0 ? undefined : lists.flat()
		}
		function reaches(organizations, expected) {
			return organizations.some(({ names }) => names.some((name) => name.toLowerCase() === expected.toLowerCase()))
		}
		const organization_mostBytes = 1_000_000
		function documents(printed) {
			if (Buffer.byteLength(printed) > organization_mostBytes) return undefined
			const text = printed
				.replace(/\u001b\[[\d;]*m|\ufeff/g, '')
				.replace(/\r\n?/g, '\n')
				.trim()
			const values = []
			for (let at = 0; at < text.length; ) {
				if (!looksLikeJson(text, at)) {
					at = nextLine(text, at)
					continue
				}
				const end = endOfJson(text, at)
				const value = organization_parse(text.slice(at, end))
				if (value === undefined) return undefined
				values.push(value)
				at = afterSpace(text, end)
			}
			return values
		}
		function looksLikeJson(text, at) {
			return /^(\{\s*["}]|\[\s*[\]["{])/.test(text.slice(at, at + 100))
		}
		function nextLine(text, at) {
			const end = text.indexOf('\n', at)
			return end === -1 ? text.length : end + 1
		}
		function afterSpace(text, at) {
			let next = at
			while (next < text.length && /[\s,]/.test(text.charAt(next))) next++
			return next
		}
		function endOfJson(text, start) {
			let depth = 0
			let isQuoted = false
			for (let at = start; at < text.length; at++) {
				const character = text[at]
				if (isQuoted) {
					if (character === '\\') at++
					else if (character === '"') isQuoted = false
				} else if (character === '"') isQuoted = true
				else if (character === '[' || character === '{') depth++
				else if (character === ']' || character === '}') depth--
				if (depth === 0) return at + 1
			}
			return text.length
		}
		function organization_parse(text) {
			try {
				return JSON.parse(text, exactly)
			} catch {
				return undefined
			}
		}
		function exactly(_, value, context) {
			return typeof value === 'number' ? (context?.source ?? value) : value
		}
		const wrapper = /^(organi[sz]ations?|orgs|list|data|items|results?|values|nodes|edges|content|pages)$/i
		function listIn(value, depth = 0) {
			if (typeof value !== 'object' || value === null || depth > 4) return undefined
			if (Array.isArray(value)) {
				return value.flatMap((entry) => {
					const organization = organizationOf(entry)
					return organization === undefined ? (listIn(entry, depth + 1) ?? []) : [organization]
				})
			}
			const lists = Object.entries(value)
				.filter(([key]) => wrapper.test(key))
				.map(([, inner]) => listIn(inner, depth + 1))
				.filter((list) => list !== undefined)
			return lists.length === 0 ? undefined : lists.flat()
		}
		function single(value) {
			const organization = organizationOf(value)
			const hasHandle = Object.keys(value ?? {}).some((key) => naming[0]?.test(key))
			return organization === undefined || !hasHandle ? undefined : [organization]
		}
		const naming = ['handle', 'name', '(uu)?id'].map((word) => new RegExp(`^(org(ani[sz]ation)?[_-]?)?${word}$`, 'i'))
		function organizationOf(entry) {
			if (typeof entry === 'string') return entry.trim() === '' ? undefined : { names: [entry.trim()] }
			if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return undefined
			const own = organization_namesIn(entry, naming)
			const { organization, org, node } = entry
			const inner = organization ?? org ?? node
			const isMembership = inner !== undefined && organization_namesIn(entry, naming.slice(0, 2)).length === 0
			if (isMembership) return organizationOf(inner)
			return own.length === 0 ? undefined : { names: own }
		}
		function organization_namesIn(entry, keys) {
			return keys
				.flatMap((pattern) => Object.entries(entry).filter(([key]) => pattern.test(key)))
				.map(([, name]) => name)
				.filter((name) => typeof name === 'string' || typeof name === 'number')
				.map((name) => String(name).trim())
				.filter((name) => name !== '')
		} // CONCATENATED MODULE: ../lib/authenticate.js

		async function authenticate(inputs, executable) {
			const { token, fallbackToken, loginAttempts } = inputs
			const tokens = (0, lib_inputs /* tokensOf */.k8)(inputs)
			const loginWith = (one) => attempt('Login', () => login(executable, one), loginAttempts, tokens, executable)
			const first = await loginWith(token)
			if (first.failure === undefined) return 'primary'
			if (first.failure.kind !== 'refused' || fallbackToken === '') throw toError(first.failure)
			if (fallbackToken === token) {
				throw (0, report /* failure */.V2)(
					first.failure.title,
					`${first.failure.message}\n\`fallback-token\` holds the same token, so it was not tried.`,
				)
			}
			;(0, report /* say */.cv)('Choreo refused the token. Trying the fallback token.')
			const second = await loginWith(fallbackToken)
			if (second.failure === undefined) return 'fallback'
			if (second.failure.kind === 'refused') {
				throw (0, report /* failure */.V2)(
					'Both tokens refused',
					`\`token\` and \`fallback-token\` were both refused. ${second.failure.message}`,
				)
			}
			throw (0, report /* failure */.V2)(
				second.failure.title,
				`\`token\` was refused, and the login with \`fallback-token\` failed. ${second.failure.message}`,
			)
		}
		async function guard(inputs, executable) {
			const { expectedOrganization: expected, loginAttempts } = inputs
			const tokens = (0, lib_inputs /* tokensOf */.k8)(inputs)
			const { outcome, failure: failed } = await attempt(
				'List of organizations',
				() => cli_organizations(executable),
				loginAttempts,
				tokens,
				executable,
			)
			const title = 'Organization not confirmed'
			const unknown = `The login is undone, because it could not be confirmed that the token reaches the organization "${expected}", which \`expected-organization\` asks for.`
			if (failed !== undefined && /unknown (command|flag|shorthand)/i.test(outcome.stderr)) {
				throw (0, report /* failure */.V2)(
					title,
					`${unknown} This CLI has no command that lists organizations: set the input \`cli-version\` to \`latest\` or a newer version.`,
				)
			}
			if (failed !== undefined) throw (0, report /* failure */.V2)(title, `${unknown} ${failed.message}`)
			const organizations = parseOrganizations(outcome.stdout)
			if (organizations === undefined) {
				throw (0, report /* failure */.V2)(
					title,
					`${unknown} What the CLI printed is no list of organizations that this action can read: set the input \`cli-version\` to another version, or leave \`expected-organization\` out.`,
				)
			}
			if (reaches(organizations, expected)) return
			const reached = organizations.map(({ names }) => shown(names[0] ?? '', tokens))
			throw (0, report /* failure */.V2)(
				'Wrong account',
				`The token does not reach the organization "${expected}", which \`expected-organization\` asks for, so the login is undone. ` +
					`It reaches ${listed(reached)}. Check that the job reads the secret of the right account.`,
			)
		}
		const firstPauseMs = 500
		const longestPauseMs = 30_000
		async function attempt(what, call, attempts, tokens, { cancelled }) {
			for (let number = 1; ; number++) {
				const outcome = await (0, report /* timed */.ay)(`${what}, attempt ${number} of ${attempts}`, call, howItEnded)
				if (outcome.exitCode === 0 && outcome.stopped === undefined) {
					return { outcome, failure: undefined }
				}
				const failed = explain(outcome, tokens)
				if (failed.kind !== 'passing') return { outcome, failure: failed }
				if (number === attempts) return { outcome, failure: afterAttempts(failed, attempts) }
				const pauseMs = Math.min(firstPauseMs * 2 ** (number - 1), longestPauseMs) * (1 + Math.random() / 2)
				;(0, report /* say */.cv)(
					`Attempt ${number} of ${attempts} failed (${failed.title}). The next one is in ${(pauseMs / 1000).toFixed(1)} s.`,
				)
				await (0, external_node_timers_promises_.setTimeout)(pauseMs, undefined, { signal: cancelled }).catch(() => {})
			}
		}
		function howItEnded({ stopped, signal, exitCode }) {
			return stopped ?? signal ?? `exit code ${exitCode}`
		}
		function afterAttempts(failed, attempts) {
			if (attempts === 1) return failed
			return { ...failed, message: `${attempts} attempts failed. ${failed.message}` }
		}
		function toError({ title, message }) {
			return (0, report /* failure */.V2)(title, message)
		}
		const mostListed = 10
		const longestName = 100
		function shown(name, tokens) {
			const line = (0, token /* redact */.E$)(name, tokens).replace(/\s+/g, ' ')
			return line.length > longestName ? `${line.slice(0, longestName)}\u2026` : line
		}
		function listed(names) {
			if (names.length === 0) return 'no organization at all'
			const shown = names.slice(0, mostListed).map((name) => `"${name}"`)
			const more = names.length - shown.length
			return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
		} // CONCATENATED MODULE: ../lib/expiry.js
		const dayMs = 86_400_000
		function daysLeft(expiresOn, now) {
			return Math.round(expiresOn.valueOf() / dayMs) - Math.floor(now / dayMs)
		}
		function expiryWarning(expiresOn, days, warningDays) {
			const date = expiresOn.toISOString().slice(0, 10)
			const renew =
				'Create a new one in the Choreo Console (profile picture, Account Settings, Personal Access Tokens, Create New), store it ' +
				'in the secret, and update the date in the input `token-expires-on`.'
			if (days > warningDays) return undefined
			if (days < 0) {
				return `By your own note, the Personal Access Token expired on ${date}, ${inWords(days)}. ${renew}`
			}
			return `The Personal Access Token expires ${inWords(days)}, on ${date}. ${renew}`
		}
		function inWords(days) {
			if (days === 0) return 'today'
			const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
			return days > 0 ? `in ${count}` : `${count} ago`
		} // CONCATENATED MODULE: ../lib/stage.js

		const stage_mark = '.choreo-login-stage-'
		async function newStage(root) {
			const stage = (0, external_node_path_.join)(root, `${stage_mark}${namespace()}-${process.pid}`)
			await (0, promises_.rm)(stage, { recursive: true, force: true })
			await (0, promises_.mkdir)(stage, { mode: 0o755 })
			return stage
		}
		const stage_longestMs = 24 * 60 * 60 * 1000
		async function removeAbandoned(root) {
			const names = await (0, promises_.readdir)(root).catch(() => [])
			for (const name of names.filter((name) => name.startsWith(stage_mark))) {
				const [owner = '', pid = ''] = name.slice(stage_mark.length).split('-')
				const abandoned =
					owner === namespace() ? !isRunning(Number(pid)) : await isOld((0, external_node_path_.join)(root, name))
				if (!abandoned) continue
				await (0, promises_.rm)((0, external_node_path_.join)(root, name), { recursive: true, force: true }).catch(
					() => undefined,
				)
			}
		}
		function namespace() {
			let container = ''
			try {
				container = (0, external_node_fs_.readlinkSync)('/proc/self/ns/pid')
			} catch {}
			return (0, external_node_crypto_.createHash)('sha256')
				.update(`${(0, external_node_os_.hostname)()} ${container}`)
				.digest('hex')
				.slice(0, 12)
		}
		function isRunning(pid) {
			try {
				return process.kill(pid, 0) && !isZombie(pid)
			} catch (error) {
				return error.code === 'EPERM'
			}
		}
		function isZombie(pid) {
			try {
				return /^\d+ \(.*\) Z/s.test((0, external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1'))
			} catch {
				return false
			}
		}
		async function isOld(path) {
			const found = await (0, promises_.stat)(path).catch(() => undefined)
			return found !== undefined && Date.now() - found.mtimeMs > stage_longestMs
		} // CONCATENATED MODULE: ../lib/tool-cache.js

		const proofName = 'verified.json'
		function lookUp(shelf) {
			return shelf.roots
				.filter((root) => root !== '')
				.map((root) => directoryOf(root, shelf))
				.find(
					(directory) =>
						(0, external_node_fs_.existsSync)(`${directory}.complete`) && (0, external_node_fs_.existsSync)(directory),
				)
		}
		async function verify(directory, shelf) {
			try {
				const text = (0, external_node_fs_.readFileSync)((0, external_node_path_.join)(directory, proofName), 'utf8')
				const { tag, archive, executable, comparedWith } = JSON.parse(text)
				if (tag !== shelf.tag || !archive || !executable || comparedWith === undefined) return undefined
				const path = (0, external_node_path_.join)(directory, shelf.executable)
				;(0, external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK)
				if ((await sha256Of(path)) !== executable) return undefined
				return { tag, archive, executable, comparedWith }
			} catch {
				return undefined
			}
		}
		async function put(shelf, fill) {
			const root = await writableRoot(shelf)
			const directory = directoryOf(root, shelf)
			await removeAbandoned(root)
			const stage = await newStage(root)
			try {
				const path = (0, external_node_path_.join)(stage, shelf.executable)
				const loading = (0, external_node_timers_promises_.setTimeout)(20).then(() =>
					Promise.all(/* import() */ [__webpack_require__.e(764), __webpack_require__.e(660)]).then(
						__webpack_require__.bind(__webpack_require__, 9660),
					),
				)
				const [proof, { find }] = await Promise.all([fill(path), loading])
				;(0, external_node_fs_.chmodSync)(path, 0o755)
				const record = `${JSON.stringify(proof, undefined, 2)}\n`
				;(0, external_node_fs_.writeFileSync)((0, external_node_path_.join)(stage, proofName), record, { mode: 0o644 })
				await moveInto(directory, stage, proof, shelf)
				;(0, external_node_fs_.writeFileSync)(`${directory}.complete`, '', { mode: 0o644 })
				const found = atPlace(root, () => find(shelf.cli, cacheVersion(shelf.tag), shelf.arch))
				return { directory: found || directory, proof }
			} finally {
				for (const left of [stage, asideOf(stage)].filter(external_node_fs_.existsSync)) {
					await (0, promises_.rm)(left, { recursive: true, force: true })
				}
				await removeAbandoned(root)
			}
		}
		function atPlace(root, look) {
			const before = process.env[toolCache]
			process.env[toolCache] = root
			try {
				return look()
			} finally {
				if (before === undefined) delete process.env[toolCache]
				else process.env[toolCache] = before
			}
		}
		const toolCache = 'RUNNER_TOOL_CACHE'
		async function writableRoot(shelf) {
			for (const root of shelf.roots.filter((root) => root !== '')) {
				try {
					await (0, promises_.mkdir)(root, { recursive: true })
					const version = (0, external_node_path_.dirname)(directoryOf(root, shelf))
					for (const place of [root, (0, external_node_path_.dirname)(version), version]) {
						if (place === root || (0, external_node_fs_.existsSync)(place))
							await (0, promises_.access)(place, external_node_fs_.constants.W_OK)
					}
					return root
				} catch {}
			}
			throw new Error(
				`There is no place for the CLI: ${shelf.roots.join(' and ')} cannot be written. ` +
					'Set RUNNER_TOOL_CACHE or RUNNER_TEMP to a directory that the runner may write.',
			)
		}
		const moves = 5
		async function moveInto(directory, stage, proof, shelf) {
			for (let move = 1; ; move++) {
				try {
					await (0, promises_.mkdir)((0, external_node_path_.dirname)(directory), { recursive: true, mode: 0o755 })
					return await (0, promises_.rename)(stage, directory)
				} catch (error) {
					const theirs = await verify(directory, shelf)
					if (theirs?.executable === proof.executable && theirs.archive === proof.archive) return
					if (await takeOver(directory, stage, shelf)) return
					if (move === moves) throw error
					await (0, external_node_timers_promises_.setTimeout)(100 * move)
				}
			}
		}
		async function takeOver(directory, stage, shelf) {
			try {
				await (0, promises_.rename)(
					(0, external_node_path_.join)(stage, shelf.executable),
					(0, external_node_path_.join)(directory, shelf.executable),
				)
			} catch {
				await (0, promises_.rename)(directory, asideOf(stage)).catch(() => undefined)
				return false
			}
			await (0, promises_.rename)(
				(0, external_node_path_.join)(stage, proofName),
				(0, external_node_path_.join)(directory, proofName),
			)
			return true
		}
		function asideOf(stage) {
			return `${stage}-aside`
		}
		function directoryOf(root, shelf) {
			return (0, external_node_path_.join)(root, shelf.cli, cacheVersion(shelf.tag), shelf.arch)
		}
		function cacheVersion(tag) {
			return /^v?(\d+\.\d+\.\d+(-[\w.-]+)?)$/.exec(tag)?.[1] ?? `0.0.0-${tag.replace(/[^0-9A-Za-z-]/g, '-')}`
		}
		const tool_cache_pieceBytes = 1024 * 1024
		async function sha256Of(path) {
			const hash = (0, external_node_crypto_.createHash)('sha256')
			let [piece, next] = [Buffer.allocUnsafeSlow(tool_cache_pieceBytes), Buffer.allocUnsafeSlow(tool_cache_pieceBytes)]
			const file = (0, external_node_fs_.openSync)(path, 'r')
			try {
				let size = (0, external_node_fs_.readSync)(file, piece)
				while (size > 0) {
					const reading = (0, external_node_util_.promisify)(external_node_fs_.read)(
						file,
						next,
						0,
						tool_cache_pieceBytes,
						null,
					)
					hash.update(piece.subarray(0, size))
					size = (await reading).bytesRead
					;[piece, next] = [next, piece]
				}
				return hash.digest('hex')
			} finally {
				;(0, external_node_fs_.closeSync)(file)
			}
		}

		// EXTERNAL MODULE: ../lib/version.js
		var lib_version = __webpack_require__(9865) // CONCATENATED MODULE: ../lib/install.js

		async function install(inputs, machine, temp, cancelled) {
			const target = (0, distribution /* targetOf */.$r)(machine.platform, machine.arch)
			const shelfOf = (tag) => ({
				roots: [machine.env['RUNNER_TOOL_CACHE'] ?? '', (0, external_node_path_.join)(temp, 'choreo-tool-cache')],
				cli: inputs.cli,
				tag,
				arch: machine.arch,
				executable: (0, distribution /* executableName */.IK)(inputs.cli, target),
			})
			const tag = (0, lib_version /* exactTag */.Y)(inputs.cli, inputs.cliVersion)
			const found = tag && (await cached(shelfOf(tag), expected(inputs, undefined)))
			if (found) return found
			const { download, findRelease } = await __webpack_require__
				.e(/* import() */ 910)
				.then(__webpack_require__.bind(__webpack_require__, 6910))
			const release = await findRelease({
				cli: inputs.cli,
				version: inputs.cliVersion,
				target,
				githubUrl: inputs.githubUrl,
				apiUrl: inputs.githubApiUrl,
				githubToken: inputs.githubToken,
				cancelled,
			})
			const shelf = shelfOf(release.tag)
			const digests = expected(inputs, release)
			const hit = tag === undefined && (await cached(shelf, digests))
			if (hit) return hit
			const { directory, proof } = await put(shelf, (path) => download(release, digests, target, path, cancelled))
			if (proof.comparedWith === '') warnUnverified(inputs, proof)
			return describe(shelf, directory, proof, false)
		}
		function expected({ cliSha256 }, release) {
			return {
				...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
				...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
			}
		}
		async function cached(shelf, digests) {
			const directory = lookUp(shelf)
			if (directory === undefined) return undefined
			const proof = await verify(directory, shelf)
			if (proof === undefined) {
				;(0, core /* warning */.$e)(
					`The ${distribution /* distributions */._o[shelf.cli].title} ${shelf.tag} in the tool cache has changed since it was installed, or was not installed by this action (${directory}). It is installed anew.`,
					{ title: 'Tool cache not trusted' },
				)
				return undefined
			}
			if (Object.values(digests).some((digest) => digest !== proof.archive)) return undefined
			const comparedWith = Object.keys(digests).join(' and ') || proof.comparedWith
			return describe(shelf, directory, { ...proof, comparedWith }, true)
		}
		function describe(shelf, directory, proof, cacheHit) {
			const path = (0, external_node_path_.join)(directory, shelf.executable)
			return { path, version: shelf.tag, cacheHit, comparedWith: proof.comparedWith }
		}
		function warnUnverified({ cli }, { tag, archive }) {
			;(0, core /* warning */.$e)(
				`The download of the ${distribution /* distributions */._o[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
					`To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
				{ title: 'CLI not verified' },
			)
		} // CONCATENATED MODULE: ../lib/obtain.js

		async function obtain(inputs, machine, temp, cancelled) {
			const cli = await (0, report /* timed */.ay)('Getting the CLI', () => find(inputs, machine, temp, cancelled))
			if (isProgram(cli.path)) return cli
			throw (0, report /* failure */.V2)(
				'CLI cannot be run',
				`${cli.path} is no program: neither a binary nor a script that begins with \`#!\`. ` +
					'Check the input `cli-path`, or leave it out to get the CLI that WSO2 publishes.',
			)
		}
		async function find(inputs, machine, temp, cancelled) {
			if (inputs.cliPath !== '') {
				return { path: await locate(inputs.cliPath), version: '', cacheHit: false, comparedWith: '' }
			}
			return install(inputs, machine, temp, cancelled)
		}
		async function locate(path) {
			const found = await (0, io /* which */.K7)(/[\\/]/.test(path) ? (0, external_node_path_.resolve)(path) : path)
			if (found !== '') return found
			throw new Error(
				`The input \`cli-path\` is "${path}", and there is no such executable. ` +
					'Allowed is the path of an installed CLI, or its name when it is on PATH.',
			)
		}
		const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/
		function isProgram(path) {
			if (/\.(cmd|bat)$/i.test(path)) return true
			try {
				const file = (0, external_node_fs_.openSync)(path, 'r')
				const bytes = Buffer.alloc(4)
				const size = (0, external_node_fs_.readSync)(file, bytes)
				;(0, external_node_fs_.closeSync)(file)
				return beginnings.test(bytes.toString('hex', 0, size))
			} catch {
				return true
			}
		} // CONCATENATED MODULE: ../lib/summary.js

		function writeSummary(heading, rows) {
			const cells = Object.entries(rows)
				.filter(([, value]) => value !== '')
				.map(([name, value]) => [escaped(name), escaped(value)])
			const table = core /* summary */.z
				.addHeading(escaped(heading), 3)
				.addTable(cells)
				.stringify()
			orUndefined(() => (0, external_node_fs_.appendFileSync)(process.env['GITHUB_STEP_SUMMARY'] ?? '', table))
		}
		function escaped(text) {
			const line = text.replace(/\s+/g, ' ')
			return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`)
		} // CONCATENATED MODULE: ../lib/login.js

		async function login_login(inputs, machine, cancelled) {
			const temp = machine.env['RUNNER_TEMP']
			if (!temp) {
				throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.')
			}
			await checkCommand(inputs, temp)
			const expires = warnOfExpiry(inputs, Date.now())
			const installed = await obtain(inputs, machine, temp, cancelled)
			let session = plan(inputs, temp, installed.path)
			;(0, core /* saveState */.LZ)('session', session)
			const executable = {
				path: installed.path,
				env: {
					...scrub(machine.env, (0, lib_inputs /* tokensOf */.k8)(inputs)),
					...settingsOf(session, machine.platform),
				},
				timeoutMs: inputs.timeoutSeconds * 1000,
				cancelled,
			}
			try {
				const path = await openSession(session, machine).catch((error) => {
					throw new Error(
						`The session could not be made in ${temp}: ${error.message}. Check that the disk of the runner is not full, and that ` +
							'this user may write there.',
					)
				})
				const version = installed.version || (await versionOf(executable, (0, lib_inputs /* tokensOf */.k8)(inputs)))
				introduce(inputs, { ...installed, version })
				const straysSince = await watch(session)
				const tokenUsed = await authenticate(inputs, executable)
				session = { ...session, isLoggedIn: true, strays: await straysSince() }
				;(0, core /* saveState */.LZ)('session', session)
				markSession(session)
				if (inputs.expectedOrganization !== '') await guard(inputs, executable)
				handOver(inputs, session, path, tokenUsed)
				if (inputs.summary) summarize(inputs, { ...installed, version }, tokenUsed, expires)
			} catch (error) {
				await closeQuietly(session, machine)
				throw error
			}
		}
		async function checkCommand({ command, cli: name }, temp) {
			if (command === name) return
			const input = `The input \`command\` is "${command}"`
			const taken = openSessions(temp)
			if (taken.some((session) => session.command.toLowerCase() === command.toLowerCase())) {
				throw new Error(
					`${input}, and another login of this job has that name already. Allowed is a name of its own for each account.`,
				)
			}
			const shadowed = await (0, io /* which */.K7)(command)
			if (shadowed !== '') {
				;(0, core /* warning */.$e)(`${input}, and later steps call the CLI by that name now instead of ${shadowed}.`, {
					title: 'Command hides a program',
				})
			}
		}
		function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }, now) {
			if (tokenExpiresOn === undefined) return ''
			const days = daysLeft(tokenExpiresOn, now)
			const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays)
			if (message !== undefined) (0, core /* warning */.$e)(message, { title: 'Token expires' })
			return inWords(days)
		}
		function plan({ isolate, command, region, logout, cli: name }, temp, path) {
			const cliDirectory = distribution /* distributions */._o[name].homeDirectory
			return planSession(temp, { isolate, command, region, logout, cli: path, cliDirectory })
		}
		async function versionOf(executable, tokens) {
			const { stdout, stderr } = await (0, report /* timed */.ay)('Version', () => version(executable))
			const said = (0, token /* redact */.E$)(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens)
			const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(said)?.[1]
			return number === undefined ? '' : `v${number}`
		}
		function introduce(inputs, installed) {
			;(0, report /* say */.cv)(`${nameOf(inputs, installed)}, ${originOf(inputs, installed)}.`)
			;(0, core /* setOutput */.uH)('cli-version', installed.version)
			;(0, core /* setOutput */.uH)('cache-hit', installed.cacheHit)
		}
		function nameOf({ cli: name }, { version }) {
			return `${distribution /* distributions */._o[name].title} ${version || '(unknown version)'}`
		}
		function originOf({ cliPath }, { cacheHit, comparedWith }) {
			if (cliPath !== '') return `installed as ${cliPath}, not verified`
			const source = cacheHit ? 'from the tool cache' : 'downloaded'
			return comparedWith === '' ? `${source}, not verified` : `${source}, SHA-256 verified with ${comparedWith}`
		}
		async function watch(session) {
			if (!session.isolate) {
				const directory = (0, external_node_path_.join)(session.home, session.cliDirectory)
				await claim(directory, session.directory)
				await keep(directory, backupOf(session))
				return async () => []
			}
			const places = placesOf(session.cliDirectory)
			const [before, elsewhere] = [list([session.home]), list(places)]
			return async () => {
				if (changes(before, list([session.home])).length > 0) return []
				const strays = changes(elsewhere, list(places))
				warnNotIsolated(strays, places)
				return strays.filter((path) => !elsewhere.has(path))
			}
		}
		function warnNotIsolated(strays, places) {
			const where =
				strays.length > 0
					? `It wrote to ${strays.slice(0, 5).join(', ')} instead, which other jobs on this machine can use. What it added there is removed when the job ends.`
					: `It may keep its login in a keyring, or elsewhere than below ${places.join(' or ')}, where other jobs on this machine can use it.`
			;(0, core /* warning */.$e)(
				`The CLI logged in, but wrote nothing into the home directory that this login gave it. ${where}`,
				{ title: 'Login not isolated' },
			)
		}
		function handOver(inputs, session, path, tokenUsed) {
			;(0, core /* addPath */.fM)(binOf(session))
			;(0, core /* setOutput */.uH)('authenticated', true)
			;(0, core /* setOutput */.uH)('cli-path', path)
			;(0, core /* setOutput */.uH)('token-used', tokenUsed)
			;(0, core /* setOutput */.uH)('session', session.directory)
			if (tokenUsed === 'fallback') {
				;(0, core /* warning */.$e)(
					'Choreo refused the Personal Access Token in the input `token`, and accepted the one in `fallback-token`. Renew the secret ' +
						'that `token` reads before the other one expires as well.',
					{ title: 'Token refused, fallback used' },
				)
			}
			const { expectedOrganization: organization, command } = inputs
			;(0, report /* say */.cv)(
				organization === '' ? 'Logged in.' : `Logged in, with access to the organization ${organization}.`,
			)
			;(0, report /* say */.cv)(`Later steps call \`${command}\`. ${endingOf(inputs)}`)
		}
		function endingOf({ logout, isolate }) {
			if (logout) return 'The session ends with the job.'
			return isolate
				? 'The session stays after the job, until the runner empties its temporary directory.'
				: 'The login stays after the job, in the home of the machine.'
		}
		function summarize(inputs, installed, tokenUsed, expires) {
			writeSummary('Choreo login', {
				CLI: nameOf(inputs, installed),
				Origin: originOf(inputs, installed),
				Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, confirmed`,
				Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
				'Token expires': expires,
				Command: inputs.command,
				Session: endingOf(inputs),
			})
		} // CONCATENATED MODULE: ../lib/work.js

		/***/
	}),
}
