import type { Request } from '#core/access/request.ts'
import { verifyRecords } from './verify.ts'

export const VERIFY = 'audit.verify'

/**
 * Verifies every record, once a day.
 * @throws Error when one is not whole: whoever runs the server hears of it; what was found is kept
 */
export async function verifyNightly(request: Pick<Request, 'db' | 'now'>): Promise<void> {
  const { broken } = await verifyRecords(request)
  if (broken.length > 0) throw new Error(`nhật ký không nguyên vẹn: ${broken.map(({ unitId, number, fault }) => `${unitId} ${number} ${fault}`).join(', ')}`)
}
