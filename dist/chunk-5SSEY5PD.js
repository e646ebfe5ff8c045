import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/diagnose/text.ts
var alike = ["service", "deployment", "workload", "host", "pod", "name", "container"];
function fill(template, captures) {
  return template.replace(/\{([a-z_]+)\}/g, (_, name) => {
    let other = alike.includes(name) ? alike.find((like) => captures[like]) : void 0;
    return (captures[name] ?? captures[other ?? ""])?.slice(0, 200) ?? "…";
  });
}
function fillCommand(template, captures) {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name) => {
    let value = captures[name]?.slice(0, 200);
    return value === void 0 ? whole : /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
  });
}
function normalise(line) {
  return line.replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>").replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<id>").replace(/\b0x[0-9a-f]+\b/gi, "<hex>").replace(/(?<=[a-z])-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, "-<pod>").replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, "<hex>").replace(/(?:\/[\w.@+-]+){2,}/g, (path) => `<path>/${path.split("/").at(-1)}`).replace(/\d+/g, "<n>").replace(/\s+/g, " ").trim();
}
function hash(text) {
  let h = 0xcbf29ce484222325n;
  for (let byte of new TextEncoder().encode(text))
    h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  return h.toString(16).padStart(16, "0");
}
var isMild = (line) => /\bWARN(?:ING)?\b|Warning: |\[Warning\]|level(?:=|":\s?")warn|##\[warning\]|retrying|will retry|attempt \d+/.test(
  line
), isDebug = (line) => /^(?:(?!\b(?:ERROR|FATAL|PANIC)\b).){0,200}?\b(?:DEBUG|TRACE)\d?\b|level(?:=|":\s?")(?:debug|trace)/.test(
  line
), isPassed = (line) => /^\s*(?:[│├└─╷╵ ]+(?:\[\d+\] )?.* (?:\[OK\]|✔)$|[✓✔√☑] \S|✎ todo |ok \d+ |not ok \d+ .*# todo\b)|^test \S.* (?:\.\.\.|-) (?:ok$|compile fail )|<testcase [^>]*>/i.test(
  line
), wrapper = /^##\[(?:group|endgroup|warning|debug|command)\]|Process completed with exit code|[Ss]tep script exited with code|Executing the custom container implementation failed|^make(?:\[\d+\])?: \*\*\*|^exit status \d+$|Test Suite Failed|^Ginkgo ran |The process '.*' failed with exit code|^npm (?:ERR!|error) (?:code|errno|A complete log)|There were failures detected|^FAIL$|^FAIL!? |=+ .*(?:failed|error).* in [\d.]+s|^Summarizing \d+ Failure|short test summary|^##\[error\](?:It|BeforeSuite) |The operation was canceled|^(?:[-+] |\+\+ )|^\s*(?:shell:|set -)/, isWrapper = (line) => wrapper.test(line), ofCluster = [
  /^\s*(?:\S+\s+){0,3}Warning\s+[A-Z][A-Za-z]+\s/,
  /^\s*(?:\S+ )?\{.*"(?:level|severity|lvl)": ?"(?:error|fatal|panic|critical)"/i,
  /^\s*\d{4}-\d\d-\d\dT\S+\s+(?:ERROR|FATAL|PANIC)\s/,
  /^\s*\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (?:\S+ )?(?:ERROR|FATAL|PANIC): /
], isOfCluster = (text) => ofCluster.some((shape) => shape.test(text));

export {
  fill,
  fillCommand,
  normalise,
  hash,
  isMild,
  isDebug,
  isPassed,
  isWrapper,
  isOfCluster
};
