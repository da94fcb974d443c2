import { useSession } from '#core/access/web/session.ts'
import { FieldRow } from '#platform/web/field-row.tsx'
import { today } from '#platform/web/format.ts'
import { useListState } from '#platform/web/location.ts'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import { Select } from '#platform/web/select.tsx'
import { Tabs } from '#platform/web/tabs.tsx'
import { useWords } from '#platform/web/words.ts'
import { getBook } from '../contract.ts'
import { KINDS, type SnapshotKind } from '../model/columns.ts'
import { schoolYearName, schoolYearOf } from '../model/school-year.ts'
import { BookEditor } from './book-editor.tsx'
import { BookFile } from './book-file.tsx'
import { SummaryView } from './summary-view.tsx'
import './learners.css'

/** School years that can be looked at before this one. */
const YEARS_BACK = 6

/** The register of a school, or of all schools of a superior together. */
export default function LearnersPage() {
  const { t } = useWords()
  const { active } = useSession()
  const thisYear = schoolYearOf(today())
  // Which of the two counts was due last: the start of the year until spring.
  const [list, setList] = useListState({ nam: thisYear, ky: today().slice(5) >= '03-15' && today().slice(5) < '08-01' ? 'end' : 'start', donvi: active.unitId })
  const kind: SnapshotKind = list.ky === 'end' ? 'end' : 'start'
  const place = { unitId: list.donvi, schoolYear: list.nam, kind }
  const read = useOperation(getBook, place)
  const book = read.data
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, back) => thisYear + 1 - back)
  return (
    <>
      <PageHead title="learners.title" trail={list.donvi === active.unitId ? [] : [{ to: '/si-so', text: t('learners.title') }, { text: book?.unitName ?? '' }]} actions={book?.isSchool && <BookFile book={book} place={place} />} />
      <FieldRow>
        <Select label="learners.school_year" value={String(list.nam)} choices={years.map((year) => ({ value: String(year), text: schoolYearName(year) }))} onChange={(year) => setList({ nam: Number(year) })} />
      </FieldRow>
      <Tabs label="learners.kind" value={kind} tabs={KINDS.map((value) => ({ value, label: `learners.kind_${value}` as const }))} onChange={(ky) => setList({ ky })}>
        <OperationView read={read}>
          {(found) =>
            found.isSchool ? (
              <BookEditor key={`${found.unitId} ${list.nam} ${kind} ${found.snapshot?.revision ?? 0}`} book={found} place={place} />
            ) : (
              <SummaryView place={place} onOpen={(donvi) => setList({ donvi })} />
            )
          }
        </OperationView>
      </Tabs>
    </>
  )
}
