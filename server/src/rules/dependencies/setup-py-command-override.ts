import { dependencyRule } from '../../engine/rule.ts';
import { settingKey } from './shared/settings.ts';

/** The commands that run when a package is installed or looked at; those that build and test are replaced in every other project. */
const COMMANDS = /^(?:install|develop|egg_info|easy_install|editable_wheel)$/;
const NETWORK =
  /^(?:urllib\.(?:request\.)?(?:urlopen|urlretrieve)|urllib2\.urlopen|(?:requests|httpx)\.(?:get|post|put|request|head|stream)|http\.client\.HTTPS?Connection|httplib\.HTTPS?Connection|socket\.(?:socket|create_connection)|wget\.download|ftplib\.FTP)$/;
const STARTS = /^(?:os\.(?:system|popen)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput))$/;
const DOWNLOAD = /\b(?:curl|wget|powershell|pwsh|bitsadmin|certutil)\b|\/dev\/tcp\/|\bncat?\b\s/i;
const DECODES =
  /^(?:base64\.(?:b64|b32|b85|a85)decode|zlib\.decompress|marshal\.loads|bytes\.fromhex|binascii\.unhexlify|codecs\.decode)$/;

export const setupPyCommandOverride = dependencyRule(
  {
    id: 'dependencies/setup-py-command-override',
    title: 'setup.py does more than describe the package while it is installed',
    why: 'With a source distribution pip runs setup.py on the machine of everyone who installs the package, with their rights. A replaced `install` command or a download there runs before anyone imported the package, which is what malicious packages use. Describe the package in pyproject.toml and do the rest in the package itself.',
    severity: 'medium',
    confidence: 'high',
    profiles: ['recommended', 'strict'],
    messages: {
      command:
        'The command `{command}` is replaced by {class}, which runs when the package is installed. Remove the replacement.',
      network: '`{call}` goes to the network when the package is installed. Ship what it fetches, or fetch it at first use.',
      program: '`{call}` starts a program that goes to the network when the package is installed. Ship what it fetches.',
      hidden: '`{call}` runs code that is hidden in an encoding when the package is installed. Write it as plain code.',
    },
    aliases: [],
    references: ['CWE-506', 'CWE-829', 'https://setuptools.pypa.io/en/latest/userguide/extension.html'],
    fix: 'none',
    since: '0.2.0',
    status: 'preview',
  },
  function* ({ model }) {
    if (model.format !== 'setup.py') return;
    const decodes = model.settings.some(({ section, key }) => section === 'call' && DECODES.test(key));
    for (const setting of model.settings) {
      const { section, key: call, value, keySpan } = setting;
      const key = settingKey(setting);
      if (section === 'cmdclass') {
        if (COMMANDS.test(call)) yield { message: 'command', data: { command: call, class: value }, span: keySpan, key };
      } else if (NETWORK.test(call)) yield { message: 'network', data: { call }, span: keySpan, key };
      else if (STARTS.test(call) && DOWNLOAD.test(value)) yield { message: 'program', data: { call }, span: keySpan, key };
      else if (decodes && /^(?:exec|eval)$/.test(call)) yield { message: 'hidden', data: { call }, span: keySpan, key };
    }
  },
);
