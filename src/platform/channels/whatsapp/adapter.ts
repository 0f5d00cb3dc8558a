import type { ChannelAdapter } from '../channel.ts'
import { verifyHub } from '../signatures.ts'
import { parseChange, parseDelivery } from './parse.ts'
import { sendText, type WhatsAppOptions } from './send.ts'

/** WhatsApp Cloud API. */
export function createWhatsAppChannel(options: WhatsAppOptions): ChannelAdapter {
  return {
    type: 'WHATSAPP',
    replyWindowMs: 24 * 60 * 60 * 1000,
    maxTextLength: 4096,
    verify: ({ rawBody, signature }, secret) => verifyHub(rawBody, signature, secret),
    parse: parseDelivery,
    parsePart: parseChange,
    sendText: (account, message, signal) => sendText(options, account, message, signal),
  }
}
