import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the scripted model does with one request. */
export type ModelReply =
  | { readonly kind: 'answer'; readonly content: unknown; readonly finishReason?: string }
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'garbage'; readonly body: string }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** Says these words one after the other, as they come. */
  | {
      readonly kind: 'words'
      readonly words: Iterable<string> | AsyncIterable<string>
      readonly finishReason?: string
      /** Default true. */
      readonly tellsUsage?: boolean
      /** Hangs up behind the words, without an end. Default false. */
      readonly breaksOff?: boolean
    }
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
  /** How many callers have hung up before their answer was whole. */
  readonly abandoned: number
  /** Decides the next answers; called with each request. */
  script(reply: (request: ModelRequest) => ModelReply): void
  stop(): Promise<void>
}

/** A small real server that speaks the chat completions and embeddings API and says what the test tells it to. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = []
  let reply: (request: ModelRequest) => ModelReply = () => ({ kind: 'status', status: 500 })
  let abandoned = 0
  const server = createServer((request, response) => {
    response.once('close', () => (abandoned += response.writableFinished ? 0 : 1))
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
    get abandoned() {
      return abandoned
    },
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
    case 'words':
      void sayAll(response, request, reply)
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

async function sayAll(
  response: ServerResponse,
  request: ModelRequest,
  { words, finishReason = 'stop', tellsUsage = true, breaksOff = false }: Extract<ModelReply, { kind: 'words' }>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const event = (choices: readonly object[], more: object = {}) => {
    const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000 }
    response.write(
      `data: ${JSON.stringify({ ...head, model: request.body.model ?? 'scripted', choices, ...more })}\n\n`,
    )
  }
  for await (const content of words) {
    if (response.closed) return
    event([{ index: 0, delta: { content }, finish_reason: null }])
  }
  if (breaksOff) {
    // Not before the words are out.
    setTimeout(() => response.destroy(), 50)
    return
  }
  event([{ index: 0, delta: {}, finish_reason: finishReason }])
  if (tellsUsage) event([], { usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } })
  response.end('data: [DONE]\n\n')
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
