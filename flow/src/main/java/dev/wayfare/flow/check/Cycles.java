package dev.wayfare.flow.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The groups of nodes from each of which every other can be reached, by Tarjan's way but without
/// recursion, for graphs as deep as they come. Only groups that really go round.
final class Cycles {
  private final Function<String, ? extends Collection<String>> next;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Integer> low = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> standing = new LinkedHashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  private Cycles(Function<String, ? extends Collection<String>> next) {
    this.next = next;
  }

  static List<Set<String>> of(
      Collection<String> nodes, Function<String, ? extends Collection<String>> next) {
    var cycles = new Cycles(next);
    nodes.stream().filter(node -> !cycles.index.containsKey(node)).forEach(cycles::walk);
    return cycles.found;
  }

  private record Visit(String node, Deque<String> left) {}

  private void walk(String root) {
    var way = new ArrayDeque<Visit>();
    way.push(enter(root));
    while (!way.isEmpty()) {
      var visit = way.peek();
      var node = visit.node();
      if (visit.left().isEmpty()) {
        way.pop();
        leave(node);
        if (!way.isEmpty()) {
          low.merge(way.peek().node(), reached(node), Math::min);
        }
        continue;
      }
      var to = visit.left().pop();
      if (!index.containsKey(to)) {
        way.push(enter(to));
      } else if (standing.contains(to)) {
        low.merge(node, index.getOrDefault(to, 0), Math::min);
      }
    }
  }

  private Visit enter(String node) {
    index.put(node, index.size());
    low.put(node, reached(node));
    open.push(node);
    standing.add(node);
    return new Visit(node, new ArrayDeque<>(next.apply(node)));
  }

  private int reached(String node) {
    return low.getOrDefault(node, index.getOrDefault(node, 0));
  }

  private void leave(String node) {
    if (reached(node) != index.getOrDefault(node, 0)) {
      return;
    }
    var group = new LinkedHashSet<String>();
    String member;
    do {
      member = open.pop();
      standing.remove(member);
      group.add(member);
    } while (!member.equals(node));
    if (group.size() > 1 || next.apply(node).contains(node)) {
      found.add(group);
    }
  }
}
