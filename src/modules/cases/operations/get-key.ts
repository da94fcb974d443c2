import { namesOfAccounts } from '#core/access/account-store.ts'
import { beyondReach } from '#core/access/operation.ts'
import { untyped } from '#platform/db/connect.ts'
import { bodiesOf, unitNames } from '../intake-store.ts'
import { getKey, type CaseKeyView } from '../key-contract.ts'
import { answersOf, keepersOf } from '../keeper-store.ts'
import { fingerprintOf, pairsOf } from '../key-pair-store.ts'
import { waitingNear } from '../near-store.ts'
import { openUntil } from '../opened-store.ts'
import { asIntake, caseQuery } from '../store.ts'

export default caseQuery(getKey, async (ctx, { unitId }) => {
  await ctx.allow('cases.work', unitId)
  const { accountId } = ctx.actor!
  const { pairs, keepers, answered, until } = await asIntake(ctx.tx, async () => {
    const pairs = await pairsOf(ctx.tx, accountId)
    const [current, waiting] = (['current', 'waiting'] as const).map((state) => pairs.find((pair) => pair.state === state))
    return {
      pairs,
      keepers: current ? await keepersOf(ctx.tx, current.id) : [],
      answered: waiting ? (await answersOf(ctx.tx, waiting.id)).length : 0,
      until: await openUntil(ctx.tx, ctx),
    }
  })
  const requests = await waitingNear(ctx, unitId)
  const bodies = await beyondReach(ctx.tx, () => bodiesOf(ctx.tx, unitId, ctx.today))
  const names = new Map((await beyondReach(ctx.tx, () => namesOfAccounts(untyped(ctx.tx), [...requests, ...keepers].map((one) => one.accountId)))).map((one) => [one.accountId, one.fullName]))
  const units = await unitNames(ctx.tx, [...bodies, ...requests].map((one) => one.unitId), ctx.today)
  const people = bodies.flatMap(({ unitId: of, people }) => people.filter((person) => person.hasKey && person.accountId !== accountId).map((person) => ({ accountId: person.accountId, name: person.fullName, unitName: units.get(of) ?? '' })))
  const candidates = people.filter((person, at) => people.findIndex((other) => other.accountId === person.accountId) === at)
  const state: CaseKeyView['state'] = pairs.length === 0 ? 'none' : pairs.some((pair) => pair.state === 'waiting') ? 'waiting' : 'current'
  const shown = pairs.find((pair) => pair.state === state) ?? null
  return {
    state,
    madeAt: shown?.madeAt ?? null,
    fingerprint: shown ? fingerprintOf(shown.publicKey) : null,
    openUntil: until,
    keepers: keepers.map((keeper) => candidates.find((person) => person.accountId === keeper.accountId) ?? { accountId: keeper.accountId, name: names.get(keeper.accountId) ?? '', unitName: '' }),
    candidates,
    answered,
    requests: requests.map((pair) => ({
      pairId: pair.id,
      name: names.get(pair.accountId) ?? '',
      unitName: units.get(pair.unitId) ?? '',
      madeAt: pair.madeAt,
      fingerprint: fingerprintOf(pair.publicKey),
      mayAnswer: pair.isKeeper && !pair.hasAnswered,
      answered: pair.answered,
    })),
  }
})
