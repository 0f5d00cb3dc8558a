import { finding, type PiiFinding } from './finding.ts'

/** SWIFT, IBAN Registry: the length by country. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 ' +
    'LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 ' +
    'RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

const head = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu

/** International bank account numbers, in one piece or in groups: length by country and the check of ISO 7064, mod 97-10. */
export function findIbans(text: string): PiiFinding[] {
  const found: PiiFinding[] = []
  for (const { 0: start, index } of text.matchAll(head)) {
    const length = lengths[start.slice(0, 2).toUpperCase()]
    const end = length === undefined ? null : endOf(text, index, length)
    if (end === null) continue
    const compact = text.slice(index, end).replaceAll(/[^a-z0-9]/gi, '')
    if (hasRemainderOne(compact)) found.push(finding('IBAN', text, index, end, 0.99))
  }
  return found
}

/** Behind the number of `length` letters and digits, single blanks or dashes between them; null when it is none. */
function endOf(text: string, start: number, length: number): number | null {
  let taken = 0
  for (let at = start; at < start + 2 * length && at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (/[a-z0-9]/i.test(character)) taken += 1
    else if (!/[ \u00a0-]/.test(character) || !/[a-z0-9]/i.test(text[at + 1] ?? '')) return null
    if (taken === length) return /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) ? null : at + 1
  }
  return null
}

function hasRemainderOne(compact: string): boolean {
  const moved = compact.slice(4) + compact.slice(0, 4)
  let remainder = 0
  for (const character of moved) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}
