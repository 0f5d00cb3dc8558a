import { isNull, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { literals } from '../../platform/db/columns.ts'
import { currenciesInThousandths, currenciesWithoutMinorUnit } from '../../platform/money.ts'
import { object } from './declare.ts'
import type { ObjectField } from './fields.ts'

/** A `Money` from an amount in minor units (bigint) and its ISO currency; null when there is no amount. */
export function money(amountMinor: PgColumn | SQL, currency: PgColumn | SQL): ObjectField {
  return object(
    { amountMinor, currency, formatted: formatMoney(amountMinor, currency) },
    { type: 'Money', unless: isNull(amountMinor) },
  )
}

/** For people: `COP 12,500`, `USD 12.50`; the fraction is left out when it is zero. */
export function formatMoney(amountMinor: PgColumn | SQL, currency: PgColumn | SQL): SQL {
  const unit = sql`case when ${currency} in (${list(currenciesWithoutMinorUnit)}) then 1 when ${currency} in (${list(currenciesInThousandths)}) then 1000 else 100 end`
  return sql`(select m.currency || case when m.minor < 0 then ' -' else ' ' end
    || to_char(abs(m.minor) / m.unit, 'FM999,999,999,999,999,999,990')
    || case when m.minor % m.unit = 0 then ''
       else '.' || right((abs(m.minor) % m.unit + m.unit)::text, case m.unit when 1000 then 3 else 2 end) end
    from (select (${amountMinor})::bigint as minor, ${currency} as currency, (${unit})::bigint as unit) m)`
}

function list(codes: readonly string[]): SQL {
  return sql.raw(literals(codes))
}
