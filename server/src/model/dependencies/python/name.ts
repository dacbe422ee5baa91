/** A project's name as the index compares it (PEP 503, https://packaging.python.org/specifications/name-normalization/). */
export const normalizedPythonName = (name: string): string => name.replaceAll(/[-_.]+/g, '-').toLowerCase();
