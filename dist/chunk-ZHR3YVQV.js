import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  catalogFile
} from "./chunk-D6L5YBII.js";
import {
  root
} from "./chunk-CXHGEUED.js";
import {
  Unavailable,
  belongsTo,
  captureNames,
  compile,
  fileBytes,
  isUnhealthy,
  isWorkload,
  keyOf,
  loose,
  memoryBytes,
  none,
  partBytes,
  require_yauzl,
  sameNamespace,
  selects,
  stem,
  trusted
} from "./chunk-FOUBRLID.js";
import {
  array,
  boolean,
  literal,
  number,
  object,
  require_dist,
  string,
  unknown
} from "./chunk-GT6B6EJW.js";
import {
  UserError,
  describe
} from "./chunk-UIGTJO4Z.js";
import {
  __commonJS,
  __toESM
} from "./chunk-6636AVS4.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_NO_SLASH = "[^\\\\/]", ONE_CHAR = "(?=.)", QMARK = "[^/]", END_ANCHOR = "(?:\\/|$)", START_ANCHOR = "(?:^|\\/)", DOTS_SLASH = `\\.{1,2}${END_ANCHOR}`, NO_DOT = "(?!\\.)", NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`, NO_DOT_SLASH = `(?!\\.{0,1}${END_ANCHOR})`, NO_DOTS_SLASH = `(?!${DOTS_SLASH})`, QMARK_NO_DOT = "[^.\\/]", STAR = `${QMARK}*?`, SEP = "/", POSIX_CHARS = {
      DOT_LITERAL: "\\.",
      PLUS_LITERAL: "\\+",
      QMARK_LITERAL: "\\?",
      SLASH_LITERAL: "\\/",
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    }, WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: "[\\\\/]",
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: "\\.{1,2}(?:[\\\\/]|$)",
      NO_DOT: "(?!\\.)",
      NO_DOTS: "(?!(?:^|[\\\\/])\\.{1,2}(?:[\\\\/]|$))",
      NO_DOT_SLASH: "(?!\\.{0,1}(?:[\\\\/]|$))",
      NO_DOTS_SLASH: "(?!\\.{1,2}(?:[\\\\/]|$))",
      QMARK_NO_DOT: "[^.\\\\/]",
      START_ANCHOR: "(?:^|[\\\\/])",
      END_ANCHOR: "(?:[\\\\/]|$)",
      SEP: "\\"
    }, POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION: 0,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === !0 ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val == "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator < "u" && navigator.platform) {
        let platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      return typeof process < "u" && process.platform ? process.platform === "win32" : !1;
    };
    exports.removeBackslashes = (str) => str.replace(REGEX_REMOVE_BACKSLASH, (match) => match === "\\" ? "" : match);
    exports.escapeLast = (input, char, lastIdx) => {
      let idx = input.lastIndexOf(char, lastIdx);
      return idx === -1 ? input : input[idx - 1] === "\\" ? exports.escapeLast(input, char, idx - 1) : `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      return output.startsWith("./") && (output = output.slice(2), state.prefix = "./"), output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      let prepend = options.contains ? "" : "^", append = options.contains ? "" : "$", output = `${prepend}(?:${input})${append}`;
      return state.negated === !0 && (output = `(?:^(?!${output}).*$)`), output;
    };
    exports.basename = (path, { windows } = {}) => {
      let segs = path.split(windows ? /[\\/]/ : "/"), last = segs[segs.length - 1];
      return last === "" ? segs[segs.length - 2] : last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils(), {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants(), isPathSeparator = (code) => code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH, depth = (token) => {
      token.isPrefix !== !0 && (token.depth = token.isGlobstar ? 1 / 0 : 1);
    }, scan = (input, options) => {
      let opts = options || {}, length = input.length - 1, scanToEnd = opts.parts === !0 || opts.tokens === !0 || opts.scanToEnd === !0, slashes = [], tokens = [], parts = [], str = input, index = -1, start = 0, lastIndex = 0, isBrace = !1, isBracket = !1, isGlob = !1, isExtglob = !1, isGlobstar = !1, braceEscaped = !1, backslashes = !1, negated = !1, negatedExtglob = !1, finished = !1, braces = 0, prev, code, token = { value: "", depth: 0, isGlob: !1 }, eos = () => index >= length, peek = () => str.charCodeAt(index + 1), advance = () => (prev = code, str.charCodeAt(++index));
      for (; index < length; ) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = !0, code = advance(), code === CHAR_LEFT_CURLY_BRACE && (braceEscaped = !0);
          continue;
        }
        if (braceEscaped === !0 || code === CHAR_LEFT_CURLY_BRACE) {
          for (braces++; eos() !== !0 && (code = advance()); ) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = !0, advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== !0 && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (braceEscaped !== !0 && code === CHAR_COMMA) {
              if (isBrace = token.isBrace = !0, isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
                continue;
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE && (braces--, braces === 0)) {
              braceEscaped = !1, isBrace = token.isBrace = !0, finished = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          if (slashes.push(index), tokens.push(token), token = { value: "", depth: 0, isGlob: !1 }, finished === !0) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== !0 && (code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === !0 && peek() === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, isExtglob = token.isExtglob = !0, finished = !0, code === CHAR_EXCLAMATION_MARK && index === start && (negatedExtglob = !0), scanToEnd === !0) {
            let parens = 0;
            for (; eos() !== !0 && (code = advance()); ) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = !0, advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK && (isGlobstar = token.isGlobstar = !0), isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          if (isGlob = token.isGlob = !0, finished = !0, scanToEnd === !0)
            continue;
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          for (; eos() !== !0 && (next = advance()); ) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = !0, advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = !0, isGlob = token.isGlob = !0, finished = !0;
              break;
            }
          }
          if (scanToEnd === !0)
            continue;
          break;
        }
        if (opts.nonegate !== !0 && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = !0, start++;
          continue;
        }
        if (opts.noparen !== !0 && code === CHAR_LEFT_PARENTHESES) {
          if (isGlob = token.isGlob = !0, scanToEnd === !0) {
            let parens = 1;
            for (; eos() !== !0 && (code = advance()); ) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = !0, advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = !0;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === !0) {
          if (finished = !0, scanToEnd === !0)
            continue;
          break;
        }
      }
      opts.noext === !0 && (isExtglob = !1, isGlob = !1);
      let base = str, prefix = "", glob3 = "";
      start > 0 && (prefix = str.slice(0, start), str = str.slice(start), lastIndex -= start), base && isGlob === !0 && lastIndex > 0 ? (base = str.slice(0, lastIndex), glob3 = str.slice(lastIndex)) : isGlob === !0 ? (base = "", glob3 = str) : base = str, base && base !== "" && base !== "/" && base !== str && isPathSeparator(base.charCodeAt(base.length - 1)) && (base = base.slice(0, -1)), opts.unescape === !0 && (glob3 && (glob3 = utils.removeBackslashes(glob3)), base && backslashes === !0 && (base = utils.removeBackslashes(base)));
      let state = {
        prefix,
        input,
        start,
        base,
        glob: glob3,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === !0 && (state.maxDepth = 0, isPathSeparator(code) || tokens.push(token), state.tokens = tokens), opts.parts === !0 || opts.tokens === !0) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          let n2 = prevIndex !== void 0 ? prevIndex + 1 : start, i = slashes[idx], value2 = input.slice(n2, i);
          opts.tokens && (idx === 0 && start !== 0 ? (tokens[idx].isPrefix = !0, tokens[idx].value = prefix) : tokens[idx].value = value2, depth(tokens[idx]), state.maxDepth += tokens[idx].depth), i >= start && (parts.push(value2), prevIndex = i);
        }
        let n = prevIndex !== void 0 ? prevIndex + 1 : start, value = input.slice(n);
        parts.push(value), opts.tokens && prevIndex && prevIndex + 1 < input.length && (tokens[tokens.length - 1].value = value, depth(tokens[tokens.length - 1]), state.maxDepth += tokens[tokens.length - 1].depth), state.slashes = slashes, state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants(), utils = require_utils(), {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants, expandRange = (args, options) => {
      if (typeof options.expandRange == "function")
        return options.expandRange(...args, options);
      args.sort();
      let value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    }, syntaxError = (type, char) => `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`, splitTopLevel = (input) => {
      let parts = [], bracket = 0, paren = 0, quote = 0, value = "", escaped = !1;
      for (let ch of input) {
        if (escaped === !0) {
          value += ch, escaped = !1;
          continue;
        }
        if (ch === "\\") {
          value += ch, escaped = !0;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1, value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[")
            bracket++;
          else if (ch === "]" && bracket > 0)
            bracket--;
          else if (bracket === 0) {
            if (ch === "(")
              paren++;
            else if (ch === ")" && paren > 0)
              paren--;
            else if (ch === "|" && paren === 0) {
              parts.push(value), value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      return parts.push(value), parts;
    }, isPlainBranch = (branch) => {
      let escaped = !1;
      for (let ch of branch) {
        if (escaped === !0) {
          escaped = !1;
          continue;
        }
        if (ch === "\\") {
          escaped = !0;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch))
          return !1;
      }
      return !0;
    }, normalizeSimpleBranch = (branch) => {
      let value = branch.trim(), changed = !0;
      for (; changed === !0; )
        changed = !1, /^@\([^\\()[\]{}|]+\)$/.test(value) && (value = value.slice(2, -1), changed = !0);
      if (isPlainBranch(value))
        return value.replace(/\\(.)/g, "$1");
    }, hasRepeatedCharPrefixOverlap = (branches) => {
      let values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++)
        for (let j = i + 1; j < values.length; j++) {
          let a = values[i], b = values[j], char = a[0];
          if (!(!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) && (a === b || a.startsWith(b) || b.startsWith(a)))
            return !0;
        }
      return !1;
    }, parseRepeatedExtglob = (pattern, requireEnd = !0) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(")
        return;
      let bracket = 0, paren = 0, quote = 0, escaped = !1;
      for (let i = 1; i < pattern.length; i++) {
        let ch = pattern[i];
        if (escaped === !0) {
          escaped = !1;
          continue;
        }
        if (ch === "\\") {
          escaped = !0;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote !== 1) {
          if (ch === "[") {
            bracket++;
            continue;
          }
          if (ch === "]" && bracket > 0) {
            bracket--;
            continue;
          }
          if (!(bracket > 0)) {
            if (ch === "(") {
              paren++;
              continue;
            }
            if (ch === ")" && (paren--, paren === 0))
              return requireEnd === !0 && i !== pattern.length - 1 ? void 0 : {
                type: pattern[0],
                body: pattern.slice(2, i),
                end: i
              };
          }
        }
      }
    }, buildCharClassStar = (chars) => `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`, getStarExtglobSequenceChars = (pattern) => {
      let index = 0, chars = [];
      for (; index < pattern.length; ) {
        let match = parseRepeatedExtglob(pattern.slice(index), !1);
        if (!match || match.type !== "*")
          return;
        let branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1)
          return;
        let branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1)
          return;
        chars.push(branch), index += match.end + 1;
      }
      if (!(chars.length < 1))
        return chars;
    }, repeatedExtglobRecursion = (pattern) => {
      let depth = 0, value = pattern.trim(), match = parseRepeatedExtglob(value);
      for (; match; )
        depth++, value = match.body.trim(), match = parseRepeatedExtglob(value);
      return depth;
    }, analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === !1)
        return { risky: !1 };
      let max = typeof options.maxExtglobRecursion == "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION, branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1 && (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)))
        return { risky: !0 };
      let safeChars = [], sawStarSequence = !1, combinable = !0;
      for (let branch of branches) {
        let chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = !0, safeChars.push(...chars);
          continue;
        }
        let literal2 = normalizeSimpleBranch(branch);
        if (literal2 && literal2.length === 1) {
          safeChars.push(literal2);
          continue;
        }
        if (combinable = !1, repeatedExtglobRecursion(branch) > max)
          return { risky: !0 };
      }
      return sawStarSequence ? combinable ? { risky: !0, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: !0 } : { risky: !1 };
    }, parse2 = (input, options) => {
      if (typeof input != "string")
        throw new TypeError("Expected a string");
      input = REPLACEMENTS[input] || input;
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      let bos = { type: "bos", value: "", output: opts.prepend || "" }, tokens = [bos], capture = opts.capture ? "" : "?:", PLATFORM_CHARS = constants.globChars(opts.windows), EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS), {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS, globstar = (opts2) => `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`, nodot = opts.dot ? "" : NO_DOT, qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT, star = opts.bash === !0 ? globstar(opts) : STAR;
      opts.capture && (star = `(${star})`), typeof opts.noext == "boolean" && (opts.noextglob = opts.noext);
      let state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === !0,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: !1,
        negated: !1,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: !1,
        tokens
      };
      input = utils.removePrefix(input, state), len = input.length;
      let extglobs = [], braces = [], stack = [], prev = bos, value, eos = () => state.index === len - 1, peek = state.peek = (n = 1) => input[state.index + n], advance = state.advance = () => input[++state.index] || "", remaining = () => input.slice(state.index + 1), consume = (value2 = "", num = 0) => {
        state.consumed += value2, state.index += num;
      }, append = (token) => {
        state.output += token.output != null ? token.output : token.value, consume(token.value);
      }, negate = () => {
        let count2 = 1;
        for (; peek() === "!" && (peek(2) !== "(" || peek(3) === "?"); )
          advance(), state.start++, count2++;
        return count2 % 2 === 0 ? !1 : (state.negated = !0, state.start++, !0);
      }, increment = (type) => {
        state[type]++, stack.push(type);
      }, decrement = (type) => {
        state[type]--, stack.pop();
      }, push = (tok) => {
        if (prev.type === "globstar") {
          let isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace"), isExtglob = tok.extglob === !0 || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob && (state.output = state.output.slice(0, -prev.output.length), prev.type = "star", prev.value = "*", prev.output = star, state.output += prev.output);
        }
        if (extglobs.length && tok.type !== "paren" && (extglobs[extglobs.length - 1].inner += tok.value), (tok.value || tok.output) && append(tok), prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value, prev.value += tok.value;
          return;
        }
        tok.prev = prev, tokens.push(tok), prev = tok;
      }, extglobOpen = (type, value2) => {
        let token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev, token.parens = state.parens, token.output = state.output, token.startIndex = state.index, token.tokensIndex = tokens.length;
        let output = (opts.capture ? "(" : "") + token.open;
        increment("parens"), push({ type, value: value2, output: state.output ? "" : ONE_CHAR }), push({ type: "paren", extglob: !0, value: advance(), output }), extglobs.push(token);
      }, extglobClose = (token) => {
        let literal2 = input.slice(token.startIndex, state.index + 1), body = input.slice(token.startIndex + 2, state.index), analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          let safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0, open2 = tokens[token.tokensIndex];
          open2.type = "text", open2.value = literal2, open2.output = safeOutput || utils.escapeRegex(literal2);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++)
            tokens[i].value = "", tokens[i].output = "", delete tokens[i].suffix;
          state.output = token.output + open2.output, state.backtrack = !0, push({ type: "paren", extglob: !0, value, output: "" }), decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : ""), rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/") && (extglobStar = globstar(opts)), (extglobStar !== star || eos() || /^\)+$/.test(remaining())) && (output = token.close = `)$))${extglobStar}`), token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            let expression = parse2(rest, { ...options, fastpaths: !1 }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          token.prev.type === "bos" && (state.negatedExtglob = !0);
        }
        push({ type: "paren", extglob: !0, value, output }), decrement("parens");
      };
      if (opts.fastpaths !== !1 && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = !1, output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => first === "\\" ? (backslashes = !0, m) : first === "?" ? esc ? esc + first + (rest ? QMARK.repeat(rest.length) : "") : index === 0 ? qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "") : QMARK.repeat(chars.length) : first === "." ? DOT_LITERAL.repeat(chars.length) : first === "*" ? esc ? esc + first + (rest ? star : "") : star : esc ? m : `\\${m}`);
        return backslashes === !0 && (opts.unescape === !0 ? output = output.replace(/\\/g, "") : output = output.replace(/\\+/g, (m) => m.length % 2 === 0 ? "\\\\" : m ? "\\" : "")), output === input && opts.contains === !0 ? (state.output = input, state) : (state.output = utils.wrapOutput(output, state, options), state);
      }
      for (; !eos(); ) {
        if (value = advance(), value === "\0")
          continue;
        if (value === "\\") {
          let next = peek();
          if (next === "/" && opts.bash !== !0 || next === "." || next === ";")
            continue;
          if (!next) {
            value += "\\", push({ type: "text", value });
            continue;
          }
          let match = /^\\+/.exec(remaining()), slashes = 0;
          if (match && match[0].length > 2 && (slashes = match[0].length, state.index += slashes, slashes % 2 !== 0 && (value += "\\")), opts.unescape === !0 ? value = advance() : value += advance(), state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== !1 && value === ":") {
            let inner = prev.value.slice(1);
            if (inner.includes("[") && (prev.posix = !0, inner.includes(":"))) {
              let idx = prev.value.lastIndexOf("["), pre = prev.value.slice(0, idx), rest2 = prev.value.slice(idx + 2), posix = POSIX_REGEX_SOURCE[rest2];
              if (posix) {
                prev.value = pre + posix, state.backtrack = !0, advance(), !bos.output && tokens.indexOf(prev) === 1 && (bos.output = ONE_CHAR);
                continue;
              }
            }
          }
          (value === "[" && peek() !== ":" || value === "-" && peek() === "]") && (value = `\\${value}`), value === "]" && (prev.value === "[" || prev.value === "[^") && (value = `\\${value}`), opts.posix === !0 && value === "!" && prev.value === "[" && (value = "^"), prev.value += value, append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value), prev.value += value, append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1, opts.keepQuotes === !0 && push({ type: "text", value });
          continue;
        }
        if (value === "(") {
          increment("parens"), push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === !0)
            throw new SyntaxError(syntaxError("opening", "("));
          let extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" }), decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === !0 || !remaining().includes("]")) {
            if (opts.nobracket !== !0 && opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("closing", "]"));
            value = `\\${value}`;
          } else
            increment("brackets");
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === !0 || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === !0)
              throw new SyntaxError(syntaxError("opening", "["));
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          let prevValue = prev.value.slice(1);
          if (prev.posix !== !0 && prevValue[0] === "^" && !prevValue.includes("/") && (value = `/${value}`), prev.value += value, append({ value }), opts.literalBrackets === !1 || utils.hasRegexChars(prevValue))
            continue;
          let escaped = utils.escapeRegex(prev.value);
          if (state.output = state.output.slice(0, -prev.value.length), opts.literalBrackets === !0) {
            state.output += escaped, prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`, state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== !0) {
          increment("braces");
          let open2 = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open2), push(open2);
          continue;
        }
        if (value === "}") {
          let brace = braces[braces.length - 1];
          if (opts.nobrace === !0 || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === !0) {
            let arr = tokens.slice(), range = [];
            for (let i = arr.length - 1; i >= 0 && (tokens.pop(), arr[i].type !== "brace"); i--)
              arr[i].type !== "dots" && range.unshift(arr[i].value);
            output = expandRange(range, opts), state.backtrack = !0;
          }
          if (brace.comma !== !0 && brace.dots !== !0) {
            let out = state.output.slice(0, brace.outputIndex), toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{", value = output = "\\}", state.output = out;
            for (let t of toks)
              state.output += t.output || t.value;
          }
          push({ type: "brace", value, output }), decrement("braces"), braces.pop();
          continue;
        }
        if (value === "|") {
          extglobs.length > 0 && extglobs[extglobs.length - 1].conditions++, push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value, brace = braces[braces.length - 1];
          brace && stack[stack.length - 1] === "braces" && (brace.comma = !0, output = "|"), push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1, state.consumed = "", state.output = "", tokens.pop(), prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            prev.value === "." && (prev.output = DOT_LITERAL);
            let brace = braces[braces.length - 1];
            prev.type = "dots", prev.output += value, prev.value += value, brace.dots = !0;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          if (!(prev && prev.value === "(") && opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            let next = peek(), output = value;
            (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) && (output = `\\${value}`), push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== !0 && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== !0 && peek() === "(" && (peek(2) !== "?" || !/[!=<:]/.test(peek(3)))) {
            extglobOpen("negate", value);
            continue;
          }
          if (opts.nonegate !== !0 && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === !1) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== !0 && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: !0, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          (value === "$" || value === "^") && (value = `\\${value}`);
          let match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          match && (value += match[0], state.index += match[0].length), push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === !0)) {
          prev.type = "star", prev.star = !0, prev.value += value, prev.output = star, state.backtrack = !0, state.globstar = !0, consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== !0 && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === !0) {
            consume(value);
            continue;
          }
          let prior = prev.prev, before = prior.prev, isStart = prior.type === "slash" || prior.type === "bos", afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === !0 && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          let isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace"), isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          for (; rest.slice(0, 3) === "/**"; ) {
            let after = input[state.index + 4];
            if (after && after !== "/")
              break;
            rest = rest.slice(3), consume("/**", 3);
          }
          let isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar", prev.value += value, prev.output = globstar(opts), state.output = prev.output, state.globstar = !0, consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)"), prev.value += value, state.globstar = !0, state.output += prior.output + prev.output, consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            let end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length), prior.output = `(?:${prior.output}`, prev.type = "globstar", prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`, prev.value += value, state.output += prior.output + prev.output, state.globstar = !0, consume(value + advance()), push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar", prev.value += value, prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`, state.output = prev.output, state.globstar = !0, consume(value + advance()), push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length), prev.type = "globstar", prev.output = globstar(opts), prev.value += value, state.output += prev.output, state.globstar = !0, consume(value);
          continue;
        }
        let token = { type: "star", value, output: star };
        if (opts.bash === !0) {
          token.output = ".*?", (prev.type === "bos" || prev.type === "slash") && (token.output = nodot + token.output), push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === !0) {
          token.output = value, push(token);
          continue;
        }
        (state.index === state.start || prev.type === "slash" || prev.type === "dot") && (prev.type === "dot" ? (state.output += NO_DOT_SLASH, prev.output += NO_DOT_SLASH) : opts.dot === !0 ? (state.output += NO_DOTS_SLASH, prev.output += NO_DOTS_SLASH) : (state.output += nodot, prev.output += nodot), peek() !== "*" && (state.output += ONE_CHAR, prev.output += ONE_CHAR)), push(token);
      }
      for (; state.brackets > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "["), decrement("brackets");
      }
      for (; state.parens > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "("), decrement("parens");
      }
      for (; state.braces > 0; ) {
        if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{"), decrement("braces");
      }
      if (opts.strictSlashes !== !0 && (prev.type === "star" || prev.type === "bracket") && push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` }), state.backtrack === !0) {
        state.output = "";
        for (let token of state.tokens)
          state.output += token.output != null ? token.output : token.value, token.suffix && (state.output += token.suffix);
      }
      return state;
    };
    parse2.fastpaths = (input, options) => {
      let opts = { ...options }, max = typeof opts.maxLength == "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH, len = input.length;
      if (len > max)
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      input = REPLACEMENTS[input] || input;
      let {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows), nodot = opts.dot ? NO_DOTS : NO_DOT, slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT, capture = opts.capture ? "" : "?:", state = { negated: !1, prefix: "" }, star = opts.bash === !0 ? ".*?" : STAR;
      opts.capture && (star = `(${star})`);
      let globstar = (opts2) => opts2.noglobstar === !0 ? star : `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`, create2 = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            let match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            let source2 = create2(match[1]);
            return source2 ? source2 + DOT_LITERAL + match[2] : void 0;
          }
        }
      }, output = utils.removePrefix(input, state), source = create2(output);
      return source && opts.strictSlashes !== !0 && (source += `${SLASH_LITERAL}?`), source;
    };
    module.exports = parse2;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan(), parse2 = require_parse(), utils = require_utils(), constants = require_constants(), isObject = (val) => val && typeof val == "object" && !Array.isArray(val), picomatch2 = (glob3, options, returnState = !1) => {
      if (Array.isArray(glob3)) {
        let fns = glob3.map((input) => picomatch2(input, options, returnState));
        return (str) => {
          for (let isMatch of fns) {
            let state2 = isMatch(str);
            if (state2) return state2;
          }
          return !1;
        };
      }
      let isState = isObject(glob3) && glob3.tokens && glob3.input;
      if (glob3 === "" || typeof glob3 != "string" && !isState)
        throw new TypeError("Expected pattern to be a non-empty string");
      let opts = options || {}, posix = opts.windows, regex = isState ? picomatch2.compileRe(glob3, options) : picomatch2.makeRe(glob3, options, !1, !0), state = regex.state;
      delete regex.state;
      let isIgnored = () => !1;
      if (opts.ignore) {
        let ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      let matcher = (input, returnObject = !1) => {
        let { isMatch, match, output } = picomatch2.test(input, regex, options, { glob: glob3, posix }), result = { glob: glob3, state, regex, posix, input, output, match, isMatch };
        return typeof opts.onResult == "function" && opts.onResult(result), isMatch === !1 ? (result.isMatch = !1, returnObject ? result : !1) : isIgnored(input) ? (typeof opts.onIgnore == "function" && opts.onIgnore(result), result.isMatch = !1, returnObject ? result : !1) : (typeof opts.onMatch == "function" && opts.onMatch(result), returnObject ? result : !0);
      };
      return returnState && (matcher.state = state), matcher;
    };
    picomatch2.test = (input, regex, options, { glob: glob3, posix } = {}) => {
      if (typeof input != "string")
        throw new TypeError("Expected input to be a string");
      if (input === "")
        return { isMatch: !1, output: "" };
      let opts = options || {}, format = opts.format || (posix ? utils.toPosixSlashes : null), match = input === glob3, output = match && format ? format(input) : input;
      return match === !1 && (output = format ? format(input) : input, match = output === glob3), (match === !1 || opts.capture === !0) && (opts.matchBase === !0 || opts.basename === !0 ? match = picomatch2.matchBase(input, regex, options, posix) : match = regex.exec(output)), { isMatch: !!match, match, output };
    };
    picomatch2.matchBase = (input, glob3, options, posix = options && options.windows) => (glob3 instanceof RegExp ? glob3 : picomatch2.makeRe(glob3, options)).test(utils.basename(input, { windows: posix }));
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => Array.isArray(pattern) ? pattern.map((p) => picomatch2.parse(p, options)) : parse2(pattern, { ...options, fastpaths: !1 });
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = !1, returnState = !1) => {
      if (returnOutput === !0)
        return state.output;
      let opts = options || {}, prepend = opts.contains ? "" : "^", append = opts.contains ? "" : "$", source = `${prepend}(?:${state.output})${append}`;
      state && state.negated === !0 && (source = `^(?!${source}).*$`);
      let regex = picomatch2.toRegex(source, options);
      return returnState === !0 && (regex.state = state), regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = !1, returnState = !1) => {
      if (!input || typeof input != "string")
        throw new TypeError("Expected a non-empty string");
      let parsed = { negated: !1, fastpaths: !0 };
      return options.fastpaths !== !1 && (input[0] === "." || input[0] === "*") && (parsed.output = parse2.fastpaths(input, options)), parsed.output || (parsed = parse2(input, options)), picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        let opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === !0) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch(), utils = require_utils();
    function picomatch2(glob3, options, returnState = !1) {
      return options && (options.windows === null || options.windows === void 0) && (options = { ...options, windows: utils.isWindows() }), pico(glob3, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/collect/files.ts
import { stat } from "node:fs/promises";
import { basename, join as join4, resolve } from "node:path";

// src/collect/artifact-zip.ts
import { join } from "node:path";

// src/collect/api.ts
async function locate(api, route, parameters, signal) {
  let { owner, repo } = api, { status, headers, data } = await api.client.request(`GET /repos/{owner}/{repo}/actions/${route}`, {
    owner,
    repo,
    ...parameters,
    request: { redirect: "manual", parseSuccessResponseBody: !1, signal }
  }), body = data;
  if (Number(status) < 300 && body) return body;
  if (await body?.cancel(), !headers.location) throw new Error(`${status} without an address`);
  return new URL(headers.location);
}

// src/collect/fetching.ts
import { setTimeout } from "node:timers/promises";

// src/collect/progress.ts
function tally(say, every, now = Date.now) {
  let parts = /* @__PURE__ */ new Map(), last = now(), part = (kind, id2) => {
    let key = `${kind} ${id2}`, known = parts.get(key) ?? { kind, done: !1, bytes: 0, of: 0 };
    return parts.set(key, known), known;
  }, tell = (always = !1) => {
    !always && now() - last < every || (last = now(), say(line([...parts.values()])));
  };
  return {
    expect: (kind, id2, size) => {
      part(kind, id2).of = size ?? 0;
    },
    got(kind, id2, bytes, of) {
      let one = part(kind, id2);
      one.bytes = bytes, one.of = of ?? Math.max(one.of, bytes), tell();
    },
    done(kind, id2) {
      let one = part(kind, id2);
      if (one.done) return;
      one.done = !0, one.of = one.bytes;
      let ofKind = [...parts.values()].filter((p) => p.kind === kind);
      tell(ofKind.every((p) => p.done));
    }
  };
}
function line(parts) {
  let counts = ["log", "artifact"].flatMap((kind) => {
    let own = parts.filter((p) => p.kind === kind);
    return own.length ? [`${own.filter((p) => p.done).length}/${own.length} ${kind}s`] : [];
  }), of = parts.reduce((sum, p) => sum + p.of, 0), bytes = parts.reduce((sum, p) => sum + p.bytes, 0);
  return [...counts, amounts(bytes, of)].join(", ");
}
function amounts(bytes, of) {
  let unit = of >= 1073741824 ? "GB" : of >= 1048576 ? "MB" : "KB", size = { GB: 1024 ** 3, MB: 1024 ** 2, KB: 1024 }[unit], short = (n) => (n / size).toFixed(unit === "KB" ? 0 : 1);
  return `${short(bytes)} of ${short(of)} ${unit}`;
}

// src/collect/fetching.ts
var FRUITLESS = 5, TRIES = 50, EXPIRED = 3, IDLE_MS = 3e4, LONGEST_MS = 24 * 36e5;
async function download(options) {
  let { keeper: keeper2, deadline } = options, tag = null, furthest = 0, fruitless = 0, expired = 0;
  for (let tries = 1; ; tries++) {
    let guard = idleGuard(deadline);
    try {
      let place = await options.locate(guard.signal);
      guard.reset();
      let { at } = keeper2, response = place instanceof URL ? await request(options, place, at, tag, guard.signal) : { body: place };
      if (expired = 0, response.start !== at) {
        if (response.start) throw new Error(`asked for byte ${at} on, got byte ${response.start} on`);
        await keeper2.restart();
      }
      tag = response.tag ?? null;
      for await (let chunk of response.body) {
        if (guard.reset(), !await keeper2.add(chunk)) return !1;
        options.onBytes(keeper2.at, response.total ?? null);
      }
      if (response.total !== void 0 && keeper2.at < response.total)
        throw new Error(`connection closed at byte ${keeper2.at} of ${response.total}`);
      return !0;
    } catch (error) {
      fruitless = keeper2.at > furthest ? 0 : fruitless + 1, furthest = Math.max(furthest, keeper2.at);
      let { status, storage } = error;
      storage && (status === 401 || status === 403) && expired++, storage && (status === 416 || status === 412) && await keeper2.restart();
      let wait = fruitless < 2 ? 0 : 500 * 2 ** (fruitless - 1), last = fruitless >= FRUITLESS || expired >= EXPIRED || tries >= TRIES;
      if (isFinal(error) || last || Date.now() + wait >= deadline) throw error;
      await setTimeout(wait);
    } finally {
      guard.stop();
    }
  }
}
function isFinal(error) {
  let { status, storage, code } = error;
  return code === "ENOSPC" ? !0 : status !== void 0 && !(storage && (status >= 500 || passing.includes(status)));
}
var passing = [401, 403, 408, 412, 416, 429];
async function request(options, url, at, tag, signal) {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Error(`strange address: ${url.protocol}`);
  let headers = { "accept-encoding": "identity" };
  at > 0 && tag !== null && Object.assign(headers, { range: `bytes=${at}-`, "if-range": tag });
  let response = await options.fetch(url, { headers, signal }), refuse = async (message, status) => (await response.body?.cancel(), Object.assign(new Error(message), { status, storage: !0 }));
  if (!response.ok || response.body === null)
    throw await refuse(`the storage answered ${response.status}`, response.status);
  let range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? ""), packed = response.headers.has("content-encoding"), etag = packed ? null : response.headers.get("etag"), length = response.headers.get("content-length"), resumed = response.status === 206 && range !== null;
  if (resumed && etag !== tag) throw await refuse("it was changed while it came", 412);
  return {
    body: response.body,
    start: resumed ? Number(range[1]) : 0,
    ...range ? { total: Number(range[2]) } : length !== null && !packed ? { total: Number(length) } : {},
    ...etag !== null && !etag.startsWith("W/") ? { tag: etag } : {}
  };
}
function idleGuard(deadline) {
  let controller = new AbortController(), abortIn = (ms) => globalThis.setTimeout(
    () => controller.abort(new DOMException("no answer in time", "AbortError")),
    Math.max(1, Math.min(ms, deadline - Date.now()))
  ), timer = abortIn(LONGEST_MS);
  return {
    signal: controller.signal,
    reset: () => {
      clearTimeout(timer), timer = abortIn(IDLE_MS);
    },
    stop: () => clearTimeout(timer)
  };
}
function brokenOff(got, of, deadline, error) {
  let some2 = of === null ? "only some of it" : amounts(got, of);
  return Date.now() >= deadline - 1 ? `the time was up when ${some2} had come; raise timeout-minutes to have it whole` : `the connection broke again and again (${error.message}); ${some2} had come; run again to have it whole`;
}

// src/collect/keep.ts
import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
var GATHERED = 1 << 20, LINE = 1 << 20;
async function keepStart(path, limit) {
  let max = Math.floor(limit), file = await create(path);
  return keeper(file, {
    store: (bytes, at) => file.write(bytes, 0, Math.min(bytes.length, max - at), at),
    room: (at) => at <= max,
    part: async (at) => ({ path, ranges: [[0, Math.min(at, max)]], gap: null, short: null })
  });
}
async function keepLog(path, limit) {
  let max = Math.floor(limit), file = await create(path), tail = Math.floor(max / 2), head = max - tail, lines = 0;
  return keeper(file, {
    store: async (bytes, at) => {
      at === 0 && (lines = 0), lines += countNewlines(bytes);
      for (let done = 0; done < bytes.length; ) {
        let place = at + done < head || tail === 0 ? at + done : head + (at + done - head) % tail, room = place < head ? head - place : max - place;
        if (room <= 0) return;
        let count2 = Math.min(bytes.length - done, room);
        await file.write(bytes, done, count2, place), done += count2;
      }
    },
    room: () => !0,
    part: async (at) => {
      if (at <= max) return { path, ranges: [[0, at]], gap: null, short: null };
      let turn = tail ? (at - head) % tail : 0, end = [
        [head + turn, max],
        [head, head + turn]
      ];
      return await withGap(path, head, end, (newlines) => lines - newlines, max);
    }
  });
}
async function headAndTail(path, size, limit) {
  let max = Math.floor(limit), tail = Math.floor(max / 2), before = await countIn(path, [[0, size - tail]]), end = [[size - tail, size]], all = before + await countIn(path, end);
  return await withGap(path, max - tail, end, (newlines) => all - newlines, max);
}
async function withGap(path, head, tail, before, max) {
  let headEnd = await lastLineEnd(path, head), skip = await firstLineEnd(path, tail), rest = partBytes({ path, ranges: tail, gap: null, short: null }), ranges = [[0, headEnd], ...cut(tail, skip)], line2 = before(await count(rest.stream(skip))) + 1, first = await countIn(path, [[0, headEnd]]) + 1, last = Math.max(first, line2 - 1), short = `longer than ${limitMb(max)} MB: lines ${first} to ${last} were left out; raise max-log-mb to read them`;
  return { path, ranges, gap: { at: headEnd, line: line2 }, short };
}
var limitMb = (bytes) => Number((bytes / 1024 ** 2).toPrecision(3)), cut = (ranges, skip) => {
  let left = skip;
  return ranges.flatMap(([start, end]) => {
    let from = Math.min(end, start + left);
    return left -= from - start, from < end ? [[from, end]] : [];
  });
};
async function lastLineEnd(path, end) {
  let from = Math.max(0, end - LINE), newline = (await some(path, [[from, end]])).lastIndexOf(10);
  return newline < 0 ? end : from + newline + 1;
}
async function firstLineEnd(path, ranges) {
  let [first, second] = ranges, near2 = Math.min(LINE, first[1] - first[0]);
  return (await some(path, [
    [first[0], first[0] + near2],
    ...second ? [[second[0], Math.min(second[1], second[0] + LINE - near2)]] : []
  ])).indexOf(10) + 1;
}
async function some(path, ranges) {
  let chunks = [];
  for await (let chunk of partBytes({ path, ranges, gap: null, short: null }).stream())
    chunks.push(new Uint8Array(chunk));
  return Buffer.concat(chunks);
}
var countIn = (path, ranges) => count(partBytes({ path, ranges, gap: null, short: null }).stream());
async function count(chunks) {
  let lines = 0;
  for await (let chunk of chunks) lines += countNewlines(chunk);
  return lines;
}
function countNewlines(bytes) {
  let buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), lines = 0;
  for (let at = buffer.indexOf(10); at !== -1; at = buffer.indexOf(10, at + 1)) lines++;
  return lines;
}
async function create(path) {
  return mkdirSync(dirname(path), { recursive: !0 }), await open(path, "w", 384);
}
function keeper(file, { store, room, part }) {
  let held = [], gathered = 0, at = 0, flush = async () => {
    let bytes = held.length === 1 ? held[0] : Buffer.concat(held);
    bytes.length && await store(bytes, at - bytes.length), held = [], gathered = 0;
  };
  return {
    get at() {
      return at;
    },
    async add(chunk) {
      return held.push(chunk), at += chunk.length, gathered += chunk.length, (gathered >= GATHERED || !room(at)) && await flush(), room(at);
    },
    async restart() {
      held = [], gathered = 0, at = 0, await file.truncate(0);
    },
    async finish() {
      try {
        return await flush(), await part(at);
      } finally {
        await file.close();
      }
    }
  };
}

// src/collect/refusal.ts
function refusal(error, permission) {
  let { status, response } = typeof error == "object" && error !== null ? error : {}, text2 = describe(error).slice(0, 300);
  if (error?.code === "ENOSPC")
    return { status: null, message: "the disk is full", advice: "free some space, or lower max-artifact-mb" };
  if (typeof status != "number" || status === 500 && response === void 0)
    return {
      status: null,
      message: `no answer: ${text2}`,
      advice: "check the network, the proxy and the address"
    };
  let grant = `use a token that has \`${permission}\` (\`permissions:\` of the job)`, limited = limitEnd(status, text2, response?.headers ?? {}), [message, advice] = limited !== null ? [`GitHub's rate limit is used up${limited}`, "run again later, or use a token with a higher limit"] : status === 401 ? ["GitHub does not accept the token", "pass a valid, unexpired token"] : status === 403 ? ["the token is not allowed to do this", grant] : status === 404 ? ["GitHub does not find it", `check the address; for a private repository ${grant}`] : status === 410 ? ["it has expired and is gone", "run again to have it anew, or raise the retention"] : status === 422 ? ["GitHub does not accept the request", "see the message"] : status >= 500 ? ["GitHub answered with an error of its own", "run again later; see githubstatus.com"] : ["GitHub refused", "see the message"];
  return { status, message: `${message} (${status}: ${text2})`, advice };
}
function refused(what, error, permission) {
  let { message, advice } = refusal(error, permission);
  return { what, why: `${message}; ${advice}` };
}
function limitEnd(status, text2, headers) {
  if (status !== 403 && status !== 429) return null;
  let spent = String(headers["x-ratelimit-remaining"]) === "0";
  if (!spent && status !== 429 && !/rate limit/i.test(text2)) return null;
  let reset = Number(headers["x-ratelimit-reset"]);
  return spent && reset > 0 && reset < 1e11 ? ` until ${new Date(reset * 1e3).toISOString()}` : "";
}

// src/collect/artifact-zip.ts
function withoutContent(artifact2, max) {
  return artifact2.expired ? none("expired", "the artifact has expired; run again, or raise retention-days") : artifact2.size_in_bytes === 0 ? none("empty", "the artifact has no bytes") : artifact2.size_in_bytes !== null && artifact2.size_in_bytes > max ? none("unreadable", tooLarge(artifact2.size_in_bytes, max)) : null;
}
async function fetchZip(api, artifact2) {
  let { maxArtifactBytes: max } = api.limits, keeper2 = await keepStart(join(api.tempDir, `artifact-${artifact2.id}.zip`), max), total = artifact2.size_in_bytes, whole = !1, failure = null, parameters = { artifact_id: artifact2.id, archive_format: "zip" };
  try {
    whole = await download({
      locate: (signal) => locate(api, "artifacts/{artifact_id}/{archive_format}", parameters, signal),
      keeper: keeper2,
      deadline: api.deadline,
      fetch: api.fetch,
      onBytes: (bytes, of) => {
        total = of ?? total, api.tally.got("artifact", artifact2.id, bytes, total);
      }
    });
  } catch (error) {
    failure = error;
  }
  let part = await keeper2.finish();
  if (failure) {
    if (keeper2.at > 0) return partBytes({ ...part, short: brokenOff(keeper2.at, total, api.deadline, failure) });
    let { status, message, advice } = refusal(failure, "actions: read"), state = status === 410 ? "expired" : status === 404 ? "missing" : "unreadable";
    throw new Unavailable(state, `${message}; ${advice}`, { cause: failure });
  }
  if (!whole) throw new Unavailable("unreadable", tooLarge(null, max));
  return partBytes(part);
}
var tooLarge = (size, max) => `${size === null ? "more" : `${mb(size)} MB, more`} than the limit of ${mb(max)} MB; raise max-artifact-mb to read it`, mb = (bytes) => Math.ceil(bytes / 1024 / 1024);

// src/collect/folder.ts
import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join as join2 } from "node:path";
var DEPTH = 32, FILES = 2e5;
async function* members(dir) {
  let left = FILES;
  for await (let path of walk(dir, "", 0)) {
    if (left-- <= 0) return;
    let file = join2(dir, path), found = await lstat(file).catch(() => null);
    if (!found?.isFile()) continue;
    let { size } = found;
    yield { path, size, bytes: () => createReadStream(file, { highWaterMark: 256 * 1024 }) };
  }
}
async function* walk(dir, prefix, depth) {
  let named3 = (await readdir(join2(dir, prefix), { withFileTypes: !0 }).catch(() => [])).map((e) => ({ entry: e, path: prefix + e.name + (e.isDirectory() ? "/" : "") }));
  named3.sort((a, b) => a.path < b.path ? -1 : 1);
  for (let { entry, path } of named3)
    entry.isDirectory() && depth < DEPTH ? yield* walk(dir, path, depth + 1) : entry.isFile() && (yield path);
}

// src/collect/local-log.ts
async function logContent(file, name, max, notes) {
  return partContent(await readable(await fileBytes(file), max), name, notes);
}
function partContent(part, name, notes) {
  return part.short !== null && notes.push(logNote(name, part.short)), partBytes(part).size === 0 ? none("empty", "the log has no bytes") : { type: "bytes", open: async () => await narrow(partBytes(part)) };
}
var logNote = (name, why) => ({ what: `log of ${name}`, why });
async function readable(bytes, max) {
  let { path } = bytes.part;
  if (bytes.size <= max) return bytes.part;
  if (await encodingOf(bytes) === null) return await headAndTail(path, bytes.size, max);
  let short = `longer than ${limitMb(max)} MB: only its beginning was read; raise max-log-mb to read it whole`;
  return { path, ranges: [[0, Math.floor(max)]], gap: null, short };
}
async function narrow(bytes) {
  let encoding = await encodingOf(bytes);
  if (encoding === null) return bytes;
  let decoder = new TextDecoder(encoding), parts = [];
  for await (let chunk of bytes.stream()) parts.push(Buffer.from(decoder.decode(chunk, { stream: !0 })));
  return memoryBytes(Buffer.concat(parts));
}
async function encodingOf(bytes) {
  let first = [];
  for await (let chunk of bytes.stream(0, 2)) first.push(...chunk);
  let mark = (first[0] ?? 0) * 256 + (first[1] ?? 0);
  return mark === 65534 ? "utf-16le" : mark === 65279 ? "utf-16be" : null;
}

// src/collect/names.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
import { createHash } from "node:crypto";
var fold = (name) => name.trim().toLowerCase().replace(/[-_.\s]+/g, "-");
function slug(name) {
  return /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name) ? name : name.toLowerCase().replace(/[^\p{L}\p{N}._]+/gu, "-").slice(0, 80).replace(/^[-._]+|[-._]+$/g, "") || "suite";
}
function glob(pattern) {
  if (pattern === "") return () => !1;
  let plain = pattern.replace(/[()[\]+!@|^$\\]/g, "\\$&");
  return (0, import_picomatch.default)(plain, { bash: !0, dot: !0, nonegate: !0, noextglob: !0, nocase: !0 });
}
function fileName(name) {
  let escaped = name.replace(
    /[^A-Za-z0-9 ._()-]/gu,
    (c) => [...Buffer.from(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, "0")}`).join("")
  ).replace(/^[. ]|[. ]$/g, (c) => c === "." ? "%2E" : "%20");
  return escaped !== "" && escaped.length <= 180 ? escaped : `${escaped.slice(0, 120)}~${createHash("sha256").update(name).digest("hex").slice(0, 16)}`;
}

// src/collect/fields.ts
var text = string().nullish().catch(null).transform((v) => v ?? null), id = number().int().nonnegative();

// src/collect/run-answer.ts
var pull = object({ number: id, head: object({ sha: string() }) }), run = object({
  id: id.nullish().catch(null),
  run_attempt: id.nullish().catch(null),
  workflow_id: id.nullish().catch(null),
  name: text,
  event: text,
  status: text,
  conclusion: text,
  html_url: text,
  head_sha: text,
  head_branch: text,
  created_at: text,
  run_started_at: text,
  repository: object({ full_name: string() }).nullish().catch(null),
  head_repository: object({ full_name: string() }).nullish().catch(null),
  pull_requests: array(unknown()).nullish().catch([])
});
function toRun(answer) {
  let parsed = run.safeParse(answer);
  if (!parsed.success) return null;
  let r = parsed.data, pulls = (r.pull_requests ?? []).flatMap((p) => pull.safeParse(p).data ?? []);
  return {
    run: {
      repository: r.repository?.full_name ?? null,
      id: r.id ?? null,
      attempt: r.run_attempt ?? null,
      url: r.html_url,
      workflow: r.name,
      event: r.event,
      head_sha: r.head_sha,
      head_branch: r.head_branch,
      pull_request: pulls.find((p) => p.head.sha === r.head_sha)?.number ?? null,
      created_at: r.created_at
    },
    workflow_id: r.workflow_id ?? null,
    status: r.status,
    conclusion: r.conclusion,
    started_at: r.run_started_at,
    head_repository: r.head_repository?.full_name ?? null
  };
}
var unknownRun = {
  run: {
    repository: null,
    id: null,
    attempt: null,
    url: null,
    workflow: null,
    event: null,
    head_sha: null,
    head_branch: null,
    pull_request: null,
    created_at: null
  },
  workflow_id: null,
  status: null,
  conclusion: null,
  started_at: null,
  head_repository: null
}, jobsRun = object({
  run_id: id,
  run_attempt: id.nullish().catch(null),
  run_url: string().catch(""),
  workflow_name: text,
  head_sha: text,
  head_branch: text,
  html_url: text
});
function runOfJob(answer) {
  let { data } = jobsRun.safeParse(answer);
  if (!data) return null;
  let { run_id, workflow_name: name, html_url, run_url, ...rest } = data, full_name = /\/repos\/([^/]+\/[^/]+)\/actions\//.exec(run_url)?.[1], page = html_url?.replace(/\/job\/\d+$/, "");
  return toRun({ ...rest, id: run_id, name, html_url: page, ...full_name ? { repository: { full_name } } : {} });
}
var unreadRun = (known, why) => ({
  run: { ...unknownRun.run, ...known },
  suites: [],
  green_jobs: 0,
  incomplete: [{ what: `run ${known.id}`, why }]
});

// src/collect/run-logs.ts
var import_yauzl = __toESM(require_yauzl(), 1);
import { join as join3 } from "node:path";

// src/collect/answers.ts
var step = object({
  number: number().int(),
  name: string().catch(""),
  status: string().catch("completed"),
  conclusion: text,
  started_at: text,
  completed_at: text
}), job = object({
  id,
  name: string().transform((name) => name.slice(0, 500)),
  html_url: text,
  status: string().catch("completed"),
  conclusion: text,
  started_at: text,
  completed_at: text,
  steps: array(unknown()).catch([])
}), artifact = object({
  id: id.catch(0),
  name: string().min(1),
  size_in_bytes: number().nonnegative().nullish().catch(null).transform((v) => v ?? null),
  expired: boolean().catch(!1),
  created_at: text
}), toJobs = (answers) => answers.flatMap((answer) => {
  let { data } = job.safeParse(answer);
  if (!data) return [];
  let { html_url: url, steps, ...rest } = data;
  return { ...rest, url, steps: steps.flatMap((s) => step.safeParse(s).data ?? []), annotations: [] };
}), toArtifacts = (answers) => answers.flatMap((answer) => artifact.safeParse(answer).data ?? []), annotation = object({ annotation_level: literal("failure"), message: string() }), toAnnotations = (answers) => answers.slice(0, 100).flatMap((a) => annotation.safeParse(a).data?.message.slice(0, 4096) ?? []);

// src/collect/run-logs-names.ts
var JOB = /^(-?\d+)_([^/]+)\.txt$/, STEP = /^(.+)\/(\d+)_([^/]*)\.txt$/, SYSTEM = /^.+\/system\.txt$/;
function isRunLogs(names) {
  let files = names.filter((name) => !name.endsWith("/"));
  return files.some((n) => JOB.test(n) || STEP.test(n)) && files.every((n) => JOB.test(n) || STEP.test(n) || SYSTEM.test(n));
}
function logMember(name) {
  let job2 = JOB.exec(name);
  if (job2) return { job: job2[2], step: null };
  let step2 = STEP.exec(name);
  return step2 ? { job: step2[1], step: Number(step2[2]) } : null;
}

// src/collect/job-names.ts
function byPattern(source) {
  let regex;
  try {
    regex = new RegExp(source);
  } catch (cause) {
    throw new UserError(`job-name-pattern: not a regular expression: ${source}`, { cause });
  }
  return (job2) => {
    let match = regex.exec(job2.name);
    if (!match) return [];
    let label = match.groups?.service?.trim() || byGroup(job2).label;
    return [
      {
        job: job2,
        base: job2.name.replace(label, "").replace(/\(\s*\)/, "").trim(),
        label
      }
    ];
  };
}
function byGroup(job2) {
  let { name } = job2, close = name.lastIndexOf(")"), depth = 0, open2 = -1, cut2 = name.lastIndexOf("(") > close;
  for (let i = cut2 ? name.length - 1 : close; i >= 0 && open2 < 0; i--)
    name[i] === ")" ? depth++ : name[i] === "(" && (cut2 || --depth === 0) && (open2 = i);
  let end = cut2 ? name.length : close, label = open2 < 0 ? "" : name.slice(open2 + 1, end).trim();
  if (label === "") return { job: job2, base: name, label: name };
  let parts = [name.slice(0, open2).trim(), name.slice(end + 1).trim()];
  return { job: job2, base: parts.filter((p) => p !== "").join(" "), label };
}

// src/collect/suites.ts
function statusOf(job2) {
  if (job2.status !== "completed") return "pending";
  let { conclusion } = job2;
  return conclusion === "success" || conclusion === "neutral" ? "passed" : conclusion === "skipped" ? "skipped" : conclusion === "timed_out" || job2.annotations.some((a) => a.includes("exceeded the maximum execution time")) ? "timed_out" : conclusion === "cancelled" || conclusion === "stale" ? "cancelled" : "failed";
}
function chooseSuites(jobs, select) {
  let excluded = select.excludeJobs.map(glob), kept = jobs.filter((job2) => !excluded.some((fits2) => fits2(job2.name))), candidates2 = select.jobName === null ? kept.map(byGroup) : kept.flatMap(byPattern(select.jobName)), expected = select.expected.map(fold), isExpected = (c) => expected.includes(fold(c.label)), failing = new Set(candidates2.filter((c) => failed(statusOf(c.job))).map((c) => c.base)), listed = candidates2.filter((c) => {
    let status = statusOf(c.job);
    return status === "skipped" ? isExpected(c) : select.jobName !== null || failing.has(c.base) ? !0 : status === "pending" && isExpected(c);
  }), rest = candidates2.filter((c) => !listed.includes(c)), suites = named(listed, select.services), known = candidates2.map((c) => fold(c.label));
  for (let service of select.expected) {
    if (known.includes(fold(service))) continue;
    known.push(fold(service));
    let key = configured(service, select.services) ?? slug(service), name = shownName(key, select.services) ?? service;
    suites.push({ service: key, name, status: "missing", job: null, aliases: [service, key, name] });
  }
  return {
    suites,
    green_jobs: rest.filter((c) => statusOf(c.job) === "passed").length,
    others: rest.map((c) => c.label),
    unfinished: rest.filter((c) => statusOf(c.job) === "pending").map((c) => c.job.name)
  };
}
var failed = (status) => status === "failed" || status === "timed_out" || status === "cancelled";
function named(listed, services) {
  let count2 = (key) => listed.filter((c) => fold(c.label) === key).length, used = /* @__PURE__ */ new Set();
  return listed.map(({ job: job2, base, label }) => {
    let text2 = count2(fold(label)) > 1 && base !== "" && base !== label ? `${base} ${label}` : label, own = configured(text2, services) ?? slug(text2), service = own;
    for (let n = 2; used.has(service); n++) service = `${own}-${n}`;
    used.add(service);
    let shown = shownName(own, services), name = shown ?? text2;
    return {
      service,
      name: service === own ? name : `${name} ${service.slice(own.length + 1)}`,
      status: statusOf(job2),
      job: job2,
      aliases: [.../* @__PURE__ */ new Set([service, own, text2, label, shown ?? own])]
    };
  });
}
var configured = (text2, services) => Object.keys(services).find((key) => fold(key) === fold(text2)), shownName = (key, services) => Object.hasOwn(services, key) ? services[key]?.name : void 0;

// src/collect/run-logs.ts
var ENTRIES = 5e4;
async function collectRunLogs(options) {
  let { file, select, limits, tempDir } = options, notes = [], logs = await unpack(file, join3(tempDir, "run-logs"), limits, notes), jobs = toJobs(
    [...logs].map(([name, { failed: failed2 }], id2) => ({ id: id2, name, conclusion: failed2 ? "failure" : "success" }))
  ), chosen = chooseSuites(jobs, select), suites = [];
  for (let { aliases: _, job: job2, ...suite } of chosen.suites) {
    let log = job2 && logs.get(job2.name), content = log ? partContent(log.part, job2.name, notes) : null, sources = content ? [{ kind: "job-log", name: job2.name, url: null, content }] : [];
    suites.push({ ...suite, job: null, sources });
  }
  return { run: structuredClone(unknownRun.run), suites, green_jobs: chosen.green_jobs, incomplete: notes };
}
async function unpack(file, dir, limits, notes) {
  let logs = /* @__PURE__ */ new Map(), zip = null, left = limits.maxArtifactBytes;
  try {
    zip = await (0, import_yauzl.openPromise)(file, { lazyEntries: !0, autoClose: !1 });
    for (let { name, entries: entries2 } of jobLogs(await readEntries(zip))) {
      let path = join3(dir, `${logs.size}.log`);
      try {
        let { bytes, ...log } = await unpackLog(zip, entries2, path, limits.maxLogBytes, left);
        left -= bytes, logs.set(name, log);
      } catch (error) {
        notes.push({ what: `log of ${name}`, why: `cannot be unpacked: ${describe(error)}` });
      }
      if (left <= 0) {
        notes.push({ what: file, why: "unpacks to more than max-artifact-mb; the rest was not read" });
        break;
      }
    }
  } catch (error) {
    notes.push({ what: file, why: `cannot be read as a zip: ${describe(error)}` });
  } finally {
    zip?.close();
  }
  return logs;
}
async function readEntries(zip) {
  let entries2 = [];
  for await (let entry of zip.eachEntry()) if (entries2.push(entry) >= ENTRIES) break;
  return entries2;
}
function jobLogs(entries2) {
  let own = /* @__PURE__ */ new Map(), steps = /* @__PURE__ */ new Map();
  for (let entry of entries2) {
    let member = logMember(entry.fileName);
    if (member)
      if (member.step === null) {
        let name = member.job;
        for (let n = 2; own.has(name); n++) name = `${member.job} ${n}`;
        own.set(name, entry);
      } else steps.set(member.job, [...steps.get(member.job) ?? [], { number: member.step, entry }]);
  }
  let stepwise = [...steps].filter(([name]) => !own.has(name));
  return [
    ...[...own].map(([name, entry]) => ({ name, entries: [entry] })),
    ...stepwise.map(([name, list]) => ({
      name,
      entries: list.sort((a, b) => a.number - b.number).map((s) => s.entry)
    }))
  ];
}
async function unpackLog(zip, entries2, path, max, most3) {
  let keeper2 = await keepLog(path, max), error = !1, tail = "", isCut = !1;
  try {
    for (let entry of entries2) {
      if (isCut) break;
      for await (let chunk of await zip.openReadStreamPromise(entry)) {
        let part = chunk.subarray(0, most3 - keeper2.at);
        await keeper2.add(part);
        let text2 = tail + part.toString("latin1");
        if (error ||= text2.includes("##[error]"), tail = text2.slice(-4096), isCut = keeper2.at >= most3, isCut) break;
      }
    }
  } catch (cause) {
    throw await keeper2.finish(), cause;
  }
  let failed2 = isCut || error || !tail.includes("Cleaning up orphan processes");
  return { part: await keeper2.finish(), failed: failed2, bytes: keeper2.at };
}

// src/collect/files.ts
async function collectFromFiles(options) {
  let { source, select, limits } = options;
  if (source.type === "run-logs") return collectRunLogs({ ...options, file: source.file });
  let notes = [];
  if (source.type === "bundle") {
    let { name: name2, content: content2 } = await bundle(source.path, limits);
    return single({ kind: "bundle", name: name2, url: null, content: content2 }, select, notes);
  }
  let name = source.type === "log" ? stem2(source.file) : "stdin", content = source.type === "log" ? await logContent(source.file, name, limits.maxLogBytes, notes) : partContent(await spooled(options), name, notes);
  return single({ kind: "job-log", name, url: null, content }, select, notes);
}
async function bundle(path, limits) {
  let { size, folder } = await stat(path).then(
    (s) => ({ size: s.size, folder: s.isDirectory() }),
    (cause) => {
      throw new UserError(`${path}: ${describe(cause)}`, { cause });
    }
  );
  if (folder) return { name: basename(resolve(path)), content: { type: "folder", members: () => members(path) } };
  let name = stem2(path), content = withoutContent({ id: 0, name, size_in_bytes: size, expired: !1, created_at: null }, limits.maxArtifactBytes);
  return { name, content: content ?? { type: "bytes", open: () => fileBytes(path) } };
}
function single(source, select, notes) {
  let service = slug(source.name), name = (Object.hasOwn(select.services, service) ? select.services[service] : void 0)?.name ?? source.name;
  return {
    run: structuredClone(unknownRun.run),
    suites: [{ service, name, status: "failed", job: null, sources: [source] }],
    green_jobs: 0,
    incomplete: notes
  };
}
var stem2 = (path) => basename(path).replace(/\.(tar\.gz|tgz|tar|zip|log|txt)$/i, "") || basename(path);
async function spooled({ stdin, tempDir, limits }) {
  if (!stdin) throw new UserError("-: there is no standard input");
  let keeper2 = await keepLog(join4(tempDir, "stdin.log"), limits.maxLogBytes);
  for await (let chunk of stdin) await keeper2.add(typeof chunk == "string" ? Buffer.from(chunk) : chunk);
  return await keeper2.finish();
}

// src/collect/source.ts
import { closeSync as closeSync2, existsSync, openSync as openSync2, readdirSync, readSync as readSync2, statSync } from "node:fs";
import { join as join5 } from "node:path";
import { gunzipSync, constants as zlib } from "node:zlib";

// src/collect/zip-names.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
var TAIL = 66e3, DIRECTORY = 4 * 1024 * 1024;
function zipNames(path) {
  let fd = openSync(path, "r");
  try {
    let { size } = fstatSync(fd), tail = readAt(fd, Math.max(0, size - TAIL), Math.min(TAIL, size)), end = tail.lastIndexOf(Buffer.from("PK"));
    if (end < 0 || end + 22 > tail.length) return [];
    let directory = readAt(
      fd,
      tail.readUInt32LE(end + 16),
      Math.min(tail.readUInt32LE(end + 12), DIRECTORY)
    );
    return entries(directory);
  } finally {
    closeSync(fd);
  }
}
function entries(directory) {
  let names = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 33639248; ) {
    let length = directory.readUInt16LE(at + 28);
    names.push(directory.toString("utf8", at + 46, at + 46 + length)), at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}
function readAt(fd, position2, length) {
  let buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(fd, buffer, 0, length, position2));
}

// src/collect/source.ts
var EXPECTED = "expected a run URL (https://github.com/o/r/actions/runs/1), a recorded run, a run-logs zip, a bundle (.zip, .tar.gz, .tgz, .tar or folder), a log file, or - for standard input";
function parseSource(text2) {
  if (text2 === "-") return { type: "stdin" };
  if (/^https?:\/\//i.test(text2)) return parseRunUrl(text2);
  let folder;
  try {
    let found = statSync(text2);
    if (!found.isDirectory() && !found.isFile()) throw new Error("neither a file nor a folder");
    if (folder = found.isDirectory(), !folder) return parseFile(text2);
  } catch (cause) {
    throw cause instanceof UserError ? cause : new UserError(`${text2}: ${describe(cause)}; ${EXPECTED}`, { cause });
  }
  return isRecorded(text2) ? { type: "recorded", dir: text2 } : { type: "bundle", path: text2 };
}
var isRecorded = (dir) => ["run.json", "jobs.json"].some((name) => existsSync(join5(dir, name))) || existsSync(join5(dir, "logs")) && readdirSync(join5(dir, "logs")).some((name) => /\.(log|txt)$/.test(name));
function parseRunUrl(text2) {
  let match = URL.canParse(text2) ? /^((?:\/[^/]+)*?)\/([\w.-]+)\/([\w.-]+)\/actions\/runs\/(\d{1,15})(?:\/attempts\/(\d{1,6}))?(?:\/.*)?$/.exec(
    new URL(text2).pathname
  ) : null;
  if (!match)
    throw new UserError(`${text2}: not the address of a run; expected https://github.com/o/r/actions/runs/1`);
  let { origin, host } = new URL(text2), server = origin + match[1], apiUrl = host === "github.com" ? "https://api.github.com" : host.endsWith(".ghe.com") ? `https://api.${host}` : `${server}/api/v3`, attempt = match[5] === void 0 ? null : Number(match[5]);
  return {
    type: "run-url",
    server,
    apiUrl,
    owner: match[2],
    repo: match[3],
    runId: Number(match[4]),
    attempt
  };
}
function parseFile(file) {
  let head = firstBytes(file);
  if (head.subarray(0, 2).toString("latin1") === "PK")
    return isRunLogs(zipNames(file)) ? { type: "run-logs", file } : { type: "bundle", path: file };
  if (isTar(head)) return { type: "bundle", path: file };
  if (head[0] === 31 && head[1] === 139) {
    if (isTar(unpacked(head)) || /\.(tgz|tar\.gz)$/i.test(file)) return { type: "bundle", path: file };
    throw new UserError(`${file}: packed with gzip, but not a tar archive; unpack it first (gunzip)`);
  }
  let marked = head[0] === 255 || head[0] === 254;
  if (head.includes(0) && !marked)
    throw new UserError(`${file}: neither text nor a known archive; ${EXPECTED}`);
  return { type: "log", file };
}
var isTar = (head) => Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar";
function unpacked(head) {
  try {
    return gunzipSync(head, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return new Uint8Array();
  }
}
function firstBytes(file) {
  let fd = openSync2(file, "r");
  try {
    let buffer = Buffer.alloc(8192);
    return buffer.subarray(0, readSync2(fd, buffer, 0, buffer.length, 0));
  } finally {
    closeSync2(fd);
  }
}

// src/commands/patterns.ts
import { createHash as createHash3 } from "node:crypto";
import { readFileSync as readFileSync2 } from "node:fs";
import { join as join7, relative as relative2 } from "node:path";

// src/catalog/compiled.ts
import { createHash as createHash2 } from "node:crypto";

// src/catalog/parse.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/catalog/fault.ts
var import_yaml = __toESM(require_dist(), 1);
function issueFaults(issue, document, at) {
  let path = issue.path.filter((key) => typeof key != "symbol"), where = at(offsetOf(document, path)), id2 = path[0] === "patterns" && typeof path[1] == "number" ? document.getIn(["patterns", path[1], "id"]) : void 0, label = typeof id2 == "string" ? `pattern ${id2}: ` : "", field = path.slice(2).join(".");
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => ({
    where: at(keyOffset(document, path, key)),
    what: `${label}unknown key \`${[...path.slice(2), key].join(".")}\``
  })) : [{ where, what: `${label}${field ? `\`${field}\`: ` : ""}${issue.message}` }];
}
function offsetOf(document, path) {
  for (let length = path.length; length >= 0; length--) {
    let node = length ? document.getIn(path.slice(0, length), !0) : document.contents;
    if (((0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isScalar)(node)) && node.range) return node.range[0];
  }
  return 0;
}
function keyOffset(document, path, key) {
  let map = path.length ? document.getIn(path, !0) : document.contents, pair = (0, import_yaml.isMap)(map) ? map.items.find((item) => (0, import_yaml.isScalar)(item.key) && item.key.value === key) : void 0;
  return pair && (0, import_yaml.isScalar)(pair.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

// src/catalog/pattern.ts
function toPattern(written, origin, make = compile) {
  let modes = ["any", "all", "sequence"].filter((mode2) => written[mode2]);
  if (modes.length !== 1) throw new Error("needs exactly one of `any`, `all` and `sequence`");
  let mode = modes[0];
  return {
    id: written.id,
    family: written.family,
    role: written.role,
    title: written.title,
    mode,
    conditions: written[mode].map((c) => toCondition(c, make)),
    unless: (written.unless ?? []).map((c) => toCondition(c, make)),
    explains: written.explains ?? [],
    same_when: written.same_when ?? [],
    fallback: written.fallback ?? !1,
    advice: written.advice ?? null,
    validate: written.validate ?? [],
    references: written.references ?? [],
    fixes: (written.fixes ?? []).map((f) => {
      if ([f.commit, f.pull, f.issue].filter((ref) => ref !== void 0).length !== 1)
        throw new Error("each of `fixes` needs exactly one of `commit`, `pull` and `issue`");
      return { ...f, services: f.services ?? [], summary: f.summary ?? null, verified: f.verified ?? !1 };
    }),
    origin
  };
}
function toCondition(c, make) {
  let whole = (source) => source === void 0 ? null : named2("reason", `^(?:${source})$`, make), message = c.message === void 0 ? null : named2("message", c.message, make), only = (allowed) => {
    let extra = Object.keys(c).filter((key) => !allowed.includes(key));
    if (extra.length) throw new Error(`\`${extra.join("`, `")}\` does not go with \`${allowed[0]}\``);
  };
  if (c.absent)
    return only(["absent"]), { type: "absent", kind: c.absent.kind, name: glob2(c.absent.name, make) };
  if (c.line !== void 0) {
    only(["line", "in"]);
    let structured = c.in?.find((kind) => kind === "event" || kind === "object");
    if (structured) throw new Error(`\`line\` matches logs; for \`in: [${structured}]\` use \`message\``);
    return { type: "line", in: c.in ?? [], line: named2("line", c.line, make) };
  }
  if (c.in?.length !== 1)
    throw new Error(
      "a condition needs `line`, `absent`, or `in: [event]` or `in: [object]` with what to look for"
    );
  if (c.in[0] === "event") {
    if (only(["in", "reason", "message", "kind", "name"]), !c.reason && !c.message) throw new Error("an event condition needs `reason` or `message`");
    return {
      type: "event",
      reason: whole(c.reason),
      message,
      kind: c.kind ?? null,
      name: c.name ? glob2(c.name, make) : null
    };
  }
  if (c.in[0] === "object") {
    if (only(["in", "kind", "name", "phase", "waiting", "terminated", "condition", "message"]), !c.phase && !c.waiting && !c.terminated && !c.condition && !c.message)
      throw new Error("an object condition needs `phase`, `waiting`, `terminated`, `condition` or `message`");
    return {
      type: "object",
      kind: c.kind ?? null,
      name: c.name ? glob2(c.name, make) : null,
      phase: whole(c.phase),
      waiting: whole(c.waiting),
      terminated: whole(c.terminated),
      condition: c.condition ? { type: c.condition.type, status: c.condition.status ?? null, reason: whole(c.condition.reason) } : null,
      message
    };
  }
  throw new Error("a condition without `line` needs `in: [event]` or `in: [object]`");
}
function glob2(pattern, make) {
  return make(
    `^${pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`
  );
}
function named2(field, source, make) {
  try {
    return make(source);
  } catch (cause) {
    throw new Error(`\`${field}\`: ${source}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

// src/catalog/parse.ts
function parseCatalog(name, text2) {
  let { written, faults } = parseWritten(name, text2), patterns = [];
  for (let { written: pattern, line: line2 } of written) {
    let origin = `${name}:${line2}`;
    try {
      patterns.push(toPattern(pattern, origin));
    } catch (error) {
      faults.push({
        where: origin,
        what: `pattern ${pattern.id}: ${error instanceof Error ? error.message : error}`
      });
    }
  }
  return { patterns, faults };
}
function parseWritten(name, text2) {
  let lines = new import_yaml2.LineCounter(), document = (0, import_yaml2.parseDocument)(text2, { lineCounter: lines, prettyErrors: !1 }), lineOf = (offset) => lines.linePos(offset).line, at = (offset) => `${name}:${lineOf(offset)}`, faults = document.errors.map((e) => ({ where: at(e.pos[0]), what: e.message }));
  if (faults.length) return { written: [], faults };
  let parsed = catalogFile.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  return parsed.success ? { written: parsed.data.patterns.map((pattern, index) => ({
    written: pattern,
    line: lineOf(offsetOf(document, ["patterns", index]))
  })), faults: [] } : { written: [], faults: parsed.error.issues.flatMap((issue) => issueFaults(issue, document, at)) };
}

// src/catalog/compiled.ts
var nothingCompiled = { files: {}, literals: {} }, digestOf = (text2) => createHash2("sha256").update(text2).digest("hex");
function patternsOf({ files, literals }, name, text2) {
  let known = files[digestOf(text2)], make = (source) => trusted(source, literals[source]);
  return known ? known.map(({ written, line: line2 }) => toPattern(written, `${name}:${line2}`, make)) : null;
}

// src/catalog/load.ts
var import_yaml3 = __toESM(require_dist(), 1);
import { readdirSync as readdirSync2, readFileSync, statSync as statSync2 } from "node:fs";
import { join as join6, relative } from "node:path";

// src/catalog/lint.ts
function lint(patterns, taxonomy) {
  let faults = [], ids = /* @__PURE__ */ new Map();
  for (let p of patterns) {
    let say = (what) => faults.push({ where: p.origin, what: `pattern ${p.id}: ${what}` }), earlier = ids.get(p.id);
    earlier && say(`the id is taken by ${earlier.origin}`), ids.set(p.id, p);
    let layer = taxonomy.get(p.family);
    layer || say(`unknown family \`${p.family}\`${hint(p.family, taxonomy.keys())}`), layer === "symptom" && p.role === "cause" && say(`family \`${p.family}\` is a symptom; it is never a root cause`);
    let captures = new Set(
      p.conditions.flatMap((c) => expressions(c).flatMap(captureNames)).concat(implied(p))
    ), used = [...`${p.title} ${p.advice ?? ""} ${p.validate.join(" ")}`.matchAll(/\{([a-z_]+)\}/g)].map(
      (m) => m[1]
    );
    for (let name of /* @__PURE__ */ new Set([...used, ...p.same_when]))
      captures.has(name) || say(`no condition captures \`${name}\``);
    p.role === "cause" && !p.advice && say("a cause needs `advice`"), p.mode === "sequence" && p.conditions.some((c) => c.type !== "line") && say("`sequence` takes `line` conditions only");
  }
  for (let p of patterns) {
    let twice = p.explains.find((name, i) => p.explains.indexOf(name) !== i);
    twice && faults.push({ where: p.origin, what: `pattern ${p.id}: \`explains\`: \`${twice}\` stands there twice` });
    for (let name of p.explains)
      !ids.has(name) && !taxonomy.has(name) && faults.push({
        where: p.origin,
        what: `pattern ${p.id}: \`explains\`: no pattern or family \`${name}\`${hint(name, [...ids.keys(), ...taxonomy.keys()])}`
      });
  }
  return faults;
}
var implicitCaptures = ["kind", "name", "namespace", "container"];
function implied(p) {
  return p.conditions.some((c) => c.type !== "line") ? [...implicitCaptures] : [];
}
function expressions(c) {
  return c.type === "line" ? [c.line.source] : c.type === "event" ? [c.message, c.reason].flatMap((e) => e ? [e.source] : []) : c.type === "object" ? [c.message, c.waiting, c.terminated, c.phase].flatMap((e) => e ? [e.source] : []) : [];
}
function hint(wrong, names) {
  let words = wrong.split("-"), near2 = [...names].find(
    (n) => n.split("-").filter((w) => words.includes(w)).length >= Math.max(1, words.length - 1)
  );
  return near2 ? `; is \`${near2}\` meant?` : "";
}

// src/catalog/load.ts
function readTaxonomy(path) {
  let families = (0, import_yaml3.parse)(readFileSync(path, "utf8"));
  return new Map(Object.entries(families).map(([family, { layer }]) => [family, layer]));
}
function catalogFiles(path) {
  let isFolder;
  try {
    isFolder = statSync2(path).isDirectory();
  } catch (cause) {
    throw new UserError(`catalog ${path}: no such file or folder`, { cause });
  }
  return isFolder ? readdirSync2(path, { recursive: !0, encoding: "utf8" }).filter((name) => /\.ya?ml$/.test(name) && !/(^|\/)taxonomy\.ya?ml$/.test(name)).sort().map((name) => join6(path, name)) : [path];
}
function loadCatalog(files, taxonomy, compiled = nothingCompiled) {
  let patterns = [], faults = [], isChecked = !0;
  for (let file of files) {
    let shown = relative(".", file).startsWith("..") ? file : relative(".", file), text2;
    try {
      text2 = readFileSync(file, "utf8");
    } catch (error) {
      faults.push({ where: shown, what: describe(error) });
      continue;
    }
    let known = patternsOf(compiled, shown, text2), read = known ? { patterns: known, faults: [] } : parseCatalog(shown, text2);
    isChecked &&= known !== null, patterns.push(...read.patterns), faults.push(...read.faults);
  }
  return isChecked || faults.push(...lint(patterns, taxonomy())), { patterns, faults };
}

// src/commands/patterns.ts
var builtIn = join7(root, "catalog");
function readCatalog(paths, compiled = nothingCompiled) {
  let files = [...catalogFiles(builtIn), ...paths.flatMap(catalogFiles)];
  return { ...loadCatalog(files, () => readTaxonomy(join7(builtIn, "taxonomy.yml")), compiled), files };
}
function compiledCatalog() {
  try {
    return JSON.parse(readFileSync2(join7(root, "dist", "catalog.json"), "utf8"));
  } catch {
    return nothingCompiled;
  }
}
function usablePatterns(paths, disabled, folder) {
  let { patterns, faults, files } = readCatalog(paths, compiledCatalog()), [first, ...more] = faults;
  if (first) {
    let rest = `; and ${more.length} more fault${more.length === 1 ? "" : "s"}, see \`e2e-triage catalog check\``, where = folder && first.where.startsWith(folder) ? relative2(folder, first.where) : first.where;
    throw new UserError(`${where}: ${first.what}${more.length ? rest : ""}`);
  }
  let unknown2 = disabled.find((id2) => !patterns.some((p) => p.id === id2));
  if (unknown2)
    throw new UserError(
      `\`disable\`: no pattern \`${unknown2}\` in the catalog; \`e2e-triage catalog list\` shows them`
    );
  let digest = createHash3("sha256");
  for (let file of files) digest.update(readFileSync2(file));
  return { patterns: patterns.filter((p) => !disabled.includes(p.id)), digest: `sha256:${digest.digest("hex")}` };
}

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
function normalise(line2) {
  return line2.replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>").replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<id>").replace(/\b0x[0-9a-f]+\b/gi, "<hex>").replace(/(?<=[a-z])-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, "-<pod>").replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, "<hex>").replace(/(?:\/[\w.@+-]+){2,}/g, (path) => `<path>/${path.split("/").at(-1)}`).replace(/\d+/g, "<n>").replace(/\s+/g, " ").trim();
}
function hash(text2) {
  let h = 0xcbf29ce484222325n;
  for (let byte of new TextEncoder().encode(text2))
    h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
  return h.toString(16).padStart(16, "0");
}
var isMild = (line2) => /\bWARN(?:ING)?\b|Warning: |level=warn|##\[warning\]|retrying|will retry|attempt \d+/.test(line2), wrapper = /^##\[(?:group|endgroup|warning|debug|command)\]|Process completed with exit code|[Ss]tep script exited with code|Executing the custom container implementation failed|^make(?:\[\d+\])?: \*\*\*|^exit status \d+$|Test Suite Failed|^Ginkgo ran |The process '.*' failed with exit code|^npm (?:ERR!|error) (?:code|errno|A complete log)|There were failures detected|^FAIL$|^FAIL!? |=+ .*(?:failed|error).* in [\d.]+s|^Summarizing \d+ Failure|short test summary|^##\[error\](?:It|BeforeSuite) |The operation was canceled|^(?:[-+] |\+\+ )|^\s*(?:shell:|set -)/, isWrapper = (line2) => wrapper.test(line2);

// src/diagnose/window.ts
function failedStep(job2) {
  let step2 = job2?.steps.find(
    (s) => s.conclusion !== null && ["failure", "timed_out", "cancelled"].includes(s.conclusion)
  );
  return step2 ? { number: step2.number, name: step2.name } : null;
}
function failingSpan(findings, job2) {
  let step2 = failedStep(job2);
  return (step2 && findings.steps.find((s) => s.number === step2.number)) ?? null;
}
var reach = 5, headless = 3;
function placer(findings, job2) {
  let span = failingSpan(findings, job2), { tests } = findings, said = findings.telling.filter((l) => l.text.startsWith("##[error]") && !isWrapper(l.text)), inStep = span ? "step" : "log", near2 = (line2) => !said.length || said.some((l) => Math.abs(l.line - line2) <= reach), place = (match) => {
    let { kind, line: line2, path } = match.at;
    if (path !== null || kind !== "job-log" && kind !== "test-report")
      return path === "annotations" ? "failure" : "bundle";
    if (line2 === null) return "log";
    if (span && line2 < span.from) return "before";
    if (span && line2 > span.to) return "later";
    if (!tests) return near2(line2) ? inStep : "aside";
    if (tests.blocks.some((b) => line2 >= b.from && line2 <= b.to)) return "failure";
    if (tests.verdict_line !== null && line2 > tests.verdict_line) return "after";
    let [setup] = tests.blocks, end = setup && setup.to + (tests.failures[0]?.message ? 0 : headless);
    return tests.phase === "setup" && end && tests.ran !== null && line2 > end ? "after" : tests.tests_line !== null && line2 >= tests.tests_line && tests.phase === "tests" && tests.blocks.length && (tests.passed > 0 || tests.ran === null) ? span || tests.ran !== null ? "passing" : "log" : inStep;
  }, { spans, elsewhere } = findings.teardown ?? { spans: [], elsewhere: !1 };
  if (!spans.length) return place;
  let isCleanUp = ({ at }) => at.kind === "job-log" && at.path === null && spans.some((s) => at.line >= s.from && at.line <= s.to), failed2 = (match) => !isCleanUp(match) && (match.at.line ?? 0) < spans[0].from && isFailure.includes(place(match)), isSecond = elsewhere || (tests?.ran ?? null) === null && findings.matches.some(failed2);
  return (match) => isSecond && isCleanUp(match) ? "teardown" : place(match);
}
var isFailure = ["failure", "step", "log"];

// src/diagnose/excerpt.ts
var mostLines = 10, signs = [
  [/\b(?:failed|FAILED)[!.]?$/, 3],
  [/^##\[error\]\S/, 10],
  [/^E {2,}\S/, 9],
  [/^(?:\w+\.)*\w*(?:Error|Exception)(?:: |$)/, 9],
  [
    /\bpanic: |\bfatal error: |^fatal: |\bFATAL\b|Segmentation fault|core dumped|AddressSanitizer|\bSIG(?:BUS|SEGV|ABRT|ILL|FPE|KILL)\b/,
    9
  ],
  [/^FAILED(?::| \[| \S+::)/, 9],
  [/(?:^|\s)(?:[\w./-]+:\d+:(?:\d+:)? )?(?:error|ERROR|Error)(?:\[\w+\])?: /, 8],
  [/^\s*\[(?:FAILED|PANICKED|TIMEDOUT)\] (?!in \[)/, 8],
  [/- (?:failed|FAILED)\b/, 7],
  [/^\s*--- FAIL: |^not ok \d/, 6],
  [
    /\b(?:cannot|could not|unable to|failed to|no such|not found|denied|refused|invalid|undefined|unexpected)\b/i,
    5
  ],
  [/\b(?:timed out|timeout|killed|signal|abort)/i, 4],
  [/\b(?:fail|error|exception)/i, 2]
];
function excerpt(findings, job2, baseline = null) {
  let span = failingSpan(findings, job2), { tests, telling } = findings, often = /* @__PURE__ */ new Map();
  for (let l of telling) often.set(normalise(l.text), (often.get(normalise(l.text)) ?? 0) + 1);
  let inFailure2 = (l) => tests?.blocks.some((b) => l.line >= b.from && l.line <= b.to) ?? !1, verdict = telling.find(
    (l) => (!span || l.line >= span.from) && l.text.startsWith("##[error]Process completed")
  )?.line, scored = telling.filter((l) => (!span || l.line >= span.from && l.line <= span.to) && !isWrapper(l.text)).map((l, i) => {
    let sign = signs.find(([regex]) => regex.test(l.text))?.[1] ?? 1, rare = Math.min(3, (often.get(normalise(l.text)) ?? 1) - 1), late = verdict !== void 0 && l.line > verdict;
    return {
      l,
      i,
      score: sign + (inFailure2(l) ? 4 : 0) - rare - (isMild(l.text) ? 4 : 0) - (late ? 5 : 0)
    };
  }).sort((a, b) => b.score - a.score || a.i - b.i), fresh = baseline ? scored.filter(({ l }) => !baseline.has(normalise(l.text))) : scored;
  return (fresh.length ? fresh : scored).slice(0, mostLines).map(({ l }) => ({ line: l.line, text: l.text }));
}
function signature(findings, lines) {
  let text2 = findings.tests?.failures[0]?.message.split(`
`)[0] ?? lines[0]?.text ?? findings.sources.map((s) => s.state).join();
  return hash(withoutName(normalise(text2), findings.service));
}
function withoutName(text2, service) {
  let parts = service.split(/[^a-z0-9]+/i).filter((part) => part !== "");
  return parts.join("").length < 4 ? text2 : text2.replace(new RegExp(parts.join("[-_ ]?"), "gi"), "<service>");
}

// src/diagnose/kin.ts
function put(index, key, value) {
  let list = index.get(key);
  list ? list.push(value) : index.set(key, [value]);
}
function origins(name) {
  let last = name.lastIndexOf("-"), before = last > 0 ? name.lastIndexOf("-", last - 1) : -1;
  return [...last > 0 ? [name.slice(0, last)] : [], ...before > 0 ? [name.slice(0, before)] : []];
}
var pairs = (labels) => Object.entries(labels ?? {}).map(([k, v]) => `${k}=${v}`);
function buildKin(nodes, object2) {
  let workloads = /* @__PURE__ */ new Map(), bySelector = /* @__PURE__ */ new Map(), made = /* @__PURE__ */ new Map(), byOwner = /* @__PURE__ */ new Map(), byLabel = /* @__PURE__ */ new Map();
  for (let node of nodes) {
    let known = object2(node);
    if (isWorkload(node)) {
      put(workloads, node.name, node);
      let [first] = pairs(known?.selector ?? null);
      first && put(bySelector, first, node);
    }
    if (node.kind !== "Pod" && node.kind !== "ReplicaSet") continue;
    for (let name of origins(node.name)) put(made, name, node);
    let owner = known?.owners[0];
    if (owner && put(byOwner, owner.name, node), node.kind === "Pod" && known) for (let pair of pairs(known.labels)) put(byLabel, pair, known);
  }
  let described = (ref) => object2(ref) ?? ref, sets = (name) => (name === void 0 ? [] : workloads.get(name) ?? []).flatMap((w) => {
    let set = w.kind === "ReplicaSet" ? object2(w) : null;
    return set ? [set] : [];
  }), isOf = (child, workload) => {
    let own = described(child);
    return belongsTo(own, described(workload), sets(own.owners?.[0]?.name));
  }, unique = (refs) => [...new Set(refs)];
  return {
    labelled: (key, value) => byLabel.get(`${key}=${value}`) ?? [],
    parents(ref) {
      let own = described(ref), owner = own.owners?.[0], above = owner ? sets(owner.name).filter((s) => sameNamespace(s, ref)) : [], names = [
        ...origins(ref.name),
        ...owner ? [owner.name, ...origins(owner.name)] : [],
        ...above.flatMap((s) => s.owners[0] ? [s.owners[0].name] : [])
      ], selecting = ref.kind === "Pod" ? pairs(own.labels ?? null).flatMap((p) => bySelector.get(p) ?? []) : [];
      return unique([...names.flatMap((n) => workloads.get(n) ?? []), ...selecting]).filter((w) => isOf(ref, w));
    },
    children(ref) {
      let [first] = pairs(described(ref).selector ?? null), near2 = [...made.get(ref.name) ?? [], ...byOwner.get(ref.name) ?? []], further = near2.flatMap((n) => n.kind === "ReplicaSet" ? byOwner.get(n.name) ?? [] : []), selected = first ? byLabel.get(first) ?? [] : [];
      return unique([...near2, ...further, ...selected]).filter((n) => isOf(n, ref));
    }
  };
}
function memo(key, compute) {
  let known = /* @__PURE__ */ new Map();
  return (a) => {
    let k = key(a);
    return known.has(k) || known.set(k, compute(a)), known.get(k);
  };
}

// src/diagnose/names.ts
var workloadKinds = [
  "Deployment",
  "ReplicaSet",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "ReplicationController"
], kindsOf = {
  pod: ["Pod"],
  container: ["container"],
  deployment: ["Deployment"],
  statefulset: ["StatefulSet"],
  daemonset: ["DaemonSet"],
  replicaset: ["ReplicaSet"],
  job: ["Job"],
  workload: workloadKinds,
  service: [],
  serviceaccount: ["ServiceAccount"],
  secret: ["Secret"],
  configmap: ["ConfigMap"],
  pvc: ["PersistentVolumeClaim"],
  volume: ["PersistentVolumeClaim", "PersistentVolume"],
  node: ["Node"],
  image: ["Image"]
}, resource = /\b(pod|deployment|statefulset|daemonset|replicaset|job|service|node|persistentvolumeclaim|configmap|secret|serviceaccount)s?(?:\.(?:apps|batch))?(?:\/| ["'`])([a-z0-9][a-z0-9.-]{0,252})/gi;
function namedIn({ captures, at }) {
  let namespace = captures.namespace ?? null, found = [];
  for (let [key, kinds] of Object.entries(kindsOf)) {
    let value = captures[key];
    if (!value) continue;
    let name = key === "image" ? value : value.split("/").at(-1);
    found.push({ kinds, namespace, name, exact: !1 });
  }
  let kind = captures.kind;
  kind && captures.name && found.push({ kinds: [kind], namespace, name: captures.name, exact: !1 });
  for (let [, word, name] of at.text.slice(0, 2e3).matchAll(resource)) {
    let key = word.toLowerCase(), kinds = kindsOf[key === "persistentvolumeclaim" ? "pvc" : key];
    found.push({ kinds, namespace, name: name.replace(/[.-]+$/, ""), exact: !0 });
  }
  return found;
}
var dialled = /(?:dial (?:tcp|udp) |->|https?:\/\/|lookup )(\[[0-9a-f:]+\]|[\w.-]+)(?::(\d{1,5}))?/g;
function addressesIn({ captures, at }) {
  let found = [], add = (host2, port2) => {
    let number2 = port2 ? Number(port2) : null;
    (host2 || number2) && !found.some((a) => a.host === (host2 ?? null) && a.port === number2) && found.push({ host: host2?.replace(/^\[|\]$/g, "") ?? null, port: number2 });
  }, address = captures.address, [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(address ?? "") ?? [];
  add(captures.host ?? (host || void 0), captures.port ?? port);
  for (let [, host2, port2] of at.text.slice(0, 2e3).matchAll(dialled)) add(host2, port2);
  return found;
}
var isLocal = (host) => host === null || /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|host\.docker\.internal)$/.test(host);

// src/diagnose/graph.ts
var most = 1e4;
function buildGraph({ objects, events, matches }, config) {
  let known = new Map(objects.map((o) => [keyOf(o), o])), nodes = new Map(objects.map((o) => [keyOf(o), o])), byName = /* @__PURE__ */ new Map();
  for (let o of objects) {
    let same = byName.get(o.name);
    same ? same.push(o) : byName.set(o.name, [o]);
  }
  let object2 = (ref) => known.get(keyOf(ref)) ?? byName.get(ref.name)?.find((o) => o.kind === ref.kind && sameNamespace(o, ref)) ?? null, learn = (ref) => {
    nodes.size < most && ref.name && !object2(ref) && !nodes.has(keyOf(ref)) && nodes.set(keyOf(ref), ref);
  };
  for (let e of events) learn(e.object);
  for (let m of matches) m.object && learn(m.object);
  for (let o of objects) for (let ref of o.refs) learn(ref);
  let all = [...nodes.values()], kin = buildKin(all, object2), stems = new Map(all.map((n) => [n, stem(n.name)])), stemOf = (n) => stems.get(n) ?? stem(n.name), isNamedAfter = (n, name) => {
    let own = stemOf(n);
    return own === name || own.startsWith(`${name}-`) || loose(own) === loose(stem(name));
  }, running = all.filter((n) => n.kind === "Pod" || isWorkload(n)), services = objects.filter((o) => o.kind === "Service"), localContainers = objects.filter((o) => o.kind === "Container"), described = (ref) => object2(ref) ?? ref, byService = memo(String, (service) => {
    let globs = config.services[service]?.pods ?? [];
    return all.filter(
      (n) => (n.kind === "Pod" || n.kind === "Container" || n.kind === "Service" || isWorkload(n)) && (globs.some((g) => fits(g, n.name)) || isNamedAfter(n, service))
    );
  }), named3 = memo(JSON.stringify, ({ kinds, namespace, name, exact }) => {
    if (kinds.includes("container"))
      return objects.filter((o) => o.containers.some((c) => c.name === name)).filter((o) => sameNamespace(o, { namespace }));
    let home = { namespace }, same = all.filter((n) => (!kinds.length || kinds.includes(n.kind)) && sameNamespace(n, home)).filter((n) => n.name === name);
    if (same.length) return same;
    let relatives2 = running.filter((n) => sameNamespace(n, home)), podLike = kinds.includes("Pod") || kinds.some((k) => workloadKinds.includes(k)) || !kinds.length, wanted = stem(name), alike2 = podLike ? relatives2.filter((n) => stemOf(n) === wanted) : [];
    return alike2.length || exact || kinds.some((k) => /^(?:Image|Node|Namespace)$/.test(k)) ? alike2 : podLike ? relatives2.filter((n) => isNamedAfter(n, name)) : [];
  }), at = memo(JSON.stringify, ({ host, port }) => {
    let found = [];
    if (port !== null && isLocal(host)) {
      for (let [name2, s] of Object.entries(config.services))
        s.ports.includes(port) && found.push(...byService(name2));
      let listening = (n) => n.ports.some((p) => p.node_port === port);
      found.push(...services.filter(listening), ...localContainers.filter(listening)), found.length || found.push(...services.filter((s) => s.ports.some((p) => p.port === port)));
    }
    if (host === null || isLocal(host)) return found;
    if (/^[\d.]+$|:/.test(host)) return [...found, ...services.filter((s) => s.host === host)];
    let [name, namespace, ...rest] = host.split(".");
    if (!(namespace === void 0 || rest[0] === "svc" || services.some((s) => s.name === name && s.namespace === namespace))) return found;
    let meant = services.filter(
      (s) => s.name === name && (namespace === void 0 || s.namespace === namespace)
    ), container = localContainers.filter((o) => o.name === name);
    return meant.length + container.length ? [...found, ...meant, ...container] : [...found, ...named3({ kinds: [], namespace: namespace ?? null, name, exact: !1 })];
  }), neighbours = memo(keyOf, (ref) => {
    let own = described(ref);
    if (ref.kind === "Service") return behind(own);
    let node = own.node ? [{ kind: "Node", namespace: null, name: own.node }] : [];
    return [...own.refs ?? [], ...node, ...relatives(ref)];
  }), relatives = memo(keyOf, (ref) => [
    ...ref.kind === "Pod" || ref.kind === "ReplicaSet" ? kin.parents(ref) : [],
    ...isWorkload(ref) ? kin.children(ref) : []
  ]), behind = (service) => {
    let { selector } = service, near2 = (n) => sameNamespace(n, service), [first] = Object.entries(selector ?? {}), pods = selector && first ? kin.labelled(...first).filter((o) => near2(o) && selects(selector, o.labels)) : [], wanted = stem(service.name), workloads = running.filter((w) => {
      if (w.kind === "Pod" || !near2(w)) return !1;
      let theirs = object2(w)?.selector;
      return selector && theirs ? selects(common(selector, theirs), theirs) : stemOf(w) === wanted;
    }), byName2 = pods.length + workloads.length === 0 ? running.filter((n) => n.kind === "Pod" && near2(n) && isNamedAfter(n, service.name)) : [];
    return [...pods, ...workloads, ...byName2];
  };
  return { object: object2, named: named3, at, neighbours, relatives, ofService: byService, all };
}
function common(selector, theirs) {
  return Object.fromEntries(Object.entries(selector).filter(([key]) => key in theirs));
}
var fits = (glob3, name) => glob3.endsWith("*") ? name.startsWith(glob3.slice(0, -1)) : name === glob3;

// src/diagnose/involved.ts
var farthest = 6, mostReached = 2e3;
function involvedObjects(service, symptoms, findings, config, alone) {
  let graph = buildGraph(findings, config), told = matchesByObject(findings.matches), targets = memo(self, (match) => addressesIn(match).flatMap(graph.at)), needs = /* @__PURE__ */ new Map();
  for (let [name, s] of Object.entries(config.services)) {
    let needed = s.depends_on.flatMap(graph.ofService);
    for (let n of needed.length ? graph.ofService(name) : [])
      needs.set(keyOf(n), [...needs.get(keyOf(n)) ?? [], ...needed]);
  }
  let next = memo(keyOf, (ref) => [
    ...graph.neighbours(ref),
    ...(told.get(keyOf(ref)) ?? []).flatMap(targets),
    ...needs.get(keyOf(ref)) ?? []
  ]), starts = symptoms.flatMap((match) => [
    ...match.object && match.object.kind !== "Node" ? [match.object] : [],
    ...namedIn(match).flatMap(graph.named),
    ...targets(match)
  ]).map((ref) => [ref, 0]), named3 = starts.length > 0, states = memo(keyOf, (ref) => stateOf(graph, findings, ref)), ill = memo(String, () => graph.all.filter((ref) => states(ref) === "bad"));
  for (let { captures } of symptoms) {
    let { namespace } = captures;
    !named3 && namespace && starts.push(...near(ill("").filter((n) => n.namespace === namespace)));
  }
  let pods = findings.objects.some((o) => o.kind === "Pod");
  if (alone)
    for (let ref of graph.all)
      (states(ref) === "bad" || !pods && states(ref) === null) && starts.push([ref, 0]);
  starts.push(...near([service, ...config.services[service]?.depends_on ?? []].flatMap(graph.ofService)));
  let distances = spread(starts, next), knowsNothing = alone && !findings.objects.some((o) => o.kind !== "Node") && !findings.events.length, behind = memo(
    (refs) => refs.map(keyOf).join(`
`),
    (refs) => spread(
      refs.map((ref) => [ref, 0]),
      next,
      3
    )
  ), blamed = memo(self, (match) => {
    let others = targets(match).filter((t) => !match.object || keyOf(t) !== keyOf(match.object));
    return others.length ? behind(others) : null;
  });
  return {
    named: named3,
    distance: (ref) => knowsNothing ? 0 : ref && (distances.get(keyOf(ref)) ?? distances.get(keyOf(graph.object(ref) ?? ref)) ?? null),
    state: (ref) => ref && states(ref),
    blames: (match, ref) => ref !== null && (blamed(match)?.has(keyOf(graph.object(ref) ?? ref)) ?? !1)
  };
}
var self = (match) => match, near = (refs) => refs.map((ref) => [ref, 1]);
function spread(starts, next, far = farthest) {
  let distances = /* @__PURE__ */ new Map(), front = [];
  for (let [ref, distance] of starts) (front[distance] ??= []).push(ref);
  for (let distance = 0; distance <= far && distance < front.length; distance++)
    for (let ref of front[distance] ?? []) {
      let key = keyOf(ref);
      distances.has(key) || distances.size >= mostReached || (distances.set(key, distance), !/^(?:Node|Image|Namespace|ServiceAccount|Secret|ConfigMap)$/.test(ref.kind) && (front[distance + 1] ??= []).push(...next(ref)));
    }
  return distances;
}
function matchesByObject(matches) {
  let by = /* @__PURE__ */ new Map();
  for (let m of matches) {
    if (!m.object) continue;
    let list = by.get(keyOf(m.object)) ?? [];
    by.set(keyOf(m.object), list), list.length < 50 && list.push(m);
  }
  return by;
}
function stateOf(graph, { objects }, ref) {
  let own = graph.object(ref);
  if (own && own.kind !== "Service")
    return isUnhealthy(own) ? "bad" : own.containers.some((c) => c.restarts > 0) ? "recovered" : "good";
  let relatives = graph.relatives(ref).flatMap((r) => graph.object(r) ?? []);
  if (relatives.length) return relatives.some(isUnhealthy) ? "bad" : "good";
  let listed = objects.some(
    (o) => o.kind === "Pod" && (ref.namespace === null || o.namespace === ref.namespace)
  );
  return ref.kind === "Pod" && listed ? "good" : null;
}

// src/diagnose/candidates.ts
var weights = {
  failure: 1,
  step: 0.8,
  log: 0.8,
  aside: 0.45,
  passing: 0.35,
  later: 0.3,
  bundle: 0.3,
  teardown: 0.3,
  before: 0.2,
  after: 0
}, mildness = 0.65;
function candidates(findings, job2, patterns, config, explains) {
  let place = placer(findings, job2), placed = findings.matches.flatMap((match) => {
    let pattern = patterns.get(match.pattern);
    return pattern ? [{ match, pattern, placement: place(match) }] : [];
  }), visible = placed.filter((p) => p.pattern.role === "symptom" && weights[p.placement] >= 0.5), symptoms = visible.map((v) => v.match), alone = !visible.length && isBundleAlone(findings), involved = involvedObjects(findings.service, symptoms, findings, config, alone), leadsToVisible = (pattern) => visible.some((v) => explains.distance(pattern, v.pattern) !== null), weighed = placed.map(({ match, pattern, placement }) => {
    let object2 = objectOf(match), near2 = placement === "bundle" || placement === "later" ? bundleWeight(match, object2, involved, { alone, leads: () => leadsToVisible(pattern) }) : null, mild = match.at.kind === "job-log" && isMild(match.at.text) ? mildness : 1, placed2 = (placement === "passing" || placement === "aside") && leadsToVisible(pattern) ? 0.6 : weights[placement], weight = mild * Math.max(placed2, near2 ?? 0);
    return { match, pattern, placement, object: object2, weight };
  }), by = /* @__PURE__ */ new Map();
  for (let { match, pattern, placement, weight } of withoutVictims(weighed, involved)) {
    let candidate = by.get(pattern.id) ?? { pattern, matches: [], weight: 0, first: null };
    by.set(pattern.id, candidate), candidate.matches.push({ match, placement, weight }), candidate.weight = Math.max(candidate.weight, weight);
    let time = firstTime(match, findings);
    time && weight > 0 && (!candidate.first || time < candidate.first) && (candidate.first = time);
  }
  let all = [...by.values()];
  for (let c of all) c.matches.sort((a, b) => b.weight - a.weight || compare(a.match, b.match));
  return all;
}
function isBundleAlone({ sources }) {
  let read = sources.filter((s) => s.state === "read" || s.state === "truncated");
  return read.length > 0 && read.every((s) => s.kind === "bundle" || s.format !== null);
}
function bundleWeight(match, object2, involved, { alone, leads }) {
  if (match.at.kind === "test-report") return 0.9;
  let distance = involved.distance(object2), state = involved.state(object2);
  return alone && state === null && match.at.kind === "event" ? 0.7 : distance === null ? !alone && !involved.named && state === "bad" && leads() ? 0.6 : null : state === "good" || state === "recovered" ? alone ? null : state === "recovered" ? 0.6 : match.at.kind === "event" || match.at.kind === "object" ? 0.4 : 0.7 : alone && state === null && match.at.kind === "container-log" ? 0.45 : Math.max(0.7, 0.9 - 0.02 * Math.max(0, distance - 1));
}
function withoutVictims(all, involved) {
  let causes = all.filter((w) => w.pattern.role === "cause" && w.weight >= 0.5), isCause = new Set(causes), culprits = causes.filter((w) => w.object && w.placement === "bundle" && involved.state(w.object) !== "good").slice(0, 200);
  return all.map((w) => isCause.has(w) && culprits.some(
    (c) => c.pattern !== w.pattern && involved.blames(w.match, c.object) && !(w.object && involved.blames(c.match, w.object))
  ) ? { ...w, weight: Math.min(w.weight, 0.45) } : w);
}
function objectOf({ object: object2, captures }) {
  let name = captures.pod ?? captures.deployment ?? captures.workload ?? captures.name;
  return object2 ?? (name ? { kind: "Pod", namespace: captures.namespace ?? null, name: name.split("/").at(-1) } : null);
}
function firstTime(match, findings) {
  return match.at.kind !== "event" ? match.at.time : findings.events.find((e) => e.at.path === match.at.path && e.at.line === match.at.line)?.first ?? match.at.time;
}
function compare(a, b) {
  return a.at.path === b.at.path && a.at.source === b.at.source ? (a.at.line ?? 0) - (b.at.line ?? 0) : `${a.at.time ?? "~"}${a.at.path ?? ""}`.localeCompare(`${b.at.time ?? "~"}${b.at.path ?? ""}`, "en");
}

// src/diagnose/choose.ts
var enough = 0.5, clockSkew = 5e3;
function choose(all, explains) {
  let near2 = all.filter((c) => c.weight >= enough), visible = visibleOf(near2), causes = near2.filter((c) => c.pattern.role === "cause"), specific = causes.filter((c) => !c.pattern.fallback), pool = specific.length ? specific : causes, leadsTo = (a, b) => explains.distance(a.pattern, b.pattern) !== null && inOrder(a, b), isNearer = (a, b) => leadsTo(a, b) && explains.distance(a.pattern, b.pattern) <= explains.distance(b.pattern, a.pattern), roots = pool.filter((c) => !pool.some((o) => o !== c && leadsTo(o, c) && !isNearer(c, o))), explained = (c) => [...visible, ...causes].filter((o) => o !== c && leadsTo(c, o)), reach2 = (c) => Math.min(2, explained(c).filter((o) => o.pattern.role === "cause").length) * 2 + Math.sign(explained(c).length), ranked = [...roots].sort(
    (a, b) => reach2(b) - reach2(a) || b.weight - a.weight || position(a) - position(b) || a.pattern.id.localeCompare(b.pattern.id, "en")
  ), cause = ranked[0] ?? null;
  return {
    cause,
    rivals: ranked.slice(1).filter((r) => cause && r.weight >= cause.weight - 0.15),
    effects: cause ? all.filter(
      (c) => c !== cause && c.weight > 0 && leadsTo(cause, c) && (visible.includes(c) || sameObject(cause, c))
    ).sort(
      (a, b) => explains.distance(cause.pattern, a.pattern) - explains.distance(cause.pattern, b.pattern) || position(a) - position(b)
    ) : [],
    // What leads to the other symptoms first, what they end in last.
    visible: [...visible].sort(
      (a, b) => visible.filter((o) => leadsTo(b, o)).length - visible.filter((o) => leadsTo(a, o)).length
    )
  };
}
function visibleOf(near2) {
  let symptoms = near2.filter((c) => c.pattern.role === "symptom"), shown = symptoms.filter((c) => c.matches.some((m) => m.placement !== "bundle" && m.weight >= enough));
  return shown.length ? shown : symptoms;
}
function sameObject(a, b) {
  let names = (c) => c.matches.flatMap((m) => m.match.object ? [stem(m.match.object.name)] : []), own = names(a);
  return own.length === 0 || names(b).some((name) => own.includes(name));
}
function inOrder(cause, effect) {
  return !cause.first || !effect.first || !isEffectTooEarly(cause.first, effect.first);
}
function isEffectTooEarly(cause, effect) {
  return Date.parse(cause) > Date.parse(effect) + clockSkew;
}
var position = (c) => c.matches[0]?.match.at.line ?? 0;

// src/diagnose/calibration.ts
var calibration = [0.96, 0.96, 0.96, 0.97, 0.97, 0.99, 0.99];

// src/diagnose/confidence.ts
function points(choice) {
  let { cause, rivals, effects: effects2, visible } = choice;
  if (!cause) return 0;
  let near2 = cause.matches.filter((m) => m.weight >= 0.5), logs = new Set(near2.map((m) => `${m.match.at.source}\0${m.match.at.path}`)), n = 0;
  return cause.pattern.fallback || n++, rivals.length || n++, cause.weight >= 0.9 && n++, logs.size > 1 && n++, visible.some((v) => effects2.includes(v)) && n++, near2.reduce((sum, m) => sum + m.match.count, 0) > 1 && n++, n;
}
function confidence(choice) {
  return calibration[Math.min(points(choice), calibration.length - 1)] ?? 0;
}

// src/diagnose/places.ts
var mostEvidence = 4, titleOf = (c) => fill(c.pattern.title, c.matches[0].match.captures);
function evidenceOf(c) {
  let places = c.matches.flatMap((m) => [m.match.at, ...m.match.also]), logs = /* @__PURE__ */ new Set(), firsts = places.filter(
    (at) => !logs.has(`${at.source}\0${at.path}`) && logs.add(`${at.source}\0${at.path}`)
  );
  return [...firsts, ...places.filter((at) => !firsts.includes(at))].slice(0, mostEvidence);
}

// src/diagnose/hypotheses.ts
var most2 = 3, mostAgainst = 2, inFailure = 0.8;
function hypotheses(open2, { visible }, { findings, explains }) {
  return open2.toSorted((a, b) => b.weight - a.weight || a.pattern.id.localeCompare(b.pattern.id, "en")).slice(0, most2).map((c) => ({
    family: c.pattern.family,
    title: titleOf(c),
    confidence: Math.round(Math.min(0.5, c.weight * 0.5) * 100) / 100,
    for: evidenceOf(c),
    against: [...wellInTheEnd(c, findings), ...shownBefore(c, visible, explains)].slice(0, mostAgainst),
    validate: c.pattern.validate.map((command) => fillCommand(command, c.matches[0].match.captures))
  }));
}
function wellInTheEnd(c, { objects }) {
  let about = new Set(c.matches.flatMap((m) => m.match.object ? [keyOf(m.match.object)] : [])), own = new Set(c.matches.map((m) => `${m.match.at.path}\0${m.match.at.line}`));
  return objects.filter((o) => about.has(keyOf(o)) && tellsState(o) && !isUnhealthy(o)).map((o) => o.at).filter((at) => !own.has(`${at.path}\0${at.line}`));
}
var tellsState = (o) => o.phase !== null || o.conditions.length > 0 || o.containers.length > 0 || o.ready !== null;
function shownBefore(c, visible, explains) {
  let { first } = c;
  return first === null ? [] : visible.filter((v) => explains.distance(c.pattern, v.pattern) !== null).flatMap(
    (v) => v.matches.filter((m) => m.placement !== "bundle" && m.weight >= inFailure).map((m) => m.match.at)
  ).filter((at) => at.time !== null && isEffectTooEarly(first, at.time)).slice(0, 1);
}

// src/diagnose/diagnose.ts
var assertAt = 0.6, confirmAt = 0.9;
function diagnose(suite, findings, knowledge) {
  let { patterns, explains, config } = knowledge, all = candidates(findings, suite.job, patterns, config, explains), choice = choose(all, explains), sure = confidence(choice), lines = excerpt(findings, suite.job), { cause } = choice, asserted = cause !== null && sure >= assertAt;
  return {
    state: asserted ? sure >= confirmAt && !choice.rivals.length ? "confirmed" : "likely" : stateWithoutCause(choice, findings),
    root_cause: asserted ? {
      pattern: cause.pattern.id,
      family: cause.pattern.family,
      title: titleOf(cause),
      confidence: sure,
      captures: cause.matches[0].match.captures,
      evidence: evidenceOf(cause)
    } : null,
    chain: asserted ? [link(cause, "cause"), ...effects(choice, explains).map((c) => link(c, "symptom"))] : choice.visible.slice(0, 3).map((c) => link(c, "symptom")),
    hypotheses: hypotheses(
      asserted ? choice.rivals : all.filter((c) => c.pattern.role === "cause" && c.weight > 0),
      choice,
      { findings, explains }
    ),
    excerpt: lines,
    signature: signature(findings, lines)
  };
}
function stateWithoutCause(choice, findings) {
  return choice.visible.length ? "symptom-only" : findings.sources.some((s) => s.state === "read" || s.state === "truncated") ? "unclassified" : "no-evidence";
}
function effects({ effects: all, visible }, explains) {
  let leadsTo = (a, b) => explains.distance(a.pattern, b.pattern) !== null, ordered = [];
  for (let c of [...all.filter((e) => !visible.includes(e)), ...all.filter((e) => visible.includes(e))]) {
    let at = ordered.findIndex((e) => leadsTo(c, e) && !leadsTo(e, c));
    ordered.splice(at < 0 ? ordered.length : at, 0, c);
  }
  return ordered.slice(-5);
}
function link(c, role) {
  return {
    pattern: c.pattern.id,
    family: c.pattern.family,
    title: titleOf(c),
    role,
    evidence: evidenceOf(c).slice(0, 2)
  };
}

// src/diagnose/explains.ts
function explainsGraph(patterns) {
  let byName = /* @__PURE__ */ new Map();
  for (let p of patterns)
    for (let name of [p.id, p.family]) byName.set(name, [...byName.get(name) ?? [], p]);
  let known = /* @__PURE__ */ new Map(), from = (start) => {
    let distances = known.get(start.id);
    if (!distances) {
      distances = /* @__PURE__ */ new Map(), known.set(start.id, distances);
      let front = [start];
      for (let steps = 1; front.length && steps <= 6; steps++) {
        let next = [];
        for (let p of front.flatMap((q) => q.explains.flatMap((name) => byName.get(name) ?? [])))
          p.id === start.id || distances.has(p.id) || (distances.set(p.id, steps), next.push(p));
        front = next;
      }
    }
    return distances;
  };
  return { distance: (a, b) => from(a).get(b.id) ?? null };
}

export {
  text,
  id,
  toJobs,
  toArtifacts,
  toAnnotations,
  refusal,
  refused,
  byPattern,
  byGroup,
  require_picomatch2 as require_picomatch,
  fold,
  slug,
  glob,
  fileName,
  statusOf,
  chooseSuites,
  locate,
  tally,
  download,
  brokenOff,
  keepLog,
  logContent,
  logNote,
  normalise,
  withoutContent,
  fetchZip,
  toRun,
  unknownRun,
  runOfJob,
  unreadRun,
  members,
  collectFromFiles,
  parseSource,
  excerpt,
  diagnose,
  explainsGraph,
  readCatalog,
  usablePatterns
};
