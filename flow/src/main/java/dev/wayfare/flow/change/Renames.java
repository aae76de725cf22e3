package dev.wayfare.flow.change;

import dev.wayfare.flow.shape.DocumentShape;
import dev.wayfare.flow.shape.FieldShape;
import dev.wayfare.flow.shape.ObjectShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// What only has another name: a flow or step that is gone while one with the same content has
/// come. `before` is the older app written with the new names, so that what leads there is no
/// change of its own.
record Renames(Map<String, @Nullable Object> before, List<Rename> all) {
  private static final String SOME = "?";

  /// `told` is how people called it, `path` where it stands now.
  record Rename(Sort sort, String path, String told, String from, String to) {}

  static Renames between(
      DocumentShape shape,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> now) {
    return shape.root().field("flows").map(FieldShape::holds).orElse(null)
            instanceof FieldShape.Named(var flow, _, _)
        ? new Search(shape, flow).between(before, now)
        : new Renames(before, List.of());
  }

  private record Search(DocumentShape shape, ObjectShape flowShape) {

    Renames between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> now) {
      var found = new ArrayList<Rename>();
      var flows = flows(before, now);
      flows.forEach((from, to) -> found.add(new Rename(Sort.FLOW, "flows/" + to, from, from, to)));
      var renamed = written(before, flows, Map.of());
      var steps = new LinkedHashMap<String, Map<String, String>>();
      entries(now, "flows")
          .forEach(
              (flow, after) -> {
                var pairs = steps(flow.toString(), entries(renamed, "flows").get(flow), after);
                if (!pairs.isEmpty()) {
                  steps.put(flow.toString(), pairs);
                  pairs.forEach((from, to) -> found.add(step(flow.toString(), from, to)));
                }
              });
      return new Renames(written(renamed, Map.of(), steps), found);
    }

    private static Rename step(String flow, String from, String to) {
      var path = "flows/" + flow + "/steps/" + to;
      return new Rename(Sort.LOGIC, path, flow + " / " + from, from, to);
    }

    /// The flows that have another name, by their old one.
    private Map<String, String> flows(Map<?, ?> before, Map<?, ?> now) {
      var old = entries(before, "flows");
      var made = entries(now, "flows");
      var names = changing(old, made);
      var masked = new Naming(shape, name -> names.contains(name) ? SOME : name, (_, step) -> step);
      return pairs(
          old,
          made,
          (one, other) ->
              one instanceof Map<?, ?> a
                  && other instanceof Map<?, ?> b
                  && Same.same(masked.object(flowShape, a, ""), masked.object(flowShape, b, "")));
    }

    private Map<String, String> steps(
        String flow, @Nullable Object before, @Nullable Object after) {
      var old = entries(before, "steps");
      var made = entries(after, "steps");
      var ids = changing(old, made);
      if (ids.isEmpty()) {
        return Map.of();
      }
      var masked =
          new Naming(
              shape, name -> name, (in, id) -> in.equals(flow) && ids.contains(id) ? SOME : id);
      return pairs(
          old,
          made,
          (one, other) ->
              Same.same(masked.variant("step", one, flow), masked.variant("step", other, flow)));
    }

    /// What only one of the two has.
    private static Set<String> changing(Map<?, ?> old, Map<?, ?> made) {
      var names = new LinkedHashSet<String>();
      old.keySet().stream().filter(it -> !made.containsKey(it)).forEach(it -> names.add("" + it));
      made.keySet().stream().filter(it -> !old.containsKey(it)).forEach(it -> names.add("" + it));
      return names;
    }

    private static Map<String, String> pairs(
        Map<?, ?> old, Map<?, ?> made, BiPredicate<@Nullable Object, @Nullable Object> alike) {
      var pairs = new LinkedHashMap<String, String>();
      for (var gone : old.keySet()) {
        if (!made.containsKey(gone)) {
          made.keySet().stream()
              .filter(it -> !old.containsKey(it) && !pairs.containsValue(it))
              .filter(it -> alike.test(old.get(gone), made.get(it)))
              .findFirst()
              .ifPresent(come -> pairs.put(gone.toString(), come.toString()));
        }
      }
      return pairs;
    }

    /// The app with these names instead.
    private Map<String, @Nullable Object> written(
        Map<String, @Nullable Object> app,
        Map<String, String> flows,
        Map<String, Map<String, String>> steps) {
      if (flows.isEmpty() && steps.isEmpty()) {
        return app;
      }
      var naming =
          new Naming(
              shape,
              name -> flows.getOrDefault(name, name),
              (flow, id) -> steps.getOrDefault(flow, Map.of()).getOrDefault(id, id));
      var made = naming.object(shape.root(), app, "");
      var all = new TreeMap<String, @Nullable Object>();
      entries(app, "flows")
          .forEach(
              (name, flow) -> {
                var to = flows.getOrDefault(name.toString(), name.toString());
                all.put(to, flow(naming, flow, to, steps.getOrDefault(to, Map.of())));
              });
      if (app.get("flows") instanceof Map<?, ?>) {
        made.put("flows", all);
      }
      return made;
    }

    private @Nullable Object flow(
        Naming naming, @Nullable Object flow, String name, Map<String, String> ids) {
      if (!(flow instanceof Map<?, ?> map)) {
        return flow;
      }
      var made = naming.object(flowShape, map, name);
      if (made.get("steps") instanceof Map<?, ?> steps) {
        var all = new TreeMap<String, @Nullable Object>();
        steps.forEach((id, step) -> all.put(ids.getOrDefault("" + id, "" + id), step));
        made.put("steps", all);
      }
      return made;
    }
  }

  /// The entries of a section; none where it is none.
  static Map<?, ?> entries(@Nullable Object object, String section) {
    return object instanceof Map<?, ?> map && map.get(section) instanceof Map<?, ?> entries
        ? entries
        : Map.of();
  }
}
