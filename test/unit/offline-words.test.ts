import { describe, expect, it } from 'vitest'
import { fold, soundOf, stem } from '../../src/platform/ai/offline/fold.ts'
import { editDistance, SlipIndex } from '../../src/platform/ai/offline/fuzzy.ts'
import { languagePacks } from '../../src/platform/ai/offline/languages/index.ts'
import { readNumber } from '../../src/platform/ai/offline/numbers.ts'
import { readQuantity } from '../../src/platform/ai/offline/index.ts'
import { tokenize } from '../../src/platform/ai/offline/tokens.ts'

describe('folding', () => {
  it.each([
    ['Jamón', 'jamon'],
    ['PÃO', 'pao'],
    ["kid's", 'kids'],
    ['𝓘', 'i'],
  ])('folds «%s» to «%s»', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it.each([
    ['tomatoes', 'tomato'],
    ['sandwiches', 'sandwich'],
    ['fries', 'fry'],
    ['cookies', 'cookie'],
    ['apples', 'apple'],
    ['limones', 'limon'],
    ['luces', 'luz'],
    ['pães', 'pão'],
    ['limões', 'limão'],
    ['bombons', 'bombom'],
  ])('gives «%s» and «%s» one key', (plural, singular) => {
    expect(stem(fold(plural))).toBe(stem(fold(singular)))
  })

  it('hears words spelt by ear', () => {
    expect(soundOf('martiyo')).toBe(soundOf('martillo'))
    expect(soundOf('mantekilla')).toBe(soundOf('mantequilla'))
    expect(soundOf('mansana')).toBe(soundOf('manzana'))
  })
})

describe('slips of typing', () => {
  it('counts a swap as one', () => {
    expect(editDistance('pizza', 'pziza', 2)).toBe(1)
    expect(editDistance('cheese', 'cheesse', 2)).toBe(1)
    expect(editDistance('ham', 'burger', 2)).toBe(3)
  })

  it('finds the nearest word and leaves short words alone', () => {
    const slips = new SlipIndex(['lettuce', 'pickle', 'ham', 'jam', 'small', 'coke'])
    expect(slips.nearest('lettcue')).toEqual({ words: ['lettuce'], distance: 1 })
    expect(slips.nearest('samll')).toEqual({ words: ['small'], distance: 1 })
    expect(slips.nearest('coek')).toEqual({ words: ['coke'], distance: 1 })
    expect(slips.nearest('cake')).toBeNull()
    expect(slips.nearest('hem')).toBeNull()
  })
})

describe('numbers', () => {
  it.each([
    ['twenty five', 25],
    ['one hundred and twenty', 120],
    ['treinta y dos', 32],
    ['ciento veinte', 120],
    ['vinte e cinco', 25],
    ['dos mil', 2000],
    ['media docena de', 6],
    ['docena y media de', 18],
    ['half a dozen', 6],
    ['a couple of', 2],
    ['un par de', 2],
    ['meia dúzia de', 6],
    ['two and a half', 2.5],
    ['dos y medio', 2.5],
    ['1 1/2', 1.5],
    ['1½', 1.5],
    ['¾', 0.75],
    ['2,5', 2.5],
    ['1,250.5', 1250.5],
    ['three quarters', 0.75],
    ['tres cuartos', 0.75],
    ['x3', 3],
  ])('reads «%s» as %d', (text, value) => {
    const tokens = tokenize([{ id: 'm', text }])
    expect(readNumber(tokens, 0)).toMatchObject({ value, end: tokens.length })
  })

  it('keeps «two» and «two-liter» apart', () => {
    expect(readNumber(tokenize([{ id: 'm', text: 'two two liter bottles' }]), 0)).toMatchObject({ value: 2, end: 1 })
  })

  it.each([
    ['1 1/2 pounds carrots, trimmed', '1.5', 'lb', 'carrots'],
    ['media docena de huevos', '6', null, 'huevos'],
    ['2 kilos y medio de queso', '2.5', 'kg', 'queso'],
    ['6 garlic cloves, minced', '6', 'clove', 'garlic'],
    ['about 1 cup of rice', '1', 'cup', 'rice'],
    ['três caixas de leite', '3', 'box', 'leite'],
    ['salt', null, null, 'salt'],
  ])('reads the amount of «%s»', (text, quantity, unit, name) => {
    expect(readQuantity(text)).toMatchObject({ quantity, unit, name })
  })
})

it('every language file fills every table', () => {
  for (const pack of languagePacks) {
    for (const [kind, phrases] of Object.entries(pack.cues))
      expect(phrases.length, `${pack.code} ${kind}`).toBeGreaterThan(0)
    for (const [word, value] of Object.entries(pack.numbers))
      expect(value, `${pack.code} ${word}`).toBeGreaterThanOrEqual(0)
    for (const group of pack.synonyms) expect(group.length, `${pack.code} ${group.join()}`).toBeGreaterThan(1)
  }
})
