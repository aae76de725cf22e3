package dev.wayfare.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SequencedMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals secrets for the database with AES-256-GCM under a key that is not in the database.
///
/// What a secret is for (say `account/<id>`) is part of the seal: sealed bytes that were copied to
/// another row do not open there. Layout: format (1 byte), key id (4), nonce (12), cipher text and
/// tag.
public final class SealedBox {

  private static final byte FORMAT = 1;
  private static final int HEAD = 5;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final Path keyFile;
  private final SequencedMap<String, byte[]> keys;
  private final SecureRandom chance;

  private SealedBox(Path keyFile, SequencedMap<String, byte[]> keys, SecureRandom chance) {
    this.keyFile = keyFile;
    this.keys = keys;
    this.chance = chance;
  }

  /// The box of a data folder; its key file `keys/seal.key` is made at the first start.
  public static SealedBox inDataFolder(Path dataFolder) {
    return withKeyFile(keyFile(dataFolder));
  }

  /// Begins the keys of a data folder that has none: with those of another, for what they have
  /// sealed, and a new one, which seals from now on.
  public static void begin(Path dataFolder, Path from) {
    SealKeys.begin(keyFile(dataFolder), keyFile(from), new SecureRandom());
  }

  /// Where a data folder keeps its key.
  public static Path keyFile(Path dataFolder) {
    return dataFolder.resolve("keys").resolve("seal.key");
  }

  public static SealedBox withKeyFile(Path keyFile) {
    var chance = new SecureRandom();
    return new SealedBox(keyFile, SealKeys.readOrCreate(keyFile, chance), chance);
  }

  /// Adds a new key, which seals from now on; what older keys sealed still opens.
  public SealedBox rotated() {
    SealKeys.add(keyFile, chance);
    return withKeyFile(keyFile);
  }

  public byte[] seal(Secret secret, String purpose) {
    return seal(secret.reveal().getBytes(UTF_8), purpose);
  }

  public Secret open(byte[] sealed, String purpose) {
    return Secret.of(new String(openBytes(sealed, purpose), UTF_8));
  }

  public byte[] seal(byte[] content, String purpose) {
    var nonce = new byte[NONCE];
    chance.nextBytes(nonce);
    var key = keys.lastEntry();
    var head = ByteBuffer.allocate(HEAD).put(FORMAT).put(HexFormat.of().parseHex(key.getKey()));
    try {
      var box = cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, head.array(), purpose);
      var closed = box.doFinal(content);
      return ByteBuffer.allocate(HEAD + NONCE + closed.length)
          .put(head.array())
          .put(nonce)
          .put(closed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new SealException("Sealing failed for " + purpose + ".", e);
    }
  }

  public byte[] openBytes(byte[] sealed, String purpose) {
    if (sealed.length < HEAD + NONCE + TAG || sealed[0] != FORMAT) {
      throw new SealException("What is stored for %s was not sealed here.".formatted(purpose));
    }
    var head = Arrays.copyOf(sealed, HEAD);
    var id = HexFormat.of().formatHex(head, 1, HEAD);
    var key = keys.get(id);
    if (key == null) {
      throw new SealException(
          "The secret for %s was sealed with key %s, which is not in %s. Restore that file from a backup, or enter the secret again."
              .formatted(purpose, id, keyFile));
    }
    try {
      var nonce = Arrays.copyOfRange(sealed, HEAD, HEAD + NONCE);
      var box = cipher(Cipher.DECRYPT_MODE, key, nonce, head, purpose);
      return box.doFinal(sealed, HEAD + NONCE, sealed.length - HEAD - NONCE);
    } catch (AEADBadTagException e) {
      throw new SealException(
          "The secret for %s was changed, or sealed for something else. Enter it again."
              .formatted(purpose),
          e);
    } catch (GeneralSecurityException e) {
      throw new SealException("Opening failed for " + purpose + ".", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] head, String purpose)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(head);
    cipher.updateAAD(purpose.getBytes(UTF_8));
    return cipher;
  }
}
