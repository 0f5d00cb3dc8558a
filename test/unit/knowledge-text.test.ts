import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../src/knowledge/excerpt.ts'
import { askedTerms, dimensionsOf, termVector, toSparseText } from '../../src/knowledge/lexical.ts'
import { answerableRelevance, relevanceOf } from '../../src/knowledge/relevance.ts'
import { isCommonWord, languageOf, rootOf, words } from '../../src/platform/ai/words.ts'

describe('words', () => {
  test('are found where they stand, folded, with apostrophes inside', () => {
    expect(words('¿Qué es Jamón? Don’t!').map(({ folded, start, end }) => [folded, start, end])).toEqual([
      ['que', 1, 4],
      ['es', 5, 7],
      ['jamon', 8, 13],
      ['dont', 15, 20],
    ])
  })

  test.for([
    ['prices', 'price', 'pricing'],
    ['delivery', 'deliveries', 'delivered'],
    ['cajas', 'caja'],
    ['envío', 'envíos', 'enviar', 'enviado', 'envían', 'enviamos', 'enviaron'],
    ['entrega', 'entregas', 'entregan', 'entregamos', 'entregado'],
    ['direcciones', 'dirección'],
    ['informação', 'informações'],
  ])('%s and its other forms share a root', ([first = '', ...others]) => {
    const root = (word: string) => words(word)[0]?.root
    expect(others.map(root)).toEqual(others.map(() => root(first)))
  })

  test('are left alone when they are short or hold a digit', () => {
    expect(['bus', '12as', 'gas'].map(rootOf)).toEqual(['bus', '12as', 'gas'])
  })

  test('tell the language of a text, and admit when they cannot', () => {
    expect(languageOf(words('The milk is delivered to your door on the day that you ordered it'))).toBe('en')
    expect(languageOf(words('Las cajas de leche se entregan en la puerta de su casa el mismo día'))).toBe('es')
    expect(languageOf(words('As caixas de leite são entregues na porta da sua casa no mesmo dia'))).toBe('pt')
    expect(languageOf(words('EMI 0%'))).toBe(null)
  })

  test('are common or carry meaning', () => {
    expect(['the', 'para', 'como', 'milk'].map(isCommonWord)).toEqual([true, true, true, false])
  })
})

describe('the terms of a passage', () => {
  test('weigh a word of the title more than one of a heading, and that more than one of the text', () => {
    const { weights, wordCount } = termVector({ title: 'Milk', headingPath: ['Cheese'], text: 'Bread and bread' })
    const weightOf = (word: string) => weights.get(askedTerms(words(word))[0]?.dimension ?? 0)
    expect(weightOf('milk')).toBe(2)
    expect(weightOf('cheese')).toBeCloseTo(1.333, 3)
    expect(weightOf('bread')).toBe(1.6)
    expect(weightOf('and')).toBe(1)
    expect(wordCount).toBe(7.5)
  })

  test('come back out of the form in which they are stored', () => {
    const { weights } = termVector({ title: '', headingPath: [], text: 'whole milk' })
    expect(dimensionsOf(toSparseText(weights))).toEqual([...weights.keys()].toSorted((one, other) => one - other))
  })

  test('of a question count once, the common ones less', () => {
    expect(askedTerms(words('The milk, the MILKS')).map(({ root, weight }) => [root, weight])).toEqual([
      ['the', 0.3],
      ['milk', 1],
    ])
  })
})

describe('an excerpt', () => {
  test('of a short passage is all of it, with the words of the question marked', () => {
    const { text, highlights } = excerptOf('Pagamos envíos a toda la ciudad.', '¿el envío a la ciudad?')
    expect(text).toBe('Pagamos envíos a toda la ciudad.')
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['envíos', 'ciudad'])
  })

  test('of a long passage is the part where the words stand together, cut between words', () => {
    const filler = 'Lorem ipsum dolor sit amet consectetur. '.repeat(20)
    const { text, highlights } = excerptOf(`${filler}Shipping is free above 40 dollars. ${filler}`, 'free shipping')
    expect(text).toContain('Shipping is free above 40 dollars.')
    expect(text.length).toBeLessThanOrEqual(302)
    expect(text).toMatch(/^…[A-Za-z].*[a-z.]…$/)
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(['Shipping', 'free'])
  })

  test('without any of the words is the beginning', () => {
    const { text, highlights } = excerptOf('word '.repeat(100).trim(), 'nothing')
    expect(text).toBe(`${'word '.repeat(60).trim()}…`)
    expect(highlights).toEqual([])
  })

  test('of one endless word is cut all the same', () => {
    expect(excerptOf('x'.repeat(5_000), 'y').text.length).toBeLessThanOrEqual(302)
  })
})

describe('relevance', () => {
  const sure = { coverage: 1, cosine: 0.6, nearby: 0.4, contentWords: 4, passageCount: 600 }

  test('is high when much of the question is said, low when one word meets by chance', () => {
    expect(relevanceOf(sure)).toBeGreaterThan(0.9)
    expect(relevanceOf({ ...sure, coverage: 0.1, cosine: 0.1, nearby: 0.1 })).toBeLessThan(0.1)
  })

  test('is higher when several passages are near than when one alone is, which may be chance', () => {
    const one = { ...sure, coverage: 0.5, cosine: 0.4, nearby: 0.1 }
    expect(relevanceOf(one)).toBeLessThan(answerableRelevance)
    expect(relevanceOf({ ...one, nearby: 0.35 })).toBeGreaterThan(answerableRelevance)
  })

  test('asks for more where there was more to choose from', () => {
    const unsure = { ...sure, coverage: 0.5, cosine: 0.3, nearby: 0.2 }
    expect(relevanceOf({ ...unsure, passageCount: 5 })).toBeGreaterThan(answerableRelevance)
    expect(relevanceOf({ ...unsure, passageCount: 50_000 })).toBeLessThan(answerableRelevance)
  })
})
