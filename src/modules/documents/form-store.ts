import type { DocumentModel } from '@songhanh/vanban/model'
import type { FormChoices } from '@songhanh/vanban/writing/form'
import { refusedChoices } from '@songhanh/vanban/writing/form-choices'
import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import type { UnitForm } from './form-contract.ts'
import type { Tx } from './store.ts'

/** What is usual, and ours without a choice. */
export const USUAL_FORM: UnitForm = { bodySize: 14, letterheadSize: 13, parentLines: [], issuerLines: [] }

export async function formOfUnit(tx: Tx, unitId: string): Promise<UnitForm> {
  const row = await tx.selectFrom('documents.formChoice').select(['bodySize', 'letterheadSize', 'parentLines', 'issuerLines']).where('unitId', '=', unitId).executeTakeFirst()
  return row ? { ...row, bodySize: Number(row.bodySize), letterheadSize: Number(row.letterheadSize) } : USUAL_FORM
}

export async function saveForm(tx: Tx, unitId: string, form: UnitForm): Promise<void> {
  const owner = await ownerOf(untyped(tx), unitId)
  const row = { ...form, parentLines: [...form.parentLines], issuerLines: [...form.issuerLines] }
  await tx
    .insertInto('documents.formChoice')
    .values({ ...owner, ...row })
    .onConflict((conflict) => conflict.columns(['provinceId', 'unitId']).doUpdateSet(row))
    .execute()
}

/**
 * The choices of a unit for one of its documents. Lines of the letterhead count where the document bears these names: one of
 * another body of the unit, or from before it was renamed, is broken by the program.
 */
export async function choicesFor(tx: Tx, unitId: string, { header }: DocumentModel): Promise<FormChoices> {
  const { bodySize, letterheadSize, parentLines, issuerLines } = await formOfUnit(tx, unitId)
  const fitting = (choices: FormChoices): FormChoices => (refusedChoices(choices, header).length === 0 ? choices : {})
  return {
    ...fitting({ bodySize }),
    ...fitting({ letterheadSize }),
    ...(parentLines.length > 0 ? fitting({ parentLines }) : {}),
    ...(issuerLines.length > 0 ? fitting({ issuerLines }) : {}),
  }
}
