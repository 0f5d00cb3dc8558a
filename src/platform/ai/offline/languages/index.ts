import { english } from './english.ts'
import type { LanguagePack } from './language.ts'
import { portuguese } from './portuguese.ts'
import { spanish } from './spanish.ts'

/** All languages are read at once: shop messages mix them, and a catalogue may be in another one than the customer. */
export const languagePacks: readonly LanguagePack[] = [english, spanish, portuguese]
