import {
  baseNameOf,
  unwrap,
  valueOf,
  type Command,
  type Invocation,
  type List,
  type Word,
  type WordPart,
} from '../../../model/shell/index.ts';

const SENDERS = /^(?:curl|wget|nc|ncat|netcat|http|https|telnet)(?:\.exe)?$/i;
/** Asking for a name of which a part tells something is sending it. */
const ASKERS = /^(?:nslookup|dig|host|ping|curl|wget)(?:\.exe)?$/i;
/** What tells of the machine and who works at it. */
const TELLERS = /^(?:env|printenv|set|export|whoami|hostname|id|uname|ifconfig|ipconfig|ip)$/;
const ALL_VARIABLES = /^(?:env|printenv|set|export)$/;
const READERS = /^(?:cat|tar|zip|base64|head|tail|gzip|type)$/;
/** Files that hold credentials. */
const SECRET_FILE =
  /(?:^|[/\\@=~])(?:\.npmrc|\.yarnrc(?:\.yml)?|\.pypirc|\.netrc|\.git-credentials|\.env(?:\.\w+)?|id_(?:rsa|ed25519|ecdsa)|shadow|passwd)$|\.ssh\b|\.aws[/\\]|\.kube[/\\]config|\.docker[/\\]config\.json|\.config[/\\]gcloud|\.gnupg\b|\/proc\/self\/environ/;
const SECRET_VARIABLE = /(?:TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)$/i;
/** Options whose value is sent; in a header a token has its place. */
const DATA =
  /^(?:-d|-F|-T|--data(?:-raw|-binary|-urlencode|-ascii)?|--form(?:-string)?|--upload-file|--post-data|--post-file|--body-data)(?:=|$)/;

/** Whether a command sends to another machine what an installation has no reason to tell: variables, files with credentials, who and where it is. */
export function sendsSecrets({ name, args, place, redirections }: Invocation): boolean {
  if (SENDERS.test(name)) {
    const before = place?.pipeline.commands.slice(0, place.index) ?? [];
    if (before.some(tellsSecrets)) return true;
    if (args.some((word, index) => printsSecret(word) || (isSent(args, index) && namesSecret(word)))) return true;
    if (
      redirections.some(
        ({ operator, target }) => operator === '<' && target && SECRET_FILE.test(valueOf(target) ?? loose(target)),
      )
    )
      return true;
  }
  return ASKERS.test(name) && args.some(({ parts }) => substitutions(parts).some((list) => listTells(list, TELLERS)));
}

const isSent = (args: readonly Word[], index: number): boolean => {
  const own = args[index] ? loose(args[index]) : '';
  const before = args[index - 1] ? loose(args[index - 1] as Word) : '';
  return (
    DATA.test(own) ||
    DATA.test(before) ||
    /^https?:/i.test(own) ||
    (!before.startsWith('-') && /^[\w-]+(?:\.[\w-]+)+[/?:]/.test(own))
  );
};

const namesSecret = ({ parts }: Word): boolean =>
  SECRET_FILE.test(loose({ parts })) || variables(parts).some((variable) => SECRET_VARIABLE.test(variable));

const printsSecret = ({ parts }: Word): boolean =>
  substitutions(parts).some(
    (list) =>
      listTells(list, ALL_VARIABLES) ||
      list.items.some(({ pipelines }) => pipelines.some(({ commands }) => commands.some(tellsSecrets))),
  );

function tellsSecrets(command: Command): boolean {
  if (command.kind !== 'simple') return false;
  const [first, ...args] = unwrap(command.words).words;
  // `env A=b command` only runs the command.
  const written = command.words[0];
  const outer = baseNameOf((written && valueOf(written)) ?? '');
  const name = baseNameOf((first && valueOf(first)) ?? '');
  if (ALL_VARIABLES.test(name) || (first === undefined && outer === 'env')) return args.length === 0 || name === 'printenv';
  return READERS.test(name) && args.some((arg) => SECRET_FILE.test(loose(arg)));
}

const listTells = ({ items }: List, tellers: RegExp): boolean =>
  items.some(({ pipelines }) =>
    pipelines.some(({ commands }) =>
      commands.some((command) => {
        if (command.kind !== 'simple') return false;
        const [first] = command.words;
        return first !== undefined && tellers.test(baseNameOf(valueOf(first) ?? ''));
      }),
    ),
  );

const substitutions = (parts: readonly WordPart[]): List[] =>
  parts.flatMap((part) =>
    part.kind === 'command-substitution' ? part.list : part.kind === 'double-quoted' ? substitutions(part.parts) : [],
  );

const variables = (parts: readonly WordPart[]): string[] =>
  parts.flatMap((part) => (part.kind === 'variable' ? part.name : part.kind === 'double-quoted' ? variables(part.parts) : []));

const loose = (word: Pick<Word, 'parts'>): string =>
  word.parts.map((part) => valueOf({ parts: [part] }) ?? (part.kind === 'double-quoted' ? loose(part) : '')).join('');
