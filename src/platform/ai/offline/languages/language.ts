/**
 * Everything the reader knows about one language. A further language is one more file of this shape, named in `index.ts`.
 * All words are written as people write them; they are folded (case, accents, apostrophes) when the tables are built.
 */
export interface LanguagePack {
  readonly code: 'en' | 'es' | 'pt'
  /** Cardinal words up to 999: «twenty» → 20. Compounds («treinta y dos») are put together by the reader. */
  readonly numbers: Readonly<Record<string, number>>
  /** Words that multiply what stands before them: «hundred» → 100, «thousand» → 1000. */
  readonly multipliers: Readonly<Record<string, number>>
  /** Collective words that multiply and stand before a noun, alone or with «of»: «dozen» → 12. */
  readonly collectives: Readonly<Record<string, number>>
  /** Fraction words: «half» → 0.5, «medio» → 0.5. */
  readonly fractions: Readonly<Record<string, number>>
  /** Vague counts taken at their word: «a couple of» → 2. */
  readonly counts: Readonly<Record<string, number>>
  /** Counts nobody can take at their word: «some», «unos cuantos»; read as one and asked about. */
  readonly vagueCounts: readonly string[]
  /** Indefinite articles, a weak «one». */
  readonly articles: readonly string[]
  /** Definite articles and demonstratives: they open a noun phrase without a count. */
  readonly determiners: readonly string[]
  /** Prepositions inside names; not «without», which tells products apart. */
  readonly prepositions: readonly string[]
  /** Words that join number words («and», «y», «e»). */
  readonly joiners: readonly string[]
  /** Canonical unit → how people write it, singular and plural where the plural is irregular. */
  readonly units: Readonly<Record<string, readonly string[]>>
  readonly cues: Readonly<Record<CueKind, readonly string[]>>
  /** «como 5 kilos»: words that ask elsewhere, and before a count only mean «about». */
  readonly about: readonly string[]
  /** «each», «cada»: the count goes for every thing of the list. */
  readonly each: readonly string[]
  /** «again», «otra vez»: what was ordered before is wanted once more, knowingly. */
  readonly again: readonly string[]
  /** Words of everyday speech that never stand for a product by likeness: no typo matching on them. */
  readonly commonWords: readonly string[]
  /** Words of the trade that mean the same; used when the catalogue does not know the customer's word. */
  readonly synonyms: readonly (readonly string[])[]
}

export const cueKinds = [
  /** «of», «de»: joins a unit or count to its noun. */
  'of',
  /** «and», «y», «plus»: goes on with the list. */
  'and',
  /** «or», «o»: alternatives. */
  'or',
  /** «with», «topped with»: what follows belongs to the product before. */
  'with',
  /** «no», «without», «hold the». */
  'negation',
  /** More of an option. */
  'extra',
  /** Less of an option. */
  'light',
  /** «side of», «order of»: opens an item of its own. */
  'side',
  /** Somebody wants something. */
  'order',
  /** Somebody asks something; opens a clause of its own. */
  'question',
  /** Told as past or as a state («the milk was sour»): a complaint when nothing is asked for. */
  'past',
  /** Something went wrong, or is told as past. */
  'complaint',
  'greeting',
  /** «thanks», «that's all», «please»: says nothing about the order. */
  'filler',
  /** «cancel», «scratch», «quita»: the product after it leaves the order. */
  'cancel',
  /** «cancel my order»: everything leaves. */
  'cancelAll',
  /** «sorry», «oops», «perdón»: a count given again is a correction. */
  'slip',
  /** «only 2», «solo 2»: of a line that is there, the new count. */
  'only',
  /** «take the … off»: the noun before it leaves the order. */
  'off',
  /** «that», «it», «eso» after a cancel: the last thing said. */
  'that',
  /** «make it», «que sean», «mejor»: the last thing said changes. */
  'change',
  /** «change», «swap», «cambia»: the same, and meaningless without an order before it. */
  'amend',
  /** «on the side», «aparte»: what stands before it is an item of its own. */
  'aside',
  /** «on», «in», «to» before «the …»: the noun is one already named. */
  'onto',
  /** «instead of», «en vez de»: the product after it is replaced. */
  'insteadOf',
  /** «the usual», «lo de siempre». */
  'history',
  /** «street», «calle», «table»: the name and number beside it are no order. */
  'place',
  /** «pesos», «dollars»: the number before it is a price. */
  'money',
  /** «pm», «de la tarde», «days»: the number beside it is a time. */
  'time',
  /** «ficha técnica», «datasheet»: papers about a product are asked for, not the product. */
  'paper',
  /** «cotización», «price»: right behind a wish, that is what is wished for. */
  'quote',
  /** Words that keep a clause from being an order: «if», «tomorrow I might». */
  'unsure',
] as const
export type CueKind = (typeof cueKinds)[number]
