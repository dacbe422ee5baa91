import type { Fix } from '../../engine/fix.ts';
import { dockerfileRule } from '../../engine/rule.ts';
import type { Environment } from '../../engine/environment.ts';
import { lineage, type CopyInstruction, type Dockerfile } from '../../model/dockerfile/index.ts';
import { buildContext, type BuildContext, ignoreLines, isGlob, leftOutBy, localSources } from './support/build-context.ts';
import { labelOfSource, mountFileFix, secretsBelow } from './support/secret-file.ts';

/** Where package managers look for public keys, whatever the files are called. */
const KEYRINGS = /^\/(?:etc\/(?:apt|apk|pki|ssl\/certs|yum)|usr\/(?:local\/)?share\/(?:keyrings|ca-certificates))(?:\/|$)/;

export const secretFileCopied = dockerfileRule(
  {
    id: 'dockerfile/secret-file-copied',
    title: 'Credentials are copied into the image',
    why: 'A file that was copied stays in a layer of the image, even if a later instruction deletes it, and everyone who can pull the image can read it. Mount what the build needs with `RUN --mount=type=secret`, give the program its credentials when it starts, and keep such files out of the build context with `.dockerignore`.',
    severity: 'high',
    confidence: 'medium',
    profiles: ['recommended', 'strict', 'cis'],
    messages: {
      file: '"{path}" looks like {label}, and a copy of it stays in the image for everyone who can pull it. Mount it with `RUN --mount=type=secret` instead.',
      context: 'This also copies {paths} into the image. Add such files to {ignore}.',
    },
    aliases: ['dockle:CIS-DI-0010', 'trivy:DS-0031'],
    references: ['CWE-538', 'CWE-312', 'https://docs.docker.com/build/building/secrets/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file, env }) {
    if (model.isTemplate) return;
    const inImage = new Set(lineage(model.finalStage));
    const milderOf = (instruction: CopyInstruction) => {
      const stage = model.stageOf(instruction);
      // What only a build stage holds is in the build cache, and in the image only if it is copied on.
      return stage && !inImage.has(stage) ? ({ severity: 'medium' } as const) : {};
    };
    const sources = localSources(model);
    const context = sources.length > 0 ? buildContext(model, file.path, env) : undefined;
    for (const { instruction, word, path } of sources) {
      const destination = instruction.destination && model.expand(instruction.destination, instruction).value;
      const label = labelOfSource(path);
      if (label !== undefined) {
        const isSent = !context || isGlob(path) || !leftOutBy(context, path);
        if (!isSent || KEYRINGS.test(destination ?? '') || holdsNothing(env, context, path)) continue;
        const fix = mountFileFix(model, instruction, word, path);
        yield { message: 'file', data: { path, label }, span: word.span, fixes: fix ? [fix] : [], ...milderOf(instruction) };
      } else if (context && !isGlob(path) && (path === '' || context.tree.has(inFolder(context, path)))) {
        const found = secretsBelow(context, path).filter((each) => !holdsNothing(env, context, each));
        if (found.length === 0) continue;
        yield {
          message: 'context',
          data: { paths: listed(found), ignore: context.ignorePath },
          span: word.span,
          fixes: [ignoreFix(context, found)],
          ...milderOf(instruction),
        };
      }
    }
    yield* fromStages(model);
  },
);

/** Credentials that are copied on from another stage or image. */
function* fromStages(model: Dockerfile) {
  for (const instruction of model.instructionsOf('COPY')) {
    if (!instruction.flags.some(({ name }) => name === 'from')) continue;
    const destination = instruction.destination && model.expand(instruction.destination, instruction).value;
    for (const word of instruction.sources) {
      const path = model.expand(word, instruction).value;
      const label = path === undefined ? undefined : labelOfSource(path);
      if (path !== undefined && label !== undefined && !KEYRINGS.test(destination ?? ''))
        yield { message: 'file', data: { path, label }, span: word.span } as const;
    }
  }
}

const inFolder = ({ folder }: BuildContext, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** Whether the file was read and has no password or token in it: `.npmrc` may only name a registry. */
const holdsNothing = (env: Environment, context: BuildContext | undefined, path: string): boolean =>
  context !== undefined && env.workspace.get('dependencies', inFolder(context, path))?.hasSecret === false;

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

const ignoreFix = (context: BuildContext, paths: readonly string[]): Fix => ({
  title: `Add ${listed(paths)} to ${context.ignorePath}`,
  applicability: 'suggested',
  edits: [],
  others: [ignoreLines(context, paths)],
});
