// Takes the place of the index of semver in dist, and only there: the index loads every function that there is.
// These are the ones that src and @actions/tool-cache call.
export { default as clean } from 'semver/functions/clean.js'
export { default as coerce } from 'semver/functions/coerce.js'
export { default as compare } from 'semver/functions/compare.js'
export { default as gt } from 'semver/functions/gt.js'
export { default as satisfies } from 'semver/functions/satisfies.js'
export { default as valid } from 'semver/functions/valid.js'
export { default as validRange } from 'semver/ranges/valid.js'
