import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayName, sortName, type SplitName, splitName } from '#shared/roster/personName.ts'

const split = (text: string) => {
  const { order: _order, ...parts } = splitName(text)
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''))
}

const letters = (value: string) =>
  value
    .replace(/[^A-Za-zé]/g, '')
    .split('')
    .sort()
    .join('')

const berg = { lastName: 'van der Berg', firstName: 'Jan' }

describe('splitName', () => {
  it.each<[string, Partial<SplitName>]>([
    ['Smith, John', { lastName: 'Smith', firstName: 'John' }],
    ['Smith, John Q.', { lastName: 'Smith', firstName: 'John', middleName: 'Q.' }],
    ['García Márquez, Ana María', { lastName: 'García Márquez', firstName: 'Ana', middleName: 'María' }],
    ['Smith Jr., John', { lastName: 'Smith', firstName: 'John', suffix: 'Jr.' }],
    ['Smith, Jr., John', { lastName: 'Smith', firstName: 'John', suffix: 'Jr.' }],
    ['Smith, John, III', { lastName: 'Smith', firstName: 'John', suffix: 'III' }],
    ['Smith, John, MD, PhD', { lastName: 'Smith', firstName: 'John', degrees: 'MD, PhD' }],
    ['Smith, Robert "Bob"', { lastName: 'Smith', firstName: 'Robert', preferredName: 'Bob' }],
    ['Smith, Robert (Bob) J.', { lastName: 'Smith', firstName: 'Robert', middleName: 'J.', preferredName: 'Bob' }],
    ['Smith, Jane (she/her)', { lastName: 'Smith', firstName: 'Jane' }],
    ['Do, Anh', { lastName: 'Do', firstName: 'Anh' }],
    ['Ma, Yo-Yo', { lastName: 'Ma', firstName: 'Yo-Yo' }],
    ["O'Brien, Seán", { lastName: "O'Brien", firstName: 'Seán' }],
    ['St. John, Mary', { lastName: 'St. John', firstName: 'Mary' }],
    ['Cruz, Ana de la', { lastName: 'de la Cruz', firstName: 'Ana' }],
    ['CRUZ, ANA MARÍA DE LA', { lastName: 'DE LA CRUZ', firstName: 'ANA', middleName: 'MARÍA' }],
    ['Berg, Jan P. van der, Jr., M.D.', { ...berg, middleName: 'P.', suffix: 'Jr.', degrees: 'M.D.' }],
    ['Berg, Jan Van Der', { lastName: 'Van Der Berg', firstName: 'Jan' }],
    ['Beethoven, Ludwig van', { lastName: 'van Beethoven', firstName: 'Ludwig' }],
    ['de la Cruz, Ana', { lastName: 'de la Cruz', firstName: 'Ana' }],
    ['van der Berg, Jan', berg],
    ['Nguyen, Thi Van', { lastName: 'Nguyen', firstName: 'Thi', middleName: 'Van' }],
    ['Nguyen, Van', { lastName: 'Nguyen', firstName: 'Van' }],
    ["O'Neil, Ana María", { lastName: "O'Neil", firstName: 'Ana', middleName: 'María' }],
    ['Smith, John, Jr., M.D.', { lastName: 'Smith', firstName: 'John', suffix: 'Jr.', degrees: 'M.D.' }],
    ['Smith\u00a0,  Ann\u200b', { lastName: 'Smith', firstName: 'Ann' }],
  ])('takes %s apart at its comma', (text, parts) => {
    expect(split(text)).toEqual(parts)
    expect(splitName(text).order).toBe('stated')
  })

  it.each<[string, Partial<SplitName>]>([
    ['Ana García', { firstName: 'Ana', lastName: 'García' }],
    ['John Q. Smith', { firstName: 'John', middleName: 'Q.', lastName: 'Smith' }],
    ['John Smith, Jr.', { firstName: 'John', lastName: 'Smith', suffix: 'Jr.' }],
    ['Dr. John Smith, MD', { firstName: 'John', lastName: 'Smith', degrees: 'MD' }],
    ['Ludwig van Beethoven', { firstName: 'Ludwig', lastName: 'van Beethoven' }],
    ['María de la Cruz', { firstName: 'María', lastName: 'de la Cruz' }],
    ['José Ortega y Gasset', { firstName: 'José', lastName: 'Ortega y Gasset' }],
    ['Anna Smith-Jones', { firstName: 'Anna', lastName: 'Smith-Jones' }],
    ['Robert "Bob" Smith', { firstName: 'Robert', preferredName: 'Bob', lastName: 'Smith' }],
    ['Ana María de la Cruz', { firstName: 'Ana', middleName: 'María', lastName: 'de la Cruz' }],
    ['Jan van der Berg, M.D.', { firstName: 'Jan', lastName: 'van der Berg', degrees: 'M.D.' }],
    ["Shaun O'Neil", { firstName: 'Shaun', lastName: "O'Neil" }],
    ['Van Nguyen', { firstName: 'Van', lastName: 'Nguyen' }],
  ])('guesses the last name of %s', (text, parts) => {
    expect(split(text)).toEqual(parts)
    expect(splitName(text).order).toBe('guessed')
  })

  it.each(['Prince', 'de la Cruz', 'Smith,'])('does not find two names in %s', (text) => {
    expect(splitName(text)).toMatchObject({ lastName: text.replace(',', ''), firstName: '', order: 'incomplete' })
  })

  const word = fc.stringMatching(/^[A-Z][a-zà-ÿ]{2,8}$/)
  const surname = fc.stringMatching(/^(?:(?:de|van|von) )?[A-Z][a-z]{3,8}qx(?:-[A-Z][a-z]{3,8}qx)?$/)

  it('puts back together what stood around a comma', () => {
    fc.assert(
      fc.property(surname, word, fc.constantFrom('', 'A.', 'Q.'), (lastName, firstName, middleName) => {
        const name = splitName(`${lastName}, ${[firstName, middleName].join(' ')}`)
        expect(name).toMatchObject({ lastName, firstName, middleName, order: 'stated' })
      }),
    )
  })

  it('reads particles the same before the last name and after the given ones', () => {
    const particles = fc.constantFrom('de la', 'van der', 'von', 'dos', 'del')
    fc.assert(
      fc.property(
        particles,
        word,
        word,
        fc.constantFrom('', ' A.', ' Qxy'),
        (particle, lastName, firstName, middle) => {
          const after = splitName(`${lastName}, ${firstName}${middle} ${particle}`)
          expect(after).toEqual(splitName(`${particle} ${lastName}, ${firstName}${middle}`))
          expect(after.lastName).toBe(`${particle} ${lastName}`)
        },
      ),
    )
  })

  it('never loses a letter, whatever it is given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zé ,.-]{1,40}$/), (text) => {
        fc.pre(!/\b(?:dr|prof|mr|mrs|ms|mx)\b/i.test(text))
        const { lastName, firstName, middleName, suffix, degrees } = splitName(text)
        expect(letters([lastName, firstName, middleName, suffix, degrees].join(''))).toBe(letters(text))
      }),
    )
  })
})

describe('names on screen', () => {
  const name = { lastName: 'García', firstName: 'Ana', middleName: 'M.', suffix: 'Jr.', preferredName: 'Nita' }

  it('calls a person by the preferred name and lists them by the last', () => {
    expect(displayName(name)).toBe('Nita García Jr.')
    expect(displayName({ ...name, preferredName: '' })).toBe('Ana García Jr.')
    expect(sortName(name)).toBe('García, Ana M., Jr.')
  })

  it('shows a name of one word as it is', () => {
    const one = { lastName: 'Prince', firstName: '', middleName: '', suffix: '', preferredName: '' }
    expect([displayName(one), sortName(one)]).toEqual(['Prince', 'Prince'])
  })
})
