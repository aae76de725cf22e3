package dev.wayfare;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Our code keeps within the walls; [FallenWallsTest] shows that each wall holds.
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("-tests.jar"))
          .withImportOption(place -> !place.contains("__")) // what a build writes of the parts
          .importPackages("dev.wayfare");

  @Test
  void modulesKnowOnlyWhatStandsLeftOfThem() {
    Walls.direction().forEach(rule -> rule.check(OURS));
  }

  @Test
  void everyModuleStandsInTheLine() {
    Walls.line().check(OURS);
  }

  @Test
  void nobodyKnowsTheTop() {
    Walls.top().check(OURS);
  }

  @Test
  void modulesDoNotKnowEachOtherInACircle() {
    Walls.cycles().check(OURS);
  }

  @Test
  void adaptersKnowTheContractAndNothingElse() {
    Walls.adapters().check(OURS);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    Walls.strangers().check(OURS);
  }

  @Test
  void onlyPgClassesSpeakSql() {
    Walls.sql().check(OURS);
  }

  @Test
  void onlyTheConnectorCallsOut() {
    Walls.sockets().check(OURS);
  }

  @Test
  void theCoreHasNoOutside() {
    Walls.outside().check(OURS);
  }

  @Test
  void theCoreHasNoClock() {
    Walls.clock().check(OURS);
  }

  @Test
  void theCoreLeavesNothingToChance() {
    Walls.chance().check(OURS);
  }

  @Test
  void theCoreHasNoThreads() {
    Walls.threads().check(OURS);
  }

  @Test
  void beansAreListedNotFound() {
    Walls.beans().check(OURS);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    Walls.fields().check(OURS);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Walls.packages().check(OURS);
  }
}
