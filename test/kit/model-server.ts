import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the scripted model does with one request. */
export type ModelReply =
  | { readonly kind: 'answer'; readonly content: unknown; readonly finishReason?: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'garbage'; readonly body: string }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** Answers when the test says so. */
  | { readonly kind: 'later'; readonly reply: Promise<ModelReply> }
  /** Accepts the request and never answers. */
  | { readonly kind: 'silence' }

export interface ModelRequest {
  readonly path: string
  readonly body: { readonly model?: string; readonly messages?: readonly { role: string; content: string }[] }
}

export interface ModelServer {
  /** Base URL for `OPENAI_BASE_URL`, ends with `/v1`. */
  readonly url: string
  /** Every request so far. */
  readonly requests: readonly ModelRequest[]
  /** Decides the next answers; called with each request. */
  script(reply: (request: ModelRequest) => ModelReply): void
  stop(): Promise<void>
}

/** A small real server that speaks the chat completions and embeddings API and says what the test tells it to. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = []
  let reply: (request: ModelRequest) => ModelReply = () => ({ kind: 'status', status: 500 })
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const received: ModelRequest = { path: request.url ?? '', body: JSON.parse(body) }
      requests.push(received)
      respond(response, reply(received), received)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    script(next) {
      reply = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function respond(response: ServerResponse, reply: ModelReply, request: ModelRequest): void {
  switch (reply.kind) {
    case 'later':
      void reply.reply.then((said) => respond(response, said, request))
      return
    case 'silence':
      return
    case 'status':
      response.writeHead(reply.status, { 'content-type': 'application/json' })
      response.end(reply.body ?? JSON.stringify({ error: { message: 'scripted failure', type: 'server_error' } }))
      return
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(reply.body)
      return
    case 'refusal':
      complete(response, request, { content: null, refusal: reply.text }, 'stop')
      return
    case 'answer': {
      const content = typeof reply.content === 'string' ? reply.content : JSON.stringify(reply.content)
      complete(response, request, { content, refusal: null }, reply.finishReason ?? 'stop')
    }
  }
}

function complete(
  response: ServerResponse,
  request: ModelRequest,
  message: { content: string | null; refusal: string | null },
  finishReason: string,
): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_700_000_000,
      model: request.body.model ?? 'scripted',
      choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finishReason, logprobs: null }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    }),
  )
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
