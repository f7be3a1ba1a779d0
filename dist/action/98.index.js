export const id = 98
export const ids = [98]
export const modules = {
	/***/ 8098: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		// EXPORTS
		__webpack_require__.d(__webpack_exports__, {
			login: () => /* binding */ login,
		})

		// EXTERNAL MODULE: external "node:path"
		var external_node_path_ = __webpack_require__(6760)
		// EXTERNAL MODULE: external "../core/index.js"
		var index_js_ = __webpack_require__(7952)
		// EXTERNAL MODULE: external "node:timers/promises"
		var promises_ = __webpack_require__(8500)
		// EXTERNAL MODULE: ../../lib/cli.js
		var cli = __webpack_require__(3193)
		// EXTERNAL MODULE: ../../lib/failure.js
		var failure = __webpack_require__(9545)
		// EXTERNAL MODULE: ../../lib/inputs.js
		var lib_inputs = __webpack_require__(8618) // CONCATENATED MODULE: ../../lib/organization.js
		function parseOrganizations(printed) {
			const lists = documents(printed)
				?.map((value) => listIn(value) ?? single(value))
				.filter((list) => list !== undefined)
			return lists === undefined || lists.length === 0 ? undefined : lists.flat()
		}
		function reaches(organizations, expected) {
			return organizations.some(({ names }) => names.some((name) => name.toLowerCase() === expected.toLowerCase()))
		}
		const mostBytes = 1_000_000
		function documents(printed) {
			if (Buffer.byteLength(printed) > mostBytes) return undefined
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
				const value = parse(text.slice(at, end))
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
		function parse(text) {
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
			const own = namesIn(entry, naming)
			const { organization, org, node } = entry
			const inner = organization ?? org ?? node
			const isMembership = inner !== undefined && namesIn(entry, naming.slice(0, 2)).length === 0
			if (isMembership) return organizationOf(inner)
			return own.length === 0 ? undefined : { names: own }
		}
		function namesIn(entry, keys) {
			return keys
				.flatMap((pattern) => Object.entries(entry).filter(([key]) => pattern.test(key)))
				.map(([, name]) => name)
				.filter((name) => typeof name === 'string' || typeof name === 'number')
				.map((name) => String(name).trim())
				.filter((name) => name !== '')
		}

		// EXTERNAL MODULE: ../../lib/report.js
		var report = __webpack_require__(5377)
		// EXTERNAL MODULE: ../../lib/token.js
		var token = __webpack_require__(1210) // CONCATENATED MODULE: ../../lib/authenticate.js

		async function authenticate(inputs, executable) {
			const { token, fallbackToken, loginAttempts } = inputs
			const tokens = (0, lib_inputs /* tokensOf */.k8)(inputs)
			const loginWith = (one) =>
				attempt(
					'Login',
					() =>
						cli /* login */
							.iD(executable, one),
					loginAttempts,
					tokens,
					executable,
				)
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
				() =>
					cli /* organizations */
						.Zn(executable),
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
				const outcome = await (0, report /* timed */.ay)(
					`${what}, attempt ${number} of ${attempts}`,
					call(),
					howItEnded,
				)
				if (outcome.exitCode === 0 && outcome.stopped === undefined) {
					return { outcome, failure: undefined }
				}
				const failed = (0, failure /* explain */.WE)(outcome, tokens)
				if (failed.kind !== 'passing') return { outcome, failure: failed }
				if (number === attempts) return { outcome, failure: afterAttempts(failed, attempts) }
				const pauseMs = Math.min(firstPauseMs * 2 ** (number - 1), longestPauseMs) * (1 + Math.random() / 2)
				;(0, report /* say */.cv)(
					`Attempt ${number} of ${attempts} failed (${failed.title}). The next one is in ${(pauseMs / 1000).toFixed(1)} s.`,
				)
				await (0, promises_.setTimeout)(pauseMs, undefined, { signal: cancelled }).catch(() => {})
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
			return line.length > longestName ? `${line.slice(0, longestName)}…` : line
		}
		function listed(names) {
			if (names.length === 0) return 'no organization at all'
			const shown = names.slice(0, mostListed).map((name) => `"${name}"`)
			const more = names.length - shown.length
			return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
		}

		// EXTERNAL MODULE: ../../lib/claim.js
		var claim = __webpack_require__(5735)
		// EXTERNAL MODULE: ../../lib/close.js + 1 modules
		var lib_close = __webpack_require__(296)
		// EXTERNAL MODULE: ../../lib/distribution.js
		var distribution = __webpack_require__(5529) // CONCATENATED MODULE: ../../lib/expiry.js
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
		}

		// EXTERNAL MODULE: ../../lib/machine-home.js
		var machine_home = __webpack_require__(8464)
		// EXTERNAL MODULE: external "node:fs"
		var external_node_fs_ = __webpack_require__(3024) // CONCATENATED MODULE: ../../lib/obtain.js

		async function obtain(inputs, machine, temp, cancelled) {
			const cli = await (0, report /* timed */.ay)('Getting the CLI', find(inputs, machine, temp, cancelled))
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
			const { install } = await __webpack_require__
				.e(/* import() */ 935)
				.then(__webpack_require__.bind(__webpack_require__, 9935))
			return install(inputs, machine, temp, cancelled)
		}
		async function locate(path) {
			const { which } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6521))
			const found = await which(/[\\/]/.test(path) ? (0, external_node_path_.resolve)(path) : path)
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
		}

		// EXTERNAL MODULE: ../../lib/session.js + 3 modules
		var lib_session = __webpack_require__(9788) // CONCATENATED MODULE: ../../lib/summary.js

		async function writeSummary(heading, rows) {
			const cells = Object.entries(rows)
				.filter(([, value]) => value !== '')
				.map(([name, value]) => [escaped(name), escaped(value)])
			try {
				await index_js_.summary.addHeading(escaped(heading), 3).addTable(cells).write()
			} catch {}
		}
		function escaped(text) {
			const line = text.replace(/\s+/g, ' ')
			return line.replace(/[&<>"'`|[\]*_#:@\\]/g, (character) => `&#${character.codePointAt(0)};`)
		} // CONCATENATED MODULE: ../../lib/login.js

		async function login(inputs, machine, cancelled) {
			const temp = machine.env['RUNNER_TEMP']
			if (!temp) {
				throw new Error('RUNNER_TEMP is not set: this action works in a job of GitHub Actions only.')
			}
			await checkCommand(inputs, temp)
			const expires = warnOfExpiry(inputs, Date.now())
			const installed = await obtain(inputs, machine, temp, cancelled)
			let session = plan(inputs, temp, installed.path)
			;(0, index_js_.saveState)('session', session)
			const executable = {
				path: installed.path,
				env: {
					...cli /* scrub */
						._I(machine.env, (0, lib_inputs /* tokensOf */.k8)(inputs)),
					...(0, lib_session /* settingsOf */.f5)(session, machine.platform),
				},
				timeoutMs: inputs.timeoutSeconds * 1000,
				cancelled,
			}
			try {
				const path = await (0, lib_session /* openSession */.fA)(session, machine).catch((error) => {
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
				;(0, index_js_.saveState)('session', session)
				;(0, lib_session /* markSession */.y6)(session)
				if (inputs.expectedOrganization !== '') await guard(inputs, executable)
				handOver(inputs, session, path, tokenUsed)
				if (inputs.summary) await summarize(inputs, { ...installed, version }, tokenUsed, expires)
			} catch (error) {
				await (0, lib_close /* closeQuietly */.E)(session, machine)
				throw error
			}
		}
		async function checkCommand({ command, cli: name }, temp) {
			if (command === name) return
			const input = `The input \`command\` is "${command}"`
			const taken = await (0, lib_session /* openSessions */.wR)(temp)
			if (taken.some((session) => session.command.toLowerCase() === command.toLowerCase())) {
				throw new Error(
					`${input}, and another login of this job has that name already. Allowed is a name of its own for each account.`,
				)
			}
			const { which } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6521))
			const shadowed = await which(command)
			if (shadowed !== '') {
				;(0, index_js_.warning)(`${input}, and later steps call the CLI by that name now instead of ${shadowed}.`, {
					title: 'Command hides a program',
				})
			}
		}
		function warnOfExpiry({ tokenExpiresOn, expiryWarningDays }, now) {
			if (tokenExpiresOn === undefined) return ''
			const days = daysLeft(tokenExpiresOn, now)
			const message = expiryWarning(tokenExpiresOn, days, expiryWarningDays)
			if (message !== undefined) (0, index_js_.warning)(message, { title: 'Token expires' })
			return inWords(days)
		}
		function plan({ isolate, command, region, logout, cli: name }, temp, path) {
			const cliDirectory = distribution /* distributions */._o[name].homeDirectory
			return (0, lib_session /* planSession */.wk)(temp, { isolate, command, region, logout, cli: path, cliDirectory })
		}
		async function versionOf(executable, tokens) {
			const { stdout, stderr } = await (0, report /* timed */.ay)(
				'Version',
				cli /* version */
					.rE(executable),
			)
			const said = (0, token /* redact */.E$)(`${stdout.slice(0, 4096)}\n${stderr.slice(0, 4096)}`, tokens)
			const number = /\bv?(\d{1,20}(?:\.\d{1,20}){2}(?:-[\w.-]{0,40}\w)?)/.exec(said)?.[1]
			return number === undefined ? '' : `v${number}`
		}
		function introduce(inputs, installed) {
			;(0, report /* say */.cv)(`${nameOf(inputs, installed)}, ${originOf(inputs, installed)}.`)
			;(0, index_js_.setOutput)('cli-version', installed.version)
			;(0, index_js_.setOutput)('cache-hit', installed.cacheHit)
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
				await (0, claim /* claim */.B)(directory, session.directory)
				await (0, machine_home /* keep */.aC)(directory, (0, lib_session /* backupOf */.GH)(session))
				return async () => []
			}
			const places = (0, machine_home /* placesOf */.ek)(session.cliDirectory)
			const [before, elsewhere] = [
				(0, machine_home /* list */.p_)([session.home]),
				(0, machine_home /* list */.p_)(places),
			]
			return async () => {
				if ((0, machine_home /* changes */.Ao)(before, (0, machine_home /* list */.p_)([session.home])).length > 0)
					return []
				const strays = (0, machine_home /* changes */.Ao)(elsewhere, (0, machine_home /* list */.p_)(places))
				warnNotIsolated(strays, places)
				return strays.filter((path) => !elsewhere.has(path))
			}
		}
		function warnNotIsolated(strays, places) {
			const where =
				strays.length > 0
					? `It wrote to ${strays.slice(0, 5).join(', ')} instead, which other jobs on this machine can use. What it added there is removed when the job ends.`
					: `It may keep its login in a keyring, or elsewhere than below ${places.join(' or ')}, where other jobs on this machine can use it.`
			;(0, index_js_.warning)(
				`The CLI logged in, but wrote nothing into the home directory that this login gave it. ${where}`,
				{ title: 'Login not isolated' },
			)
		}
		function handOver(inputs, session, path, tokenUsed) {
			;(0, index_js_.addPath)((0, lib_session /* binOf */.jU)(session))
			;(0, index_js_.setOutput)('authenticated', true)
			;(0, index_js_.setOutput)('cli-path', path)
			;(0, index_js_.setOutput)('token-used', tokenUsed)
			;(0, index_js_.setOutput)('session', session.directory)
			if (tokenUsed === 'fallback') {
				;(0, index_js_.warning)(
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
		async function summarize(inputs, installed, tokenUsed, expires) {
			await writeSummary('Choreo login', {
				CLI: nameOf(inputs, installed),
				Origin: originOf(inputs, installed),
				Organization: inputs.expectedOrganization && `${inputs.expectedOrganization}, confirmed`,
				Token: tokenUsed === 'primary' ? 'the first one' : 'the fallback: renew the first one',
				'Token expires': expires,
				Command: inputs.command,
				Session: endingOf(inputs),
			})
		}

		/***/
	},
}
