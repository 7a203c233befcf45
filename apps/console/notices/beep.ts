let context: AudioContext | undefined;

/** Two soft tones. A browser that allows no sound before a click stays silent. */
export function beep(): void {
  context ??= new AudioContext();
  void context.resume();
  const { currentTime, destination } = context;
  for (const [at, frequency] of [
    [0, 660],
    [0.14, 880],
  ] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = currentTime + at;
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.25);
    tone.connect(volume).connect(destination);
    tone.start(start);
    tone.stop(start + 0.3);
  }
}
