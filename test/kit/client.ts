import { createClient, type Client as SocketClient } from 'graphql-ws'
import WebSocket from 'ws'

/** What a GraphQL request was answered with. */
export interface Answer<Data> {
  readonly status: number
  readonly requestId: string
  readonly data: Data | null
  readonly errors: readonly GraphQLFault[]
  readonly headers: Headers
}

export interface GraphQLFault {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly requestId?: string; readonly [name: string]: unknown }
}

export type Variables = Readonly<Record<string, unknown>>

/** A caller of the API: sends what a real client would send, over real HTTP. */
export interface ApiClient {
  /** Whatever the answer is; for tests of refusals. */
  send<Data = Record<string, unknown>>(query: string, variables?: Variables): Promise<Answer<Data>>
  /** The data of an answer without errors. @throws with query, variables, errors and request id otherwise */
  query<Data = Record<string, never>>(query: string, variables?: Variables): Promise<Data>
  /** As `query`; named for the reader. */
  mutate<Data = Record<string, never>>(query: string, variables?: Variables): Promise<Data>
  /** A WebSocket of its own for each call. */
  subscribe<Data>(query: string, variables?: Variables): Promise<Subscription<Data>>
  readonly token: string | null
}

export interface Subscription<Data> {
  /** The next event's data. @throws when none arrives in time, or the subscription ends or fails */
  next(timeoutMs?: number): Promise<Data>
  /** What has arrived and was not taken by `next`. */
  readonly waiting: readonly Data[]
  /** Resolves when the server closes the socket, with code and reason. */
  readonly closed: Promise<{ code: number; reason: string }>
  stop(): Promise<void>
}

export function createApiClient(url: string, token: string | null): ApiClient {
  async function send<Data>(query: string, variables: Variables = {}): Promise<Answer<Data>> {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    const text = await response.text()
    const requestId = response.headers.get('x-request-id') ?? 'none'
    const body = parseAnswer<Data>(text, () => describe({ query, variables, status: response.status, requestId, text }))
    return {
      status: response.status,
      requestId,
      data: body.data ?? null,
      errors: body.errors ?? [],
      headers: response.headers,
    }
  }

  async function query<Data>(document: string, variables: Variables = {}): Promise<Data> {
    const { data, errors, status, requestId } = await send<Data>(document, variables)
    if (errors.length > 0 || data === null) {
      throw new Error(
        describe({ query: document, variables, status, requestId, text: JSON.stringify(errors, null, 2) }),
      )
    }
    return data
  }

  return {
    token,
    send,
    query,
    mutate: query,
    subscribe: (document, variables) => subscribe(url, token, document, variables),
  }
}

const defaultTimeoutMs = 5_000

async function subscribe<Data>(
  url: string,
  token: string | null,
  query: string,
  variables: Variables = {},
): Promise<Subscription<Data>> {
  const waiting: Data[] = []
  let failure: Error | null = null
  let wake = () => {}
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  const acknowledged = Promise.withResolvers<void>()
  acknowledged.promise.catch(() => {})

  const fail = (error: Error) => {
    failure ??= error
    acknowledged.reject(error)
    wake()
  }
  const client: SocketClient = createClient({
    url: socketUrl(url),
    webSocketImpl: WebSocket,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    lazy: true,
    on: {
      connected: () => acknowledged.resolve(),
      closed: (event) => {
        const { code, reason } = asCloseEvent(event)
        closed.resolve({ code, reason })
        fail(new Error(`The socket was closed with ${code} «${reason}»`))
      },
    },
  })
  const stop = client.subscribe<Data>(
    { query, variables: { ...variables } },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined) fail(new Error(describe({ query, variables, text: JSON.stringify(errors, null, 2) })))
        else if (data != null) waiting.push(data)
        wake()
      },
      error: (error) => fail(new Error(describe({ query, variables, text: inWords(error) }))),
      complete: () => fail(new Error('The subscription was completed by the server')),
    },
  )
  await acknowledged.promise

  return {
    waiting,
    closed: closed.promise,
    async next(timeoutMs = defaultTimeoutMs) {
      const deadlineMs = Date.now() + timeoutMs
      for (;;) {
        const event = waiting.shift()
        if (event !== undefined) return event
        if (failure !== null) throw failure
        const leftMs = deadlineMs - Date.now()
        if (leftMs <= 0) throw new Error(describe({ query, variables, text: `No event within ${timeoutMs} ms` }))
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    async stop() {
      stop()
      await client.dispose()
    },
  }
}

export function socketUrl(url: string): string {
  return `${url.replace(/^http/, 'ws')}/graphql`
}

function parseAnswer<Data>(
  text: string,
  describeFailure: () => string,
): { data?: Data | null; errors?: GraphQLFault[] } {
  try {
    // The caller names the shape of its own query's answer.
    return JSON.parse(text) as { data?: Data | null; errors?: GraphQLFault[] }
  } catch {
    throw new Error(describeFailure())
  }
}

function describe(facts: {
  query: string
  variables: Variables
  status?: number
  requestId?: string
  text: string
}): string {
  return [
    `GraphQL failed${facts.status === undefined ? '' : ` with HTTP ${facts.status}`} (request ${facts.requestId ?? 'over WebSocket'})`,
    facts.query.trim(),
    `variables: ${JSON.stringify(facts.variables)}`,
    facts.text,
  ].join('\n')
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error)
}

/** graphql-ws hands on the close event of the WebSocket that it was given. */
function asCloseEvent(event: unknown): { code: number; reason: string } {
  return event as { code: number; reason: string }
}
