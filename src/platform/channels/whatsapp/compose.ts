import { randomBytes } from 'node:crypto'
import { signHub } from '../signatures.ts'

/** A delivery ready to be posted: the bytes and the signature header that belongs to them. */
export interface SignedDelivery {
  readonly body: string
  readonly headers: { readonly 'content-type': 'application/json'; readonly 'x-hub-signature-256': string }
}

/** A message as WhatsApp writes it: `type` and the part named after it, plus what `composeMessage` adds. */
export type WhatsAppBody = { readonly type: string } & Readonly<Record<string, unknown>>

export interface ComposeOptions {
  readonly phoneNumberId: string
  readonly appSecret: string
  /** The customer's number, with or without `+`. */
  readonly from: string
  /** Name in the customer's profile. Default `Customer`. */
  readonly profileName?: string
  /** The customer's BSUID; left out of the payload by default. */
  readonly userId?: string
  /** When the customer wrote. */
  readonly sentAt: Date
  /** The message's id at the provider. Default: a new one. */
  readonly providerMessageId?: string
}

/** An incoming message as Meta would deliver it, for `simulate`, tests and measurements. */
export function composeMessage(options: ComposeOptions, message: WhatsAppBody | string): SignedDelivery {
  const digits = options.from.replace(/^\+/, '')
  const person = options.userId === undefined ? {} : { user_id: options.userId }
  const value = {
    ...business(options.phoneNumberId),
    contacts: [{ profile: { name: options.profileName ?? 'Customer' }, wa_id: digits, ...person }],
    messages: [
      {
        from: digits,
        ...(options.userId === undefined ? {} : { from_user_id: options.userId }),
        id: options.providerMessageId ?? newProviderMessageId(),
        timestamp: unixSeconds(options.sentAt),
        ...(typeof message === 'string' ? { type: 'text', text: { body: message } } : message),
      },
    ],
  }
  return signDelivery(envelope([value]), options.appSecret)
}

export interface ComposeStatusOptions {
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly providerMessageId: string
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  readonly at: Date
  /** Our message id, as it was given with the send. */
  readonly messageId?: string
  /** For `failed`. */
  readonly error?: { readonly code: number; readonly title: string }
}

/** News about a message of ours as Meta would deliver them. */
export function composeStatus(options: ComposeStatusOptions): SignedDelivery {
  const value = {
    ...business(options.phoneNumberId),
    statuses: [
      {
        id: options.providerMessageId,
        status: options.status,
        timestamp: unixSeconds(options.at),
        ...(options.messageId === undefined ? {} : { biz_opaque_callback_data: options.messageId }),
        ...(options.error === undefined ? {} : { errors: [{ ...options.error, message: options.error.title }] }),
      },
    ],
  }
  return signDelivery(envelope([value]), options.appSecret)
}

/** The envelope around several values, one entry each. */
export function envelope(values: readonly unknown[]): Record<string, unknown> {
  return {
    object: 'whatsapp_business_account',
    entry: values.map((value) => ({ id: '102290129340398', changes: [{ field: 'messages', value }] })),
  }
}

/** Prints and signs a body as Meta does: everything outside ASCII is escaped before it is signed. */
export function signDelivery(payload: unknown, appSecret: string): SignedDelivery {
  const body = JSON.stringify(payload).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return { body, headers: { 'content-type': 'application/json', 'x-hub-signature-256': signHub(body, appSecret) } }
}

/** A message id in the provider's form. */
export function newProviderMessageId(): string {
  return `wamid.${randomBytes(24).toString('base64')}`
}

function business(phoneNumberId: string): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
  }
}

function unixSeconds(date: Date): string {
  return String(Math.floor(date.getTime() / 1000))
}
