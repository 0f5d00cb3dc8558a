import { finding, type PiiFinding } from './finding.ts'

/** RFC 5321, 4.5.3.1: octets of the part before the @ and of a domain. */
const longestLocal = 64
const longestDomain = 253

const localTail = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u
const domainHead = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62})(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62}))+/u

/** E-mail addresses: a plain local part and a domain with a top level of letters (or punycode). */
export function findEmails(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const start = at - localLength(text.slice(Math.max(0, at - longestLocal), at))
    const end = at + 1 + domainLength(text.slice(at + 1, at + 1 + longestDomain))
    if (start < at && end > at + 1) found.push(finding('EMAIL', text, start, end, 0.99))
  }
  return found
}

function localLength(before: string): number {
  const local = localTail.exec(before)?.[0] ?? ''
  // Quotes and punctuation before it are not part of it, nor is a name it is assigned to (`EMAIL=ana@shop.mx`).
  const own = local.replace(/^[^\p{L}\p{N}_+]+/u, '').replace(/^\w+=/, '')
  return /\.\.|\.$/.test(own) ? 0 : own.length
}

function domainLength(behind: string): number {
  const domain = domainHead.exec(behind)?.[0].replace(/[-.]+$/, '') ?? ''
  const labels = domain.split('.')
  // «write to ana@shop.mx.Gracias»: a capital behind small letters begins a sentence, not a label.
  const last = labels.at(-1) ?? ''
  const isSentence = labels.length > 2 && /^\p{Lu}\p{Ll}+$/u.test(last) && !/\p{Lu}/u.test(labels.slice(0, -1).join(''))
  const kept = isSentence ? labels.slice(0, -1) : labels
  const top = kept.at(-1) ?? ''
  return kept.length > 1 && /^(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/iu.test(top) ? kept.join('.').length : 0
}
