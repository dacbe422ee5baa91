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
  };
}

const provenanceOf = ({ dist }: Fields): boolean => isObject(dist) && isObject(dist['attestations']);

/** A text; old packages have an object, or a list of them. */
function licenseOf({ license, licenses }: Fields): string | undefined {
  const first: unknown = Array.isArray(licenses) ? licenses[0] : (license ?? licenses);
  const text = isObject(first) ? (first['type'] ?? first['name']) : first;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
