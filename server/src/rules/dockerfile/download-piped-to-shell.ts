import { dockerfileRule } from '../../engine/rule.ts';
import { baseNameOf, unwrap, valueOf } from '../../model/shell/index.ts';
import { downloadRunBy } from '../support/run-downloads.ts';
import { runs } from './support/commands.ts';
import { checkedDownload } from './support/checked-download.ts';

export const downloadPipedToShell = dockerfileRule(
  {
    id: 'dockerfile/download-piped-to-shell',
    title: 'Download is run without being checked',
    why: 'What the server sends runs at once, with the rights of the build: nobody sees it, a broken connection runs half of it, and whoever takes over the server or the name gets into every image. Download to a file, compare its hash, then run it.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      pipe: '`{shell}` runs whatever {program} downloads. Download to a file, check its hash, then run it.',
    },
    aliases: ['droast:DF021'],
    references: ['CWE-494', 'CWE-829'],
    fix: 'manual',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    for (const { instruction, invocations } of runs(model)) {
      const script = model.script(instruction);
      for (const invocation of invocations) {
        const { name, word } = invocation;
        const source = downloadRunBy(invocation);
        if (!source) continue;
        const [first] = unwrap(source.words).words;
        const program = baseNameOf((first && valueOf(first)) ?? '');
        const fix = checkedDownload(model.text, script, invocation, source, program);
        yield { message: 'pipe', data: { shell: name, program }, span: word.span, fixes: fix ? [fix] : [] };
      }
    }
  },
);
