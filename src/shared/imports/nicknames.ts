/** First names that stand for one another, each line one name; only those that a class roster is likely to mix. */
const families = [
  'alexander alex sasha xander',
  'alexandra alex alexa sandra sasha',
  'andrew andy drew',
  'anthony tony',
  'benjamin ben',
  'catherine katherine kathryn katharine kate katie kathy cathy kat',
  'charles charlie chuck',
  'christina christine tina chris',
  'christopher chris topher',
  'daniel dan danny',
  'david dave',
  'deborah debra deb debbie',
  'edward ed eddie ted',
  'elizabeth elisabeth liz lizzie beth betsy eliza',
  'francisco paco frank',
  'gabriel gabe',
  'gregory greg',
  'jacob jake',
  'james jim jimmy jamie',
  'jeffrey geoffrey jeff geoff',
  'jennifer jen jenny',
  'jessica jess jessie',
  'john jack johnny',
  'jonathan jon',
  'joseph joe joey',
  'joshua josh',
  'kenneth ken kenny',
  'lawrence laurence larry',
  'margaret maggie meg peggy',
  'matthew matt',
  'michael mike mick',
  'nathaniel nathan nate',
  'nicholas nicolas nick',
  'patricia pat patty tricia',
  'patrick pat',
  'peter pete',
  'philip phillip phil',
  'rebecca becca becky',
  'richard rick dick rich',
  'robert bob rob bobby robbie',
  'ronald ron',
  'samantha sam',
  'samuel sam sammy',
  'stephanie steph',
  'stephen steven steve',
  'susan sue susie',
  'theodore ted theo',
  'thomas tom tommy',
  'timothy tim',
  'victoria vicky tori',
  'vincent vince',
  'william will bill billy liam',
  'zachary zach zack',
].map((line) => line.split(' '))

const familiesOf = new Map<string, Set<number>>()
for (const [index, names] of families.entries()) {
  for (const name of names) familiesOf.set(name, (familiesOf.get(name) ?? new Set()).add(index))
}

/** Whether two first names, in lower case without accents, are usual forms of one: "bob" and "robert". */
export function areNicknames(a: string, b: string): boolean {
  const [left, right] = [familiesOf.get(a), familiesOf.get(b)]
  return a !== b && left !== undefined && right !== undefined && [...left].some((family) => right.has(family))
}
