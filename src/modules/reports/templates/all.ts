import type { Form, FormCode } from '../model/form.ts'
import { actionMonth } from './action-month.ts'
import { adHoc } from './ad-hoc.ts'
import { halfYear } from './half-year.ts'
import { schoolViolence } from './school-violence.ts'
import { year } from './year.ts'

/** The forms that come with the product, each in its newest version. */
export const forms = { half_year: halfYear, year, action_month: actionMonth, school_violence: schoolViolence, ad_hoc: adHoc } as const satisfies Record<FormCode, Form>
