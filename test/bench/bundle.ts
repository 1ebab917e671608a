import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Measured } from '#test/bench/measured.ts'

const root = 'out/renderer'

/** What the window must load before it shows anything: the entry, and all that it imports at once. */
export const bundleBench = async (): Promise<Measured[]> => {
  const html = readFileSync(join(root, 'index.html'), 'utf8')
  const linked = [...html.matchAll(/(?:src|href)="[./]*(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]!)
  const files = new Set<string>()
  const load = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    if (!file.endsWith('.js')) return
    const source = readFileSync(join(root, file), 'utf8')
    for (const [, name] of source.matchAll(
      /(?:^|[;\s}])(?:import|export)(?:[^'"();]*?from)?\s*["']\.\/([^"']+\.js)["']/g,
    ))
      load(join('assets', name!))
  }
  linked.forEach(load)
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file))).length, 0)
  return [{ what: `first bundle, gzipped (${files.size} files)`, value: bytes / 1000, unit: 'kB', target: 300 }]
}
