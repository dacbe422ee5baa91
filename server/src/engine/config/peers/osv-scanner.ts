import { acceptAdvisory, acceptPackage, type Accepted, acceptedBy } from './advisories.ts';
import { at, flagOf, itemsOf, type PeerConfig, type SuppressionEntries, textOf } from './peer.ts';
import type { ConfigValue } from '../value.ts';

/**
 * OSV-Scanner's `osv-scanner.toml`: accepted advisories and packages whose vulnerabilities it leaves out
 * (https://google.github.io/osv-scanner/configuration/). Package overrides for a whole ecosystem or group are passed over: too much would be silent.
 */
export const OSV_SCANNER: PeerConfig = {
  tool: 'osv-scanner',
  names: ['osv-scanner.toml'],
  syntax: 'toml',
  acceptsAdvisories: true,
  read: (value) => ({
    content: {
      suppressions: [
        ...itemsOf(at(value, 'IgnoredVulns')).flatMap((item) =>
          acceptAdvisory(at(item, 'id'), acceptedBy('OSV-Scanner', at(item, 'reason'), at(item, 'ignoreUntil'))),
        ),
        ...itemsOf(at(value, 'PackageOverrides')).flatMap(packageOverride),
      ],
    },
  }),
};

function packageOverride(item: ConfigValue): SuppressionEntries {
  const name = at(item, 'name');
  const text = textOf(name);
  const isIgnored = flagOf(at(item, 'ignore')) === true || flagOf(at(at(item, 'vulnerability'), 'ignore')) === true;
  if (text === undefined || !isIgnored) return [];
  const accepted: Accepted = acceptedBy('OSV-Scanner', at(item, 'reason'), at(item, 'effectiveUntil'));
  const version = textOf(at(item, 'version'));
  return acceptPackage(name.span, { ...accepted, package: text, ...(version !== undefined && { version }) });
}
