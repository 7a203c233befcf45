import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { GapDialog } from './gap-dialog.tsx';
import { gapOriginOf } from './gap-origin.ts';
import './feedback.css';

/** The dialog that marks a gap in what is open; what is opened meanwhile does not change it. */
export function MarkGap({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const [origin] = useState(() => gapOriginOf(app));
  return origin ? <GapDialog origin={origin} onClose={onClose} /> : null;
}
