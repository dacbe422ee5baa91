import { dockerfileRule } from '../../engine/rule.ts';

/** The kernel's file systems with all that is in them, and the folders of the distribution themselves; `/etc/nginx` is an application's. */
const SYSTEM =
  /^\/(?:proc|sys|boot)(?:\/|$)|^\/dev(?:$|\/(?!shm))|^\/(?:etc|bin|sbin|lib|lib32|lib64|libexec|usr|usr\/(?:bin|sbin|lib|lib64|include)|var\/run|run)$/;

const isSystem = (path: string): boolean => SYSTEM.test(path.length > 1 ? path.replace(/\/+$/, '') : path);

export const systemDirMount = dockerfileRule(
  {
    id: 'dockerfile/system-dir-mount',
    title: 'Folder of the system as working directory or volume',
    why: 'These folders belong to the kernel or the distribution. A volume over one hides what the image needs, and a program that works in one changes the system.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      workdir: '{path} belongs to the system. Work in a folder of your own, such as /app.',
      volume: '{path} belongs to the system. Put the volume on a folder of your own.',
    },
    aliases: ['trivy:DS-0030'],
    references: ['https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.isTemplate) return;
    for (const instruction of model.effectiveInstructions()) {
      if (instruction.keyword === 'WORKDIR' && instruction.word) {
        const path = model.expand(instruction.word, instruction).value;
        if (path !== undefined && isSystem(path)) yield { message: 'workdir', data: { path }, span: instruction.word.span };
      } else if (instruction.keyword === 'VOLUME') {
        for (const word of instruction.words) {
          const path = model.expand(word, instruction).value;
          if (path !== undefined && (isSystem(path) || /^\/+$/.test(path)))
            yield { message: 'volume', data: { path }, span: word.span };
        }
      }
    }
  },
);
