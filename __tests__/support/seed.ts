import fc from 'fast-check'

/** In CI the same random cases every time: a red run must mean that the change is wrong. Elsewhere new ones. */
if (process.env['CI']) fc.configureGlobal({seed: 20_261_122})
