export const id = 935
export const ids = [935]
export const modules = {
	/***/ 9935: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		// EXPORTS
		__webpack_require__.d(__webpack_exports__, {
			install: () => /* binding */ install,
		})

		// EXTERNAL MODULE: external "node:path"
		var external_node_path_ = __webpack_require__(6760)
		// EXTERNAL MODULE: external "../core/index.js"
		var index_js_ = __webpack_require__(7952)
		// EXTERNAL MODULE: ../../lib/distribution.js
		var distribution = __webpack_require__(5529)
		// EXTERNAL MODULE: external "node:crypto"
		var external_node_crypto_ = __webpack_require__(7598)
		// EXTERNAL MODULE: external "node:fs"
		var external_node_fs_ = __webpack_require__(3024)
		// EXTERNAL MODULE: external "node:fs/promises"
		var promises_ = __webpack_require__(1455)
		// EXTERNAL MODULE: external "node:timers/promises"
		var external_node_timers_promises_ = __webpack_require__(8500)
		// EXTERNAL MODULE: external "node:os"
		var external_node_os_ = __webpack_require__(8161) // CONCATENATED MODULE: ../../lib/stage.js

		const mark = '.choreo-login-stage-'
		async function newStage(root) {
			const stage = (0, external_node_path_.join)(root, `${mark}${namespace()}-${process.pid}`)
			await (0, promises_.rm)(stage, { recursive: true, force: true })
			await (0, promises_.mkdir)(stage, { mode: 0o755 })
			return stage
		}
		const longestMs = 24 * 60 * 60 * 1000
		async function removeAbandoned(root) {
			const names = await (0, promises_.readdir)(root).catch(() => [])
			for (const name of names.filter((name) => name.startsWith(mark))) {
				const [owner = '', pid = ''] = name.slice(mark.length).split('-')
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
			return found !== undefined && Date.now() - found.mtimeMs > longestMs
		} // CONCATENATED MODULE: ../../lib/tool-cache.js

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
		function verify(directory, shelf) {
			try {
				const text = (0, external_node_fs_.readFileSync)((0, external_node_path_.join)(directory, proofName), 'utf8')
				const { tag, archive, executable, comparedWith } = JSON.parse(text)
				if (tag !== shelf.tag || !archive || !executable || comparedWith === undefined) return undefined
				const path = (0, external_node_path_.join)(directory, shelf.executable)
				;(0, external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK)
				if (sha256Of(path) !== executable) return undefined
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
					Promise.all(/* import() */ [__webpack_require__.e(866), __webpack_require__.e(181)]).then(
						__webpack_require__.bind(__webpack_require__, 4181),
					),
				)
				const [proof, { find }] = await Promise.all([fill(path), loading])
				await (0, promises_.chmod)(path, 0o755)
				const record = `${JSON.stringify(proof, undefined, 2)}\n`
				await (0, promises_.writeFile)((0, external_node_path_.join)(stage, proofName), record, { mode: 0o644 })
				await moveInto(directory, stage, proof, shelf)
				await (0, promises_.writeFile)(`${directory}.complete`, '', { mode: 0o644 })
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
			const before = process.env[place]
			process.env[place] = root
			try {
				return look()
			} finally {
				if (before === undefined) delete process.env[place]
				else process.env[place] = before
			}
		}
		const place = 'RUNNER_TOOL_CACHE'
		async function writableRoot(shelf) {
			for (const root of shelf.roots.filter((root) => root !== '')) {
				try {
					await (0, promises_.mkdir)(root, { recursive: true })
					const version = (0, external_node_path_.dirname)(directoryOf(root, shelf))
					for (const place of [root, (0, external_node_path_.dirname)(version), version]) {
						if (place === root || (await exists(place)))
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
					const theirs = verify(directory, shelf)
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
		async function exists(path) {
			return (await (0, promises_.stat)(path).catch(() => undefined)) !== undefined
		}
		function sha256Of(path) {
			const hash = (0, external_node_crypto_.createHash)('sha256')
			const buffer = Buffer.allocUnsafeSlow(1024 * 1024)
			const file = (0, external_node_fs_.openSync)(path, 'r')
			try {
				for (;;) {
					const size = (0, external_node_fs_.readSync)(file, buffer)
					if (size === 0) return hash.digest('hex')
					hash.update(buffer.subarray(0, size))
				}
			} finally {
				;(0, external_node_fs_.closeSync)(file)
			}
		}

		// EXTERNAL MODULE: ../../lib/version.js
		var version = __webpack_require__(9799) // CONCATENATED MODULE: ../../lib/install.js

		async function install(inputs, machine, temp, cancelled) {
			const target = (0, distribution /* targetOf */.$r)(machine.platform, machine.arch)
			const shelfOf = (tag) => ({
				roots: [machine.env['RUNNER_TOOL_CACHE'] ?? '', (0, external_node_path_.join)(temp, 'choreo-tool-cache')],
				cli: inputs.cli,
				tag,
				arch: machine.arch,
				executable: (0, distribution /* executableName */.IK)(inputs.cli, target),
			})
			const tag = (0, version /* exactTag */.Y)(inputs.cli, inputs.cliVersion)
			const found = tag && cached(shelfOf(tag), expected(inputs, undefined))
			if (found) return found
			const { download, findRelease } = await __webpack_require__
				.e(/* import() */ 908)
				.then(__webpack_require__.bind(__webpack_require__, 3908))
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
			const hit = tag === undefined && cached(shelf, digests)
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
		function cached(shelf, digests) {
			const directory = lookUp(shelf)
			if (directory === undefined) return undefined
			const proof = verify(directory, shelf)
			if (proof === undefined) {
				;(0, index_js_.warning)(
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
			;(0, index_js_.warning)(
				`The download of the ${distribution /* distributions */._o[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
					`To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
				{ title: 'CLI not verified' },
			)
		}

		/***/
	},

	/***/ 9799: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ Y: () => /* binding */ exactTag,
			/* harmony export */ d: () => /* binding */ isTag,
			/* harmony export */
		})
		/* harmony import */ var _distribution_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5529)

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
	},
}
