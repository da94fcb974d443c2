import type { Measure } from '#core/facts/model/measure.ts'
import { createProduct } from '#app/product.ts'

/** What the modules of the product declare that they count. */
export const MEASURES_DECLARED: readonly Measure[] = createProduct().modules.flatMap(({ facts }) => facts?.measures ?? [])
