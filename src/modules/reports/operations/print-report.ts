import { dayOf } from '#platform/clock.ts'
import { printReport } from '../contract.ts'
import type { Body } from '../model/body.ts'
import { reportDocument } from '../model/print.ts'
import { reportById } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { namesOfPeople, parentNameOf, query, unitOn } from '../store.ts'
import { versionOf } from '../version-store.ts'
import { composeReport } from './compose-report.ts'
import { allowReading } from './get-report.ts'
import { AppError } from '#platform/errors.ts'

export default query(printReport, async (ctx, { reportId, number }) => {
  const report = await reportById(ctx.tx, reportId)
  await allowReading(ctx, report)
  const round = await roundById(ctx.tx, report.roundId)
  const isOwn = ctx.actor!.grants.some((grant) => grant.unitId === report.unitId)
  const shown = number ?? (isOwn && report.state !== 'submitted' && report.state !== 'accepted' ? null : report.version)
  if (shown === 0) throw new AppError('conflict', 'reports.not_given_yet')
  const version = shown === null ? null : await versionOf(ctx.tx, reportId, shown)
  const body: Body = version?.body ?? report.signed ?? (await composeReport(ctx.tx, report, round))
  const signedBy = version?.signedBy ?? report.signedBy
  const signedAt = version?.signedAt ?? report.signedAt
  const unit = await unitOn(ctx.tx, report.unitId, round.treeOn)
  return {
    model: reportDocument({
      form: round.form,
      body,
      period: { label: round.periodLabel, to: round.periodTo },
      window: body.window,
      superior: round.unitName,
      unit: { ...unit, parentName: await parentNameOf(ctx.tx, report.unitId, round.treeOn) },
      signerName: (await namesOfPeople(ctx.tx, [signedBy])).get(signedBy ?? '') ?? null,
      signedOn: signedAt && dayOf(signedAt),
    }),
    form: round.form,
    body,
    fileName: `bao-cao-${round.formCode.replaceAll('_', '-')}-${round.periodTo.slice(0, 4)}${version ? `-ban-${version.number}` : '-du-thao'}`,
  }
})
