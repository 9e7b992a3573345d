/** The API as people read it: what it holds, what never comes out, how to connect, and what every field means. */
import { CodeBlock } from '../components/code-block.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Details } from '../components/details.tsx'
import { ConnectExcel, ConnectPowerBi } from './connect.tsx'

type Parameter = { name: string; meaning: string; example: string }
type Field = { name: string; type: string; meaning: string }

type List = {
  name: string
  scope: string
  title: string
  description: string
  hasText: boolean
  parameters: readonly Parameter[]
  fields: readonly Field[]
  /** Under format=flat and csv. */
  columns: readonly string[]
}

export type ApiPageProps = {
  lists: readonly List[]
  scopes: readonly { scope: string; words: string }[]
  publicUrl: string
  makesTokens: boolean
}

const ListPart = ({ list, publicUrl }: { list: List; publicUrl: string }) => (
  <>
    <h3 class="govuk-heading-m" id={list.name}>
      {list.title}
    </h3>
    <p class="govuk-body">{list.description}</p>
    <p class="govuk-body">
      {`Needs the scope `}
      <code>{list.scope}</code>
      {list.hasText ? '; the scope text adds the words.' : '.'}
    </p>
    <CodeBlock label={`Address of ${list.name}`} text={`GET ${publicUrl}/api/v1/${list.name}`} />
    <DataTable
      id={`${list.name}-parameters`}
      caption={`What may be asked of ${list.name}`}
      columns={[{ header: 'Parameter' }, { header: 'What it does' }, { header: 'For example' }]}
      rows={list.parameters.map(({ name, meaning, example }) => [
        <code>{name}</code>,
        meaning.replaceAll('`', ''),
        example,
      ])}
    />
    <DataTable
      id={`${list.name}-fields`}
      caption={`Fields of a row of ${list.name}`}
      columns={[{ header: 'Field' }, { header: 'Holds' }, { header: 'Meaning' }]}
      rows={list.fields.map(({ name, type, meaning }) => [
        <code>{name}</code>,
        type,
        meaning.replaceAll('`', ''),
      ])}
    />
    <Details summary={`Columns of ${list.name} with format=flat or csv`}>
      <p class="govuk-body">
        {list.columns.map((name, place) => (
          <>
            {place === 0 ? '' : ', '}
            <code>{name}</code>
          </>
        ))}
      </p>
    </Details>
  </>
)

const NeverOut = () => (
  <>
    <h2 class="govuk-heading-l" id="never">
      What never comes out
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>Names of people: auditors and owners are ids. Names of children are not in Plumbline.</li>
      <li>Drafts: audits and alerts in progress, and what is typed since an audit was reopened.</li>
      <li>
        The evidence under single answers, notes to oneself, safety notices and the event log.
      </li>
      <li>Words of any kind, unless the token has the scope text.</li>
    </ul>
    <p class="govuk-body">
      Figures are for those inside the council: small numbers are not suppressed. What is published
      outside is made as an external report, never from here.
    </p>
  </>
)

const Asking = ({ publicUrl }: { publicUrl: string }) => (
  <>
    <h2 class="govuk-heading-l" id="asking">
      How to ask
    </h2>
    <p class="govuk-body">
      Send the token as a header with each request. In an address it is refused, since addresses are
      kept in logs.
    </p>
    <CodeBlock
      label="A request"
      text={`curl -H "Authorization: Bearer plumb_…" "${publicUrl}/api/v1/distributions?theme=cp_plan&from=2025-04-01"`}
    />
    <p class="govuk-body">
      The answer has the rows in <code>data</code>. While there are more, <code>next</code> is the
      address of the next page and <code>nextCursor</code> the part of it that changes; on the last
      page both are null. A walk from page to page sees each row once, whatever is added meanwhile.
      With <code>format=flat</code> the rows are plain columns, with nothing to expand; with{' '}
      <code>format=csv</code> the same columns are a table, and the next page stands in the Link
      header.
    </p>
    <p class="govuk-body">
      What is wrong is answered with a sentence that says what would be right: 401 for the token,
      403 for its scope, 422 for parameters (all of them at once), 429 when it was too often, with
      the seconds to wait in Retry-After. A token may ask three hundred times a minute.
    </p>
    <h3 class="govuk-heading-m">Reading the figures</h3>
    <p class="govuk-body">
      Show n beside every percentage, and the interval beside every share. With 20 audits, one audit
      more or less is five points. Keep one kind of round to a line, and do not average grades: they
      are an order, not numbers.
    </p>
  </>
)

export const ApiPage = ({ lists, scopes, publicUrl, makesTokens }: ApiPageProps) => (
  <>
    <h1 class="govuk-heading-xl">API for Power BI and Excel</h1>
    <p class="govuk-body-l">
      Other programs read figures, audits, actions and alerts with a token. They never write.
    </p>
    <ul class="govuk-list">
      {[
        ['#power-bi', 'Connect Power BI'],
        ['#excel', 'Connect Excel'],
        ['#asking', 'How to ask'],
        ['#never', 'What never comes out'],
        ...lists.map(({ name, title }) => [`#${name}`, title]),
      ].map(([href, text]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href="/api/openapi.json">
          Download the OpenAPI document
        </a>
      </li>
    </ul>
    <h2 class="govuk-heading-l" id="tokens">
      Tokens
    </h2>
    <p class="govuk-body">
      {makesTokens ? (
        <a class="govuk-link" href="/admin/tokens">
          Make and revoke tokens
        </a>
      ) : (
        'An administrator makes tokens and revokes them. Ask for one for each program that reads, and say what it should read.'
      )}
    </p>
    <DataTable
      id="scopes"
      caption="What a token may read"
      columns={[{ header: 'Scope' }, { header: 'Gives' }]}
      rows={scopes.map(({ scope, words }) => [<code>{scope}</code>, words])}
    />
    <ConnectPowerBi publicUrl={publicUrl} />
    <ConnectExcel publicUrl={publicUrl} />
    <Asking publicUrl={publicUrl} />
    <NeverOut />
    <h2 class="govuk-heading-l">The lists</h2>
    {lists.map((list) => (
      <ListPart list={list} publicUrl={publicUrl} />
    ))}
  </>
)
