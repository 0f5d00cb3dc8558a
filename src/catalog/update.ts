import { and, eq, sql } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { violatedConstraint } from '../platform/db/faults.ts'
import { isId } from '../platform/ids.ts'
import { notFound, refusal, versionConflict, type Refusal } from '../platform/refusals.ts'
import { lockCatalog, raiseCatalogVersion } from './catalog-version.ts'
import { categoryKey, ensureCategories } from './categories.ts'
import { InputCheck, searchTextOf } from './parse-product.ts'
import { products, type ProductRow } from './tables.ts'

export type ProductResult =
  | { readonly ok: true; readonly productId: string }
  | { readonly ok: false; readonly errors: readonly Refusal[] }

/** Changes attributes of one product: an absent field stays, null clears. */
export async function updateProduct(
  ctx: Ctx,
  id: string,
  input: gql.ProductUpdateInput,
  expectedVersion: number | null,
): Promise<ProductResult> {
  authorise(ctx.actor, 'catalog:write')
  try {
    return await changeProduct(ctx, id, expectedVersion, (tx, product) => parseUpdate(ctx, tx, product, input))
  } catch (error) {
    if (violatedConstraint(error) !== 'products_sku_key') throw error
    return { ok: false, errors: [refusal('ALREADY_EXISTS', 'Another product has this SKU.', ['input', 'sku'])] }
  }
}

/** Takes a product off sale; archiving it again changes nothing. */
export async function archiveProduct(ctx: Ctx, id: string, expectedVersion: number | null): Promise<ProductResult> {
  authorise(ctx.actor, 'catalog:write')
  return changeProduct(ctx, id, expectedVersion, async (_tx, product) => (product.isActive ? { isActive: false } : {}))
}

type Change = Partial<typeof products.$inferInsert>

/** What every change of one product does: lock, compare the version, write, and raise both versions. */
async function changeProduct(
  ctx: Ctx,
  id: string,
  expectedVersion: number | null,
  change: (tx: Tx, product: ProductRow) => Promise<Change | readonly Refusal[]>,
): Promise<ProductResult> {
  if (!isId('product', id)) return { ok: false, errors: [notFound(['id'])] }
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    await lockCatalog(ctx, tx)
    const mine = and(eq(products.tenantId, ctx.tenantId), eq(products.id, id))
    const [product] = await tx.select().from(products).where(mine)
    if (product === undefined) return { ok: false, errors: [notFound(['id'])] }
    if (expectedVersion !== null && expectedVersion !== product.version) {
      return { ok: false, errors: [versionConflict(product.version)] }
    }
    const set = await change(tx, product)
    if (isRefused(set)) return { ok: false, errors: set }
    if (Object.keys(set).length === 0) return { ok: true, productId: product.id }
    await tx
      .update(products)
      .set({ ...set, version: sql`${products.version} + 1`, updatedAt: ctx.clock.now() })
      .where(mine)
    await raiseCatalogVersion(ctx, tx)
    return { ok: true, productId: product.id }
  })
}

function isRefused(set: Change | readonly Refusal[]): set is readonly Refusal[] {
  return Array.isArray(set)
}

async function parseUpdate(
  ctx: Ctx,
  tx: Tx,
  product: ProductRow,
  input: gql.ProductUpdateInput,
): Promise<Change | readonly Refusal[]> {
  const check = new InputCheck(['input'], product.currency)
  if (input.sku === null) check.fail('sku', 'A product cannot go without its SKU.')
  if (input.name === null) check.fail('name', 'A product cannot go without its name.')
  if (input.isActive === null) check.fail('isActive', 'Say true or false.')
  const price = check.price('price', input.price)
  if (price != null && price.currency !== product.currency) {
    check.in('price').fail('currency', `Its prices are in ${product.currency}: to change that, import it anew.`)
  }
  const category = check.category('category', input.category)
  const set: Change = withoutUndefined({
    sku: input.sku == null ? undefined : check.text('sku', input.sku, 100),
    name: input.name == null ? undefined : check.text('name', input.name, 200),
    description: check.clearable('description', input.description, 5_000),
    aliases: check.words('aliases', input.aliases),
    keywords: check.words('keywords', input.keywords),
    unit: check.clearable('unit', input.unit, 40),
    packs: check.packs('packs', input.packs),
    priceMinor: price === undefined ? undefined : (price?.amountMinor ?? null),
    categoryId: category === null ? null : undefined,
    isActive: input.isActive ?? undefined,
  })
  if (check.errors.length > 0) return check.errors
  if (category != null) {
    const ids = await ensureCategories(ctx, tx, [category])
    set.categoryId = ids.get(categoryKey(category)) ?? null
  }
  if (Object.keys(set).length === 0) return set
  const { sku = product.sku, name = product.name, aliases = product.aliases, keywords = product.keywords } = set
  return { ...set, searchText: searchTextOf({ sku, name, aliases, keywords }) }
}

/** The entries that have a value; `null` is one. */
function withoutUndefined(values: { [K in keyof Change]: Change[K] | undefined }): Change {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Change
}
