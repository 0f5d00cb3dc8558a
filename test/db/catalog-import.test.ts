import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importProducts } from '../../src/catalog/import.ts'
import { loadCatalog } from '../../src/catalog/load-catalog.ts'
import { pricedProducts } from '../../src/catalog/priced-products.ts'
import { archiveProduct, updateProduct } from '../../src/catalog/update.ts'
import type * as gql from '../../src/generated/schema.ts'
import { openShop, type Shop } from '../kit/commerce.ts'
import { onManyConnections, startTestDatabase, type TestDatabase } from '../kit/database.ts'

const milk: gql.ProductInput = {
  sku: 'MILK',
  name: 'Leche entera',
  category: 'Lácteos > Leches',
  aliases: ['leche', 'leche', ' '],
  unit: 'caja',
  price: { amountMinor: 4_200n },
  variants: [
    { axis: 'size', value: '1 l', sku: 'MILK-1', isDefault: true },
    { axis: 'size', value: '2 l', sku: 'MILK-2', price: { amountMinor: 8_000n } },
  ],
  options: [{ name: 'extra', values: [{ value: 'ice', aliases: ['hielo'] }, { value: 'straw' }] }],
}

describe('the import of products', () => {
  let database: TestDatabase
  const load = (tenantId: string) => database.db.withTenant(tenantId, (tx) => loadCatalog(tx, tenantId))
  let shop: Shop
  beforeAll(async () => {
    database = await startTestDatabase()
  })
  afterAll(() => database.stop())

  async function fresh(): Promise<Shop> {
    shop = await openShop(database.db)
    return shop
  }

  async function importAll(...products: gql.ProductInput[]) {
    return importProducts(shop.ctx, { products }, null)
  }

  async function countRows(table: string): Promise<number> {
    const sql = `select count(*)::int as count from ${table} where tenant_id = $1`
    const rows = await database.db.asOwner((owner) => owner.query<{ count: number }>(sql, [shop.tenantId]))
    return rows[0]?.count ?? -1
  }

  async function optionIdsByValue(): Promise<Record<string, string>> {
    const sql = `select name as value, id from product_option_groups where tenant_id = $1
      union all select value, id from product_options where tenant_id = $1`
    const rows = await database.db.asOwner((owner) => owner.query<{ value: string; id: string }>(sql, [shop.tenantId]))
    return Object.fromEntries(rows.map(({ value, id }) => [value, id]))
  }

  async function priced(sku: string) {
    const loaded = await load(shop.tenantId)
    const id = loaded.products.find((product) => product.sku === sku)?.id ?? ''
    return database.db.withTenant(shop.tenantId, async (tx) => (await pricedProducts(tx, shop.tenantId, [id])).get(id))
  }

  test('stores a product with its variants, options and category, ready for the assistant', async () => {
    await fresh()
    // Half an emoji is stored as U+FFFD, whitespace around is dropped.
    const result = await importAll({ ...milk, name: ' Leche entera ', keywords: ['\ud83d'] })
    expect(result).toMatchObject({ ok: true, created: 1, updated: 0 })
    const { version, products } = await load(shop.tenantId)
    expect(version).toBe(1)
    expect(products).toEqual([
      {
        id: expect.stringMatching(/^prd_/),
        sku: 'MILK',
        name: 'Leche entera',
        aliases: ['leche'],
        keywords: ['\ufffd'],
        category: 'Leches',
        unit: 'caja',
        packUnits: [],
        variants: [
          { id: expect.stringMatching(/^var_/), axis: 'size', value: '1 l', aliases: [], isDefault: true },
          { id: expect.stringMatching(/^var_/), axis: 'size', value: '2 l', aliases: [], isDefault: false },
        ],
        options: [
          { group: 'extra', value: 'ice', aliases: ['hielo'] },
          { group: 'extra', value: 'straw', aliases: [] },
        ],
      },
    ])
    expect(await priced('MILK')).toMatchObject({
      priceMinor: 4_200n,
      currency: 'EUR',
      variants: [{ priceMinor: null }, { priceMinor: 8_000n }],
    })
    expect(await countRows('categories')).toBe(2)
  })

  test('leaves what a second import does not mention, clears what it nulls, and keeps ids', async () => {
    await fresh()
    await importAll(milk)
    const before = await load(shop.tenantId)
    const result = await importAll({ sku: 'MILK', name: 'Leche', unit: null })
    expect(result).toMatchObject({ ok: true, created: 0, updated: 1, productIds: [before.products[0]?.id] })
    const after = await load(shop.tenantId)
    expect(after.version).toBe(2)
    expect(after.products).toEqual([{ ...before.products[0], name: 'Leche', unit: null }])
    expect((await priced('MILK'))?.priceMinor).toBe(4_200n)
  })

  test('replaces variants and options by those given; equal ones keep their ids, others leave the catalogue', async () => {
    await fresh()
    await importAll(milk)
    const [before] = (await load(shop.tenantId)).products
    const optionIds = await optionIdsByValue()
    await importAll({
      ...milk,
      // The SKU of the variant that goes moves to the one that stays.
      variants: [{ axis: 'size', value: '2 l', sku: 'MILK-1', aliases: ['grande'] }],
      options: [{ name: 'extra', values: [{ value: 'straw' }] }],
    })
    const [after] = (await load(shop.tenantId)).products
    expect(after?.variants).toEqual([
      { id: before?.variants[1]?.id, axis: 'size', value: '2 l', aliases: ['grande'], isDefault: false },
    ])
    expect(after?.options).toEqual([{ group: 'extra', value: 'straw', aliases: [] }])
    expect(await optionIdsByValue()).toEqual({ extra: optionIds['extra'], straw: optionIds['straw'] })
    expect(await countRows('product_variants')).toBe(2)
    expect(await countRows('product_options')).toBe(1)
  })

  test('takes 1,000 products with variants and options in no more statements than one', async () => {
    await fresh()
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      ...milk,
      sku: `P-${index}`,
      category: `Group ${index % 10}`,
      variants: [{ axis: 'size', value: 'large', sku: `P-${index}-L` }],
    }))
    const one = await countStatements(() => importAll(milk))
    const thousand = await countStatements(() => importAll(...many))
    expect(thousand.result).toMatchObject({ ok: true, created: 1_000, updated: 0 })
    expect(thousand.count).toBe(one.count)
    expect(thousand.count).toBeLessThanOrEqual(15)
    expect(await countRows('products')).toBe(1_001)
    const again = await importAll(...many)
    expect(again).toMatchObject({ ok: true, created: 0, updated: 1_000 })
  })

  test('tells every mistake with its path and then stores nothing', async () => {
    await fresh()
    const result = await importAll(
      milk,
      { ...milk, name: '  ', description: 'a\0b' },
      { sku: 'B', name: 'B', price: { amountMinor: -1n }, aliases: ['x'.repeat(101)] },
      {
        sku: 'C',
        name: 'C',
        variants: [
          { axis: 'size', value: 'l', isDefault: true },
          { axis: 'size', value: 'l' },
          { axis: 'size', value: 'm', isDefault: true, price: { amountMinor: 1n, currency: 'USD' } },
        ],
        price: { amountMinor: 1n, currency: 'EUR' },
        category: 'A > > B',
      },
    )
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.errors.map(({ code, path }) => `${code} ${path?.slice(2).join('.')}`).sort()).toEqual([
      'INVALID_INPUT 1.description',
      'INVALID_INPUT 1.name',
      'INVALID_INPUT 1.sku',
      'INVALID_INPUT 1.variants.0.sku',
      'INVALID_INPUT 1.variants.1.sku',
      'INVALID_INPUT 2.aliases.0',
      'INVALID_INPUT 2.price.amountMinor',
      'INVALID_INPUT 3.category',
      'INVALID_INPUT 3.variants.1',
      'INVALID_INPUT 3.variants.2.isDefault',
      'INVALID_INPUT 3.variants.2.price.currency',
    ])
    expect(result.errors[0]?.path?.slice(0, 2)).toEqual(['input', 'products'])
    for (const table of ['products', 'product_variants', 'categories', 'catalog_versions']) {
      expect(await countRows(table)).toBe(0)
    }
  })

  test('refuses more than 1,000 products, none, and a variant SKU that another product has', async () => {
    await fresh()
    const tooMany = Array.from({ length: 1_001 }, (_, index) => ({ sku: `P-${index}`, name: 'P' }))
    expect(await importAll(...tooMany)).toMatchObject({ ok: false, errors: [{ path: ['input', 'products'] }] })
    expect(await importAll()).toMatchObject({ ok: false, errors: [{ path: ['input', 'products'] }] })
    await importAll(milk)
    const other = { sku: 'OTHER', name: 'Other', variants: [{ axis: 'size', value: 's', sku: 'MILK-1' }] }
    expect(await importAll(other)).toMatchObject({
      ok: false,
      errors: [{ code: 'INVALID_INPUT', path: ['input', 'products', '0', 'variants', '0', 'sku'] }],
    })
    expect(await countRows('products')).toBe(1)
  })

  test('finds a category again whatever the letter case, in any alphabet', async () => {
    await fresh()
    await importAll({ sku: 'A', name: 'A', category: 'LÁCTEOS > QUESOS' }, { sku: 'B', name: 'B', category: 'Lácteos' })
    await importAll({ sku: 'C', name: 'C', category: 'lácteos>quesos' })
    expect(await countRows('categories')).toBe(2)
  })

  test('answers the same key with the first result, and refuses it for other products', async () => {
    await fresh()
    const first = await importProducts(shop.ctx, { products: [milk] }, 'key-1')
    const second = await importProducts(shop.ctx, { products: [milk] }, 'key-1')
    expect(second).toEqual(first)
    expect((await load(shop.tenantId)).version).toBe(1)
    const other = importProducts(shop.ctx, { products: [{ ...milk, name: 'Other' }] }, 'key-1')
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
  })

  test('is denied to whoever may not write the catalogue, and then stores nothing', async () => {
    await fresh()
    const denied = importProducts(shop.member('OPERATOR'), { products: [milk] }, null)
    await expect(denied).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await countRows('products')).toBe(0)
    expect(await importProducts(shop.member('MANAGER'), { products: [milk] }, null)).toMatchObject({ ok: true })
  })

  test('keeps tenants apart: an equal SKU of another tenant is another product', async () => {
    const first = await fresh()
    const mine = await first.stock([milk])
    const second = await fresh()
    const theirs = await second.stock([{ ...milk, name: 'Other' }])
    expect(theirs['MILK']).not.toBe(mine['MILK'])
    const seen = await database.db.withTenant(first.tenantId, (tx) =>
      pricedProducts(tx, second.tenantId, [theirs['MILK'] ?? '']),
    )
    expect(seen.size).toBe(0)
    expect((await load(first.tenantId)).products[0]?.name).toBe('Leche entera')
  })

  test('changes one product by null and absence, once a version, and archives it', async () => {
    await fresh()
    const ids = await shop.stock([milk, { sku: 'B', name: 'B' }])
    const id = ids['MILK'] ?? ''
    expect(await updateProduct(shop.ctx, id, { name: 'New', price: null, category: 'Other' }, 1)).toMatchObject({
      ok: true,
    })
    const stale = await updateProduct(shop.ctx, id, { name: 'Stale' }, 1)
    expect(stale).toMatchObject({ ok: false, errors: [{ code: 'VERSION_CONFLICT', currentVersion: 2 }] })
    const taken = await updateProduct(shop.ctx, id, { sku: 'B' }, null)
    expect(taken).toMatchObject({ ok: false, errors: [{ code: 'ALREADY_EXISTS', path: ['input', 'sku'] }] })
    const { products, version } = await load(shop.tenantId)
    expect(version).toBe(2)
    expect(products.find((product) => product.id === id)).toMatchObject({
      name: 'New',
      category: 'Other',
      unit: 'caja',
    })
    expect((await priced('MILK'))?.priceMinor).toBeNull()
    expect(await archiveProduct(shop.ctx, id, null)).toMatchObject({ ok: true })
    expect(await archiveProduct(shop.ctx, id, 3)).toMatchObject({ ok: true })
    expect((await load(shop.tenantId)).products.map(({ sku }) => sku)).toEqual(['B'])
    const missing = await archiveProduct(shop.ctx, 'prd_01h455vb4pex5vsknk084sn02q', null)
    expect(missing).toMatchObject({ ok: false, errors: [{ code: 'NOT_FOUND' }] })
  })

  test('gives the same compiled catalogue until it changes', async () => {
    await fresh()
    await importAll(milk)
    const first = await load(shop.tenantId)
    expect(await load(shop.tenantId)).toBe(first)
    await importAll({ sku: 'B', name: 'B' })
    const second = await load(shop.tenantId)
    expect(second).not.toBe(first)
    expect(second.products).toHaveLength(2)
  })

  onManyConnections('loses nothing when two imports of the same new products run at once', async () => {
    await fresh()
    const products = Array.from({ length: 50 }, (_, index) => ({ ...milk, sku: `P-${index}`, variants: [] }))
    const results = await Promise.all([importAll(...products), importAll(...products.toReversed())])
    expect(results.map((result) => result.ok && result.created).sort()).toEqual([0, 50])
    expect(await countRows('products')).toBe(50)
    expect((await load(shop.tenantId)).version).toBe(2)
  })

  async function countStatements<T>(run: () => Promise<T>): Promise<{ count: number; result: T }> {
    let count = 0
    const stop = database.db.onStatement(() => {
      count += 1
    })
    const result = await run()
    stop()
    return { count, result }
  }
})
