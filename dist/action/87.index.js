export const id = 87
export const ids = [87]
export const modules = {
	/***/ 8087: /***/ (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
		/* harmony export */ __webpack_require__.d(__webpack_exports__, {
			/* harmony export */ whyMissing: () => /* binding */ whyMissing,
			/* harmony export */
		})
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

		/***/
	},
}
