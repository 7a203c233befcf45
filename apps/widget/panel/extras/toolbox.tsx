import type { Panel } from '../panel.ts';
import { Attachments, type AttachmentsProps } from './attachments.tsx';
import { EmojiPicker } from './emoji-picker.tsx';
import { More } from './more.tsx';

/** Props of {@link Toolbox}. */
export interface ToolboxProps extends AttachmentsProps {
  readonly panel: Panel;
  readonly open: 'emoji' | 'more' | null;
  readonly onClose: () => void;
}

/** What is open of the tools, and the files that are on their way. */
export function Toolbox({ panel, open, files, onClose, onGone }: ToolboxProps) {
  const close = (): void => {
    document.querySelector<HTMLElement>('.tools [aria-expanded=true]')?.focus();
    onClose();
  };
  return (
    <>
      {open === 'emoji' && <EmojiPicker panel={panel} onClose={close} />}
      {open === 'more' && <More panel={panel} onClose={close} />}
      {files.length > 0 && <Attachments {...{ panel, files, onGone }} />}
    </>
  );
}
