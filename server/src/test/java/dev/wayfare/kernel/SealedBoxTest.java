package dev.wayfare.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBoxTest {

  private static final Secret KEY = Secret.of("auth token of the carrier");

  @TempDir Path folder;
  private SealedBox box;

  @BeforeEach
  void open() {
    box = SealedBox.inDataFolder(folder);
  }

  @Test
  void whatWasSealedOpensAgainAlsoAfterARestart() {
    var sealed = box.seal(KEY, "account/1");
    assertThat(new String(sealed, ISO_8859_1)).doesNotContain("carrier");
    assertThat(SealedBox.inDataFolder(folder).open(sealed, "account/1")).isEqualTo(KEY);
  }

  @Test
  void theSameSecretIsSealedDifferentlyEachTime() {
    assertThat(box.seal(KEY, "account/1")).isNotEqualTo(box.seal(KEY, "account/1"));
  }

  @Test
  void sealedBytesOfOneThingDoNotOpenAsAnother() {
    var sealed = box.seal(KEY, "account/1");
    assertThatThrownBy(() -> box.open(sealed, "account/2"))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("account/2")
        .hasMessageContaining("sealed for something else");
  }

  @Test
  void noByteCanBeChanged() {
    var sealed = box.seal(KEY, "account/1");
    for (var i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> box.open(changed, "account/1")).isInstanceOf(SealException.class);
    }
    assertThatThrownBy(() -> box.open(new byte[3], "account/1")).isInstanceOf(SealException.class);
  }

  @Test
  void aLostKeyIsNamedWithTheWayOut() throws IOException {
    var sealed = box.seal(KEY, "account/1");
    Files.delete(folder.resolve("keys/seal.key"));
    assertThatThrownBy(() -> SealedBox.inDataFolder(folder).open(sealed, "account/1"))
        .isInstanceOf(SealException.class)
        .hasMessageContaining(folder.resolve("keys/seal.key").toString())
        .hasMessageContaining("Restore that file from a backup");
  }

  @Test
  void aBrokenKeyFileIsRefusedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("keys/seal.key"), "0011aaff bm90IGEga2V5\n");
    assertThatThrownBy(() -> SealedBox.inDataFolder(folder))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("Line 1");
  }

  @Test
  void onlyTheOwnerReadsTheKeyFile() throws IOException {
    var file = folder.resolve("keys/seal.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aNewKeySealsAndTheOldOneStillOpens() throws IOException {
    var before = box.seal(KEY, "account/1");
    var rotated = box.rotated();
    var after = rotated.seal(KEY, "account/1");
    assertThat(rotated.open(before, "account/1")).isEqualTo(KEY);
    assertThat(rotated.open(after, "account/1")).isEqualTo(KEY);
    assertThatThrownBy(() -> box.open(after, "account/1")).isInstanceOf(SealException.class);
    assertThat(Files.readAllLines(folder.resolve("keys/seal.key"))).hasSize(2);
  }

  @Test
  void manyWhoStartAtOnceShareOneKey() {
    var fresh = folder.resolve("other");
    List<SealedBox> boxes =
        IntStream.range(0, 16).parallel().mapToObj(_ -> SealedBox.inDataFolder(fresh)).toList();
    var sealed = boxes.getFirst().seal(KEY, "account/1");
    assertThat(boxes).allSatisfy(it -> assertThat(it.open(sealed, "account/1")).isEqualTo(KEY));
  }
}
