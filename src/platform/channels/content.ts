/** What a message can be; the names are those of `MessageKind` in the schema. */
export const messageKinds = [
  'TEXT',
  'IMAGE',
  'VIDEO',
  'AUDIO',
  'DOCUMENT',
  'STICKER',
  'BUTTON_REPLY',
  'LIST_REPLY',
  'FLOW_REPLY',
  'TEMPLATE_BUTTON',
  'ORDER',
  'LOCATION',
  'CONTACTS',
  'REACTION',
  'EDIT',
  'DELETION',
  'SYSTEM',
  'UNSUPPORTED',
  'UNKNOWN',
] as const
export type MessageKind = (typeof messageKinds)[number]

/** Stored as JSON beside the kind; the keys are the field names of the schema's `MessageContent` members. */
export interface TextContent {
  readonly body: string
  readonly referral?: MessageReferral
}

export interface MessageReferral {
  readonly sourceUrl: string | null
  readonly sourceId: string | null
  readonly sourceType: string | null
  readonly headline: string | null
}

export interface MediaContent {
  readonly mediaId: string | null
  readonly mimeType: string | null
  readonly sha256: string | null
  readonly caption: string | null
  readonly filename: string | null
  readonly voice: boolean | null
  readonly animated: boolean | null
}

export interface ChoiceContent {
  readonly choiceId: string
  readonly title: string
  readonly description: string | null
}

export interface FlowContent {
  readonly name: string | null
  readonly body: string | null
  /** The answers as JSON, null when they cannot be read. */
  readonly response: unknown
}

export interface CartContent {
  readonly catalogId: string | null
  readonly note: string | null
  readonly items: readonly CartItem[]
}

export interface CartItem {
  readonly retailerId: string
  /** A decimal as text. */
  readonly quantity: string
  /** A decimal in major units as text: the sender's claim, never used as a price. */
  readonly claimedPrice: string | null
  readonly claimedCurrency: string | null
}

export interface LocationContent {
  readonly latitude: number
  readonly longitude: number
  readonly name: string | null
  readonly address: string | null
  readonly url: string | null
}

export interface ContactsContent {
  readonly contacts: readonly ContactCard[]
}

export interface ContactCard {
  readonly name: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly company: string | null
}

export interface ReactionContent {
  readonly targetProviderMessageId: string
  /** Null when the reaction was taken back. */
  readonly emoji: string | null
}

export interface EditContent {
  readonly targetProviderMessageId: string
  readonly newKind: MessageKind
  readonly newText: string | null
}

export interface DeletionContent {
  readonly targetProviderMessageId: string
}

export interface SystemContent {
  /** The provider's name for it, e.g. `user_changed_number`. */
  readonly event: string
  readonly body: string | null
  readonly newAddress: string | null
}

export interface UnsupportedContent {
  readonly providerType: string
  readonly reason: string | null
}

interface ContentByKind {
  TEXT: TextContent
  IMAGE: MediaContent
  VIDEO: MediaContent
  AUDIO: MediaContent
  DOCUMENT: MediaContent
  STICKER: MediaContent
  BUTTON_REPLY: ChoiceContent
  LIST_REPLY: ChoiceContent
  TEMPLATE_BUTTON: ChoiceContent
  FLOW_REPLY: FlowContent
  ORDER: CartContent
  LOCATION: LocationContent
  CONTACTS: ContactsContent
  REACTION: ReactionContent
  EDIT: EditContent
  DELETION: DeletionContent
  SYSTEM: SystemContent
  UNSUPPORTED: UnsupportedContent
  UNKNOWN: UnsupportedContent
}

/** A kind together with the content that belongs to it, and its words. */
export type TypedContent = {
  [Kind in MessageKind]: {
    readonly kind: Kind
    readonly content: ContentByKind[Kind]
    /** Body, caption, title of the chosen button; null when there are no words. */
    readonly text: string | null
  }
}[MessageKind]

export type MessageContent = ContentByKind[MessageKind]
