import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound, type Refusal } from '../platform/refusals.ts'
import { readKnowledgeSourceJob } from './job-kinds.ts'
import { parseDescription, type DescriptionInput, type ParsedDescription } from './parse-doc.ts'
import { knowledgeDocs, knowledgeSources, type KnowledgeSourceRow } from './tables.ts'

/** What became of a document that is to be read from a file or a page. */
export type SourceAdded =
  | { readonly ok: true; readonly docId: string; readonly change: 'CREATED' | 'UPDATED' | 'UNCHANGED' }
  | { readonly ok: false; readonly errors: readonly Refusal[] }

export interface FileInput extends DescriptionInput {
  readonly mediaType: string | null
  readonly bytes: Uint8Array
}

export interface UrlInput extends DescriptionInput {
  readonly url: string
  /** Null: fetched once, and again when asked for. */
  readonly refetchEveryMinutes: number | null
}

/** In bytes; a scanned catalogue is larger, but has no text either. */
export const largestFile = 10 * 1024 * 1024
const longestUrl = 2_000
/** A week at most: what is due later than the queue keeps a job would be forgotten. */
const refetchBounds = { least: 15, most: 7 * 24 * 60 } as const

/**
 * Stores a file as a document, to be read by a job: PDF, DOCX, HTML, Markdown or text. The same file under the same
 * `externalId` again changes nothing.
 */
export async function addKnowledgeFile(ctx: Ctx, input: FileInput): Promise<SourceAdded> {
  authorise(ctx.actor, 'knowledge:write')
  const parsed = parseDescription(input, ['input'])
  if (!parsed.ok) return parsed
  const { length } = input.bytes
  if (length < 1 || length > largestFile) {
    const message = `The file has ${length} bytes; 1 to ${largestFile} are read.`
    return { ok: false, errors: [invalidInput(message, ['input', 'file'])] }
  }
  const mediaType = input.mediaType?.slice(0, 200) ?? null
  const bytesHash = createHash('sha256').update(input.bytes).digest('hex')
  return addSource(ctx, parsed.description, {
    isAsBefore: (source) => source.kind === 'FILE' && source.bytesHash === bytesHash,
    source: { kind: 'FILE', mediaType, bytes: input.bytes, bytesHash },
  })
}

/** Adds a page or file of the web as a document, fetched by a job, and again as often as is asked for. */
export async function addKnowledgeUrl(ctx: Ctx, input: UrlInput): Promise<SourceAdded> {
  authorise(ctx.actor, 'knowledge:write')
  const { url, refetchEveryMinutes } = input
  const parsed = parseDescription(input, ['input'])
  const errors = parsed.ok ? [] : [...parsed.errors]
  const objection = url.length > longestUrl ? 'It is too long.' : ctx.strangers.objection(url)
  if (objection !== null) errors.push(invalidInput(objection, ['input', 'url']))
  const { least, most } = refetchBounds
  if (refetchEveryMinutes !== null && (refetchEveryMinutes < least || refetchEveryMinutes > most)) {
    errors.push(invalidInput(`It must be ${least} to ${most} minutes.`, ['input', 'refetchEveryMinutes']))
  }
  if (!parsed.ok || errors.length > 0) return { ok: false, errors }
  return addSource(ctx, parsed.description, {
    isAsBefore: (source) => source.url === url && source.refetchEveryMinutes === refetchEveryMinutes,
    source: { kind: 'URL', url, refetchEveryMinutes },
  })
}

/** Fetches a document's page again now, whatever its interval says. */
export async function refetchKnowledgeDoc(ctx: Ctx, input: { id: string }): Promise<{ errors: readonly Refusal[] }> {
  authorise(ctx.actor, 'knowledge:write')
  return ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [source] = await tx
      .update(knowledgeSources)
      .set({ turn: sql`${knowledgeSources.turn} + 1` })
      .where(
        and(
          eq(knowledgeSources.tenantId, ctx.tenantId),
          eq(knowledgeSources.docId, input.id),
          eq(knowledgeSources.kind, 'URL'),
        ),
      )
      .returning({ turn: knowledgeSources.turn })
    if (source === undefined) return { errors: [notFound()] }
    await ctx.jobs.enqueue(tx, readKnowledgeSourceJob, { tenantId: ctx.tenantId, docId: input.id, turn: source.turn })
    return { errors: [] }
  })
}

interface NewSource {
  /** Whether what is there already would be read from the same. */
  readonly isAsBefore: (source: KnowledgeSourceRow) => boolean
  readonly source: Pick<KnowledgeSourceRow, 'kind'> & Partial<KnowledgeSourceRow>
}

async function addSource(
  ctx: Ctx,
  description: ParsedDescription,
  { isAsBefore, source }: NewSource,
): Promise<SourceAdded> {
  const { externalId, title, metadata } = description
  const now = ctx.clock.now()
  const { tenantId } = ctx
  return ctx.db.withTenant(tenantId, async (tx) => {
    const [created] = await tx
      .insert(knowledgeDocs)
      .values({
        tenantId,
        externalId,
        metadata,
        id: newId('knowledgeDoc'),
        title: title ?? '',
        content: '',
        contentHash: '',
        status: 'PENDING',
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning()
    const { doc, before } =
      created === undefined ? await load(tx, tenantId, externalId) : { doc: created, before: null }
    const isSame =
      before !== null &&
      isAsBefore(before) &&
      before.title === title &&
      doc.status === 'READY' &&
      JSON.stringify(doc.metadata) === JSON.stringify(metadata)
    if (isSame) return { ok: true, docId: doc.id, change: 'UNCHANGED' }
    if (created === undefined) {
      await tx
        .update(knowledgeDocs)
        .set({ metadata, status: 'PENDING', failureReason: null, version: doc.version + 1, updatedAt: now })
        .where(and(eq(knowledgeDocs.tenantId, tenantId), eq(knowledgeDocs.id, doc.id)))
    }
    const turn = (before?.turn ?? 0) + 1
    const fresh = {
      mediaType: null,
      format: null,
      bytes: null,
      bytesHash: null,
      url: null,
      refetchEveryMinutes: null,
      etag: null,
      lastModified: null,
      readAt: null,
      nextReadAt: null,
      failureReason: null,
      ...source,
      title,
      turn,
      isWaiting: true,
    }
    await tx
      .insert(knowledgeSources)
      .values({ tenantId, docId: doc.id, ...fresh })
      .onConflictDoUpdate({ target: [knowledgeSources.tenantId, knowledgeSources.docId], set: fresh })
    await ctx.jobs.enqueue(tx, readKnowledgeSourceJob, { tenantId, docId: doc.id, turn })
    return { ok: true, docId: doc.id, change: created === undefined ? 'UPDATED' : 'CREATED' }
  })
}

/** The document that has the name already, locked, with where it is read from. */
async function load(tx: Tx, tenantId: string, externalId: string) {
  const [doc] = await tx
    .select()
    .from(knowledgeDocs)
    .where(
      and(
        eq(knowledgeDocs.tenantId, tenantId),
        eq(knowledgeDocs.scope, 'TENANT'),
        eq(knowledgeDocs.externalId, externalId),
      ),
    )
    .for('update')
  if (doc === undefined) throw new Error('A document was deleted while it was being replaced')
  const [before = null] = await tx
    .select()
    .from(knowledgeSources)
    .where(and(eq(knowledgeSources.tenantId, tenantId), eq(knowledgeSources.docId, doc.id)))
  return { doc, before }
}
