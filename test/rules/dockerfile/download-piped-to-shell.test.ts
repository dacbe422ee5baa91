import { downloadPipedToShell } from '../../../server/src/rules/dockerfile/download-piped-to-shell.ts';
import { testRule } from '../../support/rule-tester.ts';

const check = 'echo "<sha256>  /tmp/install.sh" | sha256sum -c -';

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
      fixed: `FROM a:1\nRUN wget -qO /tmp/install.sh https://a.example/x && ${check} && sh /tmp/install.sh\n`,
    },
    {
      code: 'FROM a:1\nRUN wget -q -O - https://a.example/x 2>/dev/null | ⟦bash⟧ -s -- -y >/dev/null\n',
      says: '`bash` runs whatever wget downloads. Download to a file, check its hash, then run it.',
      fixed: `FROM a:1\nRUN wget -q -O /tmp/install.sh https://a.example/x 2>/dev/null && ${check} && bash /tmp/install.sh -y >/dev/null\n`,
    },
    {
      code: 'FROM a:1\nRUN x && wget https://a.example/x --output-document=- | ⟦sh⟧ || y\n',
      says: '`sh` runs whatever wget downloads. Download to a file, check its hash, then run it.',
      fixed: `FROM a:1\nRUN x && wget https://a.example/x --output-document=/tmp/install.sh && ${check} && sh /tmp/install.sh || y\n`,
    },
    {
      code: 'FROM a:1\nRUN wget https://a.example/x -O y | ⟦sh⟧\n',
      says: '`sh` runs whatever wget downloads. Download to a file, check its hash, then run it.',
    },
    {
      code: 'FROM a:1\nRUN curl https://a.example/x 2>/dev/null | ⟦sh⟧ -s 2>&1 -- y\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
    },
    {
      code: 'FROM a:1\nRUN if ! curl -fsSL https://a.example/x 2>/dev/null | ⟦sh⟧; then exit 1; fi\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
      fixed: `FROM a:1\nRUN if ! { curl -fsSL https://a.example/x -o /tmp/install.sh 2>/dev/null && ${check} && sh /tmp/install.sh; }; then exit 1; fi\n`,
    },
    {
      code: 'FROM a:1\nRUN test -f /x || curl -fsSL https://a.example/x | ⟦sh⟧ >/y && z\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
      fixed: `FROM a:1\nRUN test -f /x || { curl -fsSL https://a.example/x -o /tmp/install.sh && ${check} && sh /tmp/install.sh >/y; } && z\n`,
    },
    {
      code: 'FROM a:1\nRUN until curl https://a.example/x | ⟦sh⟧ -s y; do sleep 1; done\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
      fixed: `FROM a:1\nRUN until { curl https://a.example/x -o /tmp/install.sh && ${check} && sh /tmp/install.sh y; }; do sleep 1; done\n`,
    },
    {
      code: 'FROM a:1\nRUN bash -c "curl https://a.example/x | ⟦sh⟧"\n',
      says: '`sh` runs whatever curl downloads. Download to a file, check its hash, then run it.',
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
