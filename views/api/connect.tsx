/** How Power BI and Excel are connected, step by step, with the query to paste. */

import { CodeBlock } from '../components/code-block.tsx'

/** In the language of both programs: walks the pages and makes one table of all rows. */
const queryText = (publicUrl: string): string => `let
  Address = "${publicUrl}",
  Token = PlumblineToken,
  Page = (cursor as nullable text) =>
    Json.Document(Web.Contents(Address, [
      RelativePath = "api/v1/distributions",
      Query = if cursor = null
        then [format = "flat", limit = "1000"]
        else [format = "flat", limit = "1000", cursor = cursor],
      Headers = [Authorization = "Bearer " & Token]
    ])),
  Pages = List.Generate(
    () => Page(null),
    each _ <> null,
    each if [nextCursor] = null then null else Page([nextCursor])
  ),
  Rows = List.Combine(List.Transform(Pages, each [data])),
  Names = List.Union(List.Transform(Rows, Record.FieldNames)),
  Result = Table.FromRecords(Rows, Names, MissingField.UseNull)
in
  Result`

const Query = ({ publicUrl, label }: { publicUrl: string; label: string }) => (
  <CodeBlock label={label} text={queryText(publicUrl)} />
)

const shared = (
  <>
    <li>
      Choose <strong>Manage parameters</strong>, New: name PlumblineToken, type Text, and the token
      as its current value.
    </li>
    <li>
      Choose <strong>New source</strong>, Blank query, then <strong>Advanced editor</strong>, and
      paste the query below in place of what stands there. For another list, change distributions to
      measures, audits, actions or alerts; filters go beside limit.
    </li>
    <li>
      When it asks how to sign in, choose <strong>Anonymous</strong> for this address: the token is
      in the header already. Do not choose Web API, which would put it into the address.
    </li>
    <li>
      Choose <strong>Transform</strong>, Detect data type, then Close and load. Each column is
      plain. Grades of an audit by theme stand in one column; for a row each, leave{' '}
      <code>format</code> out and expand <code>themes</code> with the arrows beside its name.
    </li>
  </>
)

export const ConnectPowerBi = ({ publicUrl }: { publicUrl: string }) => (
  <>
    <h2 class="govuk-heading-l" id="power-bi">
      Connect Power BI
    </h2>
    <ol class="govuk-list govuk-list--number">
      <li>
        In Power BI Desktop choose <strong>Transform data</strong>.
      </li>
      {shared}
    </ol>
    <Query publicUrl={publicUrl} label="The query for Power BI" />
    <p class="govuk-body">
      The address stays the same from page to page, so that the Power BI service can refresh it as
      well; where Plumbline is inside the council's network it needs a gateway. Set the parameter
      anew in the service when the token changes. Whoever may edit the report can read the token:
      give it the smallest scope.
    </p>
  </>
)

export const ConnectExcel = ({ publicUrl }: { publicUrl: string }) => (
  <>
    <h2 class="govuk-heading-l" id="excel">
      Connect Excel
    </h2>
    <ol class="govuk-list govuk-list--number">
      <li>
        Choose <strong>Data</strong>, Get data, Launch Power Query editor.
      </li>
      {shared}
    </ol>
    <p class="govuk-body">
      The query is the same as for Power BI. For up to a thousand rows there is a shorter way:{' '}
      <strong>Data</strong>, From web, Advanced, with the address below, and as HTTP request header{' '}
      <code>Authorization</code> with the value <code>Bearer plumb_…</code>
    </p>
    <CodeBlock
      label="An address for Excel"
      text={`${publicUrl}/api/v1/distributions?format=csv&limit=1000`}
    />
    <p class="govuk-body">
      A workbook keeps the token with its queries: do not pass the workbook on with them. Choose
      Convert to range, and remove the query, in the copy that you send.
    </p>
  </>
)
