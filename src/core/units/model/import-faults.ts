/** The columns of the import file, in the order of the template. */
export const COLUMNS = ['code', 'name', 'level', 'schoolLevels', 'form', 'ownership', 'area', 'administrative', 'professional', 'symbol', 'place', 'from'] as const
export type Column = (typeof COLUMNS)[number]

export const FAULT_CODES = [
  'name_missing', 'name_too_long', 'level_unknown', 'school_levels_unknown', 'form_unknown', 'ownership_unknown', 'day_unknown', 'code_unusable',
  'parent_unknown', 'parent_ambiguous', 'parent_faulty', 'parent_missing', 'parent_not_above', 'parent_not_yours', 'circle', 'not_yours',
  'school_levels_missing', 'body_teaches', 'district_closed', 'province_missing', 'area_unknown', 'area_ambiguous',
  'before_parent', 'before_last_change', 'code_twice', 'code_taken', 'row_twice', 'level_differs', 'ministry_is_founded',
] as const
/** What is wrong with a cell; `units.import.<code>` is the sentence that says it and what to do. */
export type FaultCode = (typeof FAULT_CODES)[number]
