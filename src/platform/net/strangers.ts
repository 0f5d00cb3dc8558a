import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent, buildConnector, request } from 'undici'
import { isPublicAddress, isSameAddress } from './public-address.ts'

/** What a stranger's server answered. */
export interface StrangerAnswer {
  readonly status: number
  /** Where the answer came from, after redirects. */
  readonly url: string
  readonly header: (name: string) => string | null
  readonly body: Buffer
}

export interface StrangerRequest {
  readonly headers?: Readonly<Record<string, string>>
  /** Largest body that is read. */
  readonly maxBytes: number
  /** For everything together: names, redirects, body. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

/** Fetches URLs that somebody else wrote. Nothing in this house may fetch them in another way. */
export interface Strangers {
  /**
   * Says why a URL will not be fetched, as far as its text alone tells; null when it may be tried.
   * For refusing it where it is given; `get` looks again.
   */
  objection(url: string): string | null
  /** @throws StrangerFailure for everything that can go wrong; nothing else */
  get(url: string, options: StrangerRequest): Promise<StrangerAnswer>
}

/** The message is ours and may be shown to staff; it names no address that was found out about our own network. */
export class StrangerFailure extends Error {
  /** Whether the same URL may succeed later. */
  readonly retryable: boolean

  constructor(message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'StrangerFailure'
    this.retryable = options.retryable
  }
}

type Connect = ReturnType<typeof buildConnector>

export interface StrangersOptions {
  /** `host:port` of servers that may be fetched from wherever they are; for tests and development, never from settings. */
  readonly trusted?: readonly string[]
  readonly ports?: readonly number[]
  /** Every address of a name; default the system's resolver. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>
  readonly connect?: Connect
}

const usualPorts: readonly number[] = [80, 443, 8080, 8443]
const mostRedirects = 3
const mostAddresses = 4
const connectTimeoutMs = 5_000

/**
 * The one client for strangers' URLs. A name is resolved once, every address it has must be public, the connection goes
 * to an address that was looked at (so that a second answer of the name's server changes nothing), and the connected
 * socket is looked at again before anything is said. Redirects are followed by hand, each as if it were the first.
 */
export function createStrangers(options: StrangersOptions = {}): Strangers {
  const {
    trusted = [],
    ports = usualPorts,
    resolve = resolveName,
    connect = buildConnector({ timeout: connectTimeoutMs }),
  } = options
  const isTrusted = (url: URL) => trusted.includes(`${url.hostname}:${portOf(url)}`)

  function objection(text: string): string | null {
    const url = URL.parse(text)
    if (url === null) return 'This is no URL.'
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Only http and https URLs are fetched.'
    if (url.username !== '' || url.password !== '') return 'A URL with a user name or password is not fetched.'
    if (isTrusted(url)) return null
    if (!ports.includes(portOf(url))) return `Port ${portOf(url)} is not fetched from.`
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    return isIP(literal) !== 0 && !isPublicAddress(literal) ? notPublic : null
  }

  /** The addresses to connect to, all of them looked at. */
  async function addressesOf(url: URL): Promise<readonly string[]> {
    const hostname = url.hostname.replace(/^\[|\]$/g, '')
    const found = isIP(hostname) === 0 ? await resolve(hostname) : [hostname]
    if (found.length === 0) throw new StrangerFailure('The name of the server is not known.', { retryable: true })
    if (!isTrusted(url) && !found.every(isPublicAddress)) throw new StrangerFailure(notPublic, { retryable: false })
    return found.slice(0, mostAddresses)
  }

  /** Connects to one of these addresses only, and speaks only when it is the one on the other end. */
  function connectorTo(addresses: readonly string[]): Connect {
    return (request, callback) => {
      const [address = '', ...others] = addresses
      connect({ ...request, hostname: address }, (...[error, socket]) => {
        if (error !== null && others.length > 0) return connectorTo(others)(request, callback)
        if (error !== null) return callback(error, null)
        if (isSameAddress(socket.remoteAddress ?? '', address)) return callback(null, socket)
        socket.destroy()
        callback(new StrangerFailure(notPublic, { retryable: false }), null)
      })
    }
  }

  async function getOnce(
    url: URL,
    { headers = {}, maxBytes }: StrangerRequest,
    signal: AbortSignal,
  ): Promise<StrangerAnswer> {
    const agent = new Agent({ connect: connectorTo(await orAborted(addressesOf(url), signal)) })
    try {
      const answer = await request(url, {
        dispatcher: agent,
        // Unpacked, a small answer could be a large one.
        headers: { 'user-agent': 'Parley', accept: '*/*', ...headers, 'accept-encoding': 'identity' },
        signal,
      })
      const header = (name: string) => firstOf(answer.headers[name])
      const coding = header('content-encoding')
      if (coding !== null && coding !== 'identity') {
        throw new StrangerFailure(`The answer is packed (${coding.slice(0, 20)}), which was not asked for.`, {
          retryable: false,
        })
      }
      const parts: Buffer[] = []
      let length = 0
      for await (const part of answer.body) {
        length += (part as Buffer).length
        if (length > maxBytes) {
          throw new StrangerFailure(`The answer has more than ${maxBytes} bytes.`, { retryable: false })
        }
        parts.push(part as Buffer)
      }
      return { status: answer.statusCode, url: url.href, header, body: Buffer.concat(parts) }
    } finally {
      // Whatever the other side still sends, nobody listens.
      await agent.destroy()
    }
  }

  async function follow(start: string, options: StrangerRequest, signal: AbortSignal): Promise<StrangerAnswer> {
    let next = start
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const refused = objection(next)
      if (refused !== null) throw new StrangerFailure(refused, { retryable: false })
      const url = new URL(next)
      const answer = await getOnce(url, options, signal)
      const location = [301, 302, 303, 307, 308].includes(answer.status) ? answer.header('location') : null
      if (location === null) return answer
      next = URL.parse(location, url)?.href ?? ''
    }
    throw new StrangerFailure(`The server redirects more than ${mostRedirects} times.`, { retryable: false })
  }

  return {
    objection,
    async get(url, options) {
      const timeout = AbortSignal.timeout(options.timeoutMs)
      const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
      try {
        return await follow(url, options, signal)
      } catch (error) {
        throw asStrangerFailure(error, timeout.aborted)
      }
    },
  }
}

const notPublic = 'The server is not on the public internet.'

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

async function resolveName(hostname: string): Promise<readonly string[]> {
  const found = await lookup(hostname, { all: true, order: 'ipv4first' })
  return found.map(({ address }) => address)
}

/** Looking a name up cannot be stopped; nobody waits for it after the time. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const onAbort = () => aborted.reject(signal.reason)
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null
}

function asStrangerFailure(error: unknown, isLate: boolean): StrangerFailure {
  if (error instanceof StrangerFailure) return error
  if (isLate) return new StrangerFailure('The server did not answer in time.', { retryable: true, cause: error })
  return new StrangerFailure('The server could not be reached.', { retryable: true, cause: error })
}
