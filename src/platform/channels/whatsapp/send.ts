import { z } from 'zod'
import type { SendingAccount, SendOutcome, TextToSend } from '../channel.ts'
import { isAccountFault, retryAfterMsByCode } from './error-codes.ts'

export interface WhatsAppOptions {
  /** Origin of the Graph API, e.g. `https://graph.facebook.com`; a stand-in's in development and tests. */
  readonly baseUrl: string
  /** E.g. `v25.0`. */
  readonly apiVersion: string
  /** How long one send may take, from the connection to the last byte of the answer. */
  readonly timeoutMs: number
}

const accepted = z.looseObject({ messages: z.array(z.looseObject({ id: z.string().min(1) })).min(1) })
const refused = z.looseObject({
  error: z.looseObject({
    code: z.coerce.number().int(),
    message: z.string().nullish(),
    error_data: z.looseObject({ details: z.string().nullish() }).nullish(),
  }),
})

/** Failures of `fetch` before a byte of the request has left, after which sending again cannot send twice. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * POST /<version>/<phone_number_id>/messages. The endpoint knows no idempotency key, so an answer that did not come,
 * or cannot be read, is `unknown`: only the provider's news can tell then.
 */
export async function sendText(
  options: WhatsAppOptions,
  account: SendingAccount,
  message: TextToSend,
  signal?: AbortSignal,
): Promise<SendOutcome> {
  const url = `${options.baseUrl}/${options.apiVersion}/${encodeURIComponent(account.routingKey)}/messages`
  const timeout = AbortSignal.timeout(options.timeoutMs)
  let response: Response
  let body: string
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${account.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(toRequest(message)),
      redirect: 'error',
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    })
    body = await response.text()
  } catch (error) {
    return afterNetworkFailure(error)
  }
  return readAnswer(response.status, body)
}

/** A phone goes into `to`, a BSUID into `recipient` (in `to` it is dropped in silence). */
function toRequest(message: TextToSend): Record<string, unknown> {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(message.to.kind === 'BSUID' ? { recipient: message.to.value } : { to: message.to.value }),
    type: 'text',
    text: { preview_url: false, body: message.text },
    ...(message.replyToProviderMessageId === null ? {} : { context: { message_id: message.replyToProviderMessageId } }),
    biz_opaque_callback_data: message.messageId,
  }
}

function readAnswer(status: number, body: string): SendOutcome {
  const json = parseJson(body)
  const sent = accepted.safeParse(json).data?.messages[0]
  if (status < 300 && sent !== undefined) return { outcome: 'sent', providerMessageId: sent.id }

  const reason = refused.safeParse(json).data?.error
  if (reason !== undefined) {
    const message = reason.error_data?.details ?? reason.message ?? 'The provider gave no reason.'
    const error = { code: String(reason.code), message }
    const afterMs = retryAfterMsByCode.get(reason.code) ?? (status >= 500 ? 10_000 : undefined)
    if (afterMs !== undefined) return { outcome: 'retry', afterMs, error }
    return { outcome: 'failed', error, isAccountFault: isAccountFault(reason.code) }
  }

  const error = { code: `HTTP_${status}`, message: 'The provider answered without saying what became of the message.' }
  // These two are given before a request is taken up, by load balancers too.
  if (status === 429 || status === 503) return { outcome: 'retry', afterMs: 10_000, error }
  if (status >= 400 && status < 500) return { outcome: 'failed', error, isAccountFault: false }
  return { outcome: 'unknown', error }
}

function afterNetworkFailure(error: unknown): SendOutcome {
  const code = networkCode(error)
  if (code !== null && neverConnected.has(code)) {
    return { outcome: 'retry', afterMs: 10_000, error: { code, message: 'The provider could not be reached.' } }
  }
  const timedOut = error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
  return {
    outcome: 'unknown',
    error: {
      code: timedOut ? 'TIMEOUT' : 'CONNECTION_LOST',
      message: 'The provider did not answer, so the message may or may not have been sent.',
    },
  }
}

/** The system's or undici's code below `fetch failed`. With several addresses tried, they come as an AggregateError. */
function networkCode(error: unknown): string | null {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code
    if (current instanceof AggregateError) return networkCode(current.errors[0])
  }
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
