import type { Logger } from 'pino'
import type { Models } from './ai/models.ts'
import type { Actor } from './auth/actor.ts'
import type { Sealer } from './auth/seal.ts'
import type { Channels } from './channels/index.ts'
import type { KeyRing } from './auth/key-ring.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/database.ts'
import type { Replica } from './db/replica.ts'
import type { DeadLetters, Jobs } from './jobs/jobs.ts'
import type { Strangers } from './net/strangers.ts'

/** What every verb and job may lean on. Made once in app.ts; tests pass their own clock, database and stand-ins. */
export interface Services {
  readonly db: Database
  /** Answers reads of callers who can do with what was true some seconds ago; null: there is none. */
  readonly replica?: Replica | null
  readonly clock: Clock
  readonly log: Logger
  readonly jobs: Jobs & DeadLetters
  readonly models: Models
  readonly keyRing: KeyRing
  readonly channels: Channels
  /** The only way to fetch a URL that somebody else wrote. */
  readonly strangers: Strangers
  /** For the secrets of channel accounts: `createSealer(secret, 'channel-accounts')`. */
  readonly sealer: Sealer
}

/** The first argument of every verb: the services, and who acts in which tenant. */
export interface Ctx extends Services {
  readonly tenantId: string
  readonly actor: Actor
  /** Of the HTTP request, socket operation or job; in logs, events and masked errors. */
  readonly requestId: string
}
