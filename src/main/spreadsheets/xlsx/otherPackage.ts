import type { ZipPackage } from '../package/zip.ts'
import { Unreadable } from '../unreadable.ts'

/** Refuses zip packages that are something else than an .xlsx or .xlsm, each with its own reason. */
export function refuseOtherPackage(zip: ZipPackage): void {
  const hasFolder = (folder: string): boolean => zip.names.some((name) => name.startsWith(folder))
  if (zip.has('mimetype')) {
    const type = Buffer.from(zip.read('mimetype')).toString('latin1')
    if (type.includes('opendocument')) throw new Unreadable(type.includes('spreadsheet') ? 'ods' : 'document')
  }
  if (zip.has('xl/workbook.bin')) throw new Unreadable('xlsb')
  if (hasFolder('word/') || hasFolder('ppt/')) throw new Unreadable('document')
  if (zip.names.some((name) => name.endsWith('.iwa')) || zip.has('index.zip')) throw new Unreadable('numbers')
  if (!zip.has('[Content_Types].xml') && !zip.has('xl/workbook.xml')) throw new Unreadable('archive')
}
