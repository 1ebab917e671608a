import { commandLineBench } from '#test/bench/commandLine.ts'
import { budgetBench } from '#test/bench/budget.ts'
import { bundleBench } from '#test/bench/bundle.ts'
import { calculationBench } from '#test/bench/calculation.ts'
import { evaluationBench } from '#test/bench/evaluation.ts'
import { gridBench } from '#test/bench/grid.ts'
import type { Bench, Measured } from '#test/bench/measured.ts'
import { importsBench } from '#test/bench/imports.ts'
import { spreadsheetBench } from '#test/bench/spreadsheets.ts'
import { windowBench } from '#test/bench/window.ts'

// Times on a shared machine mean little by themselves: each is printed beside a peer measured in the same rounds.
const benches: Record<string, Bench> = {
  commandLine: commandLineBench,
  budget: budgetBench,
  bundle: bundleBench,
  grid: gridBench,
  spreadsheets: spreadsheetBench,
  imports: importsBench,
  calculation: calculationBench,
  evaluation: evaluationBench,
  window: windowBench,
}

const wanted = process.argv.slice(2)
for (const name of wanted)
  if (!(name in benches)) throw new Error(`There is no bench ${name}. Known: ${Object.keys(benches).join(', ')}.`)

const header = ['what', 'measured', 'target', 'peer', 'peer measured', 'ratio']
const rows: string[][] = []
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`${name} ...\n`)
  for (const measured of await bench()) rows.push(cells(measured))
}
const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
for (const row of [header, ...rows]) {
  console.log(
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  )
}

function cells({ what, value, unit, target, peer }: Measured): string[] {
  const show = (number: number): string => `${number >= 100 ? number.toFixed(0) : number.toFixed(1)} ${unit}`
  return [
    what,
    show(value),
    target === undefined ? '' : `< ${target} ${unit}`,
    peer?.what ?? '',
    peer ? show(peer.value) : '',
    peer ? `${(value / peer.value).toFixed(2)}x` : '',
  ]
}
