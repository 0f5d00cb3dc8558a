import { noDeadLetters } from '../kit/jobs.ts'
import { pino } from 'pino'
import { createKeyRing } from '../../src/platform/auth/key-ring.ts'
import { createSealer } from '../../src/platform/auth/seal.ts'
import type { Role } from '../../src/platform/auth/permissions.ts'
import type { Ctx, Services } from '../../src/platform/context.ts'
import type { Database } from '../../src/platform/db/database.ts'
import {
  createAuthenticator,
  createTenant,
  mintToken,
  type Authenticator,
  type AuthenticatorOptions,
  type NewTenant,
} from '../../src/tenancy/index.ts'

/** What tenancy needs of the house, over a given database, with a clock that stands still until it is moved. */
export interface World {
  readonly services: Services
  readonly authenticator: Authenticator
  advance(ms: number): void
  /** A new tenant with its owner. */
  tenant(
    settings?: Partial<NewTenant>,
  ): Promise<{ tenantId: string; slug: string; userId: string; membershipId: string }>
  /** The context of a member with this role, made when there is none. */
  as(tenantId: string, role: Role): Promise<Ctx>
  stop(): Promise<void>
}

export const testSecret = 'the secret of a test, at least 32 characters'

export async function startWorld(
  db: Database,
  options: { outside?: AuthenticatorOptions['outside']; secret?: string } = {},
): Promise<World> {
  let now = Date.parse('2026-11-20T12:00:00Z')
  const clock = { now: () => new Date(now) }
  const log = pino({ level: 'silent' })
  const sealer = createSealer(options.secret ?? testSecret, 'signing-keys')
  const keyRing = createKeyRing({ db, clock, log, sealer })
  const services: Services = {
    db,
    clock,
    log,
    keyRing,
    // A new tenant asks for its copies of the global documents; nothing else of tenancy uses jobs here.
    jobs: { ...noDeadLetters, newJob: neverUsed('newJob'), enqueue: async () => {} },
    models: neverUsed('models'),
    channels: neverUsed('channels'),
    sealer: neverUsed('sealer'),
    strangers: neverUsed('strangers'),
  }
  const authenticator = await createAuthenticator(services, { keyRing, outside: options.outside ?? null })
  let count = 0
  return {
    services,
    authenticator,
    advance(ms) {
      now += ms
    },
    async tenant(settings = {}) {
      count += 1
      const slug = `t-${process.pid}-${count}-${Math.random().toString(36).slice(2, 8)}`
      const made = await createTenant(services, { slug, ...settings })
      if (!made.ok) throw new Error(JSON.stringify(made.errors))
      const { tenantId, userId, membershipId } = made
      return { tenantId, userId, membershipId, slug: settings.slug ?? slug }
    },
    async as(tenantId, role) {
      const minted = await mintToken(services, { tenant: tenantId, role, ttlMs: 3_600_000 })
      if (!minted.ok) throw new Error(JSON.stringify(minted.errors))
      const actor = await authenticator.authenticate({ authorization: `Bearer ${minted.token}` })
      return { ...services, tenantId, actor, requestId: 'test' }
    },
    stop: () => authenticator.close(),
  }
}

/** Stands where tenancy has no business; touching it fails the test. */
function neverUsed<T extends object>(name: string): T {
  const refuse = () => {
    throw new Error(`Tenancy used ${name}`)
  }
  return new Proxy({}, { get: refuse }) as T
}
