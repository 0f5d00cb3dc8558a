import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { ApiError } from '../errors.ts'
import type { Database, Tx } from './database.ts'
import { idempotencyKeys } from './tables.ts'

export interface IdempotentCall {
  /** The mutation's name; keys of different operations do not meet. */
  readonly operation: string
  /** What the client sent, 1 to 255 characters; null or undefined: the call is executed every time. */
  readonly key: string | null | undefined
  /** Everything that decides what the call does: the same key with another input is refused. */
  readonly input: unknown
}

/** Kept at least this long; a retry after that is executed again. */
export const idempotencyRetentionMs = 48 * 60 * 60 * 1000

const longestKey = 255

/**
 * Executes `run` once for a key of this tenant, actor and operation, and gives later callers the first one's result.
 * The record is written in the transaction of the effect: both are there or neither. Parallel calls wait for the
 * first; when that one rolls back, the next executes.
 *
 * @param run returns JSON (ids and refusals: it is stored, so no secrets); everybody gets it as JSON gives it back
 * @throws ApiError IDEMPOTENCY_CONFLICT when the key was used with another input; BAD_USER_INPUT for a bad key
 */
export async function withIdempotency<Result>(
  ctx: Pick<Ctx, 'tenantId' | 'actor' | 'clock'>,
  tx: Tx,
  call: IdempotentCall,
  run: () => Promise<Result>,
): Promise<Result> {
  const { operation, key, input } = call
  if (key === null || key === undefined) return run()
  if (key.length < 1 || key.length > longestKey) {
    throw new ApiError('BAD_USER_INPUT', `An idempotency key has 1 to ${longestKey} characters.`)
  }
  const scope = { tenantId: ctx.tenantId, actor: `${ctx.actor.kind}:${ctx.actor.id}`, operation, key }
  const fingerprint = createHash('sha256').update(canonicalJson(input)).digest('hex')
  // Waits here while a parallel call with this key is still running.
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ ...scope, fingerprint, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (claimed.length === 0) return earlierResult(tx, scope, fingerprint)
  const result = asJson(await run())
  await tx.update(idempotencyKeys).set({ result }).where(isScope(scope))
  return result
}

/** Forgets what is older than the retention; returns how many. */
export async function deleteExpiredIdempotencyKeys(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - idempotencyRetentionMs)
  return db.withSystem(async (tx) => {
    const deleted = await tx
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.createdAt, before))
      .returning({ key: idempotencyKeys.key })
    return deleted.length
  })
}

interface Scope {
  readonly tenantId: string
  readonly actor: string
  readonly operation: string
  readonly key: string
}

async function earlierResult<Result>(tx: Tx, scope: Scope, fingerprint: string): Promise<Result> {
  const [earlier] = await tx.select().from(idempotencyKeys).where(isScope(scope))
  if (earlier === undefined) throw new Error('An idempotency key was deleted while it was being used')
  if (earlier.fingerprint !== fingerprint) {
    throw new ApiError('IDEMPOTENCY_CONFLICT', 'This idempotency key was already used with another input.')
  }
  return storedResult(earlier.result)
}

function isScope(scope: Scope) {
  return and(
    eq(idempotencyKeys.tenantId, scope.tenantId),
    eq(idempotencyKeys.actor, scope.actor),
    eq(idempotencyKeys.operation, scope.operation),
    eq(idempotencyKeys.key, scope.key),
  )
}

/** The same text for inputs that mean the same: keys sorted, absent and undefined alike. */
function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      if (typeof part === 'bigint') return part.toString()
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
      return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? 'null'
  )
}

/** The first caller gets what later ones will get, so a result that JSON would change shows at once. */
function asJson<Result>(result: Result): Result {
  return storedResult(JSON.parse(JSON.stringify(result)))
}

/** What `run` of the same operation returned, through JSON and back. */
function storedResult<Result>(result: unknown): Result {
  return result as Result
}
