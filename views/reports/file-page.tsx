/** A report as one web page that stands alone: no address outside it, charts drawn in it. */
import type { WordsByPlace } from '../../src/reports/rules/final-words.ts'
import type { ReportModel } from '../../src/reports/rules/report-model.ts'
import { Doctype } from '../layout.tsx'
import { ReportBody } from './report-body.tsx'
import { type ReportStanding, reportFacts } from './report-facts.ts'
import { audienceWords, numberWords } from './report-words.ts'

const looks =
  'body{font-family:Arial,Helvetica,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c;line-height:1.4}table{border-collapse:collapse;margin:1rem 0}th,td{border-bottom:1px solid #b1b4b6;padding:.3rem .6rem;text-align:left}.pl-table__number{text-align:right}svg{max-width:100%;height:auto}.pl-muted{color:#505a5f}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{font-weight:700}dd{margin:0}caption{text-align:left;font-weight:700;padding:.3rem 0}'

const FilePage = (props: { model: ReportModel; words: WordsByPlace } & ReportStanding) => {
  const { model } = props
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{model.title}</title>
        <style>{looks}</style>
      </head>
      <body>
        <main>
          <p>{`${numberWords(props)} · ${audienceWords(model.audience)} · ${model.council}`}</p>
          <h1>{model.title}</h1>
          <dl>
            {reportFacts(model, props).map(({ name, words }) => (
              <>
                <dt>{name}</dt>
                <dd>{words}</dd>
              </>
            ))}
          </dl>
          <ReportBody model={model} words={props.words} />
        </main>
      </body>
    </html>
  )
}

/** The page whole, with what comes before its first tag. */
export const filePage = (props: Parameters<typeof FilePage>[0]): string =>
  String(
    <>
      <Doctype />
      <FilePage {...props} />
    </>
  )
