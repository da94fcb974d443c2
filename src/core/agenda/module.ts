import { ROLES } from '#core/access/model/roles.ts'
import type { Module } from '#core/module.ts'
import { agendaPlainRoutes, feedRoute } from './http.ts'
import { listAgendaOf } from './list-agenda.ts'
import createFeed from './operations/create-feed.ts'
import listFeeds from './operations/list-feeds.ts'
import revokeFeed from './operations/revoke-feed.ts'
import type { AgendaProvider } from './provider.ts'

/** The calendar over all modules: it reads what each of them provides. */
export function agendaOf(providers: readonly AgendaProvider[]): Module {
  const listAgenda = listAgendaOf(providers)
  return {
    name: 'agenda',
    title: 'Lịch',
    folder: import.meta.dirname,
    dependsOn: ['units', 'access'],
    permissions: { 'agenda.list': { own: ROLES } },
    operations: [listAgenda, listFeeds, createFeed, revokeFeed],
    http: feedRoute(listAgenda),
    plainRoutes: agendaPlainRoutes,
  }
}
