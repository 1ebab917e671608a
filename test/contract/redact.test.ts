import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '#main/redact.ts'

describe('what the log never holds', () => {
  test.each([
    ['Mail to ana.ruiz@example.edu bounced', 'Mail to [e-mail] bounced'],
    ['<ana+x@uni.example.edu>;b@c.org', '[e-mail]'],
    ['NPI 1234567890 is taken', 'NPI [number] is taken'],
    ['call 303-555-0142', 'call [number]'],
    ['no such person "Ana Ruiz"', 'no such person [text]'],
    ["ENOENT: open '/home/ana/Roster.xlsx'", 'ENOENT: open [text]'],
    ['“Edit Ana Ruiz” cannot be undone', '[text] cannot be undone'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted)
  })

  test('what is needed to find a bug stays', () => {
    expect(redact('TypeError: x is not a function\n    at run (node_modules/@x/y/z.js:42:17)')).toBe(
      'TypeError: x is not a function\n    at run (node_modules/@x/y/z.js:42:17)',
    )
  })

  test('an e-mail address or a long number does not get through, wherever it stands', () => {
    const around = fc.stringMatching(/^[a-z ]{0,20}$/)
    fc.assert(
      fc.property(
        around,
        fc.emailAddress({ size: 'small' }),
        fc.stringMatching(/^[0-9]{5,12}$/),
        around,
        (a, email, id, b) => {
          const redacted = redact(`${a} ${email} ${id} ${b}`)
          expect(redacted).not.toContain(email)
          expect(redacted).not.toContain(id)
        },
      ),
    )
  })
})
