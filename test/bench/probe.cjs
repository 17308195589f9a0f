// Loaded into each server before its own code: answers how much memory it holds after a full collection.
const v8 = require('node:v8');
const vm = require('node:vm');

process.on('message', () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send({ used: heapUsed + external, resident: rss });
});
process.channel?.unref();
