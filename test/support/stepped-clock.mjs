// Loaded before a relay: each SIGUSR2 steps its clock, one hour forward, back to right, one hour back, back to right.
const HOUR = 3_600_000;
const steps = [HOUR, 0, -HOUR, 0];
const real = Date.now;
let ahead = 0;
let next = 0;
Date.now = () => real() + ahead;
process.on('SIGUSR2', () => {
  ahead = steps[next % steps.length] ?? 0;
  next += 1;
});
