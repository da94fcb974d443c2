import { createPolicy, type Policy } from '#core/access/model/policy.ts'
import type { Request } from '#core/access/request.ts'
import { factStatements } from '#core/facts/model/fact-views.ts'
import type { Measure } from '#core/facts/model/measure.ts'
import { agendaOf } from '#core/agenda/module.ts'
import { core } from '#core/index.ts'
import type { Module } from '#core/module.ts'
import { listTodosOf, todoPermissions, todoTitle } from '#core/todos/list-todos.ts'
import { modules } from '#modules/index.ts'
import type { MigrationSource } from '#platform/db/migrate.ts'
import type { Subscription } from '#platform/jobs.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import type { Operation } from '#platform/operation.ts'
import { join } from 'node:path'

const declared: readonly Module[] = [...core, ...modules]
const every: readonly Module[] = [...declared, agendaOf(declared.flatMap((module) => module.agenda ?? []))]

/** The parts of every module, joined. */
export interface Product {
  readonly modules: readonly Module[]
  readonly operations: readonly Operation<Request>[]
  /** Uploads and downloads. */
  readonly plainRoutes: readonly PlainRoute[]
  /** Names in Vietnamese by the first part of the names of operations. */
  readonly titles: Readonly<Record<string, string>>
  readonly policy: Policy
  readonly migrations: readonly MigrationSource[]
  /** What the modules count. */
  readonly measures: readonly Measure[]
  readonly queues: readonly string[]
  readonly subscriptions: readonly Subscription[]
}

/** @throws Error when two modules declare the same operation, route, permission or measure, or a dependency is missing */
export function createProduct(): Product {
  const operations = [...every.flatMap((module) => module.operations ?? []), listTodosOf(every.flatMap((module) => module.todos ?? []))]
  const plainRoutes = every.flatMap((module) => module.plainRoutes ?? [])
  const described = [...operations.map(({ contract }) => contract), ...plainRoutes]
  refuseTwice('operation', described.map(({ name }) => name))
  refuseTwice('route', described.map(({ route }) => route))
  const names = new Set(every.map((module) => module.name))
  for (const module of every) {
    const missing = module.dependsOn?.find((name) => !names.has(name))
    if (missing) throw new Error(`module ${module.name} depends on ${missing}, which is not there`)
  }
  const sources = every.flatMap((module) => module.facts ?? [])
  return {
    modules: every,
    operations,
    plainRoutes,
    titles: { todos: todoTitle, ...Object.fromEntries(every.map(({ name, title }) => [name, title])) },
    policy: createPolicy([todoPermissions, ...every.map((module) => module.permissions ?? {})]),
    migrations: [
      { module: 'platform', folder: join(import.meta.dirname, '../platform/db') },
      ...every.map(({ name, folder }) => ({ module: name, folder })),
      { module: 'app', folder: import.meta.dirname, repeatable: [{ name: 'facts/union', text: factStatements(sources) }] },
    ],
    measures: sources.flatMap((source) => source.measures),
    queues: every.flatMap((module) => module.queues ?? []),
    subscriptions: every.flatMap((module) => module.subscriptions ?? []),
  }
}

function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`${what} ${twice} is declared twice`)
}
