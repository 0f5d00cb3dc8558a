import type { CatalogProduct } from '../../src/platform/ai/offline/index.ts'

/** A product as the built-in model knows it, with nothing but a name. */
export const catalogProduct = (id: string, name: string, more: Partial<CatalogProduct> = {}): CatalogProduct => ({
  id,
  sku: id,
  name,
  aliases: [],
  keywords: [],
  category: null,
  unit: null,
  variants: [],
  options: [],
  ...more,
})
