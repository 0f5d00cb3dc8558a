import type { TypedContent } from './content.ts'

export const channelTypes = ['WHATSAPP', 'SMS', 'EMAIL'] as const
export type ChannelType = (typeof channelTypes)[number]

export const addressKinds = ['PHONE', 'BSUID', 'EMAIL'] as const
export type AddressKind = (typeof addressKinds)[number]

/** Where somebody can be reached. A phone number is in E.164, an e-mail address in lower case, a BSUID unchanged. */
export interface Address {
  readonly kind: AddressKind
  readonly value: string
}

/** The other side of a message: all the addresses that the provider itself names as one person. */
export interface Participant {
  readonly addresses: readonly [Address, ...Address[]]
  /** The name in their profile: a claim, never a reason to take two people for one. */
  readonly profileName: string | null
}

/** A message between a customer and the business. */
export type ChannelMessage = TypedContent & {
  readonly providerMessageId: string
  readonly participant: Participant
  /** By the provider's clock; null when it does not say. */
  readonly sentAt: Date | null
  readonly replyToProviderMessageId: string | null
  readonly forwarded: boolean
}

export const deliveryStates = ['SENT', 'DELIVERED', 'READ', 'FAILED'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** News about a message of ours. */
export interface DeliveryStatus {
  readonly providerMessageId: string
  readonly state: DeliveryState
  readonly at: Date | null
  /** Our own message id, when the provider echoes it. */
  readonly messageId: string | null
  readonly error: SendError | null
}

interface PartOfDelivery {
  /** What the provider routes by, e.g. `phone_number_id`; null when the part does not say. */
  readonly routingKey: string | null
  /** The same for every redelivery of this part and no other, within one channel account. */
  readonly key: string
  /** The provider's own JSON of this part, for the record. */
  readonly raw: unknown
}

/** One independent part of a delivery. A bad part never takes its neighbours with it. */
export type DeliveryPart = PartOfDelivery &
  (
    | { readonly type: 'MESSAGE'; readonly message: ChannelMessage }
    /** A message that the business itself wrote elsewhere, e.g. in WhatsApp's own app. */
    | { readonly type: 'ECHO'; readonly message: ChannelMessage }
    | { readonly type: 'STATUS'; readonly status: DeliveryStatus }
    /** Kept, and nothing else follows: fields nobody subscribed to on purpose, errors of the account. */
    | { readonly type: 'NOTICE'; readonly detail: string }
    | { readonly type: 'BAD'; readonly reason: 'MALFORMED' | 'NO_SENDER'; readonly detail: string }
  )

/** What the provider delivered, before anything in it is believed. */
export interface Delivery {
  /** The bytes of the body as they came; signatures are over these. */
  readonly rawBody: Uint8Array
  /** The signature header, as it came. */
  readonly signature: string | undefined
}

export interface SendError {
  /** The provider's code, or ours in capitals, e.g. `TIMEOUT`. */
  readonly code: string
  readonly message: string
}

/**
 * What became of a send.
 * `retry`: certainly not sent, and worth another try after `afterMs`.
 * `failed`: certainly not sent, and another try would end alike; an account's fault needs a person (token, billing).
 * `unknown`: it may have been sent; it must not be sent again before the provider's news settle it.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly providerMessageId: string }
  | { readonly outcome: 'retry'; readonly afterMs: number; readonly error: SendError }
  | { readonly outcome: 'failed'; readonly error: SendError; readonly isAccountFault: boolean }
  | { readonly outcome: 'unknown'; readonly error: SendError }

export interface TextToSend {
  /** Our message id, echoed back by the provider where it can. */
  readonly messageId: string
  readonly to: Address
  readonly text: string
  readonly replyToProviderMessageId: string | null
}

/** What an adapter must know of the account it sends from. */
export interface SendingAccount {
  readonly routingKey: string
  readonly accessToken: string
}

/** One channel: how deliveries are believed and read, and how a text goes out. Knows no database. */
export interface ChannelAdapter {
  readonly type: ChannelType
  /** How long after the customer's last message a free-form text may be sent; null: always. */
  readonly replyWindowMs: number | null
  /** Longest text, in UTF-16 units. */
  readonly maxTextLength: number
  /** Whether the bytes were signed with this secret. Takes the same time whatever differs. */
  verify(delivery: Delivery, secret: string): boolean
  /** Never throws: what cannot be read comes back as parts of type BAD. */
  parse(rawBody: Uint8Array): DeliveryPart[]
  /** Reads anew what a part kept as its `raw`. Never throws either. */
  parsePart(raw: unknown): DeliveryPart[]
  /** Sends one text. Never throws; bounded in time by the adapter. */
  sendText(account: SendingAccount, message: TextToSend, signal?: AbortSignal): Promise<SendOutcome>
}

/** The channels of this installation by type; a type without an adapter cannot be connected. */
export type Channels = Readonly<Partial<Record<ChannelType, ChannelAdapter>>>
