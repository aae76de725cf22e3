package dev.wayfare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wayfare.kernel.SealedBox;
import dev.wayfare.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDemoTest {
  private static final int HEAD = 5; // the format and the key that sealed

  @TempDir private Path folder = Path.of("");
  private Path kept = Path.of("");
  private Path data = Path.of("");
  private byte[] sealed = {};

  @BeforeEach
  void keep() {
    kept = folder.resolve("kept");
    data = folder.resolve("data");
    sealed = SealedBox.inDataFolder(kept).seal(Secret.of("of the kept demo"), "test");
  }

  @Test
  void anEmptyDataFolderBeginsWithWhatIsKept() {
    var settings = ServerSettings.usual(data, 0);
    assertThat(KeptDemo.under(settings, Optional.of(kept)).kept()).contains(kept);
  }

  @Test
  void itsKeyOpensWhatIsThereAndANewOneSeals() throws IOException {
    KeptDemo.under(ServerSettings.usual(data, 0), Optional.of(kept));
    assertThat(SealedBox.inDataFolder(data).open(sealed, "test").reveal())
        .isEqualTo("of the kept demo");
    assertThat(Files.readAllLines(SealedBox.keyFile(data)))
        .hasSize(2)
        .startsWith(Files.readString(SealedBox.keyFile(kept)).strip());
    var fresh = SealedBox.inDataFolder(data).seal(Secret.of("later"), "test");
    assertThat(Arrays.copyOf(fresh, HEAD)).isNotEqualTo(Arrays.copyOf(sealed, HEAD));
  }

  @Test
  void aDataFolderWithAnythingInItStaysAsItIs() throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("note"), "mine");
    assertUntouched(ServerSettings.usual(data, 0), Optional.of(kept));
  }

  @Test
  void withoutAKeptDemoItBeginsAsAlways() {
    assertUntouched(ServerSettings.usual(data, 0), Optional.empty());
    assertUntouched(ServerSettings.usual(data, 0), Optional.of(folder.resolve("nowhere")));
  }

  @Test
  void keysThatOthersMayChangeAreNotTaken() throws IOException {
    Files.setPosixFilePermissions(
        SealedBox.keyFile(kept), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertUntouched(ServerSettings.usual(data, 0), Optional.of(kept));
  }

  @Test
  void aDatabaseOfOnesOwnIsNeverBegunWithIt() {
    var usual = ServerSettings.usual(data, 0);
    var external =
        new ServerSettings(
            data,
            Optional.empty(),
            usual.host(),
            usual.port(),
            usual.publicUrl(),
            Optional.of("postgresql://nobody@localhost/nothing"),
            usual.poolSize(),
            usual.outbound(),
            usual.proveThrough(),
            usual.names());
    assertUntouched(external, Optional.of(kept));
  }

  private void assertUntouched(ServerSettings settings, Optional<Path> given) {
    assertThat(KeptDemo.under(settings, given)).isEqualTo(settings);
    assertThat(SealedBox.keyFile(data)).doesNotExist();
  }
}
