import { readFileSync } from 'node:fs'

/** A package that the lock file pins. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  /** As its author writes it, an SPDX expression; empty when there is none. */
  readonly licence: string
  /** Needed to build or test alone: not part of a running system. */
  readonly isForWork: boolean
}

/** Every package of the lock file, once per version, by name. */
export function pinnedPackages(lockFile = 'package-lock.json'): readonly PinnedPackage[] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }> }
  const found = new Map<string, PinnedPackage>()
  for (const [place, { version = '', license = '', dev = false, link = false }] of Object.entries(packages)) {
    const name = place.split('node_modules/').at(-1)!
    if (!place.includes('node_modules/') || link) continue
    const isForWork = dev && (found.get(`${name}@${version}`)?.isForWork ?? true)
    found.set(`${name}@${version}`, { name, version, licence: license, isForWork })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/**
 * Licences under which a package may run with ours (Apache-2.0): permissive ones, and weak copyleft for what is used as
 * it is, unchanged and replaceable. What is for work alone may have any of these and those below.
 */
const MAY_RUN = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0', 'ISC', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0', 'OFL-1.1', 'Unlicense', 'Zlib']
const MAY_WORK = ['BSD']

/** Whether a licence may be used; of `A OR B` one is enough, of `A AND B` all are needed. */
export function isAllowed({ licence, isForWork }: Pick<PinnedPackage, 'licence' | 'isForWork'>): boolean {
  const allowed = isForWork ? [...MAY_RUN, ...MAY_WORK] : MAY_RUN
  const choices = licence.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)))
}
