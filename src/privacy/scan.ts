import type { Ctx } from '../platform/context.ts'
import { ApiError } from '../platform/errors.ts'
import { findPii, type PiiFinding, type PiiOptions } from '../platform/privacy/index.ts'
import { privacyOf, tenantSettings } from '../tenancy/index.ts'

const longestText = 100_000

/**
 * The personal data in a text, as the tenant's locale and its rules have it; nothing is stored.
 * @throws ApiError BAD_USER_INPUT when the text is too long
 */
export async function scanText(ctx: Ctx, { text }: { text: string }): Promise<PiiFinding[]> {
  checkLength(text)
  return findPii(text, await tenantPrivacy(ctx))
}

/** How the caller's tenant finds personal data. */
export async function tenantPrivacy(ctx: Ctx): Promise<PiiOptions> {
  return ctx.db.withTenant(ctx.tenantId, async (tx) => privacyOf(tx, await tenantSettings(tx, ctx.tenantId)))
}

/** @throws ApiError BAD_USER_INPUT */
export function checkLength(text: string): void {
  if (text.length <= longestText) return
  throw new ApiError('BAD_USER_INPUT', `The text has ${text.length} characters; at most ${longestText} are scanned.`)
}
