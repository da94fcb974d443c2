import type { Generated } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'

export type Sex = 'F' | 'M' | 'U'

export interface PeopleTables {
  'people.person': {
    provinceId: string
    id: string
    unitId: string
    fullName: string
    address: Generated<string>
    sex: Generated<Sex>
    jobTitle: string | null
    phone: string | null
    email: string | null
    searchName: string
    leftOn: PlainDate | null
  }
}
