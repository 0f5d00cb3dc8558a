import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx, Services } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { queryRows } from '../platform/db/query.ts'
import { newId } from '../platform/ids.ts'
import { refused, type Result } from '../platform/results.ts'
import { copyLibraryJob, takeLibraryLock } from '../tenancy/index.ts'
import { contentHashOf } from './content-hash.ts'
import { removeDoc } from './delete.ts'
import { indexKnowledgeJob } from './job-kinds.ts'
import { parseDoc } from './parse-doc.ts'
import { knowledgeDocs, libraryDocs } from './tables.ts'

/**
 * Global documents: the operator of the installation keeps them once, in the library, and every tenant has a copy that it
 * can search, cite and hide but not change. Copies, so that what a tenant's searches touch is the tenant's own: its
 * policies, its keys, its word statistics, its vectors.
 */
export interface LibraryDoc {
  readonly externalId: string
  readonly title: string
  readonly version: number
  readonly updatedAt: Date
}

/** The documents of the library, by name. */
export async function listLibrary({ db }: Pick<Services, 'db'>): Promise<LibraryDoc[]> {
  const { externalId, title, version, updatedAt } = libraryDocs
  return db.withSystem((tx) =>
    tx
      .select({ externalId, title, version, updatedAt })
      .from(libraryDocs)
      .where(isNull(libraryDocs.removedAt))
      .orderBy(asc(externalId)),
  )
}

/** Adds a document to the library, or replaces the one of the same name; every tenant gets it by a job. */
export async function addToLibrary(
  services: Services,
  input: { readonly externalId: string; readonly title: string; readonly content: string },
): Promise<Result<{ change: 'ADDED' | 'CHANGED' | 'UNCHANGED' }>> {
  const parsed = parseDoc(input, [])
  if (!parsed.ok) return refused(...parsed.errors)
  const { externalId, title, content } = parsed.doc
  const contentHash = contentHashOf(parsed.doc)
  const now = services.clock.now()
  return services.db.withSystem(async (tx) => {
    const [written] = await tx
      .insert(libraryDocs)
      .values({ id: newId('libraryDoc'), externalId, title, content, contentHash, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({
        target: libraryDocs.externalId,
        set: { title, content, contentHash, version: sql`${libraryDocs.version} + 1`, removedAt: null, updatedAt: now },
        setWhere: sql`${libraryDocs.contentHash} <> ${contentHash} or ${libraryDocs.removedAt} is not null`,
      })
      .returning({ version: libraryDocs.version })
    if (written === undefined) return { ok: true, change: 'UNCHANGED' }
    await spread(services, tx)
    return { ok: true, change: written.version === 1 ? 'ADDED' : 'CHANGED' }
  })
}

/** Takes a document out of the library, and so from every tenant. @returns whether it was there */
export async function removeFromLibrary(services: Services, externalId: string): Promise<boolean> {
  const now = services.clock.now()
  return services.db.withSystem(async (tx) => {
    const removed = await tx
      .update(libraryDocs)
      // The row stays, so that nobody who was away keeps a copy; its words go.
      .set({
        title: '',
        content: '',
        contentHash: '',
        version: sql`${libraryDocs.version} + 1`,
        removedAt: now,
        updatedAt: now,
      })
      .where(and(eq(libraryDocs.externalId, externalId), isNull(libraryDocs.removedAt)))
      .returning({ id: libraryDocs.id })
    if (removed.length > 0) await spread(services, tx)
    return removed.length > 0
  })
}

/** One job for each tenant, in the transaction of the change: none is forgotten, and none waits for another. */
async function spread({ jobs }: Services, tx: Tx): Promise<void> {
  await takeLibraryLock(tx)
  const tenants = await queryRows<{ id: string }>(tx, sql`/* spreadLibrary */ select id from tenants order by id`)
  for (const { id: tenantId } of tenants) {
    await jobs.enqueue(tx, copyLibraryJob, { tenantId }, { orderKey: tenantId })
  }
}

const copiesAtOnce = 20

/**
 * Makes the tenant's copies those of the library: some documents in each transaction, so that it can be killed and run
 * again at any point, also beside itself. Library and copies are not read in one snapshot, so what was just written may
 * be of a library that has moved on, or undo what a faster run did: whoever wrote looks again, until nothing is left.
 */
export async function copyLibrary(ctx: Ctx): Promise<void> {
  while (await copyWhatDiffers(ctx));
}

/** @returns whether anything differed */
async function copyWhatDiffers(ctx: Ctx): Promise<boolean> {
  const kept = await ctx.db.withSystem((tx) =>
    tx.select(keptColumns).from(libraryDocs).where(isNull(libraryDocs.removedAt)),
  )
  const copies = await ctx.db.withTenant(ctx.tenantId, (tx) =>
    tx.select(copyColumns).from(knowledgeDocs).where(isCopy(ctx)),
  )
  const versions = new Map(copies.map(({ externalId, version }) => [externalId, version]))
  const outdated = kept.filter(({ externalId, version }) => (versions.get(externalId) ?? 0) < (version ?? 0))
  for (let from = 0; from < outdated.length; from += copiesAtOnce) {
    const names = outdated.slice(from, from + copiesAtOnce).map(({ externalId }) => externalId)
    const docs = await ctx.db.withSystem((tx) =>
      tx
        .select()
        .from(libraryDocs)
        .where(and(inArray(libraryDocs.externalId, names), isNull(libraryDocs.removedAt)))
        .orderBy(asc(libraryDocs.externalId)),
    )
    await ctx.db.withTenant(ctx.tenantId, (tx) => copyAll(ctx, tx, docs))
  }
  const names = new Set(kept.map(({ externalId }) => externalId))
  const leftOver = copies.filter(({ externalId }) => !names.has(externalId))
  for (const { id } of leftOver) await ctx.db.withTenant(ctx.tenantId, (tx) => removeDoc(ctx, tx, id))
  return outdated.length > 0 || leftOver.length > 0
}

const keptColumns = { externalId: libraryDocs.externalId, version: libraryDocs.version }
const copyColumns = {
  id: knowledgeDocs.id,
  externalId: knowledgeDocs.externalId,
  version: knowledgeDocs.libraryVersion,
}

function isCopy({ tenantId }: Ctx) {
  return and(eq(knowledgeDocs.tenantId, tenantId), eq(knowledgeDocs.scope, 'GLOBAL'))
}

async function copyAll(ctx: Ctx, tx: Tx, docs: readonly (typeof libraryDocs.$inferSelect)[]): Promise<void> {
  const now = ctx.clock.now()
  const toIndex: string[] = []
  for (const { externalId, title, content, contentHash, version: libraryVersion } of docs) {
    const text = { title, content, contentHash, libraryVersion }
    const [copy] = await tx
      .insert(knowledgeDocs)
      .values({
        ...text,
        tenantId: ctx.tenantId,
        id: newId('knowledgeDoc'),
        scope: 'GLOBAL',
        externalId,
        metadata: {},
        status: 'PENDING',
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoUpdate({
        target: [knowledgeDocs.tenantId, knowledgeDocs.scope, knowledgeDocs.externalId],
        set: {
          ...text,
          // What is hidden has no passages, and gets none.
          status: sql`case when ${knowledgeDocs.hiddenAt} is null then 'PENDING' else 'READY' end`,
          failureReason: null,
          version: sql`${knowledgeDocs.version} + 1`,
          updatedAt: now,
        },
        // One that was slower than the next change.
        setWhere: sql`${knowledgeDocs.libraryVersion} < ${libraryVersion}`,
      })
      .returning({ id: knowledgeDocs.id, status: knowledgeDocs.status })
    if (copy?.status === 'PENDING') toIndex.push(copy.id)
  }
  if (toIndex.length > 0) {
    await ctx.jobs.enqueue(tx, indexKnowledgeJob, { tenantId: ctx.tenantId, docIds: toIndex })
  }
}
