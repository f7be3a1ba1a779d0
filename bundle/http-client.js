// Takes the place of @actions/http-client in dist, and only there. CONTRIBUTING.md, 'The build', says why.
function absent() {
  throw new Error('@actions/http-client is not part of this bundle: see bundle/http-client.js')
}

export { absent as BearerCredentialHandler, absent as HttpClient }
