import saveHandFigure from '#modules/indicators/operations/save-hand-figure.ts'
import setTarget from '#modules/indicators/operations/set-target.ts'
import type { Cast } from './cast.ts'
import { MAIN } from './people.ts'

type Share = readonly [part: string, whole: string]

/** Figures that schools enter by hand: women in succession plans, among subject-group heads, on the committee. */
const SHARES: readonly (readonly [unitKey: string, byCode: Readonly<Record<string, Share>>])[] = [
  ['thptbolua', { A05: ['4', '7'], A07: ['5', '11'], D03: ['6', '9'] }],
  [MAIN.highSchool, { A05: ['5', '8'], A07: ['6', '12'], D03: ['7', '11'] }],
  [MAIN.primarySchool, { A05: ['5', '5'], A07: ['7', '9'] }],
]

/** Schools whose committee is in force. */
const COMMITTEES: readonly string[] = ['thptbolua', MAIN.highSchool, MAIN.primarySchool, MAIN.kindergarten]

/** Targets of the year that units have decided. */
const TARGETS: readonly (readonly [username: string, unitKey: string, code: string, value: string])[] = [
  [`chuyenvien.${MAIN.department}`, MAIN.department, 'A07', '45'],
  [`chuyenvien.${MAIN.department}`, MAIN.department, 'D07', '90'],
  ['truongban.thptbolua', 'thptbolua', 'C01', '6'],
  ['truongban.thptbolua', 'thptbolua', 'D07', '95'],
  [`truongban.${MAIN.highSchool}`, MAIN.highSchool, 'C01', '8'],
]

/** Figures entered by hand, marked as such everywhere, and the targets of the year. */
export async function makeFigures(cast: Cast): Promise<void> {
  const { year } = cast
  const to = `${year}-12-31`
  for (const [unitKey, byCode] of SHARES) {
    for (const [code, [part, whole]] of Object.entries(byCode)) await saveHandFigure.run(cast.as(`truongban.${unitKey}`, `${year}-10-15`), { unitId: cast.idOf(unitKey), code, to, part, whole })
  }
  for (const unitKey of COMMITTEES) await saveHandFigure.run(cast.as(`truongban.${unitKey}`, `${year}-10-15`), { unitId: cast.idOf(unitKey), code: 'D01', to, yes: true })
  for (const [username, unitKey, code, value] of TARGETS) await setTarget.run(cast.as(username, `${year}-02-02`), { unitId: cast.idOf(unitKey), code, year, value })
}
