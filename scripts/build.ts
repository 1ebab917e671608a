import { build } from '#scripts/support/build.mjs'

build()
