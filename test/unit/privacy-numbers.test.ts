import { describe, expect, test } from 'vitest'
import { findPii, regionOf, type PiiType } from '../../src/platform/privacy/index.ts'

function found(type: PiiType, text: string, region: 'US' | 'CO' | 'BR' | 'ES' = 'US'): string[] {
  return findPii(text, { region })
    .filter((one) => one.type === type)
    .map(({ value }) => value)
}

describe('e-mail addresses', () => {
  test.for([
    ['write to rosa.lima+shop@mercado.com.br, please', ['rosa.lima+shop@mercado.com.br']],
    ['(Rosa <rosa@mercado.example>; luz@mercado.example)', ['rosa@mercado.example', 'luz@mercado.example']],
    ['mailto:rosa@mercado.example', ['rosa@mercado.example']],
    ['ADMIN_EMAIL=rosa@mercado.example', ['rosa@mercado.example']],
    ['rosa@mercado.mx.Gracias', ['rosa@mercado.mx']],
    ['josé@peña.example y x@xn--pea-8la.example', ['josé@peña.example', 'x@xn--pea-8la.example']],
    ['rosa@localhost, @rosa, 3 @ 500, a@b, rosa@@mercado.example.', []],
  ] as const)('«%s» holds %j', ([text, expected]) => {
    expect(found('EMAIL', text)).toEqual(expected)
  })
})

describe('telephone numbers', () => {
  test.for([
    ['CO', 'mi cel es 300 123 4567', ['300 123 4567']],
    ['CO', '3001234567 2 cajas de leche', ['3001234567']],
    ['CO', 'escríbeme al +57 (300) 123-4567 mañana', ['+57 (300) 123-4567']],
    ['CO', 'Rosa (3001234567), Luz (+57 3007654321)', ['3001234567', '+57 3007654321']],
    ['BR', 'me liga no (11) 98765-1234', ['(11) 98765-1234']],
    ['ES', 'tel. 612 34 56 78', ['612 34 56 78']],
    ['US', 'Desk: 212.555.0187x204', ['212.555.0187x204']],
    ['US', 'Phone:\n555-0187', ['555-0187']],
    ['US', 'from abroad 0044 20 7946 0018', ['0044 20 7946 0018']],
    ['US', 'they do not answer at 46 08 15 23', ['46 08 15 23']],
    ['US', 'Zürich office +41 (0)44 668 18 00', ['+41 (0)44 668 18 00']],
  ] as const)('in %s «%s» holds %j', ([region, text, expected]) => {
    expect(found('PHONE', text, region)).toEqual(expected)
  })

  test.for([
    'pedido 3001234567',
    'factura 20311231 por 1.250.000 pesos',
    'total $3001234567',
    'on 2031-11-20 10:30:00, or 20/11/2031 1200',
    'the server 192.168.100.200 is down',
    'call me on 20/11/2031, or on 2031-11-21',
    'llámame, son 12.250.000 pesos',
    'call about 192.168.100.200',
    'sizes 10 12 14 16 and 1000 2000 3000',
    '12 colas 600, 24 aguas 1500, 6 jugos 1000',
    'licence 2270-66-1551',
    '75*46.5 and 1/2/3',
    'Quart. Math. 7, 381-397 (1950)',
  ])('«%s» holds none', (text) => {
    expect(found('PHONE', text, 'CO')).toEqual([])
  })

  test('a locale without a region has its likeliest one, an unknown region that of the US', () => {
    expect(['es-CO', 'pt', 'en', 'es-419'].map(regionOf)).toEqual(['CO', 'BR', 'US', 'US'])
  })
})

describe('payment cards', () => {
  test.for([
    ['4242424242424242', ['4242424242424242']],
    ['my card 5555 5555 5555 4444 exp 12/31', ['5555 5555 5555 4444']],
    ['3782-822463-10005', ['3782-822463-10005']],
    ['tarjeta 4242 4242 4242 4242', ['4242 4242 4242 4242']],
    ['order 6011111111111117', ['6011111111111117']],
    ['tarjeta 30569309025904.', ['30569309025904']],
    ['maestro card 501800000009', ['501800000009']],
  ] as const)('«%s» holds %j', ([text, expected]) => {
    expect(found('CREDIT_CARD', text)).toEqual(expected)
  })

  test.for([
    ['a wrong check digit', '4242424242424241'],
    ['a barcode', 'EAN 4006381333931'],
    ['the middle of a longer number', '94242424242424242'],
    ['numbers in a row', '42 4242 42424 24242'],
    ['no brand and no word for a card', '501800000009'],
  ])('%s is none: %s', ([, text = '']) => {
    expect(found('CREDIT_CARD', text)).toEqual([])
  })
})

describe('social security numbers', () => {
  test.for([
    ['536-22-8726', 0.85],
    ['my SSN is 536-22-8726', 0.98],
    ['ssn: 536228726', 0.85],
    ['536 22 8726', 0.5],
  ] as const)('«%s» is one with confidence %d', ([text, confidence]) => {
    expect(findPii(text)).toMatchObject([{ type: 'SSN', confidence }])
  })

  test.for([
    '000-22-8726',
    '666-22-8726',
    '900-22-8726',
    '536-00-8726',
    '536-22-0000',
    '1536-22-8726',
    '536-22-8726-1',
  ])('%s was never issued, or is part of another number', (text) => {
    expect(found('SSN', text)).toEqual([])
  })

  test('a ZIP+4 code and nine bare digits are none without a word for it', () => {
    expect(found('SSN', 'Springfield 62701-4321, ref 536228726')).toEqual([])
  })
})

describe('bank accounts', () => {
  test.for([
    ['IBAN: DE89 3704 0044 0532 0130 00.', ['DE89 3704 0044 0532 0130 00']],
    ['es9121000418450200051332 gracias', ['es9121000418450200051332']],
    ['DE89370400440532013001', []],
    ['DE8937040044053201300', []],
    ['XDE89370400440532013000', []],
    ['ZZ89370400440532013000', []],
  ] as const)('«%s» holds %j', ([text, expected]) => {
    expect(found('IBAN', text)).toEqual(expected)
  })
})
