export const id = 296
export const ids = [296]
export const modules = {
	/***/ 5735: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ B: () => /* binding */ claim,
			/* harmony export */ _: () => /* binding */ release,
			/* harmony export */
		})
		/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455)
		/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760)

		async function claim(directory, session) {
			const own = claimOf(directory, session)
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(partOf(own), session, { mode: 0o600 })
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(partOf(own), own)
			for (const path of await claimsOn(directory)) {
				if (path === own) continue
				const holder = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '')
				if (await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(holder).catch(() => undefined)) {
					throw new Error(
						`Another login with \`isolate: false\` uses ${directory} now, in ${holder}: two would act for each other's account. ` +
							'Run such jobs one after another, or leave `isolate` out.',
					)
				}
				await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true })
			}
		}
		async function release(directory, session) {
			const own = claimOf(directory, session)
			for (const path of [partOf(own), own])
				await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { force: true })
		}
		async function claimsOn(directory) {
			const beginning = `${(0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(directory)}.`
			const names = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(
				(0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory),
			)
			return names
				.filter((name) => name.startsWith(beginning) && /\.choreo-session-[0-9a-f]{16}$/.test(name))
				.map((name) =>
					(0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(
						(0, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory),
						name,
					),
				)
		}
		function claimOf(directory, session) {
			return `${directory}.${(0, node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(session)}`
		}
		function partOf(claim) {
			return `${claim}.part`
		}

		/***/
	},

	/***/ 3193: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ Zn: () => /* binding */ organizations,
			/* harmony export */ _I: () => /* binding */ scrub,
			/* harmony export */ iD: () => /* binding */ login,
			/* harmony export */ rE: () => /* binding */ version,
			/* harmony export */ ri: () => /* binding */ logout,
			/* harmony export */
		})
		/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698)
		/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421)
		/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3053)
		/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760)
		/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7075)
		/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8500)
		/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4775)
		/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1210)

		function login(cli, token) {
			return run(cli, ['login', '--with-token'], `${token}\n`)
		}
		function logout(cli) {
			return run(cli, ['logout'])
		}
		function organizations(cli) {
			return run(cli, ['list', 'organizations', '--output', 'json'])
		}
		function version(cli) {
			return run(cli, ['--version'])
		}
		function scrub(env, tokens) {
			const secrets = tokens.flatMap(_token_js__WEBPACK_IMPORTED_MODULE_7__ /* .forms */.uO)
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
			const call = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage()
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
				await (0, node_timers_promises__WEBPACK_IMPORTED_MODULE_5__.setTimeout)(graceMs, undefined, { ref: false })
				kill(child, 'SIGKILL')
			}
			const cancel = () => void stop('cancelled')
			const timer = setTimeout(() => void stop('timeout'), cli.timeoutMs)
			cli.cancelled.addEventListener('abort', cancel)
			;(0, node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__.subscribe)('child_process', announced)
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
				exitCode = await call.run(true, () =>
					(0, _actions_exec__WEBPACK_IMPORTED_MODULE_6__ /* .exec */.m)(path, [...args], options),
				)
			} catch (error) {
				startError = error.message
			} finally {
				;(0, node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__.unsubscribe)('child_process', announced)
				cli.cancelled.removeEventListener('abort', cancel)
				clearTimeout(timer)
				if (child !== undefined) release(child, stopped !== undefined)
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
					child.stdin = new node_stream__WEBPACK_IMPORTED_MODULE_4__.PassThrough()
					process.nextTick(() => child.emit('error', error))
					return undefined
				}
			}
			child.once('spawn', () => {
				child.stdout?.removeAllListeners('data').on('data', takeStdout)
				child.stderr?.removeAllListeners('data').on('data', takeStderr)
			})
		}
		function release(child, wasStopped) {
			if (wasStopped) kill(child, 'SIGKILL')
			child.stdin?.destroy()
			child.stdout?.destroy()
			child.stderr?.destroy()
			child.unref()
		}
		function kill({ pid }, signal) {
			if (pid === undefined) return
			if (process.platform === 'win32') {
				const taskkill = (0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(
					process.env['SystemRoot'] ?? 'C:\\Windows',
					'System32',
					'taskkill.exe',
				)
				;(0, node_child_process__WEBPACK_IMPORTED_MODULE_1__.spawn)(taskkill, ['/pid', String(pid), '/t', '/f'], {
					stdio: 'ignore',
				}).on('error', () => {})
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
		}

		/***/
	},

	/***/ 296: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		// EXPORTS
		__webpack_require__.d(__webpack_exports__, {
			E: () => /* binding */ closeQuietly,
			closeSession: () => /* binding */ closeSession,
			openSessions: () => /* reexport */ lib_session /* openSessions */.wR,
			savedSession: () => /* reexport */ lib_session /* savedSession */.g$,
			sessionIn: () => /* reexport */ lib_session /* sessionIn */.Ok,
		})

		// EXTERNAL MODULE: external "node:fs/promises"
		var promises_ = __webpack_require__(1455)
		// EXTERNAL MODULE: external "node:path"
		var external_node_path_ = __webpack_require__(6760)
		// EXTERNAL MODULE: external "../core/index.js"
		var index_js_ = __webpack_require__(7952)
		// EXTERNAL MODULE: ../../lib/claim.js
		var claim = __webpack_require__(5735)
		// EXTERNAL MODULE: ../../lib/cli.js
		var cli = __webpack_require__(3193)
		// EXTERNAL MODULE: ../../lib/failure.js
		var failure = __webpack_require__(9545)
		// EXTERNAL MODULE: ../../lib/machine-home.js
		var machine_home = __webpack_require__(8464)
		// EXTERNAL MODULE: ../../lib/report.js
		var report = __webpack_require__(5377)
		// EXTERNAL MODULE: ../../lib/session.js + 3 modules
		var lib_session = __webpack_require__(9788)
		// EXTERNAL MODULE: ../../lib/token.js
		var token = __webpack_require__(1210)
		// EXTERNAL MODULE: external "node:fs"
		var external_node_fs_ = __webpack_require__(3024) // CONCATENATED MODULE: ../../lib/traces.js

		const longestMs = 2000
		const mostEntries = 2000
		const mostBytes = 64 * 1024 * 1024
		function findTraces(tokens, env, directories) {
			const needles = tokens.flatMap(token /* forms */.uO).map((form) => Buffer.from(form))
			const deadline = performance.now() + longestMs
			const isOver = () => performance.now() > deadline
			const paths = []
			const buffer = Buffer.allocUnsafe(pieceBytes)
			let entries = 0
			let bytes = 0
			for (const { path, isFile } of candidates(env, directories)) {
				if (isOver() || ++entries > mostEntries) return { paths, isComplete: false }
				if (!isFile) continue
				for (const piece of piecesOf(path, buffer, longestOf(needles))) {
					bytes += piece.length
					if (isOver() || bytes > mostBytes) return { paths, isComplete: false }
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
			const opened = unlessImpossible(() => (0, external_node_fs_.opendirSync)(directory))
			try {
				for (;;) {
					const entry = unlessImpossible(() => opened?.readSync())
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
			const file = unlessImpossible(() => (0, external_node_fs_.openSync)(path, 'r'))
			if (file === undefined) return
			try {
				for (let kept = 0; ; ) {
					const bytesRead = unlessImpossible(() =>
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
		function unlessImpossible(read) {
			try {
				return read()
			} catch {
				return undefined
			}
		}
		function longestOf(needles) {
			return Math.max(...needles.map(({ length }) => length), 1)
		} // CONCATENATED MODULE: ../../lib/close.js

		const logoutMs = 10_000
		async function closeSession(session, machine, tokens) {
			const isLoggedOut = await logOut(session, machine, tokens)
			const failures = []
			const restored = await undo(session, machine, ({ message }) => failures.push(message))
			if (failures.length > 0) {
				const what = (0, token /* redact */.E$)(failures.join(' '), tokens)
				;(0, index_js_.warning)(`The session could not be removed entirely: ${what}`, {
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
			;(0, lib_session /* endProcessesOf */.w)(session, platform)
			const restored = session.isolate ? undefined : await restoreHome(session).catch((error) => void failed(error))
			await removeStrays(session).catch(failed)
			await (0, lib_session /* removeSession */.dF)(session, platform).catch(failed)
			return restored
		}
		async function proveNothingLeft(session, { env }, tokens) {
			if (tokens.length === 0) return ''
			const places = [
				...(0, machine_home /* placesOf */.ek)(session.cliDirectory),
				...(0, lib_session /* remainsOf */.ZT)(session),
			]
			const { paths, isComplete } = findTraces(tokens, env, places)
			if (paths.length > 0) {
				;(0, index_js_.warning)(
					`The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`,
					{ title: 'Traces of the token' },
				)
			}
			return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`
		}
		async function logOut(session, machine, tokens) {
			if (!(0, external_node_path_.isAbsolute)(session.cli) || !(await isLogin(session))) return false
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
				(0, failure /* quote */.hD)(said),
			]
			;(0, index_js_.warning)(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' })
			return false
		}
		function callLogout(session, { env, platform }, tokens) {
			return cli /* logout */
				.ri({
					path: session.cli,
					env: {
						...cli /* scrub */
							._I(env, tokens),
						HOME: session.home,
						...(0, lib_session /* settingsOf */.f5)(session, platform),
					},
					timeoutMs: logoutMs,
					cancelled: new AbortController().signal,
				})
		}
		async function isLogin(session) {
			if (!session.isolate) return session.isLoggedIn
			const files = (0, machine_home /* changes */.Ao)(new Map(), (0, machine_home /* list */.p_)([session.home]))
			const isThere = (await (0, promises_.lstat)(session.home).catch(() => undefined)) !== undefined
			return (
				isThere && (session.isLoggedIn || files.some((path) => path !== (0, lib_session /* gitConfigOf */.u)(session)))
			)
		}
		async function restoreHome(session) {
			const directory = (0, external_node_path_.join)(session.home, session.cliDirectory)
			try {
				return (await (0, machine_home /* restore */.PF)(directory, (0, lib_session /* backupOf */.GH)(session)))
					? directory
					: undefined
			} catch (error) {
				throw new Error(`${directory} could not be brought back: ${error.message}.`)
			} finally {
				await (0, claim /* release */._)(directory, session.directory)
			}
		}
		async function removeStrays({ strays, cliDirectory }) {
			if (strays.length === 0) return
			const places = await Promise.all(
				(0, machine_home /* placesOf */.ek)(cliDirectory).map((place) =>
					(0, promises_.realpath)(place).catch(() => place),
				),
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

		/***/
	},

	/***/ 5529: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
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
	},

	/***/ 9545: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ WE: () => /* binding */ explain,
			/* harmony export */ hD: () => /* binding */ quote,
			/* harmony export */
		})
		/* unused harmony exports meanings, unknown */
		/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1210)

		function explain(outcome, tokens) {
			const { stdout, stderr, startError } = outcome
			const printed = [stdout, stderr, startError].map((text) => text.slice(-longestRead)).join('\n')
			const { kind, title, why } = meaningOf(outcome, plainly(printed, tokens)) ?? unknown
			const quoted = quote(
				withoutUsage((0, _token_js__WEBPACK_IMPORTED_MODULE_0__ /* .redact */.E$)(printed, tokens)),
				startError === '' ? 'CLI' : 'operating system',
			)
			return { kind, title, message: [why, ending(outcome), quoted].filter(Boolean).join('\n') }
		}
		function quote(said, speaker = 'CLI') {
			const lines = said
				.split('\n')
				.map((line) => line.trimEnd())
				.filter((line) => line !== '')
				.map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine)}…` : line}`)
			if (lines.length === 0) return ''
			const left = lines.length - firstLines - lastLines
			const shown =
				left <= 0 ? lines : [...lines.slice(0, firstLines), `  … ${left} more lines`, ...lines.slice(-lastLines)]
			return [`The ${speaker} said:`, ...shown].join('\n')
		}
		const longestRead = 16_384
		const firstLines = 2
		const lastLines = 4
		const longestLine = 300
		function plainly(printed, tokens) {
			const text = withoutUsage((0, _token_js__WEBPACK_IMPORTED_MODULE_0__ /* .redact */.E$)(printed, []))
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
				surely: [...status('401'), /\bunauthori[sz]ed\b|\bunauthenticated\b|\binvalid_(token|grant)\b/i],
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
				surely: [...status('403'), /\bforbidden\b|insufficient_scope/i],
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
					...status('408|425|429|5\\d\\d'),
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
		function status(codes) {
			return [
				new RegExp(`(?:status|code|\\bhttp(?:/[\\d.]+)?|\\berror)[^\\w/]{1,4}(?:${codes})\\b(?![-.:]?\\d)`, 'i'),
				new RegExp(
					`\\b(?:failed|response|request|with|returned|answered|replied|got|received)[^\\w/]{1,3}(?:${codes})\\b(?=[\\])},;]|[.:]?\\s*$|[.:]\\s)`,
					'im',
				),
			]
		}

		/***/
	},

	/***/ 8464: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ Ao: () => /* binding */ changes,
			/* harmony export */ Fb: () => /* binding */ homes,
			/* harmony export */ PF: () => /* binding */ restore,
			/* harmony export */ aC: () => /* binding */ keep,
			/* harmony export */ ek: () => /* binding */ placesOf,
			/* harmony export */ p_: () => /* binding */ list,
			/* harmony export */
		})
		/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024)
		/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455)
		/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161)
		/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760)

		function homes() {
			const found = [
				node_os__WEBPACK_IMPORTED_MODULE_2__.homedir,
				() => (0, node_os__WEBPACK_IMPORTED_MODULE_2__.userInfo)().homedir,
			].flatMap((find) => {
				try {
					return [find()]
				} catch {
					return []
				}
			})
			return [...new Set(found)].filter(node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)
		}
		function placesOf(name) {
			return homes().map((home) => (0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, name))
		}
		function list(directories) {
			const paths = directories.flatMap((directory) => {
				try {
					return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, {
						recursive: true,
						withFileTypes: true,
					})
						.filter((entry) => !entry.isDirectory())
						.map((entry) => (0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(entry.parentPath, entry.name))
				} catch {
					return []
				}
			})
			return new Map(paths.map((path) => [path, stampOf(path)]))
		}
		function stampOf(path) {
			try {
				const { mtimeMs, size } = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path)
				return `${mtimeMs} ${size}`
			} catch {
				return ''
			}
		}
		function changes(before, after) {
			return [...after].filter(([path, stamp]) => before.get(path) !== stamp).map(([path]) => path)
		}
		const largest = 8 * 1024 * 1024
		async function keep(directory, backup) {
			const partial = `${backup}.partial`
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(partial, { mode: 0o700 })
			const source = await behindLinks(directory)
			const names = await namesIn(source)
			if (names !== undefined) {
				await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.cp)(
					source,
					(0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, 'copy'),
					{
						recursive: true,
						preserveTimestamps: true,
						verbatimSymlinks: true,
						filter: async (path) => isCopied(await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path)),
					},
				)
			}
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(
				(0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(partial, 'names.json'),
				JSON.stringify(names ?? null),
			)
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(partial, backup)
		}
		async function restore(directory, backup) {
			const listed = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(
				(0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(backup, 'names.json'),
				'utf8',
			).catch(() => undefined)
			if (listed === undefined) return false
			const names = JSON.parse(listed)
			if (names === null) {
				await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(directory, {
					recursive: true,
					force: true,
					maxRetries: 5,
				})
				return true
			}
			const target = await behindLinks(directory)
			const before = new Set(names)
			const added = ((await namesIn(target)) ?? []).filter((name) => !before.has(name))
			const failures = []
			const attempt = (what) => what.catch((error) => failures.push(error.message))
			for (const name of added) {
				await attempt(
					(0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(
						(0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(target, name),
						{ recursive: true, force: true },
					),
				)
			}
			for (const name of names) {
				await attempt(
					bringBack(
						(0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(backup, 'copy', name),
						(0, node_path__WEBPACK_IMPORTED_MODULE_3__.join)(target, name),
					),
				)
			}
			if (failures.length > 0) throw new Error(failures.join(' '))
			return true
		}
		async function behindLinks(directory) {
			return (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(directory).catch(() => directory)
		}
		function isCopied(found) {
			return found.isDirectory() || found.isSymbolicLink() || (found.isFile() && found.size <= largest)
		}
		async function bringBack(from, to) {
			const was = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(from).catch(() => undefined)
			const is = await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(to).catch(() => undefined)
			if (was === undefined) return
			if (was.isDirectory() && is?.isDirectory())
				return (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(to, was.mode)
			if (is !== undefined && (await isAsBefore(was, is, from, to))) return
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(to, { recursive: true, force: true })
			await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(
				(0, node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(to),
				{ recursive: true },
			)
			if (was.isDirectory()) await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(to, { mode: was.mode })
			else
				await (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.cp)(from, to, {
					preserveTimestamps: true,
					verbatimSymlinks: true,
				})
		}
		async function isAsBefore(was, is, from, to) {
			if (was.mode !== is.mode) return false
			const read = (path) =>
				was.isSymbolicLink()
					? (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readlink)(path)
					: (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, 'base64')
			return (await read(from)) === (await read(to))
		}
		async function namesIn(directory) {
			return (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory, { recursive: true }).catch(
				() => undefined,
			)
		}

		/***/
	},

	/***/ 9788: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		// EXPORTS
		__webpack_require__.d(__webpack_exports__, {
			GH: () => /* binding */ backupOf,
			jU: () => /* binding */ binOf,
			w: () => /* binding */ endProcessesOf,
			u: () => /* binding */ gitConfigOf,
			y6: () => /* binding */ markSession,
			fA: () => /* binding */ openSession,
			wR: () => /* binding */ openSessions,
			wk: () => /* binding */ planSession,
			ZT: () => /* binding */ remainsOf,
			dF: () => /* binding */ removeSession,
			g$: () => /* binding */ savedSession,
			Ok: () => /* binding */ sessionIn,
			f5: () => /* binding */ settingsOf,
		})

		// EXTERNAL MODULE: external "node:child_process"
		var external_node_child_process_ = __webpack_require__(1421)
		// EXTERNAL MODULE: external "node:crypto"
		var external_node_crypto_ = __webpack_require__(7598)
		// EXTERNAL MODULE: external "node:fs"
		var external_node_fs_ = __webpack_require__(3024)
		// EXTERNAL MODULE: external "node:fs/promises"
		var promises_ = __webpack_require__(1455)
		// EXTERNAL MODULE: external "node:path"
		var external_node_path_ = __webpack_require__(6760)
		// EXTERNAL MODULE: external "node:timers/promises"
		var external_node_timers_promises_ = __webpack_require__(8500)
		// EXTERNAL MODULE: external "node:util"
		var external_node_util_ = __webpack_require__(7975) // CONCATENATED MODULE: ../../lib/command.js

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

		// EXTERNAL MODULE: ../../lib/distribution.js
		var distribution = __webpack_require__(5529) // CONCATENATED MODULE: ../../lib/git-config.js

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
		}

		// EXTERNAL MODULE: ../../lib/machine-home.js
		var machine_home = __webpack_require__(8464) // CONCATENATED MODULE: ../../lib/processes.js

		function endProcesses(variables, platform) {
			if (platform === 'win32') return 0
			let ended = 0
			for (let pass = 0; pass < 5; pass++) {
				const found = (platform === 'linux' ? inProc(variables) : inList(variables)).filter(kill)
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
			try {
				return (0, external_node_fs_.readdirSync)('/proc')
					.map(Number)
					.filter((pid) => pid > 0 && pid !== process.pid)
			} catch {
				return []
			}
		}
		function inList(variables) {
			try {
				const args = ['-AEww', '-o', 'pid=,command=']
				const options = { encoding: 'utf8', timeout: 2000, maxBuffer: 64 * 1024 * 1024 }
				return (0, external_node_child_process_.execFileSync)('/bin/ps', args, options)
					.split('\n')
					.filter((line) => variables.some((variable) => `${line} `.includes(` ${variable} `)))
					.map((line) => Number.parseInt(line, 10))
					.filter((pid) => pid > 0 && pid !== process.pid)
			} catch {
				return []
			}
		}
		function kill(pid) {
			try {
				return process.kill(pid, 'SIGKILL')
			} catch {
				return false
			}
		} // CONCATENATED MODULE: ../../lib/session.js

		const prefix = 'choreo-session-'
		const marker = 'session.json'
		function planSession(temp, plan) {
			const directory = (0, external_node_path_.join)(
				temp,
				`${prefix}${(0, external_node_crypto_.randomBytes)(8).toString('hex')}`,
			)
			const home = plan.isolate
				? (0, external_node_path_.join)(directory, 'home')
				: (0, machine_home /* homes */.Fb)()[0]
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
			if (session.isolate)
				(0, external_node_fs_.writeFileSync)(
					gitConfigOf(session),
					gitConfig(env, (0, machine_home /* homes */.Fb)()[0] ?? ''),
				)
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
		async function savedSession(saved, temp) {
			const session = parse(saved)
			if (session === undefined) throw new Error('What was saved of the session cannot be read.')
			const isThere = await isSession(session.directory, temp)
			const isHalfGone = (await (0, promises_.lstat)(movedFrom(session.directory)).catch(() => undefined)) !== undefined
			return isThere || isHalfGone ? [session] : []
		}
		async function sessionIn(directory, temp) {
			const found = (await isSession(directory, temp)) ? await readMarker(directory) : undefined
			if (found === undefined) throw noSession(directory)
			return found
		}
		async function openSessions(temp) {
			const names = await (0, promises_.readdir)(temp).catch(() => [])
			const sessions = []
			for (const name of names.filter((name) => name.startsWith(prefix))) {
				const session = await sessionIn((0, external_node_path_.join)(temp, name), temp).catch(() => undefined)
				if (session !== undefined) sessions.push(session)
			}
			return sessions
		}
		function endProcessesOf({ directory, home, isolate }, platform) {
			endProcesses([`${mark}=${directory}`, ...(isolate ? [`HOME=${home}`] : [])], platform)
		}
		const longestRemovalMs = 5000
		async function removeSession(session, platform) {
			const { directory } = session
			const deadline = performance.now() + longestRemovalMs
			await (0, promises_.rename)(directory, movedFrom(directory)).catch(() => {})
			for (let pauseMs = 50; ; pauseMs *= 2) {
				try {
					endProcessesOf(session, platform)
					for (const place of remainsOf(session)) removeAll(place)
					return
				} catch (error) {
					if (performance.now() + pauseMs > deadline) throw error
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
		async function isSession(directory, temp) {
			const isPlace =
				(0, external_node_path_.isAbsolute)(directory) &&
				/^[0-9a-f]{16}$/.test((0, external_node_path_.basename)(directory).slice(prefix.length)) &&
				(0, external_node_path_.basename)(directory).startsWith(prefix) &&
				temp !== '' &&
				(await real((0, external_node_path_.dirname)(directory))) === (await real(temp))
			if (!isPlace) throw noSession(directory)
			const found = await (0, promises_.lstat)(directory).catch(() => undefined)
			if (found !== undefined && !found.isDirectory()) throw noSession(directory)
			return found !== undefined
		}
		async function readMarker(directory) {
			const path = (0, external_node_path_.join)(directory, marker)
			const isFile = (await (0, promises_.lstat)(path).catch(() => undefined))?.isFile() ?? false
			const session = isFile ? parse(await (0, promises_.readFile)(path, 'utf8')) : undefined
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
		async function real(path) {
			return (0, promises_.realpath)(path).catch(() => path)
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
		}

		/***/
	},
}
