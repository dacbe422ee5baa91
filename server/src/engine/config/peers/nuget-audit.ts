import { attributeText, parseXml, type XmlElement } from '../../../model/xml/index.ts';
import { acceptAdvisory, acceptedBy } from './advisories.ts';
import { NOTHING, type PeerConfig, type SuppressionEntries } from './peer.ts';

/**
 * Files of MSBuild that the projects below take in by themselves, with items `NuGetAuditSuppress` of addresses of advisories
 * (https://learn.microsoft.com/nuget/concepts/auditing-packages#excluding-advisories). What a project says of itself is read with the project.
 */
export const NUGET_AUDITS: readonly PeerConfig[] = [
  'Directory.Build.props',
  'Directory.Build.targets',
  'Directory.Packages.props',
].map((name): PeerConfig => ({
  tool: 'nuget',
  names: [name],
  syntax: 'xml',
  acceptsAdvisories: true,
  ecosystem: 'NuGet',
  read: (text) => ({
    content: { suppressions: text.includes('NuGetAuditSuppress') ? suppressedIn(parseXml(text).root) : [] },
  }),
}));

function suppressedIn(element: XmlElement): SuppressionEntries {
  const include = element.name === 'NuGetAuditSuppress' ? attributeText(element, 'Include') : undefined;
  const id = include?.text.split('/').findLast((part) => part !== '');
  const own = include
    ? acceptAdvisory({ kind: 'scalar', span: include.span, value: id ?? '' }, acceptedBy('NuGet', NOTHING, NOTHING))
    : [];
  return [...own, ...element.children.flatMap(suppressedIn)];
}
