import type {Config} from '../model.ts'

/** What holds where a project has no configuration; beside `config.ts`, which loads much to check one. */
export const defaultConfig: Config = {
  jobs: {name: null, expected: []},
  artifacts: [],
  services: {},
  catalog: [],
  disable: [],
  redact: [],
}
