import './dom.ts';
import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { Button, Dialog } from '@lotsa/ui';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Öppna</Button>
      {open && (
        <Dialog title="Lämna över" closeLabel="Stäng" onClose={() => setOpen(false)}>
          <label>
            Fråga <input />
          </label>
          <input type="file" aria-label="Fil" />
        </Dialog>
      )}
    </>
  );
}

function open() {
  render(<Page />);
  const opener = screen.getByRole('button', { name: 'Öppna' });
  opener.focus();
  fireEvent.click(opener);
  return { opener, dialog: screen.getByRole<HTMLDialogElement>('dialog', { name: 'Lämna över' }) };
}

describe('[G4] Dialog', () => {
  it('is modal, titled, and puts focus on what it is about', () => {
    const { dialog } = open();
    expect(dialog.open).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('Fråga'));
  });

  it('closes by its button and gives focus back', () => {
    const { opener } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('gives focus to the page where what opened it is gone', () => {
    const { opener } = open();
    opener.replaceWith(Object.assign(document.createElement('button'), { textContent: 'En annan' }));
    fireEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(document.activeElement?.textContent).toBe('En annan');
  });

  it('closes on Esc, which the browser tells as cancel, and leaves the closing to its owner', () => {
    const { dialog } = open();
    expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays when a file chooser in it is cancelled', () => {
    open();
    fireEvent(screen.getByLabelText('Fil'), new Event('cancel', { bubbles: true }));
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('tells its owner when the browser closed it', () => {
    const { dialog } = open();
    fireEvent(dialog, new Event('close'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
