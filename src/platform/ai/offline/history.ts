import { againPhrases, cueBit, cuePhrases } from './phrases.ts'
import { tokenize } from './tokens.ts'
import type { InputMessage, TextSpan } from './types.ts'

/** The words that mean an earlier order, «the usual», «lo de siempre», wherever they stand; empty when none do. */
export function historyWords(messages: readonly InputMessage[]): TextSpan[] {
  const tokens = tokenize(messages)
  const spans: TextSpan[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const cue = cuePhrases.longest(tokens, index)
    const [first, last] = [tokens[index], tokens[(cue?.end ?? 0) - 1]]
    if (cue === null || (cue.value & cueBit.history) === 0 || first === undefined || last === undefined) continue
    const message = messages[first.messageIndex]
    if (message !== undefined) {
      const { start } = first
      const { end } = last
      spans.push({ messageId: message.id, start, end, text: message.text.slice(start, end) })
    }
    index = cue.end - 1
  }
  return spans
}

/** Whether somebody says that they want once more what they ordered before: «2 milks again», «otra vez 2 leches». */
export function asksAgain(messages: readonly InputMessage[]): boolean {
  const tokens = tokenize(messages)
  return tokens.some((_token, index) => againPhrases.longest(tokens, index) !== null)
}

const changing =
  cueBit.cancel |
  cueBit.cancelAll |
  cueBit.change |
  cueBit.amend |
  cueBit.off |
  cueBit.only |
  cueBit.insteadOf |
  cueBit.slip

/** Whether a message may change or take back what was ordered before: «cancel», «make it 3», «quita», «en vez de». */
export function mayChange(messages: readonly InputMessage[]): boolean {
  const tokens = tokenize(messages)
  return tokens.some((_token, index) => ((cuePhrases.longest(tokens, index)?.value ?? 0) & changing) !== 0)
}
