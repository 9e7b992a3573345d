/** The parts of an Excel file beside its sheets: what it is made of, how cells look, which sheets there are (ECMA-376). */
import { xmlText, xmlValue } from './sheet-text.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OF = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet that has been written: its name, its last column and row. */
export interface WrittenSheet {
  readonly name: string
  readonly lastColumn: string
  readonly lastRow: number
}

/** In the order of `styles` in sheet-text.ts. Text wraps; text that begins like a formula keeps Excel from reading it so. */
const LOOKS = `<cellXfs count="11">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="right" vertical="bottom" indent="1" wrapText="1"/></xf>
<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>
<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>
</cellXfs>`

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<numFmts count="3"><numFmt numFmtId="164" formatCode="d\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="d\\ mmm\\ yyyy\\ hh:mm"/><numFmt numFmtId="166" formatCode="\\+0%_m;\\−0%_m;0%_m"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F2F1"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF505A5F"/></bottom></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
${LOOKS}
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

const workbook = (sheets: readonly WrittenSheet[]): string => {
  const list = sheets.map(
    ({ name }, place) =>
      `<sheet name="${xmlValue(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`
  )
  // The header is repeated on each printed page, and the filter is known by its range.
  const names = sheets.flatMap(({ name, lastColumn, lastRow }, place) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">${xmlText(quoted(name))}!$A$1:$${lastColumn}$${lastRow}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">${xmlText(quoted(name))}!$1:$1</definedName>`,
  ])
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OF}"><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
}

const workbookRelations = (count: number): string => {
  const sheets = Array.from(
    { length: count },
    (_, place) =>
      `<Relationship Id="rId${place + 1}" Type="${OF}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${OF}/styles" Target="styles.xml"/></Relationships>`
}

const contentTypes = (count: number): string => {
  const sheets = Array.from(
    { length: count },
    (_, place) =>
      `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.join('')}</Types>`
}

const core = (title: string): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Plumbline</dc:creator></cp:coreProperties>`

const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OF}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

/** What stands after the last sheet, once it is known how many there are. */
export const closingParts = (title: string, sheets: readonly WrittenSheet[]) => [
  { name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
  { name: '_rels/.rels', text: [RELATIONS] },
  { name: 'docProps/core.xml', text: [core(title)] },
  { name: 'xl/workbook.xml', text: [workbook(sheets)] },
  { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(sheets.length)] },
  { name: 'xl/styles.xml', text: [STYLES] },
]

export const sheetHead = (widths: readonly number[]): string => {
  const columns = widths.map(
    (width, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
}

/** Codes of headers and footers begin with an ampersand, and Excel takes 255 characters. */
const inHeader = (text: string): string => xmlText(text.slice(0, 120).replaceAll('&', '&&'))

/** Widths of columns together that can still be read where A4 on its side holds all of them; wider ones take A3. */
const A4_HOLDS = 200

const paperOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) > A4_HOLDS ? 8 : 9

/** @param title of the file, at the head of each printed page */
export const sheetEnd = (
  { lastColumn, lastRow }: WrittenSheet,
  { title, widths }: { readonly title: string; readonly widths: readonly number[] }
): string =>
  `</sheetData><autoFilter ref="A1:${lastColumn}${lastRow}"/><pageMargins left="0.5" right="0.5" top="0.75" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="${paperOf(widths)}" orientation="landscape" fitToHeight="0"/><headerFooter>${title === '' ? '' : `<oddHeader>&amp;L${inHeader(title)}</oddHeader>`}<oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`
