import { options } from 'preact';

/** Where no frame is drawn, in a tab behind others, what is shown follows after this long, in milliseconds. */
const WITHOUT_FRAMES = 100;

/**
 * Draws at most once a frame, however much is heard in between: of a hundred conversations that change at once each would
 * otherwise be drawn by itself, and the frame would wait for all of them.
 */
export function drawByFrame(): void {
  options.debounceRendering = (draw) => {
    const now = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      draw();
    };
    const frame = requestAnimationFrame(now);
    const timer = setTimeout(now, WITHOUT_FRAMES);
  };
}
