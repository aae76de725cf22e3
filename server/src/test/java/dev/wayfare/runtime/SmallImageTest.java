package dev.wayfare.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures made small: as they were held, with nothing beside them, and never more of them in
/// memory than there is room for.
class SmallImageTest {
  private static final int LEFT = 0xff0000;
  private static final int RIGHT = 0x0000ff;

  /// Where the red half of the camera's picture belongs when the picture stands upright.
  @ParameterizedTest
  @CsvSource({
    "1, 20, 10, left", "2, 20, 10, right", "3, 20, 10, right", "4, 20, 10, left",
    "5, 10, 20, top", "6, 10, 20, top", "7, 10, 20, bottom", "8, 10, 20, bottom"
  })
  void aPictureComesOutAsItWasHeld(int code, int width, int height, String red) throws IOException {
    var small = picture(SmallImage.of(exif(written(halves(160, 80), "jpeg"), code), 20));
    assertThat(small.getWidth()).isEqualTo(width);
    assertThat(small.getHeight()).isEqualTo(height);
    var spot =
        switch (red) {
          case "left" -> small.getRGB(2, height / 2);
          case "right" -> small.getRGB(width - 3, height / 2);
          case "top" -> small.getRGB(width / 2, 2);
          default -> small.getRGB(width / 2, height - 3);
        };
    var colour = new Color(spot);
    assertThat(colour.getRed()).as(red).isGreaterThan(200);
    assertThat(colour.getBlue()).as(red).isLessThan(60);
  }

  @Test
  void nothingThatTheCameraWroteStays() throws IOException {
    var image = exif(written(halves(160, 80), "jpeg"), 6);
    assertThat(latin(image)).contains("Exif", "GPS-HERE");
    var small = ((SmallImage.Made.Image) SmallImage.of(image, 20)).bytes();
    assertThat(latin(small)).doesNotContain("Exif", "GPS-HERE");
  }

  @Test
  void aSmallPictureIsNotBlownUp() throws IOException {
    var small = picture(SmallImage.of(written(halves(30, 12), "png"), 800));
    assertThat(small.getWidth()).isEqualTo(30);
    assertThat(small.getHeight()).isEqualTo(12);
  }

  @Test
  void clearPartsOfAPngStayClear() throws IOException {
    var clear = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
    clear.setRGB(0, 0, 0xffff0000);
    var made = (SmallImage.Made.Image) SmallImage.of(written(clear, "png"), 40);
    assertThat(made.type()).isEqualTo("image/png");
    assertThat(picture(made).getRGB(20, 20) >>> 24).isZero();
  }

  @Test
  void aLargePictureIsReadWithHoles() throws IOException {
    var large = new BufferedImage(7_900, 6_000, BufferedImage.TYPE_BYTE_BINARY);
    var small = picture(SmallImage.of(written(large, "png"), 790));
    assertThat(small.getWidth()).isEqualTo(790);
    assertThat(small.getHeight()).isEqualTo(600);
  }

  @Test
  void aBombIsNotLit() {
    assertThat(SmallImage.of(bomb(60_000, 60_000), 800))
        .isInstanceOfSatisfying(
            SmallImage.Made.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo("IMAGE_TOO_LARGE"));
    assertThat(SmallImage.of(bomb(2_000_000_000, 2_000_000_000), 800))
        .isInstanceOfSatisfying(
            SmallImage.Made.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo("IMAGE_TOO_LARGE"));
  }

  @Test
  void whatIsNoPictureFailsWithAWord() throws IOException {
    assertThat(code("a text that says image/jpeg".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("FILE_WRONG_TYPE");
    assertThat(code(written(halves(20, 10), "gif"))).isEqualTo("FILE_WRONG_TYPE");
    assertThat(code(bomb(100, 100))).isEqualTo("FILE_UNREADABLE");
    assertThat(code(new byte[0])).isEqualTo("FILE_WRONG_TYPE");
  }

  private static String code(byte[] image) {
    return ((SmallImage.Made.Failed) SmallImage.of(image, 800)).code();
  }

  static BufferedImage halves(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < width; x++) {
      for (var y = 0; y < height; y++) {
        image.setRGB(x, y, x < width / 2 ? LEFT : RIGHT);
      }
    }
    return image;
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /// A JPEG with what cameras write into it, right behind its first mark.
  private static byte[] exif(byte[] jpeg, int code) {
    var tiff =
        ByteBuffer.allocate(40)
            .put("MM".getBytes(StandardCharsets.US_ASCII))
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 1)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) code)
            .putShort((short) 0)
            .putInt(0)
            .put("GPS-HERE".getBytes(StandardCharsets.US_ASCII));
    return ByteBuffer.allocate(jpeg.length + 4 + 6 + 40)
        .put(jpeg, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) (2 + 6 + 40))
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(tiff.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /// A PNG that says it has so many pixels, and has none.
  static byte[] bomb(int width, int height) {
    var bytes =
        ByteBuffer.allocate(8 + 25 + 12)
            .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
            .putInt(13)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .putInt(0)
            .putInt(0)
            .put("IEND".getBytes(StandardCharsets.US_ASCII))
            .putInt(0);
    return bytes.array();
  }

  private static BufferedImage picture(SmallImage.Made made) throws IOException {
    var image = (SmallImage.Made.Image) made;
    return ImageIO.read(new ByteArrayInputStream(image.bytes()));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
