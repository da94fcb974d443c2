import { expect, test } from 'vitest'
import { templates } from '../templates/all.ts'
import { suggestFor } from './suggest.ts'
import { aSuperiorPlan } from './superior-plan-sample.ts'
import { superiorPoints } from './superior-points.ts'

const POINTS = superiorPoints(aSuperiorPlan(), 'upper_secondary')

test.each([
  ['II.1 – gạch 2', 'peaks.action_month'],
  ['II.2 – gạch 1', 'women.review'],
  ['II.3 – gạch 1', 'safety.incidents'],
  ['II.3 – gạch 2', 'control.inspection'],
  ['II.4', 'leadership.committee'],
])('under %s the best line of the template is %s', (labelPath, lineId) => {
  const point = POINTS.find((candidate) => candidate.labelPath === labelPath)
  if (!point) throw new Error('no point')
  const suggestions = suggestFor(point, templates.upper_secondary)
  expect(suggestions[0]?.line.id).toBe(lineId)
  expect(suggestions.length).toBeLessThanOrEqual(5)
  expect(suggestions.map((entry) => entry.score)).toEqual(suggestions.map((entry) => entry.score).sort((a, b) => b - a))
})
