import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const proposalsQuery = /* GraphQL */ `
  query Proposals($state: OrderChangeState) {
    orderChangeProposals(first: 10, state: $state) {
      nodes {
        id
        kind
        state
        version
        orderVersion
        words {
          text
        }
        lines {
          lineId
          name
          quantity
          product {
            sku
          }
          unitPrice {
            amountMinor
          }
        }
        reviewReasons {
          code
        }
        decidedBy {
          __typename
        }
        order {
          id
          number
          status
          version
          total {
            amountMinor
          }
          lines {
            id
            name
            quantity
          }
          changeProposals {
            id
          }
        }
      }
    }
  }
`

interface Proposal {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly version: number
  readonly orderVersion: number
  readonly words: readonly { text: string }[]
  readonly lines: readonly {
    lineId: string | null
    name: string
    quantity: string
    product: { sku: string } | null
    unitPrice: { amountMinor: number } | null
  }[]
  readonly order: {
    id: string
    number: number
    status: string
    version: number
    lines: readonly { id: string; name: string; quantity: string }[]
    changeProposals: readonly { id: string }[]
  }
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function shop(): Promise<World> {
  const world = await app.makeWorld({ currency: 'COP', locale: 'es-CO', debounceMs: 0 })
  await price(world, 4_200_000n)
  return world
}

async function price(world: World, milkMinor: bigint): Promise<void> {
  const products = [
    { sku: 'LEC', name: 'Leche entera', aliases: ['leche'], price: { amountMinor: milkMinor } },
    { sku: 'QUE', name: 'Queso campesino', aliases: ['queso'], price: { amountMinor: 2_150_000n } },
    { sku: 'ARR', name: 'Arroz blanco', aliases: ['arroz'], price: { amountMinor: 430_000n } },
  ]
  expect(await importProducts(world.ctx, { products }, null)).toMatchObject({ ok: true })
}

async function say(world: World, text: string): Promise<void> {
  const read = app.nextJob((job) => job.name === 'conversation.read' && job.data.tenantId === world.tenantId)
  expect(await world.say(text)).toMatchObject({ status: 200 })
  await read
}

async function proposals(world: World, state?: string): Promise<readonly Proposal[]> {
  const found = await world.owner.query<{ orderChangeProposals: { nodes: Proposal[] } }>(proposalsQuery, { state })
  return found.orderChangeProposals.nodes
}

async function only(world: World, state?: string): Promise<Proposal> {
  const [proposal, ...others] = await proposals(world, state)
  if (proposal === undefined || others.length > 0) throw new Error('There is not exactly one proposal.')
  return proposal
}

interface Decided {
  readonly proposal: { state: string; version: number; order: { status: string } } | null
  readonly errors: readonly { code: string; currentVersion?: number }[]
}

async function decide(world: World, verb: 'Accept' | 'Reject', id: string, expectedVersion: number): Promise<Decided> {
  const field = `orderChangeProposal${verb}`
  const result = await world.owner.mutate<Record<string, Decided>>(
    `mutation ($id: ID!, $expectedVersion: Int) { ${field}(id: $id, expectedVersion: $expectedVersion) {
      proposal { state version order { status } }
      errors { code ... on VersionConflict { currentVersion } }
    } }`,
    { id, expectedVersion },
  )
  return result[field] as Decided
}

const lists = ({ lines }: { lines: readonly { name: string; quantity: string }[] }) =>
  lines.map(({ name, quantity }) => `${quantity} ${name}`)

async function lastReply(world: World): Promise<string> {
  const { conversations } = await world.owner.query<{
    conversations: { nodes: { botState: string; messages: { nodes: { text: string }[] } }[] }
  }>('{ conversations(first: 1) { nodes { messages(last: 1) { nodes { text } } } } }')
  return conversations.nodes[0]?.messages.nodes[0]?.text ?? ''
}

describe('a change after confirmation', () => {
  test('becomes a proposal on the order that has what it changes; the order stays until a person accepts', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, '7 arroz')
    await price(world, 5_000_000n)
    await say(world, 'quita el queso, y mejor que sean 4 leches')
    const proposal = await only(world)
    expect(proposal).toMatchObject({
      kind: 'CHANGE',
      state: 'OPEN',
      version: 1,
      orderVersion: 2,
      words: [{ text: 'quita el queso, y mejor que sean 4 leches' }],
      // Who ordered at a price keeps it.
      lines: [{ name: 'Leche entera', quantity: '4', product: { sku: 'LEC' }, unitPrice: { amountMinor: 4_200_000 } }],
      reviewReasons: [],
      decidedBy: null,
      order: { number: 1, status: 'CONFIRMED', version: 2, changeProposals: [{ id: proposal.id }] },
    })
    expect(proposal.lines[0]?.lineId).toBe(proposal.order.lines[0]?.id)
    expect(lists(proposal.order)).toEqual(['2 Leche entera', '3 Queso campesino'])
    expect(await lastReply(world)).toContain('Recibimos lo que quieres cambiar de tu pedido n.º 1')

    expect(await decide(world, 'Accept', proposal.id, 1)).toMatchObject({
      proposal: { state: 'ACCEPTED', version: 2 },
      errors: [],
    })
    const accepted = await only(world, 'ACCEPTED')
    expect(accepted).toMatchObject({
      decidedBy: { __typename: 'User' },
      order: { status: 'CONFIRMED', version: 3, total: { amountMinor: 4 * 4_200_000 } },
    })
    expect(lists(accepted.order)).toEqual(['4 Leche entera'])
    expect(await proposals(world)).toEqual([])
  })

  test('that takes all back cancels the order once accepted', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, 'cancela mi pedido por favor')
    const proposal = await only(world)
    expect(proposal).toMatchObject({ kind: 'CANCEL', order: { status: 'CONFIRMED' } })
    expect(lists(proposal)).toEqual(['2 Leche entera', '3 Queso campesino'])
    expect(await decide(world, 'Accept', proposal.id, 1)).toMatchObject({
      proposal: { state: 'ACCEPTED', order: { status: 'CANCELLED' } },
      errors: [],
    })
  })

  test('that is rejected leaves the order as it is, and is decided once', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, 'cancela mi pedido')
    const { id } = await only(world)
    expect(await decide(world, 'Reject', id, 2)).toMatchObject({
      proposal: { state: 'OPEN' },
      errors: [{ code: 'VERSION_CONFLICT', currentVersion: 1 }],
    })
    expect(await decide(world, 'Reject', id, 1)).toMatchObject({
      proposal: { state: 'REJECTED', version: 2, order: { status: 'CONFIRMED' } },
      errors: [],
    })
    expect(await decide(world, 'Accept', id, 2)).toMatchObject({
      proposal: { state: 'REJECTED', order: { status: 'CONFIRMED' } },
      errors: [{ code: 'INVALID_INPUT' }],
    })
  })

  test('cannot be accepted on an order that has moved on since', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, 'quita el queso')
    await say(world, 'mejor que sean 4 leches')
    const [first, second] = await proposals(world)
    if (first === undefined || second === undefined) throw new Error('There are two proposals.')
    expect(await decide(world, 'Accept', first.id, 1)).toMatchObject({ errors: [] })
    expect(await decide(world, 'Accept', second.id, 1)).toMatchObject({
      proposal: { state: 'OPEN' },
      errors: [{ code: 'VERSION_CONFLICT', currentVersion: 3 }],
    })
    await world.owner.mutate('mutation ($id: ID!) { orderTransition(id: $id, to: PICKING) { errors { code } } }', {
      id: first.order.id,
    })
    expect(await decide(world, 'Accept', second.id, 1)).toMatchObject({ errors: [{ code: 'TRANSITION_REFUSED' }] })
    expect(lists((await only(world)).order)).toEqual(['2 Leche entera'])
  })

  test('of an order that is being packed, or of none, is left to a person', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    const sql = `update orders set status = 'PICKING' where tenant_id = $1`
    await app.database.db.asOwner((owner) => owner.query(sql, [world.tenantId]))
    await say(world, 'quita el queso')
    expect(await proposals(world)).toEqual([])
    const { conversations } = await world.owner.query<{ conversations: { nodes: unknown[] } }>(
      '{ conversations(first: 1) { nodes { bot { state } } } }',
    )
    expect(conversations.nodes).toEqual([{ bot: { state: 'PAUSED' } }])
  })

  test('is no proposal when it only adds: that is an order of its own', async () => {
    const world = await shop()
    await say(world, '2 leches y 3 quesos')
    await say(world, '5 arroz')
    expect(await proposals(world)).toEqual([])
  })
})
