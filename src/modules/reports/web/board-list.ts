import { LEVELS, SCHOOL_LEVELS } from '#core/units/model/unit.ts'
import { BOARD_CHIPS } from '../model/board.ts'

/** The state of the board in the address. */
export const BOARD_LIST = { loc: 'all', q: '', cap: '', xa: '', xep: 'queue', trang: 1 }
export type BoardList = typeof BOARD_LIST

/** The list as the operations take it; what an old address has wrong is left out. */
export function filterOf({ loc, q, cap, xa }: BoardList) {
  const chip = BOARD_CHIPS.find((one) => one === loc && one !== 'all')
  const level = [...LEVELS, ...SCHOOL_LEVELS].find((one) => one === cap)
  return { ...(chip ? { chip } : {}), ...(level ? { level } : {}), ...(/^[0-9a-f-]{36}$/.test(xa) ? { communeId: xa } : {}), ...(q.trim() ? { q: q.slice(0, 100) } : {}) }
}
