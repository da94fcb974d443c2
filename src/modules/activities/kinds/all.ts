import type { Kind } from '#core/records/model/kind.ts'
import { actionMonth } from './action-month.ts'
import { club } from './club.ts'
import { communication } from './communication.ts'
import { contest } from './contest.ts'
import { cooperation } from './cooperation.ts'
import { counselling } from './counselling.ts'
import { lesson } from './lesson.ts'
import { meeting } from './meeting.ts'
import { model } from './model.ts'
import { other } from './other.ts'
import { parentsEvent } from './parents-event.ts'
import { publication } from './publication.ts'
import { safeSchool } from './safe-school.ts'
import { trainingAttended } from './training-attended.ts'
import { trainingHeld } from './training-held.ts'
import { visit } from './visit.ts'

const declared: readonly Kind[] = [
  communication, publication, trainingHeld, trainingAttended, lesson, contest, club, model, counselling, visit, actionMonth, meeting, cooperation,
  parentsEvent, safeSchool, other,
]

/** Every kind of activity by its code, in the order of the list to choose from. A new kind is a file here and a line above. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(declared.map((kind) => [kind.code, kind]))
