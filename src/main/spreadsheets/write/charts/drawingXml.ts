import type { ChartModel } from '../../chartModel.ts'
import { cellText } from '../toCell.ts'
import { xmlText } from '../xmlText.ts'

const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const namespaces =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The drawing part of a sheet: where its charts stand. The nth chart is relationship rId(n). */
export function drawingXml(charts: ChartModel[]): string {
  const frames = charts.map((chart, index) => frameXml(chart, index + 1)).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${namespaces}>${frames}</xdr:wsDr>`
}

function frameXml({ title, description, covers }: ChartModel, number: number): string {
  // The drawing counts from 0 and ends before the "to" cell.
  const corner = (column: number, row: number): string =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
  return (
    `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${corner(covers.left - 1, covers.top - 1)}</xdr:from>` +
    `<xdr:to>${corner(covers.right, covers.bottom)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${number + 1}" name="${attribute(`Chart ${number}: ${title}`)}" descr="${attribute(description)}"/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" r:id="rId${number}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  )
}

const attribute = (text: string): string => xmlText(cellText(text)).replaceAll('\n', ' ')
