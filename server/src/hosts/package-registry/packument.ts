import type { PublishedPackage, PublishedVersion } from '../../engine/registry.ts';

/**
 * What an answer of an npm registry says (https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md). Registries leave out what they do not know.
 * Undefined for what is no such answer.
 */
export function readPackument(answer: unknown): PublishedPackage | undefined {
  if (!isObject(answer)) return undefined;
  const { versions, time } = answer;
  // Taken away as a whole: only the history is left.
  if (isObject(time) && isObject(time['unpublished'])) return { exists: false };
  if (!isObject(versions)) return undefined;
  const entries = Object.entries(versions).filter((entry): entry is [string, Fields] => isObject(entry[1]));
  // A registry that knows no provenance at all (most mirrors) says nothing by its absence.
  const knowsProvenance = entries.some(([, fields]) => provenanceOf(fields));
  const latest = isObject(answer['dist-tags']) ? answer['dist-tags']['latest'] : undefined;
  return {
    exists: true,
    ...(typeof latest === 'string' && { latest }),
    versions: new Map(
      entries.map(([version, fields]) => [
        version,
        readVersion(fields, isObject(time) ? time[version] : undefined, knowsProvenance),
      ]),
    ),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function readVersion(fields: Fields, published: unknown, knowsProvenance: boolean): PublishedVersion {
  const { deprecated } = fields;
  const license = licenseOf(fields);
  return {
    ...(typeof published === 'string' && !Number.isNaN(Date.parse(published)) && { published }),
    ...(typeof deprecated === 'string' && deprecated !== '' && { deprecated }),
    ...(license !== undefined && { license }),
    ...(knowsProvenance && { hasProvenance: provenanceOf(fields) }),
    ...integrityOf(fields),
    ...(runsScript(fields) && { hasInstallScript: true }),
  };
}

/** `dist.integrity`, and the older `dist.shasum`, which is SHA-1 in hexadecimal digits. */
function integrityOf({ dist }: Fields): Pick<PublishedVersion, 'integrity'> {
  if (!isObject(dist)) return {};
  const { integrity, shasum } = dist;
  const hashes = typeof integrity === 'string' ? integrity.split(/\s+/).filter((one) => /^(?:sha\d+|md5)-/.test(one)) : [];
  if (typeof shasum === 'string' && /^[\da-f]{40}$/i.test(shasum) && !hashes.some((one) => one.startsWith('sha1-')))
    hashes.push(`sha1-${Buffer.from(shasum, 'hex').toString('base64')}`);
  return hashes.length > 0 ? { integrity: hashes } : {};
}

/** What npm runs after it has unpacked a package (https://docs.npmjs.com/cli/using-npm/scripts#npm-install). */
const runsScript = ({ hasInstallScript, scripts, gypfile }: Fields): boolean =>
  hasInstallScript === true ||
  gypfile === true ||
  (isObject(scripts) &&
    ['preinstall', 'install', 'postinstall'].some((name) => typeof scripts[name] === 'string' && scripts[name] !== ''));

const provenanceOf = ({ dist }: Fields): boolean => isObject(dist) && isObject(dist['attestations']);

/** A text; old packages have an object, or a list of them. */
function licenseOf({ license, licenses }: Fields): string | undefined {
  const first: unknown = Array.isArray(licenses) ? licenses[0] : (license ?? licenses);
  const text = isObject(first) ? (first['type'] ?? first['name']) : first;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
