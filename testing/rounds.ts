import type { z } from 'zod'
import type { createRound } from '#modules/reports/round-contract.ts'

type RoundInput = z.input<typeof createRound.input>

/** A round for the first half of 2026, due before 28/5, of the schools on the professional line. */
export function aRound(unitId: string, patch: Partial<Omit<RoundInput, 'unitId'>> = {}): RoundInput {
  return {
    unitId,
    title: 'Báo cáo 6 tháng đầu năm 2026',
    formCode: 'half_year',
    line: 'professional',
    audience: { by: 'kind', levels: ['school'] },
    period: { from: '2025-12-15', to: '2026-06-14', label: '6 tháng đầu năm 2026' },
    window: { from: '2025-12-15', to: '2026-05-27' },
    deadline: { day: '2026-05-28', word: 'before' },
    acceptLateUntil: '2026-06-05',
    ...patch,
  }
}
