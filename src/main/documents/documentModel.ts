import type { Instant } from '#shared/kernel/plainDate.ts'

/** A document as plain data: what a feature wants to say, without a word of docx. */
export interface DocumentModel {
  title: string
  /** Lines under the title. */
  subtitle: string[]
  /** At the head of each page, left and right. */
  header: { left: string; right: string }
  footer: string
  creator: string
  /** When the data was read. */
  created: Instant
  blocks: Block[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string; tone?: 'plain' | 'quiet' }
  /** Labels with values: two columns without a header. An empty value is written as not decided. */
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | TableBlock
  | { kind: 'bullets'; items: { text: string; details: string[] }[] }
  | { kind: 'signatures'; roles: string[] }

export interface TableBlock {
  kind: 'table'
  columns: DocumentColumn[]
  rows: string[][]
  /** In smaller type: many columns of short words, which must not break where another font stands in. */
  isDense?: boolean
}

/** A column with its share of the page, in percent. */
export interface DocumentColumn {
  header: string
  percent: number
  /** Figures stand to the right, so that they can be read down the column. */
  isFigures?: boolean
}
