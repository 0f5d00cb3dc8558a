import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWhatsAppChannel, type SendOutcome, type TextToSend } from '../../src/platform/channels/index.ts'
import { startWhatsAppServer, type WhatsAppServer } from '../kit/whatsapp-server.ts'

let server: WhatsAppServer
beforeAll(async () => {
  server = await startWhatsAppServer()
})
afterAll(() => server.close())

const account = { routingKey: '106540352242922', accessToken: 'the token' }
const text: TextToSend = {
  messageId: 'msg_1',
  to: { kind: 'PHONE', value: '+573001112233' },
  text: 'Pedido recibido',
  replyToProviderMessageId: null,
}

function send(
  message: Partial<TextToSend> = {},
  { baseUrl = server.url, timeoutMs = 5_000 } = {},
): Promise<SendOutcome> {
  const channel = createWhatsAppChannel({ baseUrl, apiVersion: 'v25.0', timeoutMs })
  return channel.sendText(account, { ...text, ...message })
}

describe('A text through WhatsApp', () => {
  it('that is accepted has the id that the provider gave it', async () => {
    const outcome = await send()
    expect(outcome).toEqual({ outcome: 'sent', providerMessageId: server.sends.at(-1)?.providerMessageId })
  })

  it('goes to a BSUID as recipient, because in `to` it would be dropped', async () => {
    await send({ to: { kind: 'BSUID', value: 'CO.1' } })
    expect(server.sends.at(-1)?.body).toMatchObject({ recipient: 'CO.1' })
    expect(server.sends.at(-1)?.body).not.toHaveProperty('to')
  })

  it.each([
    [1, 10_000],
    [2, 10_000],
    [4, 60_000],
    [80007, 60_000],
    [130429, 5_000],
    [131000, 10_000],
    [131016, 10_000],
    [131048, 7_200_000],
    [131056, 10_000],
    [131057, 300_000],
  ])('is worth another try after code %i', async (code, afterMs) => {
    server.answerNext({ type: 'refuse', code })
    expect(await send()).toMatchObject({ outcome: 'retry', afterMs, error: { code: String(code) } })
  })

  it.each([
    [33, false],
    [100, false],
    [130472, false],
    [131008, false],
    [131009, false],
    [131021, false],
    [131026, false],
    [131047, false],
    [131049, false],
    [131051, false],
    [131062, false],
    [132001, false],
    [470, false],
    [999999, false],
    [0, true],
    [190, true],
    [10, true],
    [200, true],
    [299, true],
    [368, true],
    [131005, true],
    [131031, true],
    [131042, true],
    [133010, true],
  ])('has failed for good after code %i', async (code, isAccountFault) => {
    server.answerNext({ type: 'refuse', code, message: 'Because.' })
    expect(await send()).toEqual({
      outcome: 'failed',
      isAccountFault,
      error: { code: String(code), message: 'Because.' },
    })
  })

  it.each([
    ['no answer in time', { type: 'hang' }, 'unknown', 'TIMEOUT'],
    ['a cut connection', { type: 'cut' }, 'unknown', 'CONNECTION_LOST'],
    ['an answer without an id', { type: 'raw', httpStatus: 200, body: '{}' }, 'unknown', 'HTTP_200'],
    ['a gateway page', { type: 'raw', httpStatus: 502, body: '<html>' }, 'unknown', 'HTTP_502'],
    ['too many requests', { type: 'raw', httpStatus: 429, body: '' }, 'retry', 'HTTP_429'],
    ['a server that takes no work', { type: 'raw', httpStatus: 503, body: '' }, 'retry', 'HTTP_503'],
    ['a refusal without a code', { type: 'raw', httpStatus: 404, body: 'no' }, 'failed', 'HTTP_404'],
    ['an unknown code of a failing server', { type: 'refuse', code: 77, httpStatus: 500 }, 'retry', '77'],
  ] as const)('after %s', async (_what, answer, outcome, code) => {
    server.answerNext(answer)
    const timeoutMs = answer.type === 'hang' ? 200 : 5_000
    expect(await send({}, { timeoutMs })).toMatchObject({ outcome, error: { code } })
  })

  it('to a server that is not there was certainly not sent', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => probe.once('listening', resolve))
    const address = probe.address()
    await new Promise((resolve) => probe.close(resolve))
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await send({}, { baseUrl: `http://127.0.0.1:${port}` })).toMatchObject({
      outcome: 'retry',
      error: { code: 'ECONNREFUSED' },
    })
  })
})
