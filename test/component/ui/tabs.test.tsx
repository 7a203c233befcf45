import './dom.ts';
import { fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { Tabs } from '@lotsa/ui';

function Views() {
  const [selected, setSelected] = useState('queue');
  const tabs = ['queue', 'mine', 'cases'].map((id) => ({ id, label: `tab ${id}`, panel: `panel ${id}` }));
  return <Tabs label="Frågor" tabs={tabs} selected={selected} onSelect={setSelected} />;
}

const selected = () => screen.getByRole('tab', { selected: true });
const press = (key: string) => fireEvent.keyDown(selected(), { key });

describe('[G4] Tabs', () => {
  it('show the panel of the selected tab, named by it, and only that tab is in the tab order', () => {
    render(<Views />);
    expect(screen.getByRole('tabpanel', { name: 'tab queue' }).textContent).toBe('panel queue');
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    fireEvent.click(screen.getByRole('tab', { name: 'tab cases' }));
    expect(screen.getByRole('tabpanel').textContent).toBe('panel cases');
  });

  it.each([
    ['ltr', 'ArrowRight', 'tab mine'],
    ['ltr', 'ArrowLeft', 'tab cases'],
    ['ltr', 'End', 'tab cases'],
    ['rtl', 'ArrowRight', 'tab cases'],
    ['rtl', 'ArrowLeft', 'tab mine'],
  ] as const)('in %s text %s goes to %s, with focus', (dir, key, name) => {
    render(
      <div style={{ direction: dir }}>
        <Views />
      </div>,
    );
    press(key);
    expect(selected().textContent).toBe(name);
    expect(document.activeElement).toBe(selected());
  });

  it('Home comes back, and other keys are left alone', () => {
    render(<Views />);
    press('End');
    press('Home');
    expect(selected().textContent).toBe('tab queue');
    expect(press('a')).toBe(true);
  });
});
