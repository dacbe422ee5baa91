/** Units as people write them, in lower case, and the suffix of Kubernetes that means the same. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['b', ''],
  ['byte', ''],
  ['bytes', ''],
  ...['k', 'm', 'g', 't', 'p', 'e'].flatMap((letter) => {
    const suffix = letter === 'k' ? 'k' : letter.toUpperCase();
    const binary = `${letter.toUpperCase()}i`;
    return [
      [letter, suffix] as const,
      [`${letter}b`, suffix] as const,
      [`${letter}i`, binary] as const,
      [`${letter}ib`, binary] as const,
    ];
  }),
]);
const CPU_UNITS: ReadonlyMap<string, string> = new Map([
  ['m', 'm'],
  ['mc', 'm'],
  ['mcpu', 'm'],
  ['millicpu', 'm'],
  ['millicores', 'm'],
  ['c', ''],
  ['cpu', ''],
  ['cpus', ''],
  ['core', ''],
  ['cores', ''],
  ['vcpu', ''],
]);

/** The quantity that somebody surely meant by a text that is none; undefined when it is not evident. */
export function meantQuantity(text: string, isCpu: boolean): string | undefined {
  const match = /^(\d{1,30})(?:[.,](\d{1,30}))?[ _]?([A-Za-z]{0,20})$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', fraction, unit = ''] = match;
  // Commas group digits in some languages.
  if (fraction?.length === 3 && text.includes(',')) return undefined;
  const suffix = unit === '' ? '' : (isCpu ? CPU_UNITS : UNITS).get(unit.toLowerCase());
  if (suffix === undefined) return undefined;
  return `${whole}${fraction === undefined ? '' : `.${fraction}`}${suffix}`;
}

/** Amounts that count bytes, in containers, claims, quotas (`requests.memory`) and of storage classes. */
export const isBytes = (name: string): boolean =>
  /(?:^|[./])(?:memory|storage|ephemeral-storage)$/.test(name) || name === 'sizeLimit' || /(?:^|\.)hugepages-/.test(name);

/** Amounts that only come whole: objects and devices. */
export const isWhole = (name: string): boolean => !isBytes(name) && (name.includes('/') || name === 'pods');

/** Amounts that cannot be overcommitted, so that a container requests what its limit is: devices and huge pages. */
export const isExclusive = (name: string): boolean =>
  name.startsWith('hugepages-') || (name.includes('/') && !name.includes('kubernetes.io/'));
