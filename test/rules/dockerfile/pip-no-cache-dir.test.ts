import { pipNoCacheDir } from '../../../server/src/rules/dockerfile/pip-no-cache-dir.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(pipNoCacheDir, {
  clean: [
    'FROM a:1\nRUN pip install --no-cache -r r.txt\n',
    'FROM a:1\nRUN pip install --no-cache-dir flask\n',
    'FROM a:1\nENV PIP_NO_CACHE_DIR=1\nRUN pip install flask\n',
    'FROM a:1 AS b\nENV PIP_NO_CACHE_DIR=on\nFROM b\nRUN pip install x\n',
    'FROM a:1\nRUN PIP_NO_CACHE_DIR=1 pip install flask\n',
    'FROM a:1\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n',
    'FROM a:1\nRUN pip install flask && rm -rf ~/.cache\n',
    'FROM a:1 AS b\nRUN pip install flask\nFROM a:1\n',
    'FROM a:1\nRUN pip uninstall flask && echo pip install\n',
    'FROM a:1\nRUN pip --no-cache-dir install flask\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN pip ⟦install⟧ flask\n',
      says: '`pip install` stores its downloads in the image. Add `--no-cache-dir`.',
      fixed: 'FROM a:1\nRUN pip install --no-cache-dir flask\n',
    },
    {
      code: 'FROM a:1\nRUN python3 -m pip ⟦install⟧ -U pip && pip3 ⟦install⟧ -r x.txt\n',
      says: [
        '`pip install` stores its downloads in the image. Add `--no-cache-dir`.',
        '`pip install` stores its downloads in the image. Add `--no-cache-dir`.',
      ],
      fixed: 'FROM a:1\nRUN python3 -m pip install --no-cache-dir -U pip && pip3 install --no-cache-dir -r x.txt\n',
    },
    {
      code: 'FROM a:1\nRUN ["pip", "⟦install⟧", "x"]\n',
      says: '`pip install` stores its downloads in the image. Add `--no-cache-dir`.',
      fixed: 'FROM a:1\nRUN ["pip", "install", "--no-cache-dir", "x"]\n',
    },
  ],
});
