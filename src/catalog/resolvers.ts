import { and, eq, sql, type SQL } from 'drizzle-orm'
import type * as gql from '../generated/schema.ts'
import { ascending, guard, one, page, read, reference, type ModuleResolvers } from '../graphql/index.ts'
import { fold } from '../platform/ai/offline/fold.ts'
import { importProducts } from './import.ts'
import { pathSeparator } from './parse-product.ts'
import { categories, products } from './tables.ts'
import { archiveProduct, updateProduct } from './update.ts'

export const resolvers = {
  Query: {
    products: read(
      'catalog:read',
      page(products, {
        where: (p, args: gql.QueryProductsArgs) => matches(p, args.filter ?? {}),
        orderBy: (p) => [ascending(p.name), ascending(p.id)],
      }),
    ),
    productBySku: read(
      'catalog:read',
      one(products, (p, args: gql.QueryProductBySkuArgs) => eq(p.sku, args.sku)),
    ),
    categories: read(
      'catalog:read',
      page(categories, { where: () => undefined, orderBy: (c) => [ascending(c.pathKey), ascending(c.id)] }),
    ),
  },
  Mutation: {
    productImport: guard('catalog:write', async (args: gql.MutationProductImportArgs, ctx) => {
      const result = await importProducts(ctx, args.input, args.idempotencyKey ?? null)
      if (!result.ok) return { created: 0, updated: 0, products: [], errors: result.errors }
      const { created, updated, productIds } = result
      return { created, updated, products: productIds.map(reference), errors: [] }
    }),
    productUpdate: guard('catalog:write', async (args: gql.MutationProductUpdateArgs, ctx) => {
      const result = await updateProduct(ctx, args.id, args.input, args.expectedVersion ?? null)
      return result.ok ? { product: reference(result.productId), errors: [] } : { product: null, errors: result.errors }
    }),
    productArchive: guard('catalog:write', async (args: gql.MutationProductArchiveArgs, ctx) => {
      const result = await archiveProduct(ctx, args.id, args.expectedVersion ?? null)
      return result.ok ? { product: reference(result.productId), errors: [] } : { product: null, errors: result.errors }
    }),
  },
} satisfies ModuleResolvers

/** More words than these do not make a search narrower for anybody. */
const mostSearchWords = 10

function matches(product: typeof products, filter: gql.ProductFilter): SQL | undefined {
  // The default of the schema holds only where a filter is given.
  const active = filter.active === undefined ? true : filter.active
  const words = fold(filter.search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostSearchWords)
  return and(
    active === null ? undefined : eq(product.isActive, active),
    ...words.map((word) => sql`strpos(${product.searchText}, ${word}) > 0`),
    filter.categoryId == null ? undefined : isBelow(product, filter.categoryId),
  )
}

/** In the category or any below it: a subtree is what begins with the category's path. */
function isBelow(product: typeof products, categoryId: string): SQL {
  return sql`${product.categoryId} in (
    select below.id from ${categories} as top join ${categories} as below on below.tenant_id = top.tenant_id
      and (below.id = top.id or starts_with(below.path_key, top.path_key || ${pathSeparator}::text))
    where top.tenant_id = ${product.tenantId} and top.id = ${categoryId})`
}
