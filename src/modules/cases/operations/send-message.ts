import { sendMessage } from '../contract.ts'
import { enterAs, record } from '../enter-store.ts'
import { caseCommand } from '../store.ts'

/** Also after the closing: who asks again gets an answer. */
export default caseCommand(sendMessage, async (ctx, { caseId, text }) => record(ctx, await enterAs(ctx, caseId, 'handler'), sendMessage.name, { kind: 'message_out', text }))
