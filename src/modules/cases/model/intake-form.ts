import * as z from 'zod/mini'

/** How staff came to hear of it. */
export const CHANNELS = ['person', 'phone', 'paper'] as const
export const SEXES = ['female', 'male', 'unknown'] as const

/** A text of the form: empty when it is not known. */
const known = (most: number) => z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(most))

/**
 * What the form for taking in word of a child asks beside the report itself. Nothing must be filled in: “cán bộ ghi thông
 * tin nếu biết”.
 *
 * @source Nghị định 56/2017/NĐ-CP, Phụ lục, Mẫu số 01 (Báo cáo tiếp nhận thông tin trẻ em)
 */
export const IntakeForm = z.object({
  /** When it was heard, as it was told: hour and day. */
  heardAt: known(60),
  childName: known(120),
  /** Day of birth, or a guess of the age. */
  birth: known(60),
  sex: z.enum(['', ...SEXES]),
  condition: known(2_000),
  consequences: known(2_000),
  father: known(200),
  mother: known(200),
  family: known(1_000),
  carer: known(200),
  /** Done for the child before. */
  doneBefore: known(2_000),
  /** Where the one who told lives. */
  giverAddress: known(300),
  more: known(2_000),
})
export type IntakeForm = z.output<typeof IntakeForm>

/** Its texts, in the order of the form. */
export const INTAKE_FIELDS = ['heardAt', 'childName', 'birth', 'condition', 'consequences', 'father', 'mother', 'family', 'carer', 'doneBefore', 'giverAddress', 'more'] as const satisfies readonly (keyof IntakeForm)[]
