import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const config = readFileSync('electron-builder.yml', 'utf8')

/** The indented lines under a key of the file, as `name: value` pairs. */
function section(key: string): Record<string, string> {
  const [, body = ''] = new RegExp(`^${key}:\\n((?: +.*\\n)+)`, 'm').exec(config) ?? []
  return Object.fromEntries([...body.matchAll(/^ +(\w+): ([^#\n]+)/gm)].map(([, name, value]) => [name, value!.trim()]))
}

describe('an installer', () => {
  test('is built with every fuse set', () => {
    expect(section('electronFuses')).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })

  test('needs no admin rights on Windows', () => {
    expect(section('nsis')).toMatchObject({ perMachine: 'false', allowElevation: 'false' })
  })

  test('keeps the database driver outside the archive, where the system can load it', () => {
    expect(config).toMatch(/^asarUnpack:\n +- node_modules\/better-sqlite3\/prebuilds\/\*\*$/m)
  })

  test('keeps the data when it is removed', () => {
    expect(section('nsis')['deleteAppDataOnUninstall']).toBe('false')
  })

  test('never fetches updates', () => {
    expect(config).toMatch(/^publish: null/m)
  })
})
