import { npiCheckDigit } from '#shared/roster/identifiers.ts'
import { foldText } from '#shared/kernel/text.ts'
import { Random } from './random.ts'

/** An invented human. Ids are plainly made up: AAMC IDs from 90000001, NPIs from 1000000012 with a check digit that fits. */
export interface InventedPerson {
  last: string
  first: string
  middle: string
  suffix: string
  preferred: string
  email: string
  aamcId: string
  npi: string
  employeeId: string
}

const firstNames =
  'Aaliyah Aarav Abena Adaeze Adrián Aiko Aisha Alejandra Alexander Amara Amelia Amina Amir Ana Anders Andrea Anika Anna Antoine Ari Arjun Ashley Aya Beatriz Benjamin Bilal Björn Brandon Brianna Camila Carlos Carmen Caroline Chloé Chidi Christopher Claire Connor Daniel Danielle Darius David Deepa Diego Dmitri Edward Elena Eli Elijah Elizabeth Emeka Emily Emma Esther Ethan Fatima Felipe Fiona Gabriel Gabriela Grace Hana Hannah Haruto Hassan Henry Hyun-woo Ibrahim Imani Inés Isaac Isabel Jack Jacob James Jamila Jasmine Javier Jin Joanna John Jonah José Joshua Juan Julia Jung-hee Kai Kareem Katherine Keisha Kenji Kevin Kofi Krishna Kwame Laila Laura Leila Leo Liam Lina Lucía Luis Madison Malik Marcus Margaret María Mariam Mateo Matthew Maya Mei Mia Michael Miguel Mikael Min-jun Mohammed Monique Nadia Naomi Natalia Nathan Ngozi Nia Nicholas Nicole Nikhil Noah Nour Olivia Omar Oscar Pablo Patrick Paul Peter Pilar Priya Quinn Rachel Rafael Rahul Rebecca Renée Ricardo Robert Rohan Rosa Ruth Ryan Samira Samuel Sanjay Sara Sean Sebastián Shreya Siobhán Sofía Soren Stephanie Sunita Tariq Tatiana Terrence Thomas Thu Tomás Tyler Valentina Vanessa Victor Vikram Wei William Xavier Ximena Yara Yasmin Yusuf Zachary Zainab Zoë'.split(
    ' ',
  )

const lastNames =
  'Abdullah|Abebe|Acosta|Adams|Adeyemi|Agarwal|Ahmed|Al-Hassan|Álvarez|Anderson|Ansari|Arroyo|Asante|Bailey|Baker|Banerjee|Bauer|Begum|Bell|Bennett|Bianchi|Boateng|Brooks|Brown|Burke|Campbell|Carter|Castañeda|Chan|Chang|Chaudhry|Chen|Choi|Chowdhury|Clark|Cohen|Cooper|Costa|Cruz|Das|Davis|de la Cruz|De Luca|del Río|Desai|Diallo|Díaz|Do|dos Santos|Doyle|Dubois|Edwards|El-Sayed|Eriksson|Espinoza|Evans|Farah|Fernández|Fischer|Fitzgerald|Flores|Foster|Fujimoto|García Márquez|Garza|Gebremariam|Goldberg|Gómez|González|Green|Grewal|Gupta|Haddad|Hall|Hansen|Harris|Hernández|Ho|Hoffman|Hussein|Ibarra|Ishikawa|Iyer|Jackson|Jensen|Johnson|Jones|Joshi|Kamara|Kang|Kapoor|Kaplan|Kaur|Kelly|Khan|Kim|King|Kowalski|Kumar|Le|Lee|Lewis|Li|Lindqvist|Liu|Lopez|MacDonald|Mahmoud|Malhotra|Martin|Martínez|Mbeki|McCarthy|Mehta|Mendoza|Mensah|Meyer|Miller|Mitchell|Morales|Moreau|Murphy|Nair|Nakamura|Nguyen|Nkosi|Novak|Nowak|Nuñez|O’Brien|O’Neill|Okafor|Okonkwo|Oliveira|Ortega y Gasset|Ortiz|Osei|Owens|Park|Parker|Patel|Peña|Pérez|Petrov|Pham|Phillips|Popescu|Quinn|Rahman|Ramírez|Rao|Reed|Reyes|Rivera|Roberts|Robinson|Rodríguez|Rosen|Rossi|Ruiz|Ryan|Saito|Salazar|Sánchez|Santiago|Sato|Schmidt|Schneider|Scott|Sharma|Shah|Silva|Singh|Smith|Smith-Jones|Sørensen|Soto|St. John|Stein|Stewart|Suárez|Sullivan|Suzuki|Takahashi|Tan|Taylor|Tesfaye|Thomas|Thompson|Torres|Tran|Tremblay|Turner|van der Berg|van Dijk|Vargas|Vasquez-Ortiz|Vega|von Braun|Walker|Wang|Washington|Watanabe|Weber|Weiss|White|Williams|Wilson|Wójcik|Wong|Wright|Wu|Yamamoto|Yang|Yılmaz|Young|Yusuf|Zhang|Zhao|Zimmerman'.split(
    '|',
  )

const nicknames = new Map([
  ['Alexander', 'Alex'],
  ['Benjamin', 'Ben'],
  ['Christopher', 'Chris'],
  ['Elizabeth', 'Liz'],
  ['Gabriela', 'Gabi'],
  ['Katherine', 'Kate'],
  ['Margaret', 'Maggie'],
  ['Michael', 'Mike'],
  ['Mohammed', 'Mo'],
  ['Robert', 'Bob'],
  ['Samuel', 'Sam'],
  ['William', 'Will'],
])

/** Invents people one after the other, no two with one name unless asked for. */
export class PeopleMaker {
  readonly #random: Random
  readonly #names = new Set<string>()
  readonly #emails = new Set<string>()
  #made = 0

  constructor(random: Random) {
    this.#random = random
  }

  make(fixed: { last?: string; first?: string } = {}): InventedPerson {
    const random = this.#random
    let last = ''
    let first = ''
    do {
      last = fixed.last ?? random.pick(lastNames)
      first = fixed.first ?? random.pick(firstNames)
    } while (this.#names.has(`${last} ${first}`) && !fixed.last)
    this.#names.add(`${last} ${first}`)
    this.#made += 1
    const number = this.#made
    const nickname = nicknames.get(first)
    const firstNine = `1000${String(number).padStart(5, '0')}`
    return {
      last,
      first,
      middle: random.chance(0.35) ? `${random.pick('ABCDEFGHJKLMNPRSTW'.split(''))}.` : '',
      suffix: random.chance(0.02) ? random.pick(['Jr.', 'II', 'III']) : '',
      preferred: nickname && random.chance(0.6) ? nickname : '',
      email: this.#email(first, last),
      aamcId: String(90_000_000 + number),
      npi: firstNine + npiCheckDigit(firstNine),
      employeeId: `E${String(400_000 + number * 7)}`,
    }
  }

  #email(first: string, last: string): string {
    const name = `${letters(first)}.${letters(last)}`
    let email = `${name}@example.edu`
    for (let number = 2; this.#emails.has(email); number += 1) email = `${name}${number}@example.edu`
    this.#emails.add(email)
    return email
  }
}

const letters = (text: string): string =>
  foldText(text.replaceAll('ø', 'o').replaceAll('ı', 'i').replaceAll('ł', 'l')).replace(/[^a-z]/g, '')
