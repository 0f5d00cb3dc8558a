import {
  composeStatus,
  type ComposeStatusOptions,
  type SignedDelivery,
} from '../../src/platform/channels/whatsapp/compose.ts'
import {
  startWhatsAppStandIn,
  type SeenSend,
  type StandInAnswer,
} from '../../src/platform/channels/whatsapp/stand-in.ts'

/** WhatsApp as a test wants it: a real small server whose answers are scripted, and which remembers every send. */
export interface WhatsAppServer {
  /** To be used as the channel's `baseUrl`. */
  readonly url: string
  readonly sends: readonly SeenSend[]
  /** The next sends are answered so, in this order; then everything is accepted again. */
  answerNext(...answers: StandInAnswer[]): void
  /** Runs before a send is answered, e.g. to deliver its status before the sender knows the message's id. */
  beforeAnswer(run: ((send: SeenSend) => Promise<void>) | null): void
  /** The first `count` sends, as soon as they are there. @throws after 10 s */
  untilSent(count: number): Promise<SeenSend[]>
  close(): Promise<void>
}

export async function startWhatsAppServer(): Promise<WhatsAppServer> {
  const sends: SeenSend[] = []
  const script: StandInAnswer[] = []
  const waiting = new Set<() => void>()
  let before: ((send: SeenSend) => Promise<void>) | null = null
  const server = await startWhatsAppStandIn({
    async answer(send) {
      sends.push(send)
      for (const look of waiting) look()
      await before?.(send)
      return script.shift() ?? { type: 'accept' }
    },
  })
  return {
    url: server.url,
    sends,
    answerNext: (...answers) => void script.push(...answers),
    beforeAnswer: (run) => {
      before = run
    },
    untilSent: (count) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (sends.length < count) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(sends.slice(0, count))
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`Waited 10 s for ${count} sends, saw ${sends.length}`))
        }, 10_000)
        waiting.add(look)
        look()
      }),
    close: server.close,
  }
}

/** News about a message that the server saw, ready to be posted. */
export function statusOf(
  send: SeenSend,
  account: Pick<ComposeStatusOptions, 'phoneNumberId' | 'appSecret'>,
  status: ComposeStatusOptions['status'],
  more: Partial<ComposeStatusOptions> = {},
): SignedDelivery {
  return composeStatus({
    ...account,
    providerMessageId: send.providerMessageId,
    status,
    at: new Date('2026-11-20T12:00:00Z'),
    ...more,
  })
}
