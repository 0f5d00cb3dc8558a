/** Words that announce an address, in English, Spanish and Portuguese, up to where it begins. */
const link = String.raw`(?:[,:;]? {0,2}(?:is|it is|it's|to|with|as|are|here (?:it is|they are)|es|é|son|será|sería|queda en|fica n[ao])(?!\p{L})){0,2}[\s:;,"'«>]{0,5}`
const nouns = new RegExp(
  String.raw`(?<!\p{L})(?:address(?:es)?|direcci[oó]n(?:es)?|domicilio|endere[cç]os?|morada)(?!\p{L})(?:[^\n:.?!\d]{0,40}:\s{1,3}|\??${link})`,
  'giu',
)
const verbs = new RegExp(
  String.raw`(?<!\p{L})(?:(?:live|lives|lived|living|reside|resides|residing|located|situated|stay|staying|arrived?|arrives) (?:at|on|in)|` +
    String.raw`(?:deliver|delivered|ship|shipped|send|sent|bring|mail|post|moved|taxi|uber|cab|ride|drive|return|returned|back|come|go|get|directions|relocated)(?: (?!to )\p{L}{1,12}){0,3} to|` +
    String.raw`(?:pick|drop|meet|find|visit|based|headquartered|wait|waiting|here|be)(?: \p{L}{1,8}){0,2} (?:at|on|from)|` +
    String.raw`(?:office|house|home|shop|store|station|hotel|restaurant|apartment|building|warehouse|place|stop|school|company) (?:is|are) (?:located )?(?:at|on|in)|` +
    String.raw`(?:vivo|vive|vivimos|queda|quedamos|est[aá]|estoy|estamos|ubicad[oa]s?|recog\p{L}{1,4}) en|` +
    String.raw`(?:entrega\p{L}{0,4}|env[ií]\p{L}{1,7}|manda\p{L}{0,5}|lleva\p{L}{0,5}|tr[aá]e\p{L}{0,5})(?: (?!a |en )\p{L}{1,12}){0,3} (?:a|en|na|no|em|para)|` +
    String.raw`(?:moro|mora|moramos|fica|ficamos|estou|localizad[oa]) (?:na|no|em))(?!\p{L})(?: the)?[\s:]{1,3}`,
  'giu',
)

/** By the word «address» itself, by a verb that goes to a place, or by another address and «and». */
export type Announcement = 'named' | 'likely' | 'continued'

/** Offsets at which an address is announced. */
export function announcements(text: string): ReadonlyMap<number, Announcement> {
  const places = new Map<number, Announcement>()
  for (const found of text.matchAll(verbs)) places.set(found.index + found[0].length, 'likely')
  for (const found of text.matchAll(nouns)) places.set(found.index + found[0].length, 'named')
  return places
}
