import { LRUCache } from 'lru-cache'

/** Currencies whose minor unit is not a hundredth (ISO 4217, list one). */
export const currenciesWithoutMinorUnit = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(
  ' ',
)
export const currenciesInThousandths = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

/** How many digits of an amount in minor units stand behind the point. */
export function minorDigits(currency: string): number {
  if (currenciesWithoutMinorUnit.includes(currency)) return 0
  return currenciesInThousandths.includes(currency) ? 3 : 2
}

/** To make one costs more than to use it a hundred times. */
const formatters = new LRUCache<string, Intl.NumberFormat>({ max: 200 })

function formatterOf(locale: string, currency: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const formatter = formatters.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, ...shown })
  formatters.set(key, formatter)
  return formatter
}

/**
 * An amount for a customer, as their locale writes it: `$ 149.000` for es-CO, `$12.50` for en-US. The fraction is left
 * out when it is zero. Exact for any bigint.
 */
export function formatMoney(amountMinor: bigint, currency: string, locale: string): string {
  const digits = minorDigits(currency)
  const padded = amountMinor.toString().padStart(digits + 1, '0')
  const [whole, fraction] = [padded.slice(0, padded.length - digits), padded.slice(padded.length - digits)]
  const shown = /^0*$/.test(fraction) ? 0 : digits
  return formatterOf(locale, currency, shown)
    .format(`${whole}${shown === 0 ? '' : `.${fraction}`}` as `${number}`)
    .replaceAll(/\s/g, ' ')
}
