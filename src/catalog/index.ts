/** The door of the catalogue: what is sold, by which names, at which price. */
import type { DomainModule } from '../graphql/index.ts'
import { category, product, productOption, productOptionGroup, productPack, productVariant } from './graph.ts'
import { resolvers } from './resolvers.ts'

export { importProducts, type ImportResult } from './import.ts'
export { loadCatalog, type LoadedCatalog } from './load-catalog.ts'
export { pricedProducts, unitPriceMinor, type PricedProduct, type PricedVariant } from './priced-products.ts'
export { products, productVariants, type ProductRow, type ProductVariantRow } from './tables.ts'
export { archiveProduct, updateProduct, type ProductResult } from './update.ts'

export const catalogModule = {
  name: 'catalog',
  types: [product, productVariant, productOptionGroup, productOption, productPack, category],
  resolvers,
} satisfies DomainModule
