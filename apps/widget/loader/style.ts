/**
 * The style sheet of the launcher. `!important` on the host wins over whatever the page says of it; everything inside is
 * out of the page's reach. Sizes are in px: the page decides what a rem is. `side` is the corner, `start` or `end`.
 */
export const style = (side: string): string => `
:host{all:initial!important;display:contents!important;color-scheme:light dark!important;--a:#0d4f5c;--o:#fff}
@media (prefers-color-scheme:dark){:host{--a:#74c4cf;--o:#05262c}}
@media print{:host{display:none!important}}
*{box-sizing:border-box;font:16px/1.5 system-ui,sans-serif}
button{cursor:pointer;border:1px solid transparent;border-radius:28px;background:var(--a);color:var(--o)}
:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #005fb8}
.l{position:fixed;z-index:2147483647;bottom:calc(20px + env(safe-area-inset-bottom));inset-inline-${side}:calc(20px + env(safe-area-inset-right));display:flex;align-items:center;justify-content:center;gap:10px;height:56px;min-width:56px;padding:0 20px;font-weight:600;box-shadow:0 2px 6px #0003,0 8px 24px #0003}
.l:hover{filter:brightness(1.12)}
svg{width:24px;height:24px;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.l b{position:absolute;top:-6px;inset-inline-end:-4px;min-width:24px;padding:0 6px;border-radius:12px;background:#b3261e;color:#fff;font-size:14px;line-height:24px;text-align:center;font-weight:600}
.l b:empty,.l[aria-expanded=true] span,dialog:not([open]),.x iframe,dialog:not(.x) div{display:none}
.l[aria-expanded=true]{padding:0}
dialog{position:fixed;z-index:2147483647;inset:auto;bottom:calc(92px + env(safe-area-inset-bottom));inset-inline-${side}:calc(20px + env(safe-area-inset-right));width:400px;max-width:none;height:min(680px,100vh - 112px);height:min(680px,100dvh - 112px);max-height:none;margin:0;padding:0;border:1px solid #8884;border-radius:16px;overflow:hidden;background:Canvas;color:CanvasText;box-shadow:0 4px 12px #0002,0 16px 48px #0004}
iframe{width:100%;height:100%;border:0;display:block}
dialog div{display:grid;gap:16px;padding:24px}
dialog div *{margin:0;min-height:44px;color:inherit}
dialog div button{color:var(--o)}
@media (max-width:480px),(max-height:480px){dialog{inset:0;width:100%;height:100vh;height:100dvh;border:0;border-radius:0}.l span,.l[aria-expanded=true]{display:none}.l{padding:0}}
@media (prefers-reduced-motion:no-preference){dialog[open]{animation:i .2s}}
@keyframes i{from{opacity:0;translate:0 12px}}`;
