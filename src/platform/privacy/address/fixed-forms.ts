/**
 * Forms that speak for themselves: post office boxes, military post (USPS publication 28, 238), street corners, and
 * postal codes that are called so. Every repetition is bounded, so the time is linear.
 */
interface Place {
  readonly start: number
  readonly end: number
  readonly confidence: number
}

const word = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’-]{0,30}`
const forms: readonly (readonly [RegExp, number])[] = [
  [
    /(?<![\p{L}\p{N}])(?:(?:PSC|CMR|Unit) ?\d{1,5},? Box \d{1,6}|US(?:NS|NV|S|CGC) [\p{L}'’.-]{2,25}(?: [\p{L}'’.-]{2,25})?)[,\s]{1,3}[AFD]PO,? A[AEP],? \d{5}(?:-\d{4})?(?!\d)/giu,
    0.95,
  ],
  [/(?<![\p{L}\p{N}])[AFD]PO,? A[AEP],? \d{5}(?:-\d{4})?(?!\d)/giu, 0.9],
  [
    /(?<![\p{L}\p{N}])(?:\d{1,6} )?(?:P\.? ?O\.? ?Box|Post Office Box|Postbox|Postboks|Postfach|Apartado(?: Postal| A[eé]reo| de Correos)?|Caixa Postal|Casilla(?: de Correo| Postal)?|PMB|Locked Bag)\.?,? ?(?:n[oº°]?\.? ?|# ?)?\d{1,7}(?!\d)/giu,
    0.9,
  ],
  [/(?<!\p{L})(?:mz|mza|manzana)\.? ?[a-z\d]{1,3},? (?:lote|lt|casa)\.? ?\d{1,3}(?![\p{L}\d])/giu, 0.75],
  [
    /(?<!\p{L})(?:rodovia|rod\.|carretera|autopista|ruta|highway|hwy) (?:[a-z]{1,3}-?)?\d{1,4},? km\.? ?\d{1,4}(?![\p{L}\d])/giu,
    0.75,
  ],
  [
    new RegExp(
      String.raw`(?<!\p{L})(?:the )?corner of ${word}(?: (?!and\b)${word}){0,4} (?:and|&) ${word}(?: ${word}){0,2}?(?= *(?:[\n,.;:?!)]|$)| (?:in|at|on|for|please|by|near)(?!\p{L}))`,
      'giu',
    ),
    0.7,
  ],
  [
    new RegExp(
      String.raw`(?<!\p{L})(?:la )?esquina (?:de|con|da|do) ${word}(?: (?!y\b|e\b|con\b|com\b)${word}){0,4} (?:y|e|con|com) ${word}(?: ${word}){0,2}?(?= *(?:[\n,.;:?!)]|$))`,
      'giu',
    ),
    0.7,
  ],
]

/** A postal code behind the words for it. */
const namedCode =
  /(?<!\p{L})(?:zip(?: ?code)?|postal code|post ?code|c[oó]digo postal|c\.?p\.?|cep)(?: (?:is|es|[eé]|number))?[: ]{1,3}([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5}-\d{3,4}|\d{4,8})(?![\p{L}\p{N}-])/giu

/** Where they stand in the text; they may overlap. */
export function findFixedForms(text: string): Place[] {
  const places = forms.flatMap(([form, confidence]) =>
    [...text.matchAll(form)].map((found) => ({ start: found.index, end: found.index + found[0].length, confidence })),
  )
  for (const found of text.matchAll(namedCode)) {
    const end = found.index + found[0].length
    places.push({ start: end - (found[1]?.length ?? 0), end, confidence: 0.65 })
  }
  return places
}
