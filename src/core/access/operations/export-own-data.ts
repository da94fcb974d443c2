import { exportOwnData } from '../contract.ts'
import { callerAccount } from '../own-account.ts'
import { heldAbout } from '../personal-data.ts'
import { query } from '../store.ts'

export default query(
  exportOwnData,
  async (ctx) => {
    const account = await callerAccount(ctx)
    await ctx.noteReading({ unitId: account.unitId, action: exportOwnData.name, entity: account.personId })
    return heldAbout(ctx.tx, account.personId, ctx)
  },
  { as: 'system' },
)
