import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../kit/start-app.ts'
import type { World } from '../kit/world.ts'

const scan = /* GraphQL */ `
  query FindPersonalData($text: String!) {
    piiScan(text: $text) {
      type
      start
      end
      value
      confidence
    }
  }
`

interface ScanAnswer {
  readonly piiScan: readonly {
    readonly type: string
    readonly start: number
    readonly end: number
    readonly value: string
    readonly confidence: number
  }[]
}

describe('a scan for personal data', () => {
  let app: TestApp
  let world: World
  beforeAll(async () => {
    app = await startApp()
    world = await app.makeWorld()
  })
  afterAll(() => app.stop())

  test('gives each finding with its place in the text', async () => {
    const text = '👋 rosa@mercado.example, tarjeta 4242 4242 4242 4242'

    const { data, errors } = await world.owner.send<ScanAnswer>(scan, { text })

    expect(errors).toEqual([])
    expect(data?.piiScan).toEqual([
      { type: 'EMAIL', start: 3, end: 23, value: 'rosa@mercado.example', confidence: 0.99 },
      { type: 'CREDIT_CARD', start: 33, end: 52, value: '4242 4242 4242 4242', confidence: 0.99 },
    ])
  })

  test('answers a clean text with an empty list', async () => {
    const { data } = await world.owner.send<ScanAnswer>(scan, { text: '2 cajas de leche entera y 12 colas 600' })

    expect(data).toEqual({ piiScan: [] })
  })

  test("reads telephone numbers without a country code as the tenant's locale has them", async () => {
    const colombian = await app.makeWorld({ locale: 'es-CO' })
    const american = await app.makeWorld({ locale: 'en-US' })
    const text = 'para Rosa: 3001234567, para Luz: 2125550187'

    const inColombia = await colombian.owner.send<ScanAnswer>(scan, { text })
    const inAmerica = await american.owner.send<ScanAnswer>(scan, { text })

    expect(inColombia.data?.piiScan.map(({ value }) => value)).toEqual(['3001234567'])
    expect(inAmerica.data?.piiScan.map(({ value }) => value)).toEqual(['2125550187'])
  })

  test('takes 100,000 characters and not one more', async () => {
    const longest = await world.owner.send<ScanAnswer>(scan, { text: 'x'.repeat(100_000) })
    const longer = await world.owner.send<ScanAnswer>(scan, { text: 'x'.repeat(100_001) })

    expect(longest.data).toEqual({ piiScan: [] })
    expect(longer.errors).toMatchObject([{ path: ['piiScan'], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('is refused to a viewer, who learns which permission it needs', async () => {
    const viewer = await world.as('VIEWER')

    const { data, errors } = await viewer.send<ScanAnswer>(scan, { text: 'rosa@mercado.example' })

    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', permission: 'privacy:scan' } }])
  })
})
