import type { Module } from './module.ts'
import { access } from './access/module.ts'
import { audit } from './audit/module.ts'
import { citations } from './citations/module.ts'
import { facts } from './facts/module.ts'
import { files } from './files/module.ts'
import { people } from './people/module.ts'
import { periods } from './periods/module.ts'
import { records } from './records/module.ts'
import { units } from './units/module.ts'

/** What every module stands on, in the order in which it is built up. */
export const core: readonly Module[] = [units, people, audit, files, access, periods, facts, records, citations]
