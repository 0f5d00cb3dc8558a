import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { compileCatalog, type Catalog, type CatalogProduct } from '../platform/ai/offline/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { catalogVersion } from './catalog-version.ts'

export interface LoadedCatalog {
  readonly version: number
  /** What is on sale, by SKU. */
  readonly products: readonly CatalogProduct[]
  /** The same, made ready for reading orders. */
  readonly catalog: Catalog
}

/**
 * Compiled catalogues of this process, the latest version a tenant; bounded by the number of products in all, so that two of
 * the largest tenants fit beside many small ones. A product with three variants takes some 4 kB.
 */
const mostProducts = 250_000
const compiled = new LRUCache<string, LoadedCatalog>({
  maxSize: mostProducts,
  // What is larger than the bound is not kept at all, so the largest one counts as all of it.
  sizeCalculation: (loaded) => Math.min(loaded.products.length + 1, mostProducts),
})

/** The tenant's catalogue as the assistant reads it: at the price of one small statement while nothing has changed. */
export async function loadCatalog(tx: Tx, tenantId: string): Promise<LoadedCatalog> {
  // Read before the products: a change in between makes them newer than it says, never older.
  const version = await catalogVersion(tx, tenantId)
  const known = compiled.get(tenantId)
  if (known?.version === version) return known
  const products = version === 0 ? [] : await readProducts(tx, tenantId)
  // Messages that came beside this one waited for the same products; one of them compiles.
  const meanwhile = compiled.get(tenantId)
  if (meanwhile?.version === version) return meanwhile
  const loaded = { version, products, catalog: compileCatalog(products) }
  compiled.set(tenantId, loaded)
  return loaded
}

async function readProducts(tx: Tx, tenantId: string): Promise<CatalogProduct[]> {
  return queryRows<CatalogProduct & { [column: string]: unknown }>(
    tx,
    sql`/* loadCatalog */
    select p.id, p.sku, p.name, to_json(p.aliases) as aliases, to_json(p.keywords) as keywords, c.name as category,
      p.unit, (select coalesce(json_agg(pack->>'unit'), '[]') from jsonb_array_elements(p.packs) as pack) as "packUnits",
      coalesce((
        select json_agg(json_build_object('id', v.id, 'axis', v.axis, 'value', v.value, 'aliases', v.aliases,
          'isDefault', v.is_default) order by v.axis, v.id)
        from product_variants v
        where v.tenant_id = p.tenant_id and v.product_id = p.id and v.is_active
      ), '[]') as variants,
      coalesce((
        select json_agg(json_build_object('group', g.name, 'value', o.value, 'aliases', o.aliases)
          order by g.position, o.position)
        from product_option_groups g
        join product_options o on o.tenant_id = g.tenant_id and o.group_id = g.id
        where g.tenant_id = p.tenant_id and g.product_id = p.id
      ), '[]') as options
    from products p
    left join categories c on c.tenant_id = p.tenant_id and c.id = p.category_id
    where p.tenant_id = ${tenantId} and p.is_active
    order by p.sku`,
  )
}
