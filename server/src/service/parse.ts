import type { Ecosystem } from '../base/ecosystem.ts';
import { baseName } from '../base/path.ts';
import { peerConfigOf } from '../engine/config/peers/index.ts';
import { CONFIG_FILE_NAMES } from '../engine/config/resolve.ts';
import type { DocumentKind, Documents } from '../engine/rule.ts';
import type { AnyFacts } from '../engine/workspace-index.ts';
import { composeFacts, isComposePath, parseCompose } from '../model/compose/index.ts';
import { dependencyFacts, dependencyFormatOf, parseDependencies } from '../model/dependencies/index.ts';
import { dockerfileFacts, isDockerfilePath, parseDockerfile } from '../model/dockerfile/index.ts';
import { dockerignoreFacts, isDockerignorePath, parseDockerignore } from '../model/dockerignore/index.ts';
import { gitignoreFacts, isGitignorePath, parseGitignore } from '../model/gitignore/index.ts';
import { isKubernetesCandidatePath, kubernetesFacts, parseKubernetes } from '../model/kubernetes/index.ts';
import { isLicensePath, licenseFacts, parseLicense } from '../model/license/index.ts';

/** A file's model with its kind. */
export type Parsed = { [K in DocumentKind]: { readonly kind: K; readonly model: Documents[K] } }[DocumentKind];

export const isConfigPath = (path: string): boolean => CONFIG_FILE_NAMES.some((name) => name === baseName(path));

/** Whether a file is the configuration of another tool, which we honour. */
export const isPeerConfigPath = (path: string): boolean => peerConfigOf(path) !== undefined;

/** Whether a file may concern us, from its path alone: what a scan has to read. YAML tells only by its content whether it is Kubernetes. */
export const mayMatter = (path: string): boolean =>
  isConfigPath(path) ||
  isPeerConfigPath(path) ||
  isDockerfilePath(path) ||
  isDockerignorePath(path) ||
  isComposePath(path) ||
  isGitignorePath(path) ||
  isLicensePath(path) ||
  dependencyFormatOf(path) !== undefined ||
  isKubernetesCandidatePath(path);

/** Of a few tools the configuration is, or may have the name of, a manifest. */
const isNothingElse = (path: string): boolean =>
  isPeerConfigPath(path) && !isKubernetesCandidatePath(path) && dependencyFormatOf(path) === undefined;

/** Files that only say something about others: they are read for that, and no rule looks at them. */
export const tellsOnlyFacts = (path: string): boolean =>
  isDockerignorePath(path) || isComposePath(path) || isLicensePath(path) || (isNothingElse(path) && !acceptsAdvisories(path));

/** Files that tell something about others that are looked at alone: also what a manifest is read with (lockfiles, other manifests, settings). */
export const tellsFacts = (path: string): boolean => tellsOnlyFacts(path) || dependencyFormatOf(path) !== undefined;

/** Whether a file accepts advisories, so that it can accept one for nothing. */
export const acceptsAdvisories = (path: string): boolean => isConfigPath(path) || peerConfigOf(path)?.acceptsAdvisories === true;

/** Whether it is that and no manifest or settings file, too. */
export const acceptsOnly = (path: string): boolean => acceptsAdvisories(path) && dependencyFormatOf(path) === undefined;

/** The ecosystem that the tool of a configuration file is for, if it is for one. */
export const peerEcosystem = (path: string): Ecosystem | undefined => peerConfigOf(path)?.ecosystem;

/**
 * The model of a file, or undefined when it is none of ours. Total.
 * @param previous the model of an earlier version of the same file, whose unchanged parts may be taken over
 */
export function parse(path: string, text: string, previous?: Parsed): Parsed | undefined {
  if (isConfigPath(path) || isNothingElse(path)) return undefined;
  if (isDockerfilePath(path)) return { kind: 'dockerfile', model: parseDockerfile(text) };
  if (isDockerignorePath(path)) return { kind: 'dockerignore', model: parseDockerignore(text) };
  if (isComposePath(path))
    return { kind: 'compose', model: parseCompose(text, previous?.kind === 'compose' ? previous.model : undefined) };
  if (isGitignorePath(path)) return { kind: 'gitignore', model: parseGitignore(text) };
  if (isLicensePath(path)) return { kind: 'license', model: parseLicense(text) };
  if (dependencyFormatOf(path) !== undefined) return { kind: 'dependencies', model: parseDependencies(path, text) };
  if (!isKubernetesCandidatePath(path)) return undefined;
  const model = parseKubernetes(text, previous?.kind === 'kubernetes' ? previous.model : undefined, path);
  return model.isKubernetes ? { kind: 'kubernetes', model } : undefined;
}

/** What a file tells the others. */
export function factsOf({ kind, model }: Parsed): AnyFacts {
  switch (kind) {
    case 'dockerfile':
      return { kind, facts: dockerfileFacts(model) };
    case 'dockerignore':
      return { kind, facts: dockerignoreFacts(model) };
    case 'compose':
      return { kind, facts: composeFacts(model) };
    case 'kubernetes':
      return { kind, facts: kubernetesFacts(model) };
    case 'gitignore':
      return { kind, facts: gitignoreFacts(model) };
    case 'license':
      return { kind, facts: licenseFacts(model) };
    case 'dependencies':
      return { kind, facts: dependencyFacts(model) };
  }
}
