/**
 * A chart of our pages as a drawing that stands alone: on the page its looks come from the stylesheet, in a Word file
 * or a picture there is none, so that they are written into it. Colours are those of views/assets.
 */

const INK = '#0b1c24'
const MUTED = '#51616b'

/** Fill of a bar, and of the figure on it. */
const BARS: Record<string, readonly [string, string]> = {
  outstanding: ['#0f4c5c', '#ffffff'],
  good: ['#2a9d8f', '#04211e'],
  requires_improvement: ['#e9a23b', '#2b1b00'],
  inadequate: ['#9d2a2b', '#ffffff'],
  grey: ['#5b6770', '#ffffff'],
  blue: ['#2b5797', '#ffffff'],
  yes: ['#12355b', '#ffffff'],
  no: ['#cbd5dc', INK],
}

/** What each class stands for; a chart's element has one of them, or presentation attributes of its own. */
const RULES: readonly string[] = [
  ...Object.entries(BARS).flatMap(([name, [fill, text]]) => [
    `.pl-bar--${name}{fill:${fill}}`,
    `.pl-bar-text--${name}{fill:${text}}`,
  ]),
  `.pl-chart__axis text,.pl-chart__n{fill:${MUTED}}`,
  '.pl-chart__axis line{stroke:#dfe5e9}',
  '.pl-chart__letter{font-weight:700}',
  `.pl-chart__few rect{fill:none;stroke:${MUTED};stroke-dasharray:4 4}`,
  `.pl-chart__break line{stroke:${INK};stroke-width:1.5px;stroke-dasharray:6 5}`,
  '.pl-chart__break text{font-weight:700}',
]

/** What would be fetched or run is no part of a chart: links and images to elsewhere, scripts, foreign content. */
const foreign =
  /<(script|foreignObject|image|iframe|style)\b[\s\S]*?(?:<\/\1>|\/>)|\s(?:on\w+|href|xlink:href)="(?!#)[^"]*"/gi

/**
 * @param svg one `<svg>`, as views draw it
 * @returns the same with its looks, its namespace and a font that every machine has something like
 */
export const standAloneSvg = (svg: string): string =>
  svg
    .replace(foreign, '')
    .replace(
      /<svg\b([^>]*)>/,
      (_, attributes: string) =>
        `<svg${/\sxmlns=/.test(attributes) ? '' : ' xmlns="http://www.w3.org/2000/svg"'}${attributes}` +
        `${/\sfont-family=/.test(attributes) ? '' : ' font-family="Arial, Liberation Sans, sans-serif"'}` +
        `${/\sfill=/.test(attributes) ? '' : ` fill="${INK}"`}><style>${RULES.join('')}</style>`
    )
