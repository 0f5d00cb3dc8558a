import { describe, expect, it } from 'vitest'
import { compileCatalog, readOrder } from '../../src/platform/ai/offline/index.ts'
import { catalogProduct } from '../kit/catalog-product.ts'

const product = (id: string, name: string, unit: string | null = null, axis = '', ...values: string[]) =>
  catalogProduct(id, name, { unit, variants: values.map((value) => ({ id: value, axis, value, aliases: [] })) })

const shop = compileCatalog([
  product('blue', 'Ballpoint pen blue'),
  product('black', 'Ballpoint pen black'),
  product('red', 'Ballpoint pen red'),
  product('marker', 'Whiteboard marker', null, 'colour', 'black', 'blue', 'red', 'green'),
  product('bulb-9', 'Foco LED 9W'),
  product('bulb-14', 'Foco LED 14W'),
  product('lime', 'Cal hidratada', 'bulto'),
  product('cement', 'Cemento gris', 'bulto'),
  product('ham', 'Jamón de pierna', 'kg'),
  product('tomato', 'Tomatoes', 'kg'),
  product('carrot', 'Carrots', 'kg'),
  product('pastor', 'Taco al pastor'),
  product('soda', 'Refresco', null, 'flavour', 'coca', 'sprite'),
  product('water', 'Agua', null, 'size', 'chica', 'grande'),
  product('juice', 'Jugo', null, 'size', 'chica', 'grande'),
  product('yerba', 'Yerba mate 1 kg'),
  product('yerba-500', 'Yerba mate 500 g'),
  product('paint', 'Vinyl emulsion', null, 'size', '2.5 L', '5 L'),
  product('roller', 'Roller 9 inch'),
  product('roller-tray', 'Roller tray'),
  product('wings', 'Chicken wings', null, 'count', '6 pieces', '12 pieces'),
  product('diaper', 'Pañales Pampers', null, 'talla', 'M', 'XG'),
  product('omeprazole', 'Omeprazol 20 mg 14 cápsulas'),
])
const read = (text: string) => readOrder(shop, [{ id: 'm1', text }])
const lines = (text: string): string[] =>
  read(text).lines.map((line) =>
    [line.quantity, line.unit, line.productId, ...line.variantIds].filter(Boolean).join(' '),
  )

describe('a count that stands alone', () => {
  it.each([
    ['20 blue pens, 10 black and 5 red', ['20 blue', '10 black', '5 red']],
    ['6 whiteboard markers black, 2 green', ['6 marker black', '2 marker green']],
    ['6 focos de 9 watts y 4 de 14', ['6 bulb-9', '4 bulb-14']],
    ['3 tacos al pastor y una coca', ['3 pastor', '1 soda coca']],
    ['3 tacos al pastor\n2 coca\n1 sprite', ['3 pastor', '2 soda coca', '1 soda sprite']],
    ['¿tienen omeprazol? si hay, quiero 2', ['2 omeprazole']],
    ['2 x 5L emulsion', ['2 paint 5 L']],
    ['pañales xg\n2 paquetes', ['2 package diaper XG']],
    ['cuarto kilo de jamón y un cuarto litro', ['0.25 kg ham']],
  ])('%s', (text, expected) => expect(lines(text)).toEqual(expected))

  it('is asked about where it fits two products, or none', () => {
    expect(lines('3 tacos al pastor y 2 grandes')).toEqual(['3 pastor'])
    expect(read('3 tacos al pastor y 2 grandes').reasons).toMatchObject([{ code: 'AMBIGUOUS_QUANTITY' }])
    expect(lines('2 grandes y 3 tacos al pastor')).toEqual(['3 pastor'])
    expect(read('2 grandes y 3 tacos al pastor').reasons).toMatchObject([{ code: 'AMBIGUOUS_QUANTITY' }])
    // Only the marker comes in green, but was it meant?
    expect(read('20 blue pens, 10 green').confidence).toBeLessThan(0.7)
  })

  it('is not needed for half a name in a list to be asked about', () => {
    expect(read('9 inch roller + tray, 2 red pens').reasons).toMatchObject([{ code: 'UNKNOWN_PRODUCT' }])
  })

  it('is asked about where a question named two products', () => {
    expect(read('do you have it in 5 L? if so 2 please').reasons).toMatchObject([{ code: 'UNKNOWN_PRODUCT' }])
    expect(read('¿tienen cemento o cal? si hay, quiero 2').reasons).toMatchObject([{ code: 'UNKNOWN_PRODUCT' }])
  })
})

describe('a count for each', () => {
  it.each([
    ['2kg each tomatoes and carrots', ['2 kg tomato', '2 kg carrot']],
    ['2 kg each of tomatoes, carrots', ['2 kg tomato', '2 kg carrot']],
    ['tomatoes and carrots, 2 kg each', ['2 kg tomato', '2 kg carrot']],
    ['cemento y cal, 5 bultos de cada uno', ['5 sack cement', '5 sack lime']],
    ['tomatoes 10 each, carrots 5 each', ['10 unit tomato', '5 unit carrot']],
    ['2 kg each of tomatoes and 3 kg carrots, 1 red pen', ['2 kg tomato', '3 kg carrot', '1 red']],
    ['cal y 5 bultos de cemento cada semana', ['1 lime', '5 sack cement']],
  ])('%s', (text, expected) => expect(lines(text)).toEqual(expected))
})

it('a word that takes off may stand behind its noun', () => {
  expect(lines('cemento 12 bultos. cal 3 bultos')).toEqual(['12 sack cement', '3 sack lime'])
  expect(lines('cemento 12 bultos. La cal ya no')).toEqual(['12 sack cement'])
  expect(read('cemento 12 bultos. La cal ya no').reasons).toMatchObject([{ code: 'CHANGE_REQUEST' }])
  expect(lines('12 bultos de cemento\ny una cal\nah no, la cal no')).toEqual(['12 sack cement'])
})

it('a quote is no order', () => {
  for (const text of ['solicitamos cotización de 100 bultos de cemento', 'send me the price of 5 red pens'])
    expect(read(text)).toMatchObject({ lines: [], intents: ['QUESTION'] })
  expect(lines('quiero 5 bultos de cemento al precio de ayer')).toEqual(['5 sack cement'])
})

it('a count that is also the name of a size is asked about', () => {
  expect(read('12 wings').reasons).toMatchObject([{ code: 'AMBIGUOUS_QUANTITY' }])
  expect(read('3 wings 12 pieces').reasons).toEqual([])
  expect(lines('5 emulsion 5 L')).toEqual(['5 paint 5 L'])
})

it('what is told of an order after a complaint or a question about it is no new order', () => {
  expect(lines('¿ya llegó mi pedido? eran 20 bultos de cemento')).toEqual([])
  expect(lines('eran 20 bultos de cemento')).toEqual(['20 sack cement'])
})

it('«x 6» behind a size counts what has the size', () => {
  expect(lines('yerba mate 1kg x 6u, yerba mate 500 g x 12')).toEqual(['6 unit yerba', '12 yerba-500'])
  expect(read('yerba 2 kg x 6').reasons.map(({ code }) => code)).toContain('AMBIGUOUS_QUANTITY')
})

it('«if there is none» asks nothing and takes nothing off', () => {
  expect(lines('cemento x10 (si no hay, no mandes)')).toEqual(['10 cement'])
})

it('a form that was filled in: a dash and a zero are none', () => {
  expect(lines('cal: -\ncemento: 10\njugo: 0')).toEqual(['10 cement'])
})

it('a total that its parts repeat is asked about, an order for later is too', () => {
  expect(read('5 pens (3 pens, 2 red pens)').reasons.length).toBeGreaterThan(0)
  expect(read('la semana que viene te pido 10 bultos de cemento').confidence).toBeLessThan(0.7)
})

describe('a number that may not be the count', () => {
  it.each([
    ['5-6 cal', 'AMBIGUOUS_QUANTITY'],
    ['cal5', 'AMBIGUOUS_QUANTITY'],
    ['99999999 cal', 'AMBIGUOUS_QUANTITY'],
    ['300 de jamón', 'AMBIGUOUS_UNIT'],
    ['jamón 500', 'AMBIGUOUS_UNIT'],
    ['$100 de jamón', 'AMBIGUOUS_QUANTITY'],
    ['5 cal o 3 cemento', 'AMBIGUOUS_PRODUCT'],
    ['5 cal\n5 cal', 'AMBIGUOUS_QUANTITY'],
  ])('is asked about: %s', (text, code) => {
    expect(read(text).reasons.map((reason) => reason.code)).toContain(code)
  })

  it('is read: thousands and hundreds, «about», kilos and grams', () => {
    expect(lines('mil quinientos bultos de cal')).toEqual(['1500 sack lime'])
    expect(lines('como 5 bultos de cal')).toEqual(['5 sack lime'])
    expect(lines('300 g de jamón y 20 kg de tomatoes')).toEqual(['300 g ham', '20 kg tomato'])
    expect(read('300 g de jamón y 20 kg de tomatoes').reasons).toEqual([])
  })

  it('is none in telephone numbers and dates', () => {
    expect(lines('2 bultos de cal, tel 555-1234, para el 12-11-2026')).toEqual(['2 sack lime'])
  })
})

describe('words about a line of the open order', () => {
  const currentLines = [
    { productId: 'cement', variantIds: [], quantity: '5', unit: 'sack' },
    { productId: 'lime', variantIds: [], quantity: '3', unit: 'sack' },
  ]
  const readOn = (text: string) => readOrder(shop, [{ id: 'm1', text }], { currentLines })

  it('take it off from behind, and change its count', () => {
    expect(readOn('la cal ya no').changes).toMatchObject([{ kind: 'REMOVE', currentLineIndex: 1 }])
    expect(readOn('cal mejor 4')).toMatchObject({
      lines: [],
      changes: [{ kind: 'SET', currentLineIndex: 1, line: { quantity: '4', unit: 'sack' } }],
    })
  })

  it('«cal no, cemento 3» takes off the one', () => {
    expect(lines('cal no, cemento 3 bultos')).toEqual(['3 sack cement'])
  })

  it('are asked about when they do not say what should become of it', () => {
    for (const text of ['solo la cal', 'la cal que sea blanca'])
      expect(readOn(text)).toMatchObject({
        lines: [],
        changes: [],
        intents: ['CHANGE'],
        reasons: [{ code: 'CHANGE_REQUEST' }],
      })
    expect(readOn('1 bulto de cal menos').reasons).toMatchObject([{ code: 'AMBIGUOUS_QUANTITY' }])
  })
})
