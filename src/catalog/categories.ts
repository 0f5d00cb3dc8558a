import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import { pathSeparator } from './parse-product.ts'
import { categories } from './tables.ts'

/**
 * Finds the categories with these paths and creates the missing ones with their parents, in two statements at most.
 * Run it on a locked catalogue (`lockCatalog`), so that nobody else creates them meanwhile.
 * @returns the id of each category by its path, as `categoryKey` writes it
 */
export async function ensureCategories(
  ctx: Ctx,
  tx: Tx,
  paths: readonly (readonly string[])[],
): Promise<Map<string, string>> {
  const wanted = new Map<string, readonly string[]>()
  for (const path of paths) {
    for (let depth = 1; depth <= path.length; depth += 1) {
      const step = path.slice(0, depth)
      if (!wanted.has(categoryKey(step))) wanted.set(categoryKey(step), step)
    }
  }
  if (wanted.size === 0) return new Map()
  const existing = await tx
    .select({ id: categories.id, pathKey: categories.pathKey })
    .from(categories)
    .where(and(eq(categories.tenantId, ctx.tenantId), inArray(categories.pathKey, [...wanted.keys()])))
  const ids = new Map(existing.map((row) => [row.pathKey, row.id]))
  const missing = [...wanted].filter(([key]) => !ids.has(key)).sort(([, a], [, b]) => a.length - b.length)
  if (missing.length === 0) return ids
  for (const [key] of missing) ids.set(key, newId('category'))
  const now = ctx.clock.now()
  const rows = missing.map(([key, path]) => ({
    tenantId: ctx.tenantId,
    id: idAt(ids, key),
    parentId: path.length === 1 ? null : idAt(ids, categoryKey(path.slice(0, -1))),
    name: path.at(-1) ?? '',
    path: path.join(pathSeparator),
    pathKey: key,
    createdAt: now,
    updatedAt: now,
  }))
  await tx.insert(categories).values(rows)
  return ids
}

/** Paths that differ in letter case only are one category. */
export function categoryKey(path: readonly string[]): string {
  return path.join(pathSeparator).toLowerCase()
}

function idAt(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error('A category was created before its parent.')
  return id
}
