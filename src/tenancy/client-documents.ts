import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authorise } from '../platform/auth/permissions.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalidInput, notFound } from '../platform/refusals.ts'
import { parseInput, refused, type Result } from '../platform/results.ts'
import { forgetDocuments } from './document-store.ts'
import { record } from './events.ts'
import { clientDocuments } from './tables.ts'

const mostDocuments = 200
/** Longest document that is kept, in characters. */
export const longestDocument = 20_000
/** Trusted ones of one tenant. */
const mostTrusted = 5_000

const inputSchema = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        text: z
          .string()
          .min(1, { error: 'A document is not empty.' })
          .max(longestDocument, { error: `A document has at most ${longestDocument} characters.` }),
      }),
    )
    .min(1, { error: 'At least one document is needed.' })
    .max(mostDocuments, { error: `At most ${mostDocuments} documents are registered at once.` }),
})

/**
 * Trusts documents, by their exact text; what is trusted already stays, what was only reported becomes trusted.
 * @param mistakeOf why the schema does not allow a text; null when it does
 */
export async function trustDocuments(
  ctx: Ctx,
  input: { readonly documents: readonly { readonly text: string }[] },
  mistakeOf: (text: string) => string | null,
): Promise<Result<{ documentIds: string[] }>> {
  authorise(ctx.actor, 'documents:write')
  const parsed = parseInput(inputSchema, input, ['input'])
  if (!parsed.ok) return parsed
  const texts = parsed.value.documents.map(({ text }) => text)
  const mistakes = texts.flatMap((text, index) => {
    const mistake = mistakeOf(text)
    return mistake === null ? [] : [invalidInput(mistake, ['input', 'documents', String(index), 'text'])]
  })
  if (mistakes.length > 0) return refused(...mistakes)
  const now = ctx.clock.now()
  const trust = { trustedByKind: ctx.actor.kind, trustedById: ctx.actor.id, trustedAt: now }
  const bySha256 = new Map(texts.map((text) => [sha256Of(text), text]))
  const result = await ctx.db
    .withTenant(ctx.tenantId, async (tx) => {
      const rows = await tx
        .insert(clientDocuments)
        .values(
          // In one order for all, so that two who register the same do not wait for each other in a circle.
          [...bySha256]
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([sha256, text]) => ({
              tenantId: ctx.tenantId,
              id: newId('clientDocument'),
              sha256,
              text,
              status: 'TRUSTED' as const,
              createdAt: now,
              ...trust,
            })),
        )
        .onConflictDoUpdate({
          target: [clientDocuments.tenantId, clientDocuments.sha256],
          set: {
            status: 'TRUSTED',
            trustedByKind: sql`coalesce(${clientDocuments.trustedByKind}, excluded.trusted_by_kind)`,
            trustedById: sql`coalesce(${clientDocuments.trustedById}, excluded.trusted_by_id)`,
            trustedAt: sql`coalesce(${clientDocuments.trustedAt}, excluded.trusted_at)`,
          },
        })
        .returning({ id: clientDocuments.id, sha256: clientDocuments.sha256 })
      const count = await tx.$count(
        clientDocuments,
        and(eq(clientDocuments.tenantId, ctx.tenantId), eq(clientDocuments.status, 'TRUSTED')),
      )
      if (count > mostTrusted) throw new TooMany()
      await record(tx, ctx, 'documents.trusted', ctx.tenantId, { sha256s: [...bySha256.keys()] })
      return new Map(rows.map(({ id, sha256 }) => [sha256, id]))
    })
    .catch((error: unknown) => {
      if (error instanceof TooMany) return null
      throw error
    })
  if (result === null) {
    return refused(invalidInput(`At most ${mostTrusted} documents are trusted.`, ['input', 'documents']))
  }
  forgetDocuments(ctx.db, ctx.tenantId)
  // In the order of the input.
  return { ok: true, documentIds: [...bySha256.keys()].flatMap((sha256) => result.get(sha256) ?? []) }
}

/** Undoes the transaction. */
class TooMany extends Error {}

/** Forgets a document: a trusted one is no longer, a reported one is listed again when it is sent again. */
export async function deleteDocument(ctx: Ctx, input: { id: string }): Promise<Result<{ documentId: string }>> {
  authorise(ctx.actor, 'documents:write')
  const found = await ctx.db.withTenant(ctx.tenantId, async (tx) => {
    const [deleted] = await tx
      .delete(clientDocuments)
      .where(and(eq(clientDocuments.tenantId, ctx.tenantId), eq(clientDocuments.id, input.id)))
      .returning({ sha256: clientDocuments.sha256 })
    if (deleted === undefined) return false
    await record(tx, ctx, 'documents.forgotten', ctx.tenantId, { sha256s: [deleted.sha256] })
    return true
  })
  if (!found) return refused(notFound(['id']))
  forgetDocuments(ctx.db, ctx.tenantId)
  return { ok: true, documentId: input.id }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
