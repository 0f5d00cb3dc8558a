import { describe, expect, it } from 'vitest'
import { unsupportedIn } from '../../src/assistant/writing/write-text.ts'
import { streamedWords } from '../../src/platform/ai/openai/streamed-words.ts'
import { redact } from '../../src/platform/privacy/index.ts'

const { restore } = redact(['ana@mercado.example'])

function pushed(text: string, pieces: number): { text: string; cited: readonly number[] } {
  const words = streamedWords(2, restore)
  let result = ''
  for (let at = 0; at < text.length; at += pieces) result += words.push(text.slice(at, at + pieces))
  return { text: result + words.end(), cited: words.cited }
}

describe('The words of a model that streams', () => {
  it.each([
    ['Abrimos a las 8 [2]. Cerramos a las 18 [1][2].', 'Abrimos a las 8. Cerramos a las 18.', [2, 1]],
    ['Le escribo a <EMAIL_1>; <EMAIL_7> no lo sé.', 'Le escribo a ana@mercado.example; <EMAIL_7> no lo sé.', []],
    ['Vea [3] o [a] y 3 < 4, <b>', 'Vea [3] o [a] y 3 < 4, <b>', []],
    ['Uno\u202E dos\u0007\n\ttres ', 'Uno dos\ntres', []],
    ['a[1', 'a[1', []],
  ])('come out whole, however they were cut: %j', (said, shown, cited) => {
    for (const pieces of [1, 2, 3, 7, 100]) expect(pushed(said, pieces)).toEqual({ text: shown, cited })
  })

  it('are not held back for ever by what only looks like a sign', () => {
    const words = streamedWords(2, restore)
    expect(words.push(`<${'A'.repeat(100)}`)).toHaveLength(101)
  })
})

describe('What stands in nothing a draft was made from', () => {
  it.each([
    ['Son $ 12.500 por 2 kg.', ['Total $ 12,500', 'quiero 2,0 kg'], []],
    ['Son $ 9.900.', ['Total $ 12.500'], ['9.900']],
    [
      'Pague en https://pay.example/x?a=1. o en www.tienda.example',
      ['www.tienda.example'],
      ['https://pay.example/x?a=1'],
    ],
    ['Escriba a otro@mal.example', ['ana@mercado.example'], ['otro@mal.example']],
    ['El 50% y otra vez 50%', ['nada'], ['50']],
  ])('%j', (text, sources, expected) => {
    expect(unsupportedIn(text, sources)).toEqual(expected)
  })
})
