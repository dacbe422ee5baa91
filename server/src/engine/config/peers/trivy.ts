import { isDay } from '../../../base/date.ts';
import type { ConfigValue } from '../value.ts';
import { packageOfPurl } from './advisories.ts';
import { at, dayOf, itemsOf, type PeerConfig, type SuppressionEntries, textOf, textsOf } from './peer.ts';

const LINE = /^(?<id>[\w.*-]+)(?<rest>(?:\s.*)?)$/;
const EXPIRY = /(?:^|\s)exp:(\d{4}-\d{2}-\d{2})(?=\s|$)/;
const MOST_LINES = 10_000;

/** trivy's `.trivyignore`: an id a line, `exp:` and a day behind it, comments behind `#`. The comment behind an id or right above it is the reason. */
export const TRIVY: PeerConfig = {
  tool: 'trivy',
  names: ['.trivyignore'],
  syntax: 'text',
  acceptsAdvisories: true,
  read: (text) => {
    const suppressions: SuppressionEntries[number][] = [];
    let above = '';
    let offset = 0;
    for (const line of text.split('\n', MOST_LINES)) {
      const hash = line.indexOf('#');
      const code = (hash < 0 ? line : line.slice(0, hash)).trim();
      const comment = hash < 0 ? '' : line.slice(hash).replace(/^#+/, '').trim();
      const match = LINE.exec(code);
      const id = match?.groups?.['id'];
      if (id !== undefined) {
        const start = offset + line.indexOf(id);
        const until = EXPIRY.exec(match?.groups?.['rest'] ?? '')?.[1];
        suppressions.push(entry(id, { start, end: start + id.length }, comment || above, until));
      }
      above = code === '' ? comment : '';
      offset += line.length + 1;
    }
    return { content: { suppressions } };
  },
};

/** trivy's `.trivyignore.yaml`, which says reasons and paths in keys of their own. */
export const TRIVY_YAML: PeerConfig = {
  tool: 'trivy',
  names: ['.trivyignore.yaml', '.trivyignore.yml'],
  syntax: 'yaml',
  acceptsAdvisories: true,
  read: (value) => {
    const suppressions = ['misconfigurations', 'vulnerabilities'].flatMap((key) =>
      itemsOf(at(value, key)).flatMap((item): SuppressionEntries => {
        const id = at(item, 'id');
        const text = textOf(id);
        if (text === undefined) return [];
        const one = entry(text, id.span, textOf(at(item, 'statement')) ?? '', dayOf(at(item, 'expired_at')));
        const paths = textsOf(at(item, 'paths')).map(({ text: path }) => ({ path }));
        const packages = textsOf(at(item, 'purls')).flatMap(({ text: purl }) => packageOfPurl(purl) ?? []);
        return orAll(paths).flatMap((path) => orAll(packages).map((of) => ({ ...one, ...path, ...of })));
      }),
    );
    return { content: { suppressions } };
  },
};

/** An entry that names none is for all. */
const orAll = <T extends object>(list: readonly T[]): readonly (T | object)[] => (list.length === 0 ? [{}] : list);

function entry(id: string, span: ConfigValue['span'], reason: string, until: string | undefined): SuppressionEntries[number] {
  return {
    rule: { value: `trivy:${id}`, span },
    reason: reason === '' ? 'accepted in trivy’s ignore file' : reason,
    ...(until !== undefined && isDay(until) ? { until } : {}),
  };
}
