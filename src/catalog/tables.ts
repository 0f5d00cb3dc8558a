import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import {
  createdAt,
  id,
  idText,
  moneyMinor,
  ownedByTenant,
  tenantId,
  tenantKey,
  tenantPolicies,
  tenantReference,
  time,
  updatedAt,
  version,
} from '../platform/db/columns.ts'
import { tenants } from '../tenancy/tables.ts'

const words = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'::text[]`)

/** The category tree. `path` is the whole way from the root, so a subtree is a prefix and no recursion is needed. */
export const categories = pgTable(
  'categories',
  {
    tenantId: tenantId(),
    id: id(),
    parentId: idText('parent_id'),
    name: text('name').notNull(),
    /** Names from the root, joined by ` > `. */
    path: text('path').notNull(),
    /** `path` in lower case, as `categoryKey` writes it (the database's own lower() depends on its locale). */
    pathKey: text('path_key').notNull(),
    keywords: words('keywords'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    tenantReference(table, table.parentId, { tenantId: table.tenantId, id: table.id }),
    unique('categories_path_key').on(table.tenantId, table.pathKey),
    index('categories_parent_idx').on(table.tenantId, table.parentId),
    check('categories_parent_check', sql`${table.parentId} is distinct from ${table.id}`),
    ...tenantPolicies(),
  ],
)

/** One «caja» is twelve of the product's unit. */
export interface ProductPack {
  readonly unit: string
  /** Exact decimal above zero. */
  readonly quantity: string
}

export const products = pgTable(
  'products',
  {
    tenantId: tenantId(),
    id: id(),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    description: text('description'),
    categoryId: idText('category_id'),
    aliases: words('aliases'),
    keywords: words('keywords'),
    unit: text('unit'),
    /** In which other units it is ordered, and how many of `unit` each of them is. */
    packs: jsonb('packs').$type<readonly ProductPack[]>().notNull().default([]),
    /** Of one unit, in minor units of `currency`; null while none is known. */
    priceMinor: moneyMinor('price_minor'),
    currency: text('currency').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    /** Name, SKU, aliases and keywords, folded (lower case, no accents): what the list's search looks into. */
    searchText: text('search_text').notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    ownedByTenant(table, tenants),
    tenantReference(table, table.categoryId, categories),
    unique('products_sku_key').on(table.tenantId, table.sku),
    index('products_name_idx').on(table.tenantId, table.name, table.id),
    index('products_category_idx').on(table.tenantId, table.categoryId),
    check('products_price_check', sql`${table.priceMinor} >= 0`),
    check('products_currency_check', sql`${table.currency} ~ '^[A-Z]{3}$'`),
    ...tenantPolicies(),
  ],
)

/** Never deleted, as order lines point at them: a variant that an import leaves out becomes inactive. */
export const productVariants = pgTable(
  'product_variants',
  {
    tenantId: tenantId(),
    id: id(),
    productId: idText('product_id').notNull(),
    axis: text('axis').notNull(),
    value: text('value').notNull(),
    aliases: words('aliases'),
    sku: text('sku'),
    /** In the product's currency; null: the product's price. */
    priceMinor: moneyMinor('price_minor'),
    /** The product's, repeated so that a price reads without its product. */
    currency: text('currency').notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.productId, products, 'cascade'),
    unique('product_variants_value_key').on(table.tenantId, table.productId, table.axis, table.value),
    uniqueIndex('product_variants_sku_key')
      .on(table.tenantId, table.sku)
      .where(sql`${table.sku} is not null and ${table.isActive}`),
    check('product_variants_price_check', sql`${table.priceMinor} >= 0`),
    ...tenantPolicies(),
  ],
)

export const productOptionGroups = pgTable(
  'product_option_groups',
  {
    tenantId: tenantId(),
    id: id(),
    productId: idText('product_id').notNull(),
    name: text('name').notNull(),
    /** In the order of the import, from 0. */
    position: integer('position').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.productId, products, 'cascade'),
    unique('product_option_groups_name_key').on(table.tenantId, table.productId, table.name),
    ...tenantPolicies(),
  ],
)

export const productOptions = pgTable(
  'product_options',
  {
    tenantId: tenantId(),
    id: id(),
    groupId: idText('group_id').notNull(),
    value: text('value').notNull(),
    aliases: words('aliases'),
    /** In the order of the import, from 0. */
    position: integer('position').notNull(),
  },
  (table) => [
    tenantKey(table),
    tenantReference(table, table.groupId, productOptionGroups, 'cascade'),
    unique('product_options_value_key').on(table.tenantId, table.groupId, table.value),
    ...tenantPolicies(),
  ],
)

/**
 * One row a tenant, raised by every change of the catalogue. Compiled indexes are cached by it, and its row lock makes
 * writers of one catalogue take turns.
 */
export const catalogVersions = pgTable(
  'catalog_versions',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    changedAt: time('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId] }), ownedByTenant(table, tenants), ...tenantPolicies()],
)

export type ProductRow = typeof products.$inferSelect
export type ProductVariantRow = typeof productVariants.$inferSelect
