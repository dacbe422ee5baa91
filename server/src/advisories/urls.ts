/** The page about a record, by its id; osv.dev has a page for each. */
export function urlOf(id: string): string {
  if (/^GHSA-[\w-]+$/.test(id)) return `https://github.com/advisories/${id}`;
  if (/^RUSTSEC-[\d-]+$/.test(id)) return `https://rustsec.org/advisories/${id}.html`;
  if (/^GO-[\d-]+$/.test(id)) return `https://pkg.go.dev/vuln/${id}`;
  return `https://osv.dev/vulnerability/${encodeURIComponent(id)}`;
}
