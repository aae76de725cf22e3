package dev.wayfare.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where well ends and a warning begins.
class ThresholdsTest {
  @ParameterizedTest
  @CsvSource({"0, OK", "-2, OK", "3, WARN", "-30, WARN", "31, FAIL", "-4000, FAIL"})
  void clocksMayBeALittleApart(long seconds, Finding.Level level) {
    assertThat(DatabaseChecks.clock(Duration.ofSeconds(seconds)).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"50000, OK", "1024, OK", "1023, WARN", "200, WARN", "199, FAIL"})
  void aDiskMayBeTight(long megabytes, Finding.Level level) {
    assertThat(MachineChecks.space("Free space", Path.of("/"), megabytes).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"24, FAIL", "25, OK", "26, OK"})
  void javaIsNewEnough(int version, Finding.Level level) {
    assertThat(MachineChecks.java(version).level()).isEqualTo(level);
  }
}
