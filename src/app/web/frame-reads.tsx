import TodoCount from '#core/todos/web/todo-count.tsx'
import { UnreadCount } from '#modules/notifications/web/unread-count.tsx'
import { Reads } from './reads.tsx'

/** What the frame shows from the server once it stands. */
export default function FrameReads() {
  return (
    <Reads>
      <TodoCount />
      <UnreadCount />
    </Reads>
  )
}
