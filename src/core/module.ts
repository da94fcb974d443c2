import type { Permissions } from '#core/access/model/policy.ts'
import type { Request } from '#core/access/request.ts'
import type { JobHandler, Subscription } from '#platform/jobs.ts'
import type { PlainRoute } from '#platform/http/plain-route.ts'
import type { Operation } from '#platform/operation.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FactSource } from './facts/model/measure.ts'
import type { Services } from './services.ts'
import type { AgendaProvider } from './agenda/provider.ts'
import type { TodoProvider } from './todos/list-todos.ts'

/** What a module adds to the product; the application composes the product of these alone. */
export interface Module {
  /** Name of its folder and of its PostgreSQL schema. */
  readonly name: string
  /** Its name in Vietnamese, for the page of the API. */
  readonly title: string
  /** Folder of the module: its migrations lie there. */
  readonly folder: string
  readonly dependsOn?: readonly string[]
  readonly permissions?: Permissions
  // A list holds operations of many inputs; each parses its own.
  readonly operations?: readonly Operation<Request>[]
  /** Work after the commit. */
  readonly jobs?: (services: Services) => readonly JobHandler[]
  /** Names of the queues, so that they exist before the first job. */
  readonly queues?: readonly string[]
  /** Queues that get a job for every event of a name. */
  readonly subscriptions?: readonly Subscription[]
  /** What it counts: a view of facts, from which totals are made. */
  readonly facts?: FactSource
  /** What a person has to do next in this module. */
  readonly todos?: TodoProvider
  /** What stands in the calendar of a unit from this module. */
  readonly agenda?: AgendaProvider
  /** What the routes of `http` are, each that no operation of the list describes. */
  readonly plainRoutes?: readonly PlainRoute[]
  /** Routes that are no plain operation: uploads, downloads. */
  readonly http?: (app: FastifyInstance, services: Services, requestOf: (request: FastifyRequest) => Promise<Request>) => void
}
