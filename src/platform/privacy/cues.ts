/** Words that say what a number beside them is, in English, Spanish and Portuguese. */
const phoneWords =
  /(?<!\p{L})(?:phones?|tel|tels|telephone|tel[eé]fonos?|tfno|telefones?|fone|cel|cell|celular|celulares|m[oó]vil|mobile|telem[oó]vel|fax|landline|fijo|whats\s?app|wsp|zap|sms|call|calls|calling|dial|text me|reach (?:me|you|us|him|her|them)|ring me|contact|contacto|contato|desk|office|work|home|answer(?:s|ing|ed)?|pick(?:s|ing)? up|voice\s?mail|ring(?:s|ing)?|contest(?:an?|ar|ando)|respond(?:en?|er|em)|atend(?:en?|er|em|endo)|ll[aá]m(?:ame|enme|eme|ar|a)|marca|marcar|comun[ií]ca\p{L}*|lig(?:ar|ue|a|uem)|my number is|mi n[uú]mero(?: es)?|meu n[uú]mero(?: [eé])?)(?!\p{L})/iu
const cardWords =
  /(?<!\p{L})(?:cards?|cc|credit|debit|visa|master\s?card|amex|american express|discover|diners|maestro|tarjetas?|cart(?:[aã]o|[oõ]es)|cr[eé]dito|d[eé]bito)(?!\p{L})/iu
const socialSecurityWords =
  /(?<!\p{L})(?:ssn|ssns|social security|social|soc sec|seguro social|seguridad social)(?!\p{L})/iu
const otherNumberWords =
  /(?<!\p{L})(?:orders?|pedidos?|orden|invoices?|factura|fatura|sku|ref|reference|referencia|refer[eê]ncia|tracking|gu[ií]a|rastreo|rastreio|licen[sc]e|licencia|licen[cç]a|passport|pasaporte|passaporte|serial|isbn|ean|barcode|c[oó]digo|ticket|c[eé]dula|nit|cpf|cnpj|rut|ruc|dni|imei|account|cuenta|conta|lot|lote|batch)(?!\p{L})/iu

/** Whether words near the place speak of a telephone. */
export const speaksOfPhone = (text: string, start: number, end: number): boolean =>
  phoneWords.test(around(text, start, end, 45, 14))

/** Whether words near the place speak of a payment card. */
export const speaksOfCard = (text: string, start: number, end: number): boolean =>
  cardWords.test(around(text, start, end, 60, 30))

/** Whether words near the place speak of the US social security number. */
export const speaksOfSocialSecurity = (text: string, start: number, end: number): boolean =>
  socialSecurityWords.test(around(text, start, end, 60, 30))

/** Whether the words right before the place name a number of another kind: an order, an invoice, a licence. */
export const speaksOfOtherNumber = (text: string, start: number): boolean =>
  otherNumberWords.test(around(text, start, start, 28, 0))

/** What stands around the place on its line; of the line before where it begins one, as below a label. */
export function around(text: string, start: number, end: number, before: number, behind: number): string {
  const lines = text.slice(Math.max(0, start - before), start).split('\n')
  const own = lines.pop() ?? ''
  const ahead = own.trim() === '' ? (lines.pop() ?? '') : own
  return `${ahead} ${text.slice(end, end + behind).split('\n', 1)[0] ?? ''}`
}
