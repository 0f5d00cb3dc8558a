import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import type { Tx } from '../platform/db/database.ts'
import { appendEvent } from '../platform/events/index.ts'
import { StrangerFailure } from '../platform/net/strangers.ts'
import { largestFile } from './add-source.ts'
import { contentHashOf } from './content-hash.ts'
import { readFile, UnreadableFile, type ReadFile } from './files/read-file.ts'
import { indexKnowledgeJob, readKnowledgeSourceJob } from './job-kinds.ts'
import { knowledgeDocs, knowledgeSources, type KnowledgeDocRow, type KnowledgeSourceRow } from './tables.ts'

export interface ReadSourceInput {
  readonly docId: string
  readonly turn: number
  /** On the last attempt a failure is written down instead of tried again. */
  readonly isLastAttempt: boolean
  readonly signal: AbortSignal
}

const fetchTimeoutMs = 30_000
const minuteMs = 60_000

/**
 * Reads a document's text from its file or page, outside of any transaction, and has it indexed where it changed. A page
 * is asked whether it changed at all. What cannot be read keeps its former text and says why; a page that is read
 * regularly is read again at its next time all the same. Safe to run twice: the second finds the turn moved or done.
 *
 * @throws StrangerFailure that is retryable, unless it is the last attempt
 */
export async function readKnowledgeSource(ctx: Ctx, input: ReadSourceInput): Promise<void> {
  authorise(ctx.actor, 'knowledge:write')
  const claimed = await ctx.db.withTenant(ctx.tenantId, (tx) => claim(ctx, tx, input))
  if (claimed === null) return
  let outcome: Outcome
  try {
    outcome = await read(ctx, claimed.source, input.signal)
  } catch (error) {
    const isFinal = error instanceof UnreadableFile || (error instanceof StrangerFailure && !error.retryable)
    if (!isFinal && !(error instanceof StrangerFailure && input.isLastAttempt)) throw error
    ctx.log.info({ err: error, docId: input.docId }, 'a knowledge source could not be read')
    outcome = { kind: 'FAILED', reason: error.message }
  }
  await ctx.db.withTenant(ctx.tenantId, (tx) => conclude(ctx, tx, input, outcome))
}

type Outcome =
  | { readonly kind: 'READ'; readonly file: ReadFile; readonly facts: Partial<KnowledgeSourceRow> }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'FAILED'; readonly reason: string }

interface Claimed {
  readonly source: KnowledgeSourceRow
  readonly doc: KnowledgeDocRow
}

/** The source at this turn with its document, both locked; the document first, as everybody takes them. */
async function load(ctx: Ctx, tx: Tx, { docId, turn }: ReadSourceInput): Promise<Claimed | null> {
  const [doc] = await tx.select().from(knowledgeDocs).where(isDoc(ctx, docId)).for('update')
  if (doc === undefined) return null
  const [source] = await tx
    .select()
    .from(knowledgeSources)
    .where(and(isSource(ctx, docId), eq(knowledgeSources.turn, turn)))
    .for('update')
  return source === undefined ? null : { source, doc }
}

async function claim(ctx: Ctx, tx: Tx, input: ReadSourceInput): Promise<Claimed | null> {
  const claimed = await load(ctx, tx, input)
  if (claimed === null || (claimed.source.kind === 'FILE' && claimed.source.bytes === null)) return null
  if (claimed.source.isWaiting) {
    const status = { status: 'PROCESSING', failureReason: null, updatedAt: ctx.clock.now() } as const
    await tx.update(knowledgeDocs).set(status).where(isDoc(ctx, input.docId))
  }
  return claimed
}

async function read(ctx: Ctx, source: KnowledgeSourceRow, signal: AbortSignal): Promise<Outcome> {
  const { kind, bytes, mediaType, url } = source
  if (kind === 'FILE' && bytes !== null) {
    return { kind: 'READ', file: await readFile({ bytes, mediaType }, signal), facts: {} }
  }
  const answer = await ctx.strangers.get(url ?? '', {
    headers: conditions(source),
    maxBytes: largestFile,
    timeoutMs: fetchTimeoutMs,
    signal,
  })
  if (answer.status === 304 && !source.isWaiting) return { kind: 'UNCHANGED' }
  if (answer.status < 200 || answer.status > 299) {
    const retryable = answer.status === 408 || answer.status === 429 || answer.status >= 500
    throw new StrangerFailure(`The server answered with status ${answer.status}.`, { retryable })
  }
  const bytesHash = createHash('sha256').update(answer.body).digest('hex')
  const validators = { etag: answer.header('etag'), lastModified: answer.header('last-modified') }
  if (bytesHash === source.bytesHash && !source.isWaiting) return { kind: 'UNCHANGED' }
  const type = answer.header('content-type')
  const file = await readFile({ bytes: answer.body, mediaType: type }, signal)
  return { kind: 'READ', file, facts: { bytesHash, mediaType: type, ...validators } }
}

/** Asks for the page only if it is another one than that which was read last. */
function conditions({ isWaiting, etag, lastModified }: KnowledgeSourceRow): Record<string, string> {
  if (isWaiting) return {}
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

async function conclude(ctx: Ctx, tx: Tx, input: ReadSourceInput, outcome: Outcome): Promise<void> {
  const claimed = await load(ctx, tx, input)
  // Somebody gave it another source, or asked for it again, meanwhile: their own job does it.
  if (claimed === null) return
  const { source, doc } = claimed
  const now = ctx.clock.now()
  const everyMs = (source.refetchEveryMinutes ?? 0) * minuteMs
  const isLeft = outcome.kind === 'FAILED' && source.kind === 'URL' && source.isWaiting
  await tx
    .update(knowledgeSources)
    .set({
      ...(outcome.kind === 'READ' ? { ...outcome.facts, format: outcome.file.format } : {}),
      bytes: null,
      isWaiting: isLeft,
      failureReason: outcome.kind === 'FAILED' ? outcome.reason : null,
      ...(outcome.kind === 'FAILED' ? {} : { readAt: now }),
      ...(everyMs > 0 ? { turn: source.turn + 1, nextReadAt: new Date(now.getTime() + everyMs) } : {}),
    })
    .where(isSource(ctx, doc.id))
  if (outcome.kind === 'READ') await storeText(ctx, tx, claimed, outcome.file)
  if (outcome.kind === 'FAILED' && source.isWaiting) await recordFailure(ctx, tx, doc, outcome.reason)
  if (everyMs > 0) {
    const next = { tenantId: ctx.tenantId, docId: doc.id, turn: source.turn + 1 }
    await ctx.jobs.enqueue(tx, readKnowledgeSourceJob, next, { delayMs: everyMs })
  }
}

/** The text becomes the document's; without a change there is nothing to index. */
async function storeText(ctx: Ctx, tx: Tx, { source, doc }: Claimed, file: ReadFile): Promise<void> {
  const title = source.title ?? file.title ?? doc.externalId
  const content = file.markdown
  const contentHash = contentHashOf({ title, content })
  if (contentHash === doc.contentHash && !source.isWaiting) return
  await tx
    .update(knowledgeDocs)
    .set({
      title,
      content,
      contentHash,
      status: 'PENDING',
      failureReason: null,
      // A new source counted already when it was given.
      version: source.isWaiting ? doc.version : doc.version + 1,
      updatedAt: ctx.clock.now(),
    })
    .where(isDoc(ctx, doc.id))
  await ctx.jobs.enqueue(tx, indexKnowledgeJob, { tenantId: ctx.tenantId, docIds: [doc.id] })
}

async function recordFailure(ctx: Ctx, tx: Tx, doc: KnowledgeDocRow, reason: string): Promise<void> {
  await tx
    .update(knowledgeDocs)
    .set({ status: 'FAILED', failureReason: reason, updatedAt: ctx.clock.now() })
    .where(isDoc(ctx, doc.id))
  await appendEvent(tx, ctx, {
    type: 'knowledge.failed',
    subjectId: doc.id,
    conversationId: null,
    data: { version: doc.version, reason },
  })
}

function isDoc(ctx: Ctx, docId: string) {
  return and(eq(knowledgeDocs.tenantId, ctx.tenantId), eq(knowledgeDocs.id, docId))
}

function isSource(ctx: Ctx, docId: string) {
  return and(eq(knowledgeSources.tenantId, ctx.tenantId), eq(knowledgeSources.docId, docId))
}
