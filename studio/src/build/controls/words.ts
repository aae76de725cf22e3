// What lists of controls say besides what the control itself says.
export const words = {
  groups: { show: "Show", ask: "Ask", group: "Arrange", act: "Act" },
  empty: "No words yet",
  line: "A line",
  holds: (count: number) => (count === 1 ? "1 control" : `${count} controls`),
};
