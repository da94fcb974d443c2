import type { Permissions } from '#core/access/model/policy.ts'
import { OFFICERS, ROLES } from '#core/access/model/roles.ts'

/** Who may do what in the register of a unit; superiors see what it has issued. */
export const permissions: Permissions = {
  'documents.read': { own: ROLES, below: OFFICERS },
  'documents.readDrafts': { own: ROLES },
  'documents.edit': { own: ['clerk', 'committee_head', 'committee_secretary', 'principal', ...OFFICERS] },
  'documents.approve': { own: ['principal', ...OFFICERS] },
  'documents.number': { own: ['clerk'] },
  'documents.sign': { own: ['clerk', 'principal', ...OFFICERS] },
  'documents.keepTrusted': { own: ['administrator'] },
  'documents.changeSeries': { own: ['clerk', 'principal', 'administrator'] },
}
