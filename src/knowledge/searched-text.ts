/** What is embedded: the passage does not repeat what its title and headings say, but means it. */
export function searchedText(passage: {
  readonly title: string
  readonly headingPath: readonly string[]
  readonly text: string
}): string {
  return [passage.title, passage.headingPath.join(' > '), passage.text].filter((part) => part !== '').join('\n')
}
