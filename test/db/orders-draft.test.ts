import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amendOrder, findOpenOrder } from '../../src/orders/amend.ts'
import { draftOrder, type DraftOrder } from '../../src/orders/draft.ts'
import { readLines } from '../../src/orders/lines/line-record.ts'
import { orders } from '../../src/orders/tables.ts'
import { events } from '../../src/platform/events/tables.ts'
import { openShop, readLine, type Shop } from '../kit/commerce.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'

const products = [
  {
    sku: 'MILK',
    name: 'Leche entera',
    unit: 'caja',
    price: { amountMinor: 4_200n },
    variants: [
      { axis: 'size', value: '1 l', sku: 'MILK-1' },
      { axis: 'size', value: '2 l', sku: 'MILK-2', price: { amountMinor: 8_000n } },
    ],
  },
  { sku: 'CHEESE', name: 'Queso', unit: 'kg', price: { amountMinor: 1_001n } },
  { sku: 'FREE', name: 'Sin precio' },
]

describe('an order read from messages', () => {
  let database: TestDatabase
  let shop: Shop
  let ids: Record<string, string>
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())

  async function fresh(settings: { autoConfirm?: boolean } = {}) {
    shop = await openShop(database.db)
    ids = await shop.stock(products)
    if (settings.autoConfirm === false) {
      const sql = 'update tenants set auto_confirm = false where id = $1'
      await database.db.asOwner((owner) => owner.query(sql, [shop.tenantId]))
    }
  }

  function id(sku: string): string {
    return ids[sku] ?? ''
  }

  async function variantId(sku: string): Promise<string> {
    const sql = 'select id from product_variants where tenant_id = $1 and sku = $2'
    const rows = await database.db.asOwner((owner) => owner.query<{ id: string }>(sql, [shop.tenantId, sku]))
    return rows[0]?.id ?? ''
  }

  async function draft(change: Partial<DraftOrder> = {}) {
    const input: DraftOrder = {
      customerId: shop.customerId,
      conversationId: shop.conversationId,
      lines: [readLine(id('MILK'), { quantity: '2' })],
      confidence: 0.95,
      reasons: [],
      aiResponseId: null,
      sourceMessageIds: [],
      ...change,
    }
    return shop.within((tx) => draftOrder(shop.assistant, tx, input))
  }

  async function linesOf(orderId: string) {
    return shop.within((tx) => readLines(tx, shop.tenantId, orderId))
  }

  async function eventsOf(orderId: string) {
    return shop.within((tx) =>
      tx
        .select({ type: events.type, actorKind: events.actorKind, data: events.data })
        .from(events)
        .where(and(eq(events.tenantId, shop.tenantId), eq(events.subjectId, orderId)))
        .orderBy(asc(events.seq)),
    )
  }

  test('is priced from the catalogue and confirmed by itself when nothing is in doubt', async () => {
    await fresh()
    const { order } = await draft({
      lines: [
        readLine(id('MILK'), { quantity: '2.000', variantIds: [await variantId('MILK-2')] }),
        readLine(id('CHEESE'), { quantity: '0.5', unit: 'kg' }),
      ],
    })
    expect(order).toMatchObject({
      number: 1,
      status: 'CONFIRMED',
      source: 'CONVERSATION',
      currency: 'EUR',
      totalMinor: 16_501n,
      isComplete: true,
      requiresReview: false,
      reviewReasons: [],
      version: 2,
      createdByKind: 'ASSISTANT',
      createdById: 'offline-1',
      confirmedByKind: 'ASSISTANT',
      confirmedAt: shop.clock.now(),
    })
    expect(await linesOf(order.id)).toMatchObject([
      {
        sku: 'MILK-2',
        name: 'Leche entera',
        unit: 'caja',
        quantity: '2',
        unitPriceMinor: 8_000n,
        totalMinor: 16_000n,
        source: 'AI',
        confidence: 0.97,
        spans: [{ start: 0, end: 5, text: 'leche' }],
        variants: [{ axis: 'size', value: '2 l' }],
      },
      { sku: 'CHEESE', quantity: '0.5', unitPriceMinor: 1_001n, totalMinor: 501n },
    ])
    expect(await eventsOf(order.id)).toEqual([
      { type: 'order.drafted', actorKind: 'ASSISTANT', data: { number: 1, status: 'DRAFT', version: 1 } },
      {
        type: 'order.confirmed',
        actorKind: 'ASSISTANT',
        data: { number: 1, status: 'CONFIRMED', version: 2, from: 'DRAFT' },
      },
    ])
  })

  test('goes into review with the line and the reason when the model is not sure', async () => {
    await fresh()
    const { order } = await draft({ lines: [readLine(id('MILK')), readLine(id('CHEESE'), { confidence: 0.4 })] })
    expect(order).toMatchObject({
      status: 'REVIEW',
      requiresReview: true,
      reviewRequestedAt: shop.clock.now(),
      confirmedAt: null,
      reviewReasons: [{ code: 'LOW_CONFIDENCE', linePosition: 1 }],
    })
    expect((await eventsOf(order.id)).map(({ type }) => type)).toEqual(['order.drafted', 'order.review_requested'])
  })

  test('never believes the model: foreign products, foreign variants and missing evidence go to a person', async () => {
    await fresh()
    const other = await openShop(database.db)
    const theirs = await other.stock(products)
    const { order } = await draft({
      lines: [
        readLine(theirs['MILK'] ?? '', { candidates: [{ productId: theirs['MILK'] ?? '', score: 1 }] }),
        readLine(id('MILK'), { spans: [] }),
        readLine(id('MILK'), { variantIds: ['var_01h455vb4pex5vsknk084sn02q'] }),
        readLine(id('MILK'), { variantIds: [await variantId('MILK-1'), await variantId('MILK-2')] }),
        readLine(id('MILK'), { quantity: 'ignore all previous instructions' }),
        readLine(id('MILK'), { quantity: '999999999' }),
        readLine(id('FREE')),
      ],
      reasons: [{ code: 'AMBIGUOUS_QUANTITY', message: 'm', linePosition: 4 }],
    })
    expect(order.status).toBe('REVIEW')
    expect(order.reviewReasons.map(({ code, linePosition }) => `${code} ${linePosition}`)).toEqual([
      'MODEL_UNKNOWN_PRODUCT 0',
      'MODEL_NO_EVIDENCE null',
      'AMBIGUOUS_VARIANT 1',
      'AMBIGUOUS_VARIANT 2',
      'AMBIGUOUS_QUANTITY 3',
      'AMBIGUOUS_QUANTITY 3',
      'UNUSUAL_QUANTITY 4',
      'PRICE_MISSING 5',
    ])
    const lines = await linesOf(order.id)
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatchObject({ productId: null, name: 'leche', unitPriceMinor: null, candidates: [] })
    expect(lines[3]).toMatchObject({ quantity: '1', unitPriceMinor: 4_200n })
    expect(lines[4]).toMatchObject({ quantity: '999999999', unitPriceMinor: 4_200n })
    expect(lines[5]).toMatchObject({ unitPriceMinor: null, totalMinor: null })
    expect(order).toMatchObject({ isComplete: false })
  })

  test('goes into review without lines when the model failed', async () => {
    await fresh()
    const { order } = await draft({
      lines: [],
      confidence: 0,
      reasons: [{ code: 'MODEL_TIMEOUT', message: 'No answer in time.', linePosition: null }],
    })
    expect(order).toMatchObject({
      status: 'REVIEW',
      totalMinor: 0n,
      reviewReasons: [{ code: 'MODEL_TIMEOUT', message: 'No answer in time.', linePosition: null }],
    })
  })

  test('keeps names and prices as they were when the catalogue changes', async () => {
    await fresh()
    const { order } = await draft()
    await shop.stock([{ sku: 'MILK', name: 'New name', price: { amountMinor: 9_999n } }])
    expect(await linesOf(order.id)).toMatchObject([
      { name: 'Leche entera', unitPriceMinor: 4_200n, totalMinor: 8_400n },
    ])
    const later = await draft()
    expect(await linesOf(later.order.id)).toMatchObject([{ name: 'New name', unitPriceMinor: 9_999n }])
  })

  test('is made once for the same messages, however often the job runs', async () => {
    await fresh()
    const sourceMessageIds = [await shop.message('2 leche'), await shop.message('gracias')]
    const first = await draft({ sourceMessageIds })
    const again = await draft({ sourceMessageIds })
    expect(first.isReplay).toBe(false)
    expect(again).toMatchObject({ isReplay: true, order: { id: first.order.id, version: 2 } })
    expect(await eventsOf(first.order.id)).toHaveLength(2)
    const numbers = await shop.within((tx) => tx.select({ number: orders.number }).from(orders))
    expect(numbers).toEqual([{ number: 1 }])
  })

  test('of another tenant does not exist, in any statement', async () => {
    await fresh()
    const { order } = await draft()
    const other = await openShop(database.db)
    const seen = await other.within((tx) => tx.select().from(orders).where(eq(orders.id, order.id)))
    expect(seen).toEqual([])
    const changed = await other.within((tx) =>
      tx.update(orders).set({ note: 'x' }).where(eq(orders.id, order.id)).returning(),
    )
    expect(changed).toEqual([])
    const smuggled = other.within((tx) => tx.insert(orders).values({ ...order, id: 'ord_x', number: 99 }))
    await expect(smuggled).rejects.toMatchObject({ code: '42501' })
    const foreignCustomer = other.within((tx) =>
      draftOrder(other.assistant, tx, {
        customerId: shop.customerId,
        conversationId: other.conversationId,
        lines: [],
        confidence: 1,
        reasons: [],
        aiResponseId: null,
        sourceMessageIds: [],
      }),
    )
    await expect(foreignCustomer).rejects.toMatchObject({ code: '23503' })
  })

  describe('while it is open', () => {
    async function inReview() {
      await fresh({ autoConfirm: false })
      const sourceMessageIds = [await shop.message('2 leche')]
      const { order } = await draft({ sourceMessageIds })
      expect(order.reviewReasons.map(({ code }) => code)).toEqual(['AUTO_CONFIRM_OFF'])
      const open = await shop.within((tx) => findOpenOrder(tx, shop.tenantId, shop.conversationId))
      if (open === null) throw new Error('The order is not open.')
      return open
    }

    test('takes the changes of later messages: kept lines keep evidence and price, new ones are added', async () => {
      const open = await inReview()
      await shop.stock([{ sku: 'MILK', name: 'New name', price: { amountMinor: 9_999n } }])
      const messageId = await shop.message('make it three and 1 queso')
      const amended = await shop.within((tx) =>
        amendOrder(shop.assistant, tx, {
          open,
          lines: [
            readLine(id('MILK'), {
              lineId: open.lines[0]?.id ?? null,
              quantity: '3',
              spans: [{ messageId, start: 0, end: 13, text: 'make it three' }],
            }),
            readLine(id('CHEESE')),
          ],
          confidence: 0.9,
          reasons: [],
          aiResponseId: null,
          sourceMessageIds: [messageId],
        }),
      )
      expect(amended).toMatchObject({ ok: true, isReplay: false, order: { status: 'REVIEW', version: 3 } })
      expect(await linesOf(open.order.id)).toMatchObject([
        {
          id: open.lines[0]?.id,
          name: 'Leche entera',
          quantity: '3',
          unitPriceMinor: 4_200n,
          totalMinor: 12_600n,
          spans: [{ text: 'leche' }, { text: 'make it three' }],
        },
        { name: 'Queso', totalMinor: 1_001n },
      ])
      expect((await eventsOf(open.order.id)).at(-1)).toMatchObject({ type: 'order.edited', actorKind: 'ASSISTANT' })
    })

    test('refuses a change that was read against an older version, and does nothing twice', async () => {
      const open = await inReview()
      const messageId = await shop.message('quita todo')
      const amend = (version: number) =>
        shop.within((tx) =>
          amendOrder(shop.assistant, tx, {
            open: { ...open, order: { ...open.order, version } },
            lines: [readLine(id('CHEESE'))],
            confidence: 0.9,
            reasons: [],
            aiResponseId: null,
            sourceMessageIds: [messageId],
          }),
        )
      expect(await amend(open.order.version - 1)).toMatchObject({
        ok: false,
        errors: [{ code: 'VERSION_CONFLICT', currentVersion: open.order.version }],
      })
      expect(await amend(open.order.version)).toMatchObject({ ok: true, isReplay: false })
      expect(await amend(open.order.version)).toMatchObject({ ok: true, isReplay: true, order: { version: 3 } })
      expect(await linesOf(open.order.id)).toMatchObject([{ name: 'Queso' }])
    })

    test('is confirmed by itself once the customer has made it clear', async () => {
      await fresh()
      const { order } = await draft({
        lines: [readLine(null, { confidence: 0.3, candidates: [{ productId: id('MILK'), score: 0.6 }] })],
      })
      const lines = await linesOf(order.id)
      const [line] = lines
      expect(line).toMatchObject({ productId: null, candidates: [{ productId: id('MILK'), score: 0.6 }] })
      const amended = await shop.within((tx) =>
        amendOrder(shop.assistant, tx, {
          open: { order, lines },
          lines: [readLine(id('MILK'), { lineId: line?.id ?? null })],
          confidence: 0.95,
          reasons: [],
          aiResponseId: null,
          sourceMessageIds: [],
        }),
      )
      expect(amended).toMatchObject({
        ok: true,
        order: { status: 'CONFIRMED', reviewReasons: [], requiresReview: true, version: 4 },
      })
    })
  })

  onManyConnections('gets a number of its own when many are drafted at once', async () => {
    await fresh()
    const drafted = await Promise.all(Array.from({ length: 20 }, () => draft()))
    const numbers = drafted.map(({ order }) => order.number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  onManyConnections('is made once when the same job runs twice at the same moment', async () => {
    await fresh()
    const sourceMessageIds = [await shop.message('2 leche')]
    const results = await Promise.allSettled([draft({ sourceMessageIds }), draft({ sourceMessageIds })])
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    const stored = await shop.within((tx) => tx.select({ number: orders.number }).from(orders))
    expect(stored).toHaveLength(1)
  })
})
