import type { ConfigEntry } from '../value.ts';
import { acceptAdvisory, acceptedBy } from './advisories.ts';
import { at, entriesOf, itemsOf, type PeerConfig, type SuppressionEntries } from './peer.ts';

/**
 * Snyk's `.snyk`: an id with the paths on which it is accepted; `*` is every path, of any other the last package counts
 * (https://docs.snyk.io/manage-risk/policies/the-.snyk-file). Ids of Snyk mean something to us where an advisory names them.
 */
export const SNYK: PeerConfig = {
  tool: 'snyk',
  names: ['.snyk'],
  syntax: 'yaml',
  acceptsAdvisories: true,
  read: (value) => ({ content: { suppressions: entriesOf(at(value, 'ignore')).flatMap(ignored) } }),
};

const ignored = ({ key, keySpan, value }: ConfigEntry): SuppressionEntries =>
  itemsOf(value)
    .flatMap(entriesOf)
    .flatMap((entry) => {
      const accepted = acceptedBy('Snyk', at(entry.value, 'reason'), at(entry.value, 'expires'));
      const last = entry.key.split('>').at(-1)?.trim() ?? '*';
      const match = /^(?<name>@?[^@]+)(?:@(?<version>.+))?$/.exec(last)?.groups;
      const { name = '*', version } = match ?? {};
      return acceptAdvisory(
        { kind: 'scalar', span: keySpan, value: key },
        { ...accepted, ...(name !== '*' && { package: name, ...(version !== undefined && { version }) }) },
      );
    });
