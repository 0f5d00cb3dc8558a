/** What speaks for a passage being about a question. */
export interface Evidence {
  /** Full-text score over the summed weight of the question's words: how much of the question is said. About 0 to 2. */
  readonly coverage: number
  /** Of question and passage; 0 without vectors. */
  readonly cosine: number
  /** Mean cosine of the question and the five passages nearest to it: one alone may be near by chance. */
  readonly nearby: number
  /** How many words of the question carry meaning: two of two may be chance, six of six are not. */
  readonly contentWords: number
  /** How many passages there were to choose from: the best of many looks good by chance alone. */
  readonly passageCount: number
}

/**
 * The chance, 0 to 1, that the passage is about the question: a logistic regression over questions that could be
 * answered and such that could not (shop chats, course and site FAQs of some 600 passages; for the FAQs, questions of the
 * other collections), both weighing the same. On a collection that it was not fitted with it is about as exact.
 * Fitted with the lexical vectors; with a provider's it orders as well, but is less exact.
 */
export function relevanceOf({ coverage, cosine, nearby, contentWords, passageCount }: Evidence): number {
  const luck = cosineSpread * (highestOf(fittedPassageCount) - highestOf(passageCount))
  const logit =
    1.4 * Math.log(0.05 + coverage) +
    4.1 * (cosine + luck) +
    7.2 * (nearby + luck) +
    2.5 * Math.log(1 + contentWords) -
    7.15
  return 1 / (1 + Math.exp(-logit))
}

const fittedPassageCount = 600
/** Standard deviation of the cosine of a question and a passage that have nothing to do with each other. */
const cosineSpread = 0.09

/** How many standard deviations above the mean the highest of so many normal values lies, roughly. */
function highestOf(count: number): number {
  return Math.sqrt(2 * Math.log(Math.max(2, count)))
}

/** The relevance from which on an answer may be made from a passage; below, «I don't know» is the better answer. */
export const answerableRelevance = 0.5
