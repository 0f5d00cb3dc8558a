import { globSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq, getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orders } from '../../src/orders/tables.ts'
import { columnsOf, insertedRow, insertRow, rowsStatement, selectRows, updateRows } from '../../src/platform/db/rows.ts'
import { send } from '../../src/platform/db/statement.ts'
import { newId } from '../../src/platform/ids.ts'
import { putRowsEverywhere } from '../kit/any-row.ts'
import { openShop, type Shop } from '../kit/commerce.ts'
import { makeTenant, startTestDatabase, type TestDatabase } from '../kit/database.ts'

let database: TestDatabase
beforeAll(async () => void (database = await startTestDatabase()))
afterAll(() => database.stop())

test('whole rows of every table are what Drizzle gives', async () => {
  const { id: tenantId } = await makeTenant(database.db)
  await database.db.asOwner((owner) => putRowsEverywhere(owner, [tenantId]))
  const files = globSync('src/**/tables.ts', { cwd: join(import.meta.dirname, '../..') })
  const modules = await Promise.all(files.map((file): Promise<object> => import(join('../..', file))))
  const tables = modules
    .flatMap((module): unknown[] => Object.values(module))
    .filter((table): table is PgTable => is(table, PgTable))
    .filter((table) => 'tenantId' in getTableColumns(table))
  expect(tables.length).toBeGreaterThan(40)
  await database.db.withTenant(tenantId, async (tx) => {
    for (const table of tables) {
      const drizzle = await tx.select().from(table)
      const ours = await send(tx, selectRows<object, PgTable>(table, 'test', '').with({}))
      expect([getTableName(table), ours]).toEqual([getTableName(table), drizzle])
      expect([getTableName(table), drizzle.length > 0]).toEqual([getTableName(table), true])
    }
  })
})

describe('a row that is written', () => {
  let shop: Shop
  beforeAll(async () => void (shop = await openShop(database.db)))

  const orderOf = (id: string) =>
    shop.within(async (tx) => {
      const found = await tx
        .select()
        .from(orders)
        .where(and(eq(orders.tenantId, shop.tenantId), eq(orders.id, id)))
      return found[0]
    })

  function newOrder(number: number) {
    return {
      tenantId: shop.tenantId,
      id: newId('order'),
      number,
      status: 'DRAFT',
      source: 'CONVERSATION',
      customerId: shop.customerId,
      conversationId: shop.conversationId,
      currency: 'EUR',
      totalMinor: 9_007_199_254_740_993n,
      isComplete: true,
      confidence: 0.25,
      note: 'dos «quesos» y \'1\' \\ "leche" {a,b}',
      reviewReasons: [{ code: 'LOW_CONFIDENCE', message: 'Não é {claro}, "sic"', linePosition: null }],
      createdByKind: 'ASSISTANT',
      createdById: 'offline-1',
      createdAt: new Date('2026-11-20T10:00:00.123Z'),
      updatedAt: new Date('2026-11-20T10:00:00.123Z'),
    } as const
  }

  test('has what was given, and the table’s defaults for the rest', async () => {
    const given = newOrder(1)
    const { note, ...left } = given
    const written = await shop.within((tx) =>
      send(tx, insertedRow(orders, 'test', { ...left, note, externalId: undefined })),
    )
    expect(written).toEqual(await orderOf(given.id))
    expect(written).toMatchObject({ ...given, externalId: null, requiresReview: false, claimedById: null })
    const another = newOrder(2)
    await shop.within((tx) => send(tx, insertRow(orders, 'test', { ...another, confidence: null })))
    expect(await orderOf(another.id)).toMatchObject({ ...another, confidence: null })
  })

  test('changes where all that is named is so, in what is given, and in nothing else', async () => {
    const given = newOrder(3)
    const { tenantId, id } = given
    await shop.within((tx) => send(tx, insertRow(orders, 'test', given)))
    const confirmedAt = new Date('2026-11-20T11:00:00.000Z')
    const change = { confirmedAt, note: null, totalMinor: 5n, reviewReasons: [] }
    const missed = await shop.within((tx) => send(tx, updateRows(orders, 'test', change, { tenantId, id, number: 4 })))
    expect(missed).toEqual([])
    expect(await orderOf(id)).toMatchObject(given)
    const changed = await shop.within((tx) => send(tx, updateRows(orders, 'test', change, { tenantId, id, number: 3 })))
    expect(changed).toEqual([await orderOf(id)])
    expect(changed).toMatchObject([{ ...given, confirmedAt, note: null, totalMinor: 5n, reviewReasons: [] }])
  })

  test('is given back whole by a statement that ends in its columns', async () => {
    const raise = rowsStatement<{ tenantId: string }, typeof orders>(
      orders,
      `update orders set note = 'all' where tenant_id = $tenantId and number = 3 returning ${columnsOf(orders)}`,
    )
    const [order] = await shop.within((tx) => send(tx, raise.with({ tenantId: shop.tenantId })))
    expect(order).toEqual(await orderOf(order?.id ?? ''))
    expect(order).toMatchObject({ note: 'all', number: 3 })
  })
})
