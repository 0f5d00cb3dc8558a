import { NodeHtmlMarkdown } from 'node-html-markdown'

/** What a page shows besides its text: nobody's answer. */
const besidesTheText = [
  'nav',
  'footer',
  'aside',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'form',
  'dialog',
  'head',
  'title',
  'button',
  'select',
]

/** A page's text as Markdown. Where it marks its main part, only that. */
export function readHtml(html: string): { title: string | null; markdown: string } {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1] ?? null
  const main = /<main[\s>][^]*<\/main>/i.exec(html)?.[0] ?? html
  const markdown = toMarkdown(main)
  return {
    title: title === null ? null : toMarkdown(title).replaceAll('\\', ''),
    markdown: markdown === '' ? toMarkdown(html) : markdown,
  }
}

/** Also for the HTML that other formats are turned into. */
export function toMarkdown(html: string): string {
  return NodeHtmlMarkdown.translate(html, {
    ignore: besidesTheText,
    keepDataImages: false,
    useLinkReferenceDefinitions: false,
    maxConsecutiveNewlines: 2,
  }).trim()
}
