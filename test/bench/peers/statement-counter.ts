import { connect, createServer, type AddressInfo } from 'node:net'

/** Stands between a server and its Postgres and counts what is sent. */
export interface StatementCounter {
  readonly url: string
  /** Statements since the last call, those not counted that only open, set up and end a transaction. */
  take(): number
  close(): Promise<void>
}

const framing = /^\s*(begin|start transaction|commit|rollback|set |select set_config|$)/i

/** Reads the messages of the protocol's version 3 as they pass; connections must not be encrypted. */
export async function countStatements(databaseUrl: string): Promise<StatementCounter> {
  const target = new URL(databaseUrl)
  const [host, port] = [target.hostname, Number(target.port === '' ? 5432 : target.port)]
  let count = 0
  const server = createServer((client) => {
    const database = connect(port, host)
    database.on('error', () => client.destroy()).on('close', () => client.destroy())
    client.on('error', () => database.destroy()).on('close', () => database.destroy())
    database.pipe(client)
    client.pipe(database)
    const texts = new Map<string, string>()
    let bound = ''
    let rest = Buffer.alloc(0)
    let isStarted = false
    client.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (;;) {
        // The first message alone has no type before its length.
        const head = isStarted ? 1 : 0
        if (rest.length < head + 4) return
        const length = rest.readInt32BE(head)
        if (rest.length < head + length) return
        const type = isStarted ? String.fromCharCode(rest[0] ?? 0) : ''
        const strings = rest.toString('latin1', head + 4, head + length).split('\0')
        const [first = '', second = ''] = strings
        if (type === 'Q') count += first.split(';').filter((text) => !framing.test(text)).length
        if (type === 'P') texts.set(first, second)
        if (type === 'B') bound = texts.get(second) ?? ''
        if (type === 'E' && !framing.test(bound)) count += 1
        rest = rest.subarray(head + length)
        isStarted = true
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  target.port = String((server.address() as AddressInfo).port)
  target.hostname = '127.0.0.1'
  return {
    url: target.href,
    take() {
      const taken = count
      count = 0
      return taken
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
