import type { Import, SourceFile } from '#test/architecture/sourceFile.ts'

/** A rule of docs/architecture.md, as a machine checks it: what is wrong with one file, each in a sentence. */
export interface Rule {
  readonly name: string
  readonly findings: (file: SourceFile) => string[]
}

/** Packages that live in one room, so that they can be replaced there. */
const rooms: readonly { packages: readonly string[]; folders: readonly string[] }[] = [
  { packages: ['electron'], folders: ['src/main/desktop/'] },
  { packages: ['exceljs', 'papaparse', 'saxes'], folders: ['src/main/spreadsheets/'] },
  { packages: ['docx'], folders: ['src/main/documents/'] },
  { packages: ['better-sqlite3'], folders: ['src/main/database/'] },
  { packages: ['commander'], folders: ['src/main/cli/', 'src/main/cli.ts', 'src/main/serve.ts'] },
]

/** What a feature of the main process shows the others: its use cases, of `program` also those of the design, and of `workspace` the open data file. */
const frontDoors = ['service.ts', 'workspace.ts', 'design.ts']

export const rules: readonly Rule[] = [
  {
    name: 'shared is pure',
    findings: (file) =>
      file.path.startsWith('src/shared/')
        ? [
            ...eachImport(file, ({ target }) => !target.startsWith('src/shared/') && packageOf(target) !== 'zod'),
            ...file.impure.map((source) => `${file.path} reads ${source}`),
          ]
        : [],
  },
  {
    name: 'main and renderer meet in shared',
    findings: (file) =>
      eachImport(
        file,
        ({ target }) =>
          (file.path.startsWith('src/main/') && target.startsWith('src/renderer/')) ||
          (file.path.startsWith('src/renderer/') && (target.startsWith('src/main/') || target.startsWith('node:'))),
      ),
  },
  {
    name: 'the product does not lean on tests and scripts',
    findings: (file) => eachImport(file, ({ target }) => /^(#?test|#?scripts)\//.test(target)),
  },
  {
    name: 'a feature is entered by its front door',
    findings: (file) => {
      const own = mainFeature(file.path)
      if (!own) return []
      return eachImport(file, ({ target }) => {
        const other = mainFeature(target)
        return other !== null && other !== own && !frontDoors.some((door) => target.endsWith(`/${other}/${door}`))
      })
    },
  },
  {
    name: 'screens do not know each other',
    findings: (file) => {
      const own = rendererFeature(file.path)
      if (!own && !file.path.startsWith('src/renderer/ui/')) return []
      return eachImport(file, ({ target }) => {
        const other = rendererFeature(target)
        return other !== null && other !== own
      })
    },
  },
  {
    name: 'packages stay in their rooms',
    findings: (file) =>
      eachImport(file, ({ target }) => {
        const room = rooms.find(({ packages }) => packages.includes(packageOf(target)))
        return room !== undefined && !room.folders.some((folder) => file.path.startsWith(folder))
      }),
  },
  {
    name: 'queries outside the database are portable',
    findings: (file) =>
      file.path.startsWith('src/main/database/')
        ? []
        : eachImport(file, ({ target, names }) => target === 'kysely' && names.includes('sql')),
  },
  {
    name: 'the window carries no schemas of the contract',
    findings: (file) =>
      file.path.startsWith('src/renderer/')
        ? eachImport(
            file,
            ({ target, typeOnly }) => /^src\/shared\/(\w+\/)?(contract|\w+Contract)\.ts$/.test(target) && !typeOnly,
          )
        : [],
  },
  {
    name: 'no barrels',
    findings: (file) => (file.onlyPassesOn ? [`${file.path} only passes on what others export`] : []),
  },
]

function eachImport(file: SourceFile, isWrong: (wanted: Import) => boolean): string[] {
  return file.imports.filter(isWrong).map(({ target }) => `${file.path} imports ${target}`)
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

function mainFeature(path: string): string | null {
  return /^src\/main\/features\/(\w+)\//.exec(path)?.[1] ?? null
}

function rendererFeature(path: string): string | null {
  return /^src\/renderer\/features\/(\w+)\//.exec(path)?.[1] ?? null
}

/** Every ring of files that import each other, each once, as `a → b → a`. Types alone count too: they tie as well. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const cycles: string[] = []

  function visit(path: string, trail: readonly string[]): void {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const { target } of byPath.get(path)?.imports ?? []) visit(target, [...trail, path])
    done.add(path)
  }

  for (const { path } of files) visit(path, [])
  return cycles
}
