import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

const list = /* GraphQL */ `
  query Customers($first: Int, $after: String, $filter: CustomerFilter, $orderBy: CustomerOrder) {
    customers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        id
        name
        code
        language
        version
        identities {
          kind
          value
          profileName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`
const update = /* GraphQL */ `
  mutation Update($id: ID!, $input: CustomerUpdateInput!, $version: Int) {
    customerUpdate(id: $id, input: $input, expectedVersion: $version) {
      customer {
        name
        code
        version
      }
      errors {
        __typename
        code
        path
      }
    }
  }
`

interface Page {
  customers: {
    totalCount: number
    nodes: { id: string; name: string | null }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

async function shop(): Promise<World> {
  const world = await app.makeWorld()
  await world.say('a', { from: '+573001110001', name: 'Zoe' })
  await world.say('b', { from: '+573001110002', name: 'ana' })
  await world.say('c', { from: '+573001110003', name: 'Luis' })
  return world
}

const names = ({ customers }: Page) => customers.nodes.map(({ name }) => name)

test('Customers are listed newest first or by name, page by page', async () => {
  const { owner } = await shop()
  const first = await owner.query<Page>(list, { first: 2 })
  expect(first.customers).toMatchObject({
    totalCount: 3,
    pageInfo: { hasNextPage: true },
    nodes: [
      { name: 'Luis', identities: [{ kind: 'PHONE', value: '+573001110003', profileName: 'Luis' }] },
      { name: 'ana' },
    ],
  })
  expect(names(await owner.query<Page>(list, { first: 2, after: first.customers.pageInfo.endCursor }))).toEqual(['Zoe'])
  const byName = await owner.query<Page>(list, { first: 2, orderBy: 'NAME_ASC' })
  expect(names(byName)).toEqual(['ana', 'Luis'])
  const rest = await owner.query<Page>(list, {
    first: 2,
    orderBy: 'NAME_ASC',
    after: byName.customers.pageInfo.endCursor,
  })
  expect(names(rest)).toEqual(['Zoe'])
  const { errors } = await owner.send(list, { orderBy: 'CREATED_AT_ASC', after: first.customers.pageInfo.endCursor })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})

test('Customers are found by name, code and address', async () => {
  const { owner } = await shop()
  const [luis] = (await owner.query<Page>(list)).customers.nodes
  await owner.mutate(update, { id: luis?.id, input: { code: 'K_7' } })
  const found = async (search: string) => names(await owner.query<Page>(list, { filter: { search } }))
  expect(await found('AN')).toEqual(['ana'])
  expect(await found('k_7')).toEqual(['Luis'])
  expect(await found('kx7')).toEqual([])
  expect(await found('0001')).toEqual(['Zoe'])
})

test('A customer is changed by who may, told what is wrong, and is nowhere for another tenant', async () => {
  const [world, other] = [await shop(), await shop()]
  const id = (await world.owner.query<Page>(list)).customers.nodes[0]?.id
  const support = await world.as('SUPPORT')
  expect(await support.mutate(update, { id, input: { name: 'Tienda Luis', code: 'L' }, version: 1 })).toEqual({
    customerUpdate: { customer: { name: 'Tienda Luis', code: 'L', version: 2 }, errors: [] },
  })
  expect(await support.mutate(update, { id, input: { name: '' }, version: 1 })).toMatchObject({
    customerUpdate: { customer: null, errors: [{ __typename: 'InvalidInput', path: ['input', 'name'] }] },
  })
  expect(await support.mutate(update, { id, input: { name: 'x' }, version: 1 })).toMatchObject({
    customerUpdate: { customer: null, errors: [{ __typename: 'VersionConflict' }] },
  })
  const foreign = await other.owner.mutate(update, { id, input: { name: 'x' } })
  expect(foreign).toMatchObject({ customerUpdate: { customer: null, errors: [{ code: 'NOT_FOUND' }] } })
  expect(foreign).toEqual(
    await other.owner.mutate(update, { id: 'cus_01h455vb4pex5vsknk084sn02q', input: { name: 'x' } }),
  )
  expect((await (await world.as('VIEWER')).send(update, { id, input: {} })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ])
})
