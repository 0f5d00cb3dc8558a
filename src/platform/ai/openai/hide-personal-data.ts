import { redact, type RedactedText } from '../../privacy/index.ts'
import type { ReadLine } from '../offline/index.ts'
import type { Reading, ReadOrderRequest } from '../model.ts'

/** A question that may leave the process, and the way back for its answer. */
export interface HiddenRequest {
  readonly request: ReadOrderRequest
  /** The reading as if the model had seen the original: spans point into the messages as the customer wrote them. */
  restore(reading: Reading): Reading
}

/**
 * The request with tokens in place of the personal data in whatever people wrote: messages, examples, learned phrases, facts.
 * Unchanged when the tenant lets the model see it.
 */
export function hidePersonalData(request: ReadOrderRequest): HiddenRequest {
  if (!request.redacts) return { request, restore: (reading) => reading }
  const { messages, examples, learned, facts } = request
  const { texts, restore } = redact(
    [
      ...messages.map(({ text }) => text),
      ...examples.flatMap(({ text, lines }) => [text, ...lines.map(({ quote }) => quote)]),
      ...learned.map(({ phrase }) => phrase),
      ...facts,
    ],
    request.privacy,
  )
  // In the order in which they were handed in.
  const remaining = texts.values()
  const next = (): RedactedText => {
    const { value } = remaining.next()
    if (value === undefined) throw new Error('More texts are asked for than were handed in.')
    return value
  }
  const hiddenMessages = messages.map((message) => ({ ...message, hidden: next() }))
  const hiddenExamples = examples.map(({ text, lines }) => {
    const hidden = next()
    // A quote may end inside of what only the whole text shows to be personal.
    const quoteOf = (quote: string, alone: RedactedText) => {
      const start = text.indexOf(quote)
      return start === -1 ? alone.text : hidden.part(start, start + quote.length)
    }
    return { text: hidden.text, lines: lines.map((line) => ({ ...line, quote: quoteOf(line.quote, next()) })) }
  })
  const hiddenPhrases = learned.map((one) => ({ ...one, phrase: next().text }))
  const hiddenFacts = facts.map(() => next().text)

  const restoreLine = (line: ReadLine): ReadLine => ({
    ...line,
    unit: line.unit === null ? null : restore(line.unit),
    options: line.options.map((option) => ({
      ...option,
      qualifier: option.qualifier === null ? null : restore(option.qualifier),
    })),
    spans: line.spans.map((span) => {
      const message = hiddenMessages.find(({ id }) => id === span.messageId)
      if (message === undefined) return span
      const { start, end } = message.hidden.originalSpan(span.start, span.end)
      return { ...span, start, end, text: message.text.slice(start, end) }
    }),
  })

  return {
    request: {
      ...request,
      messages: hiddenMessages.map(({ id, hidden }) => ({ id, text: hidden.text })),
      examples: hiddenExamples,
      learned: hiddenPhrases,
      facts: hiddenFacts,
    },
    restore: (reading) => ({
      ...reading,
      lines: reading.lines.map(restoreLine),
      changes: reading.changes.map((change) => ({
        ...change,
        line: change.line === null ? null : restoreLine(change.line),
      })),
      reasons: reading.reasons.map((reason) => ({ ...reason, message: restore(reason.message) })),
    }),
  }
}
