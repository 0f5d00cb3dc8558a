/** The quantities that a line may have: above zero, at most nine digits before and three behind the point. */
const quantityPattern = /^(\d{1,30})(?:\.(\d{1,30}))?$/
const quantityDigits = 3
const thousand = 10n ** BigInt(quantityDigits)
const quantityLimit = 10n ** 9n * thousand

/** Above this a line is a slip of the keyboard; it also keeps every sum of an order far inside 64 bits. */
const highestLineTotalMinor = 10n ** 15n

/**
 * A quantity in its one written form, without needless zeros: `'02.50'` becomes `'2.5'`. Null when the text is no
 * number above zero, too great, or finer than three decimals.
 */
export function parseQuantity(text: string): string | null {
  const match = quantityPattern.exec(text.trim())
  if (match === null || (match[2] ?? '').replace(/0+$/, '').length > quantityDigits) return null
  return printQuantity(inThousandths(match))
}

/** As `parseQuantity`, for what a model says: finer decimals are rounded half up (a third is 0.333). */
export function roundQuantity(text: string): string | null {
  const match = quantityPattern.exec(text.trim())
  return match === null ? null : printQuantity(inThousandths(match))
}

/**
 * Quantity × price of one unit, in minor units, rounded half up. Exact: no floating point on the way.
 * Null when the total is beyond anything an order line may cost.
 */
export function lineTotalMinor(quantity: string, unitPriceMinor: bigint): bigint | null {
  const match = quantityPattern.exec(quantity)
  if (match === null) throw new Error('A stored quantity is always a decimal number.')
  const total = (inThousandths(match) * unitPriceMinor * 2n + thousand) / (thousand * 2n)
  return total > highestLineTotalMinor ? null : total
}

/** Quantity × a factor above zero, rounded half up; null as in `roundQuantity`. Exact as far as the factor has decimals. */
export function multiplyQuantity(quantity: string, factor: string): string | null {
  const [a, b] = [quantityPattern.exec(quantity), quantityPattern.exec(factor)]
  if (a === null || b === null) return null
  const decimals = (b[2] ?? '').length
  const product = inThousandths(a) * BigInt(`${b[1]}${b[2] ?? ''}`)
  const scale = 10n ** BigInt(decimals)
  return printQuantity((product * 2n + scale) / (scale * 2n))
}

/** Thousandths of the number, rounded half up. */
function inThousandths(match: RegExpExecArray): bigint {
  const decimals = (match[2] ?? '').padEnd(quantityDigits + 1, '0')
  const kept = BigInt(`${match[1]}${decimals.slice(0, quantityDigits)}`)
  return decimals.charAt(quantityDigits) >= '5' ? kept + 1n : kept
}

function printQuantity(thousandths: bigint): string | null {
  if (thousandths <= 0n || thousandths >= quantityLimit) return null
  const decimals = (thousandths % thousand).toString().padStart(quantityDigits, '0').replace(/0+$/, '')
  return `${thousandths / thousand}${decimals === '' ? '' : `.${decimals}`}`
}
