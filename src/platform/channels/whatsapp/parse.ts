import { createHash } from 'node:crypto'
import type { Address, ChannelMessage, DeliveryPart, DeliveryState, DeliveryStatus, Participant } from '../channel.ts'
import { normalisePhone } from '../phone.ts'
import { cleanText, storable } from '../storable.ts'
import { readContent } from './content.ts'
import * as schemas from './schemas.ts'

/**
 * Reads a whole delivery: every entry, every change, every message, status and error in it, in the order they came.
 * Each is a part of its own with its own raw JSON; what has not the documented form becomes a BAD part and takes
 * nothing else with it.
 */
export function parseDelivery(rawBody: Uint8Array): DeliveryPart[] {
  const text = Buffer.from(rawBody.buffer, rawBody.byteOffset, rawBody.byteLength).toString('utf8')
  const json = parseJson(text)
  if (json === undefined) return [bad('MALFORMED', null, cleanText(text.slice(0, 10_000)), 'The body is not JSON.')]
  const body = schemas.envelope.safeParse(json)
  if (!body.success) return [bad('MALFORMED', null, json, 'The body is not a WhatsApp delivery.')]
  return body.data.entry.flatMap(parseEntry)
}

function parseJson(text: string): unknown {
  try {
    return storable(JSON.parse(text) as unknown, text)
  } catch {
    return undefined
  }
}

function parseEntry(raw: unknown): DeliveryPart[] {
  const entry = schemas.entry.safeParse(raw)
  if (!entry.success) return [bad('MALFORMED', null, raw, 'An entry has no list of changes.')]
  return entry.data.changes.flatMap(parseChange)
}

/** One change of an entry; also what every part keeps as its `raw`. */
export function parseChange(raw: unknown): DeliveryPart[] {
  const change = schemas.change.safeParse(raw)
  if (!change.success) return [bad('MALFORMED', null, raw, 'A change has no field or no value.')]
  const { field, value: rawValue } = change.data
  if (field !== 'messages' && field !== 'smb_message_echoes') {
    return [{ type: 'NOTICE', routingKey: null, key: keyOf('notice', raw), raw, detail: field }]
  }
  const value = schemas.value.safeParse(rawValue)
  if (!value.success) return [bad('MALFORMED', null, raw, 'A change does not say which number it is for.')]
  const { metadata, contacts, messages, message_echoes: echoes, statuses, errors } = value.data
  const routingKey = metadata.phone_number_id
  const people = readPeople(contacts ?? [])
  // What a part keeps is a change with this one item in it, so that it can be read anew by itself.
  const wrap = (list: string, item: unknown) => {
    const explained = list !== 'errors' && errors?.length ? { errors } : {}
    return { field, value: { metadata, ...(contacts?.length ? { contacts } : {}), ...explained, [list]: [item] } }
  }

  const parts = [
    ...(messages ?? []).map((item) =>
      parseMessage('MESSAGE', withErrors(item, errors), wrap('messages', item), routingKey, people),
    ),
    ...(echoes ?? []).map((item) => parseMessage('ECHO', item, wrap('message_echoes', item), routingKey, people)),
    ...(statuses ?? []).map((item) => parseStatus(item, wrap('statuses', item), routingKey)),
    // Errors beside messages explain those; alone they are news about the account.
    ...(messages?.length ? [] : (errors ?? [])).map((item): DeliveryPart => {
      const own = wrap('errors', item)
      return { type: 'NOTICE', routingKey, key: keyOf('errors', own), raw: own, detail: 'errors' }
    }),
  ]
  return parts.length > 0 ? parts : [{ type: 'NOTICE', routingKey, key: keyOf('notice', raw), raw, detail: field }]
}

/** Errors stand in the message or beside it; where they stand beside it, it is given them. */
function withErrors(item: unknown, errors: readonly unknown[] | null | undefined): unknown {
  if (!errors?.length || typeof item !== 'object' || item === null || 'errors' in item) return item
  return { ...item, errors }
}

function parseMessage(
  type: 'MESSAGE' | 'ECHO',
  item: unknown,
  raw: unknown,
  routingKey: string,
  people: readonly schemas.Contact[],
): DeliveryPart {
  const parsed = schemas.message.safeParse(item)
  if (!parsed.success) return bad('MALFORMED', routingKey, raw, 'A message has no id or no type.')
  const message = parsed.data
  const participant =
    type === 'MESSAGE'
      ? readParticipant(message.from, message.from_user_id, people)
      : readParticipant(message.to, message.to_user_id, people)
  if (participant === null) return bad('NO_SENDER', routingKey, raw, 'A message names neither a number nor a user id.')
  const read: ChannelMessage = {
    ...readContent(message),
    providerMessageId: message.id,
    participant,
    sentAt: readTime(message.timestamp),
    replyToProviderMessageId: message.context?.id ?? null,
    forwarded: message.context?.forwarded === true || message.context?.frequently_forwarded === true,
  }
  return { type, routingKey, key: `message:${message.id}`, raw, message: read }
}

function readPeople(contacts: readonly unknown[]): schemas.Contact[] {
  return contacts.flatMap((raw) => {
    const contact = schemas.contact.safeParse(raw)
    return contact.success ? [contact.data] : []
  })
}

/**
 * The person behind a message: number and BSUID, from the message itself and from the contact that belongs to it.
 * Either may be missing (people with a username can hide their number).
 */
function readParticipant(
  number: string | null | undefined,
  userId: string | null | undefined,
  people: readonly schemas.Contact[],
): Participant | null {
  const own = people.find((person) => (number && person.wa_id === number) || (userId && person.user_id === userId))
  // A delivery with one contact and one message means them to belong together, even when the number is written otherwise.
  const person = own ?? (people.length === 1 ? people[0] : undefined)
  const phone = normalisePhone(number ?? '') ?? normalisePhone(person?.wa_id ?? '')
  const bsuid = userId || person?.user_id || null
  const addresses: Address[] = []
  if (phone !== null) addresses.push({ kind: 'PHONE', value: phone })
  if (bsuid !== null && bsuid.length <= 200) addresses.push({ kind: 'BSUID', value: bsuid })
  const [first, ...others] = addresses
  if (first === undefined) return null
  return { addresses: [first, ...others], profileName: person?.profile?.name || null }
}

const states: Readonly<Record<string, DeliveryState>> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'READ',
  /** A voice note was listened to, which is as far as a message can come. */
  played: 'READ',
  failed: 'FAILED',
}

function parseStatus(item: unknown, raw: unknown, routingKey: string): DeliveryPart {
  const parsed = schemas.status.safeParse(item)
  if (!parsed.success) return bad('MALFORMED', routingKey, raw, 'A status has no message id or no state.')
  const status = parsed.data
  const key = `status:${status.id}:${status.status}:${status.timestamp ?? ''}`
  const state = states[status.status]
  if (state === undefined) return { type: 'NOTICE', routingKey, key, raw, detail: `status ${status.status}` }
  const error = status.errors?.[0]
  const read: DeliveryStatus = {
    providerMessageId: status.id,
    state,
    at: readTime(status.timestamp),
    messageId: status.biz_opaque_callback_data ?? null,
    error:
      state === 'FAILED'
        ? {
            code: String(error?.code ?? 'UNKNOWN'),
            message: error?.error_data?.details ?? error?.message ?? error?.title ?? 'The provider gave no reason.',
          }
        : null,
  }
  return { type: 'STATUS', routingKey, key, raw, status: read }
}

function readTime(seconds: string | number | null | undefined): Date | null {
  return seconds === null || seconds === undefined ? null : new Date(Number(seconds) * 1000)
}

function bad(reason: 'MALFORMED' | 'NO_SENDER', routingKey: string | null, raw: unknown, detail: string): DeliveryPart {
  // A JSON null would be stored as no value at all.
  return { type: 'BAD', routingKey, key: keyOf('bad', raw), raw: raw ?? 'null', reason, detail }
}

/** Parts without an id of their own are known by their content: a redelivery has the same. */
function keyOf(prefix: string, raw: unknown): string {
  return `${prefix}:${createHash('sha256').update(JSON.stringify(raw)).digest('base64url')}`
}
