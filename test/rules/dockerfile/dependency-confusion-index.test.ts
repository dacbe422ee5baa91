import { dependencyConfusionIndex } from '../../../server/src/rules/dockerfile/dependency-confusion-index.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(dependencyConfusionIndex, {
  clean: [
    'FROM a:1\nRUN pip install --index-url https://p.corp.example/simple x\n',
    'FROM a:1\nRUN pip install --extra-index-url https://download.pytorch.org/whl/cpu torch\n',
    'FROM a:1\nENV PIP_INDEX_URL=https://p.corp.example PIP_EXTRA_INDEX_URL=https://pypi.org/simple\n',
    'FROM a:1\nRUN npm config set registry https://n.corp.example && npm ci --registry=https://n.corp.example\n',
    'FROM a:1\nRUN npm config set registry http://localhost:4873\n',
    'FROM a:1\nARG PIP_EXTRA_INDEX_URL\n',
    'FROM a:1\nARG V=cu121\nRUN pip install --extra-index-url https://download.pytorch.org/whl/${V} torch\n',
    'FROM a:1\nRUN pip install --extra-index-url "https://download.pytorch.org/whl/$V" --extra-index-url=https://download.pytorch.org/$V x\n',
    'FROM a:1\nARG INDEX=https://download.pytorch.org\nRUN pip install --extra-index-url ${INDEX}/whl/$(v) --extra-index-url=$INDEX torch\n',
    'FROM a:1\nARG V\nENV PIP_EXTRA_INDEX_URL="https://pypi.org/simple https://download.pytorch.org/whl/$V"\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN pip install ⟦--extra-index-url⟧ https://p.corp.example/simple x\n',
      says: '`--extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      fixed: 'FROM a:1\nRUN pip install --index-url https://p.corp.example/simple x\n',
    },
    {
      code: 'FROM a:1\nENV ⟦PIP_EXTRA_INDEX_URL⟧=https://p.corp.example\nRUN uv pip install ⟦--extra-index-url⟧=$INDEX x\n',
      says: [
        '`PIP_EXTRA_INDEX_URL` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
        '`--extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      ],
      fixed: 'FROM a:1\nENV PIP_EXTRA_INDEX_URL=https://p.corp.example\nRUN uv pip install --index-url=$INDEX x\n',
    },
    {
      code: 'FROM a:1\nRUN npm config set registry ⟦http://n.shop.example/⟧\n',
      says: 'The registry http://n.shop.example/ is asked without encryption, so packages can be replaced on the way. Use https.',
      fixed: 'FROM a:1\nRUN npm config set registry https://n.shop.example/\n',
    },
    {
      code: 'FROM a:1\nARG INDEX=https://p.corp.example\nRUN pip install ⟦--extra-index-url⟧ $INDEX/x ⟦--extra-index-url⟧ https://pypi.org$X ⟦--extra-index-url⟧=$Y x\n',
      says: Array.from(
        { length: 3 },
        () =>
          '`--extra-index-url` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
      ),
      fixed:
        'FROM a:1\nARG INDEX=https://p.corp.example\nRUN pip install --index-url $INDEX/x --index-url https://pypi.org$X --index-url=$Y x\n',
    },
    {
      code: 'FROM a:1\nENV ⟦PIP_EXTRA_INDEX_URL⟧="https://pypi.org/simple https://p.corp.example"\n',
      says: '`PIP_EXTRA_INDEX_URL` lets a public package take the place of a private one of the same name. Use one index: `--index-url`.',
    },
  ],
});
