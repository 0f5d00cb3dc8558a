import { describe, expect, it } from 'vitest'
import { compileCatalog, readOrder } from '../../src/platform/ai/offline/index.ts'
import { catalogProduct as product } from '../kit/catalog-product.ts'

const shop = compileCatalog([
  product('milk', 'Leche entera'),
  product('rice', 'Arroz blanco'),
  product('bread', 'Pan de caja'),
  product('adhesive', 'Adhesivo WD-40'),
])
const read = (text: string) => readOrder(shop, [{ id: 'm1', text }])
const counts = (text: string): string =>
  read(text)
    .lines.map((line) => `${line.quantity} ${line.productId}`)
    .join(', ')

describe('a list reads the same however it is laid out', () => {
  it.each([
    '5 leche\n3 arroz\n2 pan',
    '5 leche\r\n3 arroz\r\n2 pan',
    'quiero:\n5 leche\n3 arroz\n2 pan\ngracias',
    '5 leche,3 arroz,2 pan',
    '5 leche;3 arroz;2 pan',
    '5 leche+3 arroz+2 pan',
    '5 leche/3 arroz/2 pan',
    '5 leche.\n3 arroz.\n2 pan.',
    '5 leche.3 arroz.2 pan',
    '5leche\n3arroz\n2pan',
    '-5 leche\n-3 arroz\n-2 pan',
    '- 5 leche\n- 3 arroz\n- 2 pan',
    '*5 leche*\n*3 arroz*\n*2 pan*',
    '•5 leche\n•3 arroz\n•2 pan',
    '✅5 leche\n✅3 arroz\n✅2 pan',
    '5*leche\n3*arroz\n2*pan',
    '5-leche\n3-arroz\n2-pan',
    '5) leche\n3) arroz\n2) pan',
    '(5) leche (3) arroz (2) pan',
    'cinco leche\ntres arroz\ndos pan',
    'leche:5\narroz:3\npan:2',
    'leche=5\narroz=3\npan=2',
    'leche-5\narroz-3\npan de caja-2',
    'leche*5\narroz*3\npan*2',
    'leche x5,arroz x3,pan x2',
    'leche(5),arroz(3),pan(2)',
    'leche\t5\narroz\t3\npan\t2',
    'leche|5\narroz|3\npan|2',
    'leche→5\narroz→3\npan→2',
    'leche.....5\narroz.....3\npan.....2',
    '1)5 leche\n2)3 arroz\n3)2 pan',
    '1. leche 5\n2. arroz 3\n3. pan 2',
    '1- 5 leche\n2- 3 arroz\n3- 2 pan',
    'item 1: 5 leche\nitem 2: 3 arroz\nitem 3: 2 pan',
    'Linea 1 - leche - 5\nLinea 2 - arroz - 3\nLinea 3 - pan - 2',
    '#1 leche 5\n#2 arroz 3\n#3 pan 2',
    'leche 5\narroz 3\npan 2\n--\nAna\n+44 20 7946 0958',
    'Cant.  Producto\n5   leche\n3   arroz\n2   pan',
    'Producto: leche\nCantidad: 5\nProducto: arroz\nCantidad: 3\nProducto: pan\nCantidad: 2',
    '1º leche 5\n2º arroz 3\n3º pan 2',
    '1.- 5 leche\n2.- 3 arroz\n3.- 2 pan',
  ])('%j', (text) => {
    expect(counts(text)).toBe('5 milk, 3 rice, 2 bread')
    expect(read(text).reasons).toEqual([])
  })
})

it('a number that a hyphen joins to a short type counts nothing, nor does a list that is numbered where it counts', () => {
  expect(counts('2 adhesivo wd-40\n3 leche')).toBe('2 adhesive, 3 milk')
  expect(counts('1 - leche\n2 - arroz')).toBe('1 milk, 2 rice')
})

it('dimensions and dates written together count nothing', () => {
  expect(counts('2 leche para el 24/12/2026, caja de 75*72')).toBe('2 milk')
})
