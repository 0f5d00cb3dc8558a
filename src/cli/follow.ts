import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const money = z.object({ formatted: z.string() })
const order = z.object({
  id: z.string(),
  number: z.number(),
  status: z.string(),
  confidence: z.number().nullable(),
  total: money,
  reviewReasons: z.array(z.object({ code: z.string(), message: z.string() })),
  lines: z.array(
    z.object({
      quantity: z.string(),
      unit: z.string().nullable(),
      name: z.string(),
      total: money.nullable(),
      spans: z.array(z.object({ messageId: z.string().nullable(), text: z.string() })),
    }),
  ),
  sourceMessages: z.array(z.object({ id: z.string() })).nullable(),
  changeProposals: z.array(
    z.object({ kind: z.string(), words: z.array(z.object({ messageId: z.string().nullable() })) }),
  ),
})
const message = z.object({
  id: z.string(),
  seq: z.number(),
  direction: z.string(),
  kind: z.string(),
  text: z.string().nullable(),
  providerMessageId: z.string().nullable(),
  createdAt: z.string(),
})
const conversation = z.object({
  id: z.string(),
  messages: z.object({ nodes: z.array(message) }),
  latestOrder: order.nullable(),
  aiResponses: z.object({
    nodes: z.array(z.object({ createdAt: z.string(), outcome: z.string(), output: z.unknown() })),
  }),
})
const answer = z.object({
  data: z.object({ conversations: z.object({ nodes: z.array(conversation) }) }).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})

const query = `query WhatBecameOfIt {
  conversations(first: 5) {
    nodes {
      id
      messages(last: 10) { nodes { id seq direction kind text providerMessageId createdAt } }
      latestOrder {
        id number status confidence
        total { formatted }
        reviewReasons { code message }
        lines { quantity unit name total { formatted } spans { messageId text } }
        sourceMessages { id }
        changeProposals { kind words { messageId } }
      }
      aiResponses(first: 3) { nodes { createdAt outcome output } }
    }
  }
}`

/** What became of one message; null parts did not come about while it was followed. */
export interface Outcome {
  readonly message: { readonly id: string; readonly kind: string } | null
  readonly conversationId: string | null
  readonly order: z.output<typeof order> | null
  readonly reply: string | null
  /** For people: why there is less than one would expect. */
  readonly note: string | null
}

const pollMs = 250
/** The reply is queued in the same step as the order and comes a moment later. */
const replyGraceMs = 1_500

/** Follows a message through the API until an order or a reply came of it, or the time is over. */
export async function followMessage(options: {
  url: string
  token: string
  providerMessageId: string
  waitMs: number
}): Promise<Outcome> {
  const deadlineMs = Date.now() + options.waitMs
  let settledAtMs: number | null = null
  for (;;) {
    const outcome = read(await ask(options), options.providerMessageId)
    const settled =
      outcome.reply !== null || (outcome.order !== null && outcome.order.status !== 'DRAFT') || outcome.note !== null
    if (settled) settledAtMs ??= Date.now()
    const enough = outcome.reply !== null || (settledAtMs !== null && Date.now() - settledAtMs > replyGraceMs)
    if (enough) return outcome
    if (Date.now() > deadlineMs) {
      const note =
        outcome.message === null ? 'The message cannot be seen in the inbox yet.' : 'Nothing has come of it yet.'
      return { ...outcome, note: outcome.order === null ? note : outcome.note }
    }
    await sleep(pollMs)
  }
}

async function ask({ url, token }: { url: string; token: string }): Promise<z.output<typeof conversation>[]> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  })
  const { data, errors } = answer.parse(await response.json())
  if (data == null)
    throw new Error(`The server refused to say what became of it: ${errors?.[0]?.message ?? response.status}`)
  return data.conversations.nodes
}

function read(conversations: readonly z.output<typeof conversation>[], providerMessageId: string): Outcome {
  for (const { id, messages, latestOrder, aiResponses } of conversations) {
    const sent = messages.nodes.find((candidate) => candidate.providerMessageId === providerMessageId)
    if (sent === undefined) continue
    const isOurs = latestOrder?.sourceMessages?.some(({ id: source }) => source === sent.id) === true
    const proposal = latestOrder?.changeProposals.find(({ words }) => words.some((word) => word.messageId === sent.id))
    const decided =
      proposal && `A person decides what becomes of order #${latestOrder?.number}: ${proposal.kind.toLowerCase()}.`
    const reply = messages.nodes.find(({ direction, seq }) => direction === 'OUT' && seq > sent.seq)
    const response = aiResponses.nodes.find(({ createdAt }) => createdAt >= sent.createdAt)
    return {
      message: { id: sent.id, kind: sent.kind },
      conversationId: id,
      order: isOurs ? latestOrder : null,
      reply: reply?.text ?? null,
      note:
        decided ??
        (isOurs || response === undefined ? null : `No order was read out of it${intentsOf(response.output)}.`),
    }
  }
  return { message: null, conversationId: null, order: null, reply: null, note: null }
}

function intentsOf(output: unknown): string {
  const intents = z.object({ intents: z.array(z.string()) }).safeParse(output)
  return intents.success && intents.data.intents.length > 0 ? `: ${intents.data.intents.join(', ').toLowerCase()}` : ''
}
