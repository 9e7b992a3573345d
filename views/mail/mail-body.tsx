/** A mail as HTML: the same words as its plain text, with no picture, style or script, so that nothing is fetched. */
import type { MailWords } from '../../src/mail/rules/mail-words.ts'

const MailBody = ({ words }: { words: MailWords }) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <title>{words.heading}</title>
    </head>
    <body>
      <h1>{words.heading}</h1>
      {words.isList ? (
        <ul>
          {words.links.map(({ title, href }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      ) : (
        words.links.map(({ href }) => (
          <p>
            <a href={href}>Open it in Plumbline</a>
          </p>
        ))
      )}
      <p>{words.noContent}</p>
      <p>
        {words.why} <a href={words.choose}>Your choice</a>
      </p>
      <p>{words.noAnswers}</p>
    </body>
  </html>
)

export const renderMail = (words: MailWords): string => String(<MailBody words={words} />)
