import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSession } from '#core/access/web/session.ts'
import { spokenTo } from '#platform/i18n/person-name.ts'
import { dueWords, urgencyOf } from '#platform/web/due.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { today, useFormat } from '#platform/web/format.ts'
import { ButtonLink } from '#platform/web/link.tsx'
import { OperationView } from '#platform/web/operation-view.tsx'
import { useOperation } from '#platform/web/operations.ts'
import { PageHead } from '#platform/web/page-head.tsx'
import type { Urgency } from '#platform/web/todo-card.tsx'
import { TodoCard, TodoList } from '#platform/web/todo-card.tsx'
import { useWords } from '#platform/web/words.ts'
import { listTodos, type Todo } from '../contract.ts'

/** What to do next, why, by when, one button each. */
export default function TodosPage() {
  const { active } = useSession()
  const format = useFormat()
  const read = useOperation(listTodos, { unitId: active.unitId }, { refetchEveryMs: 60_000 })
  const client = useQueryClient()
  // Who comes here wants what is so now, not what the number in the navigation was counted from.
  useEffect(() => void client.invalidateQueries({ queryKey: ['todos'] }), [client])
  return (
    <>
      <PageHead title="todos.title" above={format.weekday(today())} />
      <OperationView read={read}>{(todos) => <Todos todos={todos} />}</OperationView>
    </>
  )
}

function Todos({ todos }: { todos: readonly Todo[] }) {
  const { t, language } = useWords()
  const { person } = useSession()
  const now = today()
  const pressing = todos.filter((todo) => todo.kind !== 'opportunity')
  const later = todos.filter((todo) => todo.kind === 'opportunity')
  const late = pressing.filter((todo) => todo.dueOn !== null && todo.dueOn < now).length
  const greeted = { who: spokenTo(person, language), n: pressing.length }
  return (
    <div className="stack">
      <p>{late > 0 ? t(['todos.greeting_late', { ...greeted, late }]) : t(['todos.greeting', greeted])}</p>
      {todos.length === 0 && <EmptyState title="todos.empty_title" text="todos.empty_text" />}
      {pressing.length > 0 && (
        <TodoList>
          {pressing.map((todo) => (
            <TodoLine key={todo.id} todo={todo} now={now} />
          ))}
        </TodoList>
      )}
      {later.length > 0 && (
        <>
          <h2>{t('todos.later')}</h2>
          <TodoList>
            {later.map((todo) => (
              <TodoLine key={todo.id} todo={todo} now={now} />
            ))}
          </TodoList>
        </>
      )}
    </div>
  )
}

function TodoLine({ todo, now }: { todo: Todo; now: string }) {
  const { find } = useWords()
  // Every module has its own sentences, by keys that only it knows.
  const words = (key: string) => find(key, todo.params) ?? key
  const [to, query] = todo.href.split('?')
  const label = words(todo.actionKey)
  const due = todo.dueOn ? dueWords(now, todo.dueOn) : todo.kind === 'returned' ? 'todos.returned' : todo.kind === 'waiting' ? 'todos.waiting' : undefined
  return (
    <TodoCard
      urgency={urgency(todo, now)}
      title={words(todo.titleKey)}
      {...(due ? { due } : {})}
      reason={words(todo.whyKey)}
      action={<ButtonLink to={to!} search={Object.fromEntries(new URLSearchParams(query))} label={['todos.button', { label }]} />}
    />
  )
}

function urgency({ dueOn, kind }: Todo, now: string): Urgency {
  if (dueOn) return urgencyOf(now, dueOn)
  if (kind === 'returned') return 'soon'
  return kind === 'opportunity' ? 'later' : 'normal'
}
