import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { assertNever } from '#shared/kernel/assertNever.ts'
import type { Block, DocumentModel } from '#main/documents/documentModel.ts'
import { colours, letter, styles, textWidth } from '#main/documents/look.ts'
import { factsTable, gridTable, signatureTable } from '#main/documents/tables.ts'

/** Writes a .docx on letter paper, with real headings, so that Word shows its outline and reads it aloud in order. */
export async function writeDocument(model: DocumentModel): Promise<Uint8Array> {
  const document = new Document({
    title: model.title,
    creator: model.creator,
    lastModifiedBy: model.creator,
    styles,
    numbering: { config: [bullets] },
    sections: [
      {
        properties: { page: letter },
        headers: { default: new Header({ children: [pageHeader(model)] }) },
        footers: { default: new Footer({ children: [pageFooter(model)] }) },
        children: [...titleOf(model), ...model.blocks.flatMap(childrenOf)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

type Child = ISectionOptions['children'][number]

function titleOf({ title, subtitle }: DocumentModel): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...subtitle.map((line) => new Paragraph({ style: 'Subtitle', children: [new TextRun(line)] })),
  ]
}

function childrenOf(block: Block): Child[] {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, keepNext: true, children: [new TextRun(block.text)] })]
    }
    case 'paragraph':
      return block.text.split(/\n+/).map((text) => paragraph(text, block.tone === 'quiet'))
    case 'facts':
      return spaced(factsTable(block.facts))
    case 'table':
      return spaced(gridTable(block))
    case 'bullets':
      return block.items.flatMap(bulletItem)
    case 'signatures':
      return [signatureTable(block.roles)]
    default:
      return assertNever(block)
  }
}

const paragraph = (text: string, quiet: boolean): Paragraph =>
  new Paragraph({ style: quiet ? 'Quiet' : 'Normal', keepNext: quiet, children: [new TextRun(text)] })

/** Word joins two tables that touch. */
const spaced = (table: Table): Child[] => [table, new Paragraph({ style: 'Gap', children: [] })]

/** What has details is the headline of them; without, it is plain text. */
function bulletItem({ text, details }: { text: string; details: string[] }): Paragraph[] {
  const last = details.length - 1
  return [
    new Paragraph({
      numbering: { reference: bullets.reference, level: 0 },
      keepNext: details.length > 0,
      spacing: { after: details.length > 0 ? 0 : 80 },
      children: [new TextRun({ text, bold: details.length > 0 })],
    }),
    ...details.map(
      (detail, index) =>
        new Paragraph({
          indent: { left: 360 },
          keepNext: index < last,
          spacing: { after: index < last ? 0 : 100 },
          children: [new TextRun({ text: detail, color: colours.quiet })],
        }),
    ),
  ]
}

const bullets = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360, hanging: 240 } } },
    },
  ],
}

const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }]

function pageHeader({ header }: DocumentModel): Paragraph {
  return new Paragraph({
    style: 'Margin',
    tabStops,
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: colours.line, space: 4 } },
    children: [new TextRun(header.left), new TextRun({ children: [new Tab(), header.right] })],
  })
}

function pageFooter({ footer }: DocumentModel): Paragraph {
  const pages = [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  return new Paragraph({ style: 'Margin', tabStops, children: [new TextRun(footer), new TextRun({ children: pages })] })
}
