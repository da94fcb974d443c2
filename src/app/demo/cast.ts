import type { Request } from '#core/access/request.ts'
import { dayOf, type PlainDate } from '#platform/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { DemoPerson } from './people.ts'

/** The people of the demo at work. */
export interface Cast {
  readonly today: PlainDate
  /** The year in which the story plays. */
  readonly year: number
  personCalled(username: string): DemoPerson
  idOf(unitKey: string): string
  /** A request by the person on a morning, or now where that is still to come. */
  as(username: string, day: PlainDate): Request
}

export function castOf(people: readonly DemoPerson[], idOf: Cast['idOf'], base: Request): Cast {
  const personCalled = (username: string): DemoPerson => {
    const person = people.find((candidate) => candidate.username === username)
    if (!person) throw new Error(`the demo has no ${username}`)
    return person
  }
  const today = dayOf(base.now)
  return {
    idOf,
    today,
    year: Number(today.slice(0, 4)),
    personCalled,
    as(username, day) {
      const { id: personId, accountId, grants: held } = personCalled(username)
      const morning = new Date(`${day}T08:30:00+07:00`)
      const now = morning < base.now ? morning : base.now
      const grants = held.map(({ unitKey, role, line }) => ({ unitId: idOf(unitKey), role, line }))
      return { ...base, actor: { accountId, personId, sessionId: base.newId(), grants }, now, newId: () => uuidv7(now) }
    },
  }
}
