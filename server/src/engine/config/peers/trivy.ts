import { isDay } from '../../../base/date.ts';
import type { ConfigValue } from '../value.ts';
import { at, type PeerConfig, type SuppressionEntries, textOf, textsOf } from './peer.ts';

const LINE = /^(?<id>[\w.*-]+)(?<rest>(?:\s.*)?)$/;
const EXPIRY = /(?:^|\s)exp:(\d{4}-\d{2}-\d{2})(?=\s|$)/;
const MOST_LINES = 10_000;

/** trivy's `.trivyignore`: an id a line, `exp:` and a day behind it, comments behind `#`. The comment behind an id or right above it is the reason. */
export const TRIVY: PeerConfig = {
  tool: 'trivy',
  names: ['.trivyignore'],
  syntax: 'text',
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

/** trivy's `.trivyignore.yaml`, which says reasons and paths in keys of their own. Only misconfigurations are rules of ours. */
export const TRIVY_YAML: PeerConfig = {
  tool: 'trivy',
  names: ['.trivyignore.yaml', '.trivyignore.yml'],
  syntax: 'yaml',
  read: (value) => {
    const list = at(value, 'misconfigurations');
    const suppressions = (list.kind === 'list' ? list.items : []).flatMap((item): SuppressionEntries => {
      const id = at(item, 'id');
      const text = textOf(id);
      if (text === undefined) return [];
      const until = textOf(at(item, 'expired_at'))?.slice(0, 10);
      const one = entry(text, id.span, textOf(at(item, 'statement')) ?? '', until);
      const paths = pathsOf(at(item, 'paths'));
      return paths.length === 0 ? [one] : paths.map((path) => ({ ...one, path }));
    });
    return { content: { suppressions } };
  },
};

const pathsOf = (value: ConfigValue): readonly string[] => textsOf(value).map(({ text }) => text);

function entry(id: string, span: ConfigValue['span'], reason: string, until: string | undefined): SuppressionEntries[number] {
  return {
    rule: { value: `trivy:${id}`, span },
    reason: reason === '' ? 'accepted in trivy’s ignore file' : reason,
    ...(until !== undefined && isDay(until) ? { until } : {}),
  };
}
