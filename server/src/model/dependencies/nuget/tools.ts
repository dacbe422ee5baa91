import { memberDeletion, memberSpan, objectOf, parseJson, spanOfJson, valueOf, type JsonNode } from '../../json/index.ts';
import { isMistyped } from '../../../base/misspelt.ts';
import type { Dependency } from '../dependency.ts';
import { dependencyFile, type DependencyFile } from '../file.ts';
import { dotnetShape } from '../json-shapes.ts';
import { pinnedVersion } from '../versions/index.ts';
import { nugetVersions } from '../versions/nuget/index.ts';
import { nugetName } from './name.ts';

/** Reads .config/dotnet-tools.json (https://learn.microsoft.com/dotnet/core/tools/local-tools-how-to-use). */
export function parseDotnetTools(text: string): DependencyFile {
  const { root, problems } = parseJson(text, { trailingCommas: true, shape: dotnetShape });
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'dotnet-tools.json',
    role: 'manifest',
    problems,
    dependencies: packagesOf(text, tableOf(root, 'tools'), 'tools', (entry) => valueOf(entry, 'version')),
  });
}

/** Reads global.json (https://learn.microsoft.com/dotnet/core/tools/global-json): the SDK of .NET, and SDKs of MSBuild that are packages. */
export function parseGlobalJson(text: string): DependencyFile {
  const { root, problems } = parseJson(text, { trailingCommas: true, shape: dotnetShape });
  const version = valueOf(objectOf(root, 'sdk'), 'version');
  return dependencyFile({
    ecosystem: 'NuGet',
    format: 'global.json',
    role: 'manifest',
    problems,
    dependencies: packagesOf(text, tableOf(root, 'msbuild-sdks'), 'msbuild-sdks', (entry) => entry),
    runtimes:
      version?.kind === 'string' ? [{ name: 'dotnet-sdk', requirement: version.text, requirementSpan: spanOfJson(version) }] : [],
  });
}

/** The object under `name`, which may be half-typed. */
const tableOf = (root: JsonNode | undefined, name: string): JsonNode | undefined =>
  root?.members.find(({ key, value }) => value?.kind === 'object' && (key.text === name || isMistyped(name, key.text)))?.value;

/** The members of `table` as packages. Tools and SDKs are never part of what is built. */
function packagesOf(
  text: string,
  table: JsonNode | undefined,
  section: string,
  versionOf: (entry: JsonNode) => JsonNode | undefined,
): Dependency[] {
  return (table?.members ?? []).map((member, index): Dependency => {
    const written = member.value && versionOf(member.value);
    const requirement = written?.kind === 'string' ? written : undefined;
    const version = requirement && pinnedVersion(nugetVersions, requirement.text);
    const deletion = table && memberDeletion(text, table, index);
    return {
      ecosystem: 'NuGet',
      name: nugetName(member.key.text),
      rawName: member.key.text,
      nameSpan: spanOfJson(member.key),
      use: 'declared',
      kind: 'direct',
      groups: ['dev'],
      section,
      source: 'registry',
      ...(requirement && { requirement: requirement.text, requirementSpan: spanOfJson(requirement) }),
      ...(requirement && version !== undefined && { version, versionSpan: spanOfJson(requirement) }),
      span: memberSpan(text, member),
      ...(deletion && { deletion }),
    };
  });
}
