const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Parsers of HTML make a line feed of it.
  '\r': '&#13;',
};

/** Text as HTML, safe between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'\r]/g, (sign) => entities[sign] ?? sign);
}
