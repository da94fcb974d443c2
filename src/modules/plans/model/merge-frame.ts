import type { PlanFrame } from './plan-frame.ts'

/** The parts of a frame that are saved each for itself. */
export const FRAME_FIELDS = ['docTitle', 'preamble', 'lead', 'closing', 'recipients', 'place', 'authority', 'position', 'name'] as const
export type FrameField = (typeof FRAME_FIELDS)[number]

/** A part of a frame as one text, a clause or recipient a line; empty when there is none. */
export function frameText(frame: PlanFrame, field: FrameField): string {
  if (field === 'preamble' || field === 'recipients') return frame[field].join('\n')
  if (field === 'authority' || field === 'position' || field === 'name') return frame.signer[field] ?? ''
  return frame[field] ?? ''
}

/** `frame` with one part as it stands in `source`. */
export function withFrameField(frame: PlanFrame, field: FrameField, source: PlanFrame): PlanFrame {
  if (field === 'authority' || field === 'position' || field === 'name') return { ...frame, signer: { ...frame.signer, [field]: source.signer[field] } }
  return { ...frame, [field]: source[field] }
}

export interface MergedFrame {
  /** Both sets of changes; where both changed the same part it holds theirs, which is already saved. */
  readonly frame: PlanFrame
  readonly conflicts: readonly FrameField[]
}

/**
 * Joins two edits of a frame that started from the same state, part by part.
 *
 * @param base    the frame that both saw
 * @param mine    the frame as I leave it
 * @param theirs  the frame as it stands now
 */
export function mergeFrame(base: PlanFrame, mine: PlanFrame, theirs: PlanFrame): MergedFrame {
  const conflicts: FrameField[] = []
  let frame = theirs
  for (const field of FRAME_FIELDS) {
    const [before, now, standing] = [frameText(base, field), frameText(mine, field), frameText(theirs, field)]
    if (now === before || now === standing) continue
    if (standing === before) frame = withFrameField(frame, field, mine)
    else conflicts.push(field)
  }
  return { frame, conflicts }
}
