import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export interface Import {
  /** A project path such as `src/shared/kernel/ids.ts`, or the name of a package or Node module as written. */
  readonly target: string
  readonly names: readonly string[]
  readonly typeOnly: boolean
}

export interface SourceFile {
  readonly path: string
  readonly imports: readonly Import[]
  /** It says nothing of its own: every statement passes on what another file says. */
  readonly onlyPassesOn: boolean
  /** What it reads of the clock or of chance, as written. */
  readonly impure: readonly string[]
}

/** What the rules need to know of a source file. Throws if it cannot be parsed. */
export function readSource(path: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)

  const imports: Import[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    target: resolve(path, moduleRequest.value),
    names: entries.map((entry) => entry.importName.name ?? entry.importName.kind),
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  for (const { entries } of module.staticExports) {
    const from = entries[0]?.moduleRequest
    if (!from) continue
    const names = entries.map((entry) => entry.importName.name ?? entry.importName.kind)
    imports.push({ target: resolve(path, from.value), names, typeOnly: entries.every((entry) => entry.isType) })
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const [, literal] = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? []
    if (literal) imports.push({ target: resolve(path, literal), names: [], typeOnly: false })
  }

  const passesOn = program.body.filter(
    (node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null),
  )
  const impure: string[] = []
  new Visitor({
    MemberExpression: (node) => {
      const source = text.slice(node.start, node.end)
      if (['Math.random', 'Date.now', 'performance.now'].includes(source)) impure.push(source)
    },
    NewExpression: (node) => {
      const source = text.slice(node.start, node.end)
      if (/^new Date(\(\s*\))?$/.test(source)) impure.push(source)
    },
  }).visit(program)
  return { path, imports, onlyPassesOn: passesOn.length > 0 && passesOn.length === program.body.length, impure }
}

/** Follows the aliases of package.json and relative paths to a project path; leaves the name of a package alone. */
function resolve(from: string, target: string): string {
  const [, room, rest] = /^#(shared|main|renderer)\/(.+)$/.exec(target) ?? []
  if (room && rest) return `src/${room}/${rest}`
  return target.startsWith('.') ? posix.join(posix.dirname(from), target) : target
}
