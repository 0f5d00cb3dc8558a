import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect as connectTcp, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createStrangers, StrangerFailure, type StrangersOptions } from '../../src/platform/net/strangers.ts'

/** Every way to say «this machine», «the neighbourhood» or «the cloud's own»; `PORT` is the canary's. */
const hostile = `
  http://127.0.0.1:PORT/ http://127.1:PORT/ http://127.0.1:PORT/ http://2130706433:PORT/ http://0x7f000001:PORT/
  http://0x7f.0.0.1:PORT/ http://0x7f.0x0.0x0.0x1:PORT/ http://0177.0.0.1:PORT/ http://017700000001:PORT/
  http://0177.0.0.01:PORT/ http://127.0.0.1.:PORT/ http://127.127.127.127:PORT/ http://%31%32%37.0.0.1:PORT/
  http://１２７.０.０.１:PORT/ http://①②⑦.⓪.⓪.①:PORT/ http://127。0。0。1:PORT/ http://0.0.0.0:PORT/ http://0:PORT/
  http://0x0:PORT/ http://0.1.2.3:PORT/ http://00000000177.0.0.1:PORT/
  http://[::1]:PORT/ http://[0:0:0:0:0:0:0:1]:PORT/ http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/
  http://[::]:PORT/ http://[::ffff:127.0.0.1]:PORT/ http://[::ffff:7f00:1]:PORT/ http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/
  http://[::127.0.0.1]:PORT/ http://[::7f00:1]:PORT/ http://[64:ff9b::127.0.0.1]:PORT/ http://[64:ff9b::7f00:1]:PORT/
  http://[64:ff9b:1::7f00:1]:PORT/ http://[2002:7f00:1::]:PORT/ http://[2002:7f00:0001::1]:PORT/
  http://[2001:0:7f00:1::]:PORT/ http://[fe80::1]:PORT/ http://[fec0::1]:PORT/ http://[fc00::1]:PORT/
  http://[fd00:ec2::254]:PORT/ http://[ff02::1]:PORT/ http://[2001:db8::1]:PORT/ http://[100::1]:PORT/
  http://[::ffff:0:127.0.0.1]:PORT/ http://[4000::1]:PORT/ http://[5f00::1]:PORT/
  http://10.0.0.1:PORT/ http://172.16.0.1:PORT/ http://172.31.255.255:PORT/ http://192.168.0.1:PORT/
  http://100.64.0.1:PORT/ http://169.254.169.254:PORT/latest/meta-data/ http://0xa9fea9fe:PORT/ http://2852039166:PORT/
  http://168.63.129.16:PORT/ http://192.0.0.192:PORT/ http://198.18.0.1:PORT/ http://224.0.0.1:PORT/
  http://240.0.0.1:PORT/ http://255.255.255.255:PORT/ http://192.0.2.1:PORT/ http://192.88.99.1:PORT/
  http://localhost:PORT/ http://localhost.:PORT/ http://LOCALHOST:PORT/ http://ⓛocalhost:PORT/ http://loc%61lhost:PORT/
  http://internal.example:PORT/ http://internal.example.:PORT/ http://xn--nternal-b2a.example:PORT/
  http://mapped.example:PORT/ http://mixed.example:PORT/
  http://user@127.0.0.1:PORT/ http://user:secret@public.example:PORT/ http://public.example:PORT@127.0.0.1:PORT/
  http://127.0.0.1:PORT#@public.example/ http://127.0.0.1:PORT?@public.example/ http://127.0.0.1:PORT\\@public.example/
  https://127.0.0.1:PORT/ ftp://127.0.0.1:PORT/ file:///etc/passwd gopher://127.0.0.1:PORT/ data:text/plain,hello
  javascript:alert(1) ws://127.0.0.1:PORT/ http://public.example:22/ http://public.example:6379/ http:/// not-a-url
`
  .trim()
  .split(/\s+/)

const names: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1', '::1'],
  'localhost.': ['127.0.0.1'],
  'internal.example': ['10.0.0.7'],
  'internal.example.': ['10.0.0.7'],
  'xn--nternal-b2a.example': ['127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'public.example': ['93.184.216.34'],
}

describe('fetching what strangers wrote', () => {
  let canary: Server
  let port = 0
  let connections = 0
  let requests: IncomingMessage[] = []
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  beforeAll(async () => {
    canary = createServer((request, response) => {
      requests.push(request)
      answer(request, response)
    }).on('connection', () => (connections += 1))
    await new Promise<void>((resolve) => canary.listen(0, '::', resolve))
    port = (canary.address() as AddressInfo).port
  })
  afterAll(() => {
    canary.closeAllConnections()
    canary.close()
  })
  beforeEach(() => {
    connections = 0
    requests = []
    answer = (_request, response) => response.end('hello')
  })

  const strangers = (options: StrangersOptions = {}) =>
    createStrangers({ ports: [80, 443, port], resolve: async (name) => names[name] ?? [], ...options })
  /** A server that a test may talk to; everything else is as it always is. */
  const trusting = () => strangers({ trusted: [`localhost:${port}`, `127.0.0.1:${port}`] })
  const limits = { maxBytes: 1_000, timeoutMs: 2_000 }
  const failureOf = (url: string, using = strangers(), more: object = {}): Promise<StrangerFailure> =>
    using.get(url, { ...limits, ...more }).then(
      ({ status }) => {
        throw new Error(`${url} was answered with ${status}`)
      },
      (error: unknown) => {
        expect(error).toBeInstanceOf(StrangerFailure)
        return error as StrangerFailure
      },
    )

  test('opens no connection for any of them, however this machine and its neighbours are spelt', async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60)
    for (const url of hostile) {
      const { retryable, message } = await failureOf(url.replaceAll('PORT', String(port)))
      expect({ url, retryable, message }).toEqual({ url, retryable: false, message: expect.any(String) })
    }
    expect(connections).toBe(0)
  })

  test('reaches the very canary that it refuses, when that is trusted by name and port', async () => {
    const { status, body } = await trusting().get(`http://localhost:${port}/`, limits)
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: 'hello' })
    expect(connections).toBe(1)
  })

  test('asks for a name once, so that a second answer changes nothing', async () => {
    const asked: string[] = []
    const reached: (string | undefined)[] = []
    const flipping = strangers({
      resolve: async (name) => (asked.push(name) === 1 ? ['93.184.216.34'] : ['127.0.0.1']),
      connect: (options, callback) => {
        reached.push(options.hostname)
        callback(new Error('no network in a test'), null)
      },
    })
    await failureOf(`http://flip.example:${port}/`, flipping)
    expect(asked).toEqual(['flip.example'])
    expect(reached).toEqual(['93.184.216.34'])
    expect(connections).toBe(0)
  })

  test('says nothing to a socket that ended up elsewhere than at the address that was looked at', async () => {
    const led = strangers({
      connect: (_options, callback) => {
        const socket = connectTcp(port, '127.0.0.1', () => callback(null, socket))
      },
    })
    expect(await failureOf(`http://public.example:${port}/`, led)).toMatchObject({ retryable: false })
    expect(requests).toEqual([])
  })

  test('looks at every redirect as if it were the first address', async () => {
    for (const location of [
      'http://10.0.0.1/',
      `http://127.0.0.2:${port}/`,
      'file:///etc/passwd',
      'http://[::1]/',
      'http:///',
    ]) {
      answer = (_request, response) => response.writeHead(302, { location }).end()
      expect(await failureOf(`http://localhost:${port}/`, trusting())).toMatchObject({ retryable: false })
    }
    expect(requests.map(({ headers }) => headers.host)).toEqual(Array(5).fill(`localhost:${port}`))
  })

  test('follows three redirects and no fourth', async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left === 0) response.end('there')
      else response.writeHead(307, { location: `/${left - 1}` }).end()
    }
    const answered = await trusting().get(`http://localhost:${port}/3`, limits)
    expect([answered.body.toString(), answered.url]).toEqual(['there', `http://localhost:${port}/0`])
    const { message } = await failureOf(`http://localhost:${port}/4`, trusting())
    expect(message).toBe('The server redirects more than 3 times.')
  })

  test('stops reading where the limit is, even when no length was announced', async () => {
    let isOpen = true
    answer = (_request, response) => {
      const send = () => void (isOpen && response.write(Buffer.alloc(600), send))
      response.on('close', () => (isOpen = false))
      send()
    }
    const { message, retryable } = await failureOf(`http://localhost:${port}/`, trusting())
    expect({ message, retryable }).toEqual({ message: 'The answer has more than 1000 bytes.', retryable: false })
    await expect.poll(() => isOpen).toBe(false)
  })

  test('waits no longer than it may: for a name, for an answer, for a drop at a time', async () => {
    const late = { message: 'The server did not answer in time.', retryable: true }
    const silent = strangers({ resolve: () => new Promise(() => {}) })
    expect(await failureOf('http://public.example/', silent, { timeoutMs: 50 })).toMatchObject(late)
    answer = () => {}
    expect(await failureOf(`http://localhost:${port}/`, trusting(), { timeoutMs: 50 })).toMatchObject(late)
    answer = (_request, response) => void response.write('.')
    expect(await failureOf(`http://localhost:${port}/`, trusting(), { timeoutMs: 100 })).toMatchObject(late)
  })

  test('takes nothing packed, and names no detail of what it reached', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')
    expect((await failureOf(`http://localhost:${port}/`, trusting())).message).toContain('packed')
    expect(requests[0]?.headers['accept-encoding']).toBe('identity')
    const nobody = strangers({ trusted: ['127.0.0.1:1'] })
    expect((await failureOf('http://127.0.0.1:1/', nobody)).message).toBe('The server could not be reached.')
  })
})
