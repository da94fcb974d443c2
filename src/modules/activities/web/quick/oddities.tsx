import type { Kind } from '#core/records/model/kind.ts'
import { today, useFormat } from '#platform/web/format.ts'
import { Note } from '#platform/web/note.tsx'
import { useWords } from '#platform/web/words.ts'
import { type Enrolled, photosOf, type QuickForm, quickValues } from '../../model/quick.ts'
import { odditiesOf } from '../../model/questions.ts'

/** What looks strange before it is saved, as far as the device knows: asked, never blocked. The server asks again and keeps the answer. */
export function Oddities({ form, kind, enrolled }: { form: QuickForm; kind: Kind; enrolled: readonly Enrolled[] }) {
  const { t } = useWords()
  const format = useFormat()
  const school = enrolled.find(({ of }) => of === 'school')
  const taken = photosOf(form, kind)
  const pictures = taken.map(({ uploadId, takenOn, digest }, at) => ({ id: uploadId, takenOn, sameAs: null, isTwice: taken.slice(0, at).some((other) => other.digest === digest) }))
  const oddities = odditiesOf(kind, quickValues(form, kind), { today: today(), pupils: school ? school.female + school.male : null, pictures })
  if (oddities.length === 0) return null
  return (
    <Note tone="warn" alert>
      {oddities.map(({ key, kind: question, params }) => (
        <p key={key}>{t(`activities.question_${question}`, { ...params, ...(typeof params['day'] === 'string' ? { day: format.day(params['day']) } : {}) })}</p>
      ))}
    </Note>
  )
}
