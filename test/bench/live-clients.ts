import WebSocket from 'ws'
import { socketUrl } from '../kit/client.ts'

/** What the clients of one server are to do. */
export interface ClientOrder {
  readonly url: string
  /** One socket for each. */
  readonly tokens: readonly string[]
  /** Whether all send the same document, or each one of its own. */
  readonly areEqual: boolean
}

/** What they saw of the messages numbered from 1. */
export interface ClientReport {
  /** Arrivals as [message, milliseconds since the epoch], one after the other. */
  readonly arrivals: Float64Array
  /** Sockets that were given a message twice, out of order, or something else than a message. */
  readonly astray: number
  readonly closed: readonly number[]
}

const now = () => performance.timeOrigin + performance.now()

/** Texts of the messages: `n17`, found in the bytes without parsing them, as the clients share the server's cores. */
const textField = Buffer.from('"text":"n')

let arrivals = new Float64Array(1 << 20)
let count = 0
let astray = 0
const closed: number[] = []
const sockets: WebSocket[] = []

async function open({ url, tokens, areEqual }: ClientOrder): Promise<void> {
  // A few at a time: the sockets are to stand, not to be a storm.
  const waiting = tokens.map((token, index) => ({ token, index }))
  const opener = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // Another name for the field is another document to the server.
      await follow(url, next.token, areEqual ? '' : `own${next.index}: `)
    }
  }
  await Promise.all(Array.from({ length: 16 }, opener))
}

async function follow(url: string, token: string, alias: string): Promise<void> {
  const socket = new WebSocket(socketUrl(url), 'graphql-transport-ws', { perMessageDeflate: false })
  sockets.push(socket)
  let last = 0
  const acknowledged = Promise.withResolvers<void>()
  socket.on('open', () =>
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
  )
  socket.on('error', acknowledged.reject)
  socket.on('close', (code) => {
    closed.push(code)
    acknowledged.reject(new Error(`A socket was closed with ${code}`))
  })
  socket.on('message', (data: Buffer) => {
    const at = data.indexOf(textField)
    if (at < 0) {
      if (data.includes('connection_ack')) return acknowledged.resolve()
      astray += 1
      return console.error(String(data))
    }
    const number = Number.parseInt(data.toString('latin1', at + textField.length, at + textField.length + 8), 10)
    // 0 are knocks, which tell when the subscription stands.
    if (number > 0 && number !== last + 1) astray += 1
    last = number
    if (count === arrivals.length) {
      const larger = new Float64Array(arrivals.length * 2)
      larger.set(arrivals)
      arrivals = larger
    }
    arrivals[count] = number
    arrivals[count + 1] = now()
    count += 2
  })
  await acknowledged.promise
  const query = `subscription { ${alias}messageAdded { cursor actor { __typename } message { id direction text createdAt conversation { id } } } }`
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }))
}

process.on('message', (order: ClientOrder | 'count' | 'report') => {
  if (order === 'count') process.send?.(count / 2)
  else if (order === 'report') {
    const report: ClientReport = { arrivals: arrivals.slice(0, count), astray, closed }
    process.send?.(report, () => process.exit(0))
  } else void open(order).then(() => process.send?.('open'))
})
