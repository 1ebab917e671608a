import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChartModel } from '#main/spreadsheets/chartModel.ts'
import type { GridSheetModel } from '#main/spreadsheets/gridModel.ts'
import { openZip } from '#main/spreadsheets/package/zip.ts'
import type { WorkbookModel } from '#main/spreadsheets/workbookModel.ts'
import { chartColour } from '#main/spreadsheets/write/charts/palette.ts'
import { writeWorkbook } from '#main/spreadsheets/writeWorkbook.ts'
import { askOpenpyxl, convertWithLibreOffice, needLibreOffice } from '#test/support/otherOffice.ts'
import { budgetModel } from '#test/workbooks/gridFixture.ts'

let folder = ''
let path = ''
let bytes: Uint8Array = new Uint8Array()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coachdesk-charts-'))
  path = join(folder, 'budget.xlsx')
  bytes = await writeWorkbook(budgetModel)
  writeFileSync(path, bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const partOf = (zip: Uint8Array, name: string): string => new TextDecoder().decode(openZip(zip).read(name))

const inspect = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])["Budget & FTE"]
def text(title):
    return "".join(run.t for p in title.tx.rich.p for run in p.r) if title else None
print(json.dumps([{
    "kind": [chart.tagname, getattr(chart, "barDir", None), chart.grouping, getattr(chart, "overlap", None)],
    "title": text(chart.title),
    "names": [s.tx.strRef.f if s.tx.strRef else s.tx.v for s in chart.series],
    "values": [s.val.numRef.f for s in chart.series],
    "categories": [s.cat.strRef.f for s in chart.series],
    "colours": [(s.spPr.ln if chart.tagname == "lineChart" else s.spPr).solidFill.srgbClr for s in chart.series],
    "axis": [chart.y_axis.scaling.min, chart.y_axis.numFmt.formatCode, text(chart.y_axis.title), text(chart.x_axis.title)],
    "crossing": [chart.x_axis.crossAx == chart.y_axis.axId, chart.y_axis.crossAx == chart.x_axis.axId],
    "legend": chart.legend.position if chart.legend else None,
    "labels": [s.dLbls is not None and s.dLbls.showVal for s in chart.series],
    "smooth": [s.smooth for s in chart.series],
    "at": [chart.anchor._from.col, chart.anchor._from.row, chart.anchor.to.col, chart.anchor.to.row],
} for chart in sheet._charts]))`

describe('charts, read by openpyxl', () => {
  it('are native ones that point at their cells', () => {
    const cells = "'Budget & FTE'!"
    const both = {
      names: [`${cells}$B$4`, `${cells}$C$4`],
      values: [`${cells}$B$5:$B$7`, `${cells}$C$5:$C$7`],
      categories: [`${cells}$A$5:$A$7`, `${cells}$A$5:$A$7`],
      colours: ['36968A', 'AA7F30'],
      axis: [0, '"$"#,##0;-"$"#,##0', null, null],
      crossing: [true, true],
      legend: 'b',
      labels: [false, false],
      smooth: [null, null],
    }
    expect(askOpenpyxl(inspect, [path])).toEqual([
      { ...both, kind: ['barChart', 'col', 'clustered', null], title: 'Salary & fringe', at: [0, 10, 3, 25] },
      { ...both, kind: ['barChart', 'col', 'stacked', 100], title: 'Total <by part>', at: [3, 10, 7, 25] },
      {
        ...both,
        kind: ['barChart', 'bar', 'clustered', null],
        title: 'Total',
        names: ['Total'],
        values: [`${cells}$D$5:$D$7`],
        categories: [`${cells}$A$5:$A$7`],
        colours: ['36968A'],
        legend: null,
        labels: [true],
        smooth: [null],
        at: [0, 26, 3, 43],
      },
      { ...both, kind: ['barChart', 'bar', 'stacked', 100], title: 'Total by part', at: [3, 26, 7, 43] },
      {
        ...both,
        kind: ['lineChart', null, 'standard', null],
        title: 'Salary over the years',
        names: [`${cells}$B$4`],
        values: [`${cells}$B$5:$B$7`],
        categories: [`${cells}$A$5:$A$7`],
        colours: ['36968A'],
        axis: [10_000, '"$"#,##0;-"$"#,##0', 'US dollars', 'Fiscal year'],
        legend: null,
        labels: [true],
        smooth: [false],
        at: [0, 44, 7, 61],
      },
    ])
  })
})

describe('charts, opened by LibreOffice', () => {
  it('are all drawn, each of its kind', (context) => {
    needLibreOffice(context)
    const ods = openZip(convertWithLibreOffice(path, 'ods'))
    const charts = ods.names.filter((name) => /^object \d+\/content\.xml$/.test(name)).toSorted()
    const classes = charts.map(
      (name) => /chart:class="(chart:\w+)"/.exec(new TextDecoder().decode(ods.read(name)))?.[1],
    )
    expect(classes).toEqual(['chart:bar', 'chart:bar', 'chart:bar', 'chart:bar', 'chart:line'])
  })
})

describe('the parts of a chart', () => {
  it('hold what the cells hold, for those who do not calculate', () => {
    const chart = partOf(bytes, 'xl/charts/chart1.xml')
    const cached = [...chart.matchAll(/<c:pt idx="\d+"><c:v>([^<]*)/g)].map((match) => match[1])
    const years = ['FY 2027', 'FY 2028', 'FY 2029']
    const salary = ['Salary', ...years, '22570', '45140', '67710']
    expect(cached).toEqual([...salary, 'Fringe', ...years, '5394.23', '10788.46', '16182.69'])
  })

  it('say in words what it shows, each with a number of its own', () => {
    const drawing = partOf(bytes, 'xl/drawings/drawing1.xml')
    const frames = [...drawing.matchAll(/<xdr:cNvPr id="(\d+)" name="([^"]*)" descr="([^"]*)"/g)]
    expect(frames.map((match) => match[1])).toEqual(['2', '3', '4', '5', '6'])
    expect(frames[1]!.slice(2)).toEqual(['Chart 2: Total &lt;by part&gt;', 'Salary and fringe in three fiscal years.'])
  })

  it('stand behind everything the schema wants before them', () => {
    const sheet = partOf(bytes, 'xl/worksheets/sheet2.xml')
    const order = [...sheet.slice(sheet.indexOf('</sheetData>')).matchAll(/<(\w+)/g)].map((match) => match[1]!)
    const known = ['autoFilter', 'mergeCells', 'hyperlinks', 'pageMargins', 'headerFooter', 'rowBreaks', 'drawing']
    expect(order.filter((name) => known.includes(name))).toEqual(known)
  })
})

/** A workbook of one grid with five figures, and charts over them. */
const charted = (charts: Partial<ChartModel>[], figures = [1, 2, null, 4, 5]): WorkbookModel => {
  const column = { sheet: 'S', top: 1, bottom: 5 }
  const sheet: GridSheetModel = {
    kind: 'grid',
    name: 'S',
    title: 'S',
    columns: [],
    rows: figures.map((value, index) => ({
      cells: [
        { value: 2027 + index, type: 'integer' },
        { value, type: 'number' },
      ],
    })),
    charts: charts.map((more) => ({
      kind: 'column',
      title: 'Figures',
      description: 'Five figures.',
      covers: { top: 7, bottom: 20, left: 1, right: 8 },
      categories: { ...column, left: 1, right: 1 },
      series: [{ name: 'Figures', values: { ...column, left: 2, right: 2 } }],
      valueAxis: { type: 'number' },
      ...more,
    })),
  }
  return { ...budgetModel, names: [], sheets: [sheet, { ...sheet, name: 'T' }] }
}

describe('a chart', () => {
  it('starts at 0, unless a value is below', async () => {
    const above = await writeWorkbook(charted([{}]))
    const below = await writeWorkbook(charted([{}], [1, -2, 3, 4, 5]))
    expect(partOf(above, 'xl/charts/chart1.xml')).toContain('<c:min val="0"/>')
    expect(partOf(below, 'xl/charts/chart1.xml')).not.toContain('<c:min ')
  })

  it('shades the steps of a scale from end to end, and ends where it is told to', async () => {
    const series = Array.from({ length: 5 }, (_, at) => ({
      name: `Step ${at}`,
      values: { sheet: 'S', top: 1, bottom: 5, left: 2, right: 2 },
    }))
    const bytes = await writeWorkbook(
      charted([{ kind: 'stackedBar', isScale: true, series, valueAxis: { type: 'percent', max: 10_000 } }]),
    )
    const chart = partOf(bytes, 'xl/charts/chart1.xml')
    const fills = [...chart.matchAll(/<c:spPr><a:solidFill><a:srgbClr val="(\w+)"\/>/g)].map((match) => match[1])
    expect(fills.slice(0, 5)).toEqual(['AA7F30', 'B8A175', 'CCD4DD', '72AFAB', '36968A'])
    expect(chart).toContain('<c:max val="1"/><c:min val="0"/>')
  })

  it('leaves a gap where there is no figure', async () => {
    const chart = partOf(await writeWorkbook(charted([{}])), 'xl/charts/chart1.xml')
    const values = chart.slice(chart.indexOf('<c:numCache>'))
    expect([...values.matchAll(/<c:pt idx="(\d+)">/g)].map((match) => match[1])).toEqual(['0', '1', '3', '4'])
  })

  it('has parts of its own on each sheet', async () => {
    const zip = openZip(await writeWorkbook(charted([{}, { kind: 'line' }])))
    const parts = zip.names.filter((name) => /chart|drawing/.test(name)).toSorted()
    expect(parts).toEqual([
      ...[1, 2, 3, 4].map((number) => `xl/charts/chart${number}.xml`),
      ...[1, 2].map((number) => `xl/drawings/_rels/drawing${number}.xml.rels`),
      ...[1, 2].map((number) => `xl/drawings/drawing${number}.xml`),
    ])
    const second = new TextDecoder().decode(zip.read('xl/drawings/_rels/drawing2.xml.rels'))
    expect([...second.matchAll(/Target="([^"]*)"/g)].map((match) => match[1])).toEqual([
      '../charts/chart3.xml',
      '../charts/chart4.xml',
    ])
  })

  const values = { sheet: 'S', top: 1, bottom: 5, left: 2, right: 2 }
  it.each([
    ['of a sheet that is not there', { ...values, sheet: 'Gone' }, 'a sheet "Gone" that is not there'],
    ['of a block', { ...values, left: 1 }, 'one row or one column'],
    ['of other cells than its categories', { ...values, bottom: 4 }, '4 values'],
  ])('is a fault: %s', async (_, range, message) => {
    await expect(writeWorkbook(charted([{ series: [{ name: 'Figures', values: range }] }]))).rejects.toThrow(message)
  })
})

it('gives a chart the colours it has in the app', () => {
  const tokens = readFileSync('src/renderer/styles/tokens.css', 'utf8')
  const onWhite = [...tokens.matchAll(/--chart-\d: light-dark\(#(\w{6})/g)].map((match) => match[1]!.toUpperCase())
  expect(([1, 2, 3, 4, 5, 6, 7, 8] as const).map(chartColour)).toEqual(onWhite)
})
