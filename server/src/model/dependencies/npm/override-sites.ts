import { memberInsertion, objectOf, type JsonNode } from '../../json/index.ts';
import type { OverrideSite } from '../file.ts';

/** Where each package manager looks (https://docs.npmjs.com/cli/configuring-npm/package-json#overrides, https://yarnpkg.com/configuration/manifest#resolutions, https://pnpm.io/settings#overrides). */
const PLACES: readonly (readonly string[])[] = [['overrides'], ['resolutions'], ['pnpm', 'overrides']];

/** Where package.json could force a version upon others. */
export const overrideSitesOf = (text: string, root: JsonNode | undefined): OverrideSite[] =>
  PLACES.flatMap((path) => {
    const place = memberInsertion(text, root, path, '"{name}": "^{version}"');
    if (!place) return [];
    const taken = path.reduce<JsonNode | undefined>(objectOf, root)?.members.map(({ key }) => key.text) ?? [];
    return { section: path.join('.'), ...place, ...(taken.length > 0 && { taken }) };
  });
