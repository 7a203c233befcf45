import './brand.css';

/** The mark of Lotsa with its name. */
export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect class="brand-ground" width="32" height="32" rx="8" />
        <path class="brand-needle" d="M16 5.5 21.5 22 16 18.6 10.5 22Z" />
        <path class="brand-wave" d="M8 26.5c2.7-1.8 5.3-1.8 8 0s5.3 1.8 8 0" />
      </svg>
      <span>Lotsa</span>
    </span>
  );
}
