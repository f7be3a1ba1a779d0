import { createHash } from 'node:crypto'

/** A package of which dist holds code. */
export interface Package {
  /** Where npm installed it, relative to the root of the repository. */
  readonly directory: string
  readonly name: string
  readonly version: string
  /** An SPDX identifier or expression, as its package.json states it. */
  readonly license: string
}

/**
 * Describes the packages in dist as CycloneDX: https://cyclonedx.org/docs/1.6/json/
 *
 * The same packages always give the same text, because CI compares dist with a second build. So the serial
 * number is a digest, and there is no time and no version of the action itself.
 */
export function billOfMaterials(action: string, packages: readonly Package[]): string {
  const components = packages.map(({ name, version, license }) => {
    // https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    const licenses = [{ expression: license }]
    return { type: 'library', 'bom-ref': purl, name, version, licenses, purl }
  })
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([action, components]))}`,
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': action, name: action } },
    components,
  }
  return `${JSON.stringify(bill, undefined, 2)}\n`
}

/** A UUID of version 8, whose bits are free to choose: https://www.rfc-editor.org/rfc/rfc9562#section-5.8 */
function uuidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex')
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
