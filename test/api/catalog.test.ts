import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const importProducts = /* GraphQL */ `
  mutation ImportProducts($input: ProductImportInput!, $key: String) {
    productImport(input: $input, idempotencyKey: $key) {
      created
      updated
      products {
        id
        sku
        version
      }
      errors {
        code
        path
        message
      }
    }
  }
`
const listProducts = /* GraphQL */ `
  query Products($filter: ProductFilter, $first: Int, $after: String) {
    products(filter: $filter, first: $first, after: $after) {
      totalCount
      nodes {
        sku
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`

interface ImportAnswer {
  readonly productImport: {
    readonly created: number
    readonly updated: number
    readonly products: readonly { id: string; sku: string; version: number }[]
    readonly errors: readonly { code: string; path: readonly string[] }[]
  }
}

interface ProductPage {
  readonly products: {
    readonly totalCount: number
    readonly nodes: readonly { sku: string }[]
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

const menu = [
  {
    sku: 'CAFE',
    name: 'Café con leche',
    category: 'Drinks > Hot',
    aliases: ['latte'],
    price: { amountMinor: 1250 },
    variants: [
      { axis: 'size', value: 'large', sku: 'CAFE-L', price: { amountMinor: 1500 }, isDefault: true },
      { axis: 'size', value: 'small' },
    ],
    options: [{ name: 'milk', values: [{ value: 'oat', aliases: ['avena'] }, { value: 'soy' }] }],
  },
  { sku: 'AGUA', name: 'Agua', category: 'Drinks', keywords: ['bebida'] },
  { sku: 'PAN', name: 'Pan', category: 'Food', unit: 'kg', price: { amountMinor: 300, currency: 'EUR' } },
]

describe('the catalogue', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  async function open(): Promise<Record<string, string>> {
    world = await app.makeWorld()
    const { productImport } = await world.owner.mutate<ImportAnswer>(importProducts, { input: { products: menu } })
    expect(productImport.errors).toEqual([])
    return Object.fromEntries(productImport.products.map(({ sku, id }) => [sku, id]))
  }

  async function skus(filter?: object): Promise<string[]> {
    const { products } = await world.owner.query<ProductPage>(listProducts, { filter })
    return products.nodes.map(({ sku }) => sku)
  }

  test('answers an import with the products in the order given, and a second one as an update', async () => {
    world = await app.makeWorld()
    const first = await world.owner.mutate<ImportAnswer>(importProducts, { input: { products: menu } })
    expect(first.productImport).toMatchObject({
      created: 3,
      updated: 0,
      products: [
        { sku: 'CAFE', version: 1 },
        { sku: 'AGUA', version: 1 },
        { sku: 'PAN', version: 1 },
      ],
      errors: [],
    })
    const second = await world.owner.mutate<ImportAnswer>(importProducts, { input: { products: [menu[2]] } })
    expect(second.productImport).toMatchObject({ created: 0, updated: 1, products: [{ sku: 'PAN', version: 2 }] })
  })

  test('gives a product with everything that was imported, in one statement', async () => {
    const ids = await open()
    const statements: string[] = []
    const stop = app.database.db.onStatement((text) => void statements.push(text))
    const { productBySku } = await world.owner.query<{ productBySku: unknown }>(/* GraphQL */ `
      query Product {
        productBySku(sku: "CAFE") {
          id
          name
          aliases
          keywords
          unit
          isActive
          price {
            amountMinor
            currency
            formatted
          }
          category {
            path
            parent {
              name
              children {
                name
              }
            }
          }
          variants {
            axis
            value
            sku
            isDefault
            price {
              amountMinor
            }
            product {
              sku
            }
          }
          options {
            name
            values {
              value
              aliases
            }
          }
        }
      }
    `)
    stop()
    expect(statements.filter((text) => text.startsWith('/* Query'))).toHaveLength(1)
    expect(productBySku).toEqual({
      id: ids['CAFE'],
      name: 'Café con leche',
      aliases: ['latte'],
      keywords: [],
      unit: null,
      isActive: true,
      price: { amountMinor: 1250, currency: 'EUR', formatted: 'EUR 12.50' },
      category: { path: 'Drinks > Hot', parent: { name: 'Drinks', children: [{ name: 'Hot' }] } },
      variants: [
        {
          axis: 'size',
          value: 'large',
          sku: 'CAFE-L',
          isDefault: true,
          price: { amountMinor: 1500 },
          product: { sku: 'CAFE' },
        },
        { axis: 'size', value: 'small', sku: null, isDefault: false, price: null, product: { sku: 'CAFE' } },
      ],
      options: [
        {
          name: 'milk',
          values: [
            { value: 'oat', aliases: ['avena'] },
            { value: 'soy', aliases: [] },
          ],
        },
      ],
    })
  })

  test('is listed by name, page by page, and searched without regard to case and accents', async () => {
    await open()
    const first = await world.owner.query<ProductPage>(listProducts, { first: 2 })
    expect(first.products).toMatchObject({
      totalCount: 3,
      nodes: [{ sku: 'AGUA' }, { sku: 'CAFE' }],
      pageInfo: { hasNextPage: true },
    })
    const second = await world.owner.query<ProductPage>(listProducts, {
      first: 2,
      after: first.products.pageInfo.endCursor,
    })
    expect(second.products).toMatchObject({ nodes: [{ sku: 'PAN' }], pageInfo: { hasNextPage: false } })
    expect(await skus({ search: 'CAFÉ lech' })).toEqual(['CAFE'])
    expect(await skus({ search: 'latte' })).toEqual(['CAFE'])
    expect(await skus({ search: 'bebida' })).toEqual(['AGUA'])
    expect(await skus({ search: '100%' })).toEqual([])
    const { categories } = await world.owner.query<{ categories: { nodes: { id: string; path: string }[] } }>(
      '{ categories { nodes { id path } } }',
    )
    expect(categories.nodes.map(({ path }) => path)).toEqual(['Drinks', 'Drinks > Hot', 'Food'])
    expect(await skus({ categoryId: categories.nodes[0]?.id })).toEqual(['AGUA', 'CAFE'])
    expect(await skus({ categoryId: categories.nodes[1]?.id })).toEqual(['CAFE'])
  })

  test('lists what is on sale unless asked otherwise', async () => {
    const ids = await open()
    const archive = /* GraphQL */ `
      mutation Archive($id: ID!) {
        productArchive(id: $id) {
          product {
            isActive
          }
          errors {
            code
          }
        }
      }
    `
    expect(await world.owner.mutate(archive, { id: ids['PAN'] })).toEqual({
      productArchive: { product: { isActive: false }, errors: [] },
    })
    expect(await skus()).toEqual(['AGUA', 'CAFE'])
    expect(await skus({ search: '' })).toEqual(['AGUA', 'CAFE'])
    expect(await skus({ active: false })).toEqual(['PAN'])
    expect(await skus({ active: null })).toEqual(['AGUA', 'CAFE', 'PAN'])
  })

  test('tells each mistake of an import with its path', async () => {
    await open()
    const { productImport } = await world.owner.mutate<ImportAnswer>(importProducts, {
      input: {
        products: [
          { sku: 'X', name: '' },
          { sku: 'X', name: 'Y', price: { amountMinor: -1 } },
        ],
      },
    })
    expect(productImport).toMatchObject({ created: 0, products: [] })
    expect(productImport.errors.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'INVALID_INPUT input.products.0.name',
      'INVALID_INPUT input.products.1.price.amountMinor',
      'INVALID_INPUT input.products.1.sku',
    ])
    expect(await skus()).toEqual(['AGUA', 'CAFE', 'PAN'])
  })

  test('changes a product: absent stays, null clears; a stale version is told the present one', async () => {
    const ids = await open()
    const update = /* GraphQL */ `
      mutation Update($id: ID!, $input: ProductUpdateInput!, $version: Int) {
        productUpdate(id: $id, input: $input, expectedVersion: $version) {
          product {
            name
            unit
            version
            price {
              amountMinor
            }
          }
          errors {
            code
            ... on VersionConflict {
              currentVersion
            }
          }
        }
      }
    `
    const id = ids['PAN']
    expect(await world.owner.mutate(update, { id, input: { unit: null, name: 'Pan blanco' }, version: 1 })).toEqual({
      productUpdate: {
        product: { name: 'Pan blanco', unit: null, version: 2, price: { amountMinor: 300 } },
        errors: [],
      },
    })
    expect(await world.owner.mutate(update, { id, input: { name: 'X' }, version: 1 })).toEqual({
      productUpdate: { product: null, errors: [{ code: 'VERSION_CONFLICT', currentVersion: 2 }] },
    })
  })

  test('answers an id of another tenant like one that never existed', async () => {
    const ids = await open()
    const theirs = (await app.makeWorld()).owner
    const document = /* GraphQL */ `
      mutation Foreign($id: ID!) {
        productUpdate(id: $id, input: { name: "X" }) {
          errors {
            code
            message
            path
          }
        }
        productArchive(id: $id) {
          errors {
            code
            message
            path
          }
        }
      }
    `
    const foreign = await theirs.mutate(document, { id: ids['CAFE'] })
    const unknown = await theirs.mutate(document, { id: 'prd_01h455vb4pex5vsknk084sn02q' })
    expect(foreign).toEqual(unknown)
    expect(foreign).toMatchObject({ productArchive: { errors: [{ code: 'NOT_FOUND' }] } })
    const node = 'query Node($id: ID!) { node(id: $id) { __typename id } }'
    expect(await theirs.query(node, { id: ids['CAFE'] })).toEqual({ node: null })
    expect(await world.owner.query(node, { id: ids['CAFE'] })).toEqual({
      node: { __typename: 'Product', id: ids['CAFE'] },
    })
  })

  test('may be changed by managers and above, and read by everyone who works there', async () => {
    await open()
    for (const role of ['OWNER', 'ADMIN', 'MANAGER', 'OPERATOR', 'WAREHOUSE', 'SUPPORT', 'VIEWER'] as const) {
      const caller = await world.as(role)
      expect((await caller.query<ProductPage>(listProducts)).products.totalCount).toBeGreaterThanOrEqual(3)
      const answer = await caller.send(importProducts, { input: { products: [{ sku: role, name: role }] } })
      const mayWrite = ['OWNER', 'ADMIN', 'MANAGER'].includes(role)
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(mayWrite ? [] : ['FORBIDDEN'])
    }
    expect(await skus({ search: 'viewer' })).toEqual([])
    const stranger = await app.stranger.send(listProducts)
    expect(stranger.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED'])
  })
})
