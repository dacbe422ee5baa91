import { dockerfileRule } from '../../engine/rule.ts';
import { lineage } from '../../model/dockerfile/index.ts';
import { buildContext, ignoreLines, leftOutBy, localSources, type BuildContext } from './support/build-context.ts';

/** What no image needs: the history of the repository with everything that was ever in it, secrets, and packages that the build installs itself. */
const UNWANTED = [
  { entry: '.git', line: '.git', always: true },
  { entry: '.env', line: '**/.env', always: true },
  { entry: 'node_modules', line: '**/node_modules', always: false },
] as const;

/** Manifest → what its tools leave beside it. */
const BY_MANIFEST: readonly (readonly [manifest: string, line: string])[] = [
  ['package.json', '**/node_modules'],
  ['requirements.txt', '**/__pycache__'],
  ['pyproject.toml', '**/__pycache__'],
  ['Cargo.toml', 'target'],
  ['pom.xml', 'target'],
  ['composer.json', 'vendor'],
];

export const copyWholeContext = dockerfileRule(
  {
    id: 'dockerfile/copy-whole-context',
    title: 'Whole folder is copied into the image',
    why: 'Copying the whole build context takes along whatever lies there: the history in `.git`, `.env` files, local packages, and what somebody puts there tomorrow. Each change of any of it also makes the build start anew from here. List what must stay out in `.dockerignore`, or copy only what is needed.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      none: 'The whole build context is copied, and no .dockerignore keeps `.git`, `.env` and the like out. Add one, or copy only what is needed.',
      gap: 'The whole build context is copied, and {ignore} does not keep {entries} out.',
    },
    aliases: ['droast:DF007', 'droast:DF026', 'droast:DF033'],
    references: ['CWE-538', 'https://docs.docker.com/build/concepts/context/#dockerignore-files'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file, env }) {
    const whole = localSources(model).filter(({ path }) => path === '' || path === '*');
    if (whole.length === 0) return;
    const context = buildContext(model, file.path, env);
    if (!context) return;
    const open = UNWANTED.filter(({ entry }) => !leftOutBy(context, entry));
    const present = open.filter(({ entry }) => context.tree.has(at(context, entry)));
    if (context.ignore && present.length === 0) return;
    const lines = context.ignore ? present.map(({ line }) => line) : linesFor(context);
    const title = context.ignore ? `Add ${lines.join(', ')} to ${context.ignorePath}` : `Create ${context.ignorePath}`;
    const fixes = [{ title, applicability: 'suggested', edits: [], others: [ignoreLines(context, lines)] }] as const;
    const entries = present.map(({ entry }) => `\`${entry}\``).join(', ');
    const inImage = new Set(lineage(model.finalStage));
    for (const { word, instruction } of whole) {
      const stage = model.stageOf(instruction);
      // What only a build stage holds is in the build cache and not in the image.
      const milder = stage && !inImage.has(stage) ? ({ severity: 'low' } as const) : {};
      if (context.ignore)
        yield { message: 'gap', data: { ignore: context.ignorePath, entries }, span: word.span, fixes, ...milder };
      else yield { message: 'none', span: word.span, fixes, ...milder };
    }
  },
);

const at = ({ folder }: BuildContext, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** For a new ignore file: what no image needs, and what the tools of this folder leave. */
const linesFor = (context: BuildContext): readonly string[] => [
  ...new Set([
    ...UNWANTED.filter(({ entry, always }) => always || context.tree.has(at(context, entry))).map(({ line }) => line),
    ...BY_MANIFEST.filter(([manifest]) => context.tree.has(at(context, manifest))).map(([, line]) => line),
  ]),
];
