import type { HistoryChangeTable } from '#main/database/tables.ts'
import type { RowChange, RowImage } from '#shared/workspace/changeWords.ts'

/** A change as the words are made from. */
export const rowChange = ({
  table_name,
  row_id,
  before,
  after,
}: Pick<HistoryChangeTable, 'table_name' | 'row_id' | 'before' | 'after'>): RowChange => ({
  table: table_name,
  rowId: row_id,
  before: rowImage(before),
  after: rowImage(after),
})

const rowImage = (json: string | null): RowImage | null => (json === null ? null : (JSON.parse(json) as RowImage))
