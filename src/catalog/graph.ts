import { and, asc, eq } from 'drizzle-orm'
import { embeddedType, graphType, many, money, one } from '../graphql/index.ts'
import { categories, productOptionGroups, productOptions, products, productVariants } from './tables.ts'

export const product = graphType('Product', products, { allow: 'catalog:read', node: 'product' }, (t) => ({
  id: t.id,
  sku: t.sku,
  name: t.name,
  description: t.description,
  category: one(categories, t.categoryId),
  aliases: t.aliases,
  keywords: t.keywords,
  unit: t.unit,
  packs: t.packs,
  price: money(t.priceMinor, t.currency),
  isActive: t.isActive,
  version: t.version,
  variants: many(productVariants, (v) => ({
    where: and(eq(v.productId, t.id), eq(v.isActive, true)),
    // Ids sort by the time they were made, that is, in the order of the import.
    orderBy: [asc(v.axis), asc(v.id)],
  })),
  options: many(productOptionGroups, (g) => ({ where: eq(g.productId, t.id), orderBy: [asc(g.position), asc(g.id)] })),
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
}))

export const productVariant = graphType(
  'ProductVariant',
  productVariants,
  { allow: 'catalog:read', node: 'productVariant' },
  (t) => ({
    id: t.id,
    axis: t.axis,
    value: t.value,
    aliases: t.aliases,
    sku: t.sku,
    price: money(t.priceMinor, t.currency),
    isDefault: t.isDefault,
    isActive: t.isActive,
    product: one(products, t.productId),
  }),
)

export const productOptionGroup = graphType(
  'ProductOptionGroup',
  productOptionGroups,
  { allow: 'catalog:read' },
  (t) => ({
    id: t.id,
    name: t.name,
    values: many(productOptions, (o) => ({ where: eq(o.groupId, t.id), orderBy: [asc(o.position), asc(o.id)] })),
  }),
)

export const productOption = graphType('ProductOption', productOptions, { allow: 'catalog:read' }, (t) => ({
  id: t.id,
  value: t.value,
  aliases: t.aliases,
}))

export const category = graphType('Category', categories, { allow: 'catalog:read', node: 'category' }, (t) => ({
  id: t.id,
  name: t.name,
  path: t.path,
  parent: one(categories, t.parentId),
  children: many(categories, (c) => ({ where: eq(c.parentId, t.id), orderBy: [asc(c.pathKey), asc(c.id)] })),
  keywords: t.keywords,
}))

export const productPack = embeddedType('ProductPack')
