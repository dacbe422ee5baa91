import { pipUnpinned } from '../../../server/src/rules/dockerfile/pip-unpinned.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(pipUnpinned, {
  clean: [
    'FROM a:1\nRUN pip install --root-user-action ignore --default-timeout 100 --use-feature x y==1\n',
    'FROM a:1\nRUN pip install flask==3.0.0 "django>=4,<5" requests~=2.1\n',
    'FROM a:1\nRUN pip install -r requirements.txt && pip install . && pip install ./x.whl /y\n',
    'FROM a:1\nRUN pip install -c constraints.txt flask\n',
    'FROM a:1\nRUN pip install "x @ https://a.example/x.whl" -e .\n',
    'FROM a:1\nRUN pip install $P && pip list\n',
    'FROM a:1\nRUN pip install git+https://a.example/x.git@v1\n',
    'FROM a:1\nRUN pip install "git+ssh://git@a.example/x.git@0123abc#egg=x" "x @ git+https://a.example/x.git"\n',
    'FROM a:1\nRUN pip download flask\n',
    'FROM a:1\nRUN pip install --index-url https://a.example flask==1\n',
  ],
  caught: [
    {
      code: 'FROM a:1\nRUN pip install ⟦git+ssh://git@a.example/x.git⟧ git+https://a.example/y@v1\n',
      says: 'git+ssh://git@a.example/x.git may be another version in the next build. Say which one: `package==version`.',
    },
    {
      code: 'FROM a:1\nRUN pip install ⟦flask⟧\n',
      says: 'flask may be another version in the next build. Say which one: `package==version`.',
    },
    {
      code: 'FROM a:1\nRUN python3 -m pip install --upgrade ⟦pip⟧ setuptools wheel==1\n',
      says: 'pip, setuptools may be another version in the next build. Say which one: `package==version`.',
    },
    {
      code: 'FROM a:1\nRUN pip3.11 install --no-cache-dir ⟦"uvicorn[standard]"⟧ gunicorn==1\n',
      says: 'uvicorn[standard] may be another version in the next build. Say which one: `package==version`.',
    },
  ],
});
