import type { Ctx } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import { findPii, regionOf, type PiiFinding } from '../platform/privacy/index.ts'
import { tenantSettings } from '../tenancy/index.ts'

const longestText = 100_000

/**
 * The personal data in a text, telephone numbers read as the tenant's locale has them; nothing is stored.
 * @throws ApiError BAD_USER_INPUT when the text is too long
 */
export async function scanText(ctx: Ctx, { text }: { text: string }): Promise<PiiFinding[]> {
  if (text.length > longestText) {
    throw new ApiError('BAD_USER_INPUT', `The text has ${text.length} characters; at most ${longestText} are scanned.`)
  }
  const { locale } = await ctx.db.withTenant(ctx.tenantId, (tx) => tenantSettings(tx, ctx.tenantId))
  return findPii(text, { region: regionOf(locale) })
}
