import type { ReviewReason } from '../assistant/index.ts'
import type { LineRecord } from './lines/line-record.ts'
import { listed, listKey, type PastOrder } from './past-orders.ts'

/** Whether an order may be one that is there already. */
export interface Duplicate {
  /** The order that has the same list; null when none has. */
  readonly orderId: string | null
  /** Why a person should look; empty when nobody needs to. */
  readonly reasons: readonly ReviewReason[]
}

/**
 * Looks for the same list among the customer's recent orders, by whatever channel they came, and, when an open order
 * is amended, for the same list sent twice. A customer who says «again» knows what they do.
 *
 * @param recent the customer's other recent orders
 * @param lines all lines that the order is to have
 * @param current the lines it has so far; empty for a new order
 */
export function findDuplicate(
  recent: readonly PastOrder[],
  lines: readonly LineRecord[],
  said: { readonly isAgain?: boolean; readonly reasons: readonly ReviewReason[] },
  current: readonly LineRecord[] = [],
): Duplicate {
  if (said.isAgain === true || lines.length === 0) return { orderId: null, reasons: [] }
  const key = listKey(listed(lines))
  const other = recent.find((order) => listKey(order.lines) === key) ?? null
  const added = lines.filter(({ id }) => !current.some((line) => line.id === id))
  const isSentTwice = added.length > 0 && listKey(listed(added)) === listKey(listed(current))
  const message =
    other !== null
      ? `Order no. ${other.number} of the same customer has the very same lines.`
      : 'The customer sent the very same list twice.'
  // An open order that was found so before has the reason already.
  const isKnown = said.reasons.some(({ code }) => code === 'POSSIBLE_DUPLICATE')
  const isNew = (other !== null || isSentTwice) && !isKnown
  return {
    orderId: other?.id ?? null,
    reasons: isNew ? [{ code: 'POSSIBLE_DUPLICATE', message, linePosition: null }] : [],
  }
}
