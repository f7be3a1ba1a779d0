// Stands in for what @actions/core and @actions/tool-cache import when they load and this action never
// calls, and only in dist. With @actions/http-client come undici, 935 kB to review and twice the start-up
// time of the whole action; @actions/core wants it for OpenID Connect, and @actions/exec to describe the
// platform. The network code of this action is src/http.ts; src/cli.ts has the real @actions/exec.
function absent() {
  throw new Error('This function of a package is not part of the bundle: see bundle/absent.js')
}

export { absent as BearerCredentialHandler, absent as getExecOutput, absent as HttpClient }
