import { describe, expect, it } from 'vitest'
import { standingWishes } from '../../src/platform/ai/offline/index.ts'

const wishes = (text: string) => standingWishes([{ id: 'msg_1', text }]).map((wish) => wish.text)

describe('What always holds for a customer', () => {
  it.each([
    ['2 leches. Siempre entregar antes de las 10 por favor.', ['Siempre entregar antes de las 10 por favor']],
    ['Soy alérgico al maní\n3 panes', ['Soy alérgico al maní']],
    ["I'm always closed on Mondays; 4 milk", ["I'm always closed on Mondays"]],
    ['We close at 5, never leave it with the neighbour', ['We close at 5, never leave it with the neighbour']],
    ['sempre sem cebola!', ['sempre sem cebola']],
    ['Somos veganos. Fechamos às segundas', ['Somos veganos', 'Fechamos às segundas']],
    ['nunca ponga cilantro', ['nunca ponga cilantro']],
    ['De ahora en adelante mande la factura al contador', ['De ahora en adelante mande la factura al contador']],
  ])('is found in %j', (text, expected) => expect(wishes(text)).toEqual(expected))

  it.each([
    '2 cajas de leche y 3 panes',
    'lo de siempre',
    'Como siempre, 3 leches',
    'the same as always please',
    '¿Abrimos la cuenta?',
    'do you always have milk?',
    'nunca me llegó el pedido',
    'never mind, cancel it',
    'siempre llega tarde el camión',
    'Leche Siempreviva 2 l',
    'abre',
  ])('is not made of %j', (text) => expect(wishes(text)).toEqual([]))
})
