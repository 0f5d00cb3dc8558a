import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import type { ParsedOptionGroup, ParsedVariant } from './parse-product.ts'
import { productOptionGroups, productOptions, products, productVariants, type ProductRow } from './tables.ts'

/** What an import writes of a product. */
export type ProductValues = Pick<
  ProductRow,
  | 'id'
  | 'sku'
  | 'name'
  | 'description'
  | 'categoryId'
  | 'aliases'
  | 'keywords'
  | 'unit'
  | 'packs'
  | 'priceMinor'
  | 'currency'
  | 'searchText'
>

export async function productsBySku(ctx: Ctx, tx: Tx, skus: readonly string[]): Promise<Map<string, ProductRow>> {
  const rows = await tx
    .select()
    .from(products)
    .where(and(eq(products.tenantId, ctx.tenantId), inArray(products.sku, [...skus])))
  return new Map(rows.map((row) => [row.sku, row]))
}

/** Which of these SKUs belong to a variant on sale of any product but the given ones. */
export async function takenVariantSkus(
  ctx: Ctx,
  tx: Tx,
  skus: readonly string[],
  exceptProductIds: readonly string[],
): Promise<Set<string | null>> {
  const rows = await tx
    .select({ sku: productVariants.sku })
    .from(productVariants)
    .where(
      and(
        eq(productVariants.tenantId, ctx.tenantId),
        eq(productVariants.isActive, true),
        inArray(productVariants.sku, [...skus]),
        exceptProductIds.length === 0 ? undefined : notInArray(productVariants.productId, [...exceptProductIds]),
      ),
    )
  return new Set(rows.map((row) => row.sku))
}

/** One statement for all: the rows travel as one JSON document, so there is no limit of parameters. */
export async function writeProducts(ctx: Ctx, tx: Tx, rows: readonly ProductValues[]): Promise<void> {
  await tx.execute(sql`/* writeProducts */
    insert into products (tenant_id, id, sku, name, description, category_id, aliases, keywords, unit, packs, price_minor,
      currency, search_text, is_active, version, created_at, updated_at)
    select ${ctx.tenantId}, r.id, r.sku, r.name, r.description, r."categoryId", r.aliases, r.keywords, r.unit, r.packs,
      r."priceMinor", r.currency, r."searchText", true, 1, ${ctx.clock.now().toISOString()}::timestamptz,
      ${ctx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as r (id text, sku text, name text, description text,
      "categoryId" text, aliases text[], keywords text[], unit text, packs jsonb, "priceMinor" bigint, currency text,
      "searchText" text)
    on conflict (tenant_id, sku) do update set name = excluded.name, description = excluded.description,
      category_id = excluded.category_id, aliases = excluded.aliases, keywords = excluded.keywords,
      unit = excluded.unit, packs = excluded.packs, price_minor = excluded.price_minor, currency = excluded.currency,
      search_text = excluded.search_text, is_active = true, version = products.version + 1,
      updated_at = excluded.updated_at`)
}

/** Replaces the variants of these products. One of the same axis and value keeps its id; one left out becomes inactive. */
export async function writeVariants(
  ctx: Ctx,
  tx: Tx,
  owners: readonly { product: Pick<ProductRow, 'id' | 'currency'>; variants: readonly ParsedVariant[] }[],
): Promise<void> {
  if (owners.length === 0) return
  const now = ctx.clock.now()
  // All of them first, so that a SKU may move from one variant to another.
  await tx
    .update(productVariants)
    .set({ isActive: false, updatedAt: now })
    .where(
      and(
        eq(productVariants.tenantId, ctx.tenantId),
        eq(productVariants.isActive, true),
        inArray(
          productVariants.productId,
          owners.map(({ product }) => product.id),
        ),
      ),
    )
  const rows = owners.flatMap(({ product, variants }) =>
    variants.map((variant) => ({
      ...variant,
      id: newId('productVariant'),
      productId: product.id,
      currency: product.currency,
    })),
  )
  if (rows.length === 0) return
  await tx.execute(sql`/* writeVariants */
    insert into product_variants (tenant_id, id, product_id, axis, value, aliases, sku, price_minor, currency,
      is_default, is_active, created_at, updated_at)
    select ${ctx.tenantId}, r.id, r."productId", r.axis, r.value, r.aliases, r.sku, r."priceMinor", r.currency,
      r."isDefault", true, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${asJson(rows)}::text::jsonb) as r (id text, "productId" text, axis text, value text,
      aliases text[], sku text, "priceMinor" bigint, currency text, "isDefault" boolean)
    on conflict (tenant_id, product_id, axis, value) do update set aliases = excluded.aliases, sku = excluded.sku,
      price_minor = excluded.price_minor, currency = excluded.currency, is_default = excluded.is_default,
      is_active = true, updated_at = excluded.updated_at`)
}

/** Replaces the options of these products; a group or option of the same name keeps its id. */
export async function writeOptions(
  ctx: Ctx,
  tx: Tx,
  owners: readonly { productId: string; options: readonly ParsedOptionGroup[] }[],
): Promise<void> {
  if (owners.length === 0) return
  const productIds = owners.map(({ productId }) => productId)
  const known = await knownOptionIds(ctx, tx, productIds)
  await tx
    .delete(productOptionGroups)
    .where(and(eq(productOptionGroups.tenantId, ctx.tenantId), inArray(productOptionGroups.productId, productIds)))
  const groups = owners.flatMap(({ productId, options }) =>
    options.map((group, position) => {
      const id = known.get(keyOf(productId, group.name)) ?? newId('productOptionGroup')
      return { id, productId, name: group.name, position, values: group.values }
    }),
  )
  if (groups.length === 0) return
  const options = groups.flatMap((group) =>
    group.values.map((option, position) => ({
      id: known.get(keyOf(group.productId, group.name, option.value)) ?? newId('productOption'),
      groupId: group.id,
      value: option.value,
      aliases: option.aliases,
      position,
    })),
  )
  const groupRows = groups.map(({ id, productId, name, position }) => ({ id, productId, name, position }))
  await tx.execute(sql`/* writeOptionGroups */
    insert into product_option_groups (tenant_id, id, product_id, name, position)
    select ${ctx.tenantId}, r.id, r."productId", r.name, r.position
    from jsonb_to_recordset(${asJson(groupRows)}::text::jsonb)
      as r (id text, "productId" text, name text, position integer)`)
  if (options.length === 0) return
  await tx.execute(sql`/* writeOptions */
    insert into product_options (tenant_id, id, group_id, value, aliases, position)
    select ${ctx.tenantId}, r.id, r."groupId", r.value, r.aliases, r.position
    from jsonb_to_recordset(${asJson(options)}::text::jsonb)
      as r (id text, "groupId" text, value text, aliases text[], position integer)`)
}

async function knownOptionIds(ctx: Ctx, tx: Tx, productIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({
      productId: productOptionGroups.productId,
      groupId: productOptionGroups.id,
      name: productOptionGroups.name,
      optionId: productOptions.id,
      value: productOptions.value,
    })
    .from(productOptionGroups)
    .leftJoin(
      productOptions,
      and(
        eq(productOptions.tenantId, productOptionGroups.tenantId),
        eq(productOptions.groupId, productOptionGroups.id),
      ),
    )
    .where(and(eq(productOptionGroups.tenantId, ctx.tenantId), inArray(productOptionGroups.productId, [...productIds])))
  const ids = new Map<string, string>()
  for (const row of rows) {
    ids.set(keyOf(row.productId, row.name), row.groupId)
    if (row.optionId !== null && row.value !== null) ids.set(keyOf(row.productId, row.name, row.value), row.optionId)
  }
  return ids
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\0')
}

/** JSON with bigints as text, which the column types of the record set read back exactly. */
function asJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
}
