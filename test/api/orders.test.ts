import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { claimMs, draftOrder, type DraftLine } from '../../src/orders/index.ts'
import { availableTransitions, orderStatuses } from '../../src/orders/transitions.ts'
import { roles } from '../../src/platform/auth/permissions.ts'
import type { ApiClient, Subscription } from '../kit/client.ts'
import { insertConversation, readLine, stillClock } from '../kit/commerce.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const errors = /* GraphQL */ `
  errors {
    __typename
    code
    message
    path
    ... on VersionConflict {
      currentVersion
    }
    ... on OrderTransitionRefused {
      from
      to
      allowed
    }
    ... on ClaimedByOther {
      expiresAt
    }
    ... on OrderNotInReview {
      status
    }
    ... on OrderNotEditable {
      status
    }
  }
`
const order = /* GraphQL */ `
  order {
    id
    number
    status
    version
    availableTransitions
    total {
      amountMinor
      formatted
    }
    claim {
      expiresAt
      by {
        ... on User {
          name
        }
      }
    }
  }
`
const mutations = {
  orderConfirm: `mutation ($id: ID!, $version: Int) { orderConfirm(id: $id, expectedVersion: $version) { ${order} ${errors} } }`,
  orderReject: `mutation ($id: ID!, $version: Int) { orderReject(id: $id, reason: "no", expectedVersion: $version) { ${order} ${errors} } }`,
  orderCancel: `mutation ($id: ID!, $version: Int) { orderCancel(id: $id, reason: "no", expectedVersion: $version) { ${order} ${errors} } }`,
  orderHold: `mutation ($id: ID!, $version: Int) { orderHold(id: $id, expectedVersion: $version) { ${order} ${errors} } }`,
  orderTransition: `mutation ($id: ID!, $to: OrderFulfilmentStatus = PICKING) { orderTransition(id: $id, to: $to) { ${order} ${errors} } }`,
  orderLinesEdit: `mutation ($id: ID!, $lines: [OrderLineInput!]! = [], $version: Int) { orderLinesEdit(id: $id, lines: $lines, expectedVersion: $version) { ${order} ${errors} } }`,
  orderReviewClaim: `mutation ($id: ID!) { orderReviewClaim(id: $id) { ${order} ${errors} } }`,
  orderReviewRelease: `mutation ($id: ID!) { orderReviewRelease(id: $id) { ${order} ${errors} } }`,
} as const

interface Payload {
  readonly order: { readonly status: string; readonly version: number; readonly claim: object | null } | null
  readonly errors: readonly { readonly code: string; readonly __typename: string }[]
}

describe('orders', () => {
  const clock = stillClock(new Date())
  let app: TestApp
  let world: World
  let ids: Readonly<Record<string, string>>
  let customerId: string
  let conversationId: string
  beforeAll(async () => {
    app = await startApp({ clock })
  })
  afterAll(() => app.stop())

  async function open() {
    world = await app.makeWorld()
    const imported = await importProducts(
      world.ctx,
      {
        products: [
          {
            sku: 'MILK',
            name: 'Leche',
            unit: 'caja',
            price: { amountMinor: 4_200n },
            variants: [{ axis: 'size', value: '2 l', sku: 'MILK-2', price: { amountMinor: 8_000n } }],
          },
          { sku: 'TEA', name: 'Té', price: { amountMinor: 300n } },
        ],
      },
      null,
    )
    if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
    ids = { MILK: imported.productIds[0] ?? '', TEA: imported.productIds[1] ?? '' }
    ;({ customerId, conversationId } = await insertConversation(app.database.db, world.tenantId))
  }

  function id(sku: string): string {
    return ids[sku] ?? ''
  }

  async function draft(...lines: DraftLine[]): Promise<string> {
    const assistant = { ...world.ctx, actor: { kind: 'ASSISTANT', id: 'offline-1' } } as const
    const { order: drafted } = await world.ctx.db.withTenant(world.tenantId, (tx) =>
      draftOrder(assistant, tx, {
        customerId,
        conversationId,
        lines,
        confidence: 0.9,
        reasons: [],
        aiResponseId: null,
        sourceMessageIds: [],
        // Tests order the same list more than once.
        isAgain: true,
      }),
    )
    return drafted.id
  }

  const unsure = () => readLine(id('MILK'), { confidence: 0.5, quantity: '2' })

  async function change(
    caller: ApiClient,
    name: keyof typeof mutations,
    variables: Record<string, unknown>,
  ): Promise<Payload> {
    const data = await caller.mutate<Record<string, Payload>>(mutations[name], variables)
    const payload = data[name]
    if (payload === undefined) throw new Error(`No answer of ${name}`)
    return payload
  }

  test('show what was read, at which price, from which words, and why a person should look', async () => {
    await open()
    await draft(
      readLine(id('TEA'), {
        quantity: '1.50',
        options: [{ group: 'milk', value: 'oat', negated: true, qualifier: null }],
      }),
      readLine(null, { confidence: 0.3, candidates: [{ productId: id('MILK'), score: 0.5 }] }),
    )
    const { orders } = await world.owner.query<{ orders: { nodes: unknown[] } }>(/* GraphQL */ `
      {
        orders(filter: { status: [REVIEW] }) {
          totalCount
          nodes {
            number
            status
            source
            confidence
            requiresReview
            reviewReasons {
              code
              linePosition
            }
            createdBy {
              ... on AssistantActor {
                model
              }
            }
            confirmedBy {
              __typename
            }
            claim {
              expiresAt
            }
            customer {
              name
              orders {
                totalCount
              }
            }
            conversation {
              latestOrder {
                number
              }
            }
            total {
              formatted
            }
            lines {
              position
              sku
              name
              quantity
              unit
              source
              confidence
              product {
                sku
              }
              unitPrice {
                amountMinor
              }
              total {
                amountMinor
              }
              options {
                group
                value
                negated
                qualifier
              }
              spans {
                messageId
                start
                end
                text
              }
              candidates {
                score
                product {
                  sku
                }
              }
              variants {
                axis
              }
            }
          }
        }
      }
    `)
    const spans = [{ messageId: 'msg_01h455vb4pex5vsknk084sn02q', start: 0, end: 5, text: 'leche' }]
    expect(orders).toEqual({
      totalCount: 1,
      nodes: [
        {
          number: 1,
          status: 'REVIEW',
          source: 'CONVERSATION',
          confidence: 0.9,
          requiresReview: true,
          reviewReasons: [{ code: 'UNKNOWN_PRODUCT', linePosition: 1 }],
          createdBy: { model: 'offline-1' },
          confirmedBy: null,
          claim: null,
          customer: { name: 'Ana', orders: { totalCount: 1 } },
          conversation: { latestOrder: { number: 1 } },
          total: { formatted: 'EUR 4.50' },
          lines: [
            {
              position: 0,
              sku: 'TEA',
              name: 'Té',
              quantity: '1.5',
              unit: null,
              source: 'AI',
              confidence: 0.97,
              product: { sku: 'TEA' },
              unitPrice: { amountMinor: 300 },
              total: { amountMinor: 450 },
              options: [{ group: 'milk', value: 'oat', negated: true, qualifier: null }],
              spans,
              candidates: [],
              variants: [],
            },
            {
              position: 1,
              sku: null,
              name: 'leche',
              quantity: '1',
              unit: null,
              source: 'AI',
              confidence: 0.3,
              product: null,
              unitPrice: null,
              total: null,
              options: [],
              spans,
              candidates: [{ score: 0.5, product: { sku: 'MILK' } }],
              variants: [],
            },
          ],
        },
      ],
    })
  })

  test('say which statuses they may take, as the table of transitions has it', async () => {
    await open()
    const orderId = await draft(unsure())
    for (const status of orderStatuses) {
      for (const isComplete of [true, false]) {
        const since = status === 'REVIEW' ? 'now()' : 'null'
        await app.database.db.asOwner((owner) =>
          owner.query(`update orders set status = $2, is_complete = $3, review_requested_at = ${since} where id = $1`, [
            orderId,
            status,
            isComplete,
          ]),
        )
        const answer = await world.owner.query(
          'query ($id: ID!) { node(id: $id) { ... on Order { availableTransitions } } }',
          {
            id: orderId,
          },
        )
        expect(answer).toEqual({ node: { availableTransitions: availableTransitions({ status, isComplete }) } })
      }
    }
  })

  test('are listed with customer, conversation and lines in one statement, however many there are', async () => {
    await open()
    const document = /* GraphQL */ `
      {
        orders(first: 50) {
          nodes {
            number
            availableTransitions
            customer {
              name
            }
            conversation {
              id
            }
            lines {
              name
              product {
                sku
              }
            }
          }
        }
      }
    `
    const counts: number[] = []
    for (const many of [1, 20]) {
      for (let made = 0; made < many; made += 1) await draft(unsure(), readLine(id('TEA')))
      const statements: string[] = []
      const stop = app.database.db.onStatement((text) => void statements.push(text))
      const { orders } = await world.owner.query<{ orders: { nodes: { number: number }[] } }>(document)
      stop()
      counts.push(statements.filter((text) => text.startsWith('/* Query')).length)
      expect(orders.nodes.map(({ number }) => number)).toEqual(
        Array.from({ length: orders.nodes.length }, (_, index) => orders.nodes.length - index),
      )
    }
    expect(counts).toEqual([1, 1])
  })

  test('are filtered and sorted, page by page', async () => {
    await open()
    await draft(readLine(id('TEA'), { quantity: '3' }))
    clock.move(1_000)
    const between = clock.now().toISOString()
    clock.move(1_000)
    await draft(unsure())
    await draft(readLine(id('TEA')))
    const list = async (variables: object): Promise<number[]> => {
      const { orders } = await world.owner.query<{ orders: { nodes: { number: number }[] } }>(
        'query ($filter: OrderFilter, $orderBy: OrderSort) { orders(filter: $filter, orderBy: $orderBy) { nodes { number } } }',
        { ...variables },
      )
      return orders.nodes.map(({ number }) => number)
    }
    expect(await list({})).toEqual([3, 2, 1])
    expect(await list({ orderBy: 'CREATED_AT_ASC' })).toEqual([1, 2, 3])
    expect(await list({ orderBy: 'TOTAL_DESC' })).toEqual([2, 1, 3])
    expect(await list({ orderBy: 'TOTAL_ASC' })).toEqual([3, 1, 2])
    expect(await list({ filter: { status: ['CONFIRMED'] } })).toEqual([3, 1])
    expect(await list({ filter: { status: [] } })).toEqual([])
    expect(await list({ filter: { number: 2 } })).toEqual([2])
    expect(await list({ filter: { requiresReview: true } })).toEqual([2])
    expect(await list({ filter: { createdFrom: between } })).toEqual([3, 2])
    expect(await list({ filter: { createdBefore: between } })).toEqual([1])
    expect(await list({ filter: { customerId } })).toEqual([3, 2, 1])
    expect(await list({ filter: { conversationId: 'cnv_01h455vb4pex5vsknk084sn02q' } })).toEqual([])
    const byNumber = await world.owner.query(
      '{ orderByNumber(number: 2) { status } none: orderByNumber(number: 9) { status } }',
    )
    expect(byNumber).toEqual({ orderByNumber: { status: 'REVIEW' }, none: null })
  })

  test('wait in the review queue, longest first, and show who has claimed them until the claim runs out', async () => {
    await open()
    const first = await draft(unsure())
    clock.move(60_000)
    const second = await draft(unsure())
    const manager = await world.as('MANAGER')
    const claimed = await change(manager, 'orderReviewClaim', { id: first })
    const expiresAt = new Date(clock.now().getTime() + claimMs).toISOString().replace('Z', '000Z')
    expect(claimed).toMatchObject({
      order: { version: 3, claim: { expiresAt, by: { name: expect.any(String) } } },
      errors: [],
    })
    const queue = () => world.owner.query('{ reviewQueue { totalCount nodes { id claim { expiresAt } } } }')
    expect(await queue()).toEqual({
      reviewQueue: {
        totalCount: 2,
        nodes: [
          { id: first, claim: { expiresAt } },
          { id: second, claim: null },
        ],
      },
    })
    const operator = await world.as('OPERATOR')
    expect(await change(operator, 'orderConfirm', { id: first })).toMatchObject({
      order: { status: 'REVIEW', claim: { expiresAt } },
      errors: [{ __typename: 'ClaimedByOther', expiresAt }],
    })
    clock.move(claimMs)
    expect(await queue()).toMatchObject({ reviewQueue: { nodes: [{ claim: null }, { claim: null }] } })
    expect(await change(operator, 'orderConfirm', { id: first })).toMatchObject({
      order: { status: 'CONFIRMED' },
      errors: [],
    })
    expect(await queue()).toMatchObject({ reviewQueue: { totalCount: 1, nodes: [{ id: second }] } })
  })

  test('go from review to delivery; a refused step says why and what is allowed, and shows the order as it is', async () => {
    await open()
    const orderId = await draft(unsure(), readLine(null))
    expect(await change(world.owner, 'orderConfirm', { id: orderId, version: 2 })).toMatchObject({
      order: { status: 'REVIEW', version: 2, availableTransitions: ['PENDING', 'CANCELLED', 'REJECTED'] },
      errors: [{ __typename: 'OrderTransitionRefused', from: 'REVIEW', to: 'CONFIRMED', path: ['id'] }],
    })
    expect(await change(world.owner, 'orderLinesEdit', { id: orderId, lines: [{ productId: 'x' }] })).toMatchObject({
      order: { version: 2 },
      errors: [{ __typename: 'NotFound', path: ['lines', '0', 'productId'] }],
    })
    const lines = [{ productId: id('MILK'), quantity: '2.5' }]
    expect(await change(world.owner, 'orderLinesEdit', { id: orderId, lines, version: 2 })).toMatchObject({
      order: { version: 3, total: { amountMinor: 10_500, formatted: 'EUR 105' } },
      errors: [],
    })
    expect(await change(world.owner, 'orderConfirm', { id: orderId, version: 2 })).toMatchObject({
      order: { version: 3, status: 'REVIEW' },
      errors: [{ __typename: 'VersionConflict', code: 'VERSION_CONFLICT', currentVersion: 3 }],
    })
    expect(await change(world.owner, 'orderConfirm', { id: orderId, version: 3 })).toMatchObject({
      order: { status: 'CONFIRMED' },
      errors: [],
    })
    expect(await change(world.owner, 'orderLinesEdit', { id: orderId, lines })).toMatchObject({
      errors: [{ __typename: 'OrderNotEditable', status: 'CONFIRMED' }],
    })
    expect(await change(world.owner, 'orderReviewClaim', { id: orderId })).toMatchObject({
      errors: [{ __typename: 'OrderNotInReview', status: 'CONFIRMED' }],
    })
    const warehouse = await world.as('WAREHOUSE')
    for (const to of ['PICKING', 'SHIPPED', 'DELIVERED']) {
      expect(await change(warehouse, 'orderTransition', { id: orderId, to })).toMatchObject({
        order: { status: to },
        errors: [],
      })
    }
    expect(await change(world.owner, 'orderCancel', { id: orderId })).toMatchObject({
      errors: [{ __typename: 'OrderTransitionRefused', from: 'DELIVERED', to: 'CANCELLED', allowed: ['RETURNED'] }],
    })
  })

  test('are made by hand, once for a key', async () => {
    await open()
    const create = /* GraphQL */ `
      mutation CreateOrder($input: OrderCreateInput!, $key: String) {
        orderCreate(input: $input, idempotencyKey: $key) {
          order {
            id
            status
            source
            note
            createdBy {
              __typename
            }
            lines {
              sku
              total {
                amountMinor
              }
              variants {
                axis
                value
                variant {
                  sku
                }
              }
            }
          }
          errors {
            code
            path
          }
        }
      }
    `
    const products = await world.owner.query<{ productBySku: { variants: { id: string }[] } }>(
      '{ productBySku(sku: "MILK") { variants { id } } }',
    )
    const variantIds = products.productBySku.variants.map((variant) => variant.id)
    const input = { customerId, lines: [{ productId: id('MILK'), variantIds }], note: 'by phone' }
    const first = await world.owner.mutate<{ orderCreate: { order: { id: string } } }>(create, { input, key: 'k1' })
    expect(first).toMatchObject({
      orderCreate: {
        order: {
          status: 'DRAFT',
          source: 'STAFF',
          note: 'by phone',
          createdBy: { __typename: 'User' },
          lines: [
            {
              sku: 'MILK-2',
              total: { amountMinor: 8_000 },
              variants: [{ axis: 'size', value: '2 l', variant: { sku: 'MILK-2' } }],
            },
          ],
        },
        errors: [],
      },
    })
    expect(await world.owner.mutate(create, { input, key: 'k1' })).toEqual(first)
    const other = await world.owner.send(create, { input: { ...input, note: 'other' }, key: 'k1' })
    expect(other.errors.map(({ extensions }) => extensions.code)).toEqual(['IDEMPOTENCY_CONFLICT'])
    expect(await world.owner.query('{ orders { totalCount } }')).toEqual({ orders: { totalCount: 1 } })
  })

  test('of another tenant are answered like orders that never existed, by every mutation', async () => {
    await open()
    const orderId = await draft(unsure())
    const theirs = (await app.makeWorld()).owner
    for (const name of Object.keys(mutations) as (keyof typeof mutations)[]) {
      const foreign = await change(theirs, name, { id: orderId })
      for (const unknown of ['ord_01h455vb4pex5vsknk084sn02q', 'ord_1', '', '\ud800', customerId]) {
        expect(foreign).toEqual(await change(theirs, name, { id: unknown }))
      }
      expect(foreign).toMatchObject({ order: null, errors: [{ __typename: 'NotFound', code: 'NOT_FOUND' }] })
    }
    const seen = await world.owner.query('query ($id: ID!) { node(id: $id) { ... on Order { version } } }', {
      id: orderId,
    })
    expect(seen).toEqual({ node: { version: 2 } })
  })

  test('can be changed by exactly those whose role allows it', async () => {
    await open()
    const orderId = await draft(unsure())
    const confirmers = ['OWNER', 'ADMIN', 'MANAGER', 'OPERATOR']
    const fulfillers = ['OWNER', 'ADMIN', 'MANAGER', 'WAREHOUSE']
    const allowed: Record<keyof typeof mutations, readonly string[]> = {
      orderConfirm: confirmers,
      orderReject: confirmers,
      orderCancel: confirmers,
      orderHold: confirmers,
      orderTransition: fulfillers,
      orderLinesEdit: confirmers,
      orderReviewClaim: confirmers,
      orderReviewRelease: confirmers,
    }
    for (const [name, may] of Object.entries(allowed)) {
      const document = mutations[name as keyof typeof mutations]
      const denied = await Promise.all(
        roles.map(async (role) => {
          // Whoever is let in finds no such order, so that nothing changes.
          const answer = await (await world.as(role)).send(document, { id: 'ord_01h455vb4pex5vsknk084sn02q' })
          return answer.errors.some(({ extensions }) => extensions.code === 'FORBIDDEN') ? [role] : []
        }),
      )
      expect({ name, denied: denied.flat() }).toEqual({ name, denied: roles.filter((role) => !may.includes(role)) })
    }
    const stranger = await app.stranger.send(mutations.orderConfirm, { id: orderId })
    expect(stranger.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
  })

  test('in review are followed live, and from a cursor on without a gap', async () => {
    await open()
    const document = /* GraphQL */ `
      subscription ReviewEvents($after: Cursor) {
        orderReviewEvents(after: $after) {
          cursor
          type
          actor {
            __typename
          }
          order {
            id
            status
            version
          }
        }
      }
    `
    interface Event {
      readonly orderReviewEvents: {
        readonly cursor: string
        readonly type: string
        readonly order: { readonly id: string }
      }
    }
    const live = await (await world.as('VIEWER')).subscribe<Event>(document)
    const next = async (events: Subscription<Event>, orderId: string) => {
      for (;;) {
        const { orderReviewEvents } = await events.next()
        if (orderReviewEvents.order.id === orderId) return orderReviewEvents
      }
    }
    // The protocol does not say when a subscription lives, so knock until it answers.
    for (let knocks = 0, heard = false; !heard && knocks < 20; knocks += 1) {
      await draft(readLine(id('TEA')))
      heard = await live.next(300).then(
        () => true,
        () => false,
      )
    }

    const orderId = await draft(unsure())
    const requested = await next(live, orderId)
    expect(requested).toMatchObject({
      type: 'REQUESTED',
      actor: { __typename: 'AssistantActor' },
      order: { status: 'REVIEW', version: 2 },
    })
    const operator = await world.as('OPERATOR')
    await change(operator, 'orderReviewClaim', { id: orderId })
    await change(operator, 'orderLinesEdit', { id: orderId, lines: [{ productId: id('TEA') }] })
    await change(operator, 'orderConfirm', { id: orderId })
    const types: string[] = []
    for (let count = 0; count < 3; count += 1) types.push((await next(live, orderId)).type)
    expect(types).toEqual(['CLAIMED', 'EDITED', 'CONFIRMED'])
    await live.stop()

    const replayed = await world.owner.subscribe<Event>(document, { after: requested.cursor })
    for (const type of types) {
      expect(await next(replayed, orderId)).toMatchObject({ type, order: { status: 'CONFIRMED', version: 5 } })
    }
    const later = await draft(readLine(id('TEA')))
    expect(await next(replayed, later)).toMatchObject({ type: 'CONFIRMED', order: { status: 'CONFIRMED' } })
    await replayed.stop()
  })
})
