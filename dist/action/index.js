// Node's own modules, each loaded when something of it is used.
const builtin = (name) =>
	new Proxy(
		{},
		{ get: (_, key) => (name === 'fs' && key === 'promises' ? promises : process.getBuiltinModule(name)[key]) },
	)
// Packages take this one apart when they load. Of its functions a login needs one, which there is in fs, too.
const promises = new Proxy(
	{ stat: async (path) => process.getBuiltinModule('fs').statSync(path) },
	{
		get: (own, key) => own[key] ?? ((...args) => process.getBuiltinModule('fs/promises')[key](...args)),
	},
)
/******/ var __webpack_modules__ = {
	/***/ 2613: /***/ ((module) => {
		module.exports = builtin('assert')

		/***/
	}),

	/***/ 5317: /***/ ((module) => {
		module.exports = builtin('child_process')

		/***/
	}),

	/***/ 6982: /***/ ((module) => {
		module.exports = builtin('crypto')

		/***/
	}),

	/***/ 9896: /***/ ((module) => {
		module.exports = builtin('fs')

		/***/
	}),

	/***/ 6698: /***/ ((module) => {
		module.exports = builtin('node:async_hooks')

		/***/
	}),

	/***/ 1421: /***/ ((module) => {
		module.exports = builtin('node:child_process')

		/***/
	}),

	/***/ 7598: /***/ ((module) => {
		module.exports = builtin('node:crypto')

		/***/
	}),

	/***/ 3053: /***/ ((module) => {
		module.exports = builtin('node:diagnostics_channel')

		/***/
	}),

	/***/ 3024: /***/ ((module) => {
		module.exports = builtin('node:fs')

		/***/
	}),

	/***/ 1455: /***/ ((module) => {
		module.exports = builtin('node:fs/promises')

		/***/
	}),

	/***/ 7067: /***/ ((module) => {
		module.exports = builtin('node:http')

		/***/
	}),

	/***/ 4708: /***/ ((module) => {
		module.exports = builtin('node:https')

		/***/
	}),

	/***/ 7030: /***/ ((module) => {
		module.exports = builtin('node:net')

		/***/
	}),

	/***/ 8161: /***/ ((module) => {
		module.exports = builtin('node:os')

		/***/
	}),

	/***/ 6760: /***/ ((module) => {
		module.exports = builtin('node:path')

		/***/
	}),

	/***/ 7075: /***/ ((module) => {
		module.exports = builtin('node:stream')

		/***/
	}),

	/***/ 8500: /***/ ((module) => {
		module.exports = builtin('node:timers/promises')

		/***/
	}),

	/***/ 1692: /***/ ((module) => {
		module.exports = builtin('node:tls')

		/***/
	}),

	/***/ 7975: /***/ ((module) => {
		module.exports = builtin('node:util')

		/***/
	}),

	/***/ 8522: /***/ ((module) => {
		module.exports = builtin('node:zlib')

		/***/
	}),

	/***/ 857: /***/ ((module) => {
		module.exports = builtin('os')

		/***/
	}),

	/***/ 6928: /***/ ((module) => {
		module.exports = builtin('path')

		/***/
	}),

	/***/ 2203: /***/ ((module) => {
		module.exports = builtin('stream')

		/***/
	}),

	/***/ 9023: /***/ ((module) => {
		module.exports = builtin('util')

		/***/
	}),

	/***/ 2348: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ He: () => /* binding */ readTokens,
			/* harmony export */ Ko: () => /* binding */ readInputs,
			/* harmony export */ VY: () => /* binding */ secretsIn,
			/* harmony export */ k8: () => /* binding */ tokensOf,
			/* harmony export */ lx: () => /* binding */ readSession,
			/* harmony export */
		})
		/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5360)
		/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1284)

		function readInputs(env) {
			const tokens = readTokens(env)
			const read = readerOf(env)
			if (read('github-token') !== '')
				(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .setSecret */.Pq)(read('github-token'))
			refuseMisplaced(tokens, env)
			refuseDigestOfNothing(read('cli-path'), read('cli-sha256'))
			const cli = oneOf('cli', read('cli'), ['choreo', 'wdp'])
			return {
				token: token('token', read('token')),
				fallbackToken: token('fallback-token', read('fallback-token')),
				onMissingToken: oneOf('on-missing-token', read('on-missing-token'), ['fail', 'skip']),
				tokenExpiresOn: day('token-expires-on', read('token-expires-on')),
				expiryWarningDays: count('expiry-warning-days', read('expiry-warning-days'), 14, 3650),
				expectedOrganization: organization(read('expected-organization')),
				cli,
				cliVersion: version(read('cli-version')),
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
			}
		}
		function tokensOf({ token, fallbackToken }) {
			return [token, fallbackToken].filter((value) => value !== '')
		}
		function readTokens(env) {
			const tokens = ['token', 'fallback-token'].map(readerOf(env)).filter((value) => value !== '')
			tokens.forEach(mask)
			return tokens
		}
		function secretsIn(env) {
			return ['token', 'fallback-token', 'github-token'].map(readerOf(env)).filter((value) => value !== '')
		}
		function readerOf(env) {
			return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
		}
		function readSession(env) {
			return env['INPUT_SESSION']?.trim() ?? ''
		}
		function mask(value) {
			if (value !== '')
				(0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .forms */.uO)(value).forEach(
					_actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .setSecret */.Pq,
				)
		}
		function refuseMisplaced(tokens, env) {
			const names = Object.keys(env).filter((name) => /^INPUT_(?!(FALLBACK-)?TOKEN$)/.test(name))
			const found = names.find((name) =>
				tokens.some((token) => token.length >= shortestSecret && env[name]?.includes(token)),
			)
			if (found === undefined) return
			throw new Error(
				`The input \`${found.slice('INPUT_'.length).toLowerCase()}\` holds the token, which belongs into the input \`token\` alone. ` +
					'Correct the workflow.',
			)
		}
		function refuseDigestOfNothing(cliPath, cliSha256) {
			if (cliPath === '' || cliSha256 === '') return
			throw new Error(
				'The input `cli-sha256` is the digest of a release archive, and with `cli-path` none is downloaded. Leave one of the two out.',
			)
		}
		const shortestSecret = 8
		function token(name, value) {
			const reason = (0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .whyNoToken */.pJ)(value)
			if (reason !== undefined) throw new Error(`The value of the input \`${name}\` ${reason}.`)
			return value
		}
		function oneOf(name, value, allowed) {
			if (value === '') return allowed[0]
			const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase())
			if (found !== undefined) return found
			const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``)
			throw badInput(name, value, `Allowed is ${words.join(' or ')}.`)
		}
		function yesOrNo(name, value) {
			return oneOf(name, value, ['true', 'false']) === 'true'
		}
		function count(name, value, ifEmpty, most) {
			if (value === '') return ifEmpty
			const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
			if (number >= 1 && number <= most) return number
			throw badInput(name, value, `Allowed is a whole number from 1 to ${most}.`)
		}
		function day(name, value) {
			if (value === '') return undefined
			const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN)
			if (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)) return date
			throw badInput(name, value, 'Allowed is a date that exists, as YYYY-MM-DD.')
		}
		function organization(value) {
			if (/^[ -~]{0,200}$/.test(value)) return value
			if ((0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .unicode */.YT)('^[^\\p{C}\\p{Zl}\\p{Zp}]{0,200}$').test(value))
				return value
			throw badInput(
				'expected-organization',
				value,
				'Allowed is the handle, name or id of an organization: at most 200 characters on one line.',
			)
		}
		function version(value) {
			if (value === '' || value.toLowerCase() === 'latest') return 'latest'
			if (/^[\w.+~^<>=|*-][\w.+~^<>=|* -]{0,127}$/.test(value)) return value
			throw badInput(
				'cli-version',
				value,
				'Allowed is `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.',
			)
		}
		function digest(value) {
			if (value === '') return ''
			const hex = value.toLowerCase().replace(/^sha256:/, '')
			if (/^[0-9a-f]{64}$/.test(hex)) return hex
			throw badInput('cli-sha256', value, 'Allowed is a SHA-256 digest: 64 hexadecimal digits.')
		}
		function address(name, value) {
			if (value === '') return ''
			const url = URL.parse(value)
			if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
				return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '')
			}
			throw badInput(name, value.replace(/^[\s\S]*@/, '***@'), 'Allowed is an http or https URL without credentials.')
		}
		const notForCommands = (
			'alias bg bind break builtin call case cd chdir cls command continue copy declare del dir dirs do ' +
			'done echo elif else enable endlocal erase esac eval exec exit export false fc fg fi for function ' +
			'getopts goto hash help history if in jobs kill let local logout md mkdir move newgrp path pause ' +
			'popd printf prompt pushd pwd rd read readonly ren rename return rmdir select set setlocal shift ' +
			'shopt source start suspend test then time times title trap true type typeset ulimit umask ' +
			'unalias unset until ver vol wait while con prn aux nul'
		).split(' ')
		function command(value) {
			const [word = ''] = value.toLowerCase().split('.', 1)
			if (notForCommands.includes(word) || /^(com|lpt)\d$/.test(word)) {
				throw badInput(
					'command',
					value,
					'Shells or Windows keep this name for themselves, so later steps could not call it. Allowed is any other name.',
				)
			}
			if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(value)) return value
			throw badInput(
				'command',
				value,
				'Allowed is a plain file name: letters, digits, `.`, `_` and `-`, not starting with `.` or `-`.',
			)
		}
		function badInput(name, value, allowed) {
			const shown = value.length > 80 ? `${value.slice(0, 80)}\u2026` : value
			return new Error(`The input \`${name}\` is "${shown}". ${allowed}`)
		}

		/***/
	}),

	/***/ 8583: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ V2: () => /* binding */ failure,
			/* harmony export */ ay: () => /* binding */ timed,
			/* harmony export */ cv: () => /* binding */ say,
			/* harmony export */ fJ: () => /* binding */ fail,
			/* harmony export */ iv: () => /* binding */ skip,
			/* harmony export */ zs: () => /* binding */ setLoggedOut,
			/* harmony export */
		})
		/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5360)
		/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1284)

		function say(line) {
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .info */.pq)(
				oneLine((0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .redact */.E$)(line, [])),
			)
		}
		async function timed(what, work, result = () => 'done') {
			const began = process.uptime()
			const tell = (end) => {
				if ((0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .isDebug */._o)())
					(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .debug */.Yz)(
						`${what}: ${end} after ${Math.round((process.uptime() - began) * 1000)} ms`,
					)
			}
			return work().then(
				(value) => {
					tell(result(value))
					return value
				},
				(cause) => {
					tell('failed')
					throw cause
				},
			)
		}
		function failure(title, message) {
			return Object.assign(new Error(message), { title })
		}
		function fail(cause, secrets) {
			process.exitCode = 1
			const { message, title = 'Choreo login failed' } = cause ?? {}
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .error */.z3)(
				(0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .redact */.E$)(String(message ?? cause), secrets),
				{ title },
			)
		}
		function skip(why) {
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .notice */.lm)(why, { title: 'Choreo login skipped' })
		}
		function setLoggedOut() {
			try {
				;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__ /* .setOutput */.uH)('authenticated', false)
			} catch {}
		}
		function oneLine(text) {
			return text.replace(/\s+/g, ' ')
		}

		/***/
	}),

	/***/ 1284: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ E$: () => /* binding */ redact,
			/* harmony export */ YT: () => /* binding */ unicode,
			/* harmony export */ pJ: () => /* binding */ whyNoToken,
			/* harmony export */ uO: () => /* binding */ forms,
			/* harmony export */
		})
		/* unused harmony export isAscii */
		function whyNoToken(value) {
			return impostors.find(([pattern]) => pattern.test(value))?.[1]
		}
		const impostors = [
			[
				/\$\{\{/,
				'holds an expression that was not expanded, `$' +
					'{{ \u2026 }}`. Expressions work in workflow files only: hand the secret on from there, through `with` or `env`',
			],
			[/^(["'`]).*\1$/s, 'has quotes around it. Store the secret without them: they are not part of the token'],
			[
				/^bearer\s/i,
				'starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it',
			],
			[
				/\s/,
				'has white space or a line break inside it. A token is one word: copy it again, and store nothing else in the secret',
			],
			[
				{ test: (value) => !isAscii(value) && unicode('[\\p{Cc}\\p{Cf}]').test(value) },
				'has control characters or invisible characters inside it. A token is one word: copy it again, and store nothing else in the secret',
			],
			[
				/^(gh[oprsu]_|github_pat_)/,
				'is a token of GitHub. Choreo needs a Personal Access Token of its own, made in the Choreo Console',
			],
		]
		function forms(token) {
			if (token === '') return []
			const bytes = Buffer.from(token)
			const base64 = [bytes, ...['\n', '\r\n'].map((end) => Buffer.from(token + end))].map((data) =>
				data.toString('base64'),
			)
			const inside = [0, 1, 2].map((shift) => {
				const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
					.toString('base64')
					.replace(/=+$/, '')
				const whole = Math.floor((bytes.length + shift) / 3) * 4
				return encoded.slice(shift === 0 ? 0 : 4, whole)
			})
			const lines = base64.flatMap((form) => form.match(/.{1,76}/g) ?? [])
			const all = [...base64, ...lines, ...inside].flatMap((form) => [form, asUrlSafe(form)])
			const url = encodeURIComponent(token.toWellFormed())
			all.push(
				url,
				url.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
				JSON.stringify(token).slice(1, -1),
				bytes.toString('hex'),
				bytes.toString('hex').toUpperCase(),
			)
			return [...new Set([token, ...all])].filter((form) => form.length >= Math.min(8, token.length))
		}
		function asUrlSafe(base64) {
			return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
		}
		function redact(text, tokens) {
			return hideTokens(plain(text), tokens)
				.replaceAll('##[', '# # [')
				.replace(/^([^\S\n]*)::/gm, '$1: :')
		}
		const escapes =
			/(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g
		function plain(text) {
			if (isAscii(text)) return text
			return text
				.replace(escapes, '')
				.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
				.replace(unicode('[^\\P{C}\\n\\t]|\\p{Default_Ignorable_Code_Point}', 'g'), '')
		}
		function isAscii(text) {
			return /^[\n\t -~]*$/.test(text)
		}
		function unicode(pattern, flags = '') {
			return new RegExp(pattern, `${flags}u`)
		}
		const shortestPart = 8
		function hideTokens(text, tokens) {
			const places = []
			for (let at = 0; at < text.length; at++) if (!/\s/.test(text.charAt(at))) places.push(at)
			const dense = withoutSpace(text)
			const hidden = new Uint8Array(text.length)
			for (const token of tokens) {
				const size = Math.min(shortestPart, withoutSpace(plain(token)).length)
				if (size === 0) continue
				const parts = new Set(forms(token).flatMap((form) => partsOf(withoutSpace(plain(form)), size)))
				for (let at = 0; at + size <= dense.length; at++) {
					if (parts.has(dense.slice(at, at + size))) {
						hidden.fill(1, places[at], (places[at + size - 1] ?? text.length) + 1)
					}
				}
			}
			let shown = ''
			for (let at = 0; at < text.length; at++) {
				if (!hidden[at]) shown += text.charAt(at)
				else if (!hidden[at - 1]) shown += '***'
			}
			return shown
		}
		function withoutSpace(text) {
			return text.replace(/\s/g, '')
		}
		function partsOf(form, size) {
			return Array.from({ length: form.length - size + 1 }, (_, at) => form.slice(at, at + size))
		}

		/***/
	}),

	/***/ 5360: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		// EXPORTS
		__nccwpck_require__.d(__webpack_exports__, {
			fM: () => /* binding */ addPath,
			Yz: () => /* binding */ core_debug,
			z3: () => /* binding */ error,
			pq: () => /* binding */ info,
			_o: () => /* binding */ isDebug,
			lm: () => /* binding */ notice,
			LZ: () => /* binding */ saveState,
			uH: () => /* binding */ setOutput,
			Pq: () => /* binding */ core_setSecret,
			z: () => /* reexport */ summary,
			$e: () => /* binding */ warning,
		})

		// UNUSED EXPORTS: ExitCode, endGroup, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, group, markdownSummary, platform, setCommandEcho, setFailed, startGroup, toPlatformPath, toPosixPath, toWin32Path

		// EXTERNAL MODULE: external "os"
		var external_os_ = __nccwpck_require__(857) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/utils.js
		// We use any as a valid input type
		/* eslint-disable @typescript-eslint/no-explicit-any */
		/**
		 * Sanitizes an input into a string so it can be passed into issueCommand safely
		 * @param input input to sanitize into a string
		 */
		function utils_toCommandValue(input) {
			if (input === null || input === undefined) {
				return ''
			} else if (typeof input === 'string' || input instanceof String) {
				return input
			}
			return JSON.stringify(input)
		}
		/**
		 *
		 * @param annotationProperties
		 * @returns The command properties to send with the actual annotation command
		 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
		 */
		function toCommandProperties(annotationProperties) {
			if (!Object.keys(annotationProperties).length) {
				return {}
			}
			return {
				title: annotationProperties.title,
				file: annotationProperties.file,
				line: annotationProperties.startLine,
				endLine: annotationProperties.endLine,
				col: annotationProperties.startColumn,
				endColumn: annotationProperties.endColumn,
			}
		}
		//# sourceMappingURL=utils.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/command.js

		/**
		 * Issues a command to the GitHub Actions runner
		 *
		 * @param command - The command name to issue
		 * @param properties - Additional properties for the command (key-value pairs)
		 * @param message - The message to include with the command
		 * @remarks
		 * This function outputs a specially formatted string to stdout that the Actions
		 * runner interprets as a command. These commands can control workflow behavior,
		 * set outputs, create annotations, mask values, and more.
		 *
		 * Command Format:
		 *   ::name key=value,key=value::message
		 *
		 * @example
		 * ```typescript
		 * // Issue a warning annotation
		 * issueCommand('warning', {}, 'This is a warning message');
		 * // Output: ::warning::This is a warning message
		 *
		 * // Set an environment variable
		 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
		 * // Output: ::set-env name=MY_VAR::some value
		 *
		 * // Add a secret mask
		 * issueCommand('add-mask', {}, 'secretValue123');
		 * // Output: ::add-mask::secretValue123
		 * ```
		 *
		 * @internal
		 * This is an internal utility function that powers the public API functions
		 * such as setSecret, warning, error, and exportVariable.
		 */
		function command_issueCommand(command, properties, message) {
			const cmd = new Command(command, properties, message)
			process.stdout.write(cmd.toString() + external_os_.EOL)
		}
		function command_issue(name, message = '') {
			command_issueCommand(name, {}, message)
		}
		const CMD_STRING = '::'
		class Command {
			constructor(command, properties, message) {
				if (!command) {
					command = 'missing.command'
				}
				this.command = command
				this.properties = properties
				this.message = message
			}
			toString() {
				let cmdStr = CMD_STRING + this.command
				if (this.properties && Object.keys(this.properties).length > 0) {
					cmdStr += ' '
					let first = true
					for (const key in this.properties) {
						if (this.properties.hasOwnProperty(key)) {
							const val = this.properties[key]
							if (val) {
								if (first) {
									first = false
								} else {
									cmdStr += ','
								}
								cmdStr += `${key}=${escapeProperty(val)}`
							}
						}
					}
				}
				cmdStr += `${CMD_STRING}${escapeData(this.message)}`
				return cmdStr
			}
		}
		function escapeData(s) {
			return utils_toCommandValue(s).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
		}
		function escapeProperty(s) {
			return utils_toCommandValue(s)
				.replace(/%/g, '%25')
				.replace(/\r/g, '%0D')
				.replace(/\n/g, '%0A')
				.replace(/:/g, '%3A')
				.replace(/,/g, '%2C')
		}
		//# sourceMappingURL=command.js.map
		// EXTERNAL MODULE: external "crypto"
		var external_crypto_ = __nccwpck_require__(6982)
		// EXTERNAL MODULE: external "fs"
		var external_fs_ = __nccwpck_require__(9896) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/file-command.js
		// For internal use, subject to change.
		// We use any as a valid input type
		/* eslint-disable @typescript-eslint/no-explicit-any */

		function file_command_issueFileCommand(command, message) {
			const filePath = process.env[`GITHUB_${command}`]
			if (!filePath) {
				throw new Error(`Unable to find environment variable for file command ${command}`)
			}
			if (!external_fs_.existsSync(filePath)) {
				throw new Error(`Missing file at path: ${filePath}`)
			}
			external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
				encoding: 'utf8',
			})
		}
		function file_command_prepareKeyValueMessage(key, value) {
			const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`
			const convertedValue = utils_toCommandValue(value)
			// These should realistically never happen, but just in case someone finds a
			// way to exploit uuid generation let's not allow keys or values that contain
			// the delimiter.
			if (key.includes(delimiter)) {
				throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`)
			}
			if (convertedValue.includes(delimiter)) {
				throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`)
			}
			return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`
		}
		//# sourceMappingURL=file-command.js.map
		// EXTERNAL MODULE: external "path"
		var external_path_ = __nccwpck_require__(6928) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/oidc-utils.js
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		class oidc_utils_OidcClient {
			static createHttpClient(allowRetry = true, maxRetry = 10) {
				const requestOptions = {
					allowRetries: allowRetry,
					maxRetries: maxRetry,
				}
				return new HttpClient(
					'actions/oidc-client',
					[new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())],
					requestOptions,
				)
			}
			static getRequestToken() {
				const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
				if (!token) {
					throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable')
				}
				return token
			}
			static getIDTokenUrl() {
				const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL']
				if (!runtimeUrl) {
					throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')
				}
				return runtimeUrl
			}
			static getCall(id_token_url) {
				return __awaiter(this, void 0, void 0, function* () {
					var _a
					const httpclient = oidc_utils_OidcClient.createHttpClient()
					const res = yield httpclient.getJson(id_token_url).catch((error) => {
						throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`)
					})
					const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value
					if (!id_token) {
						throw new Error('Response json body do not have ID Token field')
					}
					return id_token
				})
			}
			static getIDToken(audience) {
				return __awaiter(this, void 0, void 0, function* () {
					try {
						// New ID Token is requested from action service
						let id_token_url = oidc_utils_OidcClient.getIDTokenUrl()
						if (audience) {
							const encodedAudience = encodeURIComponent(audience)
							id_token_url = `${id_token_url}&audience=${encodedAudience}`
						}
						debug(`ID token url is ${id_token_url}`)
						const id_token = yield oidc_utils_OidcClient.getCall(id_token_url)
						setSecret(id_token)
						return id_token
					} catch (error) {
						throw new Error(`Error message: ${error.message}`)
					}
				})
			}
		}
		//# sourceMappingURL=oidc-utils.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/summary.js
		var summary_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		const { access, appendFile, writeFile } = external_fs_.promises
		const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY'
		const SUMMARY_DOCS_URL =
			'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary'
		class Summary {
			constructor() {
				this._buffer = ''
			}
			/**
			 * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
			 * Also checks r/w permissions.
			 *
			 * @returns step summary file path
			 */
			filePath() {
				return summary_awaiter(this, void 0, void 0, function* () {
					if (this._filePath) {
						return this._filePath
					}
					const pathFromEnv = process.env[SUMMARY_ENV_VAR]
					if (!pathFromEnv) {
						throw new Error(
							`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`,
						)
					}
					try {
						yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK)
					} catch (_a) {
						throw new Error(
							`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`,
						)
					}
					this._filePath = pathFromEnv
					return this._filePath
				})
			}
			/**
			 * Wraps content in an HTML tag, adding any HTML attributes
			 *
			 * @param {string} tag HTML tag to wrap
			 * @param {string | null} content content within the tag
			 * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
			 *
			 * @returns {string} content wrapped in HTML element
			 */
			wrap(tag, content, attrs = {}) {
				const htmlAttrs = Object.entries(attrs)
					.map(([key, value]) => ` ${key}="${value}"`)
					.join('')
				if (!content) {
					return `<${tag}${htmlAttrs}>`
				}
				return `<${tag}${htmlAttrs}>${content}</${tag}>`
			}
			/**
			 * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
			 *
			 * @param {SummaryWriteOptions} [options] (optional) options for write operation
			 *
			 * @returns {Promise<Summary>} summary instance
			 */
			write(options) {
				return summary_awaiter(this, void 0, void 0, function* () {
					const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite)
					const filePath = yield this.filePath()
					const writeFunc = overwrite ? writeFile : appendFile
					yield writeFunc(filePath, this._buffer, { encoding: 'utf8' })
					return this.emptyBuffer()
				})
			}
			/**
			 * Clears the summary buffer and wipes the summary file
			 *
			 * @returns {Summary} summary instance
			 */
			clear() {
				return summary_awaiter(this, void 0, void 0, function* () {
					return this.emptyBuffer().write({ overwrite: true })
				})
			}
			/**
			 * Returns the current summary buffer as a string
			 *
			 * @returns {string} string of summary buffer
			 */
			stringify() {
				return this._buffer
			}
			/**
			 * If the summary buffer is empty
			 *
			 * @returns {boolen} true if the buffer is empty
			 */
			isEmptyBuffer() {
				return this._buffer.length === 0
			}
			/**
			 * Resets the summary buffer without writing to summary file
			 *
			 * @returns {Summary} summary instance
			 */
			emptyBuffer() {
				this._buffer = ''
				return this
			}
			/**
			 * Adds raw text to the summary buffer
			 *
			 * @param {string} text content to add
			 * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
			 *
			 * @returns {Summary} summary instance
			 */
			addRaw(text, addEOL = false) {
				this._buffer += text
				return addEOL ? this.addEOL() : this
			}
			/**
			 * Adds the operating system-specific end-of-line marker to the buffer
			 *
			 * @returns {Summary} summary instance
			 */
			addEOL() {
				return this.addRaw(external_os_.EOL)
			}
			/**
			 * Adds an HTML codeblock to the summary buffer
			 *
			 * @param {string} code content to render within fenced code block
			 * @param {string} lang (optional) language to syntax highlight code
			 *
			 * @returns {Summary} summary instance
			 */
			addCodeBlock(code, lang) {
				const attrs = Object.assign({}, lang && { lang })
				const element = this.wrap('pre', this.wrap('code', code), attrs)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML list to the summary buffer
			 *
			 * @param {string[]} items list of items to render
			 * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
			 *
			 * @returns {Summary} summary instance
			 */
			addList(items, ordered = false) {
				const tag = ordered ? 'ol' : 'ul'
				const listItems = items.map((item) => this.wrap('li', item)).join('')
				const element = this.wrap(tag, listItems)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML table to the summary buffer
			 *
			 * @param {SummaryTableCell[]} rows table rows
			 *
			 * @returns {Summary} summary instance
			 */
			addTable(rows) {
				const tableBody = rows
					.map((row) => {
						const cells = row
							.map((cell) => {
								if (typeof cell === 'string') {
									return this.wrap('td', cell)
								}
								const { header, data, colspan, rowspan } = cell
								const tag = header ? 'th' : 'td'
								const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan })
								return this.wrap(tag, data, attrs)
							})
							.join('')
						return this.wrap('tr', cells)
					})
					.join('')
				const element = this.wrap('table', tableBody)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds a collapsable HTML details element to the summary buffer
			 *
			 * @param {string} label text for the closed state
			 * @param {string} content collapsable content
			 *
			 * @returns {Summary} summary instance
			 */
			addDetails(label, content) {
				const element = this.wrap('details', this.wrap('summary', label) + content)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML image tag to the summary buffer
			 *
			 * @param {string} src path to the image you to embed
			 * @param {string} alt text description of the image
			 * @param {SummaryImageOptions} options (optional) addition image attributes
			 *
			 * @returns {Summary} summary instance
			 */
			addImage(src, alt, options) {
				const { width, height } = options || {}
				const attrs = Object.assign(Object.assign({}, width && { width }), height && { height })
				const element = this.wrap('img', null, Object.assign({ src, alt }, attrs))
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML section heading element
			 *
			 * @param {string} text heading text
			 * @param {number | string} [level=1] (optional) the heading level, default: 1
			 *
			 * @returns {Summary} summary instance
			 */
			addHeading(text, level) {
				const tag = `h${level}`
				const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag) ? tag : 'h1'
				const element = this.wrap(allowedTag, text)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML thematic break (<hr>) to the summary buffer
			 *
			 * @returns {Summary} summary instance
			 */
			addSeparator() {
				const element = this.wrap('hr', null)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML line break (<br>) to the summary buffer
			 *
			 * @returns {Summary} summary instance
			 */
			addBreak() {
				const element = this.wrap('br', null)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML blockquote to the summary buffer
			 *
			 * @param {string} text quote text
			 * @param {string} cite (optional) citation url
			 *
			 * @returns {Summary} summary instance
			 */
			addQuote(text, cite) {
				const attrs = Object.assign({}, cite && { cite })
				const element = this.wrap('blockquote', text, attrs)
				return this.addRaw(element).addEOL()
			}
			/**
			 * Adds an HTML anchor tag to the summary buffer
			 *
			 * @param {string} text link text/content
			 * @param {string} href hyperlink
			 *
			 * @returns {Summary} summary instance
			 */
			addLink(text, href) {
				const element = this.wrap('a', text, { href })
				return this.addRaw(element).addEOL()
			}
		}
		const _summary = new Summary()
		/**
		 * @deprecated use `core.summary`
		 */
		const markdownSummary = /* unused pure expression or super */ null && _summary
		const summary = _summary
		//# sourceMappingURL=summary.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/path-utils.js

		/**
		 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
		 * replaced with /.
		 *
		 * @param pth. Path to transform.
		 * @return string Posix path.
		 */
		function toPosixPath(pth) {
			return pth.replace(/[\\]/g, '/')
		}
		/**
		 * toWin32Path converts the given path to the win32 form. On Linux, / will be
		 * replaced with \\.
		 *
		 * @param pth. Path to transform.
		 * @return string Win32 path.
		 */
		function toWin32Path(pth) {
			return pth.replace(/[/]/g, '\\')
		}
		/**
		 * toPlatformPath converts the given path to a platform-specific path. It does
		 * this by replacing instances of / and \ with the platform-specific path
		 * separator.
		 *
		 * @param pth The path to platformize.
		 * @return string The platform-specific path.
		 */
		function toPlatformPath(pth) {
			return pth.replace(/[/\\]/g, path.sep)
		}
		//# sourceMappingURL=path-utils.js.map
		// EXTERNAL MODULE: ../node_modules/@actions/exec/lib/exec.js + 4 modules
		var lib_exec = __nccwpck_require__(2479) // CONCATENATED MODULE: ../node_modules/@actions/core/lib/platform.js
		var platform_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		const getWindowsInfo = () =>
			platform_awaiter(void 0, void 0, void 0, function* () {
				const { stdout: version } = yield exec.getExecOutput(
					'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"',
					undefined,
					{
						silent: true,
					},
				)
				const { stdout: name } = yield exec.getExecOutput(
					'powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"',
					undefined,
					{
						silent: true,
					},
				)
				return {
					name: name.trim(),
					version: version.trim(),
				}
			})
		const getMacOsInfo = () =>
			platform_awaiter(void 0, void 0, void 0, function* () {
				var _a, _b, _c, _d
				const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
					silent: true,
				})
				const version =
					(_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null &&
					_b !== void 0
						? _b
						: ''
				const name =
					(_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null &&
					_d !== void 0
						? _d
						: ''
				return {
					name,
					version,
				}
			})
		const getLinuxInfo = () =>
			platform_awaiter(void 0, void 0, void 0, function* () {
				const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
					silent: true,
				})
				const [name, version] = stdout.trim().split('\n')
				return {
					name,
					version,
				}
			})
		const platform = external_os_.platform()
		const arch = external_os_.arch()
		const isWindows = platform === 'win32'
		const isMacOS = platform === 'darwin'
		const isLinux = platform === 'linux'
		function getDetails() {
			return platform_awaiter(this, void 0, void 0, function* () {
				return Object.assign(
					Object.assign({}, yield isWindows ? getWindowsInfo() : isMacOS ? getMacOsInfo() : getLinuxInfo()),
					{ platform, arch, isWindows, isMacOS, isLinux },
				)
			})
		}
		//# sourceMappingURL=platform.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/core/lib/core.js
		var core_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		/**
		 * The code to exit an action
		 */
		var ExitCode
		;(function (ExitCode) {
			/**
			 * A code indicating that the action was successful
			 */
			ExitCode[(ExitCode['Success'] = 0)] = 'Success'
			/**
			 * A code indicating that the action was a failure
			 */
			ExitCode[(ExitCode['Failure'] = 1)] = 'Failure'
		})(ExitCode || (ExitCode = {}))
		//-----------------------------------------------------------------------
		// Variables
		//-----------------------------------------------------------------------
		/**
		 * Sets env variable for this action and future actions in the job
		 * @param name the name of the variable to set
		 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
		 */
		// eslint-disable-next-line @typescript-eslint/no-explicit-any
		function exportVariable(name, val) {
			const convertedVal = toCommandValue(val)
			process.env[name] = convertedVal
			const filePath = process.env['GITHUB_ENV'] || ''
			if (filePath) {
				return issueFileCommand('ENV', prepareKeyValueMessage(name, val))
			}
			issueCommand('set-env', { name }, convertedVal)
		}
		/**
		 * Registers a secret which will get masked from logs
		 *
		 * @param secret - Value of the secret to be masked
		 * @remarks
		 * This function instructs the Actions runner to mask the specified value in any
		 * logs produced during the workflow run. Once registered, the secret value will
		 * be replaced with asterisks (***) whenever it appears in console output, logs,
		 * or error messages.
		 *
		 * This is useful for protecting sensitive information such as:
		 * - API keys
		 * - Access tokens
		 * - Authentication credentials
		 * - URL parameters containing signatures (SAS tokens)
		 *
		 * Note that masking only affects future logs; any previous appearances of the
		 * secret in logs before calling this function will remain unmasked.
		 *
		 * @example
		 * ```typescript
		 * // Register an API token as a secret
		 * const apiToken = "abc123xyz456";
		 * setSecret(apiToken);
		 *
		 * // Now any logs containing this value will show *** instead
		 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
		 * ```
		 */
		function core_setSecret(secret) {
			command_issueCommand('add-mask', {}, secret)
		}
		/**
		 * Prepends inputPath to the PATH (for this action and future actions)
		 * @param inputPath
		 */
		function addPath(inputPath) {
			const filePath = process.env['GITHUB_PATH'] || ''
			if (filePath) {
				file_command_issueFileCommand('PATH', inputPath)
			} else {
				command_issueCommand('add-path', {}, inputPath)
			}
			process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`
		}
		/**
		 * Gets the value of an input.
		 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
		 * Returns an empty string if the value is not defined.
		 *
		 * @param     name     name of the input to get
		 * @param     options  optional. See InputOptions.
		 * @returns   string
		 */
		function getInput(name, options) {
			const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || ''
			if (options && options.required && !val) {
				throw new Error(`Input required and not supplied: ${name}`)
			}
			if (options && options.trimWhitespace === false) {
				return val
			}
			return val.trim()
		}
		/**
		 * Gets the values of an multiline input.  Each value is also trimmed.
		 *
		 * @param     name     name of the input to get
		 * @param     options  optional. See InputOptions.
		 * @returns   string[]
		 *
		 */
		function getMultilineInput(name, options) {
			const inputs = getInput(name, options)
				.split('\n')
				.filter((x) => x !== '')
			if (options && options.trimWhitespace === false) {
				return inputs
			}
			return inputs.map((input) => input.trim())
		}
		/**
		 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
		 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
		 * The return value is also in boolean type.
		 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
		 *
		 * @param     name     name of the input to get
		 * @param     options  optional. See InputOptions.
		 * @returns   boolean
		 */
		function getBooleanInput(name, options) {
			const trueValue = ['true', 'True', 'TRUE']
			const falseValue = ['false', 'False', 'FALSE']
			const val = getInput(name, options)
			if (trueValue.includes(val)) return true
			if (falseValue.includes(val)) return false
			throw new TypeError(
				`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
					`Support boolean input list: \`true | True | TRUE | false | False | FALSE\``,
			)
		}
		/**
		 * Sets the value of an output.
		 *
		 * @param     name     name of the output to set
		 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
		 */
		// eslint-disable-next-line @typescript-eslint/no-explicit-any
		function setOutput(name, value) {
			const filePath = process.env['GITHUB_OUTPUT'] || ''
			if (filePath) {
				return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value))
			}
			process.stdout.write(external_os_.EOL)
			command_issueCommand('set-output', { name }, utils_toCommandValue(value))
		}
		/**
		 * Enables or disables the echoing of commands into stdout for the rest of the step.
		 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
		 *
		 */
		function setCommandEcho(enabled) {
			issue('echo', enabled ? 'on' : 'off')
		}
		//-----------------------------------------------------------------------
		// Results
		//-----------------------------------------------------------------------
		/**
		 * Sets the action status to failed.
		 * When the action exits it will be with an exit code of 1
		 * @param message add error issue message
		 */
		function setFailed(message) {
			process.exitCode = ExitCode.Failure
			error(message)
		}
		//-----------------------------------------------------------------------
		// Logging Commands
		//-----------------------------------------------------------------------
		/**
		 * Gets whether Actions Step Debug is on or not
		 */
		function isDebug() {
			return process.env['RUNNER_DEBUG'] === '1'
		}
		/**
		 * Writes debug message to user log
		 * @param message debug message
		 */
		function core_debug(message) {
			command_issueCommand('debug', {}, message)
		}
		/**
		 * Adds an error issue
		 * @param message error issue message. Errors will be converted to string via toString()
		 * @param properties optional properties to add to the annotation.
		 */
		function error(message, properties = {}) {
			command_issueCommand(
				'error',
				toCommandProperties(properties),
				message instanceof Error ? message.toString() : message,
			)
		}
		/**
		 * Adds a warning issue
		 * @param message warning issue message. Errors will be converted to string via toString()
		 * @param properties optional properties to add to the annotation.
		 */
		function warning(message, properties = {}) {
			command_issueCommand(
				'warning',
				toCommandProperties(properties),
				message instanceof Error ? message.toString() : message,
			)
		}
		/**
		 * Adds a notice issue
		 * @param message notice issue message. Errors will be converted to string via toString()
		 * @param properties optional properties to add to the annotation.
		 */
		function notice(message, properties = {}) {
			command_issueCommand(
				'notice',
				toCommandProperties(properties),
				message instanceof Error ? message.toString() : message,
			)
		}
		/**
		 * Writes info to log with console.log.
		 * @param message info message
		 */
		function info(message) {
			process.stdout.write(message + external_os_.EOL)
		}
		/**
		 * Begin an output group.
		 *
		 * Output until the next `groupEnd` will be foldable in this group
		 *
		 * @param name The name of the output group
		 */
		function startGroup(name) {
			issue('group', name)
		}
		/**
		 * End an output group.
		 */
		function endGroup() {
			issue('endgroup')
		}
		/**
		 * Wrap an asynchronous function call in a group.
		 *
		 * Returns the same type as the function itself.
		 *
		 * @param name The name of the group
		 * @param fn The function to wrap in the group
		 */
		function group(name, fn) {
			return core_awaiter(this, void 0, void 0, function* () {
				startGroup(name)
				let result
				try {
					result = yield fn()
				} finally {
					endGroup()
				}
				return result
			})
		}
		//-----------------------------------------------------------------------
		// Wrapper action state
		//-----------------------------------------------------------------------
		/**
		 * Saves state for current action, the state can only be retrieved by this action's post job execution.
		 *
		 * @param     name     name of the state to store
		 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
		 */
		// eslint-disable-next-line @typescript-eslint/no-explicit-any
		function saveState(name, value) {
			const filePath = process.env['GITHUB_STATE'] || ''
			if (filePath) {
				return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value))
			}
			command_issueCommand('save-state', { name }, utils_toCommandValue(value))
		}
		/**
		 * Gets the value of an state set by this action's main execution.
		 *
		 * @param     name     name of the state to get
		 * @returns   string
		 */
		function getState(name) {
			return process.env[`STATE_${name}`] || ''
		}
		function getIDToken(aud) {
			return core_awaiter(this, void 0, void 0, function* () {
				return yield OidcClient.getIDToken(aud)
			})
		}
		/**
		 * Summary exports
		 */

		/**
		 * @deprecated use core.summary
		 */

		/**
		 * Path exports
		 */

		/**
		 * Platform utilities exports
		 */

		//# sourceMappingURL=core.js.map

		/***/
	}),

	/***/ 2479: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		// EXPORTS
		__nccwpck_require__.d(__webpack_exports__, {
			m: () => /* binding */ exec,
		})
		// UNUSED EXPORTS: getExecOutput

		// CONCATENATED MODULE: external "string_decoder"
		const external_string_decoder_namespaceObject = builtin('string_decoder')
		// EXTERNAL MODULE: external "os"
		var external_os_ = __nccwpck_require__(857) // CONCATENATED MODULE: external "events"
		const external_events_namespaceObject = builtin('events')
		// EXTERNAL MODULE: external "child_process"
		var external_child_process_ = __nccwpck_require__(5317)
		// EXTERNAL MODULE: external "path"
		var external_path_ = __nccwpck_require__(6928)
		// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io.js
		var io = __nccwpck_require__(4799)
		// EXTERNAL MODULE: ../node_modules/@actions/io/lib/io-util.js
		var io_util = __nccwpck_require__(7168) // CONCATENATED MODULE: external "timers"
		const external_timers_namespaceObject = builtin('timers') // CONCATENATED MODULE: ../node_modules/@actions/exec/lib/toolrunner.js
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		/* eslint-disable @typescript-eslint/unbound-method */
		const IS_WINDOWS = process.platform === 'win32'
		/*
		 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
		 */
		class ToolRunner extends external_events_namespaceObject.EventEmitter {
			constructor(toolPath, args, options) {
				super()
				if (!toolPath) {
					throw new Error("Parameter 'toolPath' cannot be null or empty.")
				}
				this.toolPath = toolPath
				this.args = args || []
				this.options = options || {}
			}
			_debug(message) {
				if (this.options.listeners && this.options.listeners.debug) {
					this.options.listeners.debug(message)
				}
			}
			_getCommandString(options, noPrefix) {
				const toolPath = this._getSpawnFileName()
				const args = this._getSpawnArgs(options)
				let cmd = noPrefix ? '' : '[command]' // omit prefix when piped to a second tool
				if (IS_WINDOWS) {
					// Windows + cmd file
					if (this._isCmdFile()) {
						cmd += toolPath
						for (const a of args) {
							cmd += ` ${a}`
						}
					}
					// Windows + verbatim
					else if (options.windowsVerbatimArguments) {
						cmd += `"${toolPath}"`
						for (const a of args) {
							cmd += ` ${a}`
						}
					}
					// Windows (regular)
					else {
						cmd += this._windowsQuoteCmdArg(toolPath)
						for (const a of args) {
							cmd += ` ${this._windowsQuoteCmdArg(a)}`
						}
					}
				} else {
					// OSX/Linux - this can likely be improved with some form of quoting.
					// creating processes on Unix is fundamentally different than Windows.
					// on Unix, execvp() takes an arg array.
					cmd += toolPath
					for (const a of args) {
						cmd += ` ${a}`
					}
				}
				return cmd
			}
			_processLineBuffer(data, strBuffer, onLine) {
				try {
					let s = strBuffer + data.toString()
					let n = s.indexOf(external_os_.EOL)
					while (n > -1) {
						const line = s.substring(0, n)
						onLine(line)
						// the rest of the string ...
						s = s.substring(n + external_os_.EOL.length)
						n = s.indexOf(external_os_.EOL)
					}
					return s
				} catch (err) {
					// streaming lines to console is best effort.  Don't fail a build.
					this._debug(`error processing line. Failed with error ${err}`)
					return ''
				}
			}
			_getSpawnFileName() {
				if (IS_WINDOWS) {
					if (this._isCmdFile()) {
						return process.env['COMSPEC'] || 'cmd.exe'
					}
				}
				return this.toolPath
			}
			_getSpawnArgs(options) {
				if (IS_WINDOWS) {
					if (this._isCmdFile()) {
						let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`
						for (const a of this.args) {
							argline += ' '
							argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a)
						}
						argline += '"'
						return [argline]
					}
				}
				return this.args
			}
			_endsWith(str, end) {
				return str.endsWith(end)
			}
			_isCmdFile() {
				const upperToolPath = this.toolPath.toUpperCase()
				return this._endsWith(upperToolPath, '.CMD') || this._endsWith(upperToolPath, '.BAT')
			}
			_windowsQuoteCmdArg(arg) {
				// for .exe, apply the normal quoting rules that libuv applies
				if (!this._isCmdFile()) {
					return this._uvQuoteCmdArg(arg)
				}
				// otherwise apply quoting rules specific to the cmd.exe command line parser.
				// the libuv rules are generic and are not designed specifically for cmd.exe
				// command line parser.
				//
				// for a detailed description of the cmd.exe command line parser, refer to
				// http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
				// need quotes for empty arg
				if (!arg) {
					return '""'
				}
				// determine whether the arg needs to be quoted
				const cmdSpecialChars = [
					' ',
					'\t',
					'&',
					'(',
					')',
					'[',
					']',
					'{',
					'}',
					'^',
					'=',
					';',
					'!',
					"'",
					'+',
					',',
					'`',
					'~',
					'|',
					'<',
					'>',
					'"',
				]
				let needsQuotes = false
				for (const char of arg) {
					if (cmdSpecialChars.some((x) => x === char)) {
						needsQuotes = true
						break
					}
				}
				// short-circuit if quotes not needed
				if (!needsQuotes) {
					return arg
				}
				// the following quoting rules are very similar to the rules that by libuv applies.
				//
				// 1) wrap the string in quotes
				//
				// 2) double-up quotes - i.e. " => ""
				//
				//    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
				//    doesn't work well with a cmd.exe command line.
				//
				//    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
				//    for example, the command line:
				//          foo.exe "myarg:""my val"""
				//    is parsed by a .NET console app into an arg array:
				//          [ "myarg:\"my val\"" ]
				//    which is the same end result when applying libuv quoting rules. although the actual
				//    command line from libuv quoting rules would look like:
				//          foo.exe "myarg:\"my val\""
				//
				// 3) double-up slashes that precede a quote,
				//    e.g.  hello \world    => "hello \world"
				//          hello\"world    => "hello\\""world"
				//          hello\\"world   => "hello\\\\""world"
				//          hello world\    => "hello world\\"
				//
				//    technically this is not required for a cmd.exe command line, or the batch argument parser.
				//    the reasons for including this as a .cmd quoting rule are:
				//
				//    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
				//       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
				//
				//    b) it's what we've been doing previously (by deferring to node default behavior) and we
				//       haven't heard any complaints about that aspect.
				//
				// note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
				// escaped when used on the command line directly - even though within a .cmd file % can be escaped
				// by using %%.
				//
				// the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
				// the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
				//
				// one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
				// often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
				// variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
				// to an external program.
				//
				// an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
				// % can be escaped within a .cmd file.
				let reverse = '"'
				let quoteHit = true
				for (let i = arg.length; i > 0; i--) {
					// walk the string in reverse
					reverse += arg[i - 1]
					if (quoteHit && arg[i - 1] === '\\') {
						reverse += '\\' // double the slash
					} else if (arg[i - 1] === '"') {
						quoteHit = true
						reverse += '"' // double the quote
					} else {
						quoteHit = false
					}
				}
				reverse += '"'
				return reverse.split('').reverse().join('')
			}
			_uvQuoteCmdArg(arg) {
				// Tool runner wraps child_process.spawn() and needs to apply the same quoting as
				// Node in certain cases where the undocumented spawn option windowsVerbatimArguments
				// is used.
				//
				// Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
				// see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
				// pasting copyright notice from Node within this function:
				//
				//      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
				//
				//      Permission is hereby granted, free of charge, to any person obtaining a copy
				//      of this software and associated documentation files (the "Software"), to
				//      deal in the Software without restriction, including without limitation the
				//      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
				//      sell copies of the Software, and to permit persons to whom the Software is
				//      furnished to do so, subject to the following conditions:
				//
				//      The above copyright notice and this permission notice shall be included in
				//      all copies or substantial portions of the Software.
				//
				//      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
				//      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
				//      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
				//      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
				//      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
				//      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
				//      IN THE SOFTWARE.
				if (!arg) {
					// Need double quotation for empty argument
					return '""'
				}
				if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
					// No quotation needed
					return arg
				}
				if (!arg.includes('"') && !arg.includes('\\')) {
					// No embedded double quotes or backslashes, so I can just wrap
					// quote marks around the whole thing.
					return `"${arg}"`
				}
				// Expected input/output:
				//   input : hello"world
				//   output: "hello\"world"
				//   input : hello""world
				//   output: "hello\"\"world"
				//   input : hello\world
				//   output: hello\world
				//   input : hello\\world
				//   output: hello\\world
				//   input : hello\"world
				//   output: "hello\\\"world"
				//   input : hello\\"world
				//   output: "hello\\\\\"world"
				//   input : hello world\
				//   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
				//                             but it appears the comment is wrong, it should be "hello world\\"
				let reverse = '"'
				let quoteHit = true
				for (let i = arg.length; i > 0; i--) {
					// walk the string in reverse
					reverse += arg[i - 1]
					if (quoteHit && arg[i - 1] === '\\') {
						reverse += '\\'
					} else if (arg[i - 1] === '"') {
						quoteHit = true
						reverse += '\\'
					} else {
						quoteHit = false
					}
				}
				reverse += '"'
				return reverse.split('').reverse().join('')
			}
			_cloneExecOptions(options) {
				options = options || {}
				const result = {
					cwd: options.cwd || process.cwd(),
					env: options.env || process.env,
					silent: options.silent || false,
					windowsVerbatimArguments: options.windowsVerbatimArguments || false,
					failOnStdErr: options.failOnStdErr || false,
					ignoreReturnCode: options.ignoreReturnCode || false,
					delay: options.delay || 10000,
				}
				result.outStream = options.outStream || process.stdout
				result.errStream = options.errStream || process.stderr
				return result
			}
			_getSpawnOptions(options, toolPath) {
				options = options || {}
				const result = {}
				result.cwd = options.cwd
				result.env = options.env
				result['windowsVerbatimArguments'] = options.windowsVerbatimArguments || this._isCmdFile()
				if (options.windowsVerbatimArguments) {
					result.argv0 = `"${toolPath}"`
				}
				return result
			}
			/**
			 * Exec a tool.
			 * Output will be streamed to the live console.
			 * Returns promise with return code
			 *
			 * @param     tool     path to tool to exec
			 * @param     options  optional exec options.  See ExecOptions
			 * @returns   number
			 */
			exec() {
				return __awaiter(this, void 0, void 0, function* () {
					// root the tool path if it is unrooted and contains relative pathing
					if (
						!io_util /* isRooted */
							.Qh(this.toolPath) &&
						(this.toolPath.includes('/') || (IS_WINDOWS && this.toolPath.includes('\\')))
					) {
						// prefer options.cwd if it is specified, however options.cwd may also need to be rooted
						this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath)
					}
					// if the tool is only a file name, then resolve it from the PATH
					// otherwise verify it exists (add extension on Windows if necessary)
					this.toolPath = yield io /* which */
						.K7(this.toolPath, true)
					return new Promise((resolve, reject) =>
						__awaiter(this, void 0, void 0, function* () {
							this._debug(`exec tool: ${this.toolPath}`)
							this._debug('arguments:')
							for (const arg of this.args) {
								this._debug(`   ${arg}`)
							}
							const optionsNonNull = this._cloneExecOptions(this.options)
							if (!optionsNonNull.silent && optionsNonNull.outStream) {
								optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL)
							}
							const state = new ExecState(optionsNonNull, this.toolPath)
							state.on('debug', (message) => {
								this._debug(message)
							})
							if (
								this.options.cwd &&
								!(yield io_util /* exists */
									.t2(this.options.cwd))
							) {
								return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`))
							}
							const fileName = this._getSpawnFileName()
							const cp = external_child_process_.spawn(
								fileName,
								this._getSpawnArgs(optionsNonNull),
								this._getSpawnOptions(this.options, fileName),
							)
							let stdbuffer = ''
							if (cp.stdout) {
								cp.stdout.on('data', (data) => {
									if (this.options.listeners && this.options.listeners.stdout) {
										this.options.listeners.stdout(data)
									}
									if (!optionsNonNull.silent && optionsNonNull.outStream) {
										optionsNonNull.outStream.write(data)
									}
									stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
										if (this.options.listeners && this.options.listeners.stdline) {
											this.options.listeners.stdline(line)
										}
									})
								})
							}
							let errbuffer = ''
							if (cp.stderr) {
								cp.stderr.on('data', (data) => {
									state.processStderr = true
									if (this.options.listeners && this.options.listeners.stderr) {
										this.options.listeners.stderr(data)
									}
									if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
										const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream
										s.write(data)
									}
									errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
										if (this.options.listeners && this.options.listeners.errline) {
											this.options.listeners.errline(line)
										}
									})
								})
							}
							cp.on('error', (err) => {
								state.processError = err.message
								state.processExited = true
								state.processClosed = true
								state.CheckComplete()
							})
							cp.on('exit', (code) => {
								state.processExitCode = code
								state.processExited = true
								this._debug(`Exit code ${code} received from tool '${this.toolPath}'`)
								state.CheckComplete()
							})
							cp.on('close', (code) => {
								state.processExitCode = code
								state.processExited = true
								state.processClosed = true
								this._debug(`STDIO streams have closed for tool '${this.toolPath}'`)
								state.CheckComplete()
							})
							state.on('done', (error, exitCode) => {
								if (stdbuffer.length > 0) {
									this.emit('stdline', stdbuffer)
								}
								if (errbuffer.length > 0) {
									this.emit('errline', errbuffer)
								}
								cp.removeAllListeners()
								if (error) {
									reject(error)
								} else {
									resolve(exitCode)
								}
							})
							if (this.options.input) {
								if (!cp.stdin) {
									throw new Error('child process missing stdin')
								}
								cp.stdin.end(this.options.input)
							}
						}),
					)
				})
			}
		}
		/**
		 * Convert an arg string to an array of args. Handles escaping
		 *
		 * @param    argString   string of arguments
		 * @returns  string[]    array of arguments
		 */
		function argStringToArray(argString) {
			const args = []
			let inQuotes = false
			let escaped = false
			let arg = ''
			function append(c) {
				// we only escape double quotes.
				if (escaped && c !== '"') {
					arg += '\\'
				}
				arg += c
				escaped = false
			}
			for (let i = 0; i < argString.length; i++) {
				const c = argString.charAt(i)
				if (c === '"') {
					if (!escaped) {
						inQuotes = !inQuotes
					} else {
						append(c)
					}
					continue
				}
				if (c === '\\' && escaped) {
					append(c)
					continue
				}
				if (c === '\\' && inQuotes) {
					escaped = true
					continue
				}
				if (c === ' ' && !inQuotes) {
					if (arg.length > 0) {
						args.push(arg)
						arg = ''
					}
					continue
				}
				append(c)
			}
			if (arg.length > 0) {
				args.push(arg.trim())
			}
			return args
		}
		class ExecState extends external_events_namespaceObject.EventEmitter {
			constructor(options, toolPath) {
				super()
				this.processClosed = false // tracks whether the process has exited and stdio is closed
				this.processError = ''
				this.processExitCode = 0
				this.processExited = false // tracks whether the process has exited
				this.processStderr = false // tracks whether stderr was written to
				this.delay = 10000 // 10 seconds
				this.done = false
				this.timeout = null
				if (!toolPath) {
					throw new Error('toolPath must not be empty')
				}
				this.options = options
				this.toolPath = toolPath
				if (options.delay) {
					this.delay = options.delay
				}
			}
			CheckComplete() {
				if (this.done) {
					return
				}
				if (this.processClosed) {
					this._setResult()
				} else if (this.processExited) {
					this.timeout = (0, external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this)
				}
			}
			_debug(message) {
				this.emit('debug', message)
			}
			_setResult() {
				// determine whether there is an error
				let error
				if (this.processExited) {
					if (this.processError) {
						error = new Error(
							`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`,
						)
					} else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
						error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`)
					} else if (this.processStderr && this.options.failOnStdErr) {
						error = new Error(
							`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`,
						)
					}
				}
				// clear the timeout
				if (this.timeout) {
					clearTimeout(this.timeout)
					this.timeout = null
				}
				this.done = true
				this.emit('done', error, this.processExitCode)
			}
			static HandleTimeout(state) {
				if (state.done) {
					return
				}
				if (!state.processClosed && state.processExited) {
					const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`
					state._debug(message)
				}
				state._setResult()
			}
		}
		//# sourceMappingURL=toolrunner.js.map
		// CONCATENATED MODULE: ../node_modules/@actions/exec/lib/exec.js
		var exec_awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		/**
		 * Exec a command.
		 * Output will be streamed to the live console.
		 * Returns promise with return code
		 *
		 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
		 * @param     args               optional arguments for tool. Escaping is handled by the lib.
		 * @param     options            optional exec options.  See ExecOptions
		 * @returns   Promise<number>    exit code
		 */
		function exec(commandLine, args, options) {
			return exec_awaiter(this, void 0, void 0, function* () {
				const commandArgs = argStringToArray(commandLine)
				if (commandArgs.length === 0) {
					throw new Error(`Parameter 'commandLine' cannot be null or empty.`)
				}
				// Path to tool to execute should be first arg
				const toolPath = commandArgs[0]
				args = commandArgs.slice(1).concat(args || [])
				const runner = new ToolRunner(toolPath, args, options)
				return runner.exec()
			})
		}
		/**
		 * Exec a command and get the output.
		 * Output will be streamed to the live console.
		 * Returns promise with the exit code and collected stdout and stderr
		 *
		 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
		 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
		 * @param     options               optional exec options.  See ExecOptions
		 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
		 */
		function getExecOutput(commandLine, args, options) {
			return exec_awaiter(this, void 0, void 0, function* () {
				var _a, _b
				let stdout = ''
				let stderr = ''
				//Using string decoder covers the case where a mult-byte character is split
				const stdoutDecoder = new StringDecoder('utf8')
				const stderrDecoder = new StringDecoder('utf8')
				const originalStdoutListener =
					(_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0
						? void 0
						: _a.stdout
				const originalStdErrListener =
					(_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0
						? void 0
						: _b.stderr
				const stdErrListener = (data) => {
					stderr += stderrDecoder.write(data)
					if (originalStdErrListener) {
						originalStdErrListener(data)
					}
				}
				const stdOutListener = (data) => {
					stdout += stdoutDecoder.write(data)
					if (originalStdoutListener) {
						originalStdoutListener(data)
					}
				}
				const listeners = Object.assign(
					Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners),
					{ stdout: stdOutListener, stderr: stdErrListener },
				)
				const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }))
				//flush any remaining characters
				stdout += stdoutDecoder.end()
				stderr += stderrDecoder.end()
				return {
					exitCode,
					stdout,
					stderr,
				}
			})
		}
		//# sourceMappingURL=exec.js.map

		/***/
	}),

	/***/ 7168: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ $1: () => /* binding */ lstat,
			/* harmony export */ Ck: () => /* binding */ mkdir,
			/* harmony export */ Cy: () => /* binding */ readdir,
			/* harmony export */ H8: () => /* binding */ IS_WINDOWS,
			/* harmony export */ Qh: () => /* binding */ isRooted,
			/* harmony export */ YN: () => /* binding */ symlink,
			/* harmony export */ dJ: () => /* binding */ stat,
			/* harmony export */ h_: () => /* binding */ readlink,
			/* harmony export */ k6: () => /* binding */ chmod,
			/* harmony export */ m3: () => /* binding */ copyFile,
			/* harmony export */ rm: () => /* binding */ rm,
			/* harmony export */ t2: () => /* binding */ exists,
			/* harmony export */ vr: () => /* binding */ tryGetExecutablePath,
			/* harmony export */ y1: () => /* binding */ unlink,
			/* harmony export */
		})
		/* unused harmony exports open, rename, rmdir, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
		/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896)
		/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928)
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } =
			fs__WEBPACK_IMPORTED_MODULE_0__.promises
		// export const {open} = 'fs'
		const IS_WINDOWS = process.platform === 'win32'
		/**
		 * Custom implementation of readlink to ensure Windows junctions
		 * maintain trailing backslash for backward compatibility with Node.js < 24
		 *
		 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
		 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
		 * code that relied on this format for path operations.
		 *
		 * This implementation restores the Node 20 behavior by adding a trailing
		 * backslash to all junction results on Windows.
		 */
		function readlink(fsPath) {
			return __awaiter(this, void 0, void 0, function* () {
				const result = yield fs__WEBPACK_IMPORTED_MODULE_0__.promises.readlink(fsPath)
				// On Windows, restore Node 20 behavior: add trailing backslash to all results
				// since junctions on Windows are always directory links
				if (IS_WINDOWS && !result.endsWith('\\')) {
					return `${result}\\`
				}
				return result
			})
		}
		// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
		const UV_FS_O_EXLOCK = 0x10000000
		const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY
		function exists(fsPath) {
			return __awaiter(this, void 0, void 0, function* () {
				try {
					yield stat(fsPath)
				} catch (err) {
					if (err.code === 'ENOENT') {
						return false
					}
					throw err
				}
				return true
			})
		}
		function isDirectory(fsPath_1) {
			return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
				const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath)
				return stats.isDirectory()
			})
		}
		/**
		 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
		 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
		 */
		function isRooted(p) {
			p = normalizeSeparators(p)
			if (!p) {
				throw new Error('isRooted() parameter "p" cannot be empty')
			}
			if (IS_WINDOWS) {
				return (
					p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
				) // e.g. C: or C:\hello
			}
			return p.startsWith('/')
		}
		/**
		 * Best effort attempt to determine whether a file exists and is executable.
		 * @param filePath    file path to check
		 * @param extensions  additional file extensions to try
		 * @return if file exists and is executable, returns the file path. otherwise empty string.
		 */
		function tryGetExecutablePath(filePath, extensions) {
			return __awaiter(this, void 0, void 0, function* () {
				let stats = undefined
				try {
					// test file exists
					stats = yield stat(filePath)
				} catch (err) {
					if (err.code !== 'ENOENT') {
						// eslint-disable-next-line no-console
						console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`)
					}
				}
				if (stats && stats.isFile()) {
					if (IS_WINDOWS) {
						// on Windows, test for valid extension
						const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase()
						if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
							return filePath
						}
					} else {
						if (isUnixExecutable(stats)) {
							return filePath
						}
					}
				}
				// try each extension
				const originalFilePath = filePath
				for (const extension of extensions) {
					filePath = originalFilePath + extension
					stats = undefined
					try {
						stats = yield stat(filePath)
					} catch (err) {
						if (err.code !== 'ENOENT') {
							// eslint-disable-next-line no-console
							console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`)
						}
					}
					if (stats && stats.isFile()) {
						if (IS_WINDOWS) {
							// preserve the case of the actual file (since an extension was appended)
							try {
								const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath)
								const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase()
								for (const actualName of yield readdir(directory)) {
									if (upperName === actualName.toUpperCase()) {
										filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName)
										break
									}
								}
							} catch (err) {
								// eslint-disable-next-line no-console
								console.log(
									`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`,
								)
							}
							return filePath
						} else {
							if (isUnixExecutable(stats)) {
								return filePath
							}
						}
					}
				}
				return ''
			})
		}
		function normalizeSeparators(p) {
			p = p || ''
			if (IS_WINDOWS) {
				// convert slashes on Windows
				p = p.replace(/\//g, '\\')
				// remove redundant slashes
				return p.replace(/\\\\+/g, '\\')
			}
			// remove redundant slashes
			return p.replace(/\/\/+/g, '/')
		}
		// on Mac/Linux, test the execute bit
		//     R   W  X  R  W X R W X
		//   256 128 64 32 16 8 4 2 1
		function isUnixExecutable(stats) {
			return (
				(stats.mode & 1) > 0 ||
				((stats.mode & 8) > 0 && process.getgid !== undefined && stats.gid === process.getgid()) ||
				((stats.mode & 64) > 0 && process.getuid !== undefined && stats.uid === process.getuid())
			)
		}
		// Get the path of cmd.exe in windows
		function getCmdPath() {
			var _a
			return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`
		}
		//# sourceMappingURL=io-util.js.map

		/***/
	}),

	/***/ 4799: /***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ K7: () => /* binding */ which,
			/* harmony export */ U$: () => /* binding */ mkdirP,
			/* harmony export */ Yz: () => /* binding */ rmRF,
			/* harmony export */ cp: () => /* binding */ cp,
			/* harmony export */
		})
		/* unused harmony exports mv, findInPath */
		/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613)
		/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928)
		/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7168)
		var __awaiter =
			(undefined && undefined.__awaiter) ||
			function (thisArg, _arguments, P, generator) {
				function adopt(value) {
					return value instanceof P
						? value
						: new P(function (resolve) {
								resolve(value)
							})
				}
				return new (P || (P = Promise))(function (resolve, reject) {
					function fulfilled(value) {
						try {
							step(generator.next(value))
						} catch (e) {
							reject(e)
						}
					}
					function rejected(value) {
						try {
							step(generator['throw'](value))
						} catch (e) {
							reject(e)
						}
					}
					function step(result) {
						result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected)
					}
					step((generator = generator.apply(thisArg, _arguments || [])).next())
				})
			}

		/**
		 * Copies a file or folder.
		 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
		 *
		 * @param     source    source path
		 * @param     dest      destination path
		 * @param     options   optional. See CopyOptions.
		 */
		function cp(source_1, dest_1) {
			return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
				const { force, recursive, copySourceDirectory } = readCopyOptions(options)
				const destStat = (yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .exists */
					.t2(dest))
					? yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .stat */
							.dJ(dest)
					: null
				// Dest is an existing file, but not forcing
				if (destStat && destStat.isFile() && !force) {
					return
				}
				// If dest is an existing directory, should copy inside.
				const newDest =
					destStat && destStat.isDirectory() && copySourceDirectory
						? path__WEBPACK_IMPORTED_MODULE_1__.join(dest, path__WEBPACK_IMPORTED_MODULE_1__.basename(source))
						: dest
				if (
					!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .exists */
						.t2(source))
				) {
					throw new Error(`no such file or directory: ${source}`)
				}
				const sourceStat =
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .stat */
						.dJ(source)
				if (sourceStat.isDirectory()) {
					if (!recursive) {
						throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`)
					} else {
						yield cpDirRecursive(source, newDest, 0, force)
					}
				} else {
					if (path__WEBPACK_IMPORTED_MODULE_1__.relative(source, newDest) === '') {
						// a file cannot be copied to itself
						throw new Error(`'${newDest}' and '${source}' are the same file`)
					}
					yield copyFile(source, newDest, force)
				}
			})
		}
		/**
		 * Moves a path.
		 *
		 * @param     source    source path
		 * @param     dest      destination path
		 * @param     options   optional. See MoveOptions.
		 */
		function mv(source_1, dest_1) {
			return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
				if (yield ioUtil.exists(dest)) {
					let destExists = true
					if (yield ioUtil.isDirectory(dest)) {
						// If dest is directory copy src into dest
						dest = path.join(dest, path.basename(source))
						destExists = yield ioUtil.exists(dest)
					}
					if (destExists) {
						if (options.force == null || options.force) {
							yield rmRF(dest)
						} else {
							throw new Error('Destination already exists')
						}
					}
				}
				yield mkdirP(path.dirname(dest))
				yield ioUtil.rename(source, dest)
			})
		}
		/**
		 * Remove a path recursively with force
		 *
		 * @param inputPath path to remove
		 */
		function rmRF(inputPath) {
			return __awaiter(this, void 0, void 0, function* () {
				if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8) {
					// Check for invalid characters
					// https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
					if (/[*"<>|]/.test(inputPath)) {
						throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows')
					}
				}
				try {
					// note if path does not exist, error is silent
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
						force: true,
						maxRetries: 3,
						recursive: true,
						retryDelay: 300,
					})
				} catch (err) {
					throw new Error(`File was unable to be removed ${err}`)
				}
			})
		}
		/**
		 * Make a directory.  Creates the full path with folders in between
		 * Will throw if it fails
		 *
		 * @param   fsPath        path to create
		 * @returns Promise<void>
		 */
		function mkdirP(fsPath) {
			return __awaiter(this, void 0, void 0, function* () {
				;(0, assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided')
				yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .mkdir */
					.Ck(fsPath, { recursive: true })
			})
		}
		/**
		 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
		 * If you check and the tool does not exist, it will throw.
		 *
		 * @param     tool              name of the tool
		 * @param     check             whether to check if tool exists
		 * @returns   Promise<string>   path to tool
		 */
		function which(tool, check) {
			return __awaiter(this, void 0, void 0, function* () {
				if (!tool) {
					throw new Error("parameter 'tool' is required")
				}
				// recursive when check=true
				if (check) {
					const result = yield which(tool, false)
					if (!result) {
						if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8) {
							throw new Error(
								`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`,
							)
						} else {
							throw new Error(
								`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`,
							)
						}
					}
					return result
				}
				const matches = yield findInPath(tool)
				if (matches && matches.length > 0) {
					return matches[0]
				}
				return ''
			})
		}
		/**
		 * Returns a list of all occurrences of the given tool on the system path.
		 *
		 * @returns   Promise<string[]>  the paths of the tool
		 */
		function findInPath(tool) {
			return __awaiter(this, void 0, void 0, function* () {
				if (!tool) {
					throw new Error("parameter 'tool' is required")
				}
				// build the list of extensions to try
				const extensions = []
				if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8 && process.env['PATHEXT']) {
					for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
						if (extension) {
							extensions.push(extension)
						}
					}
				}
				// if it's rooted, return it if exists. otherwise return empty.
				if (
					_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .isRooted */
						.Qh(tool)
				) {
					const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .tryGetExecutablePath */
						.vr(tool, extensions)
					if (filePath) {
						return [filePath]
					}
					return []
				}
				// if any path separators, return empty
				if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
					return []
				}
				// build the list of directories
				//
				// Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
				// it feels like we should not do this. Checking the current directory seems like more of a use
				// case of a shell, and the which() function exposed by the toolkit should strive for consistency
				// across platforms.
				const directories = []
				if (process.env.PATH) {
					for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
						if (p) {
							directories.push(p)
						}
					}
				}
				// find all matches
				const matches = []
				for (const directory of directories) {
					const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .tryGetExecutablePath */
						.vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions)
					if (filePath) {
						matches.push(filePath)
					}
				}
				return matches
			})
		}
		function readCopyOptions(options) {
			const force = options.force == null ? true : options.force
			const recursive = Boolean(options.recursive)
			const copySourceDirectory = options.copySourceDirectory == null ? true : Boolean(options.copySourceDirectory)
			return { force, recursive, copySourceDirectory }
		}
		function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
			return __awaiter(this, void 0, void 0, function* () {
				// Ensure there is not a run away recursive copy
				if (currentDepth >= 255) return
				currentDepth++
				yield mkdirP(destDir)
				const files =
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .readdir */
						.Cy(sourceDir)
				for (const fileName of files) {
					const srcFile = `${sourceDir}/${fileName}`
					const destFile = `${destDir}/${fileName}`
					const srcFileStat =
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .lstat */
							.$1(srcFile)
					if (srcFileStat.isDirectory()) {
						// Recurse
						yield cpDirRecursive(srcFile, destFile, currentDepth, force)
					} else {
						yield copyFile(srcFile, destFile, force)
					}
				}
				// Change the mode for the newly created directory
				yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .chmod */
					.k6(
						destDir,
						(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .stat */
							.dJ(sourceDir)).mode,
					)
			})
		}
		// Buffered file copy
		function copyFile(srcFile, destFile, force) {
			return __awaiter(this, void 0, void 0, function* () {
				if (
					(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .lstat */
						.$1(srcFile)).isSymbolicLink()
				) {
					// unlink/re-link it
					try {
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .lstat */
							.$1(destFile)
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .unlink */
							.y1(destFile)
					} catch (e) {
						// Try to override file permission
						if (e.code === 'EPERM') {
							yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .chmod */
								.k6(destFile, '0666')
							yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .unlink */
								.y1(destFile)
						}
						// other errors = it doesn't exist, no work to do
					}
					// Copy over symlink
					const symlinkFull =
						yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .readlink */
							.h_(srcFile)
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .symlink */
						.YN(
							symlinkFull,
							destFile,
							_io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .IS_WINDOWS */.H8 ? 'junction' : null,
						)
				} else if (
					!(yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .exists */
						.t2(destFile)) ||
					force
				) {
					yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__ /* .copyFile */
						.m3(srcFile, destFile)
				}
			})
		}
		//# sourceMappingURL=io.js.map

		/***/
	}),

	/******/
}
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {}
/******/
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
	/******/ // Check if module is in cache
	/******/ var cachedModule = __webpack_module_cache__[moduleId]
	/******/ if (cachedModule !== undefined) {
		/******/ return cachedModule.exports
		/******/
	}
	/******/ // Create a new module (and put it into the cache)
	/******/ var module = (__webpack_module_cache__[moduleId] = {
		/******/ // no module.id needed
		/******/ // no module.loaded needed
		/******/ exports: {},
		/******/
	})
	/******/
	/******/ // Execute the module function
	/******/ var threw = true
	/******/ try {
		/******/ __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__)
		/******/ threw = false
		/******/
	} finally {
		/******/ if (threw) delete __webpack_module_cache__[moduleId]
		/******/
	}
	/******/
	/******/ // Return the exports of the module
	/******/ return module.exports
	/******/
}
/******/
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__
/******/
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined')
	__nccwpck_require__.ab =
		decodeURIComponent(new URL('.', import.meta.url).pathname).slice(
			import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0,
			-1,
		) + '/'
/******/
/******/ /* webpack/runtime/define property getters */
/******/ ;(() => {
	/******/ // define getter functions for harmony exports
	/******/ __nccwpck_require__.d = (exports, definition) => {
		/******/ for (var key in definition) {
			/******/ if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				/******/ Object.defineProperty(exports, key, { enumerable: true, get: definition[key] })
				/******/
			}
			/******/
		}
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/ensure chunk */
/******/ ;(() => {
	/******/ __nccwpck_require__.f = {}
	/******/ // This file contains only the entry chunk.
	/******/ // The chunk loading function for additional chunks
	/******/ __nccwpck_require__.e = (chunkId) => {
		/******/ return Promise.all(
			Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
				/******/ __nccwpck_require__.f[key](chunkId, promises)
				/******/ return promises
				/******/
			}, []),
		)
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ ;(() => {
	/******/ // This function allow to reference async chunks
	/******/ __nccwpck_require__.u = (chunkId) => {
		/******/ // return url for filenames based on template
		/******/ return '' + chunkId + '.index.js'
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ ;(() => {
	/******/ __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop)
	/******/
})()
/******/
/******/ /* webpack/runtime/make namespace object */
/******/ ;(() => {
	/******/ // define __esModule on exports
	/******/ __nccwpck_require__.r = (exports) => {
		/******/ if (typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			/******/ Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' })
			/******/
		}
		/******/ Object.defineProperty(exports, '__esModule', { value: true })
		/******/
	}
	/******/
})()
/******/
/******/ /* webpack/runtime/import chunk loading */
/******/ ;(() => {
	/******/ // no baseURI
	/******/
	/******/ // object to store loaded and loading chunks
	/******/ // undefined = chunk not loaded, null = chunk preloaded/prefetched
	/******/ // [resolve, Promise] = chunk loading, 0 = chunk loaded
	/******/ var installedChunks = {
		/******/ 792: 0,
		/******/
	}
	/******/
	/******/ var installChunk = (data) => {
		/******/ var { ids, modules, runtime } = data
		/******/ // add "modules" to the modules object,
		/******/ // then flag all "ids" as loaded and fire callback
		/******/ var moduleId,
			chunkId,
			i = 0
		/******/ for (moduleId in modules) {
			/******/ if (__nccwpck_require__.o(modules, moduleId)) {
				/******/ __nccwpck_require__.m[moduleId] = modules[moduleId]
				/******/
			}
			/******/
		}
		/******/ if (runtime) runtime(__nccwpck_require__)
		/******/ for (; i < ids.length; i++) {
			/******/ chunkId = ids[i]
			/******/ if (__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
				/******/ installedChunks[chunkId][0]()
				/******/
			}
			/******/ installedChunks[ids[i]] = 0
			/******/
		}
		/******/
		/******/
	}
	/******/
	/******/ __nccwpck_require__.f.j = (chunkId, promises) => {
		/******/ // import() chunk loading for javascript
		/******/ var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId)
			? installedChunks[chunkId]
			: undefined
		/******/ if (installedChunkData !== 0) {
			// 0 means "already installed".
			/******/
			/******/ // a Promise means "currently loading".
			/******/ if (installedChunkData) {
				/******/ promises.push(installedChunkData[1])
				/******/
			} else {
				/******/ if (true) {
					// all chunks have JS
					/******/ // setup Promise in chunk cache
					/******/ var promise = import('./' + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
						/******/ if (installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined
						/******/ throw e
						/******/
					})
					/******/ var promise = Promise.race([
						promise,
						new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve])),
					])
					/******/ promises.push((installedChunkData[1] = promise))
					/******/
				}
				/******/
			}
			/******/
		}
		/******/
	}
	/******/
	/******/ // no prefetching
	/******/
	/******/ // no preloaded
	/******/
	/******/ // no external install chunk
	/******/
	/******/ // no on chunks loaded
	/******/
})()
/******/
/************************************************************************/
var __webpack_exports__ = {}

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
	ri: () => /* binding */ logout,
	iW: () => /* binding */ main,
	bE: () => /* binding */ post,
})

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024)
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760)
// EXTERNAL MODULE: ../node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(5360)
// EXTERNAL MODULE: ../lib/inputs.js
var lib_inputs = __nccwpck_require__(2348) // CONCATENATED MODULE: ../lib/missing-token.js
function whyMissing(env, event, onMissingToken) {
	const { why, isUsual = false } = reasons.find(({ applies }) => applies(env, event)) ?? wrongName
	const advice = isUsual && onMissingToken === 'fail' ? [orSkip] : []
	return ['The input `token` is empty.', why, ...advice].join(' ')
}
const orSkip =
	'If the job can do without a login, set `on-missing-token: skip` and let later steps ask for the output `authenticated`.'
const wrongName = {
	why:
		'A secret that does not exist is an empty string in GitHub Actions, without an error. Check that the name in the workflow ' +
		'is the name of the secret; that the job names the `environment` that holds it, if one does; and, when this workflow is ' +
		'called by another one, that the caller passes it with `secrets: inherit`.',
}
const reasons = [
	{
		applies: ({ GITHUB_ACTOR, GITHUB_EVENT_NAME }) =>
			GITHUB_ACTOR === 'dependabot[bot]' &&
			!/^(pull_request_target|workflow_run|workflow_dispatch|schedule)$/.test(GITHUB_EVENT_NAME ?? ''),
		why:
			'Dependabot started this run, and such runs get the secrets of Dependabot only: store the token once more under ' +
			'Settings, Secrets and variables, Dependabot.',
		isUsual: true,
	},
	{
		applies: ({ GITHUB_EVENT_NAME }, event) =>
			/^pull_request(_review|_review_comment)?$/.test(GITHUB_EVENT_NAME ?? '') && isFork(event),
		why:
			'This pull request comes from a fork, and GitHub gives no secrets to such runs, so that nobody can take them by opening ' +
			'a pull request. Log in after the merge instead.',
		isUsual: true,
	},
	{
		applies: ({ GITHUB_EVENT_NAME }) => /^(pull_request_target|workflow_run)$/.test(GITHUB_EVENT_NAME ?? ''),
		why: `Runs of this event do get secrets, also for pull requests from forks. ${wrongName.why}`,
	},
]
function isFork(event) {
	const { head, base } = event?.pull_request ?? {}
	if (head?.repo === null) return true
	return head?.repo?.full_name !== undefined && head.repo.full_name !== base?.repo?.full_name
}

// EXTERNAL MODULE: ../lib/report.js
var report = __nccwpck_require__(8583)
// EXTERNAL MODULE: ../lib/token.js
var token = __nccwpck_require__(1284) // CONCATENATED MODULE: ../lib/action.js

async function main(machine) {
	const cancelled = new AbortController()
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.on(signal, () => cancelled.abort(new Error('The run was cancelled during the login.')))
	}
	try {
		const inputs = (0, lib_inputs /* readInputs */.Ko)(machine.env)
		if (inputs.token === '') return withoutToken(inputs, machine)
		const { login } = await __nccwpck_require__
			.e(/* import() */ 837)
			.then(__nccwpck_require__.bind(__nccwpck_require__, 5837))
		await login(inputs, machine, cancelled.signal)
	} catch (error) {
		;(0, report /* fail */.fJ)(error, (0, lib_inputs /* secretsIn */.VY)(machine.env))
		;(0, report /* setLoggedOut */.zs)()
	}
}
function withoutToken({ onMissingToken }, { env }) {
	const why = whyMissing(env, eventOf(env), onMissingToken)
	if (onMissingToken === 'fail') throw (0, report /* failure */.V2)('No token', why)
	;(0, report /* skip */.iv)(why)
	;(0, report /* setLoggedOut */.zs)()
}
function eventOf(env) {
	try {
		return JSON.parse((0, external_node_fs_.readFileSync)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) ?? undefined
	} catch {
		return undefined
	}
}
async function post(saved, machine) {
	const tokens = (0, lib_inputs /* readTokens */.He)(machine.env)
	try {
		const { closeSession, openSessions, savedSession } = await __nccwpck_require__
			.e(/* import() */ 837)
			.then(__nccwpck_require__.bind(__nccwpck_require__, 5837))
		const temp = machine.env['RUNNER_TEMP'] ?? ''
		let sessions
		try {
			sessions = savedSession(saved, temp)
		} catch (error) {
			;(0, core /* warning */.$e)(`${error.message} All sessions of this job are closed instead.`, {
				title: 'Choreo session unknown',
			})
			sessions = openSessions(temp)
		}
		for (const session of sessions) {
			if (session.logout) await closeSession(session, machine, tokens)
			else (0, report /* say */.cv)(stays(session))
		}
	} catch (error) {
		;(0, core /* warning */.$e)((0, token /* redact */.E$)(error.message, tokens), {
			title: 'Choreo log-out incomplete',
		})
	}
}
function stays({ command, isolate, home, cliDirectory }) {
	return isolate
		? `The session of \`${command}\` stays, as \`logout: false\` asks, until the runner empties its temporary directory.`
		: `The login of \`${command}\` stays in ${(0, external_node_path_.join)(home, cliDirectory)}, as \`logout: false\` asks.`
}
async function logout(machine) {
	try {
		const { closeSession, openSessions, sessionIn } = await __nccwpck_require__
			.e(/* import() */ 837)
			.then(__nccwpck_require__.bind(__nccwpck_require__, 5837))
		const temp = machine.env['RUNNER_TEMP'] ?? ''
		const directory = (0, lib_inputs /* readSession */.lx)(machine.env)
		const sessions = directory === '' ? openSessions(temp) : [sessionIn(directory, temp)]
		if (sessions.length === 0) (0, core /* info */.pq)('No session of this job is open.')
		for (const session of sessions) await closeSession(session, machine, [])
	} catch (error) {
		;(0, report /* fail */.fJ)(error, [])
	}
}

var __webpack_exports__logout = __webpack_exports__.ri
var __webpack_exports__main = __webpack_exports__.iW
var __webpack_exports__post = __webpack_exports__.bE
export { __webpack_exports__logout as logout, __webpack_exports__main as main, __webpack_exports__post as post }
