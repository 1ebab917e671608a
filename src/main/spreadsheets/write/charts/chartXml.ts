import type { ChartModel } from '../../chartModel.ts'
import { numberFormats } from '../look.ts'
import { cellText, unitsPerOne } from '../toCell.ts'
import { xmlText } from '../xmlText.ts'
import type { ChartData, SeriesData } from './chartData.ts'
import { chartColour, colourInTurn, colourOfStep } from './palette.ts'

const ink = '1E293B'
const quietInk = '64748B'
const gridLine = 'E2E8F0'
const axisLine = '94A3B8'

/** Any two numbers, as long as each axis names the other's. */
const categoryAxisId = 111_111_111
const valueAxisId = 222_222_222

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The chart part (ECMA-376, part 1, 21.2). The schema fixes the order of elements; Excel repairs a file that has another. */
export function chartXml(
  model: ChartModel,
  { categories, series }: { categories: ChartData<string>; series: SeriesData[] },
): string {
  const plotted = series.map((one, index) => seriesXml(model, one, index, categories)).join('')
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${namespaces}><c:roundedCorners val="0"/><c:chart>` +
    `<c:title>${richText(model.title, 1200, ink, true)}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plotXml(model, plotted)}${axesXml(model, series)}</c:plotArea>` +
    (series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(900, ink)}</c:legend>`
      : '') +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>' +
    '</c:chartSpace>'
  )
}

const isLine = ({ kind }: ChartModel): boolean => kind === 'line'
const liesDown = ({ kind }: ChartModel): boolean => kind === 'bar' || kind === 'stackedBar'
const isStacked = ({ kind }: ChartModel): boolean => kind === 'stackedBar' || kind === 'stackedColumn'

function plotXml(model: ChartModel, series: string): string {
  const axes = `<c:axId val="${categoryAxisId}"/><c:axId val="${valueAxisId}"/>`
  if (isLine(model)) {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`
  }
  const stacked = isStacked(model)
  return (
    `<c:barChart><c:barDir val="${liesDown(model) ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
    `<c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
  )
}

function seriesXml(
  model: ChartModel,
  { name, values }: SeriesData,
  index: number,
  categories: ChartData<string>,
): string {
  const colour = model.isScale
    ? colourOfStep(index, model.series.length)
    : chartColour(model.series[index]!.colour ?? colourInTurn(index))
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  const text = typeof name === 'string' ? `<c:v>${xmlText(name)}</c:v>` : textReference(name)
  const cells =
    `<c:cat>${textReference(categories)}</c:cat>` +
    `<c:val>${numberReference(values, numberFormats[model.valueAxis.type])}</c:val>`
  const start = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${text}</c:tx>`
  if (isLine(model)) {
    const line = `<c:spPr><a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln></c:spPr>`
    const marker = `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}<a:ln>${fill}</a:ln></c:spPr></c:marker>`
    return `${start}${line}${marker}${directLabels(model)}${cells}<c:smooth val="0"/></c:ser>`
  }
  return `${start}<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>${directLabels(model)}${cells}</c:ser>`
}

const mostLabels = 12

/** A single series carries its figures: nobody has to measure them against an axis. Excel takes no place above stacked bars. */
function directLabels(model: ChartModel): string {
  const { categories, series, valueAxis } = model
  const count = Math.max(categories.bottom - categories.top, categories.right - categories.left) + 1
  if (series.length > 1 || count > mostLabels || isStacked(model)) return ''
  const shown = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize']
    .map((what) => `<c:show${what} val="${what === 'Val' ? 1 : 0}"/>`)
    .join('')
  return (
    `<c:dLbls><c:numFmt formatCode="${xmlText(numberFormats[valueAxis.type])}" sourceLinked="0"/>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(900, ink)}` +
    `<c:dLblPos val="${isLine(model) ? 't' : 'outEnd'}"/>${shown}</c:dLbls>`
  )
}

function axesXml(model: ChartModel, series: SeriesData[]): string {
  const down = liesDown(model)
  const { type, title, min = 0, max } = model.valueAxis
  const negative = series.some(({ values }) => values.values.some((value) => value !== null && value < 0))
  // Left to itself Excel starts at the least value, which makes small differences look large.
  const start = negative ? '' : `<c:min val="${isLine(model) ? min / unitsPerOne(type) : 0}"/>`
  const end = max === undefined ? '' : `<c:max val="${max / unitsPerOne(type)}"/>`
  // Bars lie in the order of their rows, the first on top; the figures stay at the bottom.
  const order = `<c:orientation val="${down ? 'maxMin' : 'minMax'}"/>`
  return (
    `<c:catAx><c:axId val="${categoryAxisId}"/><c:scaling>${order}</c:scaling><c:delete val="0"/><c:axPos val="${down ? 'l' : 'b'}"/>` +
    `${axisTitle(model.categoryAxis?.title, down)}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${axisLine}"/></a:solidFill></a:ln></c:spPr>` +
    `${textProperties(900, ink)}<c:crossAx val="${valueAxisId}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="${valueAxisId}"/><c:scaling><c:orientation val="minMax"/>${end}${start}</c:scaling><c:delete val="0"/><c:axPos val="${down ? 'b' : 'l'}"/>` +
    `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${gridLine}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>` +
    `${axisTitle(title, !down)}<c:numFmt formatCode="${xmlText(numberFormats[type])}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties(900, quietInk)}<c:crossAx val="${categoryAxisId}"/>` +
    `<c:crosses val="${down ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  )
}

const axisTitle = (title: string | undefined, upright: boolean): string =>
  title === undefined ? '' : `<c:title>${richText(title, 900, quietInk, false, upright)}<c:overlay val="0"/></c:title>`

const colourFill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`

/** Text of the chart's own; sizes in hundredths of a point. Along an upright axis it reads from below. */
function richText(text: string, size: number, colour: string, bold: boolean, upright = false): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`
  const fill = colourFill(colour)
  return (
    `<c:tx><c:rich><a:bodyPr${upright ? ' rot="-5400000" vert="horz"' : ''}/><a:p><a:pPr><a:defRPr ${look}>${fill}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr lang="en-US" ${look}>${fill}</a:rPr><a:t>${xmlText(cellText(text))}</a:t></a:r></a:p></c:rich></c:tx>`
  )
}

const textProperties = (size: number, colour: string): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${colourFill(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`

function textReference({ reference, values }: ChartData<string>): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${xmlText(value)}</c:v></c:pt>`).join('')
  return `<c:strRef><c:f>${xmlText(reference)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`
}

function numberReference({ reference, values }: ChartData<number | null>, format: string): string {
  const points = values
    .map((value, index) => (value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`))
    .join('')
  return `<c:numRef><c:f>${xmlText(reference)}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`
}
