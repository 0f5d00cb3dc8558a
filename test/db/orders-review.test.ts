import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimMs, claimReview, releaseReview } from '../../src/orders/claim.ts'
import { cancelOrder, rejectOrder } from '../../src/orders/close.ts'
import { confirmOrder } from '../../src/orders/confirm.ts'
import { createOrder } from '../../src/orders/create.ts'
import { draftOrder } from '../../src/orders/draft.ts'
import { editLines } from '../../src/orders/edit-lines.ts'
import { orderEvents, type OrderEventType } from '../../src/orders/events.ts'
import { fulfilOrder } from '../../src/orders/fulfil.ts'
import { holdOrder } from '../../src/orders/hold.ts'
import { readLines } from '../../src/orders/lines/line-record.ts'
import { orders, type OrderRow } from '../../src/orders/tables.ts'
import { events } from '../../src/platform/events/tables.ts'
import { insertConversation, openShop, readLine, type Shop } from '../kit/commerce.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'

const foreignId = 'ord_01h455vb4pex5vsknk084sn02q'
const products = [
  { sku: 'MILK', name: 'Leche', unit: 'caja', price: { amountMinor: 4_200n } },
  {
    sku: 'TEA',
    name: 'Té',
    price: { amountMinor: 300n },
    variants: [
      { axis: 'size', value: 's' },
      { axis: 'size', value: 'l', price: { amountMinor: 500n } },
      { axis: 'kind', value: 'green' },
    ],
  },
  { sku: 'USD', name: 'Import', price: { amountMinor: 100n, currency: 'USD' } },
]

describe('the review of orders', () => {
  let database: TestDatabase
  let shop: Shop
  let ids: Record<string, string>
  let orderId: string
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())

  /** An order in review with a sure line of milk and an unmatched one. */
  async function inReview(lines = [readLine(id('MILK')), readLine(null, { confidence: 0.2 })]) {
    const { order } = await shop.within((tx) =>
      draftOrder(shop.assistant, tx, {
        customerId: shop.customerId,
        conversationId: shop.conversationId,
        lines,
        confidence: 0.5,
        reasons: [],
        aiResponseId: null,
        sourceMessageIds: [],
      }),
    )
    orderId = order.id
    return order
  }

  async function fresh() {
    shop = await openShop(database.db)
    ids = await shop.stock(products)
    await inReview([readLine(id('MILK')), readLine(null, { confidence: 0.2 })])
  }

  function id(sku: string): string {
    return ids[sku] ?? ''
  }

  async function stored(): Promise<OrderRow> {
    const [row] = await shop.within((tx) => tx.select().from(orders).where(eq(orders.id, orderId)))
    if (row === undefined) throw new Error('The order is gone.')
    return row
  }

  async function lines() {
    return shop.within((tx) => readLines(tx, shop.tenantId, orderId))
  }

  async function eventTypes(): Promise<string[]> {
    const rows = await shop.within((tx) =>
      tx
        .select({ type: events.type, data: events.data })
        .from(events)
        .where(and(eq(events.tenantId, shop.tenantId), eq(events.subjectId, orderId)))
        .orderBy(asc(events.xid), asc(events.seq)),
    )
    for (const { type, data } of rows) orderEvents[type as OrderEventType].parse(data)
    return rows.map(({ type }) => type)
  }

  const now = (expectedVersion: number | null = null) => ({ id: orderId, expectedVersion })

  test('refuses to confirm an order while a line has no product, and says what is allowed', async () => {
    await fresh()
    const refused = await confirmOrder(shop.member(), now())
    expect(refused).toEqual({
      ok: false,
      orderId,
      errors: [
        {
          __typename: 'OrderTransitionRefused',
          code: 'TRANSITION_REFUSED',
          message: 'Every line needs a product before the order can be confirmed.',
          path: ['id'],
          from: 'REVIEW',
          to: 'CONFIRMED',
          allowed: ['PENDING', 'CANCELLED', 'REJECTED'],
        },
      ],
    })
    expect(await stored()).toMatchObject({ status: 'REVIEW', version: 2 })
    expect(await eventTypes()).toEqual(['order.drafted', 'order.review_requested'])
  })

  test('lets a person match a line and confirm; evidence stays, the doubt about the line goes', async () => {
    await fresh()
    const [milk, unmatched] = await lines()
    expect((await stored()).reviewReasons.map(({ code, linePosition }) => [code, linePosition])).toEqual([
      ['UNKNOWN_PRODUCT', 1],
    ])
    const member = shop.member()
    const edited = await editLines(member, {
      ...now(2),
      lines: [
        { lineId: unmatched?.id ?? null, productId: id('TEA'), quantity: '2' },
        { lineId: milk?.id ?? null },
        { productId: id('MILK'), quantity: '0.5', options: [{ group: 'extra', value: 'ice', negated: true }] },
      ],
    })
    expect(edited).toEqual({ ok: true, orderId })
    expect(await lines()).toMatchObject([
      {
        id: unmatched?.id,
        productId: id('TEA'),
        name: 'Té',
        totalMinor: 600n,
        source: 'HUMAN',
        confidence: null,
        spans: unmatched?.spans,
      },
      { ...milk, source: 'AI', confidence: 0.97 },
      { name: 'Leche', quantity: '0.5', unit: 'caja', totalMinor: 2_100n, source: 'HUMAN', spans: [] },
    ])
    expect(await stored()).toMatchObject({ version: 3, totalMinor: 6_900n, isComplete: true, reviewReasons: [] })
    expect(await confirmOrder(member, now(3))).toEqual({ ok: true, orderId })
    expect(await stored()).toMatchObject({
      status: 'CONFIRMED',
      version: 4,
      confirmedByKind: 'USER',
      confirmedById: member.actor.id,
      reviewRequestedAt: null,
      requiresReview: true,
    })
    expect((await eventTypes()).slice(2)).toEqual(['order.edited', 'order.confirmed'])
  })

  test('keeps the price of a kept line, and takes the new one where product or variants change', async () => {
    await fresh()
    const member = shop.member()
    const [milk] = await lines()
    const tea = (await lines())[1]
    await shop.stock(products.map((product) => ({ ...product, price: { ...product.price, amountMinor: 7_777n } })))
    await editLines(member, {
      ...now(),
      lines: [
        { lineId: milk?.id ?? null, quantity: '3' },
        { lineId: tea?.id ?? null, productId: id('TEA') },
      ],
    })
    expect(await lines()).toMatchObject([
      { unitPriceMinor: 4_200n, totalMinor: 12_600n },
      { unitPriceMinor: 7_777n, totalMinor: 7_777n },
    ])
  })

  test('tells every mistake in edited lines with its path, and changes nothing', async () => {
    await fresh()
    const other = await openShop(database.db)
    const theirs = await other.stock(products)
    const before = await lines()
    const [small, large] = await variants('TEA')
    const refused = await editLines(shop.member(), {
      ...now(),
      lines: [
        { lineId: before[0]?.id ?? null, quantity: '0' },
        { lineId: before[0]?.id ?? null },
        { lineId: 'oln_01h455vb4pex5vsknk084sn02q' },
        { productId: theirs['MILK'] ?? '' },
        { quantity: '1' },
        { productId: id('TEA'), variantIds: [small ?? '', large ?? '', 'var_01h455vb4pex5vsknk084sn02q'] },
        { productId: id('USD') },
        { productId: id('MILK'), options: [{ group: '', value: 'x' }] },
      ],
    })
    expect(refused).toMatchObject({ ok: false, orderId })
    if (refused.ok) return
    expect(refused.errors.map(({ code, path }) => `${code} ${path?.join('.')}`)).toEqual([
      'INVALID_INPUT lines.0.quantity',
      'INVALID_INPUT lines.1.lineId',
      'NOT_FOUND lines.2.lineId',
      'NOT_FOUND lines.3.productId',
      'INVALID_INPUT lines.4.productId',
      'NOT_FOUND lines.5.variantIds.2',
      'INVALID_INPUT lines.5.variantIds.1',
      'INVALID_INPUT lines.6.productId',
      'INVALID_INPUT lines.7.options',
    ])
    expect(await lines()).toEqual(before)
    expect(await stored()).toMatchObject({ version: 2 })
    expect(await editLines(shop.member(), { ...now(), lines: [] })).toMatchObject({ errors: [{ path: ['lines'] }] })
  })

  async function variants(sku: string): Promise<string[]> {
    const sql = 'select id from product_variants where tenant_id = $1 and product_id = $2 order by axis desc, id'
    const rows = await database.db.asOwner((owner) => owner.query<{ id: string }>(sql, [shop.tenantId, id(sku)]))
    return rows.map((row) => row.id)
  }

  test('gives an order to one member at a time, until the claim is released or runs out', async () => {
    await fresh()
    const [ana, bea] = [shop.member(), shop.member()]
    expect(await claimReview(ana, orderId)).toEqual({ ok: true, orderId })
    const refused = {
      ok: false,
      orderId,
      errors: [{ code: 'CLAIMED_BY_OTHER', expiresAt: new Date(shop.clock.now().getTime() + claimMs) }],
    }
    expect(await claimReview(bea, orderId)).toMatchObject(refused)
    expect(await confirmOrder(bea, now())).toMatchObject(refused)
    expect(await editLines(bea, { ...now(), lines: [{ productId: id('MILK') }] })).toMatchObject(refused)
    expect(await releaseReview(bea, orderId)).toMatchObject(refused)
    // Prolonged by its holder just before its end, it holds for another five minutes …
    shop.clock.move(claimMs - 1)
    expect(await claimReview(ana, orderId)).toEqual({ ok: true, orderId })
    shop.clock.move(claimMs - 1)
    expect(await claimReview(bea, orderId)).toMatchObject({ ok: false })
    // … and not a moment longer.
    shop.clock.move(1)
    expect(await claimReview(bea, orderId)).toEqual({ ok: true, orderId })
    expect(await confirmOrder(ana, now())).toMatchObject({ ok: false, errors: [{ code: 'CLAIMED_BY_OTHER' }] })
    expect(await releaseReview(bea, orderId)).toEqual({ ok: true, orderId })
    expect(await releaseReview(ana, orderId)).toEqual({ ok: true, orderId })
    expect(await stored()).toMatchObject({ claimExpiresAt: null, claimedById: null, version: 6 })
    // The prolonged claim was no news.
    expect((await eventTypes()).slice(2)).toEqual([
      'order.review_claimed',
      'order.review_claimed',
      'order.review_released',
    ])
  })

  test('ends the claim with the review', async () => {
    await fresh()
    const ana = shop.member()
    await claimReview(ana, orderId)
    expect(await rejectOrder(ana, { ...now(3), reason: ' not ours ' })).toEqual({ ok: true, orderId })
    expect(await stored()).toMatchObject({ status: 'REJECTED', closedReason: 'not ours', claimExpiresAt: null })
    const refused = await claimReview(ana, orderId)
    expect(refused).toMatchObject({ errors: [{ __typename: 'OrderNotInReview', status: 'REJECTED' }] })
    const edit = await editLines(ana, { ...now(), lines: [{ productId: id('MILK') }] })
    expect(edit).toMatchObject({ errors: [{ __typename: 'OrderNotEditable', status: 'REJECTED' }] })
  })

  test('refuses a stale version, a missing reason, and ids that are not there', async () => {
    await fresh()
    const ana = shop.member()
    expect(await confirmOrder(ana, now(1))).toMatchObject({
      ok: false,
      orderId,
      errors: [{ code: 'VERSION_CONFLICT', currentVersion: 2 }],
    })
    expect(await rejectOrder(ana, { ...now(), reason: '  ' })).toMatchObject({ errors: [{ path: ['reason'] }] })
    const theirs = await openShop(database.db)
    for (const [who, missing] of [
      [ana, foreignId],
      [theirs.member(), orderId],
    ] as const) {
      const command = { id: missing, expectedVersion: null }
      const notFound = { ok: false, orderId: null, errors: [{ code: 'NOT_FOUND' }] }
      expect(await confirmOrder(who, command)).toMatchObject(notFound)
      expect(await rejectOrder(who, { ...command, reason: 'x' })).toMatchObject(notFound)
      expect(await holdOrder(who, command)).toMatchObject(notFound)
      expect(await claimReview(who, missing)).toMatchObject(notFound)
      expect(await editLines(who, { ...command, lines: [] })).toMatchObject(notFound)
    }
    expect(await stored()).toMatchObject({ version: 2 })
  })

  test('denies each step to who lacks its permission, and then changes nothing', async () => {
    await fresh()
    const viewer = shop.member('VIEWER')
    const warehouse = shop.member('WAREHOUSE')
    const forbidden = { code: 'FORBIDDEN' }
    await expect(confirmOrder(warehouse, now())).rejects.toMatchObject(forbidden)
    await expect(rejectOrder(viewer, { ...now(), reason: 'x' })).rejects.toMatchObject(forbidden)
    await expect(cancelOrder(viewer, { ...now(), reason: 'x' })).rejects.toMatchObject(forbidden)
    await expect(holdOrder(warehouse, now())).rejects.toMatchObject(forbidden)
    await expect(claimReview(warehouse, orderId)).rejects.toMatchObject(forbidden)
    await expect(releaseReview(viewer, orderId)).rejects.toMatchObject(forbidden)
    await expect(editLines(viewer, { ...now(), lines: [] })).rejects.toMatchObject(forbidden)
    await expect(fulfilOrder(shop.member('OPERATOR'), { ...now(), to: 'PICKING' })).rejects.toMatchObject(forbidden)
    const order = { customerId: shop.customerId, lines: [{ productId: id('MILK') }] }
    await expect(createOrder(viewer, order, null)).rejects.toMatchObject(forbidden)
    expect(await stored()).toMatchObject({ version: 2 })
  })

  describe('by hand', () => {
    const created = async (more: object = {}, key: string | null = null) =>
      createOrder(shop.member(), { customerId: shop.customerId, lines: [{ productId: id('MILK') }], ...more }, key)

    test('an order is created as a draft, held, confirmed, picked, shipped, delivered and returned', async () => {
      await fresh()
      const result = await created({ note: ' ring twice ', conversationId: shop.conversationId })
      if (!result.ok) throw new Error(JSON.stringify(result.errors))
      orderId = result.orderId
      expect(await stored()).toMatchObject({
        number: 2,
        status: 'DRAFT',
        source: 'STAFF',
        note: 'ring twice',
        version: 1,
      })
      expect(await holdOrder(shop.member(), now(1))).toMatchObject({ ok: true })
      expect(await confirmOrder(shop.member(), now(2))).toMatchObject({ ok: true })
      const warehouse = shop.member('WAREHOUSE')
      expect(await fulfilOrder(warehouse, { ...now(), to: 'SHIPPED' })).toMatchObject({
        errors: [{ from: 'CONFIRMED', to: 'SHIPPED', allowed: ['PICKING', 'CANCELLED'] }],
      })
      for (const to of ['PICKING', 'SHIPPED', 'DELIVERED', 'RETURNED'] as const) {
        expect(await fulfilOrder(warehouse, { ...now(), to })).toMatchObject({ ok: true })
      }
      expect(await stored()).toMatchObject({ status: 'RETURNED', version: 7 })
      expect(await cancelOrder(shop.member(), { ...now(), reason: 'x' })).toMatchObject({ errors: [{ allowed: [] }] })
      expect(await eventTypes()).toEqual([
        'order.drafted',
        'order.status_changed',
        'order.confirmed',
        ...Array.from({ length: 4 }, () => 'order.status_changed'),
      ])
    })

    test('an order is made once for a key, and refused with paths for what is not there', async () => {
      await fresh()
      const member = shop.member()
      const input = { customerId: shop.customerId, lines: [{ productId: id('MILK') }], externalId: 'web-1' }
      const first = await createOrder(member, input, 'k')
      expect(await createOrder(member, input, 'k')).toEqual(first)
      const again = await createOrder(member, input, null)
      expect(again).toMatchObject({ errors: [{ code: 'ALREADY_EXISTS', path: ['input', 'externalId'] }] })
      const theirs = await openShop(database.db)
      expect(await created({ customerId: theirs.customerId })).toMatchObject({
        errors: [{ code: 'NOT_FOUND', path: ['input', 'customerId'] }],
      })
      expect(await created({ conversationId: theirs.conversationId })).toMatchObject({
        errors: [{ code: 'NOT_FOUND', path: ['input', 'conversationId'] }],
      })
      const { conversationId: another } = await insertConversation(database.db, shop.tenantId, '+573009998877')
      expect(await created({ conversationId: another })).toMatchObject({
        errors: [{ code: 'NOT_FOUND', path: ['input', 'conversationId'] }],
      })
      expect(await created({ lines: [], note: 'x'.repeat(2_001) })).toMatchObject({
        errors: [{ path: ['input', 'note'] }, { path: ['input', 'lines'] }],
      })
      const numbers = await shop.within((tx) => tx.select({ number: orders.number }).from(orders))
      expect(numbers.map(({ number }) => number).sort()).toEqual([1, 2])
    })
  })

  describe('by several at once', () => {
    onManyConnections(
      'lets exactly one of confirm, reject and edit win; the others are told the new version',
      async () => {
        for (let round = 0; round < 10; round += 1) {
          await fresh()
          await editLines(shop.member(), { ...now(2), lines: [{ productId: id('MILK') }] })
          const results = await Promise.all([
            confirmOrder(shop.member(), now(3)),
            rejectOrder(shop.member(), { ...now(3), reason: 'x' }),
            editLines(shop.member(), { ...now(3), lines: [{ productId: id('TEA') }] }),
            claimReview(shop.member(), orderId),
          ])
          const versioned = results.slice(0, 3)
          const won = versioned.filter(({ ok }) => ok)
          expect(won.length).toBeLessThanOrEqual(1)
          for (const result of versioned) {
            if (!result.ok) expect(['VERSION_CONFLICT', 'CLAIMED_BY_OTHER']).toContain(result.errors[0]?.code)
          }
          const { version } = await stored()
          expect(version).toBe(3 + results.filter(({ ok }) => ok).length)
          expect(await eventTypes()).toHaveLength(version)
        }
      },
    )

    onManyConnections('confirms once without an expected version; the second is told that it is done', async () => {
      await fresh()
      await editLines(shop.member(), { ...now(), lines: [{ productId: id('MILK') }] })
      const results = await Promise.all(Array.from({ length: 5 }, () => confirmOrder(shop.member(), now())))
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      const refused = results.flatMap((result) => (result.ok ? [] : result.errors))
      expect(refused).toHaveLength(4)
      for (const error of refused) expect(error).toMatchObject({ code: 'TRANSITION_REFUSED', from: 'CONFIRMED' })
      expect((await eventTypes()).filter((type) => type === 'order.confirmed')).toHaveLength(1)
    })

    onManyConnections('gives a claim to exactly one of many', async () => {
      await fresh()
      const results = await Promise.all(Array.from({ length: 8 }, () => claimReview(shop.member(), orderId)))
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await stored()).toMatchObject({ version: 3 })
    })
  })
})
