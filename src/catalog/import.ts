import type * as gql from '../generated/schema.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { withIdempotency } from '../platform/db/idempotency.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, type Refusal } from '../platform/refusals.ts'
import { tenantSettings } from '../tenancy/index.ts'
import { lockCatalog, raiseCatalogVersion } from './catalog-version.ts'
import { categoryKey, ensureCategories } from './categories.ts'
import { InputCheck, parseProduct, searchTextOf, type ParsedProduct } from './parse-product.ts'
import type { ProductRow } from './tables.ts'
import {
  productsBySku,
  takenVariantSkus,
  writeOptions,
  writeProducts,
  writeVariants,
  type ProductValues,
} from './write-products.ts'

export type ImportResult =
  | { readonly ok: true; readonly created: number; readonly updated: number; readonly productIds: readonly string[] }
  | { readonly ok: false; readonly errors: readonly Refusal[] }

const mostProducts = 1_000
/** Mistakes beyond these are not told: nobody reads them, and they may be many. */
const mostErrors = 100

/**
 * Creates and updates products by SKU, all or none, in a number of statements that does not depend on how many there
 * are. Importing an archived product puts it back on sale.
 */
export async function importProducts(
  ctx: Ctx,
  input: gql.ProductImportInput,
  idempotencyKey: string | null,
): Promise<ImportResult> {
  authorise(ctx.actor, 'catalog:write')
  const count = input.products.length
  if (count < 1 || count > mostProducts) {
    const message = `An import has 1 to ${mostProducts} products; this one has ${count}.`
    return { ok: false, errors: [invalidInput(message, ['input', 'products'])] }
  }
  return ctx.db.withTenant(ctx.tenantId, (tx) =>
    withIdempotency(ctx, tx, { operation: 'productImport', key: idempotencyKey, input }, () =>
      importInto(ctx, tx, input.products),
    ),
  )
}

async function importInto(ctx: Ctx, tx: Tx, input: readonly gql.ProductInput[]): Promise<ImportResult> {
  const { currency } = await tenantSettings(tx, ctx.tenantId)
  const check = new InputCheck(['input', 'products'], currency)
  const parsed = input.map((product, index) => parseProduct(check.in(index), product))
  checkRepeatedSkus(check, parsed)
  if (check.errors.length > 0) return refused(check)

  await lockCatalog(ctx, tx)
  const existing = await productsBySku(
    ctx,
    tx,
    parsed.map((product) => product.sku),
  )
  checkCurrencies(check, parsed, existing)
  await checkTakenSkus(ctx, tx, check, parsed, existing)
  if (check.errors.length > 0) return refused(check)

  const categoryIds = await ensureCategories(ctx, tx, parsed.flatMap(categoryOf))
  const written = parsed.map((product) => ({
    parsed: product,
    row: valuesOf(product, existing.get(product.sku), currency, categoryIds),
  }))
  const rows = written.map(({ row }) => row)
  await writeProducts(ctx, tx, rows)
  await writeVariants(
    ctx,
    tx,
    written.flatMap(({ parsed: { variants }, row }) => (variants === undefined ? [] : [{ product: row, variants }])),
  )
  await writeOptions(
    ctx,
    tx,
    written.flatMap(({ parsed: { options }, row }) => (options === undefined ? [] : [{ productId: row.id, options }])),
  )
  await raiseCatalogVersion(ctx, tx)
  const updated = parsed.filter((product) => existing.has(product.sku)).length
  return { ok: true, created: rows.length - updated, updated, productIds: rows.map((row) => row.id) }
}

function refused(check: InputCheck): ImportResult {
  return { ok: false, errors: check.errors.slice(0, mostErrors) }
}

function checkRepeatedSkus(check: InputCheck, parsed: readonly ParsedProduct[]): void {
  check.unique(
    parsed.map((product, index) => ({ key: product.sku, path: [String(index), 'sku'] })),
    'This SKU',
  )
  check.unique(variantSkus(parsed), 'This SKU')
}

/** Prices of variants are in the currency of their product, so the two change together. */
function checkCurrencies(
  check: InputCheck,
  parsed: readonly ParsedProduct[],
  existing: ReadonlyMap<string, ProductRow>,
): void {
  parsed.forEach(({ sku, price, variants }, index) => {
    const currency = existing.get(sku)?.currency
    if (variants !== undefined || price == null || currency === undefined || price.currency === currency) return
    check.in(index, 'price').fail('currency', `It has prices in ${currency}: to change that, give its variants too.`)
  })
}

async function checkTakenSkus(
  ctx: Ctx,
  tx: Tx,
  check: InputCheck,
  parsed: readonly ParsedProduct[],
  existing: ReadonlyMap<string, ProductRow>,
): Promise<void> {
  const wanted = variantSkus(parsed)
  if (wanted.length === 0) return
  // Products that bring all their variants anew give up the SKUs these had.
  const rewritten = parsed.flatMap((product) => {
    const row = existing.get(product.sku)
    return product.variants === undefined || row === undefined ? [] : [row.id]
  })
  const taken = await takenVariantSkus(
    ctx,
    tx,
    wanted.map(({ key }) => key),
    rewritten,
  )
  for (const { key, path } of wanted) {
    if (taken.has(key)) check.in(...path).fail(null, 'A variant of another product has this SKU.')
  }
}

function variantSkus(parsed: readonly ParsedProduct[]): { key: string; path: string[] }[] {
  return parsed.flatMap((product, index) =>
    (product.variants ?? []).flatMap(({ sku }, position) =>
      sku === null ? [] : [{ key: sku, path: [String(index), 'variants', String(position), 'sku'] }],
    ),
  )
}

function categoryOf(product: ParsedProduct): (readonly string[])[] {
  return product.category == null ? [] : [product.category]
}

/** The row as it is to be: what the import says, and for the rest what the product has. */
function valuesOf(
  parsed: ParsedProduct,
  existing: ProductRow | undefined,
  defaultCurrency: string,
  categoryIds: ReadonlyMap<string, string>,
): ProductValues {
  const aliases = [...(parsed.aliases ?? existing?.aliases ?? [])]
  const keywords = [...(parsed.keywords ?? existing?.keywords ?? [])]
  return {
    id: existing?.id ?? newId('product'),
    sku: parsed.sku,
    name: parsed.name,
    description: parsed.description === undefined ? (existing?.description ?? null) : parsed.description,
    categoryId:
      parsed.category === undefined
        ? (existing?.categoryId ?? null)
        : parsed.category === null
          ? null
          : (categoryIds.get(categoryKey(parsed.category)) ?? null),
    aliases,
    keywords,
    unit: parsed.unit === undefined ? (existing?.unit ?? null) : parsed.unit,
    packs: parsed.packs ?? existing?.packs ?? [],
    priceMinor: parsed.price === undefined ? (existing?.priceMinor ?? null) : (parsed.price?.amountMinor ?? null),
    currency: parsed.price?.currency ?? existing?.currency ?? defaultCurrency,
    searchText: searchTextOf({ sku: parsed.sku, name: parsed.name, aliases, keywords }),
  }
}
