/** Text as it stands in XML, in elements and attributes. Control characters are taken out before (`cellText`). */
export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
