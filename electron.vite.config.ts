import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// The native driver cannot be bundled, and Electron's module exists at run time only. All else is bundled: one file
// to read instead of hundreds is what makes the command line start fast.
// exceljs brings a zip reader that can open files in a cloud store; we only write, so its client is never asked for.
const external = ['electron', /^better-sqlite3(\/|$)/, /^node:/, '@aws-sdk/client-s3']

// electron-vite makes addresses relative, for pages of file:. Ours has an origin, and a deep link such as
// /learners/0190 has to load the same files.
const absoluteAddresses: Plugin = { name: 'absolute-addresses', enforce: 'post', config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    build: {
      target: 'node24',
      externalizeDeps: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external,
        input: {
          index: 'src/main/index.ts',
          serve: 'src/main/serve.ts',
          cli: 'src/main/cli.ts',
          workerEntry: 'src/main/jobs/workerEntry.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      reportCompressedSize: false,
      // A sandboxed preload has no module loader: one CommonJS file.
      rolldownOptions: {
        external,
        input: { preload: 'src/main/desktop/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }, absoluteAddresses],
    build: {
      target: 'chrome140', // older than Electron's own: in browser mode, it is the workstation's browser that counts
      // The policy allows no inline script, and every supported browser preloads modules by itself.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      minify: true,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: 'src/renderer/index.html',
        // What the first screen needs comes in one file: one question to the server instead of thirty.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
})
