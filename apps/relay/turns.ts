/** Does one thing of a name after the other, in the order they were asked for. What failed holds nothing up. */
export function createTurns(): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const turns = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const before = turns.get(name);
    const turn = before ? before.then(task, task) : task();
    turns.set(name, turn);
    const leave = (): void => {
      if (turns.get(name) === turn) turns.delete(name);
    };
    turn.then(leave, leave);
    return turn;
  };
}
