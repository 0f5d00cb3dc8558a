import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../src/platform/context.ts'
import { deleteExpiredIdempotencyKeys, withIdempotency } from '../../src/platform/db/idempotency.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { queryRows } from '../../src/platform/db/query.ts'
import { appendEvent } from '../../src/platform/events/index.ts'
import { newId } from '../../src/platform/ids.ts'
import { makeTenant, onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'
import { systemCtx } from '../kit/system.ts'

describe('an idempotency key', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await startTestDatabase({ poolSize: 20 })
    db = database.db
  })
  afterAll(() => database.stop())

  /** A verb with one visible effect: an event. */
  function create(ctx: Ctx, key: string | null, input: unknown = { name: 'a' }, operation = 'thingCreate') {
    return db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation, key, input }, async () => {
        const id = newId('order')
        await appendEvent(tx, ctx, { type: 'thing.created', subjectId: id })
        return { ok: true, id }
      }),
    )
  }
  const effects = async (ctx: Ctx) => {
    const rows = await db.withTenant(ctx.tenantId, (tx) =>
      queryRows<{ subject_id: string }>(tx, sql`select subject_id from events order by seq`),
    )
    return rows.map((row) => row.subject_id)
  }
  const newCtx = async (more: Partial<Ctx> = {}) => systemCtx(db, (await makeTenant(db)).id, more)

  test('has the effect once and gives the same answer again', async () => {
    const ctx = await newCtx()
    const first = await create(ctx, 'k-1')
    expect(await create(ctx, 'k-1')).toEqual(first)
    expect(await effects(ctx)).toEqual([first.id])
  })

  test('is the same for inputs that differ only in the order of their fields', async () => {
    const ctx = await newCtx()
    const first = await create(ctx, 'k-1', { a: 1, b: { c: 2, d: 10n, e: undefined } })
    expect(await create(ctx, 'k-1', { b: { d: 10n, c: 2 }, a: 1 })).toEqual(first)
  })

  test('is refused with another input, and nothing happens', async () => {
    const ctx = await newCtx()
    const first = await create(ctx, 'k-1', { amount: 1 })
    await expect(create(ctx, 'k-1', { amount: 2 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
    expect(await effects(ctx)).toEqual([first.id])
  })

  test('belongs to its tenant, actor and operation', async () => {
    const ctx = await newCtx()
    const otherActor = { ...ctx, actor: { kind: 'SYSTEM', id: 'other' } as const }
    const ids = [
      await create(ctx, 'k-1'),
      await create(otherActor, 'k-1'),
      await create(ctx, 'k-1', { name: 'a' }, 'otherCreate'),
      await create(await newCtx(), 'k-1'),
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })

  test('is not used up by a call that failed', async () => {
    const ctx = await newCtx()
    const failing = db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation: 'thingCreate', key: 'k-1', input: {} }, async () => {
        throw new Error('broken')
      }),
    )
    await expect(failing).rejects.toThrow('broken')
    expect(await create(ctx, 'k-1', {})).toMatchObject({ ok: true })
  })

  test('keeps a refusal as its answer', async () => {
    const ctx = await newCtx()
    const refuse = () =>
      db.withTenant(ctx.tenantId, (tx) =>
        withIdempotency(ctx, tx, { operation: 'thingCreate', key: 'k-1', input: {} }, async () => ({
          ok: false,
          errors: [{ code: 'REFUSED', at: ctx.clock.now().toISOString() }],
        })),
      )
    expect(await refuse()).toEqual(await refuse())
  })

  test('has 1 to 255 characters', async () => {
    const ctx = await newCtx()
    await expect(create(ctx, '')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(create(ctx, 'k'.repeat(256))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await effects(ctx)).toEqual([])
  })

  test('is executed once by 50 calls at the same time, and all get the same answer', async () => {
    const ctx = await newCtx()
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(ctx, 'k-1')))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await effects(ctx)).toHaveLength(1)
  })

  onManyConnections('lets the next call execute when the one it waited for rolls back', async () => {
    const ctx = await newCtx()
    const held = Promise.withResolvers<void>()
    const entered = Promise.withResolvers<void>()
    const first = db.withTenant(ctx.tenantId, (tx) =>
      withIdempotency(ctx, tx, { operation: 'thingCreate', key: 'k-1', input: { name: 'a' } }, async () => {
        entered.resolve()
        await held.promise
        throw new Error('rolled back')
      }),
    )
    first.catch(() => {})
    await entered.promise
    const second = create(ctx, 'k-1')
    held.resolve()
    await expect(first).rejects.toThrow('rolled back')
    const { id } = await second
    expect(await effects(ctx)).toEqual([id])
  })

  test('is forgotten after 48 hours', async () => {
    const ctx = await newCtx({ clock: { now: () => new Date('2026-01-01T00:00:00Z') } })
    const first = await create(ctx, 'k-1')
    await deleteExpiredIdempotencyKeys(db, new Date('2026-01-02T23:59:59Z'))
    expect(await create(ctx, 'k-1')).toEqual(first)
    expect(await deleteExpiredIdempotencyKeys(db, new Date('2026-01-03T00:00:01Z'))).toBe(1)
    expect((await create(ctx, 'k-1')).id).not.toBe(first.id)
  })

  test('is not seen by another tenant', async () => {
    const [ctx, other] = [await newCtx(), await newCtx()]
    await create(ctx, 'k-1')
    const seen = await db.withTenant(other.tenantId, (tx) => queryRows(tx, sql`select key from idempotency_keys`))
    expect(seen).toEqual([])
  })
})
