import type { CellPlace, CellRange, ColumnType, SheetRange } from './cellModel.ts'

/** A native chart, which stays linked to its cells and can be edited in Excel. */
export interface ChartModel {
  kind: 'column' | 'stackedColumn' | 'bar' | 'stackedBar' | 'line'
  title: string
  /** What it shows, in a sentence, for those who do not see it. */
  description: string
  /** The cells it covers. */
  covers: CellRange
  /** One row or one column of labels. */
  categories: SheetRange
  series: ChartSeriesModel[]
  /** The series are the steps of one scale: shaded from one end to the other over a quiet middle. */
  isScale?: boolean
  valueAxis: {
    /** How the figures along the axis are shown. */
    type: ColumnType
    title?: string
    /** Where a line chart starts, in the units of the type: 0 where it is left out. Bars always start at 0. */
    min?: number
    /** Where it ends, in the units of the type: where the figures leave it, if left out. */
    max?: number
  }
  categoryAxis?: { title?: string }
}

export interface ChartSeriesModel {
  /** A text, or the cell that holds it. */
  name: string | (CellPlace & { sheet: string })
  /** One row or one column, as many cells as there are categories. */
  values: SheetRange
  /** One of the eight of the app's charts, the same for the same fund, category or wave everywhere; by order where left out. */
  colour?: ChartColour
}

export type ChartColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
