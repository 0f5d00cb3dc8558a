import { isNull, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { object, type ObjectField } from './declare.ts'

/** Currencies whose minor unit is not a hundredth (ISO 4217, list one). */
const withoutMinorUnit = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
const inThousandths = 'BHD IQD JOD KWD LYD OMR TND'

/** A `Money` from an amount in minor units (bigint) and its ISO currency; null when there is no amount. */
export function money(amountMinor: PgColumn | SQL, currency: PgColumn | SQL): ObjectField {
  return object(
    { amountMinor, currency, formatted: formatMoney(amountMinor, currency) },
    { type: 'Money', unless: isNull(amountMinor) },
  )
}

/** For people: `COP 12,500`, `USD 12.50`; the fraction is left out when it is zero. */
export function formatMoney(amountMinor: PgColumn | SQL, currency: PgColumn | SQL): SQL {
  const digits = sql`case when ${currency} in (${list(withoutMinorUnit)}) then 0 when ${currency} in (${list(inThousandths)}) then 3 else 2 end`
  return sql`(select m.currency || ' ' || case when m.minor < 0 then '-' else '' end
    || trim(to_char(trunc(abs(m.minor) / power(10::numeric, m.digits)), 'FM999,999,999,999,999,990'))
    || case when mod(abs(m.minor), power(10::numeric, m.digits)) = 0 then ''
       else '.' || lpad(mod(abs(m.minor), power(10::numeric, m.digits))::bigint::text, m.digits, '0') end
    from (select ${amountMinor}::numeric as minor, ${currency}::text as currency, ${digits} as digits) m)`
}

function list(codes: string): SQL {
  return sql.raw(
    codes
      .split(' ')
      .map((code) => `'${code}'`)
      .join(', '),
  )
}
