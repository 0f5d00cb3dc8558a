import { loadCatalog, pricedProducts, unitPriceMinor } from '../catalog/index.ts'
import type { Ctx } from '../platform/context.ts'
import { together } from '../platform/db/together.ts'
import { ApiError } from '../platform/errors.ts'
import { confidenceThreshold, privacyOf, tenantSettings } from '../tenancy/index.ts'
import { newId } from '../platform/ids.ts'
import { decide } from './decide.ts'
import { learnedPhrases, likestExamples } from './learning/learned.ts'
import { resolvePrompt } from './prompts/resolve.ts'
import { reasonsOf, type ReviewReason } from './reasons.ts'
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
  const userId = ctx.actor.kind === 'USER' ? ctx.actor.id : null
  const [tenant, { catalog }, learned, examples, prompt, privacy] = await ctx.db.withTenant(
    ctx.tenantId,
    async (tx) => {
      const read = await together([
        tenantSettings(tx, ctx.tenantId),
        loadCatalog(tx, ctx.tenantId),
        learnedPhrases(ctx, tx, null),
        likestExamples(ctx, tx, null, input.text),
      ])
      const question = { task: 'READ_ORDER', conversationId: newId('conversation'), userId } as const
      const prompted = await resolvePrompt(ctx, tx, read[0], question)
      return [...read, prompted, await privacyOf(tx, read[0])] as const
    },
  )
  const result = await readOrderFrom(ctx, {
    catalog,
    messages: [{ id: 'preview', text: input.text }],
    currentLines: [],
    learned,
    examples,
    facts: [],
    instructions: prompt?.text ?? null,
    locale: tenant.locale,
    privacy,
    redacts: tenant.redactPrompts,
  })
  const model = result.calls.at(-1)?.model ?? ctx.models.order.name
  const { reading } = result
  const found = [...result.reasons, ...reasonsOf(reading)]
  // Without a line there is no order, and so nothing to be decided about one.
  if (reading.lines.length === 0) return { reading, reasons: found, model }
  const ids = reading.lines.flatMap(({ productId }) => productId ?? [])
  const products = await ctx.db.withTenant(ctx.tenantId, (tx) => pricedProducts(tx, ctx.tenantId, ids))
  const lines = reading.lines.map(({ productId, variantIds, quantity, confidence }) => {
    const product = products.get(productId ?? '')
    const chosen = product?.variants.filter(({ id }) => variantIds.includes(id)) ?? []
    return {
      productId,
      quantity,
      confidence,
      unitPriceMinor: product === undefined ? null : unitPriceMinor(product, chosen),
    }
  })
  const rules = { threshold: confidenceThreshold(tenant), autoConfirm: tenant.autoConfirm, isSample: false }
  const { reasons } = decide({ lines, reasons: found, confidence: reading.confidence, ...rules })
  return { reading, reasons, model }
}
