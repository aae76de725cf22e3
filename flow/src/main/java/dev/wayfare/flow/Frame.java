package dev.wayfare.flow;

import java.util.Map;
import java.util.Set;

/// Where a channel stands in one flow. `variables` are the flow's own; `memos` is what a step keeps
/// for itself between its wakings (tries of a question, the position in a list), by step id.
/// `called` says that the step under it waits for its result; otherwise it only lies on top.
/// `secrets` are the variables whose values are sealed where the journey is stored.
public record Frame(
    String flow,
    String step,
    boolean called,
    Map<String, Object> variables,
    Set<String> secrets,
    Map<String, Object> memos) {
  /// A memo of the frame itself: the pages that were answered before, oldest first. No step has
  /// this name, nor those of the next two.
  public static final String PAGES = "_pages";

  /// What is said to a person whose web flow failed before it came to a page.
  public static final String ERRED = "_erred";

  /// The step has not begun since the journey was moved to it: whatever wakes it begins it.
  public static final String BEGINS = "_begins";

  public Frame(
      String flow,
      String step,
      boolean called,
      Map<String, Object> variables,
      Map<String, Object> memos) {
    this(flow, step, called, variables, Set.of(), memos);
  }
}
