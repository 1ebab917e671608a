/** The sites that benchmarks and instruments cite. A link anywhere else is not opened. */
const citedHosts: ReadonlySet<string> = new Set([
  'aamc.org',
  'acphospitalist.org',
  'ama-assn.org',
  'antioch.edu',
  'boisestate.edu',
  'doi.org',
  'healthcareweekly.com',
  'informahealthcare.com',
  'journals.publishing.umich.edu',
  'link.springer.com',
  'massgeneral.org',
  'massmail.vcu.edu',
  'mdpi.com',
  'medicine.utah.edu',
  'mitemmc.org',
  'now.tufts.edu',
  'omed.pitt.edu',
  'ourschool.thelearningbar.com',
  'partners.org',
  'peds.uw.edu',
  'physiciansfoundation.org',
  'pmc.ncbi.nlm.nih.gov',
  'pubmed.ncbi.nlm.nih.gov',
  'schulich.uwo.ca',
  'stfm.org',
  'www.aamc.org',
  'www.acgme.org',
  'www.ama-assn.org',
])

const plainAddress = /^[\w.!#$'*+/=^`{|}~-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i

/**
 * The address to hand to the system's browser or mail program, or null to leave the link alone.
 * Only https to a cited site, and a mail to one plain address: no subject, body or attachment that a sheet could have
 * brought in, and no scheme by which the system would start a program.
 */
export function externalUrl(address: string): string | null {
  const url = URL.parse(address)
  if (!url || url.username !== '' || url.password !== '') return null
  if (url.protocol === 'mailto:') {
    const to = url.pathname
    return url.search === '' && url.hash === '' && plainAddress.test(to) ? `mailto:${to}` : null
  }
  return url.protocol === 'https:' && url.port === '' && citedHosts.has(url.hostname) ? url.href : null
}
