import { advisories } from './advisories.ts';
import type { Caught, Clean } from './rule-tester.ts';

export interface Cases {
  readonly clean: readonly Clean[];
  readonly caught: readonly Caught[];
}

export const known = {
  advisories: advisories(
    { id: 'GHSA-m', ecosystem: 'Maven', name: 'g:a', ranges: [['0', '2.17.1']], summary: 'it runs what it logs' },
    { id: 'GHSA-p', ecosystem: 'Maven', name: 'org.apache.maven.plugins:x-plugin', ranges: [['0', '3.0']] },
    { id: 'GHSA-n', ecosystem: 'NuGet', name: 'newtonsoft.json', ranges: [['0', '13.0.1']], summary: 'it runs out of stack' },
    {
      id: 'MAL-m',
      ecosystem: 'Maven',
      name: 'g:evil',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
    {
      id: 'MAL-n',
      ecosystem: 'NuGet',
      name: 'evil',
      kind: 'malicious',
      severity: 'critical',
      ranges: [['0']],
      summary: 'it steals',
    },
  ),
};

export const dependency = (version?: string, more = '', artifact = 'a'): string =>
  `<dependency><groupId>g</groupId><artifactId>${artifact}</artifactId>${version === undefined ? '' : `<version>${version}</version>`}${more}</dependency>`;
export const OWN = '<groupId>own</groupId><artifactId>parent</artifactId><version>1</version>';
export const CHILD = `<parent>${OWN}</parent><artifactId>app</artifactId>`;
export const asked = (...all: readonly string[]): string => `<dependencies>${all.join('')}</dependencies>`;
export const managed = (...all: readonly string[]): string => `<dependencyManagement>${asked(...all)}</dependencyManagement>`;
export const project = (content: string, head = OWN): string => `<project>${head}${content}</project>`;
export const pom = (content: string, head?: string): { path: string; code: string } => ({
  path: 'pom.xml',
  code: project(content, head),
});
export const child = (content: string): { path: string; code: string } => ({
  path: 'app/pom.xml',
  code: project(content, CHILD),
});
export const properties = (content: string): string => `<properties>${content}</properties>`;

export const csproj = (items: string, more = ''): { path: string; code: string } => ({
  path: 'src/App.csproj',
  code: `<Project Sdk="Microsoft.NET.Sdk">${more}\n  <ItemGroup>\n    ${items}\n  </ItemGroup>\n</Project>\n`,
});
export const central = (items: string, more = ''): string => `<Project>${more}<ItemGroup>${items}</ItemGroup></Project>`;
export const group = (content: string): string => `<PropertyGroup>${content}</PropertyGroup>`;
export const reference = (version: string, name = 'Newtonsoft.Json'): string =>
  `<PackageReference Include="${name}" Version="${version}" />`;
export const lock = (version: string, name = 'Newtonsoft.Json', type = 'Direct'): string =>
  `{\n  "version": 1,\n  "dependencies": {\n    "net8.0": {\n      "${name}": {\n        "type": "${type}",\n        "requested": "[12.0.1, )",\n        "resolved": "${version}",\n        "contentHash": "ab=="\n      }\n    }\n  }\n}\n`;
