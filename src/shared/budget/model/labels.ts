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
  const used = new Set(reserved.map((label) => label.toLowerCase()))
  const labels = new Map<string, string>()
  for (const row of rows) {
    const name = nameOf(row)
    let label = name
    // Excel compares texts without regard to case, so must this.
    for (let number = 2; used.has(label.toLowerCase()); number += 1) label = `${name} (${number})`
    used.add(label.toLowerCase())
    labels.set(keyOf(row), label)
  }
  return labels
}
