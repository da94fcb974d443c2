import type { Line, Role } from '#core/access/model/roles.ts'
import type { Sex } from '#core/people/tables.ts'
import { inventedPerson } from './names.ts'
import { COMMUNE_POSTS, DEPARTMENT_POSTS, everyPostOf, FEW_CENTRE_POSTS, FEW_SCHOOL_POSTS, MINISTRY_POSTS, type Post } from './posts.ts'
import { COMMUNES, MINISTRY, PROVINCES, SCHOOLS } from './units.ts'

/** The units in which every role has its person. */
export const MAIN = { department: 'sosongmo', commune: 'thachmo', highSchool: 'thptsongmo', primarySchool: 'ththachmo', kindergarten: 'mnthachmo' } as const

export interface DemoPerson {
  readonly id: string
  readonly accountId: string
  readonly unitKey: string
  readonly username: string
  readonly fullName: string
  readonly sex: Sex
  /** How the program speaks to the person. */
  readonly address: string
  readonly jobTitle: string
  readonly grants: readonly { readonly unitKey: string; readonly role: Role; readonly line: Line }[]
}

/** One person may hold roles in several units: a principal who sits on the Department's committee. */
const SECOND_ROLES: Readonly<Record<string, DemoPerson['grants']>> = {
  'hieutruong.thptbolua': [{ unitKey: MAIN.department, role: 'member', line: 'either' }],
}

/** Everybody who has an account in the demo. */
export function demoPeople(newId: () => string): readonly DemoPerson[] {
  const places = [
    ...MINISTRY_POSTS.map((post) => ({ unitKey: MINISTRY.key as string, post })),
    ...PROVINCES.flatMap(({ key }) => (key === MAIN.department ? DEPARTMENT_POSTS : fewOf(DEPARTMENT_POSTS)).map((post) => ({ unitKey: key as string, post }))),
    ...COMMUNES.flatMap(({ key }) => (key === MAIN.commune ? COMMUNE_POSTS : fewOf(COMMUNE_POSTS)).map((post) => ({ unitKey: key, post }))),
    ...SCHOOLS.flatMap((school) => postsOfSchool(school).map((post) => ({ unitKey: school.key, post }))),
  ]
  return places.map(({ unitKey, post }, number) => {
    const { fullName, sex } = inventedPerson(number)
    const username = `${post.slug}.${unitKey}`
    const inSchool = SCHOOLS.some((school) => school.key === unitKey)
    const own = post.roles.map((role) => ({ unitKey, role, line: 'either' as const }))
    return {
      id: newId(),
      accountId: newId(),
      unitKey,
      username,
      fullName,
      sex,
      address: sex === 'F' ? (inSchool ? 'cô' : 'chị') : inSchool ? 'thầy' : 'anh',
      jobTitle: post.title,
      grants: [...own, ...(SECOND_ROLES[username] ?? [])],
    }
  })
}

/** The head, the officer and the clerk of a body. */
function fewOf(posts: readonly Post[]): readonly Post[] {
  return posts.slice(0, 3)
}

function postsOfSchool({ key, form }: (typeof SCHOOLS)[number]): readonly Post[] {
  if (key === MAIN.highSchool) return everyPostOf('upper_secondary')
  if (key === MAIN.primarySchool) return everyPostOf('primary')
  if (key === MAIN.kindergarten) return everyPostOf('kindergarten')
  return form === 'continuing' ? FEW_CENTRE_POSTS : FEW_SCHOOL_POSTS
}
