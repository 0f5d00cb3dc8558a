import { and, asc, eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Tx } from '../platform/db/database.ts'
import { compileRules, noRules, regionOf, type PiiOptions, type PiiRules } from '../platform/privacy/index.ts'
import { piiRules, type TenantRow } from './tables.ts'

/** Compiled rules of this process, the latest version a tenant. */
const compiled = new LRUCache<string, { readonly version: number; readonly rules: PiiRules }>({ max: 1_000 })

/**
 * How texts of this tenant are searched for personal data: its region and its own rules. Asks the database only where
 * the rules changed since this process read them last, and never for a tenant that has none.
 *
 * @param tenant as read in the same transaction: rules that changed since are newer than it says, never older
 */
export async function privacyOf(
  tx: Tx,
  tenant: Pick<TenantRow, 'id' | 'locale' | 'piiRulesVersion'>,
): Promise<PiiOptions> {
  return { region: regionOf(tenant.locale), rules: await rulesOf(tx, tenant) }
}

async function rulesOf(
  tx: Tx,
  { id, piiRulesVersion: version }: Pick<TenantRow, 'id' | 'piiRulesVersion'>,
): Promise<PiiRules> {
  if (version === 0) return noRules
  const known = compiled.get(id)
  if (known?.version === version) return known.rules
  const rows = await tx
    .select()
    .from(piiRules)
    .where(and(eq(piiRules.tenantId, id), eq(piiRules.state, 'ACTIVE')))
    .orderBy(asc(piiRules.createdAt), asc(piiRules.id))
  const rules = compileRules(rows)
  compiled.set(id, { version, rules })
  return rules
}
