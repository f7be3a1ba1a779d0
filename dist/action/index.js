import * as __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__ from '../core/index.js'
// Node's own modules, each loaded when something of it is used.
const builtin = (name) => new Proxy({}, { get: (_, key) => process.getBuiltinModule(name)[key] })
/******/ var __webpack_modules__ = {
	/***/ 7952: /***/ (module, __unused_webpack_exports, __nccwpck_require__) => {
		var x = (y) => {
			var x = {}
			__nccwpck_require__.d(x, y)
			return x
		}
		var y = (x) => () => x
		module.exports = x({
			['addPath']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.addPath,
			['debug']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.debug,
			['error']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.error,
			['info']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.info,
			['isDebug']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.isDebug,
			['notice']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.notice,
			['saveState']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.saveState,
			['setOutput']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.setOutput,
			['setSecret']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.setSecret,
			['summary']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.summary,
			['warning']: () => __WEBPACK_EXTERNAL_MODULE__core_index_js_f09b99cc__.warning,
		})

		/***/
	},

	/***/ 2613: /***/ (module) => {
		module.exports = builtin('assert')

		/***/
	},

	/***/ 5317: /***/ (module) => {
		module.exports = builtin('child_process')

		/***/
	},

	/***/ 6982: /***/ (module) => {
		module.exports = builtin('crypto')

		/***/
	},

	/***/ 4434: /***/ (module) => {
		module.exports = builtin('events')

		/***/
	},

	/***/ 9896: /***/ (module) => {
		module.exports = builtin('fs')

		/***/
	},

	/***/ 6698: /***/ (module) => {
		module.exports = builtin('node:async_hooks')

		/***/
	},

	/***/ 1421: /***/ (module) => {
		module.exports = builtin('node:child_process')

		/***/
	},

	/***/ 7598: /***/ (module) => {
		module.exports = builtin('node:crypto')

		/***/
	},

	/***/ 3053: /***/ (module) => {
		module.exports = builtin('node:diagnostics_channel')

		/***/
	},

	/***/ 3024: /***/ (module) => {
		module.exports = builtin('node:fs')

		/***/
	},

	/***/ 1455: /***/ (module) => {
		module.exports = builtin('node:fs/promises')

		/***/
	},

	/***/ 7067: /***/ (module) => {
		module.exports = builtin('node:http')

		/***/
	},

	/***/ 4708: /***/ (module) => {
		module.exports = builtin('node:https')

		/***/
	},

	/***/ 7030: /***/ (module) => {
		module.exports = builtin('node:net')

		/***/
	},

	/***/ 8161: /***/ (module) => {
		module.exports = builtin('node:os')

		/***/
	},

	/***/ 6760: /***/ (module) => {
		module.exports = builtin('node:path')

		/***/
	},

	/***/ 7075: /***/ (module) => {
		module.exports = builtin('node:stream')

		/***/
	},

	/***/ 8500: /***/ (module) => {
		module.exports = builtin('node:timers/promises')

		/***/
	},

	/***/ 1692: /***/ (module) => {
		module.exports = builtin('node:tls')

		/***/
	},

	/***/ 7975: /***/ (module) => {
		module.exports = builtin('node:util')

		/***/
	},

	/***/ 8522: /***/ (module) => {
		module.exports = builtin('node:zlib')

		/***/
	},

	/***/ 857: /***/ (module) => {
		module.exports = builtin('os')

		/***/
	},

	/***/ 6928: /***/ (module) => {
		module.exports = builtin('path')

		/***/
	},

	/***/ 2203: /***/ (module) => {
		module.exports = builtin('stream')

		/***/
	},

	/***/ 5574: /***/ (module) => {
		module.exports = builtin('string_decoder')

		/***/
	},

	/***/ 3557: /***/ (module) => {
		module.exports = builtin('timers')

		/***/
	},

	/***/ 9023: /***/ (module) => {
		module.exports = builtin('util')

		/***/
	},

	/***/ 8618: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ He: () => /* binding */ readTokens,
			/* harmony export */ Ko: () => /* binding */ readInputs,
			/* harmony export */ VY: () => /* binding */ secretsIn,
			/* harmony export */ k8: () => /* binding */ tokensOf,
			/* harmony export */ lx: () => /* binding */ readSession,
			/* harmony export */
		})
		/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7952)
		/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1210)

		function readInputs(env) {
			const tokens = readTokens(env)
			const read = readerOf(env)
			if (read('github-token') !== '') (0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.setSecret)(read('github-token'))
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
					_actions_core__WEBPACK_IMPORTED_MODULE_0__.setSecret,
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
			if (/^[^\p{C}\p{Zl}\p{Zp}]{0,200}$/u.test(value)) return value
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
		const notForCommands =
			/^(alias|bg|bind|break|builtin|call|case|cd|chdir|cls|command|continue|copy|declare|del|dir|dirs|do|done|echo|elif|else|enable|endlocal|erase|esac|eval|exec|exit|export|false|fc|fg|fi|for|function|getopts|goto|hash|help|history|if|in|jobs|kill|let|local|logout|md|mkdir|move|newgrp|path|pause|popd|printf|prompt|pushd|pwd|rd|read|readonly|ren|rename|return|rmdir|select|set|setlocal|shift|shopt|source|start|suspend|test|then|time|times|title|trap|true|type|typeset|ulimit|umask|unalias|unset|until|ver|vol|wait|while|con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i
		function command(value) {
			if (notForCommands.test(value)) {
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
			const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
			return new Error(`The input \`${name}\` is "${shown}". ${allowed}`)
		}

		/***/
	},

	/***/ 5377: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ V2: () => /* binding */ failure,
			/* harmony export */ ay: () => /* binding */ timed,
			/* harmony export */ cv: () => /* binding */ say,
			/* harmony export */ fJ: () => /* binding */ fail,
			/* harmony export */ iv: () => /* binding */ skip,
			/* harmony export */ zs: () => /* binding */ setLoggedOut,
			/* harmony export */
		})
		/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7952)
		/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1210)

		function say(line) {
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.info)(
				oneLine((0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .redact */.E$)(line, [])),
			)
		}
		async function timed(what, work, result = () => 'done') {
			const began = performance.now()
			const tell = (end) => {
				if ((0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.isDebug)())
					(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.debug)(
						`${what}: ${end} after ${Math.round(performance.now() - began)} ms`,
					)
			}
			return work.then(
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
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.error)(
				(0, _token_js__WEBPACK_IMPORTED_MODULE_1__ /* .redact */.E$)(String(message ?? cause), secrets),
				{ title },
			)
		}
		function skip(why) {
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.notice)(why, { title: 'Choreo login skipped' })
		}
		function setLoggedOut() {
			try {
				;(0, _actions_core__WEBPACK_IMPORTED_MODULE_0__.setOutput)('authenticated', false)
			} catch {}
		}
		function oneLine(text) {
			return text.replace(/\s+/g, ' ')
		}

		/***/
	},

	/***/ 1210: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
			/* harmony export */ E$: () => /* binding */ redact,
			/* harmony export */ pJ: () => /* binding */ whyNoToken,
			/* harmony export */ uO: () => /* binding */ forms,
			/* harmony export */
		})
		function whyNoToken(value) {
			return impostors.find(([pattern]) => pattern.test(value))?.[1]
		}
		const impostors = [
			[
				/\$\{\{/,
				'holds an expression that was not expanded, `$' +
					'{{ … }}`. Expressions work in workflow files only: hand the secret on from there, through `with` or `env`',
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
				/[\p{Cc}\p{Cf}]/u,
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
			return text
				.replace(escapes, '')
				.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
				.replace(/[^\P{C}\n\t]|\p{Default_Ignorable_Code_Point}/gu, '')
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
	},

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
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
	/* harmony export */ bE: () => /* binding */ post,
	/* harmony export */ iW: () => /* binding */ main,
	/* harmony export */ ri: () => /* binding */ logout,
	/* harmony export */
})
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024)
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760)
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7952)
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8618)
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5377)
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1210)

async function main(machine) {
	const cancelled = new AbortController()
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.on(signal, () => cancelled.abort(new Error('The run was cancelled during the login.')))
	}
	try {
		const inputs = (0, _inputs_js__WEBPACK_IMPORTED_MODULE_3__ /* .readInputs */.Ko)(machine.env)
		if (inputs.token === '') return await withoutToken(inputs, machine)
		const { login } = await Promise.all(
			/* import() */ [__nccwpck_require__.e(775), __nccwpck_require__.e(296), __nccwpck_require__.e(98)],
		).then(__nccwpck_require__.bind(__nccwpck_require__, 8098))
		await login(inputs, machine, cancelled.signal)
	} catch (error) {
		;(0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .fail */.fJ)(
			error,
			(0, _inputs_js__WEBPACK_IMPORTED_MODULE_3__ /* .secretsIn */.VY)(machine.env),
		)
		;(0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .setLoggedOut */.zs)()
	}
}
async function withoutToken({ onMissingToken }, { env }) {
	const { whyMissing } = await __nccwpck_require__
		.e(/* import() */ 87)
		.then(__nccwpck_require__.bind(__nccwpck_require__, 8087))
	const why = whyMissing(env, eventOf(env), onMissingToken)
	if (onMissingToken === 'fail') throw (0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .failure */.V2)('No token', why)
	;(0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .skip */.iv)(why)
	;(0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .setLoggedOut */.zs)()
}
function eventOf(env) {
	try {
		return (
			JSON.parse((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) ??
			undefined
		)
	} catch {
		return undefined
	}
}
async function post(saved, machine) {
	const tokens = (0, _inputs_js__WEBPACK_IMPORTED_MODULE_3__ /* .readTokens */.He)(machine.env)
	try {
		const { closeSession, openSessions, savedSession } = await Promise.all(
			/* import() */ [__nccwpck_require__.e(775), __nccwpck_require__.e(296)],
		).then(__nccwpck_require__.bind(__nccwpck_require__, 296))
		const temp = machine.env['RUNNER_TEMP'] ?? ''
		const sessions = await savedSession(saved, temp).catch((error) => {
			;(0, _actions_core__WEBPACK_IMPORTED_MODULE_2__.warning)(
				`${error.message} All sessions of this job are closed instead.`,
				{
					title: 'Choreo session unknown',
				},
			)
			return openSessions(temp)
		})
		for (const session of sessions) {
			if (session.logout) await closeSession(session, machine, tokens)
			else (0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .say */.cv)(stays(session))
		}
	} catch (error) {
		;(0, _actions_core__WEBPACK_IMPORTED_MODULE_2__.warning)(
			(0, _token_js__WEBPACK_IMPORTED_MODULE_5__ /* .redact */.E$)(error.message, tokens),
			{ title: 'Choreo log-out incomplete' },
		)
	}
}
function stays({ command, isolate, home, cliDirectory }) {
	return isolate
		? `The session of \`${command}\` stays, as \`logout: false\` asks, until the runner empties its temporary directory.`
		: `The login of \`${command}\` stays in ${(0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, cliDirectory)}, as \`logout: false\` asks.`
}
async function logout(machine) {
	try {
		const { closeSession, openSessions, sessionIn } = await Promise.all(
			/* import() */ [__nccwpck_require__.e(775), __nccwpck_require__.e(296)],
		).then(__nccwpck_require__.bind(__nccwpck_require__, 296))
		const temp = machine.env['RUNNER_TEMP'] ?? ''
		const directory = (0, _inputs_js__WEBPACK_IMPORTED_MODULE_3__ /* .readSession */.lx)(machine.env)
		const sessions = directory === '' ? await openSessions(temp) : [await sessionIn(directory, temp)]
		if (sessions.length === 0) (0, _actions_core__WEBPACK_IMPORTED_MODULE_2__.info)('No session of this job is open.')
		for (const session of sessions) await closeSession(session, machine, [])
	} catch (error) {
		;(0, _report_js__WEBPACK_IMPORTED_MODULE_4__ /* .fail */.fJ)(error, [])
	}
}

var __webpack_exports__logout = __webpack_exports__.ri
var __webpack_exports__main = __webpack_exports__.iW
var __webpack_exports__post = __webpack_exports__.bE
export { __webpack_exports__logout as logout, __webpack_exports__main as main, __webpack_exports__post as post }
