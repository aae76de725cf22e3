package dev.wayfare.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.flow.Tree;
import dev.wayfare.flow.expression.CelLanguage;
import dev.wayfare.flow.json.YamlDocuments;
import dev.wayfare.flow.play.Damage;
import dev.wayfare.flow.play.RandomApp;
import dev.wayfare.flow.step.StepTypes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// There is a change exactly when the hashes differ, whatever somebody wrote and edited.
///
/// `-Dwayfare.random.apps=5000` compares more, `-Dwayfare.random.seed=…` from another seed on.
class RandomChangesTest {
  private static final long SEED = Long.getLong("wayfare.random.seed", 20261127L);
  private static final int APPS = Integer.getInteger("wayfare.random.apps", 300);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final YamlDocuments documents = new YamlDocuments(new CelLanguage(), StepTypes.ALL);
  private final Map<Change.Kind, Integer> kinds = new EnumMap<>(Change.Kind.class);
  private final Map<Sort, Integer> sorts = new EnumMap<>(Sort.class);
  private int same;

  @Test
  void thereIsAChangeExactlyWhenTheHashesDiffer() {
    for (var seed = SEED; seed < SEED + APPS; seed++) {
      var random = new Random(seed);
      var before = RandomApp.document(random);
      compare(seed, before, Edits.of(before, random, 3));
      compare(seed, before, Edits.harmless(before, random));
      compare(seed, before, Damage.done(before, random));
      compare(seed, Damage.done(before, random), Damage.done(before, random));
      compare(seed, before, RandomApp.document(random));
    }
    System.out.printf("RandomChanges: %d same, %s, %s%n", same, kinds, sorts);
    assertThat(same).isGreaterThan(APPS / 2);
    assertThat(kinds.keySet()).containsExactly(Change.Kind.values());
  }

  private void compare(long seed, Object before, Object after) {
    var old = tree(before);
    var now = tree(after);
    var changes = Changes.between(documents.shape(), old, now);
    assertThat(changes.isEmpty())
        .as("seed %d: %s", seed, changes.all())
        .isEqualTo(documents.hash(old).equals(documents.hash(now)));
    assertThat(Changes.between(documents.shape(), old, now)).isEqualTo(changes);
    same += changes.isEmpty() ? 1 : 0;
    for (var change : changes.all()) {
      kinds.merge(change.kind(), 1, Integer::sum);
      sorts.merge(change.sort(), 1, Integer::sum);
      assertThat(change.text()).isNotBlank();
      assertThat(change.text()).as("seed %d", seed).doesNotContain("written in another way");
    }
  }

  private Tree.Branch tree(Object document) {
    return documents.tree(JSON.writeValueAsString(document)).orElseThrow();
  }
}
