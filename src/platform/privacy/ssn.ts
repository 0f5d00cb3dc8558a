import { speaksOfOtherNumber, speaksOfPhone, speaksOfSocialSecurity } from './cues.ts'
import { digitRuns, standsAlone } from './digit-runs.ts'
import { finding, type PiiFinding } from './finding.ts'

/**
 * US social security numbers. Written 3-2-4 they speak for themselves; as nine bare digits, or with one of the two
 * separators, they need words that say so or stay doubtful.
 */
export function findSocialSecurityNumbers(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const run of digitRuns(text)) {
    for (const [index, head] of run.entries()) {
      // At most three groups can make nine digits in a form that is known.
      for (let count = 1; count <= 3; count += 1) {
        const groups = run.slice(index, index + count)
        const tail = groups[count - 1]
        if (tail === undefined) break
        const digits = groups.map((group) => group.digits).join('')
        if (digits.length > 9) break
        if (digits.length < 9 || !isAssignable(digits) || !standsAlone(text, head.start, tail.end)) continue
        // Part of a longer number that is written with the same dashes.
        if (isJoined(head.separator) || isJoined(run[index + count]?.separator ?? '')) continue
        const separators = groups.slice(1).map(({ separator }) => separator)
        const shape = groups.map((group) => group.digits.length).join('-')
        const confidence = confidenceOf(text, head.start, tail.end, shape, separators)
        if (confidence > 0) found.push(finding('SSN', text, head.start, tail.end, confidence))
      }
    }
  }
  return found
}

function confidenceOf(text: string, start: number, end: number, shape: string, separators: readonly string[]): number {
  if (!separators.every((separator) => /^[-\u2010-\u2013. ]$/.test(separator)) || new Set(separators).size > 1) return 0
  const isNamed = speaksOfSocialSecurity(text, start, end)
  if (shape === '3-2-4') {
    if (isNamed) return 0.98
    if (speaksOfPhone(text, start, end) || speaksOfOtherNumber(text, start)) return 0.4
    return separators[0] === '-' ? 0.85 : 0.5
  }
  if (isNamed && ['9', '3-6', '5-4'].includes(shape)) return 0.85
  // 5-4 without words is a ZIP+4 code, nine digits may be anything.
  return shape === '3-6' &&
    separators[0] === '-' &&
    !speaksOfOtherNumber(text, start) &&
    !speaksOfPhone(text, start, end)
    ? 0.5
    : 0
}

/** What was never issued (SSA, «Social Security Number Randomization»), or is known from advertisements. */
function isAssignable(digits: string): boolean {
  return (
    !/^(?:000|666|9)/.test(digits) &&
    digits.slice(3, 5) !== '00' &&
    digits.slice(5) !== '0000' &&
    !/^(\d)\1+$/.test(digits) &&
    digits !== '078051120' &&
    digits !== '219099999'
  )
}

function isJoined(separator: string): boolean {
  return separator !== '' && !/^[ \u00a0]/.test(separator)
}
