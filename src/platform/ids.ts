import { randomUUIDv7 } from 'node:crypto'

/**
 * The catalogue of id prefixes. One id is used everywhere (database, API, URL, log, webhook): `prefix_` + the 26
 * characters of a UUIDv7 in Crockford base32 (the TypeID format), so ids sort by the time they were made.
 */
export const idPrefixes = {
  tenant: 'ten',
  user: 'usr',
  membership: 'mem',
  userIdentity: 'uid',
  session: 'ses',
  refreshToken: 'rft',
  apiKey: 'key',
  clientDocument: 'cdo',
  signingKey: 'sig',
  customer: 'cus',
  customerIdentity: 'cid',
  customerFact: 'fac',
  category: 'cat',
  product: 'prd',
  productVariant: 'var',
  productOptionGroup: 'opg',
  productOption: 'opt',
  productImport: 'imp',
  channelAccount: 'cha',
  conversation: 'cnv',
  conversationEvent: 'cev',
  message: 'msg',
  providerEvent: 'pev',
  piiFinding: 'pif',
  piiRule: 'pir',
  knowledgeDoc: 'doc',
  libraryDoc: 'lib',
  knowledgeChunk: 'chk',
  knowledgeGap: 'gap',
  knowledgeGapQuestion: 'gpq',
  aiResponse: 'air',
  aiReservation: 'rsv',
  aiRating: 'rat',
  learnedAlias: 'lal',
  learnedExample: 'lex',
  agent: 'agt',
  shadowReading: 'shr',
  prompt: 'prm',
  promptVersion: 'prv',
  promptRelease: 'prl',
  evaluationRun: 'evr',
  evaluationResult: 'evx',
  order: 'ord',
  orderLine: 'oln',
  orderChangeProposal: 'ocp',
  event: 'evt',
  job: 'job',
} as const

export type IdKind = keyof typeof idPrefixes

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'
const idPattern = /^([a-z]{3})_[0-7][0-9a-hjkmnp-tv-z]{25}$/
const kindByPrefix = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]))

/** A new id of the given kind; an id made later by this process sorts after every id it made earlier. */
export function newId(kind: IdKind): string {
  return `${idPrefixes[kind]}_${toBase32(nextUuid())}`
}

/** A UUIDv7 in the usual notation that sorts after every other one this process made. */
export function newUuid(): string {
  const digits = nextUuid().toString(16).padStart(32, '0')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

let lastUuid = 0n

/** Node's own are in random order within a millisecond; there, and when the clock goes back, this one counts on. */
function nextUuid(): bigint {
  const fresh = BigInt(`0x${randomUUIDv7().replaceAll('-', '')}`)
  lastUuid = fresh > lastUuid ? fresh : lastUuid + 1n
  return lastUuid
}

/** The kind an id claims by its prefix, or null when the text is not an id at all. */
export function idKind(id: string): IdKind | null {
  const prefix = idPattern.exec(id)?.[1]
  return prefix === undefined ? null : (kindByPrefix.get(prefix) ?? null)
}

/** True when the text is a well-formed id of this kind; says nothing about whether the thing exists. */
export function isId(kind: IdKind, id: string): boolean {
  return idKind(id) === kind
}

function toBase32(uuid: bigint): string {
  let rest = uuid
  let text = ''
  for (let position = 0; position < 26; position += 1) {
    text = crockford[Number(rest & 31n)] + text
    rest >>= 5n
  }
  return text
}
