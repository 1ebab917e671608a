/** Remembers what a calculation came to, for the next to begin with: an edit leaves most of a budget as it is. */
export function recalculation<About extends unknown[], T>(
  calculate: (before: T | null, ...about: About) => T,
): (...about: About) => T {
  let before: T | null = null
  return (...about) => {
    before = calculate(before, ...about)
    return before
  }
}
