import { build } from '#scripts/support/build.mjs'

try {
  build()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
