import { describe, expect, it } from 'vitest'
import { compileCatalog, type OrderReading, readOrder } from '../../src/platform/ai/offline/index.ts'
import { catalogProduct as product } from '../kit/catalog-product.ts'

const sizes = (id: string, ...values: string[]) =>
  values.map((value) => ({ id: `${id}-${value}`, axis: 'size', value, aliases: [] }))
const toppings = ['cheese', 'onion', 'guacamole', 'bacon'].map((value) => ({ group: 'topping', value, aliases: [] }))

const shop = compileCatalog([
  product('whole-milk', 'Leche entera 1 L'),
  product('lactose-free', 'Leche deslactosada 1 L'),
  product('cheese', 'Queso fresco', { unit: 'kg' }),
  product('rice', 'Arroz blanco'),
  product('eggs', 'Huevo'),
  product('avocado', 'Aguacate hass'),
  product('ham', 'Jamón de pierna', { unit: 'kg' }),
  product('cola', 'Coca-Cola'),
])

const diner = compileCatalog([
  product('cheese-burger', 'Cheese Burger', { options: toppings }),
  product('double-cheese-burger', 'Double Cheese Burger', { options: toppings }),
  product('fries', 'French Fries', { variants: sizes('fries', 'small', 'medium', 'large') }),
  product('cola', 'Coca Cola', { variants: sizes('cola', 'small', 'medium', 'large') }),
  product('guacamole', 'Guacamole'),
  product('pizza', 'Pizza', { options: toppings, variants: sizes('pizza', 'small', 'medium', 'large') }),
])

const read = (catalog: typeof shop, ...texts: string[]): OrderReading =>
  readOrder(
    catalog,
    texts.map((text, index) => ({ id: `m${index + 1}`, text })),
  )
const lines = (reading: OrderReading): string[] =>
  reading.lines.map((line) =>
    [line.quantity, line.unit, line.productId ?? '?', ...line.variantIds].filter(Boolean).join(' '),
  )

describe('reading an order', () => {
  it('reads amounts, units and products in Spanish', () => {
    const reading = read(shop, 'hola, 2 cajas de leche entera y 3 kg de queso')
    expect(lines(reading)).toEqual(['2 box whole-milk', '3 kg cheese'])
    expect(reading).toMatchObject({ intents: ['ORDER', 'GREETING'], language: 'es', reasons: [] })
  })

  it.each([
    ['me mandas media docena de huevos y un par de aguacates', ['6 eggs', '2 avocado']],
    ['1/2 kg de jamón', ['0.5 kg ham']],
    ['kilo y medio de queso y dos kilos y medio de jamon', ['1.5 kg cheese', '2.5 kg ham']],
    ['leche entera 4, arroz 2, queso 3 kg', ['4 whole-milk', '2 rice', '3 kg cheese']],
    ['quero duas caixas de arroz e uma dúzia de ovos', ['2 box rice', '12 ?']],
    ['veinticinco arroces y 3 cocas', ['25 rice', '3 cola']],
    ['2x leche entera, x3 arroz', ['2 whole-milk', '3 rice']],
    ['lechee entera 2 y aros 1 kilo', ['2 whole-milk', '1 kg rice']],
  ])('reads «%s»', (text, expected) => {
    expect(lines(read(shop, text))).toEqual(expected)
  })

  it('reads toppings as options of their dish and the same word as a dish of its own', () => {
    const onTop = read(diner, 'a cheeseburger with guacamole and extra bacon but no onion')
    expect(onTop.lines).toHaveLength(1)
    expect(onTop.lines[0]?.options).toEqual([
      { group: 'topping', value: 'guacamole', negated: false, qualifier: null },
      { group: 'topping', value: 'bacon', negated: false, qualifier: 'extra' },
      { group: 'topping', value: 'onion', negated: true, qualifier: null },
    ])
    expect(lines(read(diner, 'a cheeseburger and a side of guacamole'))).toEqual(['1 cheese-burger', '1 guacamole'])
  })

  it('finds a name whose words are parted, joined or split', () => {
    expect(lines(read(diner, 'one double bacon cheeseburger'))).toEqual(['1 double-cheese-burger'])
    expect(lines(read(diner, 'two cheeseburgers'))).toEqual(['2 cheese-burger'])
  })

  it('gives a size to the noun it stands beside', () => {
    expect(lines(read(diner, 'six cokes medium and large fries'))).toEqual([
      '6 cola cola-medium',
      '1 fries fries-large',
    ])
  })

  it('shares a noun that is said once', () => {
    expect(lines(read(diner, 'one medium cheese and two large bacon pizzas'))).toEqual([
      '1 pizza pizza-medium',
      '2 pizza pizza-large',
    ])
  })

  it('keeps a line for what the catalogue does not have, when it is counted', () => {
    const reading = read(shop, '2 cajas de galletas y 3 kg de queso')
    expect(lines(reading)).toEqual(['2 box ?', '3 kg cheese'])
    expect(reading.reasons).toMatchObject([{ code: 'UNKNOWN_PRODUCT', lineIndex: 0 }])
  })

  it('asks when a word fits several products equally', () => {
    const reading = read(shop, '3 leches')
    expect(reading.reasons).toMatchObject([{ code: 'AMBIGUOUS_PRODUCT', lineIndex: 0 }])
    expect(reading.lines[0]?.candidates.map((candidate) => candidate.productId)).toEqual(['whole-milk', 'lactose-free'])
    expect(reading.confidence).toBeLessThan(0.85)
  })

  it('asks when the unit is not one the product is sold by', () => {
    expect(read(shop, '2 cajas de queso fresco').reasons).toMatchObject([{ code: 'AMBIGUOUS_UNIT', lineIndex: 0 }])
    expect(read(shop, '200 gramos de queso fresco').reasons).toEqual([])
  })

  it('asks about a range and about a number it cannot place', () => {
    expect(read(shop, '2 o 3 cocas').reasons).toMatchObject([{ code: 'AMBIGUOUS_QUANTITY', lineIndex: 0 }])
    expect(read(shop, '1.500 huevos').reasons).toMatchObject([{ code: 'AMBIGUOUS_QUANTITY' }])
  })

  it('reads five short messages as one order', () => {
    expect(lines(read(shop, 'hola', 'me mandas', '2 arroz', 'y 3 kg de jamon', 'gracias'))).toEqual([
      '2 rice',
      '3 kg ham',
    ])
  })

  it('ignores addresses, times, prices and telephone numbers', () => {
    const reading = read(
      shop,
      'mándame 3 arroz blanco a la calle Hidalgo 23 antes de las 6 de la tarde, mi numero es 5512345678',
    )
    expect(lines(reading)).toEqual(['3 rice'])
    expect(reading.reasons).toEqual([])
  })
})

describe('correcting an order', () => {
  it.each([
    [['2 arroz y 3 cocas', 'quita el arroz'], ['3 cola']],
    [['quiero 3 kg de jamon', 'no, mejor 5 kg'], ['5 kg ham']],
    [['2 cajas de leche entera', 'mejor que sean 4'], ['4 box whole-milk']],
    [['5 cocas', 'no, 6'], ['6 cola']],
    [['dos cocas', 'cancela mi pedido'], []],
    [['10 cocas', 'cambia por arroz blanco'], ['10 rice']],
  ])('reads %j', (texts, expected) => {
    expect(lines(read(shop, ...texts))).toEqual(expected)
  })

  it.each([
    ['a cheeseburger and a large coke, scratch the coke', ['1 cheese-burger']],
    ['two cheeseburgers, actually make that three', ['3 cheese-burger']],
    ['a large coke and fries. make the coke small', ['1 cola cola-small', '1 fries']],
    ['a pizza with cheese. sorry, make that a cheeseburger', ['1 cheese-burger']],
  ])('reads «%s»', (text, expected) => {
    expect(lines(read(diner, text))).toEqual(expected)
  })

  it('turns a later message into changes of the lines that were there before', () => {
    const reading = readOrder(shop, [{ id: 'm9', text: 'quita el arroz y que sean 4 cocas' }], {
      currentLines: [
        { productId: 'rice', variantIds: [], quantity: '2', unit: null },
        { productId: 'cola', variantIds: [], quantity: '1', unit: null },
      ],
    })
    expect(reading.lines).toEqual([])
    expect(reading.changes).toMatchObject([
      { kind: 'REMOVE', currentLineIndex: 0, line: null },
      { kind: 'SET', currentLineIndex: 1, line: { productId: 'cola', quantity: '4' } },
    ])
    expect(reading.reasons).toMatchObject([{ code: 'CHANGE_REQUEST' }])
  })

  it.each([
    ['que sean 5', 1, 'cola', '5'],
    ['mejor 4 arroz', 0, 'rice', '4'],
    ['sube el arroz a 6', 0, 'rice', '6'],
    ['solo 1 arroz', 0, 'rice', '1'],
    ['make it 3 cokes', 1, 'cola', '3'],
    ['cambia el arroz por queso fresco', 0, 'cheese', '2'],
  ])('reads «%s» as a change of the open order', (text, currentLineIndex, productId, quantity) => {
    const reading = readOrder(shop, [{ id: 'm9', text }], {
      currentLines: [
        { productId: 'rice', variantIds: [], quantity: '2', unit: null },
        { productId: 'cola', variantIds: [], quantity: '1', unit: null },
      ],
    })
    expect(reading.lines).toEqual([])
    expect(reading.changes).toMatchObject([{ kind: 'SET', currentLineIndex, line: { productId, quantity } }])
  })

  it('does not put a change of something unknown on another line', () => {
    const reading = readOrder(shop, [{ id: 'm9', text: 'change the tortillas to 5' }], {
      currentLines: [{ productId: 'rice', variantIds: [], quantity: '2', unit: null }],
    })
    expect(reading).toMatchObject({ lines: [], changes: [], reasons: [{ code: 'CHANGE_REQUEST' }] })
  })

  it('says that a correction speaks of something it was not shown', () => {
    const reading = read(shop, 'ya no quiero el arroz')
    expect(reading.lines).toEqual([])
    expect(reading.reasons).toMatchObject([{ code: 'CHANGE_REQUEST' }])
  })
})

describe('what is no order', () => {
  it.each([
    ['hola buenos días', ['GREETING']],
    ['tienen queso fresco?', ['QUESTION']],
    ['a qué hora abren', ['QUESTION']],
    ['do you have cheese?', ['QUESTION']],
    ['quanto custa o arroz', ['QUESTION']],
    ['la leche que me mandaron ayer llegó cortada', ['COMPLAINT']],
    ['me llegaron 3 huevos rotos', ['COMPLAINT']],
    ['muchas gracias', ['OTHER']],
    ['cancela mi pedido', ['CANCEL']],
  ])('reads no line in «%s»', (text, intents) => {
    const reading = read(shop, text)
    expect(reading.lines).toEqual([])
    expect(reading.intents).toEqual(intents)
  })

  it('still reads the order that stands beside a question', () => {
    const reading = read(shop, 'hay coca cola? si hay mándame 12')
    expect(lines(reading)).toEqual(['12 cola'])
    expect(reading.intents).toEqual(['ORDER', 'QUESTION'])
  })

  it('hands «the usual» to a person', () => {
    expect(read(shop, 'lo de siempre por favor').reasons).toMatchObject([{ code: 'REFERS_TO_HISTORY' }])
  })
})

describe('numbers that are not what they look like', () => {
  const store = compileCatalog([
    product('soap', 'Jabón líquido 5 L'),
    product('zero', 'Coca-Cola Zero 2 L', { aliases: ['coca zero'] }),
    product('cola', 'Coca-Cola 2 L'),
    product('wire', '14/2 Wire 250 ft'),
    product('half-inch', '1/2 in Conduit'),
    product('three-quarters', '3/4 in Conduit'),
    product('eggs', 'Huevos (docena)', { aliases: ['huevos'] }),
    product('pencils', 'Lápiz caja 12 piezas', { aliases: ['lápiz'] }),
    product('rolls', 'Vegan Roll'),
    product('switch', 'Switch', { variants: sizes('switch', 'white', 'ivory') }),
  ])
  const codes = (reading: OrderReading): string[] => reading.reasons.map(({ code }) => code)

  it('counts with a number that the name holds as a size', () => {
    expect(lines(read(store, '5 jabones líquidos'))).toEqual(['5 soap'])
    expect(lines(read(store, '2 coca cola'))).toEqual(['2 cola'])
    expect(lines(read(store, '3 coca cola 2 litros'))).toEqual(['3 cola'])
  })

  it('takes «zero» for a word of the name, and nothing of a thing for nothing', () => {
    expect(lines(read(store, '10 coca'))).toEqual(['10 cola'])
    expect(lines(read(store, '4 coca zero'))).toEqual(['4 zero'])
    expect(lines(read(store, 'coca zero 0, jabón líquido 3'))).toEqual(['3 soap'])
  })

  it('tells types and sizes with a stroke from parts of one', () => {
    expect(lines(read(store, '3 rolls of 14/2 wire'))).toEqual(['3 roll wire'])
    expect(lines(read(store, '20 of the 3/4 conduit'))).toEqual(['20 three-quarters'])
    expect(lines(read(store, 'para el 24/12 quiero 3 jabones líquidos'))).toEqual(['3 soap'])
  })

  it('counts in dozens what is sold by the dozen, and asks whether pieces or packs are meant', () => {
    const sure = read(store, 'dos docenas de huevos')
    expect([lines(sure), codes(sure)]).toEqual([['2 eggs'], []])
    expect(codes(read(store, '24 huevos'))).toEqual(['AMBIGUOUS_UNIT'])
    expect(codes(read(store, '12 lápices'))).toEqual(['AMBIGUOUS_UNIT'])
    expect(codes(read(store, '5 lápices'))).toEqual([])
  })

  it('asks about half of a thing that is not weighed', () => {
    expect(codes(read(store, 'half a vegan roll'))).toEqual(['AMBIGUOUS_QUANTITY'])
  })

  it('reads no range into an order number', () => {
    expect(lines(read(store, 'PO 88213 - 12 switches ivory, 12 white'))).toEqual([
      '12 switch switch-ivory',
      '12 switch switch-white',
    ])
  })

  it('takes back what was scratched when a new count follows', () => {
    expect(lines(read(store, '8 vegan rolls, no scratch that, 10'))).toEqual(['10 rolls'])
  })

  it('adds up what one number announced', () => {
    expect(lines(read(store, '2 switches, one white one ivory'))).toEqual([
      '1 switch switch-white',
      '1 switch switch-ivory',
    ])
  })

  it('does not sell what somebody wants papers about, or has enough of', () => {
    expect(read(store, '¿me pueden enviar la ficha técnica del jabón líquido?')).toMatchObject({
      lines: [],
      intents: ['QUESTION'],
    })
    expect(read(store, 'no tengo lugar para más jabón líquido').lines).toEqual([])
    expect(read(store, 'quedaron debiéndome 2 jabones líquidos')).toMatchObject({ lines: [], intents: ['COMPLAINT'] })
  })

  it('takes a share for a word and the number in a name for a part of it', () => {
    const bar = compileCatalog([
      product('tea', 'Milk Tea', { variants: sizes('tea', '25%', '50%') }),
      product('cake', 'Torta tres leches'),
    ])
    expect(lines(read(bar, 'a milk tea 50% sugar'))).toEqual(['1 tea tea-50%'])
    expect(lines(read(bar, 'dos tres leches'))).toEqual(['2 cake'])
    expect(lines(read(bar, 'una tres leches'))).toEqual(['1 cake'])
  })
})

describe('what comes behind', () => {
  it('a change that is said does not change what is ordered after «and»', () => {
    expect(lines(read(shop, '4 huevos', 'mejor 3 huevos y 1 aguacate'))).toEqual(['3 eggs', '1 avocado'])
    expect(lines(read(shop, '4 huevos', 'que sean 5 y 2 aguacates'))).toEqual(['5 eggs', '2 avocado'])
  })

  it('«a» with another variant is another line', () => {
    expect(lines(read(diner, 'two large fries and a small'))).toEqual(['2 fries fries-large', '1 fries fries-small'])
  })

  it('a «no» that has found its option does not reach the next size', () => {
    expect(lines(read(diner, 'cheese burger no onion, large fries'))).toEqual([
      '1 cheese-burger',
      '1 fries fries-large',
    ])
  })

  it('a word of two letters, a plural and a misspelt unit are nouns of the catalogue', () => {
    const bar = compileCatalog([
      product('tea', 'Té verde'),
      product('juice', 'Jugo de naranja', { variants: sizes('juice', 'medio litro', 'un litro') }),
      product('pen', 'Caneta', { variants: sizes('pen', 'azul', 'preta') }),
    ])
    expect(lines(read(bar, 'un té'))).toEqual(['1 tea'])
    expect(lines(read(bar, 'te mando un abrazo'))).toEqual([])
    expect(lines(read(bar, 'me das 3 jugos de medio litro'))).toEqual(['3 juice juice-medio litro'])
    expect(lines(read(bar, '10 canetas azuis'))).toEqual(['10 pen pen-azul'])
  })

  it('says that something is wanted when only a size was said', () => {
    const bar = compileCatalog([product('juice', 'Jugo', { variants: sizes('juice', 'medio litro') })])
    expect(read(bar, 'dame 3 de medio litro')).toMatchObject({
      lines: [],
      intents: ['ORDER'],
      reasons: [{ code: 'UNKNOWN_PRODUCT' }],
    })
  })
})
