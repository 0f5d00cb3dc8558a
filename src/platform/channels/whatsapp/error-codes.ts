const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/**
 * WhatsApp's error codes that are worth another try, with the pause before the first one; every other code is final.
 * Branch on the code, never on the title or the HTTP status.
 * Source: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/
 */
export const retryAfterMsByCode: ReadonlyMap<number, number> = new Map([
  /** Unknown API error; service temporarily down. */
  [1, 10 * second],
  [2, 10 * second],
  /** Call limits of the app and of the business account. */
  [4, minute],
  [80007, minute],
  /** Throughput: messages a second. */
  [130429, 5 * second],
  /** Something went wrong; service unavailable. */
  [131000, 10 * second],
  [131016, 10 * second],
  /** Spam rate limit after quality complaints: it lasts hours. */
  [131048, 2 * hour],
  /** Too many messages from this number to this customer: about one in six seconds is allowed. */
  [131056, 10 * second],
  /** The account is in maintenance. */
  [131057, 5 * minute],
])

/** Codes that are about the account itself: token, capability, permission, policy, billing, registration. */
const accountFaults: ReadonlySet<number> = new Set([0, 3, 10, 190, 368, 131005, 131031, 131037, 131042, 133010, 133016])

/** Whether a person must mend the account before anything can be sent from it. */
export function isAccountFault(code: number): boolean {
  return accountFaults.has(code) || (code >= 200 && code <= 299)
}
