import { Readable } from 'node:stream'
import sharp from 'sharp'
import type { Services } from '#core/services.ts'
import { keepEvidence } from '#modules/activities/http.ts'
import { KINDS } from '#modules/activities/kinds/all.ts'
import addFile from '#modules/activities/operations/add-file.ts'
import addLink from '#modules/activities/operations/add-link.ts'
import saveActivity from '#modules/activities/operations/save-activity.ts'
import readAssignments from '#modules/assignments/operations/list-assignments.ts'
import type { Request } from '#core/access/request.ts'
import { ACTIVITIES, type ActivityStory } from './activity-stories.ts'
import type { Cast } from './cast.ts'

/** Records what was done in the year so far, each on its own day. */
export async function makeActivities(services: Services, cast: Cast): Promise<void> {
  const past = ACTIVITIES.filter(({ on }) => `${cast.year}-${on}` <= cast.today)
  const pictures = await Promise.all(past.map(({ picture }) => picture && drawn(services, picture)))
  for (const [at, story] of past.entries()) {
    const writing = cast.as(story.by, `${cast.year}-${story.on}`)
    const recordId = await record(cast, writing, story)
    const picture = pictures[at]
    if (picture) await addFile.run(writing, { recordId, evidenceId: writing.newId(), caption: story.title, peopleShown: false, consent: false, ...picture })
    if (story.link) await addLink.run(writing, { recordId, evidenceId: writing.newId(), link: story.link, caption: story.title })
  }
}

async function record(cast: Cast, writing: Request, story: ActivityStory): Promise<string> {
  const { kind, title, place = null, result = null, fields = {}, cost } = story
  const unitId = cast.idOf(story.unitKey)
  const recordId = writing.newId()
  const { assignments } = story.task ? await readAssignments.run(writing, { unitId, year: cast.year }) : { assignments: [] }
  const task = assignments.find(({ text }) => text.toLowerCase().includes(story.task ?? ''))
  await saveActivity.run(writing, {
    unitId,
    recordId,
    kind,
    kindVersion: KINDS.get(kind)!.version,
    revision: 0,
    state: 'recorded',
    values: {
      onDay: `${cast.year}-${story.on}`,
      untilDay: null,
      title,
      place,
      result,
      fields,
      headCounts: headCountsOf(story),
      cost: cost === undefined ? null : cost * 1000,
      costSource: cost === undefined ? null : 'recurrent',
      taskId: task?.id ?? null,
      planId: task?.planId ?? null,
      nodeId: task?.nodeId ?? null,
    },
  })
  return recordId
}

function headCountsOf({ people, fields }: ActivityStory) {
  const sessions = typeof fields?.['sessions'] === 'number' ? fields['sessions'] : 1
  const once = { ageGroup: '', ethnicity: '' } as const
  return Object.entries(people).flatMap(([audience, pair]) =>
    (['F', 'M'] as const).flatMap((sex, at) => {
      const persons = pair[at] ?? 0
      const contacts = sessions > 1 && fields?.['club_name'] !== undefined ? persons * sessions : persons
      return persons === 0 ? [] : [{ ...once, audience: audience as keyof typeof people, sex, contacts, persons }]
    }),
  )
}

/** An invented picture: two colours and some shapes, kept as a photo is. */
async function drawn(services: Services, [ground, mark]: readonly [string, string]) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="${ground}"/><path d="M0 300L160 190 300 280 430 150 640 310V420H0z" fill="${mark}" opacity=".55"/><circle cx="500" cy="90" r="52" fill="${mark}"/></svg>`
  const staged = await services.files.stage(Readable.from([await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer()]), services.config.uploadLimitBytes)
  try {
    return await keepEvidence(services, staged, 'hinh-hoat-dong.jpg')
  } finally {
    await staged.drop()
  }
}
