import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/report/assignments.ts
var KEY = "passw(?:or)?d|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|shared[_-]?access[_-]?key|private[_-]?key|secret[_-]?key(?:[_-]?base)?|encryption[_-]?key|signing[_-]?key|credentials?|client-key-data|client-certificate-data|_auth|auth|\\.dockerconfigjson|\\.dockercfg", QUOTED = /\\+"[^"\\]{0,4096}\\+"|"(?:[^"\\\n]|\\.){0,4096}"|'[^'\n]{0,4096}'/.source, BARE = /[^\s"'`,;&)}\]<>\\][^\s"'`,;&)}\]<>\\]{0,4095}/.source, ASSIGNMENT = new RegExp(
  `(${KEY})(\\d{0,3})(\\\\{0,3}["']?)([ \\t]{0,4}(?:=|:=|=>|:)[ \\t]{0,4})(${QUOTED}|${BARE})`,
  "gi"
), FLAG = /(--?[a-z-]{0,40}(?:password|passwd|secret|token|api-?key|credentials)[ \t]{1,4})([^\s"'-][^\s"']{3,1024})/gi, DATA_BLOCK = /^([ \t]{0,64})data:[ \t]*\n(?:\1[ \t]{1,16}[^\n]{1,8192}(?:\n|$)){1,200}/gm, DATA_LINE = /^([ \t]+[\w.-]{1,253}:[ \t]{1,4}["']?)[A-Za-z0-9+/]{8,8192}={0,2}(?=["']?[ \t]*$)/gm, DATA_JSON = /("data"[ \t]{0,4}:[ \t]{0,4}\{)([^{}]{0,8192})/g, DATA_FIELD = /(:[ \t]{0,4}")[A-Za-z0-9+/]{8,8192}={0,2}(?=")/g, HARMLESS = /^(?:true|false|null|nil|none|empty|missing|invalid|expired|required|unset|undefined|unknown|yes|no|not|is|was|<.*|\$.*|%[svqdw+].*|\{\{?.*|\[.*|\*+|\.{3}|…|xxx+|redacted|\/.*)$/i;
function redactAssignments(text, mask) {
  return text.replace(DATA_BLOCK, (block) => block.replace(DATA_LINE, `$1${mask}`)).replace(DATA_JSON, (_, head, fields) => head + fields.replace(DATA_FIELD, `$1${mask}`)).replace(
    FLAG,
    (match, flag, value) => HARMLESS.test(value) || isWord(value) ? match : flag + mask
  ).replace(ASSIGNMENT, (match, ...found) => {
    let [key, digits, close, separator, value, at, whole] = found, quote = /^\\*["']/.exec(value)?.[0] ?? "", inner = value.slice(quote.length, value.length - quote.length);
    if (inner === "" || HARMLESS.test(inner)) return match;
    let before = whole.slice(Math.max(0, at - 80), at), after = whole.slice(at + match.length, at + match.length + 80);
    return isEvidence({ key, close, separator, inner, before, after }) ? match : `${key}${digits}${close}${separator}${quote}${mask}${quote}`;
  });
}
function isEvidence(found) {
  let { inner } = found, key = found.key.toLowerCase();
  if (/^_?auth$/.test(key)) return !/^[A-Za-z0-9+/]{12,}={0,2}$/.test(inner);
  if (key === "secret" && !/\w$/.test(found.before) && /^[a-z0-9-]+\/[a-z0-9.-]+$/.test(inner)) return !0;
  if (found.separator.includes("=") || /["'\]]/.test(found.close)) return !1;
  if (!/^[ \t]*(?:$|[\n\r,;})\]"'\\])/.test(found.after)) return !isRandom(inner);
  let place = found.before.replace(/[\w.-]{1,80}$/, "");
  return !/(?:^|[\n{,])[ \t>|-]*["']?$/.test(place) && (isWord(inner) || /:$/.test(inner));
}
function isWord(value) {
  return /^[A-Za-z]?[a-z]+$|^[A-Z]+$/.test(value);
}
function isRandom(value) {
  return /^[\w+/=!#$%^*~.-]{8,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}

// src/report/redact.ts
var MASK = "***", SHAPES = [
  // JSON web tokens, whole or cut after the header.
  [/(?<![\w-])eyJ[\w-]{12,8192}(?:\.[\w-]{0,8192}){0,4}/g, MASK],
  [/gh[pousr]_[\w.-]{20,1024}|github_pat_\w{20,255}|\bglpat-[\w-]{20,64}/g, MASK],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g, MASK],
  [/\bxox[a-z]-[\w-]{10,255}|\bxapp-[\w-]{10,255}/g, MASK],
  [/\b(https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/]{8,255}/g, `$1${MASK}`],
  [/\bnpm_[A-Za-z0-9]{30,64}|\bpypi-[\w-]{32,512}|\bdckr_pat_[\w-]{20,64}/g, MASK],
  [/\bAIza[\w-]{30,64}|\bya29\.[\w-]{16,2048}|\bGOCSPX-[\w-]{16,64}/g, MASK],
  [
    /\bsk-[\w-]{20,255}|\b[rs]k_(?:live|test)_\w{16,255}|\bhf_[A-Za-z0-9]{30,64}|\bhv[sb]\.[\w-]{20,512}/g,
    MASK
  ],
  [/\bsha256~[\w-]{20,64}/g, MASK],
  // A client secret of Microsoft Entra.
  [/(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g, MASK],
  // Signed links.
  [
    /([?&](?:sig|X-Amz-Signature|X-Amz-Credential|X-Goog-Signature|se_sig)=)[^\s&"'<>*]{6,1024}/gi,
    `$1${MASK}`
  ],
  // A bootstrap token of kubeadm.
  [/(--token[ =])[a-z0-9]{6}\.[a-z0-9]{16}\b/g, `$1${MASK}`],
  [/:\/\/([^\s/"'<>`]{1,512})@(?!sha\d{3}:)/g, userinfo],
  // Go's MySQL form: user:password@tcp(host:port)/name.
  [/(?<![^\s"'=])([\w.-]{1,64}):[^\s@]{1,128}@(tcp|unix)\(/g, `$1:${MASK}@$2(`],
  [
    /\b(authorization["']?\s{0,2}[:=]\s{0,2}\[?\\?["']?)([a-z0-9-]{2,20} )?([^\s"'\\\],]{6,4096})/gi,
    authorization
  ],
  [/\b(bearer|basic)([ :]\s?)([A-Za-z0-9._~+/=-]{8,8192})/gi, scheme],
  // Base64 alone on its line is the body of a key, or a blob that nobody reads.
  [/^[ \t]*(?![0-9a-f]{56,128}[ \t]*$)[A-Za-z0-9+/]{56,128}={0,2}[ \t]*$/gm, blob]
];
function redactor(extra) {
  let own = extra.map((regex) => new RegExp(regex.source, `${regex.flags.replace("g", "")}g`));
  return (text) => {
    for (let round = 0, before = ""; before !== text && round < 8; round++)
      before = text, text = once(text, own);
    return text;
  };
}
function once(text, own) {
  let result = redactKeys(text);
  for (let [shape, to] of SHAPES)
    result = result.replace(shape, to);
  result = redactAssignments(result, MASK);
  for (let expression of own)
    result = result.split(MASK).map((part) => part.replace(expression, (found) => found === "" ? "" : MASK)).join(MASK);
  return result;
}
function redactReport(report, redact) {
  return walk(report, redact);
}
function walk(value, redact) {
  return typeof value == "string" ? redact(value) : Array.isArray(value) ? value.map((item) => walk(item, redact)) : typeof value != "object" || value === null ? value : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, redact)]));
}
function redactKeys(text) {
  let parts = [], from = 0;
  for (; ; ) {
    let begin = text.indexOf("-----BEGIN ", from);
    if (begin === -1) return from === 0 ? text : parts.join("") + text.slice(from);
    parts.push(text.slice(from, begin), MASK);
    let end = text.indexOf("-----END ", begin), close = end === -1 ? -1 : text.indexOf("-----", end + 9);
    if (close === -1) return parts.join("");
    from = close + 5;
  }
}
function blob(match) {
  return match.split("/").length - 1 > 4 || !/[A-Z]/.test(match) || !/[a-z]/.test(match) || !/\d/.test(match) ? match : MASK;
}
function userinfo(match, info) {
  return info === MASK || /^[a-z][a-z0-9_-]{0,15}$/.test(info) ? match : `://${MASK}@`;
}
function authorization(match, head, kind, value) {
  return kind ? `${head}${kind}${MASK}` : looksRandom(value) ? `${head}${MASK}` : match;
}
function scheme(match, kind, gap, value) {
  return looksRandom(value) ? `${kind}${gap}${MASK}` : match;
}
function looksRandom(value) {
  return /^[\w-]{1,32}=$/.test(value) ? !1 : value.length > 32 || /\d/.test(value) || /[a-z][A-Z]|[=+/~]/.test(value);
}

export {
  MASK,
  redactor,
  redactReport
};
