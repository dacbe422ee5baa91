import { downloadPipedToShell } from '../../../server/src/rules/dockerfile/download-piped-to-shell.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(downloadPipedToShell, {
  clean: [
    'FROM a:1\nRUN curl -fsSL https://a.example/x -o x && sha256sum -c x.sha256 && sh x\n',
    'FROM a:1\nRUN curl https://a.example/x | tar xz\n',
    'FROM a:1\nRUN curl https://a.example/x | python3 -c "import json"\n',
    'FROM a:1\nRUN cat x.sh | sh && echo y | bash\n',
    'FROM a:1\nRUN curl https://a.example/x | gpg --verify | sh\n',
    'FROM a:1\nRUN curl https://a.example/k | apt-key add -\n',
    'FROM a:1\nRUN curl https://a.example/x | bash script.sh\n',
    'FROM a:1\nRUN V=$(curl https://a.example/version) && echo $V\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN curl -fsSL https://a.example/install.sh | ⟦bash⟧\n',
      says: '`bash` runs whatever curl downloads. Download to a file, check its hash, then run it.',
      fixed:
        'FROM a:1\nRUN curl -fsSL https://a.example/install.sh -o /tmp/install.sh && echo "<sha256>  /tmp/install.sh" | sha256sum -c - && bash /tmp/install.sh\n',
    },
    {
      code: 'FROM a:1\nRUN curl -s https://a.example/x | sudo -E ⟦bash⟧ -s -- -y --fast\n',
      says: '`bash` runs whatever curl downloads. Download to a file, check its hash, then run it.',
      fixed:
        'FROM a:1\nRUN curl -s https://a.example/x -o /tmp/install.sh && echo "<sha256>  /tmp/install.sh" | sha256sum -c - && sudo -E bash /tmp/install.sh -y --fast\n',
    },
    {
      code: 'FROM a:1\nRUN wget -qO- https://a.example/x | ⟦sh⟧\n',
      says: '`sh` runs whatever wget downloads. Download to a file, check its hash, then run it.',
    },
    {
      code: 'FROM a:1\nRUN ⟦bash⟧ <(curl -s https://a.example/x)\n',
      says: '`bash` runs whatever curl downloads. Download to a file, check its hash, then run it.',
    },
    {
      code: 'FROM a:1\nRUN ⟦sh⟧ -c "$(curl -fsSL https://a.example/x)" "" --unattended\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
    },
    {
      code: 'FROM a:1\nRUN ⟦eval⟧ "$(curl https://a.example/x)" && curl https://a.example/y | ⟦python3⟧ -\n',
      says: [
        '`eval` runs whatever curl downloads. Download to a file, check its hash, then run it.',
        '`python3` runs whatever curl downloads. Download to a file, check its hash, then run it.',
      ],
      fixed:
        'FROM a:1\nRUN eval "$(curl https://a.example/x)" && curl https://a.example/y -o /tmp/install.sh && echo "<sha256>  /tmp/install.sh" | sha256sum -c - && python3 /tmp/install.sh\n',
    },
    {
      code: 'FROM a:1\nRUN <<EOF\nset -e\ncurl https://a.example/x | sed s/a/b/ | ⟦sh⟧\nEOF\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
    },
  ],
});
