import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newProviderMessageId } from './compose.ts'

/** A send as the stand-in saw it. */
export interface SeenSend {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: Readonly<Record<string, unknown>>
  /** The id that was, or would have been, given. */
  readonly providerMessageId: string
}

/** How the stand-in answers one send. */
export type StandInAnswer =
  | { readonly type: 'accept' }
  /** An error body of the Graph API. */
  | { readonly type: 'refuse'; readonly code: number; readonly message?: string; readonly httpStatus?: number }
  /** Any answer at all, e.g. a gateway's 502 page. */
  | { readonly type: 'raw'; readonly httpStatus: number; readonly body: string }
  /** Takes the message and never answers. */
  | { readonly type: 'hang' }
  /** Takes the message and cuts the connection. */
  | { readonly type: 'cut' }

export interface StandInOptions {
  /** Asked before every send. Default: always `accept`. */
  readonly answer?: (send: SeenSend) => StandInAnswer | Promise<StandInAnswer>
  /** Told about every send after its answer was chosen. */
  readonly seen?: (send: SeenSend) => void
  /** Default: any free port. */
  readonly port?: number
}

export interface StandIn {
  /** To be used as the channel's `baseUrl`. */
  readonly url: string
  close(): Promise<void>
}

/**
 * A small server in place of graph.facebook.com: takes `POST /<version>/<phone_number_id>/messages` and answers like
 * the Cloud API. Development uses it so that messages «go out» without credentials; tests script its answers.
 */
export async function startWhatsAppStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(options: StandInOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  if (request.method !== 'POST' || !/^\/v\d+\.\d+\/[^/]+\/messages$/.test(path)) {
    return reply(response, 404, refusal(100, 'Unsupported request.'))
  }
  const body = await readJson(request)
  const providerMessageId = newProviderMessageId()
  const send: SeenSend = { path, authorization: request.headers.authorization, body, providerMessageId }
  const chosen = (await options.answer?.(send)) ?? { type: 'accept' }
  options.seen?.(send)
  switch (chosen.type) {
    case 'accept': {
      const input = String(body['to'] ?? body['recipient'])
      return reply(response, 200, {
        messaging_product: 'whatsapp',
        contacts: [{ input, ...(body['to'] === undefined ? { user_id: input } : { wa_id: input.replace(/^\+/, '') }) }],
        messages: [{ id: providerMessageId, message_status: 'accepted' }],
      })
    }
    case 'refuse':
      return reply(response, chosen.httpStatus ?? 400, refusal(chosen.code, chosen.message ?? 'Refused.'))
    case 'raw':
      response.writeHead(chosen.httpStatus, { 'content-type': 'text/html' }).end(chosen.body)
      return
    case 'hang':
      return
    case 'cut':
      response.destroy()
  }
}

function refusal(code: number, details: string): unknown {
  return {
    error: {
      message: `(#${code}) ${details}`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: 'stand-in',
    },
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk)
  const json: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  return typeof json === 'object' && json !== null ? Object.fromEntries(Object.entries(json)) : {}
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The stand-in is not listening on a port.')
  return address.port
}
