import { useState } from 'react'
import { Button } from '#platform/web/button.tsx'
import { Chips } from '#platform/web/chips.tsx'
import { CoverageList, CoverageRow } from '#platform/web/coverage-row.tsx'
import { dueWords, urgencyOf } from '#platform/web/due.ts'
import { formatDay, formatDayOfYear } from '#platform/i18n/day.ts'
import { TextLink } from '#platform/web/link.tsx'
import { Pagination } from '#platform/web/pagination.tsx'
import { Progress } from '#platform/web/progress.tsx'
import { SplitPane } from '#platform/web/split-pane.tsx'
import { StackedBar } from '#platform/web/stacked-bar.tsx'
import { Steps } from '#platform/web/steps.tsx'
import { type Sort, Table } from '#platform/web/table.tsx'
import { Tabs } from '#platform/web/tabs.tsx'
import { Tag, type Tone } from '#platform/web/tag.tsx'
import { TodoCard, TodoList } from '#platform/web/todo-card.tsx'
import { useWords } from '#platform/web/words.ts'
import { type School, schools } from './sample.ts'

const TODAY = '2026-05-18'
const TONES: Readonly<Record<School['state'], Tone>> = { returned: 'returned', missing: 'bad', writing: 'warn', waiting: 'info', done: 'ok', exempt: 'mute' }

export function Lists() {
  const { t } = useWords()
  const [view, setView] = useState<'year' | 'month'>('year')
  return (
    <section className="stack">
      <h2>{t('sample.lists')}</h2>
      <Steps
        label="sample.steps"
        current={1}
        steps={['sample.step_receive', 'sample.step_write', 'sample.step_ask', 'sample.step_approve', 'sample.step_issue']}
      />
      <SplitPane
        label="sample.views"
        main={{ label: 'sample.plan', content: <Todos /> }}
        aside={{ label: 'sample.coverage', content: <Coverage /> }}
      />
      <Board />
      <Tabs
        label="sample.views"
        value={view}
        onChange={setView}
        tabs={[
          { value: 'year', label: 'sample.year' },
          { value: 'month', label: 'sample.month' },
        ]}
      >
        <p>{t(view === 'year' ? 'sample.year' : 'sample.month')}</p>
      </Tabs>
    </section>
  )
}

function Todos() {
  return (
    <TodoList>
      {[
        { title: 'Báo cáo sự kiện Ngày Quốc tế Gia đình 15/5 còn thiếu số liệu', dueOn: '2026-05-16', reason: 'Thiếu số nam/nữ học sinh tham gia · theo KH trường mục II.2', action: 'sample.fill_in' as const },
        { title: 'Sở trả lại: bổ sung minh chứng chỉ tiêu 2.1', dueOn: '2026-05-21', reason: '“Đề nghị đính kèm quyết định quy hoạch cán bộ nữ” – chị Trần Thu Hà, 15/05', action: 'sample.open_report' as const },
        { title: 'Nộp báo cáo 6 tháng đầu năm cho Sở', dueOn: '2026-05-28', reason: 'Đã tự điền 21/24 mục từ hoạt động của trường', action: 'sample.open_report' as const },
      ].map(({ title, dueOn, reason, action }) => (
        <TodoCard key={title} urgency={urgencyOf(TODAY, dueOn)} title={title} due={dueWords(TODAY, dueOn)} reason={`${formatDay(dueOn)} · ${reason}`} action={<Button label={action} />} />
      ))}
      <TodoCard urgency="later" title="Ngày Gia đình Việt Nam 28/6 – chưa có hoạt động nào trong kế hoạch" reason="Có 6 mẫu hoạt động phù hợp cấp THPT" action={<Button kind="secondary" label="sample.add" />} />
    </TodoList>
  )
}

function Coverage() {
  const [selected, setSelected] = useState('II.2')
  return (
    <div className="card">
      <Progress label="sample.covered_tasks" value={4} max={5} tone="ok" />
      <CoverageList>
        {(['II.1', 'II.2', 'II.3'] as const).map((number) => (
          <CoverageRow
            key={number}
            number={number}
            name="Tuyên truyền, giáo dục pháp luật về bình đẳng giới"
            detail="→ mục II.1"
            tag={<Tag tone={number === 'II.3' ? 'warn' : 'ok'} label={number === 'II.3' ? 'sample.partly' : 'sample.covered'} />}
            isSelected={selected === number}
            onSelect={() => setSelected(number)}
          />
        ))}
        <CoverageRow
          number="II.4"
          name="Phòng ngừa, xử lý bạo lực, quấy rối"
          tag={<Tag tone="bad" label="sample.missing" />}
          actions={
            <>
              <Button kind="secondary" small icon="plus" label="sample.add" />
              <Button kind="ghost" small label="sample.not_applicable" />
            </>
          }
        />
      </CoverageList>
    </div>
  )
}

function Board() {
  const [filter, setFilter] = useState<'mine' | 'returned' | 'done' | 'all'>('all')
  const [sort, setSort] = useState<Sort>({ key: 'name', descending: false })
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['1', '2']))
  const [page, setPage] = useState(2)
  return (
    <div className="stack">
      <StackedBar
        label="sample.reports"
        parts={[
          { tone: 'ok', label: 'sample.done', value: 78 },
          { tone: 'info', label: 'sample.waiting', value: 92 },
          { tone: 'returned', label: 'sample.returned', value: 27 },
          { tone: 'warn', label: 'sample.writing', value: 46 },
          { tone: 'bad', label: 'sample.missing', value: 45 },
          { tone: 'mute', label: 'sample.exempt', value: 12 },
        ]}
      />
      <Chips
        legend="sample.filter"
        value={filter}
        onChange={setFilter}
        choices={[
          { value: 'mine', label: 'sample.mine', count: 92 },
          { value: 'returned', label: 'sample.returned', count: 27 },
          { value: 'done', label: 'sample.done', count: 78 },
          { value: 'all', label: 'sample.all', count: 300 },
        ]}
      />
      <Table
        cards
        caption="sample.board"
        rows={schools}
        keyOf={(school) => school.id}
        sort={sort}
        onSort={setSort}
        selection={{ keys, onChange: setKeys, nameOf: (school) => school.name }}
        columns={[
          { key: 'name', header: 'sample.school', isName: true, isSortable: true, cell: (school) => <TextLink to="/">{school.name}</TextLink> },
          { key: 'commune', header: 'sample.commune', isSortable: true, cell: (school) => school.commune },
          { key: 'state', header: 'sample.state', cell: (school) => <Tag tone={TONES[school.state]} label={`sample.${school.state}`} /> },
          { key: 'filled', header: 'sample.progress', cell: (school) => <Progress inline label="sample.filled" value={school.filled} max={24} /> },
          { key: 'submitted', header: 'sample.submitted', isNumber: true, cell: (school) => (school.submittedOn ? formatDayOfYear(school.submittedOn) : '—') },
          { key: 'next', header: 'sample.next', cell: () => <Button kind="secondary" small label="sample.remind" /> },
        ]}
      />
      <Pagination page={page} pageSize={50} total={300} onPage={setPage} />
    </div>
  )
}
