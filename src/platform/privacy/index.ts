export { findPii, type PiiOptions } from './find-pii.ts'
export { piiTypes, type PiiFinding, type PiiType } from './finding.ts'
export { maskPii, redact, type Redaction } from './mask.ts'
export { regionOf } from './phone.ts'
