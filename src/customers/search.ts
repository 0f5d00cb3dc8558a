import { sql, type SQL } from 'drizzle-orm'
import { customerIdentities, type customers } from './tables.ts'

/**
 * Whether a customer's name, code or one of their addresses has the text in it; case does not matter, `%` and `_` are
 * plain characters.
 */
export function customerMatches(customer: typeof customers, search: string): SQL {
  const pattern = `%${search.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql`(${customer.name} ilike ${pattern} or ${customer.code} ilike ${pattern} or exists (
    select from ${customerIdentities} as found
    where found.tenant_id = ${customer.tenantId} and found.customer_id = ${customer.id} and found.value ilike ${pattern}
  ))`
}
