import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { FormChoiceError } from '../form-choices.ts'
import { sampleDecision, sampleDocument } from '../samples.ts'
import { UnprintableError } from '../unprintable-error.ts'
import { writerProcess, WriterProcessError } from './writer-process.ts'

const start = (file: Uint8Array): string => Buffer.from(file.subarray(0, 4)).toString('latin1')

test('documents are written in one child, which ends when idle and comes back when needed', async () => {
  await using writer = writerProcess({ idleMs: 50 })
  expect(writer.isRunning).toBe(false)
  const [pdf, docx] = await Promise.all([writer.write('pdf', sampleDecision()), writer.write('docx', sampleDecision())])
  expect([start(pdf), start(docx)]).toEqual(['%PDF', 'PK\u0003\u0004'])
  expect(writer.isRunning).toBe(true)
  await setTimeout(200)
  expect(writer.isRunning).toBe(false)
  expect(start(await writer.write('docx', sampleDecision()))).toBe('PK\u0003\u0004')
})

test('a refusal arrives as the error it was, and the child goes on', async () => {
  await using writer = writerProcess()
  const refused = writer.write('pdf', sampleDocument({ lead: 'mặt cười 😀' }))
  await expect(refused).rejects.toThrow(UnprintableError)
  await expect(refused).rejects.toMatchObject({ characters: ['😀'] })
  expect(start(await writer.write('pdf', sampleDecision()))).toBe('%PDF')
})

test('a choice outside the decree is refused with its sentences', async () => {
  await using writer = writerProcess()
  const refused = writer.write('docx', sampleDecision(), { choices: { bodySize: 16 } })
  await expect(refused).rejects.toThrow(FormChoiceError)
  await expect(refused).rejects.toMatchObject({ sentences: [expect.stringContaining('từ 13 đến 14')] })
})

test('a document that takes too long is refused and its child ended', async () => {
  await using writer = writerProcess({ timeoutMs: 1 })
  const late = writer.write('pdf', sampleDecision())
  await expect(late).rejects.toThrow(WriterProcessError)
  await expect(late).rejects.toMatchObject({ reason: 'timeout' })
  expect(writer.isRunning).toBe(false)
})

test('closing refuses what is still waiting', async () => {
  const writer = writerProcess()
  const waiting = writer.write('pdf', sampleDecision())
  await Promise.all([expect(waiting).rejects.toMatchObject({ reason: 'ended' }), writer[Symbol.asyncDispose]()])
})
