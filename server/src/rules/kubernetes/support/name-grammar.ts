/** What keeps a text from being a name, for people; undefined when it is one. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export type NameCheck = (name: string) => string | undefined;

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_VALUE = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

const upTo =
  (most: number, isOne: (name: string) => boolean, says: string): NameCheck =>
  (name) =>
    name.length > most ? `it has ${name.length} characters, and ${most} are allowed` : isOne(name) ? undefined : says;

const isSubdomain = (name: string): boolean => name.split('.').every((part) => LABEL.test(part));

export const dnsLabel = upTo(
  63,
  (name) => LABEL.test(name),
  'only lower-case letters, digits and dashes are allowed, with a letter or digit at both ends',
);

/** RFC 1123 subdomains; some kinds leave room for what their controllers append. */
export const dnsSubdomain = (most = 253): NameCheck =>
  upTo(
    most,
    isSubdomain,
    'only lower-case letters, digits, dashes and dots are allowed, with a letter or digit at both ends and beside each dot',
  );

/** RFC 1035: the name of a Service until Kubernetes 1.34. */
export const dnsLabelWithLetter: NameCheck = (name) =>
  dnsLabel(name) ?? (/^[a-z]/.test(name) ? undefined : 'it begins with a digit, which Services may not before Kubernetes 1.34');

/** What can be one segment of a URL: the names of RBAC. */
export const pathSegment: NameCheck = (name) =>
  /[/%]/.test(name) || name === '.' || name === '..' ? 'slashes and percent signs are not allowed' : undefined;

/** RFC 6335: the name of a container's port. */
export const portName = upTo(
  15,
  (name) => LABEL.test(name) && /[a-z]/.test(name) && !name.includes('--'),
  'only lower-case letters, digits and single dashes are allowed, with a letter among them and a letter or digit at both ends',
);

export const labelValue = upTo(
  63,
  (value) => value === '' || LABEL_VALUE.test(value),
  'only letters, digits, dashes, underscores and dots are allowed, with a letter or digit at both ends',
);

/** `[prefix/]name`: the key of a label. */
export const labelKey: NameCheck = (key) => {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (slash >= 0 && (key.slice(0, slash).length > 253 || !isSubdomain(key.slice(0, slash)))) {
    return 'what stands before the slash must be a domain in lower case';
  }
  return name === '' ? 'the name is missing' : labelValue(name);
};

/** Annotations may have capital letters in the domain. */
export const annotationKey: NameCheck = (key) => labelKey(key.toLowerCase());

/** The check for the names of a kind; undefined where any text, or one that is not known, is right. */
export function nameCheckOf(group: string, kind: string, isServiceRelaxed: boolean): NameCheck | undefined {
  if (group === 'rbac.authorization.k8s.io') return pathSegment;
  if (UNCHECKED.has(group) || !(BUILT_IN.has(group) || group.endsWith('.k8s.io'))) return undefined;
  if (group === '' && kind === 'Namespace') return dnsLabel;
  if (group === '' && kind === 'Service') return isServiceRelaxed ? dnsLabel : dnsLabelWithLetter;
  if (kind === 'CronJob') return dnsSubdomain(52);
  return dnsSubdomain(kind === 'Job' ? 63 : 253);
}

const BUILT_IN: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions']);
/** Groups with names of their own kind, such as signers with colons. */
const UNCHECKED: ReadonlySet<string> = new Set(['certificates.k8s.io', 'flowcontrol.apiserver.k8s.io', 'resource.k8s.io']);
