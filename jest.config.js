export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  globalSetup: '<rootDir>/__tests__/support/temp-setup.ts',
  globalTeardown: '<rootDir>/__tests__/support/temp-teardown.ts',
  setupFiles: ['<rootDir>/__tests__/support/seed.ts'],
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Jest leaves one processor idle, which on two is half of them.
  maxWorkers: '100%',
  testTimeout: 60_000,
}
