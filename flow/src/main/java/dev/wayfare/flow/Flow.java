package dev.wayfare.flow;

import dev.wayfare.flow.step.Step;
import java.util.Map;

/// A graph of steps on one channel, by their stable ids. `variables` are its inputs and the
/// variables that live only while it runs, among them those its steps put their results into.
public record Flow(
    String name,
    Channel channel,
    String start,
    Map<String, Variable> inputs,
    Map<String, Variable> variables,
    Map<String, Step> steps) {}
