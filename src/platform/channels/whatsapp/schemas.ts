import { z } from 'zod'

/**
 * WhatsApp's shapes as far as we read them, tolerant on purpose: unknown keys pass, optional text may be null, numbers
 * may come as text. Field names: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
 */
const text = z.string()
const optionalText = z.string().nullish()
const numeric = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])

/** Unix seconds, as text by the documentation. */
const unixSeconds = z.union([z.string().regex(/^\d{1,12}$/), z.number().int().nonnegative()]).nullish()

const providerError = z.looseObject({
  code: z.union([z.number(), z.string()]),
  title: optionalText,
  message: optionalText,
  error_data: z.looseObject({ details: optionalText }).nullish(),
})
export type ProviderError = z.infer<typeof providerError>

export const envelope = z.looseObject({ object: text, entry: z.array(z.unknown()) })
export const entry = z.looseObject({ id: optionalText, changes: z.array(z.unknown()) })
export const change = z.looseObject({ field: text, value: z.record(z.string(), z.unknown()) })

export const value = z.looseObject({
  metadata: z.looseObject({ phone_number_id: z.string().min(1).max(64) }),
  contacts: z.array(z.unknown()).nullish(),
  messages: z.array(z.unknown()).nullish(),
  message_echoes: z.array(z.unknown()).nullish(),
  statuses: z.array(z.unknown()).nullish(),
  errors: z.array(z.unknown()).nullish(),
})

export const contact = z.looseObject({
  profile: z.looseObject({ name: optionalText, username: optionalText }).nullish(),
  wa_id: optionalText,
  user_id: optionalText,
})
export type Contact = z.infer<typeof contact>

/** What every message has, whatever its type. */
export const message = z.looseObject({
  id: z.string().min(1).max(512),
  from: optionalText,
  from_user_id: optionalText,
  to: optionalText,
  to_user_id: optionalText,
  timestamp: unixSeconds,
  type: z.string().min(1).max(64),
  context: z
    .looseObject({ id: optionalText, forwarded: z.boolean().nullish(), frequently_forwarded: z.boolean().nullish() })
    .nullish(),
  referral: z
    .looseObject({
      source_url: optionalText,
      source_id: optionalText,
      source_type: optionalText,
      headline: optionalText,
    })
    .nullish()
    .catch(null),
  errors: z.array(providerError).nullish().catch(null),
})
export type Message = z.infer<typeof message>

export const status = z.looseObject({
  id: z.string().min(1).max(512),
  status: z.string().min(1).max(64),
  timestamp: unixSeconds,
  biz_opaque_callback_data: optionalText,
  errors: z.array(providerError).nullish().catch(null),
})

export const textBody = z.looseObject({ body: text })

export const media = z.looseObject({
  id: optionalText,
  mime_type: optionalText,
  sha256: optionalText,
  caption: optionalText,
  filename: optionalText,
  voice: z.boolean().nullish(),
  animated: z.boolean().nullish(),
})

export const interactive = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('button_reply'), button_reply: z.looseObject({ id: text, title: text }) }),
  z.looseObject({
    type: z.literal('list_reply'),
    list_reply: z.looseObject({ id: text, title: text, description: optionalText }),
  }),
  z.looseObject({
    type: z.literal('nfm_reply'),
    nfm_reply: z.looseObject({ name: optionalText, body: optionalText, response_json: z.unknown() }),
  }),
])

export const templateButton = z.looseObject({ payload: optionalText, text })

export const order = z.looseObject({
  catalog_id: optionalText,
  text: optionalText,
  product_items: z.array(
    z.looseObject({
      product_retailer_id: text,
      quantity: numeric,
      item_price: numeric.nullish(),
      currency: optionalText,
    }),
  ),
})

export const location = z.looseObject({
  latitude: numeric.transform(Number).pipe(z.number().min(-90).max(90)),
  longitude: numeric.transform(Number).pipe(z.number().min(-180).max(180)),
  name: optionalText,
  address: optionalText,
  url: optionalText,
})

export const contactCards = z.array(
  z.looseObject({
    name: z.looseObject({ formatted_name: optionalText, first_name: optionalText, last_name: optionalText }).nullish(),
    phones: z.array(z.looseObject({ phone: optionalText, wa_id: optionalText })).nullish(),
    emails: z.array(z.looseObject({ email: optionalText })).nullish(),
    org: z.looseObject({ company: optionalText }).nullish(),
  }),
)

export const reaction = z.looseObject({ message_id: text, emoji: optionalText })

export const system = z.looseObject({
  type: optionalText,
  body: optionalText,
  wa_id: optionalText,
  new_wa_id: optionalText,
  user_id: optionalText,
})

export const edit = z.looseObject({ original_message_id: text, message: z.looseObject({ type: text }) })
export const revoke = z.looseObject({ original_message_id: text })
export const unsupported = z.looseObject({ type: optionalText })
