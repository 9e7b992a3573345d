/** What a page says, without its markup: one line for each run of text. */
export const wordsOf = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s*\n\s*/g, '\n')
