/**
 * The style sheet of the launcher. `!important` on the host wins over whatever the page says of it; everything inside is
 * out of the page's reach. Sizes are in px: the page decides what a rem is. The white rim is for dark pages. The icon is a
 * shape, because the page's policy may forbid images. `side` is the corner, `start` or `end`.
 */
export const style = (side: string): string =>
  `:host{all:initial!important;color-scheme:light dark!important}@media print{:host{display:none!important}}*{box-sizing:border-box;margin:0;font:16px/24px system-ui}a,button{padding:15px;color:inherit}button{cursor:pointer;border:1px solid #fff;border-radius:28px;background:#0d4f5c;color:#fff}.l,dialog{position:fixed;z-index:2147483647;inset:auto;bottom:max(20px,env(safe-area-inset-bottom));inset-inline-${side}:20px;box-shadow:0 4px 24px #0005}.l{display:flex;gap:10px}i{border:12px solid;clip-path:path("M4 3h16q2 0 2 2v12h-10l-5 5v-5h-5v-12q0-2 2-2")}:host([hidden]) .l,.x iframe{display:none}dialog{width:400px;height:min(680px,100vh - 112px);margin-bottom:72px;padding:0;border:1px solid #8888;border-radius:16px;overflow:hidden;background:Canvas;color:CanvasText}iframe{width:100%;height:100%;border:0}div{display:grid;gap:15px;padding:24px}:modal{inset:0;margin:0;min-width:100%;min-height:100%;border:0;border-radius:0}@media(max-width:480px){span{position:absolute;opacity:0}}`;
