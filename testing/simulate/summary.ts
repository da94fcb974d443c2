import { asSystem } from '#core/access/operation.ts'
import { totalsOf } from '#core/facts/totals.ts'
import getRound from '#modules/reports/operations/get-round.ts'
import listRounds from '#modules/reports/operations/list-rounds.ts'
import type { Stage } from './year.ts'

const KEY_MEASURES = ['plans.issued', 'tasks.due', 'tasks.done_in_time', 'communication.count', 'communication.contacts', 'lesson.periods', 'training_held.contacts', 'counselling.sessions', 'pupils.enrolled', 'pupils.dropped_out', 'hand.A09.part', 'reports.due', 'reports.in_time']
const KEY_CODES = ['communication.contacts', 'communication.contacts[sex=F]', 'lesson.periods', 'pupils.enrolled', 'pupils.enrolled[sex=F]']

/** What happened, what the superiors see, and what the reports say, line by line. */
export async function summaryOf(stage: Stage): Promise<string[]> {
  const { world, ledger, sector, counts, merger, given, options: { year } } = stage
  const names = (id: string) => ledger.units.get(id)!.name
  const lines = [
    `${sector.schools.length} schools, ${sector.communes.length} communes; ${[...counts].map(([what, n]) => `${n} ${what}`).join(', ')}`,
    `${merger.closing.name} → ${merger.heir.name} on ${merger.day}`,
    '',
    `${'measure'.padEnd(26)} ${'Department'.padStart(12)} ${'n of N'.padStart(9)} | ${names(sector.communes[0]!.id)}, then and now`,
  ]
  const asked = { from: `${year}-01-01`, to: `${year}-12-31`, scope: 'below', measures: KEY_MEASURES, withoutMissing: true } as const
  await asSystem<unknown, void>(world.as(null), async (tx) => {
    const commune = { ...asked, unitId: sector.communes[0]!.id, line: 'administrative' } as const
    const [all, then, now] = [await totalsOf(tx, { ...asked, unitId: sector.department.id, line: 'professional', tree: 'then' }), await totalsOf(tx, { ...commune, tree: 'then' }), await totalsOf(tx, { ...commune, tree: 'now' })]
    for (const code of KEY_MEASURES) {
      const [one, before, after] = [all, then, now].map(({ measures }) => measures.find(({ measure }) => measure === code))
      lines.push(`${code.padEnd(26)} ${shown(one?.value).padStart(12)} ${`${one?.known ?? 0}/${one?.units ?? 0}`.padStart(9)} | ${shown(before?.value)}, ${shown(after?.value)}`)
    }
  })
  for (const { id } of await listRounds.run(world.as(sector.department.writer), { unitId: sector.department.id })) {
    const { title, counts: states } = await getRound.run(world.as(sector.department.writer), { roundId: id })
    lines.push('', `${title}: ${Object.entries(states).filter(([, n]) => n > 0).map(([state, n]) => `${n} ${state}`).join(', ')}`)
    const versions = given.filter(({ roundId }) => roundId === id)
    for (const { unitId, number, isLate, cells } of versions) {
      const figures = KEY_CODES.flatMap((code) => cells.filter((cell) => cell.code === code).slice(0, 1).map(({ value }) => `${code} ${shown(value)}`))
      lines.push(`  ${names(unitId).padEnd(36)} v${number}${isLate ? ' late' : '     '} ${figures.join(', ')}`)
    }
  }
  return lines
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : value.toLocaleString('vi-VN')
}
