/** Packages that talk to the network. */
const CLIENTS = 'axios|node-fetch|cross-fetch|got|request|request-promise|needle|superagent|undici|phin|bent|ws';
/** What a program that is given on the command line does that no set-up needs: each a sign by itself. */
const SIGNS: readonly RegExp[] = [
  // Hidden text that becomes code or an address.
  /\batob\s*\(|\bfrom\s*\([^)]{0,2000}?['"`](?:base64|hex)['"`]|\bfromCharCode\b|\bb64decode\b|\bbase64_decode\b|decode_base64|unpack\s*\(?\s*['"]m|(?:\\x[0-9a-f]{2}){6}/i,
  /\beval\s*\(|\bnew\s+Function\s*\(|\bexec\s*\(\s*(?:compile|urllib|requests|__import__|base64|zlib|bytes)/,
  // The network.
  /\brequire\s*\(\s*['"`](?:node:)?(?:https?|http2|net|tls|dgram|dns)['"`]\s*\)|\bimport\s*\(\s*['"`](?:node:)?(?:https?|net|tls|dns)['"`]\s*\)|\bfetch\s*\(|\burlopen\s*\(|\brequests\.(?:get|post)\s*\(|\bsocket\.socket\s*\(|\bLWP::|\bIO::Socket|Net::HTTP|open-uri|\bfile_get_contents\s*\(\s*['"]https?:/,
  /\bfrom\s*['"`](?:node:)?(?:https?|http2|net|tls|dgram|dns)['"`]/,
  new RegExp(`\\brequire\\s*\\(\\s*['"\`](?:${CLIENTS})['"\`]\\s*\\)\\s*[.(]|=\\s*require\\s*\\(\\s*['"\`](?:${CLIENTS})['"\`]`),
  // Names and words that nobody writes who wants to be understood.
  /\b_0x[0-9a-f]{3,}\b.*\b_0x[0-9a-f]{3,}\b|(?:\\u00[0-9a-f]{2}){6}|\(!\[\]\+\[\]\)|\brequire\s*\(\s*(['"])[^'".][^'"]*\1\s*\+\s*['"]|\bglobal(?:This)?\s*\[[^\]]{1,40}\]\s*=\s*require\b/is,
  /\bprocess\.binding\s*\(|\brunIn(?:This|New)?Context\s*\(/,
  // Files with credentials that are read.
  /\b(?:readFile(?:Sync)?|createReadStream|open|file_get_contents|File\.read)\s*\([^;]{0,200}?(?:\.npmrc|\.ssh\b|\bid_(?:rsa|ed25519|ecdsa)\b|\.aws\/|\.netrc|\.git-credentials|\.pypirc|\.docker\/config|\.kube\/config|\/etc\/(?:passwd|shadow))/,
  // All variables of the environment at once.
  /JSON\.stringify\s*\(\s*process\.env\s*[,)]|Object\.(?:entries|keys|values)\s*\(\s*process\.env\s*\)|json\.dumps\s*\(\s*(?:dict\s*\(\s*)?os\.environ/,
];

/** Commands that a program starts. */
const STARTS =
  /\bchild_process\b|\bexecSync\s*\(|\bspawn(?:Sync)?\s*\(|\bos\.system\s*\(|\bsubprocess\.|\b(?:system|exec)\s*\(|`|%x/;
const SUSPECT_COMMAND =
  /\b(?:curl|wget|powershell|pwsh|certutil|bitsadmin|nc|ncat|telnet)\b|\/dev\/tcp\/|\bbash\s+-[ic]|base64\s+(?:-d|--decode|-D)/i;
/** Longer programs are looked at from their beginning only. */
const MAX_CODE = 20_000;

export function isSuspiciousCode(code: string): boolean {
  const text = code.slice(0, MAX_CODE);
  return SIGNS.some((sign) => sign.test(text)) || (STARTS.test(text) && SUSPECT_COMMAND.test(text));
}
