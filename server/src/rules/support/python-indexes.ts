/** Indexes of vendors that only publish under names of their own, beside PyPI itself. */
const VENDORS = new RegExp(
  `^https://(?:${[
    String.raw`(?:test\.)?pypi\.org`,
    String.raw`download\.pytorch\.org`,
    String.raw`pypi\.(?:ngc\.)?nvidia\.com`,
    String.raw`developer\.download\.nvidia\.com`,
    String.raw`(?:www\.)?piwheels\.org`,
    String.raw`storage\.googleapis\.com/(?:jax-releases|libtpu)`,
    String.raw`data\.pyg\.org`,
    String.raw`wheels\.vllm\.ai`,
    String.raw`flashinfer\.ai`,
    String.raw`abetlen\.github\.io/llama-cpp-python`,
    String.raw`pip\.repos\.neuron\.amazonaws\.com`,
    String.raw`(?:pytorch-extension|software\.repos)\.intel\.com`,
    String.raw`repo\.radeon\.com`,
    String.raw`pypi\.anaconda\.org`,
  ].join('|')})(?:[/:]|$)`,
);

export const isVendorIndex = (url: string): boolean => VENDORS.test(url);

/** Several are separated by blanks. Where something is not known, the host decides if that stands before it. */
export const areVendorIndexes = (urls: string): boolean => urls.split(/\s+/).every((url) => url === '' || isVendorIndex(url));
