package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.wayfare.app.fixture.Found;
import dev.wayfare.app.fixture.Hen;
import dev.wayfare.app.fixture.Injected;
import dev.wayfare.app.fixture.Looking;
import dev.wayfare.app.fixture.Upward;
import dev.wayfare.channel.fixture.Deciding;
import dev.wayfare.channel.fixture.Gossiping;
import dev.wayfare.channel.other.fixture.Other;
import dev.wayfare.flow.fixture.Chancy;
import dev.wayfare.flow.fixture.Clocked;
import dev.wayfare.flow.fixture.Framed;
import dev.wayfare.flow.fixture.Reading;
import dev.wayfare.flow.fixture.Threaded;
import dev.wayfare.kernel.fixture.Early;
import dev.wayfare.kernel.fixture.silent.Mute;
import dev.wayfare.publish.fixture.Egg;
import dev.wayfare.resource.fixture.Calling;
import dev.wayfare.resource.fixture.Dialling;
import dev.wayfare.resource.fixture.Querying;
import dev.wayfare.runtime.fixture.Late;
import dev.wayfare.stray.fixture.Stray;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each wall can fall: a class that breaks it is found, and the complaint says why and what to do
/// instead.
class FallenWallsTest {

  static Stream<Arguments> fallen() {
    return Stream.of(
        falls(Walls.direction().getFirst(), "Let kernel own a small interface", Early.class),
        falls(Walls.line(), "Give the new package a place in Walls.ORDER", Stray.class),
        falls(Walls.top(), "comes in as a constructor argument", Upward.class),
        falls(Walls.cycles(), "Split the noun", Hen.class, Egg.class),
        falls(Walls.adapters(), "stands in the contract as a small interface", Deciding.class),
        falls(Walls.strangers(), "belongs to the contract", Gossiping.class, Other.class),
        falls(Walls.sql(), "give that store a method", Querying.class),
        falls(Walls.sockets(), "Ask it through OutsideHttp", Calling.class),
        falls(Walls.sockets(), "Ask it through OutsideHttp", Dialling.class),
        falls(Walls.outside(), "what leaves is an effect of the turn", Reading.class),
        falls(Walls.outside(), "what leaves is an effect of the turn", Framed.class),
        falls(Walls.clock(), "come in with the turn", Clocked.class),
        falls(Walls.chance(), "come in as an argument", Chancy.class),
        falls(Walls.threads(), "who runs it side by side is the runtime", Threaded.class),
        falls(Walls.beans(), "Make the bean in the module's XModule class", Found.class),
        falls(Walls.beans(), "Make the bean in the module's XModule class", Looking.class),
        falls(Walls.fields(), "Make the field final and pass it in", Injected.class),
        falls(Walls.packages(), "Write a package-info.java of three sentences", Mute.class));
  }

  private static Arguments falls(ArchRule rule, String wayOut, Class<?>... broken) {
    return arguments(rule, wayOut, List.of(broken));
  }

  @ParameterizedTest
  @MethodSource("fallen")
  void aBrokenWallIsFoundAndSaysTheWayOut(ArchRule rule, String wayOut, List<Class<?>> broken) {
    var result = rule.evaluate(new ClassFileImporter().importClasses(broken));
    assertThat(result.hasViolation()).isTrue();
    var complaint = result.getFailureReport().toString().replaceAll("\\s+", " ");
    assertThat(complaint).contains("because", wayOut, broken.getFirst().getSimpleName());
  }

  /// What keeps within the walls is left in peace: the rules do not simply complain of everything.
  @ParameterizedTest
  @MethodSource("fallen")
  void aWallLeavesTheOthersInPeace(ArchRule rule, String wayOut, List<Class<?>> broken) {
    var late = new ClassFileImporter().importPackagesOf(Late.class);
    var fine = rule.allowEmptyShould(true).evaluate(late);
    assertThat(fine.hasViolation()).isFalse();
  }

  @Test
  void everyWallHasFallenHere() {
    var seen = fallen().map(each -> text((ArchRule) each.get()[0])).collect(Collectors.toSet());
    var directions = Walls.direction().stream().map(FallenWallsTest::text).toList();
    var missing = new HashSet<>(Walls.all().stream().map(FallenWallsTest::text).toList());
    missing.removeAll(seen);
    directions.forEach(missing::remove); // one of them stands for all: they are made by one line
    assertThat(missing).isEmpty();
  }

  private static String text(ArchRule rule) {
    return rule.getDescription();
  }
}
