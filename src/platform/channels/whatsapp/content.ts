import type { z } from 'zod'
import type { CartItem, ContactCard, MediaContent, MessageReferral, TypedContent } from '../content.ts'
import * as schemas from './schemas.ts'

/**
 * What a WhatsApp message says, by its `type`. A type that we do not know, and a known type whose body has not the
 * documented form, become UNKNOWN: stored with the raw payload, never dropped.
 */
export function readContent(message: schemas.Message): TypedContent {
  const read = Object.hasOwn(readers, message.type) ? readers[message.type] : undefined
  return read?.(message) ?? unreadable(message)
}

type Reader = (message: schemas.Message) => TypedContent | null

const readers: Readonly<Record<string, Reader>> = {
  text: readText,
  image: readMedia('IMAGE'),
  video: readMedia('VIDEO'),
  audio: readMedia('AUDIO'),
  voice: readMedia('AUDIO'),
  document: readMedia('DOCUMENT'),
  sticker: readMedia('STICKER'),
  interactive: readInteractive,
  button: readTemplateButton,
  order: readOrder,
  location: readLocation,
  contacts: readContacts,
  reaction: readReaction,
  system: readSystem,
  edit: readEdit,
  revoke: readRevoke,
  unsupported: (message) => {
    const providerType = body(message, schemas.unsupported)?.type
    return {
      kind: 'UNSUPPORTED',
      content: { providerType: providerType ?? 'unsupported', reason: errorText(message) },
      text: null,
    }
  },
}

function readText(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.textBody)
  if (found === null) return null
  const referral = readReferral(message)
  return {
    kind: 'TEXT',
    content: referral === null ? { body: found.body } : { body: found.body, referral },
    text: wordsOf(found.body),
  }
}

function readReferral({ referral }: schemas.Message): MessageReferral | null {
  if (!referral) return null
  return {
    sourceUrl: referral.source_url ?? null,
    sourceId: referral.source_id ?? null,
    sourceType: referral.source_type ?? null,
    headline: referral.headline ?? null,
  }
}

function readMedia(kind: 'IMAGE' | 'VIDEO' | 'AUDIO' | 'DOCUMENT' | 'STICKER'): Reader {
  return (message) => {
    const found = body(message, schemas.media)
    if (found === null) return null
    const content: MediaContent = {
      mediaId: found.id ?? null,
      mimeType: found.mime_type ?? null,
      sha256: found.sha256 ?? null,
      caption: found.caption ?? null,
      filename: found.filename ?? null,
      voice: kind === 'AUDIO' ? (found.voice ?? message.type === 'voice') : null,
      animated: kind === 'STICKER' ? (found.animated ?? false) : null,
    }
    return { kind, content, text: wordsOf(found.caption) }
  }
}

function readInteractive(message: schemas.Message): TypedContent | null {
  if (message['interactive'] === undefined) {
    // Seen in the wild: an interactive reply that Meta could not serialise comes without its body, with `errors`.
    return { kind: 'UNSUPPORTED', content: { providerType: 'interactive', reason: errorText(message) }, text: null }
  }
  const found = body(message, schemas.interactive)
  switch (found?.type) {
    case 'button_reply': {
      const { id, title } = found.button_reply
      return { kind: 'BUTTON_REPLY', content: { choiceId: id, title, description: null }, text: wordsOf(title) }
    }
    case 'list_reply': {
      const { id, title, description } = found.list_reply
      return {
        kind: 'LIST_REPLY',
        content: { choiceId: id, title, description: description ?? null },
        text: wordsOf(title),
      }
    }
    case 'nfm_reply': {
      const { name, body: words, response_json: json } = found.nfm_reply
      return {
        kind: 'FLOW_REPLY',
        content: { name: name ?? null, body: words ?? null, response: readJson(json) },
        text: wordsOf(words),
      }
    }
    case undefined:
      return null
  }
}

function readTemplateButton(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.templateButton, 'button')
  if (found === null) return null
  return {
    kind: 'TEMPLATE_BUTTON',
    content: { choiceId: found.payload ?? found.text, title: found.text, description: null },
    text: wordsOf(found.text),
  }
}

function readOrder(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.order)
  if (found === null) return null
  const items = found.product_items.map((item): CartItem => ({
    retailerId: item.product_retailer_id,
    quantity: String(item.quantity),
    claimedPrice: item.item_price === null || item.item_price === undefined ? null : String(item.item_price),
    claimedCurrency: item.currency ?? null,
  }))
  return {
    kind: 'ORDER',
    content: { catalogId: found.catalog_id ?? null, note: wordsOf(found.text), items },
    text: wordsOf(found.text),
  }
}

function readLocation(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.location)
  if (found === null) return null
  const { latitude, longitude, name, address, url } = found
  return {
    kind: 'LOCATION',
    content: { latitude, longitude, name: name ?? null, address: address ?? null, url: url ?? null },
    text: wordsOf([name, address].filter(Boolean).join(', ')),
  }
}

function readContacts(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.contactCards)
  if (found === null) return null
  const contacts = found.map(({ name, phones, emails, org }): ContactCard => {
    const parts = [name?.first_name, name?.last_name].filter(Boolean).join(' ')
    return {
      name: name?.formatted_name || parts || '?',
      phones: (phones ?? []).map((phone) => phone.phone ?? phone.wa_id).filter((phone) => typeof phone === 'string'),
      emails: (emails ?? []).map((email) => email.email).filter((email) => typeof email === 'string'),
      company: org?.company ?? null,
    }
  })
  return { kind: 'CONTACTS', content: { contacts }, text: wordsOf(contacts.map((card) => card.name).join(', ')) }
}

function readReaction(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.reaction)
  if (found === null) return null
  return {
    kind: 'REACTION',
    content: { targetProviderMessageId: found.message_id, emoji: found.emoji || null },
    text: null,
  }
}

function readSystem(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.system)
  if (found === null) return null
  const newAddress = found.new_wa_id ?? found.wa_id ?? found.user_id ?? null
  return {
    kind: 'SYSTEM',
    content: { event: found.type ?? 'unknown', body: found.body ?? null, newAddress },
    text: null,
  }
}

function readEdit(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.edit)
  if (found === null) return null
  const changed = schemas.message.safeParse({ ...found.message, id: message.id })
  const now = changed.success && changed.data.type !== 'edit' ? readContent(changed.data) : null
  return {
    kind: 'EDIT',
    content: {
      targetProviderMessageId: found.original_message_id,
      newKind: now?.kind ?? 'UNKNOWN',
      newText: now?.text ?? null,
    },
    text: now?.text ?? null,
  }
}

function readRevoke(message: schemas.Message): TypedContent | null {
  const found = body(message, schemas.revoke)
  return found && { kind: 'DELETION', content: { targetProviderMessageId: found.original_message_id }, text: null }
}

function unreadable(message: schemas.Message): TypedContent {
  return { kind: 'UNKNOWN', content: { providerType: message.type, reason: errorText(message) }, text: null }
}

/** The part of the message that is named after its type, or null when it has another form than documented. */
function body<Schema extends z.ZodType>(
  message: schemas.Message,
  schema: Schema,
  key: string = message.type,
): z.infer<Schema> | null {
  const parsed = schema.safeParse(message[key])
  return parsed.success ? parsed.data : null
}

/** Null for text without anything to read in it, e.g. the empty note of a cart. */
function wordsOf(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : text
}

function errorText({ errors }: schemas.Message): string | null {
  const first = errors?.[0]
  return first ? (first.error_data?.details ?? first.message ?? first.title ?? String(first.code)) : null
}

function readJson(json: unknown): unknown {
  if (typeof json !== 'string') return json ?? null
  try {
    return JSON.parse(json) as unknown
  } catch {
    return null
  }
}
