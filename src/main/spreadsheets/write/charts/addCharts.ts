import type { Workbook } from 'exceljs'
import type { GridSheetModel } from '../../gridModel.ts'
import { insertAfter, insertBefore, setPart } from '../editParts.ts'
import type { ZipParts } from '../zipParts.ts'
import { chartData } from './chartData.ts'
import { chartXml } from './chartXml.ts'
import { drawingXml } from './drawingXml.ts'

/** A grid in a workbook, with the number of its part. */
export interface NumberedGrid {
  number: number
  sheet: GridSheetModel
}

/** Adds native charts to the finished parts of a workbook; exceljs knows none. */
export function addCharts(parts: ZipParts, workbook: Workbook, grids: NumberedGrid[]): void {
  const charted = grids.filter(({ sheet }) => sheet.charts !== undefined && sheet.charts.length > 0)
  let count = 0
  for (const [index, { number, sheet }] of charted.entries()) {
    const files = sheet.charts!.map((chart) => {
      const file = `charts/chart${(count += 1)}.xml`
      addPart(parts, file, 'drawingml.chart', chartXml(chart, chartData(workbook, chart)))
      return relationship(file, 'chart')
    })
    const drawing = `drawings/drawing${index + 1}.xml`
    addPart(parts, drawing, 'drawing', drawingXml(sheet.charts!))
    setPart(parts, `xl/drawings/_rels/drawing${index + 1}.xml.rels`, relationships(files))
    // The first relationship of the sheet: what else has one (tables, comments, pictures) no grid holds.
    setPart(parts, `xl/worksheets/_rels/sheet${number}.xml.rels`, relationships([relationship(drawing, 'drawing')]))
    // The schema wants it behind page breaks, or behind headers and footers, which each sheet has.
    const marker = sheet.pageBreaks?.length ? '</rowBreaks>' : '</headerFooter>'
    insertAfter(parts, `xl/worksheets/sheet${number}.xml`, marker, '<drawing r:id="rId1"/>')
  }
}

function addPart(parts: ZipParts, file: string, type: string, xml: string): void {
  setPart(parts, `xl/${file}`, xml)
  const override = `<Override PartName="/xl/${file}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
  insertBefore(parts, '[Content_Types].xml', '</Types>', override)
}

const relationship = (file: string, type: string) => ({ target: `../${file}`, type })

/** The relationship part of a drawing or a sheet; the nth is rId(n). */
function relationships(all: { target: string; type: string }[]): string {
  const inside = all.map(
    ({ target, type }, index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`
}
