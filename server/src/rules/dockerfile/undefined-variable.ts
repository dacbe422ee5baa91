import { dockerfileRule } from '../../engine/rule.ts';
import { insertion } from '../../base/edit.ts';
import { editDistance } from '../../base/edit-distance.ts';
import type { Fix } from '../../engine/fix.ts';
import { lineage, type Dockerfile, type Instruction, type Stage } from '../../model/dockerfile/index.ts';
import { lineStart } from './support/edits.ts';
import { variablesIn } from './support/variables.ts';

/** Arguments that every build sets, but that a stage only sees once it declares them. */
const PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;
/** Images that set no variables but PATH. Of others it is not known. */
const BARE =
  /^docker\.io\/library\/(?:alpine|debian|ubuntu|busybox|fedora|centos|amazonlinux|rockylinux|almalinux|oraclelinux|archlinux|buildpack-deps|hello-world)$/;
/** What base images and the container itself commonly set. */
const COMMON = /^(?:PATH|LANG|LC_ALL|LD_LIBRARY_PATH|container)$/;

export const undefinedVariable = dockerfileRule(
  {
    id: 'dockerfile/undefined-variable',
    title: 'Variable that nothing declares',
    why: 'Docker replaces a variable that it does not know by nothing, so a path or name silently becomes another one. Arguments from before the first FROM have to be declared again in each stage that uses them.',
    severity: 'medium',
    confidence: 'medium',
    profiles: ['recommended', 'strict'],
    messages: {
      global: '{name} is declared before the first FROM, where only FROM sees it. Declare it again in this stage: `ARG {name}`.',
      later: '{name} is set only further down, so it is empty here.',
      near: 'Nothing declares {name}, so it is empty here. Did you mean {near}?',
      unknown: 'Nothing declares {name}, so it is empty here. Declare it with ARG or ENV.',
    },
    aliases: ['buildkit:UndefinedVar', 'tally:buildkit/UndefinedVar'],
    references: ['https://docs.docker.com/reference/build-checks/undefined-var/'],
    fix: 'suggested',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model, file }) {
    if (model.isTemplate) return;
    const told = new Set<string>();
    const nearest = nearestIn(model);
    for (const instruction of model.instructions) {
      const stage = model.stageOf(instruction);
      if (!stage || stage.isWindows) continue;
      for (const { name, nameSpan, span, operator, owner } of variablesIn(model, instruction)) {
        if (operator !== undefined || !/^[A-Za-z_]/.test(name) || owner === name || COMMON.test(name)) continue;
        if (model.binding(name, instruction)) continue;
        const key = `${stage.index} ${name}`;
        const declare: Fix = {
          title: `Declare ARG ${name} in this stage`,
          applicability: 'suggested',
          edits: [
            insertion(
              lineStart(file.text, instruction.span.start),
              `${instruction.keywordText === instruction.keywordText.toLowerCase() ? 'arg' : 'ARG'} ${name}${file.eol}`,
            ),
          ],
        };
        // One declaration mends all uses of the stage.
        const fixes = told.has(key) ? [] : [declare];
        told.add(key);
        const near = nearest(instruction, name);
        if (isGlobal(model, name)) yield { message: 'global', data: { name }, span, fixes };
        else if (stage.scope.find(name, Infinity)) yield { message: 'later', data: { name }, span };
        else if (near !== undefined) {
          const rename: Fix = { title: `Use ${near}`, applicability: 'suggested', edits: [{ span: nameSpan, newText: near }] };
          yield { message: 'near', data: { name, near }, span, fixes: [rename] };
        } else if (setsNothing(stage)) yield { message: 'unknown', data: { name }, span, fixes };
      }
    }
  },
);

const isGlobal = (model: Dockerfile, name: string): boolean =>
  PLATFORM.test(name) || model.global.find(name, Infinity) !== undefined;

/** Whether the image at the bottom is one that sets no variables. */
function setsNothing(stage: Stage): boolean {
  const base = lineage(stage).at(-1)?.base;
  return base?.kind === 'scratch' || (base?.kind === 'image' && BARE.test(base.image.repository ?? ''));
}

/** Finds a variable that is declared at an instruction and has nearly this name. Each name is compared once, however often it is used. */
function nearestIn(model: Dockerfile): (instruction: Instruction, name: string) => string | undefined {
  const declared = new Map<string, number>();
  for (const each of model.instructions) {
    if (each.keyword !== 'ARG' && each.keyword !== 'ENV') continue;
    for (const { name } of each.pairs) if (!declared.has(name)) declared.set(name, each.index);
  }
  const similar = new Map<string, readonly (readonly [name: string, index: number])[]>();
  return (instruction, name) => {
    if (COMMON.test(name)) return undefined;
    const limit = name.length < 5 ? 2 : 3;
    const candidates =
      similar.get(name) ?? [...declared].filter(([each]) => editDistance(each.toLowerCase(), name.toLowerCase(), limit) < limit);
    similar.set(name, candidates);
    return candidates.find(([each, index]) => index < instruction.index && model.binding(each, instruction) !== undefined)?.[0];
  };
}
