import type { CountryCode } from 'libphonenumber-js/max'
import { findAddresses } from './address/find.ts'
import { findCreditCards } from './credit-card.ts'
import { findEmails } from './email.ts'
import { resolveOverlaps, type PiiFinding } from './finding.ts'
import { findIbans } from './iban.ts'
import { findPhones } from './phone.ts'
import { findByRules, noRules, withoutExceptions, type PiiRules } from './rules/rules.ts'
import { findSocialSecurityNumbers } from './ssn.ts'

/** How a text is read. */
export interface PiiOptions {
  /** Where telephone numbers without a country code belong; US when left out. */
  readonly region?: CountryCode
  /** The tenant's own; none when left out. */
  readonly rules?: PiiRules
}

/**
 * The personal data in a text, in its order, no two overlapping. Pure: the same text gives the same findings; the time
 * is linear in its length, whatever it holds.
 */
export function findPii(text: string, { region = 'US', rules = noRules }: PiiOptions = {}): PiiFinding[] {
  const found = [
    ...findEmails(text),
    ...findIbans(text),
    ...findCreditCards(text),
    ...findSocialSecurityNumbers(text),
    ...findPhones(text, region),
    ...findAddresses(text),
    ...findByRules(text, rules),
  ]
  return resolveOverlaps(withoutExceptions(text, found, rules, region))
}
