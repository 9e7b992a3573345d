/**
 * One version of a rubric: why it was published and where it is used, then its items in the order and words in which an
 * auditor meets them.
 */
import type { Item, Rubric } from '../../src/rubrics/rules/rubric.ts'
import type { Scale } from '../../src/rubrics/rules/scale.ts'
import type { Withdrawal } from '../../src/rubrics/version-store.ts'
import type { VersionUse } from '../../src/studio/use-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { Tag } from '../components/tag.tsx'
import { WarningText } from '../components/warning-text.tsx'
import { dateOf, formatDate, formatShortDate, plural } from '../format.ts'
import { appliesInWords } from './applies-in-words.ts'
import { RubricItem } from './rubric-item.tsx'

export type RubricPageProps = {
  rubric: Rubric
  scale: Scale
  judgement: string | undefined
  publishedAt: string
  /** What changed and why, as its publisher said; '' where nothing was said. */
  note: string
  /** Every version of this rubric, the oldest first. */
  versions: { version: string; publishedAt: string; isWithdrawn: boolean; audits: number }[]
  /** Rounds whose audits have this version, the latest first. */
  use: readonly VersionUse[]
  withdrawals: readonly Withdrawal[]
  mayWrite: boolean
  csrf: string
}

export const RubricPage = (props: RubricPageProps) => {
  const { rubric, judgement } = props
  return (
    <>
      <BackLink href="/rubrics">Rubrics</BackLink>
      <span class="govuk-caption-l">{`Rubric, version ${rubric.version}`}</span>
      <h1 class="govuk-heading-l">{rubric.title}</h1>
      <Withdrawn {...props} />
      <SummaryList
        rows={[
          { key: 'Asks about', value: appliesInWords(rubric.applies) },
          judgement !== undefined && { key: 'Part of the inspectorate’s report', value: judgement },
          { key: 'Drawn from', value: rubric.source },
          { key: 'Published', value: formatDate(dateOf(props.publishedAt)) },
          props.note !== '' && { key: 'What changed and why', value: props.note },
          { key: 'Scale', value: scaleInWords(props.scale) },
          props.scale.isOrdered && { key: 'Grading', value: gradingInWords(rubric) },
        ]}
      />
      <Acts {...props} />
      {rubric.items.map((item) => (
        <RubricItem item={item} decider={deciderOf(rubric, item)} scale={props.scale} />
      ))}
      <Versions {...props} />
      <Use {...props} />
    </>
  )
}

const Withdrawn = ({ withdrawals }: RubricPageProps) => {
  const [latest] = withdrawals
  return latest === undefined || latest.restoredAt !== null ? null : (
    <WarningText>
      {`Withdrawn from new use on ${formatDate(dateOf(latest.withdrawnAt))}${latest.withdrawnBy === null ? '' : ` by ${latest.withdrawnBy}`}: ${latest.reason}`}
    </WarningText>
  )
}

const PostButton = (props: { action: string; csrf: string; label: string; class?: string }) => (
  <form method="post" action={props.action}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <Button class={props.class ?? 'govuk-button--secondary'} preventDoubleClick>
      {props.label}
    </Button>
  </form>
)

const isOurs = (version: string): boolean => version.includes('-local.')

const Acts = ({ rubric, versions, withdrawals, mayWrite, csrf }: RubricPageProps) => {
  const address = `/rubrics/${rubric.key}/${rubric.version}`
  const isOut = withdrawals[0] !== undefined && withdrawals[0].restoredAt === null
  const hasOurs = versions.some(({ version }) => isOurs(version))
  return (
    <div class="govuk-button-group pl-no-print">
      {mayWrite ? (
        <PostButton action={`${address}/draft`} csrf={csrf} label="Start a draft" class="" />
      ) : (
        ''
      )}
      {mayWrite && hasOurs && !isOurs(rubric.version) ? (
        <PostButton action={`${address}/merge`} csrf={csrf} label="Bring its changes into ours" />
      ) : (
        ''
      )}
      {mayWrite && isOut ? (
        <PostButton action={`${address}/restore`} csrf={csrf} label="Bring it back into use" />
      ) : (
        ''
      )}
      {mayWrite && !isOut ? (
        <a class="govuk-link" href={`${address}/withdraw`}>
          Withdraw from new use
        </a>
      ) : (
        ''
      )}
      <a class="govuk-link" href={`${address}/file`} download>
        Download as a file
      </a>
      {versions.length > 1 ? (
        <a class="govuk-link" href={`/rubrics/${rubric.key}/compare?to=${rubric.version}`}>
          What changed
        </a>
      ) : (
        ''
      )}
    </div>
  )
}

const Versions = ({ rubric, versions }: RubricPageProps) => (
  <section>
    <h2>Versions</h2>
    <DataTable
      id="versions"
      caption="Versions of this rubric"
      isCaptionHidden
      columns={[
        { header: 'Version' },
        { header: 'Published' },
        { header: 'Audits', isNumber: true },
      ]}
      rows={versions.toReversed().map((one) => [
        <>
          {one.version === rubric.version ? (
            `Version ${one.version} (this one)`
          ) : (
            <a class="govuk-link" href={`/rubrics/${rubric.key}/${one.version}`}>
              {`Version ${one.version}`}
            </a>
          )}{' '}
          {isOurs(one.version) ? <Tag class="govuk-tag--blue">Ours</Tag> : ''}{' '}
          {one.isWithdrawn ? <Tag class="govuk-tag--grey">Withdrawn</Tag> : ''}
        </>,
        formatShortDate(dateOf(one.publishedAt)),
        one.audits,
      ])}
    />
  </section>
)

const Use = ({ rubric, use, mayWrite }: RubricPageProps) => (
  <section>
    <h2>{`Where version ${rubric.version} is used`}</h2>
    {use.length === 0 ? (
      <p class="pl-muted">No audit has been graded on it yet.</p>
    ) : (
      <>
        <p>{`${plural(
          use.reduce((sum, { audits }) => sum + audits, 0),
          'audit'
        )} in ${plural(use.length, 'round')}.`}</p>
        <DataTable
          id="use"
          caption="Rounds that use this version"
          isCaptionHidden
          columns={[
            { header: 'Round' },
            { header: 'Date' },
            { header: 'Audits', isNumber: true },
            { header: 'Submitted', isNumber: true },
          ]}
          rows={use.map((one) => [
            mayWrite ? (
              <a class="govuk-link" href={`/rounds/${one.roundId}`}>
                {one.roundName}
              </a>
            ) : (
              one.roundName
            ),
            formatShortDate(one.roundOn),
            one.audits,
            one.submitted,
          ])}
        />
      </>
    )}
  </section>
)

const deciderOf = (rubric: Rubric, item: Item): Item | undefined =>
  rubric.items.find((each) => each.key === item.showsWhen?.item)

/** `Red, amber, green: Green, Amber, Red, best first`. */
const scaleInWords = (scale: Scale): string => {
  const values = scale.values.map(({ label }) => label).join(', ')
  return scale.isOrdered
    ? `${scale.title}. Best first: ${values}.`
    : `${scale.title}. Answers are counted and make no grade.`
}

const gradingInWords = (rubric: Rubric): string => {
  const changed = Object.entries(rubric.rules).map(
    ([rule, value]) => `${rule.replaceAll('_', ' ')}: ${value.replaceAll('_', ' ')}`
  )
  return changed.length === 0
    ? 'The standard rules'
    : `The standard rules, except ${changed.join('; ')}`
}
