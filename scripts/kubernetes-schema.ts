/**
 * Writes the schema of Kubernetes' own kinds into `server/src/knowledge/kubernetes/`, from packages of the npm registry. Run by hand, once a release of
 * Kubernetes: `npm run kubernetes-schema`. Folder for downloads as argument, if they should stay.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readClientNode } from './kubernetes-schema/client-node.ts';
import { merge } from './kubernetes-schema/merge.ts';
import { readPulumi } from './kubernetes-schema/pulumi.ts';
import { descriptionsText, schemaText } from './kubernetes-schema/write.ts';

const CLIENT = '@kubernetes/client-node';
const PULUMI = '@pulumi/kubernetes';

/** The newest first, because its names of types are kept. The versions of the client name their Kubernetes version in each generated file. */
const EXACT = [
  { minor: 36, version: '2.0.1' },
  { minor: 34, version: '1.4.0' },
  { minor: 33, version: '1.3.0' },
  { minor: 32, version: '1.1.2' },
  { minor: 30, version: '0.22.3' },
  { minor: 29, version: '0.21.0' },
  { minor: 28, version: '0.20.0' },
] as const;

/** Minors for which no client was published. */
const VAGUE = [
  { minor: 31, version: '4.18.1' },
  { minor: 35, version: '4.26.0' },
] as const;

const TARGET = path.join(import.meta.dirname, '../server/src/knowledge/kubernetes');

const keep = process.argv[2];
const folder = keep ?? mkdtempSync(path.join(tmpdir(), 'kubernetes-schema-'));
try {
  const exact = EXACT.map(({ minor, version }) => readClientNode(unpacked(CLIENT, version), minor));
  const kinds = new Set(exact.flatMap((graph) => [...graph.kinds.keys()]));
  const vague = VAGUE.map(({ minor, version }) => readPulumi(unpacked(PULUMI, version), minor, kinds));
  const merged = merge(exact, vague);
  for (const remark of merged.remarks) console.log(remark);
  const sources = [
    ...EXACT.map(({ minor, version }) => ({ minor, source: `${CLIENT} ${version}` })),
    ...VAGUE.map(({ minor, version }) => ({ minor, source: `${PULUMI} ${version}` })),
  ].sort((a, b) => a.minor - b.minor);
  mkdirSync(TARGET, { recursive: true });
  writeFileSync(path.join(TARGET, 'schema-data.ts'), schemaText(merged, sources, today()));
  writeFileSync(path.join(TARGET, 'descriptions-data.ts'), descriptionsText(merged, sources, today()));
} finally {
  if (keep === undefined) rmSync(folder, { recursive: true });
}

function unpacked(name: string, version: string): string {
  const target = path.join(folder, `${name.replace('/', '-')}-${version}`);
  const content = path.join(target, 'package');
  if (existsSync(content)) return content;
  mkdirSync(target, { recursive: true });
  execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: target });
  const archive = readdirSync(target).find((file) => file.endsWith('.tgz'));
  if (archive === undefined) throw new Error(`npm packed no ${name}@${version}`);
  execFileSync('tar', ['xzf', archive], { cwd: target });
  return content;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
