export { findPii, type PiiOptions } from './find-pii.ts'
export { labelOf, piiTypes, resolveOverlaps, type PiiFinding, type PiiType } from './finding.ts'
export { maskPii } from './mask.ts'
export { regionOf } from './phone.ts'
export { redact, type RedactedText, type Redaction } from './redact.ts'
export { compilePattern, largestPattern } from './rules/pattern.ts'
export { hasWord } from './rules/phrases.ts'
export {
  compileRules,
  noRules,
  piiRuleEffects,
  type PiiRule,
  type PiiRuleEffect,
  type PiiRules,
} from './rules/rules.ts'
