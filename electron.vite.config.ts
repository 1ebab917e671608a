import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The native driver cannot be bundled, and Electron's module exists at run time only. All else is bundled: one file
// to read instead of hundreds is what makes the command line start fast.
const external = ['electron', /^better-sqlite3(\/|$)/, /^node:/]

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
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }],
    build: {
      // The window is Chromium; browser mode meets what the workstation has.
      target: ['chrome140', 'firefox140', 'safari18.4'],
      // The policy allows no inline script, and every supported browser preloads modules by itself.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})
