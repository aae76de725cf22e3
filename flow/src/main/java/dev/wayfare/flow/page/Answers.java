package dev.wayfare.flow.page;

import java.util.Map;
import java.util.Set;

/// A page's answers, read: the value of every visible question by its variable, which of those must
/// never be seen in the trail, what is wrong by the control's id, and the ids of what is visible.
public record Answers(
    Map<String, Object> values,
    Set<String> sensitive,
    Map<String, String> errors,
    Set<String> visible) {}
