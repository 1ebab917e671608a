/**
 * What rows are called in tables: their names, made different from each other ("Faculty", "Faculty (2)"), because tables
 * look rows up by name, as a reader of the workbook does. `reserved` are names that none of them may have.
 */
export function labelsOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  nameOf: (row: T) => string,
  reserved: readonly string[] = [],
): Map<string, string> {
  const used = new Set(reserved.map(asCompared))
  const labels = new Map<string, string>()
  for (const row of rows) {
    const name = nameOf(row)
    let label = name
    for (let number = 2; used.has(asCompared(label)); number += 1) label = `${name} (${number})`
    used.add(asCompared(label))
    labels.set(keyOf(row), label)
  }
  return labels
}

/** SUMIFS compares texts without regard to case, and takes "001" and "1" for the same number. */
function asCompared(label: string): string {
  const number = Number(label)
  return label !== '' && Number.isFinite(number) ? String(number) : label.toLowerCase()
}
