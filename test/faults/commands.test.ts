import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/index.ts'
import { createApiClient, type Answer, type ApiClient } from '../kit/client.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { startHoldingProxy } from './holding-proxy.ts'
import { prepareWorld, type PreparedWorld } from './prepared-world.ts'
import { hookTimeoutMs, report, scaled } from './scale.ts'

const isEmbedded = process.env['TEST_DATABASE_URL'] === undefined
const timeout = 120_000

let prepared: PreparedWorld
let cluster: Cluster
let [productId, customerId] = ['', '']

beforeAll(async () => {
  prepared = await prepareWorld({
    async furnish(world) {
      const products = [{ sku: 'MILK', name: 'Leche entera', price: { amountMinor: 420n } }]
      const made = await importProducts(world.ctx, { products }, null)
      productId = (made.ok ? made.productIds[0] : undefined) ?? ''
      await world.say('hola')
      const found = await world.owner.query<{ customers: { nodes: { id: string }[] } }>(
        '{ customers(first: 1) { nodes { id } } }',
      )
      customerId = found.customers.nodes[0]?.id ?? ''
    },
  })
  cluster = await startCluster(prepared, isEmbedded ? 1 : 2)
}, hookTimeoutMs)
afterAll(async () => {
  await cluster.stop()
  await prepared.remove()
})

const at = (url: string | undefined): ApiClient => createApiClient(url ?? '', prepared.token)
/** Two people never meet on the same server, where there are two. */
const first = () => at(cluster.urls[0])
const second = () => at(cluster.urls.at(-1))

const create = /* GraphQL */ `
  mutation ($input: OrderCreateInput!, $key: String) {
    orderCreate(input: $input, idempotencyKey: $key) {
      order {
        id
        number
        status
        version
        lines {
          id
        }
      }
      errors {
        code
      }
    }
  }
`
interface Created {
  readonly orderCreate: { readonly order: { readonly id: string; readonly version: number } | null }
}
const order = (quantity: string) => ({ customerId, lines: [{ productId, quantity }] })
const ordersThere = async () =>
  (await first().query<{ orders: { totalCount: number } }>('{ orders(first: 1) { totalCount } }')).orders.totalCount
const calls = 50

test('50 calls at once with one key are one order, and get one answer', { timeout }, async () => {
  const before = await ordersThere()
  const variables = { input: order('3'), key: randomUUID() }
  const answers = await Promise.all(
    Array.from({ length: calls }, (_call, n) => (n % 2 === 0 ? first() : second()).send<Created>(create, variables)),
  )
  expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => []))
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(await ordersThere()).toBe(before + 1)
})

test(
  'so are 50 calls whose server is killed after the order was made and before anybody was told',
  { timeout },
  async () => {
    const before = await ordersThere()
    const variables = { input: order('4'), key: randomUUID() }
    const proxy = await startHoldingProxy(cluster.urls[0] ?? '')
    const unheard = Promise.allSettled(
      Array.from({ length: calls }, () => at(proxy.url).send<Created>(create, variables)),
    )
    // The order is committed, its answer written, and nobody has it.
    await proxy.answered
    await cluster.end(0, 'SIGKILL')
    expect((await unheard).map(({ status }) => status)).toEqual(Array.from({ length: calls }, () => 'rejected'))
    await proxy.close()
    if (isEmbedded) await cluster.start(0)

    const answers = await Promise.all(Array.from({ length: calls }, () => second().send<Created>(create, variables)))
    if (!isEmbedded) await cluster.start(0)
    const orders = new Set(answers.map(({ data }) => JSON.stringify(data)))
    expect(orders.size).toBe(1)
    expect(answers[0]?.data?.orderCreate.order?.id).toMatch(/^ord_/)
    expect(await ordersThere()).toBe(before + 1)
  },
)

interface Decided {
  readonly [mutation: string]: {
    readonly order: {
      readonly status: string
      readonly version: number
      readonly quantities: readonly { quantity: string }[]
    } | null
    readonly errors: readonly { readonly __typename: string; readonly currentVersion?: number }[]
  }
}
const decided = /* GraphQL */ `
  order { status version quantities: lines { quantity } }
  errors { __typename ... on VersionConflict { currentVersion } }
`
const decisions = {
  orderConfirm: `mutation ($id: ID!, $version: Int) { orderConfirm(id: $id, expectedVersion: $version) { ${decided} } }`,
  orderReject: `mutation ($id: ID!, $version: Int) { orderReject(id: $id, reason: "no", expectedVersion: $version) { ${decided} } }`,
  orderLinesEdit: `mutation ($id: ID!, $version: Int, $lines: [OrderLineInput!]!) { orderLinesEdit(id: $id, lines: $lines, expectedVersion: $version) { ${decided} } }`,
}
const reprice = /* GraphQL */ `
  mutation ($input: [ProductInput!]!) {
    productImport(input: { products: $input }) {
      errors {
        code
      }
    }
  }
`

test(
  'of several people who decide about an order at once one wins, and the others are shown what it is now',
  { timeout },
  async () => {
    const rounds = scaled(10, 200)
    const won: Record<string, number> = {}
    for (let round = 0; round < rounds; round += 1) {
      const made = await first().query<Created>(create, { input: order('5'), key: null })
      const { id, version } = made.orderCreate.order ?? { id: '', version: 0 }
      const variables = { id, version, lines: [{ productId, quantity: '6' }] }
      const asked = Object.entries(decisions).toSorted(() => Math.random() - 0.5)
      const answers = await Promise.all([
        ...asked.map(async ([name, document], n): Promise<[string, Answer<Decided>]> => [
          name,
          await (n % 2 === 0 ? first() : second()).send<Decided>(document, variables),
        ]),
        // Beside them the price moves.
        second()
          .query(reprice, {
            input: [{ sku: 'MILK', name: 'Leche entera', price: { amountMinor: String(400 + round) } }],
          })
          .then((): null => null),
      ])
      const results = answers.flatMap((answer) => {
        if (answer === null) return []
        const [name, { data }] = answer
        return [{ name, ...data?.[name] }]
      })
      const winners = results.filter(({ errors }) => errors?.length === 0)
      expect(winners).toHaveLength(1)
      const [winner] = winners
      won[winner?.name ?? ''] = (won[winner?.name ?? ''] ?? 0) + 1
      for (const loser of results) {
        if (loser === winner) continue
        expect(loser.errors).toEqual([{ __typename: 'VersionConflict', currentVersion: version + 1 }])
        expect(loser.order).toEqual(winner?.order)
      }
      expect(winner?.order).toEqual(
        {
          orderConfirm: { status: 'CONFIRMED', version: version + 1, quantities: [{ quantity: '5' }] },
          orderReject: { status: 'REJECTED', version: version + 1, quantities: [{ quantity: '5' }] },
          orderLinesEdit: { status: 'DRAFT', version: version + 1, quantities: [{ quantity: '6' }] },
        }[winner?.name ?? ''],
      )
    }
    report('decisions at once', { rounds, ...won })
  },
)
