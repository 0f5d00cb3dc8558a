import { loadConfig } from '../config.ts'
import { text, UsageError, type Command } from './command.ts'
import { findServer, type RunningServer } from './control-file.ts'
import { followMessage, type Outcome } from './follow.ts'
import { openOperations } from './operations.ts'
import { z } from 'zod'

const signed = z.object({
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  providerMessageId: z.string(),
  /** A token of the tenant, to look at what became of the message. */
  token: z.string(),
})

export const simulate: Command = {
  name: 'simulate',
  about: 'Send a message as a customer would: a real, signed provider payload, posted to the running server',
  details: 'Then follow it through the API and print what became of it.',
  flags: {
    text: { about: 'What the customer writes', value: '<text>', required: true },
    tenant: { about: 'Slug of the tenant', value: '<slug>', byDefault: 'demo' },
    channel: { about: 'Channel it comes by', value: '<channel>', byDefault: 'whatsapp' },
    from: { about: "The customer's number", value: '<number>', byDefault: '+573001112233' },
    name: { about: 'Name in their profile', value: '<name>', byDefault: 'Ana' },
    url: { about: 'The server, when it is not the one of this folder', value: '<url>' },
    wait: { about: 'How many seconds to follow the message', value: '<seconds>', byDefault: '20' },
    json: { about: 'Print JSON for programs', value: null },
  },
  async run(values) {
    const channel = text(values, 'channel').toLowerCase()
    if (channel !== 'whatsapp') throw new UsageError(`«${channel}» cannot be simulated yet: use whatsapp`)
    const waitSeconds = Number(text(values, 'wait'))
    if (!(waitSeconds >= 0)) throw new UsageError('--wait is not a number of seconds')

    const config = loadConfig()
    const server = await findServer(config.dataDirectory)
    const url = values['url'] ?? server?.url ?? `http://localhost:${config.http.port}`
    await insistOnServer(url, server)

    const operations = await openOperations(config)
    let delivery: z.output<typeof signed>
    try {
      delivery = signed.parse(
        await operations.command('prepare-message', {
          tenant: text(values, 'tenant'),
          from: text(values, 'from'),
          name: text(values, 'name'),
          text: text(values, 'text'),
        }),
      )
    } finally {
      await operations.close()
    }

    const response = await fetch(new URL(delivery.path, url), {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.body,
    })
    if (response.status !== 200) {
      process.stderr.write(`The server answered ${response.status} to the payload: ${await response.text()}\n`)
      return 1
    }
    const outcome = await followMessage({
      url,
      token: delivery.token,
      providerMessageId: delivery.providerMessageId,
      waitMs: waitSeconds * 1_000,
    })
    process.stdout.write(values['json'] === undefined ? describe(outcome) : `${JSON.stringify(outcome)}\n`)
    return outcome.message === null ? 1 : 0
  },
}

async function insistOnServer(url: string, server: RunningServer | null): Promise<void> {
  if (server !== null && url === server.url) return
  const alive = await fetch(new URL('/livez', url), { signal: AbortSignal.timeout(3_000) }).then(
    (response) => response.ok,
    () => false,
  )
  if (!alive) throw new NoServer(`No server answers at ${url}.\n  → Start it in another terminal: npm start`)
}

class NoServer extends Error {
  override readonly name = 'NoServer'
}

function describe({ message, conversationId, order, reply, note }: Outcome): string {
  const lines: string[] = []
  if (message !== null) lines.push(`message       ${message.id}  ${message.kind}`)
  if (conversationId !== null) lines.push(`conversation  ${conversationId}`)
  if (order !== null) {
    lines.push(`order         #${order.number}  ${order.status}  ${order.id}`)
    for (const line of order.lines) {
      const price = line.total === null ? '' : `  ${line.total.formatted}`
      const evidence = line.spans.length === 0 ? '' : `  ← «${line.spans.map((span) => span.text).join(' … ')}»`
      lines.push(
        `                ${line.quantity} ${line.unit === null ? '' : `${line.unit} `}${line.name}${price}${evidence}`,
      )
    }
    lines.push(`                total ${order.total.formatted}`)
    lines.push(`why           ${whyOf(order)}`)
  }
  if (reply !== null) lines.push(`reply         ${reply.replaceAll('\n', `\n${' '.repeat(14)}`)}`)
  if (note !== null) lines.push(`note          ${note}`)
  return `${lines.join('\n')}\n`
}

function whyOf(order: NonNullable<Outcome['order']>): string {
  const sure = order.confidence === null ? '' : `confidence ${order.confidence.toFixed(2)}`
  const reasons = order.reviewReasons.map(({ code, message }) => `${message} (${code})`)
  return [sure, ...reasons].filter((part) => part !== '').join(' · ') || 'made by hand'
}
