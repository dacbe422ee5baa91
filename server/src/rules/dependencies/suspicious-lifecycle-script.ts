import { dependencyRule } from '../../engine/rule.ts';
import { FetchedFiles } from './shared/fetched-file.ts';
import { lifecycleScripts } from './shared/lifecycle-scripts.ts';
import { suspicionOf } from './shared/suspicious-command.ts';

export const suspiciousLifecycleScript = dependencyRule(
  {
    id: 'dependencies/suspicious-lifecycle-script',
    title: 'Script that runs by itself does what malware does',
    why: 'Package managers run these scripts when the package is installed or released, on the machines of all who use it or work on it, with their rights and their tokens. Downloading and running code, running code that is hidden in an encoding, and sending variables or files elsewhere is what malicious packages do there. If it is meant, put it into a file that can be reviewed, with a checksum of what it downloads.',
    severity: 'high',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      download:
        'The script "{script}" runs what {program} downloads, unchecked, on each machine. Ship the code, or check its hash.',
      decoded:
        'The script "{script}" runs code that is hidden in an encoding: nobody sees what {program} runs. Write it as plain code.',
      encoded: 'The script "{script}" passes an encoded command to {program}: nobody sees what runs. Write it as plain code.',
      inline:
        'The script "{script}" passes code to {program} that decodes, downloads, sends or evaluates something. Put it into a file that can be reviewed.',
      sends: 'The script "{script}" uses {program} to send variables, credentials or names of the machine elsewhere. Remove it.',
      connects: 'The script "{script}" connects {program} to another machine. Remove it.',
    },
    aliases: [],
    references: ['CWE-506', 'CWE-494', 'CWE-829'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ file, model }) {
    let files = new FetchedFiles();
    for (const { name, index: part, invocations } of lifecycleScripts(file.text, model)) {
      if (part === 0) files = new FetchedFiles();
      for (const [index, invocation] of invocations.entries()) {
        const found = suspicionOf(invocation, files);
        files.add(invocation);
        if (!found) continue;
        const { kind, program, span } = found;
        const place = part === 0 ? `${index}` : `${part}/${index}`;
        yield { message: kind, data: { script: name, program }, span, key: `scripts/${name}/${place}` };
      }
    }
  },
);
