/** Answers, grades and findings laid out for reading, on the check page and on the audit that was submitted. */
import type {
  ReviewedAnswer,
  ReviewedGrade,
  ReviewedSection,
} from '../../src/audits/rules/review-facts.ts'
import { GradeTag } from '../components/grade-tag.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { formatShortDate } from '../format.ts'
import { CapSetAsideNote } from './cap-set-aside.tsx'

/** Typed words as text, line breaks kept. */
export const Words = ({ text }: { text: string }) =>
  text.trim() === '' ? null : <p class="govuk-body pl-words">{text}</p>

const Answer = ({ answer }: { answer: ReviewedAnswer }) => (
  <>
    {answer.grade !== null ? (
      <p class="govuk-body">
        <GradeTag grade={answer.grade} />
      </p>
    ) : answer.words === '' ? (
      <p class="govuk-body pl-none">Not answered</p>
    ) : (
      <p class="govuk-body pl-words">{answer.words}</p>
    )}
    <Words text={answer.evidence} />
    <Words text={answer.reason} />
  </>
)

/** @param isDraft the auditor still chooses; nothing is final */
export const Grades = ({ grade, isDraft }: { grade: ReviewedGrade; isDraft: boolean }) => (
  <>
    <p class="govuk-body">
      {grade.auditor === null ? (
        <span class="pl-none">{isDraft ? 'Not graded yet' : 'Not graded'}</span>
      ) : (
        <GradeTag grade={grade.auditor} />
      )}
    </p>
    {grade.moderated === null ? (
      ''
    ) : (
      <p class="govuk-body">
        Moderated: <GradeTag grade={grade.moderated} />
      </p>
    )}
    {grade.indicative === null ? (
      ''
    ) : (
      <p class="govuk-body pl-note">
        {[`Indicative grade: ${grade.indicative.label}.`, ...grade.indicativeReasons].join(' ')}
      </p>
    )}
    <CapSetAsideNote cap={grade.capSetAside} />
    <Words text={grade.auditorReason} />
  </>
)

export const ReviewedPart = (props: {
  section: ReviewedSection
  isDraft: boolean
  /** Of the audit, while its answers can be changed. */
  changeAt?: string | undefined
}) => {
  const { section, changeAt } = props
  const change = (id: string, of: string) =>
    changeAt === undefined
      ? undefined
      : {
          items: [
            {
              text: 'Change',
              visuallyHiddenText: of,
              href: `${changeAt}/${section.place}#${id}`,
            },
          ],
        }
  return (
    <section class="pl-part">
      <h2 class="govuk-heading-m">{section.title}</h2>
      <SummaryList
        class="pl-answers"
        rows={[
          ...section.answers.map((answer) => ({
            key: {
              text: (
                <>
                  {answer.question}
                  {answer.isCritical ? (
                    <>
                      {' '}
                      <span class="pl-critical">critical</span>
                    </>
                  ) : (
                    ''
                  )}
                </>
              ),
            },
            value: { text: <Answer answer={answer} /> },
            actions: change(`item-${answer.id}`, answer.short),
          })),
          section.grade && {
            key: `Grade for ${section.title}`,
            value: { text: <Grades grade={section.grade} isDraft={props.isDraft} /> },
            actions: change('grade', `grade for ${section.title}`),
            class: 'pl-answers__grade',
          },
        ]}
      />
    </section>
  )
}

export type FindingWords = { kind: 'strength' | 'area'; about: string | undefined; words: string }

const FindingList = (props: { title: string; none: string; findings: FindingWords[] }) => (
  <>
    <h3 class="govuk-heading-s">{props.title}</h3>
    {props.findings.length === 0 ? (
      <p class="govuk-body pl-none">{props.none}</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {props.findings.map(({ words, about }) => (
          <li class="pl-words">
            {words}
            {about === undefined ? '' : <span class="pl-note">{` (${about})`}</span>}
          </li>
        ))}
      </ul>
    )}
  </>
)

export const FindingsRead = ({ findings }: { findings: FindingWords[] }) => (
  <>
    <FindingList
      title="Strengths"
      none="None recorded"
      findings={findings.filter(({ kind }) => kind === 'strength')}
    />
    <FindingList
      title="Areas to improve"
      none="None recorded"
      findings={findings.filter(({ kind }) => kind === 'area')}
    />
  </>
)

export type ActionRead = {
  what: string
  intendedChange: string
  ownerName: string | null
  dueOn: string | null
  state: string
  doneNote: string | null
  about: string | undefined
}

export const ActionsRead = ({ actions }: { actions: ActionRead[] }) => (
  <>
    <h3 class="govuk-heading-s">Actions for this child</h3>
    {actions.length === 0 ? (
      <p class="govuk-body pl-none">None recorded</p>
    ) : (
      <table class="govuk-table pl-actions">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['What', 'So that', 'Who', 'By when', 'Done'].map((title) => (
              <th class="govuk-table__header" scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {actions.map((action) => (
            <tr class="govuk-table__row">
              <td class="govuk-table__cell pl-words">
                {action.what}
                {action.about === undefined ? (
                  ''
                ) : (
                  <span class="pl-note">{` (${action.about})`}</span>
                )}
              </td>
              <td class="govuk-table__cell pl-words">{action.intendedChange}</td>
              <td class="govuk-table__cell">{action.ownerName ?? 'Nobody yet'}</td>
              <td class="govuk-table__cell">
                {action.dueOn === null ? 'No date yet' : formatShortDate(action.dueOn)}
              </td>
              <td class="govuk-table__cell pl-words">
                {action.state === 'done' ? `Yes. ${action.doneNote ?? ''}` : 'Not yet'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
)
