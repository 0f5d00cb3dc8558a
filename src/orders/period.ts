import { ApiError } from '../platform/errors.ts'

const longestMs = 366 * 86_400_000

/**
 * The two ends of the time that a report is about.
 * @throws ApiError BAD_USER_INPUT when it ends before it begins, or is longer than a year
 */
export function checkPeriod({ from, to }: { readonly from: string; readonly to: string }): void {
  const lengthMs = new Date(to).getTime() - new Date(from).getTime()
  if (lengthMs >= 0 && lengthMs <= longestMs) return
  throw new ApiError('BAD_USER_INPUT', '`to` lies up to a year behind `from`.')
}
