/** Lower case, compatibility forms resolved, accents and apostrophes gone: «Jamón» → «jamon», «𝓘» → «i», «kid's» → «kids». */
export function fold(text: string): string {
  if (/^[a-z0-9]*$/.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

const stems = new Map<string, string>()
const stemsAtMost = 50_000

/**
 * A key that singular and plural of English, Spanish and Portuguese share. It is no word («apple» → «appl»): both sides of a
 * comparison must pass through it. Expects folded text.
 */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const key = stemOf(word)
  if (stems.size >= stemsAtMost) stems.clear()
  stems.set(word, key)
  return key
}

function stemOf(word: string): string {
  if (word.length < 4 && !/^(?:pao|mao)$/.test(word)) return word.replace(/z$/, 'c')
  if (word.length > 4 && word.endsWith('ies')) return word.slice(0, -3) + 'y'
  let key = word
  if (/[oa]es$/.test(key)) key = key.slice(0, -3) + 'o'
  else if (key.endsWith('s') && !key.endsWith('ss') && !key.endsWith('us')) key = key.slice(0, -1)
  if (/(?:ss|ch|sh|x|zz)e$/.test(key)) return key.slice(0, -1)
  if (key.endsWith('ao')) return key.slice(0, -2) + 'o'
  if (key.length > 4 && key.endsWith('ie')) return key.slice(0, -2) + 'y'
  if (key.length > 3 && key.endsWith('e') && !key.endsWith('ee')) key = key.slice(0, -1)
  if (key.length > 4 && /[eio]m$/.test(key)) key = key.slice(0, -1) + 'n'
  if (key.length > 2 && key.endsWith('z')) key = key.slice(0, -1) + 'c'
  return key
}

/** Other keys a word may share with a catalogue word that it does not equal: participles and diminutives. */
export function looseStems(word: string): string[] {
  const found: string[] = []
  if (word.length > 4 && /[^e]ed$/.test(word)) found.push(stem(word.slice(0, -1)), stem(word.slice(0, -2)))
  if (word.length > 3) found.push(stem(word + 'd'), stem(word + 'ed'))
  if (word.length > 4 && /[aeou]is$/.test(word)) found.push(stem(word.slice(0, -2) + 'l'))
  const diminutive = /^(.{2,}?)(?:e?[cz]|qu)?(?:it|inh|ill)[oa]s?$/.exec(word)
  if (diminutive) {
    const root = diminutive[1] as string
    for (const ending of ['', 'a', 'o', 'e', 'za', 'co', 'ca', 'ao']) found.push(stem(root + ending))
  }
  return found
}

/**
 * What a word sounds like to a Spanish or Portuguese ear, for messages spelt by ear: «mantekilla», «martiyo», «jugo de mansana».
 * Expects folded text.
 */
export function soundOf(word: string): string {
  return word
    .replace(/ch|sh/g, '9')
    .replace(/ph/g, 'f')
    .replace(/qu(?=[ei])|k/g, 'c')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/c(?=[ei])|z|ss/g, 's')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/ll|y/g, 'i')
    .replace(/v/g, 'b')
    .replace(/h/g, '')
    .replace(/x/g, 's')
    .replace(/(.)\1+/g, '$1')
}
