import { describe, expect, test } from 'vitest'
import { findPii } from '../../src/platform/privacy/index.ts'

function addresses(text: string): string[] {
  return findPii(text, { region: 'CO' })
    .filter(({ type }) => type === 'ADDRESS')
    .map(({ value }) => value)
}

describe('a postal address is found as it is written', () => {
  test.for([
    ['in Spanish', 'Mándelo a la Calle 26 # 13-45 apto 502, Bogotá, gracias', 'Calle 26 # 13-45 apto 502, Bogotá'],
    ['', 'estoy en cra 9 no. 63-20 sur', 'cra 9 no. 63-20 sur'],
    ['', 'Av. 9 de Octubre 1200, piso 4 B, Guayaquil', 'Av. 9 de Octubre 1200, piso 4 B, Guayaquil'],
    ['', 'C/ Gran Capitán 28, 3º B, 18002 Granada', 'C/ Gran Capitán 28, 3º B, 18002 Granada'],
    ['', 'Paseo del Prado 22, 28014 Madrid, España', 'Paseo del Prado 22, 28014 Madrid, España'],
    ['', 'avenida los cedros 742', 'avenida los cedros 742'],
    ['', 'Mz C lote 8 urbanización Los Álamos', 'Mz C lote 8 urbanización Los Álamos'],
    ['', 'la esquina de Sucre con Bolívar.', 'la esquina de Sucre con Bolívar'],
    [
      'in Portuguese',
      'Entrega na Rua das Laranjeiras, 123, apto 45, Centro, São Paulo - SP, 01234-567',
      'Rua das Laranjeiras, 123, apto 45, Centro, São Paulo - SP, 01234-567',
    ],
    ['', 'moro na travessa da lua, nº 8', 'travessa da lua, nº 8'],
    ['', 'R. Aurora, 1500 - República', 'R. Aurora, 1500 - República'],
    ['in English', 'Ship to 48 Elm St, Springfield, IL 62701 please', '48 Elm St, Springfield, IL 62701'],
    ['', '17B Baker Street, London NW1 6XE', '17B Baker Street, London NW1 6XE'],
    ['', '350 5th Ave Apt 12C New York NY 10118', '350 5th Ave Apt 12C New York NY 10118'],
    ['', 'i live at 45 elm street', '45 elm street'],
    ['', 'PO Box 512, Austin TX 78701', 'PO Box 512, Austin TX 78701'],
    ['', 'the corner of Pine and 4th Avenue.', 'the corner of Pine and 4th Avenue'],
    ['', 'my zip code is 02139', '02139'],
    ['of other countries', 'Wir sind in der Lindenstraße 14, 10969 Berlin', 'Lindenstraße 14, 10969 Berlin'],
    ['by its announcement', 'My address is 255 hyldevej 18', '255 hyldevej 18'],
    [
      'over lines',
      'Rosa Lima\n12 Acacia Road\nApt. 4\nLeeds\nUnited Kingdom',
      '12 Acacia Road\nApt. 4\nLeeds\nUnited Kingdom',
    ],
    ['in quoted mail', '> Rosa\n> 12 Acacia Road\n> Leeds LS1 4AP', '12 Acacia Road\n> Leeds LS1 4AP'],
  ] as const)('%s: %s', ([, text, expected]) => {
    expect(addresses(text)).toEqual([expected])
  })

  test('two that are joined by «and» are two', () => {
    expect(addresses('Our addresses: 12 Acacia Road, Leeds LS1 4AP, and 30 Mill Lane, Oxford OX1 1AA')).toEqual([
      '12 Acacia Road, Leeds LS1 4AP',
      '30 Mill Lane, Oxford OX1 1AA',
    ])
  })
})

describe('what shops write all day is no address', () => {
  test.for([
    '2 cajas de leche entera, 3 kg de arroz 500g, 10 panes 2000',
    '1 Arroz Diana 500\n2 Aceite Girasol 1000\n3 Panela 24',
    '12 Coca Cola\n6 Pepsi, XL 500\n3 Sandwich, Turkey',
    '2 Camisas Negras, talla XL',
    '6 Vino Tinto 750, Chile',
    '12 Mountain Dew Dr Pepper 6',
    '2 Wall Street Burgers and 4 St Louis Ribs',
    'entrega a Juan 2 cajas',
    'deliver to Maria 3 pizzas at 10 dollars',
    'meet me on Friday 13 at Table 5',
    'located at 50 percent of the length',
    'corta en diagonal 3 piezas, arroz largo 5 kg',
    '5 minutes down the road',
    'my address is wrong, I ordered 5 Cokes',
    'quero 2 caixas de leite e 3 guaraná 2l',
    'llega por la tarde a las 10 o a las 12',
  ])('%s', (text) => {
    expect(addresses(text)).toEqual([])
  })
})
