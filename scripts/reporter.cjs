// Mocha's dots with a last line of counts that scripts/test.mjs adds up.
const { reporters } = require('mocha');

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = runner.stats;
      console.log(`@@counts ${JSON.stringify({ passed: passes, failed: failures })}`);
    });
  }
};
