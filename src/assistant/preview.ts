import { loadCatalog } from '../catalog/index.ts'
import type { Ctx } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import { tenantSettings } from '../tenancy/index.ts'
import { judge, type ReviewReason } from './reasons.ts'
import { readOrderFrom, type OrderReadingResult } from './read-order.ts'

/** Longest text that WhatsApp carries in one message, in characters. */
const longestText = 4_096

/** What a text would be read as if a customer sent it; nothing is stored. */
export interface Preview {
  readonly reading: OrderReadingResult['reading']
  readonly reasons: readonly ReviewReason[]
  readonly model: string
}

/**
 * Reads an order out of a text without storing anything.
 * @throws ApiError BAD_USER_INPUT when the text is longer than a message can be
 */
export async function previewOrder(ctx: Ctx, input: { text: string }): Promise<Preview> {
  if (input.text.length > longestText) {
    throw new ApiError(
      'BAD_USER_INPUT',
      `The text has ${input.text.length} characters; at most ${longestText} are read.`,
    )
  }
  const tenant = await ctx.db.withTenant(ctx.tenantId, (tx) => tenantSettings(tx, ctx.tenantId))
  const { catalog } = await loadCatalog(ctx.db, ctx.tenantId)
  const result = await readOrderFrom(ctx, {
    catalog,
    messages: [{ id: 'preview', text: input.text }],
    currentLines: [],
    locale: tenant.locale,
  })
  const reasons = [...result.reasons, ...judge(result.reading, tenant.aiConfidenceThreshold)]
  return { reading: result.reading, reasons, model: result.calls.at(-1)?.model ?? ctx.models.order.name }
}
