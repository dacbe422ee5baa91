/** Indexes of vendors that only publish under names of their own, beside PyPI itself. */
const VENDORS =
  /^https:\/\/(?:(?:test\.)?pypi\.org|download\.pytorch\.org|pypi\.(?:ngc\.)?nvidia\.com|(?:www\.)?piwheels\.org|storage\.googleapis\.com\/(?:jax-releases|libtpu)|data\.pyg\.org|wheels\.vllm\.ai|pypi\.anaconda\.org)(?:[/:]|$)/;

export const isVendorIndex = (url: string): boolean => VENDORS.test(url);

/** Several are separated by blanks. Where something is not known, the host decides if that stands before it. */
export const areVendorIndexes = (urls: string): boolean => urls.split(/\s+/).every((url) => url === '' || isVendorIndex(url));
