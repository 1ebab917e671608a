import { posix } from 'node:path'
import { scanXml } from './xml.ts'
import type { ZipPackage } from './zip.ts'

export interface Relationship {
  id: string
  /** The last word of the type's address, the same in strict and transitional files: 'worksheet', 'hyperlink'. */
  type: string
  /** A part name without a leading slash; for external targets, the address as written. */
  target: string
}

/** The relationships of a part (of the package itself for ''), in file order. None where it has no relationship part. */
export function readRelationships(zip: ZipPackage, part: string): Relationship[] {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!zip.has(name)) return []
  const found: Relationship[] = []
  scanXml(zip.read(name), {
    open(element, { Id, Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || Id === undefined) return
      const target = TargetMode === 'External' ? Target : partName(folder, Target)
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return found
}

function partName(folder: string, target: string): string {
  const path = decodePercent(target).replaceAll('\\', '/')
  return posix.join('/', path.startsWith('/') ? '' : folder, path).slice(1)
}

function decodePercent(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
