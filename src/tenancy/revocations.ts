import { sql } from 'drizzle-orm'
import type { AuthenticatedActor } from '../platform/auth/actor.ts'
import type { Services } from '../platform/context.ts'
import type { Database } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'

const channel = 'parley_auth'
/** A revocation made by another node is seen after this at the latest, even when its notification is lost. */
const pollMs = 1_000

type Deps = Pick<Services, 'db' | 'clock' | 'log'>

const listenersHere = new WeakMap<Database, Set<() => void>>()

/**
 * Says that some credential or membership changed; call it after the commit. This process hears it before the call
 * returns, others by notification.
 */
export async function announceRevocation(db: Database): Promise<void> {
  for (const wake of listenersHere.get(db) ?? []) wake()
  await db.notify(channel)
}

/** Calls `wake` after every announcement, from this process or another; one from another may be lost. */
export async function onRevocation(db: Database, wake: () => void): Promise<() => Promise<void>> {
  const here = listenersHere.get(db) ?? new Set()
  listenersHere.set(db, here.add(wake))
  const unlisten = await db.listen(channel, wake)
  return async () => {
    here.delete(wake)
    await unlisten()
  }
}

/** Watches over whatever stays open for longer than one request. */
export interface RevocationWatch {
  /**
   * Calls `onRevoked` once, within two seconds of the actor's session, key or membership being ended or changed, or
   * its tenant being suspended or brought back. Returns the way to stop watching.
   */
  watch(actor: AuthenticatedActor, onRevoked: () => void): () => void
  /** Looks now; announcements and the poll call it. */
  check(): Promise<void>
  close(): Promise<void>
}

interface Watched {
  readonly actor: AuthenticatedActor
  readonly onRevoked: () => void
}

/** Asks the tables themselves once a second, with one statement for everybody: no event can be missed. */
export async function createRevocationWatch(deps: Deps): Promise<RevocationWatch> {
  const open = new Set<Watched>()
  let running: Promise<void> | null = null
  let again = false

  async function run(): Promise<void> {
    do {
      again = false
      const watched = [...open]
      if (watched.length === 0) return
      try {
        for (const index of await findRevoked(
          deps,
          watched.map(({ actor }) => actor),
        )) {
          const revoked = watched[index]
          if (revoked !== undefined && open.delete(revoked)) revoked.onRevoked()
        }
      } catch (error) {
        deps.log.warn({ err: error }, 'could not look for revoked credentials')
      }
    } while (again)
  }

  function check(): Promise<void> {
    again = true
    running ??= run().finally(() => (running = null))
    return running
  }

  const timer = setInterval(() => void check(), pollMs).unref()
  const unlisten = await onRevocation(deps.db, () => void check())

  return {
    watch(actor, onRevoked) {
      const watched = { actor, onRevoked }
      open.add(watched)
      return () => void open.delete(watched)
    },
    check,
    async close() {
      clearInterval(timer)
      open.clear()
      await unlisten()
      await running
    },
  }
}

async function findRevoked({ db, clock }: Deps, actors: readonly AuthenticatedActor[]): Promise<number[]> {
  const list = JSON.stringify(
    actors.map((actor, index) => ({
      index,
      tenant_id: actor.tenantId,
      suspended: actor.suspended,
      user_id: actor.kind === 'USER' ? actor.id : null,
      membership_version: actor.kind === 'USER' ? actor.membershipVersion : null,
      session_id: actor.kind === 'USER' ? actor.sessionId : null,
      api_key_id: actor.kind === 'API_CLIENT' ? actor.id : null,
    })),
  )
  const now = clock.now().toISOString()
  const rows = await db.withSystem((tx) =>
    queryRows<{ index: number }>(
      tx,
      sql`/* findRevoked */
        select watched.index
        from json_to_recordset(${list}::json) as watched(
          index int, tenant_id text, suspended boolean,
          user_id text, membership_version int, session_id text, api_key_id text)
        where not exists (
            select from tenants t where t.id = watched.tenant_id and t.is_active = not watched.suspended)
          or watched.user_id is not null and not exists (
            select from memberships m
            where m.tenant_id = watched.tenant_id and m.user_id = watched.user_id
              and m.version = watched.membership_version and m.removed_at is null)
          or watched.session_id is not null and not exists (
            select from sessions s
            where s.tenant_id = watched.tenant_id and s.id = watched.session_id
              and s.revoked_at is null and s.expires_at > ${now}::timestamptz)
          or watched.api_key_id is not null and not exists (
            select from api_keys k
            where k.tenant_id = watched.tenant_id and k.id = watched.api_key_id and k.revoked_at is null)`,
    ),
  )
  return rows.map((row) => row.index)
}
